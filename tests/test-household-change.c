/* test-household-change.c - one household becomes two and two become one: people, categories, cases, figures, undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-case-timeline.h"
#include "dov-child-place.h"
#include "dov-consent-table.h"
#include "dov-document.h"
#include "dov-family-category.h"
#include "dov-family-link.h"
#include "dov-family-split.h"
#include "dov-family-union.h"
#include "dov-household.h"
#include "dov-register-entry.h"
#include "dov-task.h"
#include "verdict.h"

#include <string.h>

#define FAMILY DOV_TYPE_FAMILY, "$family"

/* ---- what is looked at ---- */

/* «mother together primary since 2027-03-01; …»: who belongs to the family on a day, in the order of kinships. */
static char *
dup_members (Ground     *self,
             gint64      family,
             const char *day)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (DovStatement) rows =
    dov_store_ask (self->club.store, "SELECT p.first_name, m.kinship, m.lives_together, m.is_primary FROM live_family_member m"
                   " JOIN person p ON p.id = m.person_id WHERE m.family_id = ?1 AND (m.since IS NULL OR m.since <= ?2)"
                   " AND (m.until IS NULL OR m.until >= ?2) ORDER BY p.birth_date", "(xs)", family, day);

  while (dov_statement_next (rows))
    g_string_append_printf (words, "%s%s %s%s%s", words->len > 0 ? "; " : "", dov_statement_column_text (rows, 0),
                            dov_statement_column_text (rows, 1), dov_statement_column_integer (rows, 2) ? "" : " apart",
                            dov_statement_column_integer (rows, 3) ? " primary" : "");

  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_members(self, family, day, wanted) \
  G_STMT_START { \
    g_autofree char *members_ = dup_members (self, family, day); \
    g_assert_cmpstr (members_, ==, wanted); \
  } G_STMT_END

/* «семьи/дети» of the report of the lounge, as of the end of a month. */
static char *
dup_figures (Ground     *self,
             const char *month)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOVERIE_DATADIR"), "documents", "D-45.document", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDocument) document = dov_document_load (path, self->club.store, &error);
  g_autoptr (DovResult) result = NULL;
  g_autoptr (GDate) day = NULL;
  g_autoptr (GString) figures = g_string_new (NULL);
  DovPeriod period;
  const DovTable *table;

  g_assert_no_error (error);
  g_assert_true (dov_date_from_iso (month, &day));
  period = dov_period_around (DOV_PERIOD_MONTH, day);
  result = dov_document_run (document, self->club.store, &period, self->club.lounge, 0, &error);
  g_assert_no_error (error);
  table = dov_result_get_table (result, 0);
  for (guint i = 0; i < table->rows->len && i < 4; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *name = dov_cell_dup_shown (&row->cells[1]);
      g_autofree char *shown = dov_cell_dup_shown (&row->cells[3]);

      if (strstr (name, "на конец периода") != NULL || strstr (name, "детей до 18") != NULL)
        g_string_append_printf (figures, "%s%s", figures->len > 0 ? "/" : "", shown);
    }

  return g_string_free (g_steal_pointer (&figures), FALSE);
}

#define assert_figures(self, month, wanted) \
  G_STMT_START { \
    g_autofree char *figures_ = dup_figures (self, month); \
    g_assert_cmpstr (figures_, ==, wanted); \
  } G_STMT_END

