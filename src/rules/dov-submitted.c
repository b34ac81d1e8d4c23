/* dov-submitted.c - E8: what stands in a report that was handed in is changed with a reason, and the report tells it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-submitted.h"

#include "dov-event-headcount.h"
#include "dov-event.h"

#include <glib/gi18n.h>

/* What papers tell of an event. The log knows its fields by the same words. */
#define EACH_TOLD(FIELD) \
  FIELD ("title") FIELD ("starts_at") FIELD ("lounge_id") FIELD ("place") FIELD ("outside") FIELD ("form_id") \
  FIELD ("stat_kind") FIELD ("direction") FIELD ("audience") FIELD ("age_mark") FIELD ("paid") FIELD ("status")

#define IN_C(name) name,
#define IN_SQL(name) ", '" name "'"

/* A report handed in before the day of an event does not tell of it: a plan is no report of what was held. */
#define TELLS "status IN ('sent', 'accepted') AND since <= ?1 AND until >= ?1 AND sent_on >= ?1" \
              " AND (lounge_id IS NULL OR lounge_id = ?2)"

static DovReportInstance *
find_instance (DovStore  *store,
               DovQuery  *query)
{
  DovRecord *record;

  query->order = "sent_on";
  query->descending = TRUE;
  record = dov_store_find_first (store, DOV_TYPE_REPORT_INSTANCE, query, NULL);

  return record != NULL ? DOV_REPORT_INSTANCE (record) : NULL;
}

/* The last report handed in that tells of @event. */
static DovReportInstance *
find_telling (DovStore *store,
              DovEvent *event)
{
  g_autofree char *day = NULL;
  DovQuery query = { .where = TELLS };
  GDate date;

  if (event == NULL || event->status != DOV_EVENT_STATUS_HELD || event->starts_at == NULL)
    return NULL;

  date = dov_moment_get_date (event->starts_at);
  day = dov_date_to_iso (&date);
  query.params = g_variant_new ("(sx)", day, event->lounge_id);

  return find_instance (store, &query);
}

/* A whole file is looked over as if each record were new; what stands in it is not changed by that. */
static gboolean
is_standing (DovStore  *store,
             DovRecord *record)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM live_%s WHERE id = ?1",
                                          DOV_RECORD_GET_CLASS (record)->table);

  return dov_store_ask_number (store, sql, "(x)", dov_record_get_id (record)) != 0;
}

static void
warn (DovRecord         *record,
      DovReportInstance *instance,
      GPtrArray         *problems)
{
  g_autofree char *what = dov_record_describe (DOV_RECORD (instance));
  g_autofree char *when = dov_date_to_words (instance->sent_on);

  /* Translators: the report with its period, and the day. */
  dov_problems_warn (problems, record, NULL, "E8", _("The report “%s” was handed in already, on %s. Type why you change this."),
                     what, when);
}

static void
check_event (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  g_autoptr (DovReportInstance) instance = NULL;

  if (before != NULL && after != NULL && !dov_record_has_changed (before, after, EACH_TOLD (IN_C) NULL))
    return;
  if (before == NULL && is_standing (store, after))
    return;

  if (before != NULL)
    instance = find_telling (store, DOV_EVENT (before));
  if (instance == NULL && after != NULL)
    instance = find_telling (store, DOV_EVENT (after));
  if (instance != NULL)
    warn (after != NULL ? after : before, instance, problems);
}

static DovReportInstance *
find_telling_of (DovStore *store,
                 gint64    event_id)
{
  g_autoptr (DovRecord) event = dov_store_look_up (store, DOV_TYPE_EVENT, event_id);

  return event != NULL && !dov_record_is_removed (event) ? find_telling (store, DOV_EVENT (event)) : NULL;
}

static void
check_headcount (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  g_autoptr (DovReportInstance) instance = NULL;

  if (before == NULL && is_standing (store, after))
    return;

  if (before != NULL)
    instance = find_telling_of (store, DOV_EVENT_HEADCOUNT (before)->event_id);
  if (instance == NULL && after != NULL)
    instance = find_telling_of (store, DOV_EVENT_HEADCOUNT (after)->event_id);
  if (instance != NULL)
    warn (after != NULL ? after : before, instance, problems);
}

void
dov_submitted_rules_install (DovStore *store)
{
  dov_store_add_rule (store, DOV_TYPE_EVENT, FALSE, check_event);
  dov_store_add_rule (store, DOV_TYPE_EVENT_HEADCOUNT, FALSE, check_headcount);
}

