/* dov-family-union.c - two households become one: which case stays, who is what there, what ends (F7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-union.h"

#include <glib/gi18n.h>

#include "dov-family-category.h"
#include "dov-family-link.h"
#include "dov-join.h"
#include "dov-need.h"
#include "dov-register-entry.h"
#include "dov-register-holds.h"
#include "dov-staff.h"
#include "dov-task.h"

#define OPEN_TASKS "SELECT id, title FROM live_task WHERE family_id = ?1 AND done_on IS NULL ORDER BY due_on, id"

#define OPEN_NEEDS "SELECT id FROM live_need WHERE family_id = ?1 AND status IN ('open', 'reserved') ORDER BY id"

#define ENTRIES \
  "SELECT r.id FROM live_register_entry r WHERE r.family_id = ?1 AND " DOV_REGISTER_HOLDS ("r") " ORDER BY r.id"

#define PROGRAMMES \
  "SELECT count(*) FROM live_case_plan WHERE family_id = ?1 AND status IN ('draft', 'agreed', 'approved', 'in_progress')"

#define BETWEEN \
  "SELECT id FROM live_family_link WHERE until IS NULL" \
  " AND ((family_id = ?1 AND other_id = ?2) OR (family_id = ?2 AND other_id = ?1))"

/* What is asked in the middle of an operation sees what it has done. */
static GArray *
ask_ids (DovStore   *store,
         const char *select,
         gint64      one,
         gint64      other)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DovStatement) rows = other != 0 ? dov_store_ask (store, select, "(xx)", one, other)
                                             : dov_store_ask (store, select, "(x)", one);

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

/* ---- what is to be ---- */

static gboolean
is_followed (DovFamily *family)
{
  return family->case_status == DOV_CASE_STATUS_ACTIVE || family->case_status == DOV_CASE_STATUS_MONITORING ||
         family->case_status == DOV_CASE_STATUS_SUSPENDED;
}

/**
 * dov_family_union_propose:
 *
 * Returns: which of the two families goes on, if nobody chooses: the one on support, else the first
 */
gint64
dov_family_union_propose (DovStore *store,
                          gint64    one,
                          gint64    other)
{
  g_autoptr (DovFamily) first = dov_store_look_up (store, DOV_TYPE_FAMILY, one);
  g_autoptr (DovFamily) second = dov_store_look_up (store, DOV_TYPE_FAMILY, other);
  gboolean is_first_over = first == NULL || first->case_status >= DOV_CASE_STATUS_CLOSED;

  if (first == NULL || second == NULL || is_followed (first))
    return first != NULL ? one : other;

  return is_followed (second) || (is_first_over && second->case_status < DOV_CASE_STATUS_CLOSED) ? other : one;
}

/* Whether a father, a mother or children of their own are in the family. */
static gboolean
has_kinship (GPtrArray  *people,
             DovKinship  kinship)
{
  for (guint i = 0; i < people->len; i++)
    if (((DovBelonging *) people->pdata[i])->member->kinship == kinship)
      return TRUE;

  return FALSE;
}

/* A parent who comes to the children of another is a step-parent to them, and so are the children; a kinship that is
 * right for both families stays. */
static DovKinship
guess_kinship (DovBelonging *one,
               GPtrArray    *there)
{
  gboolean has_children = has_kinship (there, DOV_KINSHIP_CHILD) || has_kinship (there, DOV_KINSHIP_WARD);

  if (!has_children)
    return one->member->kinship;
  switch ((int) one->member->kinship)
    {
    case DOV_KINSHIP_MOTHER:
      return DOV_KINSHIP_STEPMOTHER;
    case DOV_KINSHIP_FATHER:
      return DOV_KINSHIP_STEPFATHER;
    case DOV_KINSHIP_CHILD:
      return DOV_KINSHIP_STEPCHILD;
    default:
      return one->member->kinship;
    }
}

/**
 * dov_family_union_new:
 * @stays: the family whose case goes on
 * @ends: the one that goes over into it
 *
 * Returns: (transfer full) (nullable): what is asked about them
 */
