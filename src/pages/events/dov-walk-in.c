/* dov-walk-in.c - somebody new in one line: name, age or year, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-walk-in.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-deed.h"
#include "dov-label.h"
#include "dov-likely.h"
#include "dov-lounge.h"
#include "dov-name-book.h"
#include "dov-roll.h"
#include "dov-said.h"
#include "dov-settlement.h"
#include "dov-twins.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

/* Likely cards that are offered. */
#define AT_MOST_OFFERED 3

/* What stands in the line is kept this long after the last key. */
#define REST_MILLISECONDS 700

/* Under these names it lies beside the fields of a kept draft. */
#define KEPT_EVENT "stranger.event"
#define KEPT_AGE "stranger.age"
#define KEPT_VILLAGE "stranger.village"
#define KEPT_SOURCE "stranger.source"
#define KEPT_PUT_AWAY "stranger.put-away"

struct _DovWalkIn
{
  GtkBox                parent_instance;

  DovStore             *store;
  DovEvent             *event;
  const DovWalkInPlace *place;
  gint64                kept;         /* the number of the kept draft, 0 while none is */
  guint                 rest;
  gboolean              is_filling;   /* the program writes, not a person */
  gboolean              was_edited;   /* since the line was begun */
  DovPerson            *asked;        /* who is being entered */

  GtkWidget            *line;
  GtkLabel             *heading;
  GtkLabel             *key;
  GtkEntry             *name;
  GtkEntry             *age;
  GtkDropDown          *village;
  GtkButton            *mark;
  GtkButton            *leave;
  GtkBox               *notices;
  GtkLabel             *hint;
  GArray               *settlements;  /* gint64, as in the list of villages */
};

enum { MARKED, REFUSED, KNOWN, TYPED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovWalkIn, dov_walk_in, GTK_TYPE_BOX)

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
set_wrong (GtkEntry *entry,
           gboolean  is_wrong)
{
  dov_set_class (entry, "error", is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_error (DovWalkIn  *self,
            GtkEntry   *entry,
            const char *words)
{
  dov_deed_refuse (self, words);
  set_wrong (entry, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

/* ---- nothing typed is lost ---- */

static void
forget_kept (DovWalkIn *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->kept != 0)
    dov_store_drop_draft (self->store, self->kept, NULL);
  self->kept = 0;
}

static void
keep_number (DovRecord  *draft,
             const char *key,
             gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  dov_record_keep_typed (draft, key, text);
}

static void
keep (DovWalkIn *self,
      gboolean   is_put_away)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  guint village = gtk_drop_down_get_selected (self->village);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (dov_walk_in_is_empty (self) || dov_store_is_read_only (self->store))
    {
      forget_kept (self);
      return;
    }

  dov_person_take_name (DOV_PERSON (draft), get_text (self->name));
  keep_number (draft, KEPT_EVENT, dov_record_get_id (DOV_RECORD (self->event)));
  keep_number (draft, KEPT_VILLAGE, village < self->settlements->len ? g_array_index (self->settlements, gint64, village) : 0);
  dov_record_keep_typed (draft, KEPT_AGE, get_text (self->age));
  dov_record_keep_typed (draft, KEPT_SOURCE, self->place->source);
  if (is_put_away)
    dov_record_keep_typed (draft, KEPT_PUT_AWAY, "1");
  name = dov_person_dup_name (DOV_PERSON (draft));
  /* Translators: a form that was begun; %1$s is a name, %2$s the event at which the person was met */
  words = g_strdup_printf (_("%1$s, new at “%2$s”"), name, self->event->title);
  if (!dov_store_keep_draft (self->store, draft, words, &self->kept, &error))
    g_warning ("A person half entered cannot be kept: %s", error->message);
}

static gboolean
rest_cb (gpointer user_data)
{
  DovWalkIn *self = user_data;

  self->rest = 0;
  keep (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (DovWalkIn *self)
{
  if (self->is_filling)
    return;

  dov_answers_clear (self);
  set_wrong (self->name, FALSE);
  set_wrong (self->age, FALSE);
  self->was_edited = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
}

static void
name_changed_cb (DovWalkIn *self)
{
  edited_cb (self);
  if (!self->is_filling)
    g_signal_emit (self, signals[TYPED], 0, get_text (self->name));
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
    keep (self, FALSE);
}

/**
 * dov_walk_in_get_event:
 * @draft: a kept draft
 *
 * Returns: the id of the event at which this person was half entered, 0 when
 *   the draft is of another form
 */
gint64
dov_walk_in_get_event (DovRecord *draft)
{
  const char *event = DOV_IS_PERSON (draft) ? dov_record_get_typed (draft, KEPT_EVENT) : NULL;

  return event != NULL ? g_ascii_strtoll (event, NULL, 10) : 0;
}

static void
fill (DovWalkIn  *self,
      const char *name,
      const char *age)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->age), age);
  self->is_filling = FALSE;
  self->was_edited = FALSE;
  dov_answers_clear (self);
}

static void
fill_from_kept (DovWalkIn *self,
                DovRecord *draft,
                gint64     number)
{
  g_autofree char *name = dov_person_dup_name (DOV_PERSON (draft));
  const char *age = dov_record_get_typed (draft, KEPT_AGE);
  const char *village = dov_record_get_typed (draft, KEPT_VILLAGE);
  gint64 settlement = village != NULL ? g_ascii_strtoll (village, NULL, 10) : 0;
  guint position = 0;

  while (position < self->settlements->len && g_array_index (self->settlements, gint64, position) != settlement)
    position++;
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->village, position);
  fill (self, name, age != NULL ? age : "");
  self->kept = number;
  self->was_edited = TRUE;
}

