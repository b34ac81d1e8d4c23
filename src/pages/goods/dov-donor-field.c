/* dov-donor-field.c - who gives: found among donors, people and organisations, made in place, or nobody by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-donor-field.h"

#include <glib/gi18n.h>

#include "dov-donor.h"
#include "dov-finder.h"
#include "dov-link-panel.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-section-box.h"

/* What was chosen lies beside the fields of the kept draft. */
#define KEPT "donor"

struct _DovDonorField
{
  GtkBox     parent_instance;

  DovForm   *form;
  DovStore  *store;
  GType      type;       /* donor, person, organisation; G_TYPE_NONE: nobody yet */
  gint64     id;         /* 0 with the type of a donor: nobody by name */

  GtkWidget *finder;
  GtkWidget *ways;
  GtkWidget *chosen;     /* the list with who was chosen */
  GtkWidget *place;      /* of the small form */
  GtkWidget *error;
  char      *typed;      /* a name that was not found */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDonorField, dov_donor_field, GTK_TYPE_BOX)

static void show (DovDonorField *self);

static void
keep (DovDonorField *self)
{
  g_autofree char *text = self->type == G_TYPE_NONE ? NULL :
    g_strdup_printf ("%s %" G_GINT64_FORMAT, g_type_name (self->type), self->id);

  dov_record_keep_typed (dov_form_get_draft (self->form), KEPT, text);
}

static void
choose (DovDonorField *self,
        GType          type,
        gint64         id)
{
  self->type = type;
  self->id = id;
  dov_donor_field_set_error (self, NULL);
  keep (self);
  show (self);
  dov_form_touch (self->form);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- finding ---- */

static void
look_in (DovDonorField *self,
         GType          type,
         const char    *where,
         const char    *words,
         const char    *second,
         guint          at_most,
         GPtrArray     *found)
{
  DovQuery query = { .where = where, .words = words };
  g_autoptr (GArray) ids = dov_store_list (self->store, type, &query, NULL);

  for (guint i = 0; ids != NULL && i < ids->len && found->len < at_most; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, type, id), g_strdup (second)));
    }
}

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovDonorField *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  look_in (self, DOV_TYPE_DONOR, "anonymous = 0", words, _("has given before"), at_most, found);
  look_in (self, DOV_TYPE_ORGANISATION,
           "id NOT IN (SELECT organisation_id FROM donor WHERE organisation_id IS NOT NULL AND removed IS NULL)",
           words, _("organisation"), at_most, found);
  look_in (self, DOV_TYPE_PERSON, "id NOT IN (SELECT person_id FROM donor WHERE person_id IS NOT NULL AND removed IS NULL)",
           words, _("person"), at_most, found);

  return found;
}

/* An id names one record of any kind. */
static void
chosen_cb (DovDonorField *self,
           gint64         id)
{
  const GType types[] = { DOV_TYPE_DONOR, DOV_TYPE_ORGANISATION, DOV_TYPE_PERSON };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (DovRecord) found = dov_store_find (self->store, types[i], id, NULL);

      if (found == NULL)
        continue;
      choose (self, types[i], id);
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
      return;
    }
}

/* ---- making ---- */

static void
close_panel (DovDonorField *self)
{
  adw_bin_set_child (ADW_BIN (self->place), NULL);
  gtk_widget_set_visible (self->place, FALSE);
}

static void
made_cb (DovLinkPanel  *panel,
         DovRecord     *record,
         DovDonorField *self)
{
  GType type = G_OBJECT_TYPE (record);
  gint64 id = dov_record_get_id (record);

  close_panel (self);
  choose (self, type, id);
}

static void
given_up_cb (DovDonorField *self)
{
  close_panel (self);
  gtk_widget_grab_focus (self->finder);
}

