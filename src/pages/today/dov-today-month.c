/* dov-today-month.c - how the month goes: figures that open, attendance by month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-private.h"

#include <glib/gi18n.h>

#include "dov-bar-chart.h"
#include "dov-figure.h"
#include "dov-figures.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-widgets.h"

#define N_MONTHS 6
/* Behind them stands this month of last year. */
#define LAST_YEAR N_MONTHS

#define DOV_TYPE_TODAY_MONTH (dov_today_month_get_type ())
G_DECLARE_FINAL_TYPE (DovTodayMonth, dov_today_month, DOV, TODAY_MONTH, GtkBox)

struct _DovTodayMonth
{
  GtkBox       parent_instance;

  DovStore    *store;
  gint64       lounge;
  GDate        firsts[N_MONTHS + 1];
  GDate        lasts[N_MONTHS + 1];

  GtkLabel    *title;
  GtkGrid     *figures;
  GtkGrid     *against;
  DovBarChart *bars;
  GtkLabel    *unfinished;
};

G_DEFINE_FINAL_TYPE (DovTodayMonth, dov_today_month, GTK_TYPE_BOX)

typedef struct
{
  DovTodayMonth *month;
  DovFigureKind  kind;
  guint          position;
  char          *title;
} Door;

static void
door_free (Door *door)
{
  g_free (door->title);
  g_free (door);
}

static void
open_door (Door *door)
{
  DovTodayMonth *self = door->month;
  g_autoptr (GArray) ids = NULL;

  dov_figures_count (self->store, door->kind, self->lounge, &self->firsts[door->position],
                     &self->lasts[door->position], &ids);
  dov_go_ids (self, dov_figures_get_type (door->kind),
                                                     door->title, ids);
}

static void
door_clicked_cb (GtkWidget *widget,
                 Door      *door)
{
  open_door (door);
}

static gint64
count (DovTodayMonth *self,
       DovFigureKind  kind,
       guint          position)
{
  return dov_figures_count (self->store, kind, self->lounge, &self->firsts[position], &self->lasts[position], NULL);
}

static void
add_figure (DovTodayMonth *self,
            guint          place,
            DovFigureKind  kind,
            gint64         value,
            const char    *caption,
            const char    *title)
{
  g_autofree char *number = dov_number_to_shown (value);
  GtkWidget *figure = dov_figure_new (number, caption);
  Door *door = g_new0 (Door, 1);

  door->month = self;
  door->kind = kind;
  door->position = N_MONTHS - 1;
  door->title = g_strdup (title);
  g_signal_connect_data (figure, "clicked", G_CALLBACK (door_clicked_cb), door, (GClosureNotify) G_CALLBACK (door_free), 0);
  gtk_grid_attach (self->figures, figure, place % 2, place / 2, 1, 1);
}

static char *
dup_month_of (const GDate *day)
{
  g_autofree char *month = dov_today_dup_capital (dov_month_name (g_date_get_month (day)));

  /* Translators: %1$s is a month, %2$d a year: “March 2027” */
  return g_strdup_printf (_("%1$s %2$d"), month, g_date_get_year (day));
}

static void
show_figures (DovTodayMonth *self)
{
  const GDate *first = &self->firsts[N_MONTHS - 1];
  gint64 events = count (self, DOV_FIGURE_EVENTS, N_MONTHS - 1);
  gint64 visits = count (self, DOV_FIGURE_VISITS, N_MONTHS - 1);
  gint64 named = count (self, DOV_FIGURE_NAMED, N_MONTHS - 1);
  gint64 families = count (self, DOV_FIGURE_FAMILIES, N_MONTHS - 1);
  gint64 children = count (self, DOV_FIGURE_CHILDREN, N_MONTHS - 1);
  g_autofree char *month = dup_month_of (first);
  g_autofree char *held = g_strdup_printf (_("Held: %s"), month);
  g_autofree char *named_number = dov_number_to_shown (named);
  /* Translators: under the number of visits; %s of them were written down by name */
  g_autofree char *by_name = g_strdup_printf (ngettext ("visit, %s of them by name", "visits, %s of them by name", visits),
                                              named_number);

  add_figure (self, 0, DOV_FIGURE_FAMILIES, families,
              ngettext ("family on support", "families on support", families), _("Families on support"));
  add_figure (self, 1, DOV_FIGURE_CHILDREN, children,
              ngettext ("child in these families", "children in these families", children),
              _("Children of the families on support"));
  add_figure (self, 2, DOV_FIGURE_EVENTS, events, ngettext ("event held", "events held", events), held);
  add_figure (self, 3, DOV_FIGURE_VISITS, visits, by_name, held);
}

static void
add_words (DovTodayMonth *self,
           const char    *words,
           int            column,
           int            row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", column == 0 ? 0.0f : 1.0f,
                                   "hexpand", column == 0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->against, label, column, row, 1, 1);
}

/* A number that opens the very events it counts. */
static void
add_link (DovTodayMonth *self,
          DovFigureKind  kind,
          guint          position,
          const char    *row_words,
          int            column,
          int            row)
{
  g_autofree char *number = dov_number_to_shown (count (self, kind, position));
  g_autofree char *month = dup_month_of (&self->firsts[position]);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", row_words, month, number);
  GtkWidget *button = gtk_button_new_with_label (number);
  Door *door = g_new0 (Door, 1);

  door->month = self;
  door->kind = kind;
  door->position = position;
  door->title = g_strdup_printf (_("Held: %s"), month);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  dov_name_widget (button, spoken);
  g_signal_connect_data (button, "clicked", G_CALLBACK (door_clicked_cb), door, (GClosureNotify) G_CALLBACK (door_free), 0);
  gtk_grid_attach (self->against, button, column, row, 1, 1);
}

