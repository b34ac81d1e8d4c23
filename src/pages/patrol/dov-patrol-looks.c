/* dov-patrol-looks.c - what patrols, shifts, findings and notices look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-looks.h"

#include <glib/gi18n.h>

#include "dov-finding-form.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-outgoing-draft.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-shift-form.h"

static const DovFormGroup patrol_form[] = {
  { N_("Patrol"), "name settlement_id lounge_id leader_id status" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Papers"), "created_by_doc created_on regulation_file note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint patrol_hints[] = {
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovStateSign patrol_signs[] = {
  { "active", { "media-playback-start-symbolic", "accent" } },
  { "suspended", { "media-playback-pause-symbolic", NULL } },
  { "closed", { "dov-emblem-ok-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn patrol_columns[] = {
  { "name", .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "settlement_id", .width = 18 },
  { "leader_id", .width = 26, .leaves = 1 },
  { "status", .title = N_("State"), .width = 16, .sign = dov_list_sign_of_state },
};

static const DovFormGroup patrol_member_form[] = {
  { N_("Who"), "person_id patrol_id kind may_lead phone id_card_no" },
  { N_("Briefing and days"), "instructed_on since until note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint patrol_member_hints[] = {
  { "instructed_on", N_("A briefing is good for twelve months") },
  { "phone", N_("Empty: as on the card of the person") },
  { 0 },
};

static const DovTableColumn patrol_member_columns[] = {
  { "person_id", .title = N_("Last name, first name"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "patrol_id", .width = 18, .leaves = 2 },
  { "kind", .title = N_("Who"), .width = 18, .leaves = 1 },
  { "may_lead", .width = 10 },
  { "instructed_on", .width = 12 },
  { "phone", .width = 18, .leaves = 3 },
};

#define MEMBERS_BY_PERSON \
  "SELECT m.id FROM patrol_member m JOIN live_person p ON p.id = m.person_id WHERE holds (p.key, ?w)"

static const DovFormGroup patrol_absence_form[] = {
  { N_("Away"), "member_id since until reason" },
  { 0 },
};

static const DovFormGroup patrol_route_form[] = {
  { N_("Route"), "name patrol_id usual_minutes" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("The way"), "points map_note", .at_end = TRUE },
  { 0 },
};

static const DovFormHint patrol_route_hints[] = {
  { "points", N_("Streets and places in their order: the club, the bus stop, the shop, the pond") },
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovTableColumn route_columns[] = {
  { "name", .width = 24, .is_bold = TRUE },
  { "patrol_id", .width = 18, .leaves = 1 },
  { "points", .width = 34, .expands = TRUE },
  { "usual_minutes", .width = 9, .is_number = TRUE, .leaves = 2 },
};

static const DovTableColumn shift_columns[] = {
  { "starts_at", .title = N_("Date and time"), .width = 15, .is_bold = TRUE },
  { "ends_at", .title = N_("Until"), .width = 15, .leaves = 3 },
  { "leader_id", .title = N_("Leader of the shift"), .width = 24, .expands = TRUE },
  { "route_id", .width = 20, .leaves = 4 },
  { "patrol_id", .width = 18, .leaves = 1 },
  { "kind", .title = N_("Kind"), .width = 18, .leaves = 2 },
  { "talks", .width = 6, .is_number = TRUE, .leaves = 5 },
  { "status", .title = N_("State"), .width = 17, .sign = dov_list_sign_of_state },
};

static const DovListChip shift_chips[] = {
  { "month", N_("This month"), "starts_at >= ?1 AND starts_at < ?2", dov_list_this_month },
  { "last-month", N_("Last month"), "starts_at >= ?1 AND starts_at < ?2", dov_list_last_month },
  { "open", N_("Over, not closed"), "status IN ('planned', 'in_progress') AND ends_at < ?1", dov_list_now },
  { "ahead", N_("To come"), "status IN ('draft', 'planned') AND starts_at >= ?1", dov_list_now },
  { "cancelled", N_("Called off"), "status IN ('cancelled', 'replaced')", NULL },
};

static const DovTableColumn finding_columns[] = {
  { "found_at", .width = 15, .is_bold = TRUE },
  { "kind_id", .width = 26, .expands = TRUE },
  { "place", .width = 22, .leaves = 1 },
  { "measures", .width = 22, .leaves = 2 },
  { "outcome", .width = 22 },
};

static const DovFormGroup notice_form[] = {
  { N_("To whom"), "to_id notice_no date kind lounge_id finding_id signal_id family_id incoming_id" },
  { N_("What is told"), "text measures request", .at_end = TRUE },
  { N_("What came of it"), "delivered_by delivered_on answered_on answer" },
  { 0 },
};

static const DovFormHint notice_hints[] = {
  { "text", N_("Facts only; no categories of families, no judgements") },
  { 0 },
};

static const DovTableColumn notice_columns[] = {
  { "notice_no", .title = N_("No."), .width = 7 },
  { "date", .width = 11 },
  { "to_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 20, .leaves = 1 },
  { "delivered_on", .width = 12, .leaves = 2 },
  { "answered_on", .width = 12 },
};

static const DovListChip notice_chips[] = {
  { "unanswered", N_("Without an answer"), "answered_on IS NULL", NULL },
  { "undelivered", N_("Not delivered yet"), "delivered_on IS NULL", NULL },
};

static const DovListView lists[] = {
  { dov_patrol_get_type, "patrol", "security-high-symbolic", N_("New patrol"), N_("Name   (Ctrl+F)"),
    N_("There is no such patrol"), N_("Your patrol will be here"), N_("A name and a village are enough"),
    .columns = patrol_columns, .n_columns = G_N_ELEMENTS (patrol_columns) },
  { dov_patrol_member_get_type, "patrol", "system-users-symbolic", N_("New member of the patrol"),
    N_("Name, telephone   (Ctrl+F)"),
    N_("There is no such member"), N_("Members of patrols will be here"), N_("Put down the first one"),
    DOV_LIST_NOUN_PEOPLE, .also = MEMBERS_BY_PERSON,
    .columns = patrol_member_columns, .n_columns = G_N_ELEMENTS (patrol_member_columns) },
  { dov_patrol_route_get_type, "patrol", "mark-location-symbolic", N_("New route"), N_("Name, street   (Ctrl+F)"),
    N_("There is no such route"), N_("Routes will be here"), N_("The club, the bus stop, the shop, the pond"),
    .columns = route_columns, .n_columns = G_N_ELEMENTS (route_columns) },
  { dov_patrol_shift_get_type, "patrol", "security-high-symbolic", N_("New shift"),
    N_("Name, route, patrol   (Ctrl+F)"),
    N_("There is no such shift"), N_("Shifts of the patrol will be here"), N_("Put down the first one, or deal out a month"),
    DOV_LIST_NOUN_ROWS, .also = DOV_SHIFTS_SOUGHT, .order = "starts_at", .descending = TRUE, .chip = "month",
    .chips = shift_chips, .n_chips = G_N_ELEMENTS (shift_chips),
    .columns = shift_columns, .n_columns = G_N_ELEMENTS (shift_columns) },
  { dov_patrol_finding_get_type, "patrol", "view-reveal-symbolic", NULL, N_("Place   (Ctrl+F)"),
    N_("There is no such finding"), N_("Findings of patrols will be here"), N_("They are written down on the page of a shift"),
    .order = "found_at", .descending = TRUE,
    .columns = finding_columns, .n_columns = G_N_ELEMENTS (finding_columns) },
  { dov_outgoing_notice_get_type, "patrol", "mail-unread-symbolic", N_("New notice"), N_("Number, to whom   (Ctrl+F)"),
    N_("There is no such notice"), N_("Outgoing notices will be here"),
    N_("To the police, the commission or a school; a finding can begin one"),
    .order = "date", .descending = TRUE, .chips = notice_chips, .n_chips = G_N_ELEMENTS (notice_chips),
    .columns = notice_columns, .n_columns = G_N_ELEMENTS (notice_columns) },
};

static const DovLook looks[] = {
  { dov_patrol_get_type, N_("New patrol"), .form = patrol_form, .hints = patrol_hints, .signs = patrol_signs },
  { dov_patrol_member_get_type, N_("New member of the patrol"), .form = patrol_member_form,
    .hints = patrol_member_hints },
  { dov_patrol_absence_get_type, N_("New absence"), .form = patrol_absence_form },
  { dov_patrol_route_get_type, N_("New route"), .form = patrol_route_form, .hints = patrol_route_hints },
  { dov_outgoing_notice_get_type, N_("New notice"), .form = notice_form, .hints = notice_hints,
    .fill_in = dov_outgoing_draft_fill_in, .place = "patrol", .paper = "D-14" },
};

/* Tells what its records look like. */
void
dov_patrol_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_look_add (&dov_shift_look, 1);
  dov_look_add (&dov_finding_look, 1);
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
