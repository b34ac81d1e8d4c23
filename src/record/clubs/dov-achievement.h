/* dov-achievement.h - what somebody of the club has reached in a contest */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CONTEST_LEVEL_LOUNGE = 1,
  DOV_CONTEST_LEVEL_DISTRICT,
  DOV_CONTEST_LEVEL_REGION,
  DOV_CONTEST_LEVEL_COUNTRY,
  DOV_CONTEST_LEVEL_INTERNATIONAL,
} DovContestLevel;

GType dov_contest_level_get_type (void);

typedef enum
{
  DOV_CONTEST_RESULT_PARTICIPANT = 1,
  DOV_CONTEST_RESULT_CERTIFICATE,
  DOV_CONTEST_RESULT_FINALIST,
  DOV_CONTEST_RESULT_LAUREATE_1,
  DOV_CONTEST_RESULT_LAUREATE_2,
  DOV_CONTEST_RESULT_LAUREATE_3,
  DOV_CONTEST_RESULT_WINNER,
  DOV_CONTEST_RESULT_PRIZE,
} DovContestResult;

GType dov_contest_result_get_type (void);

#define DOV_TYPE_ACHIEVEMENT (dov_achievement_get_type ())
G_DECLARE_FINAL_TYPE (DovAchievement, dov_achievement, DOV, ACHIEVEMENT, DovRecord)

struct _DovAchievement
{
  DovRecord parent_instance;

  char             *contest;
  gint64            lounge_id;
  DovContestLevel   level;
  char             *nomination;
  GDate            *date;
  gint64            group_id;
  gint64            person_id;
  DovContestResult  result;
  char             *award;
};

G_END_DECLS
