/* dov-family-split.c - one household becomes two: who goes, what goes along, and what that changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-split.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-case-number.h"
#include "dov-family-link.h"
#include "dov-join.h"

/* So much older is who is a parent in the new family. */
#define YOUNGEST_PARENT 12

/* ---- what is to be ---- */

/**
 * dov_family_split_new:
 *
 * Returns: (transfer full) (nullable): what is asked about this family: everybody stays until it is said otherwise
 */
DovFamilySplit *
dov_family_split_new (DovStore *store,
                      gint64    source)
{
  DovFamily *family = dov_store_look_up (store, DOV_TYPE_FAMILY, source);
  DovFamilySplit *self;

  if (family == NULL)
    return NULL;
  self = g_new0 (DovFamilySplit, 1);
  self->source = family;
  self->reason = g_strdup ("");
  self->people = dov_membership_list (store, source);
  self->ways = g_new0 (DovSplitWay, self->people->len + 1);
  self->categories = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
dov_family_split_free (DovFamilySplit *self)
{
  g_object_unref (self->source);
  g_clear_pointer (&self->day, g_date_free);
  g_free (self->reason);
  g_ptr_array_unref (self->people);
  g_free (self->ways);
  g_array_unref (self->categories);
  g_free (self);
}

/**
 * dov_family_split_set_day:
 * @day: (nullable): the first on which they live apart
 */
void
dov_family_split_set_day (DovFamilySplit *self,
                          const GDate    *day)
{
  g_clear_pointer (&self->day, g_date_free);
  if (day != NULL)
    self->day = g_date_copy (day);
}

/**
 * dov_family_split_new_family:
 *
 * Returns: (transfer full): the draft of the new family: found, with the next number of the same lounge
 */
DovFamily *
dov_family_split_new_family (DovStore *store,
                             gint64    source)
{
  g_autoptr (DovFamily) was = dov_store_look_up (store, DOV_TYPE_FAMILY, source);
  DovFamily *family = DOV_FAMILY (dov_record_new (DOV_TYPE_FAMILY, 0));
  GDate today = dov_today ();
  g_autofree char *number = NULL;

  if (was == NULL)
    return family;
  number = dov_case_number_propose (store, was->lounge_id, &today);
  dov_set (family, lounge_id, was->lounge_id);
  dov_set (family, case_no, number);

  return family;
}

static DovBelonging *
get_person (DovFamilySplit *self,
            guint           n)
{
  return g_ptr_array_index (self->people, n);
}

static gboolean
goes (DovFamilySplit *self,
      guint           n)
{
  return self->ways[n] == DOV_SPLIT_LEAVES || self->ways[n] == DOV_SPLIT_LEAVES_KEPT;
}

/* Whether the person belongs to the new family. */
static gboolean
comes (DovFamilySplit *self,
       guint           n)
{
  return self->ways[n] != DOV_SPLIT_STAYS;
}

static guint
count (DovFamilySplit *self,
       gboolean        goes_away,
       gboolean        are_children)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += goes (self, i) == goes_away && get_person (self, i)->is_child == are_children;

  return n;
}

/* Whether a child so much younger belongs to the new family as well. */
static gboolean
has_children (DovFamilySplit *self,
              DovPerson      *parent)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      DovPerson *child = get_person (self, i)->person;

      if (get_person (self, i)->is_child && comes (self, i) &&
          (parent->birth_date == NULL || child->birth_date == NULL ||
           dov_age_on (parent->birth_date, child->birth_date) >= YOUNGEST_PARENT))
        return TRUE;
    }

  return FALSE;
}

/* Whether the head of the new family was a child of the old one. */
static gboolean
is_led_by_grown (DovFamilySplit *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if (!get_person (self, i)->is_child && goes (self, i))
      {
        DovKinship kinship = get_person (self, i)->member->kinship;

        if (kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_FATHER || kinship == DOV_KINSHIP_STEPMOTHER ||
            kinship == DOV_KINSHIP_STEPFATHER || kinship == DOV_KINSHIP_GUARDIAN)
          return FALSE;
      }

  return TRUE;
}

/**
 * dov_family_split_get_kinship:
 * @n: of the people
 *
 * A grown son or daughter who goes with a child of their own is a father or mother there; everybody else is
 * what they were.
 *
 * Returns: what the person is in the new family
 */
