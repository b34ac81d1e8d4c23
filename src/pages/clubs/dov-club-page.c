/* dov-club-page.c - one group: its figures, members, sessions, schedule, achievements, passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-page.h"

#include "dov-achievement.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-plan-page.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-club-words.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-related-list.h"

#include <glib/gi18n.h>

/* ---- members ---- */

/* The card of a membership with the day of leaving filled in; or a new line for who comes back. */
static void
leave_cb (GtkWidget     *button,
          DovClubMember *member)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (member));
  GDate today = dov_today ();

  dov_set (DOV_CLUB_MEMBER (draft), until, &today);
  dov_go_form (button, draft);
}

static void
return_cb (GtkWidget     *button,
           DovClubMember *member)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CLUB_MEMBER, 0);
  GDate today = dov_today ();

  dov_set (DOV_CLUB_MEMBER (draft), group_id, member->group_id);
  dov_set (DOV_CLUB_MEMBER (draft), person_id, member->person_id);
  dov_set (DOV_CLUB_MEMBER (draft), since, &today);
  dov_go_form (button, draft);
}

static void
dress_member (DovStore   *store,
              DovRecord  *record,
              DovRowLine *row,
              gboolean    is_past)
{
  GtkWidget *button = dov_button_new (is_past ? _("Came back…") : _("Left…"), NULL,
                                      is_past ? G_CALLBACK (return_cb) : G_CALLBACK (leave_cb), record);
  /* Translators: a button and the person it is for, for who cannot see the page */
  g_autofree char *words = g_strdup_printf (C_("button", "%s: %s"), gtk_button_get_label (GTK_BUTTON (button)),
                                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  dov_name_widget (button, words);
  gtk_widget_set_visible (button, !dov_store_is_read_only (store));
  dov_row_line_append (row, button);
}

static gboolean
has_left (DovStore  *store,
          DovRecord *record)
{
  const GDate *until = DOV_CLUB_MEMBER (record)->until;
  GDate today = dov_today ();

  return until != NULL && g_date_compare (until, &today) < 0;
}

/* At how many of this season's sessions the person was, of those at which somebody marked it. */
static char *
dup_presence (DovStore      *store,
              DovClubMember *member)
{
  g_autoptr (DovClubGroup) group = dov_store_follow (store, member, "group_id");
  g_autoptr (DovStatement) row = NULL;
  GDate today = dov_today (), since, until;

  if (group == NULL)
    return NULL;

  dov_club_group_get_season (group, &today, &since, &until);
  row = dov_store_see (store, "SELECT count(iif(a.mark = 'present', 1, NULL)), count(*) FROM live_club_attendance a"
                       " JOIN live_club_session s ON s.id = a.session_id WHERE s.group_id = ?1 AND a.person_id = ?2"
                       " AND date(s.starts_at) BETWEEN ?3 AND ?4",
                       "(xxDD)", member->group_id, member->person_id, &since, &today);
  if (!dov_statement_next (row) || dov_statement_column_integer (row, 1) == 0)
    return NULL;

  return g_strdup_printf (_("was at %d of %d sessions of this season"), (int) dov_statement_column_integer (row, 0),
                          (int) dov_statement_column_integer (row, 1));
}

/* Number and date of an application; either may be empty. */
static char *
dup_application (DovClubMember *member)
{
  g_autofree char *day = dov_date_to_shown (member->application_date);

  if (*member->application_no == '\0')
    return *day != '\0' ? g_strdup_printf (_("application of %s"), day) : NULL;
  if (*day == '\0')
    return g_strdup_printf (_("application no. %s"), member->application_no);

  return g_strdup_printf (_("application no. %s of %s"), member->application_no, day);
}

/* «с 10.09.2026 · заявление № 4 от 08.09.2026 · в этом сезоне был на 31 из 40» */
static char *
dup_member_words (DovStore  *store,
                  DovRecord *record)
{
  DovClubMember *member = DOV_CLUB_MEMBER (record);
  g_autofree char *since = dov_date_to_shown (member->since);
  g_autofree char *until = dov_date_to_shown (member->until);
  g_autofree char *span = member->until == NULL ? g_strdup_printf (_("since %s"), since)
                                                : g_strdup_printf (_("from %s to %s"), since, until);
  g_autofree char *application = dup_application (member);
  g_autofree char *presence = dup_presence (store, member);
  g_autoptr (GString) words = g_string_new (span);

  dov_join (words, DOV_JOIN_WORDS, member->leave_reason);
  dov_join (words, DOV_JOIN_WORDS, application);
  dov_join (words, DOV_JOIN_WORDS, presence);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
dup_age (DovStore  *store,
         DovRecord *record)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, record, "person_id");
  GDate today = dov_today ();

  return person != NULL ? dov_person_dup_age (person, &today) : g_strdup ("—");
}

static char *
dup_name (DovStore  *store,
          DovRecord *record)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, record, "person_id");

  return person != NULL ? dov_person_dup_name (person) : g_strdup ("");
}

