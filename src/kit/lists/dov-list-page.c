/* dov-list-page.c - the list of any record: search, chips, columns that sort, Excel, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page-private.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-errors.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-list-columns.h"
#include "dov-list-shape.h"
#include "dov-person.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

G_DEFINE_FINAL_TYPE (DovListPage, dov_list_page, DOV_TYPE_PAGE)

static const DovListChip *
find_chip (DovListPage *self,
           const char  *name)
{
  for (guint i = 0; self->view != NULL && i < self->view->n_chips; i++)
    if (g_strcmp0 (self->view->chips[i].name, name) == 0)
      return &self->view->chips[i];

  return NULL;
}

/* A saved view brings what the list is narrowed by, and takes it along when it goes. */
static const char *
narrowed_by (DovListPage *self,
             const char  *chip,
             DovRecord   *saved)
{
  if (chip == NULL || g_strcmp0 (chip, dov_chips_get_selected (self->chips)) == 0)
    return NULL;

  return saved != NULL ? DOV_SAVED_VIEW (saved)->filter : self->has_view ? "" : NULL;
}

/* What the list is narrowed by stands beside whatever else is asked; @kept: NULL: as it is now. */
static void
narrow (DovListPage  *self,
        DovListAsked *asked,
        const char   *kept)
{
  g_autofree char *by = self->narrowing != NULL ? dov_list_filter_dup_where (self->narrowing, kept) : NULL;
  g_autofree char *before = asked->where;

  if (by == NULL)
    asked->where = g_steal_pointer (&before);
  else
    asked->where = before != NULL ? g_strdup_printf ("(%s) AND %s", before, by) : g_steal_pointer (&by);
}

/* The saved view that the chip stands for, or NULL. */
static DovRecord *
find_view (DovListPage *self,
           const char  *chip)
{
  if (chip == NULL || !g_str_has_prefix (chip, DOV_LIST_VIEW_CHIP))
    return NULL;

  return dov_store_find (self->store, DOV_TYPE_SAVED_VIEW,
                         g_ascii_strtoll (chip + strlen (DOV_LIST_VIEW_CHIP), NULL, 10), NULL);
}

/**
 * dov_list_page_fill_query:
 * @self: the page
 * @asked: (out caller-allocates): freed with dov_list_asked_clear()
 * @chip: (nullable): the chip, %NULL or "all": no chip
 * @words: (nullable): what is searched for
 *
 * Puts together what the list asks the store.
 */
void
dov_list_page_fill_query (DovListPage  *self,
                          DovListAsked *asked,
                          const char   *chip,
                          const char   *words)
{
  g_autoptr (DovRecord) saved = find_view (self, chip);
  const char *kept = narrowed_by (self, chip, saved);
  g_autofree char *both = NULL;
  const DovListChip *known;
  gboolean descending = FALSE;

  /* A saved view is a chip and a search together; what is typed now narrows it. */
  if (saved != NULL)
    {
      both = g_strconcat (DOV_SAVED_VIEW (saved)->words, " ", words, NULL);
      words = g_strstrip (both);
      chip = DOV_SAVED_VIEW (saved)->chip;
    }
  known = find_chip (self, chip);

  memset (asked, 0, sizeof *asked);
  asked->words = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
  asked->order = dov_table_view_get_order (self->table, &descending);
  asked->descending = descending;
  asked->also = self->view != NULL ? self->view->also : NULL;
  if (known != NULL)
    {
      asked->where = g_strdup (known->where);
      asked->params = known->params != NULL ? g_variant_ref_sink (known->params ()) : NULL;
    }
  else if (chip != NULL && g_str_has_prefix (chip, "="))
    {
      asked->where = g_strdup_printf ("%s = ?1", self->view->by);
      asked->params = g_variant_ref_sink (self->by_link ?
                                          g_variant_new ("(x)", g_ascii_strtoll (chip + 1, NULL, 10)) :
                                          g_variant_new ("(s)", chip + 1));
    }
  else if (self->ids != NULL)
    {
      asked->where = g_strdup ("id IN (SELECT value FROM json_each (?1))");
      asked->params = g_variant_ref_sink (g_variant_new ("(s)", self->ids));
    }
  narrow (self, asked, kept);
}

