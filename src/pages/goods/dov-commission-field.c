/* dov-commission-field.c - who sits in a commission: found by name, the first one presides */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-commission-field.h"

#include <glib/gi18n.h>

#include "dov-commission-member.h"
#include "dov-finder.h"
#include "dov-goods-query.h"
#include "dov-person.h"
#include "dov-section-box.h"

/* Who was chosen lies beside the fields of the kept draft. */
#define KEPT "commission"

struct _DovCommissionField
{
  GtkBox     parent_instance;

  DovForm   *form;
  DovStore  *store;
  GArray    *people;   /* gint64 */
  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *finder;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (DovCommissionField, dov_commission_field, GTK_TYPE_BOX)

static void show (DovCommissionField *self);

static void
keep (DovCommissionField *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (self->people, gint64, i));
  dov_record_keep_typed (dov_form_get_draft (self->form), KEPT, text->len > 0 ? text->str : NULL);
}

static void
drop_cb (GtkWidget          *button,
         DovCommissionField *self)
{
  g_array_remove_index (self->people, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position")));
  keep (self);
  show (self);
  dov_form_touch (self->form);
  gtk_widget_grab_focus (self->finder);
}

static void
show (DovCommissionField *self)
{
  GtkWidget *row;
  g_autofree char *count = g_strdup_printf (ngettext ("%u person; at least three are needed",
                                                      "%u people; at least three are needed", self->people->len),
                                            self->people->len);

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_PERSON, g_array_index (self->people, gint64, i));
      g_autofree char *label = g_strdup_printf (_("Take out: %s"), name);
      GtkWidget *drop = gtk_button_new_from_icon_name ("edit-clear-symbolic");

      row = dov_row_line_new ("", name, i == 0 ? _("presides") : "");
      gtk_widget_add_css_class (drop, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data (G_OBJECT (drop), "position", GUINT_TO_POINTER (i));
      g_signal_connect (drop, "clicked", G_CALLBACK (drop_cb), self);
      dov_row_line_append (DOV_ROW_LINE (row), drop);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_widget_set_visible (self->list, self->people->len > 0);
  gtk_label_set_label (GTK_LABEL (self->count), count);
}

static gboolean
has_person (DovCommissionField *self,
            gint64              id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovCommissionField *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  DovQuery query = { .words = words };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_PERSON, &query, NULL);

  for (guint i = 0; ids != NULL && i < ids->len && found->len < at_most; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!has_person (self, id))
        g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, DOV_TYPE_PERSON, id), g_strdup ("")));
    }

  return found;
}

static void
chosen_cb (DovCommissionField *self,
           gint64              id)
{
  g_array_append_val (self->people, id);
  dov_commission_field_set_error (self, NULL);
  keep (self);
  show (self);
  dov_form_touch (self->form);
  gtk_widget_grab_focus (self->finder);
}

guint
dov_commission_field_count (DovCommissionField *self)
{
  return self->people->len;
}

/**
 * dov_commission_field_list:
 *
 * Returns: (transfer full) (element-type DovCommissionMember): drafts, the one who presides first
 */
GPtrArray *
dov_commission_field_list (DovCommissionField *self)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->people->len; i++)
    {
      DovRecord *member = dov_record_new (DOV_TYPE_COMMISSION_MEMBER, 0);

      dov_set (DOV_COMMISSION_MEMBER (member), person_id, g_array_index (self->people, gint64, i));
      dov_set (DOV_COMMISSION_MEMBER (member), role, i == 0 ? DOV_COMMISSION_ROLE_CHAIR : DOV_COMMISSION_ROLE_MEMBER);
      g_ptr_array_add (members, member);
    }

  return members;
}

/**
 * dov_commission_field_save:
 * @link: of a member to the paper
 *
 * Inside the operation of the caller.
 */
gboolean
dov_commission_field_save (DovCommissionField *self,
                           const char         *link,
                           gint64              paper,
                           GError            **error)
{
  g_autoptr (GPtrArray) members = dov_commission_field_list (self);

  for (guint i = 0; i < members->len; i++)
    {
      dov_record_set_number (g_ptr_array_index (members, i), link, paper);
      if (!dov_store_save (self->store, g_ptr_array_index (members, i), error))
        return FALSE;
    }

  return TRUE;
}

void
dov_commission_field_set_error (DovCommissionField *self,
                                const char         *error)
{
  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
  if (error != NULL)
    gtk_widget_grab_focus (self->finder);
}

/**
 * dov_commission_field_new:
 * @note: what is signed by them
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_commission_field_new (DovForm    *form,
                          const char *note)
{
  DovCommissionField *self = g_object_new (DOV_TYPE_COMMISSION_FIELD, NULL);
  const char *kept = dov_record_get_typed (dov_form_get_draft (form), KEPT);
  g_auto (GStrv) ids = kept != NULL ? g_strsplit (kept, " ", -1) : NULL;

  self->form = form;
  self->store = g_object_ref (dov_form_get_store (form));
  self->finder = dov_finder_new (note, look_cb, self);
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->finder);
  gtk_box_append (GTK_BOX (self), self->error);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (ids[i], NULL, 10);

      g_array_append_val (self->people, id);
    }
  show (self);

  return GTK_WIDGET (self);
}

static void
dov_commission_field_finalize (GObject *object)
{
  DovCommissionField *self = DOV_COMMISSION_FIELD (object);

  g_clear_object (&self->store);
  g_array_unref (self->people);

  G_OBJECT_CLASS (dov_commission_field_parent_class)->finalize (object);
}

static void
dov_commission_field_class_init (DovCommissionFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_commission_field_finalize;
}

static void
dov_commission_field_init (DovCommissionField *self)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  GtkWidget *title = gtk_label_new (_("Commission"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_css_class (title, "section-title");
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Commission"), -1);
  self->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "margin-start", 3, NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (self), head);
}
