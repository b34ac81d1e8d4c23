/* dov-reader.c - a connection of its own on which definitions read: guarded, without «Корзина», read-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reader.h"

#include <math.h>
#include <string.h>

#include "dov-band.h"
#include "dov-calendar.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-phone.h"
#include "dov-registry.h"
#include "dov-russian.h"

struct _DovReader
{
  GObject      parent_instance;

  DovDatabase *database;
  char        *schema;    /* what the views call the file */
  GHashTable  *tables;    /* names of what is in the file */
  char        *day;       /* names are those of this day */
  DovPrivacy   privacy;
  char        *refused;   /* what the guard said no to last */
  GHashTable  *reads;     /* NULL: nobody wants to know what is read */
};

G_DEFINE_FINAL_TYPE (DovReader, dov_reader, G_TYPE_OBJECT)

/* Of a text that a definition puts together: the records behind one figure among a million are a list of 20 MB. */
#define LONGEST (32 * 1024 * 1024)

/* No name has changed after it. */
#define LAST_OF_DAYS "9999-12-31"

typedef enum { NAME_FULL, NAME_SHORT, NAME_SIGNATURE } NameForm;

/* What SQLite itself offers and nobody can do harm with. */
static const char *const harmless[] = {
  "abs", "avg", "char", "coalesce", "count", "cume_dist", "date", "datetime", "dense_rank", "first_value", "format",
  "group_concat", "ifnull", "iif", "instr", "julianday", "lag", "last_value", "lead", "length", "like", "lower",
  "ltrim", "max", "min", "nth_value", "ntile", "nullif", "percent_rank", "printf", "rank", "replace", "round",
  "row_number", "rtrim", "sign", "strftime", "substr", "substring", "sum", "time", "total", "trim", "typeof",
  "unixepoch", "upper",
  NULL,
};

static const char *const ours[] = {
  "age", "age_words", "code", "concat_words", "fold", "item_name", "label", "labels", "paper_day", "person",
  "person_sign", "plural", "shown", "staff", "staff_post", "staff_sign", "ticks", NULL,
};

static gboolean
dov_reader_is_function (const char *name)
{
  return g_strv_contains (harmless, name) || g_strv_contains (ours, name);
}

static void
give_text (DovValue *result,
           char     *text)
{
  if (text == NULL)
    return;
  result->type = DOV_VALUE_TEXT;
  result->text = result->owned = text;
}

static void
give_integer (DovValue *result,
              gint64    number)
{
  result->type = DOV_VALUE_INTEGER;
  result->integer = number;
}

/* Labels. */

/* "event.form_id" → its field. */
static const DovField *
find_field (const DovValue *value)
{
  g_auto (GStrv) parts = value->type == DOV_VALUE_TEXT ? g_strsplit (value->text, ".", 2) : NULL;
  GType type = parts && parts[0] && parts[1] ? dov_registry_find (parts[0]) : G_TYPE_INVALID;

  return type != G_TYPE_INVALID ? dov_record_class_find_field (dov_registry_class (type), parts[1]) : NULL;
}

static char *
read_item (DovDatabase *database,
           const char  *sql,
           gint64       id)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (database, sql, NULL);

  g_return_val_if_fail (statement != NULL, NULL);

  dov_statement_bind_integer (statement, 1, id);

  return dov_statement_step (statement, NULL) ? g_strdup (dov_statement_column_text (statement, 0)) : NULL;
}

static void
label_cb (const DovValue *arguments,
          int             n_arguments,
          DovValue       *result,
          gpointer        user_data)
{
  const DovField *field = find_field (&arguments[0]);

  if (field == NULL)
    return;
  if (field->kind == DOV_KIND_CHOICE && arguments[1].type == DOV_VALUE_TEXT)
    {
      g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());
      const GEnumValue *choice = g_enum_get_value_by_nick (choices, arguments[1].text);

      if (choice != NULL && *choice->value_name != '\0')
        give_text (result, g_strdup (dov_russian (choice->value_name)));
    }
  else if (field->kind == DOV_KIND_LINK && field->list != NULL && arguments[1].type == DOV_VALUE_INTEGER)
    give_text (result, read_item (user_data, "SELECT label FROM main.ref_item WHERE id = ?1", arguments[1].integer));
}

