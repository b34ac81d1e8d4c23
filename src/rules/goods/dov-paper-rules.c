/* dov-paper-rules.c - the life of papers that move goods and of loans: numbers, what stays once it is posted (V8, N8, N17) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-commission-member.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-rental-loan.h"
#include "dov-rental.h"
#include "dov-stock-private.h"

/* Another loan of the item that touches the same days. A thing that came back
 * may be lent again on that very day. */
static gint64
find_overlap (DovStore      *store,
              DovRentalLoan *loan)
{
  g_autofree char *last = loan->returned_on != NULL ? dov_date_to_iso (loan->returned_on) : NULL;

  return dov_store_ask_number (store, "SELECT id FROM live_rental_loan WHERE item_id = ?1 AND id <> ?2"
                               " AND (?4 IS NULL OR issued_on < ?4) AND (returned_on IS NULL OR returned_on > ?3)"
                               " ORDER BY issued_on LIMIT 1",
                               "(xxDs)", loan->item_id, dov_record_get_id (DOV_RECORD (loan)), loan->issued_on, last);
}

static void
refuse_overlap (DovStore      *store,
                DovRentalLoan *loan,
                gint64         other_id,
                GPtrArray     *problems)
{
  g_autoptr (DovRecord) other = dov_store_find (store, DOV_TYPE_RENTAL_LOAN, other_id, NULL);
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  if (other == NULL)
    return;
  since = dov_date_to_shown (DOV_RENTAL_LOAN (other)->issued_on);
  if (DOV_RENTAL_LOAN (other)->returned_on == NULL)
    {
      until = dov_date_to_shown (DOV_RENTAL_LOAN (other)->due_on);
      dov_problems_add (problems, DOV_RECORD (loan), "item_id", "S9",
                        _("This is lent out since %s, until %s. Take it back first, or choose another item."), since, until);
      return;
    }
  until = dov_date_to_shown (DOV_RENTAL_LOAN (other)->returned_on);
  dov_problems_add (problems, DOV_RECORD (loan), "issued_on", "S9",
                    _("This was lent out from %s to %s. Choose other days, or another item."), since, until);
}

static void
check_loan (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRentalLoan *loan = DOV_RENTAL_LOAN (after);
  g_autoptr (DovRecord) item = NULL;
  gint64 other;

  if (loan->issued_on == NULL)
    return;
  if (dov_record_has_changed (before, after, "item_id", "issued_on", "returned_on", NULL) &&
      (other = find_overlap (store, loan)) != 0)
    {
      refuse_overlap (store, loan, other, problems);
      return;
    }
  if (loan->returned_on != NULL || !dov_record_has_changed (before, after, "item_id", "returned_on", NULL))
    return;
  item = dov_store_find (store, DOV_TYPE_RENTAL_ITEM, loan->item_id, NULL);
  if (item != NULL && DOV_RENTAL_ITEM (item)->status != DOV_RENTAL_STATUS_AVAILABLE &&
      DOV_RENTAL_ITEM (item)->status != DOV_RENTAL_STATUS_ON_LOAN)
    {
      const DovField *status = dov_record_find_field (item, "status");
      g_autofree char *state = dov_record_dup_shown (item, status);

      dov_problems_add (problems, after, "item_id", "S9", _("This cannot be lent: it is %s. Choose another item."), state);
    }
}

/* Nothing is lent before the lounge has it, nor stays with a family that is taken off. */
static void
check_lending (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovRentalLoan *loan = DOV_RENTAL_LOAN (after);
  g_autoptr (DovRentalItem) item = dov_store_follow (store, after, "item_id");
  g_autoptr (DovFamily) family = dov_store_follow (store, after, "family_id");

  if (item != NULL && item->acquired_on != NULL && loan->issued_on != NULL &&
      g_date_compare (loan->issued_on, item->acquired_on) < 0)
    {
      g_autofree char *since = dov_date_to_shown (item->acquired_on);

      dov_problems_add (problems, after, "issued_on", "S9",
                        _("This is in rental since %s only. Check the day, or choose another item."), since);
    }
  if (family != NULL && family->case_status == DOV_CASE_STATUS_CLOSED && loan->returned_on == NULL)
    dov_problems_add (problems, after, "family_id", "F4",
                      _("This family is taken off. Choose another one, or take the family on again first."));
}

