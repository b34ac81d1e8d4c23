/* dov-case-path.c - the path of a family: states behind it, the present one, the next and the doors before it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-path.h"

#include <glib/gi18n.h>

#include "dov-person.h"

/* What tells since when a family was found, and examined; the other days stand in the family itself. */
#define FOUND    "SELECT min (substr (received_at, 1, 10)) FROM live_signal WHERE family_id = ?1"
#define EXAMINED "SELECT min (date) FROM live_living_conditions_act WHERE family_id = ?1 AND kind = 'primary'"
#define ENDED    "SELECT max (ended_on) FROM live_case_plan WHERE family_id = ?1"

#define OPEN_STEPS \
  "SELECT count(*) FROM live_plan_action WHERE plan_id = ?1 AND status IN ('planned', 'in_progress')"

static void
free_step (gpointer data)
{
  DovCaseStep *step = data;

  g_clear_pointer (&step->since, g_date_free);
  g_free (step);
}

static GDate *
find_day (DovStore   *store,
          const char *sql,
          DovFamily  *family)
{
  g_autoptr (DovStatement) row = dov_store_see (store, sql, "(x)", dov_record_get_id (DOV_RECORD (family)));

  return dov_statement_next (row) && !dov_statement_column_is_null (row, 0) ? dov_statement_dup_date (row, 0) : NULL;
}

/* A signal or an act of later years is not how the family was found. */
static GDate *
drop_later (GDate     *day,
            DovFamily *family)
{
  if (day != NULL && family->opened_on != NULL && g_date_compare (day, family->opened_on) > 0)
    g_clear_pointer (&day, g_date_free);

  return day;
}

static GDate *
dup_since (DovStore      *store,
           DovFamily     *family,
           DovCaseStatus  status)
{
  const GDate *day = status == DOV_CASE_STATUS_ACTIVE ? family->opened_on
                     : status >= DOV_CASE_STATUS_CLOSED ? family->closed_on : NULL;

  if (status == DOV_CASE_STATUS_IDENTIFIED)
    return drop_later (find_day (store, FOUND, family), family);
  if (status == DOV_CASE_STATUS_ASSESSED)
    return drop_later (find_day (store, EXAMINED, family), family);
  if (status == DOV_CASE_STATUS_MONITORING)
    return find_day (store, ENDED, family);

  return day != NULL ? g_date_copy (day) : NULL;
}

/* Who went aside was found, and may have been examined and on support before. */
static gboolean
was_in (DovFamily     *family,
        DovCaseStatus  status,
        const GDate   *since)
{
  if (family->case_status < DOV_CASE_STATUS_CLOSED)
    return status < family->case_status;
  if (status == DOV_CASE_STATUS_IDENTIFIED)
    return TRUE;
  if (status == DOV_CASE_STATUS_ACTIVE)
    return family->opened_on != NULL;

  return status == DOV_CASE_STATUS_ASSESSED && (since != NULL || family->opened_on != NULL);
}

static void
add_step (GPtrArray     *steps,
          DovCaseStatus  status,
          GDate         *since,
          gboolean       is_now)
{
  DovCaseStep *step = g_new0 (DovCaseStep, 1);

  step->status = status;
  step->since = since;
  step->is_now = is_now;
  step->is_aside = status > DOV_CASE_STATUS_CLOSED;
  g_ptr_array_add (steps, step);
}

/**
 * dov_case_path_list_steps:
 *
 * Returns: (transfer full) (element-type DovCaseStep): what is behind the family, and where it stands, the last
 */
GPtrArray *
dov_case_path_list_steps (DovStore  *store,
                          DovFamily *family)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);

  for (DovCaseStatus status = DOV_CASE_STATUS_IDENTIFIED; status < DOV_CASE_STATUS_CLOSED; status++)
    {
      GDate *since = status != family->case_status ? dup_since (store, family, status) : NULL;

      if (status != family->case_status && was_in (family, status, since))
        add_step (steps, status, since, FALSE);
      else
        g_clear_pointer (&since, g_date_free);
    }
  add_step (steps, family->case_status, dup_since (store, family, family->case_status), TRUE);

  return steps;
}

