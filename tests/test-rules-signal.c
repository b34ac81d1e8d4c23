/* test-rules-signal.c - signals by number: T7 through form, load and undo; the clock, what is passed on, taken up, answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-begin.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-load.h"
#include "dov-outgoing-notice.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-signal-clock.h"
#include "dov-signal-steps.h"
#include "dov-signal.h"
#include "verdict.h"

/* Today is 5 March 2027. */
typedef struct
{
  Club        club;
  GHashTable *ids;     /* “$family” → the id, as a text */
} Ground;

static const char *
name_id (Ground     *self,
         const char *name,
         gint64      id)
{
  char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_hash_table_replace (self->ids, g_strdup (name), text);

  return text;
}

static const char *
id_of (Ground     *self,
       const char *name)
{
  const char *id = g_hash_table_lookup (self->ids, name);

  if (id == NULL)
    g_error ("nothing is called %s", name);

  return id;
}

static gint64
number_of (Ground     *self,
           const char *name)
{
  return g_ascii_strtoll (id_of (self, name), NULL, 10);
}

/* “family_id=$family|since=2027-03-02” */
static DovRecord *
new_record (Ground     *self,
            const char *table,
            const char *fields)
{
  DovRecord *record = dov_record_new (dov_registry_find (table), 0);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (record, pair[0], *pair[1] == '$' ? id_of (self, pair[1]) : pair[1], NULL);
    }

  return record;
}

static void
save (Ground     *self,
      const char *table,
      const char *fields,
      const char *expected)
{
  g_autoptr (DovRecord) record = new_record (self, table, fields);

  g_test_message ("%s: %s", table, fields);
  verdict_save (&self->club, record, expected);
}

static void
keep (Ground     *self,
      const char *name,
      const char *table,
      const char *fields)
{
  g_autoptr (DovRecord) record = new_record (self, table, fields);

  verdict_save (&self->club, record, NULL);
  name_id (self, name, dov_record_get_id (record));
}

static void
change (Ground     *self,
        GType       type,
        const char *name,
        const char *fields,
        const char *expected)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, type, number_of (self, name), NULL);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  g_test_message ("%s: %s", name, fields);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (draft, pair[0], *pair[1] == '$' ? id_of (self, pair[1]) : pair[1], NULL);
    }
  verdict_save (&self->club, draft, expected);
}

/* Lines that are taken, or refused by a rule. */
static void
load (Ground     *self,
      const char *lines,
      const char *expected)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, -1, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_taken = dov_load_stream (self->club.store, stream, NULL, NULL, NULL, NULL, NULL, &error);

  if (expected == NULL)
    g_assert_no_error (error);
  g_assert_true (is_taken == (expected == NULL));
  if (expected != NULL)
    g_assert_cmpstr (dov_store_get_refusal (self->club.store)->rule, ==, expected);
}

static void
test_signal (Ground        *self,
             gconstpointer  data)
{
#define SIGNAL "received_at=2027-03-01T10:20|lounge_id=$lounge|source=school|summary=Не пришёл в школу"
  const struct { const char *fields, *rule; } cases[] = {
    { "no=1|" SIGNAL "|urgency=planned", "-" },                                     /* about nobody */
    { "no=1|" SIGNAL "|urgency=planned|subject_text=дети у пруда", NULL },
    { "no=1|" SIGNAL "|urgency=planned|family_id=$family", "V8" },
    { "no=5|" SIGNAL "|urgency=immediate|family_id=$family|decision=advice|decided_on=2027-03-01", "T7" },
    { "no=5|" SIGNAL "|urgency=immediate|family_id=$family|forwarded_to_id=$kdn|decision=advice|decided_on=2027-03-01",
      "T7" },
    { "no=5|" SIGNAL "|urgency=immediate|family_id=$family", NULL },
    { "no=6|" SIGNAL "|urgency=immediate|family_id=$family|forwarded_to_id=$kdn", "-" },
    { "no=2|" SIGNAL "|urgency=immediate|family_id=$family|forwarded_to_id=$kdn|forwarded_at=2027-03-01T10:19", "V5" },
    { "no=2|" SIGNAL "|urgency=immediate|family_id=$family|forwarded_to_id=$kdn|forwarded_at=2027-03-01T10:25", NULL },
    { "no=3|" SIGNAL "|urgency=planned|subject_text=дети|decision=joined|decided_on=2027-03-02", "-" },
    { "no=3|" SIGNAL "|urgency=planned|subject_text=дети|decision=advice", "-" },
    { "no=3|" SIGNAL "|urgency=planned|subject_text=дети|decision=forwarded|decided_on=2027-03-02", "-" },
    { "no=3|" SIGNAL "|urgency=planned|subject_text=дети|decision=advice|decided_on=2027-02-28", "V5" },
    { "no=3|" SIGNAL "|urgency=planned|family_id=$family|decision=joined|decided_on=2027-03-01", NULL },
  };
  g_autoptr (DovRecord) draft = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    save (self, "signal", cases[i].fields, cases[i].rule);

  draft = new_record (self, "signal", "lounge_id=$lounge");
  dov_case_begin (self->club.store, draft);
  g_assert_cmpstr (DOV_SIGNAL (draft)->no, ==, "6");
  g_assert_nonnull (DOV_SIGNAL (draft)->received_at);
}

