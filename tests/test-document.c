/* test-document.c - the papers of the club, run on known records, and what their workbooks say */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"

#include "dov-attendance.h"
#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-language.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-settings.h"
#include "dov-staff.h"
#include "dov-support.h"

#include <string.h>

static void
test_journal (Papers        *papers,
              gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  g_autofree char *name = dov_result_dup_file_name (result);
  const char *const sheet = "Журнал мероприятий";

  g_assert_cmpstr (name, ==, "Журнал мероприятий, Слудка, 2027-03.xlsx");
  g_assert_cmpuint (dov_result_count_rows (result), ==, 3);
  g_assert_cmpstr (dov_result_get_table (result, 0)->opens, ==, "event");
  g_assert_cmpint (papers_get_row (result, 0)->id, !=, 0);

  /* By time; a month's first and last day belong to it; nobody counted is not zero. */
  assert_cell (result, 0, "date", "02.03.2027");
  assert_cell (result, 1, "date", "04.03.2027");
  assert_cell (result, 2, "date", "31.03.2027");
  assert_cell (result, 0, "hours", "18:00–20:30");
  assert_cell (result, 0, "form", "мастер-класс");
  assert_cell (result, 0, "visits", "63");
  assert_cell (result, 0, "children", "3");
  assert_cell (result, 0, "youth", "12");
  assert_cell (result, 0, "adults", "48");
  assert_cell (result, 1, "visits", "—");
  assert_cell (result, 0, "responsible", "Демакова\xc2\xa0В.");
  assert_cell (result, 0, "paid", "бесплатно");

  /* Total, carried from January on, and both: last year is not in them. */
  assert_cell (result, 3, "visits", "135");
  assert_cell (result, 3, "title", "3");
  assert_cell (result, 4, "visits", "23\xc2\xa0" "100");
  assert_cell (result, 4, "children", "3\xc2\xa0" "300");
  assert_cell (result, 5, "visits", "23\xc2\xa0" "235");
  assert_cell (result, 5, "youth", "7\xc2\xa0" "736");
  assert_cell (result, 5, "title", "5");
  g_assert_cmpstr (papers_get_row (result, 3)->label, ==, "Итого за март 2027 года");
  g_assert_cmpstr (papers_get_row (result, 4)->label, ==, "За январь – февраль");
  g_assert_cmpstr (papers_get_row (result, 5)->label, ==, "Всего с начала 2027 года");

  reading_assert (reading, sheet, "A1", "s Дом культуры села Слудка");
  reading_assert (reading, sheet, "A6", "s Площадка: Доверие");
  reading_assert (reading, sheet, "H12", "n 63");
  reading_assert (reading, sheet, "H13", "s —");
  reading_assert (reading, sheet, "H17", "n 23235");
  g_assert_cmpstr (reading_get_formula (reading, sheet, "H17"), ==, "=H15+H16");
  g_assert_cmpstr (reading_get_formula (reading, sheet, "D15"), ==, "=COUNTA(D12:D14)");
  reading_assert (reading, sheet, "A19", "s Записи проверил(а): Заведующая");
  reading_assert (reading, "Данные", "A2", "d 2027-03-02");
  reading_assert (reading, "О файле", "B7", "s только проведённые мероприятия");
  /* Kaisina is nobody of the staff here. */
  g_assert_null (strstr (reading_get_fact (reading, sheet, "footer"), "Исполнитель"));
  g_assert_null (reading_find (reading, "О файле", "s Кайсина Д.Л."));
}

/* A paper names a person of the staff who made it, never the login of a computer. */
static void
test_maker (Papers        *papers,
            gconstpointer  unused)
{
  static const char *const users[] = { "root", "Демакова В.", "В.\u00a0Демакова" };
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");

  club_change (&papers->club, DOV_TYPE_STAFF, papers->club.manager, "phone_work", "+79000000011");
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (DovResult) result = NULL;
      const DovPaper *paper;

      dov_store_set_user (papers->club.store, users[i]);
      result = papers_run (papers, document, papers->club.lounge, 0);
      paper = dov_result_get_paper (result);
      g_test_message ("%s", paper->footer);
      g_assert_cmpstr (paper->made_by, ==, i == 0 ? "" : "В.\u00a0Демакова");
      g_assert_true ((strstr (paper->footer, "Исполнитель: В.\u00a0Демакова, тел. ") != NULL) == (i > 0));
      g_assert_null (strstr (paper->footer, "root"));
    }
}