DovKinship
dov_family_split_get_kinship (DovFamilySplit *self,
                              guint           n)
{
  DovBelonging *one = get_person (self, n);
  DovKinship was = one->member->kinship;

  if (!is_led_by_grown (self))
    return was;
  if (one->is_child)
    return was == DOV_KINSHIP_STEPCHILD || was == DOV_KINSHIP_WARD ? was : DOV_KINSHIP_CHILD;
  if (was != DOV_KINSHIP_CHILD && was != DOV_KINSHIP_STEPCHILD && was != DOV_KINSHIP_WARD && was != DOV_KINSHIP_SIBLING)
    return was;
  if (!has_children (self, one->person) || one->person->sex == 0)
    return DOV_KINSHIP_OTHER;

  return one->person->sex == DOV_SEX_FEMALE ? DOV_KINSHIP_MOTHER : DOV_KINSHIP_FATHER;
}

/* The first of age who goes, a parent before others. */
static DovBelonging *
find_head (DovFamilySplit *self)
{
  DovBelonging *head = NULL;

  for (guint i = 0; i < self->people->len; i++)
    {
      DovBelonging *one = get_person (self, i);
      gboolean is_parent = dov_family_split_get_kinship (self, i) == DOV_KINSHIP_MOTHER ||
                           dov_family_split_get_kinship (self, i) == DOV_KINSHIP_FATHER;

      if (!one->is_child && goes (self, i) && (head == NULL || is_parent))
        {
          head = one;
          if (is_parent)
            break;
        }
    }

  return head;
}

/* «Ёлкин», «Ёлкина» → «Ёлкины»: as families are called here; another name stays as it is. */
static char *
dup_family_name (const char *last_name)
{
  static const struct { const char *ending, *many; } endings[] = {
    { "ский", "ские" }, { "ская", "ские" }, { "цкий", "цкие" }, { "цкая", "цкие" },
    { "ов", "овы" }, { "ова", "овы" }, { "ев", "евы" }, { "ева", "евы" }, { "ёв", "ёвы" }, { "ёва", "ёвы" },
    { "ин", "ины" }, { "ина", "ины" }, { "ын", "ыны" }, { "ына", "ыны" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (last_name, endings[i].ending))
      return g_strdup_printf ("%.*s%s", (int) (strlen (last_name) - strlen (endings[i].ending)), last_name, endings[i].many);

  return g_strdup (last_name);
}

/**
 * dov_family_split_dup_name:
 *
 * Returns: (transfer full): what the new family may be called, after who leads it; empty while nobody goes
 */
char *
dov_family_split_dup_name (DovFamilySplit *self)
{
  DovBelonging *head = find_head (self);

  return dup_family_name (head != NULL ? head->person->last_name : "");
}

/* By who is in it; 0: it cannot be told. */
static DovFamilyStructure
find_structure (gboolean has_mother,
                gboolean has_father,
                gboolean has_guardian)
{
  if (has_guardian)
    return DOV_FAMILY_STRUCTURE_GUARDIAN;
  if (has_mother && has_father)
    return DOV_FAMILY_STRUCTURE_FULL;

  return has_mother ? DOV_FAMILY_STRUCTURE_SINGLE_MOTHER : has_father ? DOV_FAMILY_STRUCTURE_SINGLE_FATHER : 0;
}

static DovFamilyStructure
find_structure_of (DovFamilySplit *self,
                   gboolean        is_new)
{
  gboolean has[3] = { FALSE, FALSE, FALSE };
  gboolean has_child = FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      DovKinship kinship = is_new ? dov_family_split_get_kinship (self, i) : get_person (self, i)->member->kinship;

      has_child = has_child || (get_person (self, i)->is_child &&
                                (is_new ? comes (self, i) : self->ways[i] != DOV_SPLIT_LEAVES));
      if (goes (self, i) != is_new || (!is_new && !get_person (self, i)->member->lives_together))
        continue;
      has[0] = has[0] || kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_STEPMOTHER;
      has[1] = has[1] || kinship == DOV_KINSHIP_FATHER || kinship == DOV_KINSHIP_STEPFATHER;
      has[2] = has[2] || kinship == DOV_KINSHIP_GUARDIAN;
    }

  return has_child ? find_structure (has[0], has[1], has[2]) : 0;
}

