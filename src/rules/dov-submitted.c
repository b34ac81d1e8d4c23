/* dov-submitted.c - E8: what stands in a report that was handed in is changed with a reason, and the report tells it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-submitted.h"

#include "dov-event.h"
#include "dov-formers.h"
#include "dov-lounge.h"
#include "dov-registry.h"

#include <glib/gi18n.h>
#include <string.h>

#define FIRST_OF_DAYS "0001-01-01"
#define LAST_OF_DAYS  "9999-12-31"

/* The documents know what they read; they stand above. */
static DovSubmittedReads reads_of_documents;

/**
 * dov_submitted_set_reads:
 * @reads: (nullable): tells what the document of a code reads; without it, each reads everything
 */
void
dov_submitted_set_reads (DovSubmittedReads reads)
{
  reads_of_documents = reads;
}

static gboolean
does_read (DovStore   *store,
           const char *code,
           const char *table,
           const char *field)
{
  return reads_of_documents == NULL || reads_of_documents (store, code, table, field);
}

static DovReportInstance *
find_instance (DovStore  *store,
               DovQuery  *query)
{
  DovRecord *record;

  query->order = "sent_on";
  query->descending = TRUE;
  record = dov_store_find_first (store, DOV_TYPE_REPORT_INSTANCE, query, NULL);

  return record != NULL ? DOV_REPORT_INSTANCE (record) : NULL;
}

/* ---- when and where ---- */

/* The days and the lounges that a record tells of, its own or those of what it is a part of. */
typedef struct
{
  char     first[11];   /* empty: none */
  char     last[11];
  gint64   lounges[2];  /* a move has two */
  guint    n_lounges;
  gboolean is_plan;     /* a plan, a draft: no paper tells of it as of what was */
} Told;

/* What goes on while its end is not known. */
static gboolean
is_end (const char *field)
{
  static const char *const ends[] = { "until", "closed_on", "died_on", "valid_until", "returned_on", NULL };

  return g_strv_contains (ends, field);
}

static gboolean
is_plan (DovRecord *record)
{
  const DovField *field = dov_record_find_field (record, "status");
  g_autofree char *status = field != NULL ? dov_record_dup_text (record, field) : NULL;

  if (DOV_IS_EVENT (record))
    return DOV_EVENT (record)->status != DOV_EVENT_STATUS_HELD;

  return status != NULL && (g_str_equal (status, "draft") || g_str_equal (status, "planned"));
}

static void
add_day (Told       *told,
         const char *day)
{
  if (*told->first == '\0' || strncmp (day, told->first, 10) < 0)
    g_strlcpy (told->first, day, sizeof told->first);
  if (*told->last == '\0' || strncmp (day, told->last, 10) > 0)
    g_strlcpy (told->last, day, sizeof told->last);
}

static void
add_days (DovRecord *record,
          Told      *told)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  gboolean is_open = FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      g_autofree char *day = NULL;

      /* Since when it is called so, and when a name was taken out, are days of words, not of what happened. */
      if ((field->kind != DOV_KIND_DATE && field->kind != DOV_KIND_MOMENT) || g_str_equal (field->name, "name_since") ||
          g_str_equal (field->name, "anonymised_on"))
        continue;
      day = dov_record_dup_text (record, field);
      if (*day != '\0')
        add_day (told, day);
      else
        is_open |= is_end (field->name);
    }
  if (is_open && *told->first == '\0')
    g_strlcpy (told->first, FIRST_OF_DAYS, sizeof told->first);
  if (is_open)
    g_strlcpy (told->last, LAST_OF_DAYS, sizeof told->last);
}

static void
add_lounges (DovRecord *record,
             Told      *told)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields && told->n_lounges < G_N_ELEMENTS (told->lounges); i++)
    if (klass->fields[i].kind == DOV_KIND_LINK && klass->fields[i].target () == DOV_TYPE_LOUNGE)
      {
        gint64 lounge = dov_record_get_number (record, klass->fields[i].name);

        if (lounge != 0)
          told->lounges[told->n_lounges++] = lounge;
      }
}

/* What it is a part of, or else what it was said or done at. */
static DovRecord *
find_whole (DovStore  *store,
            DovRecord *record)
{
  static const char *const links[] = { "event_id", "family_id", "shift_id", "group_id", "volunteer_id", "patrol_id", NULL };
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < klass->n_fields; i++)
      {
        const DovField *field = &klass->fields[i];
        gint64 id = field->kind == DOV_KIND_LINK && (pass == 0 ? (field->flags & DOV_PART) != 0
                                                               : g_strv_contains (links, field->name))
                    ? dov_record_get_number (record, field->name) : 0;

        if (id != 0)
          return dov_store_look_up (store, field->target (), id);
      }

  return NULL;
}

