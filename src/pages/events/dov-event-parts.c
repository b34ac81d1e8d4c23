/* dov-event-parts.c - what belongs to an event on its page: film and talk, helpers, partners, places, its report */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page-private.h"

#include <glib/gi18n.h>

#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report-page.h"
#include "dov-event-report.h"
#include "dov-film-screening.h"
#include "dov-go.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-organisation.h"
#include "dov-ref-item.h"
#include "dov-seats.h"

/* A report is due so many days after the event. */
#define REPORT_DAYS 3

static DovRecord *
find_part (DovEventPage *self,
           GType         type)
{
  DovQuery query = { .where = "event_id = ?1" };

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (self->event)));

  return dov_store_find_first (self->store, type, &query, NULL);
}

static char *
dup_shown (DovEventPage *self,
           DovRecord    *record,
           const char   *field)
{
  return dov_store_dup_shown (self->store, record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), field));
}

static void
open_draft (DovEventPage *self,
            DovRecord    *draft)
{
  dov_go_form (self, draft);
}

static DovRecord *
begin_part (DovEventPage *self,
            GType         type)
{
  DovRecord *draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "event_id", dov_record_get_id (DOV_RECORD (self->event)));

  return draft;
}

static void
open_part_cb (GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  GType type = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "type"));

  dov_go_record (row, type, *id);
}

static GtkWidget *
make_row (DovRecord  *record,
          const char *icon,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = dov_row_line_new ("", title, subtitle);
  gint64 *id = g_new (gint64, 1);

  *id = dov_record_get_id (record);
  dov_row_line_set_icon (DOV_ROW_LINE (row), icon);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data (G_OBJECT (row), "type", GSIZE_TO_POINTER (G_OBJECT_TYPE (record)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_part_cb), NULL);

  return row;
}

/* ---- film and discussion ---- */

static gboolean
is_film (DovEventPage *self)
{
  g_autoptr (DovRecord) form = self->event->form_id != 0 ?
    dov_store_find (self->store, DOV_TYPE_REF_ITEM, self->event->form_id, NULL) : NULL;

  return form != NULL && g_str_equal (DOV_REF_ITEM (form)->code, "film");
}

/* The name of a film mostly stands in the name of the event: Family cinema: “Winter hut”. */
static char *
dup_film_in_title (const char *title)
{
  const char *open = strstr (title, "«");
  const char *close = open != NULL ? g_strrstr (open, "»") : NULL;

  return close != NULL ? g_strndup (open + strlen ("«"), (gsize) (close - open) - strlen ("«")) : g_strdup ("");
}

static void
film_cb (DovEventPage *self)
{
  g_autoptr (DovRecord) stored = find_part (self, DOV_TYPE_FILM_SCREENING);
  g_autoptr (DovRecord) draft = stored != NULL ? dov_record_dup (stored) : begin_part (self, DOV_TYPE_FILM_SCREENING);

  if (stored == NULL)
    {
      g_autofree char *title = dup_film_in_title (self->event->title);

      dov_record_set_string (draft, "film_title", title);
      dov_record_set_int (draft, "age_mark", (int) self->event->age_mark);
    }
  open_draft (self, draft);
}

static void
show_discussion (DovEventPage     *self,
                 DovFilmScreening *film)
{
  const char *title = film->discussion_held ? _("Discussed after the show") :
                      dov_event_is_to_come (self->event) ? _("Discussion after the show") : _("Was not discussed");
  const char *notes = *film->discussion_topics != '\0' ? film->discussion_topics : film->discussion_notes;

  dov_section_box_append (self->film, make_row (DOV_RECORD (film), "user-available-symbolic", title, notes));
}

