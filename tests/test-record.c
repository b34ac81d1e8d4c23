/* test-record.c - every field of every record: values, texts, drafts, what differs, what is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-work-plan.h"

#include <locale.h>
#include <string.h>

static void
set_today (void)
{
  g_autoptr (GDateTime) now = NULL;

  g_assert_true (dov_moment_from_iso ("2027-03-05T10:15", &now));
  dov_clock_set (now);
}

/* The text of files for the value number @n of a field; each differs from the others. */
static char *
sample_text (const DovField *field,
             int             n)
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      if (field->flags & DOV_PHONE)
        return g_strdup_printf ("+790000017%02d", n);
      if (field->flags & DOV_SNILS)
        return g_strdup (n % 2 ? "11223344595" : "08765430300");
      return g_strdup_printf ("Слово «%d», её", n);

    case DOV_KIND_NOTE:
      return g_strdup_printf ("Первая строка\nвторая %d", n);

    case DOV_KIND_NUMBER:
      return g_strdup_printf ("%d", 1900 + n * 17);

    case DOV_KIND_QUANTITY:
      return dov_quantity_to_iso (1000 * n + 25);

    case DOV_KIND_MONEY:
      return dov_money_to_iso (123456 * n + 5);

    case DOV_KIND_LINK:
      return g_strdup_printf ("%" G_GINT64_FORMAT, (G_GINT64_CONSTANT (77) << 32) + n);

    case DOV_KIND_FLAG:
      return g_strdup (n % 2 ? "1" : "0");

    case DOV_KIND_DATE:
      return g_strdup_printf ("20%02d-%02d-%02d", n % 27, n % 12 + 1, n % 28 + 1);

    case DOV_KIND_TIME:
      return g_strdup_printf ("%02d:%02d", n % 24, n * 7 % 60);

    case DOV_KIND_MOMENT:
      return g_strdup_printf ("20%02d-%02d-%02dT%02d:%02d", n % 27, n % 12 + 1, n % 28 + 1, n % 24, n * 7 % 60);

    case DOV_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

        return g_strdup (choices->values[(guint) n % (choices->n_values - 1) + 1].value_nick);
      }

    case DOV_KIND_CHOICES:
      {
        g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());
        guint first = (guint) n % choices->n_values;

        return first + 1 < choices->n_values ? g_strdup_printf ("%s,%s", choices->values[first].value_nick,
                                                                choices->values[choices->n_values - 1].value_nick)
                                             : g_strdup (choices->values[first].value_nick);
      }

    default:
      g_assert_not_reached ();
    }
}

/* A text that differs from the first sample, even where there is but one choice. */
static char *
other_text (const DovField *field)
{
  g_autofree char *first = sample_text (field, 1);
  g_autofree char *second = sample_text (field, 2);

  return g_strdup (g_str_equal (first, second) ? "" : second);
}

typedef void (*ForField) (DovRecord *record, const DovField *field);

static void
for_every_field (ForField visit)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint n = 0; n < klass->n_fields; n++)
        {
          g_autoptr (DovRecord) record = dov_record_new (types[i], 0);

          g_test_message ("%s.%s", klass->table, klass->fields[n].name);
          visit (record, &klass->fields[n]);
        }
    }
}

static void
check_text_round_trip (DovRecord      *record,
                       const DovField *field)
{
  for (int n = 1; n < 30; n++)
    {
      g_autofree char *text = sample_text (field, n);
      g_autofree char *back = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (dov_record_set_text (record, field, text, &error));
      g_assert_no_error (error);
      back = dov_record_dup_text (record, field);
      g_assert_cmpstr (back, ==, text);
    }
}

/* Text there, text back. */
static void
test_text (void)
{
  for_every_field (check_text_round_trip);
}

static void
check_shown_round_trip (DovRecord      *record,
                        const DovField *field)
{
  if (field->kind == DOV_KIND_LINK)
    return;

  for (int n = 1; n < 30; n++)
    {
      g_autofree char *text = sample_text (field, n);
      g_autofree char *shown = NULL, *again = NULL, *back = NULL;
      g_autoptr (DovRecord) other = dov_record_new (G_OBJECT_TYPE (record), 0);
      g_autoptr (GError) error = NULL;

      g_assert_true (dov_record_set_text (record, field, text, NULL));
      shown = dov_record_dup_shown (record, field);
      g_assert_true (dov_record_set_typed (other, field, shown, &error));
      g_assert_no_error (error);
      again = dov_record_dup_shown (other, field);
      g_assert_cmpstr (again, ==, shown);
      dov_record_tidy (other);
      back = dov_record_dup_text (other, field);
      g_assert_cmpstr (back, ==, text);
    }
}

