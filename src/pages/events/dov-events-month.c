/* dov-events-month.c - the events of a month in its days, and beside it in words what must be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-page-private.h"

#include <glib/gi18n.h>

#include "dov-event-page.h"
#include "dov-event-times.h"
#include "dov-go.h"
#include "dov-headcount.h"
#include "dov-holiday.h"
#include "dov-list-words.h"
#include "dov-roll.h"
#include "dov-seats.h"

/* More doubts than that are no help beside a month. */
#define MOST_DOUBTS 6

static gboolean
is_planned (DovEvent *event)
{
  return event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED;
}

static gboolean
is_past (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return event->ends_at != NULL && g_date_time_compare (event->ends_at, now) < 0;
}

static char *
dup_clash (DovStore *store,
           DovEvent *event)
{
  DovEventClash *clash = is_planned (event) && !is_past (event) ? dov_event_find_clash (store, event) : NULL;
  g_autofree char *time = NULL;
  char *words;

  if (clash == NULL)
    return NULL;
  time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  /* Translators: %1$s is another event, %2$s when it begins */
  words = g_strdup_printf (_("The room is taken: “%1$s” at %2$s"), clash->title, time);
  dov_event_clash_free (clash);

  return words;
}

static char *
dup_waiting (DovStore *store,
             DovEvent *event)
{
  DovSeats seats;

  if (!is_planned (event) || is_past (event) || !event->registration || !dov_seats_count (store, event, &seats, NULL) ||
      seats.waiting == 0 || dov_seats_get_free (&seats) == 0)
    return NULL;

  return g_strdup (_("Places are free, and people wait for one"));
}

/**
 * dov_events_dup_doubt:
 *
 * Returns: (transfer full) (nullable): the first thing that stands against
 *   @event: nobody said whether it was held or how many came, the room is
 *   taken, it goes into the night of children, people wait for free places
 */
char *
dov_events_dup_doubt (DovStore *store,
                      DovEvent *event)
{
  g_autofree char *words = NULL;
  DovTime night;
  gint64 age;

  if (is_planned (event) && is_past (event))
    return g_strdup (_("It is over, and nobody has said how many came"));
  if (event->status == DOV_EVENT_STATUS_HELD && *event->status_reason == '\0')
    {
      g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));

      if (headcount == NULL || dov_event_headcount_get_total (headcount) == 0)
        return g_strdup (_("It was held, but nobody is counted"));
    }
  words = dup_clash (store, event);
  if (words != NULL)
    return g_steal_pointer (&words);
  if (is_planned (event) && !is_past (event) && dov_event_get_night (store, event, &night, &age))
    {
      g_autofree char *time = dov_time_to_shown (night);

      return g_strdup_printf (_("It ends after %s, when children under %d must be at home"), time, (int) age);
    }

  return dup_waiting (store, event);
}

static DovMonthLook
choose_look (DovEvent   *event,
             const char *doubt)
{
  if (event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED)
    return DOV_MONTH_LOOK_CANCELLED;
  if (doubt != NULL)
    return DOV_MONTH_LOOK_SOFT;
  if (event->status == DOV_EVENT_STATUS_HELD)
    return DOV_MONTH_LOOK_DONE;

  return event->status == DOV_EVENT_STATUS_DRAFT ? DOV_MONTH_LOOK_DRAFT : DOV_MONTH_LOOK_PLANNED;
}

static char *
dup_shown (DovStore   *store,
           DovEvent   *event,
           const char *field)
{
  return dov_store_dup_shown (store, DOV_RECORD (event),
                              dov_record_class_find_field (DOV_RECORD_GET_CLASS (event), field));
}

static void
add_part (GString    *text,
          const char *part,
          const char *between)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

