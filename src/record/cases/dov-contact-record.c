/* dov-contact-record.c - a call, a message or a talk with a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-contact-record.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovContactForm, dov_contact_form,
  { DOV_CONTACT_FORM_CALL, N_("telephone call"), "call" },
  { DOV_CONTACT_FORM_MESSAGE, N_("message to them"), "message" },
  { DOV_CONTACT_FORM_MET, N_("met them"), "met" },
  { DOV_CONTACT_FORM_AT_LOUNGE, N_("they came to the lounge"), "at_lounge" })

static const DovField fields[] = {
  DOV_LINK (DovContactRecord, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_MOMENT (DovContactRecord, contacted_at, N_("When it was"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_CHOICE (DovContactRecord, form, N_("How they were spoken to"), DOV_REQUIRED | DOV_LISTED,
              DovContactForm, dov_contact_form_get_type),
  DOV_LINK (DovContactRecord, staff_id, N_("Who spoke to them"), DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_TEXT (DovContactRecord, with_whom, N_("With whom of the family"), DOV_LISTED | DOV_PERSONAL),
  DOV_FLAG (DovContactRecord, reached, N_("They were reached"), DOV_LISTED),
  DOV_NOTE (DovContactRecord, gist, N_("What was said"), DOV_PERSONAL),
  DOV_TEXT (DovContactRecord, next_step, N_("What comes next"), DOV_PERSONAL),
  DOV_DATE (DovContactRecord, next_on, N_("When that is due"), 0),
};

static void
dov_contact_record_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovContactRecord *self = DOV_CONTACT_RECORD (record);
  GDate day;

  if (self->contacted_at != NULL && self->reached && dov_fold_is_empty (self->gist))
    dov_problems_add (problems, record, "gist", NULL, _("Write down in a few words what was said."));
  if (self->contacted_at == NULL || self->next_on == NULL)
    return;
  day = dov_moment_get_date (self->contacted_at);
  if (g_date_compare (self->next_on, &day) < 0)
    dov_problems_add (problems, record, "next_on", "V5",
                      _("What comes next would be earlier than this talk. Check both dates."));
}

DOV_DEFINE_RECORD (DovContactRecord, dov_contact_record, fields,
                   .table = "contact_record",
                   .label = N_("Call or talk"),
                   .labels = N_("Calls and talks"),
                   .line = "{contacted_at}, {form}",
                   .check = dov_contact_record_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovContactRecord, form, DOV_CONTACT_FORM_CALL),
                                           DOV_PRESET (DovContactRecord, reached, TRUE)))
