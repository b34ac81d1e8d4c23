/* dov-category-doubts.c - where the categories of a family and what else is written of it say two things */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-category-doubts.h"

#include <glib/gi18n.h>

#include "dov-register-holds.h"

/* Each has a row when it is so: since when, on what ground or by the decision of which number, and which child alone. */
#define SO "SELECT NULL, NULL, NULL, NULL"

#define FAMILY(is_so) SO " FROM live_family f WHERE f.id = ?1 AND " is_so

#define MEMBERS \
  " FROM live_family_member m JOIN live_person p ON p.id = m.person_id" \
  " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until > ?2) AND p.died_on IS NULL"

/* Of whom only the year of birth is known, the year is counted from its first day to say something, and from its last to
 * speak against it; an unknown birth does neither. */
#define BORN(day) "coalesce (p.birth_date, p.birth_year || '" day "')"
#define IS_UNDER(age)     " AND coalesce (" BORN ("-01-01") " > date (?2, '-" age " years'), 0)"
#define MAY_BE_UNDER(age) " AND coalesce (" BORN ("-12-31") " > date (?2, '-" age " years'), 1)"
#define NOT_SURELY_UNDER(age) " AND NOT (1" IS_UNDER (age) ")"
#define SURELY_NOT_UNDER(age) " AND NOT (1" MAY_BE_UNDER (age) ")"

#define CHILDREN " AND m.kinship IN ('child', 'stepchild', 'ward')"
#define PARENTS  " AND m.kinship IN ('mother', 'father', 'stepmother', 'stepfather') AND m.lives_together"

/* A grown child who studies is counted with the others until 23. */
#define LARGE(young) SO " WHERE (SELECT count(*)" MEMBERS CHILDREN young ") >= 3"
#define YOUNG(child, old) \
  SO " WHERE EXISTS (SELECT 1" MEMBERS CHILDREN child ") AND EXISTS (SELECT 1" MEMBERS PARENTS ")" \
  " AND NOT EXISTS (SELECT 1" MEMBERS PARENTS old ")"

#define RIGHTS(state) \
  "SELECT NULL, nullif (m.rights_decision, ''), NULL, NULL" MEMBERS " AND m.parental_rights = '" state "'"

#define REGISTER \
  "SELECT r.on_date, NULL, coalesce (r.on_decision_no, ''), r.person_id FROM live_register_entry r" \
  " WHERE r.register_kind = 'sop_kdn' AND " DOV_REGISTER_HOLDS ("r") \
  " AND (r.family_id = ?1 OR r.person_id IN (SELECT m.person_id" MEMBERS "))"

/**
 * Fact:
 * @code: of the category
 * @says: has a row when the fact says that the family is in it
 * @lacks: what says so, where the family has no line of the category
 * @allows: has a row when the fact does not speak against the category; %NULL: as @says
 * @doubt: (nullable): what speaks against it; %NULL: nothing ever does
 */
typedef struct
{
  const char *code;
  const char *says;
  const char *lacks;
  const char *allows;
  const char *doubt;
} Fact;

/* One fact, one place (domain.md 3.2): who decides is a person. Income by its reckoning comes with the reckoning. */
static const Fact facts[] = {
  { "single_parent", FAMILY ("f.structure IN ('single_mother', 'single_father')"), N_("so says the type of the family"),
    NULL, N_("the type of the family says otherwise") },
  { "guardian", FAMILY ("f.structure IN ('guardian', 'foster')"), N_("so says the type of the family"),
    NULL, N_("the type of the family says otherwise") },
  { "large", LARGE (IS_UNDER ("18")), N_("three children or more are not yet 18"),
    LARGE (MAY_BE_UNDER ("23")), N_("fewer than three children are younger than 23") },
  { "young", YOUNG (IS_UNDER ("18"), NOT_SURELY_UNDER ("36")), N_("the parents are not older than 35"),
    YOUNG (MAY_BE_UNDER ("18"), SURELY_NOT_UNDER ("36")), N_("a parent is older than 35, or no child is younger than 18") },
  { "no_income", FAMILY ("f.income_sources = 'none'"), N_("so say the sources of income"),
    FAMILY ("coalesce (f.income_sources, '') IN ('', 'none')"), N_("the sources of income say otherwise") },
  /* What is known of health may be kept from us: that it is not written speaks against nothing. */
  { "disabled_child", "SELECT NULL, NULL, NULL, p.id" MEMBERS CHILDREN IS_UNDER ("18") " AND p.disability = 'child'",
    N_("so says the card of the child"), NULL, NULL },
  { "rights_limited", RIGHTS ("limited"), N_("so says the line of the parent"), NULL,
    N_("no line of a parent says so") },
  { "rights_deprived", RIGHTS ("deprived"), N_("so says the line of the parent"), NULL,
    N_("no line of a parent says so") },
  { "rights_restoring", RIGHTS ("restored"), N_("so says the line of the parent"), NULL, NULL },
  { "sop", REGISTER, N_("so says the register"), NULL, N_("the register has no decision that still holds") },
};

