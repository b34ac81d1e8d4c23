/* dov-case-timeline.c - what there was with a family, of every kind, the latest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-timeline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-case-plan.h"
#include "dov-case-review.h"
#include "dov-child-placement.h"
#include "dov-contact-record.h"
#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-living-conditions-act.h"
#include "dov-outgoing-notice.h"
#include "dov-person.h"
#include "dov-signal.h"
#include "dov-written-application.h"

DOV_DEFINE_CHOICES (
  DovCaseDeedKind, dov_case_deed_kind,
  { DOV_CASE_DEED_VISIT, N_("home visits"), "visit" },
  { DOV_CASE_DEED_CALL, N_("calls and talks"), "call" },
  { DOV_CASE_DEED_EVENT, N_("events"), "event" },
  { DOV_CASE_DEED_HELP, N_("help given"), "help" },
  { DOV_CASE_DEED_CASE, N_("course of the case"), "case" },
  { DOV_CASE_DEED_PAPER, N_("papers"), "paper" })

/* In the order of the numbers that the question gives. */
static const struct
{
  DovCaseDeedKind kind;
  GType         (*type) (void);
} told[] = {
  { DOV_CASE_DEED_VISIT, dov_home_visit_get_type },
  { DOV_CASE_DEED_CALL, dov_contact_record_get_type },
  { DOV_CASE_DEED_EVENT, dov_event_get_type },
  { DOV_CASE_DEED_HELP, dov_distribution_get_type },
  { DOV_CASE_DEED_CASE, dov_signal_get_type },
  { DOV_CASE_DEED_CASE, dov_living_conditions_act_get_type },
  { DOV_CASE_DEED_CASE, dov_case_plan_get_type },
  { DOV_CASE_DEED_CASE, dov_case_review_get_type },
  { DOV_CASE_DEED_PAPER, dov_written_application_get_type },
  { DOV_CASE_DEED_PAPER, dov_outgoing_notice_get_type },
  { DOV_CASE_DEED_PAPER, dov_incoming_paper_get_type },
  { DOV_CASE_DEED_CASE, dov_child_placement_get_type },
};

/* To an event somebody came while they belonged to the family. */
#define TOLD \
  "SELECT 0, id, visited_at AS at, '', '' FROM live_home_visit WHERE family_id = ?1" \
  " UNION ALL SELECT 1, id, contacted_at, '', '' FROM live_contact_record WHERE family_id = ?1" \
  " UNION ALL SELECT 2, e.id, e.starts_at, e.title, group_concat (" DOV_PERSON_GIVEN ("p") ", ', ')" \
  "  FROM live_family_member m JOIN live_attendance a ON a.person_id = m.person_id" \
  "  AND a.status IN ('checked_in', 'walk_in') JOIN live_event e ON e.id = a.event_id JOIN person p ON p.id = a.person_id" \
  "  WHERE m.family_id = ?1 AND (m.since IS NULL OR m.since <= substr (e.starts_at, 1, 10))" \
  "  AND (m.until IS NULL OR m.until >= substr (e.starts_at, 1, 10)) GROUP BY e.id" \
  " UNION ALL SELECT 3, id, date, '', '' FROM live_distribution WHERE family_id = ?1 AND status = 'issued'" \
  " UNION ALL SELECT 4, id, received_at, '', '' FROM live_signal WHERE family_id = ?1" \
  " UNION ALL SELECT 5, id, date, '', '' FROM live_living_conditions_act WHERE family_id = ?1" \
  " UNION ALL SELECT 6, id, coalesce (family_agreed_on, since), '', '' FROM live_case_plan WHERE family_id = ?1" \
  "  AND status <> 'draft'" \
  " UNION ALL SELECT 7, id, date, '', '' FROM live_case_review WHERE family_id = ?1" \
  " UNION ALL SELECT 8, id, date, '', '' FROM live_written_application WHERE family_id = ?1" \
  " UNION ALL SELECT 9, id, date, '', '' FROM live_outgoing_notice WHERE family_id = ?1" \
  " UNION ALL SELECT 10, id, date, '', '' FROM live_incoming_paper WHERE family_id = ?1" \
  " UNION ALL SELECT 11, c.id, c.since, '', " DOV_PERSON_GIVEN ("p") " FROM live_child_placement c" \
  "  JOIN person p ON p.id = c.person_id WHERE c.person_id IN (SELECT person_id FROM live_family_member WHERE family_id = ?1" \
  "  AND (since IS NULL OR since <= c.since) AND (until IS NULL OR until >= c.since))" \
  " UNION ALL SELECT 11, c.id, c.until, 'back', " DOV_PERSON_GIVEN ("p") " FROM live_child_placement c" \
  "  JOIN person p ON p.id = c.person_id WHERE c.until IS NOT NULL AND c.place <> 'home' AND c.person_id IN" \
  "  (SELECT person_id FROM live_family_member WHERE family_id = ?1 AND (until IS NULL OR until >= c.until))" \
  " ORDER BY at DESC, 1, 2 DESC LIMIT ?2"

static void
free_deed (gpointer data)
{
  DovCaseDeed *deed = data;

  g_free (deed->title);
  g_free (deed->who);
  g_free (deed);
}

/**
 * dov_case_timeline_list:
 * @most: of them
 *
 * Returns: (transfer full) (element-type DovCaseDeed): the latest first
 */
GPtrArray *
dov_case_timeline_list (DovStore *store,
                        gint64    family,
                        guint     most)
{
  GPtrArray *deeds = g_ptr_array_new_with_free_func (free_deed);
  g_autoptr (DovStatement) rows = dov_store_see (store, TOLD, "(xx)", family, (gint64) most);

  while (dov_statement_next (rows))
    {
      guint n = (guint) dov_statement_column_integer (rows, 0);
      const char *at = dov_statement_column_text (rows, 2);
      g_autofree char *iso = g_strndup (at != NULL ? at : "", strlen ("2027-03-05"));
      g_autoptr (GDate) day = NULL;
      DovCaseDeed *deed;

      if (!dov_date_from_iso (iso, &day) || day == NULL)
        continue;
      deed = g_new0 (DovCaseDeed, 1);
      deed->kind = told[n].kind;
      deed->type = told[n].type ();
      deed->id = dov_statement_column_integer (rows, 1);
      deed->day = *day;
      deed->title = g_strdup (dov_statement_column_text (rows, 3));
      deed->who = g_strdup (dov_statement_column_text (rows, 4));
      g_ptr_array_add (deeds, deed);
    }

  return deeds;
}
