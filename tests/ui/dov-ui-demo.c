/* dov-ui-demo.c - the demo data for tests: made once, when the tests are built; each works on a copy of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-demo.h"

#include "dov-calendar.h"
#include "dov-rules.h"
#include "dov-ui-test.h"

/**
 * dov_ui_demo_copy:
 * @moment: one of those in the header
 *
 * From now on it is this moment.
 *
 * Returns: (transfer full): the path of a new file with the demo data as it is then
 */
char *
dov_ui_demo_copy (const char *moment)
{
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *name = g_strdelimit (g_strconcat ("demo-", moment, ".doverie", NULL), ":", '-');
  g_autofree char *made = g_build_filename (g_getenv ("DOVERIE_DEMO_FILES"), name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (made);
  g_autoptr (GFile) to = g_file_new_build_filename (folder, "demo.doverie", NULL);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_moment_from_iso (moment, &now));
  dov_clock_set (now);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_file_get_path (to);
}

/**
 * dov_ui_demo_open:
 * @path: what dov_ui_demo_copy() gave
 *
 * Returns: (transfer full): the store in it, with the rules of the house
 */
DovStore *
dov_ui_demo_open (const char    *path,
                  DovStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  DovStore *store = dov_store_open (path, flags, &error);

  g_assert_no_error (error);
  dov_rules_install (store);

  return store;
}
