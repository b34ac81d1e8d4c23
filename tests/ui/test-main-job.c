/* test-main-job.c - the main job, by keyboard alone: from a bare PC to a workbook, and on after a power cut */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "dov-amount.h"
#include "dov-attendance.h"
#include "dov-event-page.h"
#include "dov-events-page.h"
#include "dov-family-member.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-field-row.h"
#include "dov-founding-page.h"
#include "dov-list-page.h"
#include "dov-lounge.h"
#include "dov-record-page.h"
#include "dov-record-search.h"
#include "dov-reports-page.h"
#include "dov-roll.h"
#include "dov-saving.h"
#include "dov-section-box.h"
#include "dov-sidebar.h"
#include "dov-today-page.h"
#include "dov-ui-bus.h"
#include "dov-ui-keys.h"
#include "dov-ui-program.h"
#include "dov-ui-test.h"
#include "dov-walk-in.h"
#include "workbook-reading.h"

/* Who came, from the youngest band: those on the list by name, and those that nobody knows. */
static const int named[DOV_N_BANDS] = { 1, 1, 1, 0, 1, 0 };
static const int unnamed[DOV_N_BANDS] = { 2, 7, 4, 5, 3, 1 };

static void
press (GtkWidget  *window,
       const char *key)
{
  dov_ui_test_press_accel (window, key);
}

static gboolean
is_on (DovApplication *application,
       GType           type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (dov_ui_program_get_page (application), type);
}

static void
fill (GtkWidget  *window,
      const char *title,
      const char *text)
{
  dov_ui_keys_fill (window, ADW_TYPE_PREFERENCES_ROW, title, text);
}

/* The first start: a new file, and four questions. */
static void
found (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);

  g_assert_true (dov_ui_keys_stand_on (window, GTK_TYPE_LIST_BOX_ROW, _("Begin work in our lounge")));
  dov_ui_test_picture (window, "job-01-welcome");
  press (window, "Return");
  WAIT_FOR (dov_application_get_store (application) != NULL && is_on (application, DOV_TYPE_FOUNDING_PAGE));

  /* The list of villages: opened, the last but one, which is ours, taken. */
  press (window, "Return");
  press (window, "End");
  press (window, "Up");
  press (window, "Return");
  g_assert_true (dov_ui_test_says (dov_ui_test_get_focus (window), "с. Слудка"));
  fill (window, _("Institution: club, house of culture"), "Слудский Дом культуры");
  fill (window, _("Address"), "с. Слудка, ул. Мира, 1");
  fill (window, _("Last name"), "Ветлугина");
  fill (window, _("First name"), "Надежда");
  fill (window, _("Patronymic"), "Павловна");
  dov_ui_test_picture (window, "job-02-lounge");
  press (window, "<Control>s");
  WAIT_FOR (is_on (application, DOV_TYPE_TODAY_PAGE));
  dov_ui_test_picture (window, "job-03-today-empty");
}

static void
enter_family (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);

  press (window, "<Alt>2");
  WAIT_FOR (is_on (application, DOV_TYPE_LIST_PAGE));
  dov_ui_test_picture (window, "job-04-families-empty");
  press (window, "<Control>n");
  WAIT_FOR (dov_ui_test_is_form_of (dov_ui_program_get_page (application), DOV_TYPE_FAMILY));

  fill (window, _("Family name"), "Снегирёвы");
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Type of family"), _("one parent (mother)"));
  fill (window, _("Home address"), "с. Слудка, ул. Луговая, 8");
  fill (window, _("Contact telephone"), "8 900 000 44 17");
  fill (window, _("Last name"), "Снегирёва");
  fill (window, _("First name"), "Дарья");
  fill (window, _("Patronymic"), "Олеговна");
  fill (window, _("Date of birth"), "14.5.88");
  fill (window, _("Last name"), "Снегирёва");
  fill (window, _("First name"), "Варвара");
  fill (window, _("Patronymic"), "Ильинична");
  fill (window, _("Date of birth"), "021117");
  dov_ui_keys_go_to (window, GTK_TYPE_BUTTON, _("One more _child"));
  press (window, "Return");
  WAIT_FOR (dov_ui_keys_stand_on (window, ADW_TYPE_PREFERENCES_ROW, _("Last name")));
  fill (window, _("Last name"), "Снегирёв");
  fill (window, _("First name"), "Тимофей");
  fill (window, _("Patronymic"), "Ильич");
  fill (window, _("Date of birth"), "30.06.2022");
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Sex"), _("male"));
  dov_ui_test_picture (window, "job-05-family-typed");
  press (window, "<Control>s");
  WAIT_FOR (dov_ui_test_is_of (dov_ui_program_get_page (application), DOV_TYPE_FAMILY));
  g_assert_true (dov_ui_test_says (window, "Снегирёв Тимофей Ильич"));
  dov_ui_test_picture (window, "job-06-family");
}

