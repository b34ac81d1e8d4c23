/* dov-form-footer.c - the bar under a form: the state of its draft, do not save, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-footer.h"

#include "dov-calendar.h"
#include "dov-label.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovFormFooter
{
  GtkBox     parent_instance;

  GtkWidget *icon;
  GtkWidget *draft;
  GtkWidget *total;
  GtkWidget *dismiss;
  GtkWidget *dismiss_words;
  GtkWidget *save_words;
};

G_DEFINE_FINAL_TYPE (DovFormFooter, dov_form_footer, GTK_TYPE_BOX)

enum { SAVE, DISMISS, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
save_cb (DovFormFooter *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
dismiss_cb (DovFormFooter *self)
{
  g_signal_emit (self, signals[DISMISS], 0);
}

GtkWidget *
dov_form_footer_new (void)
{
  return g_object_new (DOV_TYPE_FORM_FOOTER, NULL);
}

static void
say (DovFormFooter *self,
     const char    *icon,
     const char    *words)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_label (GTK_LABEL (self->draft), words);
  gtk_widget_set_visible (self->icon, TRUE);
}

/**
 * dov_form_footer_set_kept:
 *
 * Says that the draft was kept just now.
 */
void
dov_form_footer_set_kept (DovFormFooter *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (now));
  g_autofree char *words = g_strdup_printf (_("Draft kept at %s: it stays, even if the power fails"), time);

  say (self, "document-save-symbolic", words);
}

/* Nothing is kept, since nothing is left of what was typed. */
void
dov_form_footer_set_as_begun (DovFormFooter *self)
{
  say (self, NULL, "");
}

void
dov_form_footer_set_not_kept (DovFormFooter *self,
                              const char    *why)
{
  g_autofree char *words = g_strdup_printf (_("The draft could not be kept. %s"), why);

  say (self, "dialog-warning-symbolic", words);
}

void
dov_form_footer_set_taken_up (DovFormFooter *self)
{
  say (self, "document-save-symbolic", _("This form was left unfinished; everything typed is here"));
}

void
dov_form_footer_set_verbs (DovFormFooter *self,
                           const char    *save,
                           const char    *dismiss)
{
  gtk_label_set_label (GTK_LABEL (self->save_words), save);
  gtk_label_set_label (GTK_LABEL (self->dismiss_words), dismiss);
}

/**
 * dov_form_footer_set_total:
 * @words: what will be saved, in short; empty: nothing is said
 */
void
dov_form_footer_set_total (DovFormFooter *self,
                           const char    *words)
{
  gtk_label_set_label (GTK_LABEL (self->total), words);
  gtk_widget_set_visible (self->total, *words != '\0');
}

GtkWidget *
dov_form_footer_add_action (DovFormFooter *self,
                            const char    *icon,
                            const char    *label)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_END, NULL);

  dov_button_fill (button, icon, label, NULL);
  gtk_widget_insert_after (button, gtk_widget_get_parent (self->dismiss), self->dismiss);

  return button;
}

static void
dov_form_footer_class_init (DovFormFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SAVE] = g_signal_new ("save", DOV_TYPE_FORM_FOOTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISMISS] = g_signal_new ("dismiss", DOV_TYPE_FORM_FOOTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-form-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, icon);
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, draft);
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, total);
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, dismiss);
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, dismiss_words);
  gtk_widget_class_bind_template_child (widget_class, DovFormFooter, save_words);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
dov_form_footer_init (DovFormFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
