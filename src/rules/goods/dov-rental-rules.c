/* dov-rental-rules.c - one thing is lent to one family at a time (S9, N17) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-rules.h"

#include "dov-stock-private.h"

#include "dov-rental.h"

#include <glib/gi18n.h>

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
  if (dov_record_has_changed (before, after, "person_id", "issued_on", "family_id", NULL))
    {
      if (!dov_stock_is_adult (store, loan->person_id, loan->family_id, loan->issued_on))
        dov_problems_add (problems, after, "person_id", "S9", _("Things are lent to grown-ups. Choose a parent."));
      else if (!dov_stock_is_member (store, loan->person_id, loan->family_id, loan->issued_on))
        dov_problems_add (problems, after, "person_id", "S9",
                          _("This person does not belong to the family. Choose a member of it."));
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

static const DovRuleOf rules[] = {
  { dov_rental_loan_get_type, 0, "", check_loan },
  { dov_rental_item_get_type, DOV_RULE_AT_END, "status", check_item_state },
};

void
dov_rental_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_consequence (store, mark_lent);
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
