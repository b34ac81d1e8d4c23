/* dov-number.c - numbers, quantities and money: what people type and read, what files hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-number.h"

#include "dov-record.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS          "\u2212"

static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

static void
append_groups (GString *text,
               guint64  number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, NO_BREAK_SPACE);
      g_string_append_c (text, digits[i]);
    }
}

/* @scaled counts units of 10 to the -@decimals. */
static char *
show (gint64   scaled,
      int      decimals,
      gboolean keep_zeros)
{
  GString *text = g_string_new (scaled < 0 ? MINUS : "");
  guint64 size = scaled < 0 ? (guint64) -(scaled + 1) + 1 : (guint64) scaled;
  guint64 fraction = size % powers[decimals];

  append_groups (text, size / powers[decimals]);
  while (!keep_zeros && decimals > 0 && fraction % 10 == 0)
    {
      fraction /= 10;
      decimals--;
    }
  if (decimals > 0)
    g_string_append_printf (text, ",%0*" G_GUINT64_FORMAT, decimals, fraction);

  return g_string_free (text, FALSE);
}

static char *
to_iso (gint64   scaled,
        int      decimals,
        gboolean keep_zeros)
{
  guint64 size = scaled < 0 ? (guint64) -(scaled + 1) + 1 : (guint64) scaled;
  guint64 whole = size / powers[decimals], fraction = size % powers[decimals];
  const char *sign = scaled < 0 ? "-" : "";

  while (!keep_zeros && decimals > 0 && fraction % 10 == 0)
    {
      fraction /= 10;
      decimals--;
    }
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, whole);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, whole, decimals, fraction);
}

/* Reads “1500.5” at @decimals places into @scaled; at most so many are allowed. */
static gboolean
scan (const char *text,
      int         decimals,
      gint64     *scaled)
{
  gboolean is_negative = *text == '-', has_whole = FALSE;
  gint64 value = 0;
  int places = -1;

  for (const char *c = text + is_negative; *c != '\0'; c++)
    {
      if (*c == '.' && places < 0 && has_whole && decimals > 0)
        {
          places = 0;
          continue;
        }
      if (!g_ascii_isdigit (*c) || (places >= 0 && places == decimals) ||
          value > (G_MAXINT64 - 9) / 10)
        return FALSE;

      value = value * 10 + (*c - '0');
      has_whole = TRUE;
      if (places >= 0)
        places++;
    }
  if (!has_whole || places == 0)
    return FALSE;

  for (int i = MAX (places, 0); i < decimals; i++)
    {
      if (value > (G_MAXINT64 - 9) / 10)
        return FALSE;
      value *= 10;
    }
  *scaled = is_negative ? -value : value;

  return TRUE;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2009;
}

/* Spaces may stand only between groups of three: «1 500» is a number, «1 5» are two. */
static gboolean
drop_groups (GString *plain)
{
  g_auto (GStrv) groups = g_strsplit (plain->str, " ", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      gsize length = strcspn (groups[i], ".");

      if ((i > 0 && length != 3) || (i == 0 && groups[1] != NULL && (length == 0 || length > 3)) ||
          (groups[i][length] == '.' && groups[i + 1] != NULL))
        return FALSE;
    }
  g_string_truncate (plain, 0);
  for (guint i = 0; groups[i] != NULL; i++)
    g_string_append (plain, groups[i]);

  return TRUE;
}

/* What was typed, with a point for the comma and without groups; NULL when it is no number. */
static char *
plain_from_typed (const char *text)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean is_negative = FALSE;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (is_space (letter))
        g_string_append_c (plain, ' ');
      else if (letter == ',')
        g_string_append_c (plain, '.');
      else if (letter == 0x2212 || letter == 0x2013)
        g_string_append_c (plain, '-');
      else
        g_string_append_unichar (plain, letter);
    }

  trimmed = g_strstrip (g_strdup (plain->str));
  is_negative = *trimmed == '-';
  g_string_assign (plain, g_strchug (trimmed + is_negative));
  if (!drop_groups (plain))
    return NULL;
  if (is_negative)
    g_string_prepend_c (plain, '-');

  return g_strdup (plain->str);
}

static gboolean
refuse (GError     **error,
        const char  *text,
        const char  *advice)
{
  g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("“%s” is not understood. %s"), text, advice);

  return FALSE;
}

