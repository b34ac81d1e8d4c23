/* dov-document.c - the documents that can be made: found, read, checked, and run for a period and a lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"

#include "dov-author.h"
#include "dov-definition-check.h"
#include "dov-fold.h"
#include "dov-name.h"
#include "dov-resources.h"
#include "dov-run.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXTENSION ".document"
#define MEASURES  "measures"

/* Where one is written to. */
#define PEN_LINE "________________________"

/* Lines for a pen where a paragraph is to be. */
#define PARAGRAPH_ROOM 8

struct _DovDocument
{
  GObject        parent_instance;

  DovDefinition *definition;  /* NULL only with trouble */
  DovDefinition *measures;    /* NULL: none needed */
  char          *code;        /* by the name of the file */
  char          *trouble;
  gboolean       is_own;
  GHashTable    *reads;       /* “family”, “family.closed_on”: what its figures and words are made of */
};

G_DEFINE_FINAL_TYPE (DovDocument, dov_document, G_TYPE_OBJECT)

/* Where definitions lie. */

static char *
find_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "doverie", "documents", NULL);
}

/* The user's own form wins over the program's. */
static char *
find_definition (const char *code,
                 gboolean   *is_own)
{
  g_autofree char *name = g_strconcat (code, EXTENSION, NULL);
  g_autofree char *own_folder = find_own_folder ();
  g_autofree char *folder = dov_resources_find ("documents");
  g_autofree char *own = g_build_filename (own_folder, name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  *is_own = g_file_test (own, G_FILE_TEST_EXISTS);
  if (*is_own)
    return g_steal_pointer (&own);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static gboolean
has_pivot (const DovDefinition *definition)
{
  for (guint i = 0; i < definition->blocks->len; i++)
    if (((DovDefinedBlock *) g_ptr_array_index (definition->blocks, i))->kind == DOV_BLOCK_PIVOT)
      return TRUE;

  return FALSE;
}

/* The measures beside the definition, or those of the program. */
static DovDefinition *
read_measures (const DovDefinition  *definition,
               DovReader            *reader,
               GError              **error)
{
  g_autofree char *folder = g_path_get_dirname (definition->path);
  g_autofree char *beside = g_build_filename (folder, MEASURES EXTENSION, NULL);
  g_autoptr (DovDefinition) measures = NULL;
  gboolean is_own;

  if (!g_file_test (beside, G_FILE_TEST_EXISTS))
    {
      g_free (beside);
      beside = find_definition (MEASURES, &is_own);
    }
  if (beside == NULL)
    {
      dov_definition_refuse (definition, error, 1, _("The file of measures is not there: %s"), MEASURES EXTENSION);
      return NULL;
    }
  measures = dov_definition_read (beside, error);
  if (measures == NULL || !dov_definition_check (measures, NULL, reader, error))
    return NULL;

  return g_steal_pointer (&measures);
}

static gboolean
fill (DovDocument  *self,
      const char   *path,
      DovReader    *reader,
      GError      **error)
{
  gboolean is_sound;

  self->definition = dov_definition_read (path, error);
  if (self->definition == NULL)
    return FALSE;
  self->reads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dov_reader_note (reader, self->reads);
  if (has_pivot (self->definition))
    self->measures = read_measures (self->definition, reader, error);
  is_sound = (self->measures != NULL || !has_pivot (self->definition)) &&
             dov_definition_check (self->definition, self->measures, reader, error);
  dov_reader_note (reader, NULL);

  return is_sound;
}

/**
 * dov_document_load:
 * @path: of the definition
 *
 * Reads a definition and finds every mistake in it.
 *
 * Returns: (transfer full): the document, or %NULL with the line of the mistake
 */
DovDocument *
dov_document_load (const char  *path,
                   DovStore    *store,
                   GError     **error)
{
  g_autoptr (DovReader) reader = dov_reader_new (dov_store_get_path (store), error);
  g_autoptr (DovDocument) self = g_object_new (DOV_TYPE_DOCUMENT, NULL);

  if (reader == NULL || !fill (self, path, reader, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Codes of the definitions in a folder. */
static void
list_codes (const char *folder,
            GHashTable *codes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, EXTENSION) && *name != '.')
      g_hash_table_add (codes, g_strndup (name, strlen (name) - strlen (EXTENSION)));
}

static DovDocument *
load_one (const char *code,
          DovReader  *reader)
{
  DovDocument *self = g_object_new (DOV_TYPE_DOCUMENT, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_own = FALSE;
  g_autofree char *path = find_definition (code, &is_own);

  self->is_own = is_own;
  self->code = g_strdup (code);
  if (path == NULL || !fill (self, path, reader, &error))
    self->trouble = g_strdup (error ? error->message : _("The definition cannot be read"));

  return self;
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const char *one = dov_document_get_code (*(DovDocument **) a);
  const char *other = dov_document_get_code (*(DovDocument **) b);

  return dov_compare_russian (one, -1, other, -1);
}

/**
 * dov_document_load_all:
 *
 * Loads the program's definitions and those of the user's own folder, of which
 * one with the same name wins. One with a mistake is in the list too, and
 * dov_document_get_trouble() says which.
 *
 * Returns: (transfer full) (element-type DovDocument): the documents, by code
 */
GPtrArray *
dov_document_load_all (DovStore  *store,
                       GError   **error)
{
  g_autoptr (DovReader) reader = dov_reader_new (dov_store_get_path (store), error);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = dov_resources_find ("documents");
  g_autofree char *own = find_own_folder ();
  GHashTableIter iter;
  gpointer code;

  if (reader == NULL)
    return NULL;

  list_codes (folder, codes);
  list_codes (own, codes);
  if (g_hash_table_size (codes) == 0)
    {
      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION,
                   _("There are no definitions of documents in “%s”. Install the program anew."), folder);
      return NULL;
    }

  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      DovDocument *document = load_one (code, reader);

      if (document->trouble != NULL || dov_definition_has_table (document->definition))
        g_ptr_array_add (documents, document);
      else
        g_object_unref (document);
    }
  g_ptr_array_sort (documents, compare_documents);

  return g_steal_pointer (&documents);
}

/**
 * dov_document_find:
 * @code: «D-23»; «d-23» is found, too, and takes longer
 *
 * Returns: (transfer full): the document of this code
 */
DovDocument *
dov_document_find (DovStore    *store,
                   const char  *code,
                   GError     **error)
{
  g_autoptr (DovReader) reader = dov_reader_new (dov_store_get_path (store), error);
  g_autoptr (DovDocument) named = reader != NULL ? load_one (code, reader) : NULL;
  g_autoptr (GPtrArray) documents = NULL;

  /* A definition is called by its code; only one of the user's own may be called otherwise. */
  if (named != NULL && named->trouble == NULL && dov_definition_has_table (named->definition) &&
      g_str_equal (dov_document_get_code (named), code))
    return g_steal_pointer (&named);

  documents = named != NULL ? dov_document_load_all (store, error) : NULL;
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_ascii_strcasecmp (dov_document_get_code (g_ptr_array_index (documents, i)), code) == 0)
      return g_object_ref (g_ptr_array_index (documents, i));
  if (documents != NULL)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION,
                 _("The definition of the document “%s” is missing. Install the program again."), code);

  return NULL;
}

