/* dov-shift-form-page.c - the plan of a shift: when, where, and of a new one who walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-form-page.h"

#include <glib/gi18n.h>

#include "dov-crew-picker.h"
#include "dov-crew.h"
#include "dov-date-row.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-link-row.h"
#include "dov-patrol-words.h"
#include "dov-roster-page.h"
#include "dov-roster.h"
#include "dov-shift-page.h"

struct _DovShiftFormPage
{
  DovFormPage     parent_instance;

  DovForm        *form;
  DovPatrolShift *shift;    /* of the form */
  DovCrewPicker  *picker;   /* NULL for a shift that is kept: its page has the composition */
};

G_DEFINE_FINAL_TYPE (DovShiftFormPage, dov_shift_form_page, DOV_TYPE_FORM_PAGE)

static gboolean
is_new (DovShiftFormPage *self)
{
  return self->picker != NULL;
}

static gboolean
save_cb (DovForm *form,
         gpointer user_data,
         GError **error)
{
  DovShiftFormPage *self = user_data;
  DovStore *store = dov_form_get_store (form);
  g_autoptr (GArray) members = is_new (self) ? dov_crew_picker_list (self->picker) : NULL;
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  gboolean is_draft = self->shift->status == DOV_PATROL_SHIFT_STATUS_DRAFT;
  /* Translators: what an operation was, in the history; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (!is_new (self) ? _("The plan of the shift was changed: %s") :
                                            is_draft ? _("Draft of a shift: %s") : _("New shift: %s"), when);

  dov_store_name_operation (store, words);

  return dov_crew_save_shift (store, self->shift, members, error);
}

/* What is short of people, a leader or a route stays a draft until it has them. */
static void
follow_crew (DovShiftFormPage *self)
{
  g_autoptr (GArray) members = NULL;
  gboolean is_set;

  if (!is_new (self))
    return;

  dov_crew_picker_refresh (self->picker);
  members = dov_crew_picker_list (self->picker);
  dov_set (self->shift, leader_id, dov_crew_picker_find_leader (self->picker));
  is_set = members->len >= DOV_ROSTER_LEAST_PEOPLE && self->shift->leader_id != 0 && self->shift->route_id != 0;
  dov_set (self->shift, status, is_set ? DOV_PATROL_SHIFT_STATUS_PLANNED : DOV_PATROL_SHIFT_STATUS_DRAFT);
  dov_form_set_total (self->form, is_set ? "" : _("Without two people, a leader and a route it is kept as a draft"));
}

static void
follow (gpointer page)
{
  DovShiftFormPage *self = page;
  DovFieldRow *end = dov_form_find_row (self->form, "ends_at");

  if (self->shift->starts_at != NULL)
    {
      g_autoptr (GDateTime) near = g_date_time_add_hours (self->shift->starts_at, 2);

      dov_date_row_set_near (DOV_DATE_ROW (end), near);
    }
  follow_crew (self);
}

static void
ticked_cb (DovShiftFormPage *self)
{
  dov_form_touch (self->form);
  follow_crew (self);
}

static void
dov_shift_form_page_saved (DovFormPage *page)
{
  DovShiftFormPage *self = DOV_SHIFT_FORM_PAGE (page);
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 id = dov_record_get_id (DOV_RECORD (self->shift));
  gboolean opens = is_new (self);

  /* The page may be gone when it has closed; the window is not. */
  DOV_FORM_PAGE_CLASS (dov_shift_form_page_parent_class)->saved (page);
  /* A new shift is worked on at once; the page of a kept one is below. */
  if (opens)
    dov_go_record (shell, DOV_TYPE_PATROL_SHIFT, id);
}

/* An evening of two hours, of the only patrol on its only route, when nothing is known. */
static void
fill_in (DovStore       *store,
         DovPatrolShift *shift)
{
  if (shift->patrol_id == 0)
    dov_set (shift, patrol_id, dov_patrol_find_only (store));
  if (shift->route_id == 0)
    dov_set (shift, route_id, dov_store_see_number (
      store, "SELECT iif (count (*) = 1, id, 0) FROM live_patrol_route WHERE patrol_id = ?1", "(x)", shift->patrol_id));
  if (shift->starts_at == NULL)
    {
      GDate today = dov_today ();
      g_autoptr (GDateTime) evening = dov_moment_new (&today, 20 * 60);

      dov_set (shift, starts_at, evening);
    }
  if (shift->ends_at == NULL)
    {
      g_autoptr (GDateTime) end = g_date_time_add_hours (shift->starts_at, 2);

      dov_set (shift, ends_at, end);
    }
}

/**
 * dov_shift_form_page_new:
 * @draft: a new shift with what is known of it, or a copy of one
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_shift_form_page_new (DovStore       *store,
                         DovPatrolShift *draft,
                         gint64          kept)
{
  DovShiftFormPage *self = g_object_new (DOV_TYPE_SHIFT_FORM_PAGE, NULL);
  gboolean new = dov_record_get_id (DOV_RECORD (draft)) == 0;
  const char *title = new ? _("New shift") : _("The plan of the shift");

  self->shift = draft;
  if (new && kept == 0)
    fill_in (store, draft);
  self->form = DOV_FORM (dov_form_new (store, DOV_RECORD (draft)));
  dov_form_add_group (self->form, _("When and where"), "patrol_id starts_at ends_at route_id kind event_id", FALSE);
  dov_field_row_set_hint (dov_form_find_row (self->form, "ends_at"), _("The hour is enough; after midnight too"));
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (self->form, "event_id")), FALSE);
  if (new)
    {
      self->picker = DOV_CREW_PICKER (dov_crew_picker_new (store, draft));
      g_signal_connect_swapped (self->picker, "edited", G_CALLBACK (ticked_cb), self);
      dov_form_add_widget (self->form, GTK_WIDGET (self->picker), TRUE);
    }
  dov_form_set_head (self->form, dov_heading_new (title, "page-title"));
  dov_form_page_begin (DOV_FORM_PAGE (self), self->form, title, "patrol", kept, save_cb, follow);

  return DOV_PAGE (self);
}

/**
 * dov_shift_form_page_open:
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): where a draft of a shift is worked on: dealing
 *   out many, the page of a shift with what was typed there, or its plan
 */
DovPage *
dov_shift_form_page_open (DovStore  *store,
                          DovRecord *draft,
                          gint64     kept)
{
  if (dov_roster_page_is_draft (draft))
    return dov_roster_page_new_draft (store, draft, kept);
  if (dov_record_get_id (draft) != 0 && kept != 0)
    return dov_subject_page_new (store, &dov_shift_subject, dov_record_get_id (draft));

  return dov_shift_form_page_new (store, DOV_PATROL_SHIFT (draft), kept);
}

static void
dov_shift_form_page_focus (DovPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (dov_form_find_row (DOV_SHIFT_FORM_PAGE (page)->form, "starts_at")));
}

/* Fingers are quicker than the pause after the last key. */
static gboolean
dov_shift_form_page_save (DovPage *page)
{
  DovShiftFormPage *self = DOV_SHIFT_FORM_PAGE (page);

  follow_crew (self);
  dov_form_save (self->form);

  return TRUE;
}

static void
dov_shift_form_page_class_init (DovShiftFormPageClass *klass)
{
  DOV_PAGE_CLASS (klass)->focus = dov_shift_form_page_focus;
  DOV_PAGE_CLASS (klass)->save = dov_shift_form_page_save;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_shift_form_page_saved;
}

static void
dov_shift_form_page_init (DovShiftFormPage *self)
{
}
