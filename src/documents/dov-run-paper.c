/* dov-run-paper.c - the head of a run's paper: whose it is, for when, and how its file is called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include <string.h>

#include "dov-author.h"
#include "dov-calendar.h"
#include "dov-registry.h"

static gboolean
has_field (const char *table,
           const char *name)
{
  GType type = dov_registry_find (table);

  return type != G_TYPE_INVALID && dov_record_class_find_field (dov_registry_class (type), name) != NULL;
}

/* Of a patrol's paper: its base lounge, or that of its village. */
static const struct { const char *asks, *patrol; } of_patrols[] = {
  { "patrol_shift", "SELECT patrol_id FROM patrol_shift WHERE id = ?1" },
  { "handover", "SELECT m.patrol_id FROM handover h JOIN patrol_member m ON m.id = h.handed_by_id WHERE h.id = ?1" },
};

static gint64
read_id (DovRun     *run,
         const char *sql,
         gint64      id)
{
  g_autofree char *text = dov_reader_read_text (run->reader, sql, id);

  return g_ascii_strtoll (text, NULL, 10);
}

/* The day of a record: its first that must be there. */
static const char *
find_day (const char *table)
{
  GType type = dov_registry_find (table);
  DovRecordClass *klass = type != G_TYPE_INVALID ? dov_registry_class (type) : NULL;

  for (guint i = 0; klass != NULL && i < klass->n_fields; i++)
    if ((klass->fields[i].kind == DOV_KIND_DATE || klass->fields[i].kind == DOV_KIND_MOMENT)
        && klass->fields[i].flags & DOV_REQUIRED)
      return klass->fields[i].name;

  return NULL;
}

/* What was done with a family is of the lounge where it lived on that day. */
static gint64
find_lounge_of_family (DovRun     *run,
                       const char *asks)
{
  const char *day = find_day (asks);
  g_autofree char *sql = NULL;

  if (day == NULL)
    return 0;
  sql = g_strdup_printf ("SELECT p.lounge_id FROM \"%1$s\" r JOIN family_place p ON p.family_id = r.family_id"
                         " AND p.since <= date(r.%2$s) AND (p.until IS NULL OR p.until > date(r.%2$s)) WHERE r.id = ?1",
                         asks, day);

  return read_id (run, sql, run->asked);
}

/**
 * dov_run_find_lounge:
 *
 * The paper of a record is the paper of its lounge, whichever is chosen; of a
 * drive, which is of several, the choice is a part.
 */
void
dov_run_find_lounge (DovRun *run)
{
  const char *asks = run->definition->asks;
  gint64 patrol = 0, lounge = 0;

  if (run->is_blank)
    lounge = read_id (run, "SELECT lounge_id FROM settings WHERE ?1 = ?1 ORDER BY id LIMIT 1", 0);
  else if (asks != NULL && has_field (asks, "lounge_id"))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT lounge_id FROM \"%s\" WHERE id = ?1", asks);

      lounge = read_id (run, sql, run->asked);
    }
  else if (asks != NULL && has_field (asks, "family_id"))
    lounge = find_lounge_of_family (run, asks);
  else if (g_strcmp0 (asks, "staff") == 0)
    lounge = read_id (run, "SELECT iif(count(*) = 1, min(l.id), 0) FROM lounge l JOIN staff s"
                           "  ON s.organisation_id = l.host_institution_id WHERE s.id = ?1", run->asked);
  for (guint i = 0; i < G_N_ELEMENTS (of_patrols) && !run->is_blank && asks != NULL; i++)
    if (g_str_equal (asks, of_patrols[i].asks))
      {
        patrol = read_id (run, of_patrols[i].patrol, run->asked);
        run->village = read_id (run, "SELECT settlement_id FROM patrol WHERE id = ?1", patrol);
        run->lounge = read_id (run, "SELECT coalesce(p.lounge_id, (SELECT min(l.id) FROM lounge l"
                                    "  WHERE l.settlement_id = p.settlement_id)) FROM patrol p WHERE p.id = ?1", patrol);
      }
  if (lounge != 0 && (run->lounge == 0 || g_strcmp0 (asks, "drive") != 0))
    run->lounge = lounge;
}

/* What the head says of the period. One that is not over yet is told as it stands today. A title that tells the
 * period itself, «План работы на март 2027 года», says it once. */
static char *
name_period (DovRun *run)
{
  const DovPeriod *period = run->period;
  gboolean is_told = strstr (run->definition->title.text, "{period}") != NULL;
  GDate today = dov_today ();
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  if (run->is_blank && run->definition->periods != 0)
    return is_told ? NULL : g_strdup ("за ____________________ 20____ года");
  if (period == NULL)
    return NULL;
  if (period->kind == DOV_PERIOD_DAY || g_date_compare (&period->to, &today) >= 0)
    {
      g_autofree char *shown = dov_date_to_shown (period->kind == DOV_PERIOD_DAY ? &period->to : &today);

      day = g_strconcat ("по состоянию на ", shown, NULL);
    }
  if (period->kind != DOV_PERIOD_DAY && !is_told)
    {
      g_autofree char *name = dov_run_name_period (period);

      words = g_strconcat ("за ", name, day != NULL ? ", " : "", NULL);
    }

  return words == NULL && day == NULL ? NULL : g_strconcat (words != NULL ? words : "", day, NULL);
}

static GDate *
read_asked_day (DovRun     *run,
                const char *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT substr(%s, 1, 10) FROM \"%s\" WHERE id = ?1", field, run->definition->asks);
  g_autofree char *text = dov_reader_read_text (run->reader, sql, run->asked);
  GDate *day = NULL;

  (void) dov_date_from_iso (text, &day);

  return day;
}

