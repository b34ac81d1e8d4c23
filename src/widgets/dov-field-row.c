/* dov-field-row.c - one field of a draft, edited in a row of a boxed list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-field-row.h"

#include "dov-choice-row.h"
#include "dov-choices-row.h"
#include "dov-date-row.h"
#include "dov-flag-row.h"
#include "dov-link-row.h"
#include "dov-note-row.h"
#include "dov-text-row.h"

#include <glib/gi18n.h>

/* The row itself holds title and editor. What belongs under it (its error, its
 * hint, the small form of a link) are rows of the list that follow it, so that
 * the list draws its lines right; they come and go with the row. */
typedef struct
{
  DovStore       *store;
  DovRecord      *draft;
  const DovField *field;

  char           *title;
  char           *error;
  char           *hint;
  gboolean        is_required;
  gboolean        is_dirty;      /* edited since it was last read */
  gboolean        is_unclear;    /* what stands there cannot be understood */
  gboolean        is_visited;    /* the keyboard has been here and gone on */
  gboolean        is_reading;

  GtkWidget      *box;
  GtkWidget      *words;         /* title over editor, or title alone */
  GtkWidget      *label;
  GtkWidget      *editor;
  GtkWidget      *focus;
  GtkWidget      *error_row;
  GtkWidget      *error_label;
  GtkWidget      *hint_row;
  GtkWidget      *hint_label;
  GtkWidget      *panel_row;
} DovFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DovFieldRow, dov_field_row, ADW_TYPE_PREFERENCES_ROW)

enum { EDITED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

#define PRIVATE(self) ((DovFieldRowPrivate *) dov_field_row_get_instance_private (self))

static GType
find_row_type (DovKind kind)
{
  switch (kind)
    {
    case DOV_KIND_NOTE:
      return DOV_TYPE_NOTE_ROW;
    case DOV_KIND_FLAG:
      return DOV_TYPE_FLAG_ROW;
    case DOV_KIND_DATE:
    case DOV_KIND_MOMENT:
      return DOV_TYPE_DATE_ROW;
    case DOV_KIND_CHOICE:
      return DOV_TYPE_CHOICE_ROW;
    case DOV_KIND_CHOICES:
      return DOV_TYPE_CHOICES_ROW;
    case DOV_KIND_LINK:
      return DOV_TYPE_LINK_ROW;
    case DOV_KIND_TEXT:
    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_TIME:
      return DOV_TYPE_TEXT_ROW;
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
follower_new (const char *css_class,
              GtkWidget  *child)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "activatable", FALSE,
                                 "selectable", FALSE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (row, css_class);

  return g_object_ref_sink (row);
}

static GtkWidget *
remark_label_new (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GtkWidget *
error_row_new (GtkWidget **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-error-symbolic", "valign", GTK_ALIGN_START,
                                  "margin-top", 1, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row;

  *label = remark_label_new ();
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), *label);
  row = follower_new ("field-error", box);
  /* Tab must not stop at a remark. */
  gtk_widget_set_can_focus (row, FALSE);

  return row;
}

static GtkWidget *
hint_row_new (GtkWidget **label)
{
  GtkWidget *row;

  *label = remark_label_new ();
  gtk_widget_add_css_class (*label, "dim-label");
  row = follower_new ("field-hint", *label);
  gtk_widget_set_can_focus (row, FALSE);

  return row;
}

/* Puts a follower after @after in the list, or takes it out. Returns the last
 * row so far. */
static GtkWidget *
place_follower (GtkWidget *list,
                GtkWidget *follower,
                gboolean   wanted,
                GtkWidget *after)
{
  int position;

  if (follower == NULL)
    return after;

  if (!wanted)
    {
      if (gtk_widget_get_parent (follower) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (follower)), follower);
      return after;
    }

  position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (after)) + 1;
  if (gtk_widget_get_parent (follower) == list &&
      gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (follower)) == position)
    return follower;
  if (gtk_widget_get_parent (follower) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (follower)), follower);
  gtk_list_box_insert (GTK_LIST_BOX (list), follower, position);

  return follower;
}

