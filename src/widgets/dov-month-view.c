/* dov-month-view.c - a month or a week with what is in its days, walked by keyboard, and what stands beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-capital.h"
#include "dov-fold-columns.h"
#include "dov-label.h"
#include "dov-month.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

/* Up to so many things are shown in two lines each, up to so many in one; of more the first ones. */
#define MOST_FULL 2
#define MOST_LINES 4

/* In larger letters the legend is looked through with the days: it would leave a low window no room for them. */
#define LARGE_TEXT 1.6

struct _DovMonthView
{
  GtkBox      parent_instance;

  char       *label;
  GDate       cursor;       /* the day the keyboard stands on; its month or week is shown */
  guint       stop;         /* 0: on the day itself, then the things in it */
  gboolean    is_week;
  GPtrArray  *items;        /* DovMonthItem, in the order of their days and times */
  GHashTable *marks;        /* the julian number of a day: words beside its number */

  GtkWidget  *heading;
  GtkWidget  *summary;
  GtkWidget  *modes;
  GtkWidget  *month_mode;
  GtkWidget  *week_mode;
  GtkWidget  *tools;
  GtkWidget  *weekdays;
  GtkWidget  *days;
  GtkWidget  *side;
  GtkBox     *inside;       /* what is looked through */
  GtkWidget  *foot;         /* the legend and the note, below the days or with them */
  DovWrapBox *legend;
  GtkWidget  *note;
};

G_DEFINE_FINAL_TYPE (DovMonthView, dov_month_view, GTK_TYPE_BOX)

enum { PROP_WEEK = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SPAN_CHANGED, OPENED, DAY_OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- the span ---- */

/**
 * dov_month_view_get_span:
 * @first: (out caller-allocates): a Monday
 * @last: (out caller-allocates): a Sunday
 *
 * Tells which days are shown: of a month the days before and after it too,
 * that fill its first and last week.
 */
void
dov_month_view_get_span (DovMonthView *self,
                         GDate        *first,
                         GDate        *last)
{
  if (self->is_week)
    {
      *first = self->cursor;
      g_date_subtract_days (first, g_date_get_weekday (first) - G_DATE_MONDAY);
      *last = *first;
      g_date_add_days (last, 6);
      return;
    }

  *first = dov_month_first_shown (g_date_get_year (&self->cursor), g_date_get_month (&self->cursor));
  g_date_clear (last, 1);
  g_date_set_dmy (last, g_date_get_days_in_month (g_date_get_month (&self->cursor), g_date_get_year (&self->cursor)),
                  g_date_get_month (&self->cursor), g_date_get_year (&self->cursor));
  g_date_add_days (last, G_DATE_SUNDAY - g_date_get_weekday (last));
}

/* “March 2027”, or “15–21 March 2027”, or “29 March – 4 April 2027”. */
static char *
dup_heading (DovMonthView *self)
{
  GDate first, last;
  g_autofree char *month = dov_capitalise (dov_month_name (g_date_get_month (&self->cursor)));
  g_autofree char *end = NULL;

  if (!self->is_week)
    return g_strdup_printf (C_("month", "%s %d"), month, g_date_get_year (&self->cursor));

  dov_month_view_get_span (self, &first, &last);
  end = dov_date_to_words (&last);
  if (g_date_get_month (&first) == g_date_get_month (&last))
    return g_strdup_printf ("%d–%s", g_date_get_day (&first), end);

  return g_strdup_printf ("%d\u00a0%s – %s", g_date_get_day (&first), dov_month_name_of (g_date_get_month (&first)), end);
}

static void
show_heading (DovMonthView *self)
{
  g_autofree char *words = dup_heading (self);
  g_autofree char *spoken = self->label != NULL ? g_strdup_printf ("%s, %s", self->label, words) : g_strdup (words);

  gtk_label_set_text (GTK_LABEL (self->heading), words);
  dov_name_widget (self->days, spoken);
}

static gboolean
has_focus (DovMonthView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->days);
}

/* ---- where the keyboard stands ---- */

