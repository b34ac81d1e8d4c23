/* dov-sidebar.c - the sections of the program, and which one we are in */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sidebar.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-label.h"
#include "dov-nav-group.h"
#include "dov-one-stop.h"
#include "dov-rooms.h"
#include "dov-visitor.h"
#include "dov-widgets.h"

/* So much the rows need at their ease. */
#define LEAST_HEIGHT 700

struct _DovSidebar
{
  GtkBox      parent_instance;

  GtkLabel   *lounge;
  GtkListBox *sections;
  GtkListBox *more;
  GHashTable *rows;     /* name → GtkListBoxRow */
  GHashTable *counts;   /* name → GtkLabel */
  GHashTable *waiting;  /* name → how many things wait there */
  GHashTable *headings; /* DovRoomGroup → DovNavGroup */
  char       *current;  /* the section in which we are */
  gboolean    is_low;   /* one group has room at a time */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovSidebar, dov_sidebar, GTK_TYPE_BOX)

static void
add_row (DovSidebar *self,
         GtkListBox *list,
         const char *name,
         const char *label,
         const char *icon,
         const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0f, "hexpand", TRUE, NULL);
  GtkWidget *count = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), dov_veil_new (count));
  if (key != NULL)
    {
      GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", key, "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (hint, "key");
      gtk_box_append (GTK_BOX (box), hint);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  dov_name_widget (row, label);
  gtk_list_box_append (list, row);

  g_hash_table_insert (self->rows, g_strdup (name), row);
  g_hash_table_insert (self->counts, g_strdup (name), count);
}

static DovNavGroup *
get_heading (DovSidebar   *self,
             DovRoomGroup  group)
{
  return g_hash_table_lookup (self->headings, GUINT_TO_POINTER (group));
}

static DovRoomGroup
get_group (const char *name)
{
  const DovRoom *room = dov_rooms_find_section (name);

  return room != NULL ? room->group : DOV_ROOM_ABOVE;
}

static void
set_open (DovSidebar   *self,
          DovRoomGroup  group,
          gboolean      is_open)
{
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  dov_nav_group_set_open (get_heading (self, group), is_open);
  for (guint i = 0; i < n_sections; i++)
    if (sections[i].group == group)
      gtk_widget_set_visible (g_hash_table_lookup (self->rows, sections[i].name), is_open);
}

/* In a low window the sections of one heading are in sight, else as it was left on this computer. */
static void
open_only (DovSidebar   *self,
           DovRoomGroup  group)
{
  guint n_headings;
  const DovRoomHeading *headings = dov_rooms_list_headings (&n_headings);

  for (guint i = 0; i < n_headings; i++)
    set_open (self, headings[i].group, headings[i].group == group);
}

static char *
dup_setting (const DovRoomHeading *heading)
{
  return g_strconcat ("folded-", heading->name, NULL);
}

static void
open_as_left (DovSidebar *self)
{
  guint n_headings;
  const DovRoomHeading *headings = dov_rooms_list_headings (&n_headings);
  DovRoomGroup current = get_group (self->current);

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *setting = dup_setting (&headings[i]);

      set_open (self, headings[i].group,
                headings[i].group == current || !dov_config_get_number (setting, headings[i].is_folded));
    }
}

static void
fold (DovSidebar  *self,
      DovNavGroup *row,
      gboolean     is_folded)
{
  guint n_headings;
  const DovRoomHeading *headings = dov_rooms_list_headings (&n_headings);

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *setting = dup_setting (&headings[i]);

      if (get_heading (self, headings[i].group) != row)
        continue;
      if (self->is_low)
        open_only (self, is_folded ? DOV_ROOM_ABOVE : headings[i].group);
      else
        {
          set_open (self, headings[i].group, !is_folded);
          dov_config_set_number (setting, is_folded, NULL);
        }
    }
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  DovSidebar    *self)
{
  if (DOV_IS_NAV_GROUP (row))
    fold (self, DOV_NAV_GROUP (row), dov_nav_group_is_open (DOV_NAV_GROUP (row)));
  else
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* As in a tree: ← goes up to the heading and then folds it, → unfolds it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovSidebar            *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->sections));
  gboolean is_back = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;

  if (row == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) ||
      !(is_back || key == GDK_KEY_Right || key == GDK_KEY_KP_Right))
    return GDK_EVENT_PROPAGATE;

  if (DOV_IS_NAV_GROUP (row))
    fold (self, DOV_NAV_GROUP (row), is_back);
  else if (is_back && get_heading (self, get_group (gtk_widget_get_name (row))) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_heading (self, get_group (gtk_widget_get_name (row)))));

  return GDK_EVENT_STOP;
}

/**
 * dov_sidebar_set_lounge:
 * @lounge: where we are: «Слудка, Дом культуры»
 */
void
dov_sidebar_set_lounge (DovSidebar *self,
                        const char *lounge)
{
  g_return_if_fail (DOV_IS_SIDEBAR (self));

  gtk_label_set_label (self->lounge, lounge);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lounge), lounge);
  gtk_widget_set_visible (GTK_WIDGET (self->lounge), lounge != NULL && *lounge != '\0');
}

