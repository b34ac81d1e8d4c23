/* test-rules-signal.c - signals by number: T7 by form, load and undo; the clock, what is passed on, taken up, answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-case-begin.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-outgoing-notice.h"
#include "dov-signal-clock.h"
#include "dov-signal-steps.h"
#include "dov-signal.h"
#include "verdict.h"

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
    ground_save (self, "signal", cases[i].fields, cases[i].rule);

  draft = ground_new (self, "signal", "lounge_id=$lounge");
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

  ground_keep (self, "$quiet", "home_visit", SEEN);
  g_assert_cmpuint (count_signals (self, "visit_id", ground_number (self, "$quiet")), ==, 0);
  ground_keep (self, "$seen", "home_visit", SEEN "|danger=1");
  operation = dov_store_get_last_operation (self->club.store);
  visit = ground_number (self, "$seen");
  made = read_signals (self, "visit_id", visit);
  g_assert_cmpuint (made->len, ==, 1);
  signal = made->pdata[0];
  g_assert_cmpint (signal->urgency, ==, DOV_SIGNAL_URGENCY_IMMEDIATE);
  g_assert_cmpint (signal->family_id, ==, ground_number (self, "$family"));
  g_assert_cmpstr (signal->summary, ==, "Печь дымит в комнату");
  g_assert_cmpint (signal->staff_id, ==, ground_number (self, "$staff"));
  g_assert_cmpint (signal->decision, ==, 0);
  g_assert_cmpstr (signal->no, !=, "");

  g_assert_true (dov_store_undo (self->club.store, operation, NULL));
  g_assert_cmpuint (count_signals (self, "visit_id", visit), ==, 0);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_HOME_VISIT, NULL, NULL), ==, 1);

  /* Ticked later, changed again, taken away and ticked once more: it stays one. */
  ground_change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=1", NULL);
  ground_change (self, DOV_TYPE_HOME_VISIT, "$quiet", "goal=Печь", NULL);
  ground_change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=0", NULL);
  ground_change (self, DOV_TYPE_HOME_VISIT, "$quiet", "danger=1", NULL);
  g_assert_cmpuint (count_signals (self, "visit_id", ground_number (self, "$quiet")), ==, 1);
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
        ground_id (self, "$family"), 1 + i, ground_id (self, "$staff"));
      g_autofree char *told = g_strdup_printf (
        "%s{\"record\":\"signal\",\"no\":\"41\",\"received_at\":\"2027-03-02T16:20\",\"lounge_id\":\"%s\",\"source\":"
        "\"other\",\"summary\":\"Печь\",\"urgency\":\"immediate\",\"family_id\":\"%s\",\"visit_id\":\"@v\"}\n",
        visit, ground_id (self, "$lounge"), ground_id (self, "$family"));
      gint64 n_before = dov_store_count (self->club.store, DOV_TYPE_SIGNAL, NULL, NULL);

      ground_load (self, i == 0 ? visit : told, NULL);
      g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_SIGNAL, NULL, NULL), ==, n_before + 1);
    }
}

