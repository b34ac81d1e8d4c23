/* test-load.c - JSON lines become records, all of them or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family.h"
#include "dov-load.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "ground.h"

#include <string.h>

typedef struct
{
  Club       club;
  GPtrArray *told;
  GError    *error;
  guint64    n_records;
} Loading;

static void
set_up (Loading *loading)
{
  *loading = (Loading) { 0 };
  club_open (&loading->club);
  dov_rules_install (loading->club.store);
  loading->told = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Loading *loading)
{
  g_clear_pointer (&loading->told, g_ptr_array_unref);
  g_clear_error (&loading->error);
  club_close (&loading->club);
}

static gboolean
load_bytes (Loading    *loading,
            const char *bytes,
            gssize      length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);

  g_clear_error (&loading->error);
  g_ptr_array_set_size (loading->told, 0);

  return dov_load_stream (loading->club.store, stream, NULL, NULL, loading->told, &loading->n_records, NULL,
                          &loading->error);
}

static void
load (Loading    *loading,
      const char *lines)
{
  load_bytes (loading, lines, -1);
  g_assert_no_error (loading->error);
}

static gint64
count (Loading *loading)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  gint64 n = 0;

  for (guint i = 0; i < n_types; i++)
    n += dov_store_count (loading->club.store, types[i], NULL, NULL);

  return n;
}

/* It is refused at the line, with the words, and nothing at all is kept. */
static void
refuse (Loading    *loading,
        const char *lines,
        guint       line,
        const char *words)
{
  gint64 before = count (loading);
  gint64 operation = dov_store_get_last_operation (loading->club.store);
  g_autofree char *start = g_strdup_printf ("Line %u: ", line);

  g_assert_false (load_bytes (loading, lines, -1));
  g_assert_nonnull (loading->error);
  g_test_message ("%s", loading->error->message);
  g_assert_true (g_str_has_prefix (loading->error->message, start));
  g_assert_nonnull (strstr (loading->error->message, words));
  g_assert_cmpint (count (loading), ==, before);
  g_assert_cmpint (dov_store_get_last_operation (loading->club.store), ==, operation);
}

static DovRecord *
find (Loading    *loading,
      GType       type,
      const char *where)
{
  DovQuery query = { .where = where };
  DovRecord *record = dov_store_find_first (loading->club.store, type, &query, &loading->error);

  g_assert_no_error (loading->error);
  g_assert_nonnull (record);

  return record;
}

static void
test_links (void)
{
  Loading loading;
  g_autoptr (DovRecord) event = NULL;
  g_autoptr (DovRecord) staff = NULL;

  set_up (&loading);
  load (&loading, GROUND EVENT ("e", "2027-03-12", "planned", ",\"planned_count\":25,\"price\":\"1500.50\",\"paid\":true"));
  g_assert_cmpuint (loading.n_records, ==, GROUND_LINES + 1);

  event = find (&loading, DOV_TYPE_EVENT, "title LIKE 'Мастер%'");
  staff = find (&loading, DOV_TYPE_STAFF, "position = 'заведующая'");
  g_assert_cmpint (DOV_EVENT (event)->responsible_id, ==, dov_record_get_id (staff));
  g_assert_cmpint (DOV_EVENT (event)->form_id, ==, 104);
  g_assert_cmpint (DOV_EVENT (event)->planned_count, ==, 25);
  g_assert_cmpint (DOV_EVENT (event)->price, ==, 150050);
  g_assert_true (DOV_EVENT (event)->paid);
  tear_down (&loading);
}

