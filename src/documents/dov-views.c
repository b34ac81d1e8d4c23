/* dov-views.c - what definitions see instead of tables: records without «Корзина», and figures used twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reader.h"

#include "dov-formers.h"
#include "dov-live.h"
#include "dov-registry.h"

/* Every view is temporary and belongs to one connection: the file has none,
 * so nothing must be migrated when they change. They read the tables behind
 * the views of records, which is how the guard tells their reading from that
 * of a definition; so each of them leaves out the bin itself. “main” stands
 * for what the file is called there, which no definition can name. */
static const struct
{
  const char *name;
  const char *select;
} figures[] = {
  /* 7-НК: children are under 14, youth 14 to 35; visits are not people. */
  { "event_visits",
    "SELECT h.event_id AS event_id,"
    "       h.b0_6 + h.b7_13 AS children,"
    "       h.b14_17 + h.b18_35 AS youth,"
    "       h.b36_59 + h.b60 AS adults,"
    "       h.b0_6 + h.b7_13 + h.b14_17 + h.b18_35 + h.b36_59 + h.b60 AS total,"
    "       h.b0_6 + h.b7_13 + h.b14_17 AS minors,"
    "       h.of_disabled AS disabled,"
    "       h.of_target_group AS target_group"
    "  FROM main.event_headcount h"
    "  JOIN main.event e ON e.id = h.event_id"
    " WHERE h.removed IS NULL AND e.removed IS NULL" },

  /* The number of a row of the sign-in sheet (D-23), as dov-sheet.c has it: the
   * order of putting down, with those who were taken off since. */
  { "attendance_row",
    "SELECT a.id AS attendance_id, a.event_id AS event_id,"
    "       row_number() OVER (PARTITION BY a.event_id ORDER BY a.id) AS number"
    "  FROM main.attendance a" },

  /* Who moved to another lounge stays on support of the district: what went on or goes on there
   * says so, day for day, that sums over all lounges leave it out. */
  { "family_on_support",
    "SELECT s.lounge_id AS lounge_id, s.family_id AS family_id, s.since AS since, s.until AS until,"
    "       s.end_kind AS end_kind, s.end_kind = 'moved' AS goes_on,"
    "       EXISTS (SELECT 1 FROM main.support_period b WHERE b.family_id = s.family_id AND b.removed IS NULL"
    "                AND b.until = s.since AND b.end_kind = 'moved' AND b.id <> s.id) AS went_on"
    "  FROM main.support_period s"
    " WHERE s.removed IS NULL" },

  /* A child is whoever is born and not yet 18, whatever the kinship. Of a
   * child of whom only the year of birth is known, the year is what is
   * counted. Who leaves the family belongs to it on the last day yet. */
  { "child_on_support",
    "SELECT s.lounge_id AS lounge_id, s.family_id AS family_id, p.id AS person_id,"
    "       max(s.since, coalesce(m.since, s.since), coalesce(p.birth_date, printf('%04d-01-01', p.birth_year))) AS since,"
    "       nullif(min(coalesce(s.until, '9999'), coalesce(date(m.until, '+1 day'), '9999'), coalesce(p.died_on, '9999')),"
    "              '9999') AS until,"
    "       coalesce(date(p.birth_date, '+18 years'), printf('%04d-01-01', p.birth_year + 18)) AS birthday_18"
    "  FROM family_on_support s"
    "  JOIN main.family_member m ON m.family_id = s.family_id"
    "  JOIN main.person p ON p.id = m.person_id"
    " WHERE (p.birth_date IS NOT NULL OR p.birth_year IS NOT NULL) AND m.removed IS NULL AND p.removed IS NULL" },

  /* Where a family lived: from move to move, the last to no end. What was done for it counts there and then. */
  { "family_place",
    "SELECT m.family_id AS family_id, m.from_lounge_id AS lounge_id,"
    "       coalesce(lag(m.moved_on) OVER (PARTITION BY m.family_id ORDER BY m.moved_on, m.id), '0001-01-01') AS since,"
    "       m.moved_on AS until"
    "  FROM main.family_move m"
    " WHERE m.removed IS NULL"
    " UNION ALL"
    " SELECT f.id, f.lounge_id, coalesce((SELECT max(m.moved_on) FROM main.family_move m"
    "                                      WHERE m.family_id = f.id AND m.removed IS NULL), '0001-01-01'), NULL"
    "  FROM main.family f"
    " WHERE f.removed IS NULL" },

  /* A visit where nobody of the family was met is an attempt, and told apart. */
  { "visit_made",
    "SELECT v.id AS visit_id, v.family_id AS family_id, p.lounge_id AS lounge_id, date(v.visited_at) AS date,"
    "       v.was_home AS was_home"
    "  FROM main.home_visit v"
    "  JOIN family_place p ON p.family_id = v.family_id AND p.since <= date(v.visited_at)"
    "   AND (p.until IS NULL OR p.until > date(v.visited_at))"
    " WHERE v.removed IS NULL" },

  /* A programme is in work from the day of its approval to its end, which is none of its days; a new version from the
   * end of the version before. */
  { "plan_running",
    "SELECT c.id AS plan_id, c.family_id AS family_id, c.kind AS kind,"
    "       max(c.since, coalesce(c.approved_on, c.since), coalesce(b.ended_on, c.since)) AS since, c.ended_on AS until,"
    "       b.ended_on AS taken_over, c.status = 'extended' AS went_on"
    "  FROM main.case_plan c LEFT JOIN main.case_plan b ON b.id = c.previous_id"
    " WHERE c.removed IS NULL AND c.status IN ('in_progress', 'completed', 'extended', 'terminated')" },

  /* Steps that were to be done while their programme was in work, each in the version of that day; those that were
   * dropped are none. */
  { "plan_step",
    "SELECT a.id AS action_id, a.plan_id AS plan_id, p.lounge_id AS lounge_id, r.kind AS kind, a.due_to AS due_on,"
    "       a.done_on AS done_on"
    "  FROM main.plan_action a"
    "  JOIN plan_running r ON r.plan_id = a.plan_id AND (r.until IS NULL OR a.due_to <= r.until)"
    "   AND (NOT r.went_on OR a.due_to < r.until) AND (r.taken_over IS NULL OR a.due_to >= r.taken_over)"
    "  JOIN family_place p ON p.family_id = r.family_id AND p.since <= a.due_to AND (p.until IS NULL OR p.until > a.due_to)"
    " WHERE a.removed IS NULL AND a.status <> 'cancelled'" },

  { "review_made",
    "SELECT r.id AS review_id, r.family_id AS family_id, p.lounge_id AS lounge_id, r.date AS date, r.dynamics AS dynamics"
    "  FROM main.case_review r"
    "  JOIN family_place p ON p.family_id = r.family_id AND p.since <= r.date AND (p.until IS NULL OR p.until > r.date)"
    " WHERE r.removed IS NULL" },

  /* The first thing that was done after a signal: passed on, decided, visited, spoken to, examined or told of. */
  { "signal_answer",
    "SELECT g.id AS signal_id, g.lounge_id AS lounge_id, date(g.received_at) AS date,"
    "       nullif(min(coalesce(date(g.forwarded_at), '9999'), coalesce(g.decided_on, '9999'),"
    "        coalesce((SELECT min(date(v.visited_at)) FROM main.home_visit v WHERE v.family_id = g.family_id"
    "                   AND v.removed IS NULL AND v.visited_at >= g.received_at), '9999'),"
    "        coalesce((SELECT min(date(c.contacted_at)) FROM main.contact_record c WHERE c.family_id = g.family_id"
    "                   AND c.removed IS NULL AND c.contacted_at >= g.received_at), '9999'),"
    "        coalesce((SELECT min(a.date) FROM main.living_conditions_act a WHERE a.family_id = g.family_id"
    "                   AND a.removed IS NULL AND a.date >= date(g.received_at)), '9999'),"
    "        coalesce((SELECT min(n.date) FROM main.outgoing_notice n WHERE n.signal_id = g.id"
    "                   AND n.removed IS NULL AND n.date >= date(g.received_at)), '9999')), '9999') AS answered_on"
    "  FROM main.signal g"
    " WHERE g.removed IS NULL" },

  /* Of each category only the days on support count: from the first that is in both, to the last. One of a child says
   * of which; of a family, of nobody alone. */
  { "category_on_support",
    "SELECT s.lounge_id AS lounge_id, s.family_id AS family_id, i.id AS category_id, i.code AS category,"
    "       c.person_id AS person_id,"
    "       max(c.since, s.since) AS since,"
    "       nullif(min(coalesce(c.until, '9999'), coalesce(s.until, '9999')), '9999') AS until"
    "  FROM main.support_period s"
    "  JOIN main.family_category c ON c.family_id = s.family_id"
    "  JOIN main.ref_item i ON i.id = c.category_id"
    " WHERE s.removed IS NULL AND c.removed IS NULL AND i.removed IS NULL"
    "   AND c.since < coalesce(s.until, '9999') AND s.since < coalesce(c.until, '9999')" },

  /* What a family was handed out, in roubles, and lines that nobody priced; what came back was not. */
  { "gift",
    "SELECT d.lounge_id AS lounge_id, d.id AS distribution_id, d.drive_id AS drive_id, d.family_id AS family_id,"
    "       d.date AS date, sum(round(l.qty * l.unit_value / 1000.0)) / 100.0 AS value,"
    "       count(l.id) - count(l.unit_value) AS unpriced"
    "  FROM main.distribution d"
    "  LEFT JOIN main.distribution_line l ON l.distribution_id = d.id AND l.removed IS NULL"
    " WHERE d.status = 'issued' AND d.removed IS NULL"
    " GROUP BY d.id" },

  /* A patrol belongs to its lounge, or to that of its village. */
  { "patrol_home",
    "SELECT p.id AS patrol_id,"
    "       coalesce(p.lounge_id, (SELECT l.id FROM main.lounge l WHERE l.settlement_id = p.settlement_id"
    "                               AND l.removed IS NULL ORDER BY l.id LIMIT 1)) AS lounge_id"
    "  FROM main.patrol p" },

  /* A walk that took place: who really came, and for how long. It belongs to
   * the day on which it was to begin. */
  { "patrol_walk",
    "SELECT s.id AS shift_id, date(s.starts_at) AS date, s.patrol_id AS patrol_id, p.settlement_id AS settlement_id,"
    "       h.lounge_id AS lounge_id,"
    "       s.actual_start AS since, s.actual_end AS until,"
    "       (SELECT count(*) FROM main.shift_member x WHERE x.shift_id = s.id AND x.removed IS NULL"
    "         AND x.came = 'came') AS people,"
    "       (SELECT total(round((julianday(coalesce(x.until, s.actual_end, s.ends_at))"
    "                            - julianday(coalesce(x.since, s.actual_start, s.starts_at))) * 1440) / 60.0)"
    "          FROM main.shift_member x JOIN main.patrol_member m ON m.id = x.member_id"
    "         WHERE x.shift_id = s.id AND x.removed IS NULL AND m.removed IS NULL AND x.came = 'came') AS man_hours,"
    "       coalesce(s.talks, 0) AS talks, coalesce(s.leaflets, 0) AS leaflets,"
    "       coalesce(s.places_checked, 0) AS places"
    "  FROM main.patrol_shift s JOIN main.patrol p ON p.id = s.patrol_id JOIN patrol_home h ON h.patrol_id = p.id"
    " WHERE s.removed IS NULL AND s.status = 'done' AND p.removed IS NULL" },

  { "patrol_work",
    "SELECT w.lounge_id AS lounge_id, w.shift_id AS shift_id, m.person_id AS person_id, w.date AS date,"
    "       round((julianday(coalesce(t.until, s.actual_end, s.ends_at))"
    "              - julianday(coalesce(t.since, s.actual_start, s.starts_at))) * 1440) / 60.0 AS hours"
    "  FROM patrol_walk w"
    "  JOIN main.patrol_shift s ON s.id = w.shift_id"
    "  JOIN main.shift_member t ON t.shift_id = w.shift_id"
    "  JOIN main.patrol_member m ON m.id = t.member_id"
    " WHERE t.came = 'came' AND t.removed IS NULL AND m.removed IS NULL" },

  /* Until which age one is a child: the one place that the settings decide. */
  { "child_bound",
    "SELECT coalesce((SELECT child_upper_age FROM main.settings WHERE removed IS NULL ORDER BY id LIMIT 1), 13) + 1"
    "         AS children_under" },

  /* A group works from its founding up to the day it was closed, which is none of its days. One that
   * is closed and nobody wrote down when, works on no day. */
  { "club_running",
    "SELECT g.lounge_id AS lounge_id, g.id AS group_id, coalesce(g.founded_on, '0001-01-01') AS since,"
    "       g.closed_on AS until"
    "  FROM main.club_group g"
    " WHERE g.removed IS NULL AND (g.closed_on IS NOT NULL OR g.status <> 'closed')" },

  /* Who leaves is a member on the last day yet. Days of birth stay inside: only the birthdays that
   * form 7-НК asks about are seen, and the one on which a child is none any more. */
  { "club_participant",
    "SELECT g.lounge_id AS lounge_id, g.id AS group_id, g.folk_art AS folk_art, g.paid AS paid, m.person_id AS person_id,"
    "       m.since AS since,"
    "       nullif(min(coalesce(m.until, '9999'), coalesce(date(g.closed_on, '-1 day'), '9999')), '9999') AS until,"
    "       date(coalesce(p.birth_date, p.birth_year || '-07-01'), '+' || b.children_under || ' years') AS no_child,"
    "       date(coalesce(p.birth_date, p.birth_year || '-07-01'), '+36 years') AS birthday_36"
    "  FROM main.club_member m"
    "  JOIN main.club_group g ON g.id = m.group_id"
    "  JOIN main.person p ON p.id = m.person_id"
    "  JOIN child_bound b"
    " WHERE m.removed IS NULL AND g.removed IS NULL" },

  { "club_membership",
    "SELECT lounge_id, group_id, person_id, since, until FROM club_participant" },

  /* Who takes part: by an agreement or a participation while it goes on, of one lounge or of all;
   * or by an event that was held, on its day. */
  { "partner",
    "SELECT w.lounge_id AS lounge_id, w.organisation_id AS organisation_id, w.since AS since, w.until AS until,"
    "       w.id AS participation_id, NULL AS event_id"
    "  FROM main.partner_participation w"
    " WHERE w.removed IS NULL"
    " UNION ALL"
    " SELECT e.lounge_id, p.organisation_id, date(e.starts_at), date(e.starts_at), NULL, e.id"
    "  FROM main.event_partner p JOIN main.event e ON e.id = p.event_id"
    " WHERE p.removed IS NULL AND e.removed IS NULL AND e.status = 'held'"
    " UNION ALL"
    " SELECT NULL, o.id, coalesce(o.agreement_date, '0001-01-01'), o.valid_until, NULL, NULL"
    "  FROM main.organisation o"
    " WHERE o.removed IS NULL AND instr(',' || o.roles || ',', ',partner,') > 0" },

  { "volunteer_work",
    "SELECT v.lounge_id AS lounge_id, v.person_id AS person_id, v.id AS volunteer_id, h.id AS id, h.date AS date,"
    "       h.hours / 1000.0 AS hours"
    "  FROM main.volunteer_hours h"
    "  JOIN main.volunteer v ON v.id = h.volunteer_id"
    " WHERE h.removed IS NULL AND v.removed IS NULL" },

  /* What was found, with the age of the child then and whether it was night,
   * without a word on who it was. */
  { "patrol_found",
    "SELECT f.id AS finding_id, f.shift_id AS shift_id, w.settlement_id AS settlement_id, w.lounge_id AS lounge_id,"
    "       w.date AS date, f.found_at AS found_at, i.code AS kind, i.label AS kind_label, f.outcome AS outcome,"
    "       f.measures AS measures, f.danger AS danger,"
    "       (i.code NOT IN ('sale_to_minor', 'adult', 'other') OR f.person_id IS NOT NULL"
    "        OR f.described_as IS NOT NULL OR coalesce(f.age_known, f.age_apparent, 99) < 18)"
    "         AND coalesce(f.outcome, '') <> 'no_child' AS is_child,"
    "       coalesce((SELECT strftime('%Y', f.found_at) - strftime('%Y', n.birth_date)"
    "                   - (strftime('%m-%d', f.found_at) < strftime('%m-%d', n.birth_date))"
    "                   FROM main.person n WHERE n.id = f.person_id), f.age_known,"
    "                (SELECT strftime('%Y', f.found_at) - n.birth_year FROM main.person n WHERE n.id = f.person_id),"
    "                f.age_apparent) AS age,"
    "       EXISTS (SELECT 1 FROM main.curfew_rule r, main.settings t"
    "                WHERE r.removed IS NULL AND r.region = t.region AND r.since <= date(f.found_at)"
    "                  AND (r.until IS NULL OR r.until >= date(f.found_at))"
    "                  AND iif(substr(r.season_since, 4, 2) || substr(r.season_since, 1, 2) <="
    "                          substr(r.season_until, 4, 2) || substr(r.season_until, 1, 2),"
    "                          strftime('%m%d', f.found_at) BETWEEN"
    "                            substr(r.season_since, 4, 2) || substr(r.season_since, 1, 2) AND"
    "                            substr(r.season_until, 4, 2) || substr(r.season_until, 1, 2),"
    "                          strftime('%m%d', f.found_at) >="
    "                            substr(r.season_since, 4, 2) || substr(r.season_since, 1, 2) OR"
    "                          strftime('%m%d', f.found_at) <="
    "                            substr(r.season_until, 4, 2) || substr(r.season_until, 1, 2))"
    "                  AND (strftime('%H:%M', f.found_at) < r.night_end OR"
    "                       strftime('%H:%M', f.found_at) >= r.night_start)) AS at_night"
    "  FROM main.patrol_finding f JOIN patrol_walk w ON w.shift_id = f.shift_id"
    "  JOIN main.ref_item i ON i.id = f.kind_id"
    " WHERE f.removed IS NULL" },
};