static void
labels_cb (const DovValue *arguments,
           int             n_arguments,
           DovValue       *result,
           gpointer        user_data)
{
  const DovField *field = find_field (&arguments[0]);
  g_autoptr (GFlagsClass) choices = NULL;
  g_autoptr (GString) words = NULL;
  g_auto (GStrv) codes = NULL;

  if (field == NULL || field->kind != DOV_KIND_CHOICES || arguments[1].type != DOV_VALUE_TEXT)
    return;

  choices = g_type_class_ref (field->target ());
  words = g_string_new (NULL);
  codes = g_strsplit (arguments[1].text, ",", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const GFlagsValue *choice = g_flags_get_value_by_nick (choices, codes[i]);

      if (choice != NULL)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", dov_russian (choice->value_name));
    }
  give_text (result, g_string_free (g_steal_pointer (&words), FALSE));
}

#define TICKED "\u2611\u00a0"
#define NOT_TICKED "\u2610\u00a0"

static void
add_tick (GString     *words,
          const char  *nick,
          const char  *label,
          char       **chosen)
{
  if (*label == '\0')
    return;
  g_string_append_printf (words, "%s%s%s", words->len > 0 ? "   " : "",
                          g_strv_contains ((const char *const *) chosen, nick) ? TICKED : NOT_TICKED,
                          dov_russian (label));
}

/* ticks ('consent.purpose', purpose): all choices, each with its box, those that are chosen ticked. Of a field with one
 * choice too. */
static void
ticks_cb (const DovValue *arguments,
          int             n_arguments,
          DovValue       *result,
          gpointer        user_data)
{
  const DovField *field = find_field (&arguments[0]);
  g_autoptr (GString) words = NULL;
  g_auto (GStrv) chosen = NULL;

  if (field == NULL || (field->kind != DOV_KIND_CHOICES && field->kind != DOV_KIND_CHOICE))
    return;
  words = g_string_new (NULL);
  chosen = g_strsplit (arguments[1].type == DOV_VALUE_TEXT ? arguments[1].text : "", ",", -1);
  if (field->kind == DOV_KIND_CHOICES)
    {
      g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());

      for (guint i = 0; i < choices->n_values; i++)
        add_tick (words, choices->values[i].value_nick, choices->values[i].value_name, chosen);
    }
  else
    {
      g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

      for (guint i = 0; i < choices->n_values; i++)
        add_tick (words, choices->values[i].value_nick, choices->values[i].value_name, chosen);
    }
  give_text (result, g_string_free (g_steal_pointer (&words), FALSE));
}

static void
code_cb (const DovValue *arguments,
         int             n_arguments,
         DovValue       *result,
         gpointer        user_data)
{
  if (arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_item (user_data, "SELECT code FROM main.ref_item WHERE id = ?1", arguments[0].integer));
}

/* People. */

/* The day that a function was given after the id, else that of the paper. */
static const char *
get_day (DovReader      *self,
         const DovValue *arguments,
         int             n_arguments)
{
  return n_arguments > 1 && arguments[1].type == DOV_VALUE_TEXT ? arguments[1].text : self->day;
}

/* @what is an id by ?1, of a person who may lie in the bin. */
static char *
read_name (DovReader  *self,
           const char *what,
           gint64      id,
           const char *day,
           NameForm    form)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT last_name, first_name, patronymic FROM (SELECT last_name, first_name, patronymic, until"
                     " FROM main.former_name WHERE person_id = %1$s AND removed IS NULL AND until > ?2"
                     " UNION ALL SELECT last_name, first_name, patronymic, '9999' FROM main.person WHERE id = %1$s)"
                     " ORDER BY until LIMIT 1", what);
  g_autoptr (DovStatement) statement = dov_database_prepare (self->database, sql, NULL);
  const char *parts[3];

  g_return_val_if_fail (statement != NULL, NULL);

  dov_statement_bind_integer (statement, 1, id);
  dov_statement_bind_text (statement, 2, day);
  if (!dov_statement_step (statement, NULL))
    return NULL;
  for (int i = 0; i < 3; i++)
    parts[i] = dov_statement_column_text (statement, i) ? dov_statement_column_text (statement, i) : "";

  switch (form)
    {
    case NAME_SHORT:
      return dov_name_short (parts[0], parts[1], parts[2]);
    case NAME_SIGNATURE:
      return dov_name_signature (parts[0], parts[1], parts[2]);
    case NAME_FULL:
    default:
      return dov_name_full (parts[0], parts[1], parts[2]);
    }
}

