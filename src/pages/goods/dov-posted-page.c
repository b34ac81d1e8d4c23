/* dov-posted-page.c - a paper about goods that was written: what it says, its lines, how it is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-posted-page.h"

#include "dov-commission-member.h"
#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-related-table.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock.h"
#include "dov-to-sort.h"
#include "dov-write-off-line.h"

#include <glib/gi18n.h>

/* A paper and its lines. */
typedef struct
{
  DovSubject      subject;
  DovRelatedTable lines;
} Paper;

/* ---- what can be done ---- */

static gboolean
hand_out (DovStore    *store,
          DovRecord   *paper,
          const char  *reason,
          GError     **error)
{
  return dov_stock_issue_prepared (store, dov_record_get_id (paper), FALSE, error);
}

static gboolean
take_back (DovStore    *store,
           DovRecord   *paper,
           const char  *reason,
           GError     **error)
{
  GDate today = dov_today ();

  return dov_stock_return (store, dov_record_get_id (paper), &today, reason, error);
}

static gboolean
sign (DovStore    *store,
      DovRecord   *paper,
      const char  *reason,
      GError     **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (paper);
  g_autofree char *words = g_strdup_printf (C_("toast", "Signed: handout No. %s"), DOV_DISTRIBUTION (draft)->no);

  dov_store_name_operation (store, words);
  dov_set (DOV_DISTRIBUTION (draft), is_signed, TRUE);

  return dov_store_save (store, draft, error);
}

static gboolean
is_unsigned (DovStore  *store,
             DovRecord *record)
{
  return !DOV_DISTRIBUTION (record)->is_signed;
}

static gboolean
has_agreement (DovStore  *store,
               DovRecord *record)
{
  return DOV_DONATION_RECEIPT (record)->legal_form == DOV_LEGAL_FORM_AGREEMENT;
}

/* What was written wrongly: a draft has moved nothing and can go; what has moved goods is taken back, and stays. */
#define TAKE_BACK(states) \
  { "posted.remove", .kind = DOV_ACT_REMOVE, .while_in = "draft" }, \
  { "posted.annul", N_("Annul…"), .kind = DOV_ACT_DO, .rule = dov_stock_cancel, .while_in = states, .asks = N_("Why"), \
    .ask_title = N_("The paper is annulled: its movements are taken back, the paper stays, crossed out") }

static const DovAct receipt_acts[] = {
  { "posted.act", N_("Act of acceptance"), .kind = DOV_ACT_PAPER, .code = "D-31" },
  { "posted.agreement", N_("Donation agreement"), .kind = DOV_ACT_PAPER, .code = "D-30", .may = has_agreement },
  TAKE_BACK ("posted"),
  { NULL },
};

static const DovAct handout_acts[] = {
  { "posted.hand-out", N_("Hand Out"), .kind = DOV_ACT_DO, .rule = hand_out, .while_in = "draft", .is_strong = TRUE },
  { "posted.sign", N_("The signature is there"), .kind = DOV_ACT_DO, .rule = sign, .while_in = "issued",
    .may = is_unsigned, .is_strong = TRUE },
  { "posted.act", N_("Act of help"), .kind = DOV_ACT_PAPER, .code = "D-33b" },
  { "posted.return", N_("Brought back…"), .kind = DOV_ACT_DO, .rule = take_back, .while_in = "issued", .asks = N_("Why"),
    .ask_title = N_("The things come back: they are in the stock again from today, the paper stays") },
  TAKE_BACK ("issued"),
  { NULL },
};

static const DovAct write_off_acts[] = {
  { "posted.act", N_("Act of writing off"), .kind = DOV_ACT_PAPER, .code = "D-33c" }, TAKE_BACK ("posted"), { NULL },
};

static const DovAct count_acts[] = {
  { "posted.act", N_("Stock list"), .kind = DOV_ACT_PAPER, .code = "D-33d" }, TAKE_BACK ("posted"), { NULL },
};

static const DovAct moving_acts[] = { TAKE_BACK ("posted"), { NULL } };

static void
tell_of_signature (DovSubjectPage *page,
                   DovRecord      *record)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };
  static const DovSign there = { "dov-emblem-ok-symbolic", "success" };

  if (DOV_DISTRIBUTION (record)->status == DOV_DISTRIBUTION_STATUS_ISSUED)
    dov_subject_page_add_mark (page, is_unsigned (NULL, record) ? _("no signature") : C_("handout", "signed"),
                               is_unsigned (NULL, record) ? &missing : &there);
}

/* ---- lines ---- */

/* “36 kg” in the column of how much. */
static char *
amount_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  gint64 amount = dov_record_get_number (row, column->name);

  return amount != DOV_UNKNOWN ? dov_stock_dup_quantity (store, dov_record_get_number (row, "item_id"), amount)
                               : g_strdup ("—");
}

#define THING { "item_id", .width = 24, .is_bold = TRUE, .expands = TRUE, .wraps = TRUE, .order = "" }
#define AMOUNT(field) { field, .width = 10, .is_number = TRUE, .words = amount_words, .order = "" }
#define OTHER(field) { field, .heading_wraps = TRUE, .width = 12, .order = "" }
#define LONG(field) { field, .width = 18, .leaves = 1, .order = "" }

