/* dov-record-text.c - the two texts of every field: for files and for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

#include "dov-clean.h"
#include "dov-fold.h"
#include "dov-number.h"
#include "dov-phone.h"
#include "dov-snils.h"

#include <glib/gi18n.h>

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

/* The enum behind a choice, for as long as it is looked at. */
static GEnumValue *
find_choice (const DovField *field,
             int             value)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

  return g_enum_get_value (choices, value);
}

static char *
join_choices (const DovField *field,
              guint           set,
              gboolean        shown)
{
  g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < choices->n_values; i++)
    if (set & choices->values[i].value)
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : shown ? ", " : ",",
                              shown ? _(choices->values[i].value_name) : choices->values[i].value_nick);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
split_choices (const DovField *field,
               const char     *text,
               guint          *set)
{
  g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());
  g_auto (GStrv) codes = g_strsplit (text, ",", -1);

  *set = 0;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      GFlagsValue *choice = g_flags_get_value_by_nick (choices, g_strstrip (codes[i]));

      if (choice == NULL)
        return FALSE;
      *set |= choice->value;
    }

  return TRUE;
}

/**
 * dov_record_dup_text:
 *
 * Returns: (transfer full): the field as files keep it: ISO dates, a decimal
 *   point, codes of choices; empty while unknown. Not for people to read.
 */
char *
dov_record_dup_text (DovRecord      *self,
                     const DovField *field)
{
  gint64 number = 0;

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      return g_strdup (MEMBER (self, field, char *));

    case DOV_KIND_NUMBER:
      number = MEMBER (self, field, gint64);
      return number == DOV_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);

    case DOV_KIND_QUANTITY:
      number = MEMBER (self, field, gint64);
      return number == DOV_UNKNOWN ? g_strdup ("") : dov_quantity_to_iso (number);

    case DOV_KIND_MONEY:
      number = MEMBER (self, field, gint64);
      return number == DOV_UNKNOWN ? g_strdup ("") : dov_money_to_iso (number);

    case DOV_KIND_LINK:
      number = MEMBER (self, field, gint64);
      return number == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);

    case DOV_KIND_FLAG:
      return g_strdup (MEMBER (self, field, gboolean) ? "1" : "0");

    case DOV_KIND_DATE:
      return dov_date_to_iso (MEMBER (self, field, GDate *));

    case DOV_KIND_TIME:
      return dov_time_to_iso (MEMBER (self, field, DovTime));

    case DOV_KIND_MOMENT:
      return dov_moment_to_iso (MEMBER (self, field, GDateTime *));

    case DOV_KIND_CHOICE:
      return g_strdup (find_choice (field, MEMBER (self, field, int))->value_nick);

    case DOV_KIND_CHOICES:
      return join_choices (field, MEMBER (self, field, guint), FALSE);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_number (const DovField *field,
             const char     *text,
             gint64         *number)
{
  gboolean is_link = field->kind == DOV_KIND_LINK;

  *number = is_link || (field->flags & DOV_FROM_ZERO) ? 0 : DOV_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (field->kind == DOV_KIND_QUANTITY)
    return dov_quantity_from_iso (text, number);
  if (field->kind == DOV_KIND_MONEY)
    return dov_money_from_iso (text, number);

  return g_ascii_string_to_signed (text, 10, is_link ? 0 : -G_MAXINT64, G_MAXINT64, number, NULL);
}

/* Reads @text, in the form of files, into @value; FALSE when it makes no sense. */
static gboolean
read_text (const DovField *field,
           const char     *text,
           GValue         *value)
{
  gboolean understood = TRUE;

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
      g_value_init (value, G_TYPE_STRING);
      g_value_set_string (value, text);
      return g_utf8_validate (text, -1, NULL);

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      {
        gint64 number = 0;

        understood = read_number (field, text, &number);
        g_value_init (value, G_TYPE_INT64);
        g_value_set_int64 (value, number);
      }
      break;

    case DOV_KIND_FLAG:
      understood = g_str_equal (text, "1") || g_str_equal (text, "0") || *text == '\0';
      g_value_init (value, G_TYPE_BOOLEAN);
      g_value_set_boolean (value, *text == '1');
      break;

    case DOV_KIND_DATE:
      {
        GDate *date = NULL;

        understood = dov_date_from_iso (text, &date);
        g_value_init (value, G_TYPE_DATE);
        g_value_take_boxed (value, date);
      }
      break;

    case DOV_KIND_TIME:
      {
        DovTime time = DOV_NO_TIME;

        understood = dov_time_from_iso (text, &time);
        g_value_init (value, G_TYPE_INT);
        g_value_set_int (value, time);
      }
      break;

    case DOV_KIND_MOMENT:
      {
        GDateTime *moment = NULL;

        understood = dov_moment_from_iso (text, &moment);
        g_value_init (value, G_TYPE_DATE_TIME);
        g_value_take_boxed (value, moment);
      }
      break;

    case DOV_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());
        GEnumValue *choice = g_enum_get_value_by_nick (choices, text);

        understood = choice != NULL;
        g_value_init (value, field->target ());
        g_value_set_enum (value, choice ? choice->value : 0);
      }
      break;

    case DOV_KIND_CHOICES:
      {
        guint set = 0;

        understood = *text == '\0' || split_choices (field, text, &set);
        g_value_init (value, field->target ());
        g_value_set_flags (value, set);
      }
      break;

    default:
      g_assert_not_reached ();
    }

  return understood;
}

