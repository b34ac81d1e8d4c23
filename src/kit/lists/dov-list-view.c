/* dov-list-view.c - what the list of each record looks like: columns, chips, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-view.h"

#include <glib/gi18n.h>

#include "dov-club-group.h"
#include "dov-club-words.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-goods-lists.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-partner-participation.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-volunteer.h"

static const DovTableColumn family_columns[] = {
  { "case_no", .width = 11, .leaves = 4 },
  { "family_name", .title = N_("Family"), .width = 17, .is_bold = TRUE },
  { "children", .title = N_("Children"), .width = 4, .is_number = TRUE, .words = dov_list_children_of_family },
  { "address", .title = N_("Address"), .width = 22, .expands = TRUE },
  { "case_status", .title = N_("State of the case"), .width = 20, .sign = dov_list_sign_of_state, .leaves = 5 },
  { "categories", .title = N_("Categories"), .width = 26, .words = dov_list_categories_of_family, .leaves = 3 },
  { "opened_on", .leaves = 2 },
  { "curator_id", .title = N_("Curator"), .width = 15, .leaves = 1 },
};

static const DovTableColumn person_columns[] = {
  { "last_name", .width = 18, .is_bold = TRUE },
  { "first_name", .width = 14 },
  { "patronymic", .width = 17, .leaves = 2 },
  { "birth_date", .leaves = 3 },
  { "age", .title = N_("Age"), .width = 9, .is_number = TRUE, .words = dov_list_age_of_person },
  { "live_address", .title = N_("Address"), .width = 20, .expands = TRUE },
  { "phone", .width = 18, .leaves = 1 },
};

static const DovTableColumn event_columns[] = {
  { "starts_at", .title = N_("Date and time"), .width = 14 },
  { "title", .title = N_("Event"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "form_id", .width = 17, .leaves = 1 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 2 },
  { "visits", .title = N_("Came"), .width = 5, .is_number = TRUE, .words = dov_list_visits_of_event },
  { "status", .title = N_("State"), .width = 13, .sign = dov_list_sign_of_state },
};

static const DovTableColumn club_columns[] = {
  { "name", .title = N_("Group"), .width = 24, .is_bold = TRUE, .expands = TRUE },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 3 },
  { "leader_id", .width = 17, .words = dov_club_words_leader, .leaves = 2 },
  { "next", .title = N_("Next session"), .width = 18, .words = dov_club_words_next, .leaves = 4 },
  { "members", .title = N_("Members now"), .width = 9, .is_number = TRUE, .heading_wraps = TRUE,
    .words = dov_club_words_members },
  { "average", .title = N_("Come on average"), .width = 9, .is_number = TRUE, .heading_wraps = TRUE,
    .words = dov_club_words_average },
  { "status", .title = N_("State"), .width = 16, .sign = dov_list_sign_of_state, .leaves = 1 },
};

static const DovTableColumn volunteer_columns[] = {
  { "person_id", .title = N_("Volunteer"), .width = 28, .is_bold = TRUE, .expands = TRUE,
    .words = dov_volunteer_words_name },
  { "kind", .width = 16 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 3 },
  { "since", .leaves = 2 },
  { "until", .leaves = 1 },
  { "hours", .title = N_("Hours this year"), .width = 10, .is_number = TRUE, .words = dov_volunteer_words_hours },
};

static const DovTableColumn partner_columns[] = {
  { "organisation_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "role", .width = 24 },
  { "project", .width = 20, .leaves = 1 },
  { "since" },
  { "until" },
  { "contribution", .width = 24, .leaves = 2 },
};

static const DovTableColumn organisation_columns[] = {
  { "short_name", .width = 24, .is_bold = TRUE, .expands = TRUE },
  { "kind", .width = 22, .leaves = 2 },
  { "sector", .width = 20, .leaves = 1 },
  { "address", .width = 22, .leaves = 3 },
  { "phone", .width = 15 },
};

static const DovTableColumn staff_columns[] = {
  { "person_id", .title = N_("Last name, first name"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "position", .width = 26 },
  { "role", .width = 26, .leaves = 2 },
  { "phone_work", .width = 18, .leaves = 3 },
  { "until", .title = N_("Worked until"), .leaves = 1 },
};

static const DovTableColumn lounge_columns[] = {
  { "name", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "settlement_id", .width = 18 },
  { "address", .width = 26, .leaves = 1 },
  { "manager_id", .width = 18, .leaves = 2 },
};

static const DovTableColumn settlement_columns[] = {
  { "type", .width = 12 },
  { "name", .width = 20, .is_bold = TRUE, .expands = TRUE },
  { "rural_settlement", .width = 22, .leaves = 1 },
  { "district", .width = 22, .leaves = 2 },
  { "children_count", .title = N_("Children"), .width = 8 },
};

static const DovTableColumn series_columns[] = {
  { "title", .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "lounge_id", .width = 22, .leaves = 1 },
  { "recurrence", .width = 16 },
  { "weekday", .width = 14 },
  { "time", .width = 7 },
  { "responsible_id", .width = 20, .leaves = 2 },
};

static const DovTableColumn shift_columns[] = {
  { "starts_at", .title = N_("Date and time"), .width = 15, .is_bold = TRUE },
  { "ends_at", .title = N_("Until"), .width = 15, .leaves = 3 },
  { "leader_id", .title = N_("Leader"), .width = 24, .expands = TRUE },
  { "route_id", .width = 20, .leaves = 4 },
  { "patrol_id", .width = 18, .leaves = 1 },
  { "kind", .title = N_("Kind"), .width = 18, .leaves = 2 },
  { "talks", .width = 6, .is_number = TRUE, .leaves = 5 },
  { "status", .title = N_("State"), .width = 17, .sign = dov_list_sign_of_state },
};

static const DovTableColumn patrol_columns[] = {
  { "name", .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "settlement_id", .width = 18 },
  { "leader_id", .width = 26, .leaves = 1 },
  { "status", .title = N_("State"), .width = 16, .sign = dov_list_sign_of_state },
};

static const DovTableColumn patrol_member_columns[] = {
  { "person_id", .title = N_("Last name, first name"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "patrol_id", .width = 18, .leaves = 2 },
  { "kind", .title = N_("Who"), .width = 18, .leaves = 1 },
  { "may_lead", .width = 10 },
  { "instructed_on", .width = 12 },
  { "phone", .width = 18, .leaves = 3 },
};

static const DovTableColumn route_columns[] = {
  { "name", .width = 24, .is_bold = TRUE },
  { "patrol_id", .width = 18, .leaves = 1 },
  { "points", .width = 34, .expands = TRUE },
  { "usual_minutes", .width = 9, .is_number = TRUE, .leaves = 2 },
};

static const DovTableColumn finding_columns[] = {
  { "found_at", .width = 15, .is_bold = TRUE },
  { "kind_id", .width = 26, .expands = TRUE },
  { "place", .width = 22, .leaves = 1 },
  { "measures", .width = 22, .leaves = 2 },
  { "outcome", .width = 22 },
};

static const DovTableColumn notice_columns[] = {
  { "notice_no", .title = N_("No."), .width = 7 },
  { "date", .width = 11 },
  { "to_id", .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "kind", .title = N_("Kind"), .width = 20, .leaves = 1 },
  { "delivered_on", .width = 12, .leaves = 2 },
  { "answered_on", .width = 12 },
};

static const DovTableColumn item_columns[] = {
  { "list_code", .width = 24, .words = dov_list_name_of_list },
  { "label", .width = 30, .is_bold = TRUE, .expands = TRUE },
  { "code", .width = 18, .leaves = 1 },
  { "is_active", .width = 10 },
};

/* The moments from the first day of a month to the first of the next. */
static GVariant *
month_around (int months)
{
  GDate first = dov_today (), next;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  g_date_set_day (&first, 1);
  if (months > 0)
    g_date_add_months (&first, (guint) months);
  else
    g_date_subtract_months (&first, (guint) -months);
  next = first;
  g_date_add_months (&next, 1);
  since = dov_date_to_iso (&first);
  until = dov_date_to_iso (&next);

  return g_variant_new ("(ss)", since, until);
}

