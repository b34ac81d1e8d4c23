/* dov-lines.c - the lines of a paper about goods: found or made in place, typed by keyboard, kept with the draft */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-lines.h"

#include "dov-item.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-line-row.h"
#include "dov-link-panel.h"
#include "dov-paste-page.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

/* What was typed into the lines lies beside the fields of the kept draft. */
#define KEPT "goods.lines"

#define HOW_MUCH_LIES N_("Type how much lies there; 0 when there is none.")

struct _DovLines
{
  GtkBox              parent_instance;

  DovForm            *form;
  DovStore           *store;
  const DovLinesSpec *spec;
  gpointer            user_data;
  char              **fields;
  char              **pasted;      /* fields that come with a table */
  DovPasteInto        paste;
  gboolean            is_filling;
  GPtrArray          *people;      /* DovLinePerson */

  GtkWidget          *title;
  GtkWidget          *count;
  GtkWidget          *rest;
  GtkWidget          *list;
  GtkWidget          *finder;      /* NULL: the lines are given */
  GtkWidget          *place;       /* of the small form that makes a thing */
  GPtrArray          *gone;        /* DovRecord: lines of a saved paper that were taken out */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovLines, dov_lines, GTK_TYPE_BOX)

static DovLineRow *
get_line (DovLines *self,
          guint     position)
{
  return DOV_LINE_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position));
}

/* ---- kept with the draft of the form ---- */

/* What is not typed into a line, but belongs to it. */
static const char *const given[] = { "expires_on", "book_qty", "unit_value" };

static void
keep_line (DovLines        *self,
           DovLineRow      *line,
           GVariantBuilder *lines)
{
  DovRecord *record = dov_line_row_get_record (line);

  g_variant_builder_open (lines, G_VARIANT_TYPE ("(xxxa{ss})"));
  g_variant_builder_add (lines, "x", dov_record_get_number (record, "item_id"));
  g_variant_builder_add (lines, "x", dov_record_get_id (record));
  g_variant_builder_add (lines, "x", dov_record_get_number (record, "drive_id"));
  g_variant_builder_open (lines, G_VARIANT_TYPE ("a{ss}"));
  for (guint n = 0; self->fields[n] != NULL; n++)
    {
      g_autofree char *typed = dov_line_row_dup_typed (line, self->fields[n]);

      g_variant_builder_add (lines, "{ss}", self->fields[n], typed);
    }
  for (guint n = 0; n < G_N_ELEMENTS (given); n++)
    {
      const DovField *field = dov_record_find_field (record, given[n]);
      g_autofree char *known = NULL;

      if (field == NULL || dov_record_is_empty (record, field) ||
          g_strv_contains ((const char *const *) self->fields, given[n]))
        continue;
      known = dov_record_dup_text (record, field);
      g_variant_builder_add (lines, "{ss}", given[n], known);
    }
  g_variant_builder_close (lines);
  g_variant_builder_close (lines);
}

static void
keep (DovLines *self)
{
  g_auto (GVariantBuilder) lines = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(xxxa{ss})"));
  g_autoptr (GVariant) all = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; get_line (self, i) != NULL; i++)
    keep_line (self, get_line (self, i), &lines);
  all = g_variant_ref_sink (g_variant_builder_end (&lines));
  text = g_variant_print (all, FALSE);
  /* Lines that were all taken out again are nothing that was begun. */
  dov_record_keep_typed (dov_form_get_draft (self->form), KEPT, get_line (self, 0) != NULL ? text : NULL);
}

static void
read_and_check (DovLines *self)
{
  for (guint i = 0; get_line (self, i) != NULL; i++)
    dov_line_row_read (get_line (self, i), NULL);
  for (guint i = 0; get_line (self, i) != NULL; i++)
    {
      DovRecord *record = dov_line_row_get_record (get_line (self, i));
      g_autofree char *words = self->spec->check != NULL ? self->spec->check (record, self->user_data) : NULL;

      dov_line_row_set_error (get_line (self, i), words);
    }
}

