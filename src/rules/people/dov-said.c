/* dov-said.c - what somebody at a table says of a person: the name in one line, an age, a year or a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-said.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-name.h"
#include "dov-number.h"

/* A number up to this is an age, from 1900 a year. */
#define OLDEST 120

/**
 * dov_person_take_name:
 * @person: a draft
 * @typed: last and first name, and the patronymic if it is known
 *
 * Takes the name in its three parts, each begun with a capital letter.
 */
void
dov_person_take_name (DovPerson  *person,
                      const char *typed)
{
  static const char *const fields[] = { "last_name", "first_name", "patronymic" };
  g_autofree char *tidy = dov_name_tidy (typed);
  g_auto (GStrv) words = g_strsplit (tidy, " ", 3);

  for (guint i = 0; i < G_N_ELEMENTS (fields) && words[i] != NULL; i++)
    {
      g_autofree char *name = dov_capitalise (words[i]);

      dov_record_set_string (DOV_RECORD (person), fields[i], name);
    }
}

/**
 * dov_person_take_age:
 * @person: the draft that gets it
 * @typed: an age («7»), a year («2013») or a date of birth («5.3.2013»)
 * @error: return location for an error
 *
 * Takes what is said of somebody's age. An age gives a year that is marked as
 * estimated.
 *
 * Returns: %FALSE when it is none of these
 */
gboolean
dov_person_take_age (DovPerson   *person,
                     const char  *typed,
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

      if (!dov_birth_from_typed (text, &date, error))
        return FALSE;
      dov_set (person, birth_date, date);
      return TRUE;
    }

  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                       _("Type an age like 7, a year like 2013 or a date like 5.03.2013."));

  return FALSE;
}
