/* dov-stranger.c - a new person entered where they are met: name, age, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stranger.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-likely.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-settlement.h"

/* Likely cards that are offered. */
#define AT_MOST_OFFERED 3

/* What stands in the form is kept this long after the last key. */
#define REST_MILLISECONDS 1000

#define KEPT_PUT_AWAY "stranger.put-away"

struct _DovStranger
{
  GtkBox        parent_instance;

  DovStore     *store;
  DovEvent     *event;
  gint64        kept;          /* the number of the kept draft, 0 while none is */
  gboolean      was_edited;
  gboolean      is_filling;    /* the program writes, not a person */
  guint         rest;
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

/* ---- nothing typed is lost ---- */

static const struct
{
  const char *field;
  gsize       row;
} name_fields[] = {
  { "last_name", G_STRUCT_OFFSET (DovStranger, last) },
  { "first_name", G_STRUCT_OFFSET (DovStranger, first) },
  { "patronymic", G_STRUCT_OFFSET (DovStranger, patronymic) },
};

static GtkEditable *
get_name_row (DovStranger *self,
              gsize        i)
{
  return GTK_EDITABLE (G_STRUCT_MEMBER (GtkWidget *, self, name_fields[i].row));
}

static void
forget_kept (DovStranger *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->kept != 0)
    dov_store_drop_draft (self->store, self->kept, NULL);
  self->kept = 0;
  self->was_edited = FALSE;
}

static void
keep (DovStranger *self,
      gboolean     is_put_away)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (DOV_RECORD (self->event)));
  guint village = adw_combo_row_get_selected (ADW_COMBO_ROW (self->village));
  g_autofree char *settlement = village < self->settlements->len ?
    g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (self->settlements, gint64, village)) : g_strdup ("0");
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (!self->was_edited || dov_store_is_read_only (self->store))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (name_fields); i++)
    dov_record_set_string (draft, name_fields[i].field, gtk_editable_get_text (get_name_row (self, i)));
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_EVENT, event);
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_AGE, gtk_editable_get_text (GTK_EDITABLE (self->age)));
  dov_record_keep_typed (draft, DOV_STRANGER_KEPT_VILLAGE, settlement);
  if (is_put_away)
    dov_record_keep_typed (draft, KEPT_PUT_AWAY, "1");
  name = dov_name_full (DOV_PERSON (draft)->last_name, DOV_PERSON (draft)->first_name,
                        DOV_PERSON (draft)->patronymic);
  /* Translators: a form that was begun; %1$s is a name, %2$s the event at which the person was met */
  words = g_strdup_printf (_("%1$s, new at “%2$s”"), name, self->event->title);
  if (!dov_store_keep_draft (self->store, draft, words, &self->kept, &error))
    g_warning ("A person half entered cannot be kept: %s", error->message);
}

static gboolean
rest_cb (gpointer user_data)
{
  DovStranger *self = user_data;

  self->rest = 0;
  keep (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (DovStranger *self)
{
  if (self->is_filling)
    return;

  self->was_edited = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
}

/**
 * dov_stranger_keep:
 *
 * Keeps at once what stands in the form, before its page goes.
 */
void
dov_stranger_keep (DovStranger *self)
{
  if (self->rest != 0)
    keep (self, FALSE);
}

/**
 * dov_stranger_get_event:
 * @draft: a kept draft
 *
 * Returns: the id of the event at which this person was half entered, 0 when
 *   the draft is of another form
 */
gint64
dov_stranger_get_event (DovRecord *draft)
{
  const char *event = DOV_IS_PERSON (draft) ? dov_record_get_typed (draft, DOV_STRANGER_KEPT_EVENT) : NULL;

  return event != NULL ? g_ascii_strtoll (event, NULL, 10) : 0;
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

  forget_kept (self);
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
      forget_kept (self);
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

/* Esc is pressed by mistake too: what was typed stays among the unfinished forms, out of the way. */
static void
dismiss_cb (DovStranger *self)
{
  keep (self, TRUE);
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

  dov_stranger_keep (self);
  self->kept = 0;
  self->was_edited = FALSE;
  self->is_filling = TRUE;
  clear_notices (self);
  set_name (self->last, n > 0 && *words[0] != '\0' ? words[0] : NULL);
  set_name (self->first, n > 1 ? words[1] : NULL);
  set_name (self->patronymic, n > 2 ? words[2] : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->age), "");
  list_villages (self, settlement);
  self->is_filling = FALSE;
  gtk_widget_grab_focus (n > 1 ? self->age : n > 0 && *words[0] != '\0' ? self->first : self->last);
}

static void
fill_from_kept (DovStranger *self,
                DovRecord   *draft,
                gint64       number)
{
  const char *age = dov_record_get_typed (draft, DOV_STRANGER_KEPT_AGE);
  const char *village = dov_record_get_typed (draft, DOV_STRANGER_KEPT_VILLAGE);

  self->is_filling = TRUE;
  clear_notices (self);
  for (gsize i = 0; i < G_N_ELEMENTS (name_fields); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), name_fields[i].field);
      g_autofree char *name = dov_record_dup_text (draft, field);

      gtk_editable_set_text (get_name_row (self, i), name);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->age), age != NULL ? age : "");
  list_villages (self, village != NULL ? g_ascii_strtoll (village, NULL, 10) : 0);
  if (g_strcmp0 (village, "0") == 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->village), self->settlements->len);
  self->is_filling = FALSE;
  self->kept = number;
  self->was_edited = TRUE;
}

/**
 * dov_stranger_take_up:
 * @number: of the kept draft, 0: the last one of this event that was not put away
 *
 * Goes on with somebody who was half entered when the program went.
 *
 * Returns: whether there is anybody
 */
gboolean
dov_stranger_take_up (DovStranger *self,
                      gint64       number)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (self->store, NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const DovDraft *kept = g_ptr_array_index (drafts, i);
      g_autoptr (DovRecord) draft = NULL;

      if (kept->type != DOV_TYPE_PERSON || kept->id != 0 || (number != 0 && kept->number != number))
        continue;
      draft = dov_store_read_draft (self->store, kept->number, NULL);
      if (draft == NULL || dov_stranger_get_event (draft) != dov_record_get_id (DOV_RECORD (self->event))
          || (number == 0 && dov_record_get_typed (draft, KEPT_PUT_AWAY) != NULL))
        continue;
      fill_from_kept (self, draft, kept->number);
      return TRUE;
    }

  return FALSE;
}

/**
 * dov_stranger_focus:
 *
 * Puts the keyboard where something is still to be typed.
 */
void
dov_stranger_focus (DovStranger *self)
{
  GtkWidget *rows[] = { self->last, self->first, self->age };
  gsize empty = 0;

  while (empty + 1 < G_N_ELEMENTS (rows) && *gtk_editable_get_text (GTK_EDITABLE (rows[empty])) != '\0')
    empty++;
  gtk_widget_grab_focus (rows[empty]);
}

GtkWidget *
dov_stranger_new (DovStore *store,
                  DovEvent *event)
{
  DovStranger *self = g_object_new (DOV_TYPE_STRANGER, NULL);

  self->store = g_object_ref (store);
  self->event = g_object_ref (event);

  return GTK_WIDGET (self);
}

static void
dov_stranger_finalize (GObject *object)
{
  DovStranger *self = DOV_STRANGER (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->event);
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
  g_signal_connect_swapped (row, "changed", G_CALLBACK (edited_cb), self);
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
  g_signal_connect_swapped (self->village, "notify::selected", G_CALLBACK (edited_cb), self);
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