static void
show_current (DovSidebar *self)
{
  GtkListBoxRow *row;
  GtkListBox *list;

  /* The keyboard leaves also when the window goes. */
  if (self->rows == NULL)
    return;

  row = g_hash_table_lookup (self->rows, self->current != NULL ? self->current : "");
  list = row != NULL ? GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))) : NULL;
  gtk_list_box_select_row (self->sections, list == self->sections ? row : NULL);
  gtk_list_box_select_row (self->more, list == self->more ? row : NULL);
}

/**
 * dov_sidebar_set_section:
 * @name: the section in which we are
 */
void
dov_sidebar_set_section (DovSidebar *self,
                         const char *name)
{
  char *current = g_strdup (name);

  g_return_if_fail (DOV_IS_SIDEBAR (self));

  /* Whoever comes to a section sees it, however one came. */
  if (g_strcmp0 (current, self->current) != 0 && get_heading (self, get_group (name)) != NULL &&
      !dov_nav_group_is_open (get_heading (self, get_group (name))))
    {
      if (self->is_low)
        open_only (self, get_group (name));
      else
        set_open (self, get_group (name), TRUE);
    }
  g_free (self->current);
  self->current = current;
  show_current (self);
}

/* Over a heading stands what waits under it. */
static void
add_up (DovSidebar   *self,
        DovRoomGroup  group)
{
  guint n_sections, sum = 0;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    if (sections[i].group == group)
      sum += GPOINTER_TO_UINT (g_hash_table_lookup (self->waiting, sections[i].name));
  if (get_heading (self, group) != NULL)
    dov_nav_group_set_count (get_heading (self, group), sum);
}

/**
 * dov_sidebar_set_count:
 * @count: how many things wait in the section; 0 shows nothing
 */
void
dov_sidebar_set_count (DovSidebar *self,
                       const char *name,
                       guint       count)
{
  GtkLabel *label;
  const DovRoom *route = dov_rooms_find_section (name);
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *words = g_strdup_printf ("%s, %u", route != NULL ? _(route->label) : name, count);

  g_return_if_fail (DOV_IS_SIDEBAR (self));

  label = g_hash_table_lookup (self->counts, name);
  g_return_if_fail (label != NULL);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  dov_name_widget (g_hash_table_lookup (self->rows, name), count > 0 || route == NULL ? words : _(route->label));
  g_hash_table_replace (self->waiting, g_strdup (name), GUINT_TO_POINTER (count));
  add_up (self, get_group (name));
}

/**
 * dov_sidebar_fit:
 * @height: of the window, as it were at the usual size of text
 *
 * Lets one group of sections be in sight at a time in a low window, so that no
 * heading is out of it.
 */
void
dov_sidebar_fit (DovSidebar *self,
                 int         height)
{
  gboolean is_low = height < LEAST_HEIGHT;
  DovRoomGroup group;

  g_return_if_fail (DOV_IS_SIDEBAR (self));

  if (is_low == self->is_low)
    return;
  self->is_low = is_low;
  group = get_group (self->current);
  if (is_low)
    open_only (self, group == DOV_ROOM_ABOVE || group == DOV_ROOM_FOOT ? DOV_ROOM_CARE : group);
  else
    open_as_left (self);
}

/**
 * dov_sidebar_get_nth:
 *
 * Returns: (nullable): the name of the section at @position, as Alt+1…9 count
 *   them: from the top of the sidebar to its foot, those that are folded too
 */
const char *
dov_sidebar_get_nth (DovSidebar *self,
                     guint       position)
{
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  g_return_val_if_fail (DOV_IS_SIDEBAR (self), NULL);

  return position < n_sections ? sections[position].name : NULL;
}

static void
dov_sidebar_dispose (GObject *object)
{
  DovSidebar *self = DOV_SIDEBAR (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->headings, g_hash_table_unref);
  dov_clear_box (self);

  G_OBJECT_CLASS (dov_sidebar_parent_class)->dispose (object);
}

static void
dov_sidebar_finalize (GObject *object)
{
  g_free (DOV_SIDEBAR (object)->current);

  G_OBJECT_CLASS (dov_sidebar_parent_class)->finalize (object);
}

static void
dov_sidebar_class_init (DovSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_sidebar_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", DOV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, lounge);
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, sections);
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_heading (DovSidebar           *self,
             const DovRoomHeading *heading)
{
  GtkWidget *row = dov_nav_group_new (heading->name, g_dpgettext2 (NULL, "heading", heading->label));

  gtk_list_box_append (self->sections, row);
  g_hash_table_insert (self->headings, GUINT_TO_POINTER (heading->group), row);
}

static void
add_all (DovSidebar *self)
{
  guint n_sections, n_headings;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  const DovRoomHeading *headings = dov_rooms_list_headings (&n_headings);

  for (guint i = 0; i < n_sections; i++)
    {
      for (guint h = 0; h < n_headings; h++)
        if (headings[h].group == sections[i].group && get_heading (self, sections[i].group) == NULL)
          add_heading (self, &headings[h]);
      add_row (self, sections[i].group == DOV_ROOM_FOOT ? self->more : self->sections,
               sections[i].name, _(sections[i].label), sections[i].icon,
               g_str_equal (sections[i].name, "help") ? "F1" : NULL);
    }
}

static void
dov_sidebar_init (DovSidebar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headings = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The keyboard may walk past the sections; when it is gone, the one in which we are is marked. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (show_current), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  dov_one_stop_add (self->sections);
  dov_one_stop_add (self->more);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->sections), keys);

  add_all (self);
  open_as_left (self);
}
