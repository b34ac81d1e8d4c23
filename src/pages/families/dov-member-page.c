/* dov-member-page.c - somebody of a family: a newcomer, or what is known of a member */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-member-page.h"

#include "dov-date-row.h"
#include "dov-deed.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-newcomer.h"

#include <glib/gi18n.h>

struct _DovMemberPage
{
  DovFormPage      parent_instance;

  DovStore        *store;
  DovForm         *form;
  DovFamilyMember *member;
  DovPerson       *person;     /* a copy of the card of a member, NULL for a newcomer */
  DovNewcomer     *newcomer;
};

G_DEFINE_FINAL_TYPE (DovMemberPage, dov_member_page, DOV_TYPE_FORM_PAGE)

static char *
dup_family_name (DovMemberPage *self)
{
  g_autoptr (DovRecord) family = dov_store_find (self->store, DOV_TYPE_FAMILY, self->member->family_id, NULL);

  return g_strdup (family ? DOV_FAMILY (family)->family_name : "");
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovMemberPage *self = user_data;
  g_autofree char *name = self->newcomer ? dov_newcomer_dup_name (self->newcomer)
                                         : dov_person_dup_name (self->person);
  /* Translators: what an operation was, in the history: who was added to a family or changed in it */
  g_autofree char *words = g_strdup_printf (self->newcomer ? _("Added to the family: %s")
                                                           : _("Changed in the family: %s"), name);

  dov_store_name_operation (self->store, words);
  if (self->newcomer != NULL)
    return dov_newcomer_save (self->newcomer, self->member->family_id, error);

  return dov_store_save (self->store, DOV_RECORD (self->person), error) &&
         dov_store_save (self->store, DOV_RECORD (self->member), error);
}

static gboolean
take_out (DovStore  *store,
          gpointer   member,
          GError   **error)
{
  return dov_store_remove (store, member, error);
}

static void
taken_out (gpointer from,
           gpointer member)
{
  dov_go_back (from);
}

/* Somebody who never belonged here; who did belong has a last day instead. */
static void
remove_cb (GtkWidget *button,
           DovRecord *draft)
{
  DovStore *store = dov_form_page_get_store (DOV_FORM_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_FORM_PAGE)));
  DovRecord *member = dov_store_find (store, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (draft), NULL);

  if (member != NULL)
    dov_deed_do (button, store, &(DovDeed) {
      .words = _("Taken out of the family"), .act = take_out, .done = taken_out, .data = member, .free_data = g_object_unref });
}

static void
open_card_cb (GtkWidget *button,
              DovRecord *person)
{
  dov_go_record (button, DOV_TYPE_PERSON, dov_record_get_id (person));
}

static void
add_person (DovMemberPage *self)
{
  g_autoptr (DovRecord) found = dov_store_find (self->store, DOV_TYPE_PERSON, self->member->person_id, NULL);
  DovFieldGroup *group;
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->person = DOV_PERSON (found ? dov_record_dup (found) : dov_record_new (DOV_TYPE_PERSON, 0));
  group = dov_form_add_part (self->form, DOV_RECORD (self->person), "person", _("Who"),
                             "last_name first_name patronymic birth_date sex phone", FALSE);
  dov_date_row_set_shows_age (DOV_DATE_ROW (dov_field_group_find (group, "birth_date")), TRUE);
  gtk_box_append (GTK_BOX (buttons), dov_button_new (_("The whole _card"), NULL, G_CALLBACK (open_card_cb), self->person));
  gtk_box_append (GTK_BOX (buttons), dov_button_new (_("Added by _mistake"), NULL, G_CALLBACK (remove_cb), self->member));
  dov_form_add_widget (self->form, buttons, FALSE);
}

static void
add_fields (DovMemberPage *self)
{
  g_autofree char *family = dup_family_name (self);
  /* Translators: the title over kinship and the like, with the name of the family */
  g_autofree char *title = g_strdup_printf (_("In the family: %s"), family);
  DovFieldRow *until;

  if (dov_record_get_id (DOV_RECORD (self->member)) == 0)
    self->newcomer = dov_newcomer_new (self->form, self->member, "person", _("Who"), FALSE);
  else
    add_person (self);
  dov_form_add_group (self->form, title, "kinship lives_together is_primary is_legal_rep authority_doc since until", TRUE);
  dov_form_add_group (self->form, _("School and pastimes"), "school leisure child_registers parental_rights", TRUE);

  until = dov_form_find_row (self->form, "until");
  dov_field_row_set_hint (until, _("Gone from the family? Type the day; what was before stays"));
  dov_field_row_set_hint (dov_form_find_row (self->form, "authority_doc"), _("For a guardian: number and date"));
}

/**
 * dov_member_page_new:
 * @draft: a new member with the family set, or a copy of one
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_member_page_new (DovStore  *store,
                     DovRecord *draft,
                     gint64     kept)
{
  DovMemberPage *self = g_object_new (DOV_TYPE_MEMBER_PAGE, NULL);
  g_autofree char *family = NULL;
  g_autofree char *who = NULL;
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->member = g_object_ref (DOV_FAMILY_MEMBER (draft));
  family = dup_family_name (self);
  who = self->member->person_id != 0 ? dov_store_describe_id (store, DOV_TYPE_PERSON, self->member->person_id)
                                     : g_strdup (_("somebody new"));
  title = g_strdup_printf ("%s › %s", family, who);
  self->form = DOV_FORM (dov_form_new (store, draft));
  add_fields (self);
  dov_form_page_begin (DOV_FORM_PAGE (self), self->form, title, "families", kept, save_cb, NULL);

  return DOV_PAGE (self);
}

static void
dov_member_page_dispose (GObject *object)
{
  DovMemberPage *self = DOV_MEMBER_PAGE (object);

  g_clear_object (&self->newcomer);
  g_clear_object (&self->person);
  g_clear_object (&self->member);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_member_page_parent_class)->dispose (object);
}

static void
dov_member_page_class_init (DovMemberPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_member_page_dispose;
}

static void
dov_member_page_init (DovMemberPage *self)
{
}