void
dov_list_asked_clear (DovListAsked *asked)
{
  g_free (asked->where);
  g_free (asked->words);
  g_clear_pointer (&asked->params, g_variant_unref);
}

/* As the store wants it; what it points to stays with @asked. */
DovQuery
dov_list_asked_query (const DovListAsked *asked)
{
  return (DovQuery) {
    .where = asked->where,
    .params = asked->params,
    .words = asked->words,
    .also = asked->also,
    .order = asked->order,
    .descending = asked->descending,
  };
}

gint64
dov_list_page_count (DovListPage *self,
                     const char  *chip,
                     const char  *words)
{
  g_autoptr (GError) error = NULL;
  DovListAsked asked;
  DovQuery query;
  gint64 n;

  dov_list_page_fill_query (self, &asked, chip, words);
  query = dov_list_asked_query (&asked);
  n = dov_store_count (self->store, self->type, &query, &error);
  dov_list_asked_clear (&asked);
  if (n < 0)
    g_warning ("A list cannot be counted: %s", error->message);

  return MAX (n, 0);
}

const char *
dov_list_page_get_words (DovListPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->filter));
}

/* Shows these columns, named with commas between; the order of the rows stays while its column does. */
static void
show_columns (gpointer    page,
              const char *names)
{
  DovListPage *self = page;
  g_autoptr (GArray) columns = dov_list_columns_pick (self->all_columns, names);
  g_autofree char *order = NULL;
  gboolean descending = FALSE;

  if (g_strcmp0 (names, self->shown) == 0)
    return;

  order = g_strdup (dov_table_view_get_order (self->table, &descending));
  g_free (self->shown);
  self->shown = g_strdup (names);
  dov_table_view_set_columns (self->table, self->type, (const DovTableColumn *) columns->data, columns->len);
  if (order != NULL)
    dov_table_view_set_order (self->table, order, descending);
}

/* A saved view brings its columns and its order; any other chip those of the list. */
static void
dov_list_page_follow_chip (DovListPage *self)
{
  g_autoptr (DovRecord) saved = find_view (self, dov_chips_get_selected (self->chips));
  g_autofree char *chosen = dov_list_columns_dup_chosen (self->type, self->view);
  DovSavedView *view = (DovSavedView *) saved;
  gboolean had_view = self->has_view;

  show_columns (self, view != NULL && *view->columns != '\0' ? view->columns : chosen);
  self->has_view = view != NULL;
  if (self->narrowing != NULL && (view != NULL || had_view))
    dov_list_filter_take (self->narrowing, view != NULL ? view->filter : "");
  if (view != NULL && *view->order_by != '\0')
    dov_table_view_set_order (self->table, view->order_by, view->descending);
}

static void
dov_list_page_add_view_chips (DovListPage *self)
{
  g_autoptr (GArray) ids = dov_list_shape_list_views (self->store, self->type);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = g_strdup_printf (DOV_LIST_VIEW_CHIP "%" G_GINT64_FORMAT, id);
      g_autofree char *title = dov_store_describe_id (self->store, DOV_TYPE_SAVED_VIEW, id);

      dov_chips_add (self->chips, name, title);
    }
}