static void
enter_event (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);

  press (window, "<Alt>6");
  WAIT_FOR (is_on (application, DOV_TYPE_EVENTS_PAGE));
  press (window, "<Control>n");
  WAIT_FOR (is_on (application, DOV_TYPE_RECORD_PAGE));
  fill (window, _("Name"), "Семейный кинозал: «Лесная сказка»");
  fill (window, _("Form"), "кино");
  press (window, "Return");
  fill (window, _("Start"), "сегодня 18:00");
  fill (window, _("End"), "19.3 1945");
  fill (window, _("Place"), "зрительный зал");
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Direction"), _("cinema"));
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Audience"), _("families (mixed)"));
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Age mark"), _("0+"));
  fill (window, _("Responsible"), "ветл");
  press (window, "Return");
  fill (window, _("Planned, people"), "30");
  dov_ui_test_picture (window, "job-07-event-typed");
  press (window, "<Control>s");
  WAIT_FOR (is_on (application, DOV_TYPE_EVENT_PAGE));
  g_assert_true (dov_ui_test_says (window, "Сохранено: Семейный кинозал"));
  g_assert_false (dov_ui_test_says (window, "Новая семья: Снегирёвы"));
}

/* Whoever is found by a fragment is put on the list with Enter. */
static void
mark (GtkWidget  *window,
      const char *fragment)
{
  g_assert_true (dov_ui_keys_stand_on (window, GTK_TYPE_SEARCH_ENTRY, NULL));
  dov_ui_keys_write (window, fragment);
  press (window, "Return");
}

static void
enter_people (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);

  mark (window, "дар снег");
  mark (window, "варв");
  mark (window, "тимо");
  dov_ui_test_picture (window, "job-08-event-people");

  /* A stranger is entered in place: the age, and Enter. */
  mark (window, "кислицын марк");
  WAIT_FOR (dov_ui_test_find (window, DOV_TYPE_WALK_IN, NULL) != NULL);
  dov_ui_keys_write (window, "15");
  dov_ui_test_picture (window, "job-09-event-stranger");
  press (window, "Return");
  WAIT_FOR (dov_ui_keys_stand_on (window, GTK_TYPE_SEARCH_ENTRY, NULL));

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      g_autofree char *number = g_strdup_printf ("%d", unnamed[band]);

      dov_ui_keys_go_to (window, DOV_TYPE_AMOUNT, NULL);
      dov_ui_keys_write (window, number);
      press (window, "Tab");
    }
  dov_ui_test_picture (window, "job-10-event-counted");
  dov_ui_keys_go_back_to (window, GTK_TYPE_BUTTON, _("Mark as held"));
  press (window, "Return");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (dov_ui_program_get_page (application)), _("held")));
  dov_ui_test_picture (window, "job-11-event-held");
}

/* The keyboard went past the sections, and none of them took the mark. */
static void
check_sidebar (GtkWidget *window)
{
  static const char *const others[] = { "today", "families", "reports", "bin", "help" };

  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (dov_ui_test_find_name (window, "events"))));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (dov_ui_test_find_name (window, others[i]))));
}

