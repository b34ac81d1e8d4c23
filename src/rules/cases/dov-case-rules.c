/* dov-case-rules.c - registers as a chain (F6), visits and who was met, and all other rules of case work */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-rules.h"

#include <glib/gi18n.h>

#include "dov-act-commission.h"
#include "dov-act-present.h"
#include "dov-case-begin.h"
#include "dov-case-status.h"
#include "dov-case-steps.h"
#include "dov-child-placement.h"
#include "dov-consent-receiver.h"
#include "dov-consent-rules.h"
#include "dov-consent-withdrawal.h"
#include "dov-home-visit.h"
#include "dov-outreach-trip.h"
#include "dov-plan-participant.h"
#include "dov-plan-rules.h"
#include "dov-register-entry.h"
#include "dov-signal-danger.h"
#include "dov-signal-steps.h"
#include "dov-trip-member.h"
#include "dov-visit-met.h"
#include "dov-visit-visitor.h"

/* F6: an entry goes on with the one before it, of the same family or child on the same register. */
static void
check_chain (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovRegisterEntry *entry = DOV_REGISTER_ENTRY (after);
  g_autoptr (DovRegisterEntry) previous = dov_store_follow (store, after, "previous_id");

  if (previous == NULL)
    return;
  if (previous->register_kind != entry->register_kind || previous->family_id != entry->family_id ||
      previous->person_id != entry->person_id || entry->previous_id == dov_record_get_id (after))
    dov_problems_add (problems, after, "previous_id", "F6",
                      _("That entry is of another register, family or child. Choose the one that is continued."));
  else if (previous->step == DOV_REGISTER_STEP_CANCELLED || previous->off_date != NULL)
    dov_problems_add (problems, after, "previous_id", "F6",
                      _("That entry has come to an end. Put on the register anew by an entry of its own."));
  else if (entry->on_date != NULL && previous->on_date != NULL &&
           g_date_compare (entry->on_date, previous->on_date) < 0)
    dov_problems_add (problems, after, "on_date", "V5",
                      _("The decision would be earlier than the one that it continues. Check both dates."));
}

static void
refuse_met (DovRecord *record,
            GPtrArray *problems)
{
  dov_problems_add (problems, record, DOV_IS_HOME_VISIT (record) ? "was_home" : "person_id", NULL,
                    _("Somebody of the family was met, and the visit says that nobody was. Put one of the two right."));
}

/* Where nobody was met it was an attempt. */
static void
check_visit (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  if (!DOV_HOME_VISIT (after)->was_home &&
      dov_store_ask_number (store, "SELECT count(*) FROM live_visit_met WHERE visit_id = ?1", "(x)",
                            dov_record_get_id (after)) > 0)
    refuse_met (after, problems);
}

static void
check_met (DovStore  *store,
           DovRecord *before,
           DovRecord *after,
           GPtrArray *problems)
{
  g_autoptr (DovHomeVisit) visit = dov_store_follow (store, after, "visit_id");

  if (visit == NULL)
    return;
  if (!visit->was_home)
    refuse_met (after, problems);
  if (dov_store_ask_number (store, "SELECT count(*) FROM live_family_member WHERE family_id = ?1"
                            " AND person_id = ?2", "(xx)", visit->family_id, DOV_VISIT_MET (after)->person_id) == 0)
    dov_problems_add (problems, after, "person_id", NULL,
                      _("This person does not belong to the family. Who else opened the door stands in the visit "
                        "itself."));
}

/* A visit on a trip is of its day. */
static void
check_trip (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovHomeVisit *visit = DOV_HOME_VISIT (after);
  g_autoptr (DovOutreachTrip) trip = dov_store_follow (store, after, "trip_id");
  GDate day;

  if (trip == NULL || trip->date == NULL || visit->visited_at == NULL)
    return;
  day = dov_moment_get_date (visit->visited_at);
  if (g_date_compare (&day, trip->date) != 0)
    dov_problems_add (problems, after, "trip_id", "V5",
                      _("The trip was on another day. Choose the right one, or check the date."));
}

static const DovOnce once[] = {
  { dov_register_entry_get_type, "previous_id", 0, "previous_id", "F6",
    N_("That entry is continued already. Continue the last one."), NULL },
  { dov_trip_member_get_type, "trip_id staff_id", 0, "staff_id", NULL, N_("This specialist is on the trip already."),
    NULL },
  { dov_visit_visitor_get_type, "visit_id staff_id", 0, "staff_id", NULL,
    N_("This specialist is on the visit already."), NULL },
  { dov_visit_met_get_type, "visit_id person_id", 0, "person_id", NULL, N_("This person is marked as met already."),
    NULL },
  { dov_plan_participant_get_type, "plan_id staff_id", 0, "staff_id", NULL,
    N_("This specialist takes part in the programme already."), NULL },
  { dov_plan_participant_get_type, "plan_id organisation_id", 0, "organisation_id", NULL,
    N_("This organisation takes part in the programme already."), NULL },
  { dov_consent_receiver_get_type, "consent_id organisation_id", 0, "organisation_id", NULL,
    N_("This organisation stands in the consent already."), NULL },
  { dov_act_commission_get_type, "act_id staff_id", 0, "staff_id", NULL,
    N_("This specialist stands in the act already."), NULL },
  { dov_act_present_get_type, "act_id person_id", 0, "person_id", NULL, N_("This person stands in the act already."),
    NULL },
  { dov_child_placement_get_type, "person_id", DOV_ONCE_BY_MEETING_DAYS, "since", NULL,
    N_("It is written down already where the child lived on these days, since %s. End that first."),
    "strftime ('%d.%m.%Y', since)" },
};

static const DovRuleOf rules[] = {
  { dov_register_entry_get_type, 0, "previous_id register_kind family_id person_id on_date", check_chain },
  { dov_home_visit_get_type, DOV_RULE_AT_END, "was_home", check_visit },
  { dov_home_visit_get_type, 0, "trip_id visited_at", check_trip },
  { dov_visit_met_get_type, DOV_RULE_AT_END, "", check_met },
};

void
dov_case_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_case_number_rules_install (store);
  dov_plan_rules_install (store);
  dov_consent_rules_install (store);
  dov_consent_withdrawal_install (store);
  dov_case_status_rules_install (store);
  dov_case_steps_install (store);
  dov_signal_danger_install (store);
  dov_signal_steps_install (store);
}
