/* dov-consent-table.c - the people of a family and their consents: what holds, what lacks, what that stops */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-table.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-case-status.h"
#include "dov-consent-receiver.h"
#include "dov-family.h"
#include "dov-family-member.h"
#include "dov-person.h"

#define OF_AGE     18
#define TEENAGER   14

#define MEMBERS \
  "SELECT m.person_id, m.lives_together, " DOV_CASE_ASKS_CONSENT ("p", "m") \
  " FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND p.died_on IS NULL" \
  " ORDER BY m.lives_together DESC, p.birth_date IS NULL, p.birth_date, m.id"

/* Who speaks for a child of the family: a mother or father before a guardian, with rights that no court took (C2). */
#define SPEAKS \
  "SELECT m.person_id, m.kinship IN ('mother', 'father') FROM live_family_member m" \
  " WHERE m.family_id = ?1 AND m.person_id <> ?2 AND m.is_legal_rep AND (m.until IS NULL OR m.until > ?3)" \
  " AND coalesce (m.parental_rights, '') NOT IN ('limited', 'deprived')" \
  " ORDER BY m.kinship IN ('mother', 'father') DESC, m.lives_together DESC, m.id LIMIT 1"

#define OF_PERSON \
  "SELECT id FROM live_consent WHERE subject_id = ?1 ORDER BY signed_on IS NULL, signed_on DESC, id DESC"

/* To whom the open programme of the family hands the data of those who live in it. */
#define RECEIVERS \
  "SELECT a.organisation_id FROM live_plan_action a JOIN live_case_plan p ON p.id = a.plan_id" \
  " WHERE p.family_id = ?1 AND p.status IN ('agreed', 'approved', 'in_progress') AND a.organisation_id IS NOT NULL" \
  " AND a.status IN ('planned', 'in_progress') GROUP BY a.organisation_id ORDER BY min (a.due_to), min (a.id)"

#define NAMED \
  "SELECT 1 FROM live_consent_receiver r JOIN live_consent c ON c.id = r.consent_id" \
  " WHERE c.subject_id = ?1 AND c.kind = 'transfer' AND r.organisation_id = ?2 AND c.signed_on <= ?3" \
  " AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ?3) AND (c.valid_until IS NULL OR c.valid_until >= ?3)"

/* A child of a club is photographed with it. */
#define IN_CLUB \
  "SELECT 1 FROM live_club_member WHERE person_id = ?1 AND (until IS NULL OR until > ?2)"

#define TURNING \
  "SELECT " DOV_PERSON_GIVEN ("p") ", date (p.birth_date, '+18 years') AS day FROM live_family_member m" \
  " JOIN live_person p ON p.id = m.person_id WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2)" \
  " AND p.died_on IS NULL AND date (p.birth_date, '+18 years') BETWEEN date (?2, '-30 days') AND ?3" \
  " AND NOT " DOV_CASE_SIGNED_ALONE ("p.id") " GROUP BY p.id ORDER BY day, p.id"

#define WITHDRAWN \
  "SELECT c.id, c.withdrawn_on FROM live_consent c JOIN live_family_member m ON m.person_id = c.subject_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND c.withdrawn_on <= ?2" \
  " AND NOT EXISTS (SELECT 1 FROM live_consent n WHERE n.subject_id = c.subject_id AND n.kind = c.kind" \
  " AND n.signed_on >= c.withdrawn_on AND n.withdrawn_on IS NULL) GROUP BY c.id ORDER BY c.withdrawn_on, c.id"

/* Data, purposes and actions that a kind of consent is about, where the form begins. */
static const struct
{
  DovConsentKind    kind;
  DovConsentPurpose purpose;
  DovConsentData    data;
} begun[] = {
  { DOV_CONSENT_KIND_PROCESSING, DOV_CONSENT_PURPOSE_CASE | DOV_CONSENT_PURPOSE_EVENTS | DOV_CONSENT_PURPOSE_CHARITY,
    DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_BIRTH | DOV_CONSENT_DATA_SEX | DOV_CONSENT_DATA_ADDRESS |
    DOV_CONSENT_DATA_PHONE | DOV_CONSENT_DATA_FAMILY | DOV_CONSENT_DATA_EDUCATION | DOV_CONSENT_DATA_HOUSING |
    DOV_CONSENT_DATA_ATTENDANCE | DOV_CONSENT_DATA_HELP },
  { DOV_CONSENT_KIND_SPECIAL, DOV_CONSENT_PURPOSE_CASE, DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_HEALTH },
  { DOV_CONSENT_KIND_TRANSFER, DOV_CONSENT_PURPOSE_CASE,
    DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_BIRTH | DOV_CONSENT_DATA_ADDRESS | DOV_CONSENT_DATA_PHONE |
    DOV_CONSENT_DATA_FAMILY },
  { DOV_CONSENT_KIND_DISSEMINATION, DOV_CONSENT_PURPOSE_EVENTS, DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_IMAGE },
  { DOV_CONSENT_KIND_PHOTO, DOV_CONSENT_PURPOSE_EVENTS, DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_IMAGE },
  { DOV_CONSENT_KIND_SMS, DOV_CONSENT_PURPOSE_EVENTS, DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_PHONE },
};

