/* dov-store-rules.c - what refuses a change: links, rules, and what people have confirmed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-acceptance.h"
#include "dov-clean.h"
#include "dov-fold.h"
#include "dov-registry.h"

#include <glib/gi18n.h>

/* How many records that point here a message names. */
#define NAMED_REFERRERS 3

/**
 * dov_store_add_rule:
 * @type: the record that the rule watches; %DOV_TYPE_RECORD for all
 * @at_commit: look when the operation ends, with everything written, and
 *   not at each save before it is written
 */
void
dov_store_add_rule (DovStore *self,
                    GType     type,
                    gboolean  at_commit,
                    DovRule   rule)
{
  DovRuleEntry entry = { type, at_commit, rule, .fields = G_MAXUINT64 };

  g_array_append_val (self->rules, entry);
}

static guint64
read_fields (GType       type,
             const char *names)
{
  DovRecordClass *klass = dov_registry_class (type);
  g_auto (GStrv) fields = g_strsplit (names, " ", -1);
  guint64 mask = 0;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const DovField *field = dov_record_class_find_field (klass, fields[i]);

      g_assert (field != NULL);
      mask |= G_GUINT64_CONSTANT (1) << (field - klass->fields);
    }

  return mask;
}

/**
 * dov_store_add_rules:
 *
 * Adds the rules of an area, each asked only of the records that it is about.
 */
void
dov_store_add_rules (DovStore        *self,
                     const DovRuleOf *rows,
                     guint            n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const char *fields = rows[i].fields;
      GType type = rows[i].type ();
      DovRuleEntry entry = {
        type, (rows[i].flags & DOV_RULE_AT_END) != 0, rows[i].check, fields != NULL, (rows[i].flags & DOV_RULE_OF_KEPT) != 0,
        fields == NULL || *fields == '\0' ? G_MAXUINT64 : read_fields (type, fields),
      };

      g_array_append_val (self->rules, entry);
    }
}

/* Whom a rule is about. A new record has changed in all its fields. */
static gboolean
is_asked (const DovRuleEntry *entry,
          DovRecord          *before,
          DovRecord          *after,
          guint64             changed)
{
  return (after != NULL || !entry->is_of_saved) && (before != NULL || !entry->is_of_kept) &&
         (entry->fields == G_MAXUINT64 || (changed & entry->fields) != 0);
}

/**
 * dov_store_add_consequence:
 * @consequence: what is written at the end of every operation
 */
void
dov_store_add_consequence (DovStore       *self,
                           DovConsequence  consequence)
{
  g_array_append_val (self->consequences, consequence);
}

/* Accepting. */

static void
dov_warning_free (DovWarning *warning)
{
  g_free (warning->message);
  g_free (warning);
}

/**
 * dov_warnings_new:
 *
 * Returns: (transfer full) (element-type DovWarning): an empty list, for
 *   dov_store_accept_all()
 */
GPtrArray *
dov_warnings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dov_warning_free);
}

/**
 * dov_store_accept:
 * @rule: (nullable): the number of the rule that warned
 * @reason: why it is right all the same; kept in the history
 *
 * Confirms a warning for the next operation, or for the one that is open. A
 * confirmation ends with its operation. When a single save fails, another
 * try of the same draft remembers what was accepted; whoever begins an
 * operation again says it again.
 */
void
dov_store_accept (DovStore   *self,
                  const char *rule,
                  const char *reason)
{
  dov_store_accept_said (self, rule, NULL, reason);
}

/**
 * dov_store_accept_said:
 * @said: (nullable): the very words in which the rule warns
 *
 * Like dov_store_accept(), for what was read and for nothing else that the
 * rule may say of other records.
 */
void
dov_store_accept_said (DovStore   *self,
                       const char *rule,
                       const char *said,
                       const char *reason)
{
  DovAcceptance acceptance = { g_strdup (rule), dov_clean (reason, FALSE), g_strdup (said), 0, FALSE };

  g_array_append_val (self->accepted, acceptance);
}

/**
 * dov_store_accept_of:
 * @id: of the one record that this is about
 *
 * Like dov_store_accept(), for what a rule says of one record when the
 * operation ends.
 */
void
dov_store_accept_of (DovStore   *self,
                     gint64      id,
                     const char *rule,
                     const char *reason)
{
  DovAcceptance acceptance = { g_strdup (rule), dov_clean (reason, FALSE), NULL, id, FALSE };

  g_array_append_val (self->accepted, acceptance);
}

/**
 * dov_store_accept_all:
 * @told: (nullable) (element-type DovWarning): takes the warnings
 *
 * Lets every warning pass in the next operation, or in the one that is open.
 */