static void
find_told (DovStore  *store,
           DovRecord *record,
           Told      *told)
{
  g_autoptr (DovRecord) whole = find_whole (store, record);

  told->is_plan |= is_plan (record);
  if (*told->first == '\0')
    add_days (record, told);
  if (told->n_lounges == 0)
    add_lounges (record, told);
  if (whole != NULL && whole != record)
    find_told (store, whole, told);
}

/* A report handed in before the day does not tell of it: a plan is no report of what was. */
static gboolean
is_within (const Told        *told,
           DovReportInstance *instance)
{
  g_autofree char *since = dov_date_to_iso (instance->since);
  g_autofree char *until = dov_date_to_iso (instance->until);
  g_autofree char *sent = dov_date_to_iso (instance->sent_on);
  gboolean is_there = told->n_lounges == 0 || instance->lounge_id == 0;

  for (guint i = 0; i < told->n_lounges; i++)
    is_there |= told->lounges[i] == instance->lounge_id;

  return is_there && (*told->first == '\0' || (strcmp (told->first, until) <= 0 &&
                                                                 strcmp (told->first, sent) <= 0 &&
                                                                 strcmp (told->last, since) >= 0));
}

/* Days and lounges, and by records of which table: people and things stand on a paper with what points to them. */
typedef struct
{
  const char *table;   /* NULL: by itself */
  Told        told;
} Telling;

static void
add_telling (GArray     *tellings,
             DovStore   *store,
             DovRecord  *record,
             const char *table)
{
  Telling telling = { .table = table };

  find_told (store, record, &telling.told);
  if (!telling.told.is_plan)
    g_array_append_val (tellings, telling);
}

static void
add_pointing (GArray    *tellings,
              DovStore  *store,
              DovRecord *record,
              GType      type,
              gboolean  *may_be)
{
  DovRecordClass *klass = dov_registry_class (type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *where = NULL;
      g_autoptr (GPtrArray) pointing = NULL;

      if (klass->fields[i].kind != DOV_KIND_LINK || klass->fields[i].target () != G_OBJECT_TYPE (record))
        continue;
      *may_be = TRUE;
      where = g_strdup_printf ("%s = ?1", klass->fields[i].name);
      pointing = dov_store_read (store, type, &(DovQuery) {
        .where = where, .params = g_variant_new ("(x)", dov_record_get_id (record)) });
      for (guint n = 0; n < pointing->len; n++)
        add_telling (tellings, store, pointing->pdata[n], klass->table);
    }
}

static void
add_tellings (GArray    *tellings,
              DovStore  *store,
              DovRecord *record)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  g_autoptr (DovRecord) whole = find_whole (store, record);
  Told told = { .n_lounges = 0 };
  gboolean may_be = FALSE;

  find_told (store, record, &told);
  for (guint i = 0; i < n_types && told.n_lounges == 0 && !told.is_plan; i++)
    add_pointing (tellings, store, record, types[i], &may_be);
  /* What is a part of something stands on papers by itself, whatever else may point to it. */
  if (!may_be || whole != NULL)
    add_telling (tellings, store, record, NULL);
}

/* ---- what was changed ---- */

static const DovFormer *
find_former (GType type)
{
  for (guint i = 0; i < dov_n_formers; i++)
    if (dov_formers[i].type () == type)
      return &dov_formers[i];

  return NULL;
}

static gboolean
is_former_name (GType type)
{
  for (guint i = 0; i < dov_n_formers; i++)
    if (dov_formers[i].former () == type)
      return TRUE;

  return FALSE;
}

/* A name that holds since a day after the report stands in it as it did. */
static gboolean
is_named_later (DovRecord         *before,
                DovRecord         *after,
                const char        *field,
                DovReportInstance *instance)
{
  static const char *const about[] = { "name_since", "former_names", NULL };
  const DovFormer *former = find_former (G_OBJECT_TYPE (after));
  g_autofree char *since = NULL;
  g_autofree char *until = dov_date_to_iso (instance->until);

  /* What these two change the former names tell themselves. */
  if (former != NULL && g_strv_contains (about, field))
    return TRUE;
  if (former == NULL || !g_strv_contains ((const char *const *) former->fields, field) ||
      !dov_record_has_changed (before, after, "name_since", NULL))
    return FALSE;
  since = dov_record_dup_text (after, dov_record_find_field (after, "name_since"));

  return strcmp (since, until) > 0;
}

