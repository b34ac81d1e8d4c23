/* dov-register-entry.c - a family or a child is put on a register, kept on it and taken off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-register-entry.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovRegisterKind, dov_register_kind,
  { DOV_REGISTER_KIND_SOP_KDN, N_("in social danger (juvenile commission)"), "sop_kdn" },
  { DOV_REGISTER_KIND_PDN, N_("juvenile police register"), "pdn" },
  { DOV_REGISTER_KIND_SOCIAL, N_("social services register"), "social" },
  { DOV_REGISTER_KIND_SCHOOL, N_("school register"), "school" },
  { DOV_REGISTER_KIND_LOUNGE, N_("own register of the lounge"), "lounge" })

DOV_DEFINE_CHOICES (
  DovRegisterStep, dov_register_step,
  { DOV_REGISTER_STEP_PUT_ON, N_("put on the register"), "put_on" },
  { DOV_REGISTER_STEP_PROLONGED, N_("prolonged on the register"), "prolonged" },
  { DOV_REGISTER_STEP_CHANGED, N_("entry changed"), "changed" },
  { DOV_REGISTER_STEP_CANCELLED, N_("cancelled as mistaken"), "cancelled" })

DOV_DEFINE_CHOICES (
  DovRegisterOff, dov_register_off,
  { DOV_REGISTER_OFF_FIXED, N_("the causes are gone"), "fixed" },
  { DOV_REGISTER_OFF_AGE18, N_("turned 18"), "age18" },
  { DOV_REGISTER_OFF_MOVED, N_("gone to live elsewhere"), "moved" },
  { DOV_REGISTER_OFF_DEPRIVED, N_("deprived of rights, the child is placed"), "deprived" },
  { DOV_REGISTER_OFF_PLACED, N_("placed in an institution"), "placed" },
  { DOV_REGISTER_OFF_MERGED, N_("joined to another case"), "merged" },
  { DOV_REGISTER_OFF_DIED, N_("death"), "died" },
  { DOV_REGISTER_OFF_OTHER, N_("other"), "other" })

static const DovField fields[] = {
  DOV_CHOICE (DovRegisterEntry, register_kind, N_("Kind of register"),
              DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL | DOV_COVERED, DovRegisterKind,
              dov_register_kind_get_type),
  DOV_LINK (DovRegisterEntry, family_id, N_("Family"), DOV_PERSONAL | DOV_LISTED | DOV_PART, dov_family_get_type),
  DOV_LINK (DovRegisterEntry, person_id, N_("Child"), DOV_PERSONAL | DOV_LISTED, dov_person_get_type),
  DOV_CHOICE (DovRegisterEntry, step, N_("Step"), DOV_REQUIRED | DOV_LISTED, DovRegisterStep,
              dov_register_step_get_type),
  DOV_LINK (DovRegisterEntry, previous_id, N_("Continues the entry"), 0, dov_register_entry_get_type),
  DOV_TEXT (DovRegisterEntry, on_decision_no, N_("Decision no."), DOV_LISTED),
  DOV_DATE (DovRegisterEntry, on_date, N_("Decision of (date)"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_LINK (DovRegisterEntry, authority_id, N_("Decided by"), DOV_LISTED, dov_organisation_get_type),
  DOV_TEXT (DovRegisterEntry, reason, N_("Reason of the register"),
            DOV_REQUIRED | DOV_PERSONAL | DOV_COVERED),
  DOV_DATE_AFTER (DovRegisterEntry, review_due, N_("To be reviewed by"), 0, on_date),
  DOV_DATE_AFTER (DovRegisterEntry, off_date, N_("Off the register on"), DOV_PAST, on_date),
  DOV_TEXT (DovRegisterEntry, off_decision_no, N_("Decision on taking off, no."), 0),
  DOV_CHOICE (DovRegisterEntry, off_reason, N_("Why it was taken off"), 0, DovRegisterOff,
              dov_register_off_get_type),
};

/* Only the lounge's own register needs no decision of another body. */
static void
check_decision (DovRegisterEntry *self,
                GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (self);

  if (self->register_kind == 0 || self->register_kind == DOV_REGISTER_KIND_LOUNGE)
    return;
  if (dov_fold_is_empty (self->on_decision_no))
    dov_problems_add (problems, record, "on_decision_no", "F6", _("Type the number of the decision."));
  if (self->authority_id == 0)
    dov_problems_add (problems, record, "authority_id", "F6", _("Choose the body that decided."));
}

static void
check_off (DovRegisterEntry *self,
           GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (self);
  gboolean is_off = self->off_date != NULL;

  if (is_off != (self->off_reason != 0))
    dov_problems_add (problems, record, is_off ? "off_reason" : "off_date", NULL,
                      _("Whoever is taken off a register has both a day and a reason for it."));
  if (is_off && self->register_kind == DOV_REGISTER_KIND_SOP_KDN && dov_fold_is_empty (self->off_decision_no))
    dov_problems_add (problems, record, "off_decision_no", "F6",
                      _("Only the commission takes off this register. Type the number of its decision."));
  if (is_off && self->step == DOV_REGISTER_STEP_CANCELLED)
    dov_problems_add (problems, record, "off_date", NULL,
                      _("What is cancelled as mistaken was never on the register. Leave the day of taking off empty."));
}

static void
dov_register_entry_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovRegisterEntry *self = DOV_REGISTER_ENTRY (record);

  if (self->register_kind != 0 && (self->family_id == 0) == (self->person_id == 0))
    dov_problems_add (problems, record, "family_id", NULL,
                      _("An entry is of a family or of one child. Choose one of the two."));
  if (self->register_kind != 0 && (self->step == DOV_REGISTER_STEP_PUT_ON) != (self->previous_id == 0))
    dov_problems_add (problems, record, "previous_id", NULL,
                      self->previous_id == 0 ? _("Choose the entry that this one continues.")
                                             : _("Who is put on a register continues no entry. Leave it empty, or "
                                                 "choose another step."));
  check_decision (self, problems);
  check_off (self, problems);
}

DOV_DEFINE_RECORD (DovRegisterEntry, dov_register_entry, fields,
                   .table = "register_entry",
                   .label = N_("Entry of a register"),
                   .labels = N_("Entries of registers"),
                   .line = "{step}, {on_date}",
                   .check = dov_register_entry_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovRegisterEntry, step, DOV_REGISTER_STEP_PUT_ON)))
