/* verdict.c - what the rules say to a change, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "verdict.h"

static void
judge (Club       *club,
       gboolean    passed,
       GError     *error,
       const char *expected)
{
  const DovProblem *refusal = dov_store_get_refusal (club->store);
  g_autofree char *told = NULL;

  if (error != NULL)
    g_test_message ("%s", error->message);
  if (passed)
    {
      g_assert_no_error (error);
      g_assert_null (expected);
      return;
    }

  g_assert_nonnull (error);
  told = refusal == NULL || refusal->rule == NULL
         ? g_strdup ("-") : g_strconcat (refusal->rule, refusal->is_warning ? "?" : "", NULL);
  g_assert_cmpstr (told, ==, expected);

  /* An undo that is refused says first that it is one. */
  if (refusal != NULL)
    g_assert_true (g_str_has_suffix (error->message, refusal->message));
}

void
verdict_save (Club       *club,
              DovRecord  *draft,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean passed = dov_store_save (club->store, draft, &error);

  judge (club, passed, error, expected);
}

static DovRecord *
find (Club   *club,
      GType   type,
      gint64  id)
{
  g_autoptr (GError) error = NULL;
  DovRecord *record = dov_store_find (club->store, type, id, &error);

  g_assert_no_error (error);

  return record;
}

void
verdict_change (Club       *club,
                GType       type,
                gint64      id,
                const char *field,
                const char *text,
                const char *expected)
{
  g_autoptr (DovRecord) record = find (club, type, id);
  g_autoptr (DovRecord) draft = dov_record_dup (record);
  g_autoptr (DovRecord) was = dov_record_dup (record);

  club_fill (draft, field, text, NULL);
  verdict_save (club, draft, expected);
  if (expected != NULL)
    g_assert_cmpint (dov_record_diff (record, was), ==, 0);
}

void
verdict_remove (Club       *club,
                GType       type,
                gint64      id,
                const char *expected)
{
  g_autoptr (DovRecord) record = find (club, type, id);
  g_autoptr (GError) error = NULL;
  gboolean passed = dov_store_remove (club->store, record, &error);

  judge (club, passed, error, expected);
}

void
verdict_restore (Club       *club,
                 GType       type,
                 gint64      id,
                 const char *expected)
{
  g_autoptr (DovRecord) record = find (club, type, id);
  g_autoptr (GError) error = NULL;
  gboolean passed = dov_store_restore (club->store, record, &error);

  judge (club, passed, error, expected);
}

void
verdict_undo (Club       *club,
              gint64      operation,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean passed = dov_store_undo (club->store, operation, &error);

  judge (club, passed, error, expected);
}

void
verdict_commit (Club       *club,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  gboolean passed = dov_store_commit (club->store, NULL, &error);

  judge (club, passed, error, expected);
}