/* A paper that waits for the hand tells more than one whose time is over. */
static const DovConsentState ranks[] = {
  DOV_CONSENT_HOLDS, DOV_CONSENT_ENDS, DOV_CONSENT_UNSIGNED, DOV_CONSENT_WITHDRAWN, DOV_CONSENT_ENDED,
};

static guint
get_rank (DovConsentState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i] == state)
      return i;

  return G_N_ELEMENTS (ranks);
}

/**
 * dov_consent_row_get:
 *
 * Returns: (transfer none): what the row says of this kind
 */
const DovConsentCell *
dov_consent_row_get (const DovConsentRow *row,
                     DovConsentKind       kind)
{
  g_return_val_if_fail (kind >= DOV_CONSENT_KIND_PROCESSING && kind <= DOV_CONSENT_N_KINDS, NULL);

  return &row->cells[kind - DOV_CONSENT_KIND_PROCESSING];
}

static DovConsentCell
read_cell (DovConsent  *consent,
           DovPerson   *subject,
           const GDate *today)
{
  DovConsentCell cell = { .consent = dov_record_get_id (DOV_RECORD (consent)) };
  gboolean ends = dov_consent_find_end (consent, subject, &cell.until);

  switch (dov_consent_get_status (consent, subject, today))
    {
    case DOV_CONSENT_STATUS_DRAFT:
      cell.state = DOV_CONSENT_UNSIGNED;
      break;
    case DOV_CONSENT_STATUS_WITHDRAWN:
      cell.state = DOV_CONSENT_WITHDRAWN;
      cell.until = *consent->withdrawn_on;
      break;
    case DOV_CONSENT_STATUS_EXPIRED:
      cell.state = DOV_CONSENT_ENDED;
      break;
    case DOV_CONSENT_STATUS_ACTIVE:
    default:
      ends = ends && g_date_days_between (today, &cell.until) <= DOV_CONSENT_DAYS_ENDING;
      cell.state = ends ? DOV_CONSENT_ENDS : DOV_CONSENT_HOLDS;
      break;
    }

  return cell;
}

/* A consent to be counted at events does not let the family be led. */
static gboolean
is_for_other_work (DovConsent *consent)
{
  return consent->kind == DOV_CONSENT_KIND_PROCESSING && (consent->purpose & DOV_CONSENT_PURPOSE_CASE) == 0;
}

/* What the person's papers tell of each kind, the one that matters most now. */
static void
read_cells (DovStore      *store,
            DovPerson     *person,
            const GDate   *today,
            DovConsentRow *row)
{
  g_autoptr (GArray) ids = dov_store_see_ids (store, OF_PERSON, "(x)", row->person);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovConsent) consent = dov_store_look_up (store, DOV_TYPE_CONSENT, g_array_index (ids, gint64, i));
      DovConsentCell cell, *best;

      if (consent == NULL || is_for_other_work (consent))
        continue;
      cell = read_cell (consent, person, today);
      best = &row->cells[consent->kind - DOV_CONSENT_KIND_PROCESSING];
      if (best->state == 0 || get_rank (cell.state) < get_rank (best->state))
        *best = cell;
    }
}

/**
 * dov_consent_table_find:
 *
 * Returns: what the papers of the person tell of this kind; no state where there is none
 */
DovConsentCell
dov_consent_table_find (DovStore       *store,
                        DovPerson      *person,
                        DovConsentKind  kind)
{
  DovConsentRow row = { .person = dov_record_get_id (DOV_RECORD (person)) };
  GDate today = dov_today ();

  read_cells (store, person, &today, &row);

  return *dov_consent_row_get (&row, kind);
}

/* The first of those who get data and are named in no consent of the person; 0: nobody. */
static gint64
find_receiver (DovStore    *store,
               gint64       family,
               gint64       person,
               const GDate *today)
{
  g_autoptr (GArray) ids = dov_store_see_ids (store, RECEIVERS, "(x)", family);

  for (guint i = 0; i < ids->len; i++)
    if (dov_store_see_number (store, NAMED, "(xxD)", person, g_array_index (ids, gint64, i), today) == 0)
      return g_array_index (ids, gint64, i);

  return 0;
}

