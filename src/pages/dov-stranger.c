/* dov-stranger.c - a new person entered where they are met: name, age, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stranger.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-likely.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-settlement.h"

/* A number up to this is an age, from 1900 a year. */
#define OLDEST 120
/* Likely cards that are offered. */
#define AT_MOST_OFFERED 3

struct _DovStranger
{
  GtkBox        parent_instance;

  DovStore     *store;
  GtkWidget    *last;
  GtkWidget    *first;
  GtkWidget    *patronymic;
  GtkWidget    *age;
  GtkWidget    *village;
  GtkWidget    *notices;
  GArray       *settlements;   /* gint64, as in the list of villages */
};

enum { ENTERED, DISMISSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovStranger, dov_stranger, GTK_TYPE_BOX)

/**
 * dov_stranger_read_age:
 * @typed: an age («7»), a year («2013») or a date of birth («5.3.2013»)
 * @person: the draft that gets it
 * @error: return location for an error
 *
 * Reads what a person at the table says of somebody's age. An age gives a year
 * that is marked as estimated.
 *
 * Returns: %FALSE when it is none of these
 */
gboolean
dov_stranger_read_age (const char  *typed,
                       DovPerson   *person,
                       GError     **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  GDate today = dov_today ();
  int this_year = g_date_get_year (&today);
  gint64 number = 0;

  if (*text == '\0')
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("Type the age, the year or the date of birth."));
      return FALSE;
    }
  if (strspn (text, "0123456789") == strlen (text) && strlen (text) <= 4 &&
      dov_number_from_typed (text, &number, NULL) && (number <= OLDEST || number > this_year - OLDEST))
    {
      dov_set (person, birth_year, number <= OLDEST ? this_year - number : number);
      dov_set (person, age_estimated, number <= OLDEST);
      return TRUE;
    }
  if (g_ascii_isdigit (*text) && strpbrk (text, ".,-/ ") != NULL)
    {
      g_autoptr (GDate) date = NULL;

      if (!dov_date_from_typed (text, &date, error))
        return FALSE;
      dov_set (person, birth_date, date);
      return TRUE;
    }

  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                       _("Type an age like 7, a year like 2013 or a date like 5.03.2013."));

  return FALSE;
}

static void
clear_notices (DovStranger *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
}

static void
set_wrong (GtkWidget *row,
           gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The error stands under the fields; the first wrong one gets the keyboard. */
static void
show_error (DovStranger *self,
            GtkWidget   *row,
            const char  *words)
{
  clear_notices (self);
  gtk_box_append (GTK_BOX (self->notices), dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
  if (row != NULL)
    {
      set_wrong (row, TRUE);
      gtk_widget_grab_focus (row);
    }
}

static DovPerson *
read_draft (DovStranger *self)
{
  g_autoptr (DovPerson) draft = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
  g_autoptr (GError) error = NULL;
  guint village = adw_combo_row_get_selected (ADW_COMBO_ROW (self->village));
  struct { GtkWidget *row; const char *field; } rows[] = {
    { self->last, "last_name" }, { self->first, "first_name" }, { self->patronymic, "patronymic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), rows[i].field);
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (rows[i].row));

      set_wrong (rows[i].row, FALSE);
      if (i < 2 && *typed == '\0')
        {
          show_error (self, rows[i].row, i == 0 ? _("Type the last name.") : _("Type the first name."));
          return NULL;
        }
      if (!dov_record_set_typed (DOV_RECORD (draft), field, typed, &error))
        {
          show_error (self, rows[i].row, error->message);
          return NULL;
        }
    }
  set_wrong (self->age, FALSE);
  if (!dov_stranger_read_age (gtk_editable_get_text (GTK_EDITABLE (self->age)), draft, &error))
    {
      show_error (self, self->age, error->message);
      return NULL;
    }
  if (village < self->settlements->len)
    {
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_SETTLEMENT,
                                                     g_array_index (self->settlements, gint64, village));

      dov_set (draft, live_address, name);
    }

  return g_steal_pointer (&draft);
}

static void
take_this_one_cb (GtkButton   *button,
                  DovStranger *self)
{
  g_autoptr (DovPerson) person = g_object_ref (g_object_get_data (G_OBJECT (button), "person"));

  g_signal_emit (self, signals[ENTERED], 0, person);
}

static void
save_draft (DovStranger *self,
            DovPerson   *draft);

static void
another_cb (GtkButton   *button,
            DovStranger *self)
{
  g_autoptr (DovPerson) draft = g_object_ref (g_object_get_data (G_OBJECT (button), "person"));

  dov_store_accept (self->store, g_object_get_data (G_OBJECT (button), "rule"), _("another person"));
  save_draft (self, draft);
}

static GtkWidget *
add_choice (DovStranger *self,
            DovNotice   *notice,
            const char  *label,
            DovPerson   *person,
            GCallback    callback)
{
  GtkWidget *button = dov_notice_add_action (notice, label, NULL);

  g_object_set_data_full (G_OBJECT (button), "person", g_object_ref (person), g_object_unref);
  g_signal_connect (button, "clicked", callback, self);

  return button;
}

/* V9: «Это он / Другой». */
static void
ask_which (DovStranger *self,
           DovPerson   *draft,
           const char  *words)
{
  const DovProblem *refusal = dov_store_get_refusal (self->store);
  g_autofree char *rule = g_strdup (refusal != NULL ? refusal->rule : NULL);
  g_autoptr (GArray) likely = dov_person_find_likely (self->store, draft);
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, words, "");
  GtkWidget *another, *first = NULL;

  clear_notices (self);
  for (guint i = 0; likely != NULL && i < MIN (likely->len, AT_MOST_OFFERED); i++)
    {
      g_autoptr (DovRecord) person = dov_store_find (self->store, DOV_TYPE_PERSON,
                                                     g_array_index (likely, DovLikely, i).person_id, NULL);
      g_autofree char *who = person != NULL ? dov_store_describe (self->store, person) : NULL;
      g_autofree char *label = g_strdup_printf (_("It is %s"), who != NULL ? who : "");
      GtkWidget *button;

      if (person == NULL)
        continue;
      button = add_choice (self, DOV_NOTICE (notice), label, DOV_PERSON (person), G_CALLBACK (take_this_one_cb));
      first = first != NULL ? first : button;
    }
  another = add_choice (self, DOV_NOTICE (notice), _("Another person"), draft, G_CALLBACK (another_cb));
  g_object_set_data_full (G_OBJECT (another), "rule", g_steal_pointer (&rule), g_free);
  gtk_box_append (GTK_BOX (self->notices), notice);
  gtk_widget_grab_focus (first != NULL ? first : another);
}

