/* dov-film-screening.h - the film that is shown at an event, and the talk about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"

G_BEGIN_DECLS

#define DOV_TYPE_FILM_SCREENING (dov_film_screening_get_type ())
G_DECLARE_FINAL_TYPE (DovFilmScreening, dov_film_screening, DOV, FILM_SCREENING, DovRecord)

struct _DovFilmScreening
{
  DovRecord parent_instance;

  gint64     event_id;
  char      *film_title;
  gint64     year;
  gint64     duration;
  DovAgeMark age_mark;
  char      *rights_ref;
  gboolean   discussion_held;
  char      *discussion_topics;
  char      *discussion_notes;
};

G_END_DECLS
