/* dov-family-goods.c - what a family asks for, was given and has borrowed, as its page shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-goods.h"

#include "dov-distribution.h"
#include "dov-goods-query.h"
#include "dov-need-row.h"
#include "dov-related-list.h"
#include "dov-rental-loan.h"
#include "dov-rental-page.h"

#include <glib/gi18n.h>

static gboolean
is_out (DovStore  *store,
        DovRecord *loan)
{
  return DOV_RENTAL_LOAN (loan)->returned_on == NULL;
}

static char *
dup_things (DovStore  *store,
            DovRecord *handout)
{
  return dov_goods_things_words (store, DOV_TYPE_DISTRIBUTION, dov_record_get_id (handout));
}

static char *
dup_drive (DovStore  *store,
           DovRecord *record)
{
  DovDistribution *handout = DOV_DISTRIBUTION (record);
  g_autofree char *drive = handout->drive_id != 0 ? dov_field_path_dup (store, record, "drive_id", "")
                                                  : g_strdup (_("from the stock"));

  return g_strdup_printf (handout->status == DOV_DISTRIBUTION_STATUS_RETURNED ? _("%1$s · No. %2$s · brought back")
                                                                             : _("%1$s · No. %2$s"), drive, handout->no);
}

static void
dress_gift (DovStore   *store,
            DovRecord  *record,
            DovRowLine *row,
            gboolean    past)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };

  if (DOV_DISTRIBUTION (record)->status == DOV_DISTRIBUTION_STATUS_ISSUED && !DOV_DISTRIBUTION (record)->is_signed)
    dov_row_line_append (row, dov_badge_new (_("no signature"), &missing));
}

static const DovRelatedList needs = {
  N_("Asks for"), N_("The family asks for nothing now."), dov_need_get_type, "family_id",
  .where = "status IN ('open', 'reserved')", .order = "date, id", .add = N_("Add"), .row = dov_need_row_new,
};

static const DovRelatedList gifts = {
  N_("Has been given"), N_("Nothing has been handed out to the family yet."), dov_distribution_get_type, "family_id",
  .where = "status IN ('issued', 'returned')", .order = "date DESC, id DESC", .add = N_("Hand Out"), .add_act = "family.give",
  .lead = "date", .first_words = dup_things, .second_words = dup_drive, .dress = dress_gift,
};

static const DovRelatedList loans = {
  N_("Has borrowed"), N_("The family has borrowed nothing."), dov_rental_loan_get_type, "family_id",
  .order = "returned_on IS NOT NULL, due_on DESC, id", .add = N_("Lend"), .add_act = "family.lend", .counts = is_out,
  .row = dov_loan_row_new,
};

/* Offers them for the page of a family, which knows nothing of goods. */
void
dov_family_goods_offer (void)
{
  dov_related_list_offer ("family.needs", &needs);
  dov_related_list_offer ("family.gifts", &gifts);
  dov_related_list_offer ("family.loans", &loans);
}
