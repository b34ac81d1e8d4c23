/* dov-series-page.c - a series of events: what it is, its events, and making them for a span of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-series-page.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-event-page.h"
#include "dov-event.h"
#include "dov-field-group.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-list-words.h"
#include "dov-notice.h"
#include "dov-page-body.h"
#include "dov-record-page.h"
#include "dov-section-box.h"
#include "dov-series.h"
#include "dov-signs.h"

/* A series is planned for so long at once, unless another day is typed. */
#define USUAL_MONTHS 3
#define MOST_EVENTS 40

struct _DovSeriesPage
{
  DovPage         parent_instance;

  DovStore       *store;
  DovEventSeries *series;
  DovEventSeries *span;       /* a copy, whose first and last day are those of the span asked for */
  GPtrArray      *days;       /* DovSeriesDay */
  guint           refresh;

  GtkWidget      *name;
  GtkWidget      *facts;
  GtkWidget      *answers;
  DovFieldGroup  *group;
  DovSectionBox  *preview;
  GtkWidget      *make;
  DovSectionBox  *events;
};

G_DEFINE_FINAL_TYPE (DovSeriesPage, dov_series_page, DOV_TYPE_PAGE)

static char *
dup_shown (DovSeriesPage *self,
           const char    *field)
{
  return dov_store_dup_shown (self->store, DOV_RECORD (self->series),
                              dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->series), field));
}

static void
add_part (GString *text,
          char    *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
  g_free (part);
}

static void
show_head (DovSeriesPage *self)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  gtk_label_set_text (GTK_LABEL (self->name), self->series->title);
  dov_page_set_title (DOV_PAGE (self), self->series->title);
  add_part (facts, dup_shown (self, "recurrence"));
  if (self->series->recurrence == DOV_RECURRENCE_MONTHLY)
    add_part (facts, dup_shown (self, "week"));
  add_part (facts, dup_shown (self, "weekday"));
  add_part (facts, dup_shown (self, "time"));
  add_part (facts, dup_shown (self, "form_id"));
  add_part (facts, dup_shown (self, "place"));
  add_part (facts, dup_shown (self, "audience"));
  add_part (facts, dup_shown (self, "responsible_id"));
  gtk_label_set_text (GTK_LABEL (self->facts), facts->str);
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
  gtk_widget_set_sensitive (self->make, n > 0 && !dov_store_is_read_only (self->store));
}

static void
wanted_cb (GtkCheckButton *check,
           DovSeriesPage  *self)
{
  DovSeriesDay *day = g_object_get_data (G_OBJECT (check), "day");

  day->is_wanted = gtk_check_button_get_active (check);
  show_make (self);
}

static void
open_cb (GtkWidget *widget)
{
  gint64 *id = g_object_get_data (G_OBJECT (widget), "id");

  dov_go_record (widget, DOV_TYPE_EVENT, *id);
}

static void
give_id (GtkWidget *widget,
         gint64     id)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (widget), "id", kept, g_free);
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

      give_id (open, day->event_id);
      gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
      g_signal_connect (open, "clicked", G_CALLBACK (open_cb), NULL);
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
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_object_set_data (G_OBJECT (check), "day", day);
      g_signal_connect (check, "toggled", G_CALLBACK (wanted_cb), self);
      dov_row_line_append (DOV_ROW_LINE (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  dov_section_box_append (self->preview, row);
}

static void
show_preview (DovSeriesPage *self)
{
  g_autofree char *lack = dov_series_find_lack (self->series);
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
      self->days = dov_series_preview (self->store, self->series, self->span->since, self->span->until);
      dov_section_box_set_empty (self->preview, _("The series has no turn in these days."));
    }
  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    add_day (self, g_ptr_array_index (self->days, i));
  count = g_strdup_printf ("%u", self->days != NULL ? self->days->len : 0);
  dov_section_box_set_count (self->preview, count);
  show_make (self);
}

static void
answer (DovSeriesPage *self,
        DovNoticeKind  kind,
        const char    *words)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  if (words != NULL)
    gtk_box_append (GTK_BOX (self->answers), dov_notice_new (kind, words, ""));
}

