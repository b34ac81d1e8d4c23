/* dov-volunteer-entry.c - hours of a volunteer in one line: day, hours, what for, what was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-entry.h"

#include "dov-go.h"
#include "dov-number.h"
#include "dov-reason.h"
#include "dov-shell.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-work.h"

#include <glib/gi18n.h>

struct _DovVolunteerEntry
{
  AdwBin     parent_instance;

  DovStore  *store;
  gint64     volunteer_id;
  GPtrArray *things;      /* what there was to help at on the day */
  GDate      day;

  GtkWidget *date;
  GtkWidget *hours;
  GtkWidget *thing;
  GtkWidget *work;
  GtkWidget *wrong;       /* what is wrong with it, under the line */
  GtkWidget *asks;        /* a warning with a place for the reason */
};

G_DEFINE_FINAL_TYPE (DovVolunteerEntry, dov_volunteer_entry, ADW_TYPE_BIN)

static void
set_wrong (DovVolunteerEntry *self,
           GtkWidget         *entry,
           const char        *message)
{
  GtkWidget *const entries[] = { self->date, self->hours, self->work };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_remove_css_class (entries[i], "error");
  gtk_label_set_label (GTK_LABEL (self->wrong), message != NULL ? message : "");
  gtk_widget_set_visible (self->wrong, message != NULL);
  adw_bin_set_child (ADW_BIN (self->asks), NULL);
  if (entry != NULL && message != NULL)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_grab_focus (entry);
    }
}

static void
list_things (DovVolunteerEntry *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_clear_pointer (&self->things, g_ptr_array_unref);
  self->things = dov_work_list_things (self->store, self->volunteer_id, &self->day);
  for (guint i = 0; i < self->things->len; i++)
    gtk_string_list_append (words, ((DovWorkThing *) g_ptr_array_index (self->things, i))->words);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->thing), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->thing), self->things->len - 1);
}

static gboolean
read_date (DovVolunteerEntry *self)
{
  g_autoptr (GDate) day = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (!dov_date_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->date)), &day, &error))
    {
      set_wrong (self, self->date, error->message);
      return FALSE;
    }
  if (day == NULL)
    {
      set_wrong (self, self->date, _("Type the day, such as today or 12.03."));
      return FALSE;
    }
  if (g_date_compare (day, &self->day) != 0)
    {
      self->day = *day;
      list_things (self);
    }
  shown = dov_date_to_shown (day);
  gtk_editable_set_text (GTK_EDITABLE (self->date), shown);

  return TRUE;
}

static void
date_left_cb (DovVolunteerEntry *self)
{
  if (read_date (self))
    set_wrong (self, NULL, NULL);
}

static DovRecord *
dup_draft (DovVolunteerEntry *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_VOLUNTEER_HOURS, 0);
  DovVolunteerHours *hours = DOV_VOLUNTEER_HOURS (draft);
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->thing));
  g_autoptr (GError) error = NULL;
  gint64 length = DOV_UNKNOWN;

  if (!read_date (self))
    return NULL;
  if (!dov_quantity_from_typed (gtk_editable_get_text (GTK_EDITABLE (self->hours)), &length, &error))
    {
      set_wrong (self, self->hours, error->message);
      return NULL;
    }
  dov_set (hours, volunteer_id, self->volunteer_id);
  dov_set (hours, date, &self->day);
  dov_set (hours, hours, length);
  dov_set (hours, work, gtk_editable_get_text (GTK_EDITABLE (self->work)));
  if (place < self->things->len)
    {
      DovWorkThing *thing = g_ptr_array_index (self->things, place);

      dov_set (hours, event_id, thing->work == DOV_WORK_EVENT ? thing->id : 0);
      dov_set (hours, drive_id, thing->work == DOV_WORK_DRIVE ? thing->id : 0);
      dov_set (hours, shift_id, thing->work == DOV_WORK_SHIFT ? thing->id : 0);
    }

  return g_steal_pointer (&draft);
}

static void save (DovVolunteerEntry *self, const char *reason);

static void
reason_given_cb (const char *reason,
                 gpointer    user_data)
{
  save (user_data, reason);
}

