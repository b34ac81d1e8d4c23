/* dov-cases-looks.c - what signals, visits, programmes, consents and papers look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-cases-looks.h"

#include <glib/gi18n.h>

#include "dov-act-commission.h"
#include "dov-act-present.h"
#include "dov-attachment-page.h"
#include "dov-case-begin.h"
#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-child-placement.h"
#include "dov-consent-page.h"
#include "dov-consent-part.h"
#include "dov-consent-receiver.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-files-box.h"
#include "dov-home-visit.h"
#include "dov-incoming-page.h"
#include "dov-incoming-paper.h"
#include "dov-list-view.h"
#include "dov-living-conditions-act.h"
#include "dov-look.h"
#include "dov-meeting-decision.h"
#include "dov-meeting-form.h"
#include "dov-meeting-protocol.h"
#include "dov-outreach-trip.h"
#include "dov-plan-action.h"
#include "dov-plan-page.h"
#include "dov-plan-participant.h"
#include "dov-plan-problem.h"
#include "dov-plan-step.h"
#include "dov-plan-template.h"
#include "dov-register-entry.h"
#include "dov-signal-look.h"
#include "dov-step-offer.h"
#include "dov-task.h"
#include "dov-trip-member.h"
#include "dov-trip-page.h"
#include "dov-visit-met.h"
#include "dov-visit-visitor.h"
#include "dov-written-application.h"

/* By the family, and by a person. */
#define BY_FAMILY(table) \
  "SELECT t.id FROM live_family f CROSS JOIN live_" table " t ON t.family_id = f.id WHERE holds (f.key, ?w)"
#define BY_PERSON(table, link) \
  "SELECT t.id FROM live_person p CROSS JOIN live_" table " t ON t." link " = p.id WHERE holds (p.key, ?w)"

#define FACTS_ONLY N_("Write facts, not judgements; name no diagnosis without a consent")

static GVariant *
today (void)
{
  GDate day = dov_today ();
  g_autofree char *iso = dov_date_to_iso (&day);

  return g_variant_new ("(s)", iso);
}

/* ---- registers ---- */

