/* dov-event-lines.c - the lines of the roll of an event: who came, who was put down, what can be done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-people-private.h"

#include <glib/gi18n.h>

#include "dov-number.h"
#include "dov-signs.h"

/* Lines shown at once. */
#define AT_MOST_LINES 200

/* “7 years · Sludka”: the village only, since guests see this list too. */
char *
dov_event_people_dup_second_line (DovEventPeople *self,
                                  DovPerson      *person)
{
  g_autofree char *age = dov_roll_age_words (person, self->event);
  const char *comma = strchr (person->live_address, ',');
  g_autofree char *village = comma != NULL ? g_strndup (person->live_address, (gsize) (comma - person->live_address)) :
                                             g_strdup (person->live_address);

  if (*age != '\0' && *village != '\0')
    return g_strdup_printf ("%s · %s", age, village);

  return g_strdup (*age != '\0' ? age : village);
}

/* The time somebody came at; empty while unknown. */
char *
dov_event_people_dup_when (DovRollLine *line)
{
  if (line->mark->check_in_at != NULL)
    {
      g_autofree char *time = dov_time_to_shown (dov_moment_get_time (line->mark->check_in_at));

      return g_steal_pointer (&time);
    }

  return g_strdup ("");
}

static gboolean
is_child (DovEventPeople *self,
          DovRollLine    *line)
{
  return dov_roll_band_of (line->person, self->event) <= DOV_BAND_14_17;
}

static gboolean
is_shown (DovEventPeople *self,
          DovRollLine    *line,
          const char     *chip)
{
  DovAttendanceStatus status = line->mark->status;

  if (g_strcmp0 (chip, "registered") == 0)
    return status == DOV_ATTENDANCE_STATUS_REGISTERED;
  if (g_strcmp0 (chip, "waiting") == 0)
    return status == DOV_ATTENDANCE_STATUS_WAITING;
  if (g_strcmp0 (chip, "absent") == 0)
    return status == DOV_ATTENDANCE_STATUS_NO_SHOW || status == DOV_ATTENDANCE_STATUS_CANCELLED;
  if (g_strcmp0 (chip, "children") == 0)
    return dov_attendance_is_visit (line->mark) && is_child (self, line);

  return status == DOV_ATTENDANCE_STATUS_CHECKED_IN || status == DOV_ATTENDANCE_STATUS_WALK_IN;
}

static DovRollLine *
find_line (DovEventPeople *self,
           GtkWidget      *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "person");

  return self->roll != NULL ? dov_roll_find (self->roll, *id) : NULL;
}

static void
unmark_cb (GtkButton      *button,
           DovEventPeople *self)
{
  DovRollLine *line = find_line (self, GTK_WIDGET (button));
  g_autoptr (GError) error = NULL;

  if (line == NULL)
    return;
  if (!dov_roll_unmark (self->store, self->event, line->mark, &error))
    dov_event_people_refuse (self, NULL, error);
  else
    dov_event_people_changed (self);
}

static void
set_status (DovEventPeople      *self,
            GtkWidget           *button,
            DovAttendanceStatus  status)
{
  DovRollLine *line = find_line (self, button);
  g_autoptr (GError) error = NULL;

  if (line == NULL)
    return;
  if (!dov_roll_change (self->store, self->event, line->mark, status, &error))
    dov_event_people_refuse (self, NULL, error);
  else
    dov_event_people_changed (self);
}

static void
came_cb (GtkButton      *button,
         DovEventPeople *self)
{
  set_status (self, GTK_WIDGET (button), DOV_ATTENDANCE_STATUS_CHECKED_IN);
}

static void
absent_cb (GtkButton      *button,
           DovEventPeople *self)
{
  set_status (self, GTK_WIDGET (button), DOV_ATTENDANCE_STATUS_NO_SHOW);
}

/* Who gives up a place frees it for who waits longest. */
static void
cancelled_cb (GtkButton      *button,
              DovEventPeople *self)
{
  set_status (self, GTK_WIDGET (button), DOV_ATTENDANCE_STATUS_CANCELLED);
}

static void
add_button (DovEventPeople *self,
            GtkWidget      *row,
            GtkWidget      *button,
            DovRollLine    *line,
            GCallback       callback)
{
  gint64 *id = g_new (gint64, 1);

  *id = line->mark->person_id;
  g_object_set_data_full (G_OBJECT (button), "person", id, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, self);
  dov_row_line_append (DOV_ROW_LINE (row), button);
}

static void
add_line (DovEventPeople *self,
          DovRollLine    *line)
{
  g_autofree char *name = dov_person_dup_name (line->person);
  g_autofree char *second = dov_event_people_dup_second_line (self, line->person);
  g_autofree char *when = dov_event_people_dup_when (line);
  g_autofree char *spoken = g_strdup_printf (_("Take off the list: %s"), name);
  GtkWidget *row = dov_row_line_new (*when != '\0' ? when : "—", name, second);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  if (line->mark->status != DOV_ATTENDANCE_STATUS_CHECKED_IN)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (line->mark), "status");
      g_autofree char *status = dov_record_dup_shown (DOV_RECORD (line->mark), field);

      dov_row_line_append (DOV_ROW_LINE (row),
                           dov_badge_new (status, dov_sign_of_state (DOV_RECORD (line->mark), "status")));
    }
  if (line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED && !dov_event_is_to_come (self->event))
    {
      add_button (self, row, gtk_button_new_with_label (C_("a mark", "Came")), line, G_CALLBACK (came_cb));
      add_button (self, row, gtk_button_new_with_label (C_("a mark", "Did not come")), line, G_CALLBACK (absent_cb));
    }
  if (dov_event_is_to_come (self->event) && self->event->registration &&
      (line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED || line->mark->status == DOV_ATTENDANCE_STATUS_WAITING))
    add_button (self, row, gtk_button_new_with_label (C_("a mark", "Will not come")), line, G_CALLBACK (cancelled_cb));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take off the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  add_button (self, row, remove, line, G_CALLBACK (unmark_cb));
  gtk_list_box_append (self->people, row);
}

static void
show_all_cb (DovEventPeople *self);

/* Shows the lines that the chip asks for; of very many the first, and a line for the rest. */
void
dov_event_people_fill (DovEventPeople *self)
{
  const char *chip = dov_chips_get_selected (self->chips);
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
  dov_event_people_fill (self);
}

/* Makes a chip when it is not there yet, and counts its lines. */
void
dov_event_people_set_chip (DovEventPeople *self,
                           const char     *name,
                           const char     *label)
{
  gint64 n = 0;

  for (guint i = 0; i < self->roll->lines->len; i++)
    n += is_shown (self, g_ptr_array_index (self->roll->lines, i), name);
  if (dov_chips_get_label (self->chips, name) == NULL)
    dov_chips_add (self->chips, name, label);
  dov_chips_set_count (self->chips, name, n);
}
