/* test-door-lock.c - a door that stands open is left only with its PIN, also after a new start */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-door-lock.h"
#include "dov-event.h"
#include "dov-rules.h"

#include <string.h>

typedef struct
{
  Club      club;
  DovEvent *event;
} Evening;

static void
find_event (Evening *self,
            gint64   id)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->event);
  self->event = DOV_EVENT (dov_store_find (self->club.store, DOV_TYPE_EVENT, id, &error));
  g_assert_no_error (error);
}

static void
set_up (Evening       *self,
        gconstpointer  data)
{
  club_open (&self->club);
  dov_rules_install (self->club.store);
  find_event (self, club_add_event (&self->club, "Семейный кинозал", "2027-03-05T18:00"));
}

static void
tear_down (Evening       *self,
           gconstpointer  data)
{
  g_clear_object (&self->event);
  club_close (&self->club);
}

/* As after kill -9: nothing was said to the file before the new start. */
static void
start_anew (Evening *self)
{
  gint64 id = dov_record_get_id (DOV_RECORD (self->event));

  g_clear_object (&self->event);
  club_reopen (&self->club);
  find_event (self, id);
}

static void
wait (int seconds)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, seconds);

  dov_clock_set (later);
}

static void
test_pins (Evening       *self,
           gconstpointer  data)
{
  static const struct { const char *pin; gboolean is_good; } cases[] = {
    { "1234", TRUE }, { "0000", TRUE }, { "123456789012", TRUE }, { "123", FALSE }, { "", FALSE },
    { "1234567890123", FALSE }, { "12a4", FALSE }, { "12 34", FALSE }, { "１２３４", FALSE }, { "пин1", FALSE }, { "-123", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (dov_door_check_pin (cases[i].pin, &error), ==, cases[i].is_good);
      g_assert_cmpint (error == NULL, ==, cases[i].is_good);
    }
}

static void
test_locked (Evening       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (dov_door_find_open (self->club.store), ==, 0);
  g_assert_false (dov_door_open (self->club.store, self->event, "12", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_cmpint (dov_door_find_open (self->club.store), ==, 0);

  g_assert_true (dov_door_open (self->club.store, self->event, "4711", &error));
  g_assert_no_error (error);
  kept = dov_store_dup_setting (self->club.store, "door-pin");
  g_assert_null (strstr (kept, "4711"));

  start_anew (self);
  g_assert_true (dov_door_is_locked (self->club.store));
  g_assert_cmpint (dov_door_find_open (self->club.store), ==, dov_record_get_id (DOV_RECORD (self->event)));
  g_assert_false (dov_door_close (self->club.store, NULL, &error));
  g_clear_error (&error);
  g_assert_false (dov_door_close (self->club.store, "", &error));
  g_clear_error (&error);
  wait (5);
  g_assert_true (dov_door_close (self->club.store, "4711", &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_door_find_open (self->club.store), ==, 0);
  g_assert_false (dov_door_is_locked (self->club.store));
}

static void
test_without_pin (Evening       *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_door_open (self->club.store, self->event, NULL, &error));
  start_anew (self);
  g_assert_cmpint (dov_door_find_open (self->club.store), !=, 0);
  g_assert_false (dov_door_is_locked (self->club.store));
  g_assert_true (dov_door_close (self->club.store, NULL, &error));
  g_assert_cmpint (dov_door_find_open (self->club.store), ==, 0);
}

/* Each wrong PIN costs more; a new start, and a clock that is put back, gain nothing. */
static void
test_guessing (Evening       *self,
               gconstpointer  data)
{
  static const guint waits[] = { 0, 0, 5, 10, 20, 40, 80, 160, 300, 300 };
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_door_open (self->club.store, self->event, "4711", &error));
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_assert_false (dov_door_close (self->club.store, "4712", &error));
      g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
      g_clear_error (&error);
      g_assert_cmpuint (dov_door_get_wait (self->club.store), ==, waits[i]);
      if (waits[i] == 0)
        continue;

      start_anew (self);
      g_assert_cmpuint (dov_door_get_wait (self->club.store), ==, waits[i]);
      wait ((int) waits[i] - 1);
      g_assert_false (dov_door_close (self->club.store, "4711", &error));
      g_clear_error (&error);
      g_assert_cmpuint (dov_door_get_wait (self->club.store), ==, 1);
      wait (1);
    }
  wait (-86400);
  g_assert_cmpuint (dov_door_get_wait (self->club.store), ==, 300);
  wait (2 * 86400);
  g_assert_true (dov_door_close (self->club.store, "4711", &error));
  g_assert_no_error (error);
}

static void
test_refused (Evening       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) second = NULL;
  gint64 today = dov_record_get_id (DOV_RECORD (self->event));

  find_event (self, club_add_event (&self->club, "Завтра", "2027-03-06T18:00"));
  g_assert_false (dov_door_open (self->club.store, self->event, NULL, &error));
  g_assert_nonnull (strstr (error->message, "06.03.2027"));
  g_clear_error (&error);

  find_event (self, today);
  g_assert_true (dov_door_open (self->club.store, self->event, "4711", &error));
  g_assert_false (dov_door_open (self->club.store, self->event, NULL, &error));
  g_assert_true (dov_door_is_locked (self->club.store));
  g_clear_error (&error);

  second = dov_store_open (self->club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (dov_door_open (second, self->event, NULL, &error));
  g_clear_error (&error);

  g_assert_true (dov_door_force (self->club.store, &error));
  g_assert_cmpint (dov_door_find_open (self->club.store), ==, 0);
}

static void
test_off (Evening       *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = dov_record_get_id (DOV_RECORD (self->event));
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->event));

  club_fill (draft, "status", "cancelled", "status_reason", "нет света", NULL);
  club_save (&self->club, draft);
  find_event (self, id);
  g_assert_false (dov_door_open (self->club.store, self->event, NULL, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (Evening *self, gconstpointer data); } tests[] = {
    { "/door-lock/pins", test_pins }, { "/door-lock/locked", test_locked },
    { "/door-lock/without-pin", test_without_pin }, { "/door-lock/guessing", test_guessing },
    { "/door-lock/refused", test_refused }, { "/door-lock/off", test_off },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Evening, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
