/* dov-month-view-sheet.c - the days of a month view and what stands in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-view-private.h"

#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-fold-columns.h"

/* Up to so many things are shown in two lines each, up to so many in one; of more the first ones. */
#define MOST_FULL 2
#define MOST_LINES 4

static void
item_clicked_cb (GtkButton    *button,
                 DovMonthView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  dov_month_view_emit_opened (self, *id);
}

static void
more_clicked_cb (GtkButton    *button,
                 DovMonthView *self)
{
  GDate *day = g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_BOX)), "day");

  dov_month_view_show_week_of (self, day);
}

static void
day_pressed_cb (GtkGestureClick *click,
                int              n_presses,
                double           x,
                double           y,
                DovMonthView    *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GDate day = *(GDate *) g_object_get_data (G_OBJECT (cell), "day");

  if (n_presses == 2)
    dov_month_view_emit_day_opened (self, &day);
  else
    dov_month_view_go_to (self, &day, 0);
}

static void
add_item (DovMonthView       *self,
          GtkWidget          *cell,
          const DovMonthItem *item,
          DovMonthRoom        room)
{
  GtkWidget *button = dov_month_item_make (item, room);
  gint64 *id = g_new (gint64, 1);

  *id = item->id;
  g_object_set_data_full (G_OBJECT (button), "id", id, g_free);
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (item_clicked_cb), self);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
add_items (DovMonthView *self,
           GtkWidget    *cell,
           guint         first,
           guint         n)
{
  DovMonthRoom room = self->is_week ? DOV_MONTH_ROOM_WEEK : n > MOST_FULL ? DOV_MONTH_ROOM_LINE :
                      n > 1 ? DOV_MONTH_ROOM_FULL : DOV_MONTH_ROOM_ALONE;
  guint shown = self->is_week || n <= MOST_LINES ? n : MOST_LINES - 1;

  for (guint i = 0; i < shown; i++)
    add_item (self, cell, g_ptr_array_index (self->items, first + i), room);
  if (shown < n)
    {
      /* Translators: under the first things in a day of the calendar: how many more there are */
      g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", n - shown), n - shown);
      GtkWidget *more = gtk_button_new_with_label (words);

      gtk_widget_add_css_class (more, "flat");
      gtk_widget_add_css_class (more, "more");
      gtk_widget_set_halign (more, GTK_ALIGN_START);
      gtk_widget_set_focusable (more, FALSE);
      gtk_widget_set_tooltip_text (more, _("Show the week of this day"));
      g_signal_connect (more, "clicked", G_CALLBACK (more_clicked_cb), self);
      gtk_box_append (GTK_BOX (cell), more);
    }
}

/* “Wednesday, 17 March 2027, today: 2”. */
static char *
dup_spoken (DovMonthView *self,
            const GDate  *day,
            guint         n)
{
  g_autofree char *words = dov_date_to_words (day);
  const char *mark = g_hash_table_lookup (self->marks, GUINT_TO_POINTER (g_date_get_julian (day)));
  GDate today = dov_today ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s", dov_weekday_name (g_date_get_weekday (day)), words);
  if (g_date_compare (day, &today) == 0)
    g_string_append_printf (text, ", %s", _("today"));
  if (mark != NULL)
    g_string_append_printf (text, ", %s", mark);
  g_string_append (text, ". ");
  if (n > 0)
    g_string_append_printf (text, ngettext ("%u line", "%u lines", n), n);
  else
    g_string_append (text, _("Nothing yet"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_number (DovMonthView *self,
             const GDate  *day)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_day (day));
  GtkWidget *label = gtk_label_new (number);
  const char *mark = g_hash_table_lookup (self->marks, GUINT_TO_POINTER (g_date_get_julian (day)));

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "number");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  if (mark != NULL)
    {
      GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", mark, "xalign", 0.0, "hexpand", TRUE,
                                       "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (words, "caption");
      gtk_widget_add_css_class (words, "dim-label");
      gtk_box_append (GTK_BOX (line), words);
    }

  return line;
}

