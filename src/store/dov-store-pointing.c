/* dov-store-pointing.c - the records that point to one: which, in which order; a record in words with what it points to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-registry.h"

/* A record whose table begins with required links says little by itself: a
 * member of a family, an attendance. The last of these links is whom it is about,
 * unless the table names another. */
static const DovField *
find_subject (DovRecordClass *klass)
{
  const DovField *subject = NULL;

  if (klass->subject != NULL)
    return dov_record_class_find_field (klass, klass->subject);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind != DOV_KIND_LINK || !(klass->fields[i].flags & DOV_REQUIRED))
        break;
      subject = &klass->fields[i];
    }

  return subject;
}

/* What a link of @record leads to, as a line about @record names it. */
char *
dov_store_dup_linked (DovStore       *self,
                      DovRecord      *record,
                      const DovField *link)
{
  gint64 id = G_STRUCT_MEMBER (gint64, record, link->offset);
  g_autoptr (DovRecord) linked = id != 0 ? dov_store_find (self, link->target (), id, NULL) : NULL;

  if (linked == NULL)
    return g_strdup ("");

  return DOV_RECORD_GET_CLASS (linked)->name != NULL ? DOV_RECORD_GET_CLASS (linked)->name (linked)
                                                     : dov_store_describe (self, linked);
}

/**
 * dov_store_describe:
 *
 * Returns: (transfer full): one line that tells this record from others, with
 *   its links followed: “Черемисинов Артём — сын/дочь”
 */
char *
dov_store_describe (DovStore  *self,
                    DovRecord *record)
{
  const DovField *subject = find_subject (DOV_RECORD_GET_CLASS (record));
  g_autofree char *own = dov_record_describe (record);
  g_autofree char *about = NULL;

  if (subject == NULL)
    return g_steal_pointer (&own);

  about = dov_store_dup_linked (self, record, subject);
  if (*about == '\0')
    return g_steal_pointer (&own);
  if (*own == '\0')
    return g_steal_pointer (&about);

  return g_strdup_printf ("%s — %s", about, own);
}

/**
 * dov_store_describe_id:
 *
 * Returns: (transfer full): the same for a record known by its id; empty for
 *   0, and for one that is not there
 */
char *
dov_store_describe_id (DovStore *self,
                       GType     type,
                       gint64    id)
{
  g_autoptr (DovRecord) record = id != 0 ? dov_store_find (self, type, id, NULL) : NULL;

  return record != NULL ? dov_store_describe (self, record) : g_strdup ("");
}

/**
 * dov_store_dup_shown:
 *
 * Returns: (transfer full): the field as people read it; for a link, the
 *   record it points to
 */
char *
dov_store_dup_shown (DovStore       *self,
                     DovRecord      *record,
                     const DovField *field)
{
  if (field->kind != DOV_KIND_LINK)
    return dov_record_dup_shown (record, field);

  return dov_store_describe_id (self, field->target (), G_STRUCT_MEMBER (gint64, record, field->offset));
}

static gboolean
is_subject (const DovField *field)
{
  return field->kind == DOV_KIND_LINK && (field->flags & DOV_REQUIRED) != 0;
}

static gboolean
is_dated (const DovField *field)
{
  return field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_MOMENT;
}

/* The moment a record is of: its first one that must be there, else its first date. */
static const DovField *
find_date (DovRecordClass *klass)
{
  const DovField *found = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_dated (&klass->fields[i]))
      {
        if (klass->fields[i].flags & DOV_REQUIRED)
          return &klass->fields[i];
        if (found == NULL)
          found = &klass->fields[i];
      }

  return found;
}

/* An attendance is as new as its event, whenever it was put down: the first of
 * the links a record begins with that leads to something with a moment. */
static const DovField *
find_dated_link (DovRecordClass *klass,
                 const DovField *known)
{
  for (guint i = 0; i < klass->n_fields && is_subject (&klass->fields[i]); i++)
    {
      const DovField *date = find_date (dov_registry_class (klass->fields[i].target ()));

      if (&klass->fields[i] != known && date != NULL && date->kind == DOV_KIND_MOMENT)
        return &klass->fields[i];
    }

  return NULL;
}

static char *
dup_statement (DovRecordClass *klass,
               const DovField *link)
{
  const DovField *by = find_dated_link (klass, link);

  if (by != NULL)
    {
      DovRecordClass *target = dov_registry_class (by->target ());

      return g_strdup_printf ("SELECT r.id FROM %s r JOIN %s t ON t.id = r.%s WHERE r.%s = ?1 AND r.removed IS NULL"
                              " ORDER BY t.%s DESC, r.id DESC",
                              klass->table, target->table, by->name, link->name,
                              find_date (target)->name);
    }
  by = find_date (klass);
  if (by != NULL)
    return g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND removed IS NULL ORDER BY %s DESC, id DESC",
                            klass->table, link->name, by->name);

  return g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND removed IS NULL ORDER BY key, id",
                          klass->table, link->name);
}

/**
 * dov_store_list_pointing:
 * @type: of the records that point
 * @link: their field, a link
 * @id: of the record it leads to
 *
 * Finds what points to a record, the newest first: by the moment of the event
 * or the like that it belongs to, else by its own date.
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
dov_store_list_pointing (DovStore        *self,
                         GType            type,
                         const DovField  *link,
                         gint64           id,
                         GError         **error)
{
  g_autofree char *statement = dup_statement (dov_registry_class (type), link);
  g_autoptr (DovStatement) rows = dov_database_prepare (self->database, statement, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  dov_statement_bind_integer (rows, 1, id);
  while (dov_statement_step (rows, &own_error))
    {
      gint64 found = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, found);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

/* Of a record that says whom it is about only that is told, or, on its own page, the first of the others. */
static gboolean
is_told (DovRecordClass *klass,
         const DovField *field,
         const DovField *link)
{
  if (field == link)
    return FALSE;
  if (klass->subject == NULL)
    return TRUE;

  return g_str_equal (link->name, klass->subject) ? field == klass->fields : g_str_equal (field->name, klass->subject);
}

/**
 * dov_store_describe_pointing:
 * @link: the field of @record that leads to where one stands already
 *
 * Returns: (transfer full): one line for @record that tells the rest: on the
 *   page of a person “Family cinema, 20.11.2026 17:00 — was there”
 */
char *
dov_store_describe_pointing (DovStore       *self,
                             DovRecord      *record,
                             const DovField *link)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *own = dov_record_describe (record);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields && is_subject (&klass->fields[i]); i++)
    if (is_told (klass, &klass->fields[i], link))
      {
        g_autofree char *other = dov_store_dup_linked (self, record, &klass->fields[i]);

        g_string_append_printf (words, "%s%s", words->len > 0 && *other != '\0' ? " — " : "", other);
      }
  g_string_append_printf (words, "%s%s", words->len > 0 && *own != '\0' ? " — " : "", own);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
