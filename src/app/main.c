/* main.c - the program with a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"
#include "dov-language.h"
#include "dov-renderer.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (DovApplication) application = NULL;
  g_autofree char *language = dov_language_get_wanted ();

  dov_language_start (language);
  gtk_disable_setlocale ();
  dov_renderer_choose ();
  g_set_prgname ("io.github.doverie.Doverie");

  application = dov_application_new ("io.github.doverie.Doverie");

  return g_application_run (G_APPLICATION (application), argc, argv);
}