/* What a save, an undo or a load does to a record. */
typedef struct
{
  DovStore  *store;
  DovRecord *before;
  DovRecord *after;
  GArray    *tellings;  /* NULL: nobody has asked yet */
} Change;

static void
clear_change (Change *self)
{
  g_clear_pointer (&self->tellings, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, clear_change)

/* Of a former name: what it is the name of, one of several kinds. */
static const DovFormer *
find_former_of (const Change *self)
{
  DovRecord *record = self->after != NULL ? self->after : self->before;

  for (guint i = 0; i < dov_n_formers; i++)
    if (dov_formers[i].former () == G_OBJECT_TYPE (record) && dov_record_get_number (record, dov_formers[i].link) != 0)
      return &dov_formers[i];

  return NULL;
}

/* A former name is told with whom or what it is of. */
static GArray *
get_tellings (Change *self)
{
  const DovFormer *former = find_former_of (self);
  g_autoptr (DovRecord) named = NULL;

  if (self->tellings != NULL)
    return self->tellings;
  self->tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  if (former != NULL && self->before != NULL)
    named = dov_store_look_up (self->store, former->type (), dov_record_get_number (self->before, former->link));
  if (named != NULL)
    add_tellings (self->tellings, self->store, named);
  if (former == NULL && self->before != NULL)
    add_tellings (self->tellings, self->store, self->before);
  if (former == NULL && self->after != NULL)
    add_tellings (self->tellings, self->store, self->after);

  return self->tellings;
}

/* A former name that was put right, or taken away: what papers of before it say is another. A new one says what they say. */
static gboolean
does_read_former (const Change      *self,
                  const DovFormer   *former,
                  DovReportInstance *instance)
{
  g_autofree char *since = dov_date_to_iso (instance->since);
  g_autofree char *until = self->before != NULL
                           ? dov_record_dup_text (self->before, dov_record_find_field (self->before, "until")) : NULL;

  return until != NULL && strcmp (since, until) < 0 &&
         does_read (self->store, instance->code, dov_registry_class (former->type ())->table, former->fields[0]);
}

/* Whether the document of @code reads anything of what was changed; of a name, whether it does so for the days of @instance,
 * if one is meant. */
static gboolean
does_read_change (const Change      *self,
                  const char        *code,
                  DovReportInstance *instance)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->after != NULL ? self->after : self->before);
  guint64 diff = self->before != NULL && self->after != NULL ? dov_record_diff (self->before, self->after) : 0;

  if (self->before == NULL || self->after == NULL)
    return does_read (self->store, code, klass->table, NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if ((diff & ((guint64) 1 << i)) != 0 && does_read (self->store, code, klass->table, klass->fields[i].name) &&
        (instance == NULL || !is_named_later (self->before, self->after, klass->fields[i].name, instance)))
      return TRUE;

  return FALSE;
}

static gboolean
does_touch (Change            *self,
            DovReportInstance *instance)
{
  const DovFormer *former = find_former_of (self);
  GArray *tellings = NULL;

  if (former != NULL ? !does_read_former (self, former, instance)
                     : !does_read_change (self, instance->code, instance))
    return FALSE;
  tellings = get_tellings (self);
  for (guint i = 0; i < tellings->len; i++)
    {
      const Telling *telling = &g_array_index (tellings, Telling, i);

      if (is_within (&telling->told, instance) &&
          (telling->table == NULL || does_read (self->store, instance->code, telling->table, NULL)))
        return TRUE;
    }

  return FALSE;
}

/* ---- the rule ---- */

/* A whole file is looked over as if each record were new; what stands in it is not changed by that. */
static gboolean
is_standing (DovStore  *store,
             DovRecord *record)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM live_%s WHERE id = ?1",
                                          DOV_RECORD_GET_CLASS (record)->table);

  return dov_store_ask_number (store, sql, "(x)", dov_record_get_id (record)) != 0;
}

#define HANDED_IN " FROM live_report_instance WHERE status IN ('sent', 'accepted') AND sent_on IS NOT NULL"

/* Most of what is saved is read by none of the reports that were handed in. */
static gboolean
is_read_by_any (const Change *self)
{
  g_autoptr (DovStatement) codes = dov_store_ask (self->store, "SELECT DISTINCT code" HANDED_IN, NULL);
  gboolean is_read = FALSE;

  while (dov_statement_next (codes))
    is_read |= find_former_of (self) != NULL || does_read_change (self, dov_statement_column_text (codes, 0), NULL);

  return is_read;
}