static char *
dup_count (guint n,
           guint n_past)
{
  return n_past == 0 ? g_strdup_printf ("%u", n)
         /* Translators: members of a group: now, and how many have left */
         : g_strdup_printf (_("%u now, %u left"), n, n_past);
}

/* Who belongs to the group now, and who has left and is not back, the last time of each. */
static const DovRelatedList members = {
  N_("Members"), N_("Nobody yet. Admit the first members: a name and the day are enough."), dov_club_member_get_type,
  "group_id",
  .sql = "SELECT m.id FROM live_club_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ?1"
         " AND (m.until IS NULL OR m.until >= ?2 OR NOT EXISTS (SELECT 1 FROM live_club_member l WHERE l.group_id = ?1"
         " AND l.person_id = m.person_id AND (l.until IS NULL OR l.until > m.until)))"
         " ORDER BY p.last_name COLLATE russian, p.first_name COLLATE russian, m.id",
  .add = N_("Admit"), .lead_words = dup_age, .first_words = dup_name, .second_words = dup_member_words,
  .is_past = has_left, .most = 200, .dress = dress_member, .count = dup_count, .css = "members",
};

/* ---- sessions ---- */

static gboolean
has_been (DovStore  *store,
          DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_CLUB_SESSION (record)->starts_at), today = dov_today ();

  return g_date_compare (&day, &today) <= 0;
}

/* The journal of its month. */
static void
open_month_of (gpointer   from,
               DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_CLUB_SESSION (record)->starts_at);
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    dov_go_to (from, dov_club_month_page_new (dov_shell_get_store (shell), DOV_CLUB_SESSION (record)->group_id, &day));
}

static char *
dup_day (DovStore  *store,
         DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_CLUB_SESSION (record)->starts_at);

  return dov_date_to_shown (&day);
}

static char *
dup_topic (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (*DOV_CLUB_SESSION (record)->topic != '\0' ? DOV_CLUB_SESSION (record)->topic : _("No topic yet"));
}

static char *
dup_came (DovStore  *store,
          DovRecord *record)
{
  g_autoptr (DovStatement) row = dov_store_see (
    store, "SELECT count(iif(mark = 'present', 1, NULL)), count(*) FROM live_club_attendance WHERE session_id = ?1",
    "(x)", dov_record_get_id (record));

  if (dov_statement_next (row) && dov_statement_column_integer (row, 1) > 0)
    return g_strdup_printf (_("%d of %d were there"), (int) dov_statement_column_integer (row, 0),
                            (int) dov_statement_column_integer (row, 1));

  return g_strdup (has_been (store, record) ? _("nobody is marked yet") : _("still to come"));
}

/* «вт, 15:00, 1,5 ч · 8 из 10 были» */
static char *
dup_session_words (DovStore  *store,
                   DovRecord *record)
{
  DovClubSession *session = DOV_CLUB_SESSION (record);
  GDate day = dov_moment_get_date (session->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (session->starts_at));
  g_autofree char *hours = dov_quantity_to_shown (session->hours);
  g_autofree char *came = dup_came (store, record);

  /* Translators: a session: weekday, time, how many hours it lasts, who came */
  return g_strdup_printf (_("%s, %s, %s h · %s"), dov_weekday_short (g_date_get_weekday (&day)), time, hours, came);
}

static GArray *
list_season (DovStore *store,
             gint64    group_id)
{
  g_autoptr (DovRecord) group = dov_store_find (store, DOV_TYPE_CLUB_GROUP, group_id, NULL);
  GDate today = dov_today (), since, until;
  g_autofree char *first = NULL;
  DovQuery query = { .where = "group_id = ?1 AND starts_at >= ?2", .order = "starts_at", .descending = TRUE };

  if (group == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  dov_club_group_get_season (DOV_CLUB_GROUP (group), &today, &since, &until);
  first = dov_date_to_iso (&since);
  query.params = g_variant_new ("(xs)", group_id, first);

  return dov_store_list (store, DOV_TYPE_CLUB_SESSION, &query, NULL);
}

/* The next and the last ones of this season, the latest on top. */
static const DovRelatedList sessions = {
  N_("Sessions of this season"), N_("None yet. Make those of a month from the schedule in one step."),
  dov_club_session_get_type, "group_id",
  .ids = list_season, .add = N_("Make from the schedule"), .add_act = "club.plan",
  .lead_words = dup_day, .first_words = dup_topic, .second_words = dup_session_words,
  .counts = has_been, .open = open_month_of, .most = 30,
};

/* ---- schedule ---- */

static char *
dup_slot_words (DovStore  *store,
                DovRecord *slot)
{
  g_autofree char *hours = dov_quantity_to_shown (DOV_CLUB_SLOT (slot)->hours);

  /* Translators: a weekday, and how many hours a session lasts */
  return g_strdup_printf (_("%s, %s h"), dov_weekday_name ((GDateWeekday) DOV_CLUB_SLOT (slot)->weekday), hours);
}

/* Its own, or where the group usually meets. */
static char *
dup_slot_place (DovStore  *store,
                DovRecord *slot)
{
  g_autoptr (DovClubGroup) group = dov_store_follow (store, slot, "group_id");

  return g_strdup (*DOV_CLUB_SLOT (slot)->place != '\0' || group == NULL ? DOV_CLUB_SLOT (slot)->place : group->place);
}

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_CLUB_GROUP (record)->name);
}

