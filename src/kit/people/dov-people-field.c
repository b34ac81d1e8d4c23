/* dov-people-field.c - somebody, or several, found for a form, made in place, or named as nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-people-field.h"

#include <glib/gi18n.h>

#include "dov-finder.h"
#include "dov-label.h"
#include "dov-link-panel.h"
#include "dov-section-box.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

struct _DovPeopleField
{
  GtkBox           parent_instance;

  DovForm         *form;
  DovStore        *store;
  const DovPeople *people;
  GArray          *ids;       /* gint64; 0: nobody by name */
  char            *typed;     /* a name that was not found */

  GtkLabel        *title;
  GtkLabel        *count;
  GtkListBox      *chosen;
  GtkBox          *search;
  GtkWidget       *finder;
  DovWrapBox      *ways;
  AdwBin          *place;     /* of the small form */
  GtkLabel        *error;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovPeopleField, dov_people_field, GTK_TYPE_BOX)

static gboolean
has_id (DovPeopleField *self,
        gint64          id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/**
 * dov_people_field_find_type:
 *
 * Returns: of what kind somebody is, since an id names one record of any kind; %G_TYPE_NONE when of none
 */
GType
dov_people_field_find_type (DovPeopleField *self,
                            gint64          id)
{
  for (guint i = 0; id != 0 && self->people->sources[i].type != NULL; i++)
    {
      g_autoptr (DovRecord) found = dov_store_find (self->store, self->people->sources[i].type (), id, NULL);

      if (found != NULL)
        return G_OBJECT_TYPE (found);
    }

  return G_TYPE_NONE;
}

/* ---- who it is ---- */

static void show (DovPeopleField *self);

static void
changed (DovPeopleField *self)
{
  dov_people_field_set_error (self, NULL);
  dov_record_keep_ids (dov_form_get_draft (self->form), self->people->key, self->ids);
  show (self);
  dov_form_touch (self->form);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drop_cb (GtkWidget *button,
         gint64    *id)
{
  DovPeopleField *self = DOV_PEOPLE_FIELD (gtk_widget_get_ancestor (button, DOV_TYPE_PEOPLE_FIELD));
  gint64 dropped = *id;

  for (guint i = self->ids->len; i > 0; i--)
    if (g_array_index (self->ids, gint64, i - 1) == dropped)
      g_array_remove_index (self->ids, i - 1);
  changed (self);
  gtk_widget_grab_focus (self->finder);
}

static GtkWidget *
drop_button_new (DovPeopleField *self,
                 gint64          id,
                 const char     *name)
{
  GtkWidget *button = self->people->is_one ? dov_mnemonic_button_new (_(self->people->other))
                                           : gtk_button_new_from_icon_name ("edit-clear-symbolic");
  g_autofree char *spoken = g_strdup_printf (_("Take out: %s"), name);

  if (!self->people->is_one)
    {
      gtk_widget_add_css_class (button, "flat");
      dov_name_widget (button, spoken);
    }
  g_signal_connect_data (button, "clicked", G_CALLBACK (drop_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (GCallback) g_free, 0);

  return button;
}

static void
add_chosen (DovPeopleField *self,
            guint           nth)
{
  gint64 id = g_array_index (self->ids, gint64, nth);
  GType type = dov_people_field_find_type (self, id);
  g_autofree char *name = type != G_TYPE_NONE ? dov_store_describe_id (self->store, type, id) : g_strdup (_("Nobody by name"));
  g_autofree char *told = self->people->tell != NULL ? self->people->tell (self->store, id, nth) : g_strdup ("");
  GtkWidget *row = dov_row_line_new ("", name, told);

  if (self->people->icon != NULL)
    dov_row_line_set_icon (DOV_ROW_LINE (row), self->people->icon (self->store, id));
  dov_row_line_append (DOV_ROW_LINE (row), drop_button_new (self, id, name));
  gtk_list_box_append (self->chosen, row);
}

static void
show (DovPeopleField *self)
{
  gboolean may_add = !self->people->is_one || self->ids->len == 0;
  g_autofree char *count = self->people->count != NULL ? self->people->count (self->ids->len) : g_strdup ("");
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->chosen, 0)) != NULL)
    gtk_list_box_remove (self->chosen, GTK_WIDGET (row));
  for (guint i = 0; i < self->ids->len; i++)
    add_chosen (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), self->ids->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), may_add);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), may_add && gtk_widget_get_first_child (GTK_WIDGET (self->ways)) != NULL);
  gtk_label_set_label (self->count, count);
}

static void
choose (DovPeopleField *self,
        gint64          id)
{
  if (!has_id (self, id))
    g_array_append_val (self->ids, id);
  changed (self);
  if (self->people->is_one)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->finder);
}

/* ---- finding ---- */

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovPeopleField *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; self->people->sources[i].type != NULL; i++)
    {
      const DovPeopleSource *source = &self->people->sources[i];
      DovQuery query = { .where = source->where, .words = words, .is_nearest_first = TRUE };
      g_autoptr (GArray) ids = dov_store_list (self->store, source->type (), &query, NULL);

      for (guint n = 0; ids != NULL && n < ids->len && found->len < at_most; n++)
        {
          gint64 id = g_array_index (ids, gint64, n);

          if (!has_id (self, id))
            g_ptr_array_add (found, dov_found_new (id, dov_store_describe_id (self->store, source->type (), id),
                                                   g_strdup (source->words != NULL ? _(source->words) : "")));
        }
    }

  return found;
}

