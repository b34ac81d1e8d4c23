/* dov-doubt-card.c - what cannot stay so, or is to be looked at: when, in words, and with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-doubt-card.h"

#include "dov-answers.h"
#include "dov-label.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

struct _DovDoubtCard
{
  GtkBox      parent_instance;

  GtkImage   *icon;
  GtkLabel   *lead;
  GtkLabel   *words;
  GtkLabel   *more;
  DovWrapBox *ways;
  GtkWidget  *answers;     /* instead of the ways, while something is asked */
};

G_DEFINE_FINAL_TYPE (DovDoubtCard, dov_doubt_card, GTK_TYPE_BOX)

static void
answered_cb (DovDoubtCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->ways), !gtk_widget_get_visible (self->answers));
  if (gtk_widget_get_visible (GTK_WIDGET (self->ways)) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->ways), GTK_DIR_TAB_FORWARD);
}

/**
 * dov_doubt_card_add_way:
 *
 * Returns: (transfer none): the button of one more way out
 */
GtkWidget *
dov_doubt_card_add_way (DovDoubtCard *self,
                        const char   *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  dov_wrap_box_append (self->ways, button);

  return button;
}

/**
 * dov_doubt_card_new:
 * @is_warning: it is only to be looked at; else it cannot stay so
 * @more: (nullable): a grey line below
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
dov_doubt_card_new (gboolean    is_warning,
                    const char *lead,
                    const char *words,
                    const char *more)
{
  DovDoubtCard *self = g_object_new (DOV_TYPE_DOUBT_CARD, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", lead, words, more != NULL ? more : "");

  gtk_image_set_from_icon_name (self->icon, is_warning ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), is_warning ? "warning" : "error");
  gtk_label_set_label (self->lead, lead);
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL && *more != '\0');
  dov_name_widget (self, spoken);

  return GTK_WIDGET (self);
}

/**
 * dov_doubt_card_append:
 * @cards: (transfer floating) (element-type DovDoubtCard): none, and nothing is appended
 * @most: that are shown
 * @rest: what is said where there are more
 */
void
dov_doubt_card_append (GtkBox     *side,
                       const char *title,
                       GPtrArray  *cards,
                       guint       most,
                       const char *rest)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = g_strdup_printf ("%u", cards->len);
  GtkWidget *count = dov_label_new (words, "dim-label numeric");

  gtk_widget_add_css_class (list, "card");
  gtk_box_append (GTK_BOX (head), dov_heading_new (title, "section-title"));
  gtk_label_set_wrap (GTK_LABEL (count), FALSE);
  gtk_box_append (GTK_BOX (head), count);
  gtk_box_append (GTK_BOX (group), head);
  gtk_box_append (GTK_BOX (group), list);
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GtkWidget) card = g_object_ref_sink (cards->pdata[i]);

      if (i > 0 && i < most)
        gtk_box_append (GTK_BOX (list), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      if (i < most)
        gtk_box_append (GTK_BOX (list), card);
    }
  if (cards->len > most)
    gtk_box_append (GTK_BOX (group), dov_label_new (rest, "caption"));
  gtk_widget_set_visible (group, cards->len > 0);
  gtk_box_append (side, group);
}

static void
dov_doubt_card_class_init (DovDoubtCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-doubt-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, icon);
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, lead);
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, words);
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, more);
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, ways);
  gtk_widget_class_bind_template_child (widget_class, DovDoubtCard, answers);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
dov_doubt_card_init (DovDoubtCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_answers_set (GTK_WIDGET (self), GTK_BOX (self->answers));
}