static void
tell_refusal (DovVolunteerEntry *self,
              const GError      *error)
{
  const DovProblem *refusal = dov_store_get_refusal (self->store);
  const char *field = refusal != NULL && refusal->field != NULL ? refusal->field->name : "";

  if (refusal != NULL && refusal->is_warning)
    {
      set_wrong (self, NULL, NULL);
      adw_bin_set_child (ADW_BIN (self->asks), dov_reason_new (refusal->message, reason_given_cb, self));
      gtk_widget_child_focus (self->asks, GTK_DIR_TAB_FORWARD);
      return;
    }
  set_wrong (self, g_str_equal (field, "hours") ? self->hours : g_str_equal (field, "date") ? self->date : NULL,
             error->message);
}

static void
save (DovVolunteerEntry *self,
      const char        *reason)
{
  g_autoptr (DovRecord) draft = dup_draft (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *words = NULL;

  if (draft == NULL)
    return;
  if (reason != NULL)
    dov_store_accept (self->store, "W5", reason);
  if (!dov_store_save (self->store, draft, &error))
    {
      tell_refusal (self, error);
      return;
    }

  set_wrong (self, NULL, NULL);
  hours = dov_quantity_to_shown (DOV_VOLUNTEER_HOURS (draft)->hours);
  /* Translators: hours of a volunteer are saved */
  words = g_strdup_printf (_("Written down: %s h"), hours);
  gtk_editable_set_text (GTK_EDITABLE (self->hours), "");
  gtk_editable_set_text (GTK_EDITABLE (self->work), "");
  gtk_widget_grab_focus (self->date);
  dov_go_tell (self, words, dov_store_get_last_operation (self->store));
}

static void
save_cb (DovVolunteerEntry *self)
{
  save (self, NULL);
}

static GtkWidget *
entry_new (DovVolunteerEntry *self,
           const char        *label,
           int                width)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);

  return entry;
}

static void
build (DovVolunteerEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *write = gtk_button_new_with_label (_("Write down"));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *today = dov_date_to_shown (&self->day);

  self->date = entry_new (self, _("Day"), 11);
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  self->hours = entry_new (self, _("Hours"), 6);
  self->work = entry_new (self, _("What was done"), 8);
  gtk_widget_set_hexpand (self->work, TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->work), -1);
  self->thing = g_object_new (GTK_TYPE_DROP_DOWN, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->thing), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What for"), -1);
  gtk_widget_set_size_request (self->thing, 180, -1);
  gtk_widget_add_css_class (write, "suggested-action");
  self->wrong = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->wrong, "error");
  self->asks = adw_bin_new ();
  list_things (self);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (date_left_cb), self);
  gtk_widget_add_controller (self->date, focus);
  g_signal_connect_swapped (self->date, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->hours, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->work, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (write, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (line), self->date);
  gtk_box_append (GTK_BOX (line), self->hours);
  gtk_box_append (GTK_BOX (line), self->thing);
  gtk_box_append (GTK_BOX (line), self->work);
  gtk_box_append (GTK_BOX (line), write);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->wrong);
  gtk_box_append (GTK_BOX (box), self->asks);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * dov_volunteer_entry_new:
 *
 * Returns: (transfer floating): a line that writes down hours; Enter in any
 *   field saves, and the next can be typed at once
 */
GtkWidget *
dov_volunteer_entry_new (DovStore *store,
                         gint64    volunteer_id)
{
  DovVolunteerEntry *self = g_object_new (DOV_TYPE_VOLUNTEER_ENTRY, NULL);

  self->store = g_object_ref (store);
  self->volunteer_id = volunteer_id;
  self->day = dov_today ();
  build (self);

  return GTK_WIDGET (self);
}

/**
 * dov_volunteer_entry_focus:
 *
 * Puts the keyboard into the hours: the day is today already.
 */
void
dov_volunteer_entry_focus (DovVolunteerEntry *self)
{
  gtk_widget_grab_focus (self->hours);
}

static void
dov_volunteer_entry_dispose (GObject *object)
{
  DovVolunteerEntry *self = DOV_VOLUNTEER_ENTRY (object);

  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_volunteer_entry_parent_class)->dispose (object);
}

static void
dov_volunteer_entry_class_init (DovVolunteerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_volunteer_entry_dispose;
}

static void
dov_volunteer_entry_init (DovVolunteerEntry *self)
{
}