/* What the list shows now, for a view that is kept. */
static void
describe_view (gpointer      page,
               DovSavedView *saved)
{
  DovListPage *self = page;
  const char *chip = dov_chips_get_selected (self->chips);
  g_autoptr (DovRecord) below = find_view (self, chip);
  g_autofree char *words = g_strconcat (below != NULL ? DOV_SAVED_VIEW (below)->words : "", " ",
                                        dov_list_page_get_words (self), NULL);
  gboolean descending = FALSE;
  const char *order = dov_table_view_get_order (self->table, &descending);

  if (below != NULL)
    chip = DOV_SAVED_VIEW (below)->chip;
  dov_set (saved, chip, chip != NULL ? chip : "");
  dov_set (saved, words, g_strstrip (words));
  if (self->narrowing != NULL)
    {
      g_autofree char *filter = dov_list_filter_dup_kept (self->narrowing);

      dov_set (saved, filter, filter);
    }
  dov_set (saved, columns, self->shown);
  dov_set (saved, order_by, order != NULL ? order : "");
  dov_set (saved, descending, descending);
}

static const char *
get_shown (gpointer page)
{
  return DOV_LIST_PAGE (page)->shown;
}

static void
show_chip (gpointer    page,
           const char *chip)
{
  dov_list_page_show_chip (page, chip);
}

static GtkWidget *
shape_new (DovListPage *self)
{
  const DovShapedList shaped = {
    .store = self->store, .type = self->type, .view = self->view, .columns = self->all_columns,
    .get_shown = get_shown, .show_columns = show_columns, .show_chip = show_chip, .describe = describe_view,
  };

  return dov_list_shape_new (self, &shaped);
}

/* ---- what is shown ---- */

static void
show_count (DovListPage *self)
{
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *also = NULL;
  g_autofree char *words = NULL;

  if (self->all > n)
    words = dov_list_count_of (noun, n, self->all);
  else
    words = dov_list_count (noun, n);
  if (n > 0 && self->view != NULL && self->view->also_count != NULL)
    also = self->view->also_count (self->store, G_LIST_MODEL (self->rows));
  if (also != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s, %s", words, also);

      gtk_label_set_text (self->count, both);
    }
  else
    {
      gtk_label_set_text (self->count, words);
    }
}

static void
show_state (DovListPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;

  gtk_stack_set_visible_child_name (self->state, is_empty ? "empty" : "list");
  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), !is_empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->print), !is_empty);
  if (is_empty)
    dov_list_page_explain_empty (self);
  show_count (self);
}

static void
ask (DovListPage *self)
{
  g_autoptr (GError) error = NULL;
  DovListAsked asked;
  DovQuery query;

  if (self->rows == NULL)
    return;

  dov_list_page_fill_query (self, &asked, dov_chips_get_selected (self->chips), dov_list_page_get_words (self));
  query = dov_list_asked_query (&asked);
  if (!dov_record_list_set_query (self->rows, &query, &error))
    dov_errors_show (GTK_WIDGET (self), error);
  dov_list_asked_clear (&asked);
  show_state (self);
}

/* The chips for the values of a field that occur, most of all in the order of the choice. */
static void
add_chips_by_value (DovListPage *self)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  const DovField *field = dov_record_class_find_field (klass, self->view->by);
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %s FROM live_%s WHERE %s IS NOT NULL ORDER BY 1",
                                          field->name, klass->table, field->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (self->store), sql, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  self->by_link = field->kind == DOV_KIND_LINK;
  while (rows != NULL && dov_statement_step (rows, &error))
    g_ptr_array_add (names, g_strdup_printf ("=%s", dov_statement_column_text (rows, 0)));
  if (error != NULL)
    {
      g_warning ("The values of %s cannot be counted: %s", field->name, error->message);
      return;
    }

  if (field->kind == DOV_KIND_CHOICE)
    {
      g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

      for (guint i = 0; i < choices->n_values; i++)
        {
          g_autofree char *name = g_strdup_printf ("=%s", choices->values[i].value_nick);

          if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            {
              g_autofree char *label = dov_capitalise (_(choices->values[i].value_name));

              dov_chips_add (self->chips, name, label);
            }
        }
    }
  for (guint i = 0; i < names->len && field->kind != DOV_KIND_CHOICE; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *label = self->by_link ?
        dov_store_describe_id (self->store, field->target (), g_ascii_strtoll (name + 1, NULL, 10)) :
        g_strdup (dov_list_title_of_code (name + 1));

      dov_chips_add (self->chips, name, label);
    }
}

