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

#define YOUNGEST_PARENT 12
#define OLDEST_MOTHER   60
#define OF_AGE          18

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

/* V2: warns when a parent born on @parent would be too young for a child, or a mother too old. */
static void
check_parent (DovRecord   *record,
              const char  *field,
              const GDate *parent,
              gboolean     is_mother,
              const GDate *child,
              const char  *child_words,
              GPtrArray   *problems)
{
  int age = dov_age_on (parent, child);

  if (age < 0)
    dov_problems_warn (problems, record, field, "V2",
                       is_mother
                       ? _("The mother would be younger than her child (%s). Check both dates of birth and the kinship.")
                       : _("The father would be younger than his child (%s). Check both dates of birth and the kinship."),
                       child_words);
  else if (!is_mother && age < YOUNGEST_PARENT)
    dov_problems_warn (problems, record, field, "V2",
                       ngettext ("The father would be %d year old at the birth of his child (%s). Check both dates.",
                                 "The father would be %d years old at the birth of his child (%s). Check both dates.",
                                 (gulong) age),
                       age, child_words);
  else if (is_mother && (age < YOUNGEST_PARENT || age > OLDEST_MOTHER))
    dov_problems_warn (problems, record, field, "V2",
                       ngettext ("The mother would be %d year old at the birth of her child (%s). Check both dates.",
                                 "The mother would be %d years old at the birth of her child (%s). Check both dates.",
                                 (gulong) age),
                       age, child_words);
}

static gboolean
is_parent (DovKinship kinship)
{
  return kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_FATHER;
}

/* V2: a parent, or a child, against the children or the parents of the family. */
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
  g_autofree char *own_words = dov_record_describe (DOV_RECORD (person));
  g_autoptr (DovStatement) rows = NULL;

  if (born == NULL || (!is_parent (kinship) && kinship != DOV_KINSHIP_CHILD))
    return;

  rows =
    dov_store_ask (store, "SELECT p.id, p.birth_date, m.kinship = 'mother' FROM live_family_member m"
                   " JOIN person p ON p.id = m.person_id"
                   " WHERE m.family_id = ?1 AND m.kinship IN (?2, ?3) AND p.id <> ?4"
                   " AND p.birth_date IS NOT NULL",
                   "(xssx)", family_id, is_parent (kinship) ? "child" : "mother", is_parent (kinship) ? "child" : "father",
                   dov_record_get_id (DOV_RECORD (person)));
  while (dov_statement_next (rows))
    {
      g_autofree char *words = dov_store_describe_id (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 0));
      g_autoptr (GDate) other = dov_statement_dup_date (rows, 1);

      if (other == NULL)
        continue;
      if (is_parent (kinship))
        check_parent (record, field, born, kinship == DOV_KINSHIP_MOTHER, other, words, problems);
      else
        check_parent (record, field, other, dov_statement_column_integer (rows, 2) != 0, born, own_words, problems);
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

/* C2: who speaks for a child is of age. */
static void
warn_young (DovFamilyMember *member,
            DovPerson       *person,
            DovRecord       *record,
            const char      *field,
            GPtrArray       *problems)
{
  GDate today = dov_today ();

  if (member->is_legal_rep && person->birth_date != NULL && dov_age_on (person->birth_date, &today) < OF_AGE)
    dov_problems_warn (problems, record, field, "C2",
                       _("A legal representative is of age, and here would be a child. Check the date of birth and the mark, "
                         "or say why it is right."));
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
  warn_young (member, DOV_PERSON (person), after, "is_legal_rep", problems);
}

static void
check_person_ages (DovStore  *store,
                   DovRecord *before,
                   DovRecord *after,
                   GPtrArray *problems)
{
  DovQuery query = { .where = "person_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
  g_autoptr (GPtrArray) members = dov_store_read (store, DOV_TYPE_FAMILY_MEMBER, &query);

  for (guint i = 0; i < members->len; i++)
    {
      DovFamilyMember *member = members->pdata[i];

      check_ages (store, member->family_id, member->kinship, DOV_PERSON (after), DOV_PERSON (after)->birth_date, after,
                  "birth_date", problems);
      warn_young (member, DOV_PERSON (after), after, "birth_date", problems);
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
  { dov_family_member_get_type, 0, "family_id person_id kinship is_legal_rep", check_member_ages },
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
