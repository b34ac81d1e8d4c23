/* dov-subject.c - what the page of a record declares, and whether it exists: fields, links, states, acts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject.h"

#include "dov-registry.h"

/**
 * dov_tab_get_list:
 * @n: which of its lists
 *
 * Returns: (nullable): the list, be it the tab's own or offered by another area
 */
const DovRelatedList *
dov_tab_get_list (const DovTab *tab,
                  guint         n)
{
  if (tab->offered != NULL)
    return n == 0 ? dov_related_list_find_offered (tab->offered) : NULL;

  return n < G_N_ELEMENTS (tab->lists) ? tab->lists[n] : NULL;
}

static GHashTable *offered;

/**
 * dov_tab_offer:
 * @name: as both areas know it
 * @part: (transfer none): a part with a widget of its own, which stays
 */
void
dov_tab_offer (const char   *name,
               const DovTab *part)
{
  if (offered == NULL)
    offered = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (offered, (gpointer) name, (gpointer) part);
}

/**
 * dov_tab_find:
 *
 * Returns: (transfer none): the part that is offered in place of this one, or itself
 */
const DovTab *
dov_tab_find (const DovTab *tab)
{
  const DovTab *part = tab->offered != NULL && offered != NULL ? g_hash_table_lookup (offered, tab->offered) : NULL;

  return part != NULL ? part : tab;
}

static GHashTable *tellers;

/**
 * dov_subject_tell_also:
 * @type: a record with a page, whose area knows nothing of this
 * @tell: adds notices after those of the page
 */
void
dov_subject_tell_also (GType       type,
                       DovTellAlso tell)
{
  if (tellers == NULL)
    tellers = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (tellers, GSIZE_TO_POINTER (type), tell);
}

/* Returns: (nullable): what another area tells on the page of such a record. */
DovTellAlso
dov_subject_find_also (GType type)
{
  return tellers != NULL ? (DovTellAlso) g_hash_table_lookup (tellers, GSIZE_TO_POINTER (type)) : NULL;
}

/**
 * dov_subject_may_write:
 *
 * A DovIs for parts in which something is typed or done.
 *
 * Returns: whether anything may be changed: not in a file that is only read,
 *   nor of what lies in the bin
 */
gboolean
dov_subject_may_write (DovStore  *store,
                       DovRecord *record)
{
  return !dov_store_is_read_only (store) && !dov_record_is_removed (record);
}

static void
check_state (const DovSubject *subject,
             const char       *code,
             const char       *act,
             GString          *faults)
{
  const DovField *field = subject->state != NULL
                          ? dov_record_class_find_field (dov_registry_class (subject->type ()), subject->state) : NULL;
  g_autoptr (GEnumClass) choices = field != NULL && field->kind == DOV_KIND_CHOICE ? g_type_class_ref (field->target ()) : NULL;

  if (choices == NULL || g_enum_get_value_by_nick (choices, code) == NULL)
    g_string_append_printf (faults, "%s: “%s” speaks of no state “%s”\n", g_type_name (subject->type ()), act, code);
}

static gboolean
has_act (const DovSubject *subject,
         const char       *name)
{
  for (guint i = 0; subject->acts != NULL && subject->acts[i].name != NULL; i++)
    if (g_str_equal (subject->acts[i].name, name))
      return TRUE;

  return FALSE;
}

static gboolean
leads_here (const DovSubject *subject,
            const DovAct     *act)
{
  DovRecordClass *klass = dov_registry_class (act->type ());

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_LINK && klass->fields[i].target () == subject->type () &&
        (act->link == NULL || g_str_equal (act->link, klass->fields[i].name)))
      return TRUE;

  return FALSE;
}

static void
check_act (const DovSubject *subject,
           const DovAct     *act,
           GString          *faults)
{
  const char *type = g_type_name (subject->type ());
  g_auto (GStrv) states = g_strsplit (act->while_in != NULL ? act->while_in : "", " ", -1);
  guint key = 0;
  GdkModifierType modifiers = 0;

  if (strchr (act->name, '.') == NULL)
    g_string_append_printf (faults, "%s: “%s” has no dot\n", type, act->name);
  for (guint i = 0; states[i] != NULL; i++)
    if (*states[i] != '\0')
      check_state (subject, states[i], act->name, faults);
  if (act->label == NULL && act->kind != DOV_ACT_EDIT && act->kind != DOV_ACT_REMOVE)
    g_string_append_printf (faults, "%s: “%s” has no label\n", type, act->name);
  if (act->key != NULL && !gtk_accelerator_parse (act->key, &key, &modifiers))
    g_string_append_printf (faults, "%s: “%s” has no such key: %s\n", type, act->name, act->key);
  if (act->kind == DOV_ACT_STEP)
    check_state (subject, act->code != NULL ? act->code : "", act->name, faults);
  if (act->kind == DOV_ACT_STEP && act->reason != NULL)
    dov_field_path_check (subject->type (), act->reason, faults);
  if (act->kind == DOV_ACT_NEW && (act->type == NULL || !leads_here (subject, act)))
    g_string_append_printf (faults, "%s: “%s” makes nothing that belongs to it\n", type, act->name);
  if (act->kind == DOV_ACT_PAPER && act->code == NULL)
    g_string_append_printf (faults, "%s: “%s” names no document\n", type, act->name);
  if ((act->kind == DOV_ACT_RUN) != (act->run != NULL) || (act->kind == DOV_ACT_DO) != (act->rule != NULL))
    g_string_append_printf (faults, "%s: “%s” does nothing, or twice\n", type, act->name);
}