/* The tenth section and those below it have no key of their own. */
static void
go_to_reports (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);
  GtkWidget *row = dov_ui_test_find_name (window, "reports");

  dov_ui_keys_go_back_to (window, DOV_TYPE_SIDEBAR, NULL);
  for (guint i = 0; i < 5 && gtk_widget_get_parent (dov_ui_test_get_focus (window)) != gtk_widget_get_parent (row); i++)
    press (window, "<Shift>Tab");
  for (guint i = 0; i < 30 && dov_ui_test_get_focus (window) != row; i++)
    press (window, "Down");
  g_assert_true (dov_ui_test_get_focus (window) == row);
  press (window, "Return");
  WAIT_FOR (is_on (application, DOV_TYPE_REPORTS_PAGE));
}

static void
choose_document (DovApplication *application,
                 const char     *title)
{
  GtkWidget *window = dov_ui_program_get_window (application);

  dov_ui_keys_go_back_to (window, GTK_TYPE_LIST_BOX_ROW, NULL);
  for (guint i = 0; i < 80 && !dov_ui_keys_stand_on (window, GTK_TYPE_LIST_BOX_ROW, title); i++)
    press (window, "Down");
  g_assert_true (dov_ui_keys_stand_on (window, GTK_TYPE_LIST_BOX_ROW, title));
}

static Reading *
save_document (DovApplication *application,
               const char     *name)
{
  GtkWidget *page = GTK_WIDGET (dov_ui_program_get_page (application));
  DovSaving *saving = DOV_SAVING (dov_ui_test_find (page, DOV_TYPE_SAVING, NULL));
  g_autofree char *file = NULL;

  press (page, "<Control>s");
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE
            && g_str_has_suffix (dov_saving_get_path (saving), name));
  file = g_build_filename (g_get_home_dir (), name, NULL);
  g_assert_cmpstr (dov_saving_get_path (saving), ==, file);

  return reading_new (file);
}

static void
assert_number (Reading    *reading,
               const char *sheet,
               const char *cell,
               int         number)
{
  g_autofree char *value = g_strdup_printf ("n %d", number);

  reading_assert (reading, sheet, cell, value);
}

static int
count_bands (DovBand first,
             DovBand last)
{
  int n = 0;

  for (DovBand band = first; band <= last; band++)
    n += named[band] + unnamed[band];

  return n;
}

static void
check_register (Reading *reading)
{
  const struct { const char *column; int number; } counts[] = {
    { "H", count_bands (DOV_BAND_0_6, DOV_BAND_60) },
    { "I", count_bands (DOV_BAND_0_6, DOV_BAND_7_13) },
    { "J", count_bands (DOV_BAND_14_17, DOV_BAND_18_35) },
    { "K", count_bands (DOV_BAND_36_59, DOV_BAND_60) },
  };

  reading_assert (reading, "Журнал мероприятий", "A1", "s Слудский Дом культуры");
  reading_assert (reading, "Журнал мероприятий", "A4", "s за март 2027 года, по состоянию на 19.03.2027");
  reading_assert (reading, "Журнал мероприятий", "A7", "s Место нахождения: с. Слудка, ул. Мира, 1");
  reading_assert (reading, "Журнал мероприятий", "I17", "s Н.П.\u00a0Ветлугина");
  reading_assert (reading, "Данные", "A2", "d 2027-03-19");
  reading_assert (reading, "Данные", "B2", "t 18:00");
  reading_assert (reading, "Данные", "C2", "t 19:45");
  reading_assert (reading, "Данные", "D2", "s Семейный кинозал: «Лесная сказка»");
  reading_assert (reading, "Данные", "E2", "s киносеанс (семейный кинозал)");
  reading_assert (reading, "Данные", "G2", "s семьи (смешанная)");
  reading_assert (reading, "Данные", "M2", "s Ветлугина\u00a0Н.П.");
  g_assert_null (reading_get (reading, "Данные", "D3"));

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *row = g_strconcat (counts[i].column, "12", NULL);
      g_autofree char *month = g_strconcat (counts[i].column, "13", NULL);
      g_autofree char *year = g_strconcat (counts[i].column, "15", NULL);
      g_autofree char *plain = g_strconcat (counts[i].column, "2", NULL);

      assert_number (reading, "Журнал мероприятий", row, counts[i].number);
      assert_number (reading, "Журнал мероприятий", month, counts[i].number);
      assert_number (reading, "Журнал мероприятий", year, counts[i].number);
      assert_number (reading, "Данные", plain, counts[i].number);
    }
}

