/* dov-walk-in.c - somebody new in one line: name, age or year, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-walk-in.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-likely.h"
#include "dov-lounge.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-settlement.h"
#include "dov-stranger.h"
#include "dov-widgets.h"

/* Likely cards that are offered. */
#define AT_MOST_OFFERED 3

/* What stands in the line is kept this long after the last key. */
#define REST_MILLISECONDS 700

struct _DovWalkIn
{
  GtkBox       parent_instance;

  DovDoor     *door;
  char        *source;       /* where it stands, for the draft that is kept */
  gint64       kept;         /* the number of the kept draft, 0 while none is */
  guint        rest;
  gboolean     is_filling;

  GtkLabel    *heading;
  GtkLabel    *key;
  GtkEntry    *name;
  GtkEntry    *age;
  GtkDropDown *village;
  GtkButton   *mark;
  GtkBox      *notices;
  GtkLabel    *hint;
  GArray      *settlements;  /* gint64, as in the list of villages */
  GPtrArray   *villages;     /* their names */
};

enum { ENTERED, KNOWN, TYPED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovWalkIn, dov_walk_in, GTK_TYPE_BOX)

static void
clear_notices (DovWalkIn *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_box_remove (self->notices, child);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), FALSE);
}

static void
add_notice (DovWalkIn *self,
            GtkWidget *notice)
{
  clear_notices (self);
  gtk_box_append (self->notices, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), TRUE);
}

static void
set_wrong (GtkWidget *entry,
           gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_error (DovWalkIn  *self,
            GtkEntry   *entry,
            const char *words)
{
  add_notice (self, dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
  if (entry != NULL)
    {
      set_wrong (GTK_WIDGET (entry), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (entry));
    }
}

/* ---- nothing typed is lost ---- */

/* The name in its three parts, each begun with a capital letter. */
static void
take_name (DovWalkIn *self,
           DovPerson *draft)
{
  g_autofree char *tidy = dov_name_tidy (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_auto (GStrv) words = g_strsplit (tidy, " ", 3);
  const char *fields[] = { "last_name", "first_name", "patronymic" };

  for (guint i = 0; i < G_N_ELEMENTS (fields) && words[i] != NULL; i++)
    {
      g_autofree char *first = g_utf8_substring (words[i], 0, MIN (1, g_utf8_strlen (words[i], -1)));
      g_autofree char *upper = g_utf8_strup (first, -1);
      g_autofree char *name = g_strconcat (upper, words[i] + strlen (first), NULL);

      dov_record_set_string (DOV_RECORD (draft), fields[i], name);
    }
}

static char *
dup_event_id (DovWalkIn *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (DOV_RECORD (dov_door_get_event (self->door))));
}

static void
forget_kept (DovWalkIn *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->kept != 0)
    dov_store_drop_draft (dov_door_get_store (self->door), self->kept, NULL);
  self->kept = 0;
}

static void
keep (DovWalkIn *self)
{
  DovStore *store = dov_door_get_store (self->door);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autofree char *event = dup_event_id (self);
  guint village = gtk_drop_down_get_selected (self->village);
  g_autofree char *settlement = village < self->settlements->len ?
    g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (self->settlements, gint64, village)) : g_strdup ("0");
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (dov_walk_in_is_empty (self))
    {
      forget_kept (self);
      return;
    }

  take_name (self, DOV_PERSON (draft));
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_EVENT, event);
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_AGE, gtk_editable_get_text (GTK_EDITABLE (self->age)));
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_VILLAGE, settlement);
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_SOURCE, self->source);
  words = g_strdup_printf (_("%1$s, new at “%2$s”"), gtk_editable_get_text (GTK_EDITABLE (self->name)),
                           dov_door_get_event (self->door)->title);
  if (!dov_store_keep_draft (store, draft, words, &self->kept, &error))
    g_warning ("A person half entered cannot be kept: %s", error->message);
}

static gboolean
rest_cb (gpointer user_data)
{
  DovWalkIn *self = user_data;

  self->rest = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (DovWalkIn *self)
{
  if (self->is_filling)
    return;

  clear_notices (self);
  set_wrong (GTK_WIDGET (self->name), FALSE);
  set_wrong (GTK_WIDGET (self->age), FALSE);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
}

static void
name_changed_cb (DovWalkIn *self)
{
  edited_cb (self);
  if (!self->is_filling)
    g_signal_emit (self, signals[TYPED], 0, gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

/**
 * dov_walk_in_keep:
 *
 * Keeps at once what stands in the line, before it goes.
 */
void
dov_walk_in_keep (DovWalkIn *self)
{
  if (self->rest != 0)
    keep (self);
}

/* Goes on with somebody who was half entered here when the program went. */
static void
take_up (DovWalkIn *self)
{
  DovStore *store = dov_door_get_store (self->door);
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (store, NULL);
  g_autofree char *event = dup_event_id (self);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const DovDraft *listed = g_ptr_array_index (drafts, i);
      g_autoptr (DovRecord) draft = listed->type == DOV_TYPE_PERSON && listed->id == 0 ?
        dov_store_read_draft (store, listed->number, NULL) : NULL;
      g_autofree char *name = NULL;
      const char *age;

      if (draft == NULL || g_strcmp0 (dov_record_get_typed (draft, DOV_STRANGER_KEPT_EVENT), event) != 0
          || g_strcmp0 (dov_record_get_typed (draft, DOV_STRANGER_KEPT_SOURCE), self->source) != 0)
        continue;

      name = dov_name_full (DOV_PERSON (draft)->last_name, DOV_PERSON (draft)->first_name, DOV_PERSON (draft)->patronymic);
      age = dov_record_get_typed (draft, DOV_STRANGER_KEPT_AGE);
      self->is_filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->name), name);
      gtk_editable_set_text (GTK_EDITABLE (self->age), age != NULL ? age : "");
      self->is_filling = FALSE;
      self->kept = listed->number;
      return;
    }
}