/* One good value of every kind, all different. */
static void
test_kinds (void)
{
  Loading loading;
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovRecord) series = NULL;
  DovFamily *read;

  set_up (&loading);
  load (&loading, GROUND
        "{\"record\":\"family\",\"case_no\":\"3-2027/031\",\"family_name\":\"Ёлкины\",\"lounge_id\":\"@l\","
        "\"address\":\"с. Слудка, пер. Школьный, д. 2\",\"phone\":\"8 900 000-12-34\",\"structure\":\"single_mother\","
        "\"case_status\":\"active\",\"curator_id\":\"@s\",\"opened_on\":\"2027-02-28\",\"area\":54.3,\"rooms\":3,"
        "\"utilities\":\"water,electricity\",\"smoke_detector\":true,\"strengths\":\"Поют.\\nДружны.\"}\n"
        "{\"record\":\"family\",\"case_no\":\"3-2027/032\",\"family_name\":\"Елькины\",\"lounge_id\":\"@l\","
        "\"address\":\"с. Слудка\",\"structure\":\"full\",\"case_status\":\"identified\",\"area\":\"46.125\",\"rooms\":null}\n"
        "{\"record\":\"event_series\",\"title\":\"Семейный кинозал\",\"lounge_id\":\"@l\",\"recurrence\":\"weekly\","
        "\"weekday\":\"wed\",\"time\":\"18:05\",\"form_id\":\"105\"}\n");

  family = find (&loading, DOV_TYPE_FAMILY, "family_name = 'Ёлкины'");
  read = DOV_FAMILY (family);
  g_assert_cmpstr (read->phone, ==, "+79000001234");
  g_assert_cmpint (read->structure, ==, DOV_FAMILY_STRUCTURE_SINGLE_MOTHER);
  g_assert_cmpint (read->area, ==, 54300);
  g_assert_cmpint (read->rooms, ==, 3);
  g_assert_cmpint (read->utilities, ==, DOV_UTILITIES_WATER | DOV_UTILITIES_ELECTRICITY);
  g_assert_true (read->smoke_detector);
  g_assert_false (read->co_sensor);
  g_assert_cmpstr (read->strengths, ==, "Поют.\nДружны.");
  g_assert_cmpint (g_date_get_day (read->opened_on), ==, 28);

  g_clear_object (&family);
  family = find (&loading, DOV_TYPE_FAMILY, "family_name = 'Елькины'");
  g_assert_cmpint (DOV_FAMILY (family)->area, ==, 46125);
  g_assert_cmpint (DOV_FAMILY (family)->rooms, ==, DOV_UNKNOWN);

  series = find (&loading, dov_registry_find ("event_series"), "weekday = 'wed' AND time = '18:05' AND form_id = 105");
  tear_down (&loading);
}

/* A line whose id is known changes only what it names. */
static void
test_change (void)
{
  Loading loading;
  g_autoptr (DovRecord) family = NULL;
  g_autofree char *change = NULL;
  g_autofree char *other_kind = NULL;

  set_up (&loading);
  load (&loading, GROUND);
  family = find (&loading, DOV_TYPE_FAMILY, "family_name = 'Черемисиновы'");

  change = g_strdup_printf ("{\"record\":\"family\",\"id\":\"%" G_GINT64_FORMAT "\",\"phone\":\"+79000007788\"}\n",
                            dov_record_get_id (family));
  load (&loading, change);
  g_assert_cmpstr (DOV_FAMILY (family)->phone, ==, "+79000007788");
  g_assert_cmpstr (DOV_FAMILY (family)->case_no, ==, "3-2026/014");
  g_assert_cmpuint (loading.n_records, ==, 1);

  other_kind = g_strdup_printf ("{\"record\":\"person\",\"id\":%" G_GINT64_FORMAT ",\"last_name\":\"Шихова\","
                                "\"first_name\":\"Анна\"}\n", dov_record_get_id (family));
  g_assert_false (load_bytes (&loading, other_kind, -1));
  tear_down (&loading);
}

static void
test_removed (void)
{
  Loading loading;
  DovQuery in_bin = { .in_bin = TRUE };
  g_autoptr (DovRecord) person = NULL;
  g_autofree char *back = NULL;

  set_up (&loading);
  load (&loading, "{\"record\":\"person\",\"last_name\":\"Ожегова\",\"first_name\":\"Татьяна\","
                  "\"patronymic\":\"Сергеевна\",\"birth_date\":\"1990-01-02\",\"removed\":true}\n");
  g_assert_cmpint (dov_store_count (loading.club.store, DOV_TYPE_PERSON, &in_bin, NULL), ==, 1);

  person = dov_store_find_first (loading.club.store, DOV_TYPE_PERSON, &in_bin, NULL);
  back = g_strdup_printf ("{\"record\":\"person\",\"id\":\"%" G_GINT64_FORMAT "\",\"removed\":false}\n",
                          dov_record_get_id (person));
  load (&loading, back);
  g_assert_false (dov_record_is_removed (person));
  tear_down (&loading);
}