/* Everything that is kept of families, in the order of its ids: two are the same when nothing changed. */
static char *
dup_all (Ground *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  static const char *const selects[] = {
    "SELECT id || ' ' || coalesce (family_name, '') || structure || case_status || coalesce (closed_on, '')"
    " || coalesce (curator_id, '') || coalesce (urgent_remark, '') FROM live_family ORDER BY id",
    "SELECT id || ' ' || family_id || person_id || kinship || lives_together || is_primary || coalesce (since, '')"
    " || coalesce (until, '') FROM live_family_member ORDER BY id",
    "SELECT id || ' ' || family_id || since || coalesce (until, '') FROM live_family_category ORDER BY id",
    "SELECT id || ' ' || family_id || coalesce (done_on, '') FROM live_task ORDER BY id",
    "SELECT id || ' ' || coalesce (off_date, '') FROM live_register_entry ORDER BY id",
    "SELECT id || ' ' || kind || coalesce (until, '') FROM live_family_link ORDER BY id",
    "SELECT family_id || since || coalesce (until, '') FROM live_support_period ORDER BY family_id, since",
  };

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autoptr (DovStatement) rows = dov_store_ask (self->club.store, selects[i], "()");

      while (dov_statement_next (rows))
        g_string_append_printf (words, "%s\n", dov_statement_column_text (rows, 0));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_words (GError     *error,
              const char *words)
{
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

/* ---- two parents, two children, on support; the son has a category of his own ---- */

static void
set_up (Ground        *self,
        gconstpointer  data)
{
  ground_open (self, data);
  ground_keep (self, "$father", "person", "last_name=Шубин|first_name=Пётр|no_patronymic=1|birth_date=1988-02-03|sex=m");
  ground_keep (self, "$of_father", "family_member", "family_id=$family|person_id=$father|kinship=father|is_legal_rep=1"
                                                    "|is_primary=1");
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_son", "is_primary=1", NULL);
  ground_change (self, FAMILY, "structure=full|curator_id=$staff|opened_on=2027-01-10", NULL);
  club_let_support (&self->club, ground_number (self, "$family"));
  ground_change (self, FAMILY, "case_status=active", NULL);
  ground_keep (self, "$low", "family_category", "family_id=$family|category_id=201|since=2027-01-10");
  ground_keep (self, "$conflict", "family_category", "family_id=$family|category_id=209|since=2027-01-10|person_id=$son");
}

static DovFamilySplit *
split_new (Ground     *self,
           const char *day)
{
  DovFamilySplit *split = dov_family_split_new (self->club.store, ground_number (self, "$family"));
  g_autoptr (GDate) date = NULL;

  g_assert_nonnull (split);
  dov_date_from_iso (day, &date);
  dov_family_split_set_day (split, date);

  return split;
}

static void
set_way (Ground         *self,
         DovFamilySplit *split,
         const char     *who,
         DovSplitWay     way)
{
  for (guint i = 0; i < split->people->len; i++)
    if (((DovBelonging *) split->people->pdata[i])->member->person_id == ground_number (self, who))
      {
        split->ways[i] = way;
        return;
      }
  g_error ("%s is not in the family", who);
}

static DovFamily *
family_new (Ground         *self,
            DovFamilySplit *split)
{
  DovFamily *family = dov_family_split_new_family (self->club.store, ground_number (self, "$family"));
  g_autofree char *name = dov_family_split_dup_name (split);

  dov_set (family, family_name, name);
  dov_set (family, structure, dov_family_split_get_structure (split));
  dov_set (family, address, "д. Куршино");

  return family;
}

static gint64
do_split (Ground         *self,
          DovFamilySplit *split)
{
  g_autoptr (DovFamily) family = family_new (self, split);
  g_autoptr (GError) error = NULL;

  dov_family_split_do (self->club.store, split, family, &error);
  g_assert_no_error (error);

  return dov_record_get_id (DOV_RECORD (family));
}

static gboolean
has_change (GPtrArray  *changes,
            const char *who,
            const char *what)
{
  for (guint i = 0; i < changes->len; i++)
    if (strstr (((DovHouseholdChange *) changes->pdata[i])->who, who) != NULL &&
        strstr (((DovHouseholdChange *) changes->pdata[i])->what, what) != NULL)
      return TRUE;

  return FALSE;
}

/* Divorce: the father goes with the son; what goes along is told before, figures stay, one undo brings it all back. */
static void
test_divorce (Ground        *self,
              gconstpointer  data)
{
  g_autoptr (DovFamilySplit) split = split_new (self, "2027-03-02");
  g_autoptr (GPtrArray) none = dov_family_split_list_changes (self->club.store, split);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) kin_here = NULL;
  g_autoptr (GPtrArray) kin_there = NULL;
  g_autofree char *before = dup_all (self);
  g_autofree char *after = NULL;
  gint64 here = ground_number (self, "$family"), there;

  g_assert_cmpuint (none->len, ==, 0);
  assert_figures (self, "2027-03-01", "1/2");
  set_way (self, split, "$father", DOV_SPLIT_LEAVES);
  set_way (self, split, "$son", DOV_SPLIT_LEAVES);
  changes = dov_family_split_list_changes (self->club.store, split);
  g_assert_true (has_change (changes, "Пётр", "father"));
  g_assert_true (has_change (changes, "Лев", "leaves"));
  g_assert_true (has_change (changes, "Type of this family", "mother"));
  g_assert_true (has_change (changes, "Categories that go", ""));

  there = do_split (self, split);
  assert_members (self, here, "2027-03-01", "Пётр father primary; Анна mother; Ева child; Лев child primary");
  assert_members (self, there, "2027-03-01", "");
  assert_members (self, here, "2027-03-02", "Анна mother; Ева child");
  assert_members (self, there, "2027-03-02", "Пётр father primary; Лев child primary");
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family WHERE id = ?1"
                                         " AND case_status = 'identified' AND structure = 'single_father'"
                                         " AND opened_on IS NULL", "(x)", there), ==, 1);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family WHERE id = ?1"
                                         " AND case_status = 'active' AND structure = 'single_mother'", "(x)", here), ==, 1);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family_category WHERE family_id = ?1"
                                         " AND since = '2027-03-02' AND until IS NULL", "(x)", there), ==, 1);
  kin_here = dov_household_list_kin (self->club.store, here);
  kin_there = dov_household_list_kin (self->club.store, there);
  g_assert_cmpuint (kin_here->len, ==, 1);
  g_assert_cmpuint (kin_there->len, ==, 1);
  g_assert_cmpint (((DovKin *) kin_here->pdata[0])->family, ==, there);
  g_assert_cmpstr (((DovKin *) kin_here->pdata[0])->words, !=, ((DovKin *) kin_there->pdata[0])->words);
  /* The son is on support no more, and counted in no family twice. */
  assert_figures (self, "2027-03-01", "1/1");
  assert_figures (self, "2027-02-01", "1/2");

  verdict_undo (&self->club, ground_last (self), NULL);
  after = dup_all (self);
  g_assert_cmpstr (before, ==, after);
  assert_figures (self, "2027-03-01", "1/2");
}

