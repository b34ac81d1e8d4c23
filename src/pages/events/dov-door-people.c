/* dov-door-people.c - the volunteers’ half of the door: a few letters, the people meant, one key marks them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-people.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-badge.h"
#include "dov-deed.h"
#include "dov-door-row.h"
#include "dov-errors.h"
#include "dov-fold.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-reveal.h"
#include "dov-walk-in.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

/* More would be read slower than one more letter is typed. */
#define AT_MOST 12

struct _DovDoorPeople
{
  GtkBox      parent_instance;

  DovDoor    *door;
  DovWalkIn  *walk_in;
  gint64      marked;      /* who is being marked */
  GPtrArray  *rows;        /* DovDoorRow, from top to bottom */
  gboolean    is_plain;    /* words about keys would take the room of names */
  guint       chosen;      /* a position in rows, G_MAXUINT: none */

  GtkEntry   *search;
  GtkLabel   *found_words;
  GtkLabel   *keys;
  GtkBox     *answers;
  GtkBox     *groups;
  AdwBin     *walk_in_place;
};

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorPeople, dov_door_people, GTK_TYPE_BOX)

static void mark (DovDoorPeople *self, gint64 person_id);

static const DovWalkInPlace at_door = {
  .source = "door", .heading = N_("Not in the list? Enter them here"), .key = "F2", .verb = N_("Mark as here"),
  .hint = N_("A child without the parents’ consent is counted without a name: +1 at the right"),
};

/* ---- answers ---- */

static void
add_answer (DovDoorPeople *self,
            DovNoticeKind  kind,
            const char    *words)
{
  dov_answers_show (self, dov_notice_new (kind, words, ""));
}

