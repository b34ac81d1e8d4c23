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
  GtkBox         parent_instance;

  DovForm       *form;
  DovStore      *store;
  GArray        *people;   /* gint64 */
  DovSectionBox *section;
  GtkWidget     *finder;
  GtkWidget     *error;
};

G_DEFINE_FINAL_TYPE (DovCommissionField, dov_commission_field, GTK_TYPE_BOX)

static void show (DovCommissionField *self);

/* Others sit in it now. */
static void
changed (DovCommissionField *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (self->people, gint64, i));
  dov_record_keep_typed (dov_form_get_draft (self->form), KEPT, text->len > 0 ? text->str : NULL);
  show (self);
  dov_form_touch (self->form);
  gtk_widget_grab_focus (self->finder);
}

static void
drop_cb (DovCommissionField *self,
         GtkWidget          *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_array_remove_index (self->people, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  changed (self);
}

static void
show (DovCommissionField *self)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u person; at least three are needed",
                                                      "%u people; at least three are needed", self->people->len),
                                            self->people->len);

  dov_section_box_clear (self->section);
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_PERSON, g_array_index (self->people, gint64, i));
      g_autofree char *label = g_strdup_printf (_("Take out: %s"), name);
      GtkWidget *row = dov_row_line_new ("", name, i == 0 ? _("presides") : "");
      GtkWidget *drop = gtk_button_new_from_icon_name ("edit-clear-symbolic");

      gtk_widget_add_css_class (drop, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_swapped (drop, "clicked", G_CALLBACK (drop_cb), self);
      dov_row_line_append (DOV_ROW_LINE (row), drop);
      dov_section_box_append (self->section, row);
    }
  dov_section_box_set_count (self->section, count);
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
  changed (self);
}

guint
dov_commission_field_count (DovCommissionField *self)
{
  return self->people->len;
}

/**
 * dov_commission_field_save:
 * @link: of a member to the paper
 *
 * Inside the operation of the caller; the first presides.
 */
gboolean
dov_commission_field_save (DovCommissionField *self,
                           const char         *link,
                           gint64              paper,
                           GError            **error)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_COMMISSION_MEMBER, 0);

      dov_set (DOV_COMMISSION_MEMBER (member), person_id, g_array_index (self->people, gint64, i));
      dov_set (DOV_COMMISSION_MEMBER (member), role, i == 0 ? DOV_COMMISSION_ROLE_CHAIR : DOV_COMMISSION_ROLE_MEMBER);
      dov_record_set_number (member, link, paper);
      if (!dov_store_save (self->store, member, error))
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
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("Commission")));
  dov_section_box_set_empty (self->section, _("Nobody is named."));
  self->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "margin-start", 3, NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->section));
}
