/* dov-page.c - one screen inside the window: where it is, its one main action, whether it may be left */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-page.h"

#include "dov-keys.h"
#include "dov-label.h"
#include "dov-notice.h"

typedef struct
{
  char *title;
  char *section;
  char *action_label;
  gboolean is_for_visitors;
  gboolean is_whole_window;
  GtkBox *answers;      /* weak */
  DovStore *store;      /* of a page that follows it */
  guint fill;
  guint clock;          /* looks whether another day has come */
  GDate day;            /* on which the page was filled */
} DovPagePrivate;

/* A computer that slept over midnight is told within so many seconds of its waking. */
#define LOOK_AT_CLOCK 30

enum
{
  PROP_TITLE = 1,
  PROP_SECTION,
  PROP_ACTION_LABEL,
  PROP_WHOLE_WINDOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DovPage, dov_page, ADW_TYPE_BIN)

static DovPagePrivate *
priv_of (DovPage *self)
{
  return dov_page_get_instance_private (self);
}

static void
set_text (DovPage     *self,
          char       **member,
          const char  *text,
          guint        property)
{
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * dov_page_get_title:
 *
 * Returns: where one is: «Семьи», «Черемисиновы › Артём»
 */
const char *
dov_page_get_title (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), "");

  return priv_of (self)->title;
}

void
dov_page_set_title (DovPage    *self,
                    const char *title)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  set_text (self, &priv_of (self)->title, title, PROP_TITLE);
}

/**
 * dov_page_get_section:
 *
 * Returns: the row of the sidebar that the page belongs to
 */
const char *
dov_page_get_section (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), "");

  return priv_of (self)->section;
}

void
dov_page_set_section (DovPage    *self,
                      const char *section)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  set_text (self, &priv_of (self)->section, section, PROP_SECTION);
}

/**
 * dov_page_get_action_label:
 *
 * Returns: the one main action of the header; empty: there is none
 */
const char *
dov_page_get_action_label (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), "");

  return priv_of (self)->action_label;
}

void
dov_page_set_action_label (DovPage    *self,
                           const char *label)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  set_text (self, &priv_of (self)->action_label, label, PROP_ACTION_LABEL);
}

/**
 * dov_page_is_for_visitors:
 *
 * Returns: whether the page stays open while a visitor sits beside the desk
 */
gboolean
dov_page_is_for_visitors (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return priv_of (self)->is_for_visitors;
}

/**
 * dov_page_set_for_visitors:
 * @is_for_visitors: whether the page hides by itself what is about others
 *
 * To be said before the page is shown.
 */
void
dov_page_set_for_visitors (DovPage  *self,
                           gboolean  is_for_visitors)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  priv_of (self)->is_for_visitors = is_for_visitors;
}

/**
 * dov_page_is_whole_window:
 *
 * Returns: whether the page has the window for itself: no sections, no header,
 *   and no key that leads elsewhere
 */
gboolean
dov_page_is_whole_window (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return priv_of (self)->is_whole_window;
}

void
dov_page_set_whole_window (DovPage  *self,
                           gboolean  is_whole_window)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  if (priv_of (self)->is_whole_window == is_whole_window)
    return;

  priv_of (self)->is_whole_window = is_whole_window;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE_WINDOW]);
}

/**
 * dov_page_undo:
 * @is_redo: the other way round
 *
 * Returns: %FALSE when the page leaves Ctrl+Z to the window
 */
gboolean
dov_page_undo (DovPage  *self,
               gboolean  is_redo)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return DOV_PAGE_GET_CLASS (self)->undo != NULL && DOV_PAGE_GET_CLASS (self)->undo (self, is_redo);
}

/**
 * dov_page_is_form:
 *
 * Returns: whether it is being filled in: then no key takes back what was saved elsewhere
 */
gboolean
dov_page_is_form (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return DOV_PAGE_GET_CLASS (self)->is_form != NULL && DOV_PAGE_GET_CLASS (self)->is_form (self);
}

/**
 * dov_page_focus:
 *
 * Puts the keyboard where work begins.
 */
void
dov_page_focus (DovPage *self)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  if (DOV_PAGE_GET_CLASS (self)->focus != NULL)
    DOV_PAGE_GET_CLASS (self)->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * dov_page_search:
 *
 * Returns: %FALSE when the page has no search field of its own
 */
gboolean
dov_page_search (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return DOV_PAGE_GET_CLASS (self)->search != NULL && DOV_PAGE_GET_CLASS (self)->search (self);
}

