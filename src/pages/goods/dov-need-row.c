/* dov-need-row.c - what a family asks for, in a line: kept back, to keep back, or nothing there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-need-row.h"

#include "dov-deed.h"
#include "dov-family.h"
#include "dov-goods-words.h"
#include "dov-label.h"
#include "dov-related-list.h"
#include "dov-stock.h"

#include <glib/gi18n.h>

/* So long a thing is kept back for a family. */
#define KEPT_DAYS 14

/* A button keeps a thing back for the family. */
typedef struct
{
  DovStore *store;
  gint64    need;
} Keeping;

static void
free_keeping (gpointer  data,
              GClosure *closure)
{
  g_object_unref (((Keeping *) data)->store);
  g_free (data);
}

static gboolean
keep_back (DovStore  *store,
           gpointer   need,
           GError   **error)
{
  GDate until = dov_today ();

  g_date_add_days (&until, KEPT_DAYS);

  return dov_stock_reserve (store, *(gint64 *) need, &until, error);
}

static void
keep_back_cb (GtkWidget *button,
              Keeping   *keeping)
{
  g_autoptr (DovRecord) need = dov_store_find (keeping->store, DOV_TYPE_NEED, keeping->need, NULL);
  g_autofree char *what = need != NULL ? dov_goods_need_words (keeping->store, DOV_NEED (need)) : g_strdup ("");
  g_autofree char *words = g_strdup_printf (C_("toast", "Kept back: %s"), what);

  dov_deed_do (button, keeping->store, &(DovDeed) {
    .words = words, .act = keep_back, .data = g_memdup2 (&keeping->need, sizeof keeping->need), .free_data = g_free });
}

static void
add_keeping (DovRowLine *row,
             DovStore   *store,
             DovNeed    *need,
             const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Keep Back"));
  g_autofree char *label = g_strdup_printf (_("Keep back: %s"), title);
  Keeping keeping = { g_object_ref (store), dov_record_get_id (DOV_RECORD (need)) };

  dov_name_widget (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (keep_back_cb), g_memdup2 (&keeping, sizeof keeping), free_keeping, 0);
  dov_row_line_append (row, button);
}

static char *
dup_second (DovNeed    *need,
            const char *who,
            gboolean    is_there)
{
  g_autoptr (GString) words = g_string_new (who);
  g_autofree char *day = dov_goods_day_words (need->date);

  /* Translators: since when a family has asked for it */
  g_string_append_printf (words, words->len > 0 ? C_("need", " · since %s") : C_("need", "since %s"), day);
  if (!is_there && need->status == DOV_NEED_STATUS_OPEN && need->item_id != 0)
    g_string_append (words, _(" · none is free"));
  if (need->reserved_until != NULL)
    {
      g_autofree char *until = dov_goods_day_words (need->reserved_until);

      g_string_append_printf (words, _(" · until %s"), until);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
row_new (DovStore   *store,
         DovNeed    *need,
         const char *who)
{
  static const DovSign kept = { "changes-prevent-symbolic", "success" };
  static const DovSign waits = { "alarm-symbolic", "warning" };
  g_autofree char *title = dov_goods_need_words (store, need);
  g_autofree char *second = NULL;
  DovStockFigure figure;
  gboolean is_there;
  GtkWidget *row;

  dov_stock_get_figure (store, need->item_id, need->lounge_id, need->drive_id, &figure);
  is_there = need->item_id != 0 && figure.free >= need->qty;
  second = dup_second (need, who, is_there);
  row = dov_row_line_new ("", title, second);
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

GtkWidget *
dov_need_row_new (DovStore  *store,
                  DovRecord *need)
{
  GDate today = dov_today ();
  g_autofree char *child = dov_goods_child_words (store, DOV_NEED (need)->person_id, &today);

  return row_new (store, DOV_NEED (need), child);
}

GtkWidget *
dov_need_row_new_of_family (DovStore  *store,
                            DovRecord *need)
{
  g_autofree char *family = dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_NEED (need)->family_id);

  return row_new (store, DOV_NEED (need), family);
}