static const DovFormGroup register_form[] = {
  { N_("Kind of register"), "register_kind family_id person_id step previous_id reason" },
  { N_("Decision"), "on_decision_no on_date authority_id review_due", .at_end = TRUE },
  { N_("Taken off the register"), "off_date off_decision_no off_reason", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint register_hints[] = {
  { "register_kind",
    N_("The lounge writes down what the body decided, and decides itself only of its own register") },
  { "previous_id", N_("For what is prolonged, changed or cancelled") },
  { 0 },
};

static const DovTableColumn register_columns[] = {
  { "register_kind", .width = 26, .is_bold = TRUE },
  { "family_id", .width = 18 },
  { "person_id", .width = 22, .expands = TRUE },
  { "step", .width = 20, .leaves = 1 },
  { "on_date", .title = N_("Decided on"), .width = 11, .leaves = 2 },
  { "authority_id", .width = 20, .leaves = 3 },
  { "review_due", .width = 11, .leaves = 4 },
  { "off_date", .width = 11 },
};

/* ---- visits, trips and talks ---- */

static const DovTableColumn visit_columns[] = {
  { "visited_at", .width = 15, .is_bold = TRUE },
  { "family_id", .width = 18 },
  { "kind", .width = 18, .leaves = 3 },
  { "goal", .width = 24, .expands = TRUE, .leaves = 2 },
  { "staff_id", .width = 22, .leaves = 1 },
  { "was_home", .title = N_("Met"), .width = 9 },
};

static const DovListChip visit_chips[] = {
  { "month", N_("This month"), "visited_at >= ?1 AND visited_at < ?2", dov_list_this_month },
  { "last-month", N_("Last month"), "visited_at >= ?1 AND visited_at < ?2", dov_list_last_month },
  { "attempts", N_("Nobody met"), "was_home = 0", NULL },
};

static const DovFormGroup trip_form[] = {
  { N_("Trip"), "date settlement_id purpose lounge_id" },
  { N_("Besides"), "km note", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn trip_columns[] = {
  { "date", .width = 11, .is_bold = TRUE },
  { "settlement_id", .width = 18 },
  { "purpose", .width = 28, .expands = TRUE, .leaves = 1 },
  { "lounge_id", .width = 20, .leaves = 2 },
};

static const DovTableColumn contact_columns[] = {
  { "contacted_at", .width = 15, .is_bold = TRUE },
  { "family_id", .width = 18, .expands = TRUE },
  { "form", .title = N_("How"), .width = 18, .leaves = 1 },
  { "with_whom", .width = 20, .leaves = 2 },
  { "staff_id", .width = 20, .leaves = 3 },
  { "reached", .title = N_("Reached"), .width = 10 },
};

/* ---- programmes ---- */

static const DovFormGroup plan_form[] = {
  { N_("Programme"), "family_id kind no since until goal" },
  { N_("Agreed and approved"),
    "status family_agreed_on signer_id approved_by_id approved_on body_id protocol_no protocol_on",
    .at_end = TRUE },
  { N_("New version"), "previous_id change_reason" },
  { N_("What comes next"), "next_review_on next_report_on" },
  { N_("How it ended"), "ended_on outcome conclusion", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint plan_hints[] = {
  { "status", N_("An approved programme stays as it was signed: what changes is a new version") },
  { "body_id", N_("A working group, or the body whose plan it is") },
  { 0 },
};

static const DovStateSign plan_signs[] = {
  { "draft", { "document-edit-symbolic", "warning" } },
  { "agreed", { "document-edit-symbolic", NULL } },
  { "approved", { "dov-emblem-ok-symbolic", "accent" } },
  { "in_progress", { "media-playback-start-symbolic", "accent" } },
  { "completed", { "dov-emblem-ok-symbolic", "plain" } },
  { "extended", { "go-next-symbolic", "plain" } },
  { "terminated", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn plan_columns[] = {
  { "no", .width = 6, .leaves = 4 },
  { "family_id", .width = 18, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 22, .leaves = 2 },
  { "since", .width = 11 },
  { "until", .width = 11, .leaves = 1 },
  { "next_review_on", .width = 11, .leaves = 3 },
  { "status", .title = N_("State"), .width = 22, .sign = dov_list_sign_of_state },
};

static const DovFormGroup problem_form[] = {
  { N_("Problem and cause"), "problem_id cause severity resolved_on" },
  { 0 },
};

static const DovFormGroup action_form[] = {
  { N_("Step"), "title plan_problem_id method_id staff_id organisation_id due_from due_to frequency" },
  { N_("How it was carried out"), "status done_on result visit_id contact_id event_id distribution_id",
    .at_end = TRUE },
  { 0 },
};

static const DovStateSign action_signs[] = {
  { "planned", { "x-office-calendar-symbolic", NULL } },
  { "in_progress", { "media-playback-start-symbolic", "accent" } },
  { "done", { "dov-emblem-ok-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn action_columns[] = {
  { "due_to", .width = 11, .is_bold = TRUE },
  { "title", .width = 28, .expands = TRUE },
  { "plan_id", .width = 24, .leaves = 1 },
  { "staff_id", .title = N_("Specialist"), .width = 20, .leaves = 2 },
  { "organisation_id", .title = N_("Organisation"), .width = 18, .leaves = 4 },
  { "method_id", .width = 18, .leaves = 3 },
  { "status", .title = N_("State"), .width = 18, .sign = dov_list_sign_of_state },
};

static const DovListChip action_chips[] = {
  { "overdue", N_("Overdue"), "status IN ('planned', 'in_progress') AND due_to < ?1", today },
  { "open", N_("Still to do"), "status IN ('planned', 'in_progress')", NULL },
};

static const DovFormGroup template_form[] = {
  { N_("Step"), "title category_id method_id days frequency" },
  { N_("What it is to solve"), "problem_id cause", .at_end = TRUE },
  { 0 },
};

static const DovFormHint template_hints[] = {
  { "category_id", N_("Empty: for every family") },
  { "days", N_("Counted from the beginning of the programme") },
  { 0 },
};

static const DovTableColumn template_columns[] = {
  { "title", .width = 34, .is_bold = TRUE, .expands = TRUE },
  { "category_id", .width = 26 },
  { "problem_id", .width = 22, .leaves = 1 },
  { "method_id", .width = 18, .leaves = 2 },
  { "days", .title = N_("Days"), .width = 6, .is_number = TRUE },
};

/* ---- applications and consents ---- */

static const DovFormGroup application_form[] = {
  { N_("Application"), "no date kind person_id family_id lounge_id" },
  { N_("What is asked for"), "text", .at_end = TRUE },
  { N_("Decision"), "decision decided_on decided_by_id notified_on", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn application_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "person_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 26, .leaves = 1 },
  { "family_id", .width = 18, .leaves = 2 },
  { "decision", .title = N_("Decision"), .width = 18 },
};

static const DovListChip application_chips[] = {
  { "open", N_("Without a decision"), "decision IS NULL", NULL },
};

static const DovFormGroup consent_form[] = {
  { N_("Who"), "subject_id signer_id signer_capacity authority_doc" },
  { N_("To what"), "kind purpose data_list actions" },
  { N_("Paper"), "no lounge_id signed_on teen_signed", .at_end = TRUE },
  { N_("Term and withdrawal"), "valid_until until_event withdrawal_way", .at_end = TRUE },
  { N_("Withdrawn"), "withdrawn_on withdrawn_reason", .at_end = TRUE, .when = DOV_FORM_KEPT },
  { 0 },
};

static const DovFormHint consent_hints[] = {
  { "signed_on", N_("Empty until the paper is signed") },
  { "teen_signed", N_("From 14 to 17 both sign") },
  { "until_event", N_("Until the support ends, and a year more") },
  { 0 },
};

static const DovTableColumn consent_columns[] = {
  { "no", .width = 6, .leaves = 4 },
  { "subject_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 26, .leaves = 1 },
  { "signer_id", .width = 24, .leaves = 3 },
  { "signed_on", .width = 11 },
  { "valid_until", .width = 11, .leaves = 2 },
  { "withdrawn_on", .width = 11, .leaves = 5 },
};

static const DovListChip consent_chips[] = {
  { "unsigned", N_("Not signed yet"), "signed_on IS NULL", NULL },
  { "over", N_("No longer in force"), "withdrawn_on <= ?1 OR valid_until < ?1", today },
};

/* ---- acts, reviews, where children live ---- */

static const DovFormGroup act_form[] = {
  { N_("Act"), "family_id no date kind address entry_allowed" },
  { N_("Housing"), "housing_kind floor area rooms housing_tenure utilities" },
  { N_("Safety of the home"),
    "heating heating_state heating_note wiring_state smoke_detector co_sensor danger danger_signs" },
  { N_("How the children live"), "sanitary child_bed child_desk toys_books seasonal_clothes food", .at_end = TRUE },
  { N_("About the family"), "relations children_leisure", .at_end = TRUE },
  { N_("Conclusion"), "conclusion recommendations member_signed", .at_end = TRUE },
  { 0 },
};

static const DovFormHint act_hints[] = {
  { "entry_allowed", N_("Not let in? Only that is written down, with who came") },
  { "relations", FACTS_ONLY },
  { "danger", N_("Call 112 first") },
  { 0 },
};

/* Who looked: two at least, before the act is one (F1). */
static const DovOwnRow act_rows[] = {
  { dov_act_commission_get_type, N_("Add one who examined") },
  { dov_act_present_get_type, N_("Add one who was present") },
  { NULL },
};

static const DovTableColumn act_columns[] = {
  { "date", .width = 11, .is_bold = TRUE },
  { "no", .width = 6, .leaves = 2 },
  { "family_id", .width = 22, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 22, .leaves = 1 },
  { "entry_allowed", .width = 26, .leaves = 3 },
};

static const DovFormGroup review_form[] = {
  { N_("Review"), "family_id date reviewer_id dynamics conclusion" },
  { N_("Marks"), "income housing health relations study leisure surroundings motivation", .at_end = TRUE },
  { N_("What comes next"), "next_review_on is_final support_level" },
  { 0 },
};

static const DovFormHint review_hints[] = {
  { "income", N_("1 is bad, 5 is good") },
  { 0 },
};

static const DovStateSign review_signs[] = {
  { "better", { "go-up-symbolic", "accent" } },
  { "same", { "go-next-symbolic", "plain" } },
  { "worse", { "go-down-symbolic", "warning" } },
  { 0 },
};

static const DovTableColumn review_columns[] = {
  { "date", .width = 11, .is_bold = TRUE },
  { "family_id", .width = 22, .expands = TRUE },
  { "reviewer_id", .width = 22, .leaves = 1 },
  { "next_review_on", .width = 11, .leaves = 2 },
  { "dynamics", .width = 22, .sign = dov_list_sign_of_state },
};

static const DovFormGroup placement_form[] = {
  { N_("Where the child lives"), "person_id place since until" },
  { N_("Why"), "reason decision_no decision_on", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn placement_columns[] = {
  { "person_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "place", .width = 24 },
  { "since", .width = 11 },
  { "until", .width = 11, .leaves = 1 },
};

/* ---- papers that come, meetings, tasks ---- */

static const DovFormGroup incoming_form[] = {
  { N_("Paper"), "no date from_id their_no their_date kind lounge_id" },
  { N_("What it is about"), "gist family_id person_id", .at_end = TRUE },
  { N_("Term"), "due_on done_on", .at_end = TRUE },
  { 0 },
};

static const DovFormHint incoming_hints[] = {
  { "due_on", N_("A complaint is answered within 30 days") },
  { 0 },
};

static const DovTableColumn incoming_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11 },
  { "from_id", .width = 22, .is_bold = TRUE },
  { "gist", .width = 28, .expands = TRUE, .leaves = 3 },
  { "kind", .title = N_("Kind"), .width = 20, .leaves = 2 },
  { "their_no", .width = 10, .leaves = 1 },
  { "due_on", .width = 20, .words = dov_incoming_term_words, .sign = dov_incoming_term_sign },
};

static const DovListChip incoming_chips[] = {
  { "open", N_("Not done yet"), "done_on IS NULL", NULL },
  { "overdue", N_("Overdue"), "done_on IS NULL AND due_on < ?1", today },
};

static const DovFormGroup meeting_form[] = {
  { N_("Meeting"), "no date kind place lounge_id family_id" },
  { N_("Who was there"), "chair_id secretary_id attendees" },
  { N_("Agenda"), "agenda", .at_end = TRUE },
  { 0 },
};

static const DovOwnRow meeting_rows[] = {
  { dov_meeting_decision_get_type, N_("Add a decision") },
  { NULL },
};

static const DovTableColumn meeting_columns[] = {
  { "no", .width = 6 },
  { "date", .width = 11, .is_bold = TRUE },
  { "kind", .title = N_("Kind"), .width = 22, .expands = TRUE },
  { "place", .width = 22, .leaves = 1 },
  { "lounge_id", .width = 20, .leaves = 2 },
};

static const DovFormGroup decision_form[] = {
  { N_("Decision"), "heard decision family_id" },
  { N_("Who does it"), "responsible_id due_on done_on", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn decision_columns[] = {
  { "decision", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "protocol_id", .width = 22, .leaves = 2 },
  { "responsible_id", .width = 22, .leaves = 1 },
  { "due_on", .width = 11 },
};

static const DovFormGroup task_form[] = {
  { N_("Task"), "title staff_id due_on postponed_to done_on lounge_id" },
  { N_("What it is about"), "family_id person_id signal_id incoming_id note", .at_end = TRUE },
  { 0 },
};

static const DovTableColumn task_columns[] = {
  { "due_on", .width = 11, .is_bold = TRUE },
  { "title", .width = 32, .expands = TRUE },
  { "staff_id", .width = 22, .leaves = 1 },
  { "done_on", .width = 11, .leaves = 2 },
};

static const DovListChip task_chips[] = {
  { "open", N_("Still to do"), "done_on IS NULL", NULL },
  { "overdue", N_("Overdue"), "done_on IS NULL AND coalesce (postponed_to, due_on) < ?1", today },
};

#define COLUMNS(name) .columns = name##_columns, .n_columns = G_N_ELEMENTS (name##_columns)
#define CHIPS(name)   .chips = name##_chips, .n_chips = G_N_ELEMENTS (name##_chips)

static const DovListView lists[] = {
  { dov_register_entry_get_type, "families", "view-list-symbolic", N_("New entry of a register"),
    N_("Family, number of the decision   (Ctrl+F)"), N_("There is no such entry"),
    N_("Entries of registers will be here"),
    N_("Write down the decision by which a family or a child is put on a register"),
    .also = BY_FAMILY ("register_entry") " UNION " BY_PERSON ("register_entry", "person_id"),
    .order = "on_date", .descending = TRUE, .by = "register_kind", COLUMNS (register) },
  { dov_home_visit_get_type, "families", "go-home-symbolic", N_("New visit"), N_("Family, purpose   (Ctrl+F)"),
    N_("There is no such visit"), N_("Home visits will be here"),
    N_("Write down whom you visited, what you saw and what was agreed"),
    .also = BY_FAMILY ("home_visit"), .order = "visited_at", .descending = TRUE, .chip = "month",
    CHIPS (visit), COLUMNS (visit) },
  { dov_outreach_trip_get_type, "families", "mark-location-symbolic", N_("New outreach trip"),
    N_("Purpose   (Ctrl+F)"),
    N_("There is no such trip"), N_("Outreach trips will be here"), N_("A day, a village and a purpose are enough"),
    .order = "date", .descending = TRUE, COLUMNS (trip) },
  { dov_contact_record_get_type, "families", "mail-forward-symbolic", N_("New call or talk"), N_("Family   (Ctrl+F)"),
    N_("There is no such call or talk"), N_("Calls and talks will be here"),
    N_("Write down with whom you spoke and of what"),
    .also = BY_FAMILY ("contact_record"), .order = "contacted_at", .descending = TRUE, COLUMNS (contact) },
  { dov_case_plan_get_type, "families", "x-office-document-symbolic", N_("New programme"),
    N_("Family, number   (Ctrl+F)"),
    N_("There is no such programme"), N_("Programmes of support will be here"),
    N_("Begin with the aim, then the problems with their causes and the steps"),
    .also = BY_FAMILY ("case_plan"), .order = "since", .descending = TRUE, .by = "status", COLUMNS (plan) },
  { dov_plan_action_get_type, "families", "object-select-symbolic", NULL, N_("What is done   (Ctrl+F)"),
    N_("There is no such step"), N_("Steps of programmes will be here"), N_("They are added to a programme"),
    .order = "due_to", .chip = "open", CHIPS (action), COLUMNS (action) },
  { dov_plan_template_get_type, "lists", "object-select-symbolic", N_("New usual step"), N_("What is done   (Ctrl+F)"),
    N_("There is no such step"), N_("Usual steps will be here"),
    N_("They are offered while a programme of support is empty"), .order = "title", COLUMNS (template) },
  { dov_written_application_get_type, "families", "document-new-symbolic", N_("New application"),
    N_("Applicant, number   (Ctrl+F)"),
    N_("There is no such application"), N_("Applications will be here"), N_("Who asks, for what, and the day"),
    .also = BY_FAMILY ("written_application") " UNION " BY_PERSON ("written_application", "person_id"),
    .order = "date", .descending = TRUE, CHIPS (application), COLUMNS (application) },
  { dov_consent_get_type, "families", "changes-prevent-symbolic", N_("New consent"),
    N_("Whose data, number   (Ctrl+F)"),
    N_("There is no such consent"), N_("Consents will be here"), N_("Whose data, who signs and to what"),
    .also = BY_PERSON ("consent", "subject_id") " UNION " BY_PERSON ("consent", "signer_id"),
    .order = "signed_on", .descending = TRUE, .by = "kind", CHIPS (consent), COLUMNS (consent) },
  { dov_living_conditions_act_get_type, "families", "go-home-symbolic", N_("New act of living conditions"),
    N_("Family, number   (Ctrl+F)"), N_("There is no such act"), N_("Acts of living conditions will be here"),
    N_("Written down at the family’s home, or where the commission was not let in"),
    .also = BY_FAMILY ("living_conditions_act"), .order = "date", .descending = TRUE, .by = "kind", COLUMNS (act) },
  { dov_case_review_get_type, "families", "view-reveal-symbolic", N_("New review"), N_("Family   (Ctrl+F)"),
    N_("There is no such review"), N_("Reviews of families will be here"),
    N_("Eight marks and whether it is better than before"),
    .also = BY_FAMILY ("case_review"), .order = "date", .descending = TRUE, .by = "dynamics", COLUMNS (review) },
  { dov_child_placement_get_type, "families", "mark-location-symbolic", N_("New place of a child"),
    N_("Child   (Ctrl+F)"),
    N_("There is no such line"), N_("Where children live will be here"),
    N_("Written down when a child is placed and when it returns"),
    .also = BY_PERSON ("child_placement", "person_id"), .order = "since", .descending = TRUE, .by = "place",
    COLUMNS (placement) },
  { dov_incoming_paper_get_type, "families", "mail-unread-symbolic", N_("New incoming paper"),
    N_("Number, what it is about   (Ctrl+F)"),
    N_("There is no such paper"), N_("Incoming papers will be here"), N_("From whom, what it wants and by when"),
    .also = BY_FAMILY ("incoming_paper"), .order = "date", .descending = TRUE, .chip = "open",
    CHIPS (incoming), COLUMNS (incoming) },
  { dov_meeting_protocol_get_type, "families", "dov-system-users-symbolic", N_("New protocol"),
    N_("Number, place   (Ctrl+F)"),
    N_("There is no such protocol"), N_("Protocols of meetings will be here"),
    N_("The day, the agenda, then what was decided"),
    .also = BY_FAMILY ("meeting_protocol"), .order = "date", .descending = TRUE, .by = "kind", COLUMNS (meeting) },
  { dov_meeting_decision_get_type, "families", "object-select-symbolic", NULL, N_("What was decided   (Ctrl+F)"),
    N_("There is no such decision"), N_("Decisions of meetings will be here"), N_("They are added to a protocol"),
    .order = "due_on", COLUMNS (decision) },
  { dov_task_get_type, "families", "alarm-symbolic", N_("New task"), N_("What is to be done   (Ctrl+F)"),
    N_("There is no such task"), N_("Tasks will be here"), N_("What, for whom and by when"),
    .also = BY_FAMILY ("task"), .order = "due_on", .chip = "open", CHIPS (task), COLUMNS (task) },
};

/* Which family they are of is nobody else’s to see. */
static const DovLook looks[] = {
  { dov_register_entry_get_type, N_("New entry of a register"), .form = register_form, .hints = register_hints,
    .place = "families", .below = dov_files_below_new },
  { dov_visit_visitor_get_type, N_("One more visitor") },
  { dov_visit_met_get_type, N_("One more person met") },
  { dov_outreach_trip_get_type, N_("New outreach trip"), .form = trip_form, .fill_in = dov_case_begin,
    .place = "families", .subject = &dov_trip_subject, .opens_when_made = TRUE },
  { dov_trip_member_get_type, N_("One more on the trip") },
  { dov_case_plan_get_type, N_("New programme"), .form = plan_form, .hints = plan_hints, .signs = plan_signs,
    .fill_in = dov_case_begin, .place = "families", .subject = &dov_plan_subject, .open = dov_plan_open,
    .opens_when_made = TRUE,
    .sought = { 20, "x-office-document-symbolic", BY_FAMILY ("case_plan"), "family_id", .latest = "since",
               .tells = TRUE } },
  { dov_plan_problem_get_type, N_("New problem"), .form = problem_form, .place = "families" },
  { dov_plan_action_get_type, N_("New step"), .form = action_form, .signs = action_signs, .place = "families",
    .open = dov_plan_step_open },
  { dov_plan_participant_get_type, N_("One more participant") },
  { dov_plan_template_get_type, N_("New usual step"), .form = template_form, .hints = template_hints, .place = "lists" },
  { dov_written_application_get_type, N_("New application"), .form = application_form, .paper = "D-03", .fill_in = dov_case_begin,
    .is_about_visitor = TRUE, .place = "families", .below = dov_files_below_new,
    .sought = { 21, "document-new-symbolic", BY_PERSON ("written_application", "person_id"), "person_id", .latest = "date",
               .tells = TRUE } },
  { dov_consent_get_type, N_("New consent"), .subject = &dov_consent_subject, .form = consent_form,
    .hints = consent_hints, .fill_in = dov_case_begin, .opens_when_made = TRUE,
    .is_about_visitor = TRUE, .place = "families",
    .sought = { 22, "changes-prevent-symbolic", BY_PERSON ("consent", "subject_id"), "subject_id",
               .latest = "signed_on",
                .tells = TRUE } },
  { dov_consent_receiver_get_type, N_("One more receiver") },
  { dov_living_conditions_act_get_type, N_("New act of living conditions"), .form = act_form, .hints = act_hints,
    .rows = act_rows, .paper = "D-02", .opens_when_made = TRUE,
    .fill_in = dov_case_begin, .place = "families", .below = dov_files_below_new,
    .sought = { 23, "go-home-symbolic", BY_FAMILY ("living_conditions_act"), "family_id", .latest = "date",
               .tells = TRUE } },
  { dov_act_commission_get_type, N_("One more of the commission") },
  { dov_act_present_get_type, N_("One more present") },
  { dov_case_review_get_type, N_("New review"), .form = review_form, .hints = review_hints, .signs = review_signs,
    .place = "families" },
  { dov_child_placement_get_type, N_("New place of a child"), .form = placement_form, .place = "families",
    .below = dov_files_below_new },
  { dov_incoming_paper_get_type, N_("New incoming paper"), .form = incoming_form, .hints = incoming_hints,
    .fill_in = dov_case_begin, .place = "families", .subject = &dov_incoming_subject,
    .sought = { 24, "mail-unread-symbolic", BY_FAMILY ("incoming_paper"), .about = "from_id", .latest = "date",
               .tells = TRUE } },
  { dov_meeting_protocol_get_type, N_("New protocol"), .form = meeting_form, .rows = meeting_rows, .paper = "D-50",
    .fill_in = dov_case_begin, .opens_when_made = TRUE, .place = "families", .below = dov_files_below_new,
    .sought = { 25, "dov-system-users-symbolic", BY_FAMILY ("meeting_protocol"), .about = "family_id",
               .latest = "date",
                .tells = TRUE } },
  { dov_meeting_decision_get_type, N_("New decision"), .form = decision_form, .place = "families" },
  { dov_task_get_type, N_("New task"), .form = task_form, .fill_in = dov_case_begin, .place = "families",
    .sought = { 26, "alarm-symbolic", BY_FAMILY ("task"), .about = "family_id", .latest = "due_on", .tells = TRUE } },
};

/* Tells what its records look like. */
void
dov_cases_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_look_add (&dov_visit_look, 1);
  dov_look_add (&dov_talk_look, 1);
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
  dov_attachment_look_tell ();
  dov_consent_part_offer ();
  dov_step_offer_tell ();
  dov_signal_look_tell ();
}