/**
 * dov_walk_in_take_up:
 * @number: of the kept draft, 0: the last one of this line that was not put away
 *
 * Goes on with somebody who was half entered when the program went.
 *
 * Returns: whether there is anybody
 */
gboolean
dov_walk_in_take_up (DovWalkIn *self,
                     gint64     number)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (self->store, NULL);
  const char *source = self->place->source;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const DovDraft *listed = g_ptr_array_index (drafts, i);
      g_autoptr (DovRecord) draft = listed->type == DOV_TYPE_PERSON && listed->id == 0 ?
        dov_store_read_draft (self->store, listed->number, NULL) : NULL;

      if (draft == NULL || dov_walk_in_get_event (draft) != dov_record_get_id (DOV_RECORD (self->event)))
        continue;
      if (number != 0 ? listed->number != number :
          dov_record_get_typed (draft, KEPT_PUT_AWAY) != NULL ||
          (source != NULL && g_strcmp0 (dov_record_get_typed (draft, KEPT_SOURCE), source) != 0))
        continue;

      fill_from_kept (self, draft, listed->number);
      return TRUE;
    }

  return FALSE;
}

/* ---- entering ---- */

static DovPerson *
read_draft (DovWalkIn *self)
{
  g_autoptr (DovPerson) draft = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint village = gtk_drop_down_get_selected (self->village);

  set_wrong (self->name, FALSE);
  set_wrong (self->age, FALSE);
  dov_person_take_name (draft, get_text (self->name));
  if (*draft->last_name == '\0')
    {
      show_error (self, self->name, _("Type the last name and the first name."));
      return NULL;
    }
  if (!dov_person_take_age (draft, get_text (self->age), &error))
    {
      show_error (self, self->age, error->message);
      return NULL;
    }
  if (village < self->settlements->len)
    dov_set (draft, live_address, gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->village)));

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

static void enter (DovWalkIn *self, DovPerson *draft);

/* Empties the line for the next one. */
static void
finish (DovWalkIn *self)
{
  forget_kept (self);
  fill (self, "", "");
}

