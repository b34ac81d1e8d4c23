/* dov-plan-progress.c - how far a programme has come: its steps, who does them, its versions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-progress.h"

#include <glib/gi18n.h>

#include "dov-join.h"
#include "dov-name.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-staff.h"

/* So many changes of a version are told. */
#define MOST_CHANGES 4

/**
 * dov_plan_progress_count:
 * @progress: (out caller-allocates): of its steps
 */
void
dov_plan_progress_count (DovStore        *store,
                         gint64           plan_id,
                         const GDate     *today,
                         DovPlanProgress *progress)
{
  g_autoptr (DovStatement) row = dov_store_see (
    store, "SELECT count (*), count (iif (status = 'done', 1, NULL)),"
    " count (iif (status <> 'done' AND due_to < ?2, 1, NULL))"
    " FROM live_plan_action WHERE plan_id = ?1 AND status <> 'cancelled'", "(xD)", plan_id, today);

  *progress = (DovPlanProgress) { 0 };
  if (!dov_statement_next (row))
    return;
  progress->n_all = dov_statement_column_integer (row, 0);
  progress->n_done = dov_statement_column_integer (row, 1);
  progress->n_overdue = dov_statement_column_integer (row, 2);
}

/**
 * dov_plan_progress_dup_words:
 *
 * Returns: (transfer full): “5 of 9 done, 1 overdue”
 */
char *
dov_plan_progress_dup_words (const DovPlanProgress *progress)
{
  g_autofree char *done = g_strdup_printf (_("%1$u of %2$u done"), progress->n_done, progress->n_all);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", progress->n_overdue),
                                              progress->n_overdue);
  g_autoptr (GString) words = g_string_new (done);

  if (progress->n_overdue > 0)
    dov_join (words, ", ", overdue);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dov_plan_progress_list_urgent:
 *
 * Returns: (transfer full) (element-type gint64): the steps of a programme under way that are overdue or due until the
 *   end of this week
 */
GArray *
dov_plan_progress_list_urgent (DovStore *store,
                               gint64    plan_id)
{
  GDate sunday = dov_today ();

  g_date_add_days (&sunday, G_DATE_SUNDAY - g_date_get_weekday (&sunday));

  return dov_store_see_ids (store, "SELECT a.id FROM live_plan_action a JOIN case_plan p ON p.id = a.plan_id"
                            " WHERE p.id = ?1 AND p.status IN ('agreed', 'approved', 'in_progress')"
                            " AND a.status IN ('planned', 'in_progress') AND a.due_to <= ?2 ORDER BY a.due_to, a.id",
                            "(xD)", plan_id, &sunday);
}

/* ---- who does how much ---- */

static void
free_party (gpointer data)
{
  DovPlanParty *party = data;

  g_free (party->name);
  g_free (party->words);
  g_free (party);
}

static char *
dup_party_name (DovStore *store,
                GType     type,
                gint64    id,
                char    **what)
{
  g_autoptr (DovRecord) record = dov_store_look_up (store, type, id);
  g_autoptr (DovPerson) person = NULL;

  *what = NULL;
  if (record == NULL || type != DOV_TYPE_STAFF)
    return record != NULL ? dov_store_describe (store, record) : g_strdup ("—");
  *what = g_strdup (DOV_STAFF (record)->position);
  person = dov_store_follow (store, record, "person_id");

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("—");
}

/**
 * dov_plan_progress_list_parties:
 *
 * Returns: (transfer full) (element-type DovPlanParty): the curator first, then who takes part or does a step, the
 *   busiest first
 */
GPtrArray *
dov_plan_progress_list_parties (DovStore *store,
                                gint64    plan_id)
{
  GPtrArray *parties = g_ptr_array_new_with_free_func (free_party);
  g_autoptr (DovStatement) row = dov_store_see (
    store, "WITH party (staff, organisation, duty, steps, curator) AS ("
    "SELECT f.curator_id, NULL, NULL, 0, 1 FROM case_plan p JOIN family f ON f.id = p.family_id"
    " WHERE p.id = ?1 AND f.curator_id IS NOT NULL"
    " UNION ALL SELECT staff_id, organisation_id, duty, 0, 0 FROM live_plan_participant WHERE plan_id = ?1"
    " UNION ALL SELECT staff_id, NULL, NULL, 1, 0 FROM live_plan_action WHERE plan_id = ?1 AND staff_id IS NOT NULL"
    " AND status <> 'cancelled'"
    " UNION ALL SELECT NULL, organisation_id, NULL, 1, 0 FROM live_plan_action WHERE plan_id = ?1"
    " AND organisation_id IS NOT NULL AND status <> 'cancelled')"
    " SELECT staff, organisation, max (duty), sum (steps), max (curator) FROM party"
    " GROUP BY staff, organisation ORDER BY 5 DESC, 4 DESC, staff, organisation", "(x)", plan_id);

  while (dov_statement_next (row))
    {
      gboolean is_staff = !dov_statement_column_is_null (row, 0);
      const char *duty = dov_statement_column_text (row, 2);
      DovPlanParty *party = g_new0 (DovPlanParty, 1);
      g_autofree char *what = NULL;

      party->type = is_staff ? DOV_TYPE_STAFF : DOV_TYPE_ORGANISATION;
      party->id = dov_statement_column_integer (row, is_staff ? 0 : 1);
      party->n_steps = dov_statement_column_integer (row, 3);
      party->name = dup_party_name (store, party->type, party->id, &what);
      party->words = g_strdup (dov_statement_column_integer (row, 4) != 0 ? _("curator") :
                               duty != NULL && *duty != '\0' ? duty : what != NULL ? what : "");
      g_ptr_array_add (parties, party);
    }

  return parties;
}

