/* test-patrol-papers.c - D-14, D-34 to D-39: every figure against the records; no child is named where none may be (T8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"
#include "patrols.h"

#include "dov-family-category.h"
#include "dov-handover.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-shift-member.h"

#include <string.h>

#define CHILD "Секретов"
#define CATEGORY "Социально опасное положение"

typedef struct
{
  Patrol patrol;
  Patrol other;
  gint64 walked;
  gint64 handover;
  gint64 notice;
} Walks;

static gint64
add_finding (Papers     *papers,
             gint64      shift,
             const char *kind,
             const char *found_at,
             const char *age,
             const char *outcome,
             gint64      handover,
             gint64      family)
{
  g_autofree char *shift_id = patrol_write_id (shift);
  g_autofree char *handover_id = patrol_write_id (handover);
  g_autofree char *family_id = patrol_write_id (family);

  return club_add (&papers->club, DOV_TYPE_PATROL_FINDING, "shift_id", shift_id, "kind_id", kind, "found_at", found_at,
                   "place_kind", "stop", "place", "остановка", "measures", "talk,parents_called", "age_known", age,
                   "described_as", g_str_equal (kind, "709") ? "" : CHILD " Илья", "outcome", outcome,
                   "handover_id", handover != 0 ? handover_id : "", "family_id", family != 0 ? family_id : "",
                   "parents_notified_at", found_at, NULL);
}

/* Two patrols; one walk with four findings, one without, one to come, one called off, one of February. */
static void
make_walks (Papers *papers,
            Walks  *walks)
{
  Club *club = &papers->club;
  gint64 family = 0, off = 0, february = 0, plain = 0, of_other = 0;
  g_autofree char *family_id = NULL, *leader = NULL, *lounge = NULL, *organisation = NULL, *finding_id = NULL;
  g_autofree char *other_patrol = NULL;
  g_autoptr (DovRecord) third = NULL;

  dov_rules_install (club->store);
  patrol_make (club, &walks->patrol, "Слудский");
  patrol_make (club, &walks->other, "Бурецкий");
  other_patrol = patrol_write_id (walks->other.patrol);
  club_change (club, DOV_TYPE_PATROL, walks->other.patrol, "settlement_id", "15");
  family = club_add_family (club, "Секретовы");
  family_id = patrol_write_id (family);
  club_add (club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "202", "since", "2027-01-11",
            "basis_doc", "решение от 11.01.2027 № 1", NULL);

  walks->walked = patrol_add_shift (club, &walks->patrol, "2027-03-05T21:00", "2027-03-06T00:30",
                                    walks->patrol.members[0], walks->patrol.members[2]);
  third = patrol_new_walker (club, walks->walked, walks->patrol.members[3]);
  club_save (club, third);
  patrol_mark_done (club, walks->walked);
  club_change (club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (third), "came", "no_show");
  club_change (club, DOV_TYPE_PATROL_SHIFT, walks->walked, "talks", "5");
  club_change (club, DOV_TYPE_PATROL_SHIFT, walks->walked, "leaflets", "7");
  club_change (club, DOV_TYPE_PATROL_SHIFT, walks->walked, "places_checked", "4");
  plain = patrol_add_shift (club, &walks->patrol, "2027-03-06T20:00", "2027-03-06T22:00", walks->patrol.members[1],
                            walks->patrol.members[2]);
  patrol_mark_done (club, plain);
  club_change (club, DOV_TYPE_PATROL_SHIFT, plain, "talks", "2");
  of_other = patrol_add_shift (club, &walks->other, "2027-03-06T20:00", "2027-03-06T21:30", walks->other.members[0],
                               walks->other.members[2]);
  patrol_mark_done (club, of_other);
  off = patrol_add_shift (club, &walks->patrol, "2027-03-12T20:00", "2027-03-12T22:00", walks->patrol.members[0],
                          walks->patrol.members[2]);
  club_change (club, DOV_TYPE_PATROL_SHIFT, off, "status_reason", "метель");
  club_change (club, DOV_TYPE_PATROL_SHIFT, off, "status", "cancelled");
  february = patrol_add_shift (club, &walks->patrol, "2027-02-26T20:00", "2027-02-26T22:00", walks->patrol.members[0],
                               walks->patrol.members[2]);
  patrol_mark_done (club, february);
  patrol_add_shift (club, &walks->patrol, "2027-03-31T20:00", "2027-03-31T22:00", walks->patrol.members[0],
                    walks->patrol.members[4]);

  leader = patrol_write_id (walks->patrol.members[0]);
  walks->handover = club_add (club, DOV_TYPE_HANDOVER, "handed_at", "2027-03-05T22:50", "place", "у клуба",
                              "child_name", CHILD " Илья", "child_born", "2014-02-03", "child_address", "ул. Мира, 3",
                              "circumstances", "гулял один", "child_state", "жалоб нет", "recipient_kind", "parent",
                              "recipient_name", "Секретова Анна", "recipient_position", "мать",
                              "recipient_document", "паспорт 3300 000001", "recipient_phone", "+79000000017",
                              "handed_by_id", leader, "witness", "Понятой Пётр", "is_signed", "1", NULL);
  finding_id = patrol_write_id (add_finding (papers, walks->walked, "701", "2027-03-05T22:10", "13", "home",
                                             walks->handover, family));
  add_finding (papers, walks->walked, "704", "2027-03-05T21:20", "15", "left_self", 0, 0);
  add_finding (papers, walks->walked, "704", "2027-03-05T23:20", "16", "left_self", 0, 0);
  add_finding (papers, walks->walked, "709", "2027-03-05T21:30", "", "adults_talked", 0, 0);

  lounge = patrol_write_id (club->lounge);
  organisation = patrol_write_id (club_add (club, dov_registry_find ("organisation"), "short_name", "КДН и ЗП",
                                            "full_name", "Комиссия по делам несовершеннолетних", "kind", "authority",
                                            "sector", "kdn", "address", "г. Примерск, ул. Новая, 1", NULL));
  walks->notice = club_add (club, DOV_TYPE_OUTGOING_NOTICE, "notice_no", "17", "date", "2027-03-08", "lounge_id", lounge,
                            "to_id", organisation, "kind", "finding", "text", "05.03.2027 патруль встретил ребёнка.",
                            "measures", "Передан матери.", "request", "Просим посетить семью.", "finding_id", finding_id,
                            NULL);
}

