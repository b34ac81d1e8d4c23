/* dov-phone.c - telephone numbers: one stored form, one shown form (V4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-phone.h"

#include "dov-record.h"

#include <glib/gi18n.h>
#include <string.h>

/* The code of the district, put before short local numbers; set from the settings. */
static char area[8];

/**
 * dov_phone_set_area:
 * @area_code: (nullable): such as 83334, digits only; %NULL or empty for none
 */
void
dov_phone_set_area (const char *area_code)
{
  gsize length = 0;

  for (const char *c = area_code; c != NULL && *c != '\0' && length < sizeof area - 1; c++)
    if (g_ascii_isdigit (*c))
      area[length++] = *c;
  area[length] = '\0';
}

static gboolean
is_between (gunichar c)
{
  return g_unichar_isspace (c) || c == '(' || c == ')' || c == '.' || c == '/' || c == '-' ||
         c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* The digits of @typed; *@has_plus says whether a plus stood before them, *@first how many stand before the first mark. */
static char *
keep_digits (const char *typed,
             gboolean   *has_plus,
             gsize      *first)
{
  GString *digits = g_string_new (NULL);

  *has_plus = FALSE;
  *first = 0;
  if (!g_utf8_validate (typed, -1, NULL))
    return g_string_free (digits, TRUE);

  for (const char *c = typed; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (digits, *c);
      else if (*c == '+' && digits->len == 0 && !*has_plus)
        *has_plus = TRUE;
      else if (!is_between (g_utf8_get_char (c)))
        return g_string_free (digits, TRUE);
      else if (*first == 0)
        *first = digits->len;
    }
  if (*first == 0)
    *first = digits->len;

  return g_string_free (digits, FALSE);
}

/* Whether ten digits are an 8 or a 7 of the trunk and only nine more: «8 (912) 345-67-8». Codes begin with 3, 4, 8 or 9,
 * but none with 88 or 89; where an 8 may be of the code, as in 8333, it stands with it or is that of the district. */
static gboolean
is_short_of_one (const char *digits,
                 gsize       first)
{
  if (*digits != '7' && *digits != '8')
    return FALSE;
  if (*digits == '7' || first == 1 || digits[1] == '8' || digits[1] == '9')
    return TRUE;

  return first == strlen (digits) && (*area == '\0' || strncmp (digits, area, 3) != 0);
}

/**
 * dov_phone_tidy:
 * @typed: in any usual form: 8 (900) 000-17-14, +79000001714, 9000001714, 2-17-14
 *
 * Returns: (transfer full): +79000001714
 */
char *
dov_phone_tidy (const char  *typed,
                GError     **error)
{
  gboolean has_plus = FALSE;
  gsize first = 0;
  g_autofree char *digits = keep_digits (typed, &has_plus, &first);
  gsize length = digits ? strlen (digits) : 0;

  if (length == 11 && (*digits == '7' || (*digits == '8' && !has_plus)))
    return g_strconcat ("+7", digits + 1, NULL);
  if (length == 10 && (has_plus || is_short_of_one (digits, first)))
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("A digit may be missing: after the 8 or the +7 come ten more. If none is, type +7 in front."));
      return NULL;
    }
  if (length == 10)
    return g_strconcat ("+7", digits, NULL);
  if (length >= 5 && !has_plus && length + strlen (area) == 10)
    return g_strconcat ("+7", area, digits, NULL);

  if (digits == NULL)
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                         _("A telephone number is written with digits only, one number in a field."));
  else if (length >= 5 && length <= 7 && *area == '\0')
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                         _("For a local number type the code of the district too, or set the code in the settings."));
  else
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 ngettext ("The telephone number has %u digit; 10 are needed, or 11 with an 8 or +7 in front.",
                           "The telephone number has %u digits; 10 are needed, or 11 with an 8 or +7 in front.",
                           length),
                 (guint) length);

  return NULL;
}

/**
 * dov_phone_to_shown:
 *
 * Returns: (transfer full): +7 (900) 000-17-14; what has another form stays as it is
 */
char *
dov_phone_to_shown (const char *phone)
{
  const char *digits = phone + 2;

  if (strlen (phone) != 12 || !g_str_has_prefix (phone, "+7") || strspn (digits, "0123456789") != 10)
    return g_strdup (phone);

  return g_strdup_printf ("+7 (%.3s) %.3s-%.2s-%.2s", digits, digits + 3, digits + 6, digits + 8);
}
