/* test-every-page.c - every kind of record of the demo data opens, is listed, and can be begun */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include "dov-registry.h"
#include "dov-rooms.h"
#include "dov-ui-demo.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"

static char *path;

static DovWindow *
open_window (DovStoreFlags flags)
{
  g_autoptr (DovStore) store = dov_ui_demo_open (path, flags);
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);

  return window;
}

/* Some records of each kind, from the first to the last; each page is left again. */
static void
open_some (DovWindow *window,
           guint      n_of_a_kind)
{
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) ids = dov_store_list (store, types[i], NULL, NULL);
      guint step = MAX ((ids->len + n_of_a_kind - 1) / n_of_a_kind, 1);

      g_test_message ("%s", dov_registry_class (types[i])->table);
      for (guint n = 0; n < ids->len; n += step)
        {
          dov_go_record (window, types[i], g_array_index (ids, gint64, n));
          dov_ui_test_settle ();
          dov_go_back (window);
        }
    }
}

static void
test_records (void)
{
  DovWindow *window = open_window (0);

  open_some (window, 2);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What hides itself while a visitor is near hides without a warning. */
static void
test_visitor (void)
{
  DovWindow *window = open_window (0);

  dov_visitor_set_near (TRUE);
  open_some (window, 1);
  dov_visitor_set_near (FALSE);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A file that is open to look only: all is shown, nothing new is begun. */
static void
test_looking (void)
{
  DovWindow *window = open_window (DOV_STORE_READ_ONLY);
  g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find ("drive"), 0);
  DovPage *before;

  open_some (window, 1);
  before = dov_window_get_page (window);
  dov_go_form (window, draft);
  g_assert_true (dov_window_get_page (window) == before);
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_lists (void)
{
  DovWindow *window = open_window (0);
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_test_message ("%s", dov_registry_class (types[i])->table);
      dov_go_to (window, dov_rooms_open_list (store, types[i]));
      dov_ui_test_settle ();
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_forms (void)
{
  DovWindow *window = open_window (0);
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (types[i], 0);

      g_test_message ("%s", dov_registry_class (types[i])->table);
      dov_go_form (window, draft);
      dov_ui_test_settle ();
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int failed;

  dov_ui_test_init (&argc, &argv);
  path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);

  g_test_add_func ("/every/record", test_records);
  g_test_add_func ("/every/visitor", test_visitor);
  g_test_add_func ("/every/looking", test_looking);
  g_test_add_func ("/every/list", test_lists);
  g_test_add_func ("/every/form", test_forms);

  failed = g_test_run ();
  g_free (path);

  return failed;
}
