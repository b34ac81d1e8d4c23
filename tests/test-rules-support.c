/* test-rules-support.c - periods of support follow from states, moves and files, and go back with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-dump.h"
#include "dov-family-category.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-load.h"
#include "dov-lounge.h"
#include "dov-parts.h"
#include "dov-rules.h"
#include "dov-scratch.h"
#include "dov-support-period.h"
#include "verdict.h"

#include <string.h>

typedef struct
{
  Club   club;
  gint64 other;    /* a second lounge */
  gint64 third;
  gint64 family;   /* found, not on support yet */
} Fixture;

static const char *
text_of (gint64 id)
{
  static char texts[8][24];
  static guint next;
  char *text = texts[next++ % 8];

  g_snprintf (text, 24, "%" G_GINT64_FORMAT, id);

  return text;
}

static gint64
add_lounge (Fixture    *self,
            const char *name)
{
  return club_add (&self->club, DOV_TYPE_LOUNGE, "name", name, "settlement_id", "15", "host_institution_id",
                   text_of (self->club.organisation), "address", "с. Лойма, ул. Мира, 2", "opened_on", "2020-01-09",
                   "manager_id", text_of (self->club.manager), NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->other = add_lounge (self, "Лойма");
  self->third = add_lounge (self, "Бурец");
  self->family = club_add_family (&self->club, "Ёлкины");
  club_let_support (&self->club, self->family);
  club_change (&self->club, DOV_TYPE_FAMILY, self->family, "closing_reason", "moved");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  club_close (&self->club);
}

/* «A 2027-01-10 2027-02-01 moved; B 2027-02-01»: by A, B, C for the three lounges. */
static char *
dup_periods (Fixture *self,
             gint64   family)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (DovStatement) rows =
    dov_store_ask (self->club.store, "SELECT lounge_id, since, until, end_kind FROM live_support_period WHERE family_id = ?1"
                   " ORDER BY since, until IS NULL, until", "(x)", family);

  while (dov_statement_next (rows))
    {
      gint64 lounge = dov_statement_column_integer (rows, 0);

      g_string_append_printf (words, "%s%c %s", words->len > 0 ? "; " : "",
                              lounge == self->club.lounge ? 'A' : lounge == self->other ? 'B' : 'C',
                              dov_statement_column_text (rows, 1));
      if (!dov_statement_column_is_null (rows, 2))
        g_string_append_printf (words, " %s %s", dov_statement_column_text (rows, 2), dov_statement_column_text (rows, 3));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_periods (Fixture    *self,
                const char *expected)
{
  g_autofree char *found = dup_periods (self, self->family);

  g_assert_cmpstr (found, ==, expected);
}

/* Several fields at once, as a form saves them. */
static void
change (Fixture    *self,
        const char *verdict,
        ...)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, DOV_TYPE_FAMILY, self->family, NULL);
  const char *field;
  va_list pairs;

  va_start (pairs, verdict);
  while ((field = va_arg (pairs, const char *)) != NULL)
    club_fill (draft, field, va_arg (pairs, const char *), NULL);
  va_end (pairs);
  verdict_save (&self->club, draft, verdict);
}

static void
take_on (Fixture    *self,
         const char *day)
{
  change (self, NULL, "case_status", "active", "opened_on", day, "closed_on", "", "curator_id",
          text_of (self->club.manager), NULL);
}

static gboolean
move (Fixture    *self,
      gint64      to,
      const char *day)
{
  g_autoptr (DovRecord) draft = dov_household_new_move (self->club.store, self->family);
  g_autoptr (GError) error = NULL;

  club_fill (draft, "to_lounge_id", text_of (to), "moved_on", day, "reason", "Переезд", NULL);
  if (dov_household_move (self->club.store, draft, &error))
    return TRUE;
  g_assert_nonnull (error);

  return FALSE;
}

static gint64
last (Fixture *self)
{
  return dov_store_get_last_operation (self->club.store);
}