/* One child, two households: lives in one and is kept by the other, also while both are on support. */
static void
test_one_child (Ground        *self,
                gconstpointer  data)
{
  static const struct
  {
    DovSplitWay way;
    const char *here, *there;
  } cases[] = {
    { DOV_SPLIT_LEAVES_KEPT, "Анна mother; Ева child; Лев child apart", "Пётр father primary; Лев child primary" },
    { DOV_SPLIT_STAYS_SHARED, "Анна mother; Ева child; Лев child primary", "Пётр father primary; Лев child apart" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovFamilySplit) split = split_new (self, "2027-03-05");
      gint64 there;

      set_way (self, split, "$father", DOV_SPLIT_LEAVES);
      set_way (self, split, "$son", cases[i].way);
      there = do_split (self, split);
      assert_members (self, ground_number (self, "$family"), "2027-03-05", cases[i].here);
      assert_members (self, there, "2027-03-05", cases[i].there);
      assert_figures (self, "2027-03-01", "1/2");
      ground_name (self, "$new", there);
      club_let_support (&self->club, there);
      ground_change (self, DOV_TYPE_FAMILY, "$new", "curator_id=$staff|opened_on=2027-03-05|support_level=prevention", NULL);
      ground_change (self, DOV_TYPE_FAMILY, "$new", "case_status=active", NULL);
      assert_figures (self, "2027-03-01", "2/2");
      for (guint n = 0; n < 5; n++)
        verdict_undo (&self->club, dov_store_find_undoable (self->club.store), NULL);
    }
}