/* The one cell of a row under the name of its column. */
static const DovCell *
get_cell (DovResult  *result,
          guint       row,
          const char *name)
{
  const GPtrArray *columns = dov_result_get_table (result, 0)->columns;

  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (columns, i))->name, name))
      return &papers_get_row (result, row)->cells[i];

  g_assert_not_reached ();
}

/* Every number opens: a grouped row its records, a total those of its rows, a
 * growing total those before them too. */
static void
test_behind (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (DovDocument) journal = papers_load (papers, "D-22");
  g_autoptr (DovDocument) directions = papers_load (papers, "D-29");
  g_autoptr (DovResult) events = papers_run (papers, journal, 0, 0);
  g_autoptr (DovResult) groups = papers_run (papers, directions, 0, 0);
  gint64 film = papers_get_row (events, 2)->id, workshop = papers_get_row (events, 0)->id;
  const DovCell *cell = get_cell (groups, 0, "visits");

  g_assert_cmpstr (dov_result_get_table (groups, 0)->opens, ==, "event");
  g_assert_cmpuint (cell->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (cell->ids, gint64, 0), ==, film);
  g_assert_cmpuint (get_cell (groups, 1, "events")->ids->len, ==, 2);
  g_assert_cmpuint (get_cell (groups, 2, "events")->ids->len, ==, 3);
  g_assert_cmpuint (get_cell (groups, 4, "events")->ids->len, ==, 5);

  /* Of the three events of the month one was not counted: it is not behind the sum. */
  cell = get_cell (events, 3, "visits");
  g_assert_cmpuint (cell->ids->len, ==, 2);
  g_assert_cmpint (g_array_index (cell->ids, gint64, 0), ==, workshop);
  g_assert_cmpint (g_array_index (cell->ids, gint64, 1), ==, film);
  g_assert_cmpuint (get_cell (events, 3, "title")->ids->len, ==, 3);
}

/* A paper of all lounges is the district's: the head signs it while there is
 * no coordinator, and the coordinator from then on. */
static void
test_district (Papers        *papers,
               gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) before = NULL;
  g_autoptr (DovResult) after = NULL;
  g_autoptr (Reading) of_head = NULL;
  g_autoptr (Reading) of_coordinator = NULL;
  const char *const sheet = "Журнал мероприятий";
  gint64 person;

  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "operator_name", "Управление культуры");
  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "operator_address", "с. Слудка, ул. Новая, 5");
  before = papers_run (papers, document, 0, 0);
  of_head = papers_write_and_read (papers, before);
  reading_assert (of_head, sheet, "A6", "s Площадка: все площадки района");
  g_assert_null (reading_find (of_head, sheet, "s Место нахождения: с. Слудка, ул. Новая, 5"));
  g_assert_null (reading_find (of_head, sheet, "s Место нахождения:"));
  reading_assert (of_head, sheet, "A18", "s Записи проверил(а): Директор");

  person = club_add (&papers->club, DOV_TYPE_PERSON, "last_name", "Вахрушева", "first_name", "Нина",
                     "patronymic", "Аркадьевна", "birth_date", "1979-05-06", NULL);
  club_add (&papers->club, DOV_TYPE_STAFF, "person_id", papers_text_of (person), "organisation_id",
            papers_text_of (papers->club.organisation), "position", "Координатор района", "role", "coordinator",
            "since", "2026-01-12", NULL);
  after = papers_run (papers, document, 0, 0);
  of_coordinator = papers_write_and_read (papers, after);
  reading_assert (of_coordinator, sheet, "A18", "s Записи проверил(а): Координатор района");
}