static void
check_sheet (Reading *reading)
{
  const char *title = reading_get (reading, "Явочный лист", "A5");

  g_assert_true (g_str_has_prefix (title, "s Мероприятие: Семейный кинозал: «Лесная сказка» (№\u00a0"));
  reading_assert (reading, "Явочный лист", "A6", "s Дата и время: 19.03.2027, 18:00–19:45");
  reading_assert (reading, "Явочный лист", "A7", "s Место: зрительный зал");
  reading_assert (reading, "Явочный лист", "B12", "s Снегирёва Дарья Олеговна");
  reading_assert (reading, "Явочный лист", "B13", "s Снегирёва Варвара Ильинична");
  reading_assert (reading, "Явочный лист", "C13", "s 9\u00a0лет");
  reading_assert (reading, "Явочный лист", "B14", "s Снегирёв Тимофей Ильич");
  reading_assert (reading, "Явочный лист", "C14", "s 4\u00a0года");
  reading_assert (reading, "Явочный лист", "B15", "s Кислицын Марк");
}

static void
make_papers (DovApplication *application)
{
  GtkWidget *window = dov_ui_program_get_window (application);
  g_autoptr (Reading) journal = NULL;
  g_autoptr (Reading) sheet = NULL;

  go_to_reports (application);
  choose_document (application, "Журнал учёта работы клубного учреждения");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (dov_ui_program_get_page (application)), "Лесная сказка"));
  dov_ui_test_picture (window, "job-12-register");
  journal = save_document (application, "Журнал мероприятий, Слудка, 2027-03.xlsx");
  dov_ui_test_picture (window, "job-13-register-saved");
  check_register (journal);

  choose_document (application, "Явочный лист");
  dov_ui_keys_go_to (window, DOV_TYPE_RECORD_SEARCH, NULL);
  dov_ui_keys_write (window, "сказ");
  press (window, "Return");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (dov_ui_program_get_page (application)), "Кислицын Марк"));
  sheet = save_document (application, "Явочный лист, 18-00, Семейный кинозал «Лесная сказка», Слудка, 2027-03-19.xlsx");
  dov_ui_test_picture (window, "job-14-sheet-saved");
  check_sheet (sheet);
}

static DovStore *
open_usual (void)
{
  g_autofree char *path = dov_application_dup_default_path ();
  g_autoptr (GError) error = NULL;
  DovStore *store = dov_store_open (path, DOV_STORE_READ_ONLY, &error);

  g_assert_no_error (error);

  return store;
}

static void
assert_count (DovStore *store,
              GType     type,
              gint64    count)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (dov_store_count (store, type, NULL, &error), ==, count);
  g_assert_no_error (error);
}

static void
check_file (void)
{
  g_autoptr (DovStore) store = open_usual ();
  g_autoptr (DovRecord) event = dov_store_find_first (store, DOV_TYPE_EVENT, NULL, NULL);
  g_autoptr (DovRecord) family = dov_store_find_first (store, DOV_TYPE_FAMILY, NULL, NULL);
  g_autoptr (DovRoll) roll = dov_roll_read (store, DOV_EVENT (event), NULL);

  assert_count (store, DOV_TYPE_LOUNGE, 1);
  assert_count (store, DOV_TYPE_FAMILY, 1);
  assert_count (store, DOV_TYPE_FAMILY_MEMBER, 3);
  assert_count (store, DOV_TYPE_PERSON, 5);   /* the manager, the family, a stranger */
  assert_count (store, DOV_TYPE_EVENT, 1);
  assert_count (store, DOV_TYPE_ATTENDANCE, 4);
  g_assert_cmpstr (DOV_FAMILY (family)->family_name, ==, "Снегирёвы");
  g_assert_cmpstr (DOV_FAMILY (family)->phone, ==, "+79000004417");
  g_assert_cmpint (DOV_EVENT (event)->status, ==, DOV_EVENT_STATUS_HELD);
  g_assert_cmpint (DOV_EVENT (event)->planned_count, ==, 30);
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      g_assert_cmpint (roll->named[band], ==, named[band]);
      g_assert_cmpint (roll->counted[band], ==, named[band] + unnamed[band]);
    }
  g_assert_true (dov_store_close (store, NULL));
}

