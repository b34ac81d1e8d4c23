/* dov-life.c - nobody is anywhere before being born or of age, nor after having died (V2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-life.h"

#include <glib/gi18n.h>

#include "dov-achievement.h"
#include "dov-act-present.h"
#include "dov-attendance.h"
#include "dov-case-review.h"
#include "dov-club-attendance.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-commission-member.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-event-helper.h"
#include "dov-event-report.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-handover.h"
#include "dov-home-visit.h"
#include "dov-inventory-count.h"
#include "dov-kit-build.h"
#include "dov-living-conditions-act.h"
#include "dov-need.h"
#include "dov-others.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental-loan.h"
#include "dov-shift-member.h"
#include "dov-staff.h"
#include "dov-stock-transfer.h"
#include "dov-visit-met.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"
#include "dov-write-off.h"
#include "dov-written-application.h"

/* What is written down of somebody, and of when: it was not before the birth
 * by @early, nor after the death on @late. */
typedef struct
{
  GType      (*type) (void);
  const char  *field;          /* under which it is refused */
  const char  *rows;           /* what r is, and what it is joined with */
  const char  *person;
  const char  *early;
  const char  *late;
  const char  *whole;          /* the link to what tells the day, or whose it is; NULL: it tells all itself */
  GType      (*whole_type) (void);
  const char  *whole_fields;   /* of that: those which tell it, by spaces; it is refused under the first */
  gboolean     is_plan;        /* only when it is written down: it ends by itself with a death that is told later */
  int          years;          /* which one must have by @early */
} Fact;

/* Nobody works before this age, nor answers for others before that one. */
#define WORKING_AGE 14
#define OF_AGE      18

#define DAY(moment) "substr (" moment ", 1, 10)"
#define AT_EVENT    DAY ("w.ends_at"), DAY ("w.starts_at"), "r.event_id", dov_event_get_type, "starts_at ends_at status"
#define IN_SPAN     "coalesce (r.since, r.until)", "coalesce (r.until, r.since)"
#define ON_SHIFT    "live_shift_member r JOIN live_patrol_shift w ON w.id = r.shift_id" \
                    " AND w.status NOT IN ('cancelled', 'replaced')" \
                    " AND r.came NOT IN ('no_show', 'excused') JOIN patrol_member m ON m.id = r.member_id", "m.person_id", \
                    DAY ("coalesce (r.since, w.actual_start, w.starts_at)"), \
                    DAY ("coalesce (r.since, w.actual_start, w.starts_at)")