static void
free_doubt (gpointer data)
{
  DovCategoryDoubt *doubt = data;

  g_clear_object (&doubt->draft);
  g_free (doubt->category);
  g_free (doubt->why);
  g_free (doubt);
}

/* The line of the category that holds today. */
static gint64
find_line (DovStore    *store,
           gint64       family,
           const char  *code)
{
  GDate today = dov_today ();

  return dov_store_see_number (store, "SELECT c.id FROM live_family_category c JOIN ref_item i ON i.id = c.category_id"
                               " WHERE c.family_id = ?1 AND i.list_code = 'family_category' AND i.code = ?2"
                               " AND (c.until IS NULL OR c.until > ?3) ORDER BY c.since LIMIT 1", "(xsD)", family, code, &today);
}

/* What it stands on, in words; a decision with its number and day. */
static char *
dup_ground (DovStatement *fact,
            const GDate  *since)
{
  g_autofree char *day = since != NULL ? dov_date_to_shown (since) : NULL;

  if (dov_statement_column_is_null (fact, 2) || day == NULL)
    return g_strdup (dov_statement_column_text (fact, 1));

  /* Translators: a decision by its number and day: “no. 31 of 18.02.2027” */
  return g_strdup_printf (_("no. %1$s of %2$s"), dov_statement_column_text (fact, 2), day);
}

/* The line as the fact has it; without a day of its own it holds from today. */
static DovRecord *
make_draft (gint64         family,
            gint64         category,
            DovStatement  *fact)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_FAMILY_CATEGORY, 0);
  g_autoptr (GDate) since = dov_statement_dup_date (fact, 0);
  g_autofree char *ground = dup_ground (fact, since);
  GDate today = dov_today ();

  dov_set (DOV_FAMILY_CATEGORY (draft), family_id, family);
  dov_set (DOV_FAMILY_CATEGORY (draft), category_id, category);
  dov_set (DOV_FAMILY_CATEGORY (draft), person_id, dov_statement_column_integer (fact, 3));
  dov_set (DOV_FAMILY_CATEGORY (draft), since, since != NULL ? since : &today);
  if (ground != NULL)
    dov_set (DOV_FAMILY_CATEGORY (draft), basis_doc, ground);

  return draft;
}

static gboolean
has_row (DovStore   *store,
         const char *select,
         gint64      family)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_see (store, select, "(xD)", family, &today);

  return dov_statement_next (rows);
}

static DovCategoryDoubt *
find_doubt (DovStore    *store,
            gint64       family,
            const Fact  *fact,
            gint64       category)
{
  gint64 line = find_line (store, family, fact->code);
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = NULL;
  DovCategoryDoubt *doubt;

  if (line != 0 && (fact->doubt == NULL || has_row (store, fact->allows != NULL ? fact->allows : fact->says, family)))
    return NULL;
  rows = dov_store_see (store, fact->says, "(xD)", family, &today);
  if (line == 0 && !dov_statement_next (rows))
    return NULL;

  doubt = g_new0 (DovCategoryDoubt, 1);
  doubt->id = line;
  doubt->code = fact->code;
  doubt->why = g_strdup (line != 0 ? _(fact->doubt) : _(fact->lacks));
  if (line == 0)
    doubt->draft = make_draft (family, category, rows);

  return doubt;
}

/**
 * dov_category_doubts_list:
 *
 * Asks of each category that another record speaks of, whether the family has a line of it today, and whether it should
 * (domain.md 3.2). Categories that are not in the list of reference, or were thrown out of it, are not spoken of.
 *
 * Returns: (transfer full) (element-type DovCategoryDoubt): those that lack, with a draft of their line, and those that
 *   something speaks against
 */
GPtrArray *
dov_category_doubts_list (DovStore *store,
                          gint64    family)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (free_doubt);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (DovStatement) item =
        dov_store_see (store, "SELECT id, label FROM live_ref_item WHERE list_code = 'family_category' AND code = ?1", "(s)",
                       facts[i].code);
      DovCategoryDoubt *doubt =
        dov_statement_next (item) ? find_doubt (store, family, &facts[i], dov_statement_column_integer (item, 0)) : NULL;

      if (doubt == NULL)
        continue;
      doubt->category = g_strdup (dov_statement_column_text (item, 1));
      g_ptr_array_add (doubts, doubt);
    }

  return doubts;
}
