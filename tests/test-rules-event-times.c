/* test-rules-event-times.c - E3, E5, E6 of films, N8 of plans: rooms, nights, marks, what belongs to an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-group.h"
#include "dov-club-session.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event-times.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-rules.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"
#include "verdict.h"

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* One event stands from 18:00 to 20:00 in the hall; another is to be saved. */
typedef struct
{
  const char *starts_at;
  const char *ends_at;
  const char *place;
  const char *status;
  const char *outside;
  const char *expected;
} RoomCase;

static const RoomCase rooms[] = {
  { "2027-03-10T18:30", "2027-03-10T19:00", "зал", "planned", "0", "E3?" },
  { "2027-03-10T17:00", "2027-03-10T18:00", "зал", "planned", "0", NULL },     /* ends when it begins */
  { "2027-03-10T17:00", "2027-03-10T18:01", "зал", "planned", "0", "E3?" },
  { "2027-03-10T20:00", "2027-03-10T21:00", "зал", "planned", "0", NULL },
  { "2027-03-10T19:59", "2027-03-10T21:00", "ЗАЛ", "planned", "0", "E3?" },    /* the same room in capitals */
  { "2027-03-10T12:00", "2027-03-10T21:30", "зал", "approved", "0", "E3?" },   /* around it */
  { "2027-03-10T18:30", "2027-03-10T19:00", "фойе", "planned", "0", NULL },
  { "2027-03-10T18:30", "2027-03-10T19:00", "", "planned", "0", NULL },
  { "2027-03-10T18:30", "2027-03-10T19:00", "зал", "draft", "0", NULL },
  { "2027-03-10T18:30", "2027-03-10T19:00", "зал", "planned", "1", NULL },
  { "2027-03-09T19:00", "2027-03-10T18:30", "зал", "planned", "0", "E3?" },    /* through the night */
  { "2027-03-08T10:00", "2027-03-14T18:00", "зал", "planned", "0", NULL },     /* an exhibition shares its room */
  { "2027-03-11T18:30", "2027-03-11T19:00", "зал", "planned", "0", NULL },
};

static void
test_e3_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *lounge = NULL, *manager = NULL;
      g_autoptr (DovRecord) draft = NULL;
      gint64 first = 0;
      Club club;

      open_club (&club);
      lounge = write_id (club.lounge);
      manager = write_id (club.manager);
      first = club_add_event (&club, "Семейный кинозал", "2027-03-10T18:00");
      club_change (&club, DOV_TYPE_EVENT, first, "ends_at", "2027-03-10T20:00");
      club_change (&club, DOV_TYPE_EVENT, first, "place", "зал");
      draft = club_new (&club, DOV_TYPE_EVENT, "title", "Круглый стол", "starts_at", rooms[i].starts_at,
                        "ends_at", rooms[i].ends_at, "lounge_id", lounge, "place", rooms[i].place, "outside",
                        rooms[i].outside, "form_id", "107", "stat_kind", "info", "audience", "adults", "age_mark", "12+",
                        "responsible_id", manager, "status", rooms[i].status, NULL);
      g_test_message ("case %u", i);
      verdict_save (&club, draft, rooms[i].expected);
      club_close (&club);
    }
}

/* A reason lets it pass; every path asks; what stands is not asked again. */
static void
test_e3_paths (void)
{
  gint64 first = 0, second = 0, operation = 0;
  g_autoptr (DovRecord) record = NULL;
  DovEventClash *clash;
  Club club;

  open_club (&club);
  first = club_add_event (&club, "Семейный кинозал", "2027-03-10T18:00");
  second = club_add_event (&club, "Круглый стол", "2027-03-10T18:30");
  verdict_change (&club, DOV_TYPE_EVENT, second, "place", "Семейный кинозал", "E3?");
  dov_store_accept (club.store, "E3", "сдвинем стулья");
  verdict_change (&club, DOV_TYPE_EVENT, second, "place", "Семейный кинозал", NULL);
  operation = dov_store_get_last_operation (club.store);
  verdict_change (&club, DOV_TYPE_EVENT, second, "title", "Круглый стол с КДН", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, second, "status", "approved", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, second, "ends_at", "2027-03-10T19:30", "E3?");
  record = dov_store_find (club.store, DOV_TYPE_EVENT, second, NULL);
  clash = dov_event_find_clash (club.store, DOV_EVENT (record));
  g_assert_nonnull (clash);
  g_assert_cmpint (clash->event_id, ==, first);
  g_assert_cmpstr (clash->title, ==, "Семейный кинозал");
  dov_event_clash_free (clash);

  /* Undo puts right and, undone itself, wrong again, without asking. */
  verdict_undo (&club, operation, NULL);
  g_assert_null (dov_event_find_clash (club.store, DOV_EVENT (record)));
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);

  /* What was put off takes no room; back in the plan it does. */
  club_change (&club, DOV_TYPE_EVENT, first, "status_reason", "сломался проектор");
  verdict_change (&club, DOV_TYPE_EVENT, first, "status", "cancelled", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, second, "ends_at", "2027-03-10T19:30", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, first, "status", "planned", "E3?");
  club_close (&club);
}

