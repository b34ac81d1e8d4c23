/* dov-finder.c - a field that finds things by any fragment and hands over the one that is chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finder.h"

#include "dov-fold.h"
#include "dov-label.h"
#include "dov-section-box.h"
#include "dov-spoken.h"

#include <glib/gi18n.h>

/* Lines shown below the field; where the list stays open, all. */
#define AT_MOST_FOUND 7
#define ALL 10000

struct _DovFinder
{
  GtkBox         parent_instance;

  DovFinderLook  look;
  gpointer       user_data;
  char          *new_format;
  char          *shown;     /* what stands in the field for what is chosen; empty for most */
  gboolean       stays;     /* the list is open from the beginning */
  GtkWidget     *entry;
  GtkWidget     *slip;      /* says that the keyboard was left in Latin letters, and what was meant */
  GtkWidget     *list;
  GPtrArray     *found;     /* DovFound */
  guint          chosen;
};

enum { CHOSEN, NEW, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovFinder, dov_finder, GTK_TYPE_BOX)

/**
 * dov_found_new:
 * @title: (transfer full): what it is
 * @subtitle: (transfer full): what tells it from others
 */
DovFound *
dov_found_new (gint64  id,
               char   *title,
               char   *subtitle)
{
  DovFound *self = g_new0 (DovFound, 1);

  self->id = id;
  self->title = title;
  self->subtitle = subtitle;

  return self;
}

void
dov_found_free (DovFound *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->badge);
  g_free (self);
}

static const char *
get_typed (DovFinder *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_shown (DovFinder *self)
{
  return g_str_equal (get_typed (self), self->shown);
}

static void
point_at (DovFinder *self,
          guint      position)
{
  GtkListBoxRow *row;

  self->chosen = position;
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)) != NULL; i++)
    {
      dov_set_class (row, "chosen", i == position);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, i == position, -1);
      if (i == position)
        dov_tell (self, dov_get_name (row));
    }
}

static void
add_row (DovFinder *self,
         GtkWidget *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_found (DovFinder *self,
           DovFound  *found)
{
  GtkWidget *row = dov_row_line_new ("", found->title, found->subtitle);

  if (found->icon != NULL)
    dov_row_line_set_icon (DOV_ROW_LINE (row), found->icon);
  if (found->badge != NULL)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (found->badge, found->sign));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  add_row (self, row);
  if (found->is_refused)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_add_css_class (row, "past");
    }
}

static guint
count_lines (DovFinder *self)
{
  return self->found->len + (self->new_format != NULL && *get_typed (self) != '\0');
}

static void
clear_list (DovFinder *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_set_size (self->found, 0);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->slip, FALSE);
}

/* As typed and, when that is nothing, as if the keyboard had been left in Latin letters. */
static void
list_found (DovFinder *self)
{
  const char *typed = is_shown (self) ? "" : get_typed (self);
  guint at_most = self->stays ? ALL : AT_MOST_FOUND;
  g_autoptr (GPtrArray) found = self->look (typed, at_most + 1, self->user_data);
  g_autofree char *other = found->len == 0 ? dov_fold_from_latin_keys (typed) : NULL;
  gboolean has_more;

  clear_list (self);
  if (other != NULL && *other != '\0')
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = self->look (other, at_most + 1, self->user_data);
      dov_label_show_slip (self->slip, found->len > 0 ? other : NULL);
    }
  has_more = found->len > at_most;
  while (found->len > has_more)
    {
      DovFound *one = g_ptr_array_steal_index (found, 0);

      g_ptr_array_add (self->found, one);
      add_found (self, one);
    }
  if (self->new_format != NULL && *typed != '\0')
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *words = g_strdup_printf (self->new_format, typed);
#pragma GCC diagnostic pop
      GtkWidget *line = dov_row_line_new ("", words, has_more ? _("or type more letters: there are more") : "");

      dov_row_line_set_icon (DOV_ROW_LINE (line), "list-add-symbolic");
      add_row (self, line);
    }
  gtk_widget_set_visible (self->list, count_lines (self) > 0);
  point_at (self, 0);
}

static void
search_cb (DovFinder *self)
{
  if (!is_shown (self) || self->stays)
    list_found (self);
  else
    clear_list (self);
}

