/* dov-snils.c - insurance numbers (СНИЛС) and municipal codes (ОКТМО): V3, V7 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-snils.h"

#include "dov-record.h"

#include <glib/gi18n.h>
#include <string.h>

/* Digits with spaces and dashes between, as on paper; NULL when anything else stands there. */
static char *
keep_digits (const char *typed)
{
  GString *digits = g_string_new (NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    return g_string_free (digits, TRUE);

  for (const char *c = typed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_ascii_isdigit (*c))
        g_string_append_c (digits, *c);
      else if (!g_unichar_isspace (letter) && letter != '-' && letter != 0x2010 && letter != 0x2011 &&
               letter != 0x2012 && letter != 0x2013 && letter != 0x2212)
        return g_string_free (digits, TRUE);
    }

  return g_string_free (digits, FALSE);
}

/* The last two digits of the first nine: the sum of each by its place counted
 * from the right, modulo 101, where 100 is written 00. */
static int
control_number (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < 9; i++)
    sum += (digits[i] - '0') * (9 - i);

  return sum % 101 % 100;
}

/**
 * dov_snils_tidy:
 * @typed: with or without dashes and spaces
 *
 * Returns: (transfer full): eleven digits whose control number is right;
 *   numbers up to 001-001-998 have none
 */
char *
dov_snils_tidy (const char  *typed,
                GError     **error)
{
  g_autofree char *digits = keep_digits (typed);

  if (digits == NULL || strlen (digits) != 11)
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("An insurance number has 11 digits, such as 112-233-445 95. Check it against the card."));
      return NULL;
    }
  if (strncmp (digits, "001001998", 9) > 0 &&
      control_number (digits) != (digits[9] - '0') * 10 + (digits[10] - '0'))
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("There is a mistake in the insurance number: its last two digits do not fit the others. "
                             "Check it against the card."));
      return NULL;
    }

  return g_steal_pointer (&digits);
}

/**
 * dov_snils_to_shown:
 *
 * Returns: (transfer full): 112-233-445 95; what is not eleven digits stays as it is
 */
char *
dov_snils_to_shown (const char *snils)
{
  if (strlen (snils) != 11 || strspn (snils, "0123456789") != 11)
    return g_strdup (snils);

  return g_strdup_printf ("%.3s-%.3s-%.3s %.2s", snils, snils + 3, snils + 6, snils + 9);
}

/**
 * dov_oktmo_tidy:
 *
 * Returns: (transfer full): the 8 or 11 digits of a municipality's code
 */
char *
dov_oktmo_tidy (const char  *typed,
                GError     **error)
{
  g_autofree char *digits = keep_digits (typed);

  if (digits == NULL || (strlen (digits) != 8 && strlen (digits) != 11))
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("A municipal code (OKTMO) has 8 or 11 digits. Leave it empty if you do not know it."));
      return NULL;
    }

  return g_steal_pointer (&digits);
}