/**
 * dov_record_set_text:
 *
 * The inverse of dov_record_dup_text(). On error (%DOV_RECORD_ERROR_MALFORMED)
 * the field keeps the value it had.
 */
gboolean
dov_record_set_text (DovRecord      *self,
                     const DovField *field,
                     const char     *text,
                     GError        **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!read_text (field, text, &value))
    {
      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                   _("“%s” cannot be “%s”"), _(field->label), text);
      return FALSE;
    }
  dov_record_set_value (self, field, &value);

  return TRUE;
}

/**
 * dov_record_dup_shown:
 *
 * Returns: (transfer full): the field as people read it: 05.03.2027, 1 500,50,
 *   the label of a choice; empty while unknown. A link has no words of its
 *   own here: dov_store_dup_shown() follows it.
 */
char *
dov_record_dup_shown (DovRecord      *self,
                      const DovField *field)
{
  gint64 number = 0;
  const char *label;

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      if (field->flags & DOV_PHONE)
        return dov_phone_to_shown (MEMBER (self, field, char *));
      if (field->flags & DOV_SNILS)
        return dov_snils_to_shown (MEMBER (self, field, char *));
      return g_strdup (MEMBER (self, field, char *));

    case DOV_KIND_NOTE:
      return g_strdup (MEMBER (self, field, char *));

    case DOV_KIND_NUMBER:
      number = MEMBER (self, field, gint64);
      if (field->flags & DOV_YEAR)
        return dov_record_dup_text (self, field);
      return number == DOV_UNKNOWN ? g_strdup ("") : dov_number_to_shown (number);

    case DOV_KIND_QUANTITY:
      number = MEMBER (self, field, gint64);
      return number == DOV_UNKNOWN ? g_strdup ("") : dov_quantity_to_shown (number);

    case DOV_KIND_MONEY:
      number = MEMBER (self, field, gint64);
      return number == DOV_UNKNOWN ? g_strdup ("") : dov_money_to_shown (number);

    case DOV_KIND_FLAG:
      return g_strdup (MEMBER (self, field, gboolean) ? _("yes") : _("no"));

    case DOV_KIND_DATE:
      return dov_date_to_shown (MEMBER (self, field, GDate *));

    case DOV_KIND_TIME:
      return dov_time_to_shown (MEMBER (self, field, DovTime));

    case DOV_KIND_MOMENT:
      return dov_moment_to_shown (MEMBER (self, field, GDateTime *));

    case DOV_KIND_CHOICE:
      label = find_choice (field, MEMBER (self, field, int))->value_name;
      return g_strdup (*label == '\0' ? "" : _(label));

    case DOV_KIND_CHOICES:
      return join_choices (field, MEMBER (self, field, guint), TRUE);

    case DOV_KIND_LINK:
      return g_strdup ("");

    default:
      g_assert_not_reached ();
    }
}

static gboolean
type_into_number (DovRecord      *self,
                  const DovField *field,
                  const char     *text,
                  GError        **error)
{
  gint64 number = (field->flags & DOV_FROM_ZERO) ? 0 : DOV_UNKNOWN;
  gboolean understood = TRUE;

  if (*text == '\0')
    understood = TRUE;
  else if (field->kind == DOV_KIND_QUANTITY)
    understood = dov_quantity_from_typed (text, &number, error);
  else if (field->kind == DOV_KIND_MONEY)
    understood = dov_money_from_typed (text, &number, error);
  else
    understood = dov_number_from_typed (text, &number, error);

  if (understood)
    dov_record_set_number (self, field->name, number);

  return understood;
}