/* The same job by a person who does not see the window: where the bus is there, it is listened to. */
static void
check_heard (char *heard)
{
  static const char *const told[] = {
    "Населённый пункт (combo box)\n", "с. Слудка (list item)\n",
    "Фамилия семьи, обязательно (text box): Как зовут семью: Ивановы\n", "Тип семьи, обязательно: не указано (button)\n",
    "Имя, Мать (text box)\n", "Имя, Первый ребёнок (text box)\n", "Ещё ребёнок (button)\n",
    "Пол, Ещё один ребёнок: не указано (button)\n", "    Семья добавлена: Снегирёвы\n",
    "Форма, обязательно (text box)\n    киносеанс (семейный кинозал)\n",
    "    Сохранено: Семейный кинозал: «Лесная сказка», 19.03.2027 18:00\n    Снегирёва Дарья Олеговна, 38 лет\n"
    "    Отмечен приход: Снегирёва Дарья Олеговна\n",
    "Возраст или год рождения (text box): Новый человек: «кислицын марк»\n",
    "20:15, Кислицын Марк, около 15 лет · с. Слудка (list item)\n", "Добавить…: Помощники (button)\n",
    "Отменить (button)\nЗакрыть сообщение (button)", "60 лет и старше, без имени (spin button)\n",
    "    Мероприятие проведено: Семейный кинозал: «Лесная сказка»\n", "Отчёты (list item)\n",
    "Журнал учёта работы клубного учреждения (list item)\n",
    "    Файл сохранён в папке «", "». Журнал мероприятий, Слудка, 2027-03.xlsx\n",
    "Мероприятие (search box)\n    Семейный кинозал: «Лесная сказка», 19.03.2027 18:00\n", "    Файл сохранён в папке «",
    NULL
  };
  const char *folder = g_getenv ("DOVERIE_ARTEFACTS");
  g_autoptr (GString) words = g_string_new (heard);
  const char *place;

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "main-job-heard.txt", NULL);

      g_assert_true (g_file_set_contents (path, heard, -1, NULL));
    }
  g_string_replace (words, "\u00a0", " ", 0);
  /* What opens a list of choices is a button of another kind to newer GTK. */
  g_string_replace (words, "(toggle button)", "(button)", 0);
  place = words->str;
  for (guint i = 0; told[i] != NULL; i++)
    {
      place = strstr (place, told[i]);
      if (place == NULL)
        g_error ("“%s” is not heard, or too early", told[i]);
    }
  g_free (heard);
}

static void
test_month (void)
{
  g_autoptr (DovApplication) application = dov_ui_program_start (NULL);
  gboolean is_heard = g_strcmp0 (g_getenv ("GTK_A11Y"), "atspi") == 0;

  if (is_heard)
    {
      g_autofree char *first = dov_ui_bus_dup_focus ();

      g_assert_true (g_str_has_prefix (first, _("Begin work in our lounge")));
      dov_ui_bus_listen ();
    }
  found (application);
  enter_family (application);
  enter_event (application);
  enter_people (application);
  check_sidebar (dov_ui_program_get_window (application));
  make_papers (application);
  if (is_heard)
    check_heard (dov_ui_bus_dup_said ());
  dov_ui_program_close (application);
  check_file ();
}