/* The days of all that is told; what has none is told at any time. */
static void
find_span (GArray *tellings,
           Told   *span)
{
  for (guint i = 0; i < tellings->len; i++)
    {
      const Told *told = &g_array_index (tellings, Telling, i).told;

      add_day (span, *told->first != '\0' ? told->first : FIRST_OF_DAYS);
      add_day (span, *told->first != '\0' ? told->last : LAST_OF_DAYS);
    }
}

static void
check_told (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  g_auto (Change) change = { .store = store, .before = before, .after = after };
  g_autoptr (DovStatement) rows = NULL;
  Told span = { .n_lounges = 0 };

  if (!is_read_by_any (&change))
    return;
  find_span (get_tellings (&change), &span);
  rows = dov_store_ask (store, "SELECT id" HANDED_IN " AND since <= ?2 AND until >= ?1 AND sent_on >= ?1"
                        " ORDER BY sent_on DESC", "(ss)", span.first, span.last);
  while (dov_statement_next (rows))
    {
      g_autoptr (DovRecord) instance = dov_store_look_up (store, DOV_TYPE_REPORT_INSTANCE,
                                                          dov_statement_column_integer (rows, 0));
      g_autofree char *what = NULL;
      g_autofree char *when = NULL;

      if (instance == NULL || !does_touch (&change, DOV_REPORT_INSTANCE (instance)))
        continue;
      if (before == NULL && is_standing (store, after))
        return;
      what = dov_record_describe (instance);
      when = dov_date_to_words (DOV_REPORT_INSTANCE (instance)->sent_on);
      /* Translators: the report with its period, and the day. */
      dov_problems_warn (problems, after != NULL ? after : before, NULL, "E8",
                         _("The report “%s” was handed in already, on %s. Type why you change this."), what, when);
      return;
    }
}

void
dov_submitted_rules_install (DovStore *store)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (types[i] != DOV_TYPE_REPORT_INSTANCE)
      dov_store_add_rule (store, types[i], FALSE, check_told);
}

/**
 * dov_report_instance_find:
 * @code: of the document
 * @lounge: 0: the report of all lounges together
 *
 * Returns: (transfer full) (nullable): the report of just this period and
 *   lounge that was handed in last
 */
DovReportInstance *
dov_report_instance_find (DovStore        *store,
                          const char      *code,
                          const DovPeriod *period,
                          gint64           lounge)
{
  g_autofree char *since = dov_date_to_iso (&period->from);
  g_autofree char *until = dov_date_to_iso (&period->to);
  DovQuery query = {
    .where = "status IN ('sent', 'accepted') AND sent_on IS NOT NULL"
             " AND code = ?1 AND since = ?2 AND until = ?3 AND ifnull (lounge_id, 0) = ?4",
    .params = g_variant_new ("(sssx)", code, since, until, lounge),
  };

  return find_instance (store, &query);
}

/* A plan goes out by its own page as well: it is the same paper. Where there is one lounge, its plan is that of all. */
static GDate *
find_day_of_plan (DovStore        *store,
                  const DovPeriod *period,
                  gint64           lounge)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT submitted_on FROM live_work_plan WHERE since = ?1 AND until = ?2"
                   " AND status IN ('submitted', 'approved')"
                   " AND (lounge_id = ?3 OR (?3 = 0 AND (SELECT count(*) FROM live_lounge) = 1))", "(DDx)",
                   &period->from, &period->to, lounge);

  return dov_statement_next (rows) ? dov_statement_dup_date (rows, 0) : NULL;
}

/**
 * dov_submitted_find_day:
 *
 * Returns: (transfer full) (nullable): when the document of just this period and
 *   lounge was handed in, a plan of work also by its page; %NULL: it was not
 */
GDate *
dov_submitted_find_day (DovStore        *store,
                        const char      *code,
                        const DovPeriod *period,
                        gint64           lounge)
{
  g_autoptr (DovReportInstance) instance = dov_report_instance_find (store, code, period, lounge);

  if (instance != NULL)
    return g_date_copy (instance->sent_on);

  return g_str_equal (code, DOV_PLAN_DOCUMENT) ? find_day_of_plan (store, period, lounge) : NULL;
}

/* The log is asked, not the reasons given: undo and loading change a report too, and give none. The last lines of a
 * record come first. */
