/* dov-last-meeting.c - what there was the last time, beside the form of a visit or a talk */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-last-meeting.h"

#include <glib/gi18n.h>

#include "dov-field-path.h"
#include "dov-meeting.h"
#include "dov-name.h"
#include "dov-person.h"
#include "dov-related-list.h"
#include "dov-section-box.h"

struct _DovLastMeeting
{
  AdwBin   parent_instance;

  DovForm *form;         /* has this */
  gint64   family_id;    /* whose last time is shown */
};

G_DEFINE_FINAL_TYPE (DovLastMeeting, dov_last_meeting, ADW_TYPE_BIN)

static char *
dup_staff (DovStore  *store,
           DovRecord *last)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, last, "staff_id.person_id");

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("");
}

static GtkWidget *
section_new (DovStore  *store,
             DovRecord *last)
{
  gboolean is_visit = DOV_IS_HOME_VISIT (last);
  g_autofree char *day = dov_field_path_dup (store, last, is_visit ? "visited_at" : "contacted_at", "");
  g_autofree char *title = g_strdup_printf (_("Last time, %s"), day);
  g_autofree char *staff = dup_staff (store, last);
  g_autofree char *seen = dov_field_path_dup (store, last, is_visit ? "findings" : "gist", "");
  g_autofree char *advised = dov_field_path_dup (store, last, is_visit ? "recommendations" : "next_step", "");
  GtkWidget *section = dov_section_box_new (title);
  GtkWidget *row = dov_row_line_new ("", seen, advised);

  dov_section_box_set_count (DOV_SECTION_BOX (section), staff);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  dov_row_line_set_icon (DOV_ROW_LINE (row), is_visit ? "go-home-symbolic" : "mail-forward-symbolic");
  dov_row_line_open_record (DOV_ROW_LINE (row), G_OBJECT_TYPE (last), dov_record_get_id (last));
  dov_section_box_append (DOV_SECTION_BOX (section), row);

  return section;
}

/**
 * dov_last_meeting_refresh:
 *
 * Shows that of the family that was chosen.
 */
void
dov_last_meeting_refresh (DovLastMeeting *self)
{
  DovStore *store = dov_form_get_store (self->form);
  DovRecord *draft = dov_form_get_draft (self->form);
  gint64 family_id = dov_record_get_number (draft, "family_id");
  g_autoptr (DovRecord) last = NULL;

  if (family_id == self->family_id)
    return;
  self->family_id = family_id;
  last = dov_meeting_find_last (store, draft);
  adw_bin_set_child (ADW_BIN (self), last != NULL ? section_new (store, last) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), last != NULL);
}

/**
 * dov_last_meeting_new:
 * @form: of a visit or a talk
 *
 * Returns: (transfer floating): what stands beside it
 */
GtkWidget *
dov_last_meeting_new (DovForm *form)
{
  DovLastMeeting *self = g_object_new (DOV_TYPE_LAST_MEETING, "visible", FALSE, NULL);

  self->form = form;
  dov_last_meeting_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_last_meeting_class_init (DovLastMeetingClass *klass)
{
}

static void
dov_last_meeting_init (DovLastMeeting *self)
{
}
