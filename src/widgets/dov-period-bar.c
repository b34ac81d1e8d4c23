/* dov-period-bar.c - a period chosen by buttons: month, quarter… year, with arrows; or typed from and to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-period-bar.h"

#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-label.h"
#include "dov-widgets.h"

/* In the first days of a month papers are made for the month before. */
#define DAYS_OF_PAPERS 10

static const struct
{
  DovPeriodKind  kind;
  const char    *label;
} kinds[] = {
  { DOV_PERIOD_DAY, N_("Day") },
  { DOV_PERIOD_MONTH, N_("Month") },
  { DOV_PERIOD_QUARTER, N_("Quarter") },
  { DOV_PERIOD_HALF_YEAR, N_("Half-year") },
  { DOV_PERIOD_NINE, N_("9 months") },
  { DOV_PERIOD_YEAR, N_("Year") },
  { DOV_PERIOD_PROJECT, N_("Project") },
  { DOV_PERIOD_DATES, N_("Dates…") },
};

struct _DovPeriodBar
{
  GtkBox         parent_instance;

  GtkBox        *linked;
  GtkWidget     *buttons[G_N_ELEMENTS (kinds)];
  GtkWidget     *arrows;
  GtkWidget     *which;
  GtkWidget     *dates;
  GtkWidget     *from;
  GtkWidget     *to;
  GtkWidget     *error;

  DovPeriodKind  offered;
  DovPeriod      period;
  gboolean       is_showing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovPeriodBar, dov_period_bar, GTK_TYPE_BOX)

static void
show_error (DovPeriodBar *self,
            GtkWidget    *entry,
            const char   *words)
{
  gtk_label_set_text (GTK_LABEL (self->error), words);
  gtk_widget_set_visible (self->error, *words != '\0');
  gtk_widget_remove_css_class (self->from, "error");
  gtk_widget_remove_css_class (self->to, "error");
  if (entry != NULL)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_grab_focus (entry);
    }
}

static void
show_period (DovPeriodBar *self)
{
  g_autofree char *words = dov_period_to_shown (&self->period);
  g_autofree char *from = dov_date_to_shown (&self->period.from);
  g_autofree char *to = dov_date_to_shown (&self->period.to);
  gboolean is_typed = self->period.kind == DOV_PERIOD_DATES || self->period.kind == DOV_PERIOD_PROJECT;

  self->is_showing = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), kinds[i].kind == self->period.kind);
  gtk_button_set_label (GTK_BUTTON (self->which), words);
  dov_name_widget (self->which, words);
  gtk_editable_set_text (GTK_EDITABLE (self->from), from);
  gtk_editable_set_text (GTK_EDITABLE (self->to), to);
  gtk_widget_set_visible (self->dates, is_typed);
  gtk_widget_set_visible (self->arrows, !is_typed);
  show_error (self, NULL, "");
  self->is_showing = FALSE;
}

/**
 * dov_period_bar_set:
 * @self: the bar
 * @period: what is chosen now
 *
 * Chooses a period; nothing is emitted.
 */
void
dov_period_bar_set (DovPeriodBar    *self,
                    const DovPeriod *period)
{
  self->period = *period;
  show_period (self);
}

const DovPeriod *
dov_period_bar_get (DovPeriodBar *self)
{
  return &self->period;
}

static DovPeriod
guess_period (DovPeriodKind kind)
{
  GDate today = dov_today ();
  DovPeriod period = dov_period_around (kind, &today);

  if (kind != DOV_PERIOD_DAY && kind != DOV_PERIOD_PROJECT && kind != DOV_PERIOD_DATES &&
      g_date_days_between (&period.from, &today) < DAYS_OF_PAPERS)
    return dov_period_step (&period, -1);

  return period;
}

static void
choose_kind (DovPeriodBar  *self,
             DovPeriodKind  kind)
{
  GDate day = self->period.to;

  if (kind == DOV_PERIOD_DATES || kind == DOV_PERIOD_PROJECT)
    {
      self->period.kind = kind;   /* the days stay, and may be typed now */
    }
  else if (g_date_valid (&day))
    {
      GDate today = dov_today ();

      /* Around the end of what was shown, but not in days to come. */
      if (g_date_compare (&day, &today) > 0 && g_date_compare (&self->period.from, &today) <= 0)
        day = today;
      self->period = dov_period_around (kind, &day);
    }
  else
    {
      self->period = guess_period (kind);
    }
  show_period (self);
}

/**
 * dov_period_bar_set_kinds:
 * @self: the bar
 * @offered: the kinds of period that make sense now
 *
 * Offers only some kinds. When the chosen one is not among them, the first is
 * taken.
 */
void
dov_period_bar_set_kinds (DovPeriodBar  *self,
                          DovPeriodKind  offered)
{
  DovPeriodKind first = 0;

  self->offered = offered;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean is_offered = (offered & kinds[i].kind) != 0;

      gtk_widget_set_visible (self->buttons[i], is_offered);
      if (is_offered && first == 0)
        first = kinds[i].kind;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), first != 0);
  if (first != 0 && (self->period.kind & offered) == 0)
    choose_kind (self, first);
}

static void
kind_clicked_cb (GtkButton    *button,
                 DovPeriodBar *self)
{
  if (self->is_showing)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      choose_kind (self, kinds[i].kind);
  g_signal_emit (self, signals[CHANGED], 0);
  if (gtk_widget_get_visible (self->dates))
    gtk_widget_grab_focus (self->from);
}

/* The next period of the kind, or the one before. */
static void
step (DovPeriodBar *self,
      int           steps)
{
  self->period = dov_period_step (&self->period, steps);
  show_period (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
earlier_cb (DovPeriodBar *self)
{
  step (self, -1);
}

static void
later_cb (DovPeriodBar *self)
{
  step (self, 1);
}

/* Back to the period of today. */
static void
which_cb (DovPeriodBar *self)
{
  self->period = guess_period (self->period.kind);
  show_period (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dates_typed_cb (DovPeriodBar *self)
{
  g_autoptr (GDate) from = NULL;
  g_autoptr (GDate) to = NULL;
  g_autoptr (GError) error = NULL;
  DovPeriodKind kind = self->period.kind;

  if (!dov_date_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->from)), &from, &error) || from == NULL)
    {
      show_error (self, self->from, error != NULL ? error->message : _("Type the first day."));
      return;
    }
  if (!dov_date_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->to)), &to, &error) || to == NULL)
    {
      show_error (self, self->to, error != NULL ? error->message : _("Type the last day."));
      return;
    }
  if (g_date_compare (from, to) > 0)
    {
      show_error (self, self->to, _("The last day stands before the first. Change one of them."));
      return;
    }

  self->period = dov_period_between (from, to);
  self->period.kind = kind;
  show_period (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GtkWidget *
dov_period_bar_new (void)
{
  return g_object_new (DOV_TYPE_PERIOD_BAR, NULL);
}

static void
dov_period_bar_class_init (DovPeriodBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-period-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, linked);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, arrows);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, which);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, dates);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, from);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, to);
  gtk_widget_class_bind_template_child (widget_class, DovPeriodBar, error);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_typed_cb);
}

static void
dov_period_bar_init (DovPeriodBar *self)
{
  g_date_clear (&self->period.from, 1);
  g_date_clear (&self->period.to, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (_(kinds[i].label));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (kind_clicked_cb), self);
      gtk_box_append (self->linked, self->buttons[i]);
    }
}