static void
open_panel (DovDonorField *self,
            GType          type)
{
  const char *entry = gtk_editable_get_text (GTK_EDITABLE (dov_finder_get_entry (DOV_FINDER (self->finder))));
  g_autofree char *typed = g_strdup (*entry != '\0' || self->typed == NULL ? entry : self->typed);
  GtkWidget *panel = dov_link_panel_new (self->store, type, NULL, typed);

  dov_finder_clear (DOV_FINDER (self->finder));
  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "pad");
  g_signal_connect (panel, "made", G_CALLBACK (made_cb), self);
  g_signal_connect_swapped (panel, "given-up", G_CALLBACK (given_up_cb), self);
  adw_bin_set_child (ADW_BIN (self->place), panel);
  gtk_widget_set_visible (self->place, TRUE);
  dov_link_panel_focus (DOV_LINK_PANEL (panel));
}

static void
person_cb (DovDonorField *self)
{
  open_panel (self, DOV_TYPE_PERSON);
}

static void
organisation_cb (DovDonorField *self)
{
  open_panel (self, DOV_TYPE_ORGANISATION);
}

static void
nobody_cb (DovDonorField *self)
{
  choose (self, DOV_TYPE_DONOR, 0);
}

static void
another_cb (DovDonorField *self)
{
  choose (self, G_TYPE_NONE, 0);
  gtk_widget_grab_focus (self->finder);
}

/* The name stays at hand while one says whether it is a person or an organisation. */
static void
new_cb (DovDonorField *self,
        const char    *words)
{
  g_free (self->typed);
  self->typed = g_strdup (words);
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->ways));
}

/* ---- who it is ---- */

static char *
dup_name (DovDonorField *self)
{
  if (self->id == 0)
    return g_strdup (_("Nobody by name"));

  return dov_store_describe_id (self->store, self->type, self->id);
}

static void
show (DovDonorField *self)
{
  gboolean is_given = self->type != G_TYPE_NONE;
  GtkWidget *row;

  gtk_widget_set_visible (self->finder, !is_given);
  gtk_widget_set_visible (self->ways, !is_given);
  gtk_widget_set_visible (self->chosen, is_given);
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->chosen), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->chosen), row);
  if (is_given)
    {
      g_autofree char *name = dup_name (self);
      GtkWidget *another = gtk_button_new_with_mnemonic (_("Somebody _else"));

      row = dov_row_line_new ("", name, dov_donor_field_is_anonymous (self) ? _("a box in the shop, a parcel without a name") :
                              dov_donor_field_is_organisation (self) ? _("organisation") : _("person"));
      dov_row_line_set_icon (DOV_ROW_LINE (row), dov_donor_field_is_organisation (self) ? "emblem-shared-symbolic" :
                                                                                          "avatar-default-symbolic");
      dov_row_line_append (DOV_ROW_LINE (row), another);
      g_signal_connect_swapped (another, "clicked", G_CALLBACK (another_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->chosen), row);
    }
}

gboolean
dov_donor_field_is_given (DovDonorField *self)
{
  return self->type != G_TYPE_NONE;
}

gboolean
dov_donor_field_is_organisation (DovDonorField *self)
{
  g_autoptr (DovRecord) donor = self->type == DOV_TYPE_DONOR && self->id != 0 ?
    dov_store_find (self->store, DOV_TYPE_DONOR, self->id, NULL) : NULL;

  return self->type == DOV_TYPE_ORGANISATION || (donor != NULL && DOV_DONOR (donor)->organisation_id != 0);
}

gboolean
dov_donor_field_is_anonymous (DovDonorField *self)
{
  g_autoptr (DovRecord) donor = self->type == DOV_TYPE_DONOR && self->id != 0 ?
    dov_store_find (self->store, DOV_TYPE_DONOR, self->id, NULL) : NULL;

  return self->type == DOV_TYPE_DONOR && (self->id == 0 || (donor != NULL && DOV_DONOR (donor)->anonymous));
}

void
dov_donor_field_set_error (DovDonorField *self,
                           const char    *error)
{
  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
  if (error != NULL)
    gtk_widget_grab_focus (self->finder);
}