/* What stands where nothing holds: whether it is wanted, and what cannot be done without it. */
static void
ask_for (DovStore            *store,
         gint64               family,
         const DovConsentRow *row,
         DovPerson           *person,
         DovConsentKind       kind,
         const GDate         *today,
         DovConsentCell      *cell)
{
  gboolean lacks = cell->state == 0 || cell->state == DOV_CONSENT_ENDED;

  if (kind == DOV_CONSENT_KIND_TRANSFER && cell->state != DOV_CONSENT_UNSIGNED && cell->state != DOV_CONSENT_WITHDRAWN &&
      !row->is_apart && (cell->receiver = find_receiver (store, family, row->person, today)) != 0)
    cell->state = DOV_CONSENT_STOPS;
  else if (!lacks)
    return;
  else if (kind == DOV_CONSENT_KIND_PROCESSING)
    cell->state = row->is_name_only ? DOV_CONSENT_WANTED : DOV_CONSENT_STOPS;
  else if (cell->state != 0)
    return;
  else if (kind == DOV_CONSENT_KIND_SPECIAL)
    cell->state = person->disability > DOV_DISABILITY_NONE ? DOV_CONSENT_WANTED : DOV_CONSENT_UNNEEDED;
  else if (kind == DOV_CONSENT_KIND_PHOTO || kind == DOV_CONSENT_KIND_DISSEMINATION)
    cell->state = dov_store_see_number (store, IN_CLUB, "(xD)", row->person, today) > 0 ? DOV_CONSENT_WANTED
                                                                                        : DOV_CONSENT_UNNEEDED;
  else
    cell->state = DOV_CONSENT_UNNEEDED;
}

/* Who is of age signs alone; a child never does. */
static void
find_signer (DovStore      *store,
             gint64         family,
             DovPerson     *person,
             const GDate   *today,
             DovConsentRow *row)
{
  int age = person->birth_date != NULL ? dov_age_on (person->birth_date, today) : OF_AGE;
  g_autoptr (DovStatement) speaks = NULL;

  if (age >= OF_AGE)
    {
      row->signer = row->person;
      row->capacity = DOV_SIGNER_CAPACITY_SELF;
      return;
    }
  row->is_teen = age >= TEENAGER;
  speaks = dov_store_see (store, SPEAKS, "(xxD)", family, row->person, today);
  if (!dov_statement_next (speaks))
    return;
  row->signer = dov_statement_column_integer (speaks, 0);
  row->capacity = dov_statement_column_integer (speaks, 1) != 0 ? DOV_SIGNER_CAPACITY_PARENT : DOV_SIGNER_CAPACITY_GUARDIAN;
}

/**
 * dov_consent_table_list_rows:
 *
 * Returns: (transfer full) (element-type DovConsentRow): who belongs to the family now, those who live with it first
 */
GPtrArray *
dov_consent_table_list_rows (DovStore *store,
                             gint64    family)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  GDate today = dov_today ();
  g_autoptr (DovStatement) members = dov_store_see (store, MEMBERS, "(xD)", family, &today);

  while (dov_statement_next (members))
    {
      gint64 id = dov_statement_column_integer (members, 0);
      g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, id);
      DovConsentRow *row;

      if (person == NULL)
        continue;
      row = g_new0 (DovConsentRow, 1);
      row->person = id;
      row->is_apart = dov_statement_column_integer (members, 1) == 0;
      row->is_name_only = dov_statement_column_integer (members, 2) == 0;
      find_signer (store, family, person, &today, row);
      read_cells (store, person, &today, row);
      for (DovConsentKind kind = DOV_CONSENT_KIND_PROCESSING; kind <= DOV_CONSENT_N_KINDS; kind++)
        ask_for (store, family, row, person, kind, &today, &row->cells[kind - DOV_CONSENT_KIND_PROCESSING]);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/**
 * dov_consent_table_list_clocks:
 *
 * C7: what was kept on the grounds of a consent that was withdrawn is destroyed within thirty days.
 *
 * Returns: (transfer full) (element-type DovConsentClock): the withdrawals after which none was signed again
 */
GArray *
dov_consent_table_list_clocks (DovStore *store,
                               gint64    family)
{
  GArray *clocks = g_array_new (FALSE, TRUE, sizeof (DovConsentClock));
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_see (store, WITHDRAWN, "(xD)", family, &today);

  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) since = dov_statement_dup_date (rows, 1);
      DovConsentClock clock = { .consent = dov_statement_column_integer (rows, 0) };

      clock.since = *since;
      clock.until = *since;
      g_date_add_days (&clock.until, DOV_CONSENT_DAYS_KEPT);
      clock.n_days = g_date_days_between (&today, &clock.until);
      g_array_append_val (clocks, clock);
    }

  return clocks;
}

