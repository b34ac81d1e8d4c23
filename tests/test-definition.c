/* test-definition.c - definition files: the grammar, every mistake with its line, the guard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-definition.h"
#include "dov-document.h"
#include "dov-scratch.h"

#include "dov-language.h"

#include <string.h>

#define HEAD "document X-1\ntitle Проба\nperiod month\npersonal no\n"  /* four lines */

static void
test_whole (void)
{
  static const char text[] =
    "# a comment\n"
    "document   D-99\n"
    "title      Проба пера\n"
    "file       Проба\n"
    "filter     только живые\n"
    "receiver   Управление культуры\n"
    "period     month nine\n"
    "ask        event Мероприятие\n"
    "paper      landscape\n"
    "margin     archive\n"
    "right      events\n"
    "personal   special\n"
    "\n"
    "[approve]\n"
    "{head_post} | {head_name}\n"
    "[fields]\n"
    "across 2\n"
    "title 1. Поля\n"
    "Площадка | {lounge}\n"
    "[table rows]\n"
    "opens event\n"
    "data Строки\n"
    "numbers yes\n"
    "heading place\n"
    "subtotal По месту\n"
    "total Итого за {period}\n"
    "growing Всего с начала {year} года\n"
    "blank 3+\n"
    "height 22\n"
    "empty Пусто\n"
    "# столбцы\n"
    "row | № | row | 4 |\n"
    "qty | Группа / штук | quantity | 11+ | sum by unit\n"
    "unit | Ед. | text | 7 | center, paper\n"
    "n | Имя | text | 9 | count мероприятий, data\n"
    "m | Среднее | decimal | 9 | mean\n"
    "sign | Подпись | hand | 9\n"
    "SELECT 1 AS qty,\n"
    "  '# not a comment' AS unit,\n"
    "\n"
    "  2 AS n -- [not a block]\n"
    "[text]\n"
    "Сильные стороны семьи: {lounge}\n"
    "[pivot p]\n"
    "across quarter\n"
    "all Всего\n"
    "width 5 40+ 8 12 13\n"
    "| Раздел\n"
    "events | Мероприятий | ед.\n"
    "[sign]\n"
    "Проверил | {manager_post} | {manager_name}\n"
    "М.П. |\n"
    "[measure m]\n"
    "count sum money\n"
    "opens event\n"
    "WITH x AS (SELECT 1) SELECT 1 AS lounge, 2 AS id FROM x\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDefinition) definition = dov_definition_parse ("D-99.document", text, &error);
  const DovDefinedBlock *table;
  const DovColumn *column;

  g_assert_no_error (error);
  g_assert_cmpstr (definition->code, ==, "D-99");
  g_assert_cmpstr (definition->filter.text, ==, "только живые");
  g_assert_cmpstr (definition->receiver, ==, "Управление культуры");
  g_assert_cmpint (definition->periods, ==, DOV_PERIOD_MONTH | DOV_PERIOD_NINE);
  g_assert_cmpstr (definition->asks, ==, "event");
  g_assert_cmpstr (definition->asks_label, ==, "Мероприятие");
  g_assert_true (definition->is_landscape);
  g_assert_true (definition->is_archived);
  g_assert_cmpint (definition->privacy, ==, DOV_PRIVACY_SPECIAL);
  g_assert_cmpuint (definition->blocks->len, ==, 7);

  table = g_ptr_array_index (definition->blocks, 2);
  g_assert_cmpint (table->kind, ==, DOV_BLOCK_TABLE);
  g_assert_cmpstr (table->name, ==, "rows");
  g_assert_cmpstr (table->opens, ==, "event");
  g_assert_cmpint (table->blank, ==, 3);
  g_assert_true (table->fills);
  g_assert_cmpint (table->height, ==, 22);
  g_assert_cmpint (table->select_line, ==, 38);
  g_assert_true (g_str_has_prefix (table->select, "SELECT 1 AS qty,\n  '# not a comment' AS unit,\n\n  2 AS n"));
  g_assert_cmpuint (table->columns->len, ==, 6);

  column = g_ptr_array_index (table->columns, 1);
  g_assert_cmpstr (column->group, ==, "Группа");
  g_assert_cmpstr (column->heading, ==, "штук");
  g_assert_cmpint (column->width, ==, 11);
  g_assert_true (column->grows);
  g_assert_cmpint (column->total, ==, DOV_TOTAL_BY_UNIT);
  g_assert_cmpstr (column->word, ==, "unit");
  column = g_ptr_array_index (table->columns, 2);
  g_assert_true (column->centers && column->on_paper && !column->on_data);
  column = g_ptr_array_index (table->columns, 3);
  g_assert_true (!column->on_paper && column->on_data);
  g_assert_cmpstr (column->word, ==, "мероприятий");
  column = g_ptr_array_index (table->columns, 5);
  g_assert_false (column->on_data);

  g_assert_nonnull (dov_definition_find_measure (definition, "m"));
  g_assert_cmpint (dov_definition_find_measure (definition, "m")->measured, ==, DOV_COLUMN_MONEY);
}