static void
make_cb (DovSeriesPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  guint n_made = 0;
  gint64 operation;

  if (self->days == NULL)
    return;
  if (!dov_series_make (self->store, self->series, self->days, &n_made, &error))
    {
      g_autofree char *words = dov_errors_dup_words (error);

      answer (self, DOV_NOTICE_REFUSES, words);
      return;
    }
  answer (self, DOV_NOTICE_INFORMS, NULL);
  operation = dov_store_get_last_operation (self->store);
  if (shell != NULL)
    {
      g_autofree char *words = dov_store_describe_operation (self->store, operation);

      dov_shell_show_toast (shell, words, operation);
    }
}

/* ---- its events ---- */

static void
ask_cb (GtkWidget *button)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SERIES_PAGE));
  DovShell *shell = dov_shell_around (button);
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");
  gboolean is_move = g_object_get_data (G_OBJECT (button), "move") != NULL;
  DovPage *page = dov_event_page_new (self->store, *id);

  if (shell == NULL || page == NULL)
    return;
  dov_shell_push (shell, page);
  if (is_move)
    dov_event_page_ask_move (DOV_EVENT_PAGE (page));
  else
    dov_event_page_ask_cancel (DOV_EVENT_PAGE (page));
}

static void
add_ask (GtkWidget  *box,
         DovEvent   *event,
         const char *label,
         gboolean    is_move)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *when = dup_day (event->starts_at);
  g_autofree char *spoken = g_strdup_printf ("%s %s", label, when);

  give_id (button, dov_record_get_id (DOV_RECORD (event)));
  g_object_set_data (G_OBJECT (button), "move", GINT_TO_POINTER (is_move));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (ask_cb), NULL);
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

  add_ask (box, event, _("Move…"), TRUE);
  add_ask (box, event, _("Cancel…"), FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return menu;
}

static void
add_event (DovSeriesPage *self,
           DovEvent      *event)
{
  g_autofree char *when = dup_day (event->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *status = dov_store_dup_shown (self->store, DOV_RECORD (event),
                                                 dov_record_class_find_field (DOV_RECORD_GET_CLASS (event), "status"));
  GtkWidget *row = dov_row_line_new (when, event->title, time);
  gboolean is_open = event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED ||
                     event->status == DOV_EVENT_STATUS_DRAFT;

  give_id (row, dov_record_get_id (DOV_RECORD (event)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
  dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (status, dov_sign_of_state (DOV_RECORD (event), "status")));
  if (is_open)
    dov_row_line_append (DOV_ROW_LINE (row), asks_new (event));
  dov_section_box_append (self->events, row);
}

/* Those to come first, the next one on top; then the past ones. */
static void
show_events (DovSeriesPage *self)
{
  static const char * const orders[] = { "series_id = ?1 AND starts_at >= ?2", "series_id = ?1 AND starts_at < ?2" };
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  g_autofree char *words = NULL;
  guint n = 0;

  dov_section_box_clear (self->events);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      DovQuery query = { .where = orders[i], .order = "starts_at", .descending = i == 1 };
      g_autoptr (GArray) ids = NULL;

      query.params = g_variant_new ("(xs)", dov_record_get_id (DOV_RECORD (self->series)), day);
      ids = dov_store_list (self->store, DOV_TYPE_EVENT, &query, NULL);
      for (guint j = 0; ids != NULL && j < ids->len; j++, n++)
        {
          g_autoptr (DovRecord) event = n < MOST_EVENTS ?
            dov_store_find (self->store, DOV_TYPE_EVENT, g_array_index (ids, gint64, j), NULL) : NULL;

          if (event != NULL)
            add_event (self, DOV_EVENT (event));
        }
    }
  words = dov_list_count (DOV_LIST_NOUN_EVENTS, n);
  dov_section_box_set_count (self->events, words);
}

/* ---- the page ---- */

static void
show_all (DovSeriesPage *self)
{
  show_head (self);
  show_preview (self);
  show_events (self);
}

static gboolean
refresh_cb (gpointer data)
{
  DovSeriesPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovSeriesPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
changed_cb (DovStore      *store,
            GType          type,
            gint64         id,
            DovSeriesPage *self)
{
  refresh_soon (self);
}

static void
span_changed_cb (DovSeriesPage *self)
{
  refresh_soon (self);
}

static void
edit_cb (DovSeriesPage *self)
{
  dov_go_to (self, dov_record_page_new (self->store, DOV_TYPE_EVENT_SERIES,
                                                dov_record_get_id (DOV_RECORD (self->series))));
}

/* From today, or from when the series begins, for three months or to its end. */
static void
choose_span (DovSeriesPage *self)
{
  GDate since = dov_today (), until;

  if (self->series->since != NULL && g_date_compare (self->series->since, &since) > 0)
    since = *self->series->since;
  until = since;
  g_date_add_months (&until, USUAL_MONTHS);
  if (self->series->until != NULL && g_date_compare (self->series->until, &until) < 0)
    until = *self->series->until;
  dov_set (self->span, since, &since);
  dov_set (self->span, until, &until);
}

static GtkWidget *
make_left (DovSeriesPage *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->group = DOV_FIELD_GROUP (dov_field_group_new (self->store, DOV_RECORD (self->span), _("Plan events of the series")));
  dov_field_group_add (self->group, "since");
  dov_field_group_add (self->group, "until");
  self->preview = DOV_SECTION_BOX (dov_section_box_new (_("What will be planned")));
  self->make = gtk_button_new ();
  gtk_widget_add_css_class (self->make, "suggested-action");
  gtk_widget_set_halign (self->make, GTK_ALIGN_START);
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (make_cb), self);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (left), self->make);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->preview));

  return left;
}

