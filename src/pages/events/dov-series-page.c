/* dov-series-page.c - a series of events: what it is, its events, and making them for a span of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-series-page.h"

#include <glib/gi18n.h>

#include "dov-event-page.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-field-group.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-list-words.h"
#include "dov-series.h"

/* A series is planned for so long at once, unless another day is typed. */
#define USUAL_MONTHS 3
#define MOST_EVENTS 40

struct _DovSeriesPage
{
  DovSubjectPage  parent_instance;

  DovEventSeries *span;       /* a copy, whose first and last day are those of the span asked for */
  GPtrArray      *days;       /* DovSeriesDay */

  DovFieldGroup  *group;
  DovSectionBox  *preview;
  GtkWidget      *make;
};

G_DEFINE_FINAL_TYPE (DovSeriesPage, dov_series_page, DOV_TYPE_SUBJECT_PAGE)

static DovStore *
store_of (DovSeriesPage *self)
{
  return dov_subject_page_get_store (DOV_SUBJECT_PAGE (self));
}

static DovEventSeries *
series_of (DovSeriesPage *self)
{
  return DOV_EVENT_SERIES (dov_subject_page_get_record (DOV_SUBJECT_PAGE (self)));
}

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_EVENT_SERIES (record)->title);
}

/* Which week is said of those only that have one. */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  gboolean is_monthly = DOV_EVENT_SERIES (record)->recurrence == DOV_RECURRENCE_MONTHLY;

  return dov_field_path_dup (store, record, is_monthly
                             ? "recurrence week weekday time form_id place audience responsible_id"
                             : "recurrence weekday time form_id place audience responsible_id", DOV_JOIN_FACTS);
}

/* ---- what would be made ---- */

static void
show_make (DovSeriesPage *self)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    {
      DovSeriesDay *day = g_ptr_array_index (self->days, i);

      n += day->is_wanted && day->event_id == 0;
    }
  words = n > 0 ? g_strdup_printf (ngettext ("Plan %u event", "Plan %u events", n), n) : g_strdup (_("Nothing to plan"));
  gtk_button_set_label (GTK_BUTTON (self->make), words);
  gtk_widget_set_sensitive (self->make, n > 0 && !dov_store_is_read_only (store_of (self)));
}

static void
wanted_cb (GtkCheckButton *check,
           DovSeriesDay   *day)
{
  day->is_wanted = gtk_check_button_get_active (check);
  show_make (DOV_SERIES_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (check), DOV_TYPE_SERIES_PAGE)));
}

static void
open_cb (GtkWidget *button,
         gint64    *event)
{
  dov_go_record (button, DOV_TYPE_EVENT, *event);
}

static char *
dup_day (GDateTime *moment)
{
  GDate day = dov_moment_get_date (moment);

  return g_strdup_printf ("%s %d %s", dov_weekday_short (g_date_get_weekday (&day)), g_date_get_day (&day),
                          dov_month_name_of (g_date_get_month (&day)));
}

