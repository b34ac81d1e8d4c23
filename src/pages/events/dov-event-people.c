/* dov-event-people.c - who was at an event: found by any fragment, marked with Enter, taken off again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-people.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-chips.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-field-path.h"
#include "dov-finder.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-signs.h"
#include "dov-walk-in.h"
#include "dov-widgets.h"

/* How many of the lines are shown. */
#define AT_MOST_LINES 200

struct _DovEventPeople
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovEvent       *event;
  DovRoll        *roll;       /* borrowed until the next show */
  gboolean        shows_all;
  gboolean        writes;     /* else it is only looked at and printed */
  DovAttendance  *line;       /* what is being changed; NULL: a new one */
  DovPerson      *person;     /* who is being marked */
  DovAttendanceStatus status;

  GtkWidget      *head;
  GtkLabel       *count;
  GtkButton      *sheet;
  GtkWidget      *add;        /* DovFinder */
  DovWalkIn      *walk_in;    /* seen while somebody new is entered */
  GtkBox         *answers;
  DovChips       *chips;
  GtkListBox     *people;
};

enum { SHEET, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovEventPeople, dov_event_people, GTK_TYPE_BOX)

static const DovWalkInPlace at_event = {
  .heading = N_("Not in the list? Enter them here"), .verb = N_("Enter and mark"), .passes = TRUE,
  .hint = N_("Esc puts this away; it waits under “Today”."),
};

static const DovWalkInPlace before_event = {
  .heading = N_("Not in the list? Enter them here"), .verb = N_("Enter and put down"), .passes = TRUE,
  .hint = N_("Esc puts this away; it waits under “Today”."),
};

/* “7 years · Sludka”: the village only, since guests see this list too. */
static char *
dup_second_line (DovEventPeople *self,
                 DovPerson      *person)
{
  g_autofree char *age = dov_roll_age_words (person, self->event);
  g_autofree char *village = g_strndup (person->live_address, strcspn (person->live_address, ","));
  g_autoptr (GString) line = g_string_new (age);

  dov_join (line, DOV_JOIN_WORDS, village);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The time somebody came at; empty while unknown. */
static char *
dup_when (DovRollLine *line)
{
  GDateTime *came = line->mark->check_in_at;

  return came != NULL ? dov_time_to_shown (dov_moment_get_time (came)) : g_strdup ("");
}

/* ---- finding ---- */

/* “already here, since 17:52” or “put down”. */
static char *
dup_already (DovRollLine *line)
{
  g_autofree char *when = dup_when (line);

  if (line->mark->status == DOV_ATTENDANCE_STATUS_NO_SHOW)
    return g_strdup (_("did not come"));
  if (!dov_attendance_is_visit (line->mark))
    return g_strdup (_("put down already"));
  if (*when != '\0')
    /* Translators: somebody was marked before, at this time */
    return g_strdup_printf (_("already here, since %s"), when);

  return g_strdup (_("already here"));
}

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  static const DovSign there = { "dov-emblem-ok-symbolic", "plain" };
  DovEventPeople *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  const DovQuery query = { .words = words, .is_nearest_first = TRUE };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_PERSON, &query, NULL);

  for (guint i = 0; ids != NULL && i < MIN (ids->len, at_most); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovPerson) person = (DovPerson *) dov_store_find (self->store, DOV_TYPE_PERSON, id, NULL);
      DovRollLine *line = self->roll != NULL ? dov_roll_find (self->roll, id) : NULL;
      DovFound *one;

      if (person == NULL)
        continue;
      one = dov_found_new (id, dov_person_dup_name (person), dup_second_line (self, person));
      one->badge = line != NULL ? dup_already (line) : NULL;
      one->sign = &there;
      g_ptr_array_add (found, one);
    }

  return found;
}

/* ---- marking ---- */

static gboolean
do_mark (DovStore  *store,
         gpointer   data,
         GError   **error)
{
  DovEventPeople *self = data;

  if (self->line == NULL)
    return dov_roll_mark (store, self->event, self->person, error);
  if (self->status == 0)
    return dov_roll_unmark (store, self->event, self->line, error);

  return dov_roll_change (store, self->event, self->line, self->status, error);
}

/* Who stands at the desk is let in without a word being typed; what becomes of a line is explained.
 * @line: %NULL: a new one; @status: what it becomes, 0: it is taken off; @person: %NULL: the line is changed. */
