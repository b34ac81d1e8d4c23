/* dov-ui-test.c - a person at the keyboard, for tests: looks, types, presses keys, takes pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-test.h"

#include "dov-record-page.h"
#include "dov-subject-page.h"

#include <glib/gstdio.h>

#include "dov-icons.h"
#include "dov-language.h"
#include "dov-rooms.h"
#include "dov-widgets.h"

#define PLAIN_DPI (96 * 1024)

/* Within so many milliseconds what a person has done must be seen; a pause of the program that is longer is
 * one that a test waits for by itself. */
#define SOON 120

/* So often a settling main loop waits for the next moment, or turns at all, before it is said that it never rests. */
#define MOST_WAITS 8
#define MOST_TURNS 200

#ifdef __SANITIZE_ADDRESS__
/* What a module of the toolkit leaks has no name once it is unloaded, and
 * tests/lsan.supp could not know it: so modules stay. */
int dlclose (void *module);

int
dlclose (void *module)
{
  return 0;
}
#endif

static GtkCssProvider *styles[2];

/* What paints a window, if it is let: GTK's own handler of “render”. */
static gulong
find_painter (GdkSurface      *surface,
              GSignalMatchType also)
{
  return g_signal_handler_find (surface, G_SIGNAL_MATCH_ID | also, g_signal_lookup ("render", GDK_TYPE_SURFACE), 0,
                                NULL, NULL, NULL);
}

/* From its first frame on GTK is kept from painting a window. */
static gboolean
leave_unpainted (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               user_data)
{
  GdkSurface *surface = g_value_get_object (&values[0]);
  gulong painter = find_painter (surface, G_SIGNAL_MATCH_UNBLOCKED);

  if (painter && !g_object_get_data (G_OBJECT (surface), "dov-painted"))
    g_signal_handler_block (surface, painter);

  return G_SOURCE_CONTINUE;
}

/* For a picture a window is painted all the same. */
static void
set_painted (GtkWidget *native,
             gboolean   is_painted)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (native));

  g_object_set_data (G_OBJECT (surface), "dov-painted", GINT_TO_POINTER (is_painted));
  if (is_painted && !find_painter (surface, G_SIGNAL_MATCH_UNBLOCKED))
    {
      g_signal_handler_unblock (surface, find_painter (surface, 0));
      gdk_surface_queue_render (surface);
    }
}

/**
 * dov_ui_test_init:
 *
 * Starts GTK as the program does, but the same on every machine: Russian,
 * Cantarell 11, no animations, no blinking cursor; all in folders of its own.
 * Where DOVERIE_UNPAINTED is set, windows are laid out and not painted: nobody
 * looks at the screen of a test, and painting takes a third of its time. A
 * picture is painted all the same.
 */
void
dov_ui_test_init (int    *argc,
                  char ***argv)
{
  static const char *const names[] = { "style.css", "style-dark.css" };
  g_autofree char *home = g_dir_make_tmp ("doverie-ui-XXXXXX", NULL);
  g_autofree char *config = g_build_filename (home, "config", NULL);
  g_autofree char *data = g_build_filename (home, "data", NULL);

  dov_ui_test_forgive_quarks ();
  dov_ui_test_tell_failures ();
  /* As on a new computer, nothing is in the home folder yet. */
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  dov_language_start ("ru");
  gtk_disable_setlocale ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  dov_widgets_init ();
  dov_rooms_tell_looks ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), DOV_RESOURCES "/icons");

  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Cantarell 11",
                "gtk-hint-font-metrics", TRUE,
                "gtk-xft-dpi", PLAIN_DPI,
                NULL);

  dov_icons_keep (gdk_display_get_default (), 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (DOV_RESOURCES "/", names[i], NULL);

      styles[i] = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (styles[i], path);
    }
  dov_ui_test_set_dark (FALSE);

  if (g_getenv ("DOVERIE_UNPAINTED"))
    g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, leave_unpainted, NULL, NULL);
}

