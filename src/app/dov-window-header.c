/* dov-window-header.c - what the header says: where we are and came from; a narrow one has signs in place of words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-fold-columns.h"
#include "dov-label.h"
#include "dov-rooms.h"
#include "dov-visitor.h"

/* The title of a section and its action are never cut, unless the text is so large that it leaves no room. */
#define WHERE_CHARS 14
#define HUGE_TEXT 1.6

/* First the name of whoever works here becomes a sign, then the invitation to search; at last the eye goes,
 * F9 stays. */
enum { ALL_WORDS, USER_IS_SIGN, SEARCH_IS_SIGN, EYE_IS_AWAY, N_STEPS };

static void
show_step (DovWindow *self,
           int        step)
{
  const char *name = gtk_label_get_label (self->user_name);
  gboolean has_name = step < USER_IS_SIGN;
  gboolean has_search = step < SEARCH_IS_SIGN;

  gtk_widget_set_visible (GTK_WIDGET (self->user_name), has_name);
  gtk_widget_set_visible (GTK_WIDGET (self->user_sign), !has_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->user), has_name ? self->user_tip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->user), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->find_words), has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->find_key), has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->visitor), step < EYE_IS_AWAY || dov_visitor_is_near ());
}

/* What the header takes to show all of it. What stands in the middle leaves the
 * sides half of the rest each, however little the other side needs. */
static int
measure_wanted (DovWindow *self)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (self->find_words), GTK_TYPE_CENTER_BOX);
  GtkWidget *parts[3] = { NULL };
  int sizes[G_N_ELEMENTS (parts)] = { 0 };
  int wanted;

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  if (box == NULL)
    return wanted;

  parts[0] = gtk_center_box_get_start_widget (GTK_CENTER_BOX (box));
  parts[1] = gtk_center_box_get_center_widget (GTK_CENTER_BOX (box));
  parts[2] = gtk_center_box_get_end_widget (GTK_CENTER_BOX (box));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      gtk_widget_measure (parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sizes[i], NULL, NULL);
  wanted -= sizes[0] + sizes[1] + sizes[2];

  return wanted + sizes[1] + 2 * MAX (sizes[0], sizes[2]);
}

static gboolean
fit_cb (gpointer data)
{
  DovWindow *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->header));

  self->fit_source = 0;
  self->fitted = gtk_widget_get_width (GTK_WIDGET (self));
  self->fitted_height = gtk_widget_get_height (GTK_WIDGET (self));
  dov_sidebar_fit (self->sidebar, self->fitted_height);
  for (int step = ALL_WORDS; step < N_STEPS; step++)
    {
      show_step (self, step);
      if (measure_wanted (self) <= width || width <= 0)
        break;
    }

  return G_SOURCE_REMOVE;
}

/**
 * dov_window_fit_header_soon:
 *
 * Asks the header to look again how many words it has room for. Not at once:
 * nothing may come and go while sizes are being given.
 */
void
dov_window_fit_header_soon (DovWindow *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

/* The section of a page that says none is that of the page below it. */
static const char *
find_section (DovWindow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const char *section = dov_page_get_section (dov_window_get_nth_page (self, i));

      if (*section != '\0')
        return section;
    }

  return "";
}

/* What a page is called where others read it too: while a visitor is near only its section is named. */
static const char *
get_shown_title (DovWindow *self,
                 DovPage   *page)
{
  const DovRoom *section = dov_rooms_find_section (find_section (self));

  if (page == NULL)
    return "";
  if (!dov_visitor_is_near ())
    return dov_page_get_title (page);

  return section != NULL ? _(section->label) : "";
}

/* In the list of windows, and on a picture that somebody takes of the screen. */
static void
show_title (DovWindow *self)
{
  const char *shown = get_shown_title (self, dov_window_get_nth_page (self, 0));
  /* Translators: the title of the window: “Families — Doverie” */
  g_autofree char *title = *shown != '\0' ? g_strdup_printf (_("%s — Doverie"), shown) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Doverie"));
}

static void
show_way_back (DovWindow *self)
{
  DovPage *below = dov_window_get_nth_page (self, 1);
  const char *title = get_shown_title (self, below);
  /* Translators: the button that goes back, with the title of the page it leads to */
  g_autofree char *words = g_strdup_printf (_("Back: %s"), title);

  gtk_widget_set_visible (GTK_WIDGET (self->back), below != NULL);
  gtk_label_set_label (self->back_to, title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", below != NULL);
  if (below != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* What leads elsewhere, or shows what such a page does not. */
static const char *const elsewhere[] = {
  "win.add", "win.search", "win.save", "win.section", "win.nth-section", "win.undo", "win.redo", "win.find",
  "win.document", "win.journal", "win.shortcuts", "win.about", "win.new-record", "win.door", "win.visitor",
};

/* While the page on top has the window for itself: takes away the sections and the header, and every key that leads
 * elsewhere. */
static void
give_room (DovWindow *self,
           gboolean   gives)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->header), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !gives);
  if (self->has_given_room == gives)
    return;

  self->has_given_room = gives;
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), elsewhere[i], !gives);
  if (gives && self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (gives)
    dov_palette_close (self->palette);
}

/**
 * dov_window_update_header:
 *
 * Shows where we are, where we came from and what can be added here.
 */
void
dov_window_update_header (DovWindow *self)
{
  DovPage *page = dov_window_get_nth_page (self, 0);
  const char *label = page != NULL ? dov_page_get_action_label (page) : "";
  const char *where = get_shown_title (self, page);
  gboolean is_huge = dov_text_scale () > HUGE_TEXT;

  show_way_back (self);
  gtk_widget_set_visible (GTK_WIDGET (self->where), dov_window_get_nth_page (self, 1) == NULL);
  gtk_label_set_label (self->where, where);
  gtk_label_set_width_chars (self->where, is_huge ? 4 : CLAMP (g_utf8_strlen (where, -1), 4, WHERE_CHARS));
  gtk_widget_set_visible (GTK_WIDGET (self->action), *label != '\0');
  gtk_label_set_label (self->action_label, label);
  gtk_label_set_width_chars (self->action_label, is_huge ? 6 : MAX (6, g_utf8_strlen (label, -1)));
  give_room (self, page != NULL && dov_page_is_whole_window (page));
  dov_sidebar_set_section (self->sidebar, find_section (self));
  dov_window_fit_header_soon (self);
  show_title (self);
}

/* The size of the letters in pixels. */
static double
find_text_size (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double size;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= dov_text_scale () * 96 / 72;
  pango_font_description_free (font);

  return size;
}

/**
 * dov_window_follow_text_size:
 *
 * Takes the size of text that is set now: signs are a little higher than the letters.
 */
void
dov_window_follow_text_size (DovWindow *self)
{
  static const int sizes[] = { 16, 20, 24, 28, 32 };
  double wanted = find_text_size () * 1.1;
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    if (ABS (sizes[i] - wanted) < ABS (sizes[best] - wanted))
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *class = g_strdup_printf ("signs-%d", sizes[i]);

      dov_set_class (self, class, i == best);
    }
  dov_window_update_header (self);
}