/* What the reading alone finds. Words in the messages are in the language of
 * the interface, but the thing itself stands in them as it was written. */
static const struct
{
  const char *text;
  int         line;
  const char *named;
} mistakes[] = {
  { "title Проба\n[text]\nслово\n", 1, "document" },
  { "document X-1\n[text]\nслово\n", 1, "title" },
  { "document X-1\ntitle Проба\ntitel Проба\n", 3, "titel" },
  { "document X-1\ntitle Проба\ntitle Ещё\n", 3, "title" },
  { "document X-1\ntitle\n", 2, "title" },
  { "document X-1\nperiod month week\n", 2, "week" },
  { "document X-1\npaper square\n", 2, "square" },
  { "document X-1\nmargin wide\n", 2, "wide" },
  { "document X-1\nright all\n", 2, "all" },
  { "document X-1\npersonal maybe\n", 2, "maybe" },
  { "document X-1\nask event\n", 2, "ask" },
  { "document X-1\na | b\n", 2, "|" },
  { HEAD "[tabel x]\n", 5, "tabel" },
  { HEAD "[table]\n", 5, "table" },
  { HEAD "[fields x]\n", 5, "fields" },
  { HEAD "[text\n", 5, "[" },
  { HEAD "[text]\nодин | два\n", 6, "|" },
  { HEAD "[note]\nSELECT 1\n", 6, "SELECT" },
  { HEAD "[approve]\nодин | два | три\n", 6, "2" },
  { HEAD "[sign]\n1 | 2 | 3 | 4\n", 6, "3" },
  { HEAD "[sign]\ntitle Подписи\n", 6, "title" },
  { HEAD "[fields]\nacross 3\n", 6, "3" },
  { HEAD "[table x]\nheight high\n", 6, "high" },
  { HEAD "[table x]\nnumbers no\n", 6, "no" },
  { HEAD "[table x]\nblank some\n", 6, "some" },
  { HEAD "[table x]\na | А | text\n", 6, "|" },
  { HEAD "[table x]\na | А | txt | 5 |\n", 6, "txt" },
  { HEAD "[table x]\na | А | text | wide |\n", 6, "wide" },
  { HEAD "[table x]\na | А | text | 5- |\n", 6, "5-" },
  { HEAD "[table x]\na | А | text | 5 | bold\n", 6, "bold" },
  { HEAD "[table x]\na | А | text | 5 | sum\n", 6, "a" },
  { HEAD "[table x]\na | А / Б / В | text | 5 |\n", 6, "/" },
  { HEAD "[table x]\n| А | text | 5 |\n", 6, "" },
  { HEAD "[table x]\na | А | text | 5 |\na | Б | text | 5 |\n", 7, "a" },
  { HEAD "[table x]\na | А | count | 5 | sum by kilo\nSELECT 1 AS a\n", 6, "kilo" },
  { HEAD "[table x]\na | А | text | 5 |\n", 5, "SELECT" },
  { HEAD "[table x]\na | А | text | 5 | data\nSELECT 1 AS a\n", 5, "" },
  { HEAD "[table x]\ngrowing Всего\na | А | text | 5 |\nSELECT 1 AS a\n", 5, "" },
  { HEAD "[table x]\nsubtotal Всего\na | А | text | 5 |\nSELECT 1 AS a\n", 5, "" },
  { HEAD "[table x]\nblank 1\na | А | text | 5 |\n[table x]\nblank 1\na | А | text | 5 |\n", 8, "x" },
  { HEAD "[pivot x]\nwidth 1 2 3\n| a\n", 6, "1 2 3" },
  { HEAD "[pivot x]\nacross village\n| a\n", 6, "village" },
  { HEAD "[pivot x]\nall Всего\n", 5, "" },
  { HEAD "[measure x]\ncount twice\n", 6, "twice" },
  { HEAD "[measure x]\ncount unique money\n", 6, "unique money" },
  { HEAD "[measure x]\ncount sum\n", 5, "SELECT" },
  { HEAD "[measure x]\na | b\n", 6, "|" },
  { HEAD "[text]\nслово\n\xff\n", 7, "UTF-8" },
};

