/* dov-reminders.c - what is due, overdue or coming soon, over everything that is kept (domain.md 4.11) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reminders.h"

#include "dov-case-status.h"
#include "dov-curfew.h"
#include "dov-finding-alerts.h"
#include "dov-finding-names.h"
#include "dov-patrol-finding.h"
#include "dov-register-holds.h"
#include "dov-registry.h"
#include "dov-submitted.h"

#include <glib/gi18n.h>

/* By when the papers of a month are due (domain.md 4.11), and from when one says so. */
#define PLAN_DUE      20
#define PLAN_FROM     13
#define REPORT_DUE    3
#define REPORT_UNTIL  20
#define SEASON_DAYS   7

/**
 * What one kind of reminder asks the file. The SELECT gives the id of a record,
 * the day by which it is due, and what it is about where the record does not
 * say it by itself; ?1 is today, ?2 the moment, ?3 the lounge, 0
 * for all.
 */
typedef struct
{
  const char *table;
  const char *words;
  const char *select;
  gboolean    has_subject;
} Source;

/* Who lives with a family that is led, or belongs to it, a month before and after. */
#define BIRTHDAY(age) \
  "SELECT p.id, date (p.birth_date, '+" age " years') FROM live_person p JOIN live_family_member m ON m.person_id = p.id" \
  " JOIN live_family f ON f.id = m.family_id" \
  " WHERE f.case_status IN ('active', 'monitoring', 'suspended') AND (?3 = 0 OR f.lounge_id = ?3) AND p.died_on IS NULL" \
  " AND (m.until IS NULL OR m.until > ?1)" \
  " AND date (p.birth_date, '+" age " years') BETWEEN date (?1, '-30 days') AND date (?1, '+30 days')"

/* The first signal or act of a family, else the day on which it was entered. */
#define FOUND_ON \
  "coalesce (nullif (min (coalesce ((SELECT min (date (g.received_at)) FROM live_signal g WHERE g.family_id = f.id), '9999')," \
  " coalesce ((SELECT min (a.date) FROM live_living_conditions_act a WHERE a.family_id = f.id), '9999')), '9999')," \
  " (SELECT date (min (o.at)) FROM audit u JOIN operation o ON o.id = u.operation WHERE u.id = f.id))"

