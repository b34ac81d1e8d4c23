/* dov-clubs-looks.c - what clubs, their members and sessions look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clubs-looks.h"


#include <glib/gi18n.h>

#include "dov-achievement.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-page.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-club-words.h"
#include "dov-list-view.h"
#include "dov-look.h"

static const DovFormGroup club_group_form[] = {
  { N_("Group"), "name lounge_id kind genre folk_art direction" },
  { N_("Another name since a day"), "name_since", .when = DOV_FORM_KEPT },
  { N_("Who and when"), "leader_id age_group season place paid", .at_end = TRUE },
  { N_("Life of the group"), "status founded_on closed_on", .at_end = TRUE },
  { N_("For the passport"), "plans material_base note" },
  { 0 },
};

static const DovFormHint club_group_hints[] = {
  { "name_since", N_("Papers before this day keep the former name. Misspelt? Leave it as it is, and all papers change") },
  { 0 },
};

static const DovStateSign club_group_signs[] = {
  { "active", { "media-playback-start-symbolic", "accent" } },
  { "paused", { "media-playback-pause-symbolic", NULL } },
  { "closed", { "dov-emblem-ok-symbolic", "plain" } },
  { 0 },
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

#define GROUPS_BY_MEMBERS \
  "SELECT m.group_id FROM live_club_member m JOIN live_person p ON p.id = m.person_id " \
  "WHERE holds (p.key, ?w)"

static const DovFormGroup club_member_form[] = {
  { N_("Membership"), "group_id person_id since until leave_reason" },
  { N_("Application"), "application_no application_date", .at_end = TRUE },
  { 0 },
};

static const DovFormGroup club_session_form[] = {
  { N_("Session"), "group_id starts_at hours topic leader_id place" },
  { 0 },
};

static const DovFormHint club_session_hints[] = {
  { "hours", N_("1,5 is an hour and a half") },
  { "place", N_("Only if it is not where the group usually meets") },
  { "leader_id", N_("Only if it is not the leader of the group") },
  { 0 },
};

static const DovFormGroup club_slot_form[] = {
  { N_("Every week"), "group_id weekday time hours place" },
  { 0 },
};

static const DovFormHint club_slot_hints[] = {
  { "hours", N_("1,5 is an hour and a half") },
  { 0 },
};

static const DovFormGroup achievement_form[] = {
  { N_("Contest"), "contest date level nomination" },
  { N_("Who and what"), "group_id person_id lounge_id result award", .at_end = TRUE },
  { 0 },
};

static const DovListView lists[] = {
  { dov_club_group_get_type, "clubs", "emoji-activities-symbolic", N_("New group"),
    N_("Name of the group, a member’s name   (Ctrl+F)"),
    N_("There is no such group"), N_("Your clubs and studios will be here"),
    N_("Add the first one: a name, a kind and a leader"),
    DOV_LIST_NOUN_GROUPS, .also = GROUPS_BY_MEMBERS, .order = "name", .by = "status",
    .columns = club_columns, .n_columns = G_N_ELEMENTS (club_columns) },
};

static const DovLook looks[] = {
  { dov_club_group_get_type, N_("New group"), .form = club_group_form, .hints = club_group_hints,
    .signs = club_group_signs,
    .subject = &dov_club_subject,
    .sought = { 5, "emoji-activities-symbolic" } },
  { dov_club_member_get_type, N_("New member of a group"), .form = club_member_form },
  { dov_club_session_get_type, N_("New session"), .form = club_session_form, .hints = club_session_hints },
  { dov_club_slot_get_type, N_("New weekday of the schedule"), .form = club_slot_form,
    .hints = club_slot_hints },
  { dov_achievement_get_type, N_("New achievement"), .form = achievement_form },
};

/* Tells what its records look like. */
void
dov_clubs_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