/**
 * dov_consent_table_new_draft:
 * @row: of the table: whose consent
 *
 * Returns: (transfer full): a new consent that waits for the hand: who signs for whom, to what, for which purpose
 */
DovRecord *
dov_consent_table_new_draft (DovStore            *store,
                             gint64               family,
                             const DovConsentRow *row,
                             DovConsentKind       kind)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_CONSENT, 0);
  DovConsent *consent = DOV_CONSENT (draft);
  g_autoptr (DovFamily) of = dov_store_look_up (store, DOV_TYPE_FAMILY, family);

  dov_set (consent, lounge_id, of != NULL ? of->lounge_id : 0);
  dov_set (consent, subject_id, row->person);
  dov_set (consent, kind, kind);
  dov_set (consent, signer_id, row->signer);
  if (row->capacity != 0)
    dov_set (consent, signer_capacity, row->capacity);
  dov_set (consent, until_event, _("until the support ends, and a year more"));
  for (guint i = 0; i < G_N_ELEMENTS (begun); i++)
    if (begun[i].kind == kind)
      {
        dov_set (consent, purpose, begun[i].purpose);
        dov_set (consent, data_list, begun[i].data);
      }
  dov_case_begin (store, draft);

  return draft;
}

/**
 * dov_consent_table_dup_turning:
 * @until: (nullable): the last day that is looked at; %NULL: today
 *
 * C3: at 18 the representative's consent lapses.
 *
 * Returns: (transfer full): «Ева, 09.07.2027»: who of the family turns 18 by that day, or did a month ago at most, and
 *   has not signed for themselves; empty when nobody does
 */
char *
dov_consent_table_dup_turning (DovStore    *store,
                               gint64       family,
                               const GDate *until)
{
  GDate today = dov_today (), last = until != NULL && g_date_compare (until, &today) > 0 ? *until : today;
  g_autoptr (DovStatement) rows = dov_store_see (store, TURNING, "(xDD)", family, &today, &last);
  g_autoptr (GString) words = g_string_new (NULL);

  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) day = dov_statement_dup_date (rows, 1);
      g_autofree char *shown = dov_date_to_shown (day);

      g_string_append_printf (words, "%s%s, %s", words->len > 0 ? "; " : "", dov_statement_column_text (rows, 0), shown);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_lacking (const DovConsentRow *row,
            DovConsentKind       kind)
{
  DovConsentState state = dov_consent_row_get (row, kind)->state;

  return row->signer != 0 && (state == DOV_CONSENT_STOPS || state == DOV_CONSENT_ENDED);
}

/**
 * dov_consent_table_count_lacking:
 * @rows: (element-type DovConsentRow): of dov_consent_table_list_rows()
 *
 * Returns: for how many somebody could sign what lacks and stops something
 */
guint
dov_consent_table_count_lacking (GPtrArray      *rows,
                                 DovConsentKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += is_lacking (rows->pdata[i], kind) ? 1 : 0;

  return n;
}

static gboolean
save_draft (DovStore            *store,
            gint64               family,
            const DovConsentRow *row,
            DovConsentKind       kind,
            GError             **error)
{
  g_autoptr (DovRecord) draft = dov_consent_table_new_draft (store, family, row, kind);
  gint64 receiver = dov_consent_row_get (row, kind)->receiver;
  g_autoptr (DovRecord) names = NULL;

  if (!dov_store_save (store, draft, error))
    return FALSE;
  if (receiver == 0)
    return TRUE;
  names = dov_record_new (DOV_TYPE_CONSENT_RECEIVER, 0);
  dov_set (DOV_CONSENT_RECEIVER (names), consent_id, dov_record_get_id (draft));
  dov_set (DOV_CONSENT_RECEIVER (names), organisation_id, receiver);

  return dov_store_save (store, names, error);
}

/**
 * dov_consent_table_draft_all:
 *
 * Makes the unsigned papers of everybody for whom it lacks and stops something, in one operation. They are printed,
 * each on its own sheet (C8), and hold from the day on which they are signed.
 *
 * Returns: whether all of them were made
 */
gboolean
dov_consent_table_draft_all (DovStore        *store,
                             gint64           family,
                             DovConsentKind   kind,
                             GError         **error)
{
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (store, family);
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, family);
  g_autofree char *words = g_strdup_printf (C_("toast", "Consents to be signed: %s"), name);
  gboolean is_good = TRUE;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; is_good && i < rows->len; i++)
    if (is_lacking (rows->pdata[i], kind))
      is_good = save_draft (store, family, rows->pdata[i], kind, error);

  return dov_store_end (store, is_good, error);
}
