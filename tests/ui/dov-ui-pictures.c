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

/* Tells what is not read whole on a page. A cell of a table gives way, its columns can be drawn wider; so does the name
 * in a day of the month, which says all when the mouse rests on it, a line of what Ctrl+K found, and what an empty entry
 * is for. */
static void
tell_cut (GtkWidget  *widget,
          const char *file)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_TEXT (widget) ||
      gtk_widget_has_css_class (widget, "month-item") || gtk_widget_has_css_class (widget, "palette"))
    return;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_test_message ("%s: cut: %s", file, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tell_cut (child, file);
}

/**
 * dov_ui_pictures_take:
 * @name: of the pictures; what is special about each stands behind it
 * @all: every look; else only the usual one and the two in which room is scarce
 *
 * The page that is open, in each size and look. Fails when the page is wider or
 * higher than a window in which people must be able to use it.
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
  } looks[] = {
    { "", 1366, 768, 100, FALSE },
    { "-150", 1024, 600, 150, FALSE },
    { "-200", 1366, 768, 200, FALSE },
    { "-dark", 1366, 768, 100, TRUE },
    { "-large", 1920, 1080, 100, FALSE },
    { "-small", 1024, 600, 100, FALSE },
  };

  for (guint i = 0; i < (all ? G_N_ELEMENTS (looks) : 3); i++)
    {
      g_autofree char *file = g_strconcat (name, looks[i].suffix, NULL);
      int least, lowest;
      GtkWidget *page;

      /* On that screen first: a page has its own shape there, and keeps it when letters grow. */
      dov_ui_test_resize (GTK_WINDOW (window), looks[i].width, looks[i].height);
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
      dov_ui_test_picture (GTK_WIDGET (window), file);
      page = GTK_WIDGET (dov_window_get_page (window));
      g_assert_cmpint (gtk_widget_get_width (page), <=, gtk_widget_get_width (gtk_widget_get_parent (page)));
      g_assert_cmpint (gtk_widget_get_height (page), <=, gtk_widget_get_height (gtk_widget_get_parent (page)));
      tell_cut (GTK_WIDGET (window), file);
    }
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
}
