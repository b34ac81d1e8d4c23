/* test-rules-finding.c - T3, T5, T7, T9, T10, N4, N5, V8: a child is never left or handed to nobody; numbers of notices */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-curfew-rule.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-finding-alerts.h"
#include "dov-finding-names.h"
#include "dov-handover.h"
#include "dov-lounge.h"
#include "dov-outgoing-draft.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-shift-member.h"
#include "dov-signal.h"
#include "patrols.h"
#include "verdict.h"

#include <string.h>

typedef struct
{
  Club    club;
  Patrol  patrol;
  gint64  shift;
  char   *shift_id;
  char   *leader_id;
} Walk;

/* A walk that is over, in the night of 1 March 2027. */
static void
walk_open (Walk *walk)
{
  club_open (&walk->club);
  dov_rules_install (walk->club.store);
  patrol_make (&walk->club, &walk->patrol, "Слудский");
  walk->shift = patrol_add_shift (&walk->club, &walk->patrol, "2027-03-01T20:00", "2027-03-02T01:00",
                                  walk->patrol.members[0], walk->patrol.members[2]);
  patrol_mark_done (&walk->club, walk->shift);
  walk->shift_id = patrol_write_id (walk->shift);
  walk->leader_id = patrol_write_id (walk->patrol.members[0]);
}

static void
walk_close (Walk *walk)
{
  g_clear_pointer (&walk->shift_id, g_free);
  g_clear_pointer (&walk->leader_id, g_free);
  club_close (&walk->club);
}

static DovRecord *
new_finding (Walk       *walk,
             const char *kind,
             const char *found_at)
{
  return club_new (&walk->club, DOV_TYPE_PATROL_FINDING, "shift_id", walk->shift_id, "kind_id", kind,
                   "found_at", found_at, "place_kind", "stop", "place", "остановка у клуба", "measures", "talk",
                   "described_as", "мальчик в синей куртке", NULL);
}

static DovRecord *
new_handover (Walk       *walk,
              const char *recipient_kind,
              const char *recipient_name)
{
  return club_new (&walk->club, DOV_TYPE_HANDOVER, "handed_at", "2027-03-01T22:50", "place", "у клуба",
                   "child_name", "Примеров Илья", "recipient_kind", recipient_kind, "recipient_name", recipient_name,
                   "handed_by_id", walk->leader_id, "is_signed", "1", NULL);
}

static char *
add_handover (Walk       *walk,
              const char *recipient_kind)
{
  g_autoptr (DovRecord) handover = new_handover (walk, recipient_kind, "Примерова Анна");

  club_fill (handover, "recipient_position", "капитан полиции", "recipient_document", "КИР 000001", NULL);

  return patrol_write_id (club_save (&walk->club, handover));
}

/* T3: a child at night is found at night, and is young enough. */
static void
test_curfew (void)
{
  static const struct
  {
    const char *found_at;
    const char *age_known;
    const char *age_apparent;
    const char *expected;
  } cases[] = {
    { "2027-03-01T22:00", "15", "", NULL }, { "2027-03-01T21:59", "15", "", "T3" },
    { "2027-03-02T00:30", "15", "", NULL }, { "2027-03-01T22:30", "16", "", "T3" },
    { "2027-03-01T22:30", "16", "13", "T3" }, { "2027-03-01T22:30", "", "13", NULL },
    { "2027-03-01T22:30", "", "17", "T3" }, { "2027-03-01T22:30", "", "", "T3" },
    { "2027-03-01T22:30", "130", "", "V2" },
  };
  Walk walk;

  walk_open (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) finding = new_finding (&walk, "701", cases[i].found_at);
      g_autofree char *handover = add_handover (&walk, "parent");
      g_autoptr (DovRecord) handed = dov_store_find (walk.club.store, DOV_TYPE_HANDOVER,
                                                     g_ascii_strtoll (handover, NULL, 10), NULL);

      g_test_message ("case %u", i);
      verdict_change (&walk.club, DOV_TYPE_HANDOVER, dov_record_get_id (handed), "handed_at", "2027-03-02T00:50", NULL);
      club_fill (finding, "age_known", cases[i].age_known, "age_apparent", cases[i].age_apparent,
                 "outcome", "home", "handover_id", handover, "parents_notified_at", "2027-03-02T00:40", NULL);
      verdict_save (&walk.club, finding, cases[i].expected);
    }
  walk_close (&walk);
}

/* T5, N4, N5: each outcome with each recipient. */
static void
test_recipients (void)
{
  static const char *const outcomes[] = { "home", "police", "medical", "srcn", "left_self", "adults_talked", "no_child" };
  static const char *const recipients[] = { "", "parent", "guardian", "police", "srcn", "medical", "kdn" };
  static const char *const fits[] = { "parent guardian", "police", "medical", "srcn kdn", "", "", "" };
  Walk walk;
  guint n_passed = 0;

  walk_open (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (recipients); k++)
      {
        g_autoptr (DovRecord) finding = new_finding (&walk, "704", "2027-03-01T21:30");
        g_autofree char *handover = *recipients[k] != '\0' ? add_handover (&walk, recipients[k]) : NULL;
        gboolean needs = i < 4, fitting = handover != NULL && strstr (fits[i], recipients[k]) != NULL;
        const char *expected = NULL;

        g_test_message ("%s, %s", outcomes[i], recipients[k]);
        club_fill (finding, "age_known", "16", "outcome", outcomes[i], "handover_id", handover != NULL ? handover : "",
                   NULL);
        if (g_str_equal (outcomes[i], "no_child"))
          club_fill (finding, "described_as", "", NULL);
        if (needs && !fitting)
          expected = g_str_equal (outcomes[i], "home") ? "N5" : "T5";
        else if (!needs && handover != NULL)
          expected = "T5";
        verdict_save (&walk.club, finding, expected);
        n_passed += expected == NULL;
      }
  g_assert_cmpuint (n_passed, ==, 2 + 1 + 1 + 2 + 3);
  walk_close (&walk);
}