/* The signals that tell of what is linked so: “visit_id”. */
static GPtrArray *
read_signals (Ground     *self,
              const char *link,
              gint64      id)
{
  g_autofree char *where = g_strdup_printf ("%s = ?1", link);

  return dov_store_read (self->club.store, DOV_TYPE_SIGNAL,
                         &(DovQuery) { .where = where, .params = g_variant_new ("(x)", id), .order = "received_at" });
}

static guint
count_signals (Ground     *self,
               const char *link,
               gint64      id)
{
  g_autoptr (GPtrArray) signals = read_signals (self, link, id);

  return signals->len;
}

/* T7: danger that is ticked is a signal in the same operation, once, and one undo takes both back. */
static void
test_danger (Ground        *self,
             gconstpointer  data)
{
#define SEEN "family_id=$family|visited_at=2027-03-02T16:10|kind=planned|staff_id=$staff|goal=Узнать, как дела" \
             "|was_home=0|findings=Печь дымит в комнату"
  g_autoptr (GPtrArray) made = NULL;
  DovSignal *signal;
  gint64 visit, operation;

  keep (self, "$quiet", "home_visit", SEEN);
  g_assert_cmpuint (count_signals (self, "visit_id", number_of (self, "$quiet")), ==, 0);
  keep (self, "$seen", "home_visit", SEEN "|danger=1");
  operation = dov_store_get_last_operation (self->club.store);
  visit = number_of (self, "$seen");
  made = read_signals (self, "visit_id", visit);
  g_assert_cmpuint (made->len, ==, 1);
  signal = made->pdata[0];
  g_assert_cmpint (signal->urgency, ==, DOV_SIGNAL_URGENCY_IMMEDIATE);
  g_assert_cmpint (signal->family_id, ==, number_of (self, "$family"));
  g_assert_cmpstr (signal->summary, ==, "Печь дымит в комнату");
  g_assert_cmpint (signal->staff_id, ==, number_of (self, "$staff"));
  g_assert_cmpint (signal->decision, ==, 0);
  g_assert_cmpstr (signal->no, !=, "");

  g_assert_true (dov_store_undo (self->club.store, operation, NULL));
  g_assert_cmpuint (count_signals (self, "visit_id", visit), ==, 0);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_HOME_VISIT, NULL, NULL), ==, 1);

  /* Ticked later, changed again, taken away and ticked once more: it stays one. */
  change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=1", NULL);
  change (self, DOV_TYPE_HOME_VISIT, "$quiet", "goal=Печь", NULL);
  change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=0", NULL);
  change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=1", NULL);
  g_assert_cmpuint (count_signals (self, "visit_id", number_of (self, "$quiet")), ==, 1);
}

/* T7 by load: what brings no signal along gets one, what brings one keeps it. */
static void
test_danger_loaded (Ground        *self,
                    gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *visit = g_strdup_printf (
        "{\"record\":\"home_visit\",\"ref\":\"v\",\"family_id\":\"%s\",\"visited_at\":\"2027-03-0%uT16:10\","
        "\"kind\":\"planned\",\"staff_id\":\"%s\",\"goal\":\"Узнать\",\"was_home\":false,\"danger\":true}\n",
        id_of (self, "$family"), 1 + i, id_of (self, "$staff"));
      g_autofree char *told = g_strdup_printf (
        "%s{\"record\":\"signal\",\"no\":\"41\",\"received_at\":\"2027-03-02T16:20\",\"lounge_id\":\"%s\",\"source\":"
        "\"other\",\"summary\":\"Печь\",\"urgency\":\"immediate\",\"family_id\":\"%s\",\"visit_id\":\"@v\"}\n",
        visit, id_of (self, "$lounge"), id_of (self, "$family"));
      gint64 n_before = dov_store_count (self->club.store, DOV_TYPE_SIGNAL, NULL, NULL);

      load (self, i == 0 ? visit : told, NULL);
      g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_SIGNAL, NULL, NULL), ==, n_before + 1);
    }
}