/**
 * dov_document_reads:
 * @field: (nullable): of @table; %NULL: anything of it
 *
 * A #DovSubmittedReads. What a document reads is told by SQLite when its SELECTs are
 * prepared; it is asked once in a run of the program.
 */
gboolean
dov_document_reads (DovStore   *store,
                    const char *code,
                    const char *table,
                    const char *field)
{
  static GHashTable *known;
  DovDocument *document;
  g_autofree char *path = field != NULL ? g_strconcat (table, ".", field, NULL) : g_strdup (table);

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  document = g_hash_table_lookup (known, code);
  if (document == NULL)
    {
      document = dov_document_find (store, code, NULL);
      if (document == NULL)
        return TRUE;   /* nobody knows any more what it told */
      g_hash_table_insert (known, g_strdup (code), document);
    }

  return document->reads == NULL || g_hash_table_contains (document->reads, path);
}

/* What a document says about itself. */

const char *
dov_document_get_code (DovDocument *self)
{
  return self->definition && self->definition->code ? self->definition->code : self->code;
}

/**
 * dov_document_get_title:
 *
 * Returns: what it is called in a list; a title that holds words is known
 *   only after a run
 */
const char *
dov_document_get_title (DovDocument *self)
{
  const DovDefinition *definition = self->definition;

  if (definition == NULL || definition->title.text == NULL)
    return dov_document_get_code (self);
  if (strchr (definition->title.text, '{') != NULL && definition->file.text != NULL
      && strchr (definition->file.text, '{') == NULL)
    return definition->file.text;

  return definition->title.text;
}

/**
 * dov_document_dup_plain_title:
 *
 * Tells the title without the words that a run puts in: «План работы на
 * {period}» is «План работы».
 *
 * Returns: (transfer full): the title
 */