/**
 * dov_lines_changed:
 *
 * Something was typed, or a line came or went.
 */
void
dov_lines_changed (DovLines *self)
{
  if (self->is_filling)
    return;

  read_and_check (self);
  keep (self);
  dov_form_touch (self->form);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dov_lines_take_up:
 *
 * Puts back the lines that were in the form when it was left.
 */
void
dov_lines_take_up (DovLines *self)
{
  const char *text = dov_record_get_typed (dov_form_get_draft (self->form), KEPT);
  g_autoptr (GVariant) all = text != NULL ? g_variant_parse (G_VARIANT_TYPE ("a(xxxa{ss})"), text, NULL, NULL, NULL)
                                          : NULL;

  if (all == NULL)
    return;

  self->is_filling = TRUE;
  dov_lines_clear (self);
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariantIter) fields = NULL;
      g_autoptr (DovRecord) record = NULL;
      gint64 item, id, drive;
      const char *field, *typed;

      g_variant_get_child (all, i, "(xxxa{ss})", &item, &id, &drive, &fields);
      record = dov_record_new (self->spec->line (), id);
      dov_record_set_number (record, "item_id", item);
      if (drive != 0)
        dov_record_set_number (record, "drive_id", drive);
      dov_lines_add_line (self, record);
      while (g_variant_iter_next (fields, "{&s&s}", &field, &typed))
        dov_line_row_show_typed (get_line (self, (guint) i), field, typed);
    }
  self->is_filling = FALSE;
  read_and_check (self);
  dov_lines_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- lines ---- */

static void
done_cb (DovLines   *self,
         DovLineRow *line)
{
  DovLineRow *next = get_line (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)) + 1);

  if (self->finder != NULL)
    gtk_widget_grab_focus (self->finder);
  else if (next != NULL)
    dov_line_row_focus_amount (next);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
dropped_cb (DovLines   *self,
            DovLineRow *line)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line));
  DovRecord *record = dov_line_row_get_record (line);

  if (dov_record_get_id (record) != 0)
    g_ptr_array_add (self->gone, g_object_ref (record));
  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (line));
  dov_lines_changed (self);
  dov_lines_refresh (self);
  if (get_line (self, position) != NULL)
    dov_line_row_focus_amount (get_line (self, position));
  else
    dov_lines_focus_add (self);
}

static void
show_note (DovLines   *self,
           DovLineRow *line)
{
  g_autofree char *note = self->spec->note != NULL ? self->spec->note (dov_line_row_get_record (line), self->user_data) : NULL;

  dov_line_row_set_note (line, note != NULL ? note : "");
}

/**
 * dov_lines_refresh:
 *
 * Says anew what stands under each thing, and what is wrong with it.
 */
void
dov_lines_refresh (DovLines *self)
{
  for (guint i = 0; get_line (self, i) != NULL; i++)
    show_note (self, get_line (self, i));
  read_and_check (self);
  gtk_widget_set_visible (self->list, get_line (self, 0) != NULL);
}

/**
 * dov_lines_add_line:
 * @record: a line with the thing it is of
 *
 * Returns: (transfer none): the line
 */
DovRecord *
dov_lines_add_line (DovLines  *self,
                    DovRecord *record)
{
  GtkWidget *line = dov_line_row_new (self->store, record, self->fields, self->people, self->finder != NULL);

  g_signal_connect_swapped (line, "changed", G_CALLBACK (dov_lines_changed), self);
  g_signal_connect_swapped (line, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (line, "dropped", G_CALLBACK (dropped_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), line);
  gtk_widget_set_visible (self->list, TRUE);
  show_note (self, DOV_LINE_ROW (line));

  return record;
}

void
dov_lines_clear (DovLines *self)
{
  while (get_line (self, 0) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (get_line (self, 0)));
  gtk_widget_set_visible (self->list, FALSE);
}

/**
 * dov_lines_focus_first:
 *
 * Returns: whether there is a first line, which then has the keyboard
 */
gboolean
dov_lines_focus_first (DovLines *self)
{
  return get_line (self, 0) != NULL && dov_line_row_focus_amount (get_line (self, 0));
}

/**
 * dov_lines_list_lines:
 *
 * Returns: (transfer container) (element-type DovRecord): the lines, as far as they can be read
 */
GPtrArray *
dov_lines_list_lines (DovLines *self)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; get_line (self, i) != NULL; i++)
    g_ptr_array_add (lines, dov_line_row_get_record (get_line (self, i)));

  return lines;
}

