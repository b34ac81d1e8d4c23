/* test-load-rules.c - every rule with a number, met by lines that are loaded */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-load.h"
#include "dov-rules.h"

#include <string.h>

/* What each case begins with; $L is the lounge, $M its manager. */
#define GROUND \
  "{\"record\":\"person\",\"ref\":\"child\",\"last_name\":\"Шубина\",\"first_name\":\"Ева\"," \
  "\"birth_date\":\"2013-03-02\"}\n" \
  "{\"record\":\"family\",\"ref\":\"f\",\"family_name\":\"Шубины\",\"case_no\":\"3-2027/014\"," \
  "\"lounge_id\":\"$L\",\"address\":\"с. Слудка\",\"structure\":\"full\"}\n"

#define EVENT(ref, status, more) \
  "{\"record\":\"event\",\"ref\":\"" ref "\",\"title\":\"Встреча\",\"starts_at\":\"2027-03-01T15:00\"," \
  "\"ends_at\":\"2027-03-01T17:00\",\"lounge_id\":\"$L\",\"form_id\":\"124\",\"stat_kind\":\"info\"," \
  "\"audience\":\"children\",\"age_mark\":\"6+\",\"responsible_id\":\"$M\",\"status\":\"" status "\"" more "}\n"

#define COUNT(event, more) "{\"record\":\"event_headcount\",\"event_id\":\"@" event "\"" more "}\n"

#define CAME(status) \
  "{\"record\":\"attendance\",\"event_id\":\"@e\",\"person_id\":\"@child\",\"status\":\"" status "\"}\n"

#define FILM(age_mark) \
  "{\"record\":\"film_screening\",\"event_id\":\"@e\",\"film_title\":\"Тихая река\",\"age_mark\":\"" age_mark "\"}\n"

#define PLAN(status) \
  "{\"record\":\"work_plan\",\"ref\":\"w\",\"lounge_id\":\"$L\",\"period_kind\":\"month\",\"since\":\"2027-03-01\"," \
  "\"status\":\"" status "\",\"submitted_on\":\"2027-02-20\",\"approved_on\":\"2027-02-24\"," \
  "\"approved_by\":\"Демаков В.П.\"}\n"

#define PLAN_LINE \
  "{\"record\":\"work_plan_line\",\"work_plan_id\":\"@w\",\"title\":\"Семинар\",\"area\":\"methodical\"," \
  "\"responsible_id\":\"$M\"}\n"

#define MEMBER(person, kinship) \
  "{\"record\":\"family_member\",\"family_id\":\"@f\",\"person_id\":\"@" person "\",\"kinship\":\"" kinship "\"}\n"

#define PERSON(more) "{\"record\":\"person\",\"ref\":\"p\",\"last_name\":\"Зуева\",\"first_name\":\"Яна\"" more "}\n"

#define HANDED_IN \
  "{\"record\":\"report_instance\",\"code\":\"D-22\",\"since\":\"2027-03-01\",\"until\":\"2027-03-31\"," \
  "\"status\":\"sent\",\"sent_on\":\"2027-03-04\"}\n"

#define GROUP(season) \
  "{\"record\":\"club_group\",\"ref\":\"g\",\"name\":\"ЗигЗаг\",\"lounge_id\":\"$L\",\"kind\":\"studio\"," \
  "\"leader_id\":\"$M\",\"season\":\"" season "\",\"age_group\":\"children\",\"status\":\"active\"}\n"

#define JOINS(since) \
  "{\"record\":\"club_member\",\"group_id\":\"@g\",\"person_id\":\"@child\",\"since\":\"" since "\"}\n"

#define MEETS(ref, starts_at) \
  "{\"record\":\"club_session\",\"ref\":\"" ref "\",\"group_id\":\"@g\",\"starts_at\":\"" starts_at "\"," \
  "\"hours\":\"1\"}\n"

#define MARKS(session) \
  "{\"record\":\"club_attendance\",\"session_id\":\"@" session "\",\"person_id\":\"@child\",\"mark\":\"present\"}\n"

#define HELPS(more) \
  "{\"record\":\"volunteer\",\"ref\":\"v\",\"person_id\":\"@p\",\"lounge_id\":\"$L\",\"since\":\"2027-01-11\"" more "}\n"

#define WORKS(date, hours, more) \
  "{\"record\":\"volunteer_hours\",\"volunteer_id\":\"@v\",\"date\":\"" date "\",\"hours\":\"" hours "\"" more "}\n"