/**
 * dov_number_to_shown:
 *
 * Returns: (transfer full): 12 345, with no-break spaces; a true minus below zero
 */
char *
dov_number_to_shown (gint64 number)
{
  return show (number, 0, FALSE);
}

/**
 * dov_number_from_typed:
 * @number: (out): what was meant; left alone on error
 */
gboolean
dov_number_from_typed (const char  *text,
                       gint64      *number,
                       GError     **error)
{
  g_autofree char *plain = plain_from_typed (text);

  if (plain == NULL || !scan (plain, 0, number))
    return refuse (error, text, _("Type a whole number, such as 25."));

  return TRUE;
}

/**
 * dov_quantity_to_shown:
 *
 * Returns: (transfer full): as many decimals as there are: 54,3
 */
char *
dov_quantity_to_shown (gint64 thousandths)
{
  return show (thousandths, 3, FALSE);
}

gboolean
dov_quantity_from_typed (const char  *text,
                         gint64      *thousandths,
                         GError     **error)
{
  g_autofree char *plain = plain_from_typed (text);

  if (plain == NULL || !scan (plain, 3, thousandths))
    return refuse (error, text, _("Type a number with at most three decimals, such as 54,3."));

  return TRUE;
}

char *
dov_quantity_to_iso (gint64 thousandths)
{
  return to_iso (thousandths, 3, FALSE);
}

gboolean
dov_quantity_from_iso (const char *text,
                       gint64     *thousandths)
{
  return scan (text, 3, thousandths);
}

/**
 * dov_money_to_shown:
 *
 * Returns: (transfer full): roubles and kopecks, always both: 1 500,50
 */
char *
dov_money_to_shown (gint64 kopecks)
{
  return show (kopecks, 2, TRUE);
}

/* «1500,50 руб.» is money as well. */
static char *
drop_currency (const char *text)
{
  static const char *const currencies[] = { "₽", "руб.", "руб", "р.", "р" };
  char *bare = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_has_suffix (bare, currencies[i]))
      {
        bare[strlen (bare) - strlen (currencies[i])] = '\0';
        break;
      }

  return bare;
}

gboolean
dov_money_from_typed (const char  *text,
                      gint64      *kopecks,
                      GError     **error)
{
  g_autofree char *bare = drop_currency (text);
  g_autofree char *plain = plain_from_typed (bare);

  if (plain == NULL || !scan (plain, 2, kopecks))
    return refuse (error, text, _("Type roubles and kopecks, such as 1500,50."));

  return TRUE;
}

char *
dov_money_to_iso (gint64 kopecks)
{
  return to_iso (kopecks, 2, TRUE);
}

gboolean
dov_money_from_iso (const char *text,
                    gint64     *kopecks)
{
  return scan (text, 2, kopecks);
}

/**
 * dov_decimal_to_shown:
 * @decimals: how many places to show, 0 to 6
 *
 * Returns: (transfer full): a computed number: 17 361,50; «—» when there is none
 */
char *
dov_decimal_to_shown (double value,
                      int    decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals < (int) G_N_ELEMENTS (powers), NULL);

  if (!isfinite (value) || fabs (value) > 1e12)
    return g_strdup ("—");

  return show (llround (value * (double) powers[decimals]), decimals, TRUE);
}

/**
 * dov_percent_to_shown:
 * @share: 0.95 for 95,0 %; not a number when it is a share of nothing
 *
 * Returns: (transfer full): the share in percent with one decimal, or «—»
 */
char *
dov_percent_to_shown (double share)
{
  g_autofree char *number = dov_decimal_to_shown (share * 100, 1);

  return isfinite (share) ? g_strconcat (number, NO_BREAK_SPACE "%", NULL) : g_steal_pointer (&number);
}

/**
 * dov_plural:
 *
 * Returns: the form that Russian wants after @number: @one after 1 and 21,
 *   @few after 2 and 34, @many after 0, 5, 11 and 112
 */
const char *
dov_plural (gint64      number,
            const char *one,
            const char *few,
            const char *many)
{
  gint64 tens = ABS (number % 100), units = ABS (number % 10);

  if (units == 1 && tens != 11)
    return one;
  if (units >= 2 && units <= 4 && (tens < 12 || tens > 14))
    return few;

  return many;
}
