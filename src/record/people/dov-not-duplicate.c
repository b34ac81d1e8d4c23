/* dov-not-duplicate.c - two people who look like one and are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-not-duplicate.h"

#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovNotDuplicate, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_LINK (DovNotDuplicate, other_id, N_("Other person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_TEXT (DovNotDuplicate, reason, N_("Reason"), DOV_LISTED),
};

static void
dov_not_duplicate_check (DovRecord *record,
                         GPtrArray *problems)
{
  DovNotDuplicate *self = DOV_NOT_DUPLICATE (record);

  if (self->person_id != 0 && self->person_id == self->other_id)
    dov_problems_add (problems, record, "other_id", "V9", _("Choose two different people."));
}

DOV_DEFINE_RECORD (DovNotDuplicate, dov_not_duplicate, fields,
                   .table = "not_duplicate",
                   .label = N_("Different people"),
                   .labels = N_("Pairs of different people"),
                   .line = N_("Two different people"),
                   .check = dov_not_duplicate_check)