/**
 * dov_page_save:
 *
 * Returns: %FALSE when there is nothing to save here
 */
gboolean
dov_page_save (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return DOV_PAGE_GET_CLASS (self)->save != NULL && DOV_PAGE_GET_CLASS (self)->save (self);
}

/**
 * dov_page_add:
 *
 * Returns: %FALSE when nothing can be added here
 */
gboolean
dov_page_add (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), FALSE);

  return DOV_PAGE_GET_CLASS (self)->add != NULL && DOV_PAGE_GET_CLASS (self)->add (self);
}

/**
 * dov_page_hears:
 *
 * Returns: whether the keyboard is for this page: on it, or on what stands around it and is no field. A page
 *   that gives way to another stays in the window for a moment, and a form on top of it has keys of its own.
 */
gboolean
dov_page_hears (DovPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *other = focus != NULL ? gtk_widget_get_ancestor (focus, DOV_TYPE_PAGE) : NULL;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         (other == GTK_WIDGET (self) || (other == NULL && !GTK_IS_TEXT (focus)));
}

static gboolean
key_cb (GtkWidget *page,
        GVariant  *target,
        gpointer   action)
{
  return dov_page_hears (DOV_PAGE (page)) && gtk_widget_activate_action_variant (page, action, target);
}

/**
 * dov_page_add_key:
 * @self: a page
 * @key: as GTK writes it
 * @action: of the page
 * @target: (nullable): of the action; sunk
 *
 * Lets the key do this under every layout, wherever the keyboard is; a text field keeps the keys that it has
 * for its text.
 */
void
dov_page_add_key (gpointer    self,
                  const char *key,
                  const char *action,
                  GVariant   *target)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (dov_keys_trigger_new (key),
                                            gtk_callback_action_new (key_cb, g_strdup (action), g_free));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (self, keys);
}

/**
 * dov_page_leave:
 *
 * Asked before the page goes away: it keeps its draft.
 *
 * Returns: %FALSE when the page must stay
 */
gboolean
dov_page_leave (DovPage *self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), TRUE);

  return DOV_PAGE_GET_CLASS (self)->leave == NULL || DOV_PAGE_GET_CLASS (self)->leave (self);
}

/**
 * dov_page_get_store:
 * @self: (type DovPage): the page
 *
 * Returns: (transfer none) (nullable): what the page follows
 */
DovStore *
dov_page_get_store (gpointer self)
{
  g_return_val_if_fail (DOV_IS_PAGE (self), NULL);

  return priv_of (self)->store;
}

static gboolean
fill_cb (gpointer self)
{
  priv_of (self)->fill = 0;
  priv_of (self)->day = dov_today ();
  DOV_PAGE_GET_CLASS (self)->fill (self);

  return G_SOURCE_REMOVE;
}

/**
 * dov_page_fill_soon:
 *
 * Fills the page anew in idle time, once however often it is asked for.
 */
void
dov_page_fill_soon (DovPage *self)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  if (priv_of (self)->fill == 0)
    priv_of (self)->fill = g_idle_add (fill_cb, self);
}

/* What is today, late or to come is another thing from midnight on. */
static gboolean
look_at_clock_cb (gpointer self)
{
  GDate today = dov_today ();

  if (g_date_compare (&today, &priv_of (self)->day) != 0)
    dov_page_fill_soon (self);

  return G_SOURCE_CONTINUE;
}

/**
 * dov_page_follow:
 *
 * Fills the page, and anew after each operation and when another day comes.
 */
void
dov_page_follow (DovPage  *self,
                 DovStore *store)
{
  g_return_if_fail (DOV_IS_PAGE (self) && priv_of (self)->store == NULL);

  priv_of (self)->store = g_object_ref (store);
  priv_of (self)->day = dov_today ();
  priv_of (self)->clock = g_timeout_add_seconds (LOOK_AT_CLOCK, look_at_clock_cb, self);
  g_signal_connect_object (store, "committed", G_CALLBACK (dov_page_fill_soon), self, G_CONNECT_SWAPPED);
  DOV_PAGE_GET_CLASS (self)->fill (self);
}

/**
 * dov_page_set_answers:
 * @answers: (nullable): where the page answers; %NULL: above it, in the window
 */
void
dov_page_set_answers (DovPage *self,
                      GtkBox  *answers)
{
  g_return_if_fail (DOV_IS_PAGE (self));

  g_set_weak_pointer (&priv_of (self)->answers, answers);
  if (answers != NULL)
    gtk_widget_set_visible (GTK_WIDGET (answers), FALSE);
}