/* A group has the room too. */
static void
test_e3_group (void)
{
  g_autofree char *lounge = NULL, *manager = NULL, *group_id = NULL;
  gint64 group = 0, event = 0;
  Club club;

  open_club (&club);
  lounge = write_id (club.lounge);
  manager = write_id (club.manager);
  group = club_add (&club, DOV_TYPE_CLUB_GROUP, "name", "ЗигЗаг", "lounge_id", lounge, "kind", "studio", "leader_id", manager,
                    "season", "school", "age_group", "children", "status", "active", "place", "класс", NULL);
  group_id = write_id (group);
  club_add (&club, DOV_TYPE_CLUB_SESSION, "group_id", group_id, "starts_at", "2027-03-02T15:00", "hours", "1.5", NULL);
  event = club_add_event (&club, "Беседа", "2027-03-02T16:00");
  verdict_change (&club, DOV_TYPE_EVENT, event, "place", "Класс", "E3?");
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-02T16:30", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "place", "Класс", NULL);
  club_close (&club);
}

/* E5, with the seasons of part 9. */
static const struct
{
  const char *starts_at;
  const char *ends_at;
  const char *audience;
  const char *expected;
} nights[] = {
  { "2027-04-30T20:00", "2027-04-30T22:00", "children", NULL },
  { "2027-04-30T20:00", "2027-04-30T22:01", "children", "E5?" },
  { "2027-04-30T20:00", "2027-04-30T22:15", "youth", "E5?" },
  { "2027-04-30T20:00", "2027-04-30T22:15", "family", "E5?" },
  { "2027-04-30T20:00", "2027-04-30T22:15", "all", "E5?" },
  { "2027-04-30T20:00", "2027-04-30T22:15", "adults", NULL },
  { "2027-04-30T20:00", "2027-04-30T22:15", "parents", NULL },
  { "2027-04-30T20:00", "2027-04-30T22:15", "senior", NULL },
  { "2027-05-01T20:00", "2027-05-01T22:30", "children", NULL },
  { "2027-05-01T20:00", "2027-05-01T23:00", "children", NULL },
  { "2027-05-01T20:00", "2027-05-01T23:01", "children", "E5?" },
  { "2027-09-30T20:00", "2027-09-30T22:30", "children", NULL },
  { "2027-10-01T20:00", "2027-10-01T22:30", "children", "E5?" },
  { "2027-12-31T21:00", "2028-01-01T01:00", "family", "E5?" },   /* over midnight: later than that of its own day */
  { "2027-06-01T10:00", "2027-06-05T18:00", "children", NULL },   /* several days: the last one is asked */
  { "2027-06-01T10:00", "2027-06-05T23:30", "children", "E5?" },
};

static void
test_e5_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autofree char *lounge = NULL, *manager = NULL;
      g_autoptr (DovRecord) draft = NULL;
      Club club;

      open_club (&club);
      lounge = write_id (club.lounge);
      manager = write_id (club.manager);
      draft = club_new (&club, DOV_TYPE_EVENT, "title", "Вечер", "starts_at", nights[i].starts_at,
                        "ends_at", nights[i].ends_at, "lounge_id", lounge, "form_id", "122", "stat_kind", "leisure",
                        "audience", nights[i].audience, "age_mark", "0+", "responsible_id", manager,
                        "status", "planned", NULL);
      g_test_message ("case %u", i);
      verdict_save (&club, draft, nights[i].expected);
      club_close (&club);
    }
}

