/* dov-ui-pictures.c - the demo data in a window, and what is open there in every size and look */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-pictures.h"

#include "dov-ui-demo.h"
#include "dov-ui-test.h"

/**
 * dov_ui_pictures_open:
 * @store: (out): a store with the demo data, as it is on an afternoon in March
 *
 * Returns: (transfer none): its window
 */
DovWindow *
dov_ui_pictures_open (DovStore **store)
{
  g_autofree char *path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);
  DovWindow *window = dov_window_new (NULL);

  *store = dov_ui_demo_open (path, 0);
  dov_window_set_store (window, *store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);

  return window;
}

/* Whether the mouse, resting on words that are cut, is told all of them. */
static gboolean
is_told (GtkWidget *label)
{
  if (gtk_widget_get_has_tooltip (label))
    return TRUE;
  for (GtkWidget *around = label; around != NULL; around = gtk_widget_get_parent (around))
    {
      const char *tip = gtk_widget_get_tooltip_text (around);

      if (tip != NULL && strstr (tip, gtk_label_get_text (GTK_LABEL (label))) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * dov_ui_pictures_check_cut:
 * @file: what to call the picture in a complaint
 *
 * Fails where words of a page are not read whole. A cell of a table gives way: its columns can be drawn wider. So does
 * what an empty entry is for, and what tells all of itself under the mouse.
 */
void
dov_ui_pictures_check_cut (GtkWidget  *widget,
                           const char *file)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_TEXT (widget))
    return;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !is_told (widget))
    {
      g_test_message ("%s: cut at %d pixels: %s", file, gtk_widget_get_width (widget),
                      gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dov_ui_pictures_check_cut (child, file);
}

/* A window is some pixels less wide than what it was given. */
#define FRAME 16

/* On another screen with letters of the usual size first: a page has its own shape there, and keeps it when they grow. */
static void
move_to (DovWindow *window,
         int        width,
         int        height)
{
  if (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) <= FRAME)
    return;
  dov_ui_test_let_text_be (100);
  dov_ui_test_resize (GTK_WINDOW (window), width, height);
}

/**
 * dov_ui_pictures_take:
 * @name: of the pictures; what is special about each stands behind it
 * @all: every look, and the room that is needed in two more; else only the usual one and the two in which room is scarce
 *
 * The page that is open, in each size and look. Fails when the page is wider or
 * higher than a window in which people must be able to use it, and when words
 * are cut there.
 */
void
dov_ui_pictures_take (DovWindow  *window,
                      const char *name,
                      gboolean    all)
{
  static const struct
  {
    const char *suffix;
    int         width;
    int         height;
    guint       percent;
    gboolean    is_dark;
    gboolean    is_usual;     /* also when not all are asked for */
    gboolean    is_room;      /* no picture: only the room is measured */
  } looks[] = {
    { "", 1366, 768, 100, FALSE, TRUE, FALSE },
    { "-dark", 1366, 768, 100, TRUE, FALSE, FALSE },
    { "-200", 1366, 768, 200, FALSE, TRUE, FALSE },
    { "-large", 1920, 1080, 100, FALSE, FALSE, FALSE },
    { "-small", 1024, 600, 100, FALSE, FALSE, FALSE },
    { "-small-125", 1024, 600, 125, FALSE, FALSE, TRUE },
    { "-150", 1024, 600, 150, FALSE, TRUE, FALSE },
    { "-small-200", 1024, 600, 200, FALSE, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strconcat (name, looks[i].suffix, NULL);
      int least, lowest;
      GtkWidget *page;

      if (!all && !looks[i].is_usual)
        continue;
      move_to (window, looks[i].width, looks[i].height);
      dov_ui_test_set_dark (looks[i].is_dark);
      dov_ui_test_set_text_size (looks[i].percent);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, MAX (least, looks[i].width), &lowest, NULL, NULL,
                          NULL);
      if (least > looks[i].width || lowest > looks[i].height)
        {
          g_test_message ("%s needs %d × %d pixels", file, least, lowest);
          g_test_fail ();
          continue;
        }
      if (looks[i].is_room)
        continue;
      dov_ui_test_picture (GTK_WIDGET (window), file);
      page = GTK_WIDGET (dov_window_get_page (window));
      g_assert_cmpint (gtk_widget_get_width (page), <=, gtk_widget_get_width (gtk_widget_get_parent (page)));
      g_assert_cmpint (gtk_widget_get_height (page), <=, gtk_widget_get_height (gtk_widget_get_parent (page)));
      dov_ui_pictures_check_cut (GTK_WIDGET (window), file);
    }
  dov_ui_test_set_dark (FALSE);
  move_to (window, 1366, 768);
  dov_ui_test_set_text_size (100);
}