/* N4: nobody unnamed takes a child. */
static void
test_named (void)
{
  static const struct
  {
    const char *kind;
    const char *name;
    const char *position;
    const char *document;
    const char *expected;
  } cases[] = {
    { "parent", "", "", "", "-" }, { "parent", "мама", "", "", "N4" }, { "parent", "Примерова", "", "", "N4" },
    { "parent", "Примерова Анна", "", "", NULL }, { "parent", "Примерова А.И.", "", "", NULL },
    { "parent", "Primerova Anna", "", "", "V1" }, { "parent", "—", "", "", "V1" }, { "parent", "А Б", "", "", "N4" },
    { "police", "Служивый Пётр", "", "КИР 000001", "N4" }, { "police", "Служивый Пётр", "капитан", "", "N4" },
    { "police", "Служивый Пётр", "капитан", "КИР 000001", NULL }, { "", "Примерова Анна", "", "", "-" },
  };
  Walk walk;
  g_autoptr (DovRecord) nameless = NULL, late = NULL;

  walk_open (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) handover = new_handover (&walk, cases[i].kind, cases[i].name);

      g_test_message ("case %u", i);
      club_fill (handover, "recipient_position", cases[i].position, "recipient_document", cases[i].document, NULL);
      verdict_save (&walk.club, handover, cases[i].expected);
    }
  nameless = new_handover (&walk, "parent", "Примерова Анна");
  club_fill (nameless, "child_name", "", NULL);
  verdict_save (&walk.club, nameless, "N4");
  late = new_handover (&walk, "parent", "Примерова Анна");
  club_fill (late, "handed_at", "2027-03-05T23:00", NULL);
  verdict_save (&walk.club, late, "V5");
  walk_close (&walk);
}

/* T5 on every path: what stands is not taken from under it. */
static void
test_paths (void)
{
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, other = NULL, bare = NULL, let_go = NULL, told = NULL;
  g_autofree char *handover = NULL, *person = NULL, *second = NULL;
  gint64 id = 0, handover_id = 0, operation = 0;

  walk_open (&walk);
  finding = new_finding (&walk, "701", "2027-03-01T22:30");
  club_fill (finding, "age_known", "13", NULL);
  verdict_save (&walk.club, finding, "T6");
  club_fill (finding, "outcome", "home", NULL);
  verdict_save (&walk.club, finding, "N5");
  handover = add_handover (&walk, "parent");
  handover_id = g_ascii_strtoll (handover, NULL, 10);
  club_fill (finding, "handover_id", handover, NULL);
  verdict_save (&walk.club, finding, "T5");
  club_fill (finding, "parents_reason", "телефон не отвечал, мать пришла сама", NULL);
  verdict_save (&walk.club, finding, NULL);
  operation = dov_store_get_last_operation (walk.club.store);
  id = dov_record_get_id (finding);

  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "outcome", "", "T6");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "outcome", "left_self", "T5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "outcome", "adults_talked", "T5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "outcome", "police", "T5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "handover_id", "", "N5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "parents_reason", "", "T5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "found_at", "2027-03-01T22:55", "V5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "found_at", "2027-03-01T21:55", "T3");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "parents_notified_at", "2027-03-01T22:20", "V5");
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, id, "measures", "talk,none", "-");
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, handover_id, "recipient_kind", "medical", "N5");
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, handover_id, "recipient_kind", "guardian", NULL);
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, handover_id, "handed_at", "2027-03-01T22:29", "V5");
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, handover_id, "recipient_name", "", "-");
  verdict_remove (&walk.club, DOV_TYPE_HANDOVER, handover_id, "-");

  /* One handover is of one child. */
  other = new_finding (&walk, "701", "2027-03-01T22:31");
  club_fill (other, "age_known", "12", "outcome", "home", "handover_id", handover, "parents_reason", "нет телефона", NULL);
  verdict_save (&walk.club, other, "N4");
  verdict_undo (&walk.club, operation, NULL);
  verdict_save (&walk.club, other, NULL);
  verdict_restore (&walk.club, DOV_TYPE_PATROL_FINDING, id, "N4");

  /* At night a child under 16, or of an age nobody knows, is not let go alone. */
  bare = new_finding (&walk, "704", "2027-03-01T23:10");
  club_fill (bare, "outcome", "left_self", NULL);
  verdict_save (&walk.club, bare, "T5");
  club_fill (bare, "age_apparent", "15", NULL);
  verdict_save (&walk.club, bare, "T5");
  club_fill (bare, "age_apparent", "16", NULL);
  verdict_save (&walk.club, bare, NULL);
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (bare), "age_known", "15", "T5");

  /* Another date of birth is asked about, and the law that was is kept. */
  person = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Примеров", "first_name", "Олег",
                                      "no_patronymic", "1", "birth_date", "2011-01-01", NULL));
  let_go = new_finding (&walk, "704", "2027-03-01T23:20");
  club_fill (let_go, "person_id", person, "described_as", "", "outcome", "left_self", NULL);
  verdict_save (&walk.club, let_go, NULL);
  verdict_change (&walk.club, DOV_TYPE_PERSON, g_ascii_strtoll (person, NULL, 10), "birth_date", "2011-05-01", "T5?");
  verdict_change (&walk.club, DOV_TYPE_CURFEW_RULE, 31, "night_start", "23:00", "T4");
  verdict_change (&walk.club, DOV_TYPE_CURFEW_RULE, 31, "age_limit", "12", "T4");
  verdict_change (&walk.club, DOV_TYPE_CURFEW_RULE, 31, "until", "2027-03-01", NULL);
  verdict_remove (&walk.club, DOV_TYPE_CURFEW_RULE, 31, "T4");
  verdict_remove (&walk.club, DOV_TYPE_CURFEW_RULE, 32, NULL);

  /* Nobody of the shift was there then; the shift was called off. */
  told = new_finding (&walk, "704", "2027-03-02T01:30");
  club_fill (told, "age_known", "17", "outcome", "left_self", NULL);
  verdict_save (&walk.club, told, "T6?");
  second = patrol_write_id (patrol_add_shift (&walk.club, &walk.patrol, "2027-03-03T20:00", "2027-03-03T22:00",
                                              walk.patrol.members[0], walk.patrol.members[2]));
  club_change (&walk.club, DOV_TYPE_PATROL_SHIFT, g_ascii_strtoll (second, NULL, 10), "status_reason", "метель");
  club_change (&walk.club, DOV_TYPE_PATROL_SHIFT, g_ascii_strtoll (second, NULL, 10), "status", "cancelled");
  club_fill (told, "found_at", "2027-03-03T21:00", "shift_id", second, NULL);
  verdict_save (&walk.club, told, "T6");
  walk_close (&walk);
}