static const Source sources[] = {
  /* Danger stands above everything of its own; here is what has a term. */
  { "signal", N_("the signal waits for a decision"),
    "SELECT s.id, date (s.received_at, CASE s.urgency WHEN 'within_3_days' THEN '+3 days' ELSE '+1 month' END),"
    " '№\u00a0' || s.no || ', ' || coalesce (f.family_name, s.subject_text) FROM live_signal s"
    " LEFT JOIN family f ON f.id = s.family_id WHERE s.decision IS NULL AND s.urgency <> 'immediate'"
    " AND date (s.received_at, CASE s.urgency WHEN 'within_3_days' THEN '+3 days' ELSE '+1 month' END)"
    " <= date (?1, '+1 day') AND (?3 = 0 OR s.lounge_id = ?3)", TRUE },
  { "incoming_paper", N_("the incoming paper is to be done"),
    "SELECT p.id, p.due_on, '№\u00a0' || p.no || ', ' || o.short_name || ': ' || p.gist FROM live_incoming_paper p"
    " JOIN organisation o ON o.id = p.from_id WHERE p.done_on IS NULL AND p.due_on <= date (?1, '+7 days')"
    " AND (?3 = 0 OR p.lounge_id = ?3)", TRUE },
  { "task", N_("the task is to be done"),
    "SELECT t.id, coalesce (t.postponed_to, t.due_on), t.title || coalesce (', ' || f.family_name, '') FROM live_task t"
    " LEFT JOIN family f ON f.id = t.family_id WHERE t.done_on IS NULL"
    " AND coalesce (t.postponed_to, t.due_on) <= date (?1, '+3 days') AND (?3 = 0 OR t.lounge_id = ?3)", TRUE },
  /* Not where the same person has a later one of the same kind. */
  { "consent", N_("the consent ends"),
    "SELECT c.id, c.valid_until, p.last_name || ' ' || p.first_name FROM live_consent c JOIN person p ON p.id = c.subject_id"
    " WHERE c.valid_until BETWEEN date (?1, '-30 days') AND date (?1, '+30 days') AND c.signed_on IS NOT NULL"
    " AND c.withdrawn_on IS NULL AND (?3 = 0 OR c.lounge_id = ?3) AND NOT EXISTS (SELECT 1 FROM live_consent n"
    " WHERE n.subject_id = c.subject_id AND n.kind = c.kind AND n.signed_on IS NOT NULL AND n.withdrawn_on IS NULL"
    " AND (n.valid_until IS NULL OR n.valid_until > c.valid_until))", TRUE },
  /* What protects a child may be kept for 30 days in a family that is only found, then something must allow it (F0, C1). */
  { "family", N_("30 days without a consent: take it, or note another ground"),
    "SELECT id, due FROM (SELECT f.id, date (" FOUND_ON ", '+30 days') AS due FROM live_family f"
    " WHERE f.case_status IN ('identified', 'assessed') AND (?3 = 0 OR f.lounge_id = ?3)"
    " AND NOT " DOV_CASE_IS_SOP ("f.id", "?1") " AND NOT EXISTS (SELECT 1 FROM live_family_member m"
    " JOIN live_consent c ON c.subject_id = m.person_id AND " DOV_CASE_IS_CONSENT ("c")
    " WHERE m.family_id = f.id AND (m.until IS NULL OR m.until > ?1) AND c.signed_on IS NOT NULL AND c.withdrawn_on IS NULL"
    " AND (c.valid_until IS NULL OR c.valid_until >= ?1))) WHERE due <= date (?1, '+3 days')" },
  { "register_entry", N_("the register is to be reviewed"),
    "SELECT r.id, r.review_due, coalesce (f.family_name, p.last_name || ' ' || p.first_name) FROM live_register_entry r"
    " LEFT JOIN family f ON f.id = r.family_id LEFT JOIN person p ON p.id = r.person_id"
    " WHERE " DOV_REGISTER_HOLDS ("r") " AND r.review_due <= date (?1, '+14 days')"
    " AND (?3 = 0 OR f.id IS NULL OR f.lounge_id = ?3)", TRUE },
  { "rental_loan", N_("to be returned to the rental"),
    "SELECT l.id, l.due_on, i.name || ', ' || f.family_name FROM live_rental_loan l"
    " JOIN rental_item i ON i.id = l.item_id JOIN family f ON f.id = l.family_id"
    " WHERE l.returned_on IS NULL"
    " AND l.due_on <= date (?1, '+3 days') AND (?3 = 0 OR l.lounge_id = ?3)", TRUE },
  { "item", N_("use by this day, or write it off"),
    "SELECT item_id, expires_on FROM live_stock_move WHERE expires_on <= date (?1, '+5 days')"
    " AND (?3 = 0 OR lounge_id = ?3) GROUP BY item_id, expires_on HAVING sum (qty) > 0" },
  { "need", N_("set aside until this day"),
    "SELECT n.id, n.reserved_until, coalesce (i.name || ', ', '') || f.family_name FROM live_need n"
    " JOIN family f ON f.id = n.family_id LEFT JOIN item i ON i.id = n.item_id"
    " WHERE n.status = 'reserved'"
    " AND n.reserved_until <= date (?1, '+3 days') AND (?3 = 0 OR n.lounge_id = ?3)", TRUE },
  { "distribution", N_("handed out, no signature yet"),
    "SELECT d.id, d.date, '№\u00a0' || d.no || ', ' || f.family_name FROM live_distribution d JOIN family f ON f.id = d.family_id"
    " WHERE d.status = 'issued' AND NOT d.is_signed AND (?3 = 0 OR d.lounge_id = ?3)", TRUE },
  { "drive", N_("the drive is over and not yet closed"),
    "SELECT id, until FROM live_drive WHERE status IN ('collecting', 'distributing') AND until < ?1"
    " AND (?3 = 0 OR lounge_id IS NULL OR lounge_id = ?3)" },
  { "patrol_shift", N_("the shift is over, write down how it went"),
    "SELECT s.id, date (s.starts_at) FROM live_patrol_shift s JOIN patrol p ON p.id = s.patrol_id"
    " WHERE s.status IN ('planned', 'in_progress') AND s.ends_at < ?2"
    " AND (?3 = 0 OR p.lounge_id IS NULL OR p.lounge_id = ?3)" },
  { "patrol_shift", N_("shift tomorrow"),
    "SELECT s.id, date (s.starts_at) FROM live_patrol_shift s JOIN patrol p ON p.id = s.patrol_id"
    " WHERE s.status = 'planned' AND date (s.starts_at) = date (?1, '+1 day')"
    " AND (?3 = 0 OR p.lounge_id IS NULL OR p.lounge_id = ?3)" },
  { "patrol_finding", N_("the child has no outcome yet"),
    "SELECT f.id, date (f.found_at) FROM live_patrol_finding f JOIN live_patrol_shift s ON s.id = f.shift_id"
    " JOIN patrol p ON p.id = s.patrol_id WHERE f.outcome IS NULL"
    " AND (?3 = 0 OR p.lounge_id IS NULL OR p.lounge_id = ?3)" },
  { "club_session", N_("the session has no marks yet"),
    "SELECT s.id, date (s.starts_at) FROM live_club_session s JOIN live_club_group g ON g.id = s.group_id"
    " WHERE date (s.starts_at) < ?1 AND date (s.starts_at) >= date (?1, '-14 days')"
    " AND (?3 = 0 OR g.lounge_id = ?3) AND NOT EXISTS (SELECT 1 FROM live_club_attendance a"
    " WHERE a.session_id = s.id)" },
  { "organisation", N_("the agreement ends"),
    "SELECT id, valid_until FROM live_organisation"
    " WHERE valid_until BETWEEN date (?1, '-7 days') AND date (?1, '+30 days') AND ?3 IS NOT NULL" },
  /* From 14 the child signs beside the parent, from 18 nobody else does (C3). */
  { "person", N_("turns 14: the child signs the consent too"),
    BIRTHDAY ("14") " AND NOT EXISTS (SELECT 1 FROM live_consent c WHERE c.subject_id = p.id AND "
    DOV_CASE_IS_CONSENT ("c") " AND c.teen_signed"
    " AND c.signed_on >= date (p.birth_date, '+14 years') AND c.withdrawn_on IS NULL) GROUP BY p.id" },
  { "person", N_("turns 18: take the consent of the grown-up"),
    BIRTHDAY ("18") " AND NOT " DOV_CASE_SIGNED_ALONE ("p.id") " GROUP BY p.id" },
};

