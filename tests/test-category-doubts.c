/* test-category-doubts.c - one fact, one place: what other records say of the categories of a family (domain.md 3.2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-category-doubts.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-person.h"
#include "verdict.h"

/* “single_parent+ large-”: those that lack, and those that something speaks against. */
static char *
dup_doubts (Ground *self)
{
  g_autoptr (GPtrArray) doubts = dov_category_doubts_list (self->club.store, ground_number (self, "$family"));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++)
    {
      const DovCategoryDoubt *doubt = doubts->pdata[i];

      g_assert_true ((doubt->draft != NULL) == (doubt->id == 0));
      g_assert_cmpstr (doubt->category, !=, "");
      g_assert_cmpstr (doubt->why, !=, "");
      g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", doubt->code, doubt->id != 0 ? "-" : "+");
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_doubts(self, wanted) \
  G_STMT_START { \
    g_autofree char *doubts_ = dup_doubts (self); \
    g_assert_cmpstr (doubts_, ==, wanted); \
  } G_STMT_END

/* Names the category of a code, so that lines can be written of it. */
static void
name_category (Ground     *self,
               const char *name,
               const char *code)
{
  ground_name (self, name, dov_store_ask_number (self->club.store, "SELECT id FROM live_ref_item WHERE code = ?1"
                                                 " AND list_code = 'family_category'", "(s)", code));
}

/* Each change of a fact, and what it makes of the categories. */
static void
test_facts (Ground        *self,
            gconstpointer  data)
{
  static const struct { GType (*type) (void); const char *name, *fields, *doubts; } cases[] = {
    { dov_family_get_type, "$family", "structure=foster", "guardian+" },
    { dov_family_get_type, "$family", "structure=full", "" },
    { dov_person_get_type, "$mother", "birth_date=1991-03-05", "" },                /* 36 today */
    { dov_person_get_type, "$mother", "birth_date=1991-03-06", "young+" },
    { dov_person_get_type, "$mother", "birth_date=1990-04-07", "" },
    { dov_family_get_type, "$family", "income_sources=none", "no_income+" },
    { dov_family_get_type, "$family", "income_sources=casual", "" },
    { dov_person_get_type, "$son", "disability=child", "disabled_child+" },
    { dov_person_get_type, "$son", "disability=none", "" },
    { dov_family_member_get_type, "$of_mother", "parental_rights=limited|rights_decision=№ 7 от 01.02.2027", "rights_limited+" },
    { dov_family_member_get_type, "$of_mother", "parental_rights=deprived", "rights_deprived+" },
    { dov_family_member_get_type, "$of_mother", "parental_rights=restored", "rights_restoring+" },
    { dov_family_member_get_type, "$of_mother", "parental_rights=full", "" },
  };

  assert_doubts (self, "single_parent+");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ground_change (self, cases[i].type (), cases[i].name, cases[i].fields, NULL);
      assert_doubts (self, cases[i].doubts);
    }
}

/* Three are many under 18; the category may stay while three are under 23, and goes with the day a child leaves. */
static void
test_large (Ground        *self,
            gconstpointer  data)
{
  ground_change (self, DOV_TYPE_FAMILY, "$family", "structure=full", NULL);
  ground_keep (self, "$third", "person", "last_name=Шубин|first_name=Гордей|no_patronymic=1|birth_date=2009-03-06");
  assert_doubts (self, "");
  ground_keep (self, "$of_third", "family_member", "family_id=$family|person_id=$third|kinship=child");
  assert_doubts (self, "large+");
  name_category (self, "$large", "large");
  ground_keep (self, "$line", "family_category", "family_id=$family|category_id=$large|since=2027-01-10");
  assert_doubts (self, "");
  ground_change (self, DOV_TYPE_PERSON, "$third", "birth_date=2008-01-01", NULL);
  assert_doubts (self, "");
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_third", "until=2027-03-04", NULL);
  assert_doubts (self, "large-");
  ground_change (self, DOV_TYPE_FAMILY_CATEGORY, "$line", "until=2027-03-05", NULL);
  assert_doubts (self, "");
}

/* What is not known speaks neither for a category nor against it; of a year alone, only what is sure. */
static void
test_unknown (Ground        *self,
              gconstpointer  data)
{
  static const struct { const char *birth, *doubts; } parents[] = {
    { "birth_date=|birth_year=", "" }, { "birth_year=1991", "" }, { "birth_year=1990", "young-" }, { "birth_year=1992", "" },
  };

  ground_change (self, DOV_TYPE_FAMILY, "$family", "structure=full", NULL);
  ground_change (self, DOV_TYPE_PERSON, "$mother", "birth_date=|birth_year=1991", NULL);
  assert_doubts (self, "");
  ground_change (self, DOV_TYPE_PERSON, "$mother", "birth_year=1992", NULL);
  assert_doubts (self, "young+");
  name_category (self, "$young", "young");
  ground_keep (self, "$line", "family_category", "family_id=$family|category_id=$young|since=2027-01-10");
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      ground_change (self, DOV_TYPE_PERSON, "$mother", parents[i].birth, NULL);
      assert_doubts (self, parents[i].doubts);
    }
  name_category (self, "$large", "large");
  ground_keep (self, "$many", "family_category", "family_id=$family|category_id=$large|since=2027-01-10");
  assert_doubts (self, "large-");
  ground_keep (self, "$third", "person", "last_name=Шубин|first_name=Гордей|no_patronymic=1");
  ground_keep (self, "$of_third", "family_member", "family_id=$family|person_id=$third|kinship=child");
  assert_doubts (self, "");
}

/* The decision of the register is not typed twice: the line comes with its day and its ground. */
static void
test_register (Ground        *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) doubts = NULL;
  g_autofree char *since = NULL;
  DovFamilyCategory *draft;

  ground_change (self, DOV_TYPE_FAMILY, "$family", "structure=full", NULL);
  name_category (self, "$sop", "sop");
  ground_keep (self, "$entry", "register_entry", "family_id=$family|register_kind=sop_kdn|step=put_on|on_decision_no=31"
                                                 "|on_date=2027-02-18|authority_id=$kdn|reason=пьянство родителей");
  doubts = dov_category_doubts_list (self->club.store, ground_number (self, "$family"));
  g_assert_cmpuint (doubts->len, ==, 1);
  draft = DOV_FAMILY_CATEGORY (((DovCategoryDoubt *) doubts->pdata[0])->draft);
  since = dov_date_to_iso (draft->since);
  g_assert_cmpstr (since, ==, "2027-02-18");
  g_assert_cmpstr (draft->basis_doc, ==, "no. 31 of 18.02.2027");
  g_assert_cmpint (draft->category_id, ==, ground_number (self, "$sop"));
  verdict_save (&self->club, DOV_RECORD (draft), NULL);
  assert_doubts (self, "");

  ground_keep (self, "$off", "register_entry", "family_id=$family|register_kind=sop_kdn|step=changed|previous_id=$entry"
                                               "|on_decision_no=31|on_date=2027-02-18|authority_id=$kdn|reason=пьянство родителей"
                                               "|off_date=2027-03-03|off_decision_no=40|off_reason=fixed");
  assert_doubts (self, "sop-");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/doubts/facts", Ground, NULL, ground_open, test_facts, ground_close);
  g_test_add ("/doubts/large", Ground, NULL, ground_open, test_large, ground_close);
  g_test_add ("/doubts/unknown", Ground, NULL, ground_open, test_unknown, ground_close);
  g_test_add ("/doubts/register", Ground, NULL, ground_open, test_register, ground_close);

  return g_test_run ();
}