static void
test_states (Fixture       *self,
             gconstpointer  data)
{
  static const char *const ends[] = { "closed", "rejected", "refused", "suspended", "transferred" };

  assert_periods (self, "");
  take_on (self, "2027-01-10");
  assert_periods (self, "A 2027-01-10");
  change (self, NULL, "case_status", "monitoring", NULL);
  assert_periods (self, "A 2027-01-10");
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *expected = g_strdup_printf ("A 2027-01-10 2027-02-0%u %s", i + 1, ends[i]);
      g_autofree char *day = g_strdup_printf ("2027-02-0%u", i + 1);

      change (self, "F4", "case_status", ends[i], NULL);    /* every end has a day */
      assert_periods (self, "A 2027-01-10");
      change (self, NULL, "case_status", ends[i], "closed_on", day, NULL);
      assert_periods (self, expected);
      verdict_undo (&self->club, last (self), NULL);        /* the period with it */
      assert_periods (self, "A 2027-01-10");
    }
  change (self, NULL, "case_status", "identified", "opened_on", "", NULL);
  assert_periods (self, "");
  change (self, NULL, "case_status", "refused", NULL);      /* it was never on support */
  assert_periods (self, "");
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  gint64 moved;

  take_on (self, "2027-01-10");
  g_assert_true (move (self, self->other, "2027-02-03"));
  moved = last (self);
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03");
  g_assert_false (move (self, self->third, "2027-02-01"));   /* B had it not yet */
  g_assert_true (move (self, self->third, "2027-03-01"));
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-01 moved; C 2027-03-01");
  verdict_undo (&self->club, moved, "-");                    /* not while it is in the third */
  verdict_undo (&self->club, last (self), NULL);
  verdict_undo (&self->club, moved, NULL);
  assert_periods (self, "A 2027-01-10");
  verdict_undo (&self->club, last (self), NULL);             /* done again */
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03");

  change (self, "F5", "case_status", "closed", "closed_on", "2027-02-02", NULL);   /* before it came there */
  change (self, "F5", "opened_on", "2027-02-04", NULL);                            /* after it had gone */
  change (self, NULL, "case_status", "closed", "closed_on", "2027-03-02", NULL);
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-02 closed");
  g_assert_true (move (self, self->third, "2027-03-04"));    /* who is off support leaves no trace */
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-02 closed");
  take_on (self, "2027-03-05");
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-02 closed; C 2027-03-05");
}

/* The day of a move put right moves the border; the move is not simply taken away. */
static void
test_move_changed (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GArray) moves = NULL;
  gint64 id;

  take_on (self, "2027-01-10");
  g_assert_true (move (self, self->other, "2027-02-03"));
  moves = dov_store_list (self->club.store, DOV_TYPE_FAMILY_MOVE, NULL, NULL);
  id = g_array_index (moves, gint64, 0);
  verdict_change (&self->club, DOV_TYPE_FAMILY_MOVE, id, "moved_on", "2027-02-20", NULL);
  assert_periods (self, "A 2027-01-10 2027-02-20 moved; B 2027-02-20");
  verdict_change (&self->club, DOV_TYPE_FAMILY_MOVE, id, "moved_on", "2027-01-12", NULL);
  assert_periods (self, "A 2027-01-10 2027-01-12 moved; B 2027-01-12");
  verdict_remove (&self->club, DOV_TYPE_FAMILY_MOVE, id, "F7");
  assert_periods (self, "A 2027-01-10 2027-01-12 moved; B 2027-01-12");
}

/* A lounge that was wrong from the start is put right with a reason. */
static void
test_lounge (Fixture       *self,
             gconstpointer  data)
{
  change (self, NULL, "lounge_id", text_of (self->other), NULL);
  take_on (self, "2027-01-10");
  change (self, "F7?", "lounge_id", text_of (self->third), NULL);
  assert_periods (self, "B 2027-01-10");
  dov_store_accept (self->club.store, "F7", "записали не туда");
  change (self, NULL, "lounge_id", text_of (self->third), NULL);
  assert_periods (self, "C 2027-01-10");
}

