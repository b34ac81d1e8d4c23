/* dov-record-page.c - any record: its form, what points to it, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record-page.h"

#include "dov-deed.h"
#include "dov-draft-completing.h"
#include "dov-errors.h"
#include "dov-form-layout.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-label.h"
#include "dov-look.h"
#include "dov-related.h"
#include "dov-visitor.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovRecordPage
{
  DovFormPage  parent_instance;

  DovStore    *store;
  DovForm     *form;
  GType        type;
  gint64       id;       /* 0 for a record that is not yet saved */
  const char  *prints;   /* (nullable): the document that is shown as soon as it is saved */
};

G_DEFINE_FINAL_TYPE (DovRecordPage, dov_record_page, DOV_TYPE_FORM_PAGE)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The record that the paper is of. */
static gint64
get_subject (DovRecordPage *self)
{
  const char *link = dov_look_find (self->type)->paper_of;
  DovRecord *draft = dov_form_get_draft (self->form);

  return link != NULL ? dov_record_get_number (draft, link) : dov_record_get_id (draft);
}

static void
dov_record_page_saved (DovFormPage *page)
{
  DovRecordPage *self = DOV_RECORD_PAGE (page);
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 operation = dov_form_get_operation (self->form);
  gint64 id = dov_record_get_id (dov_form_get_draft (self->form));
  g_autofree char *words = dov_store_describe_id (self->store, self->type, id);
  /* Translators: what was saved, in a toast with “Undo” */
  g_autofree char *toast = dov_look_find (self->type)->save != NULL && operation != 0 ?
    dov_store_describe_operation (self->store, operation) : g_strdup_printf (C_("toast", "Saved: %s"), words);

  g_signal_emit (self, signals[SAVED], 0, id);
  dov_go_back (shell);
  if (self->id == 0 && dov_look_find (self->type)->opens_when_made)
    dov_go_record (shell, self->type, id);
  if (self->prints != NULL)
    dov_go_paper (shell, self->prints, get_subject (self));
  dov_go_tell (shell, toast, operation);
}

/* As it will be signed, at once: what was typed is saved first. */
static void
print (GtkWidget  *page,
       const char *action,
       GVariant   *code)
{
  DovRecordPage *self = DOV_RECORD_PAGE (page);
  const char *paper = g_intern_string (g_variant_get_string (code, NULL));

  if (self->id != 0 && !dov_form_is_changed (self->form))
    {
      dov_go_paper (self, paper, get_subject (self));
      return;
    }
  self->prints = paper;
  if (!dov_form_save (self->form))
    self->prints = NULL;
}

static void
leave (gpointer page,
       gpointer record)
{
  dov_go_back (page);
}

static void
remove_cb (DovRecordPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (self->store, self->type, self->id, &error);

  if (record != NULL)
    dov_deed_remove (self, self->store, record, leave);
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static GtkWidget *
bin_button_new (DovRecordPage *self)
{
  const char *words = dov_look_find (self->type)->bin;
  GtkWidget *button = words != NULL ? dov_mnemonic_button_new (_(words))
                                    : gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_name (button, "bin");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Put into the bin"));
  if (words == NULL)
    dov_name_widget (button, _("Put into the bin"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);

  return button;
}

static GtkWidget *
head_new (DovRecordPage *self)
{
  GtkWidget *box = dov_form_layout_head_new (self->form);

  if (dov_look_find (self->type)->paper != NULL)
    {
      GtkWidget *button = dov_mnemonic_button_new (self->id == 0 ? _("Save and _print") : _("_Print"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.print");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dov_look_find (self->type)->paper);
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      dov_wrap_box_append (DOV_WRAP_BOX (box), button);
    }
  if (self->id != 0 && !dov_store_is_read_only (self->store))
    dov_wrap_box_append (DOV_WRAP_BOX (box), bin_button_new (self));

  return box;
}

/* What belongs to it, and what was done to it. */
static void
add_below (DovRecordPage *self)
{
  const DovLook *look = dov_look_find (self->type);

  if (look->below != NULL)
    dov_form_add_below (self->form, dov_veil_new (look->below (self->store, self->type, self->id)));
  dov_form_add_below (self->form, dov_veil_new (dov_related_new (self->store, self->type, self->id)));
  dov_form_add_below (self->form, dov_veil_new (dov_history_new (self->store, self->type, self->id)));
}

/* The unfinished form is found under the name of what it is about, as soon as that is chosen. */
static void
name_form (DovRecordPage *self)
{
  g_autofree char *words = dov_look_find (self->type)->title (self->store, dov_form_get_draft (self->form));

  dov_form_set_words (self->form, words);
}

/**
 * dov_record_page_new_draft:
 * @draft: a new record with what is known of it, or a copy of one that is kept
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_record_page_new_draft (DovStore  *store,
                           DovRecord *draft,
                           gint64     kept)
{
  DovRecordPage *self = g_object_new (DOV_TYPE_RECORD_PAGE, NULL);
  const DovLook *look = dov_look_find (G_OBJECT_TYPE (draft));
  g_autofree char *words = NULL;

  self->store = g_object_ref (store);
  self->type = G_OBJECT_TYPE (draft);
  self->id = dov_record_get_id (draft);
  words = dov_form_layout_dup_title (store, draft);
  dov_page_set_title (DOV_PAGE (self), words && *words ? words : _(DOV_RECORD_GET_CLASS (draft)->label));

  dov_draft_complete (store, draft);
  if (self->id == 0 && kept == 0 && look->fill_in != NULL)
    look->fill_in (store, draft);
  self->form = DOV_FORM (dov_form_new (store, draft));
  dov_form_layout_fill (self->form);
  dov_form_set_kept (self->form, kept);
  dov_form_set_head (self->form, head_new (self));
  if (self->id != 0)
    add_below (self);
  if (look->place != NULL)
    dov_page_set_section (DOV_PAGE (self), look->place);
  if (look->title != NULL)
    {
      g_signal_connect_object (self->form, "rested", G_CALLBACK (name_form), self, G_CONNECT_SWAPPED);
      name_form (self);
    }
  dov_form_set_save (self->form, look->save, NULL);
  dov_form_page_set_form (DOV_FORM_PAGE (self), self->form);
  if (look->begin != NULL)
    look->begin (self->form);
  if (look->follow != NULL)
    {
      g_signal_connect (self->form, "edited", G_CALLBACK (look->follow), NULL);
      g_signal_connect (self->form, "rested", G_CALLBACK (look->follow), NULL);
      look->follow (self->form);
    }

  return DOV_PAGE (self);
}

static void
dov_record_page_focus (DovPage *page)
{
  DovRecordPage *self = DOV_RECORD_PAGE (page);
  const DovLook *look = dov_look_find (self->type);
  const char *field = look->focus != NULL ? look->focus (dov_form_get_draft (self->form)) : NULL;

  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (dov_form_find_row (self->form, field)));
  else
    DOV_PAGE_CLASS (dov_record_page_parent_class)->focus (page);
}

static void
dov_record_page_dispose (GObject *object)
{
  g_clear_object (&DOV_RECORD_PAGE (object)->store);

  G_OBJECT_CLASS (dov_record_page_parent_class)->dispose (object);
}

static void
dov_record_page_class_init (DovRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_record_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_record_page_focus;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_record_page_saved;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "form.print", "s", print);

  signals[SAVED] = g_signal_new ("saved", DOV_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
dov_record_page_init (DovRecordPage *self)
{
}