/* The file may begin with a mark, have blank lines, end lines as Windows does and not end the last. */
static void
test_lines (void)
{
  Loading loading;

  set_up (&loading);
  load (&loading, "\xef\xbb\xbf\n\r\n  \n"
                  "{\"record\":\"settlement\",\"name\":\"Родники\",\"type\":\"д\"}\r\n"
                  "{\"record\":\"settlement\",\"name\":\"Ключи\",\"type\":\"д\"}");
  g_assert_cmpuint (loading.n_records, ==, 2);
  load (&loading, "");
  g_assert_cmpuint (loading.n_records, ==, 0);

  refuse (&loading, "\n\n{\"record\":\"settlement\"", 3, "JSON");
  refuse (&loading, "\n\"record\"\n", 2, "JSON");
  refuse (&loading, "{\"record\":}", 1, "JSON");
  refuse (&loading, "{'record':'settlement'}", 1, "");
  refuse (&loading, "}{", 1, "JSON");
  refuse (&loading, "{\"record\":\"settlement\"}{\"record\":\"settlement\"}\n", 1, "JSON");
  refuse (&loading, "/* note */ {\"record\":\"settlement\"}\n", 1, "JSON");
  refuse (&loading, "{\"record\":\"settlement\",\"name\":\"\\\\\"}\"}", 1, "JSON");
  refuse (&loading, "{\"record\":\"settlement\",\"name\":\"\xff\"}\n", 1, "UTF-8");
  tear_down (&loading);
}

typedef struct
{
  const char *name;
  const char *line;
  const char *words;  /* that the message has: the label of the field, or what is wrong */
} Bad;

