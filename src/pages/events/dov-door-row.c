/* dov-door-row.c - somebody in the list at the door: name, age, village, and whether they are here */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-row.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-join.h"
#include "dov-widgets.h"

struct _DovDoorRow
{
  GtkListBoxRow  parent_instance;

  gint64         person_id;
  DovDoorState   state;
  DovNameFamily *family;
  gboolean       is_match;
  char          *spoken;

  GtkWidget     *icon;
  GtkLabel      *who;
  GtkLabel      *facts;
  GtkBox        *tail;
  GtkWidget     *button;     /* of who is not here yet */
  GtkWidget     *key;
};

enum { MARK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorRow, dov_door_row, GTK_TYPE_LIST_BOX_ROW)

static const DovSign no_photo = { "camera-disabled-symbolic", "warning" };
static const DovSign calls = { "dialog-warning-symbolic", "error" };
static const DovSign here = { "emblem-ok-symbolic", "success" };
static const DovSign waits = { "alarm-symbolic", "warning" };

/* “9 years · s. Sludka · put down”, “9 years · s. Sludka · here since 17:55”. */
static char *
dup_facts (const DovDoorPerson *person)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *age = dov_name_entry_dup_age (person->entry);
  /* Translators: somebody was marked before; a time */
  g_autofree char *since = person->since != NULL ? g_strdup_printf (_("here since %s"), person->since) : g_strdup ("");

  dov_join (line, DOV_JOIN_WORDS, age);
  dov_join (line, DOV_JOIN_WORDS, person->entry->place);
  dov_join (line, DOV_JOIN_WORDS, person->state == DOV_DOOR_EXPECTED ? _("put down") : since);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static const char *
get_state_words (DovDoorState state)
{
  switch (state)
    {
    case DOV_DOOR_HERE:
      return _("already here");

    case DOV_DOOR_HELPING:
      return _("here, to help");

    case DOV_DOOR_WAITING:
      return _("on the waiting list");

    case DOV_DOOR_STRANGE:
    case DOV_DOOR_EXPECTED:
    case DOV_DOOR_ABSENT:
    default:
      return "";
    }
}

static gboolean
is_here (DovDoorState state)
{
  return state == DOV_DOOR_HERE || state == DOV_DOOR_HELPING;
}

static void
mark_cb (DovDoorRow *self)
{
  g_signal_emit (self, signals[MARK], 0);
}

/* What needs saying of somebody stands before the button. */
static void
add_badge (DovDoorRow    *self,
           GString       *spoken,
           const char    *words,
           const DovSign *sign)
{
  GtkWidget *badge = dov_badge_new (words, sign);

  gtk_box_append (self->tail, badge);
  gtk_box_reorder_child_after (self->tail, self->button, badge);
  g_string_append_printf (spoken, ", %s", words);
}

/**
 * dov_door_row_new:
 * @is_under_head: the household is named above, with its call for the manager
 *
 * Returns: (transfer floating): a row that can show nothing else about @person
 */
GtkWidget *
dov_door_row_new (const DovDoorPerson *person,
                  gboolean             is_under_head)
{
  DovDoorRow *self = g_object_new (DOV_TYPE_DOOR_ROW, NULL);
  g_autofree char *facts = dup_facts (person);
  g_autofree char *verb = g_strdup_printf (_("Mark as here: %s"), person->entry->name);
  const char *state = get_state_words (person->state);
  g_autoptr (GString) spoken = g_string_new (person->entry->name);

  self->person_id = person->entry->person_id;
  self->state = person->state;
  self->family = person->entry->family;
  self->is_match = person->is_match;
  gtk_label_set_text (self->who, person->entry->name);
  gtk_label_set_text (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  dov_join (spoken, ", ", facts);
  if (person->entry->calls_manager && is_under_head)
    dov_join (spoken, ", ", _("call the manager"));
  else if (person->entry->calls_manager)
    add_badge (self, spoken, _("call the manager"), &calls);
  if (person->entry->no_photo)
    add_badge (self, spoken, _("no photos"), &no_photo);
  if (*state != '\0')
    add_badge (self, spoken, state, is_here (person->state) ? &here : person->state == DOV_DOOR_WAITING ? &waits : NULL);
  if (is_here (person->state))
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "emblem-ok-symbolic");
      gtk_widget_add_css_class (self->icon, "success");
      gtk_box_remove (self->tail, self->button);
      self->button = NULL;
    }
  else
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
    }
  self->spoken = g_string_free (g_steal_pointer (&spoken), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken, -1);

  return GTK_WIDGET (self);
}

gint64
dov_door_row_get_person (DovDoorRow *self)
{
  return self->person_id;
}

DovDoorState
dov_door_row_get_state (DovDoorRow *self)
{
  return self->state;
}

DovNameFamily *
dov_door_row_get_family (DovDoorRow *self)
{
  return self->family;
}

gboolean
dov_door_row_is_match (DovDoorRow *self)
{
  return self->is_match;
}

/* What a person who cannot see the row is told of it. */
const char *
dov_door_row_get_spoken (DovDoorRow *self)
{
  return self->spoken;
}

/**
 * dov_door_row_set_chosen:
 *
 * @has_key: there is room for the name of the key
 *
 * Enter means this one: by a tint, an edge, a strong button and the key on it.
 */
void
dov_door_row_set_chosen (DovDoorRow *self,
                         gboolean    is_chosen,
                         gboolean    has_key)
{
  if (is_chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
  if (self->button == NULL)
    return;

  gtk_widget_set_visible (self->key, is_chosen && has_key);
  if (is_chosen)
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}

/**
 * dov_door_row_find_likely:
 * @rows: (element-type DovDoorRow): from top to bottom
 *
 * Returns: the first who has the letters and is not here yet; else the first of all; G_MAXUINT: there is none
 */
guint
dov_door_row_find_likely (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      DovDoorRow *row = g_ptr_array_index (rows, i);
      DovDoorState state = dov_door_row_get_state (row);

      if (dov_door_row_is_match (row) && state != DOV_DOOR_HERE && state != DOV_DOOR_HELPING)
        return i;
    }

  return rows->len > 0 ? 0 : G_MAXUINT;
}

/**
 * dov_door_row_find:
 * @rows: (element-type DovDoorRow): from top to bottom
 *
 * Returns: the place of the row of somebody; G_MAXUINT: there is none
 */
guint
dov_door_row_find (GPtrArray *rows,
                   gint64     person_id)
{
  for (guint i = 0; person_id != 0 && i < rows->len; i++)
    if (dov_door_row_get_person (g_ptr_array_index (rows, i)) == person_id)
      return i;

  return G_MAXUINT;
}

static void
dov_door_row_finalize (GObject *object)
{
  g_free (DOV_DOOR_ROW (object)->spoken);

  G_OBJECT_CLASS (dov_door_row_parent_class)->finalize (object);
}

static void
dov_door_row_class_init (DovDoorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_door_row_finalize;

  signals[MARK] = g_signal_new ("mark", DOV_TYPE_DOOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-door-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, who);
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, facts);
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, tail);
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, button);
  gtk_widget_class_bind_template_child (widget_class, DovDoorRow, key);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
}

static void
dov_door_row_init (DovDoorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
