/* test-document-events.c - D-24, D-25 and the other work of D-21, read back and compared with what the store counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"

#include "dov-event-report.h"
#include "dov-film-screening.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"

static gint64
ask (Papers     *papers,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (dov_store_get_database (papers->club.store), sql, &error);

  g_assert_no_error (error);

  return n;
}

static void
assert_number (Reading    *reading,
               const char *sheet,
               const char *cell,
               gint64      number)
{
  g_autofree char *wanted = g_strdup_printf ("n %d", (int) number);

  reading_assert (reading, sheet, cell, wanted);
}

/* Words from the report, figures from the headcount; nobody is named. */
static void
test_report (Papers        *papers,
             gconstpointer  unused)
{
  static const int bands[] = { 3, 7, 5, 2, 4, 1 };
  gint64 event = papers_add_event (papers, "Праздник двора", "2027-03-14T12:00", "held", "101", "leisure", bands);
  g_autoptr (DovDocument) document = papers_load (papers, "D-24");
  g_autoptr (DovResult) result = NULL, bare = NULL;
  g_autoptr (Reading) reading = NULL, empty = NULL;
  g_autofree char *name = NULL;
  const char *label = NULL;
  const char *sheet = "Отчёт о мероприятии";

  club_add (&papers->club, DOV_TYPE_EVENT_REPORT, "event_id", papers_text_of (event), "goals",
            "Познакомить соседей",
            "description", "Играли во дворе, потом пили чай.", "partners", "Женсовет (пироги)",
            "results", "Пришли три новые семьи",
            "photos", "6", "signed_on", "2027-03-15", NULL);
  g_assert_cmpstr (dov_document_get_asked (document, &label), ==, "event");
  g_assert_false (dov_document_is_personal (document));
  result = papers_run (papers, document, 0, event);
  name = dov_result_dup_file_name (result);
  g_assert_cmpstr (name, ==, "Отчёт о мероприятии, 12-00, Праздник двора, Слудка, 2027-03-14.xlsx");
  reading = papers_write_and_read (papers, result);
  g_assert_nonnull (reading_find (reading, sheet, "s Наименование: Праздник двора"));
  g_assert_nonnull (reading_find (reading, sheet, "s Цель: Познакомить соседей"));
  g_assert_nonnull (reading_find (reading, sheet, "s Краткое описание: Играли во дворе, потом пили чай."));
  g_assert_nonnull (reading_find (reading, sheet, "s Партнёры: Женсовет (пироги)"));
  g_assert_nonnull (reading_find (reading, sheet, "s Итоги: Пришли три новые семьи"));
  assert_number (reading, sheet, "A16", ask (papers, "SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM event_headcount"
                                             " WHERE event_id = (SELECT event_id FROM event_report)"));
  assert_number (reading, sheet, "A16", 22);
  assert_number (reading, sheet, "A17", 10);
  assert_number (reading, sheet, "A18", 7);
  assert_number (reading, sheet, "A19", 5);
  assert_number (reading, sheet, "A20", 5);
  assert_number (reading, sheet, "A27", 6);

  /* Without a report it is a form to be filled in by hand, with the figures there are. */
  bare = papers_run (papers, document, 0, ask (papers, "SELECT id FROM event WHERE title LIKE 'Мастер-класс%'"));
  empty = papers_write_and_read (papers, bare);
  g_assert_nonnull (reading_find (empty, sheet, "s Наименование: Мастер-класс «Открытка»"));
}

