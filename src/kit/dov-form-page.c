/* dov-form-page.c - a page that is a form: it is kept when one leaves, and closes when it is saved or not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-page.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-look.h"

typedef struct
{
  DovStore *store;
  DovForm  *form;
} DovFormPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DovFormPage, dov_form_page, DOV_TYPE_PAGE)

static void
saved_cb (DovFormPage *self)
{
  DOV_FORM_PAGE_GET_CLASS (self)->saved (self);
}

/**
 * dov_form_page_dismissed:
 * @page: that has the form
 *
 * “Do not save” was asked for: leaves the page, and says where what was typed waits.
 */
void
dov_form_page_dismissed (DovForm *form,
                         DovPage *page)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (page));
  gboolean is_kept = dov_form_get_kept (form) != 0;

  dov_go_back (shell);
  if (is_kept)
    dov_go_tell (shell, _("Not saved. What was typed waits under “Today”"), 0);
}

DovStore *
dov_form_page_get_store (DovFormPage *self)
{
  DovFormPagePrivate *private = dov_form_page_get_instance_private (self);

  return private->store;
}

DovForm *
dov_form_page_get_form (DovFormPage *self)
{
  DovFormPagePrivate *private = dov_form_page_get_instance_private (self);

  return private->form;
}

/**
 * dov_form_page_set_form:
 * @form: (transfer floating): fills the page
 */
void
dov_form_page_set_form (DovFormPage *self,
                        DovForm     *form)
{
  DovFormPagePrivate *private = dov_form_page_get_instance_private (self);

  g_return_if_fail (private->form == NULL);

  private->form = form;
  private->store = g_object_ref (dov_form_get_store (form));
  g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "dismissed", G_CALLBACK (dov_form_page_dismissed), self, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (form));
  dov_page_set_for_visitors (DOV_PAGE (self), dov_look_find (G_OBJECT_TYPE (dov_form_get_draft (form)))->is_about_visitor);
}

static void
dov_form_page_real_saved (DovFormPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 operation = dov_form_get_operation (dov_form_page_get_form (self));
  g_autofree char *words = operation != 0 ? dov_store_describe_operation (dov_form_page_get_store (self), operation) : NULL;

  dov_go_back (shell);
  dov_go_tell (shell, words, operation);
}

static void
dov_form_page_focus (DovPage *page)
{
  dov_form_focus (dov_form_page_get_form (DOV_FORM_PAGE (page)));
}

static gboolean
dov_form_page_save (DovPage *page)
{
  dov_form_save (dov_form_page_get_form (DOV_FORM_PAGE (page)));

  return TRUE;
}

static gboolean
dov_form_page_is_form (DovPage *page)
{
  return TRUE;
}

static gboolean
dov_form_page_leave (DovPage *page)
{
  dov_form_keep (dov_form_page_get_form (DOV_FORM_PAGE (page)));

  return TRUE;
}

static void
dov_form_page_dispose (GObject *object)
{
  DovFormPagePrivate *private = dov_form_page_get_instance_private (DOV_FORM_PAGE (object));

  g_clear_object (&private->store);

  G_OBJECT_CLASS (dov_form_page_parent_class)->dispose (object);
}

static void
dov_form_page_class_init (DovFormPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_form_page_dispose;
  page_class->focus = dov_form_page_focus;
  page_class->save = dov_form_page_save;
  page_class->is_form = dov_form_page_is_form;
  page_class->leave = dov_form_page_leave;
  klass->saved = dov_form_page_real_saved;
}

static void
dov_form_page_init (DovFormPage *self)
{
}
