/* dov-many-page.c - a page that saves many records as one operation, or none of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-many-page.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-reason.h"
#include "dov-warned.h"
#include "dov-widgets.h"

typedef struct
{
  DovStore   *store;
  GtkBox     *box;
  GtkLabel   *heading;
  GtkLabel   *hint;
  GtkBox     *notices;
  GtkWidget  *body;
  GtkButton  *save;
  DovWarned  *warned;    /* what rules warn of, and why it is right all the same */
} DovManyPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DovManyPage, dov_many_page, DOV_TYPE_PAGE)

static DovManyPagePrivate *
get_private (DovManyPage *self)
{
  return dov_many_page_get_instance_private (self);
}

static void
clear_notices (DovManyPage *self)
{
  dov_clear_box (get_private (self)->notices);
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->hint), TRUE);
}

/* What must be read now takes the place of the hint. */
static void
put_notice (DovManyPage *self,
            GtkWidget   *notice)
{
  clear_notices (self);
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->hint), FALSE);
  gtk_box_append (get_private (self)->notices, notice);
}

/**
 * dov_many_page_refuse:
 * @words: what is wrong and what to do
 *
 * Says at the top why nothing was saved.
 */
void
dov_many_page_refuse (DovManyPage *self,
                      const char  *words)
{
  put_notice (self, dov_notice_new (DOV_NOTICE_REFUSES, _("Not saved yet"), words));
}

static void save (DovManyPage *self);

static void
reason_cb (const char *reason,
           gpointer    page)
{
  save (page);
}

/* Esc goes back to the rows. */
static void
left_cb (DovManyPage *self)
{
  clear_notices (self);
  dov_page_focus (DOV_PAGE (self));
}

/* However saving is asked for, the reason that was typed is the reason. */
static void
take_reason (DovManyPage *self)
{
  DovManyPagePrivate *private = get_private (self);
  g_autofree char *reason = dov_reason_dup_given (GTK_WIDGET (private->notices));

  if (reason != NULL)
    dov_warned_answer (private->warned, reason);
}

/* Which record it was stands before what is wrong with it. */
static char *
dup_refusal (DovManyPage  *self,
             const GError *error)
{
  DovRecord *refused = dov_store_get_refused (get_private (self)->store);
  g_autofree char *name = refused != NULL ? dov_store_describe (get_private (self)->store, refused) : NULL;

  return name != NULL && *name != '\0' ? g_strdup_printf ("%s: %s", name, error->message) : g_strdup (error->message);
}

static gboolean
write_cb (gpointer   self,
          GError   **error)
{
  return DOV_MANY_PAGE_GET_CLASS (self)->write (self, error);
}

static void
show_refusal (DovManyPage  *self,
              const GError *error)
{
  DovManyPagePrivate *private = get_private (self);
  const DovProblem *refusal = dov_store_get_refusal (private->store);
  DovRecord *refused = dov_store_get_refused (private->store);
  g_autofree char *words = dup_refusal (self, error);
  g_autofree char *all = NULL;
  GtkWidget *notice;

  if (refused != NULL && DOV_MANY_PAGE_GET_CLASS (self)->refused != NULL)
    DOV_MANY_PAGE_GET_CLASS (self)->refused (self, refused);
  if (!g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING) || refusal == NULL || refusal->rule == NULL)
    {
      dov_many_page_refuse (self, words);
      return;
    }
  clear_notices (self);
  all = dov_warned_ask (private->warned, private->store, write_cb, self);
  notice = dov_reason_new (all != NULL ? all : words, NULL, self, reason_cb, self);
  dov_reason_offer (notice, dov_warned_get_last (private->warned));
  g_signal_connect_object (notice, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  put_notice (self, notice);
  gtk_widget_child_focus (GTK_WIDGET (private->notices), GTK_DIR_TAB_FORWARD);
}

