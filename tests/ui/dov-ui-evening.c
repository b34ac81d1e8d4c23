/* dov-ui-evening.c - an evening at the door, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-evening.h"

#include "dov-door-lock.h"
#include "dov-door-page.h"
#include "dov-event.h"
#include "dov-lounge.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"

void
evening_press (Evening    *self,
               const char *key)
{
  dov_ui_test_press_accel (GTK_WIDGET (self->window), key);
}

/* Letters take the place of what stands in the search, as under a hand: it is selected. */
void
evening_type (Evening    *self,
              const char *text)
{
  dov_ui_keys_write (GTK_WIDGET (self->window), text);
  dov_ui_test_settle ();
}

GtkWidget *
evening_get_page (Evening *self)
{
  return GTK_WIDGET (dov_window_get_page (self->window));
}

gboolean
evening_says (Evening    *self,
              const char *words)
{
  return dov_ui_test_says (evening_get_page (self), words);
}

gint64
evening_run (Evening    *self,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 result = dov_database_count (dov_store_get_database (self->fixture->store), sql, &error);

  g_assert_no_error (error);

  return result;
}

void
evening_change (Evening    *self,
                GType       type_of,
                gint64      id,
                const char *field,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (self->fixture->store, type_of, id, &error);
  g_autoptr (DovRecord) draft = NULL;

  g_assert_no_error (error);
  draft = dov_record_dup (record);
  dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), field), text, &error);
  g_assert_no_error (error);
  dov_store_accept_all (self->fixture->store, NULL);
  dov_store_save (self->fixture->store, draft, &error);
  g_assert_no_error (error);
}

void
evening_begin (Evening *self)
{
  self->fixture = dov_ui_fixture_new ();
  self->event = dov_ui_fixture_add_event (self->fixture, "Семейный кинозал", "2027-03-17T18:00", "film", "planned");
  evening_change (self, DOV_TYPE_LOUNGE, self->fixture->lounge, "capacity", "60");
  self->window = dov_window_new (NULL);
  dov_window_set_store (self->window, self->fixture->store);
  dov_ui_test_show (GTK_WIDGET (self->window));
  dov_ui_test_resize (GTK_WINDOW (self->window), 1366, 768);
}

void
evening_end (Evening *self)
{
  dov_ui_test_close (GTK_WINDOW (self->window));
  dov_ui_fixture_free (self->fixture);
}

void
evening_open_door (Evening    *self,
                   const char *pin)
{
  dov_door_page_begin (GTK_WIDGET (self->window), self->fixture->store, self->event);
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_DOOR_PAGE (evening_get_page (self)));
  gtk_switch_set_active (GTK_SWITCH (dov_ui_test_find (evening_get_page (self), GTK_TYPE_SWITCH, NULL)), pin != NULL);
  dov_ui_test_settle ();
  if (pin != NULL)
    {
      dov_ui_keys_write (GTK_WIDGET (self->window), pin);
      evening_press (self, "Return");
      dov_ui_keys_write (GTK_WIDGET (self->window), pin);
      dov_ui_test_picture (GTK_WIDGET (self->window), "door-opening");
    }
  evening_press (self, "Return");
  WAIT_FOR (dov_door_find_open (self->fixture->store) == self->event);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_keys_stand_on (GTK_WIDGET (self->window), GTK_TYPE_ENTRY, NULL));
}

void
evening_assert_at_door (Evening *self)
{
  g_assert_true (DOV_IS_DOOR_PAGE (evening_get_page (self)));
  g_assert_cmpint (dov_door_find_open (self->fixture->store), ==, self->event);
}