static DovSignal *
signal_of (Ground     *self,
           const char *name)
{
  return dov_store_look_up (self->club.store, DOV_TYPE_SIGNAL, number_of (self, name));
}

/* What is passed on says so in the signal, in one operation; what was taken up is linked with its family. */
static void
test_signal_steps (Ground        *self,
                   gconstpointer  data)
{
#define NOTICE "notice_no=%s|date=2027-03-02|lounge_id=$lounge|to_id=$kdn|kind=signal|text=Не пришёл|signal_id=$signal"
  g_autofree char *first = g_strdup_printf (NOTICE, "1");
  g_autofree char *second = g_strdup_printf (NOTICE "|family_id=$family", "2");
  g_autoptr (DovSignal) passed = NULL, back = NULL, again = NULL, taken = NULL;
  g_autoptr (DovRecord) family = NULL;
  g_autofree char *response = NULL;
  g_autofree char *none = NULL;

  keep (self, "$school", "organisation", "full_name=МКОУ «Средняя школа»|short_name=Школа|kind=municipal"
                                          "|sector=education");
  keep (self, "$signal", "signal", "no=1|" SIGNAL "|urgency=immediate|subject_text=Шубины");
  back = signal_of (self, "$signal");
  none = dov_signal_dup_response (self->club.store, back);
  g_assert_null (none);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, back, TRUE), ==, 0);
  g_clear_object (&back);

  keep (self, "$notice", "outgoing_notice", first);
  passed = signal_of (self, "$signal");
  g_assert_cmpint (passed->forwarded_to_id, ==, number_of (self, "$kdn"));
  g_assert_nonnull (passed->forwarded_at);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, passed, TRUE), ==, number_of (self, "$notice"));
  response = dov_signal_dup_response (self->club.store, passed);
  g_assert_cmpstr (response, ==, "first act after 1 day");

  g_assert_true (dov_store_undo (self->club.store, dov_store_get_last_operation (self->club.store), NULL));
  back = signal_of (self, "$signal");
  g_assert_cmpint (back->forwarded_to_id, ==, 0);

  /* What somebody wrote there stays. */
  change (self, DOV_TYPE_SIGNAL, "$signal", "forwarded_to_id=$school|forwarded_at=2027-03-01T11:00", NULL);
  keep (self, "$notice", "outgoing_notice", second);
  again = signal_of (self, "$signal");
  g_assert_cmpint (again->forwarded_to_id, ==, number_of (self, "$school"));
  change (self, DOV_TYPE_OUTGOING_NOTICE, "$notice", "answered_on=2027-03-03|answer=Выехали", NULL);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, again, TRUE), ==, 0);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, again, FALSE), ==, number_of (self, "$notice"));

  family = dov_signal_begin_family (self->club.store, again);
  g_assert_cmpstr (DOV_FAMILY (family)->family_name, ==, "Шубины");
  g_assert_cmpint (DOV_FAMILY (family)->lounge_id, ==, number_of (self, "$lounge"));
  g_assert_true (dov_signal_take_up (self->club.store, number_of (self, "$signal"), number_of (self, "$family"), NULL));
  taken = signal_of (self, "$signal");
  g_assert_cmpint (taken->decision, ==, DOV_SIGNAL_DECISION_OPENED_CASE);
  g_assert_cmpint (taken->family_id, ==, number_of (self, "$family"));
}