static void
show_film (DovEventPage *self)
{
  g_autoptr (DovRecord) record = find_part (self, DOV_TYPE_FILM_SCREENING);
  DovFilmScreening *film = record != NULL ? DOV_FILM_SCREENING (record) : NULL;

  dov_section_box_clear (self->film);
  gtk_widget_set_visible (GTK_WIDGET (self->film), film != NULL || is_film (self));
  dov_section_box_set_more (self->film, film != NULL ? _("Change") : _("Write down the film…"));
  dov_section_box_set_empty (self->film, _("Which film, how long, on what grounds it is shown"));
  if (film != NULL)
    {
      g_autofree char *mark = dup_shown (self, record, "age_mark");
      g_autoptr (GString) second = g_string_new (mark);
      g_autofree char *title = dov_record_describe (record);

      if (film->duration != DOV_UNKNOWN)
        {
          g_autofree char *length = g_strdup_printf (_("%d min"), (int) film->duration);

          g_string_append_printf (second, " · %s", length);
        }
      if (*film->rights_ref != '\0')
        g_string_append_printf (second, " · %s", film->rights_ref);
      dov_section_box_append (self->film, make_row (record, "media-playback-start-symbolic", title, second->str));
      show_discussion (self, film);
    }
}

/* ---- helpers and partners ---- */

static void
helper_cb (DovEventPage *self)
{
  g_autoptr (DovRecord) draft = begin_part (self, DOV_TYPE_EVENT_HELPER);

  open_draft (self, draft);
}

static void
partner_cb (DovEventPage *self)
{
  g_autoptr (DovRecord) draft = begin_part (self, DOV_TYPE_EVENT_PARTNER);

  open_draft (self, draft);
}

static void
show_those (DovEventPage  *self,
            DovSectionBox *box,
            GType          type,
            const char    *who,
            const char    *what,
            const char    *icon)
{
  DovQuery query = { .where = "event_id = ?1" };
  g_autoptr (GArray) ids = NULL;
  g_autofree char *count = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (self->event)));
  ids = dov_store_list (self->store, type, &query, NULL);
  dov_section_box_clear (box);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, type, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = dup_shown (self, record, who);
      g_autofree char *first = type == DOV_TYPE_EVENT_HELPER ? dup_shown (self, record, "role") : g_strdup ("");
      g_autofree char *second = dup_shown (self, record, what);
      g_autofree char *both = *first != '\0' && *second != '\0' ? g_strdup_printf ("%s · %s", first, second) :
                              g_strdup (*first != '\0' ? first : second);

      dov_section_box_append (box, make_row (record, icon, name, both));
    }
  count = g_strdup_printf ("%u", ids != NULL ? ids->len : 0);
  dov_section_box_set_count (box, count);
}

/* ---- places ---- */

static void
give_cb (DovEventPage *self)
{
  g_autoptr (GError) error = NULL;

  if (dov_seats_give (self->store, self->event, &error))
    dov_event_page_tell (self);
  else
    dov_event_page_refuse (self, error);
}

/**
 * dov_event_page_show_seats:
 *
 * Says in red that more came than fit, in amber that places are free while
 * people wait, and who has just got a place.
 */
void
dov_event_page_show_seats (DovEventPage *self)
{
  DovSeats seats;
  gint64 over;

  if (!dov_seats_count (self->store, self->event, &seats, NULL))
    return;

  over = dov_seats_get_over (&seats);
  if (over > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%d person more than fits", "%d people more than fit",
                                                          (gulong) over), (int) over);

      dov_event_page_add_notice (self, DOV_NOTICE_REFUSES, words,
                                 seats.limit != DOV_UNKNOWN
                                 ? _("More came than there are places. Open a second room, or do not let in more.")
                                 : _("More came than the lounge holds. Open a second room, or do not let in more."));
    }
  if (self->passed != NULL && *self->passed != '\0')
    {
      g_autofree char *words = g_strdup_printf (_("A place was free and went to: %s"), self->passed);

      dov_event_page_add_notice (self, DOV_NOTICE_INFORMS, words, _("They waited longest. Tell them."));
    }
  if (seats.waiting > 0 && dov_seats_get_free (&seats) > 0 && dov_event_is_to_come (self->event))
    {
      GtkWidget *notice = dov_event_page_add_notice (self, DOV_NOTICE_WARNS, _("Places are free, and people wait for one"), "");

      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("Give the places to the first"), NULL), "clicked",
                                G_CALLBACK (give_cb), self);
    }
}