static void
change_line (DovEventPeople      *self,
             DovAttendance       *line,
             DovAttendanceStatus  status,
             DovPerson           *person)
{
  g_set_object (&self->line, line);
  g_set_object (&self->person, person);
  self->status = status;
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = do_mark, .all_the_same = person != NULL ? _("Mark all the same") : NULL, .reason = _("confirmed at the event"),
    .data = g_object_ref (self), .free_data = g_object_unref });
}

/* Nothing toggles: who is here stays here, and the answer says so. */
static void
answer_already (DovEventPeople *self,
                DovPerson      *person,
                DovRollLine    *line)
{
  g_autofree char *name = dov_person_dup_name (person);
  g_autofree char *already = dup_already (line);
  g_autofree char *words = g_strdup_printf ("%s — %s", name, already);

  dov_answers_show (self, dov_notice_new (DOV_NOTICE_INFORMS, words, ""));
}

static void
mark (DovEventPeople *self,
      DovPerson      *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRoll) roll = dov_roll_read (self->store, self->event, &error);
  DovRollLine *line;

  if (roll == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  line = dov_roll_find (roll, dov_record_get_id (DOV_RECORD (person)));
  if (line != NULL && (dov_attendance_is_visit (line->mark) || dov_event_is_to_come (self->event)))
    answer_already (self, person, line);
  else
    change_line (self, line != NULL ? line->mark : NULL, DOV_ATTENDANCE_STATUS_CHECKED_IN, person);
}

static void
chosen_cb (DovEventPeople *self,
           gint64          id)
{
  g_autoptr (DovRecord) person = dov_store_find (self->store, DOV_TYPE_PERSON, id, NULL);

  if (person != NULL)
    mark (self, DOV_PERSON (person));
}

static void
new_cb (DovEventPeople *self,
        const char     *words)
{
  dov_answers_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->walk_in), TRUE);
  dov_walk_in_begin (self->walk_in, words);
}

static void
left_cb (DovEventPeople *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->walk_in), FALSE);
  dov_event_people_search (self);
}

static void
known_cb (DovEventPeople *self,
          gint64          id)
{
  left_cb (self);
  chosen_cb (self, id);
}

/* ---- the lines ---- */

#define STATUS(status) (1 << DOV_ATTENDANCE_STATUS_##status)

static const struct
{
  const char *name;
  const char *label;
  guint       statuses;
  gboolean    is_registered;   /* only where people put their names down */
  gboolean    is_of_children;
} chips[] = {
  { "present", N_("Were there"), STATUS (CHECKED_IN) | STATUS (WALK_IN) },
  { "registered", N_("Put down"), STATUS (REGISTERED) },
  { "waiting", N_("Wait for a place"), STATUS (WAITING), .is_registered = TRUE },
  { "absent", N_("Did not come"), STATUS (NO_SHOW) | STATUS (CANCELLED) },
  { "children", N_("Children"), STATUS (CHECKED_IN) | STATUS (WALK_IN), .is_of_children = TRUE },
};

static gboolean
is_shown (DovEventPeople *self,
          DovRollLine    *line,
          gsize           chip)
{
  if ((chips[chip].statuses & (1 << line->mark->status)) == 0)
    return FALSE;

  return !chips[chip].is_of_children || (dov_attendance_is_visit (line->mark) &&
                                         dov_roll_band_of (line->person, self->event) <= DOV_BAND_14_17);
}

static gsize
find_chip (DovEventPeople *self)
{
  const char *selected = dov_chips_get_selected (self->chips);
  gsize chip = G_N_ELEMENTS (chips) - 1;

  while (chip > 0 && g_strcmp0 (chips[chip].name, selected) != 0)
    chip--;

  return chip;
}

/* The parameter: who stands in the line, and what becomes of it; 0: it is taken off. */
static void
change (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  DovEventPeople *self = DOV_EVENT_PEOPLE (widget);
  DovRollLine *line;
  gint64 person;
  int status;

  g_variant_get (parameter, "(xi)", &person, &status);
  line = self->roll != NULL ? dov_roll_find (self->roll, person) : NULL;
  if (line != NULL)
    change_line (self, line->mark, (DovAttendanceStatus) status, NULL);
}

