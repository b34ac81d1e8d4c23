/* dov-today-page.c - home: what needs a hand, what comes, how the month goes, whether all is safe */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-calendar.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-fold-columns.h"
#include "dov-keeper.h"
#include "dov-label.h"
#include "dov-settings.h"
#include "dov-today-private.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

struct _DovTodayPage
{
  DovPage    parent_instance;

  char      *known;      /* what it shows is of this moment and this state of the file */

  GtkLabel  *day;
  GtkLabel  *summary;
  GtkBox    *main;
  GtkBox    *side;
};

G_DEFINE_FINAL_TYPE (DovTodayPage, dov_today_page, DOV_TYPE_PAGE)

static void
append (GtkBox    *box,
        GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (box, section);
}

char *
dov_today_dup_capital (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, MIN (1, g_utf8_strlen (words, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

/* A new file: the first steps instead of empty lists. */
static void
append_first_steps (GtkBox *box)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (DOV_RESOURCES "/ui/dov-first-steps.ui");

  append (box, GTK_WIDGET (gtk_builder_get_object (builder, "steps")));
}

static GtkWidget *
quiet_day_new (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("No events today or in the coming week."),
                                   "xalign", 0.0f, "wrap", TRUE, "margin-start", 3, NULL);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
show_heading (DovTodayPage *self,
              guint         n_today,
              guint         n_overdue)
{
  GDate today = dov_today ();
  /* Translators: %1$s is a weekday, %2$d a day, %3$s a month: “Wednesday, 17 March” */
  g_autofree char *day = g_strdup_printf (_("%1$s, %2$d %3$s"), dov_weekday_name (g_date_get_weekday (&today)),
                                          g_date_get_day (&today), dov_month_name_of (g_date_get_month (&today)));
  g_autofree char *title = dov_today_dup_capital (day);
  g_autofree char *on = g_strdup_printf (ngettext ("%u event today", "%u events today", n_today), n_today);
  g_autofree char *late = g_strdup_printf (ngettext ("%u past event is not marked", "%u past events are not marked",
                                                     n_overdue), n_overdue);
  g_autofree char *summary = n_overdue > 0 ? g_strdup_printf ("%s; %s", n_today > 0 ? on : _("nothing on today"), late)
                                           : g_strdup (n_today > 0 ? on : _("nothing on today"));

  gtk_label_set_label (self->day, title);
  gtk_label_set_label (self->summary, summary);
}

static gint64
get_lounge (DovTodayPage *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (dov_page_get_store (self), dov_settings_get_type (), NULL, NULL);

  return settings != NULL ? DOV_SETTINGS (settings)->lounge_id : 0;
}

static void
read_all (DovTodayPage *self)
{
  gint64 lounge;
  guint n_today;
  guint n_coming;
  guint n_overdue;
  guint n_late;
  GtkWidget *today;
  GtkWidget *coming;
  gboolean is_new;

  lounge = get_lounge (self);
  is_new = dov_store_count (dov_page_get_store (self), dov_family_get_type (), NULL, NULL) == 0
           && dov_store_count (dov_page_get_store (self), dov_event_get_type (), NULL, NULL) == 0;

  dov_clear_box (self->main);
  dov_clear_box (self->side);
  today = dov_today_events_new (dov_page_get_store (self), lounge, &n_today);
  append (self->main, dov_today_dangers_new (dov_page_get_store (self), lounge));
  append (self->main, today);
  append (self->main, dov_today_shifts_new (dov_page_get_store (self), lounge));
  append (self->main, dov_today_overdue_new (dov_page_get_store (self), lounge, &n_overdue));
  append (self->main, dov_today_waiting_new (dov_page_get_store (self), lounge, &n_late));
  coming = dov_today_coming_new (dov_page_get_store (self), lounge, &n_coming);
  append (self->main, coming);
  if (is_new)
    append_first_steps (self->main);
  else if (n_today + n_coming == 0)
    append (self->main, quiet_day_new ());
  append (self->main, dov_today_safety_new (dov_page_get_store (DOV_PAGE (self))));

  append (self->side, dov_today_month_new (dov_page_get_store (self), lounge));
  append (self->side, dov_today_families_new (dov_page_get_store (self), lounge));
  append (self->side, dov_today_drafts_new (dov_page_get_store (DOV_PAGE (self))));
  show_heading (self, n_today, n_overdue);
}

/* While it is the same minute and nobody wrote anything, all is as it was. */
static char *
dup_known (DovTodayPage *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *minute = g_date_time_format (now, "%F %R");

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, minute, dov_store_count_written (dov_page_get_store (DOV_PAGE (self))));
}

static void
read_anew (DovTodayPage *self)
{
  g_free (self->known);
  self->known = dup_known (self);
  read_all (self);
}

/* Only where it is seen; elsewhere it is read when it is shown. */
static void
dov_today_page_fill (DovPage *page)
{
  DovTodayPage *self = DOV_TODAY_PAGE (page);

  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    read_anew (self);
  else
    g_clear_pointer (&self->known, g_free);
}

/**
 * dov_today_page_new:
 *
 * Returns: (transfer floating): the page; it is filled when it is shown
 */
DovPage *
dov_today_page_new (DovStore *store)
{
  DovPage *page = g_object_new (DOV_TYPE_TODAY_PAGE, NULL);

  dov_page_follow (page, store);
  g_signal_connect_object (dov_keeper_of (store), "changed", G_CALLBACK (dov_page_fill_soon), page, G_CONNECT_SWAPPED);

  return page;
}

/* Drafts come and go without an operation, so the page looks for what is new whenever it is shown. */
static void
dov_today_page_focus (DovPage *page)
{
  DovTodayPage *self = DOV_TODAY_PAGE (page);
  g_autofree char *known = dup_known (self);

  if (g_strcmp0 (self->known, known) != 0)
    read_anew (self);
  gtk_widget_child_focus (GTK_WIDGET (self->main), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_today_page_add (DovPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.new-record", "s", "event");

  return TRUE;
}

static void
dov_today_page_finalize (GObject *object)
{
  g_free (DOV_TODAY_PAGE (object)->known);

  G_OBJECT_CLASS (dov_today_page_parent_class)->finalize (object);
}

static void
dov_today_page_class_init (DovTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_today_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_today_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_today_page_add;
  DOV_PAGE_CLASS (klass)->fill = dov_today_page_fill;

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, DovTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DovTodayPage, main);
  gtk_widget_class_bind_template_child (widget_class, DovTodayPage, side);
}

static void
dov_today_page_init (DovTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_set_action_label (DOV_PAGE (self), _("New event"));
}
