/* dov-related-list.c - the records that belong to another, as a titled list that is declared */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-related-list.h"

#include "dov-calendar.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-registry.h"
#include "dov-signs.h"

#include <glib/gi18n.h>

#define MOST_ROWS 60

/* ---- where a row leads ---- */

typedef struct
{
  GType  type;
  gint64 id;
} Target;

static void
free_target (gpointer  target,
             GClosure *closure)
{
  g_free (target);
}

static void
open_cb (GtkWidget *row,
         Target    *target)
{
  dov_go_record (row, target->type, target->id);
}

static void
add_arrow (DovRowLine *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

/* Makes a row open a record when it is chosen. */
void
dov_row_line_open_record (DovRowLine *row,
                          GType       type,
                          gint64      id)
{
  Target target = { type, id };

  add_arrow (row);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), g_memdup2 (&target, sizeof target), free_target, 0);
}

typedef struct
{
  const DovRelatedList *list;
  DovRecord            *record;
} Way;

static void
free_way (gpointer  data,
          GClosure *closure)
{
  Way *way = data;

  g_object_unref (way->record);
  g_free (way);
}

static void
way_cb (GtkWidget *row,
        Way       *way)
{
  way->list->open (row, way->record);
}

static void
lead_on (const DovRelatedList *list,
         DovRowLine           *row,
         DovRecord            *record)
{
  if (list->open != NULL)
    {
      Way way = { list, g_object_ref (record) };

      add_arrow (row);
      g_signal_connect_data (row, "activated", G_CALLBACK (way_cb), g_memdup2 (&way, sizeof way), free_way, 0);
    }
  else if (list->opens != NULL)
    {
      const DovField *link = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), list->opens);

      dov_row_line_open_record (row, link->target (), G_STRUCT_MEMBER (gint64, record, link->offset));
    }
  else
    {
      dov_row_line_open_record (row, G_OBJECT_TYPE (record), dov_record_get_id (record));
    }
}

/* ---- rows ---- */

static char *
dup_words (DovStore   *store,
           DovRecord  *record,
           DovWords    words,
           const char *paths)
{
  return words != NULL ? words (store, record) : dov_field_path_dup (store, record, paths, DOV_JOIN_WORDS);
}

static GtkWidget *
row_new (DovStore             *store,
         DovRecord            *record,
         const DovRelatedList *list,
         gboolean              is_past)
{
  g_autofree char *lead = dup_words (store, record, list->lead_words, list->lead);
  g_autofree char *first = list->first_words == NULL && list->first == NULL ? dov_store_describe (store, record)
                           : dup_words (store, record, list->first_words, list->first);
  g_autofree char *second = dup_words (store, record, list->second_words, list->second);
  GtkWidget *row = dov_row_line_new (lead, first, second);

  if (list->state != NULL)
    {
      const DovField *state = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), list->state);
      g_autofree char *words = dov_record_dup_shown (record, state);

      if (*words != '\0')
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (words, dov_sign_of_state (record, list->state)));
    }
  if (list->dress != NULL)
    list->dress (store, record, DOV_ROW_LINE (row), is_past);
  lead_on (list, DOV_ROW_LINE (row), record);

  return row;
}

static gboolean
append_row (DovSectionBox        *section,
            DovStore             *store,
            DovRecord            *record,
            const DovRelatedList *list,
            gboolean              is_past)
{
  GtkWidget *row = list->row != NULL ? list->row (store, record) : row_new (store, record, list, is_past);

  if (row == NULL)
    return FALSE;
  if (is_past)
    gtk_widget_add_css_class (row, "past");
  dov_section_box_append (section, row);

  return TRUE;
}

/* ---- the rest ---- */

/* A list that a row opens. */
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
rest_cb (GtkWidget *row,
         Rest      *rest)
{
  dov_go_ids (row, rest->type, rest->title, rest->ids);
}

/* Makes a row open a list of records when it is chosen. */
void
dov_row_line_open_ids (DovRowLine *row,
                       GType       type,
                       const char *title,
                       GArray     *ids)
{
  Rest rest = { type, g_strdup (title), g_array_ref (ids) };

  add_arrow (row);
  g_signal_connect_data (row, "activated", G_CALLBACK (rest_cb), g_memdup2 (&rest, sizeof rest), free_rest, 0);
}

