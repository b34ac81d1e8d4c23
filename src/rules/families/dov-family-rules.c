/* dov-family-rules.c - case numbers (V8), ages of mothers (V2), grounds of categories (F6) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-rules.h"

#include "dov-case-number.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-others.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-rental-item.h"

#include <glib/gi18n.h>

#define YOUNGEST_MOTHER 12
#define OLDEST_MOTHER   60

/* V8: a number is given once in a lounge and year, and never again, not even
 * after its family went into the bin. */
static void
check_case_no (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovFamily *family = DOV_FAMILY (after);
  g_autoptr (DovStatement) rows = NULL;
  int year = dov_case_number_get_year (family->case_no, family->opened_on);

  rows = dov_store_ask (store, "SELECT id, opened_on, removed IS NOT NULL FROM family"
                        " WHERE lounge_id = ?1 AND case_no = ?2 AND id <> ?3",
                        "(xsx)", family->lounge_id, family->case_no, dov_record_get_id (after));
  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) opened_on = dov_statement_dup_date (rows, 1);
      int other_year = dov_case_number_get_year (family->case_no, opened_on);
      g_autofree char *words = NULL;

      if (year != 0 && other_year != 0 && year != other_year)
        continue;

      words = dov_others_name (dov_store_describe_id (store, DOV_TYPE_FAMILY, dov_statement_column_integer (rows, 0)));
      if (dov_statement_column_integer (rows, 2))
        dov_problems_add (problems, after, "case_no", "V8",
                          _("The case no. %s was that of %s, now in the bin. A number is given once; take the next one."),
                          family->case_no, words);
      else
        dov_problems_add (problems, after, "case_no", "V8",
                          _("The case no. %s is that of %s. Take the next number."), family->case_no, words);
      return;
    }
}

/* V2: warns when a mother born on @mother would be too young or too old for a child. */
static void
check_mother (DovRecord   *record,
              const char  *field,
              const GDate *mother,
              const GDate *child,
              const char  *child_words,
              GPtrArray   *problems)
{
  int age = dov_age_on (mother, child);

  if (age < 0)
    dov_problems_warn (problems, record, field, "V2",
                       _("The mother would be younger than her child (%s). Check both dates of birth and the kinship."),
                       child_words);
  else if (age < YOUNGEST_MOTHER || age > OLDEST_MOTHER)
    dov_problems_warn (problems, record, field, "V2",
                       ngettext ("The mother would be %d year old at the birth of her child (%s). Check both dates.",
                                 "The mother would be %d years old at the birth of her child (%s). Check both dates.",
                                 (gulong) age),
                       age, child_words);
}

/* V2: a mother, or a child, against the children or the mothers of the family. */
static void
check_ages (DovStore    *store,
            gint64       family_id,
            DovKinship   kinship,
            DovPerson   *person,
            const GDate *born,
            DovRecord   *record,
            const char  *field,
            GPtrArray   *problems)
{
  gboolean is_mother = kinship == DOV_KINSHIP_MOTHER;
  g_autofree char *own_words = dov_record_describe (DOV_RECORD (person));
  g_autoptr (DovStatement) rows = NULL;

  if (born == NULL || (!is_mother && kinship != DOV_KINSHIP_CHILD))
    return;

  rows =
    dov_store_ask (store, "SELECT p.id, p.birth_date FROM live_family_member m JOIN person p ON p.id = m.person_id"
                   " WHERE m.family_id = ?1 AND m.kinship = ?2 AND p.id <> ?3"
                   " AND p.birth_date IS NOT NULL",
                   "(xsx)", family_id, is_mother ? "child" : "mother",
                   dov_record_get_id (DOV_RECORD (person)));
  while (dov_statement_next (rows))
    {
      g_autofree char *words = dov_store_describe_id (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 0));
      g_autoptr (GDate) other = dov_statement_dup_date (rows, 1);

      if (other == NULL)
        continue;
      if (is_mother)
        check_mother (record, field, born, other, words, problems);
      else
        check_mother (record, field, other, born, own_words, problems);
    }
}

/* V2: a kinship that is said of a woman or of a man alone, of somebody who is the other. */
static void
warn_sex (DovKinship   kinship,
          DovPerson   *person,
          DovRecord   *record,
          const char  *field,
          GPtrArray   *problems)
{
  gboolean is_female = kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_STEPMOTHER ||
                       kinship == DOV_KINSHIP_GRANDMOTHER;
  gboolean is_male = kinship == DOV_KINSHIP_FATHER || kinship == DOV_KINSHIP_STEPFATHER ||
                     kinship == DOV_KINSHIP_GRANDFATHER;
  g_autofree char *name = NULL;

  if (!(is_female && person->sex == DOV_SEX_MALE) && !(is_male && person->sex == DOV_SEX_FEMALE))
    return;

  name = dov_person_dup_name (person);
  dov_problems_warn (problems, record, field, "V2",
                     is_male ? _("%s is a woman by the card, and here a father, stepfather or grandfather. "
                                 "Check the sex and the kinship, or say why it is right.")
                             : _("%s is a man by the card, and here a mother, stepmother or grandmother. "
                                 "Check the sex and the kinship, or say why it is right."), name);
}

