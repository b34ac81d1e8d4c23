/* dov-recipient-field.c - which grown-up takes the things for a family: a member, or somebody by proxy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-recipient-field.h"

#include <glib/gi18n.h>

#include "dov-family-member.h"
#include "dov-line-row.h"
#include "dov-person.h"
#include "dov-goods-query.h"

#define GROWN_UP 18

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

static int
get_age (DovPerson   *person,
         const GDate *on)
{
  if (person->birth_date != NULL)
    return dov_age_on (person->birth_date, on);

  return person->birth_year != DOV_UNKNOWN ? g_date_get_year (on) - (int) person->birth_year : -1;
}

static char *
dup_words (DovStore        *store,
           DovFamilyMember *member,
           DovPerson       *person,
           const GDate     *on,
           gboolean         is_child)
{
  g_autofree char *name = NULL;
  g_autofree char *kinship = NULL;
  int age = get_age (person, on);

  if (is_child)
    {
      if (age < 0)
        return g_strdup (person->first_name);

      return g_strdup_printf (ngettext ("%s, %d year", "%s, %d years", age), person->first_name, age);
    }
  name = dov_goods_person_short (store, dov_record_get_id (DOV_RECORD (person)));
  kinship = dov_family_member_dup_kinship (member, person);

  return *kinship != '\0' ? g_strdup_printf ("%s, %s", name, kinship) : g_strdup (name);
}

/* Whose age nobody knows is taken for what the family calls them. */
static gboolean
is_grown_up (DovFamilyMember *member,
             DovPerson       *person,
             const GDate     *on)
{
  int age = get_age (person, on);

  return age >= 0 ? age >= GROWN_UP : member->kinship != DOV_KINSHIP_CHILD;
}

static int
rank (DovFamilyMember *member)
{
  return (member->is_legal_rep ? 0 : 2) + (member->kinship == DOV_KINSHIP_MOTHER ? 0 : 1);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  return rank (*(DovFamilyMember **) a) - rank (*(DovFamilyMember **) b);
}

static GPtrArray *
list_people (DovStore    *store,
             gint64       family,
             const GDate *on,
             gboolean     children)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_line_person_free);
  DovQuery query = { .where = "family_id = ?1", .params = g_variant_new ("(x)", family) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_FAMILY_MEMBER, &query, NULL);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DovRecord *member = dov_store_find (store, DOV_TYPE_FAMILY_MEMBER, g_array_index (ids, gint64, i), NULL);

      if (member != NULL)
        g_ptr_array_add (members, member);
    }
  g_ptr_array_sort (members, compare_members);
  for (guint i = 0; i < members->len; i++)
    {
      DovFamilyMember *member = g_ptr_array_index (members, i);
      g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, member->person_id, NULL);
      g_autofree char *words = NULL;

      if (person == NULL || DOV_PERSON (person)->died_on != NULL ||
          (member->until != NULL && g_date_compare (member->until, on) < 0) ||
          is_grown_up (member, DOV_PERSON (person), on) == children)
        continue;
      words = dup_words (store, member, DOV_PERSON (person), on, children);
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

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovRecipientField     *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (self->list)));

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down && selected + 1 < n)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), selected + 1);
  else if (key == GDK_KEY_Up && selected > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), selected - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  self->list = g_object_new (GTK_TYPE_DROP_DOWN, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->list, "flat");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->list);
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (self), list);
}
