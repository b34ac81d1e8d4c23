/* test-clipboard.c - the clipboard of the screen between a list and LibreOffice Calc, both ways */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-config.h"
#include "dov-list-page.h"
#include "dov-paste-page.h"
#include "dov-person.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GSubprocess      *process;
  GDataInputStream *answers;
} Calc;

static void
read_line_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      line)
{
  *(char **) line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  if (*(char **) line == NULL)
    *(char **) line = g_strdup ("");
}

/* While Calc works the program has to be there for it: whoever has the clipboard is asked for what is in it. */
static char *
read_answer (Calc *calc)
{
  char *line = NULL;

  g_data_input_stream_read_line_async (calc->answers, G_PRIORITY_DEFAULT, NULL, read_line_cb, &line);
  while (line == NULL)
    g_main_context_iteration (NULL, TRUE);

  return line;
}

static char *
tell (Calc       *calc,
      const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);

  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (calc->process), line, strlen (line), NULL, NULL,
                                            NULL));

  return read_answer (calc);
}

/* FALSE: it is not installed here. */
static gboolean
start (Calc *calc)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "ui", "calc.py", NULL);
  g_autofree char *ready = NULL;

  calc->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                                    "/usr/bin/python3", program, NULL);
  g_assert_nonnull (calc->process);
  calc->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (calc->process));
  ready = read_answer (calc);

  return g_str_equal (ready, "ready");
}

static void
stop (Calc *calc)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (calc->process), NULL, NULL);
  g_subprocess_wait (calc->process, NULL, NULL);
  g_clear_object (&calc->answers);
  g_clear_object (&calc->process);
}

/* A list of people as somebody keeps it in Calc, with days that are days and telephones that are numbers. */
static void
paste_people (Calc         *calc,
              DovUiFixture *club,
              DovWindow    *window)
{
  g_autofree char *copied =
    tell (calc, "copy [[\"Фамилия\", \"Имя\", \"Дата рождения\", \"Телефон\"],"
                " [\"Кузнечикова\", \"Арина\", {\"day\": \"2016-05-14\"}, 89000004417],"
                " [\"Стрекозин\", \"Егор\", {\"day\": \"1988-12-03\"}, \"8 900 000-45-18\"]]");
  DovQuery query = { .where = "last_name = 'Кузнечикова' AND first_name = 'Арина' AND birth_date = '2016-05-14'"
                              " AND phone = '+79000004417'" };
  gint64 before = dov_store_count (club->store, DOV_TYPE_PERSON, NULL, NULL);

  g_assert_cmpstr (copied, ==, "copied");
  dov_window_show_section (window, "people");
  dov_ui_test_settle ();
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>v");
  WAIT_FOR (DOV_IS_PASTE_PAGE (dov_window_get_page (window)));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Кузнечикова"));
  dov_ui_test_picture (GTK_WIDGET (window), "clipboard-pasted");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s");
  WAIT_FOR (dov_store_count (club->store, DOV_TYPE_PERSON, NULL, NULL) == before + 2);
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_PERSON, &query, NULL), ==, 1);
  query.where = "last_name = 'Стрекозин' AND birth_date = '1988-12-03' AND phone = '+79000004518'";
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_PERSON, &query, NULL), ==, 1);
}

/* What is shown in the list stands in the cells, one for one. */
static void
copy_families (Calc      *calc,
               DovWindow *window)
{
  g_autofree char *pasted = NULL;

  dov_config_set_text ("columns-family", "case_no,family_name,address", NULL);
  dov_window_show_section (window, "families");
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dov_window_get_page (window)), "list.copy", NULL));
  pasted = tell (calc, "paste");
  g_test_message ("%s", pasted);
  g_assert_nonnull (strstr (pasted, "\"Семья\", \"Адрес\"], "));
  g_assert_nonnull (strstr (pasted, "[\"3-2026/021\", \"Ветошкины\", \"д. Гремячка, ул. Полевая, 9\"]"));
}

static void
test_calc (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();
  DovWindow *window = dov_window_new (NULL);
  Calc calc = { NULL };

  dov_window_set_store (window, club->store);
  dov_ui_test_show (GTK_WIDGET (window));
  if (start (&calc))
    {
      paste_people (&calc, club, window);
      copy_families (&calc, window);
    }
  else
    {
      g_test_skip ("LibreOffice Calc with python3-uno, and xdotool, are not installed");
    }
  stop (&calc);
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/clipboard/calc", test_calc);

  return g_test_run ();
}
