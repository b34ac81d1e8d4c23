/* dov-to-sort.c - what was taken in unsorted: how much of it is good */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-to-sort.h"

#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-stock.h"

#include <glib/gi18n.h>

#define UNSORTED "SELECT l.id FROM live_donation_line l JOIN live_donation_receipt r ON r.id = l.receipt_id" \
                 " WHERE l.condition = 'to_sort' AND r.status = 'posted'"

typedef struct
{
  DovStore        *store;
  DovDonationLine *line;
  gint64           good;
} Sorting;

static void
free_sorting (gpointer data)
{
  Sorting *sorting = data;

  g_object_unref (sorting->store);
  g_object_unref (sorting->line);
  g_free (sorting);
}

static gboolean
sort (DovStore  *store,
      gpointer   data,
      GError   **error)
{
  Sorting *sorting = data;

  return dov_stock_sort (store, sorting->line, sorting->good, error);
}

/* What was typed stays in its field, and is mended there. */
static gboolean
refused (gpointer      entry,
         const GError *error,
         gpointer      data)
{
  g_autofree char *words = dov_errors_dup_words (error);

  dov_deed_refuse (entry, words);

  return gtk_widget_grab_focus (entry);
}

static void
sort_cb (GtkWidget *entry,
         Sorting   *row)
{
  gint64 good = DOV_UNKNOWN;
  g_autoptr (GError) error = NULL;
  gboolean is_read = dov_quantity_from_typed (gtk_editable_get_text (GTK_EDITABLE (entry)), &good, &error);

  if (is_read && good != DOV_UNKNOWN)
    {
      Sorting sorting = { g_object_ref (row->store), g_object_ref (row->line), good };

      dov_deed_do (entry, row->store, &(DovDeed) {
        .act = sort, .refused = refused, .data = g_memdup2 (&sorting, sizeof sorting), .free_data = free_sorting });
      return;
    }
  dov_deed_refuse (entry, is_read ? _("Type how much of it is good; 0 when none is.") : error->message);
  gtk_widget_grab_focus (entry);
}

static void
go_cb (GtkWidget *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

static GtkWidget *
row_new (DovStore        *store,
         DovDonationLine *line,
         const char      *name,
         const char      *title)
{
  g_autoptr (DovRecord) receipt = dov_store_find (store, DOV_TYPE_DONATION_RECEIPT, line->receipt_id, NULL);
  g_autofree char *day = receipt != NULL ? dov_goods_day_words (DOV_DONATION_RECEIPT (receipt)->date) : g_strdup ("");
  /* Translators: No. of a receipt and its day: “Receipt No. 7, 14 March” */
  g_autofree char *second = g_strdup_printf (_("Receipt No. %1$s, %2$s"),
                                             receipt != NULL ? DOV_DONATION_RECEIPT (receipt)->no : "", day);
  g_autofree char *label = g_strdup_printf (_("How much is good: %s"), name);
  g_autofree char *words = g_strdup_printf ("%s: %s", _("Sorted"), name);
  GtkWidget *row = dov_row_line_new ("", title, second);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 7, "max-width-chars", 9, "valign", GTK_ALIGN_CENTER,
                                   "placeholder-text", _("good"), "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);
  GtkWidget *go = g_object_new (GTK_TYPE_BUTTON, "label", _("Sorted"), "valign", GTK_ALIGN_CENTER, NULL);
  Sorting sorting = { g_object_ref (store), g_object_ref (line), DOV_UNKNOWN };

  dov_name_widget (entry, label);
  dov_name_widget (go, words);
  g_signal_connect_data (entry, "activate", G_CALLBACK (sort_cb), g_memdup2 (&sorting, sizeof sorting),
                         (GClosureNotify) (GCallback) free_sorting, 0);
  g_signal_connect_object (go, "clicked", G_CALLBACK (go_cb), entry, G_CONNECT_SWAPPED);
  dov_row_line_append (DOV_ROW_LINE (row), entry);
  dov_row_line_append (DOV_ROW_LINE (row), go);

  return row;
}

static GtkWidget *
row_of_receipt (DovStore  *store,
                DovRecord *record)
{
  DovDonationLine *line = DOV_DONATION_LINE (record);
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_ITEM, line->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (store, line->item_id, line->qty);
  g_autofree char *title = g_strdup_printf (C_("thing and how much", "%1$s: %2$s"), name, amount);

  return row_new (store, line, name, title);
}

static GtkWidget *
row_of_item (DovStore  *store,
             DovRecord *record)
{
  DovDonationLine *line = DOV_DONATION_LINE (record);
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_ITEM, line->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (store, line->item_id, line->qty);

  return row_new (store, line, name, amount);
}

static char *
dup_explanation (guint n,
                 guint n_past)
{
  return g_strdup (_("how much is good goes into the stock, the rest is unfit"));
}

static char *
dup_nothing (guint n,
             guint n_past)
{
  return g_strdup ("");
}

const DovRelatedList dov_to_sort_of_receipt = {
  N_("To be sorted"), .type = dov_donation_line_get_type, .sql = UNSORTED " AND r.id = ?1 ORDER BY l.id",
  .row = row_of_receipt, .count = dup_explanation,
};

const DovRelatedList dov_to_sort_of_item = {
  N_("To be sorted"), .type = dov_donation_line_get_type, .sql = UNSORTED " AND l.item_id = ?1 ORDER BY r.date, l.id",
  .row = row_of_item, .count = dup_nothing,
};

/**
 * dov_to_sort_may:
 * @subject: a receipt, or a thing
 *
 * Returns: whether anything of it waits to be sorted, and may be
 */
gboolean
dov_to_sort_may (DovStore  *store,
                 DovRecord *subject)
{
  return !dov_store_is_read_only (store) && !dov_record_is_removed (subject) &&
         dov_store_see_number (store, DOV_IS_GOODS (subject) ? UNSORTED " AND l.item_id = ?1" : UNSORTED " AND r.id = ?1",
                               "(x)", dov_record_get_id (subject)) != 0;
}