void
dov_store_accept_all (DovStore  *self,
                      GPtrArray *told)
{
  self->accepts_all = TRUE;
  g_clear_pointer (&self->told, g_ptr_array_unref);
  self->told = told != NULL ? g_ptr_array_ref (told) : NULL;
}

/**
 * dov_store_ask_reason:
 * @rule: the number of a rule
 *
 * After dov_store_accept_all(): lets warnings of @rule pass only where they
 * are accepted with a reason.
 */
void
dov_store_ask_reason (DovStore   *self,
                      const char *rule)
{
  self->asks_reason = g_intern_string (rule);
}

/* Ends all confirmations, or only those of an attempt that has failed. */
void
dov_store_forget_accepted (DovStore *self,
                           gboolean  only_tried)
{
  for (guint i = self->accepted->len; i > 0; i--)
    if (!only_tried || g_array_index (self->accepted, DovAcceptance, i - 1).was_tried)
      g_array_remove_index (self->accepted, i - 1);
  if (!only_tried)
    {
      self->accepts_all = FALSE;
      self->asks_reason = NULL;
      g_clear_pointer (&self->told, g_ptr_array_unref);
    }
}

static const DovAcceptance *
find_acceptance (DovStore         *self,
                 DovRecord        *record,
                 const DovProblem *problem)
{
  /* What was said last is meant. */
  for (guint i = self->accepted->len; i > 0; i--)
    {
      const DovAcceptance *acceptance = &g_array_index (self->accepted, DovAcceptance, i - 1);

      /* A reason that says nothing is none. */
      if (g_strcmp0 (acceptance->rule, problem->rule) == 0 && !dov_fold_is_empty (acceptance->reason) &&
          (acceptance->said == NULL || g_str_equal (acceptance->said, problem->message)) &&
          (acceptance->id == 0 || acceptance->id == dov_record_get_id (record)))
        return acceptance;
    }

  return NULL;
}

static gboolean
accept_warning (DovStore    *self,
                DovRecord   *record,
                DovProblem  *problem,
                GError     **error)
{
  const DovAcceptance *acceptance = find_acceptance (self, record, problem);

  if (acceptance != NULL)
    return dov_store_write_line (self, DOV_RECORD_GET_CLASS (record)->table, dov_record_get_id (record), NULL,
                                 "accepted", problem->rule, acceptance->reason, error);
  if (self->told != NULL)
    {
      DovWarning warning = { G_OBJECT_TYPE (record), dov_record_get_id (record), problem->rule,
                             g_strdup (problem->message) };

      g_ptr_array_add (self->told, g_memdup2 (&warning, sizeof warning));
    }

  return TRUE;
}

