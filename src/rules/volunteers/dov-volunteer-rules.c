/* dov-volunteer-rules.c - what holds of volunteers and their hours: W1 to W5 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-rules.h"

#include "dov-drive.h"
#include "dov-event.h"
#include "dov-number.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"

#include <glib/gi18n.h>

#define YOUNGEST        14
#define GROWN_UP        18
#define OLDEST_YOUNG    35
#define YOUNGEST_SILVER 50

/* In thousandths. */
#define HOURS_OF_A_DAY G_GINT64_CONSTANT (24000)

static int
find_age (DovStore    *store,
          gint64       person_id,
          const GDate *on)
{
  g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, person_id, NULL);
  const GDate *born = person != NULL ? DOV_PERSON (person)->birth_date : NULL;

  if (person == NULL || on == NULL)
    return -1;
  if (born != NULL)
    return dov_age_on (born, on);

  return DOV_PERSON (person)->birth_year != DOV_UNKNOWN
         ? (int) (g_date_get_year (on) - DOV_PERSON (person)->birth_year) : -1;
}

/* W1: from 14, and until 18 with the consent of a parent. @field is that of the card of the person;
 * NULL: each stands under its own on the card of the volunteer. */
static void
check_consent (DovStore     *store,
            DovVolunteer *volunteer,
            DovRecord    *record,
            const char   *field,
            GPtrArray    *problems)
{
  int age = find_age (store, volunteer->person_id, volunteer->since);

  if (age >= 0 && age < YOUNGEST)
    dov_problems_warn (problems, record, field != NULL ? field : "person_id", "W1",
                       _("Volunteers are 14 or older. Check the date of birth, or say why it is right."));
  else if (age >= 0 && age < GROWN_UP && volunteer->parent_consent_on == NULL)
    dov_problems_warn (problems, record, field != NULL ? field : "parent_consent_on", "W1",
                       _("A volunteer under 18 needs the consent of a parent. Type the day of the consent; "
                         "until then no hours can be written down."));
  else if (age < 0 && volunteer->kind == DOV_VOLUNTEER_KIND_YOUNG && volunteer->parent_consent_on == NULL)
    dov_problems_warn (problems, record, field != NULL ? field : "parent_consent_on", "W1",
                       _("The date of birth is not known, so nobody can tell whether a parent must consent. "
                         "Add it to the card of the person."));
}

/* W2: a kind that the age does not bear out. */
static void
check_kind (DovStore     *store,
            DovVolunteer *volunteer,
            DovRecord    *record,
            const char   *field,
            GPtrArray    *problems)
{
  int age = find_age (store, volunteer->person_id, volunteer->since);

  if (volunteer->kind == DOV_VOLUNTEER_KIND_SILVER && age >= 0 && age < YOUNGEST_SILVER)
    dov_problems_warn (problems, record, field, "W2",
                       _("Silver volunteers are 50 or older. Choose another kind, or say why it is right."));
  if (volunteer->kind == DOV_VOLUNTEER_KIND_YOUNG && age > OLDEST_YOUNG)
    dov_problems_warn (problems, record, field, "W2",
                       _("Young volunteers are 35 at most. Choose another kind, or say why it is right."));
}

static void
check_volunteer (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  check_consent (store, DOV_VOLUNTEER (after), after, NULL, problems);
  if (dov_record_has_changed (before, after, "person_id", "kind", "since", NULL))
    check_kind (store, DOV_VOLUNTEER (after), after, "kind", problems);
}

static void
check_organisation (DovStore  *store,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  DovVolunteer *volunteer = DOV_VOLUNTEER (after);

  if (volunteer->kind == DOV_VOLUNTEER_KIND_CORPORATE && volunteer->organisation_id == 0)
    dov_problems_add (problems, after, "organisation_id", "W2",
                      _("Choose the organisation whose people help, or another kind of volunteer."));
}

/* W3: hours lie in the time of the volunteer, and a day has 24 of them. */