/**
 * dov_family_split_get_structure:
 *
 * Returns: the type of the new family, after who is in it
 */
DovFamilyStructure
dov_family_split_get_structure (DovFamilySplit *self)
{
  DovFamilyStructure structure = find_structure_of (self, TRUE);

  return structure != 0 ? structure : DOV_FAMILY_STRUCTURE_OTHER;
}

/* A family of two parents is one no more when one of them goes. */
static DovFamilyStructure
find_structure_left (DovFamilySplit *self)
{
  DovFamilyStructure left = find_structure_of (self, FALSE);

  return self->source->structure == DOV_FAMILY_STRUCTURE_FULL && left != 0 ? left : self->source->structure;
}

/* ---- whether it may be ---- */

static gboolean
check_people (DovFamilySplit  *self,
              GError         **error)
{
  guint n_going = count (self, TRUE, FALSE) + count (self, TRUE, TRUE);

  if (n_going == 0)
    return dov_refuse (error, _("Choose who leaves the family."));
  if (n_going == self->people->len)
    return dov_refuse (error, _("Everybody leaves: that is a move, and no new family. Change the address, or give the family "
                                "to another lounge."));
  if (count (self, TRUE, FALSE) == 0)
    return dov_refuse (error, _("Only children leave. Choose who of age goes with them; where a child is placed without the "
                                "family, write that down on the child."));
  if (count (self, FALSE, FALSE) == 0 && count (self, FALSE, TRUE) > 0)
    return dov_refuse (error, _("Only children would stay. Choose who of age stays with them, or let them go along."));
  for (guint i = 0; i < self->people->len; i++)
    if (self->ways[i] > DOV_SPLIT_LEAVES && !get_person (self, i)->is_child)
      return dov_refuse (error, _("Only a child can belong to both families: %s is of age."), get_person (self, i)->name);

  return TRUE;
}

/**
 * dov_family_split_check:
 *
 * Returns: whether the family can be divided like that
 */
gboolean
dov_family_split_check (DovFamilySplit  *self,
                        GError         **error)
{
  return check_people (self, error) && dov_membership_check_day (self->day, error);
}

/* ---- what will be ---- */

static void
free_change (gpointer data)
{
  DovHouseholdChange *change = data;

  g_free (change->who);
  g_free (change->what);
  g_free (change);
}

GPtrArray *
dov_household_changes_new (void)
{
  return g_ptr_array_new_with_free_func (free_change);
}

/**
 * dov_household_changes_add:
 * @changes: (element-type DovHouseholdChange): takes a line of what will be
 */
void
dov_household_changes_add (GPtrArray  *changes,
                           const char *who,
                           const char *what)
{
  DovHouseholdChange *change = g_new0 (DovHouseholdChange, 1);

  change->who = g_strdup (who);
  change->what = g_strdup (what);
  g_ptr_array_add (changes, change);
}

static char *
dup_kinship (DovFamilySplit *self,
             guint           n)
{
  g_autoptr (DovFamilyMember) there = DOV_FAMILY_MEMBER (dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0));

  dov_set (there, kinship, dov_family_split_get_kinship (self, n));

  return dov_family_member_dup_kinship (there, get_person (self, n)->person);
}

static char *
dup_what (DovFamilySplit *self,
          guint           n)
{
  g_autofree char *kinship = dup_kinship (self, n);

  switch (self->ways[n])
    {
    case DOV_SPLIT_LEAVES:
      /* Translators: what somebody is in the new family: “mother” */
      return g_strdup_printf (_("leaves; in the new family: %s"), kinship);
    case DOV_SPLIT_LEAVES_KEPT:
      return g_strdup_printf (_("goes to live in the new family: %s; here lives apart"), kinship);
    case DOV_SPLIT_STAYS_SHARED:
      return g_strdup_printf (_("lives here; in the new family: %s, lives apart"), kinship);
    case DOV_SPLIT_STAYS:
    default:
      return g_strdup (_("stays"));
    }
}