static void
check_acquired (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  const GDate *since = DOV_RENTAL_ITEM (after)->acquired_on;

  if (since != NULL &&
      dov_store_ask_number (store, "SELECT id FROM live_rental_loan WHERE item_id = ?1 AND issued_on < ?2", "(xD)",
                            dov_record_get_id (after), since) != 0)
    dov_problems_add (problems, after, "acquired_on", "S9", _("This was lent out before that day. Check the date."));
}

/* What is out is not in repair, nor written off. */
static void
check_item_state (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  if (DOV_RENTAL_ITEM (after)->status != DOV_RENTAL_STATUS_ON_LOAN &&
      dov_rental_find_open (store, dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, "status", "S9", _("This is lent out. Take it back first."));
}

/* Whether a thing is out follows from its loans. */
static gboolean
mark_lent (DovStore  *store,
           GError   **error)
{
  g_autoptr (GArray) loans = dov_store_list_touched (store, DOV_TYPE_RENTAL_LOAN);
  g_autoptr (GArray) items = dov_store_list_touched (store, DOV_TYPE_RENTAL_ITEM);

  for (guint i = 0; i < loans->len; i++)
    {
      g_autoptr (DovRecord) loan = dov_store_find (store, DOV_TYPE_RENTAL_LOAN, g_array_index (loans, gint64, i), error);

      if (loan == NULL)
        return FALSE;
      g_array_append_val (items, DOV_RENTAL_LOAN (loan)->item_id);
    }
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = g_array_index (items, gint64, i);
      g_autoptr (DovRentalItem) draft = dov_store_find_draft (store, DOV_TYPE_RENTAL_ITEM, id, error);
      gboolean is_out = dov_rental_find_open (store, id) != 0;

      if (draft == NULL)
        return FALSE;
      if (dov_record_is_removed (DOV_RECORD (draft)))
        continue;
      if (is_out && draft->status == DOV_RENTAL_STATUS_AVAILABLE)
        dov_set (draft, status, DOV_RENTAL_STATUS_ON_LOAN);
      else if (!is_out && draft->status == DOV_RENTAL_STATUS_ON_LOAN)
        dov_set (draft, status, DOV_RENTAL_STATUS_AVAILABLE);
      if (!dov_store_save (store, DOV_RECORD (draft), error))
        return FALSE;
    }

  return TRUE;
}

static const DovOnce once[] = {
  { dov_rental_item_get_type, "inventory_no", DOV_ONCE_AT_SAVE | DOV_ONCE_EVEN_IN_BIN, "inventory_no", "V8",
    N_("“%s” has this inventory number already. Choose another number."), "name" },
};

static char *
dup_text (DovRecord  *record,
          const char *name)
{
  return dov_record_dup_text (record, dov_record_find_field (record, name));
}

/* V8 */