static const Bad bad[] = {
  { "record-missing", "{\"name\":\"Ключи\"}", "record" },
  { "record-unknown", "{\"record\":\"village\"}", "village" },
  { "record-number", "{\"record\":7}", "record" },
  { "field-unknown", "{\"record\":\"person\",\"last_nam\":\"Шихова\"}", "last_nam" },
  { "field-computed", "{\"record\":\"family\",\"children_count\":3}", "children_count" },
  { "field-key", "{\"record\":\"family\",\"key\":\"x\"}", "key" },
  { "ref-unknown", "{\"record\":\"staff\",\"person_id\":\"@nobody\"}", "@nobody" },
  { "ref-of-another-kind", "{\"record\":\"staff\",\"person_id\":\"@l\",\"position\":\"сторож\",\"role\":\"other\"}", "Person" },
  { "ref-again", "{\"record\":\"person\",\"ref\":\"boss\",\"last_name\":\"А\",\"first_name\":\"Б\"}", "boss" },
  { "ref-number", "{\"record\":\"person\",\"ref\":5}", "ref" },
  { "id-text", "{\"record\":\"person\",\"id\":\"семь\"}", "id" },
  { "id-zero", "{\"record\":\"person\",\"id\":0}", "id" },
  { "id-negative", "{\"record\":\"person\",\"id\":\"-4\"}", "id" },
  { "link-nowhere", "{\"record\":\"staff\",\"person_id\":\"123456\",\"position\":\"сторож\",\"role\":\"other\"}", "Person" },
  { "link-text", "{\"record\":\"staff\",\"person_id\":\"Иванова\"}", "Person" },
  { "item-unknown", "{\"record\":\"event_series\",\"title\":\"А\",\"form_id\":\"circus\"}", "circus" },
  { "item-of-another-list", "{\"record\":\"event_series\",\"title\":\"А\",\"form_id\":\"201\"}", "Form" },
  { "removed-text", "{\"record\":\"person\",\"removed\":\"2027-01-01\"}", "removed" },
  { "text-number", "{\"record\":\"person\",\"last_name\":7}", "Last name" },
  { "text-list", "{\"record\":\"person\",\"last_name\":[\"А\"]}", "Last name" },
  { "text-object", "{\"record\":\"person\",\"last_name\":{}}", "Last name" },
  { "text-missing", "{\"record\":\"person\",\"first_name\":\"Анна\"}", "Last name" },
  { "name-latin", "{\"record\":\"person\",\"last_name\":\"Cидорова\",\"first_name\":\"Анна\"}", "Last name" },
  { "number-fraction", "{\"record\":\"family\",\"rooms\":2.5}", "Rooms" },
  { "number-words", "{\"record\":\"family\",\"rooms\":\"три\"}", "Rooms" },
  { "number-flag", "{\"record\":\"family\",\"rooms\":true}", "Rooms" },
  { "quantity-comma", "{\"record\":\"family\",\"area\":\"54,3\"}", "Total area" },
  { "quantity-too-fine", "{\"record\":\"family\",\"area\":1.00005}", "Total area" },
  { "money-number", "{\"record\":\"event\",\"price\":1500}", "Price" },
  { "money-comma", "{\"record\":\"event\",\"price\":\"1500,50\"}", "Price" },
  { "money-three-decimals", "{\"record\":\"event\",\"price\":\"1.005\"}", "Price" },
  { "flag-text", "{\"record\":\"family\",\"smoke_detector\":\"да\"}", "Smoke detector" },
  { "flag-number", "{\"record\":\"family\",\"smoke_detector\":1}", "Smoke detector" },
  { "date-russian", "{\"record\":\"family\",\"opened_on\":\"05.03.2027\"}", "Taken on" },
  { "date-31-february", "{\"record\":\"family\",\"opened_on\":\"2027-02-31\"}", "Taken on" },
  { "date-29-february", "{\"record\":\"family\",\"opened_on\":\"2027-02-29\"}", "Taken on" },
  { "date-number", "{\"record\":\"family\",\"opened_on\":2027}", "Taken on" },
  { "time-24", "{\"record\":\"event_series\",\"time\":\"24:00\"}", "Time" },
  { "moment-no-time", "{\"record\":\"event\",\"starts_at\":\"2027-03-05\"}", "Start" },
  { "moment-space", "{\"record\":\"event\",\"starts_at\":\"2027-03-05 18:30\"}", "Start" },
  { "moment-zone", "{\"record\":\"event\",\"starts_at\":\"2027-03-05T18:30Z\"}", "Start" },
  { "choice-label", "{\"record\":\"person\",\"sex\":\"мужской\"}", "Sex" },
  { "choices-one-wrong", "{\"record\":\"family\",\"utilities\":\"water,steam\"}", "Water" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *given = data;
  Loading loading;
  g_autofree char *lines = g_strconcat (GROUND, "\n", given->line, "\n", NULL);

  set_up (&loading);
  refuse (&loading, lines, GROUND_LINES + 2, given->words);
  tear_down (&loading);
}

/* Rules, on the path of a load: each refused on the line of its record. */

static void
test_e1_future (void)
{
  Loading loading;

  set_up (&loading);
  refuse (&loading, GROUND EVENT ("e", "2027-03-06", "held", ""), GROUND_LINES + 1, "held");
  tear_down (&loading);
}

/* Held for nobody is refused on the line of the event, unless the line says why. */
static void
test_e1_nobody_counted (void)
{
  Loading loading;
  g_autofree char *book = g_strnfill (502, 'z');
  g_autofree char *held = g_strdup_printf (EVENT ("e", "2027-03-02", "held", ",\"accept\":{\"E1\":\"%s\"}"), book);
  g_autofree char *long_reason = g_strconcat (GROUND, held, NULL);

  set_up (&loading);
  refuse (&loading, GROUND EVENT ("e", "2027-03-02", "held", "") EVENT ("x", "2027-03-10", "planned", ""),
          GROUND_LINES + 1, "Nobody is counted");
  refuse (&loading, GROUND EVENT ("e", "2027-03-02", "held", ",\"accept\":{\"E1\":\"\"}"), GROUND_LINES + 1, "accept");
  refuse (&loading, GROUND EVENT ("e", "2027-03-02", "held", ",\"accept\":\"дождь\""), GROUND_LINES + 1, "accept");
  refuse (&loading, long_reason, GROUND_LINES + 1, "502 characters");
  tear_down (&loading);

  set_up (&loading);
  load (&loading, GROUND EVENT ("e", "2027-03-02", "held", ",\"accept\":{\"E1\":\"дождь, никто не пришёл\"}"));
  g_assert_cmpuint (loading.told->len, ==, 0);
  tear_down (&loading);

  set_up (&loading);
  load (&loading, GROUND EVENT ("e", "2027-03-02", "held", "")
        "{\"record\":\"event_headcount\",\"event_id\":\"@e\",\"b7_13\":11,\"b36_59\":4}\n");
  g_assert_cmpuint (loading.told->len, ==, 0);
  tear_down (&loading);
}

static void
test_e2_no_reason (void)
{
  Loading loading;

  set_up (&loading);
  refuse (&loading, GROUND EVENT ("e", "2027-03-02", "cancelled", ""), GROUND_LINES + 1, "cancelled");
  load (&loading, GROUND EVENT ("e", "2027-03-02", "cancelled", ",\"status_reason\":\"Метель\""));
  tear_down (&loading);
}

#define CAME(who, role) \
  "{\"record\":\"attendance\",\"event_id\":\"@e\",\"person_id\":\"" who "\",\"status\":\"checked_in\"," \
  "\"role\":\"" role "\"}\n"

static void
test_e8_more_names_than_people (void)
{
  Loading loading;

  set_up (&loading);
  g_assert_false (load_bytes (&loading, GROUND EVENT ("e", "2027-03-02", "held", "")
        "{\"record\":\"event_headcount\",\"event_id\":\"@e\",\"b36_59\":1}\n"
        CAME ("@child", "guest") CAME ("@boss", "organiser"),
        -1));
  g_test_message ("%s", loading.error->message);
  g_assert_true (g_str_has_prefix (loading.error->message, "Line 8: "));

  load (&loading, GROUND EVENT ("e", "2027-03-02", "held", "")
        "{\"record\":\"event_headcount\",\"event_id\":\"@e\",\"b36_59\":1,\"b7_13\":2}\n"
        CAME ("@child", "guest") CAME ("@boss", "organiser"));
  tear_down (&loading);
}

static void
test_v3_snils (void)
{
  Loading loading;
  const char *first = "{\"record\":\"person\",\"last_name\":\"Шихова\",\"first_name\":\"Анна\",\"patronymic\":\"Ильинична\","
                      "\"birth_date\":\"1988-04-05\",\"snils\":\"112-233-445 95\"}\n";
  g_autofree char *twice = g_strconcat (first, "{\"record\":\"person\",\"last_name\":\"Носков\",\"first_name\":\"Олег\","
                                        "\"patronymic\":\"Юрьевич\",\"birth_date\":\"1979-08-09\","
                                        "\"snils\":\"11223344595\"}\n", NULL);

  set_up (&loading);
  refuse (&loading, "{\"record\":\"person\",\"last_name\":\"Шихова\",\"first_name\":\"Анна\",\"snils\":\"112-233-445 96\"}\n",
          1, "");
  refuse (&loading, twice, 2, "");
  load (&loading, first);
  tear_down (&loading);
}

/* A possible duplicate only warns: it is loaded, and told with its line. */
static void
test_v9_duplicate (void)
{
  Loading loading;

  set_up (&loading);
  load (&loading, GROUND);
  g_assert_cmpuint (loading.told->len, ==, 0);
  load (&loading, "\n{\"record\":\"person\",\"last_name\":\"Черемисинова\",\"first_name\":\"Полина\","
                  "\"patronymic\":\"Артемовна\",\"birth_date\":\"2017-08-02\"}\n");
  g_assert_cmpuint (loading.told->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (loading.told, 0), "Line 2: "));
  g_assert_cmpuint (loading.n_records, ==, 1);
  tear_down (&loading);
}