static void
assert_told (const GError *error,
             int           line,
             const char   *named)
{
  g_autofree char *place = g_strdup_printf ("X-1.document:%d: ", line);

  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message + strlen (place), named));
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DovDefinition) definition = NULL;

      g_test_message ("%u: %s", i, g_utf8_validate (mistakes[i].text, -1, NULL) ? mistakes[i].text : "bytes");
      definition = dov_definition_parse ("/elsewhere/X-1.document", mistakes[i].text, &error);
      g_assert_null (definition);
      assert_told (error, mistakes[i].line, mistakes[i].named);
    }
}

/* What only a database can tell. */
#define TABLE HEAD "[table x]\na | А | text | 5 |\n"  /* six lines */

static const struct
{
  const char *text;
  int         line;
  const char *named;
} troubles[] = {
  { TABLE "SELECT 1 AS b\n", 6, "a" },
  { TABLE "SELECT titel AS a\nFROM event\n", 7, "titel" },
  { TABLE "SELECT 1 AS a\nFROM evnt\n", 8, "evnt" },
  { TABLE "SELECT\n  nonsense(1) AS a\n", 8, "nonsense" },
  { TABLE "SELECT 1 AS a\nFORM event\n", 8, "FORM" },
  { TABLE "SELECT 1 AS a;\nSELECT 2 AS a\n", 7, "" },
  { TABLE "SELECT :when AS a\n", 7, ":when" },
  { TABLE "SELECT ':when' AS a,\n :event AS b -- :not\n", 8, ":event" },
  { TABLE "SELECT ? AS a\n", 7, "?" },
  { HEAD "[table x]\nopens evnt\na | А | text | 5 |\nSELECT 1 AS a\n", 6, "evnt" },
  { HEAD "[table x]\nopens event\na | А | text | 5 |\nSELECT 1 AS a\n", 6, "id" },
  { HEAD "[table x]\nheading block\na | А | text | 5 |\nSELECT 1 AS a\n", 6, "block" },
  { HEAD "[table x]\ntotal Итого за {perod}\na | А | text | 5 |\nSELECT 1 AS a\n", 6, "perod" },
  { HEAD "[table x]\ntotal Итого за {period\na | А | text | 5 |\nSELECT 1 AS a\n", 6, "{" },
  { HEAD "[fields]\nКто | {who}\nSELECT 1 AS whom\n", 6, "who" },
  { HEAD "[fields]\nКогда | {to:day}\n", 6, "day" },
  { HEAD "[text]\n{late}\n[fields]\nПоле | 1\nSELECT 1 AS late\n", 6, "late" },
  { HEAD "[sign]\nSELECT 1 AS what, 2 AS post\n", 6, "name" },
  { HEAD "[pivot x]\nno_such | Чего нет | ед.\n", 6, "no_such" },
  { HEAD "[measure x]\nSELECT 1 AS lounge\n", 6, "id" },
  { HEAD "[measure x]\ncount unique\nSELECT 1 AS lounge, 2 AS id\n", 7, "who" },
  { "document X-1\ntitle Проба\nask evnt Что\n[text]\nслово\n", 3, "evnt" },
  { "document X-1\ntitle Проба {x}\n[text]\nслово\n", 2, "x" },
  { "document X-1\ntitle Проба\n[fields]\nA | 1\nSELECT :from\n", 5, ":from" },
  { "document X-1\ntitle Проба\n[table x]\ntotal И\ngrowing В\na | А | text | 5 |\nSELECT 1 AS a\n", 5, "" },

  /* The guard. */
  { TABLE "SELECT\n  last_name AS a\n  FROM person\n", 8, "person.last_name" },
  { TABLE "SELECT * FROM person\n", 7, "person." },
  { TABLE "SELECT 1 AS a FROM person\nWHERE phone IS NOT NULL\n", 8, "person.phone" },
  { TABLE "SELECT a FROM (SELECT\nfamily_name AS a FROM family)\n", 8, "family.family_name" },
  { TABLE "WITH x AS (SELECT address AS a FROM family) SELECT a FROM x\n", 7, "family.address" },
  { TABLE "SELECT 1 AS a FROM event\nORDER BY (SELECT birth_date FROM person)\n", 8, "person.birth_date" },
  { TABLE "SELECT\nperson(id) AS a FROM person\n", 8, "person()" },
  { TABLE "SELECT title AS a\nFROM main.event\n", 7, "event.title" },
  { TABLE "SELECT 'main' AS a FROM \"MAIN\".event\n", 7, "event." },
  { TABLE "SELECT 1 AS a /* main */ FROM [Main] . event\n", 7, "event." },
  { TABLE "SELECT 1 AS a FROM `main`/**/.event\n", 7, "event." },
  { TABLE "SELECT last_name AS a\nFROM 'main'.person\n", 7, "person.last_name" },
  { TABLE "SELECT count(*) AS a FROM 'MAIN' . [person]\n", 7, "person." },
  { TABLE "SELECT last_name AS a\nFROM 'file'.person\n", 8, "file" },
  /* How many there are is told too much of what is not for a definition. */
  { TABLE "SELECT count(*) AS a FROM audit\n", 7, "audit." },
  { TABLE "SELECT count(*) AS a FROM event, operation\n", 7, "operation." },
  { TABLE "SELECT 1 AS a FROM event WHERE EXISTS (SELECT 1 FROM 'main'.'audit')\n", 7, "audit." },
  { TABLE "SELECT count(*) AS a FROM sqlite_temp_schema\n", 7, "sqlite_temp" },
  { TABLE "SELECT count(*) AS a FROM pragma_database_list\n", 7, "" },
  { TABLE "SELECT file AS a FROM pragma_database_list\n", 7, "" },
  /* A name that is one of the program's views does not make a view of it. */
  { TABLE "WITH child_on_support AS (SELECT birth_date AS a FROM person) SELECT a FROM child_on_support\n", 7,
    "person.birth_date" },
  { TABLE "SELECT a FROM (SELECT max(birth_date) AS a FROM person) AS event\n", 7, "person.birth_date" },
  { TABLE "SELECT phone AS a FROM temp.family\n", 7, "family.phone" },
  { TABLE "SELECT key AS a FROM event\n", 7, "key" },
  { TABLE "SELECT removed AS a FROM event\n", 7, "removed" },
  { TABLE "WITH event AS (SELECT became AS a FROM audit) SELECT a FROM event\n", 7, "audit.became" },
  { TABLE "SELECT was AS a FROM audit\n", 7, "audit.was" },
  { TABLE "SELECT name AS a FROM sqlite_master\n", 7, "" },
  { TABLE "SELECT name AS a FROM pragma_table_info('person')\n", 7, "" },
  { TABLE "SELECT load_extension('x') AS a\n", 7, "load_extension" },
  { TABLE "SELECT 1 AS a UNION SELECT json_extract('{}', '$')\n", 7, "json_extract" },
};