/**
 * dov_related_list_append_rest:
 * @title: of the list that the row opens
 * @ids: all of them
 * @n_more: how many are not seen here
 *
 * The last row of a list that is not shown whole.
 */
void
dov_related_list_append_rest (DovSectionBox *section,
                              GType          type,
                              const char    *title,
                              GArray        *ids,
                              guint          n_more)
{
  /* Translators: the row that opens the whole list, of which the first rows are seen */
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
  GtkWidget *row = dov_row_line_new ("", more, "");

  dov_row_line_open_ids (DOV_ROW_LINE (row), type, title, ids);
  dov_section_box_append (section, row);
}

/* ---- the list ---- */

static char *
dup_sql (const DovRelatedList *list)
{
  DovRecordClass *klass = dov_registry_class (list->type ());

  if (list->sql != NULL)
    return g_strdup (list->sql);

  return g_strdup_printf ("SELECT id FROM live_%s WHERE %s = ?1%s%s%s ORDER BY %s", klass->table, list->link,
                          list->where != NULL ? " AND (" : "", list->where != NULL ? list->where : "",
                          list->where != NULL ? ")" : "", list->order != NULL ? list->order : "key, id");
}

static GArray *
list_ids (DovStore             *store,
          gint64                subject,
          const DovRelatedList *list)
{
  g_autofree char *sql = NULL;
  g_autoptr (DovStatement) rows = NULL;
  GArray *ids = NULL;
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);

  if (list->ids != NULL)
    return list->ids (store, subject);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sql = dup_sql (list);
  rows = dov_database_prepare (dov_store_get_seen (store), sql, NULL);
  g_return_val_if_fail (rows != NULL, ids);
  dov_statement_bind_integer (rows, 1, subject);
  if (strstr (sql, "?2") != NULL)
    dov_statement_bind_text (rows, 2, day);
  while (dov_statement_step (rows, NULL))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* What is over stands below what is not. Where all rows count alike, only those that are shown are read. */
static guint
fill_rows (DovSectionBox        *section,
           DovStore             *store,
           GArray               *ids,
           const DovRelatedList *list,
           guint                *n_past)
{
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean reads_all = list->is_past != NULL || list->counts != NULL;
  guint most = list->most != 0 ? list->most : MOST_ROWS, n_shown = 0, n = reads_all ? 0 : ids->len;

  for (guint i = 0; i < ids->len && (reads_all || n_shown < most); i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, list->type (), g_array_index (ids, gint64, i), NULL);

      if (record == NULL)
        continue;
      if (list->is_past != NULL && list->is_past (store, record))
        {
          g_ptr_array_add (past, g_steal_pointer (&record));
          continue;
        }
      n += reads_all && (list->counts == NULL || list->counts (store, record));
      if (n_shown < most && append_row (section, store, record, list, FALSE))
        n_shown++;
    }
  for (guint i = 0; i < past->len && n_shown < most; i++)
    if (append_row (section, store, past->pdata[i], list, TRUE))
      n_shown++;
  *n_past = past->len;
  if (n_shown >= most && ids->len > n_shown)
    dov_related_list_append_rest (section, list->type (), _(list->title), ids, ids->len - n_shown);

  return n;
}

/* "family.needs" → DovRelatedList, all of them static. */
static GHashTable *offered;

/**
 * dov_related_list_offer:
 * @name: static
 * @list: static
 *
 * An area offers a list for the page of a record of another area, which does not know it.
 */
void
dov_related_list_offer (const char           *name,
                        const DovRelatedList *list)
{
  if (offered == NULL)
    offered = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (offered, (gpointer) name, (gpointer) list);
}

/**
 * dov_related_list_find_offered:
 *
 * Returns: (nullable): the list that was offered under this name
 */
const DovRelatedList *
dov_related_list_find_offered (const char *name)
{
  return offered != NULL ? g_hash_table_lookup (offered, name) : NULL;
}

