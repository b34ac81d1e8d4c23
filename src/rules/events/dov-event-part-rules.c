/* dov-event-part-rules.c - what belongs to an event or a plan: film (E6), report, helpers, partners, lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-rules.h"

#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"

#include <glib/gi18n.h>

static const char *
mark_to_words (DovAgeMark mark)
{
  g_autoptr (GEnumClass) marks = g_type_class_ref (dov_age_mark_get_type ());
  GEnumValue *value = g_enum_get_value (marks, mark);

  return value != NULL ? value->value_nick : "";
}

/* E6: an event is marked at least as its film. */
static void
check_marks (DovEvent         *event,
             DovFilmScreening *film,
             DovRecord        *record,
             GPtrArray        *problems)
{
  if (film->age_mark > event->age_mark)
    dov_problems_add (problems, record, "age_mark", "E6",
                      _("The film is marked %s, the event only %s. Mark the event as the film is marked."),
                      mark_to_words (film->age_mark), mark_to_words (event->age_mark));
}

static void
check_film (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovFilmScreening *film = DOV_FILM_SCREENING (after);
  g_autoptr (DovRecord) event = dov_store_find (store, DOV_TYPE_EVENT, film->event_id, NULL);

  if (event != NULL)
    check_marks (DOV_EVENT (event), film, after, problems);
}

static void
check_mark_of_event (DovStore  *store,
                     DovRecord *before,
                     DovRecord *after,
                     GPtrArray *problems)
{
  DovQuery query = { .where = "event_id = ?1" };
  g_autoptr (DovRecord) film = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (after));
  film = dov_store_find_first (store, DOV_TYPE_FILM_SCREENING, &query, NULL);
  if (film != NULL)
    check_marks (DOV_EVENT (after), DOV_FILM_SCREENING (film), after, problems);
}

static void
check_plan (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovWorkPlan *plan = DOV_WORK_PLAN (after);

  if (before != NULL && plan->since != NULL && plan->until != NULL)
    {
      g_autoptr (DovStatement) rows =
        dov_store_ask (store, "SELECT title FROM live_work_plan_line WHERE work_plan_id = ?1"
                       " AND due_on NOT BETWEEN ?2 AND ?3",
                       "(xDD)", dov_record_get_id (after), plan->since, plan->until);

      if (dov_statement_next (rows))
        dov_problems_add (problems, after, "since", NULL, _("“%s” would lie outside of the plan. Change its day first."),
                          dov_statement_column_text (rows, 0));
    }
}

/* A plan that comes from a file with its lines was approved with them. */
static gboolean
is_written_with (DovStore *store,
                 gint64    plan_id)
{
  g_autoptr (GArray) plans = dov_store_list_touched (store, DOV_TYPE_WORK_PLAN);

  for (guint i = 0; i < plans->len; i++)
    if (g_array_index (plans, gint64, i) == plan_id)
      return TRUE;

  return FALSE;
}

/* N8: what was approved is not changed in silence. That a work is done may always be told. */
static void
check_line (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovWorkPlanLine *line = DOV_WORK_PLAN_LINE (after != NULL ? after : before);
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_WORK_PLAN, line->work_plan_id, NULL);
  DovWorkPlan *plan;

  if (record == NULL)
    return;
  plan = DOV_WORK_PLAN (record);
  if (after != NULL && line->due_on != NULL && plan->since != NULL && plan->until != NULL &&
      (g_date_compare (line->due_on, plan->since) < 0 || g_date_compare (line->due_on, plan->until) > 0))
    dov_problems_add (problems, after, "due_on", NULL, _("This day is not in the plan. Check the date, or choose another plan."));
  if (plan->status != DOV_WORK_PLAN_STATUS_APPROVED || dov_record_is_removed (record) ||
      (before != NULL && after != NULL &&
       !dov_record_has_changed (before, after, "work_plan_id", "title", "area", "due_on", "due_words", NULL)))
    return;
  if (is_written_with (store, line->work_plan_id) ||
      (before == NULL && dov_store_ask_number (store, "SELECT id FROM live_work_plan_line WHERE id = ?1", "(x)",
                                               dov_record_get_id (after)) != 0))
    return;
  dov_problems_warn (problems, after != NULL ? after : before, NULL, "N8",
                     _("The plan is approved already. Type why it is changed."));
}

static const DovOnce once[] = {
  { dov_film_screening_get_type, "event_id", 0, "event_id", "E6",
    N_("The film of this event is known already. Change that one, or plan another event."), NULL },
  { dov_event_report_get_type, "event_id", 0, "event_id", NULL,
    N_("There is a report of this event already. Change that one."), NULL },
  { dov_event_helper_get_type, "event_id person_id", 0, "person_id", NULL,
    N_("This person helps at the event already. Change that line instead."), NULL },
  { dov_event_partner_get_type, "event_id organisation_id", 0, "organisation_id", NULL,
    N_("This partner is named already. Change that line instead."), NULL },
  { dov_work_plan_get_type, "lounge_id period_kind since", 0, "since", NULL,
    N_("There is a plan of this lounge for this time already. Open that one."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_film_screening_get_type, DOV_RULE_AT_END, "event_id age_mark", check_film },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "age_mark", check_mark_of_event },
  { dov_work_plan_get_type, DOV_RULE_AT_END, "lounge_id period_kind since until", check_plan },
  { dov_work_plan_line_get_type, 0, NULL, check_line },
};

void
dov_event_part_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