static void
which_cb (gpointer from,
          gint64   person_id)
{
  DovWalkIn *self = from;

  if (person_id == 0)
    {
      dov_store_accept (self->store, "V9", _("another person"));
      enter (self, self->asked);
    }
  else
    {
      finish (self);
      g_signal_emit (self, signals[KNOWN], 0, person_id);
    }
}

static gboolean
do_mark (DovStore  *store,
         gpointer   walk_in,
         GError   **error)
{
  DovWalkIn *self = walk_in;

  return dov_roll_mark_newcomer (store, self->event, self->asked, !self->place->is_paper, error);
}

static void
marked (gpointer from,
        gpointer walk_in)
{
  DovWalkIn *self = from;
  g_autofree char *name = dov_person_dup_name (self->asked);

  finish (self);
  g_signal_emit (self, signals[MARKED], 0, name);
}

static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      walk_in)
{
  gtk_widget_grab_focus (GTK_WIDGET (DOV_WALK_IN (from)->name));
  g_signal_emit (from, signals[REFUSED], 0);

  return FALSE;
}

/* Makes the card and the mark in one operation. */
static void
enter (DovWalkIn *self,
       DovPerson *draft)
{
  g_set_object (&self->asked, draft);
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = do_mark, .done = marked, .refused = refused, .all_the_same = _("Mark all the same"),
    .reason = _("confirmed at the event"), .data = g_object_ref (self), .free_data = g_object_unref });
}

/* Name, age and village: what the door may say of a card. */
static char *
tell_cb (gint64   person_id,
         gpointer book)
{
  const DovNameEntry *entry = book != NULL ? dov_name_book_get (book, person_id) : NULL;

  return entry != NULL ? dov_name_entry_tell (entry) : NULL;
}

/* Of somebody at the table the age is known at best to a year, so all who are
 * alike are asked about (V9), not only those whom the rule would hold up. The
 * date of birth on a card is not for this screen. */
static void
enter_cb (DovWalkIn *self)
{
  g_autoptr (DovPerson) draft = read_draft (self);
  g_autoptr (GArray) likely = NULL;
  g_autoptr (GArray) people = NULL;
  g_autoptr (DovNameBook) book = NULL;
  GDate today = dov_today ();

  if (draft == NULL)
    return;
  likely = dov_person_find_likely (self->store, draft);
  if (likely->len == 0)
    {
      enter (self, draft);
      return;
    }

  people = dov_likely_list_people (likely, AT_MOST_OFFERED);
  book = dov_name_book_new (self->store, &today, people, NULL);
  g_set_object (&self->asked, draft);
  dov_answers_show (self, dov_twins_new (people, NULL, tell_cb, book, which_cb, self));
}

/* ---- the line ---- */

/**
 * dov_walk_in_focus:
 *
 * Puts the keyboard where something is still to be typed.
 */
void
dov_walk_in_focus (DovWalkIn *self)
{
  if (strchr (get_text (self->name), ' ') != NULL && *get_text (self->age) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->age));
      return;
    }
  gtk_entry_grab_focus_without_selecting (self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}

/* Takes what was typed out of the way; it waits among the unfinished forms. */
static void
put_away (DovWalkIn *self)
{
  if (self->was_edited)
    keep (self, TRUE);
  else
    forget_kept (self);
  self->kept = 0;
  fill (self, "", "");
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
  if (*typed != '\0')
    {
      g_autoptr (DovPerson) draft = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
      g_autofree char *name = NULL;

      if (!dov_walk_in_is_empty (self))
        put_away (self);
      dov_person_take_name (draft, typed);
      name = dov_person_dup_name (draft);
      gtk_editable_set_text (GTK_EDITABLE (self->name), name);
      self->was_edited = FALSE;
    }
  dov_walk_in_focus (self);
}

/**
 * dov_walk_in_select:
 *
 * Puts the keyboard into the name, all of which gives way to what is typed next unless somebody typed it
 * here.
 */