static void
check_member_ages (DovStore  *store,
                   DovRecord *before,
                   DovRecord *after,
                   GPtrArray *problems)
{
  DovFamilyMember *member = DOV_FAMILY_MEMBER (after);
  g_autoptr (DovRecord) person = NULL;

  if (member->person_id == 0)
    return;
  person = dov_store_find (store, DOV_TYPE_PERSON, member->person_id, NULL);
  if (person == NULL)
    return;
  check_ages (store, member->family_id, member->kinship, DOV_PERSON (person), DOV_PERSON (person)->birth_date,
              after, "person_id", problems);
  warn_sex (member->kinship, DOV_PERSON (person), after, "kinship", problems);
}

static void
check_person_ages (DovStore  *store,
                   DovRecord *before,
                   DovRecord *after,
                   GPtrArray *problems)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT family_id, kinship FROM live_family_member"
                   " WHERE person_id = ?1 AND kinship IN ('mother', 'child')",
                   "(x)", dov_record_get_id (after));

  while (dov_statement_next (rows))
    {
      gboolean is_mother = g_str_equal (dov_statement_column_text (rows, 1), "mother");

      check_ages (store, dov_statement_column_integer (rows, 0), is_mother ? DOV_KINSHIP_MOTHER : DOV_KINSHIP_CHILD,
                  DOV_PERSON (after), DOV_PERSON (after)->birth_date, after, "birth_date", problems);
    }
}

static void
check_person_sex (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovQuery query = { .where = "person_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
  g_autoptr (GPtrArray) members = dov_store_read (store, DOV_TYPE_FAMILY_MEMBER, &query);
  guint told = problems->len;

  for (guint i = 0; i < members->len && problems->len == told; i++)
    warn_sex (DOV_FAMILY_MEMBER (members->pdata[i])->kinship, DOV_PERSON (after), after, "sex", problems);
}

/* F4: nothing that was lent stays with a family that is taken off. */
static void
check_loans (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  g_autofree char *item = NULL;
  gint64 item_id;

  if (DOV_FAMILY (after)->case_status != DOV_CASE_STATUS_CLOSED)
    return;
  item_id = dov_store_ask_number (store, "SELECT item_id FROM live_rental_loan WHERE family_id = ?1 AND returned_on IS NULL",
                                  "(x)", dov_record_get_id (after));
  if (item_id == 0)
    return;

  item = dov_store_describe_id (store, DOV_TYPE_RENTAL_ITEM, item_id);
  dov_problems_add (problems, after, "case_status", "F4",
                    _("“%s” is lent to this family. Take it back first, then take the family off."), item);
}

static gboolean
needs_grounds (const char *code)
{
  static const char *const codes[] = {
    "sop", "rights_limited", "rights_deprived", "rights_restoring", "disabled_child", "svo", NULL,
  };

  return g_strv_contains (codes, code);
}

/* F6: what takes rights away or gives them stands on a decision. */
static void
check_grounds (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovFamilyCategory *category = DOV_FAMILY_CATEGORY (after);
  g_autoptr (DovRecord) item = NULL;

  if (category->category_id == 0 || !dov_fold_is_empty (category->basis_doc))
    return;
  item = dov_store_find (store, DOV_TYPE_REF_ITEM, category->category_id, NULL);
  if (item != NULL && needs_grounds (DOV_REF_ITEM (item)->code))
    dov_problems_add (problems, after, "basis_doc", "F6",
                      _("Type the decision that this category stands on: its number and date."));
}

static const DovOnce once[] = {
  { dov_family_member_get_type, "family_id person_id", DOV_ONCE_BY_MEETING_DAYS, "person_id", NULL,
    N_("This person is in the family already. Open that line and change it."), NULL },
  /* Reports would count the family twice. */
  { dov_family_category_get_type, "family_id category_id", DOV_ONCE_BY_MEETING_DAYS, "category_id", NULL,
    N_("The family is in this category since %s. Change that line, or end it first."), "strftime ('%d.%m.%Y', since)" },
};

static const DovRuleOf rules[] = {
  { dov_family_get_type, 0, "case_no lounge_id opened_on", check_case_no },
  { dov_family_member_get_type, 0, "family_id person_id kinship", check_member_ages },
  { dov_person_get_type, DOV_RULE_OF_KEPT, "birth_date", check_person_ages },
  { dov_person_get_type, DOV_RULE_OF_KEPT, "sex", check_person_sex },
  { dov_family_get_type, DOV_RULE_AT_END, "case_status", check_loans },
  { dov_family_category_get_type, 0, "", check_grounds },
};

void
dov_family_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
