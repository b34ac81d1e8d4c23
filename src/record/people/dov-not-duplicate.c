/* dov-not-duplicate.c - two people who look like one and are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-not-duplicate.h"

#include "dov-person.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovNotDuplicate, dov_not_duplicate, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovNotDuplicate, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_LINK (DovNotDuplicate, other_id, N_("Other person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_TEXT (DovNotDuplicate, reason, N_("Reason"), DOV_LISTED),
};

static char *
dov_not_duplicate_describe (DovRecord *record)
{
  return g_strdup (_("Two different people"));
}

static void
dov_not_duplicate_check (DovRecord *record,
                         GPtrArray *problems)
{
  DovNotDuplicate *self = DOV_NOT_DUPLICATE (record);

  if (self->person_id != 0 && self->person_id == self->other_id)
    dov_problems_add (problems, record, "other_id", "V9", _("Choose two different people."));
}

static void
dov_not_duplicate_class_init (DovNotDuplicateClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Different people");
  record_class->labels = N_("Pairs of different people");
  record_class->describe = dov_not_duplicate_describe;
  record_class->check = dov_not_duplicate_check;

  dov_record_class_set_fields (record_class, "not_duplicate", fields, G_N_ELEMENTS (fields));
}

static void
dov_not_duplicate_init (DovNotDuplicate *self)
{
}
