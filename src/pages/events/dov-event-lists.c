/* dov-event-lists.c - what belongs to an event, as its page shows it: the film, who helps, who takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-lists.h"

#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-film-screening.h"
#include "dov-join.h"
#include "dov-ref-item.h"
#include "dov-roll.h"

#include <glib/gi18n.h>

/* The name of a film mostly stands in the name of the event: Family cinema: “Winter hut”. */
static char *
dup_film_in_title (const char *title)
{
  const char *open = strstr (title, "«");
  const char *close = open != NULL ? g_strrstr (open, "»") : NULL;

  return close != NULL ? g_strndup (open + strlen ("«"), (gsize) (close - open) - strlen ("«")) : g_strdup ("");
}

/* What is known of a film before it is written down. */
void
dov_event_begin_film (DovRecord *event,
                      DovRecord *draft)
{
  g_autofree char *title = dup_film_in_title (DOV_EVENT (event)->title);

  dov_record_set_string (draft, "film_title", title);
  dov_record_set_int (draft, "age_mark", (int) DOV_EVENT (event)->age_mark);
}

gboolean
dov_event_has_film (DovStore  *store,
                    DovRecord *event)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (event)) };

  return dov_store_count (store, DOV_TYPE_FILM_SCREENING, &query, NULL) > 0;
}

/* A showing of which no film is written down. */
gboolean
dov_event_wants_film (DovStore  *store,
                      DovRecord *event)
{
  g_autoptr (DovRecord) form = dov_store_find (store, DOV_TYPE_REF_ITEM, DOV_EVENT (event)->form_id, NULL);

  return form != NULL && g_str_equal (DOV_REF_ITEM (form)->code, "film") && !dov_event_has_film (store, event);
}

/* «6+ · 92 мин · контракт № 4», below it the talk. */
static char *
dup_film_words (DovStore  *store,
                DovRecord *record)
{
  DovFilmScreening *film = DOV_FILM_SCREENING (record);
  g_autoptr (DovRecord) event = dov_store_find (store, DOV_TYPE_EVENT, film->event_id, NULL);
  g_autofree char *mark = dov_field_path_dup (store, record, "age_mark", "");
  g_autofree char *length = film->duration != DOV_UNKNOWN ? g_strdup_printf (_("%d min"), (int) film->duration) : NULL;
  g_autoptr (GString) words = g_string_new (mark);
  const char *notes = *film->discussion_topics != '\0' ? film->discussion_topics : film->discussion_notes;
  const char *talk = film->discussion_held ? _("Discussed after the show") :
                     event != NULL && dov_event_is_to_come (DOV_EVENT (event)) ? _("Discussion after the show")
                                                                               : _("Was not discussed");

  dov_join (words, DOV_JOIN_WORDS, length);
  dov_join (words, DOV_JOIN_WORDS, film->rights_ref);
  dov_join (words, "\n", talk);
  if (*notes != '\0')
    g_string_append_printf (words, ": %s", notes);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
dress_film (DovStore   *store,
            DovRecord  *record,
            DovRowLine *row,
            gboolean    is_past)
{
  dov_row_line_set_icon (row, "media-playback-start-symbolic");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
}

static void
dress_helper (DovStore   *store,
              DovRecord  *record,
              DovRowLine *row,
              gboolean    is_past)
{
  dov_row_line_set_icon (row, "avatar-default-symbolic");
}

static void
dress_partner (DovStore   *store,
               DovRecord  *record,
               DovRowLine *row,
               gboolean    is_past)
{
  dov_row_line_set_icon (row, "dov-emblem-shared-symbolic");
}

const DovRelatedList dov_event_no_film = {
  N_("Film and discussion"), N_("Which film, how long, on what grounds it is shown"), dov_film_screening_get_type, "event_id",
  .add = N_("Write down the film…"), .add_act = "event.film",
};

static char *
dup_no_count (guint n,
              guint n_past)
{
  return g_strdup ("");
}

const DovRelatedList dov_event_film = {
  N_("Film and discussion"), NULL, dov_film_screening_get_type, "event_id", .second_words = dup_film_words,
  .dress = dress_film, .count = dup_no_count,
};

const DovRelatedList dov_event_helpers = {
  N_("Helpers"), N_("Volunteers, mentors, who leads and who organises"), dov_event_helper_get_type, "event_id",
  .add = N_("Add…"), .first = "person_id", .second = "role duty", .dress = dress_helper,
};

const DovRelatedList dov_event_partners = {
  N_("Partners"), N_("Organisations that took part, and with what"), dov_event_partner_get_type, "event_id",
  .add = N_("Add…"), .first = "organisation_id", .second = "contribution", .dress = dress_partner,
};
