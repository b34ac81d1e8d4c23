/* dov-sorting-box.c - what was taken in unsorted: how much of it is good */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sorting-box.h"

#include <glib/gi18n.h>

#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-shell.h"
#include "dov-stock.h"

struct _DovSortingBox
{
  AdwBin         parent_instance;

  DovStore      *store;
  gint64         receipt;    /* 0: of all */
  gint64         item;       /* 0: all */
  guint          refresh;
  GtkWidget     *answers;
  DovSectionBox *lines;
};

G_DEFINE_FINAL_TYPE (DovSortingBox, dov_sorting_box, ADW_TYPE_BIN)

static void
clear_answers (DovSortingBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
}

static void
refuse (DovSortingBox *self,
        const GError  *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  clear_answers (self);
  gtk_box_append (GTK_BOX (self->answers), dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
}

static void
tell (DovSortingBox *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  clear_answers (self);
  if (words != NULL)
    dov_go_tell (self, words, operation);
}

/* How much of the line is good; the rest is unfit. What was typed stays when it is refused. */
static void
sort_cb (GtkWidget *entry)
{
  DovSortingBox *self = DOV_SORTING_BOX (gtk_widget_get_ancestor (entry, DOV_TYPE_SORTING_BOX));
  const gint64 *id = g_object_get_data (G_OBJECT (entry), "line");
  g_autoptr (DovRecord) line = dov_store_find (self->store, DOV_TYPE_DONATION_LINE, *id, NULL);
  g_autoptr (GError) error = NULL;
  gint64 good = DOV_UNKNOWN;

  if (line == NULL)
    return;
  if (!dov_quantity_from_typed (gtk_editable_get_text (GTK_EDITABLE (entry)), &good, &error))
    {
      refuse (self, error);
      gtk_widget_grab_focus (entry);
      return;
    }
  if (good == DOV_UNKNOWN)
    {
      clear_answers (self);
      gtk_box_append (GTK_BOX (self->answers),
                      dov_notice_new (DOV_NOTICE_REFUSES, _("Type how much of it is good; 0 when none is."), ""));
      gtk_widget_grab_focus (entry);
      return;
    }
  if (!dov_stock_sort (self->store, DOV_DONATION_LINE (line), good, &error))
    {
      refuse (self, error);
      gtk_widget_grab_focus (entry);
      return;
    }
  tell (self);
}

static void
add_line (DovSortingBox   *self,
          DovDonationLine *line)
{
  g_autoptr (DovRecord) receipt = dov_store_find (self->store, DOV_TYPE_DONATION_RECEIPT, line->receipt_id, NULL);
  g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_ITEM, line->item_id);
  g_autofree char *amount = dov_stock_dup_quantity (self->store, line->item_id, line->qty);
  g_autofree char *title = self->item != 0 ? g_strdup (amount) :
                                             g_strdup_printf (C_("thing and how much", "%1$s: %2$s"), name, amount);
  g_autofree char *day = receipt != NULL ? dov_goods_day_words (DOV_DONATION_RECEIPT (receipt)->date) : g_strdup ("");
  /* Translators: No. of a receipt and its day: “Receipt No. 7, 14 March” */
  g_autofree char *second = g_strdup_printf (_("Receipt No. %1$s, %2$s"),
                                             receipt != NULL ? DOV_DONATION_RECEIPT (receipt)->no : "", day);
  g_autofree char *label = g_strdup_printf (_("How much is good: %s"), name);
  gint64 id = dov_record_get_id (DOV_RECORD (line));
  GtkWidget *row = dov_row_line_new ("", title, second);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 7, "max-width-chars", 9, "valign", GTK_ALIGN_CENTER,
                                   "placeholder-text", _("good"), "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);
  GtkWidget *go = g_object_new (GTK_TYPE_BUTTON, "label", _("Sorted"), "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *words = g_strdup_printf ("%s: %s", _("Sorted"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (entry), "line", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (sort_cb), NULL);
  g_signal_connect_object (go, "clicked", G_CALLBACK (sort_cb), entry, G_CONNECT_SWAPPED);
  dov_row_line_append (DOV_ROW_LINE (row), entry);
  dov_row_line_append (DOV_ROW_LINE (row), go);
  dov_section_box_append (self->lines, row);
}

static void
show_all (DovSortingBox *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT l.id FROM donation_line l JOIN donation_receipt r ON r.id = l.receipt_id WHERE l.condition = 'to_sort' "
    "AND r.status = 'posted' AND l.removed IS NULL AND r.removed IS NULL AND (?1 = 0 OR r.id = ?1) "
    "AND (?2 = 0 OR l.item_id = ?2) ORDER BY r.date, l.id", g_variant_new ("(xx)", self->receipt, self->item));

  dov_section_box_clear (self->lines);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) line = dov_store_find (self->store, DOV_TYPE_DONATION_LINE, g_array_index (ids, gint64, i), NULL);

      if (line != NULL)
        add_line (self, DOV_DONATION_LINE (line));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len > 0 && !dov_store_is_read_only (self->store));
}

static gboolean
refresh_cb (gpointer data)
{
  DovSortingBox *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovSortingBox *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/**
 * dov_sorting_box_new:
 * @receipt: only of this one, 0: of all
 * @item: only this thing, 0: all
 *
 * Returns: (transfer floating): the lines that wait to be sorted
 */
GtkWidget *
dov_sorting_box_new (DovStore *store,
                     gint64    receipt,
                     gint64    item)
{
  DovSortingBox *self = g_object_new (DOV_TYPE_SORTING_BOX, NULL);

  self->store = g_object_ref (store);
  self->receipt = receipt;
  self->item = item;
  if (item == 0)
    dov_section_box_set_count (self->lines, _("how much is good goes into the stock, the rest is unfit"));
  show_all (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
dov_sorting_box_dispose (GObject *object)
{
  DovSortingBox *self = DOV_SORTING_BOX (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_sorting_box_parent_class)->dispose (object);
}

static void
dov_sorting_box_class_init (DovSortingBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_sorting_box_dispose;
}

static void
dov_sorting_box_init (DovSortingBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->answers = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->lines = DOV_SECTION_BOX (dov_section_box_new (_("To be sorted")));
  gtk_box_append (GTK_BOX (box), self->answers);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  adw_bin_set_child (ADW_BIN (self), box);
}
