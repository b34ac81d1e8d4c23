/* dov-today-events.c - the events of «Сегодня»: today, the coming week, past but not marked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-private.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-today-events.h"

#include <glib/gi18n.h>

#include "dov-door-lock.h"
#include "dov-door.h"
#include "dov-event.h"
#include "dov-figures.h"
#include "dov-lounge.h"
#include "dov-number.h"
#include "dov-related-list.h"
#include "dov-section-box.h"
#include "dov-settlement.h"

#define DAYS_AHEAD 7
#define MOST_LINES 6

static const DovSign overdue = { "emblem-important-symbolic", "warning" };
static const DovSign draft = { "document-edit-symbolic", NULL };
static const DovSign goes_on = { "media-playback-start-symbolic", "accent" };

static void
open_event_cb (GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "dov-id");

  dov_go_record (row, dov_event_get_type (), *id);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static char *
dup_village (DovStore *store,
             gint64    lounge_id)
{
  g_autoptr (DovRecord) lounge = dov_store_find (store, dov_lounge_get_type (), lounge_id, NULL);
  g_autoptr (DovRecord) settlement = NULL;

  if (lounge == NULL)
    return NULL;

  settlement = dov_store_find (store, dov_settlement_get_type (), DOV_LOUNGE (lounge)->settlement_id, NULL);

  return settlement != NULL ? g_strdup (DOV_SETTLEMENT (settlement)->name) : NULL;
}

/* Where, for whom, how many are expected; the village only where there are several lounges. */
static char *
dup_subtitle (DovStore *store,
              DovEvent *event,
              gboolean  tells_lounge)
{
  GString *line = g_string_new (NULL);
  const DovField *audience =
    dov_record_class_find_field (DOV_RECORD_GET_CLASS (event), "audience");
  g_autofree char *whom = dov_record_dup_shown (DOV_RECORD (event), audience);

  if (tells_lounge)
    {
      g_autofree char *village = dup_village (store, event->lounge_id);

      append_part (line, village);
    }
  append_part (line, event->place);
  append_part (line, whom);
  if (event->planned_count != DOV_UNKNOWN && event->planned_count > 0)
    {
      g_autofree char *number = dov_number_to_shown (event->planned_count);
      /* Translators: how many people are expected */
      g_autofree char *planned = g_strdup_printf (_("plan %s"), number);

      append_part (line, planned);
    }

  return g_string_free (line, FALSE);
}

static char *
dup_span (DovEvent *event)
{
  g_autofree char *from = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *to = NULL;

  if (event->ends_at == NULL)
    return g_steal_pointer (&from);

  to = dov_time_to_shown (dov_moment_get_time (event->ends_at));

  return g_strdup_printf ("%s – %s", from, to);
}

static char *
dup_day (DovEvent *event)
{
  GDate date = dov_moment_get_date (event->starts_at);

  /* Translators: %1$s is a short weekday, %2$d a day, %3$s a month */
  return g_strdup_printf (_("%1$s %2$d %3$s"), dov_weekday_short (g_date_get_weekday (&date)),
                          g_date_get_day (&date), dov_month_name_of (g_date_get_month (&date)));
}

static gboolean
is_going_on (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return event->ends_at != NULL && g_date_time_compare (event->starts_at, now) <= 0
         && g_date_time_compare (now, event->ends_at) < 0;
}

static void
add_state (GtkWidget *row,
           DovEvent  *event)
{
  if (event->status == DOV_EVENT_STATUS_DRAFT)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("draft"), &draft));
  else if (is_going_on (event))
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("goes on"), &goes_on));
  else if (event->status == DOV_EVENT_STATUS_HELD)
    dov_row_line_append (DOV_ROW_LINE (row),
                         dov_badge_new (_("held"), &(DovSign) { "dov-emblem-ok-symbolic", "success" }));
}

static GtkWidget *
row_new (DovStore   *store,
         DovEvent   *event,
         const char *when,
         gboolean    tells_lounge)
{
  g_autofree char *subtitle = dup_subtitle (store, event, tells_lounge);
  GtkWidget *row = dov_row_line_new (when, event->title, subtitle);
  gint64 id = dov_record_get_id (DOV_RECORD (event));

  g_object_set_data_full (G_OBJECT (row), "dov-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_event_cb), NULL);

  return row;
}

static GArray *
list_between (DovStore   *store,
              gint64      lounge,
              const char *first,
              const char *last)
{
  const DovQuery query = {
    .where = "starts_at BETWEEN ?1 AND ?2 || 'T99' AND status NOT IN ('cancelled', 'moved') "
             "AND (?3 = 0 OR lounge_id = ?3)",
    .params = g_variant_new ("(ssx)", first, last, lounge),
    .order = "starts_at",
  };
  GArray *ids = dov_store_list (store, dov_event_get_type (), &query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static char *
dup_iso_after (int days)
{
  GDate day = dov_today ();

  g_date_add_days (&day, days);

  return dov_date_to_iso (&day);
}

static void
show_section_cb (GtkWidget  *section,
                 const char *name)
{
  gtk_widget_activate_action (section, "win.section", "s", name);
}

/* How late it is to say how many came, and the way there. */
static void
add_lateness (GtkWidget *row,
              DovEvent  *event)
{
  GDate date = dov_moment_get_date (event->starts_at);
  GDate today = dov_today ();
  int days = g_date_days_between (&date, &today);
  g_autofree char *late = g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
  g_autofree char *spoken = g_strdup_printf (_("Mark the event: %s"), event->title);
  GtkWidget *mark = gtk_button_new_with_label (_("Mark the event"));

  dov_name_widget (mark, spoken);
  g_signal_connect_object (mark, "clicked", G_CALLBACK (open_event_cb), row, G_CONNECT_SWAPPED);
  dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (late, &overdue));
  dov_row_line_append (DOV_ROW_LINE (row), mark);
}

static void
open_door_cb (GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "dov-id");

  gtk_widget_activate_action (row, "win.open-door", "x", *id);
}

/* The way to the door; of several, only the soonest is the strong one. */
static void
add_door (GtkWidget *row,
          DovEvent  *event,
          gboolean   is_soonest)
{
  GtkWidget *door;
  g_autofree char *spoken = g_strdup_printf (_("Door: %s"), event->title);

  if (!dov_door_check_event (event, NULL))
    return;

  door = gtk_button_new_with_label (_("Door"));
  if (is_soonest)
    gtk_widget_add_css_class (door, "suggested-action");
  dov_name_widget (door, spoken);
  g_signal_connect_object (door, "clicked", G_CALLBACK (open_door_cb), row, G_CONNECT_SWAPPED);
  dov_row_line_append (DOV_ROW_LINE (row), door);
}

/**
 * dov_today_find_soonest:
 * @lounge: 0 for all
 *
 * Returns: the event of today that goes on or begins next, else the last one
 *   of the day; 0 when nothing is on
 */
gint64
dov_today_find_soonest (DovStore *store,
                        gint64    lounge)
{
  g_autofree char *today = dup_iso_after (0);
  g_autoptr (GArray) ids = list_between (store, lounge, today, today);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  gint64 last = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) event = dov_store_find (store, dov_event_get_type (), id, NULL);
      GDateTime *ends_at = event != NULL ? DOV_EVENT (event)->ends_at : NULL;

      if (event == NULL || DOV_EVENT (event)->status == DOV_EVENT_STATUS_DRAFT)
        continue;
      last = id;
      if (g_date_time_compare (ends_at != NULL ? ends_at : DOV_EVENT (event)->starts_at, now) >= 0)
        return id;
    }

  return last;
}