/* The program that is killed: half a family is typed, and the power fails. */
static void
type_half (const char *file)
{
  g_autoptr (DovApplication) application = dov_ui_program_start (file);
  GtkWidget *window = dov_ui_program_get_window (application);
  DovRecord *draft;

  press (window, "<Alt>2");
  press (window, "<Control>n");
  WAIT_FOR (dov_ui_test_is_form_of (dov_ui_program_get_page (application), DOV_TYPE_FAMILY));
  fill (window, _("Family name"), "Осокины");
  dov_ui_keys_choose (window, ADW_TYPE_PREFERENCES_ROW, _("Type of family"), _("two parents"));
  fill (window, _("Home address"), "д. Куршино, ул. Лесная, 12");
  fill (window, _("Taken on"), "31.02.2027");
  fill (window, _("Last name"), "Осокина");
  fill (window, _("First name"), "Мари");
  draft = dov_form_get_draft (dov_form_page_get_form (DOV_FORM_PAGE (dov_ui_program_get_page (application))));
  WAIT_FOR (g_strcmp0 (dov_record_get_typed (draft, "mother.first_name"), "Мари") == 0);
  dov_ui_test_picture (window, "job-21-half-a-form");

  puts ("kept");   /* g_print() would say “# kept” to who counts the tests */
  fflush (stdout);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

static void
kill_in_the_middle (const char *file)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--half-a-form", file, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);   /* it has ended by itself */
    }
  while (!g_str_equal (line, "kept"));

  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
}

static void
check_taken_up (GtkWidget *page)
{
  static const char *const typed[] = { "Осокины", "полная", "д. Куршино, ул. Лесная, 12", "31.02.2027", "Осокина", "Мари" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (!dov_ui_test_says (page, typed[i]))
      g_error ("“%s” was typed and is lost", typed[i]);
}

/* kill -9 in the middle of a form: the next start offers it, and work goes on where it stopped. */
static void
test_power_cut (void)
{
  g_autofree char *path = dov_application_dup_default_path ();
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DovRecord) family = NULL;
  DovQuery query = { .where = "family_name = 'Осокины'" };
  GtkWidget *window;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (DovApplication) first = dov_ui_program_start (NULL);

      found (first);
      dov_ui_program_close (first);
    }
  kill_in_the_middle (path);

  application = dov_ui_program_start (NULL);
  window = dov_ui_program_get_window (application);
  g_assert_true (is_on (application, DOV_TYPE_TODAY_PAGE));
  g_assert_true (dov_ui_test_says (window, _("Not finished")));
  dov_ui_test_picture (window, "job-22-offered-again");
  dov_ui_keys_go_to (window, DOV_TYPE_ROW_LINE, "Новая семья: Осокины");
  press (window, "Return");
  WAIT_FOR (dov_ui_test_is_form_of (dov_ui_program_get_page (application), DOV_TYPE_FAMILY));
  dov_ui_test_picture (window, "job-23-taken-up");
  check_taken_up (GTK_WIDGET (dov_ui_program_get_page (application)));

  /* On from there: the day that cannot be, the rest of the name, and the year. */
  fill (window, _("Taken on"), "28.02.2027");
  dov_ui_keys_go_to (window, ADW_TYPE_PREFERENCES_ROW, _("First name"));
  press (window, "End");
  dov_ui_keys_write (window, "на");
  fill (window, _("Date of birth"), "3.4.1991");
  press (window, "<Control>s");
  WAIT_FOR (dov_ui_test_is_of (dov_ui_program_get_page (application), DOV_TYPE_FAMILY));
  dov_ui_test_picture (window, "job-24-saved-after-all");
  press (window, "<Alt>1");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (dov_ui_program_get_page (application)), "Новая семья: Осокины"));
  dov_ui_program_close (application);

  store = open_usual ();
  drafts = dov_store_list_drafts (store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  family = dov_store_find_first (store, DOV_TYPE_FAMILY, &query, NULL);
  g_assert_cmpstr (DOV_FAMILY (family)->address, ==, "д. Куршино, ул. Лесная, 12");
  g_assert_cmpint (g_date_get_day (DOV_FAMILY (family)->opened_on), ==, 28);
  query.where = "last_name = 'Осокина' AND first_name = 'Марина' AND birth_date = '1991-04-03'";
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_PERSON, &query, NULL), ==, 1);
  g_assert_true (dov_store_close (store, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *file = argc == 3 && g_str_equal (argv[1], "--half-a-form") ? g_strdup (argv[2]) : NULL;

  g_setenv ("DOVERIE_NOW", "2027-03-19T20:15", TRUE);
  dov_ui_test_init (&argc, &argv);
  if (file != NULL)
    type_half (file);

  g_test_add_func ("/main-job/month", test_month);
  g_test_add_func ("/main-job/power-cut", test_power_cut);

  return g_test_run ();
}