/* On paper of all lounges each row tells its own; a paper of one lounge has it above. */
static void
test_whose_row (Papers        *papers,
                gconstpointer  unused)
{
  const char *const codes[] = { "D-21", "D-22" };
  const char *const sheets[] = { "План работы", "Журнал мероприятий" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DovDocument) document = papers_load (papers, codes[i]);
      g_autoptr (DovResult) all = papers_run (papers, document, 0, 0);
      g_autoptr (DovResult) one = papers_run (papers, document, papers->club.lounge, 0);
      g_autoptr (Reading) of_all = papers_write_and_read (papers, all);
      g_autoptr (Reading) of_one = papers_write_and_read (papers, one);

      g_assert_nonnull (reading_find (of_all, sheets[i], "s Площадка"));
      g_assert_nonnull (reading_find (of_all, sheets[i], "s Слудка"));
      g_assert_null (reading_find (of_one, sheets[i], "s Площадка"));
      g_assert_nonnull (reading_find (of_one, "Данные", "s Площадка"));
      g_assert_nonnull (reading_find (of_all, "Данные", "s Площадка"));
    }
}

/* Who approves a plan does not sign it too: while nobody else is known there is a line to write on. */
static void
test_plan_of_all (Papers        *papers,
                  gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-21");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  g_autoptr (DovResult) nameless = NULL;
  g_autoptr (Reading) to_write = NULL;

  g_assert_nonnull (reading_find (reading, "План работы", "s ____________________  В.П.\u00a0Демаков"));
  g_assert_null (reading_find (reading, "План работы", "s В.П.\u00a0Демаков"));
  g_assert_null (reading_find (reading, "План работы", "s План составил(а): Директор"));
  g_assert_nonnull (reading_find (reading, "Данные", "s Место"));

  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "head_position", "");
  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "head_name", "");
  nameless = papers_run (papers, document, papers->club.lounge, 0);
  to_write = papers_write_and_read (papers, nameless);
  g_assert_nonnull (reading_find (to_write, "План работы", "s ____________________  ____________________"));
}

/* The club of another village: its host, and its head when that is known. */
static gint64
add_other_lounge (Papers *papers,
                  gint64 *host)
{
  *host = club_add (&papers->club, dov_registry_find ("organisation"), "full_name", "Клуб деревни Куршино", "short_name",
                    "Клуб", "kind", "municipal", "sector", "culture", NULL);

  return club_add (&papers->club, dov_registry_find ("lounge"), "name", "Гостиная Куршино", "settlement_id", "12",
                   "host_institution_id", papers_text_of (*host), "address", "д. Куршино, ул. Луговая, 14", "opened_on",
                   "2024-04-06", "manager_id", papers_text_of (papers->club.manager), NULL);
}

/* A paper is headed and approved by the host of its own lounge; the head of this computer's club signs no other's. */
static void
test_whose (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovDocument) plan = papers_load (papers, "D-21");
  g_autoptr (DovDocument) district = papers_load (papers, "D-46");
  g_autoptr (DovResult) own = NULL, foreign = NULL, headed = NULL, all = NULL;
  g_autoptr (Reading) of_own = NULL, of_foreign = NULL, of_headed = NULL, of_all = NULL;
  gint64 host, other = add_other_lounge (papers, &host);

  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "lounge_id", papers_text_of (papers->club.lounge));
  club_change (&papers->club, DOV_TYPE_SETTINGS, 1, "operator_name", "Оператор этого компьютера");

  own = papers_run (papers, plan, papers->club.lounge, 0);
  of_own = papers_write_and_read (papers, own);
  reading_assert (of_own, "План работы", "A1", "s Дом культуры села Слудка");
  g_assert_nonnull (reading_find (of_own, "План работы", "s ____________________  В.П.\u00a0Демаков"));

  foreign = papers_run (papers, plan, other, 0);
  of_foreign = papers_write_and_read (papers, foreign);
  reading_assert (of_foreign, "План работы", "A1", "s Клуб деревни Куршино");
  g_assert_false (reading_says (of_foreign, "В.П."));
  g_assert_nonnull (reading_find (of_foreign, "План работы", "s ____________________  ____________________"));

  club_change (&papers->club, dov_registry_find ("organisation"), host, "head_position", "Заведующий клубом");
  club_change (&papers->club, dov_registry_find ("organisation"), host, "head_name", "Ронжина Т. К.");
  headed = papers_run (papers, plan, other, 0);
  of_headed = papers_write_and_read (papers, headed);
  g_assert_nonnull (reading_find (of_headed, "План работы", "s Заведующий клубом"));
  g_assert_nonnull (reading_find (of_headed, "План работы", "s ____________________  Т.К.\u00a0Ронжина"));

  all = papers_run (papers, district, 0, 0);
  of_all = papers_write_and_read (papers, all);
  g_assert_false (reading_says (of_all, "Оператор этого компьютера"));
  g_assert_false (reading_says (of_all, "В.П."));
  g_assert_false (reading_says (of_all, "Ронжина"));
}

