/* dov-receipt-page.c - what somebody gives is received: from whom, what, in what state, by which paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-receipt-page.h"

#include <glib/gi18n.h>

#include "dov-donation-line.h"
#include "dov-donor-field.h"
#include "dov-drive.h"
#include "dov-item.h"
#include "dov-link-row.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-settings.h"

/* A gift of an organisation that is worth more needs a written agreement, in kopecks; the settings may say otherwise. */
#define USUAL_THRESHOLD 300000

struct _DovReceiptPage
{
  DovGoodsPage   parent_instance;

  DovDonorField *donor;
  GtkWidget     *law;          /* what the law asks for, or NULL */
  GtkWidget     *law_place;
  GtkWidget     *print;
  gboolean       was_asked;    /* the form was set by the law once; a person may choose otherwise */
};

G_DEFINE_FINAL_TYPE (DovReceiptPage, dov_receipt_page, DOV_TYPE_GOODS_PAGE)

static DovDonationReceipt *
get_receipt (DovReceiptPage *self)
{
  return DOV_DONATION_RECEIPT (dov_goods_page_get_draft (DOV_GOODS_PAGE (self)));
}

static DovForm *
get_form (DovReceiptPage *self)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (self));
}

static gint64
get_threshold (DovReceiptPage *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (dov_form_page_get_store (DOV_FORM_PAGE (self)),
                                                         DOV_TYPE_SETTINGS, NULL, NULL);
  gint64 threshold = settings != NULL ? DOV_SETTINGS (settings)->agreement_threshold : DOV_UNKNOWN;

  return threshold != DOV_UNKNOWN ? threshold : USUAL_THRESHOLD;
}

/* In kopecks, of what has a value. */
static gint64
get_worth (DovReceiptPage *self)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
  gint64 worth = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      DovDonationLine *line = g_ptr_array_index (lines, i);

      if (line->qty != DOV_UNKNOWN && line->unit_value != DOV_UNKNOWN)
        worth += line->qty * line->unit_value / 1000;
    }

  return worth;
}

static void
show_total (DovReceiptPage *self)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
  gint64 worth = get_worth (self);
  g_autofree char *money = dov_money_to_shown (worth);
  g_autofree char *count = g_strdup_printf (ngettext ("%u thing", "%u things", lines->len), lines->len);
  g_autofree char *sum = g_strdup_printf (_("%1$s, worth %2$s roubles"), count, money);
  const char *words = worth > 0 ? sum : count;
  g_autofree char *total = g_strdup_printf (_("Receipt No. %1$s: %2$s"), get_receipt (self)->no, words);

  dov_lines_set_count (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)), lines->len > 0 ? words : "");
  dov_form_set_total (get_form (self), total);
}

static void
set_law (DovReceiptPage *self,
         DovNoticeKind   kind,
         const char     *lead,
         const char     *text)
{
  adw_bin_set_child (ADW_BIN (self->law_place), lead != NULL ? dov_notice_new (kind, lead, text) : NULL);
  gtk_widget_set_visible (self->law_place, lead != NULL);
}

static void
set_form (DovReceiptPage *self,
          DovLegalForm    form)
{
  DovFieldRow *row = dov_form_find_row (get_form (self), "legal_form");

  dov_set (get_receipt (self), legal_form, form);
  dov_field_row_show (row);
}

/* The agreement is only asked for where there is one. */
static void
show_agreement (DovReceiptPage *self)
{
  gboolean is_agreement = get_receipt (self)->legal_form == DOV_LEGAL_FORM_AGREEMENT;

  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (get_form (self), "agreement_no")), is_agreement);
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (get_form (self), "agreement_date")), is_agreement);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (self->print)))),
                       is_agreement ? _("Receive and print the agreement") : _("Receive and print the act"));
  gtk_widget_set_visible (self->print, get_receipt (self)->legal_form != DOV_LEGAL_FORM_BOX);
}