/* Whoever hears the screen hears it from the field that has the keyboard. */
static void
speak (DovDoorPeople *self,
       const char    *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/**
 * dov_door_people_answer:
 *
 * Says above the list what became of a key.
 */
void
dov_door_people_answer (DovDoorPeople *self,
                        DovDoorAnswer  answer,
                        const char    *words)
{
  if (answer == DOV_DOOR_ANSWER_MARKED)
    dov_answers_clear (self);
  else
    add_answer (self, answer == DOV_DOOR_ANSWER_ALREADY ? DOV_NOTICE_INFORMS : DOV_NOTICE_REFUSES, words);
  speak (self, words);
}

static void
emit_answer (DovDoorPeople *self,
             DovDoorAnswer  answer,
             const char    *words)
{
  g_signal_emit (self, signals[ANSWERED], 0, (int) answer, words);
}

static void
tell_marked (DovDoorPeople *self,
             const char    *words,
             gboolean       calls_manager)
{
  g_autofree char *call = g_strdup_printf (_("%s. Call the manager"), words);

  emit_answer (self, DOV_DOOR_ANSWER_MARKED, calls_manager ? call : words);
  if (calls_manager)
    add_answer (self, DOV_NOTICE_WARNS, call);
}

/* ---- the list ---- */

static DovDoorRow *
get_chosen (DovDoorPeople *self)
{
  return self->chosen < self->rows->len ? g_ptr_array_index (self->rows, self->chosen) : NULL;
}

static void
choose (DovDoorPeople *self,
        guint          position)
{
  DovDoorRow *row = get_chosen (self);

  if (row != NULL)
    dov_door_row_set_chosen (row, FALSE, FALSE);
  self->chosen = position;
  row = get_chosen (self);
  if (row == NULL)
    return;

  dov_door_row_set_chosen (row, TRUE, !self->is_plain);
  speak (self, dov_door_row_get_spoken (row));
  dov_reveal (GTK_WIDGET (row), GTK_WIDGET (row));
}

static void
mark_cb (DovDoorRow    *row,
         DovDoorPeople *self)
{
  gint64 person_id = dov_door_row_get_person (row);

  choose (self, dov_door_row_find (self->rows, person_id));
  mark (self, person_id);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  DovDoorPeople *self)
{
  choose (self, dov_door_row_find (self->rows, dov_door_row_get_person (DOV_DOOR_ROW (row))));
  dov_door_people_focus (self);
}

/* Several at once: too much to find again in the list of marks, so it is told with its undo. */
typedef struct
{
  DovDoor             *door;
  const DovNameFamily *family;
  char                *name;
  gboolean             calls_manager;
  guint                n_marked;
} Several;

static void
free_several (gpointer data)
{
  Several *several = data;

  g_object_unref (several->door);
  g_free (several->name);
  g_free (several);
}

static gboolean
do_mark_family (DovStore  *store,
                gpointer   data,
                GError   **error)
{
  Several *several = data;

  return dov_door_mark_family (several->door, several->family, &several->n_marked, error);
}

static gboolean
family_refused (gpointer      from,
                const GError *error,
                gpointer      data)
{
  if (g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    {
      /* Whom the rule asks about is marked alone, where it can be answered. */
      g_autofree char *told = g_strdup_printf (_("%s Mark each of them alone."), error->message);

      emit_answer (from, DOV_DOOR_ANSWER_REFUSED, told);
    }
  else
    {
      emit_answer (from, DOV_DOOR_ANSWER_ALREADY, error->message);
    }

  return TRUE;
}

static void
family_marked (gpointer from,
               gpointer data)
{
  DovDoorPeople *self = from;
  Several *several = data;
  /* Translators: a family and how many of it were marked */
  g_autofree char *words = g_strdup_printf (ngettext ("Marked: %1$s, %2$u person", "Marked: %1$s, %2$u people",
                                                      several->n_marked), several->name, several->n_marked);

  tell_marked (self, words, several->calls_manager);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
mark_family (DovDoorPeople       *self,
             const DovNameFamily *family)
{
  Several several = { .door = g_object_ref (self->door), .family = family, .name = g_strdup (family->name),
                      .calls_manager = family->calls_manager };

  dov_deed_do (self, dov_door_get_store (self->door), &(DovDeed) {
    .act = do_mark_family, .done = family_marked, .refused = family_refused,
    .data = g_memdup2 (&several, sizeof several), .free_data = free_several });
}

static void
family_cb (GtkWidget           *button,
           const DovNameFamily *family)
{
  g_autoptr (DovDoorPeople) self = g_object_ref (DOV_DOOR_PEOPLE (gtk_widget_get_ancestor (button, DOV_TYPE_DOOR_PEOPLE)));

  mark_family (self, family);
  dov_door_people_focus (self);
}

static const DovSign calls = { "dialog-warning-symbolic", "error" };

/* “The Cheremisinovs, s. Sludka — put down: 3”. */
static char *
dup_family_words (const DovDoorGroup *group)
{
  g_autoptr (GString) words = g_string_new (group->family->name);
  g_autofree char *number = dov_number_to_shown (group->n_expected);

  if (*group->family->place != '\0')
    g_string_append_printf (words, ", %s", group->family->place);
  if (group->n_expected > 0)
    g_string_append_printf (words, _(" — put down: %s"), number);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
family_button_new (const DovDoorGroup *group,
                   gboolean            has_keys)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *words = group->n_to_come == group->family->members->len ?
    g_strdup_printf (ngettext ("The whole family, %u", "The whole family, %u", group->n_to_come), group->n_to_come) :
    /* Translators: how many of the family are not marked yet */
    g_strdup_printf (ngettext ("The whole family, %u more", "The whole family, %u more", group->n_to_come), group->n_to_come);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", group->family->name, words);

  dov_button_fill (button, "system-users-symbolic", words, has_keys ? "Ctrl+Enter" : NULL);
  gtk_widget_set_tooltip_text (button, "Ctrl+Enter");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dov_name_widget (button, spoken);
  g_signal_connect (button, "clicked", G_CALLBACK (family_cb), (gpointer) group->family);

  return button;
}

/* What stands above the people of a household: its name and village, and nothing else about it. */
static GtkWidget *
head_new (const DovDoorGroup *group,
          gboolean            has_keys)
{
  GtkWidget *head = dov_wrap_box_new (10);
  g_autofree char *words = dup_family_words (group);
  GtkWidget *label = dov_label_new (words, "family-head");

  /* The name gives way to nothing: the badge and the button go into the next line where it leaves no room. */
  gtk_widget_set_hexpand (label, TRUE);
  dov_wrap_box_append (DOV_WRAP_BOX (head), label);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (group->family->calls_manager)
    dov_wrap_box_append (DOV_WRAP_BOX (head), dov_badge_new (_("call the manager"), &calls));
  if (group->n_to_come > 0)
    dov_wrap_box_append (DOV_WRAP_BOX (head), family_button_new (group, has_keys));
  for (GtkWidget *child = gtk_widget_get_next_sibling (label); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_halign (child, GTK_ALIGN_END);

  return head;
}

/* How many people have the letters, and how the letters were understood. */
static char *
dup_found (DovDoorFound *found,
           const char   *typed)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", found->n_people), found->n_people);

  if (*typed == '\0' && found->n_people == 0)
    return g_strdup ("");
  if (*typed == '\0')
    /* Translators: how many people were put down and are not here yet */
    return g_strdup_printf (_("Put down and not here yet: %u"), found->n_people);
  if (found->n_people == 0)
    return g_strdup_printf (_("Nobody has the letters “%s”"), typed);
  if (found->slip != NULL)
    /* Translators: the keyboard had been left in Latin letters: what was meant, what was typed, how many people */
    return g_strdup_printf (_("Understood as “%1$s” (typed: %2$s) — %3$s"), found->slip, typed, people);
  if (found->n_more > 0)
    return g_strdup_printf (_("“%1$s” — %2$s; type one more letter"), typed, people);

  return g_strdup_printf (_("“%1$s” — %2$s"), typed, people);
}

/* What stands where nobody was found. */
static GtkWidget *
empty_new (const char *words)
{
  GtkWidget *label = dov_label_new (words, "dim-label");

  gtk_widget_set_margin_top (label, 14);

  return label;
}

static void
add_group (DovDoorPeople      *self,
           const DovDoorGroup *group)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gboolean is_household = group->family != NULL && group->family->members->len > 1;

  if (is_household)
    gtk_box_append (self->groups, head_new (group, !self->is_plain));
  else
    gtk_widget_set_margin_top (list, 8);
  gtk_widget_add_css_class (list, "boxed-list");
  dov_name_widget (list, is_household ? group->family->name : _("Who came"));
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  for (guint i = 0; i < group->people->len; i++)
    {
      GtkWidget *row = dov_door_row_new (&g_array_index (group->people, DovDoorPerson, i), is_household);

      g_signal_connect (row, "mark", G_CALLBACK (mark_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_box_append (self->groups, list);
}

static void
fill (DovDoorPeople *self,
      const char    *typed)
{
  g_autoptr (DovDoorFound) found = dov_door_find (self->door, typed, AT_MOST);
  g_autofree char *words = dup_found (found, typed);

  g_ptr_array_set_size (self->rows, 0);
  self->chosen = G_MAXUINT;
  dov_clear_box (self->groups);
  gtk_label_set_text (self->found_words, words);
  for (guint i = 0; i < found->groups->len; i++)
    add_group (self, g_ptr_array_index (found->groups, i));
  if (found->groups->len == 0 && *typed != '\0')
    gtk_box_append (self->groups, empty_new (_("Enter puts these letters into the line below, for somebody new.")));
  else if (found->groups->len == 0)
    gtk_box_append (self->groups,
                    empty_new (_("Type two letters of the last or first name. "
                                               "Whoever is not in the list is entered below.")));
}

/**
 * dov_door_people_show:
 *
 * Shows the list anew: somebody was marked, or something else changed.
 */
void
dov_door_people_show (DovDoorPeople *self)
{
  DovDoorRow *row = get_chosen (self);
  gint64 person_id = row != NULL ? dov_door_row_get_person (row) : 0;
  guint position;

  fill (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  position = dov_door_row_find (self->rows, person_id);
  if (position != G_MAXUINT)
    choose (self, position);
}

static void
typed_cb (DovDoorPeople *self)
{
  dov_answers_clear (self);
  dov_door_give_places (self->door);
  fill (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    choose (self, dov_door_row_find_likely (self->rows));
}

/* ---- marking ---- */

static gboolean
do_mark (DovStore  *store,
         gpointer   data,
         GError   **error)
{
  DovDoorPeople *self = data;

  return dov_door_mark (self->door, self->marked, error);
}

static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      data)
{
  DovDoorPeople *self = from;
  DovDoorState state = dov_door_get_state (self->door, self->marked, NULL);
  gboolean is_here = state == DOV_DOOR_HERE || state == DOV_DOOR_HELPING;
  g_autofree char *words = dov_errors_dup_words (error);

  emit_answer (self, is_here ? DOV_DOOR_ANSWER_ALREADY : DOV_DOOR_ANSWER_REFUSED, is_here ? error->message : words);
  dov_door_people_focus (self);

  return is_here;
}

static void
marked (gpointer from,
        gpointer data)
{
  DovDoorPeople *self = from;
  const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), self->marked);
  g_autofree char *words = g_strdup_printf (_("Marked: %s"), entry != NULL ? entry->name : "");

  tell_marked (self, words, entry != NULL && entry->calls_manager);
  dov_door_people_focus (self);
}

static void
mark (DovDoorPeople *self,
      gint64         person_id)
{
  self->marked = person_id;
  dov_deed_do (self, dov_door_get_store (self->door), &(DovDeed) {
    .act = do_mark, .done = marked, .refused = refused, .all_the_same = _("Mark all the same"),
    .reason = _("confirmed at the door"), .is_silent = TRUE, .data = g_object_ref (self), .free_data = g_object_unref });
}

/* What was typed goes down with it only when nobody is called so: else it was a part of another name. */
static void
begin_walk_in (DovDoorPeople *self,
               gboolean       is_name)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *russian = dov_fold_from_latin_keys (typed);
  gboolean goes_down = self->rows->len == 0 && (is_name || dov_walk_in_is_untouched (self->walk_in));
  const char *name = goes_down ? typed : "";

  dov_answers_clear (self);
  dov_walk_in_begin (self->walk_in, *name != '\0' && russian != NULL ? russian : name);
}

/* By F2 one begins another name as well as one goes on with this one. */
static void
begin_other (DovDoorPeople *self)
{
  begin_walk_in (self, FALSE);
  dov_walk_in_select (self->walk_in);
}

static void
activate_cb (DovDoorPeople *self)
{
  if (get_chosen (self) != NULL)
    mark (self, dov_door_row_get_person (get_chosen (self)));
  else if (self->rows->len > 0)
    choose (self, dov_door_row_find_likely (self->rows));
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    begin_walk_in (self, TRUE);
}

/* ---- somebody new ---- */

static void
marked_cb (DovWalkIn     *walk_in,
           const char    *name,
           DovDoorPeople *self)
{
  g_autofree char *words = g_strdup_printf (_("Marked: %s"), name);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  emit_answer (self, DOV_DOOR_ANSWER_MARKED, words);
  dov_door_people_focus (self);
}

static void
refused_cb (DovDoorPeople *self)
{
  emit_answer (self, DOV_DOOR_ANSWER_REFUSED, "");
}

static void
known_cb (DovWalkIn     *walk_in,
          gint64         person_id,
          DovDoorPeople *self)
{
  const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), person_id);

  gtk_editable_set_text (GTK_EDITABLE (self->search), entry != NULL ? entry->full : "");
  choose (self, dov_door_row_find (self->rows, person_id));
  if (get_chosen (self) != NULL)
    mark (self, person_id);
}

/* Who may be meant is looked for while the name is typed, so that nobody is entered twice. */
static void
name_typed_cb (DovWalkIn     *walk_in,
               const char    *name,
               DovDoorPeople *self)
{
  if (g_utf8_strlen (name, -1) >= 3)
    fill (self, name);
}

static void
left_cb (DovDoorPeople *self)
{
  dov_door_people_show (self);
  dov_door_people_focus (self);
}

/* ---- keys ---- */

/**
 * dov_door_people_clear:
 *
 * Takes away an answer, or what is typed.
 *
 * Returns: %FALSE when there is nothing to take away
 */
gboolean
dov_door_people_clear (DovDoorPeople *self)
{
  gboolean has_answer = gtk_widget_get_visible (GTK_WIDGET (self->answers));
  gboolean has_text = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  if (dov_walk_in_has_focus (self->walk_in))
    {
      left_cb (self);
      return TRUE;
    }
  if (!has_answer && !has_text)
    return FALSE;

  dov_answers_clear (self);
  if (!has_answer || !has_text)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  dov_door_people_focus (self);

  return TRUE;
}

static gboolean
is_searching (DovDoorPeople *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search))));
}