/* What was handed in and changed since says so on the paper itself. */
static void
test_state (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autoptr (Reading) reading = NULL;

  dov_result_get_paper (result)->state = g_strdup ("сдан 03.04.2027, изменён после сдачи");
  reading = papers_write_and_read (papers, result);
  reading_assert (reading, "Журнал мероприятий", "A5", "s (сдан 03.04.2027, изменён после сдачи)");
  g_assert_nonnull (reading_find (reading, "О файле", "s сдан 03.04.2027, изменён после сдачи"));
}

/* What lies in the bin is in no row, no total and no view. */
static void
test_bin (Papers        *papers,
          gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) before = papers_run (papers, document, 0, 0);
  g_autoptr (DovResult) after = NULL;
  g_autoptr (DovResult) uncounted = NULL;
  DovQuery of_first = { .where = "title = 'Мастер-класс «Открытка»'" };
  DovQuery of_its_count = { .where = "b0_6 = 1" };
  DovQuery of_february = { .where = "b0_6 = 1000" };
  g_autoptr (DovRecord) event = dov_store_find_first (papers->club.store, DOV_TYPE_EVENT, &of_first, &error);
  g_autoptr (DovRecord) its_count =
    dov_store_find_first (papers->club.store, DOV_TYPE_EVENT_HEADCOUNT, &of_its_count, &error);
  g_autoptr (DovRecord) headcount =
    dov_store_find_first (papers->club.store, DOV_TYPE_EVENT_HEADCOUNT, &of_february, &error);

  g_assert_cmpuint (dov_result_count_rows (before), ==, 3);
  dov_store_begin (papers->club.store, "в корзину", &error);
  dov_store_remove (papers->club.store, its_count, &error);
  g_assert_no_error (error);
  dov_store_remove (papers->club.store, event, &error);
  g_assert_no_error (error);
  dov_store_commit (papers->club.store, NULL, &error);
  g_assert_no_error (error);
  after = papers_run (papers, document, 0, 0);
  g_assert_cmpuint (dov_result_count_rows (after), ==, 2);
  assert_cell (after, 2, "visits", "72");

  dov_store_remove (papers->club.store, headcount, &error);
  g_assert_no_error (error);
  uncounted = papers_run (papers, document, 0, 0);
  assert_cell (uncounted, 3, "visits", "2\xc2\xa0" "100");
  assert_cell (uncounted, 3, "title", "2");
}

static void
test_plan (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-21");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  const DovTable *table = dov_result_get_table (result, 0);
  guint n_roles[DOV_ROW_BLANK + 1] = { 0 };

  for (guint i = 0; i < table->rows->len; i++)
    n_roles[papers_get_row (result, i)->role]++;
  g_assert_cmpuint (n_roles[DOV_ROW_BODY], ==, 4);
  g_assert_cmpuint (n_roles[DOV_ROW_HEADING], ==, 3);
  g_assert_cmpuint (n_roles[DOV_ROW_SUBTOTAL], ==, 3);
  g_assert_cmpuint (n_roles[DOV_ROW_TOTAL], ==, 1);

  /* What has no direction stands last. */
  g_assert_cmpstr (papers_get_row (result, table->rows->len - 4)->label, ==, "без направления");
  assert_cell (result, table->rows->len - 3, "day", "20.03.2027 (сб)");
  assert_cell (result, table->rows->len - 2, "form", "1");
  assert_cell (result, table->rows->len - 1, "form", "4");

  reading_assert (reading, "План работы", "A8", "s ПЛАН РАБОТЫ НА МАРТ 2027 ГОДА");
  g_assert_nonnull (reading_find (reading, "План работы", "s УТВЕРЖДАЮ"));
  g_assert_nonnull (reading_find (reading, "План работы", "s ____________________  В.П.\u00a0Демаков"));
  g_assert_cmpuint (reading_count_formulas (reading), ==, 4);
}