/* The cell of a day, NULL when it is not shown. */
static GtkWidget *
find_day (DovMonthView *self,
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
static GPtrArray *
list_stops (GtkWidget *day)
{
  GPtrArray *stops = g_ptr_array_new ();

  g_ptr_array_add (stops, day);
  for (GtkWidget *child = gtk_widget_get_first_child (day); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      g_ptr_array_add (stops, child);

  return stops;
}

/* Of everything in the sheet one thing at a time can have the keyboard, so
 * that Tab comes in at it and leaves at once. */
static void
stand (DovMonthView *self,
       gboolean      takes_focus)
{
  GtkWidget *cell = find_day (self, &self->cursor);
  g_autoptr (GPtrArray) stops = cell != NULL ? list_stops (cell) : NULL;
  GtkWidget *stop;

  if (stops == NULL)
    return;

  self->stop = MIN (self->stop, stops->len - 1);
  stop = g_ptr_array_index (stops, self->stop);
  gtk_widget_set_focusable (stop, TRUE);
  if (takes_focus)
    gtk_widget_grab_focus (stop);
  for (GtkWidget *day = gtk_widget_get_first_child (self->days); day != NULL; day = gtk_widget_get_next_sibling (day))
    {
      g_autoptr (GPtrArray) others = list_stops (day);

      gtk_accessible_update_state (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_STATE_SELECTED, day == cell, -1);
      for (guint i = 0; i < others->len; i++)
        if (g_ptr_array_index (others, i) != stop)
          gtk_widget_set_focusable (g_ptr_array_index (others, i), FALSE);
    }
}

/* ---- moving ---- */

static void fill (DovMonthView *self);

/* Shows other days; whoever fills the view hands over their items in the signal. */
static void
change_span (DovMonthView *self)
{
  gboolean had_focus = has_focus (self);

  show_heading (self);
  g_ptr_array_set_size (self->items, 0);
  g_signal_emit (self, signals[SPAN_CHANGED], 0);
  fill (self);
  if (had_focus)
    stand (self, TRUE);
}

/* Moves the keyboard, to the day itself or, from 1 on, a thing in it; shows another month when the day is not of
 * this one. */
static void
go_to (DovMonthView *self,
       const GDate  *day,
       guint         stop)
{
  GDate first, last, new_first, new_last;

  dov_month_view_get_span (self, &first, &last);
  self->cursor = *day;
  self->stop = stop;
  dov_month_view_get_span (self, &new_first, &new_last);
  if (g_date_compare (&first, &new_first) != 0 || g_date_compare (&last, &new_last) != 0)
    change_span (self);
  stand (self, TRUE);
}

/* Earlier or later by months, in the week by weeks. */
static void
step (DovMonthView *self,
      int           steps)
{
  GDate day = self->cursor;

  if (self->is_week && steps > 0)
    g_date_add_days (&day, (guint) (7 * steps));
  else if (self->is_week)
    g_date_subtract_days (&day, (guint) (-7 * steps));
  else if (steps > 0)
    g_date_add_months (&day, (guint) steps);
  else
    g_date_subtract_months (&day, (guint) -steps);
  self->stop = 0;
  dov_month_view_set_day (self, &day);
}

static void
set_week (DovMonthView *self,
          gboolean      is_week)
{
  if (self->is_week == is_week)
    return;

  self->is_week = is_week;
  self->stop = 0;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (is_week ? self->week_mode : self->month_mode), TRUE);
  change_span (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEK]);
}

/* The week of a day that has more in it than a month can show. */
static void
show_week_of (DovMonthView *self,
              const GDate  *day)
{
  self->cursor = *day;
  set_week (self, TRUE);
  stand (self, TRUE);
}

/* ---- the sheet ---- */

static void
item_clicked_cb (GtkButton    *button,
                 DovMonthView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  g_signal_emit (self, signals[OPENED], 0, *id);
}

static void
more_clicked_cb (GtkButton    *button,
                 DovMonthView *self)
{
  GDate *day = g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_BOX)), "day");

  show_week_of (self, day);
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
    g_signal_emit (self, signals[DAY_OPENED], 0, &day);
  else
    go_to (self, &day, 0);
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
      GtkWidget *words = gtk_label_new (mark);
      /* All of the word, or the colour of the day alone. */
      AdwSqueezer *squeezer = ADW_SQUEEZER (g_object_new (ADW_TYPE_SQUEEZER, "homogeneous", FALSE, "allow-none", TRUE,
                                                          "xalign", 0.0f, "hexpand", TRUE, NULL));

      gtk_widget_add_css_class (words, "caption");
      gtk_widget_add_css_class (words, "dim-label");
      adw_squeezer_add (squeezer, words);
      gtk_box_append (GTK_BOX (line), GTK_WIDGET (squeezer));
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
  dov_name_widget (cell, spoken);
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