static gboolean
write_all (DovManyPage  *self,
           const char   *words,
           gint64       *operation,
           GError      **error)
{
  DovManyPagePrivate *private = get_private (self);

  if (!dov_store_begin (private->store, words, error))
    return FALSE;

  dov_warned_accept (private->warned, private->store);
  if (write_cb (self, error))
    return dov_store_commit (private->store, operation, error);
  dov_store_abandon (private->store);

  return FALSE;
}

static void
save (DovManyPage *self)
{
  g_autoptr (DovManyPage) alive = g_object_ref (self);
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  DovManyPagePrivate *private = get_private (self);
  g_autoptr (DovStore) store = g_object_ref (private->store);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  take_reason (self);
  if (!DOV_MANY_PAGE_GET_CLASS (self)->check (self))
    return;
  words = DOV_MANY_PAGE_GET_CLASS (self)->dup_words (self);
  if (!write_all (self, words, &operation, &error))
    {
      show_refusal (self, error);
      return;
    }
  clear_notices (self);
  if (DOV_MANY_PAGE_GET_CLASS (self)->stays == NULL || !DOV_MANY_PAGE_GET_CLASS (self)->stays (self))
    dov_go_back (shell);
  dov_go_tell (shell, words, operation);
}

/* What the main button does: “Add 12 rows”; grey while there is nothing to do. */
void
dov_many_page_set_save (DovManyPage *self,
                        const char  *label,
                        gboolean     is_ready)
{
  gtk_button_set_label (get_private (self)->save, label);
  gtk_widget_set_sensitive (GTK_WIDGET (get_private (self)->save), is_ready);
}

DovStore *
dov_many_page_get_store (DovManyPage *self)
{
  return get_private (self)->store;
}

/**
 * dov_many_page_set_up:
 * @heading: what is done here
 * @hint: one line of explanation
 * @body: (transfer floating): what the page is about
 * @save: the words of the main button
 *
 * Puts the page together.
 */
void
dov_many_page_set_up (DovManyPage *self,
                      DovStore    *store,
                      const char  *heading,
                      const char  *hint,
                      GtkWidget   *body,
                      const char  *save_label)
{
  DovManyPagePrivate *private = get_private (self);

  private->store = g_object_ref (store);
  private->body = body;
  gtk_label_set_label (private->heading, heading);
  gtk_label_set_label (private->hint, hint);
  gtk_button_set_label (private->save, save_label);
  gtk_box_append (private->box, body);
}

static gboolean
dov_many_page_save (DovPage *page)
{
  save (DOV_MANY_PAGE (page));

  return TRUE;
}

static gboolean
dov_many_page_is_form (DovPage *page)
{
  return TRUE;
}

static void
dov_many_page_focus (DovPage *page)
{
  gtk_widget_child_focus (get_private (DOV_MANY_PAGE (page))->body, GTK_DIR_TAB_FORWARD);
}

static void
dov_many_page_finalize (GObject *object)
{
  DovManyPagePrivate *private = get_private (DOV_MANY_PAGE (object));

  g_clear_object (&private->store);
  dov_warned_free (private->warned);

  G_OBJECT_CLASS (dov_many_page_parent_class)->finalize (object);
}

static void
dov_many_page_class_init (DovManyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_many_page_finalize;
  DOV_PAGE_CLASS (klass)->save = dov_many_page_save;
  DOV_PAGE_CLASS (klass)->is_form = dov_many_page_is_form;
  DOV_PAGE_CLASS (klass)->focus = dov_many_page_focus;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-many-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DovManyPage, box);
  gtk_widget_class_bind_template_child_private (widget_class, DovManyPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, DovManyPage, hint);
  gtk_widget_class_bind_template_child_private (widget_class, DovManyPage, notices);
  gtk_widget_class_bind_template_child_private (widget_class, DovManyPage, save);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, dov_go_back);
}

static void
dov_many_page_init (DovManyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  get_private (self)->warned = dov_warned_new ();
}