/**
 * dov_series_page_new:
 *
 * Returns: (transfer floating) (nullable): the page of a series; %NULL when there is none
 */
DovPage *
dov_series_page_new (DovStore *store,
                     gint64    id)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_EVENT_SERIES, id, NULL);
  DovSeriesPage *self;
  GtkWidget *columns, *right, *edit;
  DovPageBody body;

  if (record == NULL)
    return NULL;

  self = g_object_new (DOV_TYPE_SERIES_PAGE, NULL);
  self->store = g_object_ref (store);
  self->span = DOV_EVENT_SERIES (dov_record_dup (record));
  self->series = DOV_EVENT_SERIES (g_steal_pointer (&record));
  choose_span (self);

  edit = gtk_button_new_with_label (_("Change the series…"));
  g_signal_connect_swapped (edit, "clicked", G_CALLBACK (edit_cb), self);
  body = dov_page_body_new (DOV_PAGE (self));
  self->name = body.name;
  self->facts = body.facts;
  gtk_box_append (GTK_BOX (body.actions), edit);
  self->answers = body.notices;
  self->events = DOV_SECTION_BOX (dov_section_box_new (_("Events of the series")));
  dov_section_box_set_empty (self->events, _("None yet"));
  right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->events));
  gtk_box_append (GTK_BOX (right), dov_history_new (store, DOV_TYPE_EVENT_SERIES, id));
  columns = g_object_new (DOV_TYPE_FOLD_COLUMNS, "side-width", 0, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), make_left (self));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), right);
  gtk_box_append (GTK_BOX (body.box), columns);

  dov_page_set_section (DOV_PAGE (self), "events");
  g_signal_connect_swapped (self->span, "notify::since", G_CALLBACK (span_changed_cb), self);
  g_signal_connect_swapped (self->span, "notify::until", G_CALLBACK (span_changed_cb), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  show_all (self);

  return DOV_PAGE (self);
}

static void
dov_series_page_focus (DovPage *page)
{
  gtk_widget_grab_focus (DOV_SERIES_PAGE (page)->make);
}

static void
dov_series_page_dispose (GObject *object)
{
  DovSeriesPage *self = DOV_SERIES_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->span != NULL)
    g_signal_handlers_disconnect_by_data (self->span, self);
  g_clear_object (&self->span);
  g_clear_object (&self->series);
  g_clear_object (&self->store);

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
