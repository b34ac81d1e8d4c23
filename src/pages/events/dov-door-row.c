/* dov-door-row.c - somebody in the list at the door: name, age, village, and whether they are here */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-row.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-wrap-box.h"

struct _DovDoorRow
{
  GtkListBoxRow  parent_instance;

  gint64         person_id;
  DovDoorState   state;
  DovNameFamily *family;
  gboolean       is_match;
  char          *spoken;
  GtkWidget     *button;
  GtkWidget     *key;
};

enum { MARK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorRow, dov_door_row, GTK_TYPE_LIST_BOX_ROW)

static const DovSign no_photo = { "camera-disabled-symbolic", "warning" };
static const DovSign calls = { "dialog-warning-symbolic", "error" };
static const DovSign here = { "dov-emblem-ok-symbolic", "success" };
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

static GtkWidget *
mark_button_new (DovDoorRow *self,
                 const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *spoken = g_strdup_printf (_("Mark as here: %s"), name);

  self->key = dov_key_new ("Enter");
  gtk_widget_set_valign (self->key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->key, FALSE);
  gtk_box_append (GTK_BOX (line), gtk_label_new (_("Mark as here")));
  gtk_box_append (GTK_BOX (line), self->key);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_focusable (button, FALSE);
  dov_name_widget (button, spoken);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (mark_cb), self);

  return button;
}

static GtkWidget *
names_new (const DovDoorPerson *person,
           const char          *facts)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *who = dov_label_new (person->entry->name, "who");
  GtkWidget *more = dov_label_new (facts, "caption");

  gtk_widget_set_visible (more, *facts != '\0');
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), who);
  gtk_box_append (GTK_BOX (names), more);

  return names;
}

static void
add_badge (GtkWidget     *tail,
           GString       *spoken,
           const char    *words,
           const DovSign *sign)
{
  gtk_box_append (GTK_BOX (tail), dov_badge_new (words, sign));
  dov_join (spoken, ", ", words);
}

/* Made in code: a dozen are made for every letter that is typed, and templates would take a quarter more time. */

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
  DovDoorRow *self = g_object_new (DOV_TYPE_DOOR_ROW, "activatable", TRUE, "focusable", FALSE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* The name gives way to nothing: where it leaves too little room, what stands behind it goes into the next line. */
  GtkWidget *lines = dov_wrap_box_new (12);
  GtkWidget *tail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", is_here (person->state) ? "dov-emblem-ok-symbolic" : "checkbox-symbolic", NULL);
  g_autofree char *facts = dup_facts (person);
  const char *state = get_state_words (person->state);
  g_autoptr (GString) spoken = g_string_new (person->entry->name);

  self->person_id = person->entry->person_id;
  self->state = person->state;
  self->family = person->entry->family;
  self->is_match = person->is_match;
  dov_join (spoken, ", ", facts);
  gtk_widget_add_css_class (icon, "mark");
  if (is_here (person->state))
    gtk_widget_add_css_class (icon, "success");
  gtk_widget_add_css_class (tail, "tail");
  gtk_widget_set_valign (tail, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (tail, GTK_ALIGN_END);
  gtk_widget_set_hexpand (lines, TRUE);
  if (person->entry->calls_manager && is_under_head)
    dov_join (spoken, ", ", _("call the manager"));
  else if (person->entry->calls_manager)
    add_badge (tail, spoken, _("call the manager"), &calls);
  if (person->entry->no_photo)
    add_badge (tail, spoken, _("no photos"), &no_photo);
  if (*state != '\0')
    add_badge (tail, spoken, state, is_here (person->state) ? &here : person->state == DOV_DOOR_WAITING ? &waits : NULL);
  if (!is_here (person->state))
    {
      self->button = mark_button_new (self, person->entry->name);
      gtk_box_append (GTK_BOX (tail), self->button);
    }
  gtk_box_append (GTK_BOX (line), icon);
  dov_wrap_box_append (DOV_WRAP_BOX (lines), names_new (person, facts));
  dov_wrap_box_append (DOV_WRAP_BOX (lines), tail);
  gtk_box_append (GTK_BOX (line), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  self->spoken = g_string_free (g_steal_pointer (&spoken), FALSE);
  dov_name_widget (self, self->spoken);

  return GTK_WIDGET (self);
}

gint64
dov_door_row_get_person (DovDoorRow *self)
{
  return self->person_id;
}

static DovDoorState
dov_door_row_get_state (DovDoorRow *self)
{
  return self->state;
}

DovNameFamily *
dov_door_row_get_family (DovDoorRow *self)
{
  return self->family;
}

static gboolean
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
  dov_set_class (self, "chosen", is_chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
  if (self->button == NULL)
    return;

  gtk_widget_set_visible (self->key, is_chosen && has_key);
  dov_set_class (self->button, "suggested-action", is_chosen);
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
  G_OBJECT_CLASS (klass)->finalize = dov_door_row_finalize;

  signals[MARK] = g_signal_new ("mark", DOV_TYPE_DOOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_door_row_init (DovDoorRow *self)
{
}