#define STAFF_PERSON "(SELECT person_id FROM main.staff WHERE id = ?1)"

static void
person_cb (const DovValue *arguments,
           int             n_arguments,
           DovValue       *result,
           gpointer        self)
{
  if (n_arguments > 0 && arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_name (self, "?1", arguments[0].integer, get_day (self, arguments, n_arguments), NAME_FULL));
}

/* Of a card, or of a name as it is typed for a person without one: last name first. */
static void
person_sign_cb (const DovValue *arguments,
                int             n_arguments,
                DovValue       *result,
                gpointer        user_data)
{
  DovReader *self = user_data;

  if (arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_name (self, "?1", arguments[0].integer, self->day, NAME_SIGNATURE));
  else if (arguments[0].type == DOV_VALUE_TEXT)
    {
      g_auto (GStrv) parts = g_strsplit (arguments[0].text, " ", -1);

      give_text (result, g_strv_length (parts) == 2 && strchr (arguments[0].text, '.') == NULL
                         ? dov_name_signature (parts[0], parts[1], NULL) : dov_name_typed_signature (arguments[0].text));
    }
}

static void
staff_cb (const DovValue *arguments,
          int             n_arguments,
          DovValue       *result,
          gpointer        self)
{
  if (n_arguments > 0 && arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_name (self, STAFF_PERSON, arguments[0].integer, get_day (self, arguments, n_arguments),
                                  NAME_SHORT));
}

static void
staff_sign_cb (const DovValue *arguments,
               int             n_arguments,
               DovValue       *result,
               gpointer        user_data)
{
  DovReader *self = user_data;

  if (arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_name (self, STAFF_PERSON, arguments[0].integer, self->day, NAME_SIGNATURE));
}

static void
staff_post_cb (const DovValue *arguments,
               int             n_arguments,
               DovValue       *result,
               gpointer        user_data)
{
  if (arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, read_item (user_data, "SELECT position FROM main.staff WHERE id = ?1", arguments[0].integer));
}

/* A thing that is given away or lent, with its size, as it was called on a day. */
static void
item_name_cb (const DovValue *arguments,
              int             n_arguments,
              DovValue       *result,
              gpointer        user_data)
{
  DovReader *self = user_data;
  g_autoptr (DovStatement) statement =
    dov_database_prepare (self->database,
                          "SELECT name || coalesce (', р. ' || size, '') FROM (SELECT name, size, until"
                          " FROM main.former_item_name WHERE ?1 IN (item_id, rental_item_id) AND removed IS NULL"
                          " AND until > ?2 UNION ALL SELECT name, size, '9999' FROM main.item WHERE id = ?1"
                          " UNION ALL SELECT name, NULL, '9999' FROM main.rental_item WHERE id = ?1)"
                          " ORDER BY until LIMIT 1", NULL);

  g_return_if_fail (statement != NULL);

  if (n_arguments == 0 || arguments[0].type != DOV_VALUE_INTEGER)
    return;
  dov_statement_bind_integer (statement, 1, arguments[0].integer);
  dov_statement_bind_text (statement, 2, get_day (self, arguments, n_arguments));
  if (dov_statement_step (statement, NULL))
    give_text (result, g_strdup (dov_statement_column_text (statement, 0)));
}

static void
paper_day_cb (const DovValue *arguments,
              int             n_arguments,
              DovValue       *result,
              gpointer        user_data)
{
  give_text (result, g_strdup (((DovReader *) user_data)->day));
}

/* Ages. */