/**
 * dov_lines_sum:
 * @item: a thing
 * @without: (nullable): a line that does not count
 *
 * Returns: how much of it the lines have, in thousandths
 */
gint64
dov_lines_sum (DovLines  *self,
               gint64     item,
               DovRecord *without)
{
  gint64 sum = 0;

  for (guint i = 0; get_line (self, i) != NULL; i++)
    {
      DovRecord *record = dov_line_row_get_record (get_line (self, i));
      gint64 qty = dov_record_get_number (record, "qty");

      if (record != without && dov_record_get_number (record, "item_id") == item && qty != DOV_UNKNOWN)
        sum += qty;
    }

  return sum;
}

/* ---- reading and saving ---- */

/**
 * dov_lines_read:
 *
 * Reads all lines; what is wrong stands under each, and the first of them has
 * the keyboard.
 *
 * Returns: whether all are in order
 */
gboolean
dov_lines_read (DovLines  *self,
                GError   **error)
{
  DovLineRow *line, *wrong = NULL;
  guint n_wrong = 0;

  read_and_check (self);
  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    {
      g_autoptr (GError) unclear = NULL;

      if (!dov_line_row_read (line, &unclear))
        dov_line_row_set_error (line, unclear->message);
      else if (!dov_line_row_has_amount (line))
        dov_line_row_set_error (line, self->finder == NULL ? _(HOW_MUCH_LIES) :
                                      _("Type how much, or take the line out (Ctrl+Delete)."));
      if (dov_line_row_get_error (line) == NULL)
        continue;
      n_wrong++;
      if (wrong == NULL)
        wrong = line;
    }
  if (wrong != NULL)
    {
      dov_line_row_focus_amount (wrong);
      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                   ngettext ("%u line is left to mend; what to do stands under it.",
                             "%u lines are left to mend; what to do stands under each.", n_wrong), n_wrong);
      return FALSE;
    }
  if (get_line (self, 0) == NULL && self->finder != NULL)
    {
      dov_lines_focus_add (self);
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                           _("There is not one thing here yet. Find it by its name, then type how much."));
      return FALSE;
    }

  return TRUE;
}

/* What the store refuses stands under the line it is of. */
static void
refuse (DovLineRow   *line,
        const GError *error)
{
  if (g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    return;
  dov_line_row_set_error (line, error->message);
  dov_line_row_focus_amount (line);
}

/**
 * dov_lines_save:
 * @owner: the id of the paper
 *
 * Saves the lines of a paper, inside the operation of the caller; lines that
 * were taken out of a saved paper go.
 *
 * Returns: whether all are saved
 */
gboolean
dov_lines_save (DovLines  *self,
                gint64     owner,
                GError   **error)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      g_autoptr (DovRecord) stored = dov_store_find (self->store, self->spec->line (),
                                                     dov_record_get_id (g_ptr_array_index (self->gone, i)), NULL);

      if (stored != NULL && !dov_store_remove (self->store, stored, error))
        return FALSE;
    }
  for (guint i = 0; get_line (self, i) != NULL; i++)
    {
      DovRecord *record = dov_line_row_get_record (get_line (self, i));
      g_autoptr (DovRecord) draft = dov_record_dup (record);
      g_autoptr (GError) own_error = NULL;

      dov_record_set_number (draft, self->spec->owner, owner);
      if (!dov_store_save (self->store, draft, &own_error))
        {
          refuse (get_line (self, i), own_error);
          g_propagate_error (error, g_steal_pointer (&own_error));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * dov_lines_set_people:
 * @people: (transfer full) (element-type DovLinePerson): whom things can be for
 */
void
dov_lines_set_people (DovLines  *self,
                      GPtrArray *people)
{
  GPtrArray *before = self->people;

  self->people = people;
  for (guint i = 0; get_line (self, i) != NULL; i++)
    dov_line_row_set_people (get_line (self, i), people);
  g_clear_pointer (&before, g_ptr_array_unref);
}

void
dov_lines_set_count (DovLines   *self,
                     const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->count), words);
}