char *
dov_document_dup_plain_title (DovDocument *self)
{
  g_autofree char *title = g_strdup (dov_document_get_title (self));
  char *word = strchr (title, '{');

  if (word == NULL)
    return g_steal_pointer (&title);

  /* The short word before it goes too: «на», «за». */
  *word = '\0';
  g_strchomp (title);
  word = strrchr (title, ' ');
  if (word != NULL && g_utf8_strlen (word + 1, -1) <= 2)
    *word = '\0';

  return g_steal_pointer (&title);
}

/**
 * dov_document_get_periods:
 *
 * Returns: the kinds of period it is made for; 0: it has none
 */
DovPeriodKind
dov_document_get_periods (DovDocument *self)
{
  return self->definition ? self->definition->periods : 0;
}

gboolean
dov_document_is_personal (DovDocument *self)
{
  return self->definition != NULL && self->definition->privacy != DOV_PRIVACY_NONE;
}

const char *
dov_document_get_right (DovDocument *self)
{
  return self->definition ? self->definition->right : "reports";
}

/**
 * dov_document_get_asked:
 * @label: (out) (optional): what the record is called
 *
 * Returns: (nullable): the table of the record it is about, such as "event"
 */
const char *
dov_document_get_asked (DovDocument  *self,
                        const char  **label)
{
  if (label != NULL)
    *label = self->definition ? self->definition->asks_label : NULL;

  return self->definition ? self->definition->asks : NULL;
}

/**
 * dov_document_get_receiver:
 *
 * Returns: (nullable): who receives it and when, for people
 */
const char *
dov_document_get_receiver (DovDocument *self)
{
  return self->definition ? self->definition->receiver : NULL;
}

/**
 * dov_document_is_own:
 *
 * Returns: whether it is the user's own form, «своя форма»
 */
gboolean
dov_document_is_own (DovDocument *self)
{
  return self->is_own;
}

/**
 * dov_document_get_trouble:
 *
 * Returns: (nullable): the mistake, with its file and line, for which it
 *   cannot be made
 */
const char *
dov_document_get_trouble (DovDocument *self)
{
  return self->trouble;
}

/* Blocks. */

typedef struct
{
  DovRun *run;
  guint   n_words;
  guint   n_given;
} Given;

static gboolean
count_word (const char *word,
            const char *piece,
            gpointer    user_data)
{
  Given *given = user_data;

  given->n_words += word != NULL;
  given->n_given += word != NULL && g_hash_table_contains (given->run->words, word);

  return TRUE;
}

/* A paper of all lounges has no line for what only one lounge has. */
static gboolean
is_of_one_lounge (DovRun        *run,
                  const DovItem *item)
{
  Given given = { .run = run };

  if (run->lounge != 0 || run->is_blank || item->n_cells < 2)
    return FALSE;
  dov_words_scan (item->cells[1], count_word, &given);

  return given.n_words > 0 && given.n_given == 0;
}

/* A block without a title and one whose title comes to nothing are the same,
 * unless the title is what tells who agrees from who approves. */
static DovBlock *
begin_block (DovRun                *run,
             const DovDefinedBlock *block)
{
  g_autofree char *title = dov_run_expand (run, block->title.text);
  gboolean is_titled = *title != '\0' || (block->kind == DOV_BLOCK_APPROVE && block->title.text != NULL);
  DovBlock *done = dov_block_new (block->kind, is_titled ? title : NULL);

  done->is_double = block->is_double;
  done->begins_page = block->begins_page;
  g_ptr_array_add (dov_result_get_blocks (run->result), done);

  return done;
}

/* Every paper spells a name beside a signature alike. */
static void
add_signature (DovBlock   *block,
               const char *what,
               const char *post,
               const char *name)
{
  g_autofree char *spelled = dov_name_typed_signature (name != NULL ? name : "");

  dov_block_add_line (block, what, post, spelled);
}

/* A paragraph that is one {word} is written by hand in an empty form. */
static void
add_paragraph (DovRun     *run,
               DovBlock   *done,
               const char *template,
               const char *text)
{
  if (run->is_blank && *template == '{' && strchr (template, '}') == template + strlen (template) - 1)
    {
      DovLine *line = dov_block_add_line (done, NULL, NULL, NULL);

      done->kind = DOV_BLOCK_FIELDS;
      line->value.kind = DOV_COLUMN_HAND;
      line->room = PARAGRAPH_ROOM;
    }
  else if (*text != '\0')
    dov_block_add_line (done, text, NULL, NULL);
}

