/* dov-registry.c - the list of all records that the club keeps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-registry.h"

#include "dov-achievement.h"
#include "dov-act-commission.h"
#include "dov-act-present.h"
#include "dov-attachment.h"
#include "dov-attendance.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-child-placement.h"
#include "dov-club-attendance.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-commission-member.h"
#include "dov-consent-receiver.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-curfew-rule.h"
#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-event-headcount.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-film-screening.h"
#include "dov-former-item-name.h"
#include "dov-former-name.h"
#include "dov-former-title.h"
#include "dov-handover.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-inventory-count.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-kit-build.h"
#include "dov-kit-part.h"
#include "dov-living-conditions-act.h"
#include "dov-lounge.h"
#include "dov-meeting-decision.h"
#include "dov-meeting-protocol.h"
#include "dov-need.h"
#include "dov-not-duplicate.h"
#include "dov-organisation.h"
#include "dov-outgoing-notice.h"
#include "dov-outreach-trip.h"
#include "dov-partner-participation.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-plan-participant.h"
#include "dov-plan-problem.h"
#include "dov-plan-template.h"
#include "dov-plan-template.h"
#include "dov-ref-item.h"
#include "dov-register-entry.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-report-instance.h"
#include "dov-saved-view.h"
#include "dov-settings.h"
#include "dov-settlement.h"
#include "dov-shift-member.h"
#include "dov-signal.h"
#include "dov-staff.h"
#include "dov-stock-move.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock-transfer.h"
#include "dov-support-period.h"
#include "dov-task.h"
#include "dov-trip-member.h"
#include "dov-visit-met.h"
#include "dov-visit-visitor.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"
#include "dov-write-off-line.h"
#include "dov-write-off.h"
#include "dov-written-application.h"

/* Whatever a record cannot do without stands before it. */
static GType (*const getters[]) (void) = {
  dov_ref_item_get_type,
  dov_settlement_get_type,
  dov_organisation_get_type,
  dov_person_get_type,
  dov_former_name_get_type,
  dov_staff_get_type,
  dov_lounge_get_type,
  dov_settings_get_type,
  dov_family_get_type,
  dov_family_member_get_type,
  dov_family_category_get_type,
  dov_family_link_get_type,
  dov_family_move_get_type,
  dov_support_period_get_type,
  dov_event_series_get_type,
  dov_event_get_type,
  dov_event_headcount_get_type,
  dov_event_helper_get_type,
  dov_event_partner_get_type,
  dov_film_screening_get_type,
  dov_event_report_get_type,
  dov_work_plan_get_type,
  dov_work_plan_line_get_type,
  dov_attendance_get_type,
  dov_patrol_get_type,
  dov_patrol_member_get_type,
  dov_patrol_absence_get_type,
  dov_patrol_route_get_type,
  dov_patrol_shift_get_type,
  dov_shift_member_get_type,
  dov_handover_get_type,
  dov_patrol_finding_get_type,
  dov_curfew_rule_get_type,
  dov_not_duplicate_get_type,
  dov_saved_view_get_type,
  dov_report_instance_get_type,
  dov_club_group_get_type,
  dov_club_slot_get_type,
  dov_club_member_get_type,
  dov_club_session_get_type,
  dov_club_attendance_get_type,
  dov_achievement_get_type,
  dov_volunteer_get_type,
  dov_volunteer_hours_get_type,
  dov_partner_participation_get_type,
  dov_item_get_type,
  dov_kit_part_get_type,
  dov_drive_get_type,
  dov_former_title_get_type,
  dov_donor_get_type,
  dov_donation_receipt_get_type,
  dov_donation_line_get_type,
  dov_need_get_type,
  dov_distribution_get_type,
  dov_distribution_line_get_type,
  dov_write_off_get_type,
  dov_write_off_line_get_type,
  dov_stock_transfer_get_type,
  dov_stock_transfer_line_get_type,
  dov_inventory_count_get_type,
  dov_inventory_line_get_type,
  dov_kit_build_get_type,
  dov_kit_build_line_get_type,
  dov_commission_member_get_type,
  dov_rental_item_get_type,
  dov_former_item_name_get_type,
  dov_rental_loan_get_type,
  dov_stock_move_get_type,
  dov_signal_get_type,
  dov_register_entry_get_type,
  dov_outreach_trip_get_type,
  dov_trip_member_get_type,
  dov_home_visit_get_type,
  dov_visit_visitor_get_type,
  dov_visit_met_get_type,
  dov_contact_record_get_type,
  dov_case_plan_get_type,
  dov_plan_problem_get_type,
  dov_plan_action_get_type,
  dov_plan_participant_get_type,
  dov_plan_template_get_type,
  dov_written_application_get_type,
  dov_consent_get_type,
  dov_consent_receiver_get_type,
  dov_living_conditions_act_get_type,
  dov_act_commission_get_type,
  dov_act_present_get_type,
  dov_case_review_get_type,
  dov_child_placement_get_type,
  dov_incoming_paper_get_type,
  dov_outgoing_notice_get_type,
  dov_meeting_protocol_get_type,
  dov_meeting_decision_get_type,
  dov_task_get_type,
  dov_attachment_get_type,
};

static GType types[G_N_ELEMENTS (getters)];

/**
 * dov_registry_list:
 * @n_types: (out) (optional): how many there are
 *
 * Returns: (transfer none): the type of every record, each behind those it
 *   cannot do without
 */
const GType *
dov_registry_list (guint *n_types)
{
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (getters); i++)
        types[i] = getters[i] ();
      g_once_init_leave (&is_filled, 1);
    }
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (types);

  return types;
}

/**
 * dov_registry_find:
 * @table: such as “family_member”
 *
 * Returns: the type of the record, or %G_TYPE_INVALID
 */
GType
dov_registry_find (const char *table)
{
  guint n_types = 0;
  const GType *all = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (g_str_equal (dov_registry_class (all[i])->table, table))
      return all[i];

  return G_TYPE_INVALID;
}

/**
 * dov_registry_class:
 *
 * Returns: (transfer none): the class of a record, which stays for good
 */
DovRecordClass *
dov_registry_class (GType type)
{
  gpointer klass = g_type_class_peek (type);

  return klass ? klass : g_type_class_ref (type);
}
