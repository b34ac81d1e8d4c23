/* dov-door-lock.c - the door stands open on this file: at which event, since when, and what closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-lock.h"

#include "dov-roll.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

/* What the file keeps about its door. It stands there and not in the settings
 * of the computer, so that it goes where the records go. */
#define EVENT "door-event"
#define FIRST "door-after"   /* the last operation before it was opened */
#define PIN "door-pin"       /* the hash, empty when none was asked for */
#define MISSES "door-misses" /* wrong PINs in a row */
#define MISSED "door-missed" /* when the last of them was typed */

#define SHORTEST 4
#define LONGEST 12

/* A slip of the finger costs nothing; guessing costs twice as much each time. */
#define FREE_MISSES 2
#define FIRST_WAIT 5
#define LONGEST_WAIT 300

static gint64
read_number (DovStore   *store,
             const char *name)
{
  g_autofree char *text = dov_store_dup_setting (store, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
write_number (DovStore    *store,
              const char  *name,
              gint64       number,
              GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return dov_store_write_setting (store, name, text, error);
}

/* Seconds on the clock of the wall. */
static gint64
get_now (void)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return g_date_time_to_unix (now);
}

/* All of it stands in the file, or nothing. */
static gboolean
write_lock (DovStore    *store,
            gint64       event,
            gint64       first,
            const char  *hash,
            GError     **error)
{
  DovDatabase *database = dov_store_get_database (store);

  if (!dov_database_begin (database, error))
    return FALSE;
  if (write_number (store, EVENT, event, error) && write_number (store, FIRST, first, error)
      && dov_store_write_setting (store, PIN, hash, error) && write_number (store, MISSES, 0, error)
      && dov_database_commit (database, error))
    return TRUE;

  dov_database_roll_back (database);

  return FALSE;
}

/**
 * dov_door_check_pin:
 *
 * Returns: whether it can be a PIN: 4 to 12 digits
 */
gboolean
dov_door_check_pin (const char  *pin,
                    GError     **error)
{
  gsize length = strlen (pin);

  if (strspn (pin, "0123456789") == length && length >= SHORTEST && length <= LONGEST)
    return TRUE;

  g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("A PIN has %d to %d digits and nothing else."),
               SHORTEST, LONGEST);

  return FALSE;
}

/**
 * dov_door_check_event:
 *
 * Returns: whether people can come in at the event today
 */
gboolean
dov_door_check_event (DovEvent  *event,
                      GError   **error)
{
  if (event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED)
    return dov_refuse (error, _("“%s” was cancelled or moved, so nobody comes in at it."), event->title);
  if (dov_event_is_to_come (event))
    {
      GDate day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
      g_autofree char *shown = dov_date_to_shown (&day);

      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                   _("“%1$s” is on %2$s; its door opens on that day. People are put down on the page of the event."),
                   event->title, shown);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_door_open:
 * @pin: (nullable): without it the door cannot be left; %NULL: anybody may close it
 *
 * Writes into the file that the door of the event stands open. From then on
 * every start of the program begins at it, until it is closed.
 */
gboolean
dov_door_open (DovStore    *store,
               DovEvent    *event,
               const char  *pin,
               GError     **error)
{
  char hash[crypto_pwhash_STRBYTES] = "";

  if (dov_store_is_read_only (store))
    return dov_refuse (error, _("The file is open for reading only, so nobody can be marked."));
  if (!dov_door_check_event (event, error))
    return FALSE;
  if (dov_door_is_locked (store))
    return dov_refuse (error, _("A door is open already. Close that one first, with its PIN."));
  if (pin != NULL && !dov_door_check_pin (pin, error))
    return FALSE;
  if (pin != NULL && (sodium_init () < 0 ||
                      crypto_pwhash_str (hash, pin, strlen (pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0))
    return dov_refuse (error, _("There is too little memory to keep the PIN. Close other programs and try again."));

  return write_lock (store, dov_record_get_id (DOV_RECORD (event)), dov_store_get_last_operation (store), hash, error);
}

/**
 * dov_door_find_open:
 *
 * Returns: the event whose door stands open, 0 when none does
 */
gint64
dov_door_find_open (DovStore *store)
{
  return read_number (store, EVENT);
}

/**
 * dov_door_get_first:
 *
 * Returns: the last operation before the door was opened: what is older is
 *   not undone from there
 */
gint64
dov_door_get_first (DovStore *store)
{
  return read_number (store, FIRST);
}

/**
 * dov_door_is_locked:
 *
 * Returns: whether a door stands open that only a PIN closes
 */
gboolean
dov_door_is_locked (DovStore *store)
{
  g_autofree char *hash = dov_store_dup_setting (store, PIN);

  return dov_door_find_open (store) != 0 && hash != NULL && *hash != '\0';
}

/**
 * dov_door_get_wait:
 *
 * Returns: seconds until another PIN may be typed, after wrong ones; it stands
 *   in the file, so that a new start gains nothing
 */
guint
dov_door_get_wait (DovStore *store)
{
  gint64 misses = read_number (store, MISSES);
  gint64 passed = get_now () - read_number (store, MISSED);
  gint64 wait = FIRST_WAIT;

  if (misses <= FREE_MISSES)
    return 0;
  for (gint64 i = FREE_MISSES + 1; i < misses && wait < LONGEST_WAIT; i++)
    wait *= 2;
  wait = MIN (wait, LONGEST_WAIT);

  /* A clock that was put back gains nothing and costs no more than the wait. */
  return passed < 0 ? (guint) wait : (guint) MAX (0, wait - passed);
}

static gboolean
refuse_wrong (DovStore  *store,
              GError   **error)
{
  guint wait;

  if (!write_number (store, MISSES, read_number (store, MISSES) + 1, error)
      || !write_number (store, MISSED, get_now (), error))
    return FALSE;

  wait = dov_door_get_wait (store);
  if (wait == 0)
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, _("This is another PIN. Type it once more."));
  else
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                 ngettext ("This is another PIN. The next try is possible in %u second.",
                           "This is another PIN. The next try is possible in %u seconds.", wait), wait);

  return FALSE;
}

/**
 * dov_door_close:
 * @pin: (nullable): as it was set
 *
 * Closes the door. A wrong PIN is refused, and each one makes the next wait longer.
 */
gboolean
dov_door_close (DovStore    *store,
                const char  *pin,
                GError     **error)
{
  g_autofree char *hash = dov_store_dup_setting (store, PIN);
  guint wait = dov_door_get_wait (store);

  if (!dov_door_is_locked (store))
    return dov_door_force (store, error);
  if (wait > 0)
    {
      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                   ngettext ("Too many wrong PINs. The next try is possible in %u second.",
                             "Too many wrong PINs. The next try is possible in %u seconds.", wait), wait);
      return FALSE;
    }
  if (pin == NULL || sodium_init () < 0 || crypto_pwhash_str_verify (hash, pin, strlen (pin)) != 0)
    return refuse_wrong (store, error);

  return dov_door_force (store, error);
}

/**
 * dov_door_force:
 *
 * Closes the door without the PIN: for whoever has the computer itself, and
 * for doors that have none.
 */
gboolean
dov_door_force (DovStore  *store,
                GError   **error)
{
  return write_lock (store, 0, 0, "", error);
}