/* What the law asks for, said before it is refused: and the form follows it. */
static void
follow_law (DovReceiptPage *self)
{
  gboolean is_needed = dov_donor_field_is_organisation (self->donor) && get_worth (self) > get_threshold (self);
  gboolean is_anonymous = dov_donor_field_is_anonymous (self->donor);
  DovLegalForm form = get_receipt (self)->legal_form;

  if (is_needed && !self->was_asked)
    {
      self->was_asked = TRUE;
      set_form (self, form = DOV_LEGAL_FORM_AGREEMENT);
    }
  else if (is_anonymous && form != DOV_LEGAL_FORM_BOX)
    {
      set_form (self, form = DOV_LEGAL_FORM_BOX);
    }
  else if (dov_donor_field_is_given (self->donor) && !is_anonymous && form == 0)
    {
      set_form (self, form = DOV_LEGAL_FORM_ACT);
    }

  if (is_needed)
    {
      g_autofree char *threshold = dov_money_to_shown (get_threshold (self));
      g_autofree char *text =
        g_strdup_printf (_("An organisation gives things worth more than %s roubles: the law asks for a written "
                           "agreement (article 574 of the Civil Code). Type its number and date."), threshold);

      set_law (self, form == DOV_LEGAL_FORM_AGREEMENT ? DOV_NOTICE_INFORMS : DOV_NOTICE_WARNS,
               _("An agreement is needed"), text);
    }
  else if (is_anonymous)
    {
      set_law (self, DOV_NOTICE_INFORMS, _("No papers are needed"),
               _("Whoever gives without a name stays without a name, in the papers and in the thanks."));
    }
  else if (form == DOV_LEGAL_FORM_ACT)
    {
      set_law (self, DOV_NOTICE_INFORMS, _("An act is enough"),
               _("Both sign it; one copy goes to the donor. It can be printed when the things are received."));
    }
  else
    {
      set_law (self, DOV_NOTICE_INFORMS, NULL, NULL);
    }
  show_agreement (self);
  show_total (self);
}

static void
changed_cb (DovReceiptPage *self)
{
  follow_law (self);
}

static void
edited_cb (DovReceiptPage *self)
{
  dov_field_row_read_quietly (dov_form_find_row (get_form (self), "legal_form"));
  follow_law (self);
}

static char *
note_cb (DovLines  *lines,
         DovRecord *record,
         gpointer   user_data)
{
  DovReceiptPage *self = user_data;
  DovDonationLine *line = DOV_DONATION_LINE (record);
  g_autoptr (DovRecord) item = dov_store_find (dov_form_page_get_store (DOV_FORM_PAGE (self)), DOV_TYPE_ITEM,
                                               line->item_id, NULL);

  if (line->condition == DOV_CONDITION_TO_SORT || line->condition == DOV_CONDITION_UNFIT)
    return g_strdup (_("is written down, but does not go into the stock"));
  if (item != NULL && DOV_GOODS (item)->perishable)
    return g_strdup (_("spoils: type the use-by date"));

  return g_strdup ("");
}

static char *
check_cb (DovLines  *lines,
          DovRecord *record,
          gpointer   user_data)
{
  DovReceiptPage *self = user_data;
  DovDonationLine *line = DOV_DONATION_LINE (record);
  GDate today = dov_today ();

  if (line->qty != DOV_UNKNOWN && line->qty <= 0)
    return g_strdup (_("Type more than nothing, or take the line out."));
  if (line->expires_on != NULL && get_receipt (self)->date != NULL &&
      g_date_compare (line->expires_on, get_receipt (self)->date) < 0 && g_date_compare (line->expires_on, &today) < 0)
    return g_strdup (_("The use-by date is over: such food is not taken in. Look at the date once more."));

  return NULL;
}

static gboolean
dov_receipt_page_prepare (DovGoodsPage *page,
                          GError      **error)
{
  DovReceiptPage *self = DOV_RECEIPT_PAGE (page);
  gint64 donor;

  if (!dov_donor_field_is_given (self->donor))
    {
      const char *words = _("Say from whom the things are: find the name, or press “Without a name”.");

      dov_donor_field_set_error (self->donor, words);
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, words);
      return FALSE;
    }
  donor = dov_donor_field_save (self->donor, error);
  dov_set (get_receipt (self), donor_id, donor);

  return donor != 0;
}

static char *
dov_receipt_page_dup_words (DovGoodsPage *page)
{
  return g_strdup_printf (_("Received: No. %s"), DOV_DONATION_RECEIPT (dov_goods_page_get_draft (page))->no);
}

