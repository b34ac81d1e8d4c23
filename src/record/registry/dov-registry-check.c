/* dov-registry-check.c - whether the field tables of all records are sound */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-registry.h"

#include "dov-ref-item.h"

#include <string.h>

/* Words that SQL or the schema of the store keep for themselves. */
static const char *const kept_words[] = {
  "id", "key", "removed", "rowid", "oid", "ref", "record", "from", "to", "order", "group", "limit", "index",
  "table", "select", "where", "values", "check", "default", "create", "update", "delete", "insert", "set",
  "join", "left", "on", "and", "or", "not", "null", "in", "is", "as", "by", "case", "when", "then", "else",
  "end", "begin", "commit", "primary", "foreign", "references", "unique", "union", "all", "distinct",
  "having", "between", "like", "exists", "transaction", "meta", "operation", "audit", "draft",
};

static gboolean G_GNUC_PRINTF (2, 3)
unsound (GError     **error,
         const char  *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list words;

  va_start (words, format);
  message = g_strdup_vprintf (format, words);
  va_end (words);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, message);

  return FALSE;
}

static gboolean
is_word (const char *name)
{
  if (name == NULL || !g_ascii_islower (*name) ||
      strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen (name))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kept_words); i++)
    if (g_str_equal (name, kept_words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_label (const char *label)
{
  g_autofree char *bare = g_strstrip (g_strdup (label ? label : ""));

  return label != NULL && *bare != '\0' && g_str_equal (bare, label) && g_utf8_validate (label, -1, NULL);
}

/* How many bytes of the record the field takes. */
static gsize
field_size (const DovField *field)
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_DATE:
    case DOV_KIND_MOMENT:
      return sizeof (gpointer);

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      return sizeof (gint64);

    case DOV_KIND_FLAG:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
      return sizeof (int);

    case DOV_KIND_TIME:
      return sizeof (DovTime);

    default:
      return 0;
    }
}

static gboolean
is_required_link (const DovField *field)
{
  return field != NULL && field->kind == DOV_KIND_LINK && (field->flags & DOV_REQUIRED) != 0;
}

static gboolean
is_counted (const DovField *field)
{
  return field->kind == DOV_KIND_NUMBER || field->kind == DOV_KIND_QUANTITY || field->kind == DOV_KIND_MONEY;
}

static gboolean
check_choice_names (const char  *place,
                    const char  *code,
                    const char  *label,
                    GHashTable  *codes,
                    GError     **error)
{
  if (code == NULL || *code == '\0' || strpbrk (code, ", \t\n") != NULL)
    return unsound (error, "%s: the code “%s” is empty or has a comma or a space", place, code ? code : "");
  if (!g_hash_table_add (codes, (gpointer) code))
    return unsound (error, "%s: the code “%s” stands twice", place, code);
  if (!is_label (label))
    return unsound (error, "%s: the label of “%s” is empty or has spaces around", place, code);

  return TRUE;
}