/* «Был», «Была»; of whom it is not known, «Был(а)». */
static GtkWidget *
mark_new (DovPerson  *person,
          const char *label)
{
  return gtk_button_new_with_label (g_dpgettext2 (NULL, person->sex == DOV_SEX_FEMALE ? "a woman" :
                                                  person->sex == DOV_SEX_MALE ? "a man" : "a mark", label));
}

static void
add_button (GtkWidget           *row,
            GtkWidget           *button,
            DovRollLine         *line,
            DovAttendanceStatus  status)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "people.change");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xi)", line->mark->person_id, (int) status);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

static void
add_line (DovEventPeople *self,
          DovRollLine    *line)
{
  g_autofree char *name = dov_person_dup_name (line->person);
  g_autofree char *second = dup_second_line (self, line->person);
  g_autofree char *when = dup_when (line);
  g_autofree char *spoken = g_strdup_printf (_("Take off the list: %s"), name);
  GtkWidget *row = dov_row_line_new (*when != '\0' ? when : "—", name, second);
  GtkWidget *remove;

  gtk_list_box_append (self->people, row);
  if (line->mark->status != DOV_ATTENDANCE_STATUS_CHECKED_IN)
    {
      g_autofree char *status = dov_field_path_dup (self->store, DOV_RECORD (line->mark), "status", "");

      dov_row_line_append (DOV_ROW_LINE (row),
                           dov_badge_new (status, dov_sign_of_state (DOV_RECORD (line->mark), "status")));
    }
  if (!self->writes)
    return;

  if (line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED && !dov_event_is_to_come (self->event))
    {
      add_button (row, mark_new (line->person, NC_("a mark", "Came")), line, DOV_ATTENDANCE_STATUS_CHECKED_IN);
      add_button (row, mark_new (line->person, NC_("a mark", "Did not come")), line, DOV_ATTENDANCE_STATUS_NO_SHOW);
    }
  if (dov_event_is_to_come (self->event) && self->event->registration &&
      (line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED || line->mark->status == DOV_ATTENDANCE_STATUS_WAITING))
    /* Who gives up a place frees it for who waits longest. */
    add_button (row, gtk_button_new_with_label (C_("a mark", "Will not come")), line,
                DOV_ATTENDANCE_STATUS_CANCELLED);
  remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take off the list"));
  dov_name_widget (remove, spoken);
  add_button (row, remove, line, 0);
}

static void
show_all_cb (DovEventPeople *self);

/* Shows the lines that the chip asks for; of very many the first, and a line for the rest. */
static void
fill (DovEventPeople *self)
{
  gsize chip = find_chip (self);
  guint shown = 0, all = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->people, 0)) != NULL)
    gtk_list_box_remove (self->people, GTK_WIDGET (row));
  for (guint i = 0; self->roll != NULL && i < self->roll->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (self->roll->lines, i);

      if (!is_shown (self, line, chip))
        continue;
      all++;
      if (shown < AT_MOST_LINES || self->shows_all)
        {
          add_line (self, line);
          shown++;
        }
    }
  if (all > shown)
    {
      g_autofree char *number = dov_number_to_shown (all);
      g_autofree char *words = g_strdup_printf (_("Show all %s"), number);
      GtkWidget *more = dov_row_line_new ("", words, "");

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (more), TRUE);
      g_signal_connect_swapped (more, "activated", G_CALLBACK (show_all_cb), self);
      gtk_list_box_append (self->people, more);
    }
}

static void
show_all_cb (DovEventPeople *self)
{
  self->shows_all = TRUE;
  fill (self);
}

/* Makes a chip when it is not there yet, and counts its lines. */
static void
show_chips (DovEventPeople *self)
{
  for (gsize chip = 0; chip < G_N_ELEMENTS (chips); chip++)
    {
      gint64 n = 0;

      if (chips[chip].is_registered && !self->event->registration)
        continue;
      for (guint i = 0; i < self->roll->lines->len; i++)
        n += is_shown (self, g_ptr_array_index (self->roll->lines, i), chip);
      if (dov_chips_get_label (self->chips, chips[chip].name) == NULL)
        dov_chips_add (self->chips, chips[chip].name, _(chips[chip].label));
      dov_chips_set_count (self->chips, chips[chip].name, n);
    }
}

/**
 * dov_event_people_show:
 * @self: the list
 * @roll: what the store knows; it stays with the page until the next one
 * @writes: whether it may be changed, else it is only looked at and printed
 */