static void
test_troubles (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "X-1.document");
  Club club = { 0 };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DovDocument) document = NULL;

      g_test_message ("%u: %s", i, troubles[i].text);
      dov_scratch_write (scratch, "X-1.document", troubles[i].text, -1);
      document = dov_document_load (path, club.store, &error);
      g_assert_null (document);
      assert_told (error, troubles[i].line, troubles[i].named);
    }
  club_close (&club);
}

/* Half of a file is no definition: what stands behind a NUL is not left out in silence. */
static void
test_nul (void)
{
  static const char text[] = HEAD "[table x]\na | А | te\0xt | 5 |\nSELECT 1 AS a\n";
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "X-1.document");
  g_autoptr (GError) error = NULL;

  dov_scratch_write (scratch, "X-1.document", text, sizeof text - 1);
  g_assert_null (dov_definition_read (path, &error));
  assert_told (error, 6, "UTF-8");
}

/* A write is no SELECT, and what begins like one is refused too. */
static void
test_no_writing (void)
{
  static const char *const attempts[] = {
    "WITH x AS (SELECT 1) DELETE FROM event\n",
    "WITH x AS (SELECT 1) INSERT INTO event (id) SELECT 1\n",
    "WITH x AS (SELECT 1) UPDATE event SET title = 'x'\n",
    "SELECT 1 AS a; DELETE FROM main.event\n",
    "SELECT 1 AS a; PRAGMA writable_schema = ON\n",
  };
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "X-1.document");
  Club club = { 0 };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DovDocument) document = NULL;
      g_autofree char *text = g_strconcat (TABLE, attempts[i], NULL);

      dov_scratch_write (scratch, "X-1.document", text, -1);
      document = dov_document_load (path, club.store, &error);
      g_assert_null (document);
      assert_told (error, 7, "");
    }
  club_close (&club);
}