static DovSignal *
signal_of (Ground     *self,
           const char *name)
{
  return dov_store_look_up (self->club.store, DOV_TYPE_SIGNAL, ground_number (self, name));
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

  ground_keep (self, "$school", "organisation", "full_name=МКОУ «Средняя школа»|short_name=Школа|kind=municipal"
                                                 "|sector=education");
  ground_keep (self, "$signal", "signal", "no=1|" SIGNAL "|urgency=immediate|subject_text=Шубины");
  back = signal_of (self, "$signal");
  none = dov_signal_dup_response (self->club.store, back);
  g_assert_null (none);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, back, TRUE), ==, 0);
  g_clear_object (&back);

  ground_keep (self, "$notice", "outgoing_notice", first);
  passed = signal_of (self, "$signal");
  g_assert_cmpint (passed->forwarded_to_id, ==, ground_number (self, "$kdn"));
  g_assert_nonnull (passed->forwarded_at);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, passed, TRUE), ==, ground_number (self, "$notice"));
  response = dov_signal_dup_response (self->club.store, passed);
  g_assert_cmpstr (response, ==, "first act after 1 day");

  g_assert_true (dov_store_undo (self->club.store, dov_store_get_last_operation (self->club.store), NULL));
  back = signal_of (self, "$signal");
  g_assert_cmpint (back->forwarded_to_id, ==, 0);

  /* What somebody wrote there stays. */
  ground_change (self, DOV_TYPE_SIGNAL, "$signal", "forwarded_to_id=$school|forwarded_at=2027-03-01T11:00", NULL);
  ground_keep (self, "$notice", "outgoing_notice", second);
  again = signal_of (self, "$signal");
  g_assert_cmpint (again->forwarded_to_id, ==, ground_number (self, "$school"));
  ground_change (self, DOV_TYPE_OUTGOING_NOTICE, "$notice", "answered_on=2027-03-03|answer=Выехали", NULL);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, again, TRUE), ==, 0);
  g_assert_cmpint (dov_signal_find_notice (self->club.store, again, FALSE), ==, ground_number (self, "$notice"));

  family = dov_signal_begin_family (self->club.store, again);
  g_assert_cmpstr (DOV_FAMILY (family)->family_name, ==, "Шубины");
  g_assert_cmpint (DOV_FAMILY (family)->lounge_id, ==, ground_number (self, "$lounge"));
  /* Who was only found is on support since no day, and counts in no figure of it. */
  g_assert_null (DOV_FAMILY (family)->opened_on);
  club_fill (family, "case_no", "3-2027/015", "structure", "full", "address", "с. Слудка", NULL);
  verdict_save (&self->club, family, NULL);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM support_period WHERE family_id = ?1", "(x)",
                                         dov_record_get_id (family)), ==, 0);
  g_assert_true (dov_signal_take_up (self->club.store, ground_number (self, "$signal"), ground_number (self, "$family"), NULL));
  taken = signal_of (self, "$signal");
  g_assert_cmpint (taken->decision, ==, DOV_SIGNAL_DECISION_OPENED_CASE);
  g_assert_cmpint (taken->family_id, ==, ground_number (self, "$family"));
}

/* An answer is the end of the paper that it answers; its undo opens the paper again. */
static void
test_answer (Ground        *self,
             gconstpointer  data)
{
#define ANSWER "notice_no=9|date=2027-03-04|lounge_id=$lounge|to_id=$kdn|kind=answer|text=Приняли|incoming_id=$paper"
  g_autoptr (DovIncomingPaper) done = NULL, back = NULL;

  ground_keep (self, "$paper", "incoming_paper", "no=1|date=2027-03-01|lounge_id=$lounge|from_id=$kdn|kind=request|gist=Справка");
  ground_keep (self, "$answer", "outgoing_notice", ANSWER);
  done = dov_store_look_up (self->club.store, DOV_TYPE_INCOMING_PAPER, ground_number (self, "$paper"));
  g_assert_nonnull (done->done_on);
  g_assert_cmpint (g_date_get_day (done->done_on), ==, 4);
  g_assert_true (dov_store_undo (self->club.store, dov_store_get_last_operation (self->club.store), NULL));
  back = dov_store_look_up (self->club.store, DOV_TYPE_INCOMING_PAPER, ground_number (self, "$paper"));
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
      g_autoptr (DovRecord) record = ground_new (self, "signal", cases[i].fields);
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
    "\"decided_on\":\"2027-03-02\"}\n", ground_id (self, "$lounge"), ground_id (self, "$family"));

  ground_load (self, line, "T7");
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
    g_test_add (tests[i].path, Ground, NULL, ground_open, tests[i].test, ground_close);

  return g_test_run ();
}
