/* dov-drive-sections.c - what stands beside the things of a drive: who asks, what came in, what went out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page-private.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-go.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-goods-query.h"

#define MOST_NEEDS 5
#define MOST_PAPERS 4

static void
open_row_cb (GtkWidget *row,
             gpointer   type)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  dov_go_record (row, GPOINTER_TO_SIZE (type), *id);
}

static GtkWidget *
add_row (DovSectionBox *section,
         GType          type,
         gint64         id,
         const char    *icon,
         const char    *title,
         const char    *subtitle)
{
  GtkWidget *row = dov_row_line_new ("", title, subtitle);

  dov_row_line_set_icon (DOV_ROW_LINE (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, title);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (open_row_cb), GSIZE_TO_POINTER (type));
  dov_section_box_append (section, row);

  return row;
}

static void
show_needs (DovDrivePage *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM need WHERE drive_id = ?1 AND status IN ('open', 'reserved') AND removed IS NULL "
    "ORDER BY CASE priority WHEN 'urgent' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, date, id",
    g_variant_new ("(x)", dov_drive_page_get_id (self)));
  gint64 reserved = dov_goods_count (self->store,
    "SELECT count(*) FROM need WHERE drive_id = ?1 AND status = 'reserved' AND removed IS NULL",
    g_variant_new ("(x)", dov_drive_page_get_id (self)));
  g_autoptr (GString) count = g_string_new (NULL);

  dov_section_box_clear (self->needs);
  for (guint i = 0; i < MIN (ids->len, MOST_NEEDS); i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (self->store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      if (need != NULL)
        dov_section_box_append (self->needs, dov_need_row_new (self->store, DOV_NEED (need), FALSE));
    }
  if (ids->len > 0)
    g_string_append_printf (count, ngettext ("%u need", "%u needs", ids->len), ids->len);
  if (reserved > 0)
    g_string_append_printf (count, _(", kept back for %d"), (int) reserved);
  dov_section_box_set_count (self->needs, count->str);
  dov_section_box_set_more (self->needs, ids->len > 0 ? _("All") : _("Add"));
}

static char *
dup_paper (DovDonationReceipt *receipt)
{
  g_autofree char *day = dov_goods_day_words (receipt->date);

  if (receipt->legal_form == DOV_LEGAL_FORM_AGREEMENT)
    return g_strdup_printf (_("agreement No. %1$s · %2$s"), receipt->agreement_no, day);
  if (receipt->legal_form == DOV_LEGAL_FORM_ACT)
    return g_strdup_printf (_("act No. %1$s · %2$s"), receipt->no, day);

  return g_strdup (day);
}

static void
show_received (DovDrivePage *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM donation_receipt WHERE drive_id = ?1 AND status = 'posted' AND removed IS NULL "
    "ORDER BY date DESC, id DESC", g_variant_new ("(x)", dov_drive_page_get_id (self)));
  g_autofree char *count = g_strdup_printf (ngettext ("%u time", "%u times", ids->len), ids->len);

  dov_section_box_clear (self->received);
  for (guint i = 0; i < MIN (ids->len, MOST_PAPERS); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) receipt = dov_store_find (self->store, DOV_TYPE_DONATION_RECEIPT, id, NULL);
      g_autofree char *donor = NULL;
      g_autofree char *things = NULL;
      g_autofree char *title = NULL;
      g_autofree char *paper = NULL;

      if (receipt == NULL)
        continue;
      donor = dov_store_describe_id (self->store, dov_record_class_find_field (DOV_RECORD_GET_CLASS (receipt),
                                     "donor_id")->target (), DOV_DONATION_RECEIPT (receipt)->donor_id);
      things = dov_goods_things_words (self->store, "donation_line", "receipt_id", id);
      title = g_strdup_printf ("%s: %s", donor, things);
      paper = dup_paper (DOV_DONATION_RECEIPT (receipt));
      add_row (self->received, DOV_TYPE_DONATION_RECEIPT, id, "document-save-symbolic", title, paper);
    }
  dov_section_box_set_count (self->received, ids->len > 0 ? count : "");
  dov_section_box_set_more (self->received, ids->len > MOST_PAPERS ? _("All") : "");
}

static void
add_handout (DovDrivePage *self,
             gint64        id)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };
  static const DovSign draft = { "document-edit-symbolic", "warning" };
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_DISTRIBUTION, id, NULL);
  DovDistribution *handout = (DovDistribution *) record;
  g_autofree char *who = NULL;
  g_autofree char *things = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *second = NULL;
  GtkWidget *row;

  if (record == NULL)
    return;
  who = dov_goods_person_short (self->store, handout->person_id);
  things = dov_goods_things_words (self->store, "distribution_line", "distribution_id", id);
  day = dov_goods_day_words (handout->date);
  title = g_strdup_printf ("%s: %s", who, things);
  second = g_strdup_printf (handout->is_signed ? _("No. %1$s · %2$s · signed") : _("No. %1$s · %2$s"), handout->no, day);
  row = add_row (self->handed_out, DOV_TYPE_DISTRIBUTION, id, "document-send-symbolic", title, second);
  if (handout->status == DOV_DISTRIBUTION_STATUS_DRAFT)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("waits"), &draft));
  else if (!handout->is_signed)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("no signature"), &missing));
}

static void
show_handed_out (DovDrivePage *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM distribution WHERE drive_id = ?1 AND status IN ('draft', 'issued') AND removed IS NULL "
    "ORDER BY status = 'draft', date DESC, CAST(no AS INTEGER) DESC, id DESC",
    g_variant_new ("(x)", dov_drive_page_get_id (self)));
  g_autofree char *count = g_strdup_printf (ngettext ("%u time", "%u times", ids->len), ids->len);

  dov_section_box_clear (self->handed_out);
  for (guint i = 0; i < MIN (ids->len, MOST_PAPERS); i++)
    add_handout (self, g_array_index (ids, gint64, i));
  dov_section_box_set_count (self->handed_out, ids->len > 0 ? count : "");
  dov_section_box_set_more (self->handed_out, ids->len > 0 ? _("Sheet") : "");
}

/**
 * dov_drive_page_show_sections:
 * @self: the page
 *
 * Shows who asks, what was received and what was handed out, the last first.
 */