void
dov_event_people_show (DovEventPeople *self,
                       DovRoll        *roll,
                       gboolean        writes)
{
  g_autofree char *number = dov_number_to_shown (roll->n_named);
  g_autofree char *words = g_strdup_printf (_("%s by name"), number);
  gboolean is_first = dov_chips_get_selected (self->chips) == NULL;

  self->roll = roll;
  self->writes = writes != FALSE;
  gtk_widget_set_visible (self->add, self->writes);
  gtk_label_set_text (self->count, words);
  show_chips (self);
  if (is_first && dov_event_is_to_come (self->event))
    dov_chips_set_selected (self->chips, "registered");
  fill (self);
}

/* Puts the keyboard where people are found and added. */
void
dov_event_people_search (DovEventPeople *self)
{
  gtk_widget_grab_focus (self->add);
}

/* Puts the keyboard where people are added, or where somebody new is half entered. */
void
dov_event_people_focus (DovEventPeople *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->walk_in)))
    dov_walk_in_focus (self->walk_in);
  else
    dov_event_people_search (self);
}

/* Keeps who is half entered, before the page goes. */
void
dov_event_people_keep (DovEventPeople *self)
{
  dov_walk_in_keep (self->walk_in);
}

/**
 * dov_event_people_take_up:
 * @number: of a kept draft, 0: the last one of this event
 *
 * Shows the form of somebody who was half entered, if there is anybody.
 */
void
dov_event_people_take_up (DovEventPeople *self,
                          gint64          number)
{
  gtk_widget_set_visible (GTK_WIDGET (self->walk_in),
                          dov_walk_in_take_up (self->walk_in, number) || !dov_walk_in_is_empty (self->walk_in));
}

static void
sheet_cb (DovEventPeople *self)
{
  g_signal_emit (self, signals[SHEET], 0);
}

GtkWidget *
dov_event_people_new (DovStore *store,
                      DovEvent *event)
{
  DovEventPeople *self = g_object_new (DOV_TYPE_EVENT_PEOPLE, NULL);

  self->store = g_object_ref (store);
  self->event = g_object_ref (event);
  self->walk_in = DOV_WALK_IN (dov_walk_in_new (store, event, dov_event_is_to_come (event) ? &before_event : &at_event));
  self->add = dov_finder_new (_("Add: any letters of the name, then Enter   (Ctrl+F)"), look_cb, self);
  /* Translators: the line that enters somebody who is not in the list yet */
  dov_finder_set_new (DOV_FINDER (self->add), _("Somebody new: “%s”"));
  gtk_box_insert_child_after (GTK_BOX (self), self->add, self->head);
  gtk_box_insert_child_after (GTK_BOX (self), GTK_WIDGET (self->walk_in), self->add);
  g_signal_connect_swapped (self->add, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->add, "new", G_CALLBACK (new_cb), self);
  g_signal_connect_swapped (self->walk_in, "marked", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (self->walk_in, "known", G_CALLBACK (known_cb), self);
  g_signal_connect_swapped (self->walk_in, "left", G_CALLBACK (left_cb), self);
  dov_event_people_take_up (self, 0);

  return GTK_WIDGET (self);
}

static void
dov_event_people_dispose (GObject *object)
{
  DovEventPeople *self = DOV_EVENT_PEOPLE (object);

  self->roll = NULL;
  g_clear_object (&self->line);
  g_clear_object (&self->person);
  g_clear_object (&self->store);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (dov_event_people_parent_class)->dispose (object);
}

static void
dov_event_people_class_init (DovEventPeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_event_people_dispose;

  signals[SHEET] = g_signal_new ("sheet", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "people.change", "(xi)", change);
  g_type_ensure (DOV_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-event-people.ui");
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, head);
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, count);
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, sheet);
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, answers);
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, chips);
  gtk_widget_class_bind_template_child (widget_class, DovEventPeople, people);
}

static void
dov_event_people_init (DovEventPeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_answers_set (GTK_WIDGET (self), self->answers);
  g_signal_connect_swapped (self->chips, "notify::selected", G_CALLBACK (fill), self);
  dov_name_widget (self->sheet, _("Sign-in sheet"));
  g_signal_connect_swapped (self->sheet, "clicked", G_CALLBACK (sheet_cb), self);
}