/**
 * dov_ui_test_dup_folder:
 *
 * Returns: (transfer full): a new empty folder for the files of one test
 */
char *
dov_ui_test_dup_folder (void)
{
  return g_dir_make_tmp ("doverie-ui-XXXXXX", NULL);
}

/* How many milliseconds pass before the main loop has something to do; -1: nothing waits for its hour. */
static int
get_pause (void)
{
  GMainContext *context = g_main_context_default ();
  int priority, pause = 0;

  g_assert_true (g_main_context_acquire (context));
  if (!g_main_context_prepare (context, &priority))
    g_main_context_query (context, priority, &pause, NULL, 0);
  g_main_context_release (context);

  return pause;
}

/**
 * dov_ui_test_settle_for:
 * @soon: in milliseconds; what is to happen within them is waited for
 *
 * Lets everything that is under way come to rest: what the screen has to tell, layout, idle work, drawing,
 * and what waits for a moment. What never rests, such as a wheel that turns, is left to turn.
 */
void
dov_ui_test_settle_for (guint soon)
{
  gint64 enough = g_get_monotonic_time () + soon * 1000;
  guint n_turns = 0;
  guint n_waits = 0;
  int pause = 0;

  while (pause >= 0 && pause <= (int) soon
         && ((n_turns < MOST_TURNS && n_waits < MOST_WAITS) || g_get_monotonic_time () < enough))
    {
      gboolean is_idle = !g_main_context_iteration (NULL, FALSE);

      n_turns++;
      if (!is_idle)
        continue;

      /* Only now has the screen answered everything that it was asked. */
      gdk_display_sync (gdk_display_get_default ());
      pause = get_pause ();
      if (pause > 0 && pause <= (int) soon)
        {
          g_main_context_iteration (NULL, TRUE);
          n_waits++;
        }
    }
}

/**
 * dov_ui_test_settle:
 *
 * Lets everything that is under way come to rest, and what is to happen in a moment happen.
 */
void
dov_ui_test_settle (void)
{
  dov_ui_test_settle_for (SOON);
}

static gboolean
is_wide (GtkWindow *window,
         int        width)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (window)) ||
         ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) <= 16;
}

/**
 * dov_ui_test_resize:
 *
 * Gives the window a size, its frame included, as the corner dragged by a person does.
 */
void
dov_ui_test_resize (GtkWindow *window,
                    int        width,
                    int        height)
{
  gtk_window_set_default_size (window, width, height);
  dov_ui_test_settle ();

  /* A window that is just being shown may answer its first size only then, and forget this one. */
  for (guint tries = 0; tries < 20 && !is_wide (window, width); tries++)
    {
      gtk_window_set_default_size (window, width - 1, height);
      dov_ui_test_settle ();
      gtk_window_set_default_size (window, width, height);
      dov_ui_test_settle ();
    }
  WAIT_FOR (is_wide (window, width));
}

/**
 * dov_ui_test_let_text_be:
 * @percent: 100 to 200
 *
 * Letters of this size from the next frame on; does not wait for it.
 */
void
dov_ui_test_let_text_be (guint percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (PLAIN_DPI * percent / 100), NULL);
}

/**
 * dov_ui_test_set_text_size:
 * @percent: 100 to 200
 */
void
dov_ui_test_set_text_size (guint percent)
{
  dov_ui_test_let_text_be (percent);
  dov_ui_test_settle ();
}

/**
 * dov_ui_test_set_dark:
 *
 * Takes the light or the dark look, both from the program's own style sheets.
 */
void
dov_ui_test_set_dark (gboolean dark)
{
  GdkDisplay *display = gdk_display_get_default ();
  static int current = -1;

  /* A style sheet that goes and comes again has every widget styled anew. */
  if (current == dark)
    return;
  current = dark;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (styles[i]));
  for (guint i = 0; i < (dark ? 2 : 1); i++)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (styles[i]),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + i);
}

/**
 * dov_ui_test_show:
 *
 * Returns: (transfer none): a window of the usual size around @widget, on the screen
 */
