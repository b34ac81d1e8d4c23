/* dov-case-status.c - what a family must have before the status of its case may change (F1–F4, F7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-status.h"

#include <glib/gi18n.h>

#include "dov-case-plan.h"
#include "dov-family-member.h"
#include "dov-join.h"
#include "dov-others.h"

/* An act is signed by so many. */
#define LEAST_COMMISSION "2"

/* The examination of the home, or that the family did not let it happen. */
#define PRIMARY_ACT \
  "SELECT 1 FROM live_living_conditions_act a WHERE a.family_id = ?1 AND a.kind = 'primary'" \
  " AND (SELECT count(*) FROM live_act_commission c WHERE c.act_id = a.id) >= " LEAST_COMMISSION

#define APPLICATION \
  "SELECT 1 FROM live_written_application WHERE family_id = ?1 AND kind = 'join'" \
  " AND coalesce (decision, 'granted') = 'granted'"

/* The commission's decision is a basis of its own. */
#define DECISION_OF_KDN "SELECT " DOV_CASE_IS_SOP ("?1", "?2")

/* Of a child, and of a grown-up of whom more than the name is kept: what they say to it on the day ?2. */
#define WITHOUT_CONSENT \
  "SELECT p.id FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND p.died_on IS NULL" \
  " AND " DOV_CASE_ASKS_CONSENT ("p", "m") \
  " AND NOT EXISTS (SELECT 1 FROM live_consent c WHERE c.subject_id = p.id AND " DOV_CASE_IS_CONSENT ("c") \
  "  AND c.signed_on <= ?2" \
  "  AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ?2) AND (c.valid_until IS NULL OR c.valid_until >= ?2)" \
  "  AND NOT (c.signer_id <> c.subject_id AND coalesce (p.birth_date <= date (?2, '-18 years')" \
  "   AND p.birth_date > date (c.signed_on, '-18 years'), 0)))" \
  " ORDER BY p.birth_date IS NULL, p.birth_date, p.id"

#define PROGRAMMES "SELECT id FROM live_case_plan WHERE family_id = ?1 AND status IN ('agreed', 'approved', 'in_progress')"

#define FINAL_REVIEW "SELECT 1 FROM live_case_review WHERE family_id = ?1 AND is_final AND date >= coalesce (?2, '')"
#define NOTICE       "SELECT 1 FROM live_outgoing_notice WHERE family_id = ?1 AND date >= coalesce (?2, '')"

static void
gap_free (gpointer data)
{
  DovCaseGap *gap = data;

  g_free (gap->words);
  g_free (gap);
}

static DovCaseGap *
add (GPtrArray      *gaps,
     DovCaseGapKind  kind,
     gint64          id,
     const char     *words)
{
  DovCaseGap *gap = g_new0 (DovCaseGap, 1);

  gap->kind = kind;
  gap->id = id;
  gap->words = g_strdup (words);
  g_ptr_array_add (gaps, gap);

  return gap;
}

/* F2: who has agreed to it, or the decision that needs nobody's agreement. */
static void
add_agreements (DovStore  *store,
                gint64     family,
                GPtrArray *gaps)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = NULL;

  if (dov_store_ask_number (store, DECISION_OF_KDN, "(xD)", family, &today) != 0)
    return;
  if (dov_store_ask_number (store, APPLICATION, "(x)", family) == 0)
    add (gaps, DOV_CASE_GAP_APPLICATION, 0, _("the application of the family to join"));
  rows = dov_store_ask (store, WITHOUT_CONSENT, "(xD)", family, &today);
  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      g_autofree char *name = dov_others_name (dov_store_describe_id (store, DOV_TYPE_PERSON, id));
      /* Translators: a name and the date of birth */
      g_autofree char *words = g_strdup_printf (_("a consent for %s"), name);

      add (gaps, DOV_CASE_GAP_CONSENT, id, words);
    }
}

/* F3, F4: what the family was promised is brought to an end. */
static void
add_unended (DovStore  *store,
             gint64     family,
             GPtrArray *gaps)
{
  g_autoptr (DovStatement) rows = dov_store_ask (store, PROGRAMMES, "(x)", family);

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      g_autoptr (DovRecord) plan = dov_store_look_up (store, DOV_TYPE_CASE_PLAN, id);
      g_autofree char *name = plan != NULL ? dov_record_describe (plan) : g_strdup ("");
      g_autofree char *words = g_strdup_printf (_("the outcome of the programme (%s)"), name);

      add (gaps, DOV_CASE_GAP_OUTCOME, id, words);
    }
}

/* F4: a family that can be reached is looked at a last time; of one that cannot, the commission is told. */
static void
add_farewell (DovStore  *store,
              DovFamily *family,
              GPtrArray *gaps)
{
  gint64 id = dov_record_get_id (DOV_RECORD (family));

  if (family->closing_reason == 0)
    add (gaps, DOV_CASE_GAP_REASON, 0, _("the reason of taking off"));
  else if (family->closing_reason == DOV_CLOSING_REASON_LOST)
    {
      if (dov_store_ask_number (store, NOTICE, "(xD)", id, family->opened_on) == 0)
        add (gaps, DOV_CASE_GAP_NOTICE, 0, _("a notice to the juvenile commission that its whereabouts are unknown"))
          ->is_asked = TRUE;
    }
  else if (family->closing_reason == DOV_CLOSING_REASON_CAUSES_GONE || family->closing_reason == DOV_CLOSING_REASON_GROWN ||
           family->closing_reason == DOV_CLOSING_REASON_OTHER)
    {
      if (dov_store_ask_number (store, FINAL_REVIEW, "(xD)", id, family->opened_on) == 0)
        add (gaps, DOV_CASE_GAP_REVIEW, 0, _("a final review of the family"))->is_asked = TRUE;
    }
}

