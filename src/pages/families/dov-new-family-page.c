/* dov-new-family-page.c - a new family, with the first people in it, in one go */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-new-family-page.h"

#include "dov-case-number.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-newcomer.h"
#include "dov-settings.h"

#include <glib/gi18n.h>

/* Whoever is asked for at once; more are added on the family's page. */
#define N_CHILDREN 3

struct _DovNewFamilyPage
{
  DovFormPage  parent_instance;

  DovStore    *store;
  DovForm     *form;
  DovFamily   *family;
  GPtrArray   *newcomers;     /* DovNewcomer */
  GtkWidget   *more;
  guint        n_children;
};

G_DEFINE_FINAL_TYPE (DovNewFamilyPage, dov_new_family_page, DOV_TYPE_FORM_PAGE)

/* The lounge of this PC, and the next number of its cases. */
static void
fill_in (DovNewFamilyPage *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, DOV_TYPE_SETTINGS, NULL, NULL);
  GDate today = dov_today ();

  if (self->family->lounge_id == 0 && settings != NULL)
    dov_set (self->family, lounge_id, DOV_SETTINGS (settings)->lounge_id);
  if (*self->family->case_no == '\0')
    {
      g_autofree char *case_no = dov_case_number_propose (self->store, self->family->lounge_id, &today);

      dov_set (self->family, case_no, case_no);
    }
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovNewFamilyPage *self = user_data;
  g_autofree char *words = g_strdup_printf (_("New family: %s"), self->family->family_name);

  dov_store_name_operation (self->store, words);
  if (!dov_store_save (self->store, DOV_RECORD (self->family), error))
    return FALSE;
  for (guint i = 0; i < self->newcomers->len; i++)
    if (!dov_newcomer_save (g_ptr_array_index (self->newcomers, i), dov_record_get_id (DOV_RECORD (self->family)), error))
      return FALSE;

  return TRUE;
}

/* Instead of the form stands the family that it made. */
static void
dov_new_family_page_saved (DovFormPage *page)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (page));
  gint64 id = dov_record_get_id (DOV_RECORD (DOV_NEW_FAMILY_PAGE (page)->family));

  DOV_FORM_PAGE_CLASS (dov_new_family_page_parent_class)->saved (page);
  dov_go_record (shell, DOV_TYPE_FAMILY, id);
}

/* The unfinished form is found under the name of the family. */
static void
name_draft (gpointer page)
{
  DovNewFamilyPage *self = page;
  DovFieldRow *name = dov_form_find_row (self->form, "family_name");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (dov_field_row_get_editor (name)));
  g_autofree char *words = *typed ? g_strdup_printf (_("New family: %s"), typed) : g_strdup (_("New family"));

  dov_form_set_words (self->form, words);
}

static DovNewcomer *
add_newcomer (DovNewFamilyPage *self,
              DovKinship        kinship,
              const char       *part,
              const char       *title)
{
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  DovNewcomer *newcomer;

  dov_set (DOV_FAMILY_MEMBER (member), kinship, kinship);
  newcomer = dov_newcomer_new (self->form, DOV_FAMILY_MEMBER (member), part, title, TRUE);
  dov_newcomer_set_optional (newcomer);
  g_ptr_array_add (self->newcomers, newcomer);

  return newcomer;
}

static DovNewcomer *
add_child (DovNewFamilyPage *self)
{
  g_autofree char *part = g_strdup_printf ("child%u", self->n_children + 1);

  self->n_children++;

  return add_newcomer (self, DOV_KINSHIP_CHILD, part, self->n_children == 1 ? _("First child") : _("One more child"));
}

static void
more_cb (DovNewFamilyPage *self)
{
  DovNewcomer *child;
  GtkWidget *column = gtk_widget_get_parent (self->more);

  child = add_child (self);
  gtk_box_reorder_child_after (GTK_BOX (column), self->more, gtk_widget_get_last_child (column));
  gtk_widget_set_visible (self->more, self->n_children < N_CHILDREN);
  dov_field_group_focus_first (dov_newcomer_get_group (child));
}

/* A form taken up again has the children that were typed into it. */
static gboolean
has_typed (DovNewFamilyPage *self,
           const char       *part)
{
  g_autoptr (GPtrArray) keys = dov_record_list_typed (DOV_RECORD (self->family));

  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (keys, i), part))
      return TRUE;

  return FALSE;
}

static void
add_people (DovNewFamilyPage *self)
{
  add_newcomer (self, DOV_KINSHIP_MOTHER, "mother", _("Mother"));
  add_child (self);
  for (guint i = 2; i <= N_CHILDREN; i++)
    {
      g_autofree char *part = g_strdup_printf ("child%u", i);

      if (has_typed (self, part))
        add_child (self);
    }

  self->more = gtk_button_new_with_mnemonic (_("One more _child"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, self->n_children < N_CHILDREN);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  dov_form_add_widget (self->form, self->more, TRUE);
}

static GtkWidget *
head_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), dov_heading_new (_("New family"), "page-title"));
  gtk_box_append (GTK_BOX (box), dov_label_new (_("Mother and child may be left empty and added later."), "dim-label"));

  return box;
}

/**
 * dov_new_family_page_new:
 * @draft: a new family with what is known of it
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating) (nullable): the page; %NULL for a family that is kept: it has the form of any record
 */
DovPage *
dov_new_family_page_new (DovStore  *store,
                         DovRecord *draft,
                         gint64     kept)
{
  DovNewFamilyPage *self;

  if (dov_record_get_id (draft) != 0)
    return NULL;

  self = g_object_new (DOV_TYPE_NEW_FAMILY_PAGE, NULL);
  self->store = g_object_ref (store);
  self->family = g_object_ref (DOV_FAMILY (draft));
  fill_in (self);
  self->form = DOV_FORM (dov_form_new (store, draft));
  dov_form_set_head (self->form, head_new ());
  dov_form_add_group (self->form, _("Family"), "family_name structure address phone", FALSE);
  dov_form_add_group (self->form, _("Case"), "case_no lounge_id case_status opened_on curator_id", FALSE);
  dov_field_row_set_hint (dov_form_find_row (self->form, "family_name"), _("As the family is called: the Ivanovs"));
  dov_field_row_set_hint (dov_form_find_row (self->form, "case_no"), _("The next free number; change it if need be"));
  add_people (self);
  dov_form_page_begin (DOV_FORM_PAGE (self), self->form, _("New family"), "families", kept, save_cb, name_draft);

  return DOV_PAGE (self);
}

static void
dov_new_family_page_dispose (GObject *object)
{
  DovNewFamilyPage *self = DOV_NEW_FAMILY_PAGE (object);

  g_clear_pointer (&self->newcomers, g_ptr_array_unref);
  g_clear_object (&self->family);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_new_family_page_parent_class)->dispose (object);
}

static void
dov_new_family_page_class_init (DovNewFamilyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_new_family_page_dispose;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_new_family_page_saved;
}

static void
dov_new_family_page_init (DovNewFamilyPage *self)
{
  self->newcomers = g_ptr_array_new_with_free_func (g_object_unref);
}
