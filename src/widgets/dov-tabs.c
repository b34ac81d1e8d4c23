/* dov-tabs.c - underlined tabs with counts over the sections of a page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-tabs.h"

#include "dov-label.h"
#include "dov-tab-bar.h"
#include "dov-visitor.h"

/* A stack switcher is as wide as its longest word times their number; these
 * wrap. One of them takes the keyboard, the arrows go on to the next. */

typedef struct
{
  char      *name;
  char      *title;
  GtkWidget *button;
  GtkWidget *section;
  gboolean   is_veiled;   /* not for visitors */
} Tab;

struct _DovTabs
{
  GtkBox     parent_instance;

  GtkWidget *bar;
  GtkWidget *stack;
  GPtrArray *tabs;
  guint      shown;
};

G_DEFINE_FINAL_TYPE (DovTabs, dov_tabs, GTK_TYPE_BOX)

enum { SHOWN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
free_tab (Tab *tab)
{
  g_free (tab->name);
  g_free (tab->title);
  g_free (tab);
}

static void
show_tab (DovTabs *self,
          guint    index)
{
  self->shown = index;
  for (guint i = 0; i < self->tabs->len; i++)
    {
      Tab *tab = g_ptr_array_index (self->tabs, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab->button), i == index);
      gtk_widget_set_focusable (tab->button, i == index);
      gtk_accessible_update_state (GTK_ACCESSIBLE (tab->button), GTK_ACCESSIBLE_STATE_SELECTED, i == index, -1);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), ((Tab *) g_ptr_array_index (self->tabs, index))->section);
  g_signal_emit (self, signals[SHOWN], 0, ((Tab *) g_ptr_array_index (self->tabs, index))->name);
}

static void
clicked_cb (GtkButton *button,
            DovTabs   *self)
{
  for (guint i = 0; i < self->tabs->len; i++)
    if (((Tab *) g_ptr_array_index (self->tabs, i))->button == GTK_WIDGET (button))
      show_tab (self, i);
}

static gboolean
is_seen (DovTabs *self,
         guint    index)
{
  return !((Tab *) g_ptr_array_index (self->tabs, index))->is_veiled || !dov_visitor_is_near ();
}

/* The next tab in one direction, past those that are not for visitors. */
static guint
step (DovTabs *self,
      guint    from,
      int      by)
{
  guint n = self->tabs->len;

  for (guint i = 0; i < n; i++)
    {
      from = (guint) ((int) (from + n) + by) % n;
      if (is_seen (self, from))
        break;
    }

  return from;
}

static void
visitor_cb (GtkWidget *widget,
            gboolean   is_near)
{
  DovTabs *self = DOV_TABS (widget);

  for (guint i = 0; i < self->tabs->len; i++)
    gtk_widget_set_visible (gtk_widget_get_parent (((Tab *) g_ptr_array_index (self->tabs, i))->button), is_seen (self, i));
  if (self->tabs->len > 0 && !is_seen (self, self->shown))
    show_tab (self, step (self, self->shown, 1));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovTabs               *self)
{
  guint last = self->tabs->len - 1, next;

  if (key == GDK_KEY_Left)
    next = step (self, self->shown, -1);
  else if (key == GDK_KEY_Right)
    next = step (self, self->shown, 1);
  else if (key == GDK_KEY_Home)
    next = step (self, last, 1);
  else if (key == GDK_KEY_End)
    next = step (self, 0, -1);
  else
    return FALSE;

  show_tab (self, next);
  gtk_widget_grab_focus (((Tab *) g_ptr_array_index (self->tabs, next))->button);

  return TRUE;
}

static Tab *
find_tab (DovTabs    *self,
          const char *name,
          guint      *index)
{
  for (guint i = 0; i < self->tabs->len; i++)
    if (g_str_equal (((Tab *) g_ptr_array_index (self->tabs, i))->name, name))
      {
        *index = i;
        return g_ptr_array_index (self->tabs, i);
      }

  return NULL;
}

/**
 * dov_tabs_new:
 * @label: what the tabs divide, for a person who cannot see them
 *
 * Returns: (transfer floating): tabs without sections
 */
GtkWidget *
dov_tabs_new (const char *label)
{
  DovTabs *self = g_object_new (DOV_TYPE_TABS, NULL);

  dov_name_widget (self->bar, label);

  return GTK_WIDGET (self);
}

/**
 * dov_tabs_append:
 * @section: (transfer floating): what the tab shows
 */
