/* dov-receipt-paper.c - what somebody gives is received: from whom, what, in what state, by which paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-donor-field.h"
#include "dov-item.h"
#include "dov-notice.h"
#include "dov-number.h"

/* The agreement was asked for once; kept with the draft. */
#define ASKED "receipt.asked"

/* In kopecks, of what has a value. */
static gint64
get_worth (DovGoodsPage *page)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (page));
  gint64 worth = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      DovDonationLine *line = g_ptr_array_index (lines, i);

      if (line->qty != DOV_UNKNOWN && line->unit_value != DOV_UNKNOWN)
        worth += line->qty * line->unit_value / 1000;
    }

  return worth;
}

static char *
dup_holds (DovGoodsPage *page)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (page));
  gint64 worth = get_worth (page);
  g_autofree char *money = dov_money_to_shown (worth);
  char *count = g_strdup_printf (ngettext ("%u thing", "%u things", lines->len), lines->len);

  if (worth > 0)
    {
      g_autofree char *things = count;

      count = g_strdup_printf (_("%1$s, worth %2$s roubles"), things, money);
    }
  dov_lines_set_count (dov_goods_page_get_lines (page), lines->len > 0 ? count : "");

  return count;
}

/* ---- what the law asks for ---- */

static GtkWidget *
law_new (DovGoodsPage *page)
{
  return adw_bin_new ();
}

static void
set_law (DovGoodsPage  *page,
         DovNoticeKind  kind,
         const char    *lead,
         const char    *text)
{
  GtkWidget *law = dov_goods_page_get_part (page, "law");

  adw_bin_set_child (ADW_BIN (law), lead != NULL ? dov_notice_new (kind, lead, text) : NULL);
  gtk_widget_set_visible (law, lead != NULL);
}

/* The agreement is only asked for where there is one. */
static void
show_agreement (DovGoodsPage *page,
                DovLegalForm  legal_form)
{
  DovForm *form = dov_goods_page_get_form (page);
  GtkWidget *print = dov_goods_page_get_part (page, "print");
  gboolean is_agreement = legal_form == DOV_LEGAL_FORM_AGREEMENT;

  dov_field_row_show (dov_form_find_row (form, "legal_form"));
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "agreement_no")), is_agreement);
  gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, "agreement_date")), is_agreement);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (print)))),
                       is_agreement ? _("Receive and print the agreement") : _("Receive and print the act"));
  gtk_widget_set_visible (print, legal_form != DOV_LEGAL_FORM_BOX);
}

static gboolean
needs_agreement (DovGoodsPage *page)
{
  return dov_donor_field_is_organisation (dov_goods_page_get_part (page, "donor")) &&
         get_worth (page) > dov_stock_get_threshold (dov_goods_page_get_store (page));
}

/* The form of the receipt follows the law; the agreement is set only once, so a person may choose otherwise. */
static DovLegalForm
follow_law (DovGoodsPage *page)
{
  DovDonationReceipt *receipt = dov_goods_page_get_draft (page);
  DovPeopleField *donor = dov_goods_page_get_part (page, "donor");

  if (needs_agreement (page) && dov_record_get_typed (DOV_RECORD (receipt), ASKED) == NULL)
    {
      dov_record_keep_typed (DOV_RECORD (receipt), ASKED, "1");
      dov_set (receipt, legal_form, DOV_LEGAL_FORM_AGREEMENT);
    }
  else if (dov_donor_field_is_anonymous (donor))
    {
      dov_set (receipt, legal_form, DOV_LEGAL_FORM_BOX);
    }
  else if (dov_donor_field_is_given (donor) && receipt->legal_form == 0)
    {
      dov_set (receipt, legal_form, DOV_LEGAL_FORM_ACT);
    }

  return receipt->legal_form;
}

/* What the law asks for, said before it is refused. */
static void
changed (DovGoodsPage *page)
{
  DovLegalForm form = follow_law (page);

  if (needs_agreement (page))
    {
      g_autofree char *threshold = dov_money_to_shown (dov_stock_get_threshold (dov_goods_page_get_store (page)));
      g_autofree char *text =
        g_strdup_printf (_("An organisation gives things worth more than %s roubles: the law asks for a written "
                           "agreement (article 574 of the Civil Code). Type its number and date."), threshold);

      set_law (page, form == DOV_LEGAL_FORM_AGREEMENT ? DOV_NOTICE_INFORMS : DOV_NOTICE_WARNS,
               _("An agreement is needed"), text);
    }
  else if (dov_donor_field_is_anonymous (dov_goods_page_get_part (page, "donor")))
    {
      set_law (page, DOV_NOTICE_INFORMS, _("No papers are needed"),
               _("Whoever gives without a name stays without a name, in the papers and in the thanks."));
    }
  else if (form == DOV_LEGAL_FORM_ACT)
    {
      set_law (page, DOV_NOTICE_INFORMS, _("An act is enough"),
               _("Both sign it; one copy goes to the donor. It can be printed when the things are received."));
    }
  else
    {
      set_law (page, DOV_NOTICE_INFORMS, NULL, NULL);
    }
  show_agreement (page, form);
}

