/* dov-ui-patrol.h - a patrol for tests of its pages, all invented: members, routes, a month of shifts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-ui-fixture.h"

G_BEGIN_DECLS

/* It is Wednesday 17 March 2027, 15:00. */
typedef struct
{
  DovUiFixture *club;
  gint64        patrol;
  gint64        route;
  gint64        leader;      /* Суслопаров, may lead */
  gint64        second;      /* Пестов, may lead */
  gint64        third;       /* Ямшанова */
  gint64        fourth;      /* Кощеев */
  gint64        unbriefed;   /* Щеклеин: the briefing is over a year old */
  gint64        walked;      /* Saturday 13 March 21:00–23:00, not closed yet */
  gint64        tonight;     /* today 20:00–22:00 */
  gint64        child;       /* a person of 13 */
  gint64        family;      /* of that child */
} DovUiPatrol;

DovUiPatrol *dov_ui_patrol_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void         dov_ui_patrol_free      (DovUiPatrol *self);
gint64       dov_ui_patrol_add_shift (DovUiPatrol *self,
                                      const char  *starts_at,
                                      const char  *ends_at,
                                      const char  *status,
                                      gint64       leader,
                                      gint64       second);
void         dov_ui_patrol_clash     (DovUiPatrol *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovUiPatrol, dov_ui_patrol_free)

G_END_DECLS