static void
test_directions (Papers        *papers,
                 gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-29");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  g_assert_cmpuint (dov_result_count_rows (result), ==, 2);
  assert_cell (result, 2, "events", "3");
  assert_cell (result, 2, "visits", "135");
  assert_cell (result, 2, "target", "6");
  assert_cell (result, 3, "events", "2");
  assert_cell (result, 3, "visits", "23\xc2\xa0" "100");
  assert_cell (result, 4, "target", "1\xc2\xa0" "106");
  g_assert_nonnull (reading_find (reading, "Отчёт о мероприятиях", "n 23235"));
}

static void
add_attendance (Papers    *papers,
                gint64      event,
                const char *last_name,
                const char *first_name,
                const char *born,
                const char *grade,
                const char *role,
                const char *status)
{
  gint64 person = club_add (&papers->club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", first_name,
                            "no_patronymic", "1", "birth_date", born, "position_or_grade", grade, NULL);

  club_add (&papers->club, DOV_TYPE_ATTENDANCE, "event_id", papers_text_of (event), "person_id", papers_text_of (person),
            "status", status, "role", role, NULL);
}

static void
test_sign_in_sheet (Papers        *papers,
                    gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-23");
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  gint64 event = papers_add_event (papers, "Мастер-класс «Весна»", "2027-03-09T14:00", "planned", "104", "", papers_nobody);
  const char *label = NULL;

  /* Born on 10.03.2013: still 13 on the day before the birthday. */
  add_attendance (papers, event, "Ежов", "Пётр", "2013-03-10", "", "guest", "registered");
  add_attendance (papers, event, "Еремеев", "Иван", "1980-01-01", "", "parent", "registered");
  add_attendance (papers, event, "Ёлкин", "Илья", "2018-05-05", "2 класс", "guest", "registered");
  add_attendance (papers, event, "Абрамов", "Олег", "1990-01-01", "", "helper", "registered");
  add_attendance (papers, event, "Яшин", "Егор", "2026-07-09", "", "guest", "registered");
  add_attendance (papers, event, "Жуков", "Глеб", "2015-01-01", "", "guest", "cancelled");

  g_assert_cmpstr (dov_document_get_asked (document, &label), ==, "event");
  g_assert_cmpstr (label, ==, "Мероприятие");
  g_assert_true (dov_document_is_personal (document));
  result = papers_run (papers, document, 0, event);
  name = dov_result_dup_file_name (result);
  g_assert_cmpstr (name, ==, "Явочный лист, 14-00, Мастер-класс «Весна», Слудка, 2027-03-09.xlsx");
  g_assert_cmpuint (dov_result_count_rows (result), ==, 4);
  assert_cell (result, 0, "name", "Ежов Пётр");
  assert_cell (result, 1, "name", "Еремеев Иван");
  assert_cell (result, 2, "name", "Ёлкин Илья");
  assert_cell (result, 3, "name", "Яшин Егор");
  assert_cell (result, 0, "age", "13\u00a0лет");
  assert_cell (result, 1, "age", "");
  assert_cell (result, 2, "age", "2 класс");
  assert_cell (result, 3, "age", "8\u00a0мес.");

  reading = papers_write_and_read (papers, result);
  number = g_strdup_printf ("s Мероприятие: Мастер-класс «Весна» (№\u00a0%" G_GINT64_FORMAT ")", event & G_MAXUINT32);
  reading_assert (reading, "Явочный лист", "A5", number);
  reading_assert (reading, "Явочный лист", "A6", "s Дата и время: 09.03.2027, 14:00–20:30");
  reading_assert (reading, "Явочный лист", "A7", "s Место:");
  reading_assert (reading, "Явочный лист", "A12", "n 1");
  reading_assert (reading, "Явочный лист", "A14", "n 3");
  /* The helper had the fourth number: it is nobody else’s. */
  reading_assert (reading, "Явочный лист", "A15", "n 5");
  reading_assert (reading, "Явочный лист", "A16", "s +1");
  reading_assert (reading, "Явочный лист", "B16", "b ");
  g_assert_cmpstr (reading_get_fact (reading, "Явочный лист", "height 16"), ==, "25");
  g_assert_nonnull (reading_find (reading, "Явочный лист", "s Всего присутствовало, чел.: ______________________"));
  g_assert_cmpuint (g_strv_length (reading_list_sheets (reading)), ==, 2);

  /* Twenty blank rows at least, thirty at most, whatever pages they need. */
  g_assert_nonnull (reading_find (reading, "Явочный лист", "s +20"));
  g_assert_null (reading_find (reading, "Явочный лист", "s +31"));
}