/* Whoever gives for the first time becomes a donor; nobody by name is one donor for all such gifts. */
static DovRecord *
find_or_make (DovDonorField *self)
{
  const char *where = self->id == 0 ? "anonymous = 1 AND ?1 = 0" :
    self->type == DOV_TYPE_PERSON ? "person_id = ?1" : "organisation_id = ?1";
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", self->id) };
  g_autoptr (DovRecord) found = dov_store_find_first (self->store, DOV_TYPE_DONOR, &query, NULL);
  DovRecord *made;

  if (found != NULL)
    return g_steal_pointer (&found);

  made = dov_record_new (DOV_TYPE_DONOR, 0);
  if (self->id == 0)
    dov_set (DOV_DONOR (made), anonymous, TRUE);
  else if (self->type == DOV_TYPE_PERSON)
    dov_set (DOV_DONOR (made), person_id, self->id);
  else
    dov_set (DOV_DONOR (made), organisation_id, self->id);

  return made;
}

/**
 * dov_donor_field_save:
 *
 * Inside the operation of the caller.
 *
 * Returns: the id of the donor; 0 with @error set
 */
gint64
dov_donor_field_save (DovDonorField *self,
                      GError       **error)
{
  g_autoptr (DovRecord) donor = NULL;

  if (self->type == DOV_TYPE_DONOR && self->id != 0)
    return self->id;

  donor = find_or_make (self);
  if (dov_record_get_id (donor) == 0 && !dov_store_save (self->store, donor, error))
    return 0;

  return dov_record_get_id (donor);
}

static void
take_up (DovDonorField *self)
{
  const char *text = dov_record_get_typed (dov_form_get_draft (self->form), KEPT);
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", 2) : NULL;
  gint64 linked = dov_record_get_number (dov_form_get_draft (self->form), "donor_id");

  if (words != NULL && words[0] != NULL && words[1] != NULL)
    {
      self->type = g_type_from_name (words[0]);
      self->id = g_ascii_strtoll (words[1], NULL, 10);
    }
  else if (linked != 0)
    {
      self->type = DOV_TYPE_DONOR;
      self->id = linked;
    }
  if (self->type == G_TYPE_INVALID)
    self->type = G_TYPE_NONE;
}

/**
 * dov_donor_field_new:
 * @form: whose draft keeps who was chosen
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_donor_field_new (DovForm *form)
{
  DovDonorField *self = g_object_new (DOV_TYPE_DONOR_FIELD, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("From whom *"), "xalign", 0.0, "margin-start", 3, NULL);

  g_type_ensure (DOV_TYPE_DONOR);
  g_type_ensure (DOV_TYPE_PERSON);
  g_type_ensure (DOV_TYPE_ORGANISATION);
  self->form = form;
  self->store = g_object_ref (dov_form_get_store (form));
  gtk_widget_add_css_class (title, "section-title");
  self->finder = dov_finder_new (_("Name of a person or an organisation, any letters of it"), look_cb, self);
  dov_finder_set_new (DOV_FINDER (self->finder), _("Not known yet: “%s”"));
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->finder, "new", G_CALLBACK (new_cb), self);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), self->finder);
  gtk_box_append (GTK_BOX (self), self->ways);
  gtk_box_append (GTK_BOX (self), self->place);
  gtk_box_append (GTK_BOX (self), self->chosen);
  gtk_box_append (GTK_BOX (self), self->error);
  take_up (self);
  show (self);

  return GTK_WIDGET (self);
}

static gboolean
dov_donor_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_DONOR_FIELD (widget)->finder);
}

static void
dov_donor_field_finalize (GObject *object)
{
  DovDonorField *self = DOV_DONOR_FIELD (object);

  g_clear_object (&self->store);
  g_free (self->typed);

  G_OBJECT_CLASS (dov_donor_field_parent_class)->finalize (object);
}

static void
dov_donor_field_class_init (DovDonorFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_donor_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dov_donor_field_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_DONOR_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_way (DovDonorField *self,
         const char    *label,
         GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->ways), button);
}

static void
dov_donor_field_init (DovDonorField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->type = G_TYPE_NONE;
  self->ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_way (self, _("New _person…"), G_CALLBACK (person_cb));
  add_way (self, _("New _organisation…"), G_CALLBACK (organisation_cb));
  add_way (self, _("_Without a name"), G_CALLBACK (nobody_cb));
  self->chosen = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->chosen, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, _("From whom"), -1);
  self->place = g_object_new (ADW_TYPE_BIN, "visible", FALSE, NULL);
  self->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "margin-start", 3, NULL);
  gtk_widget_add_css_class (self->error, "error");
}