/* Whether the category is of a child who goes to live in the new family. */
static gboolean
goes_with_child (DovFamilySplit       *self,
                 DovBelongingCategory *category)
{
  for (guint i = 0; i < self->people->len; i++)
    if (category->person != 0 && get_person (self, i)->member->person_id == category->person && goes (self, i))
      return TRUE;

  return FALSE;
}

static gboolean
is_chosen (DovFamilySplit *self,
           gint64          category)
{
  for (guint i = 0; i < self->categories->len; i++)
    if (g_array_index (self->categories, gint64, i) == category)
      return TRUE;

  return FALSE;
}

static void
add_categories (DovStore       *store,
                DovFamilySplit *self,
                GPtrArray      *changes)
{
  g_autoptr (GPtrArray) categories = dov_membership_list_categories (store, dov_record_get_id (DOV_RECORD (self->source)));
  g_autoptr (GString) going = g_string_new (NULL);
  g_autoptr (GString) both = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    {
      DovBelongingCategory *category = categories->pdata[i];

      if (goes_with_child (self, category))
        dov_join (going, ", ", category->words);
      else if (is_chosen (self, category->id))
        dov_join (both, ", ", category->words);
    }
  if (going->len > 0)
    dov_household_changes_add (changes, _("Categories that go with the child"), going->str);
  if (both->len > 0)
    dov_household_changes_add (changes, _("Categories in both families"), both->str);
}

static void
add_structure (DovFamilySplit *self,
               GPtrArray      *changes)
{
  g_autoptr (DovRecord) left = dov_record_dup (DOV_RECORD (self->source));
  g_autofree char *words = NULL;

  if (find_structure_left (self) == self->source->structure)
    return;
  dov_set (DOV_FAMILY (left), structure, find_structure_left (self));
  words = dov_record_dup_shown (left, dov_record_find_field (left, "structure"));
  dov_household_changes_add (changes, _("Type of this family"), words);
}

/* The steps of a programme name nobody: whoever leads it reads them once more. */
static void
add_programme (DovStore       *store,
               DovFamilySplit *self,
               GPtrArray      *changes)
{
  gint64 n_steps =
    dov_store_ask_number (store, "SELECT count(*) FROM live_plan_action a JOIN live_case_plan p ON p.id = a.plan_id"
                          " WHERE p.family_id = ?1 AND p.status IN ('agreed', 'approved', 'in_progress')"
                          " AND a.status IN ('planned', 'in_progress')", "(x)",
                          dov_record_get_id (DOV_RECORD (self->source)));
  g_autofree char *words = NULL;

  if (n_steps == 0)
    return;
  words = g_strdup_printf (ngettext ("stays here; look whether its %d open step is about who leaves",
                                     "stays here; look which of its %d open steps are about who leaves", (gulong) n_steps),
                           (int) n_steps);
  dov_household_changes_add (changes, _("Programme"), words);
}

/**
 * dov_family_split_list_changes:
 *
 * Returns: (transfer full) (element-type DovHouseholdChange): what becomes of whom and of what
 */
GPtrArray *
dov_family_split_list_changes (DovStore       *store,
                               DovFamilySplit *self)
{
  GPtrArray *changes = dov_household_changes_new ();

  for (guint i = 0; i < self->people->len; i++)
    if (comes (self, i))
      {
        g_autofree char *what = dup_what (self, i);

        dov_household_changes_add (changes, get_person (self, i)->name, what);
      }
  if (changes->len == 0)
    return changes;
  add_structure (self, changes);
  add_categories (store, self, changes);
  add_programme (store, self, changes);
  dov_household_changes_add (changes, _("The case, visits, help and papers"),
                             _("stay with this family; the new one is only found"));

  return changes;
}

/* ---- doing it ---- */

/* Whoever is parent of the children there speaks for them, unless a court says otherwise. */
static void
set_kinship (DovFamilySplit  *self,
             guint            n,
             DovFamilyMember *member)
{
  DovKinship kinship = dov_family_split_get_kinship (self, n);
  gboolean is_parent = kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_FATHER;

  if (kinship != member->kinship && is_parent)
    dov_set (member, is_legal_rep, TRUE);
  dov_set (member, kinship, kinship);
}