static void
place_followers (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean is_here = GTK_IS_LIST_BOX (list) && gtk_widget_get_visible (GTK_WIDGET (self));
  GtkWidget *last = GTK_WIDGET (self);

  last = place_follower (list, priv->error_row, is_here && priv->error != NULL, last);
  last = place_follower (list, priv->hint_row, is_here && priv->error == NULL && priv->hint != NULL, last);
  if (last == GTK_WIDGET (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "joined");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "joined");
  place_follower (list, priv->panel_row, is_here && priv->panel_row != NULL, last);
}

static void
show_title (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  /* Translators: the title of a field that must be filled in */
  g_autofree char *marked = g_strdup_printf (C_("required", "%s *"), priv->title);

  gtk_label_set_label (GTK_LABEL (priv->label), priv->is_required ? marked : priv->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), priv->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->title, -1);
  if (GTK_IS_TEXT (priv->focus) || GTK_IS_TEXT_VIEW (priv->focus))
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, priv->is_required, -1);
}

static void
draft_notify_cb (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (!priv->is_reading && !priv->is_dirty)
    dov_field_row_show (self);
}

static void
focus_left_cb (GtkEventControllerFocus *focus,
               DovFieldRow             *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  if (priv->draft == NULL)
    return;

  priv->is_visited = TRUE;
  if (priv->is_dirty && dov_field_row_read (self))
    dov_field_row_show (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
focus_came_cb (GtkEventControllerFocus *focus,
               DovFieldRow             *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            DovFieldRow     *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * dov_field_row_new:
 * @field: the name of a field of @draft's record
 *
 * Returns: (transfer floating): a row that edits it, of the kind the field asks for
 */
GtkWidget *
dov_field_row_new (DovStore   *store,
                   DovRecord  *draft,
                   const char *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);
  const DovField *found = dov_record_class_find_field (klass, field);
  g_autofree char *notify = NULL;
  DovFieldRowPrivate *priv;
  DovFieldRow *self;

  g_return_val_if_fail (found != NULL, NULL);

  self = g_object_new (find_row_type (found->kind), NULL);
  priv = PRIVATE (self);
  g_set_object (&priv->store, store);
  g_set_object (&priv->draft, draft);
  priv->field = found;
  priv->title = g_strdup (_(found->label));
  priv->is_required = (found->flags & DOV_REQUIRED) != 0;
  DOV_FIELD_ROW_GET_CLASS (self)->build (self);
  g_assert (priv->focus != NULL);
  show_title (self);
  dov_field_row_show (self);

  notify = g_strconcat ("notify::", klass->properties[found - klass->fields + 1]->name, NULL);
  g_signal_connect_object (draft, notify, G_CALLBACK (draft_notify_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

DovStore *
dov_field_row_get_store (DovFieldRow *self)
{
  return PRIVATE (self)->store;
}

DovRecord *
dov_field_row_get_draft (DovFieldRow *self)
{
  return PRIVATE (self)->draft;
}

const DovField *
dov_field_row_get_field (DovFieldRow *self)
{
  return PRIVATE (self)->field;
}

/**
 * dov_field_row_get_editor:
 *
 * Returns: (transfer none): the widget that takes the keyboard
 */
GtkWidget *
dov_field_row_get_editor (DovFieldRow *self)
{
  return PRIVATE (self)->focus;
}

/**
 * dov_field_row_set_title:
 *
 * Gives the field other words than its label, where a page knows better.
 */
void
dov_field_row_set_title (DovFieldRow *self,
                         const char  *title)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  show_title (self);
}

/**
 * dov_field_row_set_required:
 *
 * Marks a field that is required here, though not by its table. Whoever asks
 * for it also checks it.
 */
void
dov_field_row_set_required (DovFieldRow *self,
                            gboolean     is_required)
{
  PRIVATE (self)->is_required = is_required;
  show_title (self);
}

/**
 * dov_field_row_set_hint:
 * @hint: (nullable): grey words under the field; they give way to an error
 */
void
dov_field_row_set_hint (DovFieldRow *self,
                        const char  *hint)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  g_free (priv->hint);
  priv->hint = g_strdup (hint);
  if (priv->hint_row == NULL)
    priv->hint_row = hint_row_new (&priv->hint_label);
  gtk_label_set_label (GTK_LABEL (priv->hint_label), hint ? hint : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hint ? hint : "", -1);
  place_followers (self);
}

const char *
dov_field_row_get_error (DovFieldRow *self)
{
  return PRIVATE (self)->error;
}

/**
 * dov_field_row_set_error:
 * @message: (nullable): what is wrong and what to do, %NULL when nothing is
 */
void
dov_field_row_set_error (DovFieldRow *self,
                         const char  *message)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (message == NULL)
    priv->is_unclear = FALSE;
  if (g_strcmp0 (priv->error, message) == 0)
    return;

  g_free (priv->error);
  priv->error = g_strdup (message);
  if (message != NULL)
    {
      if (priv->error_row == NULL)
        priv->error_row = error_row_new (&priv->error_label);
      gtk_label_set_label (GTK_LABEL (priv->error_label), message);
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->focus),
                                      GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, priv->error_label, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
  place_followers (self);
}

/**
 * dov_field_row_is_unclear:
 *
 * Returns: whether what stands there could not be understood when last read
 */
gboolean
dov_field_row_is_unclear (DovFieldRow *self)
{
  return PRIVATE (self)->is_unclear;
}

/**
 * dov_field_row_is_visited:
 *
 * Returns: whether the keyboard has been in the row and gone on: only then may
 *   the row be told that it is not in order
 */
gboolean
dov_field_row_is_visited (DovFieldRow *self)
{
  return PRIVATE (self)->is_visited;
}

/**
 * dov_field_row_read:
 *
 * Reads what was typed into the draft. What cannot be understood stays as it
 * was typed, with its error under it; what stands there is never rewritten.
 *
 * Returns: whether it was understood
 */
gboolean
dov_field_row_read (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  gboolean understood;

  if (!priv->is_dirty)
    return !priv->is_unclear;

  priv->is_reading = TRUE;
  understood = DOV_FIELD_ROW_GET_CLASS (self)->read (self, &error);
  priv->is_reading = FALSE;
  if (understood)
    dov_field_row_set_error (self, NULL);
  else
    dov_field_row_set_error (self, error->message);
  priv->is_unclear = !understood;

  return understood;
}

/**
 * dov_field_row_read_quietly:
 *
 * Reads what stands there while somebody may still be typing: what cannot be
 * understood is remembered, and nothing is said.
 */
void
dov_field_row_read_quietly (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (!priv->is_dirty)
    return;

  priv->is_reading = TRUE;
  priv->is_unclear = !DOV_FIELD_ROW_GET_CLASS (self)->read (self, NULL);
  priv->is_reading = FALSE;
}

/**
 * dov_field_row_show:
 *
 * Shows what the draft holds, in the form in which it is read.
 */
void
dov_field_row_show (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  DOV_FIELD_ROW_GET_CLASS (self)->show (self);
  priv->is_dirty = FALSE;
  if (priv->is_unclear)
    dov_field_row_set_error (self, NULL);
}

/**
 * dov_field_row_dup_typed:
 *
 * Returns: (transfer full) (nullable): what was typed and could not be
 *   understood, %NULL when the draft holds all there is
 */
char *
dov_field_row_dup_typed (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (!priv->is_unclear || DOV_FIELD_ROW_GET_CLASS (self)->dup_typed == NULL)
    return NULL;

  return DOV_FIELD_ROW_GET_CLASS (self)->dup_typed (self);
}

/**
 * dov_field_row_show_typed:
 *
 * Puts back a text that was kept because it could not be understood, and says so.
 */
void
dov_field_row_show_typed (DovFieldRow *self,
                          const char  *typed)
{
  if (DOV_FIELD_ROW_GET_CLASS (self)->show_typed == NULL)
    return;

  DOV_FIELD_ROW_GET_CLASS (self)->show_typed (self, typed);
  PRIVATE (self)->is_dirty = TRUE;
  dov_field_row_read (self);
}

/**
 * dov_field_row_set_editor:
 * @focus: the part of @editor that takes the keyboard and bears the name
 * @is_beside: the title stands beside the editor, not over it
 */
void
dov_field_row_set_editor (DovFieldRow *self,
                          GtkWidget   *editor,
                          GtkWidget   *focus,
                          gboolean     is_beside)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  priv->editor = editor;
  priv->focus = focus;
  if (is_beside)
    {
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      gtk_label_set_wrap (GTK_LABEL (priv->label), TRUE);
      gtk_box_append (GTK_BOX (priv->box), editor);
    }
  else
    {
      gtk_widget_add_css_class (priv->label, "field-title");
      gtk_label_set_ellipsize (GTK_LABEL (priv->label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (priv->words), editor);
    }
}

void
dov_field_row_add_suffix (DovFieldRow *self,
                          GtkWidget   *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (PRIVATE (self)->box), suffix);
}

/**
 * dov_field_row_set_panel:
 * @panel: (nullable): what opens under the field, %NULL to close it
 */
void
dov_field_row_set_panel (DovFieldRow *self,
                         GtkWidget   *panel)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (priv->panel_row != NULL)
    place_follower (NULL, priv->panel_row, FALSE, GTK_WIDGET (self));
  g_clear_object (&priv->panel_row);
  if (panel != NULL)
    priv->panel_row = follower_new ("field-panel", panel);
  place_followers (self);
}