/* An answer is the end of the paper that it answers; its undo opens the paper again. */
static void
test_answer (Ground        *self,
             gconstpointer  data)
{
#define ANSWER "notice_no=9|date=2027-03-04|lounge_id=$lounge|to_id=$kdn|kind=answer|text=Приняли|incoming_id=$paper"
  g_autoptr (DovIncomingPaper) done = NULL, back = NULL;

  keep (self, "$paper", "incoming_paper", "no=1|date=2027-03-01|lounge_id=$lounge|from_id=$kdn|kind=request|gist=Справка");
  keep (self, "$answer", "outgoing_notice", ANSWER);
  done = dov_store_look_up (self->club.store, DOV_TYPE_INCOMING_PAPER, number_of (self, "$paper"));
  g_assert_nonnull (done->done_on);
  g_assert_cmpint (g_date_get_day (done->done_on), ==, 4);
  g_assert_true (dov_store_undo (self->club.store, dov_store_get_last_operation (self->club.store), NULL));
  back = dov_store_look_up (self->club.store, DOV_TYPE_INCOMING_PAPER, number_of (self, "$paper"));
  g_assert_null (back->done_on);
}

/* The clock of a signal: what it says before and after its term, and the decision afterwards. */
static void
test_clock (Ground        *self,
            gconstpointer  data)
{
  static const struct { const char *fields; DovSignalClock clock; const char *words; } cases[] = {
    { "received_at=2027-03-05T11:14|urgency=immediate", DOV_SIGNAL_CLOCK_DANGER, "46 min, at once" },
    { "received_at=2027-03-05T09:00|urgency=immediate|forwarded_to_id=$kdn", DOV_SIGNAL_CLOCK_DANGER, "3 h, passed on" },
    { "received_at=2027-03-01T11:00|urgency=within_3_days", DOV_SIGNAL_CLOCK_LATE, "1 day late" },
    { "received_at=2027-03-02T17:00|urgency=within_3_days", DOV_SIGNAL_CLOCK_NEAR, "5 h left" },
    { "received_at=2027-03-04T11:00|urgency=within_3_days", DOV_SIGNAL_CLOCK_RUNS, "to 7 March" },
    { "received_at=2027-03-04T11:00|urgency=planned", DOV_SIGNAL_CLOCK_RUNS, "to 4 April" },
    { "received_at=2027-01-04T11:00|urgency=planned", DOV_SIGNAL_CLOCK_LATE, "29 days late" },
    { "received_at=2027-01-04T11:00|urgency=immediate|decision=opened_case", DOV_SIGNAL_CLOCK_DECIDED,
      "taken up as a case" },
    { "urgency=planned", DOV_SIGNAL_CLOCK_RUNS, "" },
  };
  g_autoptr (GDateTime) noon = g_date_time_new_local (2027, 3, 5, 12, 0, 0);

  dov_clock_set (noon);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) record = new_record (self, "signal", cases[i].fields);
      g_autofree char *words = dov_signal_clock_dup_words (DOV_SIGNAL (record));

      g_test_message ("%s", cases[i].fields);
      g_assert_cmpint (dov_signal_clock_find (DOV_SIGNAL (record)), ==, cases[i].clock);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The same rules meet what is loaded. */
static void
test_load (Ground        *self,
           gconstpointer  data)
{
  g_autofree char *line = g_strdup_printf (
    "{\"record\":\"signal\",\"no\":\"1\",\"received_at\":\"2027-03-01T10:20\",\"lounge_id\":\"%s\",\"source\":\"police\","
    "\"summary\":\"Крик\",\"urgency\":\"immediate\",\"family_id\":\"%s\",\"decision\":\"advice\","
    "\"decided_on\":\"2027-03-02\"}\n", id_of (self, "$lounge"), id_of (self, "$family"));

  load (self, line, "T7");
}

static void
set_up (Ground        *self,
        gconstpointer  data)
{
  Club *club = &self->club;

  club_open (club);
  dov_rules_install (club->store);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  name_id (self, "$lounge", club->lounge);
  name_id (self, "$staff", club->manager);
  name_id (self, "$kdn", club->organisation);
  keep (self, "$family", "family", "family_name=Шубины|case_no=3-2027/014|lounge_id=$lounge|address=с. Слудка"
                                   "|structure=single_mother|case_status=identified");
}

static void
tear_down (Ground        *self,
           gconstpointer  data)
{
  club_close (&self->club);
  g_hash_table_unref (self->ids);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Ground *self, gconstpointer data);
  } tests[] = {
    { "/rules/T7/signal", test_signal },
    { "/rules/T7/danger", test_danger },
    { "/rules/T7/danger-loaded", test_danger_loaded },
    { "/rules/T7/load", test_load },
    { "/rules/signal/clock", test_clock },
    { "/rules/signal/steps", test_signal_steps },
    { "/rules/incoming/answer", test_answer },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
