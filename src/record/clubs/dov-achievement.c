/* dov-achievement.c - what somebody of the club has reached in a contest */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-achievement.h"

#include "dov-club-group.h"
#include "dov-lounge.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovContestLevel, dov_contest_level,
  { DOV_CONTEST_LEVEL_LOUNGE, N_("of the lounge"), "lounge" },
  { DOV_CONTEST_LEVEL_DISTRICT, N_("of the district"), "district" },
  { DOV_CONTEST_LEVEL_REGION, N_("of the region"), "region" },
  { DOV_CONTEST_LEVEL_COUNTRY, N_("of all Russia"), "country" },
  { DOV_CONTEST_LEVEL_INTERNATIONAL, N_("international"), "international" })

DOV_DEFINE_CHOICES (
  DovContestResult, dov_contest_result,
  { DOV_CONTEST_RESULT_PARTICIPANT, N_("participant"), "participant" },
  { DOV_CONTEST_RESULT_CERTIFICATE, N_("certificate"), "certificate" },
  { DOV_CONTEST_RESULT_FINALIST, N_("finalist"), "finalist" },
  { DOV_CONTEST_RESULT_LAUREATE_1, N_("laureate, 1st degree"), "laureate_1" },
  { DOV_CONTEST_RESULT_LAUREATE_2, N_("laureate, 2nd degree"), "laureate_2" },
  { DOV_CONTEST_RESULT_LAUREATE_3, N_("laureate, 3rd degree"), "laureate_3" },
  { DOV_CONTEST_RESULT_WINNER, N_("winner"), "winner" },
  { DOV_CONTEST_RESULT_PRIZE, N_("prize-winner"), "prize" })

static const DovField fields[] = {
  DOV_TEXT (DovAchievement, contest, N_("Contest or show"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovAchievement, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovAchievement, level, N_("Level"), DOV_REQUIRED | DOV_LISTED,
              DovContestLevel, dov_contest_level_get_type),
  DOV_TEXT (DovAchievement, nomination, N_("Nomination"), DOV_LISTED),
  DOV_DATE (DovAchievement, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_LINK (DovAchievement, group_id, N_("Club group"), DOV_LISTED, dov_club_group_get_type),
  DOV_LINK (DovAchievement, person_id, N_("Participant"), DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_CHOICE (DovAchievement, result, N_("Result"), DOV_REQUIRED | DOV_LISTED,
              DovContestResult, dov_contest_result_get_type),
  DOV_TEXT (DovAchievement, award, N_("Award"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovAchievement, dov_achievement, fields,
                   .table = "achievement",
                   .label = N_("Achievement"),
                   .labels = N_("Achievements"),
                   .line = "{contest}[ · {result}]")
