/* dov-demo.c - the demo data, moved in time so that its last month is the last full one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-demo.h"

#include "dov-registry.h"
#include "dov-resources.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  DovLoad    *load;
  int         year;       /* that the files tell */
  int         years;      /* by which other years move */
  int         days;       /* by which the year itself moves, whole weeks */
  GDate       today;
  GDate       first;      /* of the half-year */
  GDate       last;       /* of the last full month */
  GDate       last_plan;
  GHashTable *left_out;   /* the refs of lines that were not loaded */
  GHashTable *plans;      /* the refs of events not held yet → whether names are put down for them */
} DovDemo;

/* A member of the line that is a text; empty when there is none. */
static const char *
get_text (JsonObject *line,
          const char *member)
{
  JsonNode *node = json_object_get_member (line, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";

  return json_node_get_string (node);
}

static gboolean
read_day (const char *text,
          GDate      *day)
{
  g_autoptr (GDate) read = NULL;

  if (!dov_date_from_iso (text, &read) || read == NULL)
    return FALSE;
  *day = *read;

  return TRUE;
}

/* People put their names down not long before. */
#define DAYS_REGISTERED 14

static gboolean
points_to_any (GHashTable     *refs,
               DovRecordClass *klass,
               JsonObject     *line,
               gpointer       *value)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *text = get_text (line, klass->fields[i].name);

      if (klass->fields[i].kind == DOV_KIND_LINK && *text == '@' &&
          g_hash_table_lookup_extended (refs, text + 1, NULL, value))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_held_by_now (DovDemo     *self,
                const GDate *day)
{
  return g_date_compare (day, &self->last) <= 0 || g_date_days_between (day, &self->today) > 1;
}

/* What is told of a day is left out when that was before the half-year. What is
 * still to come is left out too, or is a plan, without what nobody knows yet. */
static const struct
{
  const char *table;
  const char *at;         /* the field of the day */
  gboolean    is_plan;
  gboolean    has_names;  /* they are put down for it */
  const char *status;
  const char *unknown[9];
} dated[] = {
  { .table = "event", .at = "starts_at", .is_plan = TRUE, .status = "planned", .unknown = { "status_reason", "note" } },
  { .table = "club_session", .at = "starts_at", .is_plan = TRUE, .unknown = { "topic" } },
  { .table = "patrol_shift", .at = "starts_at", .is_plan = TRUE, .has_names = TRUE, .status = "planned",
    .unknown = { "status_reason", "briefed", "actual_start", "actual_end", "talks", "leaflets", "places_checked",
                 "note" } },
  { .table = "volunteer_hours", .at = "date" },
  { .table = "outgoing_notice", .at = "date" },
  { .table = "handover", .at = "handed_at" },
  { .table = "signal", .at = "received_at" },
  { .table = "outreach_trip", .at = "date" },
  { .table = "home_visit", .at = "visited_at" },
  { .table = "contact_record", .at = "contacted_at" },
  { .table = "case_review", .at = "date" },
  { .table = "incoming_paper", .at = "date" },
  { .table = "meeting_protocol", .at = "date" },
};

/* What belongs to a plan, and what it is like before the day; all else of it is left out. */
static const struct
{
  const char *table;
  const char *member;
  const char *value;
  const char *unknown[4];
} of_plans[] = {
  { .table = "event_helper" },
  { .table = "event_partner" },
  { .table = "film_screening", .unknown = { "discussion_held", "discussion_topics", "discussion_notes" } },
  { .table = "shift_member", .member = "came", .value = "expected" },
  { .table = "attendance", .member = "status", .value = "registered", .unknown = { "check_in_at" } },
};

static void
forget (JsonObject        *line,
        const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    json_object_remove_member (line, members[i]);
}

/* An event of this month is approved already, and soon names are put down for it. */
static gboolean
is_soon (DovDemo     *self,
         JsonObject  *line,
         const GDate *day)
{
  if (g_date_get_month (day) == g_date_get_month (&self->today))
    json_object_set_string_member (line, "status", "approved");

  return json_object_get_boolean_member_with_default (line, "registration", FALSE)
         && g_date_days_between (&self->today, day) <= DAYS_REGISTERED;
}

static gboolean
plan_day (DovDemo    *self,
          guint       kind,
          JsonObject *line)
{
  const char *ref = get_text (line, "ref");
  g_autofree char *text = g_strndup (get_text (line, dated[kind].at), 10);
  gboolean is_event = g_str_equal (dated[kind].table, "event");
  gboolean has_names = dated[kind].has_names;
  GDate day;

  if (!read_day (text, &day))
    return TRUE;
  if (g_date_compare (&day, &self->first) < 0)
    return FALSE;
  if (is_held_by_now (self, &day))
    return TRUE;
  if (!dated[kind].is_plan || (is_event && g_str_equal (get_text (line, "status"), "moved")))
    return FALSE;

  if (dated[kind].status != NULL)
    json_object_set_string_member (line, "status", dated[kind].status);
  forget (line, dated[kind].unknown);
  if (is_event)
    has_names = is_soon (self, line, &day);
  if (*ref != '\0')
    g_hash_table_insert (self->plans, g_strdup (ref), GINT_TO_POINTER (has_names));

  return TRUE;
}

static gboolean
plan_part (guint       kind,
           JsonObject *line,
           gboolean    has_names)
{
  /* Who came is who has put the name down before. */
  if (g_str_equal (of_plans[kind].table, "attendance")
      && (!has_names || g_str_equal (get_text (line, "status"), "walk_in")))
    return FALSE;

  if (of_plans[kind].member != NULL)
    json_object_set_string_member (line, of_plans[kind].member, of_plans[kind].value);
  forget (line, of_plans[kind].unknown);

  return TRUE;
}

/* The plan of the next month is handed in by the 20th of this one, and then
 * approved; later plans are not drawn up yet, earlier ones are before the half-year. */
static gboolean
plan_work (DovDemo    *self,
           JsonObject *line)
{
  GDate month, now = self->today;

  if (!read_day (get_text (line, "since"), &month))
    return TRUE;
  if (g_date_compare (&month, &self->first) < 0)
    return FALSE;
  g_date_set_day (&month, 1);
  g_date_set_day (&now, 1);
  if (g_date_compare (&month, &now) <= 0)
    return TRUE;
  g_date_add_months (&now, 1);
  if (g_date_compare (&month, &now) != 0)
    return FALSE;

  json_object_set_string_member (line, "status", "draft");
  json_object_remove_member (line, "submitted_on");
  json_object_remove_member (line, "approved_on");
  json_object_remove_member (line, "approved_by");

  return TRUE;
}

/* What nobody has done yet has no day on which it was done. */
static void
forget_day_to_come (DovDemo    *self,
                    JsonObject *line,
                    const char *member)
{
  GDate day;

  if (read_day (get_text (line, member), &day) && g_date_compare (&day, &self->today) >= 0)
    json_object_remove_member (line, member);
}

/**
 * is_wanted:
 * @line: (inout): a line of the files, its days moved; what is still to come loses what is not known yet
 *
 * Returns: whether the line is loaded
 */
static gboolean
is_wanted (DovDemo        *self,
           DovRecordClass *klass,
           JsonObject     *line)
{
  gpointer has_names = NULL;

  if (points_to_any (self->left_out, klass, line, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    if (g_str_equal (klass->table, dated[i].table))
      {
        if (!plan_day (self, i, line))
          return FALSE;
        if (dated[i].is_plan)
          return TRUE;
      }
  if (g_str_equal (klass->table, "work_plan"))
    return plan_work (self, line);
  forget_day_to_come (self, line, "done_on");
  forget_day_to_come (self, line, "signed_on");
  if (!points_to_any (self->plans, klass, line, &has_names))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (of_plans); i++)
    if (g_str_equal (klass->table, of_plans[i].table))
      return plan_part (i, line, GPOINTER_TO_INT (has_names));

  return FALSE;
}

/* The files tell one invented year, named in their first line, from 1 January
 * to 30 December: 52 whole weeks, after which it begins anew. So whatever
 * month it is now, the half-year before it has its own holidays, its weekly
 * shows stay on their weekdays, and nothing comes to overlap:
 *
 * - a day of the invented year moves by whole weeks, to the same season;
 * - a day of any other year (births, openings, decisions) moves by whole years, so that
 *   ages stay the same;
 * - a term that runs now is told by the days from today: “+5” is in five days, “-2T15:40” was the day before yesterday;
 * - events and sessions of groups before the half-year are left out, with all that points to them;
 * - those that have not been held yet become plans.
 *
 * In texts {2026-11-03} stands for a moved date, and {2026-11-03:%Y} for what
 * a format makes of it. */

#define CYCLE 364
#define N_MONTHS 6
/* The program of the next month is drawn up in the middle of this one. */
#define DAYS_PLANNED 16

/* Time. */

static gboolean
read_year (JsonObject *line,
           int        *year)
{
  const char *text = get_text (line, "demo");
  gint64 number = 0;

  if (json_object_get_size (line) != 1 || !g_ascii_string_to_signed (text, 10, 1990, 2199, &number, NULL))
    return FALSE;
  *year = (int) number;

  return TRUE;
}

/* Whole weeks between the end of the last full month and the same day told. */
static int
count_days (const GDate *last,
            int          year)
{
  GDateMonth month = g_date_get_month (last);
  GDate told;
  int days;

  g_date_set_dmy (&told, MIN (g_date_get_day (last), g_date_get_days_in_month (month, (GDateYear) year)),
                  month, (GDateYear) year);
  days = g_date_days_between (&told, last);

  return (days >= 0 ? (days + 3) / 7 : -((-days + 3) / 7)) * 7;
}

static void
set_out (DovDemo *self,
         int      year)
{
  self->year = year;
  self->today = dov_today ();

  self->last = self->today;
  g_date_set_day (&self->last, 1);
  g_date_subtract_days (&self->last, 1);

  self->first = self->last;
  g_date_set_day (&self->first, 1);
  g_date_subtract_months (&self->first, N_MONTHS - 1);

  self->last_plan = self->today;
  g_date_add_days (&self->last_plan, DAYS_PLANNED);
  g_date_set_day (&self->last_plan, 1);
  g_date_add_months (&self->last_plan, 1);
  g_date_subtract_days (&self->last_plan, 1);

  self->years = g_date_get_year (&self->today) - year;
  self->days = count_days (&self->last, year);
}

/* “+5” or “-2T15:40”: so many days from today. */
static char *
dup_from_today (DovDemo    *self,
                const char *text)
{
  GDate day = self->today;
  g_autofree char *iso = NULL;
  char *end;
  gint64 days;

  days = g_ascii_strtoll (text, &end, 10);
  if (days < 0)
    g_date_subtract_days (&day, (guint) -days);
  else
    g_date_add_days (&day, (guint) days);
  iso = dov_date_to_iso (&day);

  return g_strconcat (iso, end, NULL);
}

static GDate
move_day (DovDemo     *self,
          const GDate *day,
          gboolean     may_be_planned)
{
  const GDate *end = may_be_planned ? &self->last_plan : &self->last;
  GDate moved = *day;

  if (g_date_get_year (day) != self->year)
    {
      g_date_set_year (&moved, (GDateYear) (g_date_get_year (day) + self->years));
      return moved;
    }

  g_date_set_julian (&moved, (guint32) ((int) g_date_get_julian (day) + self->days));
  while (g_date_compare (&moved, end) > 0)
    g_date_subtract_days (&moved, CYCLE);
  while (g_date_days_between (&moved, end) >= CYCLE)
    g_date_add_days (&moved, CYCLE);

  return moved;
}

/* “2027-03-05” or “2027-03-05T18:30”, moved. */
static char *
move_stamp (DovDemo    *self,
            const char *stamp,
            gboolean    may_be_planned)
{
  g_autofree char *text = g_strndup (stamp, 10);
  g_autofree char *moved = NULL;
  GDate day;

  if (!read_day (text, &day))
    return g_strdup (stamp);
  day = move_day (self, &day, may_be_planned);
  moved = dov_date_to_iso (&day);

  return g_strconcat (moved, stamp + strlen (text), NULL);
}

/* The words between { and }. */
static char *
move_words (DovDemo    *self,
            const char *words,
            gboolean    may_be_planned)
{
  g_auto (GStrv) parts = g_strsplit (words, ":", 2);
  char text[32] = "";
  GDate day;

  if (parts[0] == NULL || !read_day (parts[0], &day))
    return g_strdup_printf ("{%s}", words);
  day = move_day (self, &day, may_be_planned);
  g_date_strftime (text, sizeof text, parts[1] != NULL ? parts[1] : "%d.%m.%Y", &day);

  return g_strdup (text);
}

static char *
move_text (DovDemo    *self,
           const char *text,
           gboolean    may_be_planned)
{
  GString *moved = g_string_new (NULL);
  const char *open, *close;

  while ((open = strchr (text, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *inside = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *words = move_words (self, inside, may_be_planned);

      g_string_append_len (moved, text, open - text);
      g_string_append (moved, words);
      text = close + 1;
    }
  g_string_append (moved, text);

  return g_string_free (moved, FALSE);
}

/* What is told of a span stays as long as it is told, also where its last day
 * would begin another year. */
static char *
move_along (DovDemo    *self,
            const char *since,
            const char *until,
            gboolean    may_be_planned)
{
  GDate first, last, moved;

  if (!read_day (since, &first) || !read_day (until, &last) || g_date_get_year (&first) != self->year ||
      g_date_get_year (&last) != self->year)
    return move_stamp (self, until, may_be_planned);
  moved = move_day (self, &first, may_be_planned);
  g_date_add_days (&moved, (guint) g_date_days_between (&first, &last));

  return dov_date_to_iso (&moved);
}

/* A briefing lasts a year: each was held in the weeks before the half-year. */
static char *
dup_briefing (DovDemo    *self,
              const char *told)
{
  GDate day, held = self->first;

  if (!read_day (told, &day))
    return g_strdup (told);
  g_date_subtract_days (&held, g_date_get_day (&day));

  return dov_date_to_iso (&held);
}

/* A field of a line, moved; NULL: it stays. The span of the line began @since. */
static char *
dup_moved (DovDemo        *self,
           const DovField *field,
           const char     *table,
           const char     *text,
           const char     *since)
{
  /* The hours of an event and its report are of its day, a notice of that of what was found, and all that was done
   * with a family of the hour of it; absences are known before. */
  static const char *const with_events[] = {
    "volunteer_hours", "event_report", "outgoing_notice", "patrol_absence", "signal", "outreach_trip", "home_visit",
    "contact_record", "case_review", "incoming_paper", "meeting_protocol", NULL,
  };
  gboolean goes_with_events = g_strv_contains (with_events, table);

  if (field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE)
    return move_text (self, text, g_str_equal (table, "event"));
  if (field->kind != DOV_KIND_DATE && field->kind != DOV_KIND_MOMENT)
    return NULL;
  if (*text == '+' || *text == '-')
    return dup_from_today (self, text);
  if (g_str_equal (field->name, "instructed_on"))
    return dup_briefing (self, text);
  if (field->kind == DOV_KIND_DATE && g_str_equal (field->name, "until") && *since != '\0')
    return move_along (self, since, text, goes_with_events);

  return move_stamp (self, text, field->kind == DOV_KIND_MOMENT || goes_with_events);
}

static void
move_line (DovDemo        *self,
           DovRecordClass *klass,
           JsonObject     *line)
{
  g_autofree char *since = g_strdup (get_text (line, "since"));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      const char *text = get_text (line, field->name);
      g_autofree char *moved = *text != '\0' ? dup_moved (self, field, klass->table, text, since) : NULL;

      if (moved != NULL)
        json_object_set_string_member (line, field->name, moved);
    }
}

/* Files. */

static gboolean
take_line (DovDemo     *self,
           const char  *text,
           const char  *where,
           GError     **error)
{
  g_autoptr (JsonObject) line = dov_line_parse (text, strlen (text), error);
  const char *table, *ref;
  GType type;

  if (line == NULL)
    {
      g_prefix_error (error, "%s: ", where);
      return FALSE;
    }
  table = get_text (line, "record");
  ref = get_text (line, "ref");
  type = dov_registry_find (table);
  if (type != G_TYPE_INVALID)
    {
      DovRecordClass *klass = dov_registry_class (type);

      move_line (self, klass, line);
      if (!is_wanted (self, klass, line))
        {
          if (*ref != '\0')
            g_hash_table_add (self->left_out, g_strdup (ref));
          return TRUE;
        }
    }

  return dov_load_take (self->load, line, where, error);
}

static gboolean
take_first_line (DovDemo     *self,
                 const char  *text,
                 const char  *where,
                 GError     **error)
{
  g_autoptr (JsonObject) line = dov_line_parse (text, strlen (text), NULL);
  int year = 0;

  if (line == NULL || !read_year (line, &year) || (self->year != 0 && self->year != year))
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_DEMO,
                   _("%s: the first line of demo data names the year it tells, the same in every file"),
                   where);
      return FALSE;
    }
  if (self->year == 0)
    set_out (self, year);

  return TRUE;
}

static gboolean
take_file (DovDemo              *self,
           const char           *folder,
           const char           *name,
           DovExchangeProgress   progress,
           gpointer              user_data,
           guint64              *done,
           GCancellable         *cancellable,
           GError              **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  /* An empty file has one empty line, which names no year. */
  lines = g_strsplit (*g_strchomp (contents) != '\0' ? contents : " ", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf (_("%s, line %u"), name, i + 1);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i == 0 && !take_first_line (self, lines[i], where, error))
        return FALSE;
      if (i > 0 && !take_line (self, lines[i], where, error))
        return FALSE;
      if (progress != NULL && ++*done % 200 == 0)
        progress (*done, user_data);
    }

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char  *folder,
            GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, ".jsonl"))
      g_ptr_array_add (names, g_strdup (name));
  if (names->len == 0)
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_DEMO,
                   _("There is no demo data in “%s”"), folder);
      return NULL;
    }
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