static gint64
count_chip (const char *chip,
            gpointer    page)
{
  return dov_list_page_count (page, chip, NULL);
}

/* Makes the chips anew and puts back the one that was on, if it still is there. */
static void
fill_chips (DovListPage *self)
{
  g_autofree char *selected = g_strdup (dov_chips_get_selected (self->chips));

  g_signal_handlers_block_by_func (self->chips, self->chip_cb, self);
  dov_chips_clear (self->chips);
  self->all = dov_list_page_count (self, NULL, NULL);
  dov_chips_add (self->chips, "all", C_("a filter", "All"));
  if (self->view != NULL && self->ids == NULL)
    {
      for (guint i = 0; i < self->view->n_chips; i++)
        dov_chips_add (self->chips, self->view->chips[i].name, _(self->view->chips[i].label));
      if (self->view->by != NULL)
        add_chips_by_value (self);
    }
  if (self->ids == NULL)
    dov_list_page_add_view_chips (self);
  dov_chips_set_selected (self->chips, selected);
  dov_chips_count (self->chips, count_chip, self);
  g_signal_handlers_unblock_by_func (self->chips, self->chip_cb, self);
  if (g_strcmp0 (selected, dov_chips_get_selected (self->chips)) != 0)
    {
      dov_list_page_follow_chip (self);
      ask (self);
    }
}

static gboolean
refresh_cb (gpointer data)
{
  DovListPage *self = data;

  self->refresh = 0;
  fill_chips (self);
  dov_table_view_refresh (self->table);
  show_state (self);

  return G_SOURCE_REMOVE;
}

/* Many saves together need one look. */
static void
refresh_soon (DovListPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
changed_cb (DovStore    *store,
            GType        type,
            gint64       id,
            DovListPage *self)
{
  refresh_soon (self);
}

static void
chip_cb (DovChips    *chips,
         GParamSpec  *pspec,
         DovListPage *self)
{
  dov_list_page_follow_chip (self);
  dov_chips_count (self->chips, count_chip, self);
  ask (self);
}

static void
search_changed_cb (DovListPage *self)
{
  ask (self);
}

static void
order_changed_cb (DovListPage *self)
{
  ask (self);
}

static void
selection_changed_cb (DovListPage *self)
{
  g_autoptr (GtkBitset) selected = dov_table_view_dup_selected (self->table);
  guint64 n = gtk_bitset_get_size (selected);
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;

  /* One row is chosen by moving about; the bar is for more, or when it is out already. */
  gtk_revealer_set_reveal_child (self->picked, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open), n == 1);
  if (n > 0)
    {
      g_autofree char *words = dov_list_picked (noun, (gint64) n);

      gtk_label_set_text (self->picked_count, words);
    }
}

static void
open_at (DovListPage *self,
         guint        position)
{
  dov_go_record (self, self->type, dov_record_list_get_id (self->rows, position));
}

static void
opened_cb (DovTableView *table,
           guint         position,
           DovListPage  *self)
{
  open_at (self, position);
}

/* Enter in the search field opens the only hit, else goes to the rows. */
static void
search_activate_cb (DovListPage *self)
{
  ask (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 1)
    open_at (self, 0);
  else
    dov_table_view_focus_rows (self->table);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        state,
               DovListPage           *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;

  return dov_table_view_focus_rows (self->table);
}

/* ---- keys of the page ---- */