/**
 * dov_related_list_new:
 *
 * Returns: (transfer floating): an empty section with the words of the list
 */
GtkWidget *
dov_related_list_new (const DovRelatedList *list)
{
  GtkWidget *section = dov_section_box_new (_(list->title));

  if (list->empty != NULL)
    dov_section_box_set_empty (DOV_SECTION_BOX (section), _(list->empty));
  if (list->css != NULL)
    gtk_widget_add_css_class (section, list->css);

  return section;
}

/**
 * dov_related_list_fill:
 * @section: filled anew
 * @subject: the id of the record that the rows belong to
 *
 * Returns: how many there are, those that are over apart
 */
guint
dov_related_list_fill (DovSectionBox        *section,
                       DovStore             *store,
                       gint64                subject,
                       const DovRelatedList *list)
{
  g_autoptr (GArray) ids = list_ids (store, subject, list);
  g_autofree char *count = NULL;
  guint n, n_past = 0;

  dov_section_box_clear (section);
  n = fill_rows (section, store, ids, list, &n_past);
  count = list->count_of != NULL ? list->count_of (store, subject)
          : list->count != NULL ? list->count (n, n_past) : n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  dov_section_box_set_count (section, count);

  return n;
}

/**
 * dov_related_list_new_row:
 * @subject: the record that it will belong to
 *
 * Returns: (transfer full): a draft of one more row, linked to the subject, of
 *   the same lounge
 */
DovRecord *
dov_related_list_new_row (const DovRelatedList *list,
                          DovRecord            *subject)
{
  DovRecord *draft = dov_record_new (list->type (), 0);
  const DovField *here = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), "lounge_id");
  const DovField *there = dov_record_class_find_field (DOV_RECORD_GET_CLASS (subject), "lounge_id");

  dov_record_set_number (draft, list->link, dov_record_get_id (subject));
  if (here != NULL && there != NULL)
    dov_record_set_number (draft, "lounge_id", G_STRUCT_MEMBER (gint64, subject, there->offset));

  return draft;
}

static DovRelatedPaste paste_rows;

/**
 * dov_related_list_tell_paste:
 * @paste: looks a table over before its rows are added
 */
void
dov_related_list_tell_paste (DovRelatedPaste paste)
{
  paste_rows = paste;
}

/**
 * dov_related_list_paste:
 * @from: the section
 * @subject: the record that the rows will belong to
 *
 * A table that was copied becomes more of its rows, once somebody has looked it over.
 */
void
dov_related_list_paste (const DovRelatedList *list,
                        GtkWidget            *from,
                        DovStore             *store,
                        DovRecord            *subject)
{
  g_autoptr (DovRecord) draft = dov_related_list_new_row (list, subject);

  if (paste_rows != NULL)
    paste_rows (from, store, draft);
}

/**
 * dov_related_list_check:
 * @subject: the record whose page has the list
 * @faults: takes a line for whatever is unsound
 *
 * Returns: whether its fields and its link exist
 */
gboolean
dov_related_list_check (const DovRelatedList *list,
                        GType                 subject,
                        GString              *faults)
{
  GType type = list->type ();
  const DovField *link = list->link != NULL ? dov_record_class_find_field (dov_registry_class (type), list->link) : NULL;
  gsize before = faults->len;

  if (list->sql == NULL && list->ids == NULL && link == NULL)
    g_string_append_printf (faults, "%s: “%s” has no link\n", g_type_name (subject), list->title);
  if (link != NULL && (link->kind != DOV_KIND_LINK || link->target () != subject))
    g_string_append_printf (faults, "%s: “%s” is no link to it\n", g_type_name (subject), list->link);
  if (list->add != NULL && list->add_act == NULL && list->link == NULL)
    g_string_append_printf (faults, "%s: “%s” cannot fill in a link\n", g_type_name (subject), list->add);
  dov_field_path_check (type, list->lead, faults);
  dov_field_path_check (type, list->first, faults);
  dov_field_path_check (type, list->second, faults);
  dov_field_path_check (type, list->state, faults);
  dov_field_path_check (type, list->opens, faults);

  return faults->len == before;
}
