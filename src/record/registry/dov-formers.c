/* dov-formers.c - what may have been called otherwise, and where that is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-formers.h"

#include "dov-former-item-name.h"
#include "dov-former-name.h"
#include "dov-item.h"
#include "dov-person.h"
#include "dov-rental-item.h"

const DovFormer dov_formers[] = {
  { dov_person_get_type, dov_former_name_get_type, "person_id", { "last_name", "first_name", "patronymic" } },
  { dov_item_get_type, dov_former_item_name_get_type, "item_id", { "name", "size" } },
  { dov_rental_item_get_type, dov_former_item_name_get_type, "rental_item_id", { "name" } },
};
const guint dov_n_formers = G_N_ELEMENTS (dov_formers);