void
dov_drive_page_show_sections (DovDrivePage *self)
{
  show_needs (self);
  show_received (self);
  show_handed_out (self);
}

static GtkWidget *
add_notice (DovDrivePage  *self,
            DovNoticeKind  kind,
            const char    *lead,
            const char    *text,
            const char    *label,
            const char    *action)
{
  GtkWidget *notice = dov_notice_new (kind, lead, text);

  if (label != NULL && !dov_store_is_read_only (self->store))
    gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (DOV_NOTICE (notice), label, NULL)), action);
  gtk_box_append (GTK_BOX (self->notices), notice);

  return notice;
}

static void
show_over (DovDrivePage *self)
{
  GDate today = dov_today ();
  g_autofree char *day = NULL;
  g_autofree char *lead = NULL;

  if (self->drive->until == NULL || g_date_compare (self->drive->until, &today) >= 0)
    return;
  day = dov_date_to_words (self->drive->until);
  lead = g_strdup_printf (_("The drive was to last until %s"), day);
  add_notice (self, DOV_NOTICE_WARNS, lead,
              _("Say what becomes of what is left, and close it. Or give it more time."), _("_Close the drive…"), "drive.close");
}

/**
 * dov_drive_page_show_notices:
 * @self: the page
 *
 * Says what the drive waits for, with the next step.
 */
void
dov_drive_page_show_notices (DovDrivePage *self)
{
  DovDrive *drive = self->drive;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);

  switch (drive->status)
    {
    case DOV_DRIVE_STATUS_PLANNED:
      add_notice (self, DOV_NOTICE_INFORMS, _("The drive is being prepared"),
                  *drive->needs != '\0' ? drive->needs : _("When the first things are brought, begin to collect."),
                  _("_Begin to collect"), "drive.collect");
      break;
    case DOV_DRIVE_STATUS_COLLECTING:
      add_notice (self, DOV_NOTICE_INFORMS, _("Things are being collected"), drive->needs, _("Begin to _hand out"),
                  "drive.distribute");
      break;
    case DOV_DRIVE_STATUS_DISTRIBUTING:
      show_over (self);
      break;
    case DOV_DRIVE_STATUS_CLOSED:
      add_notice (self, DOV_NOTICE_INFORMS, _("The drive is closed: nothing more is received or handed out"), drive->note,
                  _("Open it _again"), "drive.reopen");
      break;
    case DOV_DRIVE_STATUS_CANCELLED:
      add_notice (self, DOV_NOTICE_INFORMS, _("The drive was called off"), drive->status_reason, _("Open it _again"),
                  "drive.reopen");
      break;
    default:
      break;
    }
}
