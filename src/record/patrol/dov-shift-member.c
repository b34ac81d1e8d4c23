/* dov-shift-member.c - who is put down for a shift, and whether they came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-member.h"

#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovShiftCame, dov_shift_came,
  { DOV_SHIFT_CAME_EXPECTED, N_("is expected"), "expected" },
  { DOV_SHIFT_CAME_CAME, N_("came to the shift"), "came" },
  { DOV_SHIFT_CAME_NO_SHOW, N_("did not come to the shift"), "no_show" },
  { DOV_SHIFT_CAME_EXCUSED, N_("is excused"), "excused" })

static const DovField fields[] = {
  DOV_LINK (DovShiftMember, shift_id, N_("Shift"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_patrol_shift_get_type),
  DOV_LINK (DovShiftMember, member_id, N_("Member of the patrol"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_patrol_member_get_type),
  DOV_CHOICE (DovShiftMember, came, N_("Whether they came"), DOV_REQUIRED | DOV_LISTED, DovShiftCame, dov_shift_came_get_type),
  DOV_MOMENT (DovShiftMember, since, N_("Was there since"), 0),
  DOV_MOMENT_AFTER (DovShiftMember, until, N_("Was there until"), 0, since),
  DOV_TEXT (DovShiftMember, note, N_("Note"), 0),
};

static void
dov_shift_member_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovShiftMember *self = DOV_SHIFT_MEMBER (record);

  if (self->came != DOV_SHIFT_CAME_CAME && (self->since != NULL || self->until != NULL))
    dov_problems_add (problems, record, self->since != NULL ? "since" : "until", NULL,
                      _("Only who came has times of their own. Mark them as come, or leave the times empty."));
}

DOV_DEFINE_RECORD (DovShiftMember, dov_shift_member, fields,
                   .table = "shift_member",
                   .label = N_("Member on a shift"),
                   .labels = N_("Members on shifts"),
                   .line = "{came}",
                   .check = dov_shift_member_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovShiftMember, came, DOV_SHIFT_CAME_EXPECTED)))
