/* make-demo.c - makes the demo file of one moment, for dov-ui-demo to copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-demo.h"
#include "dov-calendar.h"
#include "dov-rules.h"

#include <glib/gstdio.h>

/* make-demo FILE MOMENT */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 3);
  if (!dov_moment_from_iso (argv[2], &now))
    g_error ("“%s” is not a moment", argv[2]);

  dov_clock_set (now);
  g_remove (argv[1]);
  store = dov_store_open (argv[1], DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (store);
  dov_demo_load (store, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dov_store_close (store, &error);
  g_assert_no_error (error);

  return 0;
}
