/* dov-goods-words.c - words about drives and papers about goods, as pages say them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-words.h"

#include <glib/gi18n.h>

#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-name.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-stock-private.h"

/**
 * dov_goods_things_words:
 * @type: of the paper, one with lines
 */
char *
dov_goods_things_words (DovStore *store,
                        GType     type,
                        gint64    paper)
{
  const DovStockPaper *kind = dov_stock_paper_of (type);
  g_autofree char *sql = g_strdup_printf ("SELECT item_id, sum (qty) FROM live_%s WHERE %s = ?1"
                                          " GROUP BY item_id ORDER BY min (id)", kind->line_table, kind->link);
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(x)", paper);
  g_autoptr (GString) words = g_string_new (NULL);

  while (dov_statement_next (rows))
    {
      gint64 item = dov_statement_column_integer (rows, 0);
      g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_ITEM, item);
      g_autofree char *amount = dov_stock_dup_quantity (store, item, dov_statement_column_integer (rows, 1));

      g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", name, amount);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* “Shikhova M. I.” */
char *
dov_goods_person_short (DovStore *store,
                        gint64    person)
{
  g_autoptr (DovRecord) found = dov_store_look_up (store, DOV_TYPE_PERSON, person);

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
  g_autoptr (DovRecord) found = dov_store_look_up (store, DOV_TYPE_PERSON, person);
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
    return g_strdup (dov_person_get_given (child));

  if (child->sex == DOV_SEX_FEMALE)
    who = age < 18 ? _("girl") : _("woman");
  else if (child->sex == DOV_SEX_MALE)
    who = age < 18 ? _("boy") : _("man");
  else
    who = age < 18 ? _("child") : _("adult");

  /* Translators: who needs a thing, and of what age: “girl, 9 years old” */
  return g_strdup_printf (ngettext ("%s, %d year old", "%s, %d years old", age), who, age);
}

/* “Boots, size 33” or, while only the kind is known, “shoes”. */
char *
dov_goods_need_words (DovStore *store,
                      DovNeed  *need)
{
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;

  if (need->item_id == 0)
    return dov_store_describe_id (store, DOV_TYPE_REF_ITEM, need->category_id);
  name = dov_store_describe_id (store, DOV_TYPE_ITEM, need->item_id);
  if (need->qty == 1000)
    return g_steal_pointer (&name);
  amount = dov_stock_dup_quantity (store, need->item_id, need->qty);

  return g_strdup_printf ("%s, %s", name, amount);
}

/* The village of a lounge, which is what people call it by. */
char *
dov_goods_place_words (DovStore *store,
                       gint64    lounge)
{
  g_autoptr (DovRecord) found = dov_store_look_up (store, DOV_TYPE_LOUNGE, lounge);
  g_autofree char *place = NULL;

  if (found == NULL)
    return g_strdup ("");
  place = dov_store_describe_id (store, DOV_TYPE_SETTLEMENT, DOV_LOUNGE (found)->settlement_id);

  return *place != '\0' ? g_steal_pointer (&place) : g_strdup (DOV_LOUNGE (found)->name);
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