static void
test_v8_case_number (void)
{
  Loading loading;

  set_up (&loading);
  refuse (&loading, GROUND
          "{\"record\":\"family\",\"case_no\":\"3-2026/014\",\"family_name\":\"Шиховы\",\"lounge_id\":\"@l\","
          "\"address\":\"с. Слудка\",\"structure\":\"full\",\"case_status\":\"identified\"}\n",
          GROUND_LINES + 1, "3-2026/014");
  tear_down (&loading);
}

static void
count_progress (guint64  done,
                gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >, *last);
  *last = done;
}

static void
stop_at_once (guint64  done,
              gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_progress_and_cancel (void)
{
  Loading loading;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) again = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint64 last = 0;
  gint64 before;

  set_up (&loading);
  for (guint i = 0; i < 1600; i++)
    g_string_append_printf (lines, "{\"record\":\"settlement\",\"name\":\"Хутор %u\",\"type\":\"д\"}\n", i);
  before = count (&loading);

  stream = g_memory_input_stream_new_from_data (lines->str, -1, NULL);
  dov_load_stream (loading.club.store, stream, stop_at_once, cancellable, NULL, NULL, cancellable, &loading.error);
  g_assert_error (loading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (&loading), ==, before);
  g_clear_error (&loading.error);

  again = g_memory_input_stream_new_from_data (lines->str, -1, NULL);
  dov_load_stream (loading.club.store, again, count_progress, &last, NULL, NULL, NULL, &loading.error);
  g_assert_no_error (loading.error);
  g_assert_cmpuint (last, ==, 1500);
  g_assert_cmpint (count (&loading), ==, before + 1600);
  tear_down (&loading);
}