static void
dov_list_page_focus (DovPage *page)
{
  DovListPage *self = DOV_LIST_PAGE (page);

  if (!dov_table_view_focus_rows (self->table))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static gboolean
dov_list_page_search (DovPage *page)
{
  DovListPage *self = DOV_LIST_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  gtk_editable_select_region (GTK_EDITABLE (self->filter), 0, -1);

  return TRUE;
}

static gboolean
dov_list_page_add (DovPage *page)
{
  DovListPage *self = DOV_LIST_PAGE (page);
  g_autoptr (DovRecord) draft = NULL;

  if (self->view == NULL || self->view->add == NULL)
    return FALSE;

  draft = dov_record_new (self->type, 0);
  dov_go_form (self, draft);

  return TRUE;
}

/* ---- making ---- */

/* What is at hand is shown first, such as the events of this month. */
static void
choose_first_chip (DovListPage *self)
{
  if (self->view != NULL && self->view->chip != NULL && self->ids == NULL &&
      dov_list_page_count (self, self->view->chip, NULL) > 0)
    dov_chips_set_selected (self->chips, self->view->chip);
}

static void
narrowed_cb (DovListPage *self)
{
  guint n = dov_list_filter_count (self->narrowing);
  g_autofree char *words = n > 0 ? g_strdup_printf (_("Narrowed: %u"), n) : g_strdup (_("Narrow…"));

  gtk_label_set_text (self->narrow_words, words);
  dov_name_widget (self->narrow, words);
  fill_chips (self);
  ask (self);
}

static void
set_up_narrowing (DovListPage *self)
{
  self->narrowing = DOV_LIST_FILTER (dov_list_filter_new (self->store, self->type));
  gtk_menu_button_set_popover (self->narrow, GTK_WIDGET (self->narrowing));
  dov_name_widget (self->narrow, gtk_label_get_text (self->narrow_words));
  gtk_widget_set_visible (GTK_WIDGET (self->narrow), TRUE);
  g_signal_connect_object (self->narrowing, "changed", G_CALLBACK (narrowed_cb), self, G_CONNECT_SWAPPED);
}

/* Lists of people and families are not for the eyes of a visitor; those of events and things are. */
static gboolean
is_for_visitors (GType type)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];

      if ((field->flags & (DOV_PERSONAL | DOV_SPECIAL | DOV_COVERED)) != 0)
        return FALSE;
      if (field->kind == DOV_KIND_LINK && (field->target () == DOV_TYPE_FAMILY || field->target () == DOV_TYPE_PERSON))
        return FALSE;
    }

  return TRUE;
}

/* The section and the main action go with what is listed. */
static void
set_up (DovListPage *self,
        DovStore    *store,
        GType        type,
        const char  *title)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  g_autofree char *shown = NULL;
  const char *hint;

  self->store = g_object_ref (store);
  self->type = type;
  self->view = dov_list_view_find (type);
  self->rows = dov_record_list_new (store, type);

  dov_page_set_title (DOV_PAGE (self), title != NULL ? title : _(klass->labels));
  dov_page_set_for_visitors (DOV_PAGE (self), is_for_visitors (type));
  if (self->view != NULL)
    {
      dov_page_set_section (DOV_PAGE (self), self->view->section);
      dov_page_set_action_label (DOV_PAGE (self), self->view->add != NULL && self->ids == NULL ? _(self->view->add) : "");
    }
  hint = self->view != NULL ? _(self->view->hint) : _("Any part of a word   (Ctrl+F)");
  g_object_set (self->filter, "placeholder-text", hint, NULL);

  self->table = DOV_TABLE_VIEW (dov_table_view_new (store, _(klass->labels)));
  adw_bin_set_child (self->place, GTK_WIDGET (self->table));
  self->all_columns = dov_list_columns_list_all (type, self->view);
  shown = dov_list_columns_dup_chosen (type, self->view);
  show_columns (self, shown);
  dov_table_view_set_menu (self->table, self->menu);
  if (self->view != NULL && self->view->order != NULL)
    dov_table_view_set_order (self->table, self->view->order, self->view->descending);
  g_signal_connect (self->table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (order_changed_cb), self);
  g_signal_connect_swapped (self->table, "selection-changed", G_CALLBACK (selection_changed_cb), self);

  gtk_menu_button_set_popover (self->shape, shape_new (self));
  if (type == DOV_TYPE_FAMILY && self->ids == NULL)
    set_up_narrowing (self);
  self->chip_cb = chip_cb;
  g_signal_connect (self->chips, "notify::selected", G_CALLBACK (chip_cb), self);
  fill_chips (self);
  choose_first_chip (self);
  ask (self);
  dov_table_view_set_model (self->table, G_LIST_MODEL (self->rows));
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
}