/* A grown daughter goes with a child of her own: she is its mother there, and speaks for it. */
static void
test_grown (Ground        *self,
            gconstpointer  data)
{
  g_autoptr (DovFamilySplit) split = NULL;
  g_autofree char *name = NULL;
  gint64 there;

  ground_keep (self, "$grown", "person", "last_name=Шубина|first_name=Зоя|no_patronymic=1|birth_date=2008-01-03|sex=f");
  ground_keep (self, "$baby", "person", "last_name=Шубина|first_name=Майя|no_patronymic=1|birth_date=2026-05-03|sex=f");
  ground_keep (self, "$of_grown", "family_member", "family_id=$family|person_id=$grown|kinship=child");
  ground_keep (self, "$of_baby", "family_member", "family_id=$family|person_id=$baby|kinship=other");
  split = split_new (self, "2027-03-03");
  set_way (self, split, "$grown", DOV_SPLIT_LEAVES);
  set_way (self, split, "$baby", DOV_SPLIT_LEAVES);
  g_array_append_val (split->categories, *(gint64[]) { ground_number (self, "$low") });
  name = dov_family_split_dup_name (split);
  g_assert_cmpstr (name, ==, "Шубины");
  g_assert_cmpint (dov_family_split_get_structure (split), ==, DOV_FAMILY_STRUCTURE_SINGLE_MOTHER);
  there = do_split (self, split);
  assert_members (self, there, "2027-03-03", "Зоя mother; Майя child");
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family_member WHERE family_id = ?1"
                                         " AND is_legal_rep AND kinship = 'mother'", "(x)", there), ==, 1);
  /* Of the household, and asked for: it holds in both. */
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family_category WHERE until IS NULL"
                                         " AND category_id = 201", "()"), ==, 2);
}

/* Everything that makes no family of it is refused in words, and nothing is kept. */
static void
test_no_split (Ground        *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *who[5];
    const char *words;
  } cases[] = {
    { "2027-03-02", { NULL }, "Choose who leaves" },
    { "2027-03-02", { "$father", "$mother", "$son", "$daughter" }, "Everybody leaves" },
    { "2027-03-02", { "$son" }, "Only children leave" },
    { "2027-03-02", { "$father", "$mother", "$son" }, "Only children would stay" },
    { "", { "$father" }, "Type the day" },
    { "2027-03-06", { "$father" }, "still to come" },
    { "2027-01-31", { "$father" }, "belongs to the family since" },
  };
  g_autofree char *before = NULL;

  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_father", "since=2027-01-31", NULL);
  before = dup_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovFamilySplit) split = split_new (self, cases[i].day);
      g_autoptr (DovFamily) family = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      for (guint n = 0; cases[i].who[n] != NULL; n++)
        set_way (self, split, cases[i].who[n], DOV_SPLIT_LEAVES);
      family = family_new (self, split);
      dov_set (family, family_name, "Новые");
      g_assert_false (dov_family_split_do (self->club.store, split, family, &error));
      assert_words (error, cases[i].words);
      after = dup_all (self);
      g_assert_cmpstr (before, ==, after);
    }
  {
    g_autoptr (DovFamilySplit) split = split_new (self, "2027-03-02");
    g_autoptr (GError) error = NULL;

    set_way (self, split, "$father", DOV_SPLIT_LEAVES_KEPT);
    g_assert_false (dov_family_split_check (split, &error));
    assert_words (error, "Only a child can belong to both");
  }
}

/* ---- two become one ---- */

/* A woman with a son, found only; she marries into the family on support. */
static void
keep_other (Ground *self)
{
  ground_keep (self, "$bride", "person", "last_name=Лопухова|first_name=Рита|no_patronymic=1|birth_date=1991-02-03|sex=f");
  ground_keep (self, "$boy", "person", "last_name=Лопухов|first_name=Егор|no_patronymic=1|birth_date=2018-02-03|sex=m");
  ground_keep (self, "$other", "family", "family_name=Лопуховы|case_no=3-2027/015|lounge_id=$lounge|address=с. Лойма"
                                         "|structure=single_mother|case_status=identified|urgent_remark=Злая собака");
  ground_keep (self, "$of_bride", "family_member", "family_id=$other|person_id=$bride|kinship=mother|is_legal_rep=1");
  ground_keep (self, "$of_boy", "family_member", "family_id=$other|person_id=$boy|kinship=child");
  ground_keep (self, "$task", "task", "title=Проводить к врачу|due_on=2027-03-20|staff_id=$staff|family_id=$other"
                                      "|lounge_id=$lounge");
  ground_keep (self, "$own", "register_entry", "register_kind=lounge|family_id=$other|on_date=2027-02-01|reason=Группа риска");
  ground_keep (self, "$single", "family_category", "family_id=$other|category_id=212|since=2027-01-10");
}

