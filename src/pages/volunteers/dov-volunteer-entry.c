/* dov-volunteer-entry.c - hours of a volunteer in one line: day, hours, what for, what was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-entry.h"

#include "dov-deed.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-work.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

struct _DovVolunteerEntry
{
  GtkBox     parent_instance;

  DovStore  *store;
  gint64     volunteer_id;
  GPtrArray *things;      /* what there was to help at on the day */
  GDate      day;

  GtkWidget *date;
  GtkWidget *hours;
  GtkWidget *thing;
  GtkWidget *work;
  GtkLabel  *wrong;       /* what is wrong with it, under the line */
};

G_DEFINE_FINAL_TYPE (DovVolunteerEntry, dov_volunteer_entry, GTK_TYPE_BOX)

static void
set_wrong (DovVolunteerEntry *self,
           GtkWidget         *entry,
           const char        *message)
{
  GtkWidget *const entries[] = { self->date, self->hours, self->work };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_remove_css_class (entries[i], "error");
  gtk_label_set_label (self->wrong, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), message != NULL);
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

static gboolean
write_down (DovStore  *store,
            gpointer   draft,
            GError   **error)
{
  return dov_store_save (store, draft, error);
}

/* What is wrong with a field is told under the line; all else on the page. */
static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      draft)
{
  DovVolunteerEntry *self = DOV_VOLUNTEER_ENTRY (from);
  const DovProblem *refusal = dov_store_get_refusal (self->store);
  const char *field = refusal != NULL && refusal->field != NULL ? refusal->field->name : "";

  if (refusal == NULL || refusal->is_warning)
    return FALSE;
  set_wrong (self, g_str_equal (field, "hours") ? self->hours : g_str_equal (field, "date") ? self->date : NULL,
             error->message);

  return TRUE;
}

static void
written (gpointer from,
         gpointer draft)
{
  DovVolunteerEntry *self = DOV_VOLUNTEER_ENTRY (from);

  gtk_editable_set_text (GTK_EDITABLE (self->hours), "");
  gtk_editable_set_text (GTK_EDITABLE (self->work), "");
  gtk_widget_grab_focus (self->date);
}

static void
save_cb (DovVolunteerEntry *self)
{
  DovRecord *draft = dup_draft (self);

  if (draft == NULL)
    return;

  set_wrong (self, NULL, NULL);
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = write_down, .done = written, .refused = refused, .data = draft, .free_data = g_object_unref });
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
  g_autofree char *shown = NULL;

  self->store = g_object_ref (store);
  self->volunteer_id = volunteer_id;
  self->day = dov_today ();
  shown = dov_date_to_shown (&self->day);
  gtk_editable_set_text (GTK_EDITABLE (self->date), shown);
  list_things (self);

  return GTK_WIDGET (self);
}

/* The keyboard begins in the hours: the day is today already. */
static gboolean
dov_volunteer_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_VOLUNTEER_ENTRY (widget)->hours);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_volunteer_entry_dispose;
  widget_class->grab_focus = dov_volunteer_entry_grab_focus;

  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-volunteer-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerEntry, date);
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerEntry, hours);
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerEntry, thing);
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerEntry, work);
  gtk_widget_class_bind_template_child (widget_class, DovVolunteerEntry, wrong);
  gtk_widget_class_bind_template_callback (widget_class, date_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
dov_volunteer_entry_init (DovVolunteerEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_name_widget (self->thing, _("What for"));
}