/* Behind the label stands the value, or as much room for a pen as the definition says. */
static void
add_field (DovRun                *run,
           const DovDefinedBlock *block,
           DovBlock              *done,
           const char            *label,
           const DovItem         *item)
{
  DovLine *line;
  DovCell value;

  dov_run_expand_cell (run, item->n_cells > 1 ? item->cells[1] : "", &value);
  if (*label == '\0' && value.is_empty && !run->is_blank)
    return;
  line = dov_block_add_line (done, label, NULL, NULL);
  line->value = value;
  if (!run->is_blank && !(block->has_pen && line->value.is_empty))
    return;
  if (line->value.is_empty)
    line->value.kind = DOV_COLUMN_HAND;
  line->room = item->n_cells > 2 ? (guint) g_ascii_strtoull (item->cells[2], NULL, 10) : 1;
}

static gboolean
add_lines (DovRun                 *run,
           const DovDefinedBlock  *block,
           GError                **error)
{
  DovBlock *done;

  if (!dov_run_read_words (run, block, error))
    return FALSE;

  done = begin_block (run, block);
  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *first = dov_run_expand (run, item->cells[0]);
      g_autofree char *second = dov_run_expand (run, item->n_cells > 1 ? item->cells[1] : "");
      g_autofree char *third = dov_run_expand (run, item->n_cells > 2 ? item->cells[2] : "");

      if (block->kind == DOV_BLOCK_SIGN)
        add_signature (done, first, second, third);
      else if (block->kind == DOV_BLOCK_APPROVE)
        add_signature (done, first, NULL, second);
      else if (block->kind == DOV_BLOCK_TO && (*first != '\0' || *second != '\0' || run->is_blank))
        dov_block_add_line (done, first, NULL, *second != '\0' ? second : run->is_blank ? PEN_LINE : "");
      else if (block->kind == DOV_BLOCK_FIELDS && !is_of_one_lounge (run, item))
        add_field (run, block, done, first, item);
      else if (block->kind == DOV_BLOCK_TEXT || block->kind == DOV_BLOCK_NOTE)
        add_paragraph (run, done, item->cells[0], first);
    }

  return TRUE;
}

/* A signature a row of the SELECT. */
static gboolean
add_selected_signatures (DovRun                 *run,
                         const DovDefinedBlock  *block,
                         GError                **error)
{
  DovBlock *done = begin_block (run, block);
  g_autoptr (DovStatement) statement = NULL;
  int columns[3] = { -1, -1, -1 };
  const char *const names[] = { "what", "post", "name" };

  if (run->is_blank)
    return TRUE;
  statement = dov_run_select (run, block, error);
  if (statement == NULL)
    return FALSE;

  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_str_equal (dov_statement_column_name (statement, i), names[j]))
        columns[j] = i;
  while (dov_run_step (run, statement))
    add_signature (done, dov_statement_column_text (statement, columns[0]),
                   dov_statement_column_text (statement, columns[1]),
                   dov_statement_column_text (statement, columns[2]));

  return dov_run_ended (run, error);
}

static gboolean
run_block (DovRun                 *run,
           const DovDefinedBlock  *block,
           GError                **error)
{
  if (block->when != NULL && dov_run_knows (run, block->when) == block->when_not)
    return TRUE;

  switch (block->kind)
    {
    case DOV_BLOCK_TABLE:
      return dov_run_table (run, block, error);

    case DOV_BLOCK_PIVOT:
      return dov_run_pivot (run, block, error);

    case DOV_BLOCK_SIGN:
      if (block->select != NULL && block->items->len == 0)
        return add_selected_signatures (run, block, error);
      return add_lines (run, block, error);

    case DOV_BLOCK_FIELDS:
    case DOV_BLOCK_TEXT:
    case DOV_BLOCK_NOTE:
    case DOV_BLOCK_APPROVE:
    case DOV_BLOCK_TO:
      return add_lines (run, block, error);

    case DOV_BLOCK_MEASURE:
    default:
      return TRUE;
    }
}

/* What is asked. */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED, message);

  return FALSE;
}

static gboolean
has_row (DovReader  *reader,
         const char *table,
         gint64      id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", table);
  g_autofree char *found = dov_reader_read_text (reader, sql, id);

  return *found != '\0';
}