static DovMonthItem *
make_item (DovEventsPage *self,
           DovEvent      *event,
           const char    *doubt)
{
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *audience = dup_shown (self->store, event, "audience");
  g_autofree char *mark = dup_shown (self->store, event, "age_mark");
  g_autofree char *status = dup_shown (self->store, event, "status");
  g_autofree char *whom = g_strdup_printf ("%s, %s", audience, mark);
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);
  DovMonthItem *item = dov_month_item_new (dov_record_get_id (DOV_RECORD (event)), &day, time, event->title,
                                           choose_look (event, doubt));

  add_part (detail, event->place, " · ");
  add_part (detail, whom, " · ");
  add_part (spoken, time, "");
  add_part (spoken, event->title, " ");
  add_part (spoken, status, ", ");
  add_part (spoken, doubt, ". ");
  item->detail = g_strdup (detail->str);
  item->spoken = g_strdup (spoken->str);

  return item;
}

/* ---- beside the month ---- */

static void
open_cb (GtkWidget *button,
         gint64    *event)
{
  dov_go_record (button, DOV_TYPE_EVENT, *event);
}

static void
move_cb (GtkWidget *button,
         gint64    *event)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_EVENTS_PAGE));

  dov_event_page_begin (button, self->store, *event, "event.move");
}

static GtkWidget *
make_button (DovEvent   *event,
             const char *label,
             GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s %s", label, event->title);
  gint64 id = dov_record_get_id (DOV_RECORD (event));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (button, "clicked", callback, g_memdup2 (&id, sizeof id), (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static GtkWidget *
make_words (const char *words,
            const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);

  return label;
}

/* “Wed 24 March, 18:00 · Family cinema · The room is taken…”, with the way out. */
static GtkWidget *
make_doubt (DovEventsPage *self,
            DovEvent      *event,
            const char    *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *when = g_strdup_printf ("%s %d %s, %s", dov_weekday_short (g_date_get_weekday (&day)),
                                           g_date_get_day (&day), dov_month_name_of (g_date_get_month (&day)), time);

  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), make_words (when, "heading"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_words (event->title, NULL));
  gtk_box_append (GTK_BOX (box), make_words (words, "caption"));
  gtk_widget_set_margin_top (buttons, 3);
  if (is_planned (event) && !is_past (event))
    gtk_box_append (GTK_BOX (buttons), make_button (event, _("Move…"), G_CALLBACK (move_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (event, is_past (event) ? C_("a doubt", "Write down") : _("Open"),
                                                  G_CALLBACK (open_cb)));
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

static void
show_doubts (DovEventsPage *self,
             GPtrArray     *events,
             GPtrArray     *doubts)
{
  GtkBox *side = dov_month_view_get_side (self->calendar);
  GtkWidget *child, *head, *list;
  g_autofree char *count = g_strdup_printf ("%u", doubts->len);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (side))) != NULL)
    gtk_box_remove (side, child);
  if (doubts->len > 0)
    {
      GtkWidget *number = make_words (count, "dim-label");

      head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
      gtk_widget_set_margin_start (head, 3);
      gtk_widget_add_css_class (number, "numeric");
      gtk_box_append (GTK_BOX (head), g_object_new (GTK_TYPE_LABEL, "label", _("Look at these"), "css-classes",
                                                    (const char *[]) { "section-title", NULL }, NULL));
      gtk_box_append (GTK_BOX (head), number);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_widget_add_css_class (list, "doubts");
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Look at these"), -1);
      for (guint i = 0; i < MIN (doubts->len, MOST_DOUBTS); i++)
        {
          GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, NULL);

          gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_doubt (self, g_ptr_array_index (events, i),
                                                                          g_ptr_array_index (doubts, i)));
          gtk_list_box_append (GTK_LIST_BOX (list), row);
        }
      gtk_box_append (side, head);
      gtk_box_append (side, list);
      if (doubts->len > MOST_DOUBTS)
        {
          g_autofree char *more = g_strdup_printf (ngettext ("and %u more in this month", "and %u more in this month",
                                                             doubts->len - MOST_DOUBTS), doubts->len - MOST_DOUBTS);

          gtk_box_append (side, make_words (more, "caption"));
        }
    }
  self->n_asked = doubts->len;
  dov_month_view_show_side (self->calendar, doubts->len > 0);
}

