/* dov-loan-paper.c - a thing is lent to a family: to whom, until when, in what state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-goods-words.h"
#include "dov-rental.h"
#include "dov-section-box.h"

/* So far ahead it is said when the thing is lent already. */
#define SHOWN_MONTHS 6

/* When the thing is lent already: the days that are taken. */
static void
show_loans (DovGoodsPage *page,
            gint64        item)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovSectionBox *loans = dov_goods_page_get_part (page, "loans");
  GDate from = dov_today (), to = from;
  g_autoptr (GArray) ids = NULL;

  g_date_add_months (&to, SHOWN_MONTHS);
  ids = dov_rental_list_loans (store, item, &from, &to);
  dov_section_box_clear (loans);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) other = dov_store_find (store, DOV_TYPE_RENTAL_LOAN, g_array_index (ids, gint64, i), NULL);
      DovRentalLoan *loan = (DovRentalLoan *) other;
      g_autofree char *since = dov_goods_day_words (loan->issued_on);
      g_autofree char *until = dov_goods_day_words (loan->due_on);
      g_autofree char *days = g_strdup_printf ("%s – %s", since, until);
      g_autofree char *family = dov_store_describe_id (store, DOV_TYPE_FAMILY, loan->family_id);

      dov_section_box_append (loans, dov_row_line_new ("", days, family));
    }
}

static void
item_changed (DovGoodsPage *page,
              gboolean      by_hand)
{
  DovRentalLoan *loan = dov_goods_page_get_draft (page);
  g_autoptr (DovRecord) item = loan->item_id == 0 ? NULL :
    dov_store_find (dov_goods_page_get_store (page), DOV_TYPE_RENTAL_ITEM, loan->item_id, NULL);

  if (item != NULL && *loan->condition_out == '\0')
    {
      dov_set (loan, condition_out, DOV_RENTAL_ITEM (item)->condition);
      dov_field_row_show (dov_form_find_row (dov_goods_page_get_form (page), "condition_out"));
    }
  show_loans (page, loan->item_id);
}

static gboolean
lend (DovGoodsPage  *page,
      GError       **error)
{
  return dov_rental_lend (dov_goods_page_get_store (page), dov_goods_page_get_draft (page), error);
}

static const DovGoodsPart parts[] = {
  { N_("What, and to whom"), "item_id family_id" },
  { N_("Until when"), "issued_on due_on condition_out signed_out" },
  { N_("Lending agreement"), "agreement_no issued_by_id lounge_id note", .at_end = TRUE },
  { N_("Taken already"), .name = "loans", .empty = N_("Nobody has the thing in the next months."), .at_end = TRUE },
  { NULL },
};

static const DovGoodsFilter filters[] = { { "item_id", "status IN ('available', 'on_loan')" }, { NULL } };

static const DovGoodsFollow follows[] = { { "family_id", NULL }, { "item_id", item_changed }, { NULL } };

const DovGoodsPaper dov_loan_paper = {
  dov_rental_loan_get_type, "rental", N_("Lending"), .is_even = TRUE, .save = N_("Lend"), .dismiss = N_("Do Not Lend"),
  .print = N_("Lend and print the agreement"), .document = "D-33f-d", .number = "agreement_no",
  .parts = parts, .recipient = "person_id", .filters = filters, .follows = follows, .write = lend,
};