/**
 * dov_list_page_new:
 * @store: the store
 * @type: what is listed
 *
 * Makes the list of all records of a kind.
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_list_page_new (DovStore *store,
                   GType     type)
{
  DovListPage *self = g_object_new (DOV_TYPE_LIST_PAGE, NULL);

  set_up (self, store, type, NULL);

  return DOV_PAGE (self);
}

/**
 * dov_list_page_new_of_ids:
 * @store: the store
 * @type: what is listed
 * @title: what brings them together, such as the figure that counts them
 * @ids: (element-type gint64): the records
 *
 * Makes the list of the very records that a figure counts.
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_list_page_new_of_ids (DovStore   *store,
                          GType       type,
                          const char *title,
                          GArray     *ids)
{
  DovListPage *self = g_object_new (DOV_TYPE_LIST_PAGE, NULL);
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  self->ids = g_string_free (g_steal_pointer (&json), FALSE);
  set_up (self, store, type, title);

  return DOV_PAGE (self);
}

/**
 * dov_list_page_show_chip:
 * @self: the page
 * @chip: the name of a chip, such as "month" of events or "=active" of families
 *
 * Shows only what a chip shows, as a figure elsewhere asks for.
 */
void
dov_list_page_show_chip (DovListPage *self,
                         const char  *chip)
{
  g_return_if_fail (DOV_IS_LIST_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  dov_chips_set_selected (self->chips, chip);
}

static void
dov_list_page_dispose (GObject *object)
{
  DovListPage *self = DOV_LIST_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (self->table, self);
  self->table = NULL;

  G_OBJECT_CLASS (dov_list_page_parent_class)->dispose (object);
}

static void
dov_list_page_finalize (GObject *object)
{
  DovListPage *self = DOV_LIST_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->all_columns, g_array_unref);
  g_free (self->shown);
  g_free (self->ids);

  G_OBJECT_CLASS (dov_list_page_parent_class)->finalize (object);
}

static void
dov_list_page_class_init (DovListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  object_class->dispose = dov_list_page_dispose;
  object_class->finalize = dov_list_page_finalize;
  page_class->focus = dov_list_page_focus;
  page_class->search = dov_list_page_search;
  page_class->add = dov_list_page_add;

  g_type_ensure (DOV_TYPE_CHIPS);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovListPage, heading);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, filter);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, excel);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, narrow_words);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, shape);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, print);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, chips);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, count);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, state);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, place);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, ways);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, saving_place);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, picked);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, picked_count);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, unpick);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, copy);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, change);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, remove);
  gtk_widget_class_bind_template_child (widget_class, DovListPage, open);
  dov_list_page_install_actions (widget_class);
}

static void
dov_list_page_init (DovListPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  dov_hush_unseen (self->state);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->filter), keys);
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->filter, "activate", G_CALLBACK (search_activate_cb), self);
  dov_list_page_init_actions (self);
}

/**
 * dov_list_page_show_title:
 * @self: the page
 *
 * Says above the list what it is. A list that is a section need not: the sidebar says it.
 */
void
dov_list_page_show_title (DovListPage *self)
{
  g_return_if_fail (DOV_IS_LIST_PAGE (self));

  gtk_label_set_label (self->heading, dov_page_get_title (DOV_PAGE (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), TRUE);
}
