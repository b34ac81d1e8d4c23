/* dov-case-steps.c - a family goes on to another state of its case in one operation (F1–F5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-steps.h"

#include <glib/gi18n.h>

#include "dov-family-category.h"
#include "dov-task.h"

#define OPEN_CATEGORIES \
  "SELECT c.id, i.label FROM live_family_category c JOIN ref_item i ON i.id = c.category_id" \
  " WHERE c.family_id = ?1 AND (c.until IS NULL OR c.until > ?2) ORDER BY c.since, c.id"
#define OPEN_TASKS "SELECT id, title FROM live_task WHERE family_id = ?1 AND done_on IS NULL ORDER BY due_on, id"

static const char *
get_words (DovCaseStatus was,
           DovCaseStatus status)
{
  switch (status)
    {
    case DOV_CASE_STATUS_IDENTIFIED:
      return NC_("toast", "Taken up again: %s");
    case DOV_CASE_STATUS_ASSESSED:
      return was < DOV_CASE_STATUS_CLOSED ? NC_("toast", "Examined: %s") : NC_("toast", "Taken up again: %s");
    case DOV_CASE_STATUS_ACTIVE:
      return NC_("toast", "On support: %s");
    case DOV_CASE_STATUS_MONITORING:
      return NC_("toast", "Watched after support: %s");
    case DOV_CASE_STATUS_CLOSED:
      return NC_("toast", "Taken off: %s");
    case DOV_CASE_STATUS_REJECTED:
      return NC_("toast", "Needs no support: %s");
    case DOV_CASE_STATUS_REFUSED:
      return NC_("toast", "The family refused: %s");
    case DOV_CASE_STATUS_SUSPENDED:
      return NC_("toast", "Suspended: %s");
    case DOV_CASE_STATUS_TRANSFERRED:
    default:
      return NC_("toast", "Handed to another organisation: %s");
    }
}

/* Support begins today, again after it ended (F5), or ends today. */
static void
set_days (DovFamily        *draft,
          DovCaseStatus     status,
          DovClosingReason  reason)
{
  GDate today = dov_today ();

  if (status < DOV_CASE_STATUS_CLOSED)
    {
      if (status == DOV_CASE_STATUS_ACTIVE && (draft->opened_on == NULL || draft->closed_on != NULL))
        dov_set (draft, opened_on, &today);
      /* Who waits to be taken on again keeps the day on which it was taken off. */
      if (status >= DOV_CASE_STATUS_ACTIVE || draft->opened_on == NULL)
        dov_set (draft, closed_on, NULL);
      dov_set (draft, closing_reason, 0);
      return;
    }
  dov_set (draft, closed_on, &today);
  dov_set (draft, closing_reason, reason);
}

/**
 * dov_case_steps_take:
 * @status: that the case is to have from today on
 * @reason: why it is taken off, or 0
 *
 * Rules say whether it may (F1–F7); what belongs to the case and is open ends with it.
 *
 * Returns: whether the family has that state now
 */
gboolean
dov_case_steps_take (DovStore          *store,
                     DovFamily         *family,
                     DovCaseStatus      status,
                     DovClosingReason   reason,
                     GError           **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (family));
  g_autoptr (GString) words = g_string_new (g_dpgettext2 (NULL, "toast", get_words (family->case_status, status)));

  g_string_replace (words, "%s", family->family_name, 1);
  dov_set (DOV_FAMILY (draft), case_status, status);
  set_days (DOV_FAMILY (draft), status, reason);
  if (!dov_store_begin (store, words->str, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error), error);
}

/* ---- what ends with the case ---- */

static void
free_ending (gpointer data)
{
  DovCaseEnding *ending = data;

  g_free (ending->words);
  g_free (ending);
}

static void
add_endings (GPtrArray    *endings,
             GType         type,
             DovStatement *rows)
{
  while (dov_statement_next (rows))
    {
      DovCaseEnding *ending = g_new0 (DovCaseEnding, 1);

      ending->type = type;
      ending->id = dov_statement_column_integer (rows, 0);
      ending->words = g_strdup (dov_statement_column_text (rows, 1));
      g_ptr_array_add (endings, ending);
    }
}

/**
 * dov_case_steps_list_endings:
 *
 * Returns: (transfer full) (element-type DovCaseEnding): open categories and tasks, which end when the family is
 *   taken off (F4)
 */
GPtrArray *
dov_case_steps_list_endings (DovStore *store,
                             gint64    family)
{
  GPtrArray *endings = g_ptr_array_new_with_free_func (free_ending);
  GDate today = dov_today ();
  g_autoptr (DovStatement) categories = dov_store_ask (store, OPEN_CATEGORIES, "(xD)", family, &today);
  g_autoptr (DovStatement) tasks = dov_store_ask (store, OPEN_TASKS, "(x)", family);

  add_endings (endings, DOV_TYPE_FAMILY_CATEGORY, categories);
  add_endings (endings, DOV_TYPE_TASK, tasks);

  return endings;
}

static gboolean
end_task (DovStore     *store,
          gint64        id,
          const GDate  *day,
          GError      **error)
{
  g_autoptr (DovTask) task = dov_store_find_draft (store, DOV_TYPE_TASK, id, error);
  g_autofree char *note = NULL;

  if (task == NULL)
    return FALSE;
  note = *task->note != '\0' ? g_strdup_printf ("%s. %s", task->note, _("Ended when the family was taken off"))
                             : g_strdup (_("Ended when the family was taken off"));
  dov_set (task, done_on, day);
  dov_set (task, note, note);

  return dov_store_save (store, DOV_RECORD (task), error);
}

static gboolean
end_tasks (DovStore   *store,
           gint64      id,
           GError    **error)
{
  g_autoptr (DovFamily) now = (DovFamily *) dov_store_find (store, DOV_TYPE_FAMILY, id, error);
  g_autoptr (DovFamily) was = (DovFamily *) dov_store_find_before (store, DOV_TYPE_FAMILY, id);
  g_autoptr (GPtrArray) endings = NULL;
  GDate today = dov_today ();

  if (now == NULL)
    return FALSE;
  /* A family that is entered as it was, or loaded, brings along what is open. */
  if (was == NULL || now->case_status != DOV_CASE_STATUS_CLOSED || was->case_status == DOV_CASE_STATUS_CLOSED ||
      dov_record_is_removed (DOV_RECORD (now)))
    return TRUE;
  endings = dov_case_steps_list_endings (store, id);
  for (guint i = 0; i < endings->len; i++)
    {
      const DovCaseEnding *ending = endings->pdata[i];

      if (ending->type == DOV_TYPE_TASK && !end_task (store, ending->id, now->closed_on != NULL ? now->closed_on : &today,
                                                      error))
        return FALSE;
    }

  return TRUE;
}

/* Whoever takes a family off, by the act, the form or a paper: its open tasks end. Categories follow its support. */
static gboolean
end_all (DovStore  *store,
         GError   **error)
{
  g_autoptr (GArray) families = dov_store_list_touched (store, DOV_TYPE_FAMILY);

  if (dov_store_is_undoing (store))
    return TRUE;
  for (guint i = 0; i < families->len; i++)
    if (!end_tasks (store, g_array_index (families, gint64, i), error))
      return FALSE;

  return TRUE;
}

void
dov_case_steps_install (DovStore *store)
{
  dov_store_add_consequence (store, end_all);
}
