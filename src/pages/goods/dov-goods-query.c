/* dov-goods-query.c - lists and words of drives and papers about goods, asked from the store */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-query.h"

#include <glib/gi18n.h>

#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-settlement.h"
#include "dov-shelf.h"
#include "dov-staff.h"

static DovStatement *
ask (DovStore   *store,
     const char *sql,
     GVariant   *params)
{
  g_autoptr (GVariant) kept = params != NULL ? g_variant_ref_sink (params) : NULL;
  g_autoptr (GError) error = NULL;
  DovStatement *rows = dov_database_prepare (dov_store_get_seen (store), sql, &error);

  if (rows == NULL)
    g_warning ("A question about the stock cannot be asked: %s", error->message);
  else if (kept != NULL)
    dov_statement_bind_variant (rows, kept);

  return rows;
}

/**
 * dov_goods_list_ids:
 * @params: (nullable): the values of ?1…; sunk
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
dov_goods_list_ids (DovStore   *store,
                    const char *sql,
                    GVariant   *params)
{
  g_autoptr (DovStatement) rows = ask (store, sql, params);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rows != NULL && dov_statement_step (rows, NULL))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* The one number of the first row; 0 while there is none. */
gint64
dov_goods_count (DovStore   *store,
                 const char *sql,
                 GVariant   *params)
{
  g_autoptr (DovStatement) rows = ask (store, sql, params);

  return rows != NULL && dov_statement_step (rows, NULL) ? dov_statement_column_integer (rows, 0) : 0;
}

/* The one text of the first row; empty while there is none. */
char *
dov_goods_ask_text (DovStore   *store,
                    const char *sql,
                    GVariant   *params)
{
  g_autoptr (DovStatement) rows = ask (store, sql, params);

  if (rows == NULL || !dov_statement_step (rows, NULL) || dov_statement_column_is_null (rows, 0))
    return g_strdup ("");

  return g_strdup (dov_statement_column_text (rows, 0));
}

/**
 * dov_goods_things_words:
 * @table: of the lines
 * @owner: their link to the paper
 */
char *
dov_goods_things_words (DovStore   *store,
                        const char *table,
                        const char *owner,
                        gint64      paper)
{
  g_autofree char *sql = g_strdup_printf ("SELECT item_id, sum(qty) FROM %s WHERE %s = ?1 AND removed IS NULL "
                                          "GROUP BY item_id ORDER BY min(id)", table, owner);
  g_autoptr (DovStatement) rows = ask (store, sql, g_variant_new ("(x)", paper));
  g_autoptr (GString) words = g_string_new (NULL);

  while (rows != NULL && dov_statement_step (rows, NULL))
    {
      g_autoptr (DovRecord) item = dov_store_find (store, DOV_TYPE_ITEM, dov_statement_column_integer (rows, 0), NULL);
      g_autofree char *unit = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *name = NULL;

      if (item == NULL)
        continue;
      unit = dov_record_dup_shown (item, dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), "unit"));
      amount = dov_shelf_amount_words (dov_statement_column_integer (rows, 1), unit);
      name = dov_store_describe (store, item);
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", name, amount);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* “Shikhova M. I.” */
char *
dov_goods_person_short (DovStore *store,
                        gint64    person)
{
  g_autoptr (DovRecord) found = person != 0 ? dov_store_find (store, DOV_TYPE_PERSON, person, NULL) : NULL;

  if (found == NULL)
    return g_strdup ("");

  return dov_name_short (DOV_PERSON (found)->last_name, DOV_PERSON (found)->first_name, DOV_PERSON (found)->patronymic);
}

/* “a girl of 9 years”: enough for whoever looks for boots, and no name. */
char *
dov_goods_child_words (DovStore    *store,
                       gint64       person,
                       const GDate *on)
{
  g_autoptr (DovRecord) found = person != 0 ? dov_store_find (store, DOV_TYPE_PERSON, person, NULL) : NULL;
  const char *who;
  DovPerson *child;
  int age;

  if (found == NULL)
    return g_strdup ("");

  child = DOV_PERSON (found);
  if (child->birth_date != NULL)
    age = dov_age_on (child->birth_date, on);
  else if (child->birth_year != DOV_UNKNOWN)
    age = g_date_get_year (on) - (int) child->birth_year;
  else
    return g_strdup (child->first_name);

  if (child->sex == DOV_SEX_FEMALE)
    who = age < 18 ? _("girl") : _("woman");
  else if (child->sex == DOV_SEX_MALE)
    who = age < 18 ? _("boy") : _("man");
  else
    who = age < 18 ? _("child") : _("adult");

  /* Translators: who needs a thing, and of what age: “girl, 9 years old” */
  return g_strdup_printf (ngettext ("%s, %d year old", "%s, %d years old", age), who, age);
}

/* The village of a lounge, which tells it from the others. */
char *
dov_goods_place_words (DovStore *store,
                       gint64    lounge)
{
  g_autoptr (DovRecord) found = lounge != 0 ? dov_store_find (store, DOV_TYPE_LOUNGE, lounge, NULL) : NULL;
  g_autoptr (DovRecord) village = found == NULL ? NULL :
    dov_store_find (store, DOV_TYPE_SETTLEMENT, DOV_LOUNGE (found)->settlement_id, NULL);

  if (village != NULL)
    return g_strdup (DOV_SETTLEMENT (village)->name);

  return found != NULL ? g_strdup (DOV_LOUNGE (found)->name) : g_strdup ("");
}

/* “today”, “16 March”, “16 March 2026”. */
char *
dov_goods_day_words (const GDate *day)
{
  GDate today = dov_today ();

  if (day == NULL)
    return g_strdup ("");
  if (g_date_compare (day, &today) == 0)
    return g_strdup (_("today"));
  if (g_date_get_year (day) == g_date_get_year (&today))
    return g_strdup_printf (C_("date", "%d %s"), g_date_get_day (day), dov_month_name_of (g_date_get_month (day)));

  return dov_date_to_words (day);
}

/**
 * dov_goods_next_number:
 * @type: a paper with a number, a lounge and a date
 *
 * Returns: (transfer full): the number after the last one of the lounge and the year (V8)
 */
char *
dov_goods_next_number (DovStore    *store,
                       GType        type,
                       gint64       lounge,
                       const GDate *date)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce(max(CAST(no AS INTEGER)), 0) + 1 FROM %s "
                                          "WHERE lounge_id = ?1 AND substr(date, 1, 4) = ?2",
                                          dov_registry_class (type)->table);
  g_autofree char *year = g_strdup_printf ("%04d", g_date_get_year (date));

  return g_strdup_printf ("%" G_GINT64_FORMAT, dov_goods_count (store, sql, g_variant_new ("(xs)", lounge, year)));
}

/* Who works at this computer, found among the staff by the name of the user; else the only one; 0: not known. */
gint64
dov_goods_find_me (DovStore *store)
{
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_STAFF, NULL, NULL);
  const char *user = dov_store_get_user (store);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) staff = dov_store_find (store, DOV_TYPE_STAFF, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = staff != NULL ? dov_goods_person_short (store, DOV_STAFF (staff)->person_id) : NULL;

      if (name != NULL && g_strcmp0 (name, user) == 0)
        return g_array_index (ids, gint64, i);
    }

  return ids != NULL && ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}