/* Makes the days of the month or week anew, with the items that are in them. */
static void
fill (DovMonthView *self)
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
  stand (self, FALSE);
}

/* ---- keys ---- */

static guint
count_stops (DovMonthView *self)
{
  GtkWidget *cell = find_day (self, &self->cursor);
  g_autoptr (GPtrArray) stops = cell != NULL ? list_stops (cell) : NULL;

  return stops != NULL ? stops->len : 1;
}

static void
walk (DovMonthView *self,
      int           days,
      guint         stop)
{
  GDate day = self->cursor;

  if (days > 0)
    g_date_add_days (&day, (guint) days);
  else
    g_date_subtract_days (&day, (guint) -days);
  go_to (self, &day, stop);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovMonthView          *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GDate today = dov_today ();

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    walk (self, is_rtl ? 1 : -1, self->stop);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    walk (self, is_rtl ? -1 : 1, self->stop);
  else if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && self->stop + 1 < count_stops (self))
    walk (self, 0, self->stop + 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    walk (self, 7, 0);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && self->stop > 0)
    walk (self, 0, self->stop - 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    walk (self, -7, G_MAXUINT);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    go_to (self, &today, 0);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    step (self, -1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    step (self, 1);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) && self->stop == 0)
    g_signal_emit (self, signals[DAY_OPENED], 0, &self->cursor);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
add_keys (DovMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->days, keys);
}

/* ---- callbacks ---- */

static void
earlier_cb (DovMonthView *self)
{
  step (self, -1);
}

static void
later_cb (DovMonthView *self)
{
  step (self, 1);
}

static void
now_cb (DovMonthView *self)
{
  GDate today = dov_today ();

  self->stop = 0;
  dov_month_view_set_day (self, &today);
}

static void
mode_cb (GtkToggleButton *button,
         DovMonthView    *self)
{
  if (gtk_toggle_button_get_active (button))
    set_week (self, GTK_WIDGET (button) == self->week_mode);
}

/* ---- public ---- */

/**
 * dov_month_view_new:
 * @label: what the calendar is of, for those who cannot see it
 *
 * Returns: (transfer floating): the month of today, with nothing in it yet
 */
GtkWidget *
dov_month_view_new (const char *label)
{
  DovMonthView *self = g_object_new (DOV_TYPE_MONTH_VIEW, NULL);

  self->label = g_strdup (label);
  show_heading (self);

  return GTK_WIDGET (self);
}

GDate
dov_month_view_get_day (DovMonthView *self)
{
  return self->cursor;
}

/**
 * dov_month_view_set_day:
 *
 * Shows the month or week of @day. The keyboard stays where it is, unless it
 * was in the days.
 */
void
dov_month_view_set_day (DovMonthView *self,
                        const GDate  *day)
{
  g_return_if_fail (DOV_IS_MONTH_VIEW (self));

  self->cursor = *day;
  change_span (self);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const DovMonthItem *left = *(DovMonthItem * const *) a;
  const DovMonthItem *right = *(DovMonthItem * const *) b;
  int order = g_date_compare (&left->day, &right->day);

  return order != 0 ? order : g_strcmp0 (left->time, right->time);
}

/**
 * dov_month_view_take_items:
 * @items: (element-type DovMonthItem) (transfer full): what is in the days shown
 *
 * Shows these things, each in its day and by its time. The keyboard stays on
 * the day where it was.
 */
void
dov_month_view_take_items (DovMonthView *self,
                           GPtrArray    *items)
{
  gboolean had_focus = has_focus (self);

  g_return_if_fail (DOV_IS_MONTH_VIEW (self));

  g_ptr_array_unref (self->items);
  self->items = items;
  g_ptr_array_sort (self->items, compare_items);
  fill (self);
  if (had_focus)
    stand (self, TRUE);
}

/**
 * dov_month_view_mark_day:
 * @words: (nullable): shown small beside the number of the day, such as “holiday”
 *
 * Marks a day on which nobody works. Shown with the next items.
 */
void
dov_month_view_mark_day (DovMonthView *self,
                         const GDate  *day,
                         const char   *words)
{
  gpointer key = GUINT_TO_POINTER (g_date_get_julian (day));

  if (words != NULL)
    g_hash_table_insert (self->marks, key, g_strdup (words));
  else
    g_hash_table_remove (self->marks, key);
}

