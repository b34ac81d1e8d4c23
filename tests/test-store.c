/* test-store.c - saving, finding, removing: what the file and the living objects hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family.h"
#include "dov-language.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-registry.h"

static void
test_open (void)
{
  Club club = { NULL };
  g_autoptr (GError) error = NULL;

  club_open (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_LOUNGE, NULL, &error), ==, 1);
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_LOUNGE, NULL, &error), ==, 1);
  g_assert_no_error (error);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open", test_open);

  return g_test_run ();
}
