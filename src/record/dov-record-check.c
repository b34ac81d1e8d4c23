/* dov-record-check.c - what is wrong with a record, before any other record is asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

#include "dov-clean.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-phone.h"
#include "dov-snils.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

static void
dov_problem_free (DovProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/**
 * dov_problems_new:
 *
 * Returns: (transfer full) (element-type DovProblem): an empty list
 */
GPtrArray *
dov_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dov_problem_free);
}

static void
add (GPtrArray  *problems,
     DovRecord  *record,
     const char *field,
     const char *rule,
     gboolean    is_warning,
     char       *message)
{
  DovProblem *problem = g_new0 (DovProblem, 1);

  if (field != NULL)
    problem->field = dov_record_find_field (record, field);
  problem->rule = rule;
  problem->is_warning = is_warning;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

gboolean
dov_refuse (GError     **error,
            const char  *format,
            ...)
{
  g_autofree char *message = NULL;
  va_list words;

  va_start (words, format);
  message = g_strdup_vprintf (format, words);
  va_end (words);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, message);

  return FALSE;
}

/**
 * dov_problems_add:
 * @field: (nullable): the name of the field the message stands under
 * @rule: (nullable): the rule's number in domain.md, a static string
 *
 * Adds a problem that refuses the record.
 */
void
dov_problems_add (GPtrArray  *problems,
                  DovRecord  *record,
                  const char *field,
                  const char *rule,
                  const char *format,
                  ...)
{
  va_list words;

  va_start (words, format);
  add (problems, record, field, rule, FALSE, g_strdup_vprintf (format, words));
  va_end (words);
}

/**
 * dov_problems_warn:
 *
 * Adds a problem that a person may confirm.
 */
void
dov_problems_warn (GPtrArray  *problems,
                   DovRecord  *record,
                   const char *field,
                   const char *rule,
                   const char *format,
                   ...)
{
  va_list words;

  va_start (words, format);
  add (problems, record, field, rule, TRUE, g_strdup_vprintf (format, words));
  va_end (words);
}

/* V5: nothing ends before it begins. One that is not known yet is no problem. */
static void
check_span (DovRecord      *self,
            const DovField *last,
            GPtrArray      *problems)
{
  const DovField *first = dov_record_find_field (self, last->after);
  g_autofree char *begins = dov_record_dup_text (self, first);
  g_autofree char *ends = dov_record_dup_text (self, last);

  if (*begins != '\0' && *ends != '\0' && strcmp (ends, begins) < 0)
    dov_problems_add (problems, self, last->name, "V5", _("“%s” is earlier than “%s”. Check both."),
                      _(last->label), _(first->label));
}

/* V5: what has been is not still to come. What was decided may be; mostly it is a slip. */
static void
check_past (DovRecord      *self,
            const DovField *field,
            GPtrArray      *problems)
{
  GDate today = dov_today ();
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  if (field->kind == DOV_KIND_DATE && MEMBER (self, field, GDate *) != NULL
      && g_date_compare (MEMBER (self, field, GDate *), &today) > 0)
    {
      if (field->flags & DOV_PAST)
        dov_problems_add (problems, self, field->name, "V5", _("This day is still to come. Check the date."));
      else
        dov_problems_warn (problems, self, field->name, "V5",
                           _("This day is still to come. Check the date, or say why it is right."));
    }
  if (field->kind == DOV_KIND_MOMENT && MEMBER (self, field, GDateTime *) != NULL
      && g_date_time_compare (MEMBER (self, field, GDateTime *), now) > 0)
    dov_problems_add (problems, self, field->name, "V5", _("This time is still to come. Check the day."));
}

/* V5: dates of a club lie between 1900 and two years from now. */
static void
check_date (DovRecord      *self,
            const DovField *field,
            GPtrArray      *problems)
{
  GDate today = dov_today (), latest = today, date;

  if (field->kind == DOV_KIND_DATE && MEMBER (self, field, GDate *) != NULL)
    date = *MEMBER (self, field, GDate *);
  else if (field->kind == DOV_KIND_MOMENT && MEMBER (self, field, GDateTime *) != NULL)
    date = dov_moment_get_date (MEMBER (self, field, GDateTime *));
  else
    return;

  g_date_add_years (&latest, 2);
  if (g_date_get_year (&date) < 1900 || g_date_compare (&date, &latest) > 0)
    dov_problems_add (problems, self, field->name, "V5",
                      _("Check the year: dates from 1900 to %d are kept here"), g_date_get_year (&latest));
}