/* ---- versions ---- */

/**
 * dov_plan_version_list:
 *
 * Returns: (transfer full) (element-type gint64): all versions of the programme, the last first
 */
GArray *
dov_plan_version_list (DovStore *store,
                       gint64    plan_id)
{
  return dov_store_see_ids (store, "WITH RECURSIVE version (id) AS (SELECT ?1"
                            " UNION SELECT p.previous_id FROM version v JOIN live_case_plan p ON p.id = v.id"
                            " WHERE p.previous_id IS NOT NULL"
                            " UNION SELECT p.id FROM version v JOIN live_case_plan p ON p.previous_id = v.id)"
                            " SELECT v.id FROM version v JOIN live_case_plan p ON p.id = v.id ORDER BY v.id DESC",
                            "(x)", plan_id);
}

/**
 * dov_plan_version_count:
 *
 * Returns: which version it is: 1 for the first
 */
guint
dov_plan_version_count (DovStore *store,
                        gint64    plan_id)
{
  return dov_store_see_number (store, "WITH RECURSIVE version (id) AS (SELECT ?1"
                               " UNION SELECT p.previous_id FROM version v JOIN case_plan p ON p.id = v.id"
                               " WHERE p.previous_id IS NOT NULL) SELECT count (*) FROM version", "(x)", plan_id);
}

/**
 * dov_plan_version_find_next:
 *
 * Returns: the version that was made of this one; 0: it is the last
 */
gint64
dov_plan_version_find_next (DovStore *store,
                            gint64    plan_id)
{
  return dov_store_see_number (store, "SELECT id FROM live_case_plan WHERE previous_id = ?1 ORDER BY id DESC LIMIT 1",
                               "(x)", plan_id);
}

static char *
dup_day (DovStatement *row,
         int           column)
{
  const char *text = dov_statement_column_text (row, column);
  g_autoptr (GDate) day = NULL;

  if (text == NULL || !dov_date_from_iso (text, &day))
    return g_strdup ("—");

  return dov_date_to_shown (day);
}

static char *
dup_change (DovStatement *row)
{
  const char *what = dov_statement_column_text (row, 0), *title = dov_statement_column_text (row, 1);
  g_autofree char *was = dup_day (row, 2);
  g_autofree char *is = dup_day (row, 3);

  if (g_str_equal (what, "new"))
    return g_strdup_printf (_("A step was added: “%s”."), title);
  if (g_str_equal (what, "gone"))
    return g_strdup_printf (_("A step was taken out: “%s”."), title);

  return g_strdup_printf (_("The term of “%1$s” was %2$s and is %3$s."), title, was, is);
}

/**
 * dov_plan_version_dup_changes:
 *
 * Returns: (transfer full): in which steps this version differs from the one before, and why it was made; empty for
 *   the first
 */
char *
dov_plan_version_dup_changes (DovStore    *store,
                              DovCasePlan *plan)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *reason = g_strdup_printf (_("Reason: %s"), plan->change_reason);
  g_autoptr (DovStatement) row = NULL;
  guint n = 0;

  if (plan->previous_id == 0)
    return g_strdup ("");
  row = dov_store_see (store, "SELECT 'new', title, NULL, due_to FROM live_plan_action"
                       " WHERE plan_id = ?1 AND previous_id IS NULL"
                       " UNION ALL SELECT 'term', a.title, b.due_to, a.due_to FROM live_plan_action a"
                       " JOIN plan_action b ON b.id = a.previous_id WHERE a.plan_id = ?1 AND a.due_to <> b.due_to"
                       " UNION ALL SELECT 'gone', b.title, NULL, NULL FROM live_plan_action b WHERE b.plan_id = ?2"
                       " AND NOT EXISTS (SELECT 1 FROM live_plan_action a WHERE a.previous_id = b.id"
                       " AND a.plan_id = ?1)", "(xx)", dov_record_get_id (DOV_RECORD (plan)), plan->previous_id);
  for (; dov_statement_next (row); n++)
    {
      g_autofree char *change = dup_change (row);

      if (n < MOST_CHANGES)
        dov_join (words, " ", change);
    }
  if (n > MOST_CHANGES)
    {
      guint n_more = n - MOST_CHANGES;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u change more.", "And %u changes more.", n_more), n_more);

      dov_join (words, " ", more);
    }
  dov_join (words, " ", reason);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