static void
reminder_free (DovReminder *reminder)
{
  g_free (reminder->subject);
  g_free (reminder->words);
  g_free (reminder);
}

static void
add (GPtrArray   *reminders,
     GType        type,
     gint64       id,
     const char  *section,
     const char  *words,
     const GDate *due_on)
{
  DovReminder *reminder = g_new0 (DovReminder, 1);

  reminder->type = type;
  reminder->id = id;
  reminder->section = section;
  reminder->words = g_strdup (words);
  reminder->due_on = *due_on;
  g_ptr_array_add (reminders, reminder);
}

static void
ask (DovStore     *store,
     const Source *source,
     gint64        lounge,
     GPtrArray    *reminders)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_see (store, source->select, "(DMx)", &today, now, lounge);

  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) due_on = dov_statement_dup_date (rows, 1);

      if (due_on != NULL)
        {
          add (reminders, dov_registry_find (source->table), dov_statement_column_integer (rows, 0), NULL,
               _(source->words), due_on);
          if (source->has_subject)
            ((DovReminder *) g_ptr_array_index (reminders, reminders->len - 1))->subject =
              g_strdup (dov_statement_column_text (rows, 2));
        }
    }
  if (!dov_store_has_seen (store, &error))
    g_warning ("What is due of %s is not known: %s", source->table, error->message);
}

/* What the patrol found yesterday and has to do with a family: its curator hears of it. */
static void
add_findings (DovStore  *store,
              GPtrArray *reminders)
{
  GDate today = dov_today (), yesterday = today;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) due = NULL;

  g_date_subtract_days (&yesterday, 1);
  words = dov_findings_list_for_curators (store, &yesterday, &today);
  for (guint i = 0; i < words->len; i++)
    add (reminders, DOV_TYPE_PATROL_FINDING, g_array_index (words, DovCuratorWord, i).finding_id, NULL,
         _("the patrol met a child of a family you look after"), &today);

  due = dov_finding_names_list_due (store, &today);
  if (due->len > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u finding is a month old: take the name out",
                                                         "%u findings are a month old: take the names out", due->len),
                                               due->len);

      add (reminders, G_TYPE_NONE, 0, "patrol", text, &today);
    }
}