/**
 * dov_month_view_focus:
 *
 * Puts the keyboard on the day where it was last, at first on today.
 */
void
dov_month_view_focus (DovMonthView *self)
{
  stand (self, TRUE);
}

/**
 * dov_month_view_set_summary:
 * @words: grey, beside the month: “19 events, 8 held”
 */
void
dov_month_view_set_summary (DovMonthView *self,
                            const char   *words)
{
  gtk_label_set_text (GTK_LABEL (self->summary), words);
}

/**
 * dov_month_view_add_mode:
 * @label: of another way to see the same, such as “List”
 *
 * Returns: (transfer none): a button beside Month and Week; it stays unpressed
 */
GtkWidget *
dov_month_view_add_mode (DovMonthView *self,
                         const char   *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_box_append (GTK_BOX (self->modes), button);

  return button;
}

/* The box at the right of the head, for buttons. */
GtkBox *
dov_month_view_get_tools (DovMonthView *self)
{
  return GTK_BOX (self->tools);
}

/* The column beside the days, for what must be looked at. It is hidden until it is shown. */
GtkBox *
dov_month_view_get_side (DovMonthView *self)
{
  return GTK_BOX (self->side);
}

void
dov_month_view_show_side (DovMonthView *self,
                          gboolean      is_shown)
{
  if (gtk_widget_get_visible (self->side) == is_shown)
    return;

  gtk_widget_set_visible (self->side, is_shown);
  fill (self);
}

/**
 * dov_month_view_add_legend:
 * @words: what the look means
 */
void
dov_month_view_add_legend (DovMonthView *self,
                           DovMonthLook  look,
                           const char   *words)
{
  GtkWidget *sample = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  if (dov_month_look_get_icon (look) != NULL)
    gtk_box_append (GTK_BOX (sample), g_object_new (GTK_TYPE_IMAGE, "icon-name", dov_month_look_get_icon (look),
                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (sample), gtk_label_new (words));
  gtk_widget_add_css_class (sample, "sample");
  dov_month_item_add_look (sample, look);
  dov_wrap_box_append (self->legend, sample);
}

/**
 * dov_month_view_set_note:
 * @words: small, at the right under the days
 */
void
dov_month_view_set_note (DovMonthView *self,
                         const char   *words)
{
  gtk_label_set_text (GTK_LABEL (self->note), words);
  gtk_widget_set_visible (self->note, *words != '\0');
}

/* ---- making ---- */

static void
dov_month_view_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_boolean (value, DOV_MONTH_VIEW (object)->is_week);
}

static void
dov_month_view_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_week (DOV_MONTH_VIEW (object), g_value_get_boolean (value));
}

static void
dov_month_view_finalize (GObject *object)
{
  DovMonthView *self = DOV_MONTH_VIEW (object);

  g_free (self->label);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->marks);

  G_OBJECT_CLASS (dov_month_view_parent_class)->finalize (object);
}

static void
dov_month_view_class_init (DovMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dov_month_view_get_property;
  object_class->set_property = dov_month_view_set_property;
  object_class->finalize = dov_month_view_finalize;
  properties[PROP_WEEK] = g_param_spec_boolean ("week", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SPAN_CHANGED] = g_signal_new ("span-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[DAY_OPENED] = g_signal_new ("day-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE);

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, heading);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, summary);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, modes);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, month_mode);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, week_mode);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, tools);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, weekdays);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, days);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, side);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, inside);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, foot);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, legend);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, note);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
place_foot (DovMonthView *self)
{
  GtkBox *box = dov_text_scale () > LARGE_TEXT ? self->inside : GTK_BOX (self);
  GtkWidget *now = gtk_widget_get_parent (self->foot);

  if (now == GTK_WIDGET (box))
    return;
  g_object_ref (self->foot);
  gtk_box_remove (GTK_BOX (now), self->foot);
  gtk_box_append (box, self->foot);
  g_object_unref (self->foot);
}

static void
dov_month_view_init (DovMonthView *self)
{
  self->cursor = dov_today ();
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  gtk_widget_init_template (GTK_WIDGET (self));
  place_foot (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (place_foot), self,
                           G_CONNECT_SWAPPED);
  add_keys (self);
  show_heading (self);
  fill (self);
}
