/* dov-club-group.h - a club or a studio: a group of people who meet by a schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-matter.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CLUB_KIND_AMATEUR = 1,
  DOV_CLUB_KIND_INTEREST,
  DOV_CLUB_KIND_STUDIO,
} DovClubKind;

GType dov_club_kind_get_type (void);

typedef enum
{
  DOV_CLUB_SEASON_SCHOOL = 1,
  DOV_CLUB_SEASON_CALENDAR,
  DOV_CLUB_SEASON_SUMMER,
} DovClubSeason;

GType dov_club_season_get_type (void);

typedef enum
{
  DOV_CLUB_AGE_CHILDREN = 1,
  DOV_CLUB_AGE_YOUTH,
  DOV_CLUB_AGE_ADULTS,
  DOV_CLUB_AGE_MIXED,
} DovClubAge;

GType dov_club_age_get_type (void);

typedef enum
{
  DOV_CLUB_STATUS_ACTIVE = 1,
  DOV_CLUB_STATUS_PAUSED,
  DOV_CLUB_STATUS_CLOSED,
} DovClubStatus;

GType dov_club_status_get_type (void);

#define DOV_TYPE_CLUB_GROUP (dov_club_group_get_type ())
G_DECLARE_FINAL_TYPE (DovClubGroup, dov_club_group, DOV, CLUB_GROUP, DovRecord)

struct _DovClubGroup
{
  DovRecord parent_instance;

  char          *name;
  gint64         lounge_id;
  DovClubKind    kind;
  char          *genre;
  gboolean       folk_art;
  DovDirection   direction;
  gint64         leader_id;
  DovClubSeason  season;
  DovClubAge     age_group;
  gboolean       paid;
  char          *place;
  GDate         *founded_on;
  DovClubStatus  status;
  GDate         *closed_on;
  char          *plans;
  char          *material_base;
  char          *note;
  GDate         *name_since;
  char          *former_names;
};

gboolean dov_club_group_has_day    (DovClubGroup *self,
                                    const GDate  *day);
void     dov_club_group_get_season (DovClubGroup *self,
                                    const GDate  *day,
                                    GDate        *since,
                                    GDate        *until);

G_END_DECLS
