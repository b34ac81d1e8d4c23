/* test-window.c - the window: sections, back, keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window.h"

#include <glib/gi18n.h>

#include "dov-message-page.h"
#include "dov-ui-test.h"

static void
test_empty (void)
{
  DovWindow *window = dov_window_new (NULL);
  DovPage *page = dov_message_page_new ("dialog-warning-symbolic", "Нет файла", "Выберите другой.");

  dov_window_show_only (window, page);
  dov_ui_test_show (GTK_WIDGET (window));

  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Нет файла"));
  g_assert_false (gtk_widget_is_sensitive (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _("Today"))));
  dov_ui_test_picture (GTK_WIDGET (window), "window-empty");
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/window/empty", test_empty);

  return g_test_run ();
}