/* Every show is a line; its figures, their sums and the share of talks. */
static void
test_films (Papers        *papers,
            gconstpointer  unused)
{
  static const int bands[] = { 2, 3, 4, 5, 6, 7 };
  gint64 shown = ask (papers, "SELECT id FROM event WHERE title LIKE 'Кинозал%'");
  gint64 second = papers_add_event (papers, "Кинозал: «Лёд»", "2027-03-10T18:00", "held", "105", "cinema", bands);
  g_autoptr (DovDocument) document = papers_load (papers, "D-25");
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  papers_add_event (papers, "Кинозал: «Завтра»", "2027-03-24T18:00", "planned", "105", "cinema", papers_nobody);
  club_add (&papers->club, DOV_TYPE_FILM_SCREENING, "event_id", papers_text_of (second), "film_title",
            "Лёд на реке",
            "age_mark", "6+", "discussion_held", "1", "discussion_topics", "О смелости", NULL);
  result = papers_run (papers, document, papers->club.lounge, 0);
  g_assert_cmpuint (dov_result_count_rows (result), ==, 2);
  assert_cell (result, 0, "film", "Лёд на реке");
  assert_cell (result, 0, "age_mark", "6+");
  assert_cell (result, 0, "viewers", "27");
  assert_cell (result, 0, "children", "9");
  assert_cell (result, 0, "adults", "18");
  assert_cell (result, 0, "discussed", "да");
  assert_cell (result, 0, "topics", "О смелости");
  assert_cell (result, 1, "film", "Кинозал: «Снег»");
  assert_cell (result, 1, "discussed", "нет");
  g_assert_cmpint (papers_get_row (result, 1)->id, ==, shown);

  reading = papers_write_and_read (papers, result);
  assert_number (reading, "Журнал киносеансов", "E13",
                 ask (papers, "SELECT sum(b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60) FROM event_headcount WHERE event_id IN"
                      " (SELECT id FROM event WHERE form_id = 105 AND status = 'held' AND starts_at LIKE '2027-03%')"));
  assert_number (reading, "Журнал киносеансов", "F13",
                 ask (papers, "SELECT sum(b0_6 + b7_13 + b14_17) FROM event_headcount WHERE event_id IN"
                      " (SELECT id FROM event WHERE form_id = 105 AND status = 'held' AND starts_at LIKE '2027-03%')"));
  g_assert_nonnull (reading_find (reading, "Журнал киносеансов", "n 0.5"));
  g_assert_cmpuint (g_strv_length (reading_list_sheets (reading)), ==, 3);
}

/* Other work stands behind the events, by its sections, and is not counted with them. */
static void
test_other_work (Papers        *papers,
                 gconstpointer  unused)
{
  gint64 plan, other;
  g_autoptr (DovDocument) document = papers_load (papers, "D-21");
  g_autoptr (DovResult) result = NULL;
  const DovTable *table;
  guint n;

  plan = club_add (&papers->club, DOV_TYPE_WORK_PLAN, "lounge_id", papers_text_of (papers->club.lounge), "period_kind", "month",
                   "since", "2027-03-01", "status", "draft", NULL);
  other = club_add (&papers->club, DOV_TYPE_WORK_PLAN, "lounge_id", papers_text_of (papers->club.lounge), "period_kind", "year",
                    "since", "2027-01-01", "status", "draft", NULL);
  club_add (&papers->club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", papers_text_of (plan), "title", "Семинар",
            "area",
            "methodical",
            "due_on", "2027-03-12", "responsible_id", papers_text_of (papers->club.manager), NULL);
  club_add (&papers->club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", papers_text_of (plan), "title", "Уборка",
            "area", "household",
            "responsible_id", papers_text_of (papers->club.manager), NULL);
  club_add (&papers->club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", papers_text_of (other), "title",
            "Отчёт за год", "area",
            "methodical", "due_on", "2027-12-20", "responsible_id", papers_text_of (papers->club.manager), NULL);
  club_add (&papers->club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", papers_text_of (other), "title", "Ремонт",
            "area", "household",
            "due_on", "2027-03-20", "responsible_id", papers_text_of (papers->club.manager), NULL);
  result = papers_run (papers, document, papers->club.lounge, 0);
  table = dov_result_get_table (result, 0);
  n = table->rows->len;
  g_assert_cmpuint (dov_result_count_rows (result), ==, 4 + 3);
  assert_cell (result, n - 1, "form", "4");
  /* What is no event is not brought together under its section, and says nothing of events. */
  g_assert_cmpstr (papers_get_row (result, n - 4)->label, ==, "хозяйственная работа");
  assert_cell (result, n - 3, "title", "Ремонт");
  assert_cell (result, n - 3, "day", "20.03.2027 (сб)");
  assert_cell (result, n - 2, "title", "Уборка");
  assert_cell (result, n - 2, "day", "в течение периода");
  assert_cell (result, n - 5, "title", "Семинар");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PAPERS_ADD ("/documents/D-24", test_report);
  PAPERS_ADD ("/documents/D-25", test_films);
  PAPERS_ADD ("/documents/D-21/other-work", test_other_work);

  return g_test_run ();
}