static DovFamilyUnion *
union_new (Ground     *self,
           const char *stays,
           const char *ends,
           const char *day)
{
  DovFamilyUnion *joined = dov_family_union_new (self->club.store, ground_number (self, stays), ground_number (self, ends));
  g_autoptr (GDate) date = NULL;

  g_assert_nonnull (joined);
  dov_date_from_iso (day, &date);
  dov_family_union_set_day (joined, date);

  return joined;
}

static void
test_marriage (Ground        *self,
               gconstpointer  data)
{
  g_autoptr (DovFamilyUnion) joined = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) kin = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 here = ground_number (self, "$family"), there;

  keep_other (self);
  there = ground_number (self, "$other");
  before = dup_all (self);
  g_assert_cmpint (dov_family_union_propose (self->club.store, there, here), ==, here);
  g_assert_cmpint (dov_family_union_propose (self->club.store, here, there), ==, here);
  joined = union_new (self, "$family", "$other", "2027-03-04");
  changes = dov_family_union_list_changes (self->club.store, joined);
  g_assert_true (has_change (changes, "Рита", "stepmother"));
  g_assert_true (has_change (changes, "Егор", "stepchild"));
  g_assert_true (has_change (changes, "Tasks", "Проводить к врачу"));
  g_assert_true (has_change (changes, "Urgent remark", "Злая собака"));

  g_assert_true (dov_family_union_do (self->club.store, joined, &error));
  g_assert_no_error (error);
  assert_members (self, here, "2027-03-04", "Пётр father primary; Анна mother; Рита stepmother; Ева child; Лев child primary;"
                                            " Егор stepchild");
  assert_members (self, there, "2027-03-03", "Рита mother; Егор child");
  assert_members (self, there, "2027-03-04", "");
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family WHERE id = ?1"
                                         " AND case_status = 'closed' AND closing_reason = 'merged'"
                                         " AND closed_on = '2027-03-04'", "(x)", there), ==, 1);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_task WHERE family_id = ?1"
                                         " AND done_on IS NULL", "(x)", here), ==, 1);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_register_entry WHERE family_id = ?1"
                                         " AND off_reason = 'merged'", "(x)", there), ==, 1);
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family_category WHERE family_id = ?1"
                                         " AND (until IS NULL OR until > '2027-03-04')", "(x)", there), ==, 0);
  kin = dov_household_list_kin (self->club.store, here);
  g_assert_cmpuint (kin->len, ==, 1);
  assert_figures (self, "2027-03-01", "1/3");

  verdict_undo (&self->club, ground_last (self), NULL);
  after = dup_all (self);
  g_assert_cmpstr (before, ==, after);
  assert_figures (self, "2027-03-01", "1/2");
}

/* Parted, and together again: the child who was kept by both lives in one; the old link ends. */
static void
test_together_again (Ground        *self,
                     gconstpointer  data)
{
  g_autoptr (DovFamilySplit) split = split_new (self, "2027-02-01");
  g_autoptr (DovFamilyUnion) joined = NULL;
  g_autoptr (GError) error = NULL;

  set_way (self, split, "$father", DOV_SPLIT_LEAVES);
  set_way (self, split, "$son", DOV_SPLIT_LEAVES_KEPT);
  ground_name (self, "$new", do_split (self, split));
  joined = union_new (self, "$family", "$new", "2027-03-01");
  /* A father is what he was. */
  for (guint i = 0; i < joined->people->len; i++)
    joined->kinships[i] = ((DovBelonging *) joined->people->pdata[i])->member->kinship;
  g_assert_true (dov_family_union_do (self->club.store, joined, &error));
  g_assert_no_error (error);
  assert_members (self, ground_number (self, "$family"), "2027-03-01",
                  "Пётр father primary; Анна mother; Ева child; Лев child primary");
  assert_members (self, ground_number (self, "$new"), "2027-03-01", "");
  g_assert_cmpint (dov_store_ask_number (self->club.store, "SELECT count(*) FROM live_family_link WHERE until IS NULL", "()"),
                   ==, 1);
  assert_figures (self, "2027-03-01", "1/2");
}