/**
 * dov_report_instance_find:
 * @code: of the document
 * @lounge: 0: the report of all lounges together
 *
 * Returns: (transfer full) (nullable): the report of just this period and
 *   lounge that was handed in last
 */
DovReportInstance *
dov_report_instance_find (DovStore        *store,
                          const char      *code,
                          const DovPeriod *period,
                          gint64           lounge)
{
  g_autofree char *since = dov_date_to_iso (&period->from);
  g_autofree char *until = dov_date_to_iso (&period->to);
  DovQuery query = {
    .where = "status IN ('sent', 'accepted') AND sent_on IS NOT NULL"
             " AND code = ?1 AND since = ?2 AND until = ?3 AND ifnull (lounge_id, 0) = ?4",
    .params = g_variant_new ("(sssx)", code, since, until, lounge),
  };

  return find_instance (store, &query);
}

/* Lines of the log since the report went out (?1) that touch what it tells, and
 * the events they touch: held now or then, in its period (?2 to ?3) and lounge
 * (?4, 0: all) now or then; whether both at the same moment is not asked. The log
 * is asked, not the reasons given: undo and loading change a report too, and give none. */
static const char changed_since[] =
  "WITH out AS (SELECT max (operation) AS number FROM audit WHERE record = 'report_instance' AND id = ?1 AND"
  " (what = 'made' OR (field = 'status' AND was NOT IN ('sent', 'accepted'))))"
  " SELECT e.id FROM out JOIN audit a ON a.operation > out.number"
  " LEFT JOIN event_headcount h ON a.record = 'event_headcount' AND h.id = a.id"
  " JOIN event e ON e.id = CASE a.record WHEN 'event' THEN a.id ELSE h.event_id END"
  " WHERE a.what <> 'accepted' AND (a.record = 'event_headcount' OR"
  " (a.record = 'event' AND (a.field IS NULL OR a.field IN (''" EACH_TOLD (IN_SQL) "))))"
  " AND (e.status = 'held' OR EXISTS (SELECT 1 FROM audit s WHERE s.id = e.id AND s.operation > out.number"
  "  AND s.field = 'status' AND s.was = 'held'))"
  " AND (substr (e.starts_at, 1, 10) BETWEEN ?2 AND ?3 OR EXISTS (SELECT 1 FROM audit s WHERE s.id = e.id"
  "  AND s.operation > out.number AND s.field = 'starts_at' AND substr (s.was, 1, 10) BETWEEN ?2 AND ?3))"
  " AND (?4 = 0 OR e.lounge_id = ?4 OR EXISTS (SELECT 1 FROM audit s WHERE s.id = e.id"
  "  AND s.operation > out.number AND s.field = 'lounge_id' AND s.was = CAST (?4 AS TEXT)))"
  " LIMIT 1";

/**
 * dov_report_instance_is_changed:
 *
 * Returns: whether something that @instance tells of was changed after it was
 *   handed in
 */
gboolean
dov_report_instance_is_changed (DovStore          *store,
                                DovReportInstance *instance)
{
  g_autoptr (DovStatement) rows = NULL;
  const GDate *until = instance->until;

  if (!dov_report_instance_is_submitted (instance))
    return FALSE;
  if (g_date_compare (instance->sent_on, until) < 0)
    until = instance->sent_on;
  rows = dov_store_ask (store, changed_since, "(xDDx)", dov_record_get_id (DOV_RECORD (instance)),
                        instance->since, until, instance->lounge_id);

  return dov_statement_next (rows);
}

/**
 * dov_report_instance_dup_state:
 *
 * Returns: (transfer full) (nullable): what a paper says of itself, always Russian:
 *   «сдан 03.04.2027», «сдан 03.04.2027, изменён после сдачи»; %NULL while it
 *   was not handed in
 */
char *
dov_report_instance_dup_state (DovStore        *store,
                               const char      *code,
                               const DovPeriod *period,
                               gint64           lounge)
{
  g_autoptr (DovReportInstance) instance = dov_report_instance_find (store, code, period, lounge);
  g_autofree char *day = instance != NULL ? dov_date_to_shown (instance->sent_on) : NULL;

  if (instance == NULL)
    return NULL;

  return g_strconcat ("сдан ", day, dov_report_instance_is_changed (store, instance) ? ", изменён после сдачи" : "", NULL);
}