static DovResult *
run (Papers     *papers,
     const char *code,
     gint64      asked)
{
  g_autoptr (DovDocument) document = papers_load (papers, code);

  return papers_run (papers, document, 0, asked);
}

static gint64
count_sql (Papers     *papers,
           const char *sql)
{
  return dov_database_count (dov_store_get_database (papers->club.store), sql, NULL);
}

static void
assert_nameless (Reading *reading)
{
  g_assert_false (reading_says (reading, CHILD));
  g_assert_false (reading_says (reading, "Секретов"));
  g_assert_false (reading_says (reading, CATEGORY));
  g_assert_false (reading_says (reading, "СОП"));
}

static void
test_roster (Papers        *papers,
             gconstpointer  unused)
{
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;
  const char *const sheet = "График дежурств";

  make_walks (papers, &walks);
  result = run (papers, "D-34", 0);
  reading = papers_write_and_read (papers, result);
  g_assert_nonnull (reading_find (reading, sheet, "s УТВЕРЖДАЮ"));
  g_assert_nonnull (reading_find (reading, sheet, "s СОГЛАСОВАНО"));
  g_assert_nonnull (reading_find (reading, sheet, "s ГРАФИК ДЕЖУРСТВ ОБЩЕСТВЕННОГО ПАТРУЛЯ НА МАРТ 2027 ГОДА"));
  g_assert_nonnull (reading_find (reading, sheet, "s 05.03.2027 (пт)"));
  g_assert_nonnull (reading_find (reading, sheet, "s 21:00–00:30"));
  g_assert_nonnull (reading_find (reading, sheet, "s 31.03.2027 (ср)"));
  g_assert_false (reading_says (reading, "12.03.2027"));
  g_assert_false (reading_says (reading, "26.02.2027"));
  g_assert_true (reading_says (reading, "Слудский Анна; Слудский Вера"));
  g_assert_cmpint (count_sql (papers, "SELECT count(*) FROM patrol_shift WHERE status IN ('planned', 'done')"
                                      " AND starts_at BETWEEN '2027-03' AND '2027-04'"), ==, 4);
  assert_nameless (reading);
}