static const DovTableColumn receipt_columns[] = {
  THING, OTHER ("condition"), AMOUNT ("qty"), OTHER ("unit_value"), OTHER ("expires_on"), { NULL },
};
static const DovTableColumn handout_columns[] = {
  THING, LONG ("child_id"), AMOUNT ("qty"), OTHER ("unit_value"), OTHER ("expires_on"), { NULL },
};
static const DovTableColumn write_off_columns[] = {
  THING, AMOUNT ("qty"), OTHER ("unit_value"), OTHER ("expires_on"), LONG ("disposal"), { NULL },
};
static const DovTableColumn moving_columns[] = { THING, AMOUNT ("qty"), OTHER ("expires_on"), { NULL } };
static const DovTableColumn count_columns[] = {
  THING, LONG ("drive_id"), AMOUNT ("book_qty"), AMOUNT ("actual_qty"), LONG ("note"), { NULL },
};

static void
open_thing (gpointer page,
            gpointer line)
{
  dov_go_record (page, DOV_TYPE_ITEM, dov_record_get_number (line, "item_id"));
}

static GtkWidget *
lines_new (DovSubjectPage *page)
{
  const Paper *paper = (const Paper *) dov_subject_page_get_subject (page);

  return dov_related_table_new (dov_subject_page_get_store (page), &paper->lines, page);
}

static guint
show_lines (DovSubjectPage *page,
            GtkWidget      *table)
{
  return dov_related_table_fill (table, dov_subject_page_get_id (page));
}

#define LINES { "lines", N_("Things of the paper"), .make = lines_new, .refresh = show_lines }

static const DovTab lines[] = { LINES, { NULL } };
static const DovTab lines_to_sort[] = {
  LINES, { "sorting", N_("To be sorted"), { &dov_to_sort_of_receipt }, .may = dov_to_sort_may }, { NULL },
};

/* ---- what it says ---- */

static char *
dup_name (DovStore  *store,
          DovRecord *record)
{
  return dov_goods_person_short (store, DOV_COMMISSION_MEMBER (record)->person_id);
}

#define COMMISSION(link) \
  { N_("Commission"), N_("Nobody is named."), dov_commission_member_get_type, link, .first_words = dup_name, \
    .second = "role", .opens = "person_id" }

static const DovRelatedList write_off_commission = COMMISSION ("write_off_id");
static const DovRelatedList count_commission = COMMISSION ("count_id");

#define ABOUT(names) { "about", N_("What it says"), .fields = names }

static const DovTab receipt_sides[] = {
  ABOUT ("donor_id drive_id lounge_id legal_form agreement_no agreement_date purpose received_by_id money_note "
         "status_reason note"), { NULL },
};
static const DovTab handout_sides[] = {
  ABOUT ("family_id person_id proxy drive_id lounge_id issued_by_id basis sheet_no returned_on status_reason note"),
  { NULL },
};
static const DovTab write_off_sides[] = {
  ABOUT ("reason reason_words drive_id lounge_id made_by_id status_reason note"),
  { "commission", N_("Commission"), { &write_off_commission } }, { NULL },
};
static const DovTab transfer_sides[] = {
  ABOUT ("lounge_id drive_id to_lounge_id to_drive_id sent_by_id received_by_id status_reason note"), { NULL },
};
static const DovTab kit_sides[] = {
  ABOUT ("kit_id qty is_unbuild drive_id lounge_id made_by_id expires_on status_reason note"), { NULL },
};
static const DovTab count_sides[] = {
  ABOUT ("lounge_id made_by_id status_reason note"), { "commission", N_("Commission"), { &count_commission } }, { NULL },
};

#define PAPER(paper, ...) { paper, "drives", "status", __VA_ARGS__ }
#define LINES_OF(line, owner, columns) { N_("Things of the paper"), line, columns, owner " = ?1", .open = open_thing }

static const Paper papers[] = {
  { PAPER (dov_donation_receipt_get_type, .acts = receipt_acts, .tabs = lines_to_sort, .sides = receipt_sides),
    LINES_OF (dov_donation_line_get_type, "receipt_id", receipt_columns) },
  { PAPER (dov_distribution_get_type, .acts = handout_acts, .tabs = lines, .sides = handout_sides, .tell = tell_of_signature),
    LINES_OF (dov_distribution_line_get_type, "distribution_id", handout_columns) },
  { PAPER (dov_write_off_get_type, .acts = write_off_acts, .tabs = lines, .sides = write_off_sides),
    LINES_OF (dov_write_off_line_get_type, "write_off_id", write_off_columns) },
  { PAPER (dov_stock_transfer_get_type, .acts = moving_acts, .tabs = lines, .sides = transfer_sides),
    LINES_OF (dov_stock_transfer_line_get_type, "transfer_id", moving_columns) },
  { PAPER (dov_kit_build_get_type, .acts = moving_acts, .tabs = lines, .sides = kit_sides),
    LINES_OF (dov_kit_build_line_get_type, "build_id", moving_columns) },
  { PAPER (dov_inventory_count_get_type, .acts = count_acts, .tabs = lines, .sides = count_sides),
    LINES_OF (dov_inventory_line_get_type, "count_id", count_columns) },
};

/**
 * dov_posted_subject_find:
 *
 * Returns: (nullable): the page of a paper about goods of this kind
 */
const DovSubject *
dov_posted_subject_find (GType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].subject.type () == type)
      return &papers[i].subject;

  return NULL;
}
