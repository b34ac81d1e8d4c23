/* test-russian.c - records as a village club reads them: every word Russian, and what is read can be typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-band.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-language.h"
#include "dov-period.h"
#include "dov-person.h"
#include "dov-phone.h"
#include "dov-registry.h"
#include "dov-snils.h"
#include "dov-name.h"
#include "dov-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* Numbers and signs need no translation, nor what is a sign in Russian (№);
 * anything with a Latin letter in it does. */
static void
expect_russian (const char *place,
                const char *msgid)
{
  const char *text = _(msgid);
  gboolean has_cyrillic = g_str_has_prefix (text, "№"), has_latin = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      has_cyrillic |= g_unichar_get_script (g_utf8_get_char (c)) == G_UNICODE_SCRIPT_CYRILLIC;
      has_latin |= g_ascii_isalpha (*c) && *c != 'I';  /* «II группа» */
    }
  if (has_latin || (!has_cyrillic && strpbrk (msgid, "abcdefghijklmnopqrstuvwxyz") != NULL))
    g_error ("%s is not Russian: %s", place, text);
}

/* Each label of each record, field and choice. */
static void
test_labels (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      expect_russian (klass->table, klass->label);
      expect_russian (klass->table, klass->labels);
      for (guint n = 0; n < klass->n_fields; n++)
        {
          const DovField *field = &klass->fields[n];
          g_autofree char *place = g_strdup_printf ("%s.%s", klass->table, field->name);

          expect_russian (place, field->label);
          if (field->kind == DOV_KIND_CHOICE)
            {
              g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

              for (guint c = 1; c < choices->n_values; c++)
                expect_russian (place, choices->values[c].value_name);
            }
          else if (field->kind == DOV_KIND_CHOICES)
            {
              g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());

              for (guint c = 0; c < choices->n_values; c++)
                expect_russian (place, choices->values[c].value_name);
            }
        }
    }
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    expect_russian ("band", dov_band_get_label (band));
}

/* No two choices of a field, and no two fields of a record, read the same. */
static void
test_labels_differ (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint n = 0; n < klass->n_fields; n++)
        {
          const DovField *field = &klass->fields[n];
          g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

          g_test_message ("%s.%s", klass->table, field->name);
          g_assert_true (g_hash_table_add (labels, (gpointer) _(field->label)));
          if (field->kind == DOV_KIND_CHOICE)
            {
              g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

              for (guint c = 1; c < choices->n_values; c++)
                g_assert_true (g_hash_table_add (names, (gpointer) _(choices->values[c].value_name)));
            }
        }
    }
}

/* Every choice, read in Russian and typed as it was read. */
static void
test_choices_typed (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint n = 0; n < klass->n_fields; n++)
        {
          const DovField *field = &klass->fields[n];
          g_autoptr (DovRecord) record = dov_record_new (types[i], 0), typed = dov_record_new (types[i], 0);
          g_autoptr (GEnumClass) choices = NULL;

          if (field->kind != DOV_KIND_CHOICE)
            continue;
          choices = g_type_class_ref (field->target ());
          for (guint c = 1; c < choices->n_values; c++)
            {
              g_autofree char *shown = NULL, *plain = NULL, *loud = NULL;
              g_auto (GStrv) parts = NULL;

              g_assert_true (dov_record_set_text (record, field, choices->values[c].value_nick, NULL));
              shown = dov_record_dup_shown (record, field);
              parts = g_strsplit (shown, "\u00a0", -1);   /* of a keyboard: no space that does not break */
              plain = g_strjoinv (" ", parts);
              loud = g_utf8_strup (plain, -1);
              g_assert_true (dov_record_set_typed (typed, field, loud, NULL));
              g_assert_cmpint (dov_record_diff (record, typed) & (G_GUINT64_CONSTANT (1) << n), ==, 0);
            }
        }
    }
}

/* A year of days in words, there and back. */
static void
test_dates (void)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *words = NULL;
  GDate day;

  g_assert_true (dov_moment_from_iso ("2027-03-05T10:15", &now));
  dov_clock_set (now);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 5, 2, 2027);
  words = dov_date_to_words (&day);
  g_assert_cmpstr (words, ==, "5\u00a0февраля 2027\u00a0г.");

  for (int i = 0; i < 366; i++)
    {
      g_autofree char *text = dov_date_to_words (&day);
      g_autoptr (GDate) back = NULL;

      g_assert_true (dov_date_from_typed (text, &back, NULL));
      g_assert_cmpint (g_date_compare (&day, back), ==, 0);
      g_date_add_days (&day, 1);
    }

  g_assert_cmpstr (dov_month_name (G_DATE_MAY), ==, "май");
  g_assert_cmpstr (dov_month_name_of (G_DATE_MAY), ==, "мая");
  g_assert_cmpstr (dov_month_name_in (G_DATE_MAY), ==, "мае");
  g_assert_cmpstr (dov_weekday_short (G_DATE_SUNDAY), ==, "вс");
  g_assert_cmpstr (dov_weekday_name (G_DATE_WEDNESDAY), ==, "среда");
}