/* T7: what is a danger is marked so, and somebody is called first. */
static void
test_danger (void)
{
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, ice = NULL;

  walk_open (&walk);
  finding = new_finding (&walk, "707", "2027-03-01T21:10");
  club_fill (finding, "age_known", "16", "outcome", "left_self", NULL);
  verdict_save (&walk.club, finding, "T7?");
  club_fill (finding, "called_at", "2027-03-01T21:09", NULL);
  verdict_save (&walk.club, finding, "V5");
  club_fill (finding, "called_at", "2027-03-01T21:11", NULL);
  g_assert_cmpint (dov_store_count (walk.club.store, dov_signal_get_type (), NULL, NULL), ==, 0);
  verdict_save (&walk.club, finding, NULL);
  g_assert_true (DOV_PATROL_FINDING (finding)->danger);
  /* It is a signal as well, in the same operation, and one however often it is saved. */
  club_fill (finding, "note", "у клуба", NULL);
  verdict_save (&walk.club, finding, NULL);
  g_assert_cmpint (dov_store_count (walk.club.store, dov_signal_get_type (), &(DovQuery) {
    .where = "finding_id = ?1 AND urgency = 'immediate' AND source = 'patrol' AND decision IS NULL",
    .params = g_variant_new ("(x)", dov_record_get_id (finding)) }, NULL), ==, 1);
  ice = new_finding (&walk, "708", "2027-03-01T21:40");
  club_fill (ice, "age_known", "16", "outcome", "left_self", "danger", "1", NULL);
  verdict_save (&walk.club, ice, "T7?");
  club_fill (ice, "measures", "talk,police", NULL);
  verdict_save (&walk.club, ice, NULL);
  walk_close (&walk);
}

/* V8 */
static void
test_numbers (void)
{
  Walk walk;
  g_autofree char *lounge = NULL, *organisation = NULL, *proposed = NULL, *other_lounge = NULL, *manager = NULL;
  g_autofree char *next = NULL, *of_year = NULL;
  g_autoptr (DovRecord) first = NULL, second = NULL;
  GDate today = dov_today (), next_year = dov_today ();
  gint64 id = 0;

  walk_open (&walk);
  lounge = patrol_write_id (walk.club.lounge);
  organisation = patrol_write_id (walk.club.organisation);
  manager = patrol_write_id (walk.club.manager);
  proposed = dov_notice_number_propose (walk.club.store, walk.club.lounge, &today);
  g_assert_cmpstr (proposed, ==, "1");
  first = club_new (&walk.club, DOV_TYPE_OUTGOING_NOTICE, "notice_no", "7", "date", "2027-03-02", "lounge_id", lounge,
                    "to_id", organisation, "kind", "finding", "text", "Выявлен ребёнок.", NULL);
  verdict_save (&walk.club, first, NULL);
  id = dov_record_get_id (first);
  next = dov_notice_number_propose (walk.club.store, walk.club.lounge, &today);
  g_assert_cmpstr (next, ==, "8");
  g_date_add_years (&next_year, 1);
  of_year = dov_notice_number_propose (walk.club.store, walk.club.lounge, &next_year);
  g_assert_cmpstr (of_year, ==, "1");

  second = club_new (&walk.club, DOV_TYPE_OUTGOING_NOTICE, "notice_no", " 7 ", "date", "2027-03-04", "lounge_id", lounge,
                     "to_id", organisation, "kind", "request", "text", "Просим.", NULL);
  verdict_save (&walk.club, second, "V8");
  verdict_remove (&walk.club, DOV_TYPE_OUTGOING_NOTICE, id, NULL);
  verdict_save (&walk.club, second, "V8");
  club_fill (second, "date", "2026-12-30", NULL);
  verdict_save (&walk.club, second, NULL);
  verdict_change (&walk.club, DOV_TYPE_OUTGOING_NOTICE, dov_record_get_id (second), "date", "2027-01-02", "V8");
  other_lounge = patrol_write_id (club_add (&walk.club, DOV_TYPE_LOUNGE, "name", "Вторая", "settlement_id", "15",
                                            "host_institution_id", organisation, "address", "с. Новый Бурец",
                                            "opened_on", "2020-01-09", "manager_id", manager, NULL));
  club_add (&walk.club, DOV_TYPE_OUTGOING_NOTICE, "notice_no", "7", "date", "2027-03-04", "lounge_id", other_lounge,
            "to_id", organisation, "kind", "request", "text", "Просим.", NULL);
  verdict_change (&walk.club, DOV_TYPE_OUTGOING_NOTICE, dov_record_get_id (second), "delivered_on", "2026-12-01", "V5");
  verdict_change (&walk.club, DOV_TYPE_OUTGOING_NOTICE, dov_record_get_id (second), "answer", "Приняты меры", "-");
  walk_close (&walk);
}