static void
test_e5_paths (void)
{
  gint64 event = 0;
  Club club;

  open_club (&club);
  event = club_add_event (&club, "Дискотека", "2027-03-12T20:00");
  verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-12T22:30", "E5?");
  dov_store_accept (club.store, "E5", "развозим на автобусе");
  verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-12T22:30", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "title", "Дискотека 90-х", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "audience", "adults", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "audience", "youth", "E5?");
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  club_close (&club);
}

static DovRecord *
new_film (Club       *club,
          gint64      event,
          const char *age_mark)
{
  g_autofree char *event_id = write_id (event);

  return club_new (club, DOV_TYPE_FILM_SCREENING, "event_id", event_id, "film_title", "Зимовье у тихой реки",
                   "age_mark", age_mark, NULL);
}

/* E6: the mark of a film is known, and that of its event is no lower. */
static void
test_e6_film (void)
{
  static const struct { const char *event; const char *film; const char *expected; } marks[] = {
    { "0+", "0+", NULL }, { "0+", "6+", "E6" }, { "6+", "6+", NULL }, { "12+", "6+", NULL }, { "12+", "16+", "E6" },
    { "16+", "18+", "E6" }, { "18+", "18+", NULL }, { "18+", "", "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (DovRecord) film = NULL;
      gint64 event = 0;
      Club club;

      open_club (&club);
      event = club_add_event (&club, "Кино", "2027-03-10T18:00");
      club_change (&club, DOV_TYPE_EVENT, event, "age_mark", marks[i].event);
      film = new_film (&club, event, marks[i].film);
      verdict_save (&club, film, marks[i].expected);
      club_close (&club);
    }
}

static void
test_e6_film_paths (void)
{
  g_autoptr (DovRecord) film = NULL, second = NULL, draft = NULL, stored = NULL;
  gint64 event = 0, raised = 0;
  g_autoptr (GError) error = NULL;
  Club club;

  open_club (&club);
  event = club_add_event (&club, "Кино", "2027-03-10T18:00");
  club_change (&club, DOV_TYPE_EVENT, event, "age_mark", "12+");
  raised = dov_store_get_last_operation (club.store);
  film = new_film (&club, event, "12+");
  verdict_save (&club, film, NULL);
  second = new_film (&club, event, "6+");
  verdict_save (&club, second, "E6");
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "6+", "E6");
  verdict_change (&club, DOV_TYPE_FILM_SCREENING, dov_record_get_id (film), "age_mark", "16+", "E6");
  verdict_undo (&club, raised, "E6");
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "16+", NULL);

  /* Both together, in either order. */
  stored = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  draft = dov_record_dup (stored);
  club_fill (draft, "age_mark", "18+", NULL);
  g_assert_true (dov_store_begin (club.store, "Вместе", &error));
  club_change (&club, DOV_TYPE_FILM_SCREENING, dov_record_get_id (film), "age_mark", "18+");
  club_save (&club, draft);
  verdict_commit (&club, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "audience", "children", "E6");
  verdict_remove (&club, DOV_TYPE_FILM_SCREENING, dov_record_get_id (film), NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "6+", NULL);
  verdict_restore (&club, DOV_TYPE_FILM_SCREENING, dov_record_get_id (film), "E6");
  club_close (&club);
}

/* A person helps once, a partner is named once, there is one report. */
static void
test_parts (void)
{
  g_autofree char *event_id = NULL, *person_id = NULL, *partner_id = NULL;
  g_autoptr (DovRecord) helper = NULL, partner = NULL, report = NULL;
  gint64 event = 0;
  Club club;

  open_club (&club);
  event = club_add_event (&club, "Ёлка", "2027-03-01T15:00");
  event_id = write_id (event);
  person_id = write_id (club_add_person (&club, "Шубина", "Анна"));
  partner_id = write_id (club.organisation);
  club_add (&club, DOV_TYPE_EVENT_HELPER, "event_id", event_id, "person_id", person_id, "role", "volunteer", NULL);
  helper = club_new (&club, DOV_TYPE_EVENT_HELPER, "event_id", event_id, "person_id", person_id, "role", "leader", NULL);
  verdict_save (&club, helper, "-");
  club_add (&club, DOV_TYPE_EVENT_PARTNER, "event_id", event_id, "organisation_id", partner_id, NULL);
  partner = club_new (&club, DOV_TYPE_EVENT_PARTNER, "event_id", event_id, "organisation_id", partner_id, NULL);
  verdict_save (&club, partner, "-");
  club_add (&club, DOV_TYPE_EVENT_REPORT, "event_id", event_id, "description", "Дети водили хоровод.", NULL);
  report = club_new (&club, DOV_TYPE_EVENT_REPORT, "event_id", event_id, "description", "Ещё раз.", NULL);
  verdict_save (&club, report, "-");
  club_fill (report, "description", "", NULL);
  verdict_save (&club, report, "-");
  club_close (&club);
}

