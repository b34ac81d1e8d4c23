/* dov-crew-picker.c - who walks a shift that is not saved yet: ticked in a list that says who is free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-picker.h"

#include <glib/gi18n.h>

#include "dov-crew.h"
#include "dov-label.h"
#include "dov-patrol-member.h"
#include "dov-patrol-words.h"
#include "dov-section-box.h"

/* Under this name those who are ticked lie in the kept draft. */
#define KEPT "crew"

struct _DovCrewPicker
{
  GtkBox          parent_instance;

  DovStore       *store;
  DovPatrolShift *draft;

  GtkWidget      *section;
  GArray         *picked;     /* gint64, in the order of ticking */
  char           *state;      /* of what the list was made */
};

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovCrewPicker, dov_crew_picker, GTK_TYPE_BOX)

static gboolean
is_picked (DovCrewPicker *self,
           gint64         member)
{
  for (guint i = 0; i < self->picked->len; i++)
    if (g_array_index (self->picked, gint64, i) == member)
      return TRUE;

  return FALSE;
}

static gboolean
may_lead (DovCrewPicker *self,
          gint64         member)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_PATROL_MEMBER, member, NULL);

  return record != NULL && DOV_PATROL_MEMBER (record)->may_lead;
}

/**
 * dov_crew_picker_find_leader:
 *
 * Returns: the first that was ticked and may lead, 0 while there is none
 */
gint64
dov_crew_picker_find_leader (DovCrewPicker *self)
{
  for (guint i = 0; i < self->picked->len; i++)
    if (may_lead (self, g_array_index (self->picked, gint64, i)))
      return g_array_index (self->picked, gint64, i);

  return 0;
}

static void
show_count (DovCrewPicker *self)
{
  gint64 leader = dov_crew_picker_find_leader (self);
  g_autofree char *people = dov_patrol_dup_people (self->picked->len);
  g_autofree char *name = leader != 0 ? dov_patrol_dup_member (self->store, leader) : NULL;
  /* Translators: %1$s is “3 people”, %2$s a name */
  g_autofree char *words = name != NULL ? g_strdup_printf (_("%1$s, %2$s leads"), people, name)
                                        : g_strdup_printf (_("%s, nobody to lead yet"), people);

  dov_section_box_set_count (DOV_SECTION_BOX (self->section), self->picked->len > 0 ? words : "");
}

static void
toggled_cb (GtkCheckButton *check,
            gint64         *of)
{
  DovCrewPicker *self = DOV_CREW_PICKER (gtk_widget_get_ancestor (GTK_WIDGET (check), DOV_TYPE_CREW_PICKER));
  gint64 member = *of;

  for (guint i = self->picked->len; i > 0; i--)
    if (g_array_index (self->picked, gint64, i - 1) == member)
      g_array_remove_index (self->picked, i - 1);
  if (gtk_check_button_get_active (check))
    g_array_append_val (self->picked, member);
  dov_record_keep_ids (DOV_RECORD (self->draft), KEPT, self->picked);
  show_count (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
row_new (DovCrewPicker         *self,
         const DovCrewChoice *choice)
{
  g_autofree char *leads = may_lead (self, choice->id) ? g_strdup_printf (_("may lead · %s"), choice->words)
                                                       : g_strdup (choice->words);
  GtkWidget *row = dov_row_line_new ("", choice->name, leads);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", choice->name, leads);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_picked (self, choice->id));
  dov_name_widget (check, spoken);
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb), g_memdup2 (&choice->id, sizeof choice->id),
                         (GClosureNotify) (GCallback) g_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_focusable (row, FALSE);
  /* Who is ticked and is not free any more can be unticked. */
  gtk_widget_set_sensitive (check, choice->is_free || is_picked (self, choice->id));
  if (!choice->is_free)
    gtk_widget_add_css_class (row, "past");

  return row;
}

/**
 * dov_crew_picker_refresh:
 *
 * Says anew who is free, after the patrol or the hours have changed.
 */
void
dov_crew_picker_refresh (DovCrewPicker *self)
{
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char *since = dov_moment_to_iso (self->draft->starts_at);
  g_autofree char *until = dov_moment_to_iso (self->draft->ends_at);
  g_autofree char *state = g_strdup_printf ("%" G_GINT64_FORMAT " %s %s", self->draft->patrol_id, since, until);

  if (g_strcmp0 (state, self->state) == 0)
    return;

  g_free (self->state);
  self->state = g_steal_pointer (&state);
  dov_section_box_clear (DOV_SECTION_BOX (self->section));
  if (self->draft->patrol_id == 0 || self->draft->starts_at == NULL || self->draft->ends_at == NULL ||
      g_date_time_compare (self->draft->ends_at, self->draft->starts_at) <= 0)
    {
      dov_section_box_set_empty (DOV_SECTION_BOX (self->section), _("Type the hours first: then it is seen who is free."));
      return;
    }

  dov_section_box_set_empty (DOV_SECTION_BOX (self->section), _("There is nobody in this patrol yet."));
  choices = dov_crew_list_choices (self->store, self->draft, 0);
  for (guint i = 0; i < choices->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (self->section), row_new (self, g_ptr_array_index (choices, i)));
  show_count (self);
}

/**
 * dov_crew_picker_list:
 *
 * Returns: (transfer full) (element-type gint64): who was ticked, in that order
 */
GArray *
dov_crew_picker_list (DovCrewPicker *self)
{
  return g_array_copy (self->picked);
}

GtkWidget *
dov_crew_picker_new (DovStore       *store,
                     DovPatrolShift *draft)
{
  DovCrewPicker *self = g_object_new (DOV_TYPE_CREW_PICKER, NULL);

  self->store = g_object_ref (store);
  self->draft = g_object_ref (draft);
  self->picked = dov_record_dup_kept_ids (DOV_RECORD (draft), KEPT);
  dov_crew_picker_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_crew_picker_finalize (GObject *object)
{
  DovCrewPicker *self = DOV_CREW_PICKER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->draft);
  g_array_unref (self->picked);
  g_free (self->state);

  G_OBJECT_CLASS (dov_crew_picker_parent_class)->finalize (object);
}

static void
dov_crew_picker_class_init (DovCrewPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_crew_picker_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_crew_picker_init (DovCrewPicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->section = dov_section_box_new (_("Who walks"));
  gtk_box_append (GTK_BOX (self), self->section);
}