static gint64
count_sql (Walk       *walk,
           const char *sql)
{
  return dov_database_count (dov_store_get_database (walk->club.store), sql, NULL);
}

static GDate
day_of (const char *text)
{
  g_autoptr (GDate) date = NULL;

  g_assert_true (dov_date_from_iso (text, &date));

  return *date;
}

/* N14: a notice about a finding says facts only, and waits to be read over. */
static void
test_notice_about (void)
{
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, draft = NULL;
  DovOutgoingNotice *notice;

  walk_open (&walk);
  finding = new_finding (&walk, "704", "2027-03-01T21:00");
  club_fill (finding, "age_known", "16", "with_whom", "с двумя друзьями", "outcome", "left_self",
             "parents_notified_at", "2027-03-01T21:10", NULL);
  verdict_save (&walk.club, finding, NULL);

  draft = dov_outgoing_draft_about (walk.club.store, DOV_PATROL_FINDING (finding));
  dov_outgoing_draft_fill_in (walk.club.store, draft);
  notice = DOV_OUTGOING_NOTICE (draft);
  g_assert_cmpint (notice->kind, ==, DOV_OUTGOING_NOTICE_KIND_FINDING);
  g_assert_cmpint (notice->finding_id, ==, dov_record_get_id (finding));
  g_assert_cmpint (notice->lounge_id, ==, walk.club.lounge);
  g_assert_cmpstr (notice->notice_no, ==, "1");
  g_assert_nonnull (strstr (notice->text, "01.03.2027"));
  g_assert_nonnull (strstr (notice->text, "21:00, остановка у клуба"));
  g_assert_nonnull (strstr (notice->text, "мальчик в синей куртке"));
  g_assert_nonnull (strstr (notice->text, "с двумя друзьями"));
  g_assert_nonnull (strstr (notice->measures, "21:10"));
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM outgoing_notice"), ==, 0);
  walk_close (&walk);
}

/* T9: after thirty days the name goes, from the record, the log and the drafts; what is counted stays. */
static void
test_names (void)
{
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, kept = NULL, of_family = NULL, draft = NULL, stored = NULL, handover = NULL;
  g_autoptr (GArray) none = NULL, due = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL, *family = NULL, *handed = NULL, *described = NULL, *taken_by = NULL, *age = NULL;
  GDate before = day_of ("2027-03-30"), on = day_of ("2027-03-31");
  gint64 changed = 0, number = 0;

  walk_open (&walk);
  person = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Тайный", "first_name", "Илья",
                                      "no_patronymic", "1", "birth_date", "2013-06-01", NULL));
  handed = add_handover (&walk, "parent");
  club_change (&walk.club, DOV_TYPE_HANDOVER, g_ascii_strtoll (handed, NULL, 10), "child_name", "Тайный Илья");
  finding = new_finding (&walk, "701", "2027-03-01T22:30");
  club_fill (finding, "person_id", person, "described_as", "Тайный Илья", "with_whom", "с Тайной Олей", "outcome", "home",
             "handover_id", handed, "parents_notified_at", "2027-03-01T22:35", "note", "улица Тайная", NULL);
  verdict_save (&walk.club, finding, NULL);
  verdict_change (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (finding), "described_as", "Тайный Илюша", NULL);
  changed = dov_store_get_last_operation (walk.club.store);
  draft = dov_record_dup (finding);
  g_assert_true (dov_store_keep_draft (walk.club.store, draft, "Тайный", &number, &error));

  kept = new_finding (&walk, "704", "2027-03-01T21:00");
  club_fill (kept, "age_known", "16", "outcome", "left_self", "keep_basis", "запрос КДН от 05.03.2027 № 4", NULL);
  verdict_save (&walk.club, kept, NULL);
  family = patrol_write_id (club_add_family (&walk.club, "Примеровы"));
  of_family = new_finding (&walk, "704", "2027-03-01T21:05");
  club_fill (of_family, "age_known", "16", "outcome", "left_self", "family_id", family, NULL);
  verdict_save (&walk.club, of_family, NULL);

  none = dov_finding_names_list_due (walk.club.store, &before);
  g_assert_cmpuint (none->len, ==, 0);
  due = dov_finding_names_list_due (walk.club.store, &on);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (g_array_index (due, DovNameDue, 0).id, ==, dov_record_get_id (finding));
  g_assert_true (dov_finding_names_take_out (walk.club.store, due, &error));
  g_assert_no_error (error);

  described = club_read (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (finding), "described_as");
  g_assert_cmpstr (described, ==, "Н., 13 лет");
  age = club_read (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (finding), "age_known");
  g_assert_cmpstr (age, ==, "13");
  taken_by = club_read (&walk.club, DOV_TYPE_HANDOVER, g_ascii_strtoll (handed, NULL, 10), "recipient_name");
  g_assert_cmpstr (taken_by, ==, "Законный представитель");
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM audit WHERE was LIKE '%Тайн%' OR became LIKE '%Тайн%'"
                                     " OR was LIKE '%Пример%' OR became LIKE '%Пример%'"), ==, 0);
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM draft"), ==, 0);
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM draft_field"), ==, 0);
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM patrol_finding WHERE person_id IS NULL AND note IS NULL"
                                     " AND with_whom IS NULL AND outcome = 'home'"), ==, 1);

  /* The lines of the log stay, blotted; nothing brings the name back. */
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM audit WHERE field = 'described_as'"), ==, 2);
  verdict_undo (&walk.club, dov_store_get_last_operation (walk.club.store), "-");
  verdict_undo (&walk.club, changed, "-");
  again = dov_finding_names_list_due (walk.club.store, &on);
  g_assert_cmpuint (again->len, ==, 0);
  walk_close (&walk);
}

