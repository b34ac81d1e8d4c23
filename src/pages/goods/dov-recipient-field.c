/* dov-recipient-field.c - which grown-up takes the things for a family: a member, or somebody by proxy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-recipient-field.h"

#include <glib/gi18n.h>

#include "dov-family-member.h"
#include "dov-goods-words.h"
#include "dov-label.h"
#include "dov-line-choice.h"
#include "dov-person.h"

struct _DovRecipientField
{
  GtkBox         parent_instance;

  DovForm       *form;
  DovStore      *store;
  GtkWidget     *row;
  GtkWidget     *list;
  DovFieldGroup *proxy;       /* who comes by proxy, and which */
  GPtrArray     *people;      /* DovLinePerson */
  gboolean       is_filling;
};

G_DEFINE_FINAL_TYPE (DovRecipientField, dov_recipient_field, GTK_TYPE_BOX)

static char *
dup_words (DovStore        *store,
           DovFamilyMember *member,
           DovPerson       *person,
           const GDate     *on,
           gboolean         is_child)
{
  gboolean has_age = person->birth_date != NULL || person->birth_year != DOV_UNKNOWN;
  g_autofree char *name = is_child ? g_strdup (dov_person_get_given (person)) :
                                     dov_goods_person_short (store, dov_record_get_id (DOV_RECORD (person)));
  g_autofree char *more = !is_child ? dov_family_member_dup_kinship (member, person) :
                          has_age ? dov_person_dup_age (person, on) : g_strdup ("");

  return *more != '\0' ? g_strdup_printf ("%s, %s", name, more) : g_steal_pointer (&name);
}

/* Whose age nobody knows is taken for what the family calls them. */
static gboolean
is_child (DovFamilyMember *member,
          DovPerson       *person,
          const GDate     *on)
{
  DovBand band = dov_person_get_band (person, on);

  return band != DOV_BAND_UNKNOWN ? band <= DOV_BAND_14_17 : member->kinship == DOV_KINSHIP_CHILD;
}

static GPtrArray *
list_people (DovStore    *store,
             gint64       family,
             const GDate *on,
             gboolean     children)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_line_person_free);
  g_autofree char *day = dov_date_to_iso (on);
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT m.id FROM live_family_member m JOIN live_person p ON p.id = m.person_id"
                   " WHERE m.family_id = ?1 AND p.died_on IS NULL AND (m.until IS NULL OR m.until >= ?2)"
                   " ORDER BY m.is_legal_rep DESC, m.kinship = 'mother' DESC, m.key, m.id", "(xs)", family, day);

  while (dov_statement_next (rows))
    {
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_FAMILY_MEMBER, dov_statement_column_integer (rows, 0), NULL);
      DovFamilyMember *member = (DovFamilyMember *) record;
      g_autoptr (DovPerson) person = member == NULL ? NULL :
        (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, member->person_id, NULL);
      g_autofree char *words = NULL;

      if (person == NULL || is_child (member, person, on) != children)
        continue;
      words = dup_words (store, member, person, on, children);
      g_ptr_array_add (people, dov_line_person_new (member->person_id, words));
    }

  return people;
}

/**
 * dov_family_list_adults:
 *
 * Returns: (transfer full) (element-type DovLinePerson): legal representatives first
 */
GPtrArray *
dov_family_list_adults (DovStore    *store,
                        gint64       family,
                        const GDate *on)
{
  return list_people (store, family, on, FALSE);
}

GPtrArray *
dov_family_list_children (DovStore    *store,
                          gint64       family,
                          const GDate *on)
{
  return list_people (store, family, on, TRUE);
}

static gint64
get_person (DovRecipientField *self)
{
  return dov_record_get_number (dov_form_get_draft (self->form), "person_id");
}

/* Somebody else was chosen before, as the draft has it. */
static gboolean
has_proxy (DovRecipientField *self)
{
  DovRecord *draft = dov_form_get_draft (self->form);
  const DovField *proxy = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), "proxy");

  return proxy != NULL && !dov_record_is_empty (draft, proxy);
}

static void
show_proxy (DovRecipientField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  gtk_widget_set_visible (GTK_WIDGET (self->proxy), self->people != NULL && selected >= self->people->len);
}

static void
selected_cb (DovRecipientField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  DovRecord *draft = dov_form_get_draft (self->form);
  DovFieldRow *row = dov_field_group_find (self->proxy, "person_id");

  if (self->is_filling || self->people == NULL)
    return;
  dov_record_set_number (draft, "person_id", selected < self->people->len ?
                         ((DovLinePerson *) g_ptr_array_index (self->people, selected))->id : 0);
  if (selected < self->people->len)
    dov_record_set_string (draft, "proxy", "");
  dov_field_row_show (row);
  dov_field_row_set_error (row, NULL);
  dov_field_row_show (dov_field_group_find (self->proxy, "proxy"));
  show_proxy (self);
  dov_form_touch (self->form);
}

/**
 * dov_recipient_field_set_family:
 *
 * Offers the grown-ups of a family; the likeliest is chosen.
 */
void
dov_recipient_field_set_family (DovRecipientField *self,
                                gint64             family)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GDate today = dov_today ();
  gint64 person = get_person (self);
  guint chosen = 0;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = dov_family_list_adults (self->store, family, &today);
  for (guint i = 0; i < self->people->len; i++)
    {
      DovLinePerson *adult = g_ptr_array_index (self->people, i);

      gtk_string_list_append (words, adult->words);
      if (adult->id == person)
        chosen = i;
    }
  gtk_string_list_append (words, _("Somebody else, by proxy…"));
  if (has_proxy (self))
    chosen = self->people->len;

  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->list), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), chosen);
  self->is_filling = FALSE;
  if (chosen < self->people->len)
    dov_record_set_number (dov_form_get_draft (self->form), "person_id",
                           ((DovLinePerson *) g_ptr_array_index (self->people, chosen))->id);
  dov_field_row_show (dov_field_group_find (self->proxy, "person_id"));
  gtk_widget_set_visible (GTK_WIDGET (self), family != 0);
  show_proxy (self);
  gtk_widget_set_visible (GTK_WIDGET (self->proxy), family != 0 && chosen >= self->people->len);
}

/**
 * dov_recipient_field_new:
 * @form: with a field person_id in its draft
 * @title: of the row: “Taken by”
 * @proxy: the group of the fields for somebody else
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_recipient_field_new (DovForm       *form,
                         const char    *title,
                         DovFieldGroup *proxy)
{
  DovRecipientField *self = g_object_new (DOV_TYPE_RECIPIENT_FIELD, NULL);

  self->form = form;
  self->store = g_object_ref (dov_form_get_store (form));
  self->proxy = proxy;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  dov_name_widget (self->list, title);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (proxy), FALSE);

  return GTK_WIDGET (self);
}

static void
dov_recipient_field_finalize (GObject *object)
{
  DovRecipientField *self = DOV_RECIPIENT_FIELD (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_recipient_field_parent_class)->finalize (object);
}

static void
dov_recipient_field_class_init (DovRecipientFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_recipient_field_finalize;
}

static void
dov_recipient_field_init (DovRecipientField *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "hexpand", TRUE, NULL);

  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  self->list = dov_line_choice_new ();
  gtk_widget_set_valign (self->list, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->list, "flat");
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->list);
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (self), list);
}
