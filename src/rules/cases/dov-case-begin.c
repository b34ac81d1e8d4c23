/* dov-case-begin.c - papers of case work before anything is typed: their numbers (V8), what is known of a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-begin.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-case-plan.h"
#include "dov-consent.h"
#include "dov-incoming-paper.h"
#include "dov-living-conditions-act.h"
#include "dov-meeting-protocol.h"
#include "dov-own-lounge.h"
#include "dov-signal.h"
#include "dov-task.h"
#include "dov-written-application.h"

#define MOST_DIGITS 9

#define OF_FAMILY "(SELECT lounge_id FROM family WHERE id = family_id)"

/* What has a number, in which lounge, and the field that tells its year. Versions of one programme share a number. */
typedef struct
{
  GType      (*type) (void);
  const char *lounge;
  const char *day;
  gboolean    is_shared;
} Numbered;

static const Numbered numbered[] = {
  { dov_signal_get_type, "lounge_id", "received_at" },
  { dov_case_plan_get_type, OF_FAMILY, "approved_on", TRUE },
  { dov_written_application_get_type, "lounge_id", "date" },
  { dov_consent_get_type, "lounge_id", "signed_on" },
  { dov_living_conditions_act_get_type, OF_FAMILY, "date" },
  { dov_incoming_paper_get_type, "lounge_id", "date" },
  { dov_meeting_protocol_get_type, "lounge_id", "date" },
};

static const Numbered *
find_numbered (DovRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    if (numbered[i].type () == G_OBJECT_TYPE (record))
      return &numbered[i];

  return NULL;
}

static gboolean
is_missing (DovRecord  *draft,
            const char *name)
{
  const DovField *field = dov_record_find_field (draft, name);

  return field != NULL && dov_record_is_empty (draft, field);
}

/* The lounge of a paper: its own, or that of the family. */
static gint64
find_lounge (DovStore  *store,
             DovRecord *record)
{
  g_autoptr (DovFamily) family = NULL;

  if (dov_record_find_field (record, "lounge_id") != NULL)
    return dov_record_get_number (record, "lounge_id");
  family = dov_store_follow (store, record, "family_id");

  return family != NULL ? family->lounge_id : 0;
}

