/* dov-related.c - lists of the records that point to a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-related.h"

#include "dov-follow.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-look.h"
#include "dov-number.h"
#include "dov-registry.h"
#include "dov-related-list.h"

#include <glib/gi18n.h>

/* The rest is a list page of its own. */
#define MOST_SHOWN 8

static void
append_row (DovSectionBox  *section,
            DovStore       *store,
            GType           type,
            const DovField *field,
            gint64          id)
{
  g_autoptr (DovRecord) record = dov_store_find (store, type, id, NULL);
  g_autofree char *words = record != NULL ? dov_store_describe_pointing (store, record, field) : g_strdup ("");
  GtkWidget *row = dov_row_line_new ("", words, "");

  dov_row_line_open_record (DOV_ROW_LINE (row), type, id);
  dov_section_box_append (section, row);
}

static gboolean
is_one_of_several (GType           subject,
                   DovRecordClass *klass,
                   const DovField *field)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (&klass->fields[i] != field && klass->fields[i].kind == DOV_KIND_LINK && klass->fields[i].target () == subject)
      return TRUE;

  return FALSE;
}

/* Who was at an event and who brought them are two lists: the second says so. */
static char *
dup_title (GType           subject,
           DovRecordClass *klass,
           const DovField *field)
{
  return (field->flags & DOV_REQUIRED) || !is_one_of_several (subject, klass, field)
    ? g_strdup (_(klass->labels)) : g_strdup_printf ("%s · %s", _(klass->labels), _(field->label));
}

static const char *
find_own_line (DovStore *store,
               GType     subject,
               GType     type)
{
  const DovOwnRow *rows = dov_look_find (subject)->rows;

  for (guint i = 0; rows != NULL && rows[i].type != NULL && !dov_store_is_read_only (store); i++)
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
free_line (gpointer  line,
           GClosure *closure)
{
  g_free (line);
}

static void
append_adder (DovSectionBox  *section,
              GType           type,
              const DovField *field,
              gint64          subject,
              const char     *label)
{
  GtkWidget *row = dov_row_line_new ("", label, "");
  const Line line = { type, field->name, subject };

  dov_row_line_set_icon (DOV_ROW_LINE (row), "list-add-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (add_cb), g_memdup2 (&line, sizeof line), free_line, 0);
  dov_section_box_append (section, row);
}

static void
append_section (GtkBox         *box,
                DovStore       *store,
                GType           subject,
                gint64          id,
                GType           type,
                const DovField *field)
{
  g_autoptr (GArray) ids = dov_store_list_pointing (store, type, field, id, NULL);
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  const char *adder = find_own_line (store, subject, type);
  DovSectionBox *section;

  if (ids == NULL || (ids->len == 0 && adder == NULL))
    return;

  title = dup_title (subject, dov_registry_class (type), field);
  count = dov_number_to_shown (ids->len);
  section = DOV_SECTION_BOX (dov_section_box_new (title));
  for (guint i = 0; i < MIN (ids->len, MOST_SHOWN); i++)
    append_row (section, store, type, field, g_array_index (ids, gint64, i));
  if (ids->len > MOST_SHOWN)
    dov_related_list_append_rest (section, type, title, ids, ids->len - MOST_SHOWN);
  if (adder != NULL)
    append_adder (section, type, field, id, adder);
  if (ids->len > 0)
    dov_section_box_set_count (section, count);
  gtk_box_append (box, GTK_WIDGET (section));
}

static void
fill (GtkWidget *box,
      DovStore  *store,
      GType      type,
      gint64     id)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  dov_clear_box (box);
  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      if (dov_look_find (type)->below != NULL && dov_look_find (types[i])->is_apart)
        continue;
      for (guint n = 0; n < klass->n_fields; n++)
        if (klass->fields[n].kind == DOV_KIND_LINK && klass->fields[n].target () == type)
          append_section (GTK_BOX (box), store, type, id, types[i], &klass->fields[n]);
    }
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
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
  return dov_follow (gtk_box_new (GTK_ORIENTATION_VERTICAL, 16), store, type, id, fill);
}
