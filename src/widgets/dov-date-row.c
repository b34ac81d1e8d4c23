/* dov-date-row.c - a date or a moment: typed first, a calendar second */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-date-row.h"

#include "dov-label.h"
#include "dov-month.h"

#include <glib/gi18n.h>

struct _DovDateRow
{
  DovTextRow     parent_instance;

  gboolean       shows_age;
  GDateTime     *near;        /* a time alone is understood as the nearest to this; NULL: it is refused */
  GtkWidget     *beside;      /* the weekday, or how old one born then is */
  GtkWidget     *button;
  GtkWidget     *popover;
  GtkWidget     *month;
};

G_DEFINE_FINAL_TYPE (DovDateRow, dov_date_row, DOV_TYPE_TEXT_ROW)

/* The day in the draft; FALSE while there is none. */
static gboolean
get_day (DovDateRow *self,
         GDate      *day,
         DovTime    *time)
{
  DovFieldRow *row = DOV_FIELD_ROW (self);
  g_auto (GValue) value = G_VALUE_INIT;

  *time = DOV_NO_TIME;
  dov_record_get_value (dov_field_row_get_draft (row), dov_field_row_get_field (row), &value);
  if (g_value_get_boxed (&value) == NULL)
    return FALSE;

  if (G_VALUE_HOLDS (&value, G_TYPE_DATE))
    *day = *(GDate *) g_value_get_boxed (&value);
  else
    {
      *day = dov_moment_get_date (g_value_get_boxed (&value));
      *time = dov_moment_get_time (g_value_get_boxed (&value));
    }

  return TRUE;
}

/* A moment keeps its time when its day changes. */
static void
set_day (DovDateRow  *self,
         const GDate *day)
{
  DovFieldRow *row = DOV_FIELD_ROW (self);
  const DovField *field = dov_field_row_get_field (row);
  DovRecord *draft = dov_field_row_get_draft (row);
  GDate before;
  DovTime time = DOV_NO_TIME;

  get_day (self, &before, &time);
  if (field->kind == DOV_KIND_DATE)
    dov_record_set_date (draft, field->name, day);
  else
    {
      g_autoptr (GDateTime) moment = dov_moment_new (day, time == DOV_NO_TIME ? 0 : time);

      dov_record_set_moment (draft, field->name, moment);
    }

  dov_field_row_show (row);
  dov_field_row_set_error (row, NULL);
  dov_field_row_edited (row);
}

static void
show_beside (DovDateRow *self)
{
  g_autofree char *words = NULL;
  GDate day, today = dov_today ();
  DovTime time = DOV_NO_TIME;

  if (!get_day (self, &day, &time) || dov_field_row_is_unclear (DOV_FIELD_ROW (self)))
    words = NULL;
  else if (!self->shows_age)
    words = g_strdup (dov_weekday_short (g_date_get_weekday (&day)));
  else if (g_date_compare (&day, &today) <= 0)
    {
      int age = dov_age_on (&day, &today);

      words = g_strdup_printf (ngettext ("%d year old", "%d years old", age), age);
    }
  gtk_label_set_label (GTK_LABEL (self->beside), words ? words : "");
}