/**
 * dov_field_row_edited:
 *
 * Says that a person changed what stands in the editor. A text that had been
 * unclear is tried again at once, so that its error goes as soon as it may.
 */
void
dov_field_row_edited (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (priv->draft == NULL)
    return;

  priv->is_dirty = TRUE;
  if (priv->error != NULL)
    dov_field_row_read (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static gboolean
dov_field_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = PRIVATE (DOV_FIELD_ROW (widget))->focus;

  return focus != NULL && gtk_widget_grab_focus (focus);
}

/* The row itself is no stop for Tab, only what is in it. */
static gboolean
dov_field_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (PRIVATE (DOV_FIELD_ROW (widget))->box, direction);
}

static void
dov_field_row_dispose (GObject *object)
{
  DovFieldRowPrivate *priv = PRIVATE (DOV_FIELD_ROW (object));

  g_clear_object (&priv->error_row);
  g_clear_object (&priv->hint_row);
  g_clear_object (&priv->panel_row);
  g_clear_object (&priv->draft);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (dov_field_row_parent_class)->dispose (object);
}

static void
dov_field_row_finalize (GObject *object)
{
  DovFieldRowPrivate *priv = PRIVATE (DOV_FIELD_ROW (object));

  g_free (priv->title);
  g_free (priv->error);
  g_free (priv->hint);

  G_OBJECT_CLASS (dov_field_row_parent_class)->finalize (object);
}

static void
dov_field_row_class_init (DovFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_field_row_dispose;
  object_class->finalize = dov_field_row_finalize;
  widget_class->grab_focus = dov_field_row_grab_focus;
  widget_class->focus = dov_field_row_focus;

  signals[EDITED] = g_signal_new ("edited", DOV_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
dov_field_row_init (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");

  priv->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->box, "header");
  priv->words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                              "valign", GTK_ALIGN_CENTER, "hexpand", TRUE, NULL);
  priv->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (priv->label, "title");
  gtk_box_append (GTK_BOX (priv->words), priv->label);
  gtk_box_append (GTK_BOX (priv->box), priv->words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);

  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_came_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::parent", G_CALLBACK (place_followers), NULL);
  g_signal_connect (self, "notify::visible", G_CALLBACK (place_followers), NULL);
}