static guint
count_same (Walk   *walk,
            gint64  id)
{
  g_autoptr (DovRecord) finding = dov_store_find (walk->club.store, DOV_TYPE_PATROL_FINDING, id, NULL);
  g_autoptr (GArray) same = dov_findings_list_same (walk->club.store, DOV_PATROL_FINDING (finding));

  g_assert_false (dov_findings_are_told (walk->club.store, same));

  return same->len;
}

/* T10: three of the same child in 90 days, by the card or by the same name; never more than a suggestion. */
static void
test_repeated (void)
{
  static const struct
  {
    const char *found_at;
    gboolean    has_card;
    const char *described_as;
  } findings[] = {
    { "2026-11-30T20:30", TRUE, "" }, { "2026-12-06T20:30", TRUE, "" }, { "2027-01-10T20:30", TRUE, "" },
    { "2027-03-01T20:30", TRUE, "" }, { "2027-02-01T20:30", FALSE, "Ёлкин Пётр" },
    { "2027-02-02T20:30", FALSE, "елкин  петр" }, { "2027-02-03T20:30", FALSE, "Елкин Пётр" },
    { "2027-02-04T20:30", FALSE, "мальчик" }, { "2027-02-05T20:30", FALSE, "мальчик" },
    { "2027-02-06T20:30", FALSE, "мальчик" },
  };
  Walk walk;
  g_autofree char *person = NULL;
  gint64 ids[G_N_ELEMENTS (findings)];

  walk_open (&walk);
  person = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Частый", "first_name", "Ян",
                                      "no_patronymic", "1", "birth_date", "2011-01-01", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autoptr (DovRecord) finding = new_finding (&walk, "704", findings[i].found_at);

      club_fill (finding, "person_id", findings[i].has_card ? person : "", "described_as", findings[i].described_as,
                 "age_known", "16", "outcome", "left_self", NULL);
      dov_store_accept (walk.club.store, "T6", "внесено по журналу");
      ids[i] = club_save (&walk.club, finding);
    }
  /* The oldest of the card is 91 days back; words that are no name are nobody. */
  g_assert_cmpuint (count_same (&walk, ids[0]), ==, 1);
  g_assert_cmpuint (count_same (&walk, ids[2]), ==, 3);
  g_assert_cmpuint (count_same (&walk, ids[3]), ==, 3);
  g_assert_cmpuint (count_same (&walk, ids[5]), ==, 2);
  g_assert_cmpuint (count_same (&walk, ids[6]), ==, 3);
  g_assert_cmpuint (count_same (&walk, ids[9]), ==, 0);
  g_assert_cmpint (count_sql (&walk, "SELECT count(*) FROM outgoing_notice"), ==, 0);
  walk_close (&walk);
}

