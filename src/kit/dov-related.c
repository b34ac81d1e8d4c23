/* dov-related.c - lists of the records that point to a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-related.h"

#include "dov-go.h"
#include "dov-look.h"
#include "dov-number.h"
#include "dov-registry.h"
#include "dov-section-box.h"
#include "dov-shell.h"

#include <glib/gi18n.h>

/* The rest is a list page of its own. */
#define MOST_SHOWN 8

struct _DovRelated
{
  GtkBox     parent_instance;

  DovStore  *store;
  GType      type;
  gint64     id;
  guint      refill;
};

G_DEFINE_FINAL_TYPE (DovRelated, dov_related, GTK_TYPE_BOX)

typedef struct
{
  GType  type;
  gint64 id;
} Target;

static void
open_cb (GtkWidget *row,
         Target    *target)
{
  DovShell *shell = dov_shell_around (row);

  if (shell != NULL)
    dov_shell_open_record (shell, target->type, target->id);
}

static void
free_target (gpointer  target,
             GClosure *closure)
{
  g_free (target);
}

static void
append_row (DovRelated     *self,
            DovSectionBox  *section,
            GType           type,
            const DovField *field,
            gint64          id)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, type, id, NULL);
  g_autofree char *words = record != NULL ? dov_store_describe_pointing (self->store, record, field) : g_strdup ("");
  GtkWidget *row = dov_row_line_new ("", words, "");
  Target *target = g_new0 (Target, 1);

  target->type = type;
  target->id = id;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), target, free_target, 0);
  dov_section_box_append (section, row);
}

static gboolean
is_one_of_several (DovRelated     *self,
                   DovRecordClass *klass,
                   const DovField *field)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (&klass->fields[i] != field && klass->fields[i].kind == DOV_KIND_LINK && klass->fields[i].target () == self->type)
      return TRUE;

  return FALSE;
}

/* Who was at an event and who brought them are two lists: the second says so. */
static char *
dup_title (DovRelated     *self,
           DovRecordClass *klass,
           const DovField *field)
{
  return (field->flags & DOV_REQUIRED) || !is_one_of_several (self, klass, field)
    ? g_strdup (_(klass->labels)) : g_strdup_printf ("%s · %s", _(klass->labels), _(field->label));
}

typedef struct
{
  GType   type;
  char   *title;
  GArray *ids;
} Rest;

static void
free_rest (gpointer  data,
           GClosure *closure)
{
  Rest *rest = data;

  g_free (rest->title);
  g_array_unref (rest->ids);
  g_free (rest);
}

static void
more_cb (GtkWidget *section,
         Rest      *rest)
{
  dov_go_ids (section, rest->type, rest->title, rest->ids);
}

static void
offer_rest (DovSectionBox *section,
            GType          type,
            const char    *title,
            GArray        *ids)
{
  guint n_more = ids->len - MOST_SHOWN;
  /* Translators: the button that opens the whole list, of which the first rows are seen */
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  Rest *rest = g_new0 (Rest, 1);

  rest->type = type;
  rest->title = g_strdup (title);
  rest->ids = g_array_ref (ids);
  dov_section_box_set_more (section, more);
  g_signal_connect_data (section, "more-clicked", G_CALLBACK (more_cb), rest, free_rest, 0);
}

static const char *
find_own_line (DovRelated *self,
               GType       type)
{
  const DovOwnRow *rows = dov_look_find (self->type)->rows;

  for (guint i = 0; rows != NULL && rows[i].type != NULL && !dov_store_is_read_only (self->store); i++)
    if (rows[i].type () == type)
      return _(rows[i].label);

  return NULL;
}

typedef struct
{
  GType       type;
  const char *field;
  gint64      id;
} Line;

static void
add_cb (GtkWidget *row,
        Line      *line)
{
  g_autoptr (DovRecord) draft = dov_record_new (line->type, 0);

  dov_record_set_number (draft, line->field, line->id);
  dov_go_form (row, draft);
}

static void
append_adder (DovRelated     *self,
              DovSectionBox  *section,
              GType           type,
              const DovField *field,
              const char     *label)
{
  GtkWidget *row = dov_row_line_new ("", label, "");
  Line *line = g_new0 (Line, 1);

  line->type = type;
  line->field = field->name;
  line->id = self->id;
  dov_row_line_set_icon (DOV_ROW_LINE (row), "list-add-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (add_cb), line, free_target, 0);
  dov_section_box_append (section, row);
}

static void
append_section (DovRelated     *self,
                GType           type,
                const DovField *field)
{
  g_autoptr (GArray) ids = dov_store_list_pointing (self->store, type, field, self->id, NULL);
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  const char *adder = find_own_line (self, type);
  GtkWidget *section;

  if (ids == NULL || (ids->len == 0 && adder == NULL))
    return;

  title = dup_title (self, dov_registry_class (type), field);
  count = dov_number_to_shown (ids->len);
  section = dov_section_box_new (title);
  for (guint i = 0; i < MIN (ids->len, MOST_SHOWN); i++)
    append_row (self, DOV_SECTION_BOX (section), type, field, g_array_index (ids, gint64, i));
  if (adder != NULL)
    append_adder (self, DOV_SECTION_BOX (section), type, field, adder);
  if (ids->len > 0)
    dov_section_box_set_count (DOV_SECTION_BOX (section), count);
  if (ids->len > MOST_SHOWN)
    offer_rest (DOV_SECTION_BOX (section), type, title, ids);
  gtk_box_append (GTK_BOX (self), section);
}

static void
fill (DovRelated *self)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint n = 0; n < klass->n_fields; n++)
        if (klass->fields[n].kind == DOV_KIND_LINK && klass->fields[n].target () == self->type)
          append_section (self, types[i], &klass->fields[n]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static gboolean
refill_cb (gpointer user_data)
{
  DovRelated *self = user_data;

  self->refill = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* Many changes come at once; the lists follow when they are over. */
static void
changed_cb (DovRelated *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add (refill_cb, self);
}

/**
 * dov_related_new:
 *
 * Returns: (transfer floating): a section for every field of any record that
 *   points to this one; it follows the store
 */
GtkWidget *
dov_related_new (DovStore *store,
                 GType     type,
                 gint64    id)
{
  DovRelated *self = g_object_new (DOV_TYPE_RELATED, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->id = id;
  fill (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
dov_related_dispose (GObject *object)
{
  DovRelated *self = DOV_RELATED (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_related_parent_class)->dispose (object);
}

static void
dov_related_class_init (DovRelatedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_related_dispose;
}

static void
dov_related_init (DovRelated *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
}