#define WALKER(ref, name) \
  "{\"record\":\"person\",\"ref\":\"p" ref "\",\"last_name\":\"Патрульная\",\"first_name\":\"" name "\"," \
  "\"birth_date\":\"1980-02-03\"}\n" \
  "{\"record\":\"patrol_member\",\"ref\":\"m" ref "\",\"patrol_id\":\"@t\",\"person_id\":\"@p" ref "\",\"kind\":\"public\"," \
  "\"since\":\"2026-01-01\",\"instructed_on\":\"2027-01-11\",\"may_lead\":true}\n"

#define PATROL \
  "{\"record\":\"patrol\",\"ref\":\"t\",\"name\":\"Патруль\",\"settlement_id\":\"14\"}\n" \
  "{\"record\":\"patrol_route\",\"ref\":\"r\",\"name\":\"Центр\",\"patrol_id\":\"@t\"}\n" \
  WALKER ("1", "Анна") WALKER ("2", "Вера")

#define SHIFT(ref, starts_at, ends_at, more) \
  "{\"record\":\"patrol_shift\",\"ref\":\"" ref "\",\"patrol_id\":\"@t\",\"route_id\":\"@r\",\"leader_id\":\"@m1\"," \
  "\"kind\":\"planned\",\"starts_at\":\"" starts_at "\",\"ends_at\":\"" ends_at "\"" more "}\n"

#define WALKS(shift, member, came) \
  "{\"record\":\"shift_member\",\"shift_id\":\"@" shift "\",\"member_id\":\"@m" member "\",\"came\":\"" came "\"}\n"

#define BOTH(shift, came) WALKS (shift, "1", came) WALKS (shift, "2", came)

#define DONE ",\"status\":\"done\",\"actual_start\":\"2027-03-01T21:00\",\"actual_end\":\"2027-03-01T23:30\""

#define WALK PATROL SHIFT ("s", "2027-03-01T21:00", "2027-03-01T23:30", DONE) BOTH ("s", "came")

#define FINDING(kind, found_at, more) \
  "{\"record\":\"patrol_finding\",\"shift_id\":\"@s\",\"kind_id\":\"" kind "\",\"found_at\":\"" found_at "\"," \
  "\"place_kind\":\"stop\",\"place\":\"остановка\",\"measures\":\"talk\"" more "}\n"

#define HANDOVER(kind, name) \
  "{\"record\":\"handover\",\"ref\":\"h\",\"handed_at\":\"2027-03-01T22:50\",\"place\":\"клуб\",\"child_name\":\"Илья\"," \
  "\"recipient_kind\":\"" kind "\",\"recipient_name\":\"" name "\",\"handed_by_id\":\"@m1\",\"is_signed\":true}\n"

#define AT_HOME ",\"age_known\":13,\"outcome\":\"home\",\"handover_id\":\"@h\",\"parents_notified_at\":\"2027-03-01T22:20\""

#define NOTICE(date) \
  "{\"record\":\"outgoing_notice\",\"notice_no\":\"5\",\"date\":\"" date "\",\"lounge_id\":\"$L\",\"to_id\":\"@kdn\"," \
  "\"kind\":\"finding\",\"text\":\"Выявлен ребёнок\"}\n"

#define COMMISSION \
  "{\"record\":\"organisation\",\"ref\":\"kdn\",\"full_name\":\"Комиссия\",\"short_name\":\"КДН\",\"kind\":\"authority\"," \
  "\"sector\":\"kdn\"}\n"

/* How often it is warned, or that it is refused. */
typedef enum { PASSES, WARNS, WARNS_TWICE, REFUSES } Verdict;

typedef struct
{
  const char *rule;
  const char *lines;  /* behind the ground */
  Verdict     verdict;
  guint       line;   /* of the ground and these, which is named */
} Case;

