/* dov-month.c - a month of days, in the words of the interface */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GtkCalendar takes its words and the first day of the week from LC_TIME,
 * which on a club's PC need not be Russian. */

#include "dov-month.h"

#include "dov-calendar.h"
#include "dov-capital.h"
#include "dov-label.h"
#include "dov-spoken.h"

#include <glib/gi18n.h>

#define N_DAYS 42

struct _DovMonth
{
  GtkWidget  parent_instance;

  GDate      cursor;          /* the day the keyboard stands on; its month is shown */
  GDate      chosen;          /* invalid while no day is chosen */

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *sheet;
  GtkWidget *days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (DovMonth, dov_month, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_day (DovMonth *self,
          guint     index,
          GDate     day)
{
  GtkWidget *button = self->days[index];
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (&day));
  g_autofree char *words = dov_date_to_words (&day);
  g_autofree char *full = g_strdup_printf ("%s, %s", words, dov_weekday_name (g_date_get_weekday (&day)));
  GDate today = dov_today ();
  gboolean is_chosen = g_date_valid (&self->chosen) && g_date_compare (&day, &self->chosen) == 0;
  gboolean is_cursor = g_date_compare (&day, &self->cursor) == 0;

  gtk_button_set_label (GTK_BUTTON (button), number);
  dov_set_class (button, "other", g_date_get_month (&day) != g_date_get_month (&self->cursor));
  dov_set_class (button, "today", g_date_compare (&day, &today) == 0);
  dov_set_class (button, "chosen", is_chosen);
  dov_set_class (button, "cursor", is_cursor);
  dov_name_widget (button, full);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
  if (is_cursor)
    dov_describe (self->sheet, full);
}

static void
show_month (DovMonth *self)
{
  GDate day = dov_month_first_shown (g_date_get_year (&self->cursor), g_date_get_month (&self->cursor));
  g_autofree char *name = dov_capitalise (dov_month_name (g_date_get_month (&self->cursor)));
  g_autofree char *heading = NULL;

  /* Translators: the month and the year over a calendar, “February 2027” */
  heading = g_strdup_printf (C_("month", "%s %d"), name, g_date_get_year (&self->cursor));
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  for (guint i = 0; i < N_DAYS; i++)
    {
      show_day (self, i, day);
      g_date_add_days (&day, 1);
    }
}

/* Shows the month of a day without choosing it. */
static void
set_cursor (DovMonth    *self,
            const GDate *date)
{
  self->cursor = *date;
  show_month (self);
}

/* Moves by whole months and keeps the day where the month has it. */
static void
move_months (DovMonth *self,
             int       months)
{
  GDate day = self->cursor;

  if (months > 0)
    g_date_add_months (&day, months);
  else
    g_date_subtract_months (&day, -months);
  set_cursor (self, &day);
}

static void
move_days (DovMonth *self,
           int       days)
{
  GDate day = self->cursor;

  if (days > 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  set_cursor (self, &day);
}

static void
choose_cursor (DovMonth *self)
{
  GDate day = self->cursor;

  dov_month_set_chosen (self, &day);
  g_signal_emit (self, signals[CHOSEN], 0, &day);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovMonth              *self)
{
  int week = g_date_get_weekday (&self->cursor);
  int months = (modifiers & GDK_CONTROL_MASK) ? 12 : 1;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    move_days (self, -1);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    move_days (self, 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    move_days (self, -7);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    move_days (self, 7);
  else if (key == GDK_KEY_Home)
    move_days (self, 1 - week);
  else if (key == GDK_KEY_End)
    move_days (self, 7 - week);
  else if (key == GDK_KEY_Page_Up)
    move_months (self, -months);
  else if (key == GDK_KEY_Page_Down)
    move_months (self, months);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    choose_cursor (self);
  else
    return FALSE;

  return TRUE;
}

static void
previous_cb (GtkButton *button,
             DovMonth  *self)
{
  move_months (self, -1);
}

static void
next_cb (GtkButton *button,
         DovMonth  *self)
{
  move_months (self, 1);
}

static void
day_clicked_cb (GtkButton *button,
                DovMonth  *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  GDate day = dov_month_first_shown (g_date_get_year (&self->cursor), g_date_get_month (&self->cursor));

  g_date_add_days (&day, index);
  set_cursor (self, &day);
  choose_cursor (self);
}

GtkWidget *
dov_month_new (void)
{
  return g_object_new (DOV_TYPE_MONTH, NULL);
}

/**
 * dov_month_set_chosen:
 * @date: (nullable): the day that is marked and shown, %NULL for none
 *
 * Without a day the month of today is shown.
 */
void
dov_month_set_chosen (DovMonth    *self,
                      const GDate *date)
{
  g_return_if_fail (DOV_IS_MONTH (self));

  g_date_clear (&self->chosen, 1);
  self->cursor = dov_today ();
  if (date != NULL && g_date_valid (date))
    self->chosen = self->cursor = *date;
  show_month (self);
}

/**
 * dov_month_first_shown:
 *
 * Returns: the Monday on or before the first of the month
 */
GDate
dov_month_first_shown (GDateYear  year,
                       GDateMonth month)
{
  GDate first;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, month, year);
  if (g_date_get_weekday (&first) != G_DATE_MONDAY)
    g_date_subtract_days (&first, g_date_get_weekday (&first) - G_DATE_MONDAY);

  return first;
}

static gboolean
dov_month_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_MONTH (widget)->sheet);
}