static void
check_day_is_long_enough (DovStore          *store,
                          DovVolunteerHours *hours,
                          gint64             person_id,
                          GPtrArray         *problems)
{
  g_autofree char *rest = NULL;
  gint64 others =
    dov_store_ask_number (store, "SELECT sum(h.hours) FROM live_volunteer_hours h JOIN volunteer v ON v.id = h.volunteer_id"
                          " WHERE v.person_id = ?1 AND h.date = ?2 AND h.id <> ?3",
                          "(xDx)", person_id, hours->date, dov_record_get_id (DOV_RECORD (hours)));

  if (others + hours->hours <= HOURS_OF_A_DAY)
    return;

  rest = dov_quantity_to_shown (MAX (0, HOURS_OF_A_DAY - others));
  dov_problems_add (problems, DOV_RECORD (hours), "hours", "W3",
                    _("A day has 24 hours; %s of this day are left. Check the number."), rest);
}

static void
check_hours (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovVolunteerHours *hours = DOV_VOLUNTEER_HOURS (after);
  g_autoptr (DovRecord) record = NULL;
  DovVolunteer *volunteer = NULL;
  int age = 0;

  if (hours->hours != DOV_UNKNOWN && hours->hours <= 0)
    dov_problems_add (problems, after, "hours", "V6", _("Type how many hours, such as 2,5."));
  record = dov_store_find (store, DOV_TYPE_VOLUNTEER, hours->volunteer_id, NULL);
  if (record == NULL || hours->date == NULL)
    return;

  volunteer = DOV_VOLUNTEER (record);
  if ((volunteer->since != NULL && g_date_compare (hours->date, volunteer->since) < 0) ||
      (volunteer->until != NULL && g_date_compare (hours->date, volunteer->until) > 0))
    dov_problems_add (problems, after, "date", "W3",
                      _("On this day the person was no volunteer of the lounge. Check the date, or the card "
                        "of the volunteer."));
  if (hours->hours != DOV_UNKNOWN)
    check_day_is_long_enough (store, hours, volunteer->person_id, problems);

  age = find_age (store, volunteer->person_id, hours->date);
  if (age >= 0 && age < GROWN_UP &&
      (volunteer->parent_consent_on == NULL || g_date_compare (volunteer->parent_consent_on, hours->date) > 0))
    dov_problems_add (problems, after, "volunteer_id", "W4",
                      _("The volunteer is %d, and no parent had consented by this day. Write the consent on "
                        "the card of the volunteer first."),
                      age);
}

/* What stands against the hours of a volunteer. On the card of the person it is the date of birth that is wrong. */
static void
check_written (DovStore     *store,
               DovVolunteer *volunteer,
               DovRecord    *record,
               GPtrArray    *problems)
{
  gboolean is_person = DOV_IS_PERSON (record);
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT date FROM live_volunteer_hours WHERE volunteer_id = ?1"
                   " ORDER BY date",
                   "(x)", dov_record_get_id (DOV_RECORD (volunteer)));

  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) date = dov_statement_dup_date (rows, 0);
      g_autofree char *shown = dov_date_to_shown (date);
      int age = find_age (store, volunteer->person_id, date);

      if (date == NULL)
        continue;
      if ((volunteer->since != NULL && g_date_compare (date, volunteer->since) < 0) ||
          (volunteer->until != NULL && g_date_compare (date, volunteer->until) > 0))
        dov_problems_add (problems, record, is_person ? NULL : volunteer->until != NULL ? "until" : "since", "W3",
                          _("Hours are written down on %s. Take them away first, or choose another day."), shown);
      else if (age >= 0 && age < GROWN_UP &&
               (volunteer->parent_consent_on == NULL || g_date_compare (volunteer->parent_consent_on, date) > 0))
        dov_problems_add (problems, record, is_person ? "birth_date" : "parent_consent_on", "W4",
                          _("Hours are written down on %s, when the volunteer was under 18. The consent must "
                            "be there by then."),
                          shown);
      else
        continue;
      return;
    }
}

/* The time of a volunteer, or the consent, is changed around the hours. */
static void
check_around (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  check_written (store, DOV_VOLUNTEER (after), after, problems);
}

