/* dov-field-row.c - one field of a draft, edited in a row of a boxed list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-field-row.h"

#include "dov-field-follower.h"
#include "dov-label.h"
#include "dov-reveal.h"
#include "dov-spoken.h"
#include "dov-visitor.h"

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
  char           *whose;
  char           *error;
  char           *hint;
  gboolean        is_required;
  gboolean        is_dirty;      /* edited since it was last read */
  gboolean        is_unclear;    /* what stands there cannot be understood */
  gboolean        is_reading;
  guint           reveal;        /* brings the whole row into view, once it is laid out */

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

static void
place_followers (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean is_here = GTK_IS_LIST_BOX (list) && gtk_widget_get_visible (GTK_WIDGET (self));
  GtkWidget *last = GTK_WIDGET (self);

  /* A row leaves its list only when the list goes, with all that is in it. */
  if (list == NULL)
    return;

  last = dov_field_follower_place (list, priv->error_row, is_here && priv->error != NULL, last);
  last = dov_field_follower_place (list, priv->hint_row, is_here && priv->error == NULL && priv->hint != NULL, last);
  if (last == GTK_WIDGET (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "joined");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "joined");
  dov_field_follower_place (list, priv->panel_row, is_here && priv->panel_row != NULL, last);
}

/* An empty field says its title where the text will be; typing, or what was
 * typed, moves the title up. */
static void
show_emptiness (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  gboolean is_empty;

  if (!GTK_IS_TEXT (priv->focus))
    return;

  is_empty = *gtk_editable_get_text (GTK_EDITABLE (priv->focus)) == '\0'
             && !gtk_widget_has_css_class (GTK_WIDGET (self), "focused");
  gtk_widget_set_visible (priv->label, !is_empty);
  gtk_text_set_placeholder_text (GTK_TEXT (priv->focus), is_empty ? gtk_label_get_label (GTK_LABEL (priv->label)) : "");
}

static void
show_title (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  /* Translators: the title of a field that must be filled in */
  g_autofree char *marked = g_strdup_printf (C_("required", "%s *"), priv->title);
  g_autofree char *spoken = g_strjoin (", ", priv->title, priv->is_required ? C_("read aloud", "required") : priv->whose,
                                       priv->is_required ? priv->whose : NULL, NULL);

  gtk_label_set_label (GTK_LABEL (priv->label), priv->is_required ? marked : priv->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), priv->title);
  dov_name_widget (priv->focus, spoken);
  if (GTK_IS_TEXT (priv->focus) || GTK_IS_TEXT_VIEW (priv->focus))
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->focus),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, priv->is_required, -1);
  show_emptiness (self);
}

/* What is wrong, or else the hint, is heard behind the title. */
static void
describe (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);
  const char *words = priv->error != NULL ? priv->error : priv->hint;

  dov_describe (GTK_IS_DROP_DOWN (priv->focus) ? gtk_widget_get_first_child (priv->focus) : priv->focus,
                words != NULL ? words : "");
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
  show_emptiness (self);
  if (GTK_IS_TEXT (priv->focus))
    gtk_editable_select_region (GTK_EDITABLE (priv->focus), 0, 0);
  if (priv->draft == NULL)
    return;

  /* A text that is just being made into a record below is not judged yet. */
  if (priv->panel_row != NULL)
    return;
  if (priv->is_dirty && dov_field_row_read (self))
    dov_field_row_show (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
reveal_cb (gpointer user_data)
{
  DovFieldRow *self = user_data;
  DovFieldRowPrivate *priv = PRIVATE (self);
  gboolean has_error = priv->error_row != NULL && gtk_widget_get_mapped (priv->error_row);

  priv->reveal = 0;
  dov_reveal (GTK_WIDGET (self), has_error ? priv->error_row : GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
focus_came_cb (GtkEventControllerFocus *focus,
               DovFieldRow             *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
  show_emptiness (self);
  if (priv->reveal == 0)
    priv->reveal = g_idle_add_full (G_PRIORITY_LOW, reveal_cb, self, NULL);
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
 * dov_field_row_bind:
 * @field: of the record of @draft
 *
 * Gives a new row its field, once.
 */
void
dov_field_row_bind (DovFieldRow    *self,
                    DovStore       *store,
                    DovRecord      *draft,
                    const DovField *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);
  DovFieldRowPrivate *priv = PRIVATE (self);
  g_autofree char *notify = g_strconcat ("notify::", klass->properties[field - klass->fields + 1]->name, NULL);

  g_set_object (&priv->store, store);
  g_set_object (&priv->draft, draft);
  priv->field = field;
  priv->title = g_strdup (_(field->label));
  priv->is_required = (field->flags & DOV_REQUIRED) != 0;
  DOV_FIELD_ROW_GET_CLASS (self)->build (self);
  g_assert (priv->focus != NULL);
  show_title (self);
  dov_field_row_show (self);

  g_signal_connect_object (draft, notify, G_CALLBACK (draft_notify_cb), self, G_CONNECT_SWAPPED);
  if ((field->flags & (DOV_COVERED | DOV_SPECIAL)) != 0)
    dov_visitor_hide (GTK_WIDGET (self));
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
 * dov_field_row_set_whose:
 * @whose: of which of the people or things of a form the field tells; read aloud, where eyes see the group
 */
void
dov_field_row_set_whose (DovFieldRow *self,
                         const char  *whose)
{
  g_free (PRIVATE (self)->whose);
  PRIVATE (self)->whose = g_strdup (whose);
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
    priv->hint_row = dov_field_follower_new_hint (&priv->hint_label);
  gtk_label_set_label (GTK_LABEL (priv->hint_label), hint ? hint : "");
  describe (self);
  place_followers (self);
}

const char *
dov_field_row_get_error (DovFieldRow *self)
{
  return PRIVATE (self)->error;
}

/* GTK 4.8 takes one widget here, later ones take a list: the value that GTK itself makes ready tells which. */
static void
tell_error_label (DovFieldRowPrivate *priv)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE;
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_accessible_relation_init_value (relation, &value);
  if (G_VALUE_HOLDS_POINTER (&value))
    g_value_set_pointer (&value, g_list_prepend (NULL, priv->error_label));
  else
    g_value_set_object (&value, priv->error_label);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (priv->focus), 1, &relation, &value);
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
  describe (self);
  if (message != NULL)
    {
      if (priv->error_row == NULL)
        priv->error_row = dov_field_follower_new_error (&priv->error_label);
      dov_visitor_set_label (GTK_LABEL (priv->error_label), message);
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      tell_error_label (priv);
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
  if (GTK_IS_TEXT (focus))
    g_signal_connect_swapped (focus, "changed", G_CALLBACK (show_emptiness), self);
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
    dov_field_follower_place (NULL, priv->panel_row, FALSE, GTK_WIDGET (self));
  g_clear_object (&priv->panel_row);
  if (panel != NULL)
    priv->panel_row = dov_field_follower_new ("field-panel", panel);
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

/**
 * dov_field_row_chosen:
 *
 * Says that a person chose something that is a value at once, as a switch or a
 * list of words is.
 */
void
dov_field_row_chosen (DovFieldRow *self)
{
  DovFieldRowPrivate *priv = PRIVATE (self);

  if (priv->draft == NULL)
    return;

  priv->is_dirty = TRUE;
  if (dov_field_row_read (self))
    priv->is_dirty = FALSE;
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

  g_clear_handle_id (&priv->reveal, g_source_remove);
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
  g_free (priv->whose);
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
