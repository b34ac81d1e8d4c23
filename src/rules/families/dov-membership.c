/* dov-membership.c - who belongs to a family now, and goes from one to another on a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-membership.h"

#include <glib/gi18n.h>

#include "dov-family-category.h"

#define OF_AGE 18

/* The oldest first. */
#define MEMBERS \
  "SELECT m.id FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND p.died_on IS NULL" \
  " ORDER BY p.birth_date IS NULL, p.birth_date, m.id"

#define OPEN_CATEGORIES \
  "SELECT c.id, coalesce (c.person_id, 0), i.label FROM live_family_category c JOIN ref_item i ON i.id = c.category_id" \
  " WHERE c.family_id = ?1 AND (c.until IS NULL OR c.until > ?2) ORDER BY c.since, c.id"

static void
free_belonging (gpointer data)
{
  DovBelonging *belonging = data;

  g_object_unref (belonging->member);
  g_object_unref (belonging->person);
  g_free (belonging->name);
  g_free (belonging);
}

/* Whose age nobody knows is a child where the kinship says so. */
static gboolean
is_child (DovFamilyMember *member,
          DovPerson       *person)
{
  GDate today = dov_today ();

  if (person->birth_date != NULL)
    return dov_age_on (person->birth_date, &today) < OF_AGE;
  if (person->birth_year > 0)
    return g_date_get_year (&today) - person->birth_year < OF_AGE;

  return member->kinship == DOV_KINSHIP_CHILD || member->kinship == DOV_KINSHIP_STEPCHILD ||
         member->kinship == DOV_KINSHIP_WARD;
}

/**
 * dov_membership_list:
 *
 * Returns: (transfer full) (element-type DovBelonging): who belongs to the family today and is alive
 */
GPtrArray *
dov_membership_list (DovStore *store,
                     gint64    family)
{
  GPtrArray *belongings = g_ptr_array_new_with_free_func (free_belonging);
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_ask (store, MEMBERS, "(xD)", family, &today);

  while (dov_statement_next (rows))
    {
      g_autoptr (DovFamilyMember) member =
        dov_store_look_up (store, DOV_TYPE_FAMILY_MEMBER, dov_statement_column_integer (rows, 0));
      g_autoptr (DovPerson) person =
        member != NULL ? dov_store_look_up (store, DOV_TYPE_PERSON, member->person_id) : NULL;
      DovBelonging *belonging;

      if (person == NULL)
        continue;
      belonging = g_new0 (DovBelonging, 1);
      belonging->is_child = is_child (member, person);
      belonging->member = g_steal_pointer (&member);
      belonging->name = dov_person_dup_name (person);
      belonging->person = g_steal_pointer (&person);
      g_ptr_array_add (belongings, belonging);
    }

  return belongings;
}

static void
free_category (gpointer data)
{
  DovBelongingCategory *category = data;

  g_free (category->words);
  g_free (category);
}

/**
 * dov_membership_list_categories:
 *
 * Returns: (transfer full) (element-type DovBelongingCategory): what holds of the family today
 */
GPtrArray *
dov_membership_list_categories (DovStore *store,
                                gint64    family)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (free_category);
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_ask (store, OPEN_CATEGORIES, "(xD)", family, &today);

  while (dov_statement_next (rows))
    {
      DovBelongingCategory *category = g_new0 (DovBelongingCategory, 1);

      category->id = dov_statement_column_integer (rows, 0);
      category->person = dov_statement_column_integer (rows, 1);
      category->words = g_strdup (dov_statement_column_text (rows, 2));
      g_ptr_array_add (categories, category);
    }

  return categories;
}

/**
 * dov_membership_check_day:
 * @day: (nullable): the first day on which people live otherwise
 *
 * Returns: whether it was, and is no day to come
 */
gboolean
dov_membership_check_day (const GDate  *day,
                          GError      **error)
{
  GDate today = dov_today ();

  if (day == NULL)
    return dov_refuse (error, _("Type the day since when they live like that."));
  if (g_date_compare (day, &today) > 0)
    return dov_refuse (error, _("That day is still to come. Write it down when it has happened."));

  return TRUE;
}

/**
 * dov_membership_end:
 * @day: the first on which the person does not belong there any more
 *
 * The day before is the last one, so that whoever begins elsewhere on that day is counted in one family on each.
 */
gboolean
dov_membership_end (DovStore      *store,
                    DovBelonging  *belonging,
                    const GDate   *day,
                    GError       **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (belonging->member));
  GDate last = *day;

  if (belonging->member->since != NULL && g_date_compare (belonging->member->since, day) >= 0)
    {
      g_autofree char *since = dov_date_to_shown (belonging->member->since);

      return dov_refuse (error, _("%1$s belongs to the family since %2$s. Type a later day."), belonging->name, since);
    }
  g_date_subtract_days (&last, 1);
  dov_set (DOV_FAMILY_MEMBER (draft), until, &last);

  return dov_store_save (store, draft, error);
}

/**
 * dov_membership_new:
 * @from: what is known of the person in another family, or in this one until now
 *
 * Returns: (transfer full): the same person in @family since @day, to be saved
 */
DovFamilyMember *
dov_membership_new (DovFamilyMember *from,
                    gint64           family,
                    const GDate     *day)
{
  DovFamilyMember *member = DOV_FAMILY_MEMBER (dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0));

  dov_set (member, family_id, family);
  dov_set (member, person_id, from->person_id);
  dov_set (member, kinship, from->kinship);
  dov_set (member, is_legal_rep, from->is_legal_rep);
  dov_set (member, authority_doc, from->authority_doc);
  dov_set (member, lives_together, from->lives_together);
  dov_set (member, is_primary, from->is_primary);
  dov_set (member, since, day);
  dov_set (member, parental_rights, from->parental_rights);
  dov_set (member, rights_decision, from->rights_decision);
  dov_set (member, child_registers, from->child_registers);
  dov_set (member, leisure, from->leisure);
  dov_set (member, school, from->school);

  return member;
}

/* Whether the family has it already. */
static gboolean
has_category (DovStore          *store,
              DovFamilyCategory *category,
              gint64             family,
              const GDate       *day)
{
  return dov_store_ask_number (store, "SELECT count(*) FROM live_family_category WHERE family_id = ?1 AND category_id = ?2"
                               " AND (until IS NULL OR until > ?3)", "(xxD)", family, category->category_id, day) > 0;
}

/**
 * dov_membership_carry_category:
 * @goes: it ends where it is; else it holds in both
 *
 * A family gets the category of another, with its grounds, from @day on.
 */
gboolean
dov_membership_carry_category (DovStore     *store,
                               gint64        category,
                               gint64        family,
                               gboolean      goes,
                               const GDate  *day,
                               GError      **error)
{
  g_autoptr (DovFamilyCategory) was = dov_store_find_draft (store, DOV_TYPE_FAMILY_CATEGORY, category, error);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY_CATEGORY, 0);
  DovFamilyCategory *now = DOV_FAMILY_CATEGORY (draft);

  if (was == NULL)
    return FALSE;
  dov_set (now, family_id, family);
  dov_set (now, category_id, was->category_id);
  dov_set (now, person_id, was->person_id);
  dov_set (now, since, g_date_compare (was->since, day) > 0 ? was->since : day);
  dov_set (now, until, was->until);
  dov_set (now, basis_doc, was->basis_doc);
  if (goes)
    {
      dov_set (was, until, now->since);
      if (!dov_store_save (store, DOV_RECORD (was), error))
        return FALSE;
    }

  return has_category (store, was, family, day) || dov_store_save (store, draft, error);
}