static const Case cases[] = {
  { "V1", PERSON (",\"patronymic\":\"Петровнa\""), REFUSES, 3 },
  { "V2", PERSON (",\"birth_date\":\"2027-03-06\""), REFUSES, 3 },
  { "V2", PERSON (",\"birth_date\":\"2003-01-01\"") MEMBER ("p", "mother") MEMBER ("child", "child"), WARNS, 5 },
  { "V2", PERSON (",\"birth_date\":\"1990-01-01\"") MEMBER ("p", "mother") MEMBER ("child", "child"), PASSES, 0 },
  { "V3", PERSON (",\"snils\":\"112-233-445 96\""), REFUSES, 3 },
  { "V4", PERSON (",\"phone\":\"12\""), REFUSES, 3 },
  { "V5", EVENT ("e", "planned", ",\"ends_at\":\"2027-03-01T14:59\""), REFUSES, 3 },
  { "V5", EVENT ("e", "planned", ",\"place\":\"клуб\"") CAME ("registered"), PASSES, 0 },
  { "V6", EVENT ("e", "planned", "") COUNT ("e", ",\"b7_13\":-1"), REFUSES, 4 },
  { "V7", "{\"record\":\"settlement\",\"name\":\"Лесная\",\"type\":\"д\",\"oktmo\":\"123\"}\n", REFUSES, 3 },
  { "V8", "{\"record\":\"family\",\"family_name\":\"Зуевы\",\"case_no\":\"3-2027/014\",\"lounge_id\":\"$L\","
          "\"address\":\"с. Слудка\",\"structure\":\"full\"}\n", REFUSES, 3 },
  { "G1", GROUP ("school") MEETS ("s", "2026-07-06T15:00"), REFUSES, 4 },
  { "G2", GROUP ("school") JOINS ("2027-03-02") MEETS ("s", "2027-03-01T15:00") MARKS ("s"), REFUSES, 0 },
  { "G3", GROUP ("school") JOINS ("2027-03-01") MEETS ("s", "2027-03-01T15:00") MARKS ("s") MARKS ("s"), REFUSES, 0 },
  { "G3", GROUP ("school") JOINS ("2027-03-01") MEETS ("s", "2027-03-01T15:00") MARKS ("s"), PASSES, 0 },
  { "G4", GROUP ("school") JOINS ("2027-03-01") MEETS ("s", "2027-03-06T15:00") MARKS ("s"), REFUSES, 0 },
  { "G5", GROUP ("school") MEETS ("s", "2027-03-01T15:00") MEETS ("x", "2027-03-01T15:30"), WARNS, 5 },
  { "G6", GROUP ("school") JOINS ("2027-03-02"), WARNS, 4 },
  { "G7", GROUP ("school") JOINS ("2027-03-01") JOINS ("2027-03-01"), REFUSES, 0 },
  { "W1", PERSON (",\"birth_date\":\"2011-01-01\"") HELPS (""), WARNS, 4 },
  { "W1", PERSON (",\"birth_date\":\"2011-01-01\"") HELPS (",\"parent_consent_on\":\"2027-01-09\""), PASSES, 0 },
  { "W2", PERSON (",\"birth_date\":\"1990-01-01\"") HELPS (",\"kind\":\"silver\""), WARNS, 4 },
  { "W3", PERSON (",\"birth_date\":\"1990-01-01\"") HELPS ("") WORKS ("2027-01-10", "2", ""), REFUSES, 0 },
  { "W3", PERSON (",\"birth_date\":\"1990-01-01\"") HELPS ("") WORKS ("2027-01-12", "20", "")
          WORKS ("2027-01-12", "4.5", ""), REFUSES, 0 },
  { "W4", PERSON (",\"birth_date\":\"2011-01-01\"") HELPS (",\"parent_consent_on\":\"2027-02-09\"")
          WORKS ("2027-02-08", "2", ""), REFUSES, 0 },
  { "W5", PERSON (",\"birth_date\":\"1990-01-01\"") HELPS ("") EVENT ("e", "planned", "")
          WORKS ("2027-03-02", "2", ",\"event_id\":\"@e\""), WARNS, 6 },
  { "V9", "{\"record\":\"person\",\"last_name\":\"Ева\",\"first_name\":\"Шубина\",\"birth_date\":\"2013-03-12\"}\n",
    WARNS, 3 },
  { "E1", EVENT ("e", "held", "") COUNT ("e", ",\"b7_13\":4"), PASSES, 0 },
  { "E1", EVENT ("e", "held", ""), REFUSES, 3 },
  { "E1", EVENT ("e", "held", "") COUNT ("e", ",\"b7_13\":0"), REFUSES, 3 },
  { "E1", EVENT ("e", "held", ",\"accept\":{\"E1\":\"дождь, никто не пришёл\"}"), PASSES, 0 },
  { "E1", EVENT ("e", "held", ",\"accept\":{\"E1\":\"дождь\"}") EVENT ("x", "held", ",\"title\":\"Иное\""), REFUSES, 4 },
  { "E1", EVENT ("e", "held", ",\"accept\":{\"E7\":\"дождь\"}"), REFUSES, 3 },
  { "E2", EVENT ("e", "cancelled", ""), REFUSES, 3 },
  { "E2", EVENT ("e", "moved", ",\"status_reason\":\"лёд\""), REFUSES, 3 },
  { "E3", EVENT ("e", "planned", "")
          EVENT ("x", "planned", ",\"title\":\"Кино\",\"starts_at\":\"2027-03-01T16:59\""), WARNS, 4 },
  { "E3", EVENT ("e", "planned", "")
          EVENT ("x", "planned", ",\"title\":\"Кино\",\"starts_at\":\"2027-03-01T17:00\""), PASSES, 0 },
  { "E4", EVENT ("e", "planned", ",\"registration\":true,\"seat_limit\":0") CAME ("registered"), REFUSES, 4 },
  { "E4", EVENT ("e", "planned", ",\"registration\":true,\"seat_limit\":0") CAME ("waiting"), PASSES, 0 },
  { "E4", EVENT ("e", "held", ",\"registration\":true,\"seat_limit\":0") COUNT ("e", ",\"b7_13\":1")
          CAME ("walk_in"), PASSES, 0 },
  { "E5", EVENT ("e", "planned", ",\"ends_at\":\"2027-03-01T22:01\""), WARNS, 3 },
  { "E5", EVENT ("e", "planned", ",\"ends_at\":\"2027-03-01T22:00\""), PASSES, 0 },
  { "E6", EVENT ("e", "planned", ",\"age_mark\":\"18+\""), REFUSES, 3 },
  { "E6", EVENT ("e", "planned", "") FILM ("12+"), REFUSES, 4 },
  { "E6", EVENT ("e", "planned", "") FILM ("6+"), PASSES, 0 },
  { "N8", PLAN ("approved") PLAN_LINE, PASSES, 0 },
  { "E6", EVENT ("e", "planned", ",\"age_mark\":\"16+\"") CAME ("registered"), WARNS, 4 },
  { "E7", EVENT ("e", "held", "") COUNT ("e", ",\"b7_13\":4") COUNT ("e", ",\"b0_6\":2"), REFUSES, 4 },
  { "E7", EVENT ("e", "cancelled", ",\"status_reason\":\"лёд\"") COUNT ("e", ",\"b7_13\":4"), REFUSES, 0 },
  { "E7", EVENT ("e", "planned", "") EVENT ("x", "planned", ""), WARNS, 4 },
  { "E8", EVENT ("e", "held", "") COUNT ("e", ",\"b7_13\":1") CAME ("walk_in"), PASSES, 0 },
  { "E8", EVENT ("e", "held", "") COUNT ("e", ",\"b14_17\":1") CAME ("walk_in"), REFUSES, 0 },
  { "E8", EVENT ("e", "planned", "") CAME ("registered") CAME ("registered"), REFUSES, 0 },
  { "E8/submitted", HANDED_IN EVENT ("e", "planned", ""), PASSES, 0 },
  { "E8/submitted", HANDED_IN EVENT ("e", "planned", "") COUNT ("e", ",\"b7_13\":4"), PASSES, 0 },
  { "E8/submitted", HANDED_IN EVENT ("e", "held", "") COUNT ("e", ",\"b7_13\":4"), WARNS_TWICE, 4 },
  { "E9", EVENT ("e", "planned", "") CAME ("no_show"), REFUSES, 4 },
  { "T1", PATROL SHIFT ("s", "2027-03-12T22:30", "2027-03-13T00:30", "") BOTH ("s", "expected")
          SHIFT ("x", "2027-03-13T00:00", "2027-03-13T01:00", "") BOTH ("x", "expected"), REFUSES, 0 },
  { "T1", PATROL SHIFT ("s", "2027-03-12T22:30", "2027-03-13T00:30", "") BOTH ("s", "expected")
          SHIFT ("x", "2027-03-13T01:00", "2027-03-13T02:00", "") BOTH ("x", "expected"), PASSES, 0 },
  { "T2", PATROL SHIFT ("s", "2027-03-12T20:00", "2027-03-12T22:00", "") WALKS ("s", "1", "expected"), REFUSES, 0 },
  { "T2", PATROL SHIFT ("s", "2027-03-12T20:00", "2027-03-12T22:00", "") BOTH ("s", "expected"), PASSES, 0 },
  { "T3", WALK HANDOVER ("parent", "Зуева Анна") FINDING ("701", "2027-03-01T21:59", AT_HOME), REFUSES, 0 },
  { "T5", WALK FINDING ("704", "2027-03-01T22:10", ",\"age_known\":15,\"outcome\":\"left_self\""), REFUSES, 0 },
  { "T5", WALK FINDING ("704", "2027-03-01T22:10", ",\"age_known\":16,\"outcome\":\"left_self\""), PASSES, 0 },
  { "T5", WALK FINDING ("704", "2027-03-01T22:10", ",\"age_known\":15,\"outcome\":\"adults_talked\""), REFUSES, 0 },
  { "T5", WALK FINDING ("704", "2027-03-01T21:50", ",\"age_known\":15,\"outcome\":\"adults_talked\""), PASSES, 0 },
  { "N4", WALK HANDOVER ("parent", "Илья Зуев") FINDING ("701", "2027-03-01T22:10", AT_HOME ",\"described_as\":\"Зуев Илья\""),
    REFUSES, 0 },
  { "T6", WALK FINDING ("704", "2027-03-01T22:10", ",\"age_known\":16"), REFUSES, 0 },
  { "T6", PATROL SHIFT ("s", "2027-03-01T21:00", "2027-03-01T23:30", ",\"status\":\"done\"") BOTH ("s", "came"), REFUSES, 0 },
  { "T7", WALK FINDING ("707", "2027-03-01T22:10", ",\"age_known\":16,\"outcome\":\"left_self\""), WARNS, 0 },
  { "N4", WALK HANDOVER ("parent", "мама") FINDING ("701", "2027-03-01T22:10", AT_HOME), REFUSES, 0 },
  { "N5", WALK FINDING ("701", "2027-03-01T22:10", ",\"age_known\":13,\"outcome\":\"home\""
                                                   ",\"parents_notified_at\":\"2027-03-01T22:20\""), REFUSES, 0 },
  { "N5", WALK HANDOVER ("parent", "Зуева Анна") FINDING ("701", "2027-03-01T22:10", AT_HOME), PASSES, 0 },
  { "V8", COMMISSION NOTICE ("2027-03-01") NOTICE ("2027-03-02"), REFUSES, 0 },
  { "V8", COMMISSION NOTICE ("2027-03-01") NOTICE ("2026-12-31"), PASSES, 0 },
  { "E9", EVENT ("e", "planned", ",\"registration\":true") CAME ("no_show"), PASSES, 0 },
  { "F6", "{\"record\":\"family_category\",\"family_id\":\"@f\",\"category_id\":\"202\",\"since\":\"2027-01-11\"}\n",
    REFUSES, 3 },
  { "F6", "{\"record\":\"family_category\",\"family_id\":\"@f\",\"category_id\":\"201\",\"since\":\"2027-01-11\"}\n",
    PASSES, 0 },
};