/**
 * dov_case_path_get_next:
 *
 * Returns: the state that comes next on the way; 0 for a family that was taken off or went aside
 */
DovCaseStatus
dov_case_path_get_next (DovFamily *family)
{
  return family->case_status < DOV_CASE_STATUS_CLOSED ? family->case_status + 1 : 0;
}

/**
 * dov_case_path_list_doors:
 *
 * Returns: (transfer full) (element-type DovCaseGap): what is missing for the next state and is done before it;
 *   the reason of taking off is asked by the act itself
 */
GPtrArray *
dov_case_path_list_doors (DovStore  *store,
                          DovFamily *family)
{
  DovCaseStatus next = dov_case_path_get_next (family);
  GPtrArray *doors = dov_case_status_list_gaps (store, family, next);

  for (guint i = doors->len; i > 0; i--)
    if (((DovCaseGap *) doors->pdata[i - 1])->kind == DOV_CASE_GAP_REASON)
      g_ptr_array_remove_index (doors, i - 1);

  return doors;
}

/**
 * dov_case_path_is_open:
 * @status: that the case is to have
 *
 * Returns: whether nothing is missing for it that has to be there, but what the act itself asks
 */
gboolean
dov_case_path_is_open (DovStore      *store,
                       DovFamily     *family,
                       DovCaseStatus  status)
{
  g_autoptr (GPtrArray) gaps = dov_case_status_list_gaps (store, family, status);

  for (guint i = 0; i < gaps->len; i++)
    {
      const DovCaseGap *gap = gaps->pdata[i];

      if (!gap->is_asked && gap->kind != DOV_CASE_GAP_REASON)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_whose (DovStore *store,
           gint64    id)
{
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, id);
  g_autofree char *name = person != NULL ? g_strdup (*person->first_name != '\0' ? person->first_name : person->last_name)
                                         : g_strdup ("");

  /* Translators: what is missing, in two or three words; a first name in the nominative */
  return g_strdup_printf (_("consent: %s"), name);
}

static char *
dup_steps (DovStore *store,
           gint64    plan)
{
  guint n = (guint) dov_store_see_number (store, OPEN_STEPS, "(x)", plan);

  /* Translators: what is missing: steps of the programme that are not closed */
  return n > 0 ? g_strdup_printf (ngettext ("%u step of the programme", "%u steps of the programme", n), n)
               : g_strdup (_("outcome of the programme"));
}

/**
 * dov_case_gap_dup_door:
 *
 * Returns: (transfer full): what is missing, in a word or two: “application”, “4 steps of the programme”
 */
char *
dov_case_gap_dup_door (DovStore         *store,
                       const DovCaseGap *gap)
{
  static const char *const doors[] = {
    [DOV_CASE_GAP_ACT] = NC_("door", "act of living conditions"),
    [DOV_CASE_GAP_APPLICATION] = NC_("door", "application"),
    [DOV_CASE_GAP_CURATOR] = NC_("door", "curator"),
    [DOV_CASE_GAP_PLAN] = NC_("door", "programme"),
    [DOV_CASE_GAP_REASON] = NC_("door", "reason of taking off"),
    [DOV_CASE_GAP_REVIEW] = NC_("door", "final review"),
    [DOV_CASE_GAP_NOTICE] = NC_("door", "notice to the commission"),
  };

  if (gap->kind == DOV_CASE_GAP_CONSENT)
    return dup_whose (store, gap->id);
  if (gap->kind == DOV_CASE_GAP_OUTCOME)
    return dup_steps (store, gap->id);

  return g_strdup (g_dpgettext2 (NULL, "door", doors[gap->kind]));
}