typedef enum
{
  LEAD_TIME,
  LEAD_DAY,
  LEAD_DAY_LATE,
} Lead;

/* Makes the section of these events; a day or a time leads each line. */
static GtkWidget *
section_new (DovStore   *store,
             const char *title,
             GArray     *ids,
             Lead        lead,
             gint64      lounge)
{
  GtkWidget *section = dov_section_box_new (title);
  gint64 soonest = lead == LEAD_TIME ? dov_today_find_soonest (store, lounge) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", ids->len), ids->len);

  dov_section_box_set_count (DOV_SECTION_BOX (section), count);
  for (guint i = 0; i < MIN (ids->len, MOST_LINES); i++)
    {
      g_autoptr (DovRecord) record =
        dov_store_find (store, dov_event_get_type (), g_array_index (ids, gint64, i), NULL);
      g_autofree char *when = NULL;
      GtkWidget *row;

      if (record == NULL)
        continue;

      when = lead != LEAD_TIME ? dup_day (DOV_EVENT (record)) : dup_span (DOV_EVENT (record));
      row = row_new (store, DOV_EVENT (record), when, lounge == 0);
      if (lead == LEAD_DAY_LATE)
        add_lateness (row, DOV_EVENT (record));
      else
        add_state (row, DOV_EVENT (record));
      if (lead == LEAD_TIME)
        add_door (row, DOV_EVENT (record), g_array_index (ids, gint64, i) == soonest);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}

/**
 * dov_today_events_new:
 *
 * Returns: (transfer floating) (nullable): what is on today
 */
GtkWidget *
dov_today_events_new (DovStore *store,
                      gint64    lounge,
                      guint    *n_events)
{
  g_autofree char *today = dup_iso_after (0);
  g_autoptr (GArray) ids = list_between (store, lounge, today, today);
  GtkWidget *section;

  *n_events = ids->len;
  if (ids->len == 0)
    return NULL;

  section = section_new (store, _("Today in the lounge"), ids, LEAD_TIME, lounge);
  dov_section_box_set_more (DOV_SECTION_BOX (section), _("All events"));
  g_signal_connect (section, "more-clicked", G_CALLBACK (show_section_cb), (gpointer) "events");

  return section;
}

/**
 * dov_today_coming_new:
 *
 * Returns: (transfer floating) (nullable): what is on in the next seven days
 */
GtkWidget *
dov_today_coming_new (DovStore *store,
                      gint64    lounge,
                      guint    *n_events)
{
  g_autofree char *first = dup_iso_after (1);
  g_autofree char *last = dup_iso_after (DAYS_AHEAD);
  g_autoptr (GArray) ids = list_between (store, lounge, first, last);

  *n_events = ids->len;

  return ids->len > 0 ? section_new (store, _("In the next seven days"), ids, LEAD_DAY, lounge) : NULL;
}

/**
 * dov_today_overdue_new:
 *
 * Returns: (transfer floating) (nullable): what is past, but nobody has said
 *   whether it was held and how many came
 */
GtkWidget *
dov_today_overdue_new (DovStore *store,
                       gint64    lounge,
                       guint    *n_events)
{
  g_autoptr (GArray) ids = NULL;
  GDate first = dov_today ();
  GDate last = first;
  GtkWidget *section;

  g_date_subtract_years (&first, 1);
  g_date_subtract_days (&last, 1);
  dov_figures_count (store, DOV_FIGURE_UNCOUNTED, lounge, &first, &last, &ids);
  *n_events = ids->len;
  if (ids->len == 0)
    return NULL;

  section = section_new (store, _("Past, but not marked held"), ids, LEAD_DAY_LATE, lounge);
  if (ids->len > MOST_LINES)
    dov_related_list_append_rest (DOV_SECTION_BOX (section), DOV_TYPE_EVENT, _("Past, but not marked held"), ids,
                                  ids->len - MOST_LINES);

  return section;
}