static void
take (DovFinder *self,
      guint      position)
{
  if (position < self->found->len)
    {
      const DovFound *found = g_ptr_array_index (self->found, position);
      gint64 id = found->id;

      if (found->is_refused)
        return;
      dov_finder_clear (self);
      g_signal_emit (self, signals[CHOSEN], 0, id);
    }
  else if (position < count_lines (self))
    {
      g_autofree char *typed = g_strdup (get_typed (self));

      dov_finder_clear (self);
      g_signal_emit (self, signals[NEW], 0, typed);
    }
}

/* Enter may be quicker than the search that waits for the last key. */
static void
activate_cb (DovFinder *self)
{
  guint chosen = self->chosen;

  if (!is_shown (self) || gtk_widget_get_visible (self->list))
    {
      list_found (self);
      take (self, MIN (chosen, MAX (count_lines (self), 1) - 1));
    }
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  DovFinder     *self)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovFinder             *self)
{
  gboolean is_open = gtk_widget_get_visible (self->list);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down && !is_open)
    list_found (self);
  else if (key == GDK_KEY_Down)
    point_at (self, MIN (self->chosen + 1, MAX (count_lines (self), 1) - 1));
  else if (key == GDK_KEY_Up && is_open)
    point_at (self, self->chosen > 0 ? self->chosen - 1 : 0);
  else if (key == GDK_KEY_Escape && ((is_open && !self->stays) || !is_shown (self)))
    dov_finder_clear (self);
  else if (key == GDK_KEY_Escape && self->stays)
    g_signal_emit (self, signals[LEFT], 0);
  else if (key == GDK_KEY_Escape)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/**
 * dov_finder_set_new:
 * @format: (nullable): the line that makes what is missing, translated, with
 *   %s for what was typed; %NULL: there is none
 */
void
dov_finder_set_new (DovFinder  *self,
                    const char *format)
{
  g_free (self->new_format);
  self->new_format = g_strdup (format);
}

GtkWidget *
dov_finder_get_entry (DovFinder *self)
{
  return self->entry;
}

/* What was typed goes; what is chosen stays. */
void
dov_finder_clear (DovFinder *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  clear_list (self);
  if (self->stays)
    list_found (self);
}

/**
 * dov_finder_set_shown:
 * @words: what stands in the field for what is chosen
 */
void
dov_finder_set_shown (DovFinder  *self,
                      const char *words)
{
  g_free (self->shown);
  self->shown = g_strdup (words);
  dov_finder_clear (self);
}

/**
 * dov_finder_stay_open:
 *
 * Shows all that can be chosen from the beginning; typing makes it less.
 */
void
dov_finder_stay_open (DovFinder *self)
{
  self->stays = TRUE;
  list_found (self);
}

/**
 * dov_finder_set_label:
 * @label: what can be found, and how
 */
void
dov_finder_set_label (DovFinder  *self,
                      const char *label)
{
  g_object_set (self->entry, "placeholder-text", label, NULL);
  dov_name_widget (self->entry, label);
  dov_name_widget (self->list, label);
}

/**
 * dov_finder_new:
 * @label: what can be found, and how
 * @look: finds it
 * @user_data: for @look; outlives the widget
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
dov_finder_new (const char    *label,
                DovFinderLook  look,
                gpointer       user_data)
{
  DovFinder *self = g_object_new (DOV_TYPE_FINDER, NULL);

  self->look = look;
  self->user_data = user_data;
  dov_finder_set_label (self, label);

  return GTK_WIDGET (self);
}

static gboolean
dov_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_FINDER (widget)->entry);
}

static void
dov_finder_finalize (GObject *object)
{
  DovFinder *self = DOV_FINDER (object);

  g_ptr_array_unref (self->found);
  g_free (self->new_format);
  g_free (self->shown);

  G_OBJECT_CLASS (dov_finder_parent_class)->finalize (object);
}

static void
dov_finder_class_init (DovFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_finder_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dov_finder_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", DOV_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[NEW] = g_signal_new ("new", DOV_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_finder_init (DovFinder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  self->shown = g_strdup ("");
  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "search-delay", 60, "enable-undo", FALSE, NULL);
  self->slip = dov_label_new ("", "dim-label");
  gtk_widget_set_visible (self->slip, FALSE);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "results");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->slip);
  gtk_box_append (GTK_BOX (self), self->list);
}
