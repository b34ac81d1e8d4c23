/* dov-formers.c - what may have been called otherwise, and where that is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-formers.h"

#include "dov-club-group.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-former-item-name.h"
#include "dov-former-name.h"
#include "dov-former-title.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-route.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-rental-item.h"
#include "dov-settlement.h"

#define PERSON_NAME "last_name", "first_name", "patronymic"

const DovFormer dov_formers[] = {
  { dov_person_get_type, dov_former_name_get_type, "person_id", { PERSON_NAME }, { PERSON_NAME } },
  { dov_item_get_type, dov_former_item_name_get_type, "item_id", { "name", "size" }, { "name", "size" } },
  { dov_rental_item_get_type, dov_former_item_name_get_type, "rental_item_id", { "name" }, { "name" } },
  { dov_organisation_get_type, dov_former_title_get_type, "organisation_id", { "short_name", "full_name" },
    { "name", "full_name" } },
  { dov_lounge_get_type, dov_former_title_get_type, "lounge_id", { "name" }, { "name" } },
  { dov_club_group_get_type, dov_former_title_get_type, "group_id", { "name" }, { "name" } },
  { dov_drive_get_type, dov_former_title_get_type, "drive_id", { "name" }, { "name" } },
  { dov_settlement_get_type, dov_former_title_get_type, "settlement_id", { "name" }, { "name" } },
  { dov_donor_get_type, dov_former_title_get_type, "donor_id", { "name" }, { "name" } },
  { dov_patrol_get_type, dov_former_title_get_type, "patrol_id", { "name" }, { "name" } },
  { dov_patrol_route_get_type, dov_former_title_get_type, "route_id", { "name" }, { "name" } },
};
const guint dov_n_formers = G_N_ELEMENTS (dov_formers);