static gboolean
save_there (DovStore        *store,
            DovFamilySplit  *self,
            guint            n,
            gint64           family,
            GError         **error)
{
  DovBelonging *one = get_person (self, n);
  g_autoptr (DovFamilyMember) member = dov_membership_new (one->member, family, self->day);

  set_kinship (self, n, member);
  if (self->ways[n] == DOV_SPLIT_STAYS_SHARED)
    {
      dov_set (member, lives_together, FALSE);
      dov_set (member, is_primary, FALSE);
    }
  else
    dov_set (member, lives_together, TRUE);

  return dov_store_save (store, DOV_RECORD (member), error);
}

static gboolean
save_here (DovStore        *store,
           DovFamilySplit  *self,
           guint            n,
           GError         **error)
{
  DovBelonging *one = get_person (self, n);
  g_autoptr (DovFamilyMember) member = NULL;

  if (!dov_membership_end (store, one, self->day, error))
    return FALSE;
  if (self->ways[n] != DOV_SPLIT_LEAVES_KEPT)
    return TRUE;
  member = dov_membership_new (one->member, one->member->family_id, self->day);
  dov_set (member, lives_together, FALSE);
  dov_set (member, is_primary, FALSE);

  return dov_store_save (store, DOV_RECORD (member), error);
}

static gboolean
move_people (DovStore        *store,
             DovFamilySplit  *self,
             gint64           family,
             GError         **error)
{
  for (guint i = 0; i < self->people->len; i++)
    if ((goes (self, i) && !save_here (store, self, i, error)) ||
        (comes (self, i) && !save_there (store, self, i, family, error)))
      return FALSE;

  return TRUE;
}

static gboolean
move_categories (DovStore        *store,
                 DovFamilySplit  *self,
                 gint64           family,
                 GError         **error)
{
  g_autoptr (GPtrArray) categories = dov_membership_list_categories (store, dov_record_get_id (DOV_RECORD (self->source)));

  for (guint i = 0; i < categories->len; i++)
    {
      DovBelongingCategory *category = categories->pdata[i];
      gboolean is_going = goes_with_child (self, category);

      if ((is_going || is_chosen (self, category->id)) &&
          !dov_membership_carry_category (store, category->id, family, is_going, self->day, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
change_structure (DovStore        *store,
                  DovFamilySplit  *self,
                  GError         **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->source));

  if (find_structure_left (self) == self->source->structure)
    return TRUE;
  dov_set (DOV_FAMILY (draft), structure, find_structure_left (self));

  return dov_store_save (store, draft, error);
}

static gboolean
link_families (DovStore        *store,
               DovFamilySplit  *self,
               gint64           family,
               GError         **error)
{
  g_autoptr (DovRecord) link = dov_record_new (DOV_TYPE_FAMILY_LINK, 0);

  dov_set (DOV_FAMILY_LINK (link), family_id, family);
  dov_set (DOV_FAMILY_LINK (link), other_id, dov_record_get_id (DOV_RECORD (self->source)));
  dov_set (DOV_FAMILY_LINK (link), kind, DOV_FAMILY_LINK_KIND_SPLIT);
  dov_set (DOV_FAMILY_LINK (link), since, self->day);
  dov_set (DOV_FAMILY_LINK (link), note, self->reason);

  return dov_store_save (store, link, error);
}

/**
 * dov_family_split_do:
 * @family: the draft of the new family
 *
 * Makes the new family and lets people go there on the day, in one operation. Each is linked with the other.
 */
gboolean
dov_family_split_do (DovStore        *store,
                     DovFamilySplit  *self,
                     DovFamily       *family,
                     GError         **error)
{
  g_autofree char *words = g_strdup_printf (C_("toast", "Out of the family %1$s: %2$s"), self->source->family_name,
                                            family->family_name);
  gint64 id;

  if (!dov_family_split_check (self, error) || !dov_store_begin (store, words, error))
    return FALSE;
  if (!dov_store_save (store, DOV_RECORD (family), error))
    return dov_store_end (store, FALSE, error);
  id = dov_record_get_id (DOV_RECORD (family));

  return dov_store_end (store, change_structure (store, self, error) && move_people (store, self, id, error) &&
                               move_categories (store, self, id, error) && link_families (store, self, id, error), error);
}