/* What people read can be typed. */
static void
test_shown (void)
{
  set_today ();
  for_every_field (check_shown_round_trip);
}

static void
check_empty (DovRecord      *record,
             const DovField *field)
{
  gboolean from_zero = (field->flags & DOV_FROM_ZERO) != 0;
  g_autofree char *text = NULL, *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (field->kind == DOV_KIND_FLAG)
    return;

  g_assert_true (dov_record_set_typed (record, field, "  ", &error) || field->kind == DOV_KIND_LINK);
  if (field->kind == DOV_KIND_NOTE)
    g_assert_true (dov_record_set_text (record, field, "", NULL));
  g_assert_no_error (error);
  text = dov_record_dup_text (record, field);
  shown = dov_record_dup_shown (record, field);
  g_assert_cmpstr (text, ==, from_zero ? "0" : "");
  g_assert_cmpstr (shown, ==, from_zero ? "0" : "");
  g_assert_cmpint (dov_record_is_empty (record, field), ==, !from_zero);
}

/* Everything can be taken away again; what starts at zero is zero then. */
static void
test_empty (void)
{
  for_every_field (check_empty);
}

static const char *
nonsense_for (const DovField *field)
{
  return field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE ? "\xff\xfe" : "чепуха";
}

static void
check_nonsense (DovRecord      *record,
                const DovField *field)
{
  g_autofree char *right = sample_text (field, 3);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL, typed_error = NULL;

  g_assert_true (dov_record_set_text (record, field, right, NULL));
  g_assert_false (dov_record_set_text (record, field, nonsense_for (field), &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
  if (field->kind != DOV_KIND_TEXT && field->kind != DOV_KIND_NOTE)
    {
      g_assert_false (dov_record_set_typed (record, field, nonsense_for (field), &typed_error));
      g_assert_error (typed_error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
    }
  kept = dov_record_dup_text (record, field);
  g_assert_cmpstr (kept, ==, right);
}

/* Nonsense is refused, and the field keeps what it had. */
static void
test_nonsense (void)
{
  for_every_field (check_nonsense);
}

/* Bits of what people type, in no order at all. */
static char *
make_noise (void)
{
  static const char *const bits[] = {
    "0", "1", "2", "9", "31", "02", "2027", "99999999999999999999", ".", ",", ":", "-", "+", "/", " ", "\u00a0", "−",
    "г.", "года", "февраля", "мар", "сегодня", "вчера", "в", "руб.", "₽", "T", "Ё", "и\u0306", "A", "(", ")", "\n", "да",
    "ёлка", "\xd0", "\xff", "😀",
  };
  GString *noise = g_string_new (NULL);

  for (int n = g_random_int_range (0, 7); n > 0; n--)
    g_string_append (noise, bits[g_random_int_range (0, G_N_ELEMENTS (bits))]);

  return g_string_free (noise, FALSE);
}

static void
check_noise (DovRecord      *record,
             const DovField *field)
{
  for (int n = 0; n < 200; n++)
    {
      g_autofree char *noise = make_noise ();
      g_autofree char *before = dov_record_dup_text (record, field);
      g_autofree char *after = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;
      gboolean understood = dov_record_set_typed (record, field, noise, &error);

      g_assert_cmpint (understood, ==, error == NULL);
      after = dov_record_dup_text (record, field);
      if (!understood)
        g_assert_cmpstr (after, ==, before);

      /* What was understood can be shown and typed again. */
      shown = dov_record_dup_shown (record, field);
      if (understood && field->kind != DOV_KIND_LINK && g_utf8_validate (shown, -1, NULL))
        {
          g_autofree char *again = NULL;

          g_assert_true (dov_record_set_typed (record, field, shown, NULL));
          again = dov_record_dup_text (record, field);
          g_assert_cmpstr (again, ==, after);
        }
    }
}

/* Whatever is typed is understood or refused with words, and never half. */
static void
test_noise (void)
{
  set_today ();
  for_every_field (check_noise);
}

static void
count_cb (GObject    *record,
          GParamSpec *property,
          guint      *count)
{
  *count += 1;
}

static void
check_notify (DovRecord      *record,
              const DovField *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  /* GObject spells the property of family_name “family-name”. */
  g_autofree char *signal = g_strconcat ("notify::", klass->properties[field - klass->fields + 1]->name, NULL);
  g_autofree char *text = sample_text (field, 1);
  g_autofree char *other = other_text (field);
  guint count = 0, all = 0;

  g_assert_true (dov_record_set_text (record, field, other, NULL));
  g_signal_connect (record, signal, G_CALLBACK (count_cb), &count);
  g_signal_connect (record, "notify", G_CALLBACK (count_cb), &all);
  dov_record_set_text (record, field, text, NULL);
  g_assert_cmpint (count, ==, 1);
  dov_record_set_text (record, field, text, NULL);
  g_assert_cmpint (count, ==, 1);
  dov_record_set_text (record, field, other, NULL);
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpint (all, ==, 2);
}

/* A change is told once; the same value again is not told. */
static void
test_notify (void)
{
  for_every_field (check_notify);
}

static void
check_draft (DovRecord      *record,
             const DovField *field)
{
  guint place = (guint) (field - DOV_RECORD_GET_CLASS (record)->fields);
  g_autofree char *text = sample_text (field, 1);
  g_autofree char *other = other_text (field);
  g_autoptr (DovRecord) draft = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) property = G_VALUE_INIT;

  dov_record_set_text (record, field, text, NULL);
  draft = dov_record_dup (record);
  g_assert_cmpint (dov_record_diff (record, draft), ==, 0);
  dov_record_set_text (draft, field, other, NULL);
  g_assert_true (dov_record_diff (record, draft) == G_GUINT64_CONSTANT (1) << place);
  dov_record_assign (record, draft);
  g_assert_cmpint (dov_record_diff (record, draft), ==, 0);

  dov_record_get_value (record, field, &value);
  g_value_init (&property, G_VALUE_TYPE (&value));
  g_object_get_property (G_OBJECT (record), field->name, &property);
  g_assert_false (dov_record_set_value (record, field, &property));
  g_object_set_property (G_OBJECT (record), field->name, &value);
  g_assert_cmpint (dov_record_diff (record, draft), ==, 0);
}

/* A draft is a record of its own, and tells what was changed in it. */
static void
test_draft (void)
{
  for_every_field (check_draft);
}

/* A new record has nothing wrong but what is missing, and says of each field what to do. */
static void
test_required (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (types[i], 0);
      g_autoptr (GPtrArray) problems = dov_record_list_problems (record);
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
      g_autofree char *described = dov_record_describe (record);
      guint missing = 0;

      for (guint n = 0; n < klass->n_fields; n++)
        missing += (klass->fields[n].flags & DOV_REQUIRED) && dov_record_is_empty (record, &klass->fields[n]);
      g_assert_cmpint (problems->len, ==, missing);
      g_assert_nonnull (described);
      for (guint n = 0; n < problems->len; n++)
        {
          DovProblem *problem = g_ptr_array_index (problems, n);

          g_assert_nonnull (problem->field);
          g_assert_true (g_str_has_prefix (problem->message, "Fill in"));
        }
    }
}

static void
test_set (void)
{
  g_autoptr (DovFamily) family = DOV_FAMILY (dov_record_new (DOV_TYPE_FAMILY, 12));
  g_autoptr (GDate) date = g_date_new_dmy (5, 3, 2027);

  g_assert_cmpint (dov_record_get_id (DOV_RECORD (family)), ==, 12);
  g_assert_cmpint (family->case_status, ==, DOV_CASE_STATUS_IDENTIFIED);
  g_assert_true (family->rooms == DOV_UNKNOWN);
  g_assert_cmpstr (family->address, ==, "");

  dov_set (family, family_name, "Ёлкины");
  dov_set (family, opened_on, date);
  dov_set (family, lounge_id, G_GINT64_CONSTANT (123456789012));
  dov_set (family, structure, DOV_FAMILY_STRUCTURE_FOSTER);
  dov_set (family, utilities, DOV_UTILITIES_GAS | DOV_UTILITIES_WATER);
  dov_set (family, smoke_detector, TRUE);
  dov_set (family, area, (gint64) 54300);

  g_assert_cmpstr (family->family_name, ==, "Ёлкины");
  g_assert_true (family->opened_on != date);
  g_assert_cmpint (g_date_compare (family->opened_on, date), ==, 0);
  g_assert_cmpint (family->lounge_id, ==, G_GINT64_CONSTANT (123456789012));
  g_assert_cmpint (family->structure, ==, DOV_FAMILY_STRUCTURE_FOSTER);
  g_assert_cmpint (family->utilities, ==, DOV_UTILITIES_GAS | DOV_UTILITIES_WATER);
  g_assert_true (family->smoke_detector);
  g_assert_cmpint (family->area, ==, 54300);

  dov_set (family, opened_on, NULL);
  dov_set (family, family_name, NULL);
  g_assert_null (family->opened_on);
  g_assert_cmpstr (family->family_name, ==, "");
}

static void
test_key (void)
{
  g_autoptr (DovPerson) person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
  g_autofree char *key = NULL;

  dov_set (person, last_name, "Ёлкина-Щукина");
  dov_set (person, first_name, "Анна");
  dov_set (person, workplace, "школа");
  dov_set (person, phone, "+79000001714");
  key = dov_record_dup_key (DOV_RECORD (person));
  g_assert_cmpstr (key, ==, "елкина щукина анна 79000001714");
}

/* V5: dates from 1900 to two years from now. */
static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    gboolean    is_fine;
  } cases[] = {
    { "1899-12-31", FALSE }, { "1900-01-01", TRUE }, { "2027-03-05", TRUE }, { "2029-03-05", TRUE },
    { "2029-03-06", FALSE },
  };

  set_today ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_WORK_PLAN, 0);
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), "until");
      g_autoptr (GPtrArray) problems = NULL;
      gboolean is_told = FALSE;

      g_assert_true (dov_record_set_text (record, field, cases[i].date, NULL));
      problems = dov_record_list_problems (record);
      for (guint n = 0; n < problems->len; n++)
        is_told |= g_strcmp0 (((DovProblem *) g_ptr_array_index (problems, n))->rule, "V5") == 0;
      g_assert_cmpint (is_told, ==, !cases[i].is_fine);
    }
}