static gboolean
read_dates (const DovValue  *arguments,
            GDate          **born,
            GDate          **on)
{
  return arguments[0].type == DOV_VALUE_TEXT && arguments[1].type == DOV_VALUE_TEXT
         && dov_date_from_iso (arguments[0].text, born) && dov_date_from_iso (arguments[1].text, on)
         && *born != NULL && *on != NULL && g_date_compare (*born, *on) <= 0;
}

static void
age_cb (const DovValue *arguments,
        int             n_arguments,
        DovValue       *result,
        gpointer        user_data)
{
  g_autoptr (GDate) born = NULL;
  g_autoptr (GDate) on = NULL;

  if (read_dates (arguments, &born, &on))
    give_integer (result, dov_age_on (born, on));
}

/* Of a date of birth, or of a year of birth while the day is unknown. */
static void
age_words_cb (const DovValue *arguments,
              int             n_arguments,
              DovValue       *result,
              gpointer        user_data)
{
  g_autoptr (GDate) born = NULL;
  g_autoptr (GDate) on = NULL;

  if (read_dates (arguments, &born, &on))
    give_text (result, dov_age_to_words (born, on));
  else if (arguments[0].type == DOV_VALUE_INTEGER && arguments[1].type == DOV_VALUE_TEXT
           && dov_date_from_iso (arguments[1].text, &on) && on != NULL && arguments[0].integer <= g_date_get_year (on))
    give_text (result, dov_age_of_year_to_words ((int) arguments[0].integer, on));
}

/* Texts. */

/* plural (3, 'наименование', 'наименования', 'наименований'): “3 наименования” */
static void
plural_cb (const DovValue *arguments,
           int             n_arguments,
           DovValue       *result,
           gpointer        user_data)
{
  g_autofree char *shown = NULL;

  for (int i = 0; i < n_arguments; i++)
    if (arguments[i].type != (i == 0 ? DOV_VALUE_INTEGER : DOV_VALUE_TEXT))
      return;
  shown = dov_number_to_shown (arguments[0].integer);
  give_text (result, g_strconcat (shown, "\u00a0", dov_plural (arguments[0].integer, arguments[1].text,
                                                              arguments[2].text, arguments[3].text), NULL));
}

static void
shown_cb (const DovValue *arguments,
          int             n_arguments,
          DovValue       *result,
          gpointer        user_data)
{
  if (arguments[0].type == DOV_VALUE_INTEGER)
    give_text (result, dov_number_to_shown (arguments[0].integer));
  else if (arguments[0].type == DOV_VALUE_REAL)
    give_text (result, dov_quantity_to_shown (llround (arguments[0].real * 1000)));
  else if (arguments[0].type == DOV_VALUE_TEXT)
    give_text (result, dov_phone_to_shown (arguments[0].text));
}

static void
concat_words_cb (const DovValue *arguments,
                 int             n_arguments,
                 DovValue       *result,
                 gpointer        user_data)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < n_arguments; i++)
    if (arguments[i].type == DOV_VALUE_TEXT && *arguments[i].text != '\0')
      g_string_append_printf (words, "%s%s", words->len ? ", " : "", arguments[i].text);
  if (words->len > 0)
    give_text (result, g_string_free (g_steal_pointer (&words), FALSE));
}

/**
 * dov_reader_add_functions:
 *
 * The collation «russian» is the connection's own already.
 */
static void
dov_reader_add_functions (DovReader *self)
{
  DovDatabase *database = self->database;

  dov_database_add_function (database, "label", 2, label_cb, database);
  dov_database_add_function (database, "labels", 2, labels_cb, database);
  dov_database_add_function (database, "ticks", 2, ticks_cb, database);
  dov_database_add_function (database, "code", 1, code_cb, database);
  dov_database_add_function (database, "person", -1, person_cb, self);
  dov_database_add_function (database, "item_name", -1, item_name_cb, self);
  dov_database_add_function (database, "person_sign", 1, person_sign_cb, self);
  dov_database_add_function (database, "paper_day", 0, paper_day_cb, self);
  dov_database_add_function (database, "staff", -1, staff_cb, self);
  dov_database_add_function (database, "staff_sign", 1, staff_sign_cb, self);
  dov_database_add_function (database, "staff_post", 1, staff_post_cb, database);
  dov_database_add_function (database, "age", 2, age_cb, database);
  dov_database_add_function (database, "age_words", 2, age_words_cb, database);
  dov_database_add_function (database, "plural", 4, plural_cb, database);
  dov_database_add_function (database, "shown", 1, shown_cb, database);
  dov_database_add_function (database, "concat_words", -1, concat_words_cb, database);
}

