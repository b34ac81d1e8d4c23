/* dov-document.c - the documents that can be made: found, read, checked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document-private.h"

#include "dov-definition-check.h"
#include "dov-fold.h"
#include "dov-resources.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXTENSION ".document"
#define MEASURES  "measures"

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
      dov_definition_set_error (definition, error, 1, _("The file of measures is not there: %s"), MEASURES EXTENSION);
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
  self->definition = dov_definition_read (path, error);
  if (self->definition == NULL)
    return FALSE;
  if (has_pivot (self->definition))
    {
      self->measures = read_measures (self->definition, reader, error);
      if (self->measures == NULL)
        return FALSE;
    }

  return dov_definition_check (self->definition, self->measures, reader, error);
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
 * @code: «D-23»
 *
 * Returns: (transfer full): the document of this code
 */
DovDocument *
dov_document_find (DovStore    *store,
                   const char  *code,
                   GError     **error)
{
  g_autoptr (GPtrArray) documents = dov_document_load_all (store, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_strcmp0 (dov_document_get_code (g_ptr_array_index (documents, i)), code) == 0)
      return g_object_ref (g_ptr_array_index (documents, i));
  if (documents != NULL)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION,
                 _("The definition of the document “%s” is missing. Install the program again."), code);

  return NULL;
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
  if (strchr (definition->title.text, '{') != NULL && definition->file.text != NULL)
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

static void
dov_document_finalize (GObject *object)
{
  DovDocument *self = DOV_DOCUMENT (object);

  dov_definition_free (self->definition);
  dov_definition_free (self->measures);
  g_free (self->code);
  g_free (self->trouble);

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