/**
 * dov_page_clear_answer:
 *
 * What was answered last has been read.
 */
void
dov_page_clear_answer (DovPage *self)
{
  DovShell *shell;
  GtkBox *answers;
  GtkWidget *child;

  g_return_if_fail (DOV_IS_PAGE (self));

  answers = priv_of (self)->answers;
  shell = dov_shell_around (GTK_WIDGET (self));
  while (answers != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (answers))) != NULL)
    gtk_box_remove (answers, child);
  /* An empty box would leave a gap. */
  if (answers != NULL)
    gtk_widget_set_visible (GTK_WIDGET (answers), FALSE);
  if (shell != NULL)
    dov_shell_show_notice (shell, NULL);
}

/**
 * dov_page_answer:
 * @notice: (transfer floating): why not, or what must be known first; takes
 *   the place of the last answer and the keyboard
 */
void
dov_page_answer (DovPage   *self,
                 GtkWidget *notice)
{
  DovShell *shell;

  g_return_if_fail (DOV_IS_PAGE (self));

  dov_page_clear_answer (self);
  shell = dov_shell_around (GTK_WIDGET (self));
  if (priv_of (self)->answers != NULL)
    {
      gtk_box_append (priv_of (self)->answers, notice);
      gtk_widget_set_visible (GTK_WIDGET (priv_of (self)->answers), TRUE);
    }
  else if (shell != NULL)
    dov_shell_show_notice (shell, notice);
  else
    {
      g_object_unref (g_object_ref_sink (notice));
      return;
    }
  if (DOV_IS_NOTICE (notice))
    dov_notice_tell (DOV_NOTICE (notice));
  gtk_widget_child_focus (notice, GTK_DIR_TAB_FORWARD);
}

static void
dov_page_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  DovPagePrivate *priv = priv_of (DOV_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;

    case PROP_SECTION:
      g_value_set_string (value, priv->section);
      break;

    case PROP_ACTION_LABEL:
      g_value_set_string (value, priv->action_label);
      break;

    case PROP_WHOLE_WINDOW:
      g_value_set_boolean (value, priv->is_whole_window);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dov_page_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  DovPage *self = DOV_PAGE (object);

  switch (id)
    {
    case PROP_TITLE:
      dov_page_set_title (self, g_value_get_string (value));
      break;

    case PROP_SECTION:
      dov_page_set_section (self, g_value_get_string (value));
      break;

    case PROP_ACTION_LABEL:
      dov_page_set_action_label (self, g_value_get_string (value));
      break;

    case PROP_WHOLE_WINDOW:
      dov_page_set_whole_window (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dov_page_dispose (GObject *object)
{
  DovPagePrivate *priv = priv_of (DOV_PAGE (object));

  g_clear_handle_id (&priv->fill, g_source_remove);
  g_clear_handle_id (&priv->clock, g_source_remove);

  G_OBJECT_CLASS (dov_page_parent_class)->dispose (object);
}

static void
dov_page_finalize (GObject *object)
{
  DovPagePrivate *priv = priv_of (DOV_PAGE (object));

  g_clear_weak_pointer (&priv->answers);
  g_clear_object (&priv->store);
  g_free (priv->title);
  g_free (priv->section);
  g_free (priv->action_label);

  G_OBJECT_CLASS (dov_page_parent_class)->finalize (object);
}

/* Whatever it is made of, and whoever made it: its icons are named when it comes into a window. */
static void
dov_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dov_page_parent_class)->root (widget);
  dov_name_by_tips (widget);
}

static void
dov_page_class_init (DovPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = dov_page_get_property;
  object_class->set_property = dov_page_set_property;
  object_class->dispose = dov_page_dispose;
  object_class->finalize = dov_page_finalize;
  GTK_WIDGET_CLASS (klass)->root = dov_page_root;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, "", flags);
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, "", flags);
  properties[PROP_WHOLE_WINDOW] = g_param_spec_boolean ("whole-window", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* ---- layout ---- */

static GtkSizeRequestMode
get_request_mode (GtkWidget *page)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A page is as wide as its words, whatever its height: GTK from 4.10 on asks boxes for the width that goes with a height
 * which a clamp inside cannot have, and warns. */
static void
measure (GtkWidget      *page,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (page));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                        minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *page,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (page));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
dov_page_init (DovPage *self)
{
  DovPagePrivate *priv = priv_of (self);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));

  priv->title = g_strdup ("");
  priv->section = g_strdup ("");
  priv->action_label = g_strdup ("");
}
