/* dov-trip-page.c - an outreach trip: who goes, which families were visited, who may be visited next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-trip-page.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-name.h"
#include "dov-outreach-trip.h"
#include "dov-own-staff.h"
#include "dov-person.h"
#include "dov-silence.h"
#include "dov-subject-page.h"
#include "dov-trip-member.h"

/* So early one comes to the first family, where it is written down on another day. */
#define FIRST_VISIT (10 * 60)

/* ---- the next family ---- */

/* Now, or on the day of the trip; by who works here, else by the first who went. */
static void
prepare_visit (DovStore        *store,
               DovOutreachTrip *trip,
               DovHomeVisit    *visit)
{
  GDate today = dov_today ();
  g_autoptr (GDateTime) at = g_date_compare (&today, trip->date) == 0 ? dov_clock_dup_now ()
                                                                      : dov_moment_new (trip->date, FIRST_VISIT);
  gint64 own = dov_own_staff_find (store);

  dov_set (visit, trip_id, dov_record_get_id (DOV_RECORD (trip)));
  dov_set (visit, visited_at, at);
  dov_set (visit, goal, trip->purpose);
  dov_set (visit, staff_id, own != 0 ? own : dov_store_see_number (
    store, "SELECT staff_id FROM live_trip_member WHERE trip_id = ?1 ORDER BY id LIMIT 1", "(x)",
    dov_record_get_id (DOV_RECORD (trip))));
}

static void
prepare (DovSubjectPage *page,
         DovRecord      *draft)
{
  prepare_visit (dov_subject_page_get_store (page), DOV_OUTREACH_TRIP (dov_subject_page_get_record (page)),
                 DOV_HOME_VISIT (draft));
}

static void
visit_cb (GtkWidget *button,
          DovRecord *family)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SUBJECT_PAGE));
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_HOME_VISIT, 0);

  dov_set (DOV_HOME_VISIT (draft), family_id, dov_record_get_id (family));
  prepare (page, draft);
  dov_go_form (page, draft);
}

/* What is still to come was not visited. */
static gboolean
may_visit (DovStore  *store,
           DovRecord *record)
{
  GDate today = dov_today ();

  return DOV_OUTREACH_TRIP (record)->date != NULL && g_date_compare (DOV_OUTREACH_TRIP (record)->date, &today) <= 0;
}

/* ---- what is shown ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  g_autofree char *where = dov_field_path_dup (store, record, "settlement_id", "");
  g_autofree char *day = dov_date_to_shown (DOV_OUTREACH_TRIP (record)->date);

  return g_strdup_printf (_("Trip to %1$s, %2$s"), where, day);
}

static char *
dup_family (DovStore  *store,
            DovRecord *record)
{
  return dov_store_describe_id (store, DOV_TYPE_FAMILY, DOV_HOME_VISIT (record)->family_id);
}

static char *
dup_time (DovStore  *store,
          DovRecord *record)
{
  return dov_time_to_shown (dov_moment_get_time (DOV_HOME_VISIT (record)->visited_at));
}

static char *
dup_visit_words (DovStore  *store,
                 DovRecord *record)
{
  DovHomeVisit *visit = DOV_HOME_VISIT (record);

  return g_strdup (visit->was_home ? visit->findings : _("nobody met: an attempt"));
}

static gboolean
was_home (DovStore  *store,
          DovRecord *record)
{
  return DOV_HOME_VISIT (record)->was_home;
}

static const DovRelatedList visits = {
  N_("Visited"), N_("Nobody yet. Begin with the first family."), dov_home_visit_get_type, "trip_id", .order = "visited_at, id",
  .add = N_("Add a family"), .add_act = "trip.visit", .lead_words = dup_time, .first_words = dup_family,
  .second_words = dup_visit_words, .counts = was_home,
};

static char *
dup_silence (DovStore  *store,
             DovRecord *record)
{
  GDate today = dov_today ();
  g_autofree char *silence = dov_silence_dup_words (dov_silence_count_days (store, dov_record_get_id (record), &today));
  g_autoptr (GString) words = g_string_new (DOV_FAMILY (record)->address);

  dov_join (words, DOV_JOIN_WORDS, silence);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
dress_family (DovStore   *store,
              DovRecord  *record,
              DovRowLine *row,
              gboolean    is_past)
{
  GtkWidget *button = dov_button_new (_("Visit…"), NULL, G_CALLBACK (visit_cb), record);
  g_autofree char *words = g_strdup_printf (C_("button", "%s: %s"), _("Visit…"), DOV_FAMILY (record)->family_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dov_name_widget (button, words);
  gtk_widget_set_visible (button, !dov_store_is_read_only (store));
  dov_row_line_append (row, button);
}

/* Families on support in that settlement who were not visited on this trip, the most silent first. */
static const DovRelatedList next = {
  N_("Whom to visit"), N_("Nobody else of this settlement is on support."), dov_family_get_type, NULL,
  .sql = "SELECT f.id FROM live_outreach_trip t JOIN settlement s ON s.id = t.settlement_id JOIN live_family f"
         " ON instr (f.address, s.name) > 0 WHERE t.id = ?1 AND f.case_status IN " DOV_SILENCE_ON_SUPPORT
         " AND NOT EXISTS (SELECT 1 FROM live_home_visit v WHERE v.trip_id = t.id AND v.family_id = f.id)"
         " ORDER BY " DOV_SILENCE_SINCE ("f") ", f.id",
  .first = "family_name", .second_words = dup_silence, .dress = dress_family, .most = 30,
};

static char *
dup_member (DovStore  *store,
            DovRecord *record)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, record, "staff_id.person_id");

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("—");
}

static const DovRelatedList members = {
  N_("Who went"), N_("Nobody yet."), dov_trip_member_get_type, "trip_id", .order = "id", .add = N_("Add"),
  .first_words = dup_member, .second = "duty", .opens = "staff_id",
};

static const DovAct acts[] = {
  { "trip.visit", N_("Next family"), "go-home-symbolic", "F2", .kind = DOV_ACT_NEW, .type = dov_home_visit_get_type,
    .link = "trip_id", .prepare = prepare, .may = may_visit, .is_strong = TRUE },
  { "trip.edit", N_("Change what is known of the trip"), .kind = DOV_ACT_EDIT },
  { "trip.remove", .kind = DOV_ACT_REMOVE },
  { NULL },
};

static const DovSubjectFigure figures[] = {
  { N_("visits where somebody was met"), .ids = "SELECT id FROM live_home_visit WHERE trip_id = ?1 AND was_home",
    .type = dov_home_visit_get_type },
  { N_("attempts"), .ids = "SELECT id FROM live_home_visit WHERE trip_id = ?1 AND NOT was_home",
    .type = dov_home_visit_get_type },
  { NULL },
};

static const DovTab tabs[] = {
  { "visits", N_("Visited"), { &visits } },
  { "next", N_("Whom to visit"), { &next } },
  { NULL },
};

static const DovTab sides[] = {
  { "members", N_("Who went"), { &members } },
  { "trip", N_("Trip"), .fields = "lounge_id km note", .fields_act = "trip.edit" },
  { NULL },
};

const DovSubject dov_trip_subject = {
  dov_outreach_trip_get_type, "families", .title = dup_title, .facts = "purpose", .figures = figures, .acts = acts,
  .tabs = tabs, .sides = sides,
};