/* A book is no reason: it would stand in the history and on papers. */
static gboolean
check_reasons (DovStore   *self,
               DovRecord  *record,
               GPtrArray  *problems,
               GError    **error)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const DovAcceptance *acceptance = find_acceptance (self, record, g_ptr_array_index (problems, i));
      g_autofree char *reason = acceptance != NULL ? dov_acceptance_read (acceptance->reason, error) : NULL;

      if (acceptance != NULL && reason == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_accepted (DovStore   *self,
             DovRecord  *record,
             DovProblem *problem)
{
  gboolean needs_reason = self->asks_reason != NULL && g_strcmp0 (problem->rule, self->asks_reason) == 0;

  return (self->accepts_all && !needs_reason) || find_acceptance (self, record, problem) != NULL;
}

/* Whether @problems let the record pass: every rule could ask what it must
 * know, none refuses it, and all warnings are confirmed. Else @error is the first that does not. What was confirmed
 * is written down once @record has its id. */
gboolean
dov_store_judge (DovStore   *self,
                 DovRecord  *record,
                 GPtrArray  *problems,
                 GError    **error)
{
  DovProblem *refusal = NULL;

  if (!dov_database_check_questions (self->database, error) || !check_reasons (self, record, problems, error))
    {
      g_set_object (&self->refused, record);
      return FALSE;
    }
  for (guint i = 0; i < problems->len && refusal == NULL; i++)
    if (!((DovProblem *) g_ptr_array_index (problems, i))->is_warning)
      refusal = g_ptr_array_index (problems, i);
  for (guint i = 0; i < problems->len && refusal == NULL; i++)
    if (!is_accepted (self, record, g_ptr_array_index (problems, i)))
      refusal = g_ptr_array_index (problems, i);

  if (refusal != NULL)
    {
      g_set_object (&self->refused, record);
      g_clear_pointer (&self->refusals, g_ptr_array_unref);
      self->refusals = g_ptr_array_ref (problems);
      self->refusal = refusal;
      g_set_error_literal (error, DOV_RECORD_ERROR,
                           refusal->is_warning ? DOV_RECORD_ERROR_WARNING : DOV_RECORD_ERROR_REFUSED,
                           refusal->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_store_refuse:
 * @record: for whose sake; the draft that was saved stands for it
 * @field: (nullable): the field it stands under
 * @rule: (nullable): its number in domain.md
 *
 * For a #DovConsequence that finds that the operation cannot be.
 *
 * Returns: %FALSE
 */
gboolean
dov_store_refuse (DovStore    *self,
                  DovRecord   *record,
                  const char  *field,
                  const char  *rule,
                  const char  *message,
                  GError     **error)
{
  g_autoptr (GPtrArray) problems = dov_problems_new ();
  gint64 id = dov_record_get_id (record);
  DovTouched *touched = self->operation != NULL ? g_hash_table_lookup (self->operation->by_id, &id) : NULL;

  dov_problems_add (problems, record, field, rule, "%s", message);

  return dov_store_judge (self, touched != NULL && touched->draft != NULL ? touched->draft : record, problems, error);
}

void
dov_store_forget_refusal (DovStore *self)
{
  g_clear_object (&self->refused);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  self->refusal = NULL;
}

/**
 * dov_store_get_refusal:
 *
 * Returns: (transfer none) (nullable): the problem for whose sake the last
 *   save or commit failed: its field, and the rule that dov_store_accept()
 *   confirms; %NULL when it was not a rule
 */
const DovProblem *
dov_store_get_refusal (DovStore *self)
{
  return self->refusal;
}

gboolean
dov_store_write_accepted (DovStore   *self,
                          DovRecord  *record,
                          GPtrArray  *problems,
                          GError    **error)
{
  for (guint i = 0; i < problems->len; i++)
    if (!accept_warning (self, record, g_ptr_array_index (problems, i), error))
      return FALSE;

  return TRUE;
}

/* Rules. */

void
dov_store_ask_rules (DovStore  *self,
                     gboolean   at_commit,
                     DovRecord *before,
                     DovRecord *after,
                     GPtrArray *problems)
{
  GType type = G_OBJECT_TYPE (after != NULL ? after : before);
  guint64 changed = before != NULL && after != NULL ? dov_record_diff (before, after) : G_MAXUINT64;

  for (guint i = 0; i < self->rules->len; i++)
    {
      DovRuleEntry entry = g_array_index (self->rules, DovRuleEntry, i);

      if (entry.at_commit == at_commit && g_type_is_a (type, entry.type) && is_asked (&entry, before, after, changed))
        entry.check (self, before, after, problems);
    }
  if (after != NULL)
    dov_store_ask_once (self, at_commit, before, after, problems);
}

/* Whether a rule looks at records of @type when the operation ends. */
gboolean
dov_store_has_late_rules (DovStore *self,
                          GType     type)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      DovRuleEntry *entry = &g_array_index (self->rules, DovRuleEntry, i);

      if (entry->at_commit && g_type_is_a (type, entry->type))
        return TRUE;
    }

  return dov_store_has_late_once (self, type);
}

/* Links. */

static void
list_link_problem (DovStore       *self,
                   DovRecord      *record,
                   const DovField *field,
                   gint64          id,
                   gboolean       *waits,
                   GPtrArray      *problems)
{
  GType type = field->target ();
  g_autoptr (DovRecord) target = NULL;
  gboolean is_removed = FALSE;
  gboolean is_there = dov_store_has_row (self, type, id, &is_removed, NULL);

  if ((!is_there || is_removed) && waits != NULL)
    {
      *waits = TRUE;
      return;
    }
  if (!is_there)
    {
      dov_problems_add (problems, record, field->name, NULL,
                        _("“%s” points to a record that is not there. Choose another."),
                        _(field->label));
      return;
    }
  if (is_removed && DOV_RECORD_GET_CLASS (record)->is_ledger)
    return;
  if (is_removed)
    {
      g_autofree char *words = dov_store_describe_id (self, type, id);

      dov_problems_add (problems, record, field->name, NULL,
                        _("“%s” lies in the bin. Restore it first, or choose another."), words);
      return;
    }
  if (field->list == NULL)
    return;

  target = dov_store_find (self, type, id, NULL);
  if (target != NULL)
    {
      const DovField *code = dov_record_find_field (target, "list_code");
      g_autofree char *list = code != NULL ? dov_record_dup_text (target, code) : NULL;

      if (g_strcmp0 (list, field->list) != 0)
        dov_problems_add (problems, record, field->name, NULL,
                          _("“%s” is taken from another list. Choose again."), _(field->label));
    }
}

/* Adds what is wrong with the links that @after has and @before had not.
 * Inside an operation a link may wait for its target until the end: @waits
 * says whether one does; NULL when none may. */
void
dov_store_list_link_problems (DovStore  *self,
                              DovRecord *before,
                              DovRecord *after,
                              gboolean  *waits,
                              GPtrArray *problems)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (after);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      gint64 id, was = 0;

      if (field->kind != DOV_KIND_LINK)
        continue;
      id = G_STRUCT_MEMBER (gint64, after, field->offset);
      if (before != NULL)
        was = G_STRUCT_MEMBER (gint64, before, field->offset);
      if (id != 0 && id != was)
        list_link_problem (self, after, field, id, waits, problems);
    }
}