/* What is allowed: figures that views read inside, and more with more said. */
static void
test_allowed (void)
{
  static const char *const texts[] = {
    TABLE "SELECT birthday_18 AS a, since, until FROM child_on_support\n",
    TABLE "SELECT category AS a FROM category_on_support\n",
    TABLE "SELECT count(*) AS a FROM person\n",
    TABLE "WITH x AS MATERIALIZED (SELECT id FROM event) SELECT count(*) AS a FROM x\n",
    TABLE "SELECT staff(responsible_id) AS a FROM event WHERE date(starts_at) BETWEEN :from AND :to\n",
    ("document X-1\ntitle Проба\npersonal yes\n[table x]\na | А | text | 5 |\n"
     "SELECT person(id) AS a FROM person WHERE last_name > 'А' COLLATE russian\n"),
    "document X-1\ntitle Проба\npersonal special\n[table x]\na | А | text | 5 |\nSELECT disability AS a FROM person\n",
  };
  static const char special[] =
    "document X-1\ntitle Проба\npersonal yes\n[table x]\na | А | text | 5 |\nSELECT disability AS a FROM person\n";
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "X-1.document");
  g_autoptr (GError) error = NULL;
  Club club = { 0 };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DovDocument) document = NULL;

      dov_scratch_write (scratch, "X-1.document", texts[i], -1);
      document = dov_document_load (path, club.store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dov_document_get_title (document), ==, "Проба");
    }
  dov_scratch_write (scratch, "X-1.document", special, -1);
  g_assert_null (dov_document_load (path, club.store, &error));
  assert_told (error, 6, "person.disability");
  club_close (&club);
}