/* This month until today beside the whole month before and the same month a year ago. */
static void
show_against (DovTodayMonth *self)
{
  static const struct
  {
    DovFigureKind kind;
    const char   *words;
  } rows[] = { { DOV_FIGURE_EVENTS, N_("Events") }, { DOV_FIGURE_VISITS, N_("Visits") } };
  const guint positions[] = { N_MONTHS - 1, N_MONTHS - 2, LAST_YEAR };

  for (guint p = 0; p < G_N_ELEMENTS (positions); p++)
    {
      const GDate *first = &self->firsts[positions[p]];
      const char *name = dov_month_name (g_date_get_month (first));
      g_autofree char *with_year = g_strdup_printf ("%s %d", name, g_date_get_year (first));

      add_words (self, p == 2 ? with_year : name, (int) p + 1, 0);
      for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
        add_link (self, rows[r].kind, positions[p], _(rows[r].words), (int) p + 1, (int) r + 1);
    }
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    add_words (self, _(rows[r].words), 0, (int) r + 1);
}

static void
show_bars (DovTodayMonth *self)
{
  DovBar bars[N_MONTHS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      const char *name = dov_month_name (g_date_get_month (&self->firsts[i]));
      char *abbreviated = g_utf8_substring (name, 0, MIN (3, g_utf8_strlen (name, -1)));
      g_autofree char *lower = g_utf8_strdown (abbreviated, -1);
      gint64 whole = count (self, DOV_FIGURE_VISITS, i);
      gint64 part = MIN (whole, count (self, DOV_FIGURE_NAMED, i));
      g_autofree char *whole_number = dov_number_to_shown (whole);
      g_autofree char *part_number = dov_number_to_shown (part);
      /* Translators: one bar of the chart: month, visits, of them by name */
      g_autofree char *capital = dov_today_dup_capital (name);
      char *words = g_strdup_printf (_("%1$s: %2$s, by name %3$s"), capital, whole_number, part_number);

      g_free (abbreviated);
      g_ptr_array_add (texts, words);
      g_ptr_array_add (texts, g_steal_pointer (&lower));
      bars[i] = (DovBar) { texts->pdata[texts->len - 1], words, whole, part, i == N_MONTHS - 1 };
    }

  dov_bar_chart_set (self->bars, _("Visits to events by month"), bars, N_MONTHS);
}

static void
bar_chosen_cb (DovTodayMonth *self,
               int            position)
{
  g_autofree char *month = dup_month_of (&self->firsts[position]);
  g_autofree char *title = g_strdup_printf (_("Held: %s"), month);
  Door door = { self, DOV_FIGURE_VISITS, position, title };

  open_door (&door);
}

/* The last months, this one until its end: what is held is not planned. */
static void
set_months (DovTodayMonth *self)
{
  GDate day = dov_today ();

  g_date_set_day (&day, 1);
  g_date_subtract_months (&day, N_MONTHS - 1);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      self->firsts[i] = day;
      g_date_add_months (&day, 1);
      self->lasts[i] = day;
      g_date_subtract_days (&self->lasts[i], 1);
    }
  self->firsts[LAST_YEAR] = self->firsts[N_MONTHS - 1];
  g_date_subtract_years (&self->firsts[LAST_YEAR], 1);
  self->lasts[LAST_YEAR] = self->firsts[LAST_YEAR];
  g_date_add_months (&self->lasts[LAST_YEAR], 1);
  g_date_subtract_days (&self->lasts[LAST_YEAR], 1);
}

/**
 * dov_today_month_new:
 * @lounge: of one lounge, or 0 for all
 *
 * Returns: (transfer floating): the card of this month
 */
GtkWidget *
dov_today_month_new (DovStore *store,
                     gint64    lounge)
{
  DovTodayMonth *self = g_object_new (dov_today_month_get_type (), NULL);
  GDate today = dov_today ();
  g_autofree char *month = NULL;
  g_autofree char *title = NULL;
  g_autofree char *unfinished = NULL;

  self->store = g_object_ref (store);
  self->lounge = lounge;
  set_months (self);

  month = dup_month_of (&self->firsts[N_MONTHS - 1]);
  /* Translators: %1$s is a month with its year, %2$d the day until which it was counted */
  title = g_strdup_printf (_("%1$s, until day %2$d"), month, g_date_get_day (&today));
  unfinished = g_strdup_printf (_("%s goes on"), dov_month_name (g_date_get_month (&today)));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->unfinished, unfinished);
  show_figures (self);
  show_against (self);
  show_bars (self);

  return GTK_WIDGET (self);
}

static void
dov_today_month_dispose (GObject *object)
{
  DovTodayMonth *self = DOV_TODAY_MONTH (object);

  g_clear_object (&self->store);
  dov_clear_box (self);

  G_OBJECT_CLASS (dov_today_month_parent_class)->dispose (object);
}

static void
dov_today_month_class_init (DovTodayMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_today_month_dispose;

  g_type_ensure (DOV_TYPE_BAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-today-month.ui");
  gtk_widget_class_bind_template_child (widget_class, DovTodayMonth, title);
  gtk_widget_class_bind_template_child (widget_class, DovTodayMonth, figures);
  gtk_widget_class_bind_template_child (widget_class, DovTodayMonth, against);
  gtk_widget_class_bind_template_child (widget_class, DovTodayMonth, bars);
  gtk_widget_class_bind_template_child (widget_class, DovTodayMonth, unfinished);
  gtk_widget_class_bind_template_callback (widget_class, bar_chosen_cb);
}

static void
dov_today_month_init (DovTodayMonth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
