/* test-renderer.c - who draws the window is found out once, and what the user has set wins */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-renderer.h"

#include "dov-config.h"
#include "dov-ui-test.h"

/* What drivers call themselves: the first ones are the processor. */
static void
test_software (void)
{
  static const char *const software[] = {
    "llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer", "Mesa DRI swrast",
    "Google SwiftShader", "D3D12 (Microsoft Basic Render Driver)", "", NULL,
  };
  static const char *const cards[] = {
    "Mesa Intel(R) UHD Graphics 620 (KBL GT2)", "NVIDIA GeForce GT 1030/PCIe/SSE2", "AMD Radeon RX 550 (polaris12)",
    "SVGA3D; build: RELEASE;  LLVM;", "virgl", "Mali-G52 (Panfrost)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (software); i++)
    g_assert_true (dov_renderer_is_software (software[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_false (dov_renderer_is_software (cards[i]));
}

static void
test_choice (void)
{
  static const struct
  {
    const char *set_by_user;
    const char *remembered;
    const char *devices;
    gboolean    is_cairo;
  } cases[] = {
    { NULL, "", "", FALSE },                        /* nobody knows yet */
    { NULL, "cairo:", "", TRUE },
    { "", "cairo:", "", TRUE },
    { "gl", "cairo:", "", FALSE },                  /* the user wins */
    { "cairo", "gl:card0", "card0", FALSE },        /* and needs no help */
    { NULL, "gl:card0,renderD128", "card0,renderD128", FALSE },
    { NULL, "cairo:card0", "card0", TRUE },
    { NULL, "cairo:", "card0,renderD128", FALSE },  /* a card has come: to be found out anew */
    { NULL, "cairo:card0,renderD128", "", FALSE },  /* or it has gone */
    { NULL, "cairo", "", FALSE },                   /* written by hand, and wrong */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (dov_renderer_wants_cairo (cases[i].set_by_user, cases[i].remembered, cases[i].devices), ==,
                       cases[i].is_cairo);
    }
}

/* A screen without OpenGL is drawn by cairo from the next start on. */
static void
test_learn (void)
{
  GtkWindow *window = dov_ui_test_show (gtk_label_new ("Доверие"));
  g_autofree char *before = g_strdup (g_getenv ("GSK_RENDERER"));
  g_autofree char *found = NULL;

  g_unsetenv ("GSK_RENDERER");
  g_assert_false (dov_renderer_is_known ());
  dov_renderer_choose ();
  g_assert_null (g_getenv ("GSK_RENDERER"));

  dov_renderer_learn (GTK_NATIVE (window));
  found = dov_config_dup_text ("renderer");
  g_assert_true (g_str_has_prefix (found, "cairo:"));
  g_assert_true (dov_renderer_is_known ());
  dov_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");

  g_setenv ("GSK_RENDERER", "gl", TRUE);
  dov_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_setenv ("GSK_RENDERER", before != NULL ? before : "cairo", TRUE);
  dov_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/renderer/software", test_software);
  g_test_add_func ("/renderer/choice", test_choice);
  g_test_add_func ("/renderer/learn", test_learn);

  return g_test_run ();
}