static void
test_reopening (Fixture       *self,
                gconstpointer  data)
{
  gint64 again;

  take_on (self, "2027-01-10");
  change (self, NULL, "case_status", "closed", "closed_on", "2027-02-05", NULL);
  change (self, "F5", "case_status", "active", NULL);
  change (self, "V5", "case_status", "active", "opened_on", "2027-02-15", NULL);
  change (self, "F5?", "case_status", "active", "closed_on", "", NULL);      /* or was it never off? */
  change (self, NULL, "case_status", "active", "closed_on", "", "opened_on", "2027-02-15", NULL);
  again = last (self);
  assert_periods (self, "A 2027-01-10 2027-02-05 closed; A 2027-02-15");
  change (self, "F5", "opened_on", "2027-01-20", NULL);
  change (self, NULL, "opened_on", "2027-02-16", NULL);
  assert_periods (self, "A 2027-01-10 2027-02-05 closed; A 2027-02-16");
  verdict_undo (&self->club, last (self), NULL);
  verdict_undo (&self->club, again, NULL);
  assert_periods (self, "A 2027-01-10 2027-02-05 closed");

  dov_store_accept (self->club.store, "F5", "сняли по ошибке");
  change (self, NULL, "case_status", "active", "closed_on", "", NULL);
  assert_periods (self, "A 2027-01-10");
}

/* Nobody types a period. */
static void
test_typed (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (DovRecord) period = club_new (&self->club, DOV_TYPE_SUPPORT_PERIOD, "family_id", text_of (self->family),
                                           "lounge_id", text_of (self->other), "since", "2027-01-20", NULL);
  g_autoptr (GArray) periods = NULL;
  gint64 id;

  verdict_save (&self->club, period, "-");
  take_on (self, "2027-01-10");
  periods = dov_store_list (self->club.store, DOV_TYPE_SUPPORT_PERIOD, NULL, NULL);
  g_assert_cmpuint (periods->len, ==, 1);
  id = g_array_index (periods, gint64, 0);
  verdict_change (&self->club, DOV_TYPE_SUPPORT_PERIOD, id, "since", "2027-01-09", "-");
  verdict_change (&self->club, DOV_TYPE_SUPPORT_PERIOD, id, "lounge_id", text_of (self->other), "-");
  verdict_change (&self->club, DOV_TYPE_SUPPORT_PERIOD, id, "until", "2027-02-09", "-");
  verdict_remove (&self->club, DOV_TYPE_SUPPORT_PERIOD, id, "-");
  verdict_save (&self->club, period, "-");                  /* two at a time */
  assert_periods (self, "A 2027-01-10");
}

static void
test_bin (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (DovRecord) family = dov_store_find (self->club.store, DOV_TYPE_FAMILY, self->family, NULL);

  take_on (self, "2027-01-10");
  g_assert_true (move (self, self->other, "2027-02-03"));
  g_assert_true (dov_store_count (self->club.store, DOV_TYPE_FAMILY_MOVE, NULL, NULL) == 1);
  verdict_undo (&self->club, last (self), NULL);
  g_assert_true (dov_parts_remove (self->club.store, family, NULL));
  assert_periods (self, "");
  g_assert_true (dov_parts_restore (self->club.store, family, NULL));
  assert_periods (self, "A 2027-01-10");
}