static GVariant *
this_month (void)
{
  return month_around (0);
}

static GVariant *
last_month (void)
{
  return month_around (-1);
}

static GVariant *
now (void)
{
  g_autoptr (GDateTime) moment = dov_clock_dup_now ();
  g_autofree char *text = dov_moment_to_iso (moment);

  return g_variant_new ("(s)", text);
}

static const DovListChip shift_chips[] = {
  { "month", N_("This month"), "starts_at >= ?1 AND starts_at < ?2", this_month },
  { "last-month", N_("Last month"), "starts_at >= ?1 AND starts_at < ?2", last_month },
  { "open", N_("Over, not closed"), "status IN ('planned', 'in_progress') AND ends_at < ?1", now },
  { "ahead", N_("To come"), "status IN ('draft', 'planned') AND starts_at >= ?1", now },
  { "cancelled", N_("Called off"), "status IN ('cancelled', 'replaced')", NULL },
};

static const DovListChip notice_chips[] = {
  { "unanswered", N_("Without an answer"), "answered_on IS NULL", NULL },
  { "undelivered", N_("Not delivered yet"), "delivered_on IS NULL", NULL },
};

static const DovListChip event_chips[] = {
  { "month", N_("This month"), "starts_at >= ?1 AND starts_at < ?2", this_month },
  { "last-month", N_("Last month"), "starts_at >= ?1 AND starts_at < ?2", last_month },
  { "uncounted", N_("Without numbers"),
    "status IN ('planned', 'approved', 'held') AND starts_at < ?1 AND id NOT IN "
    "(SELECT event_id FROM event_headcount WHERE removed IS NULL AND b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)",
    now },
  { "planned", N_("Planned"), "status IN ('draft', 'planned', 'approved') AND starts_at >= ?1", now },
  { "cancelled", N_("Cancelled and moved"), "status IN ('cancelled', 'moved')", NULL },
};