/**
 * dov_case_status_list_gaps:
 * @status: that the case is to have
 *
 * Returns: (transfer full) (element-type DovCaseGap): what is missing for it; empty when nothing is
 */
GPtrArray *
dov_case_status_list_gaps (DovStore      *store,
                           DovFamily     *family,
                           DovCaseStatus  status)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);
  gint64 id = dov_record_get_id (DOV_RECORD (family));

  if (status == DOV_CASE_STATUS_ASSESSED && dov_store_ask_number (store, PRIMARY_ACT, "(x)", id) == 0)
    add (gaps, DOV_CASE_GAP_ACT, 0,
         _("a primary act of living conditions by two people at least, be it of a refusal of entry"));
  if (status == DOV_CASE_STATUS_ACTIVE)
    {
      add_agreements (store, id, gaps);
      if (family->curator_id == 0)
        add (gaps, DOV_CASE_GAP_CURATOR, 0, _("a curator"));
      if (family->support_level != DOV_SUPPORT_LEVEL_PREVENTION &&
          dov_store_ask_number (store, PROGRAMMES, "(x)", id) == 0)
        add (gaps, DOV_CASE_GAP_PLAN, 0,
             _("a programme agreed with the family, or the level “prevention, help once”"));
    }
  if (status == DOV_CASE_STATUS_MONITORING || status == DOV_CASE_STATUS_CLOSED)
    add_unended (store, id, gaps);
  if (status == DOV_CASE_STATUS_CLOSED)
    add_farewell (store, family, gaps);

  return gaps;
}

static char *
join_gaps (GPtrArray *gaps,
           gboolean   is_asked)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const DovCaseGap *gap = gaps->pdata[i];

      if (gap->is_asked == is_asked)
        dov_join (words, "; ", gap->words);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const char *
get_rule (DovCaseStatus status)
{
  return status == DOV_CASE_STATUS_ASSESSED ? "F1" : status == DOV_CASE_STATUS_ACTIVE ? "F2"
         : status == DOV_CASE_STATUS_MONITORING ? "F3" : "F4";
}

/* Judged when the status changes and never again: a family that is on support is not refused for what ran out since. Who
 * enters a family with the status that it had before the program is asked why its papers are not here. */
static void
check_status (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovFamily *family = DOV_FAMILY (after);
  g_autoptr (GPtrArray) gaps = dov_case_status_list_gaps (store, family, family->case_status);
  g_autofree char *needed = join_gaps (gaps, FALSE);
  g_autofree char *asked = join_gaps (gaps, TRUE);
  const char *rule = get_rule (family->case_status);

  if (*needed != '\0' && before == NULL)
    dov_problems_warn (problems, after, "case_status", rule,
                       _("For this status of the case something is missing: %s. Save the family as found and add "
                         "it, or "
                         "type the reason."), needed);
  else if (*needed != '\0')
    dov_problems_add (problems, after, "case_status", rule,
                      _("For this status of the case something is missing: %s. Add it first."), needed);
  if (*asked != '\0' && before != NULL)
    dov_problems_warn (problems, after, "case_status", rule,
                       _("For this status of the case something is missing: %s. Add it first, or type the reason."),
                       asked);
}

/* F7: a child who lives with a family that another lounge has on support. */
#define ELSEWHERE \
  "SELECT f.id, m.person_id FROM live_family_member m" \
  " JOIN live_family_member o ON o.person_id = m.person_id AND o.family_id <> m.family_id" \
  " JOIN live_family f ON f.id = o.family_id AND f.case_status = 'active' AND f.lounge_id <> ?2" \
  " WHERE m.family_id = ?1 AND m.kinship IN ('child', 'stepchild', 'ward') AND m.lives_together AND o.lives_together" \
  " AND (m.until IS NULL OR m.until > ?3) AND (o.until IS NULL OR o.until > ?3) ORDER BY m.id LIMIT 1"

static void
check_elsewhere (DovStore  *store,
                 DovFamily *family,
                 DovRecord *record,
                 GPtrArray *problems)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *name = NULL;
  g_autofree char *child = NULL;

  if (family->case_status != DOV_CASE_STATUS_ACTIVE)
    return;
  rows = dov_store_ask (store, ELSEWHERE, "(xxD)", dov_record_get_id (DOV_RECORD (family)), family->lounge_id,
                        &today);
  if (!dov_statement_next (rows))
    return;
  name = dov_others_name (dov_store_describe_id (store, DOV_TYPE_FAMILY, dov_statement_column_integer (rows, 0)));
  child = dov_others_name (dov_store_describe_id (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 1)));
  dov_problems_add (problems, record, DOV_IS_FAMILY (record) ? "case_status" : "person_id", "F7",
                    /* Translators: a child; a family */
                    _("%s lives with a family that another lounge has on support: %s. A family is on support in one "
                      "lounge: move it there, or mark in one of the two that the child lives apart."), child, name);
}

static void
check_lounges (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  check_elsewhere (store, DOV_FAMILY (after), after, problems);
}

static void
check_member_lounges (DovStore  *store,
                      DovRecord *before,
                      DovRecord *after,
                      GPtrArray *problems)
{
  g_autoptr (DovFamily) family = dov_store_follow (store, after, "family_id");

  if (family != NULL)
    check_elsewhere (store, family, after, problems);
}

static const DovRuleOf rules[] = {
  { dov_family_get_type, DOV_RULE_AT_END, "case_status", check_status },
  { dov_family_get_type, DOV_RULE_AT_END, "case_status lounge_id", check_lounges },
  { dov_family_member_get_type, DOV_RULE_AT_END, "family_id person_id kinship lives_together until",
    check_member_lounges },
};

void
dov_case_status_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