static void
print_cb (DovReceiptPage *self)
{
  dov_goods_page_print_next (DOV_GOODS_PAGE (self),
                             get_receipt (self)->legal_form == DOV_LEGAL_FORM_AGREEMENT ? "D-30" : "D-31");
}

static void
add_fields (DovReceiptPage *self)
{
  DovForm *form = get_form (self);
  DovFieldGroup *group;

  self->donor = DOV_DONOR_FIELD (dov_donor_field_new (form));
  g_signal_connect_object (self->donor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  dov_form_add_widget (form, GTK_WIDGET (self->donor), FALSE);
  dov_form_add_widget (form, GTK_WIDGET (dov_goods_page_get_lines (DOV_GOODS_PAGE (self))), FALSE);

  self->law_place = adw_bin_new ();
  dov_form_add_widget (form, self->law_place, TRUE);
  group = dov_form_add_group (form, _("Paper"), "legal_form agreement_no agreement_date no date received_by_id", TRUE);
  g_signal_connect_object (dov_field_group_find (group, "legal_form"), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  dov_form_add_group (form, _("For what"), "drive_id lounge_id purpose money_note note", TRUE);
  dov_link_row_set_filter (DOV_LINK_ROW (dov_form_find_row (form, "drive_id")), "status IN ('collecting', 'distributing')",
                           NULL);
  dov_field_row_set_hint (dov_form_find_row (form, "money_note"),
                          _("The lounge takes no money. A gift of money goes to the account of the institution; "
                            "its bank paper can be noted here"));
  dov_form_fill_later (form, DOV_RECORD (get_receipt (self)), "donor_id");
}

/**
 * dov_receipt_page_new:
 * @draft: a new receipt, with the drive if it is of one
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_receipt_page_new (DovStore           *store,
                      DovDonationReceipt *draft,
                      gint64              kept)
{
  DovReceiptPage *self = g_object_new (DOV_TYPE_RECEIPT_PAGE, NULL);
  DovGoodsPage *page = DOV_GOODS_PAGE (self);
  const DovLinesSpec spec = {
    .line = DOV_TYPE_DONATION_LINE, .owner = "receipt_id", .title = _("What is given"),
    .fields = "condition qty unit_value expires_on", .add = _("Add a thing: its name or kind   (Ctrl+N)"), .makes = TRUE,
  };
  g_autofree char *drive = NULL;
  g_autofree char *title = NULL;
  DovLines *lines;

  dov_goods_page_begin (page, store, DOV_RECORD (draft), kept);
  drive = draft->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, draft->drive_id) : g_strdup (_("Stock"));
  title = g_strdup_printf ("%s › %s", drive, _("Receipt"));
  dov_page_set_title (DOV_PAGE (self), title);
  lines = DOV_LINES (dov_lines_new (get_form (self), &spec));
  dov_lines_set_note (lines, note_cb, self);
  dov_lines_set_check (lines, check_cb, self);
  dov_goods_page_set_lines (page, lines);
  g_signal_connect_object (lines, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  add_fields (self);
  self->print = dov_form_add_action (get_form (self), "document-print-symbolic", _("Receive and print the act"));
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  dov_form_set_verbs (get_form (self), _("Receive"), _("Do Not Receive"));
  dov_goods_page_finish (page);
  follow_law (self);

  return DOV_PAGE (self);
}

static void
dov_receipt_page_focus (DovPage *page)
{
  DovReceiptPage *self = DOV_RECEIPT_PAGE (page);

  if (dov_donor_field_is_given (self->donor))
    dov_lines_focus_add (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->donor));
}

static void
dov_receipt_page_class_init (DovReceiptPageClass *klass)
{
  DovGoodsPageClass *goods_class = DOV_GOODS_PAGE_CLASS (klass);

  DOV_PAGE_CLASS (klass)->focus = dov_receipt_page_focus;
  goods_class->prepare = dov_receipt_page_prepare;
  goods_class->dup_words = dov_receipt_page_dup_words;
  goods_class->status = "posted";
}

static void
dov_receipt_page_init (DovReceiptPage *self)
{
}
