/* dov-club-page.c - one group: its figures, members, sessions, schedule, achievements, passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-page.h"

#include "dov-achievement.h"
#include "dov-club-lists.h"
#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-plan-page.h"
#include "dov-club-slot.h"
#include "dov-club-words.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-number.h"

#include <glib/gi18n.h>

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_CLUB_GROUP (record)->name);
}

/* «руководитель Иванова А.П. · вт 15:00, чт 16:30 · малый зал» */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovClubGroup *group = DOV_CLUB_GROUP (record);
  g_autofree char *leader = dov_club_leader_words (store, group->leader_id);
  g_autofree char *led = g_strdup_printf (_("leader %s"), leader);
  g_autofree char *schedule = dov_club_schedule_words (store, dov_record_get_id (record));
  g_autoptr (GString) facts = g_string_new (led);

  dov_join (facts, DOV_JOIN_FACTS, schedule);
  dov_join (facts, DOV_JOIN_FACTS, group->place);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
count (DovSubjectPage *page,
       char          **values)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovClubFigures figures = dov_club_season_figures (store, DOV_CLUB_GROUP (dov_subject_page_get_record (page)));

  values[0] = dov_number_to_shown (figures.n_members);
  values[1] = dov_number_to_shown (figures.n_held);
  values[2] = dov_club_average_to_shown (figures.n_present, figures.n_held);
  values[3] = dov_club_next_words (store, dov_subject_page_get_id (page));
}

static void
open_journal (DovSubjectPage *page,
              const char     *typed)
{
  dov_go_to (page, dov_club_month_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page), NULL));
}

static void
open_plan (DovSubjectPage *page,
           const char     *typed)
{
  GDate today = dov_today ();

  dov_go_to (page, dov_club_plan_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page), &today));
}

static const DovSubjectFigure figures[] = {
  { N_("members now"), .tab = "members" },
  { N_("sessions held this season"), .tab = "sessions" },
  { N_("at a session on average"), .act = "club.journal" },
  { N_("next session"), .act = "club.journal" },
  { NULL },
};

static const DovAct acts[] = {
  { "club.edit", N_("Change what is known of the group"), .kind = DOV_ACT_EDIT },
  { "club.remove", .kind = DOV_ACT_REMOVE },
  { "club.journal", N_("Mark who was there"), .key = "F6", .kind = DOV_ACT_RUN, .run = open_journal, .reads = TRUE,
    .place = DOV_ACT_IN_BAR, .is_strong = TRUE },
  { "club.plan", N_("Sessions from the schedule…"), .kind = DOV_ACT_RUN, .run = open_plan, .place = DOV_ACT_IN_BAR },
  { "club.register", N_("Register"), .kind = DOV_ACT_PAPER, .code = "D-26", .place = DOV_ACT_IN_BAR },
  { "club.passport", N_("Passport of the group"), .kind = DOV_ACT_PAPER, .code = "D-27", .place = DOV_ACT_IN_BAR },
  { "club.admit", N_("Admit a member"), .kind = DOV_ACT_NEW, .type = dov_club_member_get_type, .place = DOV_ACT_UNSEEN,
    .is_main = TRUE },
  { NULL },
};

static const DovRelatedList schedule = {
  N_("Schedule"), N_("None yet. Add the weekday and the time the group meets."), dov_club_slot_get_type, "group_id",
  .order = "instr('mon tue wed thu fri sat sun', weekday), time, id", .add = N_("Add a weekday"),
  .lead = "time", .first_words = dov_club_slot_words, .second_words = dov_club_slot_place,
};

static const DovRelatedList achievements = {
  N_("Achievements"), N_("None yet. Add contests and shows the group took part in."), dov_achievement_get_type, "group_id",
  .order = "date DESC, id DESC", .add = N_("Add"),
  .lead = "date", .first = "contest", .second = "result level nomination person_id award",
};

static const DovTab tabs[] = {
  { "members", N_("Members"), { &dov_club_members } },
  { "sessions", N_("Sessions"), { &dov_club_sessions } },
  { "schedule", N_("Schedule"), { &schedule } },
  { "achievements", N_("Achievements"), { &achievements } },
  { "passport", N_("Passport"), .fields = "kind genre folk_art direction leader_id season age_group paid place founded_on "
    "closed_on plans material_base note", .fields_act = "club.edit" },
  { NULL },
};

const DovSubject dov_club_subject = {
  dov_club_group_get_type, "clubs", .state = "status", .title = dup_title, .facts = "kind age_group",
  .facts_words = dup_facts, .figures = figures, .count = count, .acts = acts,
  .tabs_label = N_("Sections of the group"), .tabs = tabs,
};