static gboolean
take_files (DovDemo              *self,
            const char           *folder,
            DovExchangeProgress   progress,
            gpointer              user_data,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (GPtrArray) names = list_files (folder, error);
  guint64 done = 0;

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!take_file (self, folder, g_ptr_array_index (names, i), progress, user_data, &done, cancellable,
                    error))
      return FALSE;

  return TRUE;
}

/**
 * dov_demo_load:
 * @folder: (nullable): where the files lie; %NULL for those that come with
 *   the program
 * @told: (nullable) (element-type utf8): takes the warnings of rules
 * @n_records: (out) (optional): how many records were loaded
 *
 * Loads an invented half-year of five lounges, up to the last full month, and
 * the plans after it, as one operation.
 */
gboolean
dov_demo_load (DovStore             *store,
               const char           *folder,
               DovExchangeProgress   progress,
               gpointer              user_data,
               GPtrArray            *told,
               guint64              *n_records,
               GCancellable         *cancellable,
               GError              **error)
{
  g_autofree char *own = folder == NULL ? dov_resources_find ("demo") : NULL;
  g_autoptr (DovLoad) load = NULL;
  DovDemo self = { .load = NULL };
  gboolean taken;

  load = dov_load_begin (store, _("Demo data"), error);
  if (load == NULL)
    return FALSE;

  self.load = load;
  self.left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taken = take_files (&self, folder != NULL ? folder : own, progress, user_data, cancellable, error);
  g_hash_table_unref (self.left_out);
  g_hash_table_unref (self.plans);

  return taken && dov_store_mark_demo (store, error) && dov_load_commit (load, told, n_records, error);
}

/**
 * dov_demo_dup_edited:
 * @folder: where examples lie, one of each month
 *
 * Returns: (transfer full) (nullable): the path of the example that somebody has worked in
 *   last; a new month does not take it away
 */
char *
dov_demo_dup_edited (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  char *last = NULL;
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (DovStore) store = NULL;

      if (!g_str_has_prefix (name, "demo ") || !g_str_has_suffix (name, ".doverie") || g_strcmp0 (path, last) < 0)
        continue;
      store = dov_store_open (path, DOV_STORE_READ_ONLY, NULL);
      /* The first operation has made it. */
      if (store == NULL || dov_store_get_last_operation (store) < 2)
        continue;
      g_free (last);
      last = g_steal_pointer (&path);
    }

  return last;
}