/* D-15: who is taken off has no category any more; who is suspended comes back with it. */
static void
test_categories (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *again = NULL;
  gint64 open, over;
  const struct { const char *day, *status, *open; } cases[] = {
    { "2027-02-05", "suspended", "" }, { "2027-02-06", "refused", "2027-02-06" }, { "2027-02-07", "closed", "2027-02-07" },
    { "", "active", "" },
  };

  take_on (self, "2027-01-10");
  open = club_add (&self->club, DOV_TYPE_FAMILY_CATEGORY, "family_id", text_of (self->family), "category_id", "201",
                   "since", "2026-12-10", NULL);
  over = club_add (&self->club, DOV_TYPE_FAMILY_CATEGORY, "family_id", text_of (self->family), "category_id", "203",
                   "since", "2027-01-11", "until", "2027-01-31", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *until = NULL;
      g_autofree char *still = NULL;

      dov_store_accept (self->club.store, "F5", "сняли по ошибке");
      change (self, NULL, "case_status", cases[i].status, "closed_on", cases[i].day, NULL);
      until = club_read (&self->club, DOV_TYPE_FAMILY_CATEGORY, open, "until");
      still = club_read (&self->club, DOV_TYPE_FAMILY_CATEGORY, over, "until");
      g_assert_cmpstr (until, ==, cases[i].open);
      g_assert_cmpstr (still, ==, "2027-01-31");
    }
  change (self, NULL, "case_status", "closed", "closed_on", "2027-02-09", NULL);
  verdict_undo (&self->club, last (self), NULL);
  again = club_read (&self->club, DOV_TYPE_FAMILY_CATEGORY, open, "until");
  g_assert_cmpstr (again, ==, "");
}

/* ---- files ---- */

/* A file of before: the same families, and no periods. What a state without a day ended, ended when that was written. */
static void
test_older_file (Fixture       *self,
                 gconstpointer  data)
{
  gint64 closed = club_add_family (&self->club, "Закрытые");
  gint64 refused = club_add_family (&self->club, "Отказавшиеся");
  gint64 found = club_add_family (&self->club, "Найденные");
  g_autofree char *of_closed = NULL;
  g_autofree char *of_refused = NULL;
  g_autofree char *of_found = NULL;
  DovDatabase *database = dov_store_get_database (self->club.store);

  take_on (self, "2027-01-10");
  g_assert_true (move (self, self->other, "2027-02-03"));
  g_assert_true (move (self, self->third, "2027-03-01"));
  g_assert_true (dov_database_execute (database, "DROP TABLE support_period;"
                                       " UPDATE meta SET value = 'older' WHERE name = 'schema'", NULL));
  g_assert_true (dov_database_execute (database, "DELETE FROM meta WHERE name = 'key.support_period';"
                                       " DELETE FROM audit WHERE record = 'support_period'", NULL));
  {
    g_autofree char *sql =
      g_strdup_printf ("UPDATE family SET opened_on = '2026-05-06', closed_on = '2026-07-08', case_status = 'closed' WHERE id = %"
                       G_GINT64_FORMAT ";"
                       "UPDATE family SET opened_on = '2026-05-07', case_status = 'refused' WHERE id = %" G_GINT64_FORMAT,
                       closed, refused);

    g_assert_true (dov_database_execute (database, sql, NULL));
  }
  club_reopen (&self->club);
  dov_rules_install (self->club.store);
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-01 moved; C 2027-03-01");
  of_closed = dup_periods (self, closed);
  of_refused = dup_periods (self, refused);
  of_found = dup_periods (self, found);
  g_assert_cmpstr (of_closed, ==, "A 2026-05-06 2026-07-08 closed");
  g_assert_cmpstr (of_refused, ==, "A 2026-05-07 2027-03-05 refused");
  g_assert_cmpstr (of_found, ==, "");
  /* The log knows nothing of these periods, and yet what was done before is taken back with them. */
  verdict_undo (&self->club, last (self), NULL);
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03");
  change (self, NULL, "case_status", "closed", "closed_on", "2027-03-04", NULL);
  assert_periods (self, "A 2027-01-10 2027-02-03 moved; B 2027-02-03 2027-03-04 closed");
}