/* Every definition of the program is sound; one of the user's own wins, also
 * under a name that is not its code, and a broken one is told and harms no
 * other. Each is found by its code. */
static void
test_folders (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *home = dov_scratch_path (scratch, "data");
  g_autofree char *folder = g_build_filename (home, "doverie", "documents", NULL);
  g_autofree char *own = g_build_filename (folder, "D-22.document", NULL);
  g_autofree char *broken = g_build_filename (folder, "D-23.document", NULL);
  g_autofree char *other = g_build_filename (folder, "наша.document", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  const char *const codes[] = { "D-07", "D-15", "D-21", "D-22", "D-23", "D-29", "D-45", "D-46" };
  guint n_found = 0;
  const char *const before = g_getenv ("XDG_DATA_HOME");
  Club club = { 0 };

  club_open (&club);
  if (!g_test_subprocess ())
    {
      g_mkdir_with_parents (folder, 0700);
      g_setenv ("XDG_DATA_HOME", home, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();

      g_assert_true (g_file_set_contents (own, "document D-22\ntitle Наш журнал\n[text]\nслово\n", -1, NULL));
      g_assert_true (g_file_set_contents (broken, "document D-23\ntitle Наш лист\n[text]\n{kto}\n", -1, NULL));
      g_assert_true (g_file_set_contents (other, "document X-1\ntitle Справка\nreceiver район\n[text]\nслово\n", -1, NULL));
      g_setenv ("DOVERIE_TEST_OWN", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      g_unsetenv ("DOVERIE_TEST_OWN");
      if (before != NULL)
        g_setenv ("XDG_DATA_HOME", before, TRUE);
      else
        g_unsetenv ("XDG_DATA_HOME");
      club_close (&club);
      return;
    }

  documents = dov_document_load_all (club.store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    {
      DovDocument *document = g_ptr_array_index (documents, i);
      const char *code = dov_document_get_code (document);
      gboolean is_journal = g_getenv ("DOVERIE_TEST_OWN") != NULL && g_str_equal (code, "D-22");
      gboolean is_broken = g_getenv ("DOVERIE_TEST_OWN") != NULL && g_str_equal (code, "D-23");
      g_autoptr (DovDocument) found = dov_document_find (club.store, code, &error);

      /* In the order of the codes; there may be more than these. */
      if (i > 0)
        g_assert_cmpstr (dov_document_get_code (g_ptr_array_index (documents, i - 1)), <, code);
      n_found += n_found < G_N_ELEMENTS (codes) && g_str_equal (code, codes[n_found]);
      g_assert_cmpint (dov_document_is_own (document), ==, is_journal || is_broken || g_str_equal (code, "X-1"));
      g_assert_no_error (error);
      g_assert_cmpint (dov_document_is_own (found), ==, dov_document_is_own (document));
      g_assert_cmpstr (dov_document_get_title (found), ==, dov_document_get_title (document));
      g_assert_cmpstr (dov_document_get_trouble (found), ==, dov_document_get_trouble (document));
      if (is_broken)
        g_assert_true (g_str_has_prefix (dov_document_get_trouble (document), "D-23.document:4: "));
      else
        g_assert_cmpstr (dov_document_get_trouble (document), ==, NULL);
      if (is_journal)
        g_assert_cmpstr (dov_document_get_title (document), ==, "Наш журнал");
      if (!is_journal && !is_broken)
        g_assert_nonnull (dov_document_get_receiver (document));
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (codes));
  g_assert_null (dov_document_find (club.store, "D-99", &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  dov_language_start (NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/whole", test_whole);
  g_test_add_func ("/definition/mistakes", test_mistakes);
  g_test_add_func ("/definition/troubles", test_troubles);
  g_test_add_func ("/definition/nul", test_nul);
  g_test_add_func ("/definition/no-writing", test_no_writing);
  g_test_add_func ("/definition/allowed", test_allowed);
  g_test_add_func ("/definition/folders", test_folders);

  return g_test_run ();
}
