/* dov-notice.c - a remark on a page that must not be missed, with the way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-notice.h"

#include "dov-label.h"
#include "dov-spoken.h"
#include "dov-visitor.h"

struct _DovNotice
{
  GtkBox     parent_instance;

  GtkWidget *icon;
  GtkWidget *lead;
  GtkWidget *text;
  GtkWidget *words;
  GtkWidget *actions;
};

enum { LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovNotice, dov_notice, GTK_TYPE_BOX)

/**
 * dov_notice_new:
 * @lead: what is so, in a few words
 * @text: what it means and what to do; may be empty
 *
 * Returns: (transfer floating): the notice
 */
GtkWidget *
dov_notice_new (DovNoticeKind  kind,
                const char    *lead,
                const char    *text)
{
  static const struct { const char *icon, *css_class; } looks[] = {
    [DOV_NOTICE_INFORMS] = { "dialog-information-symbolic", NULL },
    [DOV_NOTICE_WARNS] = { "dialog-warning-symbolic", "warning" },
    [DOV_NOTICE_REFUSES] = { "dialog-error-symbolic", "error" },
  };
  DovNotice *self = g_object_new (DOV_TYPE_NOTICE, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[kind].icon);
  if (looks[kind].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), looks[kind].css_class);
  dov_notice_set_words (self, lead, text);

  return GTK_WIDGET (self);
}

void
dov_notice_set_words (DovNotice  *self,
                      const char *lead,
                      const char *text)
{
  dov_visitor_set_label (GTK_LABEL (self->lead), lead);
  dov_visitor_set_label (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->text, *text != '\0');
}

/**
 * dov_notice_tell:
 *
 * Lets it be heard by who cannot see it; to be called when it stands in the window.
 */
void
dov_notice_tell (DovNotice *self)
{
  const char *lead = gtk_label_get_text (GTK_LABEL (self->lead));
  const char *text = gtk_label_get_text (GTK_LABEL (self->text));
  g_autofree char *words = *text != '\0' ? g_strdup_printf ("%s. %s", lead, text) : g_strdup (lead);

  dov_tell (self, words);
}

/**
 * dov_notice_add_action:
 * @label: a verb, with its mnemonic
 * @key: (nullable): the key that does the same, shown beside it
 *
 * Returns: (transfer none): the new button
 */
GtkWidget *
dov_notice_add_action (DovNotice  *self,
                       const char *label,
                       const char *key)
{
  GtkWidget *button = gtk_button_new ();

  /* At a large text a long verb goes on in the next line, and does not widen the window. */
  gtk_label_set_wrap (GTK_LABEL (dov_button_fill (button, NULL, label, key)), TRUE);
  gtk_box_append (GTK_BOX (self->actions), button);
  gtk_widget_set_visible (self->actions, TRUE);

  return button;
}

/**
 * dov_notice_add_widget:
 * @widget: (transfer floating): stands under the words
 */
void
dov_notice_add_widget (DovNotice *self,
                       GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->words), widget);
}

/* Esc goes back from the notice alone, where somebody knows what was before it. */
static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  if (!g_signal_has_handler_pending (widget, signals[LEFT], 0, FALSE))
    return FALSE;

  g_signal_emit (widget, signals[LEFT], 0);

  return TRUE;
}

static void
dov_notice_class_init (DovNoticeClass *klass)
{
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, leave_cb, NULL);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
dov_notice_init (DovNotice *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  gtk_box_set_spacing (GTK_BOX (self), 10);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "margin-top", 2,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE,
                              "valign", GTK_ALIGN_CENTER, NULL);
  self->lead = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->lead, "lead");
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (self->words), self->lead);
  gtk_box_append (GTK_BOX (self->words), self->text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->lead, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->text, NULL, -1);
  self->actions = g_object_new (GTK_TYPE_BOX, "spacing", 6, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_box_append (GTK_BOX (self), self->words);
  gtk_box_append (GTK_BOX (self), self->actions);
}
