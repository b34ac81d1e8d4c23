/* dov-club-member.c - somebody who belongs to a group for a while */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-member.h"

#include "dov-club-group.h"
#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovClubMember, group_id, N_("Club group"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_club_group_get_type),
  DOV_LINK (DovClubMember, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_DATE (DovClubMember, since, N_("Admitted on"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY),
  DOV_DATE_AFTER (DovClubMember, until, N_("Left on"), DOV_LISTED, since),
  DOV_TEXT (DovClubMember, leave_reason, N_("Reason for leaving"), DOV_PERSONAL),
  DOV_TEXT (DovClubMember, application_no, N_("Application no."), DOV_LISTED),
  DOV_DATE (DovClubMember, application_date, N_("Date of the application"), DOV_LISTED | DOV_PAST),
};

static char *
dov_club_member_describe (DovRecord *record)
{
  DovClubMember *self = DOV_CLUB_MEMBER (record);
  g_autofree char *since = dov_date_to_shown (self->since);
  g_autofree char *until = dov_date_to_shown (self->until);

  return self->until == NULL ? g_strdup_printf (_("member since %s"), since)
                             : g_strdup_printf (_("member from %s to %s"), since, until);
}

static void
dov_club_member_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovClubMember *self = DOV_CLUB_MEMBER (record);

  if (self->until == NULL && *self->leave_reason != '\0')
    dov_problems_add (problems, record, "until", NULL, _("Type the day of leaving, or leave the reason empty."));
  if (self->application_date != NULL && self->since != NULL && g_date_compare (self->application_date, self->since) > 0)
    dov_problems_warn (problems, record, "application_date", "G2",
                       _("The application is later than the day of admission. Check both, or say why it is right."));
}

DOV_DEFINE_RECORD (DovClubMember, dov_club_member, fields,
                   .table = "club_member",
                   .label = N_("Member of a group"),
                   .labels = N_("Members of groups"),
                   .describe = dov_club_member_describe,
                   .check = dov_club_member_check)