/* What only a person can end is ended first; a case on support does not end in one that is not. */
static void
test_no_union (Ground        *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *stays, *ends, *day, *words;
  } cases[] = {
    { "$family", "$family", "2027-03-04", "not joined to itself" },
    { "$family", "$other", "", "Type the day" },
    { "$family", "$other", "2027-03-06", "still to come" },
    { "$other", "$family", "2027-03-04", "on support" },
    { "$family", "$empty", "2027-03-04", "Nobody belongs" },
    { "$closed", "$other", "2027-03-04", "is over" },
    { "$family", "$planned", "2027-03-04", "open programme" },
    { "$family", "$sop", "2027-03-04", "only the commission" },
  };
  g_autofree char *before = NULL;

#define ANOTHER(no) "family_name=Другие|case_no=3-2027/0" no "|lounge_id=$lounge|address=с. Лойма|structure=full"

  keep_other (self);
  ground_keep (self, "$empty", "family", ANOTHER ("31") "|case_status=identified");
  ground_keep (self, "$closed", "family", ANOTHER ("32") "|case_status=closed|closed_on=2027-02-01|closing_reason=moved"
                                          "|opened_on=2027-01-20");
  ground_keep (self, "$planned", "family", ANOTHER ("33") "|case_status=identified");
  ground_keep (self, "$sop", "family", ANOTHER ("34") "|case_status=identified");
  ground_keep (self, "$of_planned", "family_member", "family_id=$planned|person_id=$nurse_card|kinship=mother");
  ground_keep (self, "$of_sop", "family_member", "family_id=$sop|person_id=$nurse_card|kinship=mother");
  ground_keep (self, "$plan", "case_plan", "family_id=$planned|kind=family_children|since=2027-01-15|until=2027-12-20|goal=Быт");
  club_let_support (&self->club, ground_number (self, "$sop"));
  before = dup_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovFamilyUnion) joined = union_new (self, cases[i].stays, cases[i].ends, cases[i].day);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (dov_family_union_do (self->club.store, joined, &error));
      assert_words (error, cases[i].words);
      after = dup_all (self);
      g_assert_cmpstr (before, ==, after);
    }
}

/* ---- a child placed and returned ---- */

/* A child who is placed stays a member; the day of coming back is the first at home, and one undo takes it back. */
static void
test_placed (Ground        *self,
             gconstpointer  data)
{
  static const struct { const char *day, *words; } refused[] = {
    { "", "Type the day" }, { "2027-03-06", "still to come" }, { "2027-02-09", "" },
  };
  gint64 son = ground_number (self, "$son"), placement;
  g_autoptr (GDate) before = NULL;
  g_autoptr (GDate) back = NULL;
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GError) failed = NULL;
  g_autofree char *nobody = dov_child_place_dup_away (self->club.store, ground_number (self, "$family"));
  g_autofree char *away = NULL;
  g_autofree char *at_home = NULL;

  g_assert_cmpstr (nobody, ==, "");
  dov_date_from_iso ("2027-02-10", &before);
  dov_date_from_iso ("2027-03-04", &back);
  ground_keep (self, "$placed", "child_placement", "person_id=$son|place=srcn|since=2027-02-10|reason=Мать в больнице"
                                                   "|decision_no=12|decision_on=2027-02-09");
  ground_save (self, "child_placement", "person_id=$son|place=hospital|since=2027-02-20", "-");
  placement = ground_number (self, "$placed");
  away = dov_child_place_dup_away (self->club.store, ground_number (self, "$family"));
  g_assert_nonnull (strstr (away, "Лев"));
  assert_figures (self, "2027-03-01", "1/2");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GDate) day = NULL;
      g_autoptr (GError) error = NULL;

      dov_date_from_iso (refused[i].day, &day);
      g_assert_false (dov_child_place_return (self->club.store, placement, day, &error));
      assert_words (error, refused[i].words);
    }
  g_assert_true (dov_child_place_return (self->club.store, placement, back, &failed));
  g_assert_no_error (failed);
  at_home = dov_child_place_dup_words (self->club.store, son);
  g_assert_null (at_home);
  g_assert_cmpint (dov_child_place_find (self->club.store, son, before), ==, placement);
  g_assert_cmpint (dov_child_place_find (self->club.store, son, back), ==, 0);
  deeds = dov_case_timeline_list (self->club.store, ground_number (self, "$family"), 50);
  g_assert_cmpuint (deeds->len, ==, 2);
  g_assert_cmpstr (((DovCaseDeed *) deeds->pdata[0])->title, ==, "back");
  g_assert_false (dov_child_place_return (self->club.store, placement, back, NULL));
  verdict_undo (&self->club, ground_last (self), NULL);
  g_assert_cmpint (dov_child_place_find (self->club.store, son, back), ==, placement);
}