static gboolean
type_into_calendar (DovRecord      *self,
                    const DovField *field,
                    const char     *text,
                    GError        **error)
{
  g_autoptr (GDate) date = NULL;
  g_autoptr (GDateTime) moment = NULL;
  DovTime time = DOV_NO_TIME;

  if (field->kind == DOV_KIND_DATE)
    {
      if (*text != '\0' && !((field->flags & DOV_BIRTH) ? dov_birth_from_typed : dov_date_from_typed) (text, &date, error))
        return FALSE;
      dov_record_set_date (self, field->name, date);
    }
  else if (field->kind == DOV_KIND_TIME)
    {
      if (*text != '\0' && !dov_time_from_typed (text, &time, error))
        return FALSE;
      dov_record_set_time (self, field->name, time);
    }
  else
    {
      if (*text != '\0' && !dov_moment_from_typed (text, &moment, error))
        return FALSE;
      dov_record_set_moment (self, field->name, moment);
    }

  return TRUE;
}

/* A label is typed in small letters or large, and with common spaces for those that do not break. */
static gboolean
says (const char *label,
      const char *text)
{
  g_autofree char *own = dov_fold (*label != '\0' ? _(label) : "");
  g_autofree char *folded = dov_fold (text);

  return *own != '\0' ? g_str_equal (own, folded) : *label == '\0' && *text == '\0';
}

/* A choice is found by its label, as people read it, or by its code. */
static gboolean
type_into_choice (DovRecord      *self,
                  const DovField *field,
                  const char     *text,
                  GError        **error)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

  for (guint i = 0; i < choices->n_values; i++)
    if (says (choices->values[i].value_name, text))
      {
        dov_record_set_int (self, field->name, choices->values[i].value);
        return TRUE;
      }

  return dov_record_set_text (self, field, text, error);
}

/* The same for a set: labels or codes with commas between. */
static gboolean
type_into_choices (DovRecord      *self,
                   const DovField *field,
                   const char     *text,
                   GError        **error)
{
  g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint set = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = *g_strstrip (words[i]) == '\0';

      for (guint n = 0; n < choices->n_values && !found; n++)
        if (says (choices->values[n].value_name, words[i]) ||
            g_strcmp0 (choices->values[n].value_nick, words[i]) == 0)
          {
            set |= choices->values[n].value;
            found = TRUE;
          }
      if (!found)
        {
          g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                       _("“%s” cannot be “%s”"), _(field->label), words[i]);
          return FALSE;
        }
    }
  dov_record_set_int (self, field->name, (int) set);

  return TRUE;
}

/**
 * dov_record_set_typed:
 * @text: what a person typed: 1.9, 930, 1500,50, the label of a choice
 *
 * The inverse of dov_record_dup_shown(), and wider: it takes every usual form
 * (domain.md part 7). On error the field keeps the value it had and the
 * message says what to do. A link is set by its id, not by words.
 */
gboolean
dov_record_set_typed (DovRecord      *self,
                      const DovField *field,
                      const char     *text,
                      GError        **error)
{
  g_autofree char *cleaned = dov_clean (text, FALSE);
  g_autofree char *trimmed = dov_trim (cleaned);

  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      dov_record_set_string (self, field->name, trimmed);
      return TRUE;

    case DOV_KIND_NOTE:
      dov_record_set_string (self, field->name, text);
      return TRUE;

    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
      return type_into_number (self, field, trimmed, error);

    case DOV_KIND_DATE:
    case DOV_KIND_TIME:
    case DOV_KIND_MOMENT:
      return type_into_calendar (self, field, trimmed, error);

    case DOV_KIND_CHOICE:
      return type_into_choice (self, field, trimmed, error);

    case DOV_KIND_CHOICES:
      return type_into_choices (self, field, trimmed, error);

    case DOV_KIND_FLAG:
      if (g_strcmp0 (trimmed, _("yes")) == 0 || g_strcmp0 (trimmed, _("no")) == 0)
        {
          dov_record_set_int (self, field->name, g_strcmp0 (trimmed, _("yes")) == 0);
          return TRUE;
        }
      return dov_record_set_text (self, field, trimmed, error);

    case DOV_KIND_LINK:
      return dov_record_set_text (self, field, trimmed, error);

    default:
      g_assert_not_reached ();
    }
}