static void
check_keys (const DovSubject *subject,
            GString          *faults)
{
  for (guint i = 0; subject->acts != NULL && subject->acts[i].name != NULL; i++)
    for (guint n = 0; n < i; n++)
      if (subject->acts[i].key != NULL && g_strcmp0 (subject->acts[i].key, subject->acts[n].key) == 0 &&
          !(subject->acts[i].is_strong && subject->acts[n].is_strong))
        g_string_append_printf (faults, "%s: %s stands for two acts\n", g_type_name (subject->type ()), subject->acts[i].key);
}

static void
check_tabs (const DovSubject *subject,
            const DovTab     *tabs,
            GString          *faults)
{
  for (guint i = 0; tabs != NULL && tabs[i].name != NULL; i++)
    {
      for (guint n = 0; dov_tab_get_list (&tabs[i], n) != NULL; n++)
        {
          const DovRelatedList *list = dov_tab_get_list (&tabs[i], n);

          dov_related_list_check (list, subject->type (), faults);
          if (list->add_act != NULL && !has_act (subject, list->add_act))
            g_string_append_printf (faults, "%s: no act “%s”\n", g_type_name (subject->type ()), list->add_act);
        }
      if (tabs[i].offered != NULL && dov_tab_find (&tabs[i]) == &tabs[i] &&
          dov_related_list_find_offered (tabs[i].offered) == NULL)
        g_string_append_printf (faults, "%s: nobody offers “%s”\n", g_type_name (subject->type ()), tabs[i].offered);
      dov_field_path_check (subject->type (), tabs[i].fields, faults);
      if (tabs[i].fields_act != NULL && !has_act (subject, tabs[i].fields_act))
        g_string_append_printf (faults, "%s: no act “%s”\n", g_type_name (subject->type ()), tabs[i].fields_act);
      check_tabs (subject, tabs[i].parts, faults);
      check_tabs (subject, tabs[i].beside, faults);
      if (tabs[i].refresh != NULL && tabs[i].make == NULL)
        g_string_append_printf (faults, "%s: tab “%s” has nothing to refresh\n", g_type_name (subject->type ()), tabs[i].name);
    }
}

static gboolean
has_own (const DovTab *tabs,
         const char   *name)
{
  for (guint i = 0; tabs != NULL && tabs[i].name != NULL; i++)
    if (g_str_equal (tabs[i].name, name))
      return tabs[i].make != NULL;

  return FALSE;
}

/**
 * dov_subject_check:
 * @faults: takes a line for whatever is unsound
 *
 * Looks over all that a page declares, at the start of every test run.
 *
 * Returns: whether fields, links, states, keys and acts exist
 */
gboolean
dov_subject_check (const DovSubject *subject,
                   GString          *faults)
{
  gsize before = faults->len;

  dov_field_path_check (subject->type (), subject->state, faults);
  dov_field_path_check (subject->type (), subject->facts, faults);
  for (guint i = 0; subject->acts != NULL && subject->acts[i].name != NULL; i++)
    check_act (subject, &subject->acts[i], faults);
  check_keys (subject, faults);
  check_tabs (subject, subject->tabs, faults);
  check_tabs (subject, subject->sides, faults);
  if (subject->focus != NULL && !has_own (subject->tabs, subject->focus) && !has_own (subject->sides, subject->focus))
    g_string_append_printf (faults, "%s: no part “%s” to type in\n", g_type_name (subject->type ()), subject->focus);
  for (guint i = 0; subject->figures != NULL && subject->figures[i].caption != NULL; i++)
    if ((subject->figures[i].ids != NULL) != (subject->figures[i].type != NULL))
      g_string_append_printf (faults, "%s: “%s” counts records of no kind\n", g_type_name (subject->type ()),
                              subject->figures[i].caption);
    else if (subject->figures[i].act != NULL && !has_act (subject, subject->figures[i].act))
      g_string_append_printf (faults, "%s: no act “%s”\n", g_type_name (subject->type ()), subject->figures[i].act);

  return faults->len == before;
}