/* «руководитель Иванова А.П. · вт 15:00, чт 16:30 · малый зал» */
static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovClubGroup *group = DOV_CLUB_GROUP (record);
  g_autofree char *leader = dov_club_leader_words (store, group->leader_id);
  g_autofree char *led = g_strdup_printf (_("leader %s"), leader);
  g_autofree char *schedule = dov_club_schedule_words (store, dov_record_get_id (record));
  g_autoptr (GString) facts = g_string_new (led);

  dov_join (facts, DOV_JOIN_FACTS, schedule);
  dov_join (facts, DOV_JOIN_FACTS, group->place);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
count (DovSubjectPage *page,
       char          **values)
{
  DovStore *store = dov_subject_page_get_store (page);
  DovClubFigures figures = dov_club_season_figures (store, DOV_CLUB_GROUP (dov_subject_page_get_record (page)));

  values[0] = dov_number_to_shown (figures.n_members);
  values[1] = dov_number_to_shown (figures.n_held);
  values[2] = dov_club_average_to_shown (figures.n_present, figures.n_held);
  values[3] = dov_club_next_words (store, dov_subject_page_get_id (page));
}

static void
open_journal (DovSubjectPage *page,
              const char     *typed)
{
  dov_go_to (page, dov_club_month_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page), NULL));
}

static void
open_plan (DovSubjectPage *page,
           const char     *typed)
{
  GDate today = dov_today ();

  dov_go_to (page, dov_club_plan_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page), &today));
}

static const DovSubjectFigure figures[] = {
  { N_("members now"), .tab = "members" },
  { N_("sessions held this season"), .tab = "sessions" },
  { N_("at a session on average"), .act = "club.journal" },
  { N_("next session"), .act = "club.journal" },
  { NULL },
};

static const DovAct acts[] = {
  { "club.edit", N_("Change what is known of the group"), .kind = DOV_ACT_EDIT },
  { "club.remove", .kind = DOV_ACT_REMOVE },
  { "club.journal", N_("Mark who was there"), .key = "F6", .kind = DOV_ACT_RUN, .run = open_journal, .reads = TRUE,
    .place = DOV_ACT_IN_BAR, .is_strong = TRUE },
  { "club.plan", N_("Sessions from the schedule…"), .kind = DOV_ACT_RUN, .run = open_plan, .place = DOV_ACT_IN_BAR },
  { "club.register", N_("Register"), .kind = DOV_ACT_PAPER, .code = "D-26", .place = DOV_ACT_IN_BAR },
  { "club.passport", N_("Passport of the group"), .kind = DOV_ACT_PAPER, .code = "D-27", .place = DOV_ACT_IN_BAR },
  { "club.admit", N_("Admit a member"), .kind = DOV_ACT_NEW, .type = dov_club_member_get_type, .place = DOV_ACT_UNSEEN,
    .is_main = TRUE },
  { NULL },
};

static const DovRelatedList schedule = {
  N_("Schedule"), N_("None yet. Add the weekday and the time the group meets."), dov_club_slot_get_type, "group_id",
  .order = "instr('mon tue wed thu fri sat sun', weekday), time, id", .add = N_("Add a weekday"),
  .lead = "time", .first_words = dup_slot_words, .second_words = dup_slot_place,
};

static const DovRelatedList achievements = {
  N_("Achievements"), N_("None yet. Add contests and shows the group took part in."), dov_achievement_get_type, "group_id",
  .order = "date DESC, id DESC", .add = N_("Add"),
  .lead = "date", .first = "contest", .second = "result level nomination person_id award",
};

static const DovTab tabs[] = {
  { "members", N_("Members"), { &members } },
  { "sessions", N_("Sessions"), { &sessions } },
  { "schedule", N_("Schedule"), { &schedule } },
  { "achievements", N_("Achievements"), { &achievements } },
  { "passport", N_("Passport"), .fields = "kind genre folk_art direction leader_id season age_group paid place founded_on "
    "closed_on former_names plans material_base note", .fields_act = "club.edit" },
  { NULL },
};

const DovSubject dov_club_subject = {
  dov_club_group_get_type, "clubs", .state = "status", .title = dup_title, .facts = "kind age_group",
  .facts_words = dup_facts, .figures = figures, .count = count, .acts = acts,
  .tabs_label = N_("Sections of the group"), .tabs = tabs,
};