static void
test_periods (void)
{
  static const struct
  {
    DovPeriodKind kind;
    const char   *shown;
  } cases[] = {
    { DOV_PERIOD_DAY, "5\u00a0марта 2027\u00a0г." }, { DOV_PERIOD_MONTH, "март 2027" }, { DOV_PERIOD_QUARTER, "I квартал 2027" },
    { DOV_PERIOD_HALF_YEAR, "I полугодие 2027" }, { DOV_PERIOD_NINE, "9 месяцев 2027" }, { DOV_PERIOD_YEAR, "2027\u00a0год" },
  };
  g_autoptr (GDate) day = g_date_new_dmy (5, 3, 2027);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovPeriod period = dov_period_around (cases[i].kind, day);
      g_autofree char *shown = dov_period_to_shown (&period);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* What people are told, word for word. */
static void
test_told (void)
{
  g_autoptr (GError) date = NULL, year = NULL, snils = NULL, phone = NULL, name = NULL, number = NULL;
  GDate *unused = NULL;
  g_autofree char *no_snils = NULL, *no_phone = NULL;
  gint64 no_number = 0;

  g_assert_false (dov_date_from_typed ("29.02.2015", &unused, &date));
  g_assert_cmpstr (date->message, ==, "В феврале 2015\u00a0года было 28 дней. Проверьте день по свидетельству.");
  g_assert_false (dov_date_from_typed ("2013", &unused, &year));
  g_assert_cmpstr (year->message, ==, "2013 — это год. Укажите ещё день и месяц, например 05.03.2013.");
  no_snils = dov_snils_tidy ("112-233-445 96", &snils);
  g_assert_cmpstr (snils->message, ==,
                   "Проверьте СНИЛС по свидетельству: две последние цифры не сходятся с остальными.");
  dov_phone_set_area (NULL);
  no_phone = dov_phone_tidy ("900 000-17-1", &phone);
  g_assert_cmpstr (phone->message, ==, "В номере 9 цифр, а нужно 10, или 11 вместе с 8 или +7 впереди.");
  g_assert_false (dov_name_check ("Cоколова", &name));
  g_assert_cmpstr (name->message, ==,
                   "«C» здесь латинская буква, она только похожа на русскую «С». Наберите её по-русски.");
  g_assert_false (dov_number_from_typed ("много", &no_number, &number));
  g_assert_cmpstr (number->message, ==, "«много» непонятно. Укажите целое число, например 25.");
}

/* Labels are exactly those of the forms that the district knows. */
static void
test_known_labels (void)
{
  static const struct
  {
    const char *table;
    const char *field;
    const char *label;
  } cases[] = {
    { "lounge", "host_institution_id", "Базовое учреждение" },
    { "person", "position_or_grade", "Должность или класс" },
    { "person", "no_photo", "Не фотографировать" },
    { "family", "case_no", "№\u00a0дела" },
    { "family", "opened_on", "Дата взятия" },
    { "family", "relations_note", "Характеристика: отношения в семье" },
    { "family", "urgent_remark", "Срочное замечание" },
    { "family_member", "kinship", "Степень родства" },
    { "family_member", "leisure", "Кружки и занятость" },
    { "family_category", "basis_doc", "Основание" },
    { "event", "stat_kind", "Вид для 7-НК" },
    { "event", "status_reason", "Причина отмены или переноса" },
    { "event", "planned_count", "План (чел.)" },
    { "organisation", "valid_until", "Действует до" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovRecordClass *klass = dov_registry_class (dov_registry_find (cases[i].table));

      g_assert_cmpstr (_(dov_record_class_find_field (klass, cases[i].field)->label), ==, cases[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dov_language_start ("ru");

  g_test_add_func ("/russian/labels", test_labels);
  g_test_add_func ("/russian/labels-differ", test_labels_differ);
  g_test_add_func ("/russian/choices-typed", test_choices_typed);
  g_test_add_func ("/russian/dates", test_dates);
  g_test_add_func ("/russian/periods", test_periods);
  g_test_add_func ("/russian/told", test_told);
  g_test_add_func ("/russian/known-labels", test_known_labels);

  return g_test_run ();
}