/* ---- things: found by any fragment, or made in place ---- */

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovLines *self = user_data;
  DovQuery query = { .words = words, .is_nearest_first = TRUE };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_ITEM, &query, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      g_autoptr (DovRecord) item = dov_store_find (self->store, DOV_TYPE_ITEM, g_array_index (ids, gint64, i), NULL);

      if (item != NULL)
        g_ptr_array_add (found, dov_found_new (g_array_index (ids, gint64, i), dov_store_describe (self->store, item),
                                               dov_store_dup_shown (self->store, item,
                                                                    dov_record_find_field (item, "category_id"))));
    }

  return found;
}

static void
chosen_cb (DovLines *self,
           gint64    item)
{
  g_autoptr (DovRecord) line = dov_record_new (self->spec->line (), 0);
  GtkWidget *last;

  dov_record_set_number (line, "item_id", item);
  dov_lines_add_line (self, line);
  dov_lines_changed (self);
  last = gtk_widget_get_last_child (self->list);
  dov_line_row_focus_amount (DOV_LINE_ROW (last));
}

static void
close_panel (DovLines *self)
{
  adw_bin_set_child (ADW_BIN (self->place), NULL);
  gtk_widget_set_visible (self->place, FALSE);
}

static void
made_cb (DovLinkPanel *panel,
         DovRecord    *record,
         DovLines     *self)
{
  gint64 item = dov_record_get_id (record);

  close_panel (self);
  chosen_cb (self, item);
}

static void
given_up_cb (DovLines *self)
{
  close_panel (self);
  dov_lines_focus_add (self);
}

static void
new_cb (DovLines   *self,
        const char *words)
{
  GtkWidget *panel = dov_link_panel_new (self->store, DOV_TYPE_ITEM, NULL, words);

  gtk_widget_add_css_class (panel, "card");
  gtk_widget_add_css_class (panel, "pad");
  g_signal_connect (panel, "made", G_CALLBACK (made_cb), self);
  g_signal_connect_swapped (panel, "given-up", G_CALLBACK (given_up_cb), self);
  adw_bin_set_child (ADW_BIN (self->place), panel);
  gtk_widget_set_visible (self->place, TRUE);
  dov_link_panel_focus (DOV_LINK_PANEL (panel));
}

void
dov_lines_focus_add (DovLines *self)
{
  if (self->finder != NULL)
    gtk_widget_grab_focus (self->finder);
}

/* ---- a table from a spreadsheet ---- */

/* What tells given lines of one thing apart. */
#define APART "drive_id expires_on"

static gboolean
is_same (DovRecord  *line,
         DovRecord  *row,
         const char *name)
{
  const DovField *field = dov_record_find_field (row, name);
  g_autofree char *stands = dov_record_dup_text (line, field);
  g_autofree char *asked = dov_record_dup_text (row, field);

  return *asked == '\0' || g_str_equal (stands, asked);
}

/* The line that a row is about; what the table leaves out it need not be told by. */
static DovLineRow *
find_given (DovLines  *self,
            DovRecord *row,
            guint     *n_found)
{
  DovLineRow *line, *found = NULL;

  *n_found = 0;
  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    {
      DovRecord *record = dov_line_row_get_record (line);

      if (!is_same (record, row, "item_id") || !is_same (record, row, "drive_id") || !is_same (record, row, "expires_on"))
        continue;
      found = line;
      (*n_found)++;
    }

  return found;
}