/* The curator hears the next day. */
static void
test_curators (void)
{
  Walk walk;
  g_autofree char *family = NULL, *curator = NULL, *person = NULL;
  g_autoptr (DovRecord) linked = NULL, by_child = NULL, other = NULL;
  g_autoptr (GArray) words = NULL, none = NULL;
  GDate since = day_of ("2027-03-01"), until = day_of ("2027-03-02"), late = day_of ("2027-03-03");
  gint64 family_id = 0;

  walk_open (&walk);
  family_id = club_add_family (&walk.club, "Примеровы");
  family = patrol_write_id (family_id);
  curator = patrol_write_id (walk.club.manager);
  club_change (&walk.club, dov_registry_find ("family"), family_id, "curator_id", curator);
  person = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Примеров", "first_name", "Олег",
                                      "no_patronymic", "1", "birth_date", "2010-01-01", NULL));
  club_add (&walk.club, dov_registry_find ("family_member"), "family_id", family, "person_id", person,
            "kinship", "child", NULL);
  linked = new_finding (&walk, "704", "2027-03-01T20:30");
  club_fill (linked, "age_known", "17", "outcome", "left_self", "family_id", family, NULL);
  by_child = new_finding (&walk, "707", "2027-03-02T00:30");
  club_fill (by_child, "person_id", person, "outcome", "left_self", "measures", "talk,medical", NULL);
  other = new_finding (&walk, "704", "2027-03-02T00:35");
  club_fill (other, "age_known", "17", "outcome", "left_self", NULL);
  verdict_save (&walk.club, linked, NULL);
  verdict_save (&walk.club, by_child, NULL);
  verdict_save (&walk.club, other, NULL);
  words = dov_findings_list_for_curators (walk.club.store, &since, &until);
  g_assert_cmpuint (words->len, ==, 2);
  for (guint i = 0; i < words->len; i++)
    {
      g_assert_cmpint (g_array_index (words, DovCuratorWord, i).family_id, ==, family_id);
      g_assert_cmpint (g_array_index (words, DovCuratorWord, i).staff_id, ==, walk.club.manager);
    }
  none = dov_findings_list_for_curators (walk.club.store, &late, &late);
  g_assert_cmpuint (none->len, ==, 0);
  walk_close (&walk);
}

/* T5: a child at night is left neither to itself nor to adults, whatever the patrol found. */
static void
test_at_night (void)
{
  static const char *const kinds[] = { "702", "703", "704", "705", "706", "708", "709", "710", "711" };
  static const char *const outcomes[] = { "left_self", "adults_talked" };
  static const struct { const char *found_at; const char *age; const char *expected; } children[] = {
    { "2027-03-01T22:00", "15", "T5" }, { "2027-03-01T22:00", "16", NULL }, { "2027-03-01T21:59", "7", NULL },
    { "2027-03-02T00:10", "", "T5" },
  };
  Walk walk;

  walk_open (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; k < G_N_ELEMENTS (outcomes); k++)
      for (guint n = 0; n < G_N_ELEMENTS (children); n++)
        {
          g_autoptr (DovRecord) finding = new_finding (&walk, kinds[i], children[n].found_at);

          g_test_message ("%s %s %s", kinds[i], outcomes[k], children[n].age);
          club_fill (finding, "age_known", children[n].age, "outcome", outcomes[k], NULL);
          verdict_save (&walk.club, finding, children[n].expected);
        }
  walk_close (&walk);
}

/* N4: the child of the finding, to somebody else, by somebody who walked, with a signature. */
static void
test_hands (void)
{
  static const struct { const char *field; const char *text; const char *expected; } changes[] = {
    { "recipient_name", "Примеров Илья", "N4" },
    { "recipient_name", "Илья Примеров", "N4" },
    { "recipient_name", "ПРИМЕРОВ ИЛЬЯ", "N4" },
    { "recipient_name", "Примеров Иван", NULL },
    { "child_name", "Сидоров Пётр", "N4" },
    { "child_name", "Примеров Илья Олегович", NULL },
    { "child_name", "мальчик, синяя куртка", NULL },
    { "child_born", "2019-02-02", "N4" },
    { "child_born", "2013-06-01", NULL },
    { "handed_by_id", "$stayed", "N4" },
    { "handed_by_id", "$other", NULL },
    { "is_signed", "0", "N4" },
  };
  Walk walk;
  g_autoptr (DovRecord) finding = NULL;
  g_autofree char *child = NULL, *handover = NULL, *other = NULL, *stayed = NULL;
  gint64 handed = 0;

  walk_open (&walk);
  stayed = patrol_write_id (walk.patrol.members[4]);
  other = patrol_write_id (walk.patrol.members[2]);
  child = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Примеров", "first_name", "Илья",
                                     "birth_date", "2013-06-01", NULL));
  handover = add_handover (&walk, "parent");
  handed = g_ascii_strtoll (handover, NULL, 10);
  finding = new_finding (&walk, "701", "2027-03-01T22:30");
  club_fill (finding, "person_id", child, "described_as", "", "outcome", "home", "handover_id", handover,
             "parents_notified_at", "2027-03-01T22:35", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const char *text = g_str_equal (changes[i].text, "$stayed") ? stayed
                         : g_str_equal (changes[i].text, "$other") ? other : changes[i].text;
      g_autofree char *was = club_read (&walk.club, DOV_TYPE_HANDOVER, handed, changes[i].field);
      gint64 operation = 0;

      /* It is wrong from the beginning, then changed when it was right; an undo brings it back. */
      g_test_message ("%s %s", changes[i].field, text);
      club_change (&walk.club, DOV_TYPE_HANDOVER, handed, changes[i].field, text);
      verdict_save (&walk.club, finding, changes[i].expected);
      club_change (&walk.club, DOV_TYPE_HANDOVER, handed, changes[i].field, was);
      operation = dov_store_get_last_operation (walk.club.store);
      verdict_save (&walk.club, finding, NULL);
      verdict_change (&walk.club, DOV_TYPE_HANDOVER, handed, changes[i].field, text, changes[i].expected);
      if (changes[i].expected != NULL)
        verdict_undo (&walk.club, operation, changes[i].expected);
      club_change (&walk.club, DOV_TYPE_HANDOVER, handed, changes[i].field, was);
      verdict_remove (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (finding), NULL);
      g_clear_object (&finding);
      finding = new_finding (&walk, "701", "2027-03-01T22:30");
      club_fill (finding, "person_id", child, "described_as", "", "outcome", "home", "handover_id", handover,
                 "parents_notified_at", "2027-03-01T22:35", NULL);
    }
  walk_close (&walk);
}