static void
check_number (DovStore  *store,
              DovRecord *before,
              DovRecord *record,
              GPtrArray *problems)
{
  const char *number_field = DOV_IS_RENTAL_LOAN (record) ? "agreement_no" : "no";
  const char *day_field = DOV_IS_RENTAL_LOAN (record) ? "issued_on" : "date";
  g_autofree char *number = dup_text (record, number_field);
  g_autofree char *day = dup_text (record, day_field);
  g_autofree char *year = g_strndup (day, 4);
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, removed IS NOT NULL FROM %s WHERE lounge_id = ?1 AND %s = ?2 AND substr (%s, 1, 4) = ?3"
                     " AND id <> ?4", DOV_RECORD_GET_CLASS (record)->table, number_field, day_field);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GDate) date = NULL;

  if (*number == '\0' || *day == '\0')
    return;
  rows = dov_store_ask (store, sql, "(xssx)", dov_record_get_number (record, "lounge_id"), number, year,
                        dov_record_get_id (record));
  if (!dov_statement_next (rows))
    return;
  (void) dov_date_from_iso (day, &date);
  next = dov_stock_propose_number (store, G_OBJECT_TYPE (record), dov_record_get_number (record, "lounge_id"), date);
  if (dov_statement_column_integer (rows, 1) != 0)
    dov_problems_add (problems, record, number_field, "V8",
                      _("No. %s of %s was used by a document that lies in the bin. Take the next: %s."),
                      number, year, next);
  else
    dov_problems_add (problems, record, number_field, "V8",
                      _("There is a document No. %s of %s in this lounge already. Take the next: %s."),
                      number, year, next);
}

/* N8 */