static void
step_days (DovDateRow *self,
           int         days)
{
  GDate day = dov_today ();
  DovTime time = DOV_NO_TIME;

  dov_field_row_read (DOV_FIELD_ROW (self));
  if (dov_field_row_is_unclear (DOV_FIELD_ROW (self)))
    return;

  /* From an empty field the first step is today itself. */
  if (get_day (self, &day, &time))
    {
      if (days > 0)
        g_date_add_days (&day, days);
      else
        g_date_subtract_days (&day, -days);
    }
  set_day (self, &day);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovDateRow            *self)
{
  /* In the calendar the keys are its own. */
  if (!gtk_widget_has_focus (GTK_WIDGET (dov_text_row_get_entry (DOV_TEXT_ROW (self)))))
    return FALSE;

  if ((modifiers & GDK_ALT_MASK) && key == GDK_KEY_Down)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  else if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step_days (self, 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step_days (self, -1);
  else
    return FALSE;

  return TRUE;
}

static void
opened_cb (DovDateRow *self)
{
  GDate day;
  DovTime time = DOV_NO_TIME;

  dov_field_row_read (DOV_FIELD_ROW (self));
  dov_month_set_chosen (DOV_MONTH (self->month), get_day (self, &day, &time) ? &day : NULL);
  gtk_widget_grab_focus (self->month);
}

static void
chosen_cb (DovMonth   *month,
           GDate      *day,
           DovDateRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  set_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * dov_date_row_set_shows_age:
 *
 * Shows how old one born on that day is, instead of the weekday.
 */
void
dov_date_row_set_shows_age (DovDateRow *self,
                            gboolean    shows_age)
{
  g_return_if_fail (DOV_IS_DATE_ROW (self));

  self->shows_age = shows_age;
  show_beside (self);
}

/**
 * dov_date_row_set_near:
 * @near: (nullable): a moment
 *
 * Lets a time be typed alone: the day is the one that brings it nearest to
 * @near, also over midnight.
 */
void
dov_date_row_set_near (DovDateRow *self,
                       GDateTime  *near)
{
  g_return_if_fail (DOV_IS_DATE_ROW (self));

  g_clear_pointer (&self->near, g_date_time_unref);
  self->near = near != NULL ? g_date_time_ref (near) : NULL;
}

/**
 * dov_date_row_get_month:
 *
 * Returns: (transfer none): the month in the popover
 */
GtkWidget *
dov_date_row_get_month (DovDateRow *self)
{
  return self->month;
}

static void
dov_date_row_build (DovFieldRow *row)
{
  DovDateRow *self = DOV_DATE_ROW (row);
  GtkEventController *keys = gtk_event_controller_key_new ();

  DOV_FIELD_ROW_CLASS (dov_date_row_parent_class)->build (row);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  dov_field_row_add_suffix (row, self->beside);
  dov_field_row_add_suffix (row, self->button);
  g_signal_connect (self, "edited", G_CALLBACK (show_beside), NULL);
  g_signal_connect (self, "left", G_CALLBACK (show_beside), NULL);
}

static void
dov_date_row_show (DovFieldRow *row)
{
  DOV_FIELD_ROW_CLASS (dov_date_row_parent_class)->show (row);
  show_beside (DOV_DATE_ROW (row));
}

/* «1630» for an end is on the day of the start: things seldom last till tomorrow. */
static gboolean
read_end (DovFieldRow *row)
{
  DovRecord *draft = dov_field_row_get_draft (row);
  const DovField *field = dov_field_row_get_field (row);
  g_auto (GValue) start = G_VALUE_INIT;
  g_autoptr (GDateTime) end = NULL;
  GDate day;
  DovTime time = DOV_NO_TIME;

  if (field->kind != DOV_KIND_MOMENT || field->after == NULL
      || !dov_time_from_typed (dov_text_row_get_text (DOV_TEXT_ROW (row)), &time, NULL) || time == DOV_NO_TIME)
    return FALSE;

  dov_record_get_value (draft, dov_record_find_field (draft, field->after), &start);
  if (g_value_get_boxed (&start) == NULL)
    return FALSE;
  day = dov_moment_get_date (g_value_get_boxed (&start));
  end = dov_moment_new (&day, time);
  dov_record_set_moment (draft, field->name, end);

  return TRUE;
}

/* «2220» in the account of a walk is of that evening, «0015» of the night that follows. */
static gboolean
read_near (DovFieldRow *row)
{
  DovDateRow *self = DOV_DATE_ROW (row);
  const DovField *field = dov_field_row_get_field (row);
  g_autoptr (GDateTime) nearest = NULL;
  DovTime time = DOV_NO_TIME;

  if (self->near == NULL || field->kind != DOV_KIND_MOMENT
      || !dov_time_from_typed (dov_text_row_get_text (DOV_TEXT_ROW (row)), &time, NULL) || time == DOV_NO_TIME)
    return FALSE;

  for (int days = -1; days <= 1; days++)
    {
      g_autoptr (GDateTime) around = g_date_time_add_days (self->near, days);
      GDate day = dov_moment_get_date (around);
      g_autoptr (GDateTime) moment = dov_moment_new (&day, time);

      if (nearest == NULL || ABS (g_date_time_difference (moment, self->near)) <
                             ABS (g_date_time_difference (nearest, self->near)))
        {
          g_clear_pointer (&nearest, g_date_time_unref);
          nearest = g_steal_pointer (&moment);
        }
    }
  dov_record_set_moment (dov_field_row_get_draft (row), field->name, nearest);

  return TRUE;
}

static gboolean
dov_date_row_read (DovFieldRow *row,
                   GError     **error)
{
  gboolean understood = read_near (row) || read_end (row) || DOV_FIELD_ROW_CLASS (dov_date_row_parent_class)->read (row, error);

  show_beside (DOV_DATE_ROW (row));

  return understood;
}

static void
dov_date_row_finalize (GObject *object)
{
  g_clear_pointer (&DOV_DATE_ROW (object)->near, g_date_time_unref);

  G_OBJECT_CLASS (dov_date_row_parent_class)->finalize (object);
}

static void
dov_date_row_class_init (DovDateRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_date_row_finalize;
  row_class->build = dov_date_row_build;
  row_class->show = dov_date_row_show;
  row_class->read = dov_date_row_read;
}

static GtkWidget *
picker_new (DovDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 34,
                                  "margin-start", 4, "margin-end", 4, NULL);

  /* Translators: forms in which a date may be typed; the words must be understood by the program */
  gtk_label_set_label (GTK_LABEL (hint), _("You can type: 1.9 · 010926 · yesterday · +7"));
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  self->month = dov_month_new ();
  g_signal_connect (self->month, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), self->month);
  gtk_box_append (GTK_BOX (box), hint);

  return box;
}

static void
dov_date_row_init (DovDateRow *self)
{
  self->beside = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->beside, "dim-label");
  gtk_widget_add_css_class (self->beside, "numeric");

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), picker_new (self));
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (opened_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  /* Beside the field, never over its error. */
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_RIGHT);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose a day (Alt+↓)"));
  dov_name_widget (self->button, _("Choose a day"));
  gtk_widget_add_css_class (self->button, "flat");
  /* Tab goes from field to field; the calendar opens with Alt+↓. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (self->button), FALSE);
}