static gboolean
check_asked (DovRun  *run,
             GError **error)
{
  const DovDefinition *definition = run->definition;

  if (definition->periods != 0 && run->period == NULL)
    return refuse (error, _("Choose the period of the document."));
  if (run->period != NULL && definition->periods != 0 && run->period->kind != DOV_PERIOD_DATES
      && (run->period->kind & definition->periods) == 0)
    return refuse (error, _("The document is not made for such a period. Choose another one."));
  if (run->lounge != 0 && !has_row (run->reader, "lounge", run->lounge))
    return refuse (error, _("There is no such lounge."));
  if (definition->asks != NULL && run->asked == 0)
    {
      g_autofree char *message = g_strdup_printf (_("Choose what the document is about: %s."), definition->asks_label);

      return refuse (error, message);
    }
  if (definition->asks != NULL && !has_row (run->reader, definition->asks, run->asked))
    return refuse (error, _("There is no such record, or it lies in the bin."));

  return TRUE;
}

static gboolean
run_blocks (DovRun  *run,
            GError **error)
{
  for (guint i = 0; i < run->definition->blocks->len; i++)
    if (!run_block (run, g_ptr_array_index (run->definition->blocks, i), error))
      return FALSE;

  return TRUE;
}

static DovResult *
run_document (DovDocument  *self,
              DovRun       *run,
              const char   *path,
              GError      **error)
{
  g_autoptr (DovReader) reader = NULL;
  g_autoptr (GHashTable) words = dov_run_new_words ();
  g_autoptr (DovResult) result = dov_result_new ();
  g_autofree char *maker = NULL;
  g_autofree char *phone = NULL;
  gboolean succeeded;

  if (self->trouble != NULL)
    {
      g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION, self->trouble);
      return NULL;
    }
  reader = dov_reader_new (path, error);
  if (reader == NULL)
    return NULL;

  run->definition = self->definition;
  run->measures = self->measures;
  run->reader = reader;
  run->result = result;
  run->words = words;

  /* One transaction: all figures of a paper are of one moment. */
  if (!dov_database_begin (dov_reader_get_database (reader), error))
    return NULL;
  succeeded = run->is_blank || check_asked (run, error);
  if (succeeded)
    {
      run->user = maker = dov_author_find (reader, run->user, &phone);
      dov_run_find_lounge (run);
      dov_run_set_day (run);
      dov_run_set_always (run);
      dov_run_set_paper (run, phone);
      succeeded = run_blocks (run, error);
      dov_run_name_file (run);
    }
  dov_database_roll_back (dov_reader_get_database (reader));

  return succeeded ? g_steal_pointer (&result) : NULL;
}

/**
 * dov_document_run:
 * @store: only its path and its user are used, so that the run may be in
 *   another thread
 * @period: (nullable): of a kind that dov_document_get_periods() offers, or
 *   any dates
 * @lounge: 0 for all
 * @asked: the record that dov_document_get_asked() asks for, or 0
 *
 * Returns: (transfer full): what the definition gives for them
 */
DovResult *
dov_document_run (DovDocument      *self,
                  DovStore         *store,
                  const DovPeriod  *period,
                  gint64            lounge,
                  gint64            asked,
                  GError          **error)
{
  DovRun run = {
    .period = self->definition && self->definition->periods ? period : NULL,
    .lounge = lounge, .asked = asked, .user = dov_store_get_user (store),
  };

  g_return_val_if_fail (DOV_IS_DOCUMENT (self), NULL);

  if (run.user == NULL)
    run.user = "";

  return run_document (self, &run, dov_store_get_path (store), error);
}

/**
 * dov_document_run_blank:
 *
 * Returns: (transfer full): an empty form for handwriting, with a page of
 *   blank rows, or with the rows that every such paper has
 */
DovResult *
dov_document_run_blank (DovDocument  *self,
                        DovStore     *store,
                        GError      **error)
{
  DovRun run = { .is_blank = TRUE, .user = "" };

  g_return_val_if_fail (DOV_IS_DOCUMENT (self), NULL);

  return run_document (self, &run, dov_store_get_path (store), error);
}

/* The object. */

static void
dov_document_finalize (GObject *object)
{
  DovDocument *self = DOV_DOCUMENT (object);

  dov_definition_free (self->definition);
  dov_definition_free (self->measures);
  g_free (self->code);
  g_free (self->trouble);
  g_clear_pointer (&self->reads, g_hash_table_unref);

  G_OBJECT_CLASS (dov_document_parent_class)->finalize (object);
}

static void
dov_document_class_init (DovDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_document_finalize;
}

static void
dov_document_init (DovDocument *self)
{
}