static const char changed_since[] =
  "WITH out AS (SELECT max (operation) AS number FROM audit WHERE record = 'report_instance' AND id = ?1 AND"
  " (what = 'made' OR (field = 'status' AND was NOT IN ('sent', 'accepted'))))"
  " SELECT a.record, a.id, a.what, a.field, a.was FROM out JOIN audit a ON a.operation > out.number"
  " WHERE a.what <> 'accepted' ORDER BY a.record, a.id, a.number DESC";

/* A record now, and as it was when the report went out. */
typedef struct
{
  GType      type;
  gint64     id;
  DovRecord *now;
  DovRecord *was;
  gboolean   is_gone;   /* was not there then */
} Traced;

static void
clear_traced (Traced *self)
{
  g_clear_object (&self->now);
  g_clear_object (&self->was);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Traced, clear_traced)

static gboolean
begin_trace (Traced            *self,
             DovStore          *store,
             DovReportInstance *instance,
             const char        *table,
             gint64             id)
{
  clear_traced (self);
  *self = (Traced) { .type = dov_registry_find (table), .id = id };
  if (self->type == G_TYPE_INVALID || self->type == DOV_TYPE_REPORT_INSTANCE ||
      (!is_former_name (self->type) && !does_read (store, instance->code, table, NULL)))
    return FALSE;
  self->now = dov_store_look_up (store, self->type, id);
  if (self->now == NULL)
    return FALSE;
  self->was = dov_record_dup (self->now);
  self->is_gone = dov_record_is_removed (self->now);

  return TRUE;
}

static void
take_back_line (Traced     *self,
                const char *what,
                const char *name,
                const char *was)
{
  const DovField *field = name != NULL ? dov_record_find_field (self->was, name) : NULL;

  if (g_str_equal (what, "made") || g_str_equal (what, "restored"))
    self->is_gone = TRUE;
  else if (g_str_equal (what, "removed"))
    self->is_gone = FALSE;
  else if (field != NULL)
    (void) dov_record_set_text (self->was, field, was != NULL ? was : "", NULL);
}

static gboolean
is_other_than_told (Traced            *self,
                    DovStore          *store,
                    DovReportInstance *instance)
{
  g_auto (Change) change = { .store = store };

  if (self->now == NULL)
    return FALSE;
  change.before = self->is_gone ? NULL : self->was;
  change.after = dov_record_is_removed (self->now) ? NULL : self->now;

  return (change.before != NULL || change.after != NULL) && does_touch (&change, instance);
}

/**
 * dov_report_instance_is_changed:
 *
 * Returns: whether something that @instance tells of is not what it was when
 *   it was handed in
 */
gboolean
dov_report_instance_is_changed (DovStore          *store,
                                DovReportInstance *instance)
{
  g_autoptr (DovStatement) rows = NULL;
  g_auto (Traced) traced = { .id = 0 };
  gboolean is_read = FALSE;

  if (!dov_report_instance_is_submitted (instance))
    return FALSE;
  rows = dov_store_ask (store, changed_since, "(x)", dov_record_get_id (DOV_RECORD (instance)));
  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 1);

      if (id != traced.id)
        {
          if (is_read && is_other_than_told (&traced, store, instance))
            return TRUE;
          is_read = begin_trace (&traced, store, instance, dov_statement_column_text (rows, 0), id);
        }
      if (is_read)
        take_back_line (&traced, dov_statement_column_text (rows, 2), dov_statement_column_text (rows, 3),
                        dov_statement_column_text (rows, 4));
    }

  return is_read && is_other_than_told (&traced, store, instance);
}

/**
 * dov_report_instance_dup_state:
 *
 * Returns: (transfer full) (nullable): what a paper says of itself, always Russian:
 *   «сдан 03.04.2027», «сдан 03.04.2027, изменён после сдачи»; %NULL while it
 *   was not handed in
 */
char *
dov_report_instance_dup_state (DovStore        *store,
                               const char      *code,
                               const DovPeriod *period,
                               gint64           lounge)
{
  g_autoptr (DovReportInstance) instance = dov_report_instance_find (store, code, period, lounge);
  g_autoptr (GDate) sent_on = dov_submitted_find_day (store, code, period, lounge);
  g_autofree char *day = sent_on != NULL ? dov_date_to_shown (sent_on) : NULL;
  gboolean is_changed = instance != NULL && dov_report_instance_is_changed (store, instance);

  if (day == NULL)
    return NULL;

  return g_strconcat ("сдан ", day, is_changed ? ", изменён после сдачи" : "", NULL);
}
