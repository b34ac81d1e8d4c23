/* dov-need-row.c - what a family asks for, in a line: kept back, to keep back, or nothing there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-need-row.h"

#include "dov-deed.h"
#include "dov-family.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-ref-item.h"
#include "dov-related-list.h"
#include "dov-shelf.h"

#include <glib/gi18n.h>

/* So long a thing is kept back for a family. */
#define KEPT_DAYS 14

/**
 * dov_need_dup_words:
 *
 * Returns: (transfer full): “Boots, size 33” or, while only the kind is known, “shoes”
 */
char *
dov_need_dup_words (DovStore *store,
                    DovNeed  *need)
{
  g_autoptr (DovRecord) item = need->item_id != 0 ? dov_store_find (store, DOV_TYPE_ITEM, need->item_id, NULL) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *amount = NULL;

  if (item == NULL)
    return dov_store_describe_id (store, DOV_TYPE_REF_ITEM, need->category_id);

  name = dov_store_describe (store, item);
  if (need->qty == 1000)
    return g_steal_pointer (&name);
  unit = dov_record_dup_shown (item, dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), "unit"));
  amount = dov_shelf_amount_words (need->qty, unit);

  return g_strdup_printf ("%s, %s", name, amount);
}

/* A button keeps a thing back for the family. */
typedef struct
{
  DovStore *store;
  DovNeed  *need;
} Keeping;

static void
free_keeping (gpointer  data,
              GClosure *closure)
{
  Keeping *keeping = data;

  g_object_unref (keeping->store);
  g_object_unref (keeping->need);
  g_free (keeping);
}

static void
keep_back_cb (GtkWidget *button,
              Keeping   *keeping)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (keeping->need));
  g_autofree char *what = dov_need_dup_words (keeping->store, keeping->need);
  g_autofree char *words = g_strdup_printf (_("Kept back: %s"), what);
  GDate until = dov_today ();

  g_date_add_days (&until, KEPT_DAYS);
  dov_set (DOV_NEED (draft), status, DOV_NEED_STATUS_RESERVED);
  dov_set (DOV_NEED (draft), reserved_until, &until);
  dov_deed_save (button, keeping->store, words, draft);
}

static void
add_keeping (DovRowLine *row,
             DovStore   *store,
             DovNeed    *need,
             const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Keep Back"));
  g_autofree char *label = g_strdup_printf (_("Keep back: %s"), title);
  Keeping keeping = { g_object_ref (store), g_object_ref (need) };

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (keep_back_cb), g_memdup2 (&keeping, sizeof keeping), free_keeping, 0);
  dov_row_line_append (row, button);
}

static char *
dup_second (DovStore *store,
            DovNeed  *need,
            gboolean  names_family,
            gboolean  is_there)
{
  GDate today = dov_today ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *who = names_family ? dov_store_describe_id (store, DOV_TYPE_FAMILY, need->family_id) :
                                        dov_goods_child_words (store, need->person_id, &today);
  g_autofree char *day = dov_goods_day_words (need->date);

  g_string_append (words, who);
  /* Translators: since when a family has asked for it */
  g_string_append_printf (words, words->len > 0 ? C_("need", " · since %s") : C_("need", "since %s"), day);
  if (!is_there && need->status == DOV_NEED_STATUS_OPEN)
    g_string_append (words, _(" · none is free"));
  if (need->reserved_until != NULL)
    {
      g_autofree char *until = dov_goods_day_words (need->reserved_until);

      g_string_append_printf (words, _(" · until %s"), until);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dov_need_row_new:
 * @names_family: says whose need it is; else for whom: “girl, 9 years old”
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
dov_need_row_new (DovStore *store,
                  DovNeed  *need,
                  gboolean  names_family)
{
  static const DovSign kept = { "changes-prevent-symbolic", "success" };
  static const DovSign waits = { "alarm-symbolic", "warning" };
  g_autoptr (DovShelf) shelf = dov_shelf_find (store, need->item_id, need->lounge_id, need->drive_id);
  gboolean is_there = shelf != NULL && dov_shelf_get_free (shelf) >= need->qty;
  g_autofree char *title = dov_need_dup_words (store, need);
  g_autofree char *second = dup_second (store, need, names_family, is_there || need->item_id == 0);
  GtkWidget *row = dov_row_line_new ("", title, second);

  dov_row_line_set_icon (DOV_ROW_LINE (row), need->priority == DOV_PRIORITY_URGENT ? "emblem-important-symbolic"
                                                                                  : "emote-love-symbolic");
  if (need->status == DOV_NEED_STATUS_RESERVED)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("kept back"), &kept));
  else if (need->status == DOV_NEED_STATUS_OPEN && is_there && !dov_store_is_read_only (store))
    add_keeping (DOV_ROW_LINE (row), store, need, title);
  else if (need->status == DOV_NEED_STATUS_OPEN)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("waits"), &waits));
  dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_NEED, dov_record_get_id (DOV_RECORD (need)));

  return row;
}