static gboolean
is_fixed (const DovStockPaper *paper,
          DovRecord           *before,
          DovRecord           *after,
          const char         **name)
{
  g_auto (GStrv) fixed = g_strsplit (paper->fixed, " ", -1);

  for (guint i = 0; fixed[i] != NULL; i++)
    if (dov_record_has_changed (before, after, fixed[i], NULL))
      {
        *name = g_intern_string (fixed[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
may_follow (const char *was,
            const char *now)
{
  if (g_str_equal (was, now))
    return TRUE;
  if (g_str_equal (was, "draft"))
    return !g_str_equal (now, "cancelled") && !g_str_equal (now, "returned");
  if (g_str_equal (was, "issued"))
    return g_str_equal (now, "returned") || g_str_equal (now, "cancelled");
  if (g_str_equal (was, "returned"))
    return g_str_equal (now, "cancelled");

  return g_str_equal (was, "posted") && g_str_equal (now, "cancelled");
}

/* A posted paper stays as it is; it can be taken back, and then stays taken
 * back. What it was is what it was before the operation, which may save it
 * more than once. */
static void
check_change (DovStore  *store,
              DovRecord *stored,
              DovRecord *after,
              GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : stored;
  const DovStockPaper *paper = dov_stock_paper_of (G_OBJECT_TYPE (record));
  g_autoptr (DovRecord) before = dov_store_is_operating (store)
                                 ? dov_store_find_before (store, G_OBJECT_TYPE (record), dov_record_get_id (record)) : NULL;
  g_autofree char *was = before != NULL ? dup_text (before, "status") : NULL;
  g_autofree char *now = after != NULL ? dup_text (after, "status") : NULL;
  g_autofree char *reason = after != NULL ? dup_text (after, "status_reason") : NULL;
  const char *name = NULL;

  if (dov_store_is_undoing (store))
    return;
  if (before == NULL)
    {
      if (after != NULL && dov_store_is_operating (store) && g_str_equal (now, "cancelled") && dov_fold_is_empty (reason))
        dov_problems_add (problems, after, "status_reason", "N8", _("Type why the document is cancelled."));
      return;
    }
  if (after == NULL)
    {
      if (!g_str_equal (was, "draft"))
        dov_problems_add (problems, before, NULL, "N8",
                          _("This document has moved goods and stays. Cancel it instead, with the reason."));
      return;
    }
  if (!may_follow (was, now))
    dov_problems_add (problems, after, "status", "N8",
                      _("This document has moved goods. Cancel it and make a new one instead."));
  else if (!g_str_equal (was, "draft") && is_fixed (paper, before, after, &name))
    dov_problems_add (problems, after, name, "N8",
                      _("This document has moved goods and stays as it is. Cancel it and make a new one instead."));
  else if (!g_str_equal (was, now) && g_str_equal (now, "cancelled") && dov_fold_is_empty (reason))
    dov_problems_add (problems, after, "status_reason", "N8", _("Type why the document is cancelled."));
  else if (!g_str_equal (was, now) && g_str_equal (now, "returned") && dov_fold_is_empty (reason))
    dov_problems_add (problems, after, "status_reason", "N8", _("Type why the goods were brought back."));
}

static gboolean
is_sorting (DovRecord *before,
            DovRecord *after)
{
  if (after == NULL || !DOV_IS_DONATION_LINE (after))
    return FALSE;
  if (before == NULL)
    return DOV_DONATION_LINE (after)->condition == DOV_CONDITION_UNFIT;

  return DOV_DONATION_LINE (before)->condition == DOV_CONDITION_TO_SORT &&
         !dov_record_has_changed (before, after, "receipt_id", "item_id", NULL) &&
         DOV_DONATION_LINE (after)->qty <= DOV_DONATION_LINE (before)->qty;
}

static void
refuse_line (DovStore  *store,
             GType      type,
             gint64     paper_id,
             DovRecord *record,
             GPtrArray *problems)
{
  g_autoptr (DovRecord) paper = paper_id != 0 ? dov_store_find_before (store, type, paper_id) : NULL;
  g_autofree char *status = paper != NULL ? dup_text (paper, "status") : NULL;

  if (paper != NULL && !g_str_equal (status, "draft"))
    dov_problems_add (problems, record, NULL, "N8",
                      _("The document of this line has moved goods and stays as it is. Cancel it and make a new one instead."));
}

/* The lines of a posted paper stay as well, and none comes to them. */
static void
check_line (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  const DovStockPaper *paper = dov_stock_paper_of_line (G_OBJECT_TYPE (record));

  if (!dov_store_is_operating (store) || dov_store_is_undoing (store) || is_sorting (before, after))
    return;
  if (before != NULL)
    refuse_line (store, paper->type (), dov_record_get_number (before, paper->link), record, problems);
  if (after != NULL
      && (before == NULL
          || dov_record_get_number (before, paper->link) != dov_record_get_number (after, paper->link)))
    refuse_line (store, paper->type (), dov_record_get_number (after, paper->link), record, problems);
}

static void
check_commission (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;

  if (after != NULL && dov_record_get_number (after, "write_off_id") == 0 && dov_record_get_number (after, "count_id") == 0)
    dov_problems_add (problems, after, "write_off_id", "S6",
                      _("A member belongs to the commission of one write-off or of one stock count."));
  if (after != NULL && DOV_COMMISSION_MEMBER (after)->role == DOV_COMMISSION_ROLE_CHAIR &&
      dov_store_ask_number (store, "SELECT id FROM live_commission_member WHERE role = 'chair' AND id <> ?1"
                            " AND write_off_id IS ?2 AND count_id IS ?3", "(xll)", dov_record_get_id (after),
                            DOV_COMMISSION_MEMBER (after)->write_off_id, DOV_COMMISSION_MEMBER (after)->count_id) != 0)
    dov_problems_add (problems, after, "role", "S6", _("The commission has somebody in the chair. Change that line first."));
  if (!dov_store_is_operating (store) || dov_store_is_undoing (store))
    return;
  refuse_line (store, DOV_TYPE_WRITE_OFF, dov_record_get_number (record, "write_off_id"), record, problems);
  refuse_line (store, DOV_TYPE_INVENTORY_COUNT, dov_record_get_number (record, "count_id"), record, problems);
}

/* What a paper needs to be posted. */

static void
check_has_lines (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  const DovStockPaper *paper = dov_stock_paper_of (G_OBJECT_TYPE (after));
  g_autofree char *sql = NULL;

  if (!dov_stock_is_newly_posted (before, after))
    return;
  if (DOV_IS_DONATION_RECEIPT (after) && *DOV_DONATION_RECEIPT (after)->money_note != '\0')
    return;
  sql = g_strdup_printf ("SELECT id FROM live_%s WHERE %s = ?1", paper->line_table, paper->link);
  if (dov_store_ask_number (store, sql, "(x)", dov_record_get_id (after)) == 0)
    dov_problems_add (problems, after, NULL, NULL, _("There is not one line in this document. Add what it is about."));
}

/* V5: what has moved goods has been. A draft may be of a day to come. */
static void
check_has_been (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  g_autofree char *day = dup_text (after, "date");
  g_autofree char *today = NULL;
  GDate now = dov_today ();

  today = dov_date_to_iso (&now);
  if (dov_stock_is_posted (after) && strcmp (day, today) > 0)
    dov_problems_add (problems, after, "date", "V5", _("This day is still to come. Check the date."));
}

static void
refuse_closed (DovStore   *store,
               DovRecord  *record,
               const char *field,
               GPtrArray  *problems)
{
  gint64 id = dov_record_get_number (record, field);
  g_autoptr (DovRecord) drive = id != 0 ? dov_store_find_before (store, DOV_TYPE_DRIVE, id) : NULL;

  if (drive == NULL)
    return;
  if (DOV_DRIVE (drive)->status == DOV_DRIVE_STATUS_CLOSED)
    dov_problems_add (problems, record, field, "S7",
                      _("The drive “%s” is closed: everything in it is accounted for. "
                        "Choose another drive or the general stock."),
                      DOV_DRIVE (drive)->name);
  else if (DOV_DRIVE (drive)->status == DOV_DRIVE_STATUS_CANCELLED)
    dov_problems_add (problems, record, field, "S7",
                      _("The drive “%s” was called off. Choose another drive or the general stock."), DOV_DRIVE (drive)->name);
}

/* S7: nothing comes to a drive that is closed, and nothing is taken out of it. */
static void
check_drive_open (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  gboolean is_cancelled = before != NULL && dov_stock_is_posted (before) &&
                          dov_record_has_changed (before, after, "status", NULL);

  if (!dov_store_is_operating (store) || dov_store_is_undoing (store) ||
      !(dov_stock_is_newly_posted (before, after) || is_cancelled))
    return;
  if (dov_record_find_field (after, "drive_id") != NULL)
    refuse_closed (store, after, "drive_id", problems);
  if (dov_record_find_field (after, "to_drive_id") != NULL)
    refuse_closed (store, after, "to_drive_id", problems);
}

/* A transfer goes somewhere. */
static void
check_transfer (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  DovStockTransfer *self = DOV_STOCK_TRANSFER (after);

  if (self->lounge_id == self->to_lounge_id && self->drive_id == self->to_drive_id)
    dov_problems_add (problems, after, "to_lounge_id", NULL,
                      _("The goods would stay where they are. Choose another lounge or another drive."));
}

static const DovRuleOf rules[] = {
  { dov_stock_transfer_get_type, 0, "", check_transfer },
  { dov_commission_member_get_type, 0, NULL, check_commission },
  { dov_rental_loan_get_type, 0, "agreement_no issued_on lounge_id", check_number },
  { dov_rental_loan_get_type, 0, "", check_loan },
  { dov_rental_item_get_type, DOV_RULE_AT_END, "status", check_item_state },
  { dov_rental_item_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "acquired_on", check_acquired },
  { dov_rental_loan_get_type, DOV_RULE_AT_END, "item_id family_id issued_on returned_on", check_lending },
};

void
dov_paper_rules_install (DovStore *store)
{
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    {
      const DovStockPaper *paper = &dov_stock_papers[i];

      const DovRuleOf of_paper[] = {
        { paper->type, 0, "no date lounge_id", check_number },
        { paper->type, 0, NULL, check_change },
        { paper->type, DOV_RULE_AT_END, "", check_has_lines },
        { paper->type, DOV_RULE_AT_END, "", check_drive_open },
        { paper->type, DOV_RULE_AT_END, "date status", check_has_been },
        { paper->line, 0, NULL, check_line },
      };

      if (paper->line != NULL)
        dov_store_add_rules (store, of_paper, G_N_ELEMENTS (of_paper));
    }
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_consequence (store, mark_lent);
}
