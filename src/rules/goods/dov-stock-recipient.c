/* dov-stock-recipient.c - who may take goods for a family, and what a child has got already (S3, S4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-rules.h"

#include "dov-commission-member.h"
#include "dov-family-member.h"
#include "dov-fold.h"
#include "dov-item.h"
#include "dov-others.h"
#include "dov-person.h"
#include "dov-rental-loan.h"
#include "dov-stock-private.h"

#include <glib/gi18n.h>

/* Of age on the day ?2; whose age nobody knows is, unless some family has or had them as a child and
 * none as a grown-up. */
#define IS_ADULT \
  "(CASE WHEN p.birth_date IS NOT NULL THEN p.birth_date <= date (?2, '-18 years')" \
  " WHEN p.birth_year IS NOT NULL THEN p.birth_year <= CAST (substr (?2, 1, 4) AS INTEGER) - 18" \
  " ELSE NOT EXISTS (SELECT 1 FROM family_member m WHERE m.person_id = p.id AND m.kinship IN ('child', 'stepchild', 'ward'))" \
  " OR EXISTS (SELECT 1 FROM live_family_member m WHERE m.person_id = p.id AND m.kinship IN ('mother', 'father'," \
  " 'stepmother', 'stepfather', 'guardian', 'grandmother', 'grandfather', 'spouse', 'partner')) END)"

/* S3: a child takes nothing, not even with a paper. */
static gboolean
is_adult (DovStore    *store,
          gint64       person_id,
          const GDate *on)
{
  return dov_store_see_number (store, "SELECT " IS_ADULT " FROM person p WHERE p.id = ?1", "(xD)", person_id, on) != 0;
}

/* Whether the person belongs to the family on that day. */
gboolean
dov_stock_is_member (DovStore    *store,
                     gint64       person_id,
                     gint64       family_id,
                     const GDate *on)
{
  return dov_store_see_number (store, "SELECT 1 FROM live_family_member WHERE person_id = ?1 AND family_id = ?2"
                               " AND ifnull (since, '') <= ?3 AND ifnull (until, '9999') >= ?3",
                               "(xxD)", person_id, family_id, on) != 0;
}

/* What somebody took, borrowed or signed: itself, who, for which family, on what day, by what power of attorney. */
#define HANDOUTS "SELECT r.id, r.person_id, r.family_id, r.date, r.proxy FROM live_distribution r" \
                 " WHERE r.status <> 'cancelled'"
#define LOANS    "SELECT r.id, r.person_id, r.family_id, r.issued_on, '' FROM live_rental_loan r WHERE TRUE"
#define SIGNED(paper, link) "SELECT r.id, r.person_id, 0, w.date, '' FROM live_commission_member r" \
                            " JOIN live_" paper " w ON w.id = r." link \
                            " WHERE w.status <> 'cancelled'"

static const struct
{
  GType      (*type) (void);
  const char  *rule;
  const char  *child;      /* why a child does not */
  const char  *stranger;   /* why nobody from without the family does */
  const char  *sql;
  const char  *whole;      /* the link to the paper that tells the day */
} takings[] = {
  { dov_distribution_get_type, "S3",
    N_("A child does not take goods. Choose a grown-up of the family, or somebody with a power of attorney."),
    N_("This person does not belong to the family. Choose a member, or type the power of attorney."), HANDOUTS, NULL },
  { dov_rental_loan_get_type, "S9", N_("Things are lent to grown-ups. Choose a parent."),
    N_("This person does not belong to the family. Choose a member of it."), LOANS, NULL },
  { dov_commission_member_get_type, "S6", N_("A commission is of grown-ups. Choose somebody who is 18 by that day."), NULL,
    SIGNED ("write_off", "write_off_id"), "write_off_id" },
  { dov_commission_member_get_type, "S6", N_("A commission is of grown-ups. Choose somebody who is 18 by that day."), NULL,
    SIGNED ("inventory_count", "count_id"), "count_id" },
};

/* Why somebody could not have taken it; NULL when they could. */
static const char *
find_fault (DovStore     *store,
            guint         kind,
            DovStatement *row)
{
  gint64 person_id = dov_statement_column_integer (row, 1);
  g_autoptr (GDate) day = dov_statement_dup_date (row, 3);
  gboolean has_proxy = !dov_statement_column_is_null (row, 4) && !dov_fold_is_empty (dov_statement_column_text (row, 4));

  if (!is_adult (store, person_id, day))
    return _(takings[kind].child);
  if (takings[kind].stranger != NULL && !has_proxy &&
      !dov_stock_is_member (store, person_id, dov_statement_column_integer (row, 2), day))
    return _(takings[kind].stranger);

  return NULL;
}