/* Whom a thing is for is one of those who can be chosen. */
static gboolean
is_for_known (DovLines       *self,
              DovRecord      *row,
              const DovField *field)
{
  gint64 id = field->kind == DOV_KIND_LINK ? dov_record_get_number (row, field->name) : 0;

  for (guint i = 0; id != 0 && self->people != NULL && i < self->people->len; i++)
    if (((DovLinePerson *) g_ptr_array_index (self->people, i))->id == id)
      return TRUE;

  return id == 0;
}

/* A line is told by one row, and what was typed into it already is not written over. */
static const char *
find_fault (DovLines  *self,
            DovRecord *row,
            GPtrArray *above)
{
  guint n = 0, n_other = 0;
  DovLineRow *line = find_given (self, row, &n);

  if (n == 0)
    return _("There is no such line here. Only what stands here already is counted.");
  if (n > 1)
    return _("There are several lines of this thing. Paste the drive or the use-by date with it.");
  for (guint i = 0; i < above->len; i++)
    if (is_same (above->pdata[i], row, "item_id") && find_given (self, above->pdata[i], &n_other) == line)
      return _("The table has this line twice. Take one of them out.");
  for (guint f = 0; self->fields[f] != NULL; f++)
    if (dov_line_row_has_amount (line) && !is_same (dov_line_row_get_record (line), row, self->fields[f]))
      return _("Another number stands in this line already. Clear it there if the pasted one is right.");

  return NULL;
}

/* The same stands against a pasted row as against one that is typed; which paper it is of is not known yet. */
static GPtrArray *
list_problems (GtkWidget *lines,
               DovRecord *row,
               GPtrArray *above)
{
  DovLines *self = DOV_LINES (lines);
  GPtrArray *problems = dov_store_list_problems (self->store, row);
  g_autofree char *words = self->spec->check != NULL ? self->spec->check (row, self->user_data) : NULL;
  const char *fault = NULL;

  for (guint i = problems->len; i-- > 0;)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field != NULL && g_str_equal (problem->field->name, self->spec->owner))
        g_ptr_array_remove_index (problems, i);
    }
  for (guint n = 0; self->fields[n] != NULL; n++)
    {
      const DovField *field = dov_record_find_field (row, self->fields[n]);

      if (field->kind == DOV_KIND_QUANTITY && dov_record_get_number (row, field->name) == DOV_UNKNOWN && self->finder == NULL)
        dov_problems_add (problems, row, field->name, NULL, "%s", _(HOW_MUCH_LIES));
      if (!is_for_known (self, row, field))
        dov_problems_add (problems, row, field->name, NULL, "%s", _("The thing cannot be for them. Choose one of the family."));
    }
  if (self->finder == NULL && dov_record_get_number (row, "item_id") != 0)
    fault = find_fault (self, row, above);
  if (fault != NULL)
    dov_problems_add (problems, row, NULL, NULL, "%s", fault);
  if (words != NULL)
    dov_problems_add (problems, row, NULL, NULL, "%s", words);

  return problems;
}

static void
take_rows (GtkWidget *lines,
           GPtrArray *rows)
{
  DovLines *self = DOV_LINES (lines);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      DovRecord *row = g_ptr_array_index (rows, i);

      if (self->finder != NULL)
        dov_lines_add_line (self, row);
      for (guint f = 0; self->finder == NULL && self->fields[f] != NULL; f++)
        {
          g_autofree char *shown = dov_record_dup_shown (row, dov_record_find_field (row, self->fields[f]));

          dov_line_row_show_typed (find_given (self, row, &n), self->fields[f], shown);
        }
    }
  dov_lines_changed (self);
  dov_lines_refresh (self);
}

/* Also in the finder and in a text, where a table would make no sense. */
static gboolean
paste_cb (GtkWidget *lines,
          GVariant  *arguments,
          gpointer   data)
{
  DovLines *self = DOV_LINES (lines);
  g_autoptr (DovRecord) begun = dov_record_new (self->spec->line (), 0);

  dov_paste_page_begin_into (lines, self->store, begun, &self->paste);

  return TRUE;
}