static void
name_referrers (DovStore          *self,
                const DovReferrer *referrer,
                gint64             id,
                GString           *names,
                guint             *n_referrers)
{
  DovRecordClass *klass = dov_registry_class (referrer->type);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 AND removed IS NULL",
                                          klass->table, referrer->field->name);
  g_autoptr (DovStatement) rows = dov_database_prepare (self->database, sql, NULL);

  if (rows == NULL || klass->is_ledger)
    return;

  dov_statement_bind_integer (rows, 1, id);
  while (dov_statement_step (rows, NULL))
    {
      gint64 from = dov_statement_column_integer (rows, 0);
      g_autofree char *words = NULL;
      g_autofree char *named = NULL;

      if (from == id)
        continue;
      if ((*n_referrers)++ >= NAMED_REFERRERS)
        continue;
      words = dov_store_describe_id (self, referrer->type, from);
      /* Translators: a record that points to another: its kind, itself. */
      named = g_strdup_printf (_("%s “%s”"), _(klass->label), words);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", named);
    }
}

/* Whether nothing that is not in the bin itself still points to @record. */
gboolean
dov_store_check_referrers (DovStore   *self,
                           DovRecord  *record,
                           GError    **error)
{
  DovTable *table = dov_store_get_table (self, G_OBJECT_TYPE (record));
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint n_referrers = 0;

  for (guint i = 0; i < table->referrers->len; i++)
    name_referrers (self, &g_array_index (table->referrers, DovReferrer, i), dov_record_get_id (record),
                    names, &n_referrers);
  if (n_referrers == 0)
    return TRUE;

  words = dov_store_describe (self, record);
  if (n_referrers > NAMED_REFERRERS)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n_referrers - NAMED_REFERRERS),
                            n_referrers - NAMED_REFERRERS);
  dov_store_forget_refusal (self);
  g_set_object (&self->refused, record);
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED,
               _("“%s” cannot be removed, for it is named in: %s. "
                 "Remove these first, or name another there."),
               words, names->str);

  return FALSE;
}

/* Rules that are only asked, with nothing to be saved, say it as a problem
 * when they could not ask. */
static void
start_asking (DovStore *self)
{
  if (self->operation == NULL)
    dov_database_forget_failure (self->database);
  self->n_asking++;
}

static void
end_asking (DovStore  *self,
            DovRecord *record,
            GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;

  if (!dov_database_check_questions (self->database, &error))
    dov_problems_add (problems, record, NULL, NULL, "%s", error->message);
  if (self->operation == NULL)
    dov_database_forget_failure (self->database);
  self->n_asking--;
}

/**
 * dov_store_list_problems:
 * @draft: a record as it would be saved; not touched
 *
 * Returns: (transfer full) (element-type DovProblem): all that stands against
 *   saving @draft now, warnings too, each under its field; empty when nothing
 */
GPtrArray *
dov_store_list_problems (DovStore  *self,
                         DovRecord *draft)
{
  g_autoptr (DovRecord) after = dov_record_dup (draft);
  g_autoptr (DovRecord) before = NULL;
  GPtrArray *problems;

  start_asking (self);
  dov_record_tidy (after);
  problems = dov_record_list_problems (after);
  if (dov_record_get_id (after) != 0)
    before = dov_store_find (self, G_OBJECT_TYPE (after), dov_record_get_id (after), NULL);
  dov_store_list_link_problems (self, before, after, NULL, problems);
  dov_store_ask_rules (self, FALSE, before, after, problems);
  end_asking (self, draft, problems);

  return problems;
}

/**
 * dov_store_list_faults:
 * @record: a record of this store, as it is stored
 *
 * Asks every rule as if the record were made today: for looking over a whole
 * file, whatever made it.
 *
 * Returns: (transfer full) (element-type DovProblem): what stands against it
 */
GPtrArray *
dov_store_list_faults (DovStore  *self,
                       DovRecord *record)
{
  GPtrArray *problems = dov_record_list_problems (record);

  start_asking (self);
  dov_store_list_link_problems (self, NULL, record, FALSE, problems);
  dov_store_ask_rules (self, FALSE, NULL, record, problems);
  dov_store_ask_rules (self, TRUE, NULL, record, problems);
  end_asking (self, record, problems);

  return problems;
}