static void
dov_month_dispose (GObject *object)
{
  DovMonth *self = DOV_MONTH (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (dov_month_parent_class)->dispose (object);
}

static void
dov_month_class_init (DovMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_month_dispose;
  widget_class->grab_focus = dov_month_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", DOV_TYPE_MONTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DATE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
arrow_new (DovMonth   *self,
           const char *icon,
           const char *words,
           const char *tooltip,
           GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  dov_name_widget (button, words);
  g_signal_connect (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
heading_new (DovMonth *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->heading = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (GTK_BOX (box), arrow_new (self, "go-previous-symbolic", _("Previous month"),
                                            _("Previous month (Page Up)"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), arrow_new (self, "go-next-symbolic", _("Next month"),
                                            _("Next month (Page Down)"), G_CALLBACK (next_cb)));

  return box;
}

/* The keyboard stands on the sheet, not on the days, so that Tab passes a
 * month in one step. */
static GtkWidget *
sheet_new (DovMonth *self)
{
  GtkWidget *sheet = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, "focusable", TRUE,
                                   "column-homogeneous", TRUE, "row-spacing", 1, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *label = gtk_label_new (dov_weekday_short (G_DATE_MONDAY + i));

      gtk_widget_add_css_class (label, "weekday");
      gtk_grid_attach (GTK_GRID (sheet), label, i, 0, 1, 1);
    }
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->days[i] = g_object_new (GTK_TYPE_BUTTON, "label", "", "focusable", FALSE, "focus-on-click", FALSE, NULL);
      g_object_set_data (G_OBJECT (self->days[i]), "index", GUINT_TO_POINTER (i));
      gtk_widget_add_css_class (self->days[i], "flat");
      gtk_widget_add_css_class (self->days[i], "date");
      g_signal_connect (self->days[i], "clicked", G_CALLBACK (day_clicked_cb), self);
      gtk_grid_attach (GTK_GRID (sheet), self->days[i], i % 7, 1 + i / 7, 1, 1);
    }
  dov_name_widget (sheet, _("Days"));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (sheet, keys);

  return sheet;
}

static void
dov_month_init (DovMonth *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), heading_new (self));
  self->sheet = sheet_new (self);
  gtk_box_append (GTK_BOX (self->box), self->sheet);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  dov_month_set_chosen (self, NULL);
}
