/* dov-rental.c - social rental: lending, extending, taking back, what is free when (S9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental.h"

#include "dov-stock-private.h"

#include <glib/gi18n.h>

/**
 * dov_rental_lend:
 * @loan: a draft; an empty number of the agreement is given here
 *
 * Lends an item. Done twice it is done once.
 */
gboolean
dov_rental_lend (DovStore       *store,
                 DovRentalLoan  *loan,
                 GError        **error)
{
  gboolean had_number = *loan->agreement_no != '\0';
  g_autofree char *number = NULL;

  if (dov_record_get_id (DOV_RECORD (loan)) != 0)
    return TRUE;
  if (!had_number && loan->issued_on != NULL)
    {
      number = dov_stock_propose_number (store, DOV_TYPE_RENTAL_LOAN, loan->lounge_id, loan->issued_on);
      dov_set (loan, agreement_no, number);
    }
  if (dov_store_save (store, DOV_RECORD (loan), error))
    return TRUE;
  if (!had_number)
    dov_set (loan, agreement_no, "");

  return FALSE;
}

/**
 * dov_rental_extend:
 * @due_on: the new day, later than the old one
 */
gboolean
dov_rental_extend (DovStore     *store,
                   gint64        loan_id,
                   const GDate  *due_on,
                   GError      **error)
{
  g_autoptr (DovRentalLoan) loan = dov_store_find_draft (store, DOV_TYPE_RENTAL_LOAN, loan_id, error);

  if (loan == NULL)
    return FALSE;
  if (g_date_compare (due_on, loan->due_on) == 0)
    return TRUE;
  if (loan->returned_on != NULL)
    return dov_store_refuse (store, DOV_RECORD (loan), "due_on", "S9",
                             _("This was brought back already. Lend it anew instead."), error);
  if (g_date_compare (due_on, loan->due_on) < 0)
    return dov_store_refuse (store, DOV_RECORD (loan), "due_on", "S9",
                             _("Choose a day that is later than the one agreed on."), error);
  dov_set (loan, due_on, due_on);
  dov_set (loan, extensions, loan->extensions + 1);

  return dov_store_save (store, DOV_RECORD (loan), error);
}

static gboolean
take_back (DovStore         *store,
           DovRentalLoan    *loan,
           DovRentalStatus   status,
           GError          **error)
{
  g_autoptr (DovRentalItem) item = NULL;

  if (!dov_store_save (store, DOV_RECORD (loan), error))
    return FALSE;
  item = dov_store_find_draft (store, DOV_TYPE_RENTAL_ITEM, loan->item_id, error);
  if (item == NULL)
    return FALSE;
  dov_set (item, status, status);
  if (*loan->condition_in != '\0')
    dov_set (item, condition, loan->condition_in);

  return dov_store_save (store, DOV_RECORD (item), error);
}

/**
 * dov_rental_take_back:
 * @condition: in what state it came back
 * @staff_id: who took it, or 0
 * @status: what becomes of the item: available, in repair, lost, written off
 */
gboolean
dov_rental_take_back (DovStore         *store,
                      gint64            loan_id,
                      const GDate      *on,
                      const char       *condition,
                      gint64            staff_id,
                      DovRentalStatus   status,
                      GError          **error)
{
  g_autoptr (DovRentalLoan) loan = dov_store_find_draft (store, DOV_TYPE_RENTAL_LOAN, loan_id, error);

  if (loan == NULL || loan->returned_on != NULL)
    return loan != NULL;
  dov_set (loan, returned_on, on);
  dov_set (loan, condition_in, condition);
  dov_set (loan, taken_by_id, staff_id);
  if (!dov_store_begin (store, C_("toast", "Rental item brought back"), error))
    return FALSE;

  return dov_store_end (store, take_back (store, loan, status, error), error);
}

/**
 * dov_rental_find_open:
 *
 * Returns: the loan by which the item is out, 0 when it is not
 */
gint64
dov_rental_find_open (DovStore *store,
                      gint64    item_id)
{
  return dov_store_see_number (store, "SELECT id FROM live_rental_loan WHERE item_id = ?1 AND returned_on IS NULL",
                               "(x)", item_id);
}

/**
 * dov_rental_list_loans:
 *
 * Returns: (transfer full) (element-type gint64): the loans of the item that
 *   touch the days from @from to @to, by their first day; what is not brought
 *   back is out until it is due, or until today when it is overdue
 */