/* Says of the first of a kind that cannot be, why. @which is the link by which they are found. */
static void
check_takings (DovStore   *store,
               guint       kind,
               const char *which,
               gint64      id,
               DovRecord  *record,
               const char *field,
               GPtrArray  *problems)
{
  g_autofree char *sql = g_strdup_printf ("%s AND r.%s = ?1", takings[kind].sql, which);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(x)", id);
  guint told = problems->len;

  while (problems->len == told && dov_statement_next (rows))
    {
      const char *words = find_fault (store, kind, rows);
      gint64 taking = dov_statement_column_integer (rows, 0);
      g_autofree char *what = NULL;

      if (words == NULL)
        continue;
      if (taking == dov_record_get_id (record))
        {
          dov_problems_add (problems, record, field, takings[kind].rule, "%s", words);
          return;
        }
      what = dov_others_name (dov_store_describe_id (store, takings[kind].type (), taking));
      /* Translators: what was taken, lent or signed, and why it could not have been. */
      dov_problems_add (problems, record, field, takings[kind].rule, _("It would no longer be right: %1$s. %2$s"), what, words);
    }
}

/* Who takes goods, borrows or sits in a commission: S3, S9, S6. */
static void
check_taker (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (takings); i++)
    if (takings[i].type () == G_OBJECT_TYPE (after))
      check_takings (store, i, "id", dov_record_get_id (after), after, "person_id", problems);
}

/* The day of the paper is changed. */
static void
check_signed (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  guint kind = DOV_IS_WRITE_OFF (after) ? 2 : 3;

  check_takings (store, kind, takings[kind].whole, dov_record_get_id (after), after, "date", problems);
}

static void
check_all_takings (DovStore   *store,
                   gint64      person_id,
                   DovRecord  *record,
                   const char *field,
                   GPtrArray  *problems)
{
  guint told = problems->len;

  for (guint i = 0; i < G_N_ELEMENTS (takings) && problems->len == told; i++)
    check_takings (store, i, "person_id", person_id, record, field, problems);
}

/* Another date of birth makes a child of somebody, or a grown-up. */
static void
check_born (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  check_all_takings (store, dov_record_get_id (after), after, "birth_date", problems);
}

/* Who has left a family, or never belonged to it, took nothing for it. */
static void
check_membership (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  if (before != NULL && after != NULL &&
      !dov_record_has_changed (before, after, "person_id", "family_id", "kinship", "since", "until", NULL))
    return;
  if (after != NULL)
    check_all_takings (store, DOV_FAMILY_MEMBER (after)->person_id, after,
                       DOV_FAMILY_MEMBER (after)->until != NULL ? "until" : "person_id", problems);
  if (before != NULL &&
      (after == NULL || DOV_FAMILY_MEMBER (before)->person_id != DOV_FAMILY_MEMBER (after)->person_id))
    check_all_takings (store, DOV_FAMILY_MEMBER (before)->person_id, after != NULL ? after : before, NULL, problems);
}

static const DovRuleOf rules[] = {
  { dov_distribution_get_type, DOV_RULE_AT_END, "person_id family_id date proxy status", check_taker },
  { dov_rental_loan_get_type, DOV_RULE_AT_END, "person_id family_id issued_on", check_taker },
  { dov_commission_member_get_type, DOV_RULE_AT_END, "person_id write_off_id count_id", check_taker },
  { dov_write_off_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "date status", check_signed },
  { dov_inventory_count_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "date status", check_signed },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_born },
  { dov_family_member_get_type, DOV_RULE_AT_END, NULL, check_membership },
};

void
dov_recipient_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}

/**
 * dov_stock_find_repeated:
 * @distribution: of a drive; need not be saved yet
 *
 * S4: the same gift of a drive to one child. Bags, gifts and kits are the same
 * kind of gift even when they are not the same item.
 *
 * Returns: (transfer full) (nullable): what the child got in this drive, and
 *   when, for people; %NULL when nothing of the kind
 */
char *
dov_stock_find_repeated (DovStore        *store,
                         DovDistribution *distribution,
                         gint64           item_id,
                         gint64           child_id)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *child = NULL;

  if (child_id == 0 || distribution->drive_id == 0)
    return NULL;
  rows = dov_store_see (store, "SELECT l.item_id, d.date, d.no FROM live_distribution_line l"
                        " JOIN live_distribution d ON d.id = l.distribution_id"
                        " JOIN item i ON i.id = l.item_id JOIN item w ON w.id = ?3"
                        " LEFT JOIN ref_item c ON c.id = w.category_id"
                        " WHERE l.child_id = ?1 AND d.drive_id = ?2 AND d.id <> ?4 AND d.status = 'issued'"
                        " AND (i.id = w.id OR"
                        " (i.category_id = w.category_id AND c.code IN ('bag', 'gift', 'kit')))"
                        " ORDER BY d.date, l.id",
                        "(xxxx)", child_id, distribution->drive_id, item_id,
                        dov_record_get_id (DOV_RECORD (distribution)));
  while (dov_statement_next (rows))
    {
      g_autofree char *item = dov_stock_describe_item (store, dov_statement_column_integer (rows, 0));
      g_autoptr (GDate) day = dov_statement_dup_date (rows, 1);
      g_autofree char *shown = dov_date_to_shown (day);

      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: a thing that was handed out, the day, the number of the handout */
      g_string_append_printf (list, _("“%1$s” %2$s, No. %3$s"), item, shown, dov_statement_column_text (rows, 2));
    }
  if (list->len == 0)
    return NULL;
  child = dov_store_describe_id (store, DOV_TYPE_PERSON, child_id);

  /* Translators: a child; what it got, each with the day. */
  return g_strdup_printf (_("%s has got this in the drive already: %s."), child, list->str);
}
