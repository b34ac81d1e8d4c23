/* dov-film-screening.c - the film that is shown at an event, and the talk about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-film-screening.h"

#include <glib/gi18n.h>

#define FIRST_FILM 1895
#define LONGEST_FILM 600

static const DovField fields[] = {
  DOV_LINK (DovFilmScreening, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED, dov_event_get_type),
  DOV_TEXT (DovFilmScreening, film_title, N_("Film"), DOV_REQUIRED | DOV_LISTED),
  DOV_NUMBER (DovFilmScreening, year, N_("Year of the film"), DOV_YEAR | DOV_LISTED),
  DOV_NUMBER (DovFilmScreening, duration, N_("Length, minutes"), DOV_LISTED),
  DOV_CHOICE (DovFilmScreening, age_mark, N_("Age mark of the film"), DOV_REQUIRED | DOV_LISTED,
              DovAgeMark, dov_age_mark_get_type),
  DOV_TEXT (DovFilmScreening, rights_ref, N_("Grounds for showing"), 0),
  DOV_FLAG (DovFilmScreening, discussion_held, N_("Discussion took place"), DOV_LISTED),
  DOV_TEXT (DovFilmScreening, discussion_topics, N_("Topics of the discussion"), DOV_LISTED),
  DOV_NOTE (DovFilmScreening, discussion_notes, N_("How the discussion went"), 0),
};

static void
dov_film_screening_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovFilmScreening *self = DOV_FILM_SCREENING (record);
  GDate today = dov_today ();

  if (self->year != DOV_UNKNOWN && (self->year < FIRST_FILM || self->year > g_date_get_year (&today)))
    dov_problems_add (problems, record, "year", NULL,
                      _("Films have been made since 1895. Check the year, or leave it empty."));
  if (self->duration != DOV_UNKNOWN && (self->duration < 1 || self->duration > LONGEST_FILM))
    dov_problems_add (problems, record, "duration", NULL,
                      _("Type the length of the film in minutes, such as 95, or leave it empty."));
}

DOV_DEFINE_RECORD (DovFilmScreening, dov_film_screening, fields,
                   .table = "film_screening",
                   .label = N_("Film shown"),
                   .labels = N_("Films shown"),
                   .line = "{film_title}[, {year}]",
                   .check = dov_film_screening_check)