/* A plan is there once; its lines lie in it; approved, it is changed with a reason. */
static void
test_plan (void)
{
  g_autofree char *lounge = NULL, *manager = NULL, *plan_id = NULL, *since = NULL, *until = NULL;
  g_autoptr (DovRecord) twin = NULL, outside = NULL, late = NULL;
  gint64 plan = 0, line = 0;
  Club club;

  open_club (&club);
  lounge = write_id (club.lounge);
  manager = write_id (club.manager);
  plan = club_add (&club, DOV_TYPE_WORK_PLAN, "lounge_id", lounge, "period_kind", "month", "since", "2027-04-17",
                   "status", "draft", NULL);
  plan_id = write_id (plan);
  since = club_read (&club, DOV_TYPE_WORK_PLAN, plan, "since");
  until = club_read (&club, DOV_TYPE_WORK_PLAN, plan, "until");
  g_assert_cmpstr (since, ==, "2027-04-01");
  g_assert_cmpstr (until, ==, "2027-04-30");
  twin = club_new (&club, DOV_TYPE_WORK_PLAN, "lounge_id", lounge, "period_kind", "month", "since", "2027-04-02",
                   "status", "draft", NULL);
  verdict_save (&club, twin, "-");
  club_fill (twin, "period_kind", "quarter", NULL);
  verdict_save (&club, twin, NULL);

  line = club_add (&club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", plan_id, "title", "Семинар", "area", "methodical",
                   "due_on", "2027-04-30", "responsible_id", manager, NULL);
  outside = club_new (&club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", plan_id, "title", "Уборка", "area", "household",
                      "due_on", "2027-05-01", "responsible_id", manager, NULL);
  verdict_save (&club, outside, "-");
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "since", "2027-05-01", "-");
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "status", "submitted", "-");
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "submitted_on", "2027-03-03", NULL);
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "status", "submitted", NULL);
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "approved_on", "2027-03-02", "V5");
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "approved_on", "2027-03-05", NULL);
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "status", "approved", "-");
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "approved_by", "Демаков В.П.", NULL);
  verdict_change (&club, DOV_TYPE_WORK_PLAN, plan, "status", "approved", NULL);

  verdict_change (&club, DOV_TYPE_WORK_PLAN_LINE, line, "title", "Совещание", "N8?");
  verdict_change (&club, DOV_TYPE_WORK_PLAN_LINE, line, "done_on", "2027-03-04", NULL);
  verdict_remove (&club, DOV_TYPE_WORK_PLAN_LINE, line, "N8?");
  late = club_new (&club, DOV_TYPE_WORK_PLAN_LINE, "work_plan_id", plan_id, "title", "Ремонт", "area", "household",
                   "responsible_id", manager, NULL);
  verdict_save (&club, late, "N8?");
  dov_store_accept (club.store, "N8", "прорвало трубу");
  verdict_save (&club, late, NULL);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/E3/table", test_e3_table);
  g_test_add_func ("/rules/E3/paths", test_e3_paths);
  g_test_add_func ("/rules/E3/group", test_e3_group);
  g_test_add_func ("/rules/E5/table", test_e5_table);
  g_test_add_func ("/rules/E5/paths", test_e5_paths);
  g_test_add_func ("/rules/E6/film", test_e6_film);
  g_test_add_func ("/rules/E6/film-paths", test_e6_film_paths);
  g_test_add_func ("/rules/event/parts", test_parts);
  g_test_add_func ("/rules/N8/plan", test_plan);

  return g_test_run ();
}