static void
test_journal (Papers        *papers,
              gconstpointer  unused)
{
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  make_walks (papers, &walks);
  result = run (papers, "D-35", 0);
  reading = papers_write_and_read (papers, result);
  assert_cell (result, 0, "hours", "21:00–00:30");
  assert_cell (result, 0, "talks", "5");
  assert_cell (result, 0, "leaflets", "7");
  assert_cell (result, 0, "found", "4");
  assert_cell (result, 0, "members", "Слудский Анна; Слудский Вера");
  assert_cell (result, 0, "leader", "Слудский Анна");
  assert_cell (result, 1, "found", "0");
  g_assert_true (reading_says (reading, "курение/вейп — 2"));
  g_assert_true (reading_says (reading, "ребёнок в ночное время без сопровождения — 1"));
  g_assert_false (reading_says (reading, "26.02.2027"));
  assert_nameless (reading);
}

static void
test_raid (Papers        *papers,
           gconstpointer  unused)
{
  static const char *const lines[] = {
    "s Посещено мест: 4", "s Проведено бесед: 5", "s Вручено памяток: 7", "s Выявлено детей, всего: 3",
    "s в том числе до 14 лет: 1", "s в том числе 14–15 лет: 1", "s в том числе 16–17 лет: 1",
    "s Из них в ночное время: 2", "s Передано родителям: 1", "s Передано сотрудникам ОВД: 0",
  };
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  make_walks (papers, &walks);
  result = run (papers, "D-36", walks.walked);
  reading = papers_write_and_read (papers, result);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *colon = strrchr (lines[i], ':');
      g_autofree char *label = g_strndup (lines[i] + 2, (gsize) (colon - lines[i] - 2));

      g_test_message ("%s", lines[i]);
      g_assert_true (reading_says (reading, label));
      g_assert_true (reading_find (reading, "Справка о рейде", lines[i]) != NULL || reading_says (reading, colon + 2));
    }
  g_assert_true (reading_says (reading, "Слудский Анна; Слудский Вера"));
  assert_nameless (reading);
}

/* Two copies; the child is named here, for the form has it; the category never is (T8). */
static void
test_handover (Papers        *papers,
               gconstpointer  unused)
{
  static const char *const words[] = {
    CHILD " Илья", "2014-02-03", "ул. Мира, 3", "гулял один", "жалоб нет", "Секретова Анна", "мать",
    "паспорт 3300 000001", "+7 (900) 000-00-17", "Слудский Анна", "Понятой Пётр", "05.03.2027 22:50", "у клуба",
    "в двух экземплярах",
  };
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  make_walks (papers, &walks);
  result = run (papers, "D-37", walks.handover);
  reading = papers_write_and_read (papers, result);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (reading_says (reading, words[i]));
    }
  g_assert_false (reading_says (reading, CATEGORY));
  g_assert_false (reading_says (reading, "СОП"));
}

