/* dov-renderer.c - who draws the window: the graphics card, or, where there is none, cairo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-renderer.h"

#include <epoxy/gl.h>
#include <string.h>

#include "dov-config.h"

#define SETTING "renderer"
#define DEVICES "/dev/dri"

/* From here on GTK has another word for it. */
#define NEW_WORDS_SINCE 16

/**
 * dov_renderer_is_software:
 * @name: (nullable): what OpenGL calls who draws; %NULL or empty when there is no OpenGL
 *
 * Returns: whether that is the processor, which draws the same several times
 *   as fast without the detour over OpenGL
 */
gboolean
dov_renderer_is_software (const char *name)
{
  static const char *const software[] = { "llvmpipe", "softpipe", "swrast", "swiftshader", "lavapipe",
                                          "software rasterizer", "basic render driver" };
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  if (*lower == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (software); i++)
    if (strstr (lower, software[i]) != NULL)
      return TRUE;

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* With which devices it was found out: when a card or its driver comes or goes, that is to be done anew. */
static char *
dup_devices (void)
{
  g_autoptr (GDir) folder = g_dir_open (DEVICES, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (",", (char **) names->pdata);
}

/**
 * dov_renderer_wants_cairo:
 * @set_by_user: (nullable): GSK_RENDERER, which wins
 * @remembered: what was found out: "cairo" or "gl", a colon and the devices
 *   with which; empty when nothing was
 * @devices: those of today
 *
 * Returns: whether cairo is to draw
 */
gboolean
dov_renderer_wants_cairo (const char *set_by_user,
                          const char *remembered,
                          const char *devices)
{
  g_autofree char *cairo = g_strdup_printf ("cairo:%s", devices);

  return (set_by_user == NULL || *set_by_user == '\0') && g_str_equal (remembered, cairo);
}

/**
 * dov_renderer_choose:
 *
 * Takes what an earlier start has found out. Called before GTK is.
 */
void
dov_renderer_choose (void)
{
  g_autofree char *remembered = dov_config_dup_text (SETTING);
  g_autofree char *devices = dup_devices ();

  if (!dov_renderer_wants_cairo (g_getenv ("GSK_RENDERER"), remembered, devices))
    return;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  /* Else OpenGL is loaded all the same, for nobody. */
  if (gtk_get_minor_version () < NEW_WORDS_SINCE)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl", FALSE);
}

/**
 * dov_renderer_is_known:
 *
 * Returns: whether nothing is to be found out: it was, with the devices of
 *   today, or the user has chosen
 */
gboolean
dov_renderer_is_known (void)
{
  g_autofree char *remembered = dov_config_dup_text (SETTING);
  g_autofree char *devices = dup_devices ();
  const char *rest = strchr (remembered, ':');

  return g_getenv ("GSK_RENDERER") != NULL || (rest != NULL && g_str_equal (rest + 1, devices));
}

static char *
dup_gl_name (GtkNative *native)
{
  g_autoptr (GdkGLContext) context = gdk_surface_create_gl_context (gtk_native_get_surface (native), NULL);
  char *name;

  if (context == NULL || !gdk_gl_context_realize (context, NULL))
    return g_strdup ("");

  gdk_gl_context_make_current (context);
  name = g_strdup ((const char *) glGetString (GL_RENDERER));
  gdk_gl_context_clear_current ();

  return name;
}

/**
 * dov_renderer_learn:
 * @native: a window that is on the screen
 *
 * Finds out who draws, and remembers it on this computer for the next start.
 */
void
dov_renderer_learn (GtkNative *native)
{
  g_autofree char *name = NULL;
  g_autofree char *devices = dup_devices ();
  g_autofree char *text = NULL;

  g_return_if_fail (gtk_widget_get_realized (GTK_WIDGET (native)));

  name = dup_gl_name (native);
  text = g_strdup_printf ("%s:%s", dov_renderer_is_software (name) ? "cairo" : "gl", devices);
  dov_config_set_text (SETTING, text, NULL);
}
