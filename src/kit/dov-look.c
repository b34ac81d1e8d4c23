/* dov-look.c - what records look like, told by their area: groups of the form, hints, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-look.h"

#include "dov-registry.h"

/* GType → DovLook, all of them static. */
static GHashTable *told;

/**
 * dov_look_add:
 * @looks: static
 *
 * An area tells what its records look like. Once is enough; once more does no harm.
 */
void
dov_look_add (const DovLook *looks,
              guint          n_looks)
{
  if (told == NULL)
    told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_looks; i++)
    g_hash_table_insert (told, GSIZE_TO_POINTER (looks[i].type ()), (gpointer) &looks[i]);
}

/**
 * dov_look_find:
 *
 * Returns: what was told of this kind of record; a look without anything, when nothing was
 */
const DovLook *
dov_look_find (GType type)
{
  static const DovLook plain = { 0 };
  const DovLook *look = told != NULL ? g_hash_table_lookup (told, GSIZE_TO_POINTER (type)) : NULL;

  return look != NULL ? look : &plain;
}

/**
 * dov_look_list:
 *
 * Returns: (transfer container) (element-type DovLook): all that was told, in the order of the registry
 */
GPtrArray *
dov_look_list (void)
{
  GPtrArray *looks = g_ptr_array_new ();
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (dov_look_find (types[i])->type != NULL)
      g_ptr_array_add (looks, (gpointer) dov_look_find (types[i]));

  return looks;
}

static void
check_field (DovRecordClass *klass,
             const char     *field,
             GString        *faults)
{
  if (dov_record_class_find_field (klass, field) == NULL)
    g_string_append_printf (faults, "%s: no field “%s”\n", klass->table, field);
}

static gboolean
has_code (DovRecordClass *klass,
          const char     *code)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_CHOICE)
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (klass->fields[i].target ());

        if (g_enum_get_value_by_nick (choices, code) != NULL)
          return TRUE;
      }

  return FALSE;
}

/**
 * dov_look_check:
 * @faults: takes a line for whatever is told of nothing
 *
 * Returns: whether the fields and states that the look speaks of exist
 */
gboolean
dov_look_check (const DovLook *look,
                GString       *faults)
{
  DovRecordClass *klass = dov_registry_class (look->type ());
  gsize before = faults->len;

  for (guint i = 0; look->form != NULL && look->form[i].fields != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (look->form[i].fields, " ", -1);
      const char *link = look->form[i].link;
      const DovField *found = link != NULL ? dov_record_class_find_field (klass, link) : NULL;

      if (link != NULL)
        check_field (klass, link, faults);
      for (guint n = 0; fields[n] != NULL; n++)
        check_field (found != NULL ? dov_registry_class (found->target ()) : klass, fields[n], faults);
    }
  if (look->paper_of != NULL)
    check_field (klass, look->paper_of, faults);
  for (guint i = 0; look->hints != NULL && look->hints[i].field != NULL; i++)
    if (strchr (look->hints[i].field, '.') == NULL)
      check_field (klass, look->hints[i].field, faults);
  for (guint i = 0; look->signs != NULL && look->signs[i].code != NULL; i++)
    if (!has_code (klass, look->signs[i].code))
      g_string_append_printf (faults, "%s: no state “%s”\n", klass->table, look->signs[i].code);

  return faults->len == before;
}