/* The act has its number, what is seen and carried, and a line wherever nothing was written; a description is no name. */
static void
test_act (Papers        *papers,
          gconstpointer  unused)
{
  static const struct { const char *label; const char *filled; } lines[] = {
    { "Видимые повреждения", NULL }, { "Вещи при ребёнке", "рюкзак, телефон" },
    { "Фамилия, имя, отчество", NULL }, { "Приметы, если имя неизвестно", "со слов: девочка, красная шапка" },
    { "Родители извещены (когда)", "05.03.2027 22:10" },
  };
  Walks walks;
  g_autoptr (DovResult) result = NULL, numbered = NULL;
  g_autoptr (Reading) reading = NULL;
  g_autofree char *name = NULL, *own = NULL;

  make_walks (papers, &walks);
  club_change (&papers->club, DOV_TYPE_HANDOVER, walks.handover, "child_name", "девочка, красная шапка");
  club_change (&papers->club, DOV_TYPE_HANDOVER, walks.handover, "belongings", "рюкзак, телефон");
  result = run (papers, "D-37", walks.handover);
  reading = papers_write_and_read (papers, result);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strconcat (lines[i].label, ": ", lines[i].filled ? lines[i].filled : "_______", NULL);

      g_test_message ("%s", text);
      g_assert_true (reading_says (reading, text));
    }
  g_assert_nonnull (reading_find (reading, "Акт передачи", "s Акт №"));
  g_assert_true (reading_says (reading, "Претензий к патрулю не имею"));
  g_assert_nonnull (reading_find (reading, "Акт передачи", "s А.\u00a0Слудский"));
  g_assert_nonnull (reading_find (reading, "Акт передачи", "s А.\u00a0Секретова"));
  own = dov_result_dup_file_name (result);
  g_assert_true (g_str_has_prefix (own, "Акт передачи без № "));
  g_assert_true (g_str_has_suffix (own, ", Слудка, 2027-03-05.xlsx"));

  club_change (&papers->club, DOV_TYPE_HANDOVER, walks.handover, "act_no", "4");
  numbered = run (papers, "D-37", walks.handover);
  name = dov_result_dup_file_name (numbered);
  g_assert_cmpstr (name, ==, "Акт передачи № 4, Слудка, 2027-03-05.xlsx");
}

/* The papers of a patrol are its village's: headed by the host of the lounge there, and by nobody where there is none. */
static void
test_whose (Papers        *papers,
            gconstpointer  unused)
{
  static const char *const codes[] = { "D-36", "D-37" };
  Club *club = &papers->club;
  Walks walks;
  gint64 asked[2];
  g_autofree char *host = NULL, *lounge = NULL, *manager = patrol_write_id (club->manager);

  make_walks (papers, &walks);
  asked[0] = walks.walked;
  asked[1] = walks.handover;
  host = patrol_write_id (club_add (club, dov_registry_find ("organisation"), "full_name", "Клуб деревни Куршино",
                                    "short_name", "Клуб", "kind", "municipal", "sector", "culture", NULL));
  lounge = patrol_write_id (club_add (club, dov_registry_find ("lounge"), "name", "Гостиная Куршино", "settlement_id",
                                      "12", "host_institution_id", host, "address", "д. Куршино", "opened_on",
                                      "2024-04-06", "manager_id", manager, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DovDocument) document = papers_load (papers, codes[i]);
      g_autoptr (DovResult) based = NULL, homeless = NULL;

      /* Whatever lounge is chosen on the page of reports. */
      club_change (club, DOV_TYPE_PATROL, walks.patrol.patrol, "lounge_id", lounge);
      based = papers_run (papers, document, club->lounge, asked[i]);
      g_assert_cmpstr (dov_result_get_paper (based)->institution, ==, "Клуб деревни Куршино");
      g_assert_nonnull (strstr (dov_result_get_paper (based)->file_name, ", Куршино, 2027-03-05"));

      club_change (club, DOV_TYPE_PATROL, walks.patrol.patrol, "lounge_id", "");
      club_change (club, DOV_TYPE_PATROL, walks.patrol.patrol, "settlement_id", "15");
      homeless = papers_run (papers, document, club->lounge, asked[i]);
      g_assert_cmpstr (dov_result_get_paper (homeless)->institution, ==, "");
      g_assert_nonnull (strstr (dov_result_get_paper (homeless)->file_name, ", Новый Бурец, 2027-03-05"));
      club_change (club, DOV_TYPE_PATROL, walks.patrol.patrol, "settlement_id", "14");
    }
}