DovFamilyUnion *
dov_family_union_new (DovStore *store,
                      gint64    stays,
                      gint64    ends)
{
  g_autoptr (DovFamily) one = dov_store_look_up (store, DOV_TYPE_FAMILY, stays);
  g_autoptr (DovFamily) other = dov_store_look_up (store, DOV_TYPE_FAMILY, ends);
  g_autoptr (GPtrArray) there = dov_membership_list (store, stays);
  DovFamilyUnion *self;

  if (one == NULL || other == NULL)
    return NULL;
  self = g_new0 (DovFamilyUnion, 1);
  self->stays = g_steal_pointer (&one);
  self->ends = g_steal_pointer (&other);
  self->reason = g_strdup ("");
  self->people = dov_membership_list (store, ends);
  self->kinships = g_new0 (DovKinship, self->people->len + 1);
  for (guint i = 0; i < self->people->len; i++)
    self->kinships[i] = guess_kinship (self->people->pdata[i], there);

  return self;
}

void
dov_family_union_free (DovFamilyUnion *self)
{
  g_object_unref (self->stays);
  g_object_unref (self->ends);
  g_clear_pointer (&self->day, g_date_free);
  g_free (self->reason);
  g_ptr_array_unref (self->people);
  g_free (self->kinships);
  g_free (self);
}

/**
 * dov_family_union_set_day:
 * @day: (nullable): the first on which they live together
 */
void
dov_family_union_set_day (DovFamilyUnion *self,
                          const GDate    *day)
{
  g_clear_pointer (&self->day, g_date_free);
  if (day != NULL)
    self->day = g_date_copy (day);
}

/* ---- whether it may be ---- */

static gint64
id_of (DovFamily *family)
{
  return dov_record_get_id (DOV_RECORD (family));
}

/* What cannot be ended by the way: it is ended first, or the other case goes on. */
static gboolean
check_ending (DovStore        *store,
              DovFamilyUnion  *self,
              GError         **error)
{
  g_autoptr (GArray) entries = ask_ids (store, ENTRIES, id_of (self->ends), 0);

  if (dov_store_ask_number (store, PROGRAMMES, "(x)", id_of (self->ends)) > 0)
    return dov_refuse (error, _("The family “%s” has an open programme. Let its case go on, or end the programme first."),
                       self->ends->family_name);
  if (dov_store_ask_number (store, "SELECT count(*) FROM live_rental_loan WHERE family_id = ?1 AND returned_on IS NULL", "(x)",
                            id_of (self->ends)) > 0)
    return dov_refuse (error, _("Something is lent to the family “%s”. Let its case go on, or take the thing back first."),
                       self->ends->family_name);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (DovRegisterEntry) entry = dov_store_look_up (store, DOV_TYPE_REGISTER_ENTRY, g_array_index (entries, gint64, i));

      if (entry != NULL && entry->register_kind == DOV_REGISTER_KIND_SOP_KDN)
        return dov_refuse (error, _("The commission has the family “%s” on its register, and only the commission takes it off. "
                                    "Let its case go on, or write down the decision first."), self->ends->family_name);
    }

  return TRUE;
}

/**
 * dov_family_union_check:
 *
 * Returns: whether the two can become one like that
 */
gboolean
dov_family_union_check (DovStore        *store,
                        DovFamilyUnion  *self,
                        GError         **error)
{
  if (id_of (self->stays) == id_of (self->ends))
    return dov_refuse (error, _("A family is not joined to itself. Choose another one."));
  if (self->people->len == 0)
    return dov_refuse (error, _("Nobody belongs to the family “%s” any more: nobody goes over."), self->ends->family_name);
  if (self->stays->case_status >= DOV_CASE_STATUS_CLOSED && self->stays->case_status != DOV_CASE_STATUS_SUSPENDED)
    return dov_refuse (error, _("The case of the family “%s” is over. Let the other one go on, or take this one up again first."),
                       self->stays->family_name);
  if (is_followed (self->ends) && !is_followed (self->stays))
    return dov_refuse (error, _("The family “%s” is on support, and the other one is not. Let its case go on."),
                       self->ends->family_name);

  return dov_membership_check_day (self->day, error) && check_ending (store, self, error);
}