/**
 * dov_run_set_day:
 *
 * Whatever has a name is called as on the day of the paper: the last of its
 * period, or that of its record; what lasts and has no end yet is told as today.
 */
void
dov_run_set_day (DovRun *run)
{
  const char *asks = run->is_blank || run->period != NULL ? NULL : run->definition->asks;
  const char *field = asks == NULL ? NULL : has_field (asks, "until") ? "until" : find_day (asks);
  g_autoptr (GDate) asked = field != NULL ? read_asked_day (run, field) : NULL;
  const GDate *day = run->period != NULL ? &run->period->to : asked;
  g_autofree char *text = day != NULL ? dov_date_to_iso (day) : NULL;

  if (text != NULL)
    dov_reader_set_day (run->reader, text);
}

/* The paper of a record is of the record's own day, that of a drive of all its days; what stands now has none. */
static void
set_days (DovRun   *run,
          DovPaper *paper)
{
  const char *asks = run->is_blank ? NULL : run->definition->asks;
  const char *field = asks != NULL ? find_day (asks) : NULL;
  g_autoptr (GDate) day = run->period == NULL && field != NULL ? read_asked_day (run, field) : NULL;
  g_autoptr (GDate) until = day != NULL && has_field (asks, "until") ? read_asked_day (run, "until") : NULL;

  paper->has_period = run->period != NULL || day != NULL;
  if (paper->has_period)
    {
      paper->from = run->period != NULL ? run->period->from : *day;
      paper->to = run->period != NULL ? run->period->to : until != NULL ? *until : *day;
    }
}

static char *
name_file_period (DovRun *run)
{
  const DovPaper *paper = dov_result_get_paper (run->result);
  const DovPeriod days = { .kind = DOV_PERIOD_DATES, .from = paper->from, .to = paper->to };
  GDate today = dov_today ();

  if (run->is_blank)
    return g_strdup ("бланк");
  if (run->period != NULL || (paper->has_period && g_date_compare (&paper->from, &paper->to) != 0))
    return dov_period_to_file_part (run->period != NULL ? run->period : &days);

  return run->definition->asks != NULL ? dov_date_to_iso (paper->has_period ? &paper->from : &today) : NULL;
}

static char *
name_place (DovRun *run)
{
  if (run->is_blank)
    return NULL;
  if (run->lounge == 0 && run->village != 0)
    return dov_reader_read_text (run->reader, "SELECT name FROM settlement WHERE id = ?1", run->village);
  if (run->lounge == 0)
    return g_strdup ("район");

  return dov_reader_read_text (run->reader,
                               "SELECT s.name FROM lounge l JOIN settlement s ON s.id = l.settlement_id WHERE l.id = ?1",
                               run->lounge);
}

/* What it is, without the words that tell which it is: «Акт списания № {number}» is «Акт списания». */
static char *
dup_plain_file (const DovDefinition *definition,
                const char          *title)
{
  static const char *const ends[] = { " ", ",", "№", "«", "(" };
  g_autofree char *file = g_strdup (definition->file.text != NULL ? definition->file.text : title);
  guint n = 0;

  if (strchr (file, '{') == NULL)
    return g_steal_pointer (&file);
  file[strcspn (file, "{")] = '\0';
  while (n < G_N_ELEMENTS (ends))
    if (g_str_has_suffix (file, ends[n]))
      {
        file[strlen (file) - strlen (ends[n])] = '\0';
        n = 0;
      }
    else
      n++;

  return g_steal_pointer (&file);
}

/**
 * dov_run_name_file:
 *
 * When all words are known: which of them the file is, and which record its
 * rows are about.
 */
void
dov_run_name_file (DovRun *run)
{
  DovPaper *paper = dov_result_get_paper (run->result);
  g_autofree char *period = name_file_period (run);
  g_autofree char *file = run->is_blank ? g_strdup ("") : dov_run_expand (run, run->definition->file.text);

  g_free (paper->title);
  paper->title = dov_run_expand (run, run->definition->title.text);
  if (*file == '\0')
    {
      g_free (file);
      file = dup_plain_file (run->definition, paper->title);
    }
  paper->file_name = dov_file_name_make (file, paper->place, period);
  paper->record_label = g_strdup (run->definition->record.text != NULL ? run->definition->asks_label : NULL);
  paper->record = dov_run_expand (run, run->definition->record.text);
}

/**
 * dov_run_set_paper:
 * @phone: (nullable): of who makes it
 */
void
dov_run_set_paper (DovRun     *run,
                   const char *phone)
{
  DovPaper *paper = dov_result_get_paper (run->result);
  const DovDefinition *definition = run->definition;
  g_autofree char *file = NULL;

  paper->code = g_strdup (definition->code);
  paper->title = dov_run_expand (run, definition->title.text);
  file = dup_plain_file (definition, paper->title);
  paper->sheet = dov_sheet_name_make (file);
  paper->place = name_place (run);
  paper->institution = dov_run_expand (run, "{institution}");
  paper->lounge = dov_run_expand (run, "{lounge}");
  paper->filter = dov_run_expand (run, definition->filter.text);
  paper->made_by = g_strdup (run->user);
  paper->made_at = dov_clock_dup_now ();
  paper->footer = run->is_blank ? NULL : dov_author_dup_footer (run->user, phone, paper->made_at);
  paper->period = name_period (run);
  set_days (run, paper);
  paper->is_landscape = definition->is_landscape;
  paper->is_archived = definition->is_archived;
  paper->is_blank = run->is_blank;
  paper->is_personal = definition->privacy != DOV_PRIVACY_NONE;
}