/* A family is found by its members, an event by its series. */
#define FAMILIES_BY_MEMBERS \
  "SELECT m.family_id FROM family_member m JOIN person p ON p.id = m.person_id " \
  "WHERE m.removed IS NULL AND p.removed IS NULL AND instr (p.key, ?w) > 0"
#define EVENTS_BY_SERIES \
  "SELECT e.id FROM event e WHERE e.series_id IN (SELECT s.id FROM event_series s WHERE instr (s.key, ?w) > 0) " \
  "OR e.form_id IN (SELECT r.id FROM ref_item r WHERE instr (r.key, ?w) > 0)"
#define VOLUNTEERS_BY_PERSON \
  "SELECT v.id FROM volunteer v JOIN person p ON p.id = v.person_id WHERE p.removed IS NULL AND instr (p.key, ?w) > 0"
#define GROUPS_BY_MEMBERS \
  "SELECT m.group_id FROM club_member m JOIN person p ON p.id = m.person_id " \
  "WHERE m.removed IS NULL AND p.removed IS NULL AND instr (p.key, ?w) > 0"
#define STAFF_BY_PERSON \
  "SELECT s.id FROM staff s JOIN person p ON p.id = s.person_id WHERE p.removed IS NULL AND instr (p.key, ?w) > 0"

#define SHIFTS_BY_PEOPLE \
  "SELECT x.shift_id FROM shift_member x JOIN patrol_member m ON m.id = x.member_id JOIN person p ON p.id = m.person_id " \
  "WHERE x.removed IS NULL AND instr (p.key, ?w) > 0 UNION SELECT s.id FROM patrol_shift s JOIN patrol_route r " \
  "ON r.id = s.route_id WHERE instr (r.key, ?w) > 0"