/* Every figure of the summary against the records themselves. */
static void
test_summary (Papers        *papers,
              gconstpointer  unused)
{
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;
  guint row = 0;

  make_walks (papers, &walks);
  result = run (papers, "D-38", 0);
  reading = papers_write_and_read (papers, result);
  assert_cell (result, 0, "settlement", "Новый Бурец");
  assert_cell (result, 0, "shifts", "1");
  assert_cell (result, 0, "man_hours", "3,0");
  assert_cell (result, 1, "settlement", "Слудка");
  assert_cell (result, 1, "shifts", "2");
  assert_cell (result, 1, "man_hours", "11,0");
  assert_cell (result, 1, "people", "3");
  assert_cell (result, 1, "talks", "7");
  assert_cell (result, 1, "leaflets", "7");
  assert_cell (result, 1, "found", "4");
  assert_cell (result, 1, "curfew", "1");
  assert_cell (result, 1, "alcohol", "2");
  assert_cell (result, 1, "danger", "0");
  assert_cell (result, 1, "others", "1");
  assert_cell (result, 1, "home", "1");
  assert_cell (result, 1, "police", "0");
  assert_cell (result, 1, "notices", "1");
  row = 2;
  assert_cell (result, row, "shifts", "3");
  assert_cell (result, row, "man_hours", "14,0");
  g_assert_cmpint (count_sql (papers, "SELECT count(*) FROM patrol_shift WHERE status = 'done'"
                                      " AND starts_at BETWEEN '2027-03' AND '2027-04'"), ==, 3);
  g_assert_cmpint (count_sql (papers, "SELECT count(*) FROM patrol_finding"), ==, 4);
  assert_nameless (reading);
}

static void
test_members (Papers        *papers,
              gconstpointer  unused)
{
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  make_walks (papers, &walks);
  club_change (&papers->club, dov_registry_find ("patrol_member"), walks.patrol.members[5], "until", "2027-03-30");
  result = run (papers, "D-39", 0);
  reading = papers_write_and_read (papers, result);
  g_assert_true (reading_says (reading, "Слудский Борис"));
  g_assert_false (reading_says (reading, "Слудский Егор"));
  g_assert_true (reading_says (reading, "Бурецкий Егор"));
  g_assert_true (reading_says (reading, ", старший"));
  assert_nameless (reading);
}

static void
test_notice (Papers        *papers,
             gconstpointer  unused)
{
  Walks walks;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  make_walks (papers, &walks);
  result = run (papers, "D-14", walks.notice);
  reading = papers_write_and_read (papers, result);
  g_assert_true (reading_says (reading, "Комиссия по делам несовершеннолетних"));
  /* To whom stands at the right, beside the number. */
  g_assert_nonnull (reading_find (reading, "Сообщение", "s Исх. №\u00a017 от 08.03.2027"));
  g_assert_cmpint (reading_find (reading, "Сообщение", "s Комиссия по делам несовершеннолетних")[0], >, 'E');
  g_assert_true (reading_says (reading, "05.03.2027 патруль встретил ребёнка."));
  g_assert_true (reading_says (reading, "Передан матери."));
  g_assert_true (reading_says (reading, "Просим посетить семью."));
  g_assert_false (reading_says (reading, "СОП"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PAPERS_ADD ("/patrol-papers/D-34", test_roster);
  PAPERS_ADD ("/patrol-papers/D-35", test_journal);
  PAPERS_ADD ("/patrol-papers/D-36", test_raid);
  PAPERS_ADD ("/patrol-papers/D-37", test_handover);
  PAPERS_ADD ("/patrol-papers/D-37/act", test_act);
  PAPERS_ADD ("/patrol-papers/whose", test_whose);
  PAPERS_ADD ("/patrol-papers/D-38", test_summary);
  PAPERS_ADD ("/patrol-papers/D-39", test_members);
  PAPERS_ADD ("/patrol-papers/D-14", test_notice);

  return g_test_run ();
}
