/* dov-bar-chart.c - a count by month: named and unnamed people one over the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-bar-chart.h"

#include "dov-label.h"
#include "dov-number.h"

#define HEIGHT 122      /* of the tallest bar */
#define POSITION "dov-bar-position"

struct _DovBarChart
{
  GtkBox parent_instance;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovBarChart, dov_bar_chart, GTK_TYPE_BOX)

static void
bar_clicked_cb (DovBarChart *self,
                GtkWidget   *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), POSITION)));
}

static GtkWidget *
block_new (const char *style,
           int         height)
{
  GtkWidget *block = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_CENTER, "height-request", height,
                                   "visible", height > 0, NULL);

  gtk_widget_add_css_class (block, "bar");
  if (style != NULL)
    gtk_widget_add_css_class (block, style);

  return block;
}

static GtkWidget *
bar_new (const DovBar *bar,
         gint64        greatest)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "vexpand", TRUE,
                                    "valign", GTK_ALIGN_END, NULL);
  g_autofree char *number = dov_number_to_shown (bar->whole);
  GtkWidget *value = gtk_label_new (number);
  GtkWidget *name = gtk_label_new (bar->name);
  int whole = greatest > 0 ? (int) (HEIGHT * bar->whole / greatest) : 0;
  int part = bar->whole > 0 ? (int) (whole * bar->part / bar->whole) : 0;

  gtk_widget_add_css_class (column, "bar-base");
  gtk_widget_add_css_class (value, "caption");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bar-button");

  gtk_box_append (GTK_BOX (column), value);
  if (bar->is_unfinished)
    {
      gtk_box_append (GTK_BOX (column), block_new ("unfinished", MAX (whole, bar->whole > 0 ? 6 : 0)));
    }
  else
    {
      gtk_box_append (GTK_BOX (column), block_new ("part", whole - part));
      gtk_box_append (GTK_BOX (column), block_new (NULL, part));
    }
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, bar->words);
  dov_name_widget (button, bar->words);

  return button;
}

/**
 * dov_bar_chart_set:
 * @title: what is counted
 *
 * Draws other bars. A person who cannot see them hears all the numbers.
 */
void
dov_bar_chart_set (DovBarChart  *self,
                   const char   *title,
                   const DovBar *bars,
                   guint         n_bars)
{
  g_autoptr (GString) words = g_string_new (title);
  gint64 greatest = 0;

  g_return_if_fail (DOV_IS_BAR_CHART (self));

  dov_clear_box (self);

  for (guint i = 0; i < n_bars; i++)
    greatest = MAX (greatest, bars[i].whole);

  for (guint i = 0; i < n_bars; i++)
    {
      GtkWidget *button = bar_new (&bars[i], greatest);

      g_object_set_data (G_OBJECT (button), POSITION, GINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (bar_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), button);
      g_string_append_printf (words, "; %s", bars[i].words);
    }

  dov_name_widget (self, words->str);
}

static void
dov_bar_chart_class_init (DovBarChartClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", DOV_TYPE_BAR_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dov_bar_chart_init (DovBarChart *self)
{
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_box_set_spacing (GTK_BOX (self), 0);
  g_object_set (self, "height-request", 172, NULL);
}