/* ---- a sibling turns 18 while a programme runs ---- */

/* Told by the last day of the programme and for a month after the birthday, until a consent of one's own is signed. */
static void
test_turning (Ground        *self,
              gconstpointer  data)
{
  static const struct { const char *birth, *until; gboolean is_told; } cases[] = {
    { "2009-03-20", "2027-12-20", TRUE },  { "2009-03-20", "2027-03-20", TRUE }, { "2009-03-20", "2027-03-19", FALSE },
    { "2009-02-03", "2027-12-20", TRUE },  { "2009-02-02", "2027-12-20", FALSE }, { "2009-03-05", "", TRUE },
    { "2010-03-20", "2027-12-20", FALSE },
  };
  gint64 family = ground_number (self, "$family");
  g_autoptr (GDate) december = NULL;
  g_autofree char *signed_by = NULL;
  g_autofree char *withdrawn = NULL;

  dov_date_from_iso ("2027-12-20", &december);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *field = g_strconcat ("birth_date=", cases[i].birth, NULL);
      g_autoptr (GDate) until = NULL;
      g_autofree char *words = NULL;

      dov_date_from_iso (cases[i].until, &until);
      ground_change (self, DOV_TYPE_PERSON, "$daughter", field, NULL);
      words = dov_consent_table_dup_turning (self->club.store, family, until);
      g_assert_true ((strstr (words, "Ева") != NULL) == cases[i].is_told);
    }
  ground_change (self, DOV_TYPE_PERSON, "$daughter", "birth_date=2009-02-20", NULL);
  ground_keep (self, "$consent", "consent", "no=1|lounge_id=$lounge|subject_id=$daughter|kind=processing|signer_id=$daughter"
                                            "|signer_capacity=self|purpose=case|data_list=name|actions=store"
                                            "|until_event=до снятия|withdrawal_way=заявлением|signed_on=2027-03-01");
  signed_by = dov_consent_table_dup_turning (self->club.store, family, december);
  g_assert_cmpstr (signed_by, ==, "");
  ground_change (self, DOV_TYPE_CONSENT, "$consent", "withdrawn_on=2027-03-04", NULL);
  withdrawn = dov_consent_table_dup_turning (self->club.store, family, december);
  g_assert_cmpstr (withdrawn, !=, "");
}

/* ---- a move the day before the report ---- */

/* A report of the month before counts the family where it lived then; the one of this month where it lives now. */
static void
test_move (Ground        *self,
           gconstpointer  data)
{
  g_autoptr (DovRecord) move = dov_household_new_move (self->club.store, ground_number (self, "$family"));
  g_autoptr (GError) error = NULL;

  ground_keep (self, "$far", "lounge", "name=Доверие, Куршино|settlement_id=12|host_institution_id=$kdn|address=д. Куршино"
                                       "|opened_on=2021-02-03|manager_id=$staff");
  assert_figures (self, "2027-02-01", "1/2");
  club_fill (move, "to_lounge_id", ground_id (self, "$far"), "moved_on", "2027-03-04", "reason", "Переезд", "address",
             "д. Куршино", NULL);
  g_assert_true (dov_household_move (self->club.store, move, &error));
  g_assert_no_error (error);
  assert_figures (self, "2027-02-01", "1/2");
  assert_figures (self, "2027-03-01", "0/0");
  verdict_undo (&self->club, ground_last (self), NULL);
  assert_figures (self, "2027-03-01", "1/2");
}

#define ADD(path, function) g_test_add (path, Ground, NULL, set_up, function, ground_close)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/household/divorce", test_divorce);
  ADD ("/household/one-child", test_one_child);
  ADD ("/household/grown", test_grown);
  ADD ("/household/no-split", test_no_split);
  ADD ("/household/marriage", test_marriage);
  ADD ("/household/together-again", test_together_again);
  ADD ("/household/no-union", test_no_union);
  ADD ("/household/placed", test_placed);
  ADD ("/household/turning", test_turning);
  ADD ("/household/move", test_move);

  return g_test_run ();
}