void
dov_walk_in_select (DovWalkIn *self)
{
  if (dov_walk_in_is_untouched (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
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
  return *get_text (self->name) == '\0' && *get_text (self->age) == '\0';
}

/**
 * dov_walk_in_is_untouched:
 *
 * Returns: whether nobody has typed anything here: the line is empty, or what was looked for stands in it
 */
gboolean
dov_walk_in_is_untouched (DovWalkIn *self)
{
  return !self->was_edited || dov_walk_in_is_empty (self);
}

void
dov_walk_in_set_heading (DovWalkIn  *self,
                         const char *heading)
{
  gtk_label_set_label (self->heading, heading);
}

static void
leave_cb (DovWalkIn *self)
{
  dov_answers_clear (self);
  if (self->place->passes)
    put_away (self);
  g_signal_emit (self, signals[LEFT], 0);
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

  leave_cb (self);

  return GDK_EVENT_STOP;
}

/* The village of the lounge is likely. */
static void
list_villages (DovWalkIn *self)
{
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_SETTLEMENT, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (DovRecord) lounge = dov_store_find (self->store, DOV_TYPE_LOUNGE, self->event->lounge_id, NULL);
  guint chosen = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      gtk_string_list_take (names, dov_store_describe_id (self->store, DOV_TYPE_SETTLEMENT, id));
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
 * @event: where they come in
 * @place: what differs where the line stands; it stays there
 *
 * Returns: (transfer floating): an empty line, or one with what was half typed
 */
GtkWidget *
dov_walk_in_new (DovStore             *store,
                 DovEvent             *event,
                 const DovWalkInPlace *place)
{
  DovWalkIn *self = g_object_new (DOV_TYPE_WALK_IN, NULL);

  self->store = g_object_ref (store);
  self->event = g_object_ref (event);
  self->place = place;
  gtk_label_set_label (self->heading, place->heading != NULL ? _(place->heading) : "");
  gtk_label_set_label (self->key, place->key != NULL ? place->key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key), place->key != NULL);
  gtk_label_set_label (self->hint, _(place->hint));
  dov_label_tell_cut (self->hint);
  gtk_button_set_label (self->mark, _(place->verb));
  /* Beside it those of the list are marked with the same word. */
  if (place->source != NULL)
    dov_name_widget (self->mark, _("Mark somebody new"));
  gtk_widget_set_visible (GTK_WIDGET (self->leave), place->passes);
  if (place->passes)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), GTK_ORIENTATION_VERTICAL);
      gtk_widget_add_css_class (GTK_WIDGET (self->mark), "suggested-action");
    }
  list_villages (self);
  self->is_filling = FALSE;
  dov_walk_in_take_up (self, 0);

  return GTK_WIDGET (self);
}

static void
dov_walk_in_dispose (GObject *object)
{
  DovWalkIn *self = DOV_WALK_IN (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->asked);
  g_clear_object (&self->event);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_walk_in_parent_class)->dispose (object);
}

static void
dov_walk_in_finalize (GObject *object)
{
  DovWalkIn *self = DOV_WALK_IN (object);

  g_array_unref (self->settlements);

  G_OBJECT_CLASS (dov_walk_in_parent_class)->finalize (object);
}

static void
dov_walk_in_class_init (DovWalkInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_walk_in_dispose;
  object_class->finalize = dov_walk_in_finalize;

  signals[MARKED] = g_signal_new ("marked", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KNOWN] = g_signal_new ("known", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[TYPED] = g_signal_new ("typed", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_WALK_IN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-walk-in.ui");
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, line);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, heading);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, key);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, name);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, age);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, village);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, mark);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, leave);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, notices);
  gtk_widget_class_bind_template_child (widget_class, DovWalkIn, hint);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dov_walk_in_init (DovWalkIn *self)
{
  self->settlements = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_name_widget (self->village, _("Settlement"));
  dov_answers_set (GTK_WIDGET (self), self->notices);
}