/* ---- the report ---- */

void
dov_event_page_open_report (DovEventPage *self)
{
  dov_go_to (self, dov_event_report_page_new_for (self->store, self->event));
}

gboolean
dov_event_page_has_report (DovEventPage *self)
{
  g_autoptr (DovRecord) report = find_part (self, DOV_TYPE_EVENT_REPORT);

  return report != NULL;
}

/**
 * dov_event_page_show_report:
 *
 * Says what a report of a held event still lacks, and by when it is wanted.
 */
void
dov_event_page_show_report (DovEventPage *self)
{
  g_autoptr (DovRecord) record = find_part (self, DOV_TYPE_EVENT_REPORT);
  DovEventReport *report = record != NULL ? DOV_EVENT_REPORT (record) : NULL;
  glong letters = report != NULL ? dov_event_report_count_letters (report->description) : 0;
  GDate due, today = dov_today ();
  g_autofree char *lead = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  GtkWidget *notice;

  if (self->event->status != DOV_EVENT_STATUS_HELD || self->event->starts_at == NULL || !self->roll->is_counted ||
      letters >= DOV_EVENT_REPORT_LEAST)
    return;
  due = dov_moment_get_date (self->event->starts_at);
  g_date_add_days (&due, REPORT_DAYS);
  /* What is long past is asked for no more. */
  if (g_date_days_between (&due, &today) > 31)
    return;
  when = g_strdup_printf ("%d %s", g_date_get_day (&due), dov_month_name_of (g_date_get_month (&due)));
  lead = report == NULL ? g_strdup (_("The report of this event is not written yet")) :
    g_strdup_printf (ngettext ("The report lacks %d letter of the description", "The report lacks %d letters of the description",
                               (gulong) (DOV_EVENT_REPORT_LEAST - letters)), (int) (DOV_EVENT_REPORT_LEAST - letters));
  text = g_date_compare (&due, &today) < 0 ? g_strdup_printf (_("It was wanted by %s."), when)
                                           : g_strdup_printf (_("It is wanted by %s."), when);
  notice = dov_event_page_add_notice (self, g_date_compare (&due, &today) < 0 ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS,
                                      lead, text);
  g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), report == NULL ? _("Write") : _("Write on"), NULL),
                            "clicked", G_CALLBACK (dov_event_page_open_report), self);
}

/* ---- all of them ---- */

void
dov_event_page_make_parts (DovEventPage *self)
{
  self->film = DOV_SECTION_BOX (dov_section_box_new (_("Film and discussion")));
  self->helpers = DOV_SECTION_BOX (dov_section_box_new (_("Helpers")));
  self->partners = DOV_SECTION_BOX (dov_section_box_new (_("Partners")));
  dov_section_box_set_more (self->helpers, _("Add…"));
  dov_section_box_set_more (self->partners, _("Add…"));
  dov_section_box_set_empty (self->helpers, _("Volunteers, mentors, who leads and who organises"));
  dov_section_box_set_empty (self->partners, _("Organisations that took part, and with what"));
  g_signal_connect_swapped (self->film, "more-clicked", G_CALLBACK (film_cb), self);
  g_signal_connect_swapped (self->helpers, "more-clicked", G_CALLBACK (helper_cb), self);
  g_signal_connect_swapped (self->partners, "more-clicked", G_CALLBACK (partner_cb), self);
  gtk_box_append (self->left, GTK_WIDGET (self->film));
  gtk_box_append (self->left, GTK_WIDGET (self->plan));
  gtk_box_append (self->right, GTK_WIDGET (self->helpers));
  gtk_box_append (self->right, GTK_WIDGET (self->partners));
}

void
dov_event_page_show_parts (DovEventPage *self)
{
  show_film (self);
  show_those (self, self->helpers, DOV_TYPE_EVENT_HELPER, "person_id", "duty", "avatar-default-symbolic");
  show_those (self, self->partners, DOV_TYPE_EVENT_PARTNER, "organisation_id", "contribution", "emblem-shared-symbolic");
}