#define MEMBERS_BY_PERSON \
  "SELECT m.id FROM patrol_member m JOIN person p ON p.id = m.person_id WHERE p.removed IS NULL AND instr (p.key, ?w) > 0"

#define COLUMNS(list) .columns = list, .n_columns = G_N_ELEMENTS (list)

static const DovListView views[] = {
  { dov_family_get_type, "families", "system-users-symbolic", N_("New family"),
    N_("Last name, a child’s name, street, case no.   (Ctrl+F)"),
    N_("There is no such family"), N_("Your families will be here"),
    N_("Add the first one: a last name, the type of family and an address are enough"),
    DOV_LIST_NOUN_FAMILIES, .also_count = dov_list_children_of_rows, .also = FAMILIES_BY_MEMBERS, .order = "family_name",
    .by = "case_status", COLUMNS (family_columns) },
  { dov_event_get_type, "events", "x-office-calendar-symbolic", N_("New event"),
    N_("Name, series, form, place   (Ctrl+F)"),
    N_("There is no such event"), N_("Your events will be here"), N_("Add the first one: a name, a date and a form"),
    DOV_LIST_NOUN_EVENTS, .also = EVENTS_BY_SERIES, .order = "starts_at", .descending = TRUE, .chip = "month",
    .chips = event_chips, .n_chips = G_N_ELEMENTS (event_chips), COLUMNS (event_columns) },
  { dov_club_group_get_type, "clubs", "emoji-activities-symbolic", N_("New group"),
    N_("Name of the group, a member’s name   (Ctrl+F)"),
    N_("There is no such group"), N_("Your clubs and studios will be here"),
    N_("Add the first one: a name, a kind and a leader"),
    DOV_LIST_NOUN_GROUPS, .also = GROUPS_BY_MEMBERS, .order = "name", .by = "status", COLUMNS (club_columns) },
  { dov_volunteer_get_type, "volunteers", "emote-love-symbolic", N_("New volunteer"),
    N_("Name, skills, no. of the volunteer book   (Ctrl+F)"),
    N_("There is no such volunteer"), N_("Your volunteers will be here"),
    N_("Add the first one: a person, a kind and the day"),
    DOV_LIST_NOUN_VOLUNTEERS, .also = VOLUNTEERS_BY_PERSON, .by = "kind", COLUMNS (volunteer_columns) },
  { dov_partner_participation_get_type, "organisations", "emblem-shared-symbolic", N_("New participation"),
    N_("Role, project, contribution   (Ctrl+F)"),
    N_("There is no such participation"), N_("What partners do will be here"),
    N_("Add it on the card of an organisation"), COLUMNS (partner_columns) },
  { dov_person_get_type, "people", "avatar-default-symbolic", N_("New person"),
    N_("Name, address, telephone   (Ctrl+F)"),
    N_("There is no such person"), N_("People will be here"),
    N_("They also come here by themselves, with families and events"),
    DOV_LIST_NOUN_PEOPLE, .order = "last_name", COLUMNS (person_columns) },
  { dov_organisation_get_type, "organisations", "emblem-shared-symbolic", N_("New organisation"),
    N_("Title, address, telephone   (Ctrl+F)"),
    N_("There is no such organisation"), N_("Organisations will be here"),
    N_("Partners, donors and those who receive your reports"),
    DOV_LIST_NOUN_ORGANISATIONS, .by = "kind", COLUMNS (organisation_columns) },
  { dov_patrol_shift_get_type, "patrol", "security-high-symbolic", N_("New shift"),
    N_("Name, route, patrol   (Ctrl+F)"),
    N_("There is no such shift"), N_("Shifts of the patrol will be here"), N_("Put down the first one, or deal out a month"),
    DOV_LIST_NOUN_ROWS, .also = SHIFTS_BY_PEOPLE, .order = "starts_at", .descending = TRUE, .chip = "month",
    .chips = shift_chips, .n_chips = G_N_ELEMENTS (shift_chips), COLUMNS (shift_columns) },
  { dov_patrol_get_type, "patrol", "security-high-symbolic", N_("New patrol"), N_("Name   (Ctrl+F)"),
    N_("There is no such patrol"), N_("Your patrol will be here"), N_("A name and a village are enough"),
    COLUMNS (patrol_columns) },
  { dov_patrol_member_get_type, "patrol", "system-users-symbolic", N_("New member of the patrol"),
    N_("Name, telephone   (Ctrl+F)"),
    N_("There is no such member"), N_("Members of patrols will be here"), N_("Put down the first one"),
    DOV_LIST_NOUN_PEOPLE, .also = MEMBERS_BY_PERSON, COLUMNS (patrol_member_columns) },
  { dov_patrol_route_get_type, "patrol", "mark-location-symbolic", N_("New route"), N_("Name, street   (Ctrl+F)"),
    N_("There is no such route"), N_("Routes will be here"), N_("The club, the bus stop, the shop, the pond"),
    COLUMNS (route_columns) },
  { dov_patrol_finding_get_type, "patrol", "view-reveal-symbolic", NULL, N_("Place   (Ctrl+F)"),
    N_("There is no such finding"), N_("Findings of patrols will be here"), N_("They are written down on the page of a shift"),
    .order = "found_at", .descending = TRUE, COLUMNS (finding_columns) },
  { dov_outgoing_notice_get_type, "patrol", "mail-unread-symbolic", N_("New notice"), N_("Number, to whom   (Ctrl+F)"),
    N_("There is no such notice"), N_("Outgoing notices will be here"),
    N_("To the police, the commission or a school; a finding can begin one"),
    .order = "date", .descending = TRUE, .chips = notice_chips, .n_chips = G_N_ELEMENTS (notice_chips),
    COLUMNS (notice_columns) },
  { dov_staff_get_type, "lists", "avatar-default-symbolic", N_("New member of staff"),
    N_("Name, position   (Ctrl+F)"),
    N_("There is no such member of staff"), N_("The staff will be here"),
    N_("Add those who hold events and look after families"), .also = STAFF_BY_PERSON, .by = "role",
    COLUMNS (staff_columns) },
  { dov_lounge_get_type, "lists", "go-home-symbolic", N_("New lounge"), N_("Name, address   (Ctrl+F)"),
    N_("There is no such lounge"), N_("Lounges will be here"), N_("Add your own first"), COLUMNS (lounge_columns) },
  { dov_settlement_get_type, "lists", "mark-location-symbolic", N_("New settlement"), N_("Name, district   (Ctrl+F)"),
    N_("There is no such settlement"), N_("Settlements will be here"), N_("Add the one your lounge is in"),
    COLUMNS (settlement_columns) },
  { dov_event_series_get_type, "lists", "view-refresh-symbolic", N_("New series"), N_("Name of the series   (Ctrl+F)"),
    N_("There is no such series"), N_("Series of events will be here"),
    N_("A series brings together events that repeat, such as a weekly film show"), COLUMNS (series_columns) },
  { dov_ref_item_get_type, "lists", "view-list-symbolic", N_("New line of a list"), N_("Title   (Ctrl+F)"),
    N_("There is no such line"), N_("Lists will be here"), N_("Add what your lounge needs"),
    .by = "list_code", COLUMNS (item_columns) },
};

/**
 * dov_list_view_find:
 * @type: a record
 *
 * Finds what the list of a record looks like.
 *
 * Returns: (nullable): %NULL for records that have no list of their own:
 *   their listed fields are the columns
 */
const DovListView *
dov_list_view_find (GType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i].type () == type)
      return &views[i];

  return dov_goods_lists_find (type);
}