/* N4: rights that were taken away, or limited. */
static void
test_rights (void)
{
  static const struct { const char *rights; const char *recipient; const char *kind; const char *expected; } cases[] = {
    { "deprived", "Примеров Олег", "parent", "N4" }, { "deprived", "Олег Примеров Павлович", "guardian", "N4" },
    { "limited", "Примеров Олег", "parent", "N4?" }, { "restored", "Примеров Олег", "parent", NULL },
    { "deprived", "Примерова Анна", "parent", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Walk walk;
      g_autoptr (DovRecord) finding = NULL, handover = NULL;
      g_autofree char *child = NULL, *father = NULL, *family = NULL, *handed = NULL;

      walk_open (&walk);
      g_test_message ("case %u", i);
      child = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Примеров", "first_name", "Илья",
                                         "birth_date", "2013-06-01", NULL));
      father = patrol_write_id (club_add (&walk.club, DOV_TYPE_PERSON, "last_name", "Примеров", "first_name", "Олег",
                                          "patronymic", "Павлович", "birth_date", "1984-06-01", NULL));
      family = patrol_write_id (club_add_family (&walk.club, "Примеровы"));
      club_add (&walk.club, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", child, "kinship", "child", NULL);
      club_add (&walk.club, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", father, "kinship", "father",
                "parental_rights", cases[i].rights, NULL);
      handover = new_handover (&walk, cases[i].kind, cases[i].recipient);
      handed = patrol_write_id (club_save (&walk.club, handover));
      finding = new_finding (&walk, "701", "2027-03-01T22:30");
      club_fill (finding, "person_id", child, "described_as", "", "outcome", "home", "handover_id", handed,
                 "parents_notified_at", "2027-03-01T22:35", NULL);
      verdict_save (&walk.club, finding, cases[i].expected);
      walk_close (&walk);
    }
}

/* N4: a walk does not end while nobody has signed, and who handed a child over stays on its list. */
static void
test_unsigned (void)
{
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, handover = NULL;
  g_autofree char *handed = NULL, *third = NULL;
  gint64 shift = 0, line = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) walker = NULL, draft = NULL;

  walk_open (&walk);
  shift = patrol_add_shift (&walk.club, &walk.patrol, "2027-03-03T20:00", "2027-03-04T01:00", walk.patrol.members[1],
                            walk.patrol.members[3]);
  walker = patrol_new_walker (&walk.club, shift, walk.patrol.members[4]);
  line = club_save (&walk.club, walker);
  third = patrol_write_id (walk.patrol.members[4]);
  handover = new_handover (&walk, "parent", "Примерова Анна");
  club_fill (handover, "handed_at", "2027-03-03T22:50", "handed_by_id", third, "is_signed", "0", NULL);
  handed = patrol_write_id (club_save (&walk.club, handover));
  finding = new_finding (&walk, "701", "2027-03-03T22:30");
  g_free (walk.shift_id);
  walk.shift_id = patrol_write_id (shift);
  club_fill (finding, "shift_id", walk.shift_id, "age_known", "12", "outcome", "home", "handover_id", handed,
             "parents_notified_at", "2027-03-03T22:35", NULL);
  verdict_save (&walk.club, finding, NULL);
  verdict_remove (&walk.club, DOV_TYPE_SHIFT_MEMBER, line, "N4");
  verdict_change (&walk.club, DOV_TYPE_SHIFT_MEMBER, line, "came", "no_show", "N4");

  g_assert_true (dov_store_begin (walk.club.store, "Проведено", &error));
  {
    DovQuery query = { .where = "shift_id = ?1", .params = g_variant_new ("(x)", shift) };
    g_autoptr (GArray) walkers = dov_store_list (walk.club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);

    for (guint i = 0; i < walkers->len; i++)
      club_change (&walk.club, DOV_TYPE_SHIFT_MEMBER, g_array_index (walkers, gint64, i), "came", "came");
  }
  draft = DOV_RECORD (dov_store_find_draft (walk.club.store, DOV_TYPE_PATROL_SHIFT, shift, NULL));
  club_fill (draft, "status", "done", "actual_start", "2027-03-03T20:00", "actual_end", "2027-03-04T01:00", NULL);
  club_save (&walk.club, draft);
  verdict_commit (&walk.club, "N4");
  club_change (&walk.club, DOV_TYPE_HANDOVER, dov_record_get_id (handover), "is_signed", "1");
  patrol_mark_done (&walk.club, shift);
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, dov_record_get_id (handover), "is_signed", "0", "N4");
  walk_close (&walk);
}