static char *
dup_dump (Club       *club,
          const char *without)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_dump_stream (club->store, stream, 0, NULL, NULL, NULL, NULL, &error));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  lines = g_strsplit (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (without == NULL || strstr (lines[i], without) == NULL)
      g_string_append_printf (kept, "%s\n", lines[i]);

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* A dump with its periods is the same file again; without them the last support is made from the family and its moves. */
static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  static const struct { const char *without, *periods; } cases[] = {
    { NULL, "A 2027-01-10 2027-01-20 closed; A 2027-01-25 2027-02-03 moved; B 2027-02-03 2027-03-01 moved;"
            " C 2027-03-01" },
    { "\"support_period\"", "A 2027-01-25 2027-02-03 moved; B 2027-02-03 2027-03-01 moved; C 2027-03-01" },
  };

  take_on (self, "2027-01-10");
  change (self, NULL, "case_status", "closed", "closed_on", "2027-01-20", NULL);
  take_on (self, "2027-01-25");
  g_assert_true (move (self, self->other, "2027-02-03"));
  g_assert_true (move (self, self->third, "2027-03-01"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dump = dup_dump (&self->club, cases[i].without);
      g_autofree char *path = g_strdup_printf ("%s/%u.doverie", self->club.folder, i);
      g_autoptr (GError) error = NULL;
      Fixture copy = *self;
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (dump, -1, NULL);

      copy.club.store = dov_store_open (path, DOV_STORE_CREATE, &error);
      g_assert_no_error (error);
      dov_rules_install (copy.club.store);
      if (!dov_load_stream (copy.club.store, stream, NULL, NULL, NULL, NULL, NULL, &error))
        g_error ("%s", error->message);
      assert_periods (&copy, cases[i].periods);
      if (cases[i].without == NULL)
        {
          g_autofree char *again = dup_dump (&copy.club, NULL);

          g_assert_cmpstr (again, ==, dump);
        }
      g_assert_true (dov_store_close (copy.club.store, &error));
      g_object_unref (copy.club.store);
    }
}

#define PERIOD "{\"record\":\"support_period\",\"family_id\":\"%s\",\"lounge_id\":\"%s\","

/* A file may tell what was before; it may not tell what the family does not say. */
static void
test_loaded (Fixture       *self,
             gconstpointer  data)
{
  static const struct { const char *periods; gboolean is_taken; } cases[] = {
    { PERIOD "\"since\":\"2026-01-02\",\"until\":\"2026-03-04\",\"end_kind\":\"refused\"}\n", TRUE },
    { PERIOD "\"since\":\"2026-01-02\",\"until\":\"2026-03-04\"}\n", FALSE },
    { PERIOD "\"since\":\"2026-03-03\",\"until\":\"2026-05-04\",\"end_kind\":\"closed\"}\n", FALSE },
    { PERIOD "\"since\":\"2026-03-04\"}\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].periods, "%s", 3);
      g_autofree char *line = g_strconcat (parts[0], text_of (self->family), parts[1], text_of (self->other), parts[2], NULL);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (line, -1, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_true (dov_load_stream (self->club.store, stream, NULL, NULL, NULL, NULL, NULL, &error) == cases[i].is_taken);
      assert_periods (self, "B 2026-01-02 2026-03-04 refused");
    }
  take_on (self, "2026-03-04");
  assert_periods (self, "B 2026-01-02 2026-03-04 refused; A 2026-03-04");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rules/support/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/rules/support/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/rules/support/move changed", Fixture, NULL, set_up, test_move_changed, tear_down);
  g_test_add ("/rules/support/lounge", Fixture, NULL, set_up, test_lounge, tear_down);
  g_test_add ("/rules/support/reopening", Fixture, NULL, set_up, test_reopening, tear_down);
  g_test_add ("/rules/support/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/rules/support/bin", Fixture, NULL, set_up, test_bin, tear_down);
  g_test_add ("/rules/support/categories", Fixture, NULL, set_up, test_categories, tear_down);
  g_test_add ("/rules/support/older file", Fixture, NULL, set_up, test_older_file, tear_down);
  g_test_add ("/rules/support/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/rules/support/loaded", Fixture, NULL, set_up, test_loaded, tear_down);

  return g_test_run ();
}