static gboolean
refuse (DovReader  *self,
        const char *table,
        const char *name)
{
  g_free (self->refused);
  self->refused = table ? g_strdup_printf ("%s.%s", table, name) : g_strdup_printf ("%s()", name);

  return FALSE;
}

static gboolean
is_allowed_field (DovReader  *self,
                  const char *table,
                  const char *name)
{
  GType type = dov_registry_find (table);
  const DovField *field = type != G_TYPE_INVALID ? dov_record_class_find_field (dov_registry_class (type), name) : NULL;

  if (field == NULL)
    return TRUE;
  if (self->privacy == DOV_PRIVACY_NONE)
    return (field->flags & (DOV_PERSONAL | DOV_SPECIAL)) == 0;

  return self->privacy == DOV_PRIVACY_SPECIAL || (field->flags & DOV_SPECIAL) == 0;
}

/* Rows are counted and no column is read: of a view that hides the bin, or of a WITH. Of “audit”, how many there are
 * is nobody's business, and a WITH that takes its name is given another. */
static gboolean
may_count (DovReader  *self,
           const char *table,
           const char *schema)
{
  if (g_strcmp0 (schema, self->schema) == 0 || dov_views_is_figure (table))
    return TRUE;
  if (dov_views_is_record (table))
    return schema == NULL || g_ascii_strcasecmp (schema, "temp") == 0;

  return schema == NULL && !g_hash_table_contains (self->tables, table) && !g_str_has_prefix (table, "sqlite_")
         && !g_str_has_prefix (table, "pragma_");
}

static void
note (DovReader  *self,
      const char *table,
      const char *name)
{
  if (self->reads == NULL)
    return;
  g_hash_table_add (self->reads, g_strdup (table));
  if (*name != '\0')
    g_hash_table_add (self->reads, g_strconcat (table, ".", name, NULL));
}

