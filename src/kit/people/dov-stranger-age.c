/* dov-stranger-age.c - what a person at the table says of somebody's age: an age, a year, a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stranger.h"

#include <glib/gi18n.h>

#include "dov-number.h"

/* A number up to this is an age, from 1900 a year. */
#define OLDEST 120

/**
 * dov_stranger_read_age:
 * @typed: an age («7»), a year («2013») or a date of birth («5.3.2013»)
 * @person: the draft that gets it
 * @error: return location for an error
 *
 * Reads what a person at the table says of somebody's age. An age gives a year
 * that is marked as estimated.
 *
 * Returns: %FALSE when it is none of these
 */
gboolean
dov_stranger_read_age (const char  *typed,
                       DovPerson   *person,
                       GError     **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  GDate today = dov_today ();
  int this_year = g_date_get_year (&today);
  gint64 number = 0;

  if (*text == '\0')
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("Type the age, the year or the date of birth."));
      return FALSE;
    }
  if (strspn (text, "0123456789") == strlen (text) && strlen (text) <= 4 &&
      dov_number_from_typed (text, &number, NULL) && (number <= OLDEST || number > this_year - OLDEST))
    {
      dov_set (person, birth_year, number <= OLDEST ? this_year - number : number);
      dov_set (person, age_estimated, number <= OLDEST);
      return TRUE;
    }
  if (g_ascii_isdigit (*text) && strpbrk (text, ".,-/ ") != NULL)
    {
      g_autoptr (GDate) date = NULL;

      if (!dov_date_from_typed (text, &date, error))
        return FALSE;
      dov_set (person, birth_date, date);
      return TRUE;
    }

  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                       _("Type an age like 7, a year like 2013 or a date like 5.03.2013."));

  return FALSE;
}