/* Another date of birth makes a child of a volunteer. */
static void
check_born (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovQuery query = { .where = "person_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
  g_autoptr (GPtrArray) volunteers = dov_store_read (store, DOV_TYPE_VOLUNTEER, &query);
  guint told = problems->len;

  for (guint i = 0; i < volunteers->len && problems->len == told; i++)
    {
      check_written (store, volunteers->pdata[i], after, problems);
      if (problems->len > told)
        return;
      check_consent (store, volunteers->pdata[i], after, "birth_date", problems);
      check_kind (store, volunteers->pdata[i], after, "birth_date", problems);
    }
}

/* W5: what the hours were for: one thing. */

static void
check_one_thing (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovVolunteerHours *hours = DOV_VOLUNTEER_HOURS (after);

  if ((hours->event_id != 0) + (hours->drive_id != 0) + (hours->shift_id != 0) > 1)
    dov_problems_add (problems, after, hours->event_id != 0 ? "event_id" : "drive_id", "W5",
                      _("Hours are for one thing: an event, a drive or a shift. Leave the others empty."));
}

/* A shift or a drive of another day is a slip. */
static void
check_span (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovVolunteerHours *hours = DOV_VOLUNTEER_HOURS (after);
  g_autoptr (DovRecord) drive = NULL;
  g_autoptr (DovRecord) shift = NULL;

  if (hours->date == NULL)
    return;
  drive = dov_store_look_up (store, DOV_TYPE_DRIVE, hours->drive_id);
  shift = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT, hours->shift_id);
  if (drive != NULL && ((DOV_DRIVE (drive)->since != NULL && g_date_compare (hours->date, DOV_DRIVE (drive)->since) < 0) ||
                        (DOV_DRIVE (drive)->until != NULL && g_date_compare (hours->date, DOV_DRIVE (drive)->until) > 0)))
    dov_problems_warn (problems, after, "date", "W5",
                       _("The drive “%s” did not go on that day. Check the date, or say what was done."),
                       DOV_DRIVE (drive)->name);
  if (shift != NULL && DOV_PATROL_SHIFT (shift)->starts_at != NULL)
    {
      GDate on = dov_moment_get_date (DOV_PATROL_SHIFT (shift)->starts_at);
      g_autofree char *shown = dov_date_to_shown (&on);

      if (g_date_compare (&on, hours->date) != 0)
        dov_problems_warn (problems, after, "date", "W5",
                           _("The shift is on %s. Choose that day, or say why it is another one."), shown);
    }
}

static void
check_event (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovVolunteerHours *hours = DOV_VOLUNTEER_HOURS (after);
  g_autoptr (DovRecord) event = NULL;
  g_autofree char *shown = NULL;
  GDate on;

  if (hours->event_id == 0)
    return;
  event = dov_store_find (store, DOV_TYPE_EVENT, hours->event_id, NULL);
  if (event == NULL)
    return;
  if (DOV_EVENT (event)->status == DOV_EVENT_STATUS_CANCELLED || DOV_EVENT (event)->status == DOV_EVENT_STATUS_MOVED)
    dov_problems_add (problems, after, "event_id", "W5",
                      _("“%s” was not held that day. Choose another event, or write down what was done."),
                      DOV_EVENT (event)->title);
  if (DOV_EVENT (event)->starts_at != NULL && hours->date != NULL)
    {
      on = dov_moment_get_date (DOV_EVENT (event)->starts_at);
      shown = dov_date_to_shown (&on);
      if (g_date_compare (&on, hours->date) != 0)
        dov_problems_warn (problems, after, "date", "W5",
                           _("The event is on %s. Choose that day, or say what was done on another one."), shown);
    }
}

static const DovOnce once[] = {
  { dov_volunteer_get_type, "person_id lounge_id", DOV_ONCE_BY_DAYS, "person_id", "W2",
    N_("This person is a volunteer of the lounge already. Open that card and change it."), NULL },
  { dov_volunteer_hours_get_type, "volunteer_id event_id", DOV_ONCE_AT_SAVE | DOV_ONCE_OR_SAY_WHY, "event_id", "W5",
    N_("This volunteer has hours at this event already. Change those, or say why there are more."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_volunteer_get_type, 0, "person_id kind since parent_consent_on until", check_volunteer },
  { dov_volunteer_get_type, 0, "", check_organisation },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_born },
  { dov_volunteer_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
    "since until person_id parent_consent_on", check_around },
  { dov_volunteer_hours_get_type, DOV_RULE_AT_END, "volunteer_id date hours", check_hours },
  { dov_volunteer_hours_get_type, 0, "event_id date volunteer_id", check_event },
  { dov_volunteer_hours_get_type, 0, "", check_one_thing },
  { dov_volunteer_hours_get_type, 0, "drive_id shift_id date", check_span },
};

void
dov_volunteer_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
