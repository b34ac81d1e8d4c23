/* dov-move-page.c - a family is given to another lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-move-page.h"

#include <glib/gi18n.h>

#include "dov-case-number.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-household.h"

struct _DovMovePage
{
  DovFormPage    parent_instance;

  DovStore      *store;
  DovFamilyMove *move;
  char          *proposed;   /* the number that was last offered */
};

G_DEFINE_FINAL_TYPE (DovMovePage, dov_move_page, DOV_TYPE_FORM_PAGE)

static gboolean
save_cb (DovForm  *form,
         gpointer  page,
         GError  **error)
{
  DovMovePage *self = page;

  return dov_household_move (self->store, DOV_RECORD (self->move), error);
}

/* The next number of the chosen lounge, unless somebody typed another. */
static void
lounge_cb (DovMovePage *self)
{
  g_autofree char *number = NULL;

  if (self->move->to_lounge_id == 0 || self->move->moved_on == NULL ||
      (*self->move->to_case_no != '\0' && g_strcmp0 (self->move->to_case_no, self->proposed) != 0))
    return;
  number = dov_case_number_propose (self->store, self->move->to_lounge_id, self->move->moved_on);
  g_free (self->proposed);
  self->proposed = g_strdup (number);
  dov_set (self->move, to_case_no, number);
}

static GtkWidget *
head_new (DovMovePage *self)
{
  g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_FAMILY, self->move->family_id);
  /* Translators: heading of a form: To another lounge: Yolkins */
  g_autofree char *words = g_strdup_printf (_("To another lounge: %s"), name);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "page-title");

  return title;
}

/**
 * dov_move_page_new:
 * @draft: from dov_household_new_move(), or one that was kept
 * @kept: the number of the unfinished form, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_move_page_new (DovStore  *store,
                   DovRecord *draft,
                   gint64     kept)
{
  DovMovePage *self = g_object_new (DOV_TYPE_MOVE_PAGE, NULL);
  DovForm *form = DOV_FORM (dov_form_new (store, draft));

  self->store = g_object_ref (store);
  self->move = g_object_ref (DOV_FAMILY_MOVE (draft));
  dov_page_set_title (DOV_PAGE (self), _("To another lounge"));
  dov_form_set_words (form, _("To another lounge"));
  dov_form_add_group (form, _("Where to"), "to_lounge_id moved_on to_case_no address", FALSE);
  dov_form_add_group (form, _("Why"), "reason", FALSE);
  dov_form_set_kept (form, kept);
  dov_form_set_head (form, head_new (self));
  dov_form_set_save (form, save_cb, self);
  g_signal_connect_object (draft, "notify::to-lounge-id", G_CALLBACK (lounge_cb), self, G_CONNECT_SWAPPED);
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);

  return DOV_PAGE (self);
}

static void
dov_move_page_finalize (GObject *object)
{
  DovMovePage *self = DOV_MOVE_PAGE (object);

  g_clear_object (&self->move);
  g_clear_object (&self->store);
  g_free (self->proposed);

  G_OBJECT_CLASS (dov_move_page_parent_class)->finalize (object);
}

static void
dov_move_page_class_init (DovMovePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_move_page_finalize;
}

static void
dov_move_page_init (DovMovePage *self)
{
}