/* What the functions ask for by themselves. */
static void
note_function (DovReader  *self,
               const char *name)
{
  static const struct { const char *begins; const char *table; const char *fields[4]; } asking[] = {
    { "person", "person", { "last_name", "first_name", "patronymic" } },
    { "staff", "person", { "last_name", "first_name", "patronymic" } },
    { "staff", "staff", { "person_id", "position" } },
    { "item_name", "item", { "name", "size" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    for (guint n = 0; g_str_has_prefix (name, asking[i].begins) && asking[i].fields[n] != NULL; n++)
      note (self, asking[i].table, asking[i].fields[n]);
}

/* A definition reads temporary views: those that hide the bin and the figures
 * of the program. What these read inside is tables of the file itself, under a
 * schema that no definition can name. So the schema alone tells who reads; the
 * name of the view, which SQLite gives too, can be that of a subquery or of a
 * WITH, and so of anybody's choosing. */
static gboolean
guard_cb (const char *table,
          const char *name,
          const char *schema,
          const char *view,
          gpointer    user_data)
{
  DovReader *self = user_data;

  if (table == NULL)
    {
      if (!dov_reader_is_function (name) || (self->privacy == DOV_PRIVACY_NONE && g_str_has_prefix (name, "person")))
        return refuse (self, NULL, name);
      note_function (self, name);
      return TRUE;
    }
  /* The view of a record names all that it has; the definition reads of it what it asks for. */
  if (dov_views_is_record (table) && (view == NULL || !dov_views_is_record (view) || g_strcmp0 (schema, self->schema) != 0))
    note (self, table, name);
  if (*name == '\0')
    return may_count (self, table, schema) || refuse (self, table, name);
  if (!dov_views_is_record (table) && !dov_views_is_figure (table))
    return refuse (self, table, name);
  if (g_strcmp0 (schema, self->schema) == 0)
    return TRUE;
  if (g_strcmp0 (schema, "temp") != 0 || !is_allowed_field (self, table, name))
    return refuse (self, table, name);

  return TRUE;
}

/* The file is open on the connection twice: “main” is for the program's own questions, and the views read it by a
 * name that is made anew each time. */
static char *
invent_schema (void)
{
  g_autofree char *random = g_uuid_string_random ();

  return g_strconcat ("file-", random, NULL);
}

static gboolean
list_tables (DovReader  *self,
             GError    **error)
{
  g_autoptr (DovStatement) names = dov_database_prepare (self->database, "SELECT name FROM main.sqlite_schema", error);

  while (names != NULL && dov_statement_next (names))
    g_hash_table_add (self->tables, g_strdup (dov_statement_column_text (names, 0)));

  return names != NULL;
}

/**
 * dov_reader_new:
 * @path: of the store's file, which another connection may be writing
 */
DovReader *
dov_reader_new (const char  *path,
                GError     **error)
{
  g_autoptr (DovReader) self = g_object_new (DOV_TYPE_READER, NULL);
  g_autofree char *quoted = NULL;

  self->schema = invent_schema ();
  self->database = dov_database_open (path, DOV_DATABASE_READ_ONLY, error);
  if (self->database == NULL)
    return NULL;
  dov_reader_add_functions (self);
  dov_database_set_longest (self->database, LONGEST);
  if (!dov_database_attach_again (self->database, self->schema, error) || !list_tables (self, error))
    return NULL;
  quoted = g_strdup_printf ("\"%s\"", self->schema);
  if (!dov_views_create (self->database, quoted, error))
    return NULL;

  return g_steal_pointer (&self);
}

DovDatabase *
dov_reader_get_database (DovReader *self)
{
  return self->database;
}

/**
 * dov_reader_set_day:
 * @day: as files keep it
 *
 * From now on people and things are called as on that day; until then, as today.
 */
void
dov_reader_set_day (DovReader  *self,
                    const char *day)
{
  g_free (self->day);
  self->day = g_strdup (day);
}

/**
 * dov_reader_prepare:
 * @privacy: what the definition says about itself
 *
 * Prepares a SELECT of a definition, asking the guard about everything in it.
 */
DovStatement *
dov_reader_prepare (DovReader   *self,
                    const char  *sql,
                    DovPrivacy   privacy,
                    GError     **error)
{
  DovStatement *statement;

  g_clear_pointer (&self->refused, g_free);
  self->privacy = privacy;
  dov_database_set_guard (self->database, guard_cb, self);
  statement = dov_database_prepare (self->database, sql, error);
  dov_database_set_guard (self->database, NULL, NULL);

  return statement;
}

/**
 * dov_reader_note:
 * @reads: (nullable) (element-type utf8): takes “family” and “family.closed_on” of all that is
 *   prepared from now on
 */
void
dov_reader_note (DovReader  *self,
                 GHashTable *reads)
{
  self->reads = reads;
}

/**
 * dov_reader_dup_refused:
 *
 * Returns: (transfer full) (nullable): the column or function that the last
 *   statement was refused for
 */
char *
dov_reader_dup_refused (DovReader *self)
{
  return g_strdup (self->refused);
}

/**
 * dov_reader_read_text:
 * @sql: with one parameter at most, ?1
 *
 * Returns: (transfer full): the first column of the first row as text, empty
 *   when there is none
 */
char *
dov_reader_read_text (DovReader  *self,
                      const char *sql,
                      gint64      id)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (self->database, sql, NULL);
  const char *text = NULL;

  g_return_val_if_fail (statement != NULL, g_strdup (""));

  dov_statement_bind_integer (statement, 1, id);
  if (dov_statement_step (statement, NULL))
    text = dov_statement_column_text (statement, 0);

  return g_strdup (text ? text : "");
}

static void
dov_reader_finalize (GObject *object)
{
  DovReader *self = DOV_READER (object);

  g_clear_object (&self->database);
  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->schema, g_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->tables, g_hash_table_unref);

  G_OBJECT_CLASS (dov_reader_parent_class)->finalize (object);
}

static void
dov_reader_class_init (DovReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_reader_finalize;
}

static void
dov_reader_init (DovReader *self)
{
  self->day = g_strdup (LAST_OF_DAYS);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