/* ---- what will be ---- */

static char *
dup_kinship (DovFamilyUnion *self,
             guint           n)
{
  g_autoptr (DovFamilyMember) there = DOV_FAMILY_MEMBER (dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0));

  dov_set (there, kinship, self->kinships[n]);

  return dov_family_member_dup_kinship (there, ((DovBelonging *) self->people->pdata[n])->person);
}

/* A category that the other family has already is not there twice; that a family has one parent is over. */
static gboolean
goes_over (DovStore             *store,
           DovBelongingCategory *category)
{
  return category->person != 0 ||
         dov_store_ask_number (store, "SELECT count(*) FROM live_family_category c JOIN ref_item i ON i.id = c.category_id"
                               " WHERE c.id = ?1 AND i.code IN ('single_parent', 'low_income', 'no_income', 'young')", "(x)",
                               category->id) == 0;
}

static void
add_categories (DovStore       *store,
                DovFamilyUnion *self,
                GPtrArray      *changes)
{
  g_autoptr (GPtrArray) categories = dov_membership_list_categories (store, id_of (self->ends));
  g_autoptr (GString) over = g_string_new (NULL);
  g_autoptr (GString) ended = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    {
      DovBelongingCategory *category = categories->pdata[i];

      dov_join (goes_over (store, category) ? over : ended, ", ", category->words);
    }
  if (over->len > 0)
    dov_household_changes_add (changes, _("Categories that go over"), over->str);
  if (ended->len > 0)
    dov_household_changes_add (changes, _("Categories that end"), ended->str);
}

static void
add_work (DovStore       *store,
          DovFamilyUnion *self,
          GPtrArray      *changes)
{
  g_autoptr (DovStatement) tasks = dov_store_ask (store, OPEN_TASKS, "(x)", id_of (self->ends));
  g_autoptr (GArray) entries = ask_ids (store, ENTRIES, id_of (self->ends), 0);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GString) registers = g_string_new (NULL);

  while (dov_statement_next (tasks))
    dov_join (titles, ", ", dov_statement_column_text (tasks, 1));
  if (titles->len > 0)
    dov_household_changes_add (changes, _("Tasks that go over"), titles->str);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (DovRecord) entry = dov_store_look_up (store, DOV_TYPE_REGISTER_ENTRY, g_array_index (entries, gint64, i));
      g_autofree char *words = entry != NULL
                                 ? dov_record_dup_shown (entry, dov_record_find_field (entry, "register_kind")) : NULL;

      dov_join (registers, ", ", words);
    }
  if (registers->len > 0)
    dov_household_changes_add (changes, _("Registers that end"), registers->str);
}

static void
add_curator (DovStore       *store,
             DovFamilyUnion *self,
             GPtrArray      *changes)
{
  gint64 curator = self->stays->curator_id != 0 ? self->stays->curator_id : self->ends->curator_id;
  g_autofree char *name = curator != 0 ? dov_store_describe_id (store, DOV_TYPE_STAFF, curator) : NULL;

  if (name != NULL)
    dov_household_changes_add (changes, _("Curator of the family"), name);
  if (*self->stays->urgent_remark == '\0' && *self->ends->urgent_remark != '\0')
    dov_household_changes_add (changes, _("Urgent remark"), self->ends->urgent_remark);
}

/**
 * dov_family_union_list_changes:
 *
 * Returns: (transfer full) (element-type DovHouseholdChange): what becomes of whom and of what
 */
GPtrArray *
dov_family_union_list_changes (DovStore       *store,
                               DovFamilyUnion *self)
{
  GPtrArray *changes = dov_household_changes_new ();
  g_autofree char *on = g_strdup_printf (_("case %s"), self->stays->case_no);
  g_autofree char *over = g_strdup_printf (_("case %s ends; what there was stays to be read in it"), self->ends->case_no);
  g_autofree char *stays = g_strdup_printf (_("%s: goes on"), self->stays->family_name);
  g_autofree char *ends = g_strdup_printf (_("%s: goes over"), self->ends->family_name);

  dov_household_changes_add (changes, stays, on);
  dov_household_changes_add (changes, ends, over);
  add_curator (store, self, changes);
  add_categories (store, self, changes);
  add_work (store, self, changes);
  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *kinship = dup_kinship (self, i);
      g_autofree char *what = g_strdup_printf (_("goes over; there: %s"), kinship);

      dov_household_changes_add (changes, ((DovBelonging *) self->people->pdata[i])->name, what);
    }

  return changes;
}

