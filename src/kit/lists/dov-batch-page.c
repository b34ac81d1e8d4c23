/* dov-batch-page.c - one field changed in many records at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-batch-page.h"

#include <glib/gi18n.h>

#include "dov-field-row.h"
#include "dov-label.h"

/* Of the names of the records; the number stands in the heading. */
#define MOST_NAMES 12

struct _DovBatchPage
{
  DovManyPage          parent_instance;

  GType                type;
  GArray              *ids;
  DovRecord           *draft;       /* holds the new value, nothing else */
  GPtrArray           *fields;      /* const DovField * */
  GtkDropDown         *which;
  AdwPreferencesGroup *group;
  DovFieldRow         *value;
};

G_DEFINE_FINAL_TYPE (DovBatchPage, dov_batch_page, DOV_TYPE_MANY_PAGE)

/* What makes a record itself is changed on its own page. */
static gboolean
is_for_many (const DovField *field)
{
  return (field->flags & (DOV_SPECIAL | DOV_NAME | DOV_SNILS)) == 0 && field->kind != DOV_KIND_NOTE;
}

static const DovField *
get_field (DovBatchPage *self)
{
  guint at = gtk_drop_down_get_selected (self->which);

  return at < self->fields->len ? g_ptr_array_index (self->fields, at) : NULL;
}

static void
which_cb (DovBatchPage *self)
{
  const DovField *field = get_field (self);

  if (self->value != NULL)
    adw_preferences_group_remove (self->group, GTK_WIDGET (self->value));
  self->value = NULL;
  if (field == NULL)
    return;
  self->value = DOV_FIELD_ROW (dov_field_row_new (dov_many_page_get_store (DOV_MANY_PAGE (self)), self->draft, field->name));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->value));
}

static gboolean
dov_batch_page_check (DovManyPage *page)
{
  DovBatchPage *self = DOV_BATCH_PAGE (page);

  return self->value != NULL && dov_field_row_read (self->value);
}

static char *
dov_batch_page_dup_words (DovManyPage *page)
{
  DovBatchPage *self = DOV_BATCH_PAGE (page);
  const DovField *field = get_field (self);
  g_autofree char *shown = dov_store_dup_shown (dov_many_page_get_store (page), self->draft, field);

  /* Translators: the operation in the history, as “Curator of the family: Vetlugina N.P., in 5 records” */
  return g_strdup_printf (ngettext ("%s: %s, in %u record", "%s: %s, in %u records", self->ids->len),
                          _(field->label), *shown != '\0' ? shown : "—", self->ids->len);
}

static gboolean
dov_batch_page_write (DovManyPage  *page,
                      GError      **error)
{
  DovBatchPage *self = DOV_BATCH_PAGE (page);
  DovStore *store = dov_many_page_get_store (page);
  const DovField *field = get_field (self);
  g_autofree char *text = dov_record_dup_text (self->draft, field);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, self->type, g_array_index (self->ids, gint64, i), error);
      g_autoptr (DovRecord) draft = record != NULL ? dov_record_dup (record) : NULL;

      if (draft == NULL || !dov_record_set_text (draft, field, text, error) || !dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

static GtkWidget *
names_new (DovBatchPage *self,
           DovStore     *store)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->ids->len, MOST_NAMES); i++)
    {
      g_autofree char *name = dov_store_describe_id (store, self->type, g_array_index (self->ids, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  if (self->ids->len > MOST_NAMES)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", self->ids->len - MOST_NAMES),
                            self->ids->len - MOST_NAMES);

  return g_object_new (GTK_TYPE_LABEL, "label", names->str, "xalign", 0.0, "wrap", TRUE, NULL);
}

static GtkWidget *
which_new (DovBatchPage *self)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_action_row_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_for_many (&klass->fields[i]))
      {
        g_ptr_array_add (self->fields, (gpointer) &klass->fields[i]);
        gtk_string_list_append (labels, _(klass->fields[i].label));
      }
  self->which = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
  gtk_drop_down_set_selected (self->which, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_valign (GTK_WIDGET (self->which), GTK_ALIGN_CENTER);
  dov_name_widget (self->which, _("What to change"));
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (which_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("What to change"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->which));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->which));

  return row;
}

/**
 * dov_batch_page_new:
 * @ids: (element-type gint64): the records
 * @count: how many, with their noun: “5 families”
 *
 * Returns: (transfer floating): the page that changes one field in all of them
 */
DovPage *
dov_batch_page_new (DovStore   *store,
                    GType       type,
                    GArray     *ids,
                    const char *count)
{
  DovBatchPage *self = g_object_new (DOV_TYPE_BATCH_PAGE, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  /* Translators: a heading: Change at once: 5 families */
  g_autofree char *heading = g_strdup_printf (_("Change at once: %s"), count);
  g_autofree char *label = g_strdup_printf (_("Change %s"), count);

  self->type = type;
  g_array_append_vals (self->ids, ids->data, ids->len);
  self->draft = dov_record_new (type, 0);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_add (self->group, which_new (self));
  gtk_box_append (GTK_BOX (body), names_new (self, store));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->group));
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  gtk_widget_set_size_request (clamp, 640, -1);
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_widget_set_valign (body, GTK_ALIGN_START);
  dov_page_set_title (DOV_PAGE (self), _("Change at once"));
  dov_many_page_set_up (DOV_MANY_PAGE (self), store, heading,
                        _("All of them are changed together, and one “Undo” takes it back."), clamp, label);

  return DOV_PAGE (self);
}

static void
dov_batch_page_finalize (GObject *object)
{
  DovBatchPage *self = DOV_BATCH_PAGE (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->fields);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (dov_batch_page_parent_class)->finalize (object);
}

static void
dov_batch_page_class_init (DovBatchPageClass *klass)
{
  DovManyPageClass *many_class = DOV_MANY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_batch_page_finalize;
  many_class->check = dov_batch_page_check;
  many_class->dup_words = dov_batch_page_dup_words;
  many_class->write = dov_batch_page_write;
}

static void
dov_batch_page_init (DovBatchPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fields = g_ptr_array_new ();
}