static void
save_draft (DovStranger *self,
            DovPerson   *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) person = NULL;

  if (dov_store_save (self->store, DOV_RECORD (draft), &error))
    person = dov_store_find (self->store, DOV_TYPE_PERSON, dov_record_get_id (DOV_RECORD (draft)), &error);
  if (person != NULL)
    {
      g_signal_emit (self, signals[ENTERED], 0, person);
    }
  else if (g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    {
      ask_which (self, draft, error->message);
    }
  else
    {
      g_autofree char *words = dov_errors_dup_words (error);

      show_error (self, NULL, words);
    }
}

static void
save_cb (DovStranger *self)
{
  g_autoptr (DovPerson) draft = read_draft (self);

  if (draft != NULL)
    save_draft (self, draft);
}

static void
dismiss_cb (DovStranger *self)
{
  g_signal_emit (self, signals[DISMISSED], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovStranger           *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  dismiss_cb (self);

  return GDK_EVENT_STOP;
}

static void
set_name (GtkWidget  *row,
          const char *word)
{
  if (word == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), "");
    }
  else
    {
      g_autofree char *first = g_utf8_substring (word, 0, 1);
      g_autofree char *upper = g_utf8_strup (first, -1);
      g_autofree char *name = g_strconcat (upper, g_utf8_next_char (word), NULL);

      gtk_editable_set_text (GTK_EDITABLE (row), name);
    }
}

static void
list_villages (DovStranger *self,
               gint64       settlement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_SETTLEMENT, NULL, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_array_set_size (self->settlements, 0);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_SETTLEMENT, id);

      gtk_string_list_append (names, name);
      g_array_append_val (self->settlements, id);
      if (id == settlement)
        chosen = i;
    }
  gtk_string_list_append (names, _("not known"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->village), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->village), chosen);
}

/**
 * dov_stranger_begin:
 * @self: the form
 * @typed: what was looked for; its words become the name
 * @settlement: the village that is likely, 0: none
 *
 * Empties the form for somebody new and puts the keyboard where typing goes on.
 */
void
dov_stranger_begin (DovStranger *self,
                    const char  *typed,
                    gint64       settlement)
{
  g_autofree char *tidy = dov_name_tidy (typed);
  g_auto (GStrv) words = g_strsplit (tidy, " ", 3);
  guint n = g_strv_length (words);

  clear_notices (self);
  set_name (self->last, n > 0 && *words[0] != '\0' ? words[0] : NULL);
  set_name (self->first, n > 1 ? words[1] : NULL);
  set_name (self->patronymic, n > 2 ? words[2] : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->age), "");
  list_villages (self, settlement);
  gtk_widget_grab_focus (n > 1 ? self->age : n > 0 && *words[0] != '\0' ? self->first : self->last);
}

GtkWidget *
dov_stranger_new (DovStore *store)
{
  DovStranger *self = g_object_new (DOV_TYPE_STRANGER, NULL);

  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

static void
dov_stranger_finalize (GObject *object)
{
  DovStranger *self = DOV_STRANGER (object);

  g_clear_object (&self->store);
  g_array_unref (self->settlements);

  G_OBJECT_CLASS (dov_stranger_parent_class)->finalize (object);
}

static void
dov_stranger_class_init (DovStrangerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_stranger_finalize;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, DOV_TYPE_PERSON);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_row (GtkWidget   *list,
         DovStranger *self,
         const char  *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (save_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static void
dov_stranger_init (DovStranger *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_END, NULL);
  GtkWidget *save = gtk_button_new_with_label (_("Enter and mark"));
  GtkWidget *dismiss = gtk_button_new_with_label (_("Do not enter"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->settlements = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_css_class (list, "boxed-list");
  self->last = add_row (list, self, _("Last name *"));
  self->first = add_row (list, self, _("First name *"));
  self->patronymic = add_row (list, self, _("Patronymic, if it is known"));
  self->age = add_row (list, self, _("Age, year or date of birth *"));
  self->village = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Village"), NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), self->village);
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (dismiss, "clicked", G_CALLBACK (dismiss_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_box_append (GTK_BOX (buttons), dismiss);
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (self), list);
  gtk_box_append (GTK_BOX (self), self->notices);
  gtk_box_append (GTK_BOX (self), buttons);
}