/* One line of a record: what stands in brackets goes while its fields are empty. */
static void
test_line (void)
{
  static const struct
  {
    const char *table;
    const char *fields[5];
    const char *line;
  } cases[] = {
    { "family", { "family_name", "Черемисиновы", "address", "Заречная, 4" }, "Черемисиновы, Заречная, 4" },
    { "family", { "family_name", "Ёлкины" }, "Ёлкины" },
    { "item", { "name", "Шапка", "size", "54" }, "Шапка, size 54" },
    { "item", { "name", "Картофель" }, "Картофель" },
    { "write_off", { "no", "7", "date", "2027-03-05" }, "Write-off No. 7 of 05.03.2027" },
    { "film_screening", { "film_title", "Тихая река", "year", "1999" }, "Тихая река, 1999" },
    { "club_session", { "starts_at", "2027-03-05T15:00", "topic", "Глина" }, "05.03.2027 15:00 · Глина" },
    { "distribution_line", { "qty", "2.5" }, "2,5" },
    { "distribution_line", { NULL }, "" },
    { "curfew_rule", { "night_start", "22:00", "night_end", "06:00" }, "–: 22:00–06:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (dov_registry_find (cases[i].table), 0);
      g_autofree char *line = NULL;

      for (guint n = 0; cases[i].fields[n] != NULL; n += 2)
        {
          const DovField *field = dov_record_find_field (record, cases[i].fields[n]);
          g_autoptr (GError) error = NULL;

          dov_record_set_text (record, field, cases[i].fields[n + 1], &error);
          g_assert_no_error (error);
        }
      line = dov_record_describe (record);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/fields/text", test_text);
  g_test_add_func ("/record/fields/shown", test_shown);
  g_test_add_func ("/record/fields/empty", test_empty);
  g_test_add_func ("/record/fields/nonsense", test_nonsense);
  g_test_add_func ("/record/fields/noise", test_noise);
  g_test_add_func ("/record/fields/notify", test_notify);
  g_test_add_func ("/record/fields/draft", test_draft);
  g_test_add_func ("/record/line", test_line);
  g_test_add_func ("/record/required", test_required);
  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/key", test_key);
  g_test_add_func ("/rules/V5/dates", test_dates);

  return g_test_run ();
}