/* ---- entering ---- */

static DovPerson *
read_draft (DovWalkIn *self)
{
  g_autoptr (DovPerson) draft = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint village = gtk_drop_down_get_selected (self->village);

  set_wrong (GTK_WIDGET (self->name), FALSE);
  set_wrong (GTK_WIDGET (self->age), FALSE);
  take_name (self, draft);
  if (*draft->last_name == '\0' || *draft->first_name == '\0')
    {
      show_error (self, self->name, _("Type the last name and the first name."));
      return NULL;
    }
  if (!dov_stranger_read_age (gtk_editable_get_text (GTK_EDITABLE (self->age)), draft, &error))
    {
      show_error (self, self->age, error->message);
      return NULL;
    }
  if (village < self->villages->len)
    dov_set (draft, live_address, g_ptr_array_index (self->villages, village));

  problems = dov_record_list_problems (DOV_RECORD (draft));
  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        {
          gboolean is_age = problem->field != NULL && g_str_has_prefix (problem->field->name, "birth");

          show_error (self, is_age ? self->age : self->name, problem->message);
          return NULL;
        }
    }

  return g_steal_pointer (&draft);
}

static void
known_cb (GtkButton *button,
          DovWalkIn *self)
{
  gint64 person_id = *(gint64 *) g_object_get_data (G_OBJECT (button), "person");

  dov_walk_in_done (self);
  g_signal_emit (self, signals[KNOWN], 0, person_id);
}

static void
another_cb (GtkButton *button,
            DovWalkIn *self)
{
  g_autoptr (DovPerson) draft = g_object_ref (g_object_get_data (G_OBJECT (button), "draft"));

  dov_store_accept (dov_door_get_store (self->door), g_object_get_data (G_OBJECT (button), "rule"), _("another person"));
  g_signal_emit (self, signals[ENTERED], 0, draft);
}

/* Name, age and village: what the door may say of a card. */
static char *
dup_known (const DovNameEntry *entry)
{
  g_autofree char *age = dov_name_entry_dup_age (entry);
  g_autoptr (GString) words = g_string_new (entry->full);

  if (*age != '\0')
    g_string_append_printf (words, ", %s", age);
  if (*entry->place != '\0')
    g_string_append_printf (words, ", %s", entry->place);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
add_another (DovWalkIn  *self,
             DovNotice  *notice,
             const char *label,
             DovPerson  *draft,
             const char *rule)
{
  GtkWidget *button = dov_notice_add_action (notice, label, NULL);

  g_object_set_data_full (G_OBJECT (button), "draft", g_object_ref (draft), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "rule", g_strdup (rule), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (another_cb), self);

  return button;
}

/* V9: «Это он / Другой». The date of birth on the card is not for this screen. */
static void
ask_which (DovWalkIn *self,
           DovPerson *draft,
           GArray    *likely)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, _("Perhaps the card is there already"), "");
  GtkWidget *another, *first = NULL;

  for (guint i = 0; likely != NULL && i < MIN (likely->len, AT_MOST_OFFERED); i++)
    {
      gint64 id = g_array_index (likely, DovLikely, i).person_id;
      const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), id);
      g_autofree char *who = entry != NULL ? dup_known (entry) : NULL;
      g_autofree char *label = NULL;
      GtkWidget *button;

      if (who == NULL)
        continue;
      label = g_strdup_printf (_("It is %s"), who);
      button = dov_notice_add_action (DOV_NOTICE (notice), label, NULL);
      g_object_set_data_full (G_OBJECT (button), "person", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (known_cb), self);
      first = first != NULL ? first : button;
    }
  another = add_another (self, DOV_NOTICE (notice), _("Another person"), draft, "V9");
  add_notice (self, notice);
  gtk_widget_grab_focus (first != NULL ? first : another);
}

/* Of somebody at the table the age is known at best to a year, so all who are
 * alike are asked about, not only those whom V9 would hold up. */
static void
enter_cb (DovWalkIn *self)
{
  g_autoptr (DovPerson) draft = read_draft (self);
  g_autoptr (GArray) likely = NULL;

  if (draft == NULL)
    return;
  likely = dov_person_find_likely (dov_door_get_store (self->door), draft);
  if (likely->len > 0)
    ask_which (self, draft, likely);
  else
    g_signal_emit (self, signals[ENTERED], 0, draft);
}

