/* dov-list-words.c - computed words of lists: what stands in a cell or a count and is no field */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-words.h"

#include <glib/gi18n.h>

#include "dov-field-path.h"
#include "dov-number.h"
#include "dov-ref-item.h"
#include "dov-signs.h"

/**
 * dov_list_ask:
 * @params: (transfer floating): the values of ?1…
 *
 * For a cell that is counted.
 *
 * Returns: (transfer full) (nullable): the one value of the first row, as text;
 *   %NULL while there is none
 */
char *
dov_list_ask (DovStore   *store,
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

/* Lounges are told from each other by their village; their names are long. */
char *
dov_list_place_of_lounge (DovStore             *store,
                          gpointer              row,
                          const DovTableColumn *column)
{
  g_autofree char *path = g_strconcat (column->name, ".settlement_id", NULL);

  return dov_field_path_dup (store, row, path, "");
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