static gboolean
check_choice (const char      *place,
              const DovField  *field,
              GError         **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GEnumClass) choices = NULL;

  if (field->target == NULL || !G_TYPE_IS_ENUM (field->target ()))
    return unsound (error, "%s: a choice without an enum", place);

  choices = g_type_class_ref (field->target ());
  if (choices->n_values < 2 || choices->values[0].value != 0 || *choices->values[0].value_nick != '\0')
    return unsound (error, "%s: the enum does not begin with “not given”", place);
  for (guint i = 1; i < choices->n_values; i++)
    {
      if (choices->values[i].value != (int) i)
        return unsound (error, "%s: the values of the enum are not 1, 2, 3…", place);
      if (!check_choice_names (place, choices->values[i].value_nick, choices->values[i].value_name, codes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_choices (const char      *place,
               const DovField  *field,
               GError         **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GFlagsClass) choices = NULL;

  if (field->target == NULL || !G_TYPE_IS_FLAGS (field->target ()))
    return unsound (error, "%s: a set of choices without flags", place);

  choices = g_type_class_ref (field->target ());
  if (choices->n_values == 0)
    return unsound (error, "%s: there is nothing to choose", place);
  for (guint i = 0; i < choices->n_values; i++)
    {
      if (choices->values[i].value != 1u << i)
        return unsound (error, "%s: the values of the set are not 1, 2, 4…", place);
      if (!check_choice_names (place, choices->values[i].value_nick, choices->values[i].value_name, codes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_link (const char      *place,
            const DovField  *field,
            GType            owner,
            const GType     *types,
            guint            n_types,
            GError         **error)
{
  GType target = field->target ? field->target () : G_TYPE_INVALID;
  guint at = 0, owner_at = 0;

  while (at < n_types && types[at] != target)
    at++;
  while (owner_at < n_types && types[owner_at] != owner)
    owner_at++;

  if (at == n_types)
    return unsound (error, "%s: leads to a record that is not in the list", place);
  if ((field->flags & DOV_REQUIRED) && at >= owner_at)
    return unsound (error, "%s: cannot do without a record that stands behind it in the list", place);
  if (!g_str_has_suffix (field->name, "_id"))
    return unsound (error, "%s: the name of a link ends in _id", place);
  if ((field->list != NULL) != (target == DOV_TYPE_REF_ITEM))
    return unsound (error, "%s: the list and the reference items do not go together", place);
  if (field->list != NULL && !is_word (field->list))
    return unsound (error, "%s: “%s” cannot be the code of a list", place, field->list);

  return TRUE;
}

static gboolean
check_flags (const char      *place,
             const DovField  *field,
             GError         **error)
{
  DovFieldFlags texts = field->flags & (DOV_NAME | DOV_PHONE | DOV_SNILS | DOV_OKTMO);

  if (texts != 0 && (field->kind != DOV_KIND_TEXT || (texts & (texts - 1)) != 0))
    return unsound (error, "%s: a text is one of a name, a telephone, an insurance number and a code", place);
  if ((field->flags & DOV_FROM_ZERO) && !is_counted (field))
    return unsound (error, "%s: only numbers start at zero", place);
  if ((field->flags & DOV_YEAR) && field->kind != DOV_KIND_NUMBER)
    return unsound (error, "%s: only a number is a year", place);
  if ((field->flags & DOV_PAST) && field->kind != DOV_KIND_DATE && field->kind != DOV_KIND_MOMENT)
    return unsound (error, "%s: only a date or a moment is past", place);
  if ((field->flags & DOV_BIRTH) && field->kind != DOV_KIND_DATE)
    return unsound (error, "%s: only a date is a birth", place);
  if ((field->flags & DOV_PART) && field->kind != DOV_KIND_LINK)
    return unsound (error, "%s: only by a link is a record a part of another", place);
  if ((field->flags & DOV_TODAY) && field->kind != DOV_KIND_DATE)
    return unsound (error, "%s: only a date is today", place);
  if ((field->flags & DOV_SPECIAL) && !(field->flags & DOV_PERSONAL))
    return unsound (error, "%s: what is special is personal", place);
  if ((field->flags & DOV_REQUIRED) && field->kind == DOV_KIND_FLAG)
    return unsound (error, "%s: a flag is never empty", place);
  if ((field->flags & DOV_NAME) && !(field->flags & DOV_PERSONAL))
    return unsound (error, "%s: a name is personal", place);

  return TRUE;
}

static gboolean
check_after (const char      *place,
             DovRecordClass  *klass,
             const DovField  *field,
             GError         **error)
{
  const DovField *first = field->after != NULL ? dov_record_class_find_field (klass, field->after) : NULL;

  if (field->after != NULL && (first == NULL || first == field || first->kind != field->kind))
    return unsound (error, "%s: comes after “%s”, which is no field of its kind", place, field->after);

  return TRUE;
}

static gboolean
check_property (const char      *place,
                DovRecordClass  *klass,
                const DovField  *field,
                GError         **error)
{
  GParamSpec *property = g_object_class_find_property (G_OBJECT_CLASS (klass), field->name);

  if (!g_param_spec_is_valid_name (field->name))
    return unsound (error, "%s: this cannot be the name of a property", place);
  if (property == NULL || property->owner_type != G_TYPE_FROM_CLASS (klass))
    return unsound (error, "%s: has no property of its own", place);

  return TRUE;
}

static gboolean
check_field (DovRecordClass  *klass,
             const DovField  *field,
             const GType     *types,
             guint            n_types,
             GError         **error)
{
  g_autofree char *place = g_strdup_printf ("%s.%s", klass->table, field->name ? field->name : "?");

  if (!is_word (field->name))
    return unsound (error, "%s: not a word of small letters, or kept by SQL", place);
  if (!is_label (field->label))
    return unsound (error, "%s: the label is empty or has spaces around", place);
  if (field_size (field) == 0)
    return unsound (error, "%s: is of no kind", place);
  if (!check_flags (place, field, error) || !check_after (place, klass, field, error)
      || !check_property (place, klass, field, error))
    return FALSE;

  if (field->kind == DOV_KIND_CHOICE)
    return check_choice (place, field, error);
  if (field->kind == DOV_KIND_CHOICES)
    return check_choices (place, field, error);
  if (field->kind == DOV_KIND_LINK)
    return check_link (place, field, G_TYPE_FROM_CLASS (klass), types, n_types, error);
  if (field->target != NULL || field->list != NULL)
    return unsound (error, "%s: leads somewhere without being a link", place);

  return TRUE;
}

/* Fields lie inside the record, behind its base, and none over another. */
static gboolean
check_places (DovRecordClass  *klass,
              GError         **error)
{
  GTypeQuery query = { 0 };

  g_type_query (G_TYPE_FROM_CLASS (klass), &query);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      gsize end = field->offset + field_size (field);

      if (field->offset < sizeof (DovRecord) || end > query.instance_size)
        return unsound (error, "%s.%s: lies outside the record", klass->table, field->name);
      for (guint n = 0; n < i; n++)
        {
          const DovField *other = &klass->fields[n];

          if (g_str_equal (field->name, other->name))
            return unsound (error, "%s.%s: stands twice", klass->table, field->name);
          if (field->offset < other->offset + field_size (other) && other->offset < end)
            return unsound (error, "%s.%s: lies over %s", klass->table, field->name, other->name);
        }
    }

  return TRUE;
}

/* Every brace of the line of a record names a field with words of its own, and every bracket is closed. */
static gboolean
check_line (DovRecordClass  *klass,
            GError         **error)
{
  guint n_open = 0;

  if (klass->line == NULL)
    return klass->describe != NULL || unsound (error, "%s: cannot be described", klass->table);

  for (const char *at = klass->line; *at != '\0'; at++)
    if (*at == '{')
      {
        gsize length = strcspn (at + 1, "{}");
        g_autofree char *name = g_strndup (at + 1, length);
        const DovField *field = dov_record_class_find_field (klass, name);

        if (at[1 + length] != '}' || field == NULL || field->kind == DOV_KIND_LINK)
          return unsound (error, "%s: its line names “%s”, which is no field that can be read", klass->table, name);
      }
    else if (*at == '[' || *at == ']')
      {
        n_open += *at == '[' ? 1 : -1;
        if (n_open > 1)
          return unsound (error, "%s: the brackets of its line do not close", klass->table);
      }

  return n_open == 0 || unsound (error, "%s: the brackets of its line do not close", klass->table);
}

/**
 * dov_registry_check_types:
 * @types: (array length=n_types): records, each behind those it cannot do without
 *
 * Proves the field tables of these records sound: what the compiler cannot
 * see. The message is for programmers.
 */
gboolean
dov_registry_check_types (const GType  *types,
                          guint         n_types,
                          GError      **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      gboolean has_listed = FALSE;

      if (!is_word (klass->table) || !g_hash_table_add (tables, (gpointer) klass->table))
        return unsound (error, "%s: the name of the table is no word, or stands twice", g_type_name (types[i]));
      if (!is_label (klass->label) || !is_label (klass->labels))
        return unsound (error, "%s: a label is empty or has spaces around", klass->table);
      if (klass->subject != NULL && !is_required_link (dov_record_class_find_field (klass, klass->subject)))
        return unsound (error, "%s: the subject is no required link", klass->table);
      if (klass->n_fields == 0 || klass->n_fields > 64)
        return unsound (error, "%s: a record has 1 to 64 fields", klass->table);
      if (!check_places (klass, error))
        return FALSE;

      for (guint n = 0; n < klass->n_fields; n++)
        {
          if (!check_field (klass, &klass->fields[n], types, n_types, error))
            return FALSE;
          has_listed |= (klass->fields[n].flags & DOV_LISTED) != 0;
        }
      if (!has_listed)
        return unsound (error, "%s: a list of these would have no columns", klass->table);
      if (!check_line (klass, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_registry_check:
 *
 * The same for all records of the program. Every run of the tests begins with it.
 */
gboolean
dov_registry_check (GError **error)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  return dov_registry_check_types (types, n_types, error);
}
