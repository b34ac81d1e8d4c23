/* dov-store-describe.c - one line for a record, in which its links are followed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include <glib/gi18n.h>

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