/* What a parser of JSON takes for something else is refused with its line. */
static void
test_strict (void)
{
  static const struct
  {
    const char *line;
    const char *told;
  } cases[] = {
    { "{\"record\":\"settlement\",\"name\":\"Хутор\",\"type\":\"д\",\"name\":\"Починок\"}", "“name” stands there twice" },
    { "{\"record\":\"settlement\",\"n\\u0061me\":\"Хутор\",\"name\":\"Починок\"}", "“name” stands there twice" },
    { "{\"record\":\"settlement\",\"accept\":{\"E1\":\"дождь\",\"E1\":\"снег\"}}", "“E1” stands there twice" },
    { "{\"record\":\"settlement\",\"name\":\"Ху\\u0000тор\",\"type\":\"д\"}", "\\u0000" },
    { "{\"record\":\"settlement\",\"name\":\"Ху\\ud83dтор\",\"type\":\"д\"}", "half a character" },
    { "{\"record\":\"settlement\",\"name\":\"Ху\\ude00тор\",\"type\":\"д\"}", "half a character" },
    { "{\"record\":\"family\",\"rooms\":99999999999999999999}", "at most 18 digits" },
    { "{\"record\":\"family\",\"rooms\":-9223372036854775809}", "at most 18 digits" },
    { "{\"record\":\"family\",\"rooms\":010}", "does not begin with 0" },
    { "{\"record\":\"family\",\"rooms\":0x10}", "does not begin with 0" },
    { "{\"record\":\"settlement\",\"name\":\"\\u00a0\\u3164\",\"type\":\"д\"}", "Fill in" },
    { "{\"record\":\"settlement\",\"name\":\"Хутор\",\"type\":\"д\",\"accept\":{\"E1\":\"дождь\",\"E2\":\"\\u200b \"}}",
      "rules and reasons" },
    { "{\"record\":\"settlement\",\"name\":\"Хутор\",\"type\":\"д\",\"accept\":{\"E1\":\" \u200b—\"}}", "rules and reasons" },
  };
  Loading loading;
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *deep = g_strconcat ("{\"record\":\"family\",\"note\":", brackets, NULL);
  g_autofree char *braces = g_strnfill (100000, '{');
  g_autofree char *book = g_strnfill (501, 'z');
  g_autofree char *line = g_strdup_printf ("{\"record\":\"settlement\",\"name\":\"%s\",\"type\":\"д\"}", book);

  set_up (&loading);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      refuse (&loading, cases[i].line, 1, cases[i].told);
    }
  refuse (&loading, deep, 1, "too deep");
  refuse (&loading, braces, 1, "too deep");
  refuse (&loading, line, 1, "501 characters");
  tear_down (&loading);
}

/* What nobody can see is not kept; what can be seen is, whole pairs and zeros too. */
static void
test_cleaned (void)
{
  Loading loading;
  g_autoptr (DovRecord) settlement = NULL;

  set_up (&loading);
  load (&loading, "{\"record\":\"settlement\",\"name\":\"Ху\\u00adт\\u200bор\\u0007 \\ud83d\\ude00\\ufffe 0\\uffff\","
                  "\"type\":\"д\"}\n");
  settlement = find (&loading, DOV_TYPE_SETTLEMENT, "name = 'Хутор 😀 0'");
  tear_down (&loading);
}

/* The whole load is one line of undo. */
static void
test_undo (void)
{
  Loading loading;
  gint64 before;

  set_up (&loading);
  before = count (&loading);
  load (&loading, GROUND EVENT ("e", "2027-03-12", "planned", ""));
  dov_store_undo (loading.club.store, dov_store_get_last_operation (loading.club.store), &loading.error);
  g_assert_no_error (loading.error);
  g_assert_cmpint (count (&loading), ==, before);
  tear_down (&loading);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/links", test_links);
  g_test_add_func ("/load/kinds", test_kinds);
  g_test_add_func ("/load/change", test_change);
  g_test_add_func ("/load/removed", test_removed);
  g_test_add_func ("/load/lines", test_lines);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/load/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/rules/E1/load/to-come", test_e1_future);
  g_test_add_func ("/rules/E1/load/nobody-counted", test_e1_nobody_counted);
  g_test_add_func ("/rules/E2/load", test_e2_no_reason);
  g_test_add_func ("/rules/E8/load", test_e8_more_names_than_people);
  g_test_add_func ("/rules/V3/load", test_v3_snils);
  g_test_add_func ("/rules/V8/load", test_v8_case_number);
  g_test_add_func ("/rules/V9/load", test_v9_duplicate);
  g_test_add_func ("/load/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/load/strict", test_strict);
  g_test_add_func ("/load/cleaned", test_cleaned);
  g_test_add_func ("/load/undo", test_undo);

  return g_test_run ();
}
