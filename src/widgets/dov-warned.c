/* dov-warned.c - what rules warn of where many records are saved: all of it is seen before one reason holds for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-warned.h"

#include "dov-others.h"

#include <glib/gi18n.h>

/* So many different warnings, and names before each, are read at once; what is more is asked next. */
#define MOST_WARNINGS 6
#define MOST_NAMES    4

/* One warning, word for word. */
typedef struct
{
  char      *rule;
  char      *words;
  char      *reason;   /* NULL: it is asked for just now */
  GPtrArray *names;    /* of the records that it is about */
} Said;

struct _DovWarned
{
  GPtrArray *said;
};

static void
said_free (gpointer data)
{
  Said *said = data;

  g_free (said->rule);
  g_free (said->words);
  g_free (said->reason);
  g_ptr_array_unref (said->names);
  g_free (said);
}

DovWarned *
dov_warned_new (void)
{
  DovWarned *self = g_new (DovWarned, 1);

  self->said = g_ptr_array_new_with_free_func (said_free);

  return self;
}

void
dov_warned_free (DovWarned *self)
{
  g_ptr_array_unref (self->said);
  g_free (self);
}

static guint
count_asked (DovWarned *self)
{
  guint n = 0;

  for (guint i = 0; i < self->said->len; i++)
    n += ((Said *) g_ptr_array_index (self->said, i))->reason == NULL;

  return n;
}

/* One more record of which this is said; @name is NULL where it is not known. */
static void
note (DovWarned  *self,
      const char *rule,
      const char *words,
      char       *name)
{
  Said *said = NULL;

  for (guint i = 0; i < self->said->len && said == NULL; i++)
    {
      Said *one = g_ptr_array_index (self->said, i);

      if (one->reason == NULL && g_str_equal (one->words, words))
        said = one;
    }
  if (said == NULL && count_asked (self) < MOST_WARNINGS)
    {
      said = g_new0 (Said, 1);
      said->rule = g_strdup (rule);
      said->words = g_strdup (words);
      said->names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->said, said);
    }
  if (said != NULL && name != NULL)
    g_ptr_array_add (said->names, g_steal_pointer (&name));
  g_free (name);
}

/* Does it to the end, only to hear what rules have to say, and takes it back. */
static void
try_out (DovWarned    *self,
         DovStore     *store,
         const char   *rule,
         DovWarnedTry  attempt,
         gpointer      data)
{
  g_autoptr (GPtrArray) told = dov_warnings_new ();

  if (!dov_store_begin (store, NULL, NULL))
    return;
  dov_warned_accept (self, store);
  dov_store_accept_all (store, told);
  if (attempt (data, NULL))
    (void) dov_store_judge_end (store, NULL);
  for (guint i = 0; i < told->len; i++)
    {
      const DovWarning *warning = g_ptr_array_index (told, i);

      if (g_strcmp0 (warning->rule, rule) == 0)
        note (self, rule, warning->message,
              dov_others_name (dov_store_describe_id (store, warning->type, warning->id)));
    }
  dov_store_abandon (store);
}

static void
append_names (GString   *text,
              GPtrArray *names)
{
  for (guint i = 0; i < MIN (names->len, MOST_NAMES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > MOST_NAMES)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", names->len - MOST_NAMES), names->len - MOST_NAMES);
  if (names->len > 0)
    g_string_append (text, ": ");
}

/**
 * dov_warned_ask:
 * @store: which has just refused what @attempt saves, because a rule warns
 * @data: for @attempt
 *
 * Looks for all that this rule would say, so that a reason is given for what was seen and for nothing else.
 *
 * Returns: (transfer full) (nullable): which records it is about, and what is said of each; %NULL: only what the store has
 *   said already
 */
char *
dov_warned_ask (DovWarned    *self,
                DovStore     *store,
                DovWarnedTry  attempt,
                gpointer      data)
{
  const DovProblem *refusal = dov_store_get_refusal (store);
  g_autofree char *rule = g_strdup (refusal->rule);
  g_autofree char *first = g_strdup (refusal->message);
  g_autofree char *lead = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_records = 0;

  for (guint i = self->said->len; i > 0; i--)
    if (((Said *) g_ptr_array_index (self->said, i - 1))->reason == NULL)
      g_ptr_array_remove_index (self->said, i - 1);
  note (self, rule, first, NULL);
  try_out (self, store, rule, attempt, data);

  for (guint i = 0; i < self->said->len; i++)
    {
      Said *said = g_ptr_array_index (self->said, i);

      if (said->reason != NULL)
        continue;
      n_records += MAX (said->names->len, 1);
      g_string_append (text, "\n");
      append_names (text, said->names);
      g_string_append (text, said->words);
    }
  if (n_records < 2)
    return NULL;
  lead = g_strdup_printf (ngettext ("The reason is written down with %u record:",
                                    "The reason is written down with each of %u records:", n_records), n_records);

  return g_strconcat (lead, text->str, NULL);
}

/**
 * dov_warned_answer:
 * @reason: why all that was asked about is right
 */
void
dov_warned_answer (DovWarned  *self,
                   const char *reason)
{
  for (guint i = 0; i < self->said->len; i++)
    {
      Said *said = g_ptr_array_index (self->said, i);

      if (said->reason == NULL)
        said->reason = g_strdup (reason);
    }
}

/* Hands the reasons to the operation that is open. */
void
dov_warned_accept (DovWarned *self,
                   DovStore  *store)
{
  for (guint i = 0; i < self->said->len; i++)
    {
      Said *said = g_ptr_array_index (self->said, i);

      if (said->reason != NULL)
        dov_store_accept_said (store, said->rule, said->words, said->reason);
    }
}

/* What was given last is offered for what is asked next. */
const char *
dov_warned_get_last (DovWarned *self)
{
  const char *last = NULL;

  for (guint i = 0; i < self->said->len; i++)
    {
      Said *said = g_ptr_array_index (self->said, i);

      last = said->reason != NULL ? said->reason : last;
    }

  return last;
}