/* A book pasted into a line of a form would stand in every list and paper. */
static void
check_length (DovRecord      *self,
              const DovField *field,
              GPtrArray      *problems)
{
  const char *text = MEMBER (self, field, char *);
  guint longest = field->kind == DOV_KIND_NOTE ? DOV_LONGEST_NOTE : DOV_LONGEST_TEXT;
  glong letters = strlen (text) > longest ? g_utf8_strlen (text, -1) : 0;

  if (letters > (glong) longest)
    dov_problems_add (problems, self, field->name, NULL,
                      _("“%s” has %ld characters, and at most %u are kept. Shorten it, or put the rest in a note."),
                      _(field->label), letters, longest);
}

static void
check_text (DovRecord      *self,
            const DovField *field,
            GPtrArray      *problems)
{
  const char *text = MEMBER (self, field, char *);
  g_autofree char *tidied = NULL;
  g_autoptr (GError) error = NULL;
  const char *rule = NULL;

  if (*text == '\0')
    return;

  if (field->flags & DOV_NAME)
    {
      rule = "V1";
      dov_name_check (text, &error);
    }
  else if (field->flags & DOV_PHONE)
    {
      rule = "V4";
      tidied = dov_phone_tidy (text, &error);
    }
  else if (field->flags & DOV_SNILS)
    {
      rule = "V3";
      tidied = dov_snils_tidy (text, &error);
    }
  else if (field->flags & DOV_OKTMO)
    {
      rule = "V7";
      tidied = dov_oktmo_tidy (text, &error);
    }

  if (error != NULL)
    dov_problems_add (problems, self, field->name, rule, "%s", error->message);
}

/* What can be meant where the table does not say: of things a thousand thousands,
 * ten million roubles for one of them (so that no sum of lines overflows). */
#define MOST_COUNTED 100000
#define MOST_THINGS  (G_GINT64_CONSTANT (1000000) * 1000)
#define MOST_MONEY   (G_GINT64_CONSTANT (10000000) * 100)

/* So many things are not brought to a village; coal comes by the ton. */
#define MANY_THINGS  (G_GINT64_CONSTANT (20000) * 1000)

#define FIRST_YEAR 1880

static gint64
get_most (const DovField *field)
{
  if (field->most != 0)
    return field->most;
  if (field->kind == DOV_KIND_NUMBER)
    return MOST_COUNTED;

  return field->kind == DOV_KIND_QUANTITY ? MOST_THINGS : MOST_MONEY;
}

/* EAN-8, UPC-A, EAN-13 or ITF-14, with the digit that proves it. */
static gboolean
is_bar_code (gint64 number)
{
  gint64 sum = 0;
  int n_digits = 0;

  for (gint64 rest = number; rest > 0; rest /= 10, n_digits++)
    sum += rest % 10 * (n_digits % 2 == 0 ? 1 : 3);

  return (n_digits == 8 || (n_digits >= 12 && n_digits <= 14)) && sum % 10 == 0;
}

/* V6: what is typed without looking, or read by the scanner into another field. */
static void
check_size (DovRecord      *self,
            const DovField *field,
            gint64          number,
            GPtrArray      *problems)
{
  gint64 one = field->kind == DOV_KIND_QUANTITY ? 1000 : field->kind == DOV_KIND_MONEY ? 100 : 1;
  g_autofree char *shown = dov_record_dup_shown (self, field);
  g_autofree char *most = dov_number_to_shown (get_most (field) / one);

  if (ABS (number) > get_most (field))
    dov_problems_add (problems, self, field->name, "V6",
                      is_bar_code (number / one)
                      ? _("%2$s looks like a bar code, and “%1$s” is at most %3$s. Type the number itself.")
                      : _("“%1$s” is at most %3$s, and %2$s stands here. Check the number."),
                      _(field->label), shown, most);
  else if (field->kind == DOV_KIND_QUANTITY && field->most == 0 && ABS (number) > MANY_THINGS)
    dov_problems_warn (problems, self, field->name, "V6",
                       _("%s is very much. Check the number, or say why it is right."), shown);
}

static void
check_year (DovRecord      *self,
            const DovField *field,
            gint64          year,
            GPtrArray      *problems)
{
  GDate today = dov_today ();
  int last = g_date_get_year (&today) + 2;

  if (year < FIRST_YEAR || year > last)
    dov_problems_add (problems, self, field->name, "V5", _("“%s” is a year from %d to %d. Check it."),
                      _(field->label), FIRST_YEAR, last);
}