static void
add_paste (DovLines *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutAction *paste = gtk_callback_action_new (paste_cb, NULL, NULL);
  g_autofree char *names = g_strjoin (" ", "item_id", self->spec->fields, self->finder == NULL ? APART : NULL, NULL);

  self->pasted = g_strsplit (names, " ", -1);
  self->paste = (DovPasteInto) { (const char *const *) self->pasted, list_problems, take_rows };
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (dov_keys_trigger_new ("<Control>v"), paste));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- what was looked at and agrees ---- */

/* Only where nothing stands: what was typed was counted. */
static void
fill_rest_cb (DovLines *self)
{
  DovLineRow *line;

  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    {
      DovRecord *record = dov_line_row_get_record (line);

      for (guint f = 0; self->fields[f] != NULL; f++)
        {
          g_autofree char *typed = dov_line_row_dup_typed (line, self->fields[f]);
          g_autofree char *known = dov_record_dup_shown (record, dov_record_find_field (record, self->spec->rest_from));

          if (*typed == '\0')
            dov_line_row_show_typed (line, self->fields[f], known);
        }
    }
  dov_lines_changed (self);
  dov_lines_refresh (self);
}

/* ---- how it is built ---- */

static void
add_finder (DovLines *self)
{
  self->finder = self->spec->look != NULL ? dov_finder_new (_(self->spec->add), self->spec->look, self->user_data)
                                          : dov_finder_new (_(self->spec->add), look_cb, self);
  /* Translators: a thing that was not found; %s is what was typed */
  dov_finder_set_new (DOV_FINDER (self->finder), self->spec->makes ? _("New thing: “%s”…") : NULL);
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->finder, "new", G_CALLBACK (new_cb), self);
  gtk_box_append (GTK_BOX (self), self->finder);
  gtk_box_append (GTK_BOX (self), self->place);
}

/**
 * dov_lines_new:
 * @form: whose draft keeps the lines
 * @spec: what a line has; static
 * @user_data: for its functions
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
dov_lines_new (DovForm            *form,
               const DovLinesSpec *spec,
               gpointer            user_data)
{
  DovLines *self = g_object_new (DOV_TYPE_LINES, NULL);

  self->form = form;
  self->store = g_object_ref (dov_form_get_store (form));
  self->spec = spec;
  self->user_data = user_data;
  self->fields = g_strsplit (spec->fields, " ", -1);
  gtk_label_set_label (GTK_LABEL (self->title), _(spec->title));
  dov_name_widget (self->list, _(spec->title));
  if (spec->rest != NULL)
    gtk_button_set_label (GTK_BUTTON (self->rest), _(spec->rest));
  gtk_widget_set_tooltip_text (self->rest, _("Where nothing is typed: as it stands in the books"));
  gtk_widget_set_visible (self->rest, spec->rest != NULL);
  if (spec->add != NULL)
    add_finder (self);
  add_paste (self);

  return GTK_WIDGET (self);
}

static void
dov_lines_finalize (GObject *object)
{
  DovLines *self = DOV_LINES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_ptr_array_unref (self->gone);
  g_strfreev (self->pasted);
  g_strfreev (self->fields);
  g_object_unref (self->place);

  G_OBJECT_CLASS (dov_lines_parent_class)->finalize (object);
}

static void
dov_lines_class_init (DovLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_lines_finalize;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, DovLines, title);
  gtk_widget_class_bind_template_child (widget_class, DovLines, count);
  gtk_widget_class_bind_template_child (widget_class, DovLines, rest);
  gtk_widget_class_bind_template_child (widget_class, DovLines, list);
  gtk_widget_class_bind_template_callback (widget_class, fill_rest_cb);
}

static void
dov_lines_init (DovLines *self)
{
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->place = g_object_ref_sink (g_object_new (ADW_TYPE_BIN, "visible", FALSE, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
}