/**
 * dov_door_people_press:
 *
 * Returns: whether the key was for the list or the line of somebody new
 */
gboolean
dov_door_people_press (DovDoorPeople   *self,
                       guint            key,
                       GdkModifierType  state)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;
  DovDoorRow *row = get_chosen (self);

  if (key == GDK_KEY_F2)
    {
      begin_other (self);
      return TRUE;
    }
  if (dov_walk_in_has_focus (self->walk_in) || !is_searching (self))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose (self, self->chosen == G_MAXUINT ? 0 : MIN (self->chosen + 1, MAX (self->rows->len, 1) - 1));
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose (self, self->chosen == G_MAXUINT || self->chosen == 0 ? 0 : self->chosen - 1);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!is_control)
        return FALSE;
      if (row != NULL && dov_door_row_get_family (row) != NULL)
        mark_family (self, dov_door_row_get_family (row));
      else if (row != NULL)
        mark (self, dov_door_row_get_person (row));
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * dov_door_people_focus:
 *
 * Puts the keyboard into the search; what stands there gives way to the next name.
 */
void
dov_door_people_focus (DovDoorPeople *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Words about keys take room that a large text needs. */
void
dov_door_people_set_plain (DovDoorPeople *self,
                           gboolean       is_plain)
{
  if (self->is_plain == is_plain)
    return;

  self->is_plain = is_plain;
  gtk_widget_set_visible (GTK_WIDGET (self->keys), !is_plain);
  dov_door_people_show (self);
}

void
dov_door_people_keep (DovDoorPeople *self)
{
  dov_walk_in_keep (self->walk_in);
}

GtkWidget *
dov_door_people_new (DovDoor *door)
{
  DovDoorPeople *self = g_object_new (DOV_TYPE_DOOR_PEOPLE, NULL);

  self->door = g_object_ref (door);
  self->walk_in = DOV_WALK_IN (dov_walk_in_new (dov_door_get_store (door), dov_door_get_event (door), &at_door));
  adw_bin_set_child (self->walk_in_place, GTK_WIDGET (self->walk_in));
  g_signal_connect (self->walk_in, "marked", G_CALLBACK (marked_cb), self);
  g_signal_connect_swapped (self->walk_in, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect (self->walk_in, "known", G_CALLBACK (known_cb), self);
  g_signal_connect (self->walk_in, "typed", G_CALLBACK (name_typed_cb), self);
  g_signal_connect_swapped (self->walk_in, "left", G_CALLBACK (left_cb), self);
  fill (self, "");

  return GTK_WIDGET (self);
}

static void
dov_door_people_dispose (GObject *object)
{
  g_clear_object (&DOV_DOOR_PEOPLE (object)->door);

  G_OBJECT_CLASS (dov_door_people_parent_class)->dispose (object);
}

static void
dov_door_people_finalize (GObject *object)
{
  g_ptr_array_unref (DOV_DOOR_PEOPLE (object)->rows);

  G_OBJECT_CLASS (dov_door_people_parent_class)->finalize (object);
}

static void
dov_door_people_class_init (DovDoorPeopleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_door_people_dispose;
  object_class->finalize = dov_door_people_finalize;

  signals[ANSWERED] = g_signal_new ("answered", DOV_TYPE_DOOR_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-door-people.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, search);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, found_words);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, keys);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, answers);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, groups);
  gtk_widget_class_bind_template_child (widget_class, DovDoorPeople, walk_in_place);
}

static void
dov_door_people_init (DovDoorPeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  dov_answers_set (GTK_WIDGET (self), self->answers);
  self->chosen = G_MAXUINT;
  /* Translators: keys at the door: arrows, Enter, Ctrl+Enter */
  gtk_label_set_markup (self->keys, _("↑ ↓ choose    <b>Enter</b> mark    <b>Ctrl+Enter</b> the whole family"));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (activate_cb), self);
}
