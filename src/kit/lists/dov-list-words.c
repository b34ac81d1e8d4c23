/* dov-list-words.c - computed words of lists: what stands in a cell or a count and is no field */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-words.h"

#include <glib/gi18n.h>

#include "dov-event.h"
#include "dov-lounge.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-record-list.h"
#include "dov-ref-item.h"
#include "dov-settlement.h"
#include "dov-signs.h"

/* Rows whose children are counted; for more the list says only how many families. */
#define AT_MOST_ROWS 20000

/* Born after ?2 or in the year of it: a child of these families. */
#define CHILDREN \
  "SELECT count(*) FROM family_member m JOIN person p ON p.id = m.person_id " \
  "WHERE m.removed IS NULL AND p.removed IS NULL AND p.died_on IS NULL " \
  "AND (m.until IS NULL OR m.until > ?3) " \
  "AND coalesce(p.birth_date, printf('%04d-12-31', p.birth_year)) > ?2 "

/* The one value of the first row, as text; NULL while there is none. */
static char *
ask_text (DovStore   *store,
          const char *sql,
          GVariant   *params)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) kept = g_variant_ref_sink (params);
  g_autoptr (DovStatement) statement = dov_database_prepare (dov_store_get_seen (store), sql, &error);
  char *text = NULL;

  if (statement != NULL)
    {
      dov_statement_bind_variant (statement, kept);
      if (dov_statement_step (statement, &error) && !dov_statement_column_is_null (statement, 0))
        text = g_strdup (dov_statement_column_text (statement, 0));
    }
  if (error != NULL)
    g_warning ("A cell of a list cannot be counted: %s", error->message);

  return text;
}

/* The day 18 years ago: who was born after it is a child today. */
static char *
dup_children_since (void)
{
  GDate day = dov_today ();

  g_date_subtract_years (&day, 18);

  return dov_date_to_iso (&day);
}

static char *
dup_today (void)
{
  GDate day = dov_today ();

  return dov_date_to_iso (&day);
}

char *
dov_list_children_of_family (DovStore             *store,
                             gpointer              row,
                             const DovTableColumn *column)
{
  g_autofree char *since = dup_children_since ();
  g_autofree char *today = dup_today ();
  g_autofree char *count = ask_text (store, CHILDREN "AND m.family_id = ?1",
                                     g_variant_new ("(xss)", dov_record_get_id (row), since, today));

  return count != NULL ? g_steal_pointer (&count) : g_strdup ("");
}

/**
 * dov_list_children_of_rows:
 * @store: the store
 * @rows: a DovRecordList of families
 *
 * Says how many children the families of a list have.
 *
 * Returns: (nullable) (transfer full): “96 children”; %NULL for very long lists
 */
char *
dov_list_children_of_rows (DovStore   *store,
                           GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);
  g_autofree char *since = dup_children_since ();
  g_autofree char *today = dup_today ();
  g_autoptr (GString) ids = g_string_new ("[");
  g_autofree char *count = NULL;
  g_autofree char *shown = NULL;
  gint64 children;

  if (n > AT_MOST_ROWS)
    return NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            dov_record_list_get_id (DOV_RECORD_LIST (rows), i));
  g_string_append_c (ids, ']');
  count = ask_text (store, CHILDREN "AND m.family_id IN (SELECT value FROM json_each(?1))",
                    g_variant_new ("(sss)", ids->str, since, today));
  children = count != NULL ? g_ascii_strtoll (count, NULL, 10) : 0;
  shown = dov_number_to_shown (children);

  return g_strdup_printf (ngettext ("%s child", "%s children", (gulong) children), shown);
}

char *
dov_list_categories_of_family (DovStore             *store,
                               gpointer              row,
                               const DovTableColumn *column)
{
  g_autofree char *today = dup_today ();
  g_autofree char *labels = ask_text (store,
                                      "SELECT group_concat(label, ' · ') FROM "
                                      "(SELECT r.label FROM family_category c JOIN ref_item r ON r.id = c.category_id "
                                      "WHERE c.family_id = ?1 AND c.removed IS NULL "
                                      "AND (c.until IS NULL OR c.until > ?2) ORDER BY r.position, r.id)",
                                      g_variant_new ("(xs)", dov_record_get_id (row), today));

  return labels != NULL ? g_steal_pointer (&labels) : g_strdup ("");
}

/* All who came. An event that is over and was not counted says so with a dash;
 * one still to come or called off says nothing. */
char *
dov_list_visits_of_event (DovStore             *store,
                          gpointer              row,
                          const DovTableColumn *column)
{
  DovEvent *event = row;
  gboolean is_off = event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED;
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *count = ask_text (store,
                                     "SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM event_headcount "
                                     "WHERE event_id = ?1 AND removed IS NULL",
                                     g_variant_new ("(x)", dov_record_get_id (row)));

  if (count != NULL && g_strcmp0 (count, "0") != 0)
    return dov_number_to_shown (g_ascii_strtoll (count, NULL, 10));

  return g_strdup (!is_off && event->starts_at != NULL && g_date_time_compare (event->starts_at, now) < 0 ? "—" : "");
}