static const char *
document_of (DovGoodsPage *page)
{
  return DOV_DONATION_RECEIPT (dov_goods_page_get_draft (page))->legal_form == DOV_LEGAL_FORM_AGREEMENT ? "D-30" : "D-31";
}

/* ---- lines ---- */

static char *
note (DovRecord *record,
      gpointer   page)
{
  DovDonationLine *line = DOV_DONATION_LINE (record);
  g_autoptr (DovRecord) item = dov_store_find (dov_goods_page_get_store (page), DOV_TYPE_ITEM, line->item_id, NULL);

  if (!dov_condition_is_stocked (line->condition))
    return g_strdup (_("is written down, but does not go into the stock"));

  return g_strdup (item != NULL && DOV_GOODS (item)->perishable ? _("spoils: type the use-by date") : "");
}

static char *
check_line (DovRecord *record,
            gpointer   page)
{
  const GDate *received = DOV_DONATION_RECEIPT (dov_goods_page_get_draft (page))->date;
  const GDate *expires = DOV_DONATION_LINE (record)->expires_on;
  GDate today = dov_today ();

  if (expires != NULL && received != NULL && g_date_compare (expires, received) < 0 && g_date_compare (expires, &today) < 0)
    return g_strdup (_("The use-by date is over: such food is not taken in. Look at the date once more."));

  return dov_goods_page_check (record, page);
}

/* ---- the donor ---- */

static GtkWidget *
donor_new (DovGoodsPage *page)
{
  DovForm *form = dov_goods_page_get_form (page);
  GtkWidget *donor = dov_donor_field_new (form);

  dov_form_fill_later (form, dov_goods_page_get_draft (page), "donor_id");
  g_signal_connect_object (donor, "changed", G_CALLBACK (dov_goods_page_changed), page, G_CONNECT_SWAPPED);

  return donor;
}

static gboolean
check (DovGoodsPage  *page,
       GError       **error)
{
  DovPeopleField *field = dov_goods_page_get_part (page, "donor");
  gint64 donor;

  if (!dov_donor_field_is_given (field))
    {
      const char *words = _("Say from whom the things are: find the name, or press “Without a name”.");

      dov_people_field_set_error (field, words);
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, words);
      return FALSE;
    }
  donor = dov_donor_field_save (field, error);
  dov_set (DOV_DONATION_RECEIPT (dov_goods_page_get_draft (page)), donor_id, donor);

  return donor != 0;
}

static gboolean
focus (DovGoodsPage *page)
{
  DovPeopleField *donor = dov_goods_page_get_part (page, "donor");

  if (dov_donor_field_is_given (donor))
    dov_lines_focus_add (dov_goods_page_get_lines (page));
  else
    gtk_widget_grab_focus (GTK_WIDGET (donor));

  return TRUE;
}

static const DovGoodsPart parts[] = {
  { .name = "donor", .make = donor_new },
  { .name = "lines" },
  { .name = "law", .make = law_new, .at_end = TRUE },
  { N_("Paper"), "legal_form agreement_no agreement_date no date received_by_id", .at_end = TRUE },
  { N_("For what"), "drive_id lounge_id purpose money_note note", .at_end = TRUE },
  { NULL },
};

static const DovFormHint hints[] = {
  { "money_note", N_("The lounge takes no money. A gift of money goes to the account of the institution; "
                     "its bank paper can be noted here") },
  { NULL },
};

static const DovGoodsFilter filters[] = { { "drive_id", "status IN ('collecting', 'distributing')" }, { NULL } };

static const DovGoodsFollow follows[] = { { "legal_form", NULL }, { NULL } };

const DovGoodsPaper dov_receipt_paper = {
  dov_donation_receipt_get_type, "drives", N_("Receipt"), .names_drive = TRUE, .save = N_("Receive"),
  .dismiss = N_("Do Not Receive"), .print = N_("Receive and print the act"), .document_of = document_of,
  .words = NC_("toast", "Received: No. %s"), .status = "posted", .number = "no", .parts = parts, .hints = hints,
  .filters = filters, .follows = follows,
  .lines = {
    dov_donation_line_get_type, "receipt_id", N_("What is given"), "condition qty unit_value expires_on",
    N_("Add a thing: its name or kind   (Ctrl+N)"), .makes = TRUE, .note = note, .check = check_line,
  },
  .dup_holds = dup_holds, .changed = changed, .check = check, .focus = focus,
};