static gboolean
is_other (DovMonthView *self,
          const GDate  *day)
{
  return !self->is_week && g_date_get_month (day) != g_date_get_month (&self->cursor);
}

static GtkWidget *
make_day (DovMonthView *self,
          const GDate  *day,
          guint         first,
          guint         n)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE,
                                  "vexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autofree char *spoken = dup_spoken (self, day, n);
  GDate today = dov_today ();
  gboolean is_marked = g_hash_table_contains (self->marks, GUINT_TO_POINTER (g_date_get_julian (day)));

  gtk_widget_add_css_class (cell, "day");
  if (g_date_get_weekday (day) >= G_DATE_SATURDAY || is_marked)
    gtk_widget_add_css_class (cell, "off");
  if (is_other (self, day))
    gtk_widget_add_css_class (cell, "other");
  if (g_date_compare (day, &today) == 0)
    gtk_widget_add_css_class (cell, "today");
  g_object_set_data_full (G_OBJECT (cell), "day", g_memdup2 (day, sizeof (GDate)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (click, "pressed", G_CALLBACK (day_pressed_cb), self);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));

  gtk_box_append (GTK_BOX (cell), make_number (self, day));
  add_items (self, cell, first, n);

  return cell;
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

/* Whole words where the columns are wide enough for them. */
static void
fill_weekdays (DovMonthView *self,
               const GDate  *first)
{
  gboolean is_short = gtk_widget_get_visible (self->side) || dov_text_scale () > 1.6;
  GDate day = *first;

  clear_grid (self->weekdays);
  for (int i = 0; i < 7; i++)
    {
      GDateWeekday weekday = g_date_get_weekday (&day);
      const char *name = is_short ? dov_weekday_short (weekday) : dov_weekday_name (weekday);
      GtkWidget *label;
      char capital[7] = "";
      g_autofree char *words = NULL;

      g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), capital);
      words = is_short ? g_strdup (name) : g_strconcat (capital, g_utf8_next_char (name), NULL);
      label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "hexpand", TRUE,
                            "ellipsize", PANGO_ELLIPSIZE_END, NULL);
      gtk_widget_add_css_class (label, "weekday");
      gtk_grid_attach (GTK_GRID (self->weekdays), label, i, 0, 1, 1);
      g_date_add_days (&day, 1);
    }
}

/**
 * dov_month_view_fill:
 *
 * Makes the days of the month or week anew, with the items that are in them.
 */
void
dov_month_view_fill (DovMonthView *self)
{
  GDate first, last, day;
  guint at = 0, index = 0;

  dov_month_view_get_span (self, &first, &last);
  fill_weekdays (self, &first);
  clear_grid (self->days);
  for (day = first; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    {
      guint n = 0;

      while (at < self->items->len && g_date_compare (&((DovMonthItem *) self->items->pdata[at])->day, &day) < 0)
        at++;
      while (at + n < self->items->len && g_date_compare (&((DovMonthItem *) self->items->pdata[at + n])->day, &day) == 0)
        n++;
      gtk_grid_attach (GTK_GRID (self->days), make_day (self, &day, at, n), (int) index % 7, (int) index / 7, 1, 1);
      at += n;
      index++;
    }
  dov_month_view_stand (self, FALSE);
}

/* The cell of a day, NULL when it is not shown. */
GtkWidget *
dov_month_view_find_day (DovMonthView *self,
                         const GDate  *day)
{
  GDate first, last;
  int index;

  dov_month_view_get_span (self, &first, &last);
  index = g_date_days_between (&first, day);
  if (index < 0 || g_date_compare (day, &last) > 0)
    return NULL;

  return gtk_grid_get_child_at (GTK_GRID (self->days), index % 7, index / 7);
}

/* The cell itself, then what can be pressed in it. */
GPtrArray *
dov_month_view_list_stops (GtkWidget *day)
{
  GPtrArray *stops = g_ptr_array_new ();

  g_ptr_array_add (stops, day);
  for (GtkWidget *child = gtk_widget_get_first_child (day); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      g_ptr_array_add (stops, child);

  return stops;
}
