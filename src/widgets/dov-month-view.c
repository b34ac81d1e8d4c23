/* dov-month-view.c - a month or a week with what is in its days, walked by keyboard, and what stands beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-view-private.h"

#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-capital.h"
#include "dov-fold-columns.h"
#include "dov-month.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

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

  return g_strdup_printf ("%d %s – %s", g_date_get_day (&first), dov_month_name_of (g_date_get_month (&first)), end);
}

static void
show_heading (DovMonthView *self)
{
  g_autofree char *words = dup_heading (self);
  g_autofree char *spoken = self->label != NULL ? g_strdup_printf ("%s, %s", self->label, words) : g_strdup (words);

  gtk_label_set_text (GTK_LABEL (self->heading), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
has_focus (DovMonthView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->days);
}

/* Shows other days; whoever fills the view hands over their items in the signal. */
static void
change_span (DovMonthView *self)
{
  gboolean had_focus = has_focus (self);

  show_heading (self);
  g_ptr_array_set_size (self->items, 0);
  g_signal_emit (self, signals[SPAN_CHANGED], 0);
  dov_month_view_fill (self);
  if (had_focus)
    dov_month_view_stand (self, TRUE);
}

/**
 * dov_month_view_go_to:
 * @stop: 0 for the day itself, else a thing in it, counted from 1
 *
 * Moves the keyboard, and shows another month when the day is not of this one.
 */
void
dov_month_view_go_to (DovMonthView *self,
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
  dov_month_view_stand (self, TRUE);
}

/* Earlier or later by months, in the week by weeks. */
void
dov_month_view_step (DovMonthView *self,
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
void
dov_month_view_show_week_of (DovMonthView *self,
                             const GDate  *day)
{
  self->cursor = *day;
  set_week (self, TRUE);
  dov_month_view_stand (self, TRUE);
}

void
dov_month_view_emit_opened (DovMonthView *self,
                            gint64        id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

void
dov_month_view_emit_day_opened (DovMonthView *self,
                                const GDate  *day)
{
  g_signal_emit (self, signals[DAY_OPENED], 0, day);
}

/* ---- callbacks ---- */

static void
back_cb (DovMonthView *self)
{
  dov_month_view_step (self, -1);
}

static void
on_cb (DovMonthView *self)
{
  dov_month_view_step (self, 1);
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
  dov_month_view_fill (self);
  if (had_focus)
    dov_month_view_stand (self, TRUE);
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
  dov_month_view_stand (self, TRUE);
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
  dov_month_view_fill (self);
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
  dov_wrap_box_append (DOV_WRAP_BOX (self->legend), sample);
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

static GtkWidget *
make_button (DovMonthView *self,
             const char   *icon,
             const char   *words,
             const char   *tip,
             GCallback     callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (words);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

/* The head breaks into two lines where it is narrow. */
static void
make_head (DovMonthView *self)
{
  GtkWidget *wrap = dov_wrap_box_new (8);
  GtkWidget *where = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *walk = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *how = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (walk, "linked");
  gtk_box_append (GTK_BOX (walk), make_button (self, "go-previous-symbolic", _("Earlier"), _("Earlier (Page Up)"),
                                               G_CALLBACK (back_cb)));
  gtk_box_append (GTK_BOX (walk), make_button (self, NULL, _("Today"), _("To this day (Home)"), G_CALLBACK (now_cb)));
  gtk_box_append (GTK_BOX (walk), make_button (self, "go-next-symbolic", _("Later"), _("Later (Page Down)"),
                                               G_CALLBACK (on_cb)));
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "margin-start", 6,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->heading, "title-2");
  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "margin-start", 6, "hexpand", TRUE,
                                "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->summary, "dim-label");
  gtk_widget_add_css_class (self->summary, "numeric");
  gtk_widget_set_hexpand (where, TRUE);
  gtk_box_append (GTK_BOX (where), walk);
  gtk_box_append (GTK_BOX (where), self->heading);
  gtk_box_append (GTK_BOX (where), self->summary);

  self->modes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->modes, "linked");
  gtk_widget_set_valign (self->modes, GTK_ALIGN_START);
  self->month_mode = gtk_toggle_button_new_with_label (C_("a view", "Month"));
  self->week_mode = gtk_toggle_button_new_with_label (C_("a view", "Week"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->week_mode), GTK_TOGGLE_BUTTON (self->month_mode));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->month_mode), TRUE);
  g_signal_connect (self->month_mode, "toggled", G_CALLBACK (mode_cb), self);
  g_signal_connect (self->week_mode, "toggled", G_CALLBACK (mode_cb), self);
  gtk_box_append (GTK_BOX (self->modes), self->month_mode);
  gtk_box_append (GTK_BOX (self->modes), self->week_mode);
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (how), self->modes);
  gtk_box_append (GTK_BOX (how), self->tools);

  dov_wrap_box_append (DOV_WRAP_BOX (wrap), where);
  dov_wrap_box_append (DOV_WRAP_BOX (wrap), how);
  adw_bin_set_child (self->head, wrap);
}

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
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, head);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, weekdays);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, days);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, side);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, legend_place);
  gtk_widget_class_bind_template_child (widget_class, DovMonthView, note);
}

static void
dov_month_view_init (DovMonthView *self)
{
  self->cursor = dov_today ();
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  gtk_widget_init_template (GTK_WIDGET (self));
  make_head (self);
  self->legend = dov_wrap_box_new (12);
  adw_bin_set_child (self->legend_place, self->legend);
  dov_month_view_add_keys (self);
  show_heading (self);
  dov_month_view_fill (self);
}