/* The words begin with the line at fault. */
static void
expect_line (const char *words,
             guint       line)
{
  g_autofree char *start = g_strdup_printf ("Line %u: ", line);

  g_test_message ("%s", words);
  g_assert_true (line == 0 || g_str_has_prefix (words, start));
}

/* What a case says after the words of a macro takes their place; a file says nothing twice. */
static char *
say_once (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) once = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      g_autofree char *line = json_to_string (node, FALSE);

      g_string_append_printf (once, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&once), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *tried = data;
  g_autoptr (GString) lines = g_string_new (GROUND);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lounge = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *once = NULL;
  gboolean loaded = FALSE;
  Club club;

  club_open (&club);
  dov_rules_install (club.store);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, club.lounge);
  manager = g_strdup_printf ("%" G_GINT64_FORMAT, club.manager);
  g_string_append (lines, tried->lines);
  g_string_replace (lines, "$L", lounge, 0);
  g_string_replace (lines, "$M", manager, 0);

  once = say_once (lines->str);
  stream = g_memory_input_stream_new_from_data (once, -1, NULL);
  loaded = dov_load_stream (club.store, stream, NULL, NULL, told, NULL, NULL, &error);
  if (tried->verdict == REFUSES)
    {
      g_assert_false (loaded);
      g_assert_nonnull (dov_store_get_refusal (club.store));
      g_assert_cmpstr (dov_store_get_refusal (club.store)->rule, ==, tried->rule);
      expect_line (error->message, tried->line);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (told->len, ==, tried->verdict);
      if (told->len > 0)
        expect_line (g_ptr_array_index (told, 0), tried->line);
    }
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/load/%u", cases[i].rule, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