/* Of some children only the year of birth is known. */
static void
test_sign_in_year (Papers        *papers,
                   gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-23");
  g_autoptr (DovResult) result = NULL;
  gint64 event = papers_add_event (papers, "Игра", "2027-03-09T14:00", "planned", "104", "", papers_nobody);
  gint64 child = club_add (&papers->club, DOV_TYPE_PERSON, "last_name", "Ежов", "first_name", "Пётр",
                           "birth_year", "2014", "age_estimated", "1", NULL);
  gint64 adult = club_add (&papers->club, DOV_TYPE_PERSON, "last_name", "Жуков", "first_name", "Глеб",
                           "birth_year", "1987", NULL);

  club_add (&papers->club, DOV_TYPE_ATTENDANCE, "event_id", papers_text_of (event), "person_id",
            papers_text_of (child), "status", "registered", "role", "guest", NULL);
  club_add (&papers->club, DOV_TYPE_ATTENDANCE, "event_id", papers_text_of (event), "person_id",
            papers_text_of (adult), "status", "registered", "role", "guest", NULL);
  result = papers_run (papers, document, 0, event);
  assert_cell (result, 0, "age", "около 13\u00a0лет");
  assert_cell (result, 1, "age", "");
}

/* Families: A in two categories with children of 17, 18 and 3; B in one; C closed. */
static void
test_categories (Papers        *papers,
                 gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-15");
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;
  gint64 families[3];
  const char *const opened[] = { "2027-01-10", "2027-03-01", "2026-05-05" };
  const char *const closed[] = { "", "", "2027-03-20" };
  const struct { guint family; const char *category, *since, *until; } tags[] = {
    { 0, "201", "2027-01-10", "" }, { 0, "202", "2027-03-05", "" }, { 1, "201", "2027-03-01", "" },
    { 2, "202", "2026-05-05", "2027-03-20" }, { 1, "213", "2027-04-01", "" },
  };
  const struct { guint family; const char *born; } children[] = {
    { 0, "2009-04-01" }, { 0, "2009-03-31" }, { 0, "2024-02-29" }, { 1, "2020-01-01" }, { 2, "2021-01-01" },
  };

  dov_support_rules_install (papers->club.store);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ивановы%s", i == 0 ? "" : i == 1 ? "а" : "б");

      families[i] = club_add_family (&papers->club, name);
      club_change (&papers->club, DOV_TYPE_FAMILY, families[i], "opened_on", opened[i]);
      club_change (&papers->club, DOV_TYPE_FAMILY, families[i], "curator_id", papers_text_of (papers->club.manager));
      club_change (&papers->club, DOV_TYPE_FAMILY, families[i], "case_status", "active");
      if (*closed[i] != '\0')
        club_change (&papers->club, DOV_TYPE_FAMILY, families[i], "closed_on", closed[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    club_add (&papers->club, DOV_TYPE_FAMILY_CATEGORY, "family_id", papers_text_of (families[tags[i].family]),
              "category_id", tags[i].category, "since", tags[i].since, "until", tags[i].until,
              "basis_doc", "постановление № 7", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      gint64 child = club_add (&papers->club, DOV_TYPE_PERSON, "last_name", "Иванов", "first_name", "Пётр",
                               "no_patronymic", "1", "birth_date", children[i].born, NULL);

      club_add (&papers->club, DOV_TYPE_FAMILY_MEMBER, "family_id", papers_text_of (families[children[i].family]),
                "person_id", papers_text_of (child), "kinship", "child", NULL);
    }

  result = papers_run (papers, document, papers->club.lounge, 0);
  assert_cell (result, 0, "category", "Трудная жизненная ситуация (ТЖС)");
  assert_cell (result, 0, "families", "2");
  assert_cell (result, 0, "children", "3");     /* 18 on the last day of the period is no child */
  assert_cell (result, 0, "sop", "1");
  assert_cell (result, 0, "added", "1");
  assert_cell (result, 0, "taken_off", "0");
  assert_cell (result, 1, "families", "1");
  assert_cell (result, 1, "children", "2");
  assert_cell (result, 1, "added", "1");
  assert_cell (result, 1, "taken_off", "1");
  assert_cell (result, 12, "category", "Многодетная");
  assert_cell (result, 12, "families", "0");

  reading = papers_write_and_read (papers, result);
  g_assert_nonnull (reading_find (reading, "Семьи по категориям", "n 2"));
  for (guint i = 30; i < 40; i++)
    {
      g_autofree char *cell = g_strdup_printf ("A%u", i);
      const char *format = reading_get_format (reading, "Семьи по категориям", cell);

      if (format != NULL && g_str_has_prefix (format, "\"Семей в таблице, каждая один раз: \"#,##0"))
        reading_assert (reading, "Семьи по категориям", cell, "n 2");
      if (format != NULL && g_str_has_prefix (format, "\"В них детей до 18 лет, каждый один раз: \"#,##0"))
        reading_assert (reading, "Семьи по категориям", cell, "n 3");
    }
  /* Categories overlap: there is no total. */
  g_assert_cmpuint (reading_count_formulas (reading), ==, 0);
}

static void
test_period_of_nothing (Papers        *papers,
                        gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  GDate day;
  DovPeriod period;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2020);
  period = dov_period_around (DOV_PERIOD_QUARTER, &day);
  result = dov_document_run (document, papers->club.store, &period, 0, 0, &error);
  g_assert_no_error (error);
  reading = papers_write_and_read (papers, result);
  g_assert_nonnull (reading_find (reading, "Журнал мероприятий", "s За этот период записей нет"));
  g_assert_nonnull (reading_find (reading, "Журнал мероприятий", "s Площадка: все площадки района"));
  g_assert_cmpstr (reading_get_fact (reading, "Данные", "table"), ==, "data_rows A1:Q2 TableStyleLight15 0");
  g_assert_cmpstr (papers_get_row (result, 0)->label, ==, "Итого за I квартал 2020 года");
  assert_cell (result, 0, "visits", "0");
  /* The year begins with this quarter: nothing is carried. */
  g_assert_cmpint (papers_get_row (result, 1)->role, ==, DOV_ROW_GROWING);
}

static void
test_asked (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovDocument) journal = papers_load (papers, "D-22");
  g_autoptr (DovDocument) sheet = papers_load (papers, "D-23");
  DovPeriod period = papers_march ();
  DovPeriod day = papers_march ();
  const struct { DovDocument *document; const DovPeriod *period; gint64 lounge, asked; } cases[] = {
    { journal, NULL, 0, 0 }, { journal, &day, 0, 0 }, { journal, &period, 77, 0 }, { sheet, NULL, 0, 0 },
    { sheet, NULL, 0, 77 },
  };

  day.kind = DOV_PERIOD_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dov_document_run (cases[i].document, papers->club.store, cases[i].period, cases[i].lounge,
                                       cases[i].asked, &error));
      g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED);
      g_test_message ("%s", error->message);
    }
}