/**
 * dov_views_is_figure:
 *
 * Returns: whether it is a view of the program, which may read what a
 *   definition may not and gives only figures of it
 */
gboolean
dov_views_is_figure (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return TRUE;

  return FALSE;
}

gboolean
dov_views_is_record (const char *name)
{
  return dov_registry_find (name) != G_TYPE_INVALID;
}

/* Where a former name keeps a field, if it is one of the name. */
static const char *
find_kept (const DovFormer *former,
           const char      *field)
{
  for (guint i = 0; former->fields[i] != NULL; i++)
    if (g_str_equal (former->fields[i], field))
      return former->names[i];

  return NULL;
}

/* The view of what may have been called otherwise gives the names of the day of the paper. */
static gboolean
name_as_then (DovDatabase      *database,
              const char       *prefix,
              const DovFormer  *former,
              GError          **error)
{
  DovRecordClass *klass = dov_registry_class (former->type ());
  const char *names = dov_registry_class (former->former ())->table;
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "DROP VIEW temp.\"%1$s\"; CREATE TEMP VIEW \"%1$s\" AS SELECT p.id", klass->table);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = klass->fields[i].name;
      const char *kept = find_kept (former, name);
      g_autofree char *held =
        g_strdup_printf ("FROM %1$s%2$s f WHERE f.%3$s = p.id AND f.removed IS NULL AND f.until > paper_day()",
                         prefix, names, former->link);

      if (kept != NULL)
        g_string_append_printf (sql, ", iif(EXISTS (SELECT 1 %1$s), (SELECT f.%3$s %1$s ORDER BY f.until LIMIT 1), p.%2$s)"
                                " AS \"%2$s\"", held, name, kept);
      else
        g_string_append_printf (sql, ", p.\"%1$s\" AS \"%1$s\"", name);
    }
  g_string_append_printf (sql, " FROM %s%s p WHERE p.removed IS NULL", prefix, klass->table);

  return dov_database_execute (database, sql->str, error);
}

/**
 * dov_views_create:
 * @schema: what the file is called on this connection
 *
 * Makes the views on this connection. Not for the store's own connection: a
 * bare name means the view from then on.
 */
gboolean
dov_views_create (DovDatabase  *database,
                  const char   *schema,
                  GError      **error)
{
  g_autofree char *prefix = g_strconcat (schema, ".", NULL);

  if (!dov_live_create (database, schema, "", error))
    return FALSE;
  for (guint i = 0; i < dov_n_formers; i++)
    if (!name_as_then (database, prefix, &dov_formers[i], error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "CREATE TEMP VIEW %s AS %s", figures[i].name, figures[i].select);
      g_string_replace (sql, "main.", prefix, 0);
      if (!dov_database_execute (database, sql->str, error))
        return FALSE;
    }

  return TRUE;
}
