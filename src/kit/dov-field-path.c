/* dov-field-path.c - fields of a record and of those that it points to, as words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-field-path.h"

#include "dov-join.h"
#include "dov-registry.h"

#include <glib/gi18n.h>

/* The record at the end of the links of @path, and the name of its last field. */
static DovRecord *
follow_links (DovStore    *store,
              DovRecord   *record,
              const char  *path,
              const char **last)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *links = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : NULL;

  *last = dot != NULL ? dot + 1 : path;

  return links != NULL ? dov_store_follow (store, record, links) : g_object_ref (record);
}

/* One field: a flag is its own name where it is set, and nothing where it is not. */
static char *
dup_one (DovStore   *store,
         DovRecord  *record,
         const char *path)
{
  const char *last = NULL;
  g_autoptr (DovRecord) at = follow_links (store, record, path, &last);
  const DovField *field = at != NULL ? dov_record_class_find_field (DOV_RECORD_GET_CLASS (at), last) : NULL;

  if (field == NULL || dov_record_is_empty (at, field))
    return g_strdup ("");
  if (field->kind == DOV_KIND_FLAG)
    return G_STRUCT_MEMBER (gboolean, at, field->offset) ? g_utf8_strdown (_(field->label), -1) : g_strdup ("");

  return dov_store_dup_shown (store, at, field);
}

/**
 * dov_field_path_dup:
 * @paths: (nullable): fields with spaces between them; a field of a record that a
 *   link leads to is "person_id.birth_date"
 * @between: what stands between those that are known
 *
 * Returns: (transfer full): their values as people read them, "" when none is known
 */
char *
dov_field_path_dup (DovStore   *store,
                    DovRecord  *record,
                    const char *paths,
                    const char *between)
{
  g_auto (GStrv) each = g_strsplit (paths != NULL ? paths : "", " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *value = *each[i] != '\0' ? dup_one (store, record, each[i]) : NULL;

      dov_join (words, between, value);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dov_field_path_check:
 * @type: the record where the paths begin
 * @paths: (nullable): as in dov_field_path_dup()
 * @faults: takes a line for each that leads nowhere
 *
 * Returns: whether all of them are sound
 */
gboolean
dov_field_path_check (GType       type,
                      const char *paths,
                      GString    *faults)
{
  g_auto (GStrv) each = g_strsplit (paths != NULL ? paths : "", " ", -1);
  gboolean is_sound = TRUE;

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_auto (GStrv) steps = g_strsplit (each[i], ".", -1);
      GType at = type;

      for (guint n = 0; steps[n] != NULL; n++)
        {
          const DovField *field = dov_record_class_find_field (dov_registry_class (at), steps[n]);
          gboolean is_last = steps[n + 1] == NULL;

          if (field == NULL || (!is_last && field->kind != DOV_KIND_LINK))
            {
              g_string_append_printf (faults, "%s: no field “%s” of “%s”\n", g_type_name (type), steps[n], each[i]);
              is_sound = FALSE;
              break;
            }
          if (!is_last)
            at = field->target ();
        }
    }

  return is_sound;
}