/* V6: nothing that is counted or paid is below zero, or beyond measure. */
static void
check_number (DovRecord      *self,
              const DovField *field,
              GPtrArray      *problems)
{
  gint64 number = MEMBER (self, field, gint64);

  if (number == DOV_UNKNOWN)
    return;
  if ((field->flags & DOV_ABOVE_ZERO) && number <= 0)
    dov_problems_add (problems, self, field->name, "V6", _("“%s” is above zero"), _(field->label));
  else if (number < 0 && !(field->flags & DOV_SIGNED))
    dov_problems_add (problems, self, field->name, "V6", _("“%s” cannot be below zero"), _(field->label));
  else if (field->flags & DOV_YEAR)
    check_year (self, field, number, problems);
  else
    check_size (self, field, number, problems);
}

static void
check_field (DovRecord      *self,
             const DovField *field,
             GPtrArray      *problems)
{
  if ((field->flags & DOV_REQUIRED) && dov_record_is_empty (self, field))
    {
      dov_problems_add (problems, self, field->name, NULL, _("Fill in “%s”"), _(field->label));
      return;
    }

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      check_text (self, field, problems);
      check_length (self, field, problems);
      break;

    case DOV_KIND_NOTE:
      check_length (self, field, problems);
      break;

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
      check_number (self, field, problems);
      break;

    case DOV_KIND_DATE:
    case DOV_KIND_MOMENT:
      check_date (self, field, problems);
      break;

    case DOV_KIND_FLAG:
    case DOV_KIND_TIME:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
    case DOV_KIND_LINK:
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * dov_record_list_problems:
 *
 * Returns: (transfer full) (element-type DovProblem): all that is wrong with
 *   the record itself: first the rules of the table, then those only its
 *   class knows. Rules that need other records are the store's.
 */
GPtrArray *
dov_record_list_problems (DovRecord *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);
  GPtrArray *problems = dov_problems_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    check_field (self, &klass->fields[i], problems);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].after != NULL)
        check_span (self, &klass->fields[i], problems);
      if (klass->fields[i].flags & (DOV_PAST | DOV_MOSTLY_PAST))
        check_past (self, &klass->fields[i], problems);
    }
  if (klass->check != NULL)
    klass->check (self, problems);

  return problems;
}

/**
 * dov_record_dup_fault:
 * @field: one that a person has just left
 *
 * Asks only what the record itself can know; rules that need other records are
 * asked when it is saved.
 *
 * Returns: (nullable): what is wrong with the field as it would be saved
 */
char *
dov_record_dup_fault (DovRecord      *self,
                      const DovField *field)
{
  g_autoptr (DovRecord) after = dov_record_dup (self);
  g_autoptr (GPtrArray) problems = NULL;

  dov_record_tidy (after);
  problems = dov_record_list_problems (after);
  for (guint i = 0; i < problems->len; i++)
    {
      DovProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == field && !problem->is_warning)
        return g_strdup (problem->message);
    }

  return NULL;
}

/**
 * dov_record_check:
 *
 * Returns: whether nothing refuses the record itself; else the first problem
 *   as %DOV_RECORD_ERROR_REFUSED
 */
gboolean
dov_record_check (DovRecord  *self,
                  GError    **error)
{
  g_autoptr (GPtrArray) problems = dov_record_list_problems (self);

  for (guint i = 0; i < problems->len; i++)
    {
      DovProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        return dov_refuse (error, "%s", problem->message);
    }

  return TRUE;
}

static char *
tidy_text (const DovField *field,
           const char     *text)
{
  if (field->flags & DOV_NAME)
    return dov_name_tidy (text);
  if (field->flags & DOV_PHONE)
    return dov_phone_tidy (text, NULL);
  if (field->flags & DOV_SNILS)
    return dov_snils_tidy (text, NULL);
  if (field->flags & DOV_OKTMO)
    return dov_oktmo_tidy (text, NULL);

  return dov_trim (text);
}

/**
 * dov_record_tidy:
 *
 * Brings what was typed into its one stored form: names trimmed, telephones
 * as +79000001714. What cannot be understood stays, for the check to refuse.
 */
void
dov_record_tidy (DovRecord *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      g_autofree char *tidied = NULL;

      if (field->kind != DOV_KIND_TEXT || *MEMBER (self, field, char *) == '\0')
        continue;
      tidied = tidy_text (field, MEMBER (self, field, char *));
      if (tidied != NULL)
        dov_record_set_string (self, field->name, tidied);
    }
  if (klass->tidy != NULL)
    klass->tidy (self);
}