/* What somebody of the staff gave out, took in or signed; @more leaves out what was not. */
#define BY_STAFF(record, table, link, more, day) \
  { dov_##record##_get_type, #link, "live_" table " r JOIN staff k ON k.id = r." #link more, "k.person_id", day, day, \
    "r." #link, dov_staff_get_type, "person_id", .years = WORKING_AGE }
#define STANDS " AND r.status <> 'cancelled'"

static const Fact facts[] = {
  { dov_attendance_get_type, "person_id",
    "live_attendance r JOIN live_event w ON w.id = r.event_id AND r.status IN ('checked_in', 'walk_in')",
    "r.person_id", AT_EVENT },
  { dov_attendance_get_type, "person_id",
    "live_attendance r JOIN live_event w ON w.id = r.event_id AND r.status IN ('registered', 'waiting')",
    "r.person_id", AT_EVENT, TRUE },
  { dov_event_helper_get_type, "person_id",
    "live_event_helper r JOIN live_event w ON w.id = r.event_id AND w.status NOT IN ('cancelled', 'moved')",
    "r.person_id", AT_EVENT },
  { dov_club_attendance_get_type, "person_id",
    "live_club_attendance r JOIN live_club_session w ON w.id = r.session_id AND r.mark = 'present'",
    "r.person_id", DAY ("w.starts_at"), DAY ("w.starts_at"), "r.session_id", dov_club_session_get_type, "starts_at" },
  { dov_club_member_get_type, "since", "live_club_member r", "r.person_id", IN_SPAN, NULL, NULL, NULL },
  { dov_family_member_get_type, "since", "live_family_member r", "r.person_id", IN_SPAN, NULL, NULL, NULL },
  { dov_volunteer_get_type, "since", "live_volunteer r", "r.person_id", IN_SPAN, NULL, NULL, NULL },
  { dov_patrol_member_get_type, "since", "live_patrol_member r", "r.person_id", IN_SPAN, NULL, NULL, NULL },
  { dov_staff_get_type, "since", "live_staff r", "r.person_id", IN_SPAN, NULL, NULL, NULL, .years = WORKING_AGE },
  { dov_volunteer_get_type, "parent_id", "live_volunteer r", "r.parent_id", "r.parent_consent_on", "r.parent_consent_on",
    NULL, NULL, NULL, .years = OF_AGE },
  { dov_attendance_get_type, "accompanied_by_id", "live_attendance r JOIN live_event w ON w.id = r.event_id",
    "r.accompanied_by_id", AT_EVENT, .years = OF_AGE },
  { dov_volunteer_hours_get_type, "date", "live_volunteer_hours r JOIN volunteer w ON w.id = r.volunteer_id",
    "w.person_id", "r.date", "r.date", "r.volunteer_id", dov_volunteer_get_type, "person_id" },
  { dov_shift_member_get_type, "member_id", ON_SHIFT, "r.shift_id", dov_patrol_shift_get_type,
    "starts_at actual_start status" },
  { dov_shift_member_get_type, "member_id", ON_SHIFT, "r.member_id", dov_patrol_member_get_type, "person_id" },
  { dov_distribution_get_type, "person_id", "live_distribution r JOIN family w ON w.id = r.family_id AND r.status <> 'cancelled'",
    "r.person_id", "r.date", "r.date", NULL, NULL, NULL },
  { dov_distribution_line_get_type, "child_id",
    "live_distribution_line r JOIN live_distribution w ON w.id = r.distribution_id AND w.status <> 'cancelled'",
    "r.child_id", "w.date", "w.date", "r.distribution_id", dov_distribution_get_type, "date status" },
  { dov_rental_loan_get_type, "person_id", "live_rental_loan r", "r.person_id", "r.issued_on", "r.issued_on",
    NULL, NULL, NULL },
  { dov_donation_receipt_get_type, "donor_id",
    "live_donation_receipt r JOIN donor w ON w.id = r.donor_id AND r.status <> 'cancelled'",
    "w.person_id", "r.date", "r.date", "r.donor_id", dov_donor_get_type, "person_id" },
  { dov_commission_member_get_type, "person_id",
    "live_commission_member r JOIN live_write_off w ON w.id = r.write_off_id AND w.status <> 'cancelled'",
    "r.person_id", "w.date", "w.date", "r.write_off_id", dov_write_off_get_type, "date status" },
  { dov_commission_member_get_type, "person_id",
    "live_commission_member r JOIN live_inventory_count w ON w.id = r.count_id AND w.status <> 'cancelled'",
    "r.person_id", "w.date", "w.date", "r.count_id", dov_inventory_count_get_type, "date status" },
  { dov_patrol_finding_get_type, "person_id", "live_patrol_finding r", "r.person_id", DAY ("r.found_at"),
    DAY ("r.found_at"), NULL, NULL, NULL },
  { dov_handover_get_type, "person_id", "live_handover r", "r.person_id", DAY ("r.handed_at"), DAY ("r.handed_at"),
    NULL, NULL, NULL },
  { dov_handover_get_type, "handed_by_id", "live_handover r JOIN patrol_member k ON k.id = r.handed_by_id", "k.person_id",
    DAY ("r.handed_at"), DAY ("r.handed_at"), "r.handed_by_id", dov_patrol_member_get_type, "person_id", .years = OF_AGE },
  { dov_achievement_get_type, "person_id", "live_achievement r", "r.person_id", "r.date", "r.date", NULL, NULL, NULL },
  { dov_need_get_type, "person_id", "live_need r", "r.person_id", "r.date", "r.date", NULL, NULL, NULL },
  { dov_visit_met_get_type, "person_id", "live_visit_met r JOIN live_home_visit w ON w.id = r.visit_id", "r.person_id",
    DAY ("w.visited_at"), DAY ("w.visited_at"), "r.visit_id", dov_home_visit_get_type, "visited_at" },
  { dov_act_present_get_type, "person_id", "live_act_present r JOIN live_living_conditions_act w ON w.id = r.act_id",
    "r.person_id", "w.date", "w.date", "r.act_id", dov_living_conditions_act_get_type, "date" },
  { dov_written_application_get_type, "person_id", "live_written_application r", "r.person_id", "r.date", "r.date",
    NULL, NULL, NULL, .years = WORKING_AGE },
  { dov_consent_get_type, "signer_id", "live_consent r", "r.signer_id", "r.signed_on", "r.signed_on", NULL, NULL, NULL,
    .years = WORKING_AGE },
  { dov_consent_get_type, "subject_id", "live_consent r", "r.subject_id", "r.signed_on", "r.signed_on", NULL, NULL, NULL },
  BY_STAFF (home_visit, "home_visit", staff_id, "", DAY ("r.visited_at")),
  BY_STAFF (contact_record, "contact_record", staff_id, "", DAY ("r.contacted_at")),
  BY_STAFF (case_review, "case_review", reviewer_id, "", "r.date"),
  BY_STAFF (event, "event", responsible_id, " AND r.status = 'held'", DAY ("r.starts_at")),
  BY_STAFF (event_report, "event_report", signed_by_id, "", "r.signed_on"),
  BY_STAFF (club_session, "club_session", leader_id, "", DAY ("r.starts_at")),
  BY_STAFF (distribution, "distribution", issued_by_id, STANDS, "r.date"),
  BY_STAFF (donation_receipt, "donation_receipt", received_by_id, STANDS, "r.date"),
  BY_STAFF (stock_transfer, "stock_transfer", sent_by_id, STANDS, "r.date"),
  BY_STAFF (stock_transfer, "stock_transfer", received_by_id, STANDS, "r.date"),
  BY_STAFF (write_off, "write_off", made_by_id, STANDS, "r.date"),
  BY_STAFF (inventory_count, "inventory_count", made_by_id, STANDS, "r.date"),
  BY_STAFF (kit_build, "kit_build", made_by_id, STANDS, "r.date"),
  BY_STAFF (rental_loan, "rental_loan", issued_by_id, "", "r.issued_on"),
  BY_STAFF (rental_loan, "rental_loan", taken_by_id, "", "r.returned_on"),
};

/* Says of the first of them that @which finds, and that cannot be, why. */
static void
refuse (DovStore   *store,
        const Fact *fact,
        const char *which,
        DovRecord  *record,
        const char *field,
        GPtrArray  *problems)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT r.id, p.id, %1$s, %2$s, %1$s < coalesce (date (p.birth_date, '+%6$d years'),"
                     " CAST (p.birth_year + %6$d AS TEXT)) FROM %3$s JOIN person p ON p.id = %4$s WHERE %5$s = ?1"
                     " AND (%1$s < coalesce (date (p.birth_date, '+%6$d years'), CAST (p.birth_year + %6$d AS TEXT))"
                     " OR %2$s > p.died_on) LIMIT 1",
                     fact->early, fact->late, fact->rows, fact->person, which, fact->years);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(x)", dov_record_get_id (record));
  gboolean is_unborn;
  g_autoptr (DovPerson) person = NULL;
  g_autoptr (GDate) day = NULL;
  g_autofree char *name = NULL;
  g_autofree char *edge = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (!dov_statement_next (rows))
    return;
  is_unborn = dov_statement_column_integer (rows, 4) != 0;
  day = dov_statement_dup_date (rows, is_unborn ? 2 : 3);
  person = dov_store_look_up (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 1));
  if (person == NULL)
    return;
  name = dov_person_dup_name (person);
  edge = !is_unborn ? dov_date_to_shown (person->died_on)
         : person->birth_date != NULL ? dov_date_to_shown (person->birth_date)
         : g_strdup_printf ("%d", (int) person->birth_year);
  shown = dov_date_to_shown (day);
  what = dov_others_name (dov_store_describe_id (store, fact->type (), dov_statement_column_integer (rows, 0)));
  dov_problems_add (problems, record, field != NULL ? field : is_unborn ? "birth_date" : "died_on", "V2",
                    is_unborn && fact->years > 0
                    /* Translators: a name; the day of birth; what stands against it, its day, itself; years. */
                    ? _("%1$s was born on %2$s, and must be %6$d for this, which is of %4$s: %3$s “%5$s”. Check both "
                        "dates, or choose somebody else.")
                    : is_unborn
                    /* Translators: a name; the day of birth; what stands against it, its day, itself. */
                    ? _("%1$s was born on %2$s, and this is of %4$s: %3$s “%5$s”. Check both dates.")
                    : _("%1$s died on %2$s, and this is of %4$s: %3$s “%5$s”. Check both dates, or take it away first."),
                    name, edge, _(dov_registry_class (fact->type ())->label), shown, what, fact->years);
}