/**
 * dov_walk_in_refuse:
 * @draft: what was entered
 * @error: why it could not be marked
 *
 * Says so in the line; a rule that only warns offers the way on.
 */
void
dov_walk_in_refuse (DovWalkIn    *self,
                    DovPerson    *draft,
                    const GError *error)
{
  const DovProblem *refusal = dov_store_get_refusal (dov_door_get_store (self->door));
  g_autofree char *rule = g_strdup (refusal != NULL ? refusal->rule : NULL);
  g_autofree char *words = dov_errors_dup_words (error);
  GtkWidget *notice;

  if (!g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    {
      show_error (self, NULL, words);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
    }
  else
    {
      notice = dov_notice_new (DOV_NOTICE_WARNS, words, "");
      gtk_widget_grab_focus (add_another (self, DOV_NOTICE (notice), _("Mark all the same"), draft, rule));
      add_notice (self, notice);
    }
}

/**
 * dov_walk_in_done:
 *
 * Empties the line for the next one.
 */
void
dov_walk_in_done (DovWalkIn *self)
{
  forget_kept (self);
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->age), "");
  self->is_filling = FALSE;
  clear_notices (self);
}

/**
 * dov_walk_in_begin:
 * @typed: what was looked for: the name, perhaps half of it
 *
 * Puts the keyboard where typing goes on.
 */
void
dov_walk_in_begin (DovWalkIn  *self,
                   const char *typed)
{
  gboolean has_both = FALSE;

  if (*typed != '\0')
    {
      g_autofree char *tidy = dov_name_tidy (typed);

      has_both = strchr (tidy, ' ') != NULL;
      gtk_editable_set_text (GTK_EDITABLE (self->name), tidy);
    }
  if (has_both)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->age));
      return;
    }
  gtk_entry_grab_focus_without_selecting (self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}

gboolean
dov_walk_in_has_focus (DovWalkIn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

gboolean
dov_walk_in_is_empty (DovWalkIn *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->name)) == '\0'
         && *gtk_editable_get_text (GTK_EDITABLE (self->age)) == '\0';
}

/**
 * dov_walk_in_set_words:
 *
 * Says what the line is for, where it is not the door.
 */
void
dov_walk_in_set_words (DovWalkIn  *self,
                       const char *heading,
                       const char *key,
                       const char *hint)
{
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->key, key);
  gtk_widget_set_visible (GTK_WIDGET (self->key), *key != '\0');
  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovWalkIn             *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  clear_notices (self);
  g_signal_emit (self, signals[LEFT], 0);

  return GDK_EVENT_STOP;
}

/* The village of the lounge is likely. */
static void
list_villages (DovWalkIn *self)
{
  DovStore *store = dov_door_get_store (self->door);
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_SETTLEMENT, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (DovRecord) lounge = dov_store_find (store, DOV_TYPE_LOUNGE, dov_door_get_event (self->door)->lounge_id, NULL);
  guint chosen = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      char *name = dov_store_describe_id (store, DOV_TYPE_SETTLEMENT, id);

      gtk_string_list_append (names, name);
      g_ptr_array_add (self->villages, name);
      g_array_append_val (self->settlements, id);
      if (lounge != NULL && DOV_LOUNGE (lounge)->settlement_id == id)
        chosen = i;
    }
  gtk_string_list_append (names, _("not known"));
  gtk_drop_down_set_model (self->village, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->village, chosen);
}

/**
 * dov_walk_in_new:
 * @door: where they come in
 * @source: what the line belongs to, so that what is half typed is found again
 *
 * Returns: (transfer floating): an empty line, or one with what was half typed
 */
GtkWidget *
dov_walk_in_new (DovDoor    *door,
                 const char *source)
{
  DovWalkIn *self = g_object_new (DOV_TYPE_WALK_IN, NULL);

  self->door = g_object_ref (door);
  self->source = g_strdup (source);
  list_villages (self);
  take_up (self);

  return GTK_WIDGET (self);
}

static void
dov_walk_in_dispose (GObject *object)
{
  DovWalkIn *self = DOV_WALK_IN (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->door);

  G_OBJECT_CLASS (dov_walk_in_parent_class)->dispose (object);
}

static void
dov_walk_in_finalize (GObject *object)
{
  DovWalkIn *self = DOV_WALK_IN (object);

  g_free (self->source);
  g_array_unref (self->settlements);
  g_ptr_array_unref (self->villages);

  G_OBJECT_CLASS (dov_walk_in_parent_class)->finalize (object);
}

static void
dov_walk_in_class_init (DovWalkInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_walk_in_dispose;
  object_class->finalize = dov_walk_in_finalize;

  signals[ENTERED] = g_signal_new ("entered", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, DOV_TYPE_PERSON);
  signals[KNOWN] = g_signal_new ("known", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TYPED] = g_signal_new ("typed", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-walk-in.ui");
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, heading);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, key);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, name);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, age);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, village);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, mark);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, notices);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, hint);
}

static void
dov_walk_in_init (DovWalkIn *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settlements = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->villages = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->age, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->age, "activate", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (self->mark, "clicked", G_CALLBACK (enter_cb), self);
}
