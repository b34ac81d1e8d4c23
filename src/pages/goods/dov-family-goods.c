/* dov-family-goods.c - what a family was given, has borrowed and asks for, on its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-goods.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-drive.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-rental-page.h"

/* Older ones stand in the list of handouts. */
#define MOST_GIFTS 60

static void
open_gift_cb (GtkWidget *row,
              gpointer   user_data)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  dov_go_record (row, DOV_TYPE_DISTRIBUTION, *id);
}

/**
 * dov_family_fill_gifts:
 *
 * Shows what the family was handed out, the last first.
 *
 * Returns: how many times
 */
guint
dov_family_fill_gifts (DovSectionBox *section,
                       DovStore      *store,
                       gint64         family)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };
  g_autoptr (GArray) ids = dov_goods_list_ids (store,
    "SELECT id FROM distribution WHERE family_id = ?1 AND status IN ('issued', 'returned') AND removed IS NULL "
    "ORDER BY date DESC, id DESC", g_variant_new ("(x)", family));

  dov_section_box_clear (section);
  for (guint i = 0; i < MIN (ids->len, MOST_GIFTS); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_DISTRIBUTION, id, NULL);
      DovDistribution *handout = (DovDistribution *) record;
      g_autofree char *day = NULL;
      g_autofree char *things = NULL;
      g_autofree char *drive = NULL;
      g_autofree char *second = NULL;
      GtkWidget *row;

      if (record == NULL)
        continue;
      day = dov_date_to_shown (handout->date);
      things = dov_goods_things_words (store, "distribution_line", "distribution_id", id);
      drive = handout->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, handout->drive_id)
                                     : g_strdup (_("from the stock"));
      second = g_strdup_printf (handout->status == DOV_DISTRIBUTION_STATUS_RETURNED ? _("%1$s · No. %2$s · brought back") :
                                                                                     _("%1$s · No. %2$s"), drive, handout->no);
      row = dov_row_line_new (day, things, second);
      if (handout->status == DOV_DISTRIBUTION_STATUS_ISSUED && !handout->is_signed)
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("no signature"), &missing));
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (open_gift_cb), NULL);
      dov_section_box_append (section, row);
    }

  return ids->len;
}

/**
 * dov_family_fill_loans:
 *
 * Shows what the family has borrowed: what is out first.
 *
 * Returns: how many things are out
 */
guint
dov_family_fill_loans (DovSectionBox *section,
                       DovStore      *store,
                       gint64         family)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (store,
    "SELECT id FROM rental_loan WHERE family_id = ?1 AND removed IS NULL ORDER BY returned_on IS NOT NULL, due_on DESC, id",
    g_variant_new ("(x)", family));
  guint n_out = 0;

  dov_section_box_clear (section);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) loan = dov_store_find (store, DOV_TYPE_RENTAL_LOAN, g_array_index (ids, gint64, i), NULL);

      if (loan == NULL)
        continue;
      n_out += DOV_RENTAL_LOAN (loan)->returned_on == NULL;
      dov_section_box_append (section, dov_loan_row_new (store, DOV_RENTAL_LOAN (loan), FALSE));
    }

  return n_out;
}

/**
 * dov_family_fill_needs:
 *
 * Shows what the family asks for.
 *
 * Returns: how many needs are not met
 */
guint
dov_family_fill_needs (DovSectionBox *section,
                       DovStore      *store,
                       gint64         family)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (store,
    "SELECT id FROM need WHERE family_id = ?1 AND removed IS NULL AND status IN ('open', 'reserved') ORDER BY date, id",
    g_variant_new ("(x)", family));

  dov_section_box_clear (section);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      if (need != NULL)
        dov_section_box_append (section, dov_need_row_new (store, DOV_NEED (need), FALSE));
    }

  return ids->len;
}
