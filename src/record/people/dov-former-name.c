/* dov-former-name.c - what a person was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-former-name.h"

#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovFormerName, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_person_get_type),
  DOV_TEXT (DovFormerName, last_name, N_("Last name"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_TEXT (DovFormerName, first_name, N_("First name"), DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_TEXT (DovFormerName, patronymic, N_("Patronymic"), DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_DATE (DovFormerName, until, N_("Until"), DOV_REQUIRED | DOV_PAST | DOV_LISTED),
};

DOV_DEFINE_RECORD (DovFormerName, dov_former_name, fields,
                   .table = "former_name",
                   .label = N_("Former name"),
                   .labels = N_("Former names"),
                   .line = N_("{last_name}[ {first_name}][ {patronymic}], until {until}"))