GtkWindow *
dov_ui_test_show (GtkWidget *widget)
{
  GtkWindow *window = GTK_IS_WINDOW (widget) ? GTK_WINDOW (widget) : GTK_WINDOW (adw_window_new ());

  if (ADW_IS_WINDOW (window) && GTK_WIDGET (window) != widget)
    adw_window_set_content (ADW_WINDOW (window), widget);
  if (GTK_WIDGET (window) != widget)
    gtk_window_set_default_size (window, 1366, 768);
  gtk_window_present (window);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_widget_get_width (GTK_WIDGET (window)) > 0);

  return window;
}

/**
 * dov_ui_test_close:
 *
 * Closes the window and waits until it is gone, with all that was in it.
 */
void
dov_ui_test_close (GtkWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (window);
  WAIT_FOR (left == NULL);
}

static const char *
words_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return NULL;
}

/* A button without words of its own says what the label inside it says. */
static gboolean
is_called (GtkWidget  *widget,
           const char *words)
{
  const char *own = words_of (widget);

  if (words == NULL || g_strcmp0 (own, words) == 0)
    return TRUE;
  if (own != NULL || GTK_IS_LABEL (widget))
    return FALSE;

  return dov_ui_test_find (widget, GTK_TYPE_LABEL, words) != NULL;
}

/**
 * dov_ui_test_find:
 * @words: (nullable): its label, title or text; %NULL: any
 *
 * Returns: (transfer none) (nullable): the first visible widget of the type
 *   with these words, in reading order
 */