/* One above the highest that was ever given in the lounge and year, those in the bin included. */
static char *
propose_number (DovStore       *store,
                const Numbered *kind,
                gint64          lounge_id,
                const char     *year)
{
  const char *table = ((DovRecordClass *) g_type_class_peek (kind->type ()))->table;
  g_autofree char *sql = g_strdup_printf ("SELECT no FROM %s WHERE %s = ?1 AND substr (coalesce (%s, ?2), 1, 4) = ?2",
                                          table, kind->lounge, kind->day);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(xs)", lounge_id, year);
  gint64 highest = 0;

  while (dov_statement_next (rows))
    {
      const char *no = dov_statement_column_text (rows, 0);

      if (no != NULL && strspn (no, "0123456789") <= MOST_DIGITS)
        highest = MAX (highest, g_ascii_strtoll (no, NULL, 10));
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/* The year of the day that it has already, else this one. */
static char *
dup_year (DovRecord      *draft,
          const Numbered *kind)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_record_dup_text (draft, dov_record_find_field (draft, kind->day));

  return day != NULL && *day != '\0' ? g_strndup (day, 4) : g_strdup_printf ("%04d", g_date_get_year (&today));
}

/* An act says anew what is known of the home, and may be put right where it is otherwise. */
static void
take_home (DovStore  *store,
           DovRecord *draft)
{
  static const char *const fields[] = {
    "address", "housing_kind", "area", "rooms", "housing_tenure", "utilities", "heating", "smoke_detector",
    "co_sensor",
  };
  g_autoptr (DovRecord) family = dov_store_follow (store, draft, "family_id");

  for (guint i = 0; family != NULL && i < G_N_ELEMENTS (fields); i++)
    if (is_missing (draft, fields[i]))
      {
        g_autofree char *text = dov_record_dup_text (family, dov_record_find_field (family, fields[i]));

        if (text != NULL)
          (void) dov_record_set_text (draft, dov_record_find_field (draft, fields[i]), text, NULL);
      }
}

/**
 * dov_case_begin:
 * @draft: a new record; what somebody said of it stays
 *
 * Fills in the lounge, the moment of a signal, the next number, and what else is known already.
 */
void
dov_case_begin (DovStore  *store,
                DovRecord *draft)
{
  const Numbered *kind = find_numbered (draft);
  g_autoptr (DovFamily) family = NULL;

  if (dov_record_find_field (draft, "family_id") != NULL)
    family = dov_store_follow (store, draft, "family_id");
  if (is_missing (draft, "lounge_id"))
    dov_record_set_number (draft, "lounge_id", family != NULL ? family->lounge_id : dov_own_lounge_find (store));
  if (is_missing (draft, "received_at"))
    {
      g_autoptr (GDateTime) now = dov_clock_dup_now ();

      dov_record_set_moment (draft, "received_at", now);
    }
  /* Before the family is chosen nobody knows in which lounge it counts. */
  if (kind != NULL && is_missing (draft, "no") && find_lounge (store, draft) != 0)
    {
      g_autofree char *year = dup_year (draft, kind);
      g_autofree char *no = propose_number (store, kind, find_lounge (store, draft), year);

      dov_record_set_string (draft, "no", no);
    }
  if (DOV_IS_LIVING_CONDITIONS_ACT (draft))
    take_home (store, draft);
  if (DOV_IS_CONSENT (draft) && is_missing (draft, "withdrawal_way"))
    dov_record_set_string (draft, "withdrawal_way", _("by a written statement to the head of the institution"));
}

/* V8: a number is given once in a lounge and year, and never again, not even after its paper went into the bin. */
static void
check_number (DovStore  *store,
              DovRecord *before,
              DovRecord *record,
              GPtrArray *problems)
{
  const Numbered *kind = find_numbered (record);
  g_autofree char *no = dov_record_dup_text (record, dov_record_find_field (record, "no"));
  g_autofree char *day = dov_record_dup_text (record, dov_record_find_field (record, kind->day));
  g_autofree char *sql =
    g_strdup_printf ("SELECT id, removed IS NOT NULL FROM %s WHERE no = ?2 AND substr (%s, 1, 4) = ?3 AND id <> ?4"
                     " AND %s = ?1%s", DOV_RECORD_GET_CLASS (record)->table, kind->day, kind->lounge,
                     kind->is_shared ? " AND family_id <> ?5" : " AND ?5 = 0");
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *year = NULL;
  g_autofree char *next = NULL;

  if (no == NULL || *no == '\0' || day == NULL || *day == '\0')
    return;
  year = g_strndup (day, 4);
  rows = dov_store_ask (store, sql, "(xssxx)", find_lounge (store, record), no, year, dov_record_get_id (record),
                        kind->is_shared ? dov_record_get_number (record, "family_id") : (gint64) 0);
  if (!dov_statement_next (rows))
    return;

  next = propose_number (store, kind, find_lounge (store, record), year);
  dov_problems_add (problems, record, "no", "V8",
                    dov_statement_column_integer (rows, 1) != 0
                    ? _("No. %s of %s was used by a document that lies in the bin. Take the next: %s.")
                    : _("There is a document No. %s of %s in this lounge already. Take the next: %s."),
                    no, year, next);
}

void
dov_case_number_rules_install (DovStore *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      gboolean is_own = g_str_equal (numbered[i].lounge, "lounge_id");
      g_autofree char *fields = g_strdup_printf ("no %s %s", numbered[i].day,
                                                 is_own ? "lounge_id" : "family_id");
      const DovRuleOf rule = { numbered[i].type, 0, fields, check_number };

      dov_store_add_rules (store, &rule, 1);
    }
}