void
dov_tabs_append (DovTabs    *self,
                 const char *name,
                 const char *title,
                 GtkWidget  *section)
{
  Tab *tab = g_new0 (Tab, 1);
  GtkWidget *child;

  tab->name = g_strdup (name);
  tab->title = g_strdup (title);
  tab->section = section;
  tab->button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", title, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB, NULL);
  child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", tab->button, "focusable", FALSE, NULL);
  g_signal_connect (tab->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_flow_box_append (GTK_FLOW_BOX (self->bar), child);
  gtk_stack_add_named (GTK_STACK (self->stack), section, name);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (tab->button), GTK_ACCESSIBLE_RELATION_CONTROLS, section, NULL, -1);
  g_ptr_array_add (self->tabs, tab);
  if (self->tabs->len == 1)
    show_tab (self, 0);
  else
    gtk_widget_set_focusable (tab->button, FALSE);
}

/**
 * dov_tabs_set_title:
 *
 * Calls a tab anew: shorter where there is little room. Its count is to be told after it.
 */
void
dov_tabs_set_title (DovTabs    *self,
                    const char *name,
                    const char *title)
{
  guint index = 0;
  Tab *tab = find_tab (self, name, &index);

  g_return_if_fail (tab != NULL);

  g_free (tab->title);
  tab->title = g_strdup (title);
}

/**
 * dov_tabs_set_count:
 *
 * Shows how much there is behind the tab; zero shows no number.
 */
void
dov_tabs_set_count (DovTabs    *self,
                    const char *name,
                    guint       count)
{
  guint index = 0;
  Tab *tab = find_tab (self, name, &index);
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (tab != NULL);

  label = count > 0 ? g_strdup_printf ("%s %u", tab->title, count) : g_strdup (tab->title);
  words = count > 0 ? g_strdup_printf ("%s, %u", tab->title, count) : g_strdup (tab->title);
  gtk_button_set_label (GTK_BUTTON (tab->button), label);
  dov_name_widget (tab->button, words);
}

/**
 * dov_tabs_veil:
 *
 * Lets a tab be seen only while no visitor is near, its name and count too.
 */
void
dov_tabs_veil (DovTabs    *self,
               const char *name)
{
  guint index = 0;
  Tab *tab = find_tab (self, name, &index);

  g_return_if_fail (tab != NULL);

  tab->is_veiled = TRUE;
  visitor_cb (GTK_WIDGET (self), dov_visitor_is_near ());
}

void
dov_tabs_show (DovTabs    *self,
               const char *name)
{
  guint index = 0;

  if (find_tab (self, name, &index) != NULL)
    show_tab (self, index);
}

gboolean
dov_tabs_has (DovTabs    *self,
              const char *name)
{
  guint index = 0;

  return find_tab (self, name, &index) != NULL;
}

const char *
dov_tabs_get_shown (DovTabs *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

/* The arrows belong to the tabs, Tab leaves them: not so in a flow box. */
static gboolean
dov_tabs_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  DovTabs *self = DOV_TABS (widget);
  GtkWidget *button = ((Tab *) g_ptr_array_index (self->tabs, self->shown))->button;
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  if (!gtk_widget_is_ancestor (button, widget))
    return gtk_widget_child_focus (self->stack, direction);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return is_back ? gtk_widget_child_focus (self->stack, direction) || gtk_widget_grab_focus (button)
                   : gtk_widget_grab_focus (button);
  if (gtk_widget_has_focus (button))
    return !is_back && gtk_widget_child_focus (self->stack, direction);
  if (gtk_widget_child_focus (self->stack, direction))
    return TRUE;

  return is_back && gtk_widget_grab_focus (button);
}

/**
 * dov_tabs_take_bar:
 *
 * Returns: (transfer floating): the tabs, to be put where they stay seen while what they show scrolls
 */
GtkWidget *
dov_tabs_take_bar (DovTabs *self)
{
  GtkWidget *apart = dov_tab_bar_new ();

  g_object_ref (self->bar);
  gtk_box_remove (GTK_BOX (self), self->bar);
  adw_bin_set_child (ADW_BIN (apart), self->bar);
  g_object_unref (self->bar);

  return apart;
}

static void
dov_tabs_finalize (GObject *object)
{
  g_ptr_array_unref (DOV_TABS (object)->tabs);

  G_OBJECT_CLASS (dov_tabs_parent_class)->finalize (object);
}

static void
dov_tabs_class_init (DovTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_tabs_finalize;
  GTK_WIDGET_CLASS (klass)->focus = dov_tabs_focus;

  signals[SHOWN] = g_signal_new ("shown", DOV_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dov_tabs_init (DovTabs *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tabs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_tab);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->bar = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "max-children-per-line", 8,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_TAB_LIST, NULL);
  gtk_widget_add_css_class (self->bar, "tabs");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->bar, keys);
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hexpand", TRUE, NULL);
  dov_hush_unseen (GTK_STACK (self->stack));
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), self->stack);
  dov_visitor_watch (GTK_WIDGET (self), visitor_cb);
}