GArray *
dov_rental_list_loans (DovStore    *store,
                       gint64       item_id,
                       const GDate *from,
                       const GDate *to)
{
  GDate today = dov_today ();

  return dov_store_see_ids (store, "SELECT id FROM live_rental_loan WHERE item_id = ?1 AND issued_on <= ?3"
                            " AND ifnull (returned_on, max (due_on, ?4)) >= ?2 ORDER BY issued_on, id",
                            "(xDDD)", item_id, from, to, &today);
}

/* The last day on which the item is out by this loan. */
static GDate
last_day (DovRentalLoan *loan)
{
  GDate today = dov_today ();

  if (loan->returned_on != NULL)
    return *loan->returned_on;

  return g_date_compare (loan->due_on, &today) > 0 ? *loan->due_on : today;
}

/**
 * dov_rental_list_free:
 *
 * Returns: (transfer full) (element-type DovPeriod): the spans of whole days
 *   from @from to @to on which the item lies in the lounge
 */
GArray *
dov_rental_list_free (DovStore    *store,
                      gint64       item_id,
                      const GDate *from,
                      const GDate *to)
{
  g_autoptr (GArray) loans = dov_rental_list_loans (store, item_id, from, to);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DovPeriod));
  GDate next = *from;

  for (guint i = 0; i < loans->len; i++)
    {
      g_autoptr (DovRentalLoan) loan = dov_store_look_up (store, DOV_TYPE_RENTAL_LOAN, g_array_index (loans, gint64, i));
      GDate before, after;

      if (loan == NULL)
        continue;
      before = *loan->issued_on;
      g_date_subtract_days (&before, 1);
      after = last_day (loan);
      if (g_date_compare (&next, &before) <= 0)
        {
          DovPeriod span = dov_period_between (&next, &before);

          g_array_append_val (spans, span);
        }
      g_date_add_days (&after, 1);
      if (g_date_compare (&after, &next) > 0)
        next = after;
    }
  if (g_date_compare (&next, to) <= 0)
    {
      DovPeriod span = dov_period_between (&next, to);

      g_array_append_val (spans, span);
    }

  return spans;
}

/**
 * dov_rental_find_days:
 * @month: its first day
 *
 * Returns: the days of the month on which the item is out: bit n is day n + 1
 */
guint32
dov_rental_find_days (DovStore    *store,
                      gint64       item_id,
                      const GDate *month)
{
  guint n_days = g_date_get_days_in_month (g_date_get_month (month), g_date_get_year (month));
  guint32 days = (guint32) ((G_GUINT64_CONSTANT (1) << n_days) - 1);
  g_autoptr (GArray) spans = NULL;
  GDate last = *month;

  g_date_set_day (&last, (GDateDay) n_days);
  spans = dov_rental_list_free (store, item_id, month, &last);
  for (guint i = 0; i < spans->len; i++)
    {
      const DovPeriod *span = &g_array_index (spans, DovPeriod, i);

      for (guint n = g_date_get_day (&span->from); n <= g_date_get_day (&span->to); n++)
        days &= ~(1u << (n - 1));
    }

  return days;
}

/* “taken: 3–17, 20”, for who cannot see it. */
char *
dov_rental_dup_days (guint32 days)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint n = 0; n < 31; n++)
    {
      guint first = n;

      if (!((days >> n) & 1))
        continue;
      while (n + 1 < 31 && ((days >> (n + 1)) & 1))
        n++;
      g_string_append_printf (words, first == n ? "%s%u" : "%s%u–%u", words->len > 0 ? ", " : "", first + 1, n + 1);
    }

  return words->len > 0 ? g_strdup_printf (_("taken: %s"), words->str) : g_strdup (_("free all the month"));
}

/**
 * dov_rental_list_overdue:
 * @lounge_id: or %DOV_STOCK_ALL
 *
 * Returns: (transfer full) (element-type gint64): loans that were to be brought
 *   back before the day @on and were not, the longest overdue first
 */
GArray *
dov_rental_list_overdue (DovStore    *store,
                         gint64       lounge_id,
                         const GDate *on)
{
  return dov_store_see_ids (store, "SELECT id FROM live_rental_loan WHERE returned_on IS NULL AND due_on < ?1"
                            " AND (?2 = -1 OR lounge_id = ?2) ORDER BY due_on, id",
                            "(Dx)", on, lounge_id);
}