static gboolean
counts (DovStore   *store,
        const char *sql,
        const char *day,
        gint64      lounge)
{
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(sx)", day, lounge);

  return dov_statement_next (rows) && dov_statement_column_integer (rows, 0) > 0;
}

/* A paper of a month, of the lounge or of all together; where no lounge is chosen, of any. */
static gboolean
is_handed_in (DovStore    *store,
              const char  *code,
              const GDate *month,
              gint64       lounge)
{
  DovPeriod period = dov_period_around (DOV_PERIOD_MONTH, month);
  g_autoptr (GArray) lounges = dov_store_see_ids (store, "SELECT id FROM live_lounge WHERE ?1 IN (0, id)"
                                                  " UNION SELECT 0", "(x)", lounge);

  for (guint i = 0; i < lounges->len; i++)
    {
      g_autoptr (GDate) day = dov_submitted_find_day (store, code, &period, g_array_index (lounges, gint64, i));

      if (day != NULL)
        return TRUE;
    }

  return FALSE;
}

/* By the 20th; who begins after it has until the end of the month, and nothing of theirs is late on the first day. */
static GDate
find_plan_due (DovStore *store,
               gint64    lounge)
{
  GDate today = dov_today (), due_on = today;
  g_autofree char *day = NULL;

  g_date_set_day (&due_on, PLAN_DUE);
  day = dov_date_to_iso (&due_on);
  if (g_date_compare (&due_on, &today) < 0 &&
      !counts (store, "SELECT count(*) FROM live_event WHERE starts_at < ?1 AND (?2 = 0 OR lounge_id = ?2)", day, lounge))
    g_date_set_day (&due_on, g_date_get_days_in_month (g_date_get_month (&today), g_date_get_year (&today)));

  return due_on;
}

/* The plan of the next month, and the report of the last one. */
static void
add_papers (DovStore  *store,
            gint64     lounge,
            GPtrArray *reminders)
{
  GDate today = dov_today (), due_on = today, month = today;
  int day = g_date_get_day (&today);

  g_date_set_day (&month, 1);
  if (day >= PLAN_FROM)
    {
      due_on = find_plan_due (store, lounge);
      g_date_add_months (&month, 1);
      if (!is_handed_in (store, DOV_PLAN_DOCUMENT, &month, lounge))
        add (reminders, G_TYPE_NONE, 0, "events", _("submit the plan of the next month"), &due_on);
      return;
    }

  if (day <= REPORT_UNTIL)
    {
      g_autofree char *last = NULL;

      g_date_subtract_months (&month, 1);
      last = dov_date_to_iso (&month);
      g_date_set_day (&due_on, REPORT_DUE);
      if (counts (store, "SELECT count(*) FROM live_event WHERE status = 'held'"
                         " AND substr (starts_at, 1, 7) = substr (?1, 1, 7) AND (?2 = 0 OR lounge_id = ?2)", last, lounge)
          && !is_handed_in (store, "D-29", &month, lounge))
        add (reminders, G_TYPE_NONE, 0, "reports", _("hand in the report of the last month"), &due_on);
    }
}

/* The night of children begins at another hour from the day on which the season changes. */
static void
add_season (DovStore  *store,
            GPtrArray *reminders)
{
  GDate today = dov_today (), change;
  g_autofree char *hour = NULL;
  g_autofree char *words = NULL;

  if (!dov_curfew_find_next_change (store, &today, &change) || g_date_days_between (&today, &change) > SEASON_DAYS)
    return;
  hour = dov_time_to_shown (dov_curfew_get_night_start (store, &change));
  words = g_strdup_printf (_("from this day children must not be out after %s"), hour);
  add (reminders, G_TYPE_NONE, 0, "patrol", words, &change);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DovReminder *one = *(DovReminder *const *) a, *other = *(DovReminder *const *) b;
  int order = g_date_compare (&one->due_on, &other->due_on);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

/**
 * dov_reminders_list:
 * @lounge: of one lounge, or 0 for all
 *
 * Returns: (transfer full) (element-type DovReminder): what is overdue, due
 *   and coming soon, the oldest first
 */
GPtrArray *
dov_reminders_list (DovStore *store,
                    gint64    lounge)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) reminder_free);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    ask (store, &sources[i], lounge, reminders);
  add_findings (store, reminders);
  add_papers (store, lounge, reminders);
  add_season (store, reminders);
  g_ptr_array_sort (reminders, compare);

  return reminders;
}