/* What is told of a finding fits it: its child is one, help and the handover come within a day, a notice after it. */
static void
test_told (void)
{
  static const struct { const char *field; const char *text; const char *expected; } cases[] = {
    { "age_known", "17", NULL }, { "age_known", "18", "V2?" }, { "age_apparent", "40", "V2?" },
    { "called_at", "2027-03-02T22:30", NULL }, { "called_at", "2027-03-02T22:31", "V5" },
    { "called_at", "2027-03-06T08:00", "V5" }, { "parents_notified_at", "2027-03-06T08:00", "V5" },
  };
  Walk walk;
  g_autoptr (DovRecord) finding = NULL, handover = NULL, home = NULL;
  g_autofree char *organisation = NULL, *lounge = NULL, *found = NULL, *handed = NULL;

  walk_open (&walk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) draft = new_finding (&walk, "704", "2027-03-01T22:30");

      g_test_message ("%s %s", cases[i].field, cases[i].text);
      club_fill (draft, "outcome", "left_self", "age_known", "16", cases[i].field, cases[i].text, NULL);
      if (g_str_equal (cases[i].field, "age_apparent"))
        club_fill (draft, "age_known", "", NULL);
      verdict_save (&walk.club, draft, cases[i].expected);
      if (cases[i].expected == NULL)
        verdict_remove (&walk.club, DOV_TYPE_PATROL_FINDING, dov_record_get_id (draft), NULL);
    }

  finding = new_finding (&walk, "704", "2027-03-01T22:30");
  club_fill (finding, "outcome", "left_self", "age_known", "17", NULL);
  found = patrol_write_id (club_save (&walk.club, finding));
  organisation = patrol_write_id (walk.club.organisation);
  lounge = patrol_write_id (walk.club.lounge);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DovRecord) notice = club_new (&walk.club, DOV_TYPE_OUTGOING_NOTICE, "notice_no", "7", "date",
                                               i == 0 ? "2027-02-28" : "2027-03-01", "lounge_id", lounge, "to_id",
                                               organisation, "kind", "finding", "text", "Просим", "finding_id", found, NULL);

      verdict_save (&walk.club, notice, i == 0 ? "V5" : NULL);
    }

  handover = new_handover (&walk, "parent", "Примерова Анна");
  club_fill (handover, "handed_at", "2027-03-02T22:31", NULL);
  handed = patrol_write_id (club_save (&walk.club, handover));
  home = new_finding (&walk, "704", "2027-03-01T22:30");
  club_fill (home, "age_known", "12", "outcome", "home", "handover_id", handed, NULL);
  verdict_save (&walk.club, home, "V5");
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, dov_record_get_id (handover), "handed_at", "2027-03-02T22:30", NULL);
  verdict_save (&walk.club, home, NULL);
  verdict_change (&walk.club, DOV_TYPE_HANDOVER, dov_record_get_id (handover), "handed_at", "2027-03-04T10:00", "V5");
  walk_close (&walk);
}

/* Own times lie in those of the walk, and the walk on the day on which it was to be. */
static void
test_walked_times (void)
{
  static const struct { const char *since; const char *until; const char *expected; } times[] = {
    { "2027-03-01T20:00", "2027-03-02T01:00", NULL }, { "2027-03-01T19:59", "", "V5" }, { "", "2027-03-02T01:01", "V5" },
    { "2027-03-01T10:00", "2027-03-03T10:00", "V5" }, { "2027-03-01T21:10", "2027-03-01T23:20", NULL },
  };
  Walk walk;
  DovQuery query = { 0 };
  g_autoptr (GArray) walkers = NULL;
  g_autoptr (DovRecord) shift = NULL;

  walk_open (&walk);
  query = (DovQuery) { .where = "shift_id = ?1", .params = g_variant_new ("(x)", walk.shift) };
  walkers = dov_store_list (walk.club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (DovRecord) walker = DOV_RECORD (dov_store_find_draft (walk.club.store, DOV_TYPE_SHIFT_MEMBER,
                                                                       g_array_index (walkers, gint64, 0), NULL));

      g_test_message ("%s %s", times[i].since, times[i].until);
      club_fill (walker, "since", times[i].since, "until", times[i].until, NULL);
      verdict_save (&walk.club, walker, times[i].expected);
    }
  shift = DOV_RECORD (dov_store_find_draft (walk.club.store, DOV_TYPE_PATROL_SHIFT, walk.shift, NULL));
  club_fill (shift, "actual_start", "2027-03-03T20:00", "actual_end", "2027-03-03T22:00", NULL);
  verdict_save (&walk.club, shift, "T6");
  walk_close (&walk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/T3/curfew", test_curfew);
  g_test_add_func ("/rules/T5/recipients", test_recipients);
  g_test_add_func ("/rules/N4/named", test_named);
  g_test_add_func ("/rules/T5/paths", test_paths);
  g_test_add_func ("/rules/T7/danger", test_danger);
  g_test_add_func ("/rules/V8/notices", test_numbers);
  g_test_add_func ("/rules/N14/notice", test_notice_about);
  g_test_add_func ("/rules/T5/at-night", test_at_night);
  g_test_add_func ("/rules/N4/hands", test_hands);
  g_test_add_func ("/rules/N4/rights", test_rights);
  g_test_add_func ("/rules/N4/unsigned", test_unsigned);
  g_test_add_func ("/rules/V5/told", test_told);
  g_test_add_func ("/rules/T6/walked-times", test_walked_times);
  g_test_add_func ("/rules/T9/names", test_names);
  g_test_add_func ("/rules/T10/repeated", test_repeated);
  g_test_add_func ("/rules/T10/curators", test_curators);

  return g_test_run ();
}
