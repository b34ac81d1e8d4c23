/* dov-event-people-private.h - what the files of the people at an event share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-chips.h"
#include "dov-event-people.h"
#include "dov-section-box.h"
#include "dov-stranger.h"

G_BEGIN_DECLS

struct _DovEventPeople
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovEvent       *event;
  DovRoll        *roll;       /* borrowed until the next show */
  GArray         *found;      /* gint64: the people found; the line after them is a new one */
  guint           chosen;
  gboolean        shows_all;

  GtkLabel       *count;
  GtkButton      *sheet;
  GtkSearchEntry *add;
  GtkListBox     *results;
  AdwBin         *stranger_place;
  DovStranger    *stranger;
  GtkBox         *answers;
  DovChips       *chips;
  GtkListBox     *people;
};

void  dov_event_people_refuse           (DovEventPeople *self,
                                         DovPerson      *person,
                                         const GError   *error);
void  dov_event_people_changed          (DovEventPeople *self);

/* dov-event-lines.c */
char *dov_event_people_dup_second_line  (DovEventPeople *self,
                                         DovPerson      *person) G_GNUC_WARN_UNUSED_RESULT;
char *dov_event_people_dup_when         (DovRollLine    *line) G_GNUC_WARN_UNUSED_RESULT;
void  dov_event_people_fill             (DovEventPeople *self);
void  dov_event_people_set_chip         (DovEventPeople *self,
                                         const char     *name,
                                         const char     *label);

G_END_DECLS
