/* dov-volunteer-sums.c - the hours of a volunteer in a year, by month and by what they were for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-sums.h"

#include "dov-capital.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-work.h"
#include "dov-volunteer.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

struct _DovVolunteerSums
{
  GtkBox    parent_instance;

  DovStore *store;
  gint64    volunteer_id;
  int       year;
  GtkLabel *year_label;
  GtkGrid  *grid;
};

G_DEFINE_FINAL_TYPE (DovVolunteerSums, dov_volunteer_sums, GTK_TYPE_BOX)

/* A figure of the table, which opens the hours that it adds up. */
typedef struct
{
  int     month;   /* 0: the whole year */
  DovWork work;    /* DOV_N_WORKS: all of it */
} Sum;

static void
free_sum (gpointer  sum,
          GClosure *closure)
{
  g_free (sum);
}

static void
open_cb (GtkWidget *button,
         Sum       *sum)
{
  DovVolunteerSums *self = DOV_VOLUNTEER_SUMS (gtk_widget_get_ancestor (button, DOV_TYPE_VOLUNTEER_SUMS));
  g_autoptr (GArray) ids = dov_work_list_hours (self->store, self->volunteer_id, self->year, sum->month, sum->work);
  g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_VOLUNTEER, self->volunteer_id);

  dov_go_ids (button, DOV_TYPE_VOLUNTEER_HOURS, name, ids);
}

static void
attach (DovVolunteerSums *self,
        const char       *words,
        int               column,
        int               row,
        gboolean          is_sum)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", column == 0 ? 0.0 : 1.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, row == 0 ? "th" : "td");
  gtk_widget_add_css_class (label, "numeric");
  if (is_sum)
    gtk_widget_add_css_class (label, "sum");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_hours (DovVolunteerSums *self,
              gint64            length,
              Sum               sum,
              int               row,
              gboolean          is_sum)
{
  g_autofree char *words = dov_quantity_to_shown (length);
  GtkWidget *box, *button;

  if (length == 0)
    {
      attach (self, "—", (int) sum.work + 1, row, is_sum);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  button = g_object_new (GTK_TYPE_BUTTON, "label", words, "hexpand", TRUE, "halign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (box, "td");
  if (is_sum)
    gtk_widget_add_css_class (box, "sum");
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "slim", "text-button", NULL });
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (button)), "numeric");
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (button)), "lnk");
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), g_memdup2 (&sum, sizeof sum), free_sum, 0);
  gtk_grid_attach (self->grid, box, (int) sum.work + 1, row, 1, 1);
}

static void
attach_month (DovVolunteerSums  *self,
              const DovWorkSums *sums,
              int                month,
              int                row)
{
  g_autofree char *name = month == 0 ? g_strdup (_("In all")) : dov_capitalise (dov_month_name ((GDateMonth) month));

  attach (self, name, 0, row, month == 0);
  for (DovWork work = 0; work < DOV_N_WORKS; work++)
    attach_hours (self, sums->hours[month][work], (Sum) { month, work }, row, month == 0);
  attach_hours (self, sums->total[month], (Sum) { month, DOV_N_WORKS }, row, TRUE);
}

/**
 * dov_volunteer_sums_show:
 *
 * Adds up anew.
 */
void
dov_volunteer_sums_show (DovVolunteerSums *self)
{
  const char *const heads[] = { _("Month"), _("Events"), _("Drives"), _("Shifts"), _("Other work"), _("In all") };
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  DovWorkSums sums;
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_label_set_label (self->year_label, year);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    attach (self, heads[i], (int) i, 0, FALSE);
  if (!dov_work_sum (self->store, self->volunteer_id, self->year, &sums, NULL))
    return;
  for (int month = 1; month <= 12; month++)
    if (sums.total[month] != 0)
      attach_month (self, &sums, month, row++);
  attach_month (self, &sums, 0, row);
}

static void
earlier_cb (DovVolunteerSums *self)
{
  self->year--;
  dov_volunteer_sums_show (self);
}

static void
later_cb (DovVolunteerSums *self)
{
  self->year++;
  dov_volunteer_sums_show (self);
}

/**
 * dov_volunteer_sums_new:
 *
 * Returns: (transfer floating): the table of this year, and the way to others
 */
GtkWidget *
dov_volunteer_sums_new (DovStore *store,
                        gint64    volunteer_id)
{
  DovVolunteerSums *self = g_object_new (DOV_TYPE_VOLUNTEER_SUMS, NULL);
  GDate today = dov_today ();

  self->store = g_object_ref (store);
  self->volunteer_id = volunteer_id;
  self->year = g_date_get_year (&today);

  return GTK_WIDGET (self);
}

static void
dov_volunteer_sums_dispose (GObject *object)
{
  g_clear_object (&DOV_VOLUNTEER_SUMS (object)->store);

  G_OBJECT_CLASS (dov_volunteer_sums_parent_class)->dispose (object);
}

static void
dov_volunteer_sums_class_init (DovVolunteerSumsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_volunteer_sums_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-volunteer-sums.ui");
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerSums, year_label);
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerSums, grid);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
dov_volunteer_sums_init (DovVolunteerSums *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
