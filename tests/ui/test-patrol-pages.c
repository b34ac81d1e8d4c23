/* test-patrol-pages.c - the month of the patrol, dealing out shifts, members, names to take out, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-page.h"

#include <glib/gi18n.h>

#include "dov-clash-card.h"
#include "dov-ui-keys.h"
#include "dov-ui-patrol.h"
#include "dov-ui-test.h"
#include "dov-window.h"

typedef struct
{
  DovUiPatrol *patrol;
  DovWindow   *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->patrol = dov_ui_patrol_new ();
  fixture->window = dov_window_new (NULL);
}

static void
open_window (Fixture *fixture)
{
  dov_window_set_store (fixture->window, fixture->patrol->club->store);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_window_show_section (fixture->window, "patrol");
  dov_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  dov_ui_patrol_free (fixture->patrol);
}

/* The page that is open, in each size and look. */
static void
take (Fixture    *fixture,
      const char *name)
{
  static const struct { const char *suffix; int width, height; guint percent; gboolean is_dark; } looks[] = {
    { "", 1366, 768, 100, FALSE }, { "-dark", 1366, 768, 100, TRUE },
    { "-150", 1366, 768, 150, FALSE }, { "-small", 1024, 600, 100, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strconcat (name, looks[i].suffix, NULL);

      dov_ui_test_set_dark (looks[i].is_dark);
      dov_ui_test_set_text_size (looks[i].percent);
      dov_ui_test_resize (GTK_WINDOW (fixture->window), looks[i].width, looks[i].height);
      dov_ui_test_settle ();
      dov_ui_test_picture (GTK_WIDGET (fixture->window), file);
    }
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
}

static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  dov_ui_patrol_clash (fixture->patrol);
  open_window (fixture);
  take (fixture, "patrol");
  g_assert_cmpuint (dov_ui_test_count (GTK_WIDGET (fixture->window), DOV_TYPE_CLASH_CARD), >=, 3);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/patrol/month", Fixture, NULL, set_up, test_month, tear_down);

  return g_test_run ();
}