static void
add_day (DovSeriesPage *self,
         DovSeriesDay  *day)
{
  g_autofree char *when = dup_day (day->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (day->starts_at));
  GtkWidget *row = dov_row_line_new (when, time, day->reason != NULL ? day->reason :
                                     day->event_id != 0 ? _("is there already") : "");

  if (day->event_id != 0)
    {
      GtkWidget *open = gtk_button_new_with_label (_("Open"));

      gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
      g_signal_connect_data (open, "clicked", G_CALLBACK (open_cb), g_memdup2 (&day->event_id, sizeof day->event_id),
                             (GClosureNotify) (GCallback) g_free, 0);
      dov_row_line_append (DOV_ROW_LINE (row), open);
    }
  else
    {
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *spoken = g_strdup_printf (_("Plan on %s"), when);

      if (day->reason != NULL)
        dov_row_line_append (DOV_ROW_LINE (row),
                             dov_badge_new (_("skipped"), &(DovSign) { "dialog-warning-symbolic", "warning" }));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), day->is_wanted);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      dov_name_widget (check, spoken);
      g_signal_connect (check, "toggled", G_CALLBACK (wanted_cb), day);
      dov_row_line_append (DOV_ROW_LINE (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  dov_section_box_append (self->preview, row);
}

static guint
show_preview (DovSubjectPage *page,
              GtkWidget      *made)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (page);
  DovEventSeries *series = series_of (self);
  g_autofree char *lack = dov_series_find_lack (series);
  g_autofree char *count = NULL;

  dov_section_box_clear (self->preview);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  if (lack != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Fill in “%s” of the series first: “Change the series”."), lack);

      dov_section_box_set_empty (self->preview, words);
    }
  else if (self->span->since == NULL || self->span->until == NULL)
    {
      dov_section_box_set_empty (self->preview, _("Type both days."));
    }
  else
    {
      self->days = dov_series_preview (store_of (self), series, self->span->since, self->span->until);
      dov_section_box_set_empty (self->preview, _("The series has no turn in these days."));
    }
  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    add_day (self, g_ptr_array_index (self->days, i));
  count = g_strdup_printf ("%u", self->days != NULL ? self->days->len : 0);
  dov_section_box_set_count (self->preview, count);
  show_make (self);

  return 0;
}

static gboolean
make_events (DovStore  *store,
             gpointer   data,
             GError   **error)
{
  DovSeriesPage *self = data;
  guint n_made = 0;

  return dov_series_make (store, series_of (self), self->days, &n_made, error);
}

static void
make_cb (DovSeriesPage *self)
{
  if (self->days != NULL)
    dov_deed_do (self, store_of (self), &(DovDeed) {
      .act = make_events, .data = g_object_ref (self), .free_data = g_object_unref });
}

/* From today, or from when the series begins, for three months or to its end. */
static void
choose_span (DovSeriesPage  *self,
             DovEventSeries *series)
{
  GDate since = dov_today (), until;

  if (series->since != NULL && g_date_compare (series->since, &since) > 0)
    since = *series->since;
  until = since;
  g_date_add_months (&until, USUAL_MONTHS);
  if (series->until != NULL && g_date_compare (series->until, &until) < 0)
    until = *series->until;
  dov_set (self->span, since, &since);
  dov_set (self->span, until, &until);
}

static GtkWidget *
make_span (DovSubjectPage *page)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->span = DOV_EVENT_SERIES (dov_record_dup (DOV_RECORD (series_of (self))));
  choose_span (self, series_of (self));
  self->group = DOV_FIELD_GROUP (dov_field_group_new (store_of (self), DOV_RECORD (self->span), _("Plan events of the series")));
  dov_field_group_add (self->group, "since");
  dov_field_group_add (self->group, "until");
  self->preview = DOV_SECTION_BOX (dov_section_box_new (_("What will be planned")));
  self->make = gtk_button_new ();
  gtk_widget_add_css_class (self->make, "suggested-action");
  gtk_widget_set_halign (self->make, GTK_ALIGN_START);
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (make_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), self->make);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  g_signal_connect_object (self->span, "notify::since", G_CALLBACK (dov_subject_page_refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->span, "notify::until", G_CALLBACK (dov_subject_page_refresh_soon), self, G_CONNECT_SWAPPED);

  return box;
}

/* ---- its events ---- */

static void
begin (GtkWidget  *button,
       DovRecord  *event,
       const char *act)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SERIES_PAGE));

  dov_event_page_begin (self, store_of (self), dov_record_get_id (event), act);
}

static void
move_cb (GtkWidget *button,
         DovRecord *event)
{
  begin (button, event, "event.move");
}

static void
cancel_cb (GtkWidget *button,
           DovRecord *event)
{
  begin (button, event, "event.cancel");
}