GtkWidget *
dov_ui_test_find (GtkWidget  *inside,
                  GType       type,
                  const char *words)
{
  if (!gtk_widget_get_visible (inside))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (inside, type) && is_called (inside, words))
    return inside;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dov_ui_test_find (child, type, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * dov_ui_test_find_name:
 * @name: as gtk_widget_set_name() gave it
 *
 * Returns: (transfer none) (nullable): the widget of this name
 */
GtkWidget *
dov_ui_test_find_name (GtkWidget  *inside,
                       const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (inside), name) == 0)
    return inside;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dov_ui_test_find_name (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * dov_ui_test_find_tip:
 * @tip: what it says when the mouse rests on it
 *
 * Returns: (transfer none) (nullable): the first visible widget with this tip
 */
GtkWidget *
dov_ui_test_find_tip (GtkWidget  *inside,
                      const char *tip)
{
  if (!gtk_widget_get_visible (inside))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (inside), tip) == 0)
    return inside;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dov_ui_test_find_tip (child, tip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * dov_ui_test_find_window:
 *
 * Returns: (transfer none) (nullable): an open window of the type
 */
GtkWidget *
dov_ui_test_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

/**
 * dov_ui_test_count:
 *
 * Returns: how many visible widgets of the type there are
 */
guint
dov_ui_test_count (GtkWidget *inside,
                   GType      type)
{
  guint count = G_TYPE_CHECK_INSTANCE_TYPE (inside, type);

  if (!gtk_widget_get_visible (inside))
    return 0;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += dov_ui_test_count (child, type);

  return count;
}

/**
 * dov_ui_test_says:
 *
 * Returns: whether any visible text holds @words
 */
gboolean
dov_ui_test_says (GtkWidget  *inside,
                  const char *words)
{
  const char *own = words_of (inside);

  if (!gtk_widget_get_visible (inside) || !gtk_widget_get_child_visible (inside))
    return FALSE;
  if (own != NULL && strstr (own, words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (dov_ui_test_says (child, words))
      return TRUE;

  return FALSE;
}

/* The pointer of a screen without a mouse rests in its middle: what GTK tells of the place below it comes half a
 * second later, or not yet. */
static gboolean
is_tip (GtkWidget *widget)
{
  return GTK_IS_NATIVE (widget) && !GTK_IS_ROOT (widget) && !GTK_IS_POPOVER (widget);
}

static void
collect_words (GtkWidget *inside,
               GString   *words)
{
  const char *own = words_of (inside);

  if (is_tip (inside))
    return;
  if (!gtk_widget_get_visible (inside) || !gtk_widget_get_child_visible (inside))
    return;
  if (own != NULL && *own != '\0')
    g_string_append_printf (words, "%s\n", own);

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

/**
 * dov_ui_test_dup_words:
 *
 * Returns: (transfer full): every visible text, each on a line of its own, in reading order; without the tip that
 *   the mouse brings up where it rests
 */
char *
dov_ui_test_dup_words (GtkWidget *inside)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_words (inside, words);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Whether it is the page of a record of this kind. */
gboolean
dov_ui_test_is_of (gpointer page,
                   GType    type)
{
  return DOV_IS_SUBJECT_PAGE (page) && G_OBJECT_TYPE (dov_subject_page_get_record (page)) == type;
}

/* Whether it is the form of such a record, declared by its look. */
gboolean
dov_ui_test_is_form_of (gpointer page,
                        GType    type)
{
  return DOV_IS_RECORD_PAGE (page) && G_OBJECT_TYPE (dov_form_get_draft (dov_form_page_get_form (page))) == type;
}

/**
 * dov_ui_test_type:
 * @text: what takes the place of the text that is there
 *
 * Types into a field: the widget itself or the first one inside it.
 */
void
dov_ui_test_type (GtkWidget  *widget,
                  const char *text)
{
  GtkWidget *field = GTK_IS_TEXT_VIEW (widget) ? widget : dov_ui_test_find (widget, GTK_TYPE_TEXT, NULL);

  if (field == NULL)
    field = dov_ui_test_find (widget, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (field);

  gtk_widget_grab_focus (field);
  if (GTK_IS_TEXT_VIEW (field))
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
    }
  else
    {
      int position = 0;

      gtk_editable_delete_text (GTK_EDITABLE (field), 0, -1);
      gtk_editable_insert_text (GTK_EDITABLE (field), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (field), position);
    }
}

/**
 * dov_ui_test_click:
 *
 * Activates a button or a row, at once.
 */
void
dov_ui_test_click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_is_sensitive (widget));

  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else if (GTK_IS_LIST_BOX_ROW (widget))
    g_signal_emit_by_name (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX), "row-activated", widget);
  else
    gtk_widget_activate (widget);
  dov_ui_test_settle ();
}

/**
 * dov_ui_test_get_focus:
 *
 * Returns: (transfer none) (nullable): the widget that has the keyboard in the window of @widget
 */
GtkWidget *
dov_ui_test_get_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget));
}

/**
 * dov_ui_test_picture:
 * @name: of the picture, without .png
 *
 * Keeps a picture of the window of @widget (or of @widget itself, when it is a
 * popover) in the folder that $DOVERIE_ARTEFACTS names; does nothing without it.
 */
void
dov_ui_test_picture (GtkWidget  *widget,
                     const char *name)
{
  const char *folder = g_getenv ("DOVERIE_ARTEFACTS");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkPixbuf) pixels = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  int width = 0, height = 0;

  set_painted (native, TRUE);
  paintable = gtk_widget_paintable_new (native);   /* a busy machine may not have drawn anything yet */
  for (int i = 0; i < 20 && node == NULL; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      dov_ui_test_settle ();
      gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width = gtk_widget_get_width (native),
                              height = gtk_widget_get_height (native));
      node = gtk_snapshot_free_to_node (snapshot);
    }
  g_assert_nonnull (node);
  set_painted (native, FALSE);

  if (folder == NULL)
    return;

  path = g_build_filename (folder, file, NULL);
  g_mkdir_with_parents (folder, 0755);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (native)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  pixels = gdk_pixbuf_get_from_texture (texture);
  /* Packed quickly: in the usual measure that takes as long as the painting. */
  gdk_pixbuf_save (pixels, path, "png", &error, "compression", "1", NULL);
  g_assert_no_error (error);
}