static void
test_blank (Papers        *papers,
            gconstpointer  unused)
{
  const char *const codes[] = { "D-15", "D-21", "D-22", "D-23", "D-29" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DovDocument) document = papers_load (papers, codes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (DovResult) result = dov_document_run_blank (document, papers->club.store, &error);
      g_autoptr (Reading) reading = NULL;
      g_autofree char *name = dov_result_dup_file_name (result);

      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (name, ", бланк.xlsx"));
      g_assert_null (dov_result_get_paper (result)->footer);
      /* The rows that every such paper has are there, their figures are not. */
      g_assert_cmpuint (dov_result_count_rows (result), ==, g_str_equal (codes[i], "D-15") ? 21 : 0);
      if (g_str_equal (codes[i], "D-15"))
        assert_cell (result, 0, "families", "");
      reading = papers_write_and_read (papers, result);
      g_assert_nonnull (reading_find (reading, reading_list_sheets (reading)[0], "n 9"));
      g_assert_cmpuint (reading_count_formulas (reading), ==, 0);
      g_assert_null (reading_find (reading, reading_list_sheets (reading)[0], "s —"));
    }
}

/* What is not over yet is told as it stands today, the 2nd of April; the last day is over with its end. */
static void
test_not_over (Papers        *papers,
               gconstpointer  unused)
{
  static const struct { const char *code; DovPeriodKind kind; int day, month; const char *words; } cases[] = {
        { "D-22", DOV_PERIOD_MONTH, 5, 3, "за март 2027 года" },
    { "D-22", DOV_PERIOD_YEAR, 5, 3, "за 2027 год, по состоянию на 02.04.2027" },
    { "D-22", DOV_PERIOD_MONTH, 5, 4, "за апрель 2027 года, по состоянию на 02.04.2027" },
    { "D-21", DOV_PERIOD_MONTH, 5, 2, NULL },
    { "D-21", DOV_PERIOD_MONTH, 5, 4, "по состоянию на 02.04.2027" },
    { "D-49", DOV_PERIOD_DAY, 28, 2, "по состоянию на 28.02.2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovDocument) document = papers_load (papers, cases[i].code);
      g_autoptr (GError) error = NULL;
      g_autoptr (DovResult) result = NULL;
      GDate day;
      DovPeriod period;

      g_date_set_dmy (&day, (GDateDay) cases[i].day, (GDateMonth) cases[i].month, 2027);
      period = dov_period_around (cases[i].kind, &day);
      result = dov_document_run (document, papers->club.store, &period, papers->club.lounge, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dov_result_get_paper (result)->period, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  dov_language_start (NULL);
  g_test_init (&argc, &argv, NULL);

  PAPERS_ADD ("/document/D-22", test_journal);
  PAPERS_ADD ("/document/D-22/district", test_district);
  PAPERS_ADD ("/document/maker", test_maker);
  PAPERS_ADD ("/document/whose-row", test_whose_row);
  PAPERS_ADD ("/document/D-21/all-lounges", test_plan_of_all);
  PAPERS_ADD ("/document/behind", test_behind);
  PAPERS_ADD ("/document/whose", test_whose);
  PAPERS_ADD ("/document/state", test_state);
  PAPERS_ADD ("/document/bin", test_bin);
  PAPERS_ADD ("/document/D-21", test_plan);
  PAPERS_ADD ("/document/D-29", test_directions);
  PAPERS_ADD ("/document/D-23", test_sign_in_sheet);
  PAPERS_ADD ("/document/D-23/year", test_sign_in_year);
  PAPERS_ADD ("/document/D-15", test_categories);
  PAPERS_ADD ("/document/empty", test_period_of_nothing);
  PAPERS_ADD ("/document/not over", test_not_over);
  PAPERS_ADD ("/document/asked", test_asked);
  PAPERS_ADD ("/document/blank", test_blank);

  return g_test_run ();
}
