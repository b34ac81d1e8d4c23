/* test-sheet.c - numbers typed from a sign-in sheet, and rows that stay what they were on the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-roll.h"
#include "dov-rules.h"
#include "dov-sheet.h"

#include <string.h>

typedef struct
{
  Club      club;
  DovEvent *event;
  gint64    people[12];
} Evening;

static gint64
put_down (Evening    *self,
          guint       i,
          const char *status,
          const char *role)
{
  g_autofree char *last = g_strdup_printf ("Гость%s", (const char *const[]) { "ев", "ин", "ов", "ский", "цев", "юк", "ян", "ман",
                                                                              "дзе", "швили", "ко", "ич" }[i]);
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (DOV_RECORD (self->event)));
  g_autofree char *person = NULL;

  self->people[i] = club_add_person (&self->club, last, "Иван");
  person = g_strdup_printf ("%" G_GINT64_FORMAT, self->people[i]);

  return club_add (&self->club, DOV_TYPE_ATTENDANCE, "event_id", event, "person_id", person, "status", status,
                   "role", role, NULL);
}

static void
set_up (Evening       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  club_open (&self->club);
  dov_rules_install (self->club.store);
  id = club_add_event (&self->club, "Семейный кинозал", "2027-03-04T18:00");
  club_change (&self->club, DOV_TYPE_EVENT, id, "registration", "1");
  self->event = DOV_EVENT (dov_store_find (self->club.store, DOV_TYPE_EVENT, id, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 9; i++)
    put_down (self, i, "registered", i == 3 ? "helper" : "guest");
}

static void
tear_down (Evening       *self,
           gconstpointer  data)
{
  g_clear_object (&self->event);
  club_close (&self->club);
}

static GArray *
read_sheet (Evening *self)
{
  g_autoptr (GError) error = NULL;
  GArray *sheet = dov_sheet_read (self->club.store, self->event, &error);

  g_assert_no_error (error);

  return sheet;
}

static char *
list_numbers (GArray *rows)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", g_array_index (rows, DovSheetRow, i).number);

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static void
test_typed (Evening       *self,
            gconstpointer  data)
{
  static const struct { const char *typed, *numbers, *rest, *words; } cases[] = {
    { "1", "1", "", NULL },
    { "1 5 9", "1 5 9", "", NULL },
    { "9,5;1", "9 5 1", "", NULL },
    { "1-3", "1 2 3", "", NULL },
    { "3-6", "3 5 6", "", NULL },  /* the fourth is a helper and not on the paper */
    { "1 – 2", "1 2", "", NULL },
    { "1—2 , 9", "1 2 9", "", NULL },
    { " 7  7 5-7", "7 5 6", "", NULL },
    { "", "", "", NULL },
    { "1 58 9", "1 9", "58", "There is no row 58 on the sheet: its last one is 9." },
    { "0", "", "0", "There is no row 0 on the sheet: its last one is 9." },
    { "4", "", "4", "Row 4 is not a guest of this event any more." },
    { "7-3 1", "1", "7-3", "“7-3” goes backwards." },
    { "8-12 1", "1", "8-12", "There is no row 12 on the sheet: its last one is 9." },
    { "2 abc 3 4-", "2 3", "abc 4-", "“abc” is no number of a row." },
    { "1-2-3", "", "1-2-3", "“1-2-3” is no number of a row." },
    { "+2 5", "5", "+2", "Row +2 was an empty one." },
    { "99999999999", "", "99999999999", "“99999999999” is no number of a row." },
  };
  g_autoptr (GArray) sheet = read_sheet (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovSheetTyped) typed = dov_sheet_read_numbers (sheet, cases[i].typed);
      g_autofree char *numbers = list_numbers (typed->rows);

      g_assert_cmpstr (numbers, ==, cases[i].numbers);
      g_assert_cmpstr (typed->rest, ==, cases[i].rest);
      if (cases[i].words == NULL)
        g_assert_null (typed->words);
      else
        g_assert_true (g_str_has_prefix (typed->words, cases[i].words));
    }
}

/* Whatever happens between print and entry, a number means the same person. */
static void
test_stable (Evening       *self,
             gconstpointer  data)
{
  g_autoptr (GArray) printed = read_sheet (self);
  g_autoptr (GArray) later = NULL;
  g_autofree char *numbers = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) removed = dov_store_find (self->club.store, DOV_TYPE_ATTENDANCE,
                                                  g_array_index (printed, DovSheetRow, 1).attendance_id, &error);
  gint64 back = self->people[5];

  put_down (self, 9, "registered", "guest");
  g_assert_true (dov_store_remove (self->club.store, removed, &error));
  club_change (&self->club, DOV_TYPE_PERSON, self->people[0], "last_name", "Яковлев");
  club_change (&self->club, DOV_TYPE_ATTENDANCE, g_array_index (printed, DovSheetRow, 3).attendance_id, "status", "cancelled");
  put_down (self, 10, "walk_in", "guest");
  g_assert_true (dov_roll_mark_all (self->club.store, self->event, &back, 1, NULL, FALSE, NULL, &error));
  g_assert_no_error (error);

  later = read_sheet (self);
  numbers = list_numbers (later);
  g_assert_cmpstr (numbers, ==, "1 3 5 6 7 8 9 10 11");
  for (guint i = 0; i < later->len; i++)
    for (guint j = 0; j < printed->len; j++)
      if (g_array_index (later, DovSheetRow, i).number == g_array_index (printed, DovSheetRow, j).number)
        g_assert_cmpint (g_array_index (later, DovSheetRow, i).person_id, ==, g_array_index (printed, DovSheetRow, j).person_id);
}

/* From a paper the time of coming is not known. */
static void
test_marked (Evening       *self,
             gconstpointer  data)
{
  g_autoptr (GArray) sheet = read_sheet (self);
  g_autoptr (DovSheetTyped) typed = dov_sheet_read_numbers (sheet, "1-3 8");
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 people[4];
  guint n_marked = 0;

  for (guint i = 0; i < typed->rows->len; i++)
    people[i] = g_array_index (typed->rows, DovSheetRow, i).person_id;
  g_assert_true (dov_roll_mark_all (self->club.store, self->event, people, 4, "С листа", FALSE, &n_marked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_marked, ==, 4);
  after = read_sheet (self);
  for (guint i = 0; i < after->len; i++)
    {
      const DovSheetRow *row = &g_array_index (after, DovSheetRow, i);
      gboolean is_meant = row->number <= 3 || row->number == 8;
      g_autofree char *at = club_read (&self->club, DOV_TYPE_ATTENDANCE, row->attendance_id, "check_in_at");

      g_assert_cmpint (dov_sheet_row_is_there (row), ==, is_meant);
      g_assert_cmpstr (at, ==, "");
    }
  g_assert_true (dov_roll_mark_all (self->club.store, self->event, people, 4, "С листа", FALSE, &n_marked, &error));
  g_assert_cmpuint (n_marked, ==, 0);
}

static void
test_event_number (Evening       *self,
                   gconstpointer  data)
{
  gint64 number = dov_event_get_number (self->event);

  g_assert_cmpint (number, >, 0);
  g_assert_cmpint (dov_sheet_find_event (self->club.store, number), ==, dov_record_get_id (DOV_RECORD (self->event)));
  g_assert_cmpint (dov_sheet_find_event (self->club.store, number + 100000), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (Evening *self, gconstpointer data); } tests[] = {
    { "/sheet/typed", test_typed }, { "/sheet/stable", test_stable }, { "/sheet/marked", test_marked },
    { "/sheet/event-number", test_event_number },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Evening, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