/* Something of somebody is written down. */
static void
check_fact (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  guint told = problems->len;

  for (guint i = 0; i < G_N_ELEMENTS (facts) && problems->len == told; i++)
    if (facts[i].type () == G_OBJECT_TYPE (after))
      refuse (store, &facts[i], "r.id", after, facts[i].field, problems);
}

/* What tells the day of it is changed. */
static void
check_whole (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  guint told = problems->len;

  for (guint i = 0; i < G_N_ELEMENTS (facts) && problems->len == told; i++)
    if (facts[i].whole != NULL && !facts[i].is_plan && facts[i].whole_type () == G_OBJECT_TYPE (after))
      {
        g_auto (GStrv) fields = g_strsplit (facts[i].whole_fields, " ", 2);

        refuse (store, &facts[i], facts[i].whole, after, fields[0], problems);
      }
}

/* The person is another: everything that is known of them is asked. */
static void
check_person (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  guint told = problems->len;

  for (guint i = 0; i < G_N_ELEMENTS (facts) && problems->len == told; i++)
    if (!facts[i].is_plan)
      refuse (store, &facts[i], "p.id", after, NULL, problems);
}

/* Whether a row above has the same rule. */
static gboolean
is_known (guint    row,
          gboolean is_of_whole)
{
  for (guint i = 0; i < row; i++)
    if (is_of_whole ? facts[i].whole_type == facts[row].whole_type : facts[i].type == facts[row].type)
      return TRUE;

  return FALSE;
}

void
dov_life_rules_install (DovStore *store)
{
  const DovRuleOf of_person = { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
                                "birth_date birth_year died_on", check_person };

  dov_store_add_rules (store, &of_person, 1);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const DovRuleOf of_fact = { facts[i].type, DOV_RULE_AT_END, "", check_fact };
      const DovRuleOf of_whole = { facts[i].whole_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, facts[i].whole_fields,
                                   check_whole };

      if (!is_known (i, FALSE))
        dov_store_add_rules (store, &of_fact, 1);
      if (facts[i].whole != NULL && !is_known (i, TRUE))
        dov_store_add_rules (store, &of_whole, 1);
    }
}