/* ---- the month ---- */

static GArray *
list_events (DovEventsPage *self,
             const GDate   *first,
             const GDate   *last)
{
  g_autofree char *since = dov_date_to_iso (first);
  GDate after = *last;
  g_autofree char *until = NULL;
  DovQuery query = { .where = "starts_at >= ?1 AND starts_at < ?2 AND (?3 = 0 OR +lounge_id = ?3)", .order = "starts_at" };
  g_autoptr (GError) error = NULL;
  GArray *ids;

  g_date_add_days (&after, 1);
  until = dov_date_to_iso (&after);
  query.params = g_variant_new ("(ssx)", since, until, self->lounge);
  ids = dov_store_list (self->store, DOV_TYPE_EVENT, &query, &error);
  if (ids == NULL)
    g_warning ("Events cannot be listed: %s", error->message);

  return ids;
}

static void
mark_holidays (DovEventsPage *self,
               const GDate   *first,
               const GDate   *last)
{
  for (GDate day = *first; g_date_compare (&day, last) <= 0; g_date_add_days (&day, 1))
    if (dov_day_is_holiday (&day))
      dov_month_view_mark_day (self->calendar, &day, _("holiday"));
}

static gboolean
is_of_month (DovEventsPage *self,
             const GDate   *day)
{
  GDate cursor = dov_month_view_get_day (self->calendar);
  gboolean is_week = FALSE;

  g_object_get (self->calendar, "week", &is_week, NULL);

  return is_week || (g_date_get_month (day) == g_date_get_month (&cursor) &&
                     g_date_get_year (day) == g_date_get_year (&cursor));
}

/* “19 events, 8 held”: the plan and what came of it are told apart. */
static char *
dup_summary (guint n_events,
             guint n_held)
{
  g_autofree char *events = dov_list_count (DOV_LIST_NOUN_EVENTS, n_events);
  g_autofree char *held = n_held > 0 ? g_strdup_printf (_("held: %u"), n_held) : NULL;

  return held != NULL ? g_strdup_printf ("%s, %s", events, held) : g_steal_pointer (&events);
}

/**
 * dov_events_page_fill_month:
 *
 * Puts the events of the days shown into them, and what must be looked at beside.
 */
void
dov_events_page_fill_month (DovEventsPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *summary = NULL;
  GDate first, last;
  guint n_events = 0, n_held = 0;

  dov_month_view_get_span (self->calendar, &first, &last);
  mark_holidays (self, &first, &last);
  ids = list_events (self, &first, &last);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_EVENT, g_array_index (ids, gint64, i), NULL);
      g_autofree char *doubt = NULL;
      GDate day;

      if (record == NULL)
        continue;
      day = dov_moment_get_date (DOV_EVENT (record)->starts_at);
      doubt = dov_events_dup_doubt (self->store, DOV_EVENT (record));
      g_ptr_array_add (items, make_item (self, DOV_EVENT (record), doubt));
      if (is_of_month (self, &day) && DOV_EVENT (record)->status != DOV_EVENT_STATUS_CANCELLED &&
          DOV_EVENT (record)->status != DOV_EVENT_STATUS_MOVED)
        {
          n_events++;
          n_held += DOV_EVENT (record)->status == DOV_EVENT_STATUS_HELD;
        }
      if (doubt != NULL)
        {
          g_ptr_array_add (events, g_steal_pointer (&record));
          g_ptr_array_add (doubts, g_steal_pointer (&doubt));
        }
    }

  summary = dup_summary (n_events, n_held);
  dov_month_view_set_summary (self->calendar, summary);
  show_doubts (self, events, doubts);
  dov_month_view_take_items (self->calendar, items);
}
