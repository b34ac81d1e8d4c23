/* dov-path-bar.c - the path of a record: states behind it, the present one, the next and what it asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-path-bar.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-widgets.h"

struct _DovPathBar
{
  AdwBin         parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget     *box;
  guint          fits;      /* the idle source that fits it, or 0 */
  gboolean       is_tight;  /* states behind are their sign alone */
};

G_DEFINE_FINAL_TYPE (DovPathBar, dov_path_bar, ADW_TYPE_BIN)

/* How each place looks, and how it is called to who does not see it. */
static const struct
{
  const char *css;
  const char *icon;
  const char *spoken;    /* before the state, with its day */
} places[] = {
  [DOV_PATH_DONE] = { "done", "dov-emblem-ok-symbolic", NC_("path", "Behind") },
  [DOV_PATH_NOW] = { "now", "media-playback-start-symbolic", NC_("path", "Now") },
  [DOV_PATH_ASIDE] = { "partly", "media-playback-pause-symbolic", NC_("path", "Now") },
  [DOV_PATH_READY] = { "ready", "go-next-symbolic", NC_("path", "Next, and nothing is missing") },
  [DOV_PATH_LATER] = { "later", "checkbox-symbolic", NC_("path", "Next") },
  [DOV_PATH_DOOR] = { NULL, "checkbox-symbolic", NC_("path", "Missing") },
};

/* ---- one line, whatever the width ---- */

static void
show_words (DovPathBar *self,
            gboolean    are_shown)
{
  for (GtkWidget *step = gtk_widget_get_first_child (self->box); step != NULL; step = gtk_widget_get_next_sibling (step))
    if (gtk_widget_has_css_class (step, "done"))
      for (GtkWidget *part = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (step))); part != NULL;
           part = gtk_widget_get_next_sibling (part))
        if (GTK_IS_LABEL (part))
          {
            gtk_widget_set_visible (part, are_shown && *gtk_label_get_text (GTK_LABEL (part)) != '\0');
            /* While it was hidden the text may have become another size. */
            gtk_widget_queue_resize (part);
          }
}

static gboolean
fit (gpointer data)
{
  DovPathBar *self = data;
  int natural = 0;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->fits = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;
  show_words (self, TRUE);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  self->is_tight = natural > width;
  show_words (self, !self->is_tight);

  return G_SOURCE_REMOVE;
}

static void
fit_soon (DovPathBar *self)
{
  if (self->fits == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->fits = g_idle_add (fit, self);
}

/* ---- what it shows ---- */

void
dov_path_bar_clear (DovPathBar *self)
{
  dov_clear_box (self->box);
}

static GtkWidget *
label_new (const char *words,
           gboolean    is_day)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "visible", *words != '\0', NULL);

  if (is_day)
    gtk_widget_set_css_classes (label, (const char *[]) { "caption", "numeric", NULL });

  return label;
}

static void
append_arrow (DovPathBar *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (arrow, "sep");
  gtk_box_append (GTK_BOX (self->box), arrow);
}

/**
 * dov_path_bar_append:
 * @words: the state, or what is missing
 * @day: when it began; empty: none
 *
 * Returns: (transfer none): its button, to be led somewhere
 */
GtkWidget *
dov_path_bar_append (DovPathBar   *self,
                     DovPathPlace  place,
                     const char   *words,
                     const char   *day)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *whole = *day != '\0' ? g_strdup_printf ("%s, %s", words, day) : g_strdup (words);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", g_dpgettext2 (NULL, "path", places[place].spoken), whole);
  gboolean is_door = place == DOV_PATH_DOOR;

  if (gtk_widget_get_first_child (self->box) != NULL && !is_door)
    append_arrow (self);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", places[place].icon, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), label_new (words, FALSE));
  gtk_box_append (GTK_BOX (box), label_new (day, TRUE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (is_door)
    gtk_widget_add_css_class (button, "missing");
  else
    gtk_widget_set_css_classes (button, (const char *[]) { "flat", "path-step", places[place].css, NULL });
  if (place == DOV_PATH_DONE)
    gtk_widget_set_tooltip_text (button, whole);
  dov_name_widget (button, spoken);
  gtk_box_append (GTK_BOX (self->box), button);
  fit_soon (self);

  return button;
}

/* The sign that the state of a step has elsewhere too. */
void
dov_path_bar_set_icon (GtkWidget  *step,
                       const char *icon)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (step)))), icon);
}

/* Whether states behind are their sign alone now. */
gboolean
dov_path_bar_is_tight (DovPathBar *self)
{
  return self->is_tight;
}

/**
 * dov_path_bar_new:
 *
 * Returns: (transfer floating): a path without steps
 */
GtkWidget *
dov_path_bar_new (void)
{
  return g_object_new (DOV_TYPE_PATH_BAR, NULL);
}

static void
dov_path_bar_dispose (GObject *object)
{
  g_clear_handle_id (&DOV_PATH_BAR (object)->fits, g_source_remove);

  G_OBJECT_CLASS (dov_path_bar_parent_class)->dispose (object);
}

static void
dov_path_bar_class_init (DovPathBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_path_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-path-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPathBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, DovPathBar, box);
}

static void
dov_path_bar_init (DovPathBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_name_widget (self->box, _("The path"));
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                            G_CALLBACK (fit_soon), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::upper",
                            G_CALLBACK (fit_soon), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_soon), self,
                           G_CONNECT_SWAPPED);
}