/* The name stays at hand while one says whether it is a person or an organisation. */
static void
new_cb (DovPeopleField *self,
        const char     *words)
{
  g_free (self->typed);
  self->typed = g_strdup (words);
  gtk_widget_child_focus (GTK_WIDGET (self->ways), GTK_DIR_TAB_FORWARD);
}

/* ---- making ---- */

static void
close_panel (DovPeopleField *self)
{
  adw_bin_set_child (self->place, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place), FALSE);
}

static void
made_cb (DovPeopleField *self,
         DovRecord      *record)
{
  gint64 id = dov_record_get_id (record);

  close_panel (self);
  choose (self, id);
}

static void
given_up_cb (DovPeopleField *self)
{
  close_panel (self);
  gtk_widget_grab_focus (self->finder);
}

static void
make_cb (GtkWidget             *button,
         const DovPeopleSource *source)
{
  DovPeopleField *self = DOV_PEOPLE_FIELD (gtk_widget_get_ancestor (button, DOV_TYPE_PEOPLE_FIELD));
  const char *entry = gtk_editable_get_text (GTK_EDITABLE (dov_finder_get_entry (DOV_FINDER (self->finder))));
  g_autofree char *typed = g_strdup (*entry != '\0' || self->typed == NULL ? entry : self->typed);
  GtkWidget *panel = dov_link_panel_new (self->store, source->type (), NULL, typed);

  dov_finder_clear (DOV_FINDER (self->finder));
  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "pad");
  g_signal_connect_swapped (panel, "made", G_CALLBACK (made_cb), self);
  g_signal_connect_swapped (panel, "given-up", G_CALLBACK (given_up_cb), self);
  adw_bin_set_child (self->place, panel);
  gtk_widget_set_visible (GTK_WIDGET (self->place), TRUE);
  dov_link_panel_focus (DOV_LINK_PANEL (panel));
}

static void
nobody_cb (DovPeopleField *self)
{
  choose (self, 0);
}

/* Who is found last is made most often, and comes first. */
static void
add_ways (DovPeopleField *self)
{
  GtkWidget *button;
  guint n = 0;

  while (self->people->sources[n].type != NULL)
    n++;
  /* The last kind is asked for most. */
  for (const DovPeopleSource *source = &self->people->sources[n]; source-- != self->people->sources;)
    if (source->make != NULL)
      {
        button = dov_mnemonic_button_new (_(source->make));
        g_signal_connect (button, "clicked", G_CALLBACK (make_cb), (gpointer) source);
        dov_wrap_box_append (self->ways, button);
      }
  if (self->people->nobody == NULL)
    return;
  button = dov_mnemonic_button_new (_(self->people->nobody));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (nobody_cb), self);
  dov_wrap_box_append (self->ways, button);
}

/* ---- the field ---- */

DovForm *
dov_people_field_get_form (DovPeopleField *self)
{
  return self->form;
}

/**
 * dov_people_field_get_ids:
 *
 * Returns: (transfer none) (element-type gint64): who is chosen, in the order of choosing; 0: nobody by name
 */
GArray *
dov_people_field_get_ids (DovPeopleField *self)
{
  return self->ids;
}

/**
 * dov_people_field_begin:
 * @id: whom the record names already; whoever was kept with the draft comes before
 */
void
dov_people_field_begin (DovPeopleField *self,
                        gint64          id)
{
  if (self->ids->len == 0 && id != 0)
    g_array_append_val (self->ids, id);
  show (self);
}

void
dov_people_field_set_error (DovPeopleField *self,
                            const char     *error)
{
  gtk_label_set_label (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  if (error != NULL)
    gtk_widget_grab_focus (self->finder);
}

/**
 * dov_people_field_new:
 * @form: whose draft keeps who was chosen
 * @people: what is asked; it stays there
 * @finds: (nullable): instead of @people's own words, translated
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_people_field_new (DovForm         *form,
                      const DovPeople *people,
                      const char      *finds)
{
  DovPeopleField *self = g_object_new (DOV_TYPE_PEOPLE_FIELD, NULL);

  self->form = form;
  self->store = g_object_ref (dov_form_get_store (form));
  self->people = people;
  self->ids = dov_record_dup_kept_ids (dov_form_get_draft (form), people->key);
  gtk_label_set_label (self->title, _(people->title));
  dov_name_widget (self->chosen, _(people->title));
  self->finder = dov_finder_new (finds != NULL ? finds : _(people->finds), look_cb, self);
  if (people->missing != NULL)
    dov_finder_set_new (DOV_FINDER (self->finder), _(people->missing));
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (choose), self);
  g_signal_connect_swapped (self->finder, "new", G_CALLBACK (new_cb), self);
  gtk_box_append (self->search, self->finder);
  add_ways (self);
  show (self);

  return GTK_WIDGET (self);
}

static gboolean
dov_people_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_PEOPLE_FIELD (widget)->finder);
}

static void
dov_people_field_finalize (GObject *object)
{
  DovPeopleField *self = DOV_PEOPLE_FIELD (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->typed);

  G_OBJECT_CLASS (dov_people_field_parent_class)->finalize (object);
}

static void
dov_people_field_class_init (DovPeopleFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_people_field_finalize;
  widget_class->grab_focus = dov_people_field_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_PEOPLE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-people-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, title);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, count);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, chosen);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, search);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, ways);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, place);
  gtk_widget_class_bind_template_child (widget_class, DovPeopleField, error);
}

static void
dov_people_field_init (DovPeopleField *self)
{
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
}