char *
dov_list_age_of_person (DovStore             *store,
                        gpointer              row,
                        const DovTableColumn *column)
{
  DovPerson *person = row;
  GDate today = dov_today ();

  if (person->birth_date != NULL)
    return g_strdup_printf ("%d", dov_age_on (person->birth_date, &today));
  if (person->birth_year != DOV_UNKNOWN && person->birth_year > 0)
    /* Translators: an age known by the year of birth only: “about 40” */
    return g_strdup_printf (_("about %d"), g_date_get_year (&today) - (int) person->birth_year);

  return g_strdup ("");
}

/* Lounges are told from each other by their village; their names are long. */
char *
dov_list_place_of_lounge (DovStore             *store,
                          gpointer              row,
                          const DovTableColumn *column)
{
  DovRecord *record = row;
  GValue link = G_VALUE_INIT;
  g_autoptr (DovLounge) lounge = NULL;

  dov_record_get_value (record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), column->name), &link);
  lounge = (DovLounge *) dov_store_find (store, DOV_TYPE_LOUNGE, g_value_get_int64 (&link), NULL);
  g_value_unset (&link);

  return lounge != NULL ? dov_store_describe_id (store, DOV_TYPE_SETTLEMENT, lounge->settlement_id) : g_strdup ("");
}

static const struct
{
  const char *code;
  const char *title;
} lists[] = {
  { "event_form", N_("Forms of events") },
  { "family_category", N_("Categories of families") },
};

const char *
dov_list_title_of_code (const char *list_code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (lists[i].code, list_code) == 0)
      return _(lists[i].title);

  return list_code;
}

char *
dov_list_name_of_list (DovStore             *store,
                       gpointer              row,
                       const DovTableColumn *column)
{
  return g_strdup (dov_list_title_of_code (((DovRefItem *) row)->list_code));
}

const DovSign *
dov_list_sign_of_state (gpointer              row,
                        const DovTableColumn *column)
{
  return dov_sign_of_state (row, column->name);
}

/* The formats come from ngettext, which the compiler cannot see into. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* “44 families”. */
char *
dov_list_count (DovListNoun noun,
                gint64      n)
{
  g_autofree char *shown = dov_number_to_shown (n);
  const char *format;

  switch (noun)
    {
    case DOV_LIST_NOUN_FAMILIES:
      format = ngettext ("%s family", "%s families", (gulong) n);
      break;
    case DOV_LIST_NOUN_PEOPLE:
      format = ngettext ("%s person", "%s people", (gulong) n);
      break;
    case DOV_LIST_NOUN_EVENTS:
      format = ngettext ("%s event", "%s events", (gulong) n);
      break;
    case DOV_LIST_NOUN_ORGANISATIONS:
      format = ngettext ("%s organisation", "%s organisations", (gulong) n);
      break;
    case DOV_LIST_NOUN_GROUPS:
      format = ngettext ("%s group", "%s groups", (gulong) n);
      break;
    case DOV_LIST_NOUN_VOLUNTEERS:
      format = ngettext ("%s volunteer", "%s volunteers", (gulong) n);
      break;
    case DOV_LIST_NOUN_ROWS:
    default:
      format = ngettext ("%s row", "%s rows", (gulong) n);
      break;
    }

  return g_strdup_printf (format, shown);
}

/* “12 of 44 families”. */
char *
dov_list_count_of (DovListNoun noun,
                   gint64      n,
                   gint64      all)
{
  g_autofree char *shown = dov_number_to_shown (n);
  g_autofree char *all_shown = dov_number_to_shown (all);
  const char *format;

  switch (noun)
    {
    case DOV_LIST_NOUN_FAMILIES:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s family", "%s of %s families", (gulong) all);
      break;
    case DOV_LIST_NOUN_PEOPLE:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s person", "%s of %s people", (gulong) all);
      break;
    case DOV_LIST_NOUN_EVENTS:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s event", "%s of %s events", (gulong) all);
      break;
    case DOV_LIST_NOUN_ORGANISATIONS:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s organisation", "%s of %s organisations", (gulong) all);
      break;
    case DOV_LIST_NOUN_GROUPS:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s group", "%s of %s groups", (gulong) all);
      break;
    case DOV_LIST_NOUN_VOLUNTEERS:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s volunteer", "%s of %s volunteers", (gulong) all);
      break;
    case DOV_LIST_NOUN_ROWS:
    default:
      /* Translators: how many are shown of how many there are */
      format = ngettext ("%s of %s row", "%s of %s rows", (gulong) all);
      break;
    }

  return g_strdup_printf (format, shown, all_shown);
}

/* “2 families are chosen”. */
char *
dov_list_picked (DovListNoun noun,
                 gint64      n)
{
  g_autofree char *shown = dov_number_to_shown (n);
  const char *format;

  switch (noun)
    {
    case DOV_LIST_NOUN_FAMILIES:
      format = ngettext ("%s family is chosen", "%s families are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_PEOPLE:
      format = ngettext ("%s person is chosen", "%s people are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_EVENTS:
      format = ngettext ("%s event is chosen", "%s events are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_ORGANISATIONS:
      format = ngettext ("%s organisation is chosen", "%s organisations are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_GROUPS:
      format = ngettext ("%s group is chosen", "%s groups are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_VOLUNTEERS:
      format = ngettext ("%s volunteer is chosen", "%s volunteers are chosen", (gulong) n);
      break;
    case DOV_LIST_NOUN_ROWS:
    default:
      format = ngettext ("%s row is chosen", "%s rows are chosen", (gulong) n);
      break;
    }

  return g_strdup_printf (format, shown);
}

#pragma GCC diagnostic pop