static void
add_ask (GtkWidget  *box,
         DovEvent   *event,
         const char *label,
         GCallback   callback)
{
  GtkWidget *button = dov_button_new (label, "flat", callback, event);
  g_autofree char *when = dup_day (event->starts_at);
  g_autofree char *spoken = g_strdup_printf ("%s %s", label, when);

  dov_name_widget (button, spoken);
  gtk_box_append (GTK_BOX (box), button);
}

/* What can be done with an event to come stands behind one button: the row is for its name. */
static GtkWidget *
asks_new (DovEvent *event)
{
  GtkWidget *menu = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "valign", GTK_ALIGN_CENTER,
                                  "tooltip-text", _("Move or cancel"), NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = dup_day (event->starts_at);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", _("Move or cancel"), when);

  add_ask (box, event, _("Move…"), G_CALLBACK (move_cb));
  add_ask (box, event, _("Cancel…"), G_CALLBACK (cancel_cb));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  dov_name_widget (menu, spoken);

  return menu;
}

static void
dress_event (DovStore   *store,
             DovRecord  *record,
             DovRowLine *row,
             gboolean    is_past)
{
  DovEventStatus status = DOV_EVENT (record)->status;

  if (status == DOV_EVENT_STATUS_PLANNED || status == DOV_EVENT_STATUS_APPROVED || status == DOV_EVENT_STATUS_DRAFT)
    dov_row_line_append (row, asks_new (DOV_EVENT (record)));
}

static char *
dup_event_day (DovStore  *store,
               DovRecord *record)
{
  return dup_day (DOV_EVENT (record)->starts_at);
}

static char *
dup_event_time (DovStore  *store,
                DovRecord *record)
{
  return dov_time_to_shown (dov_moment_get_time (DOV_EVENT (record)->starts_at));
}

static char *
dup_count (guint n,
           guint n_past)
{
  return dov_list_count (DOV_LIST_NOUN_EVENTS, n);
}

/* Those to come first, the next one on top; then the past ones. */
static const DovRelatedList events = {
  N_("Events of the series"), N_("None yet"), dov_event_get_type, "series_id",
  .sql = "SELECT id FROM live_event WHERE series_id = ?1"
         " ORDER BY starts_at < ?2, iif (starts_at < ?2, NULL, starts_at), starts_at DESC, id",
  .lead_words = dup_event_day, .first = "title", .second_words = dup_event_time, .state = "status", .most = MOST_EVENTS,
  .dress = dress_event, .count = dup_count,
};

static const DovAct acts[] = {
  { "series.edit", N_("Change the series…"), .kind = DOV_ACT_EDIT },
  { NULL },
};

static const DovTab left[] = {
  { "span", N_("Plan events of the series"), .make = make_span, .refresh = show_preview,
    .may = dov_subject_may_write },
  { NULL },
};

static const DovTab right[] = {
  { "events", N_("Events of the series"), { &events } },
  { NULL },
};

const DovSubject dov_series_subject = {
  dov_event_series_get_type, "events", .page = dov_series_page_get_type,
  .title = dup_title, .facts_words = dup_facts, .acts = acts,
  .tabs = left, .sides = right, .is_equal = TRUE,
};

/* Work begins with planning, where something is left to plan. */
static void
dov_series_page_focus (DovPage *page)
{
  GtkWidget *make = DOV_SERIES_PAGE (page)->make;

  if (make == NULL || !gtk_widget_grab_focus (make))
    DOV_PAGE_CLASS (dov_series_page_parent_class)->focus (page);
}

static void
dov_series_page_dispose (GObject *object)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (object);

  g_clear_object (&self->span);

  G_OBJECT_CLASS (dov_series_page_parent_class)->dispose (object);
}

static void
dov_series_page_finalize (GObject *object)
{
  g_clear_pointer (&DOV_SERIES_PAGE (object)->days, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_series_page_parent_class)->finalize (object);
}

static void
dov_series_page_class_init (DovSeriesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_series_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_series_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_series_page_focus;
}

static void
dov_series_page_init (DovSeriesPage *self)
{
}