/* ---- doing it ---- */

/* Who belonged to both already, mostly a child who lived apart in one, lives there from now on. */
static DovBelonging *
find_there (GPtrArray *there,
            gint64     person)
{
  for (guint i = 0; i < there->len; i++)
    if (((DovBelonging *) there->pdata[i])->member->person_id == person)
      return there->pdata[i];

  return NULL;
}

static gboolean
move_one (DovStore        *store,
          DovFamilyUnion  *self,
          guint            n,
          GPtrArray       *there,
          GError         **error)
{
  DovBelonging *one = self->people->pdata[n];
  DovBelonging *same = find_there (there, one->member->person_id);
  g_autoptr (DovFamilyMember) member = NULL;

  if (!dov_membership_end (store, one, self->day, error))
    return FALSE;
  if (same != NULL && same->member->lives_together)
    return TRUE;
  member = dov_membership_new (same != NULL ? same->member : one->member, id_of (self->stays), self->day);
  if (same == NULL)
    dov_set (member, kinship, self->kinships[n]);
  /* Only a mother and a father have parental rights. */
  if (member->kinship != DOV_KINSHIP_MOTHER && member->kinship != DOV_KINSHIP_FATHER)
    {
      dov_set (member, parental_rights, 0);
      dov_set (member, rights_decision, "");
    }
  if (one->member->lives_together)
    dov_set (member, lives_together, TRUE);
  dov_set (member, is_primary, one->member->is_primary || (same != NULL && same->member->is_primary));

  return (same == NULL || dov_membership_end (store, same, self->day, error)) &&
         dov_store_save (store, DOV_RECORD (member), error);
}

static gboolean
move_people (DovStore        *store,
             DovFamilyUnion  *self,
             GError         **error)
{
  g_autoptr (GPtrArray) there = dov_membership_list (store, id_of (self->stays));

  for (guint i = 0; i < self->people->len; i++)
    if (!move_one (store, self, i, there, error))
      return FALSE;

  return TRUE;
}

