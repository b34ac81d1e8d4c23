/* dov-shift-form.c - the plan of a shift: when, where, and of a new one who walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-form.h"

#include <glib/gi18n.h>

#include "dov-crew-picker.h"
#include "dov-crew.h"
#include "dov-date-row.h"
#include "dov-link-row.h"
#include "dov-patrol-words.h"
#include "dov-roster-page.h"
#include "dov-roster.h"
#include "dov-shift-page.h"

/* Where a draft of a shift is worked on, if not in its form: dealing out many, or the page of a shift with what
 * was typed there. */
static DovPage *
open_page (DovStore  *store,
           DovRecord *draft,
           gint64     kept)
{
  if (dov_roster_page_is_draft (draft))
    return dov_roster_page_new_draft (store, draft, kept);

  return dov_record_get_id (draft) != 0 && kept != 0
           ? dov_subject_page_new (store, &dov_shift_subject, dov_record_get_id (draft)) : NULL;
}

/* An evening of two hours, of the only patrol on its only route, when nothing is known. */
static void
fill_in (DovStore  *store,
         DovRecord *draft)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (draft);

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

static char *
dup_title (DovStore  *store,
           DovRecord *draft)
{
  return g_strdup (dov_record_get_id (draft) == 0 ? _("New shift") : _("The plan of the shift"));
}

static const char *
find_focus (DovRecord *draft)
{
  return "starts_at";
}

/* The page of a shift that is kept has the composition. */
static GtkWidget *
crew_new (DovForm *form)
{
  GtkWidget *crew = dov_crew_picker_new (dov_form_get_store (form), DOV_PATROL_SHIFT (dov_form_get_draft (form)));

  g_signal_connect_object (crew, "edited", G_CALLBACK (dov_form_touch), form, G_CONNECT_SWAPPED);

  return crew;
}

static void
begin (DovForm *form)
{
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (form, "event_id")), FALSE);
}

/* What is short of people, a leader or a route stays a draft until it has them. */
static void
follow_crew (DovForm       *form,
             DovCrewPicker *crew)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (dov_form_get_draft (form));
  g_autoptr (GArray) members = NULL;
  gboolean is_set;

  dov_crew_picker_refresh (crew);
  members = dov_crew_picker_list (crew);
  dov_set (shift, leader_id, dov_crew_picker_find_leader (crew));
  is_set = members->len >= DOV_ROSTER_LEAST_PEOPLE && shift->leader_id != 0 && shift->route_id != 0;
  dov_set (shift, status, is_set ? DOV_PATROL_SHIFT_STATUS_PLANNED : DOV_PATROL_SHIFT_STATUS_DRAFT);
  dov_form_set_total (form, is_set ? "" : _("Without two people, a leader and a route it is kept as a draft"));
}

static void
follow (DovForm *form)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (dov_form_get_draft (form));
  DovCrewPicker *crew = dov_form_find_widget (form, "crew");

  if (shift->starts_at != NULL)
    {
      g_autoptr (GDateTime) near = g_date_time_add_hours (shift->starts_at, 2);

      dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (form, "ends_at")), near);
    }
  if (crew != NULL)
    follow_crew (form, crew);
}

static gboolean
save (DovForm  *form,
      gpointer  unused,
      GError  **error)
{
  DovStore *store = dov_form_get_store (form);
  DovPatrolShift *shift = DOV_PATROL_SHIFT (dov_form_get_draft (form));
  DovCrewPicker *crew = dov_form_find_widget (form, "crew");
  g_autoptr (GArray) members = crew != NULL ? dov_crew_picker_list (crew) : NULL;
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  gboolean is_draft = shift->status == DOV_PATROL_SHIFT_STATUS_DRAFT;
  /* Translators: what an operation was, in the history; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (crew == NULL ? C_("toast", "The plan of the shift was changed: %s") :
                                            is_draft ? C_("toast", "Draft of a shift: %s") : C_("toast", "New shift: %s"), when);

  dov_store_name_operation (store, words);

  return dov_crew_save_shift (store, shift, members, error);
}

static const DovFormGroup groups[] = {
  { N_("When and where"), "patrol_id starts_at ends_at route_id kind event_id" },
  { NULL, "", .at_end = TRUE, .when = DOV_FORM_NEW, .name = "crew", .make = crew_new },
  { 0 },
};

static const DovFormHint hints[] = {
  { "ends_at", N_("The hour is enough; after midnight too") },
  { 0 },
};

static const DovStateSign signs[] = {
  { "draft", { "document-edit-symbolic", "plain" } },
  { "planned", { "x-office-calendar-symbolic", "accent" } },
  { "in_progress", { "media-playback-start-symbolic", "accent" } },
  { "done", { "dov-emblem-ok-symbolic", "success" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { "replaced", { "go-next-symbolic", "plain" } },
  { 0 },
};

/* A new shift is worked on at once; the page of a kept one is below its plan. */
const DovLook dov_shift_look = {
  dov_patrol_shift_get_type, .form = groups, .hints = hints, .signs = signs, .opens_when_made = TRUE,
  .place = "patrol", .subject = &dov_shift_subject, .open = open_page, .fill_in = fill_in, .begin = begin,
  .title = dup_title, .focus = find_focus, .follow = follow, .save = save,
  .sought = { 6, "security-high-symbolic", DOV_SHIFTS_SOUGHT, .about = "patrol_id", .latest = "starts_at" },
};