static gboolean
move_categories (DovStore        *store,
                 DovFamilyUnion  *self,
                 GError         **error)
{
  g_autoptr (GPtrArray) categories = dov_membership_list_categories (store, id_of (self->ends));

  for (guint i = 0; i < categories->len; i++)
    {
      DovBelongingCategory *category = categories->pdata[i];
      g_autoptr (DovRecord) ending = NULL;

      if (goes_over (store, category))
        {
          if (!dov_membership_carry_category (store, category->id, id_of (self->stays), TRUE, self->day, error))
            return FALSE;
          continue;
        }
      ending = dov_store_find_draft (store, DOV_TYPE_FAMILY_CATEGORY, category->id, error);
      if (ending == NULL)
        return FALSE;
      dov_set (DOV_FAMILY_CATEGORY (ending), until, self->day);
      if (!dov_store_save (store, ending, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
hand_over (DovStore      *store,
           GType          type,
           const char    *select,
           DovFamilyUnion *self,
           GError       **error)
{
  g_autoptr (GArray) ids = ask_ids (store, select, id_of (self->ends), 0);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) draft = dov_store_find_draft (store, type, g_array_index (ids, gint64, i), error);

      if (draft == NULL)
        return FALSE;
      dov_record_set_number (draft, "family_id", id_of (self->stays));
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_registers (DovStore        *store,
               DovFamilyUnion  *self,
               GError         **error)
{
  g_autoptr (GArray) ids = ask_ids (store, ENTRIES, id_of (self->ends), 0);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) draft = dov_store_find_draft (store, DOV_TYPE_REGISTER_ENTRY, g_array_index (ids, gint64, i), error);

      if (draft == NULL)
        return FALSE;
      dov_set (DOV_REGISTER_ENTRY (draft), off_date, self->day);
      dov_set (DOV_REGISTER_ENTRY (draft), off_reason, DOV_REGISTER_OFF_MERGED);
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

/* The links that were between them end with the day on which they are one. */
static gboolean
link_families (DovStore        *store,
               DovFamilyUnion  *self,
               GError         **error)
{
  g_autoptr (GArray) ids = ask_ids (store, BETWEEN, id_of (self->ends), id_of (self->stays));
  g_autoptr (DovRecord) link = dov_record_new (DOV_TYPE_FAMILY_LINK, 0);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) old = dov_store_find_draft (store, DOV_TYPE_FAMILY_LINK, g_array_index (ids, gint64, i), error);

      if (old == NULL)
        return FALSE;
      dov_set (DOV_FAMILY_LINK (old), until, self->day);
      if (!dov_store_save (store, old, error))
        return FALSE;
    }
  dov_set (DOV_FAMILY_LINK (link), family_id, id_of (self->ends));
  dov_set (DOV_FAMILY_LINK (link), other_id, id_of (self->stays));
  dov_set (DOV_FAMILY_LINK (link), kind, DOV_FAMILY_LINK_KIND_MERGED);
  dov_set (DOV_FAMILY_LINK (link), since, self->day);
  dov_set (DOV_FAMILY_LINK (link), note, self->reason);

  return dov_store_save (store, link, error);
}

static gboolean
change_families (DovStore        *store,
                 DovFamilyUnion  *self,
                 GError         **error)
{
  g_autoptr (DovRecord) over = dov_store_find_draft (store, DOV_TYPE_FAMILY, id_of (self->ends), error);
  g_autoptr (DovRecord) on = dov_store_find_draft (store, DOV_TYPE_FAMILY, id_of (self->stays), error);

  if (over == NULL || on == NULL)
    return FALSE;
  if (DOV_FAMILY (on)->curator_id == 0)
    dov_set (DOV_FAMILY (on), curator_id, DOV_FAMILY (over)->curator_id);
  if (*DOV_FAMILY (on)->urgent_remark == '\0')
    dov_set (DOV_FAMILY (on), urgent_remark, DOV_FAMILY (over)->urgent_remark);
  /* Whose case was over before keeps the day and the reason of that. */
  if (DOV_FAMILY (over)->case_status < DOV_CASE_STATUS_CLOSED || DOV_FAMILY (over)->case_status == DOV_CASE_STATUS_SUSPENDED)
    {
      if (DOV_FAMILY (over)->closed_on == NULL)
        dov_set (DOV_FAMILY (over), closed_on, self->day);
      dov_set (DOV_FAMILY (over), case_status, DOV_CASE_STATUS_CLOSED);
      dov_set (DOV_FAMILY (over), closing_reason, DOV_CLOSING_REASON_MERGED);
    }

  return dov_store_save (store, over, error) && dov_store_save (store, on, error);
}

static gboolean
join (DovStore        *store,
      DovFamilyUnion  *self,
      GError         **error)
{
  return move_people (store, self, error) && move_categories (store, self, error) &&
         hand_over (store, DOV_TYPE_TASK, OPEN_TASKS, self, error) &&
         hand_over (store, DOV_TYPE_NEED, OPEN_NEEDS, self, error) && end_registers (store, self, error) &&
         change_families (store, self, error) && link_families (store, self, error);
}

/**
 * dov_family_union_do:
 *
 * The people of one family go over into the other on the day, and its case ends, in one operation. What was before
 * stays with each; links lead from one to the other.
 */
gboolean
dov_family_union_do (DovStore        *store,
                     DovFamilyUnion  *self,
                     GError         **error)
{
  g_autofree char *words = g_strdup_printf (C_("toast", "Became one family: %1$s and %2$s"), self->stays->family_name,
                                            self->ends->family_name);

  if (!dov_family_union_check (store, self, error) || !dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, join (store, self, error), error);
}
