/* dov-household.c - the families of one person, families that belong together, and moving to another lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-household.h"

#include "dov-case-number.h"
#include "dov-child-place.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-others.h"
#include "dov-person.h"

#include <glib/gi18n.h>

/* ---- rules ---- */

/* A person may live in several families; one of them at a time is the primary one. */
static void
check_primary (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovFamilyMember *member = DOV_FAMILY_MEMBER (after);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *words = NULL;

  if (!member->is_primary)
    return;
  rows =
    dov_store_ask (store, "SELECT family_id FROM live_family_member WHERE person_id = ?1 AND id <> ?2 AND is_primary"
                   " AND (?4 = '' OR since IS NULL OR since < ?4)"
                   " AND (?3 = '' OR until IS NULL OR until > ?3)",
                   "(xxDD)", member->person_id, dov_record_get_id (after), member->since, member->until);
  if (!dov_statement_next (rows))
    return;
  words = dov_others_name (dov_store_describe_id (store, DOV_TYPE_FAMILY, dov_statement_column_integer (rows, 0)));
  dov_problems_add (problems, after, "is_primary", NULL,
                    _("The primary family of this person is %s. Take the mark away there first, or give it a last day."),
                    words);
}

static void
check_link (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovFamilyLink *link = DOV_FAMILY_LINK (after);

  if (link->family_id != 0 && link->family_id == link->other_id)
    dov_problems_add (problems, after, "other_id", NULL, _("A family is not linked with itself. Choose another one."));
}

static void
check_move (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovFamilyMove *move = DOV_FAMILY_MOVE (after);

  if (move->to_lounge_id != 0 && move->to_lounge_id == move->from_lounge_id)
    dov_problems_add (problems, after, "to_lounge_id", NULL,
                      _("The family is in this lounge already. Choose the one it goes to."));
}

static const DovOnce once[] = {
  { dov_family_link_get_type, "family_id other_id", DOV_ONCE_WHILE_OPEN | DOV_ONCE_EITHER_WAY,
    "other_id", NULL, N_("These two families are linked already."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_family_member_get_type, 0, "person_id is_primary since until", check_primary },
  { dov_family_link_get_type, 0, "", check_link },
  { dov_family_move_get_type, 0, "", check_move },
};

void
dov_household_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}

/* ---- what belongs together ---- */

static void
kin_free (DovKin *kin)
{
  g_free (kin->words);
  g_free (kin);
}

static void
add_kin (GPtrArray *kin,
         gint64     family,
         char      *words,
         gint64     link)
{
  DovKin *one = g_new0 (DovKin, 1);

  one->family = family;
  one->words = words;
  one->link = link;
  g_ptr_array_add (kin, one);
}

/* Families with the same people in them today. */
static void
add_shared (DovStore  *store,
            gint64     family,
            GPtrArray *kin)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT o.family_id, group_concat (" DOV_PERSON_GIVEN ("p") ", ', ')"
                   " FROM live_family_member m"
                   " JOIN live_family_member o ON o.person_id = m.person_id AND o.family_id <> m.family_id"
                   " JOIN live_family f ON f.id = o.family_id JOIN person p ON p.id = m.person_id"
                   " WHERE m.family_id = ?1"
                   " AND (m.until IS NULL OR m.until >= ?2) AND (o.until IS NULL OR o.until >= ?2)"
                   " GROUP BY o.family_id ORDER BY f.key",
                   "(xD)", family, &today);

  while (dov_statement_next (rows))
    /* Translators: the first names of those who belong to both families */
    add_kin (kin, dov_statement_column_integer (rows, 0),
             g_strdup_printf (_("both: %s"), dov_statement_column_text (rows, 1)), 0);
}

/* A family that came out of another, or went over into it, tells of it from its own side. */
static char *
dup_link_words (DovStore      *store,
                DovFamilyLink *link,
                gint64         family)
{
  gboolean is_own = link->family_id == family;
  g_autofree char *day = link->since != NULL ? dov_date_to_shown (link->since) : g_strdup ("");
  char *words;

  if (link->kind == DOV_FAMILY_LINK_KIND_SPLIT)
    /* Translators: %s is a day, beside the name of the other family */
    words = is_own ? g_strdup_printf (_("came out of that family %s"), day)
                   : g_strdup_printf (_("came out of this family %s"), day);
  else if (link->kind == DOV_FAMILY_LINK_KIND_MERGED)
    words = is_own ? g_strdup_printf (_("this family went over into that one %s"), day)
                   : g_strdup_printf (_("went over into this family %s"), day);
  else
    words = dov_store_describe (store, DOV_RECORD (link));

  return g_strstrip (words);
}

/* A family that has people of this one too and came out of it is one family. */
static void
add_link (DovStore      *store,
          gint64         family,
          DovFamilyLink *link,
          GPtrArray     *kin)
{
  gint64 other = link->family_id == family ? link->other_id : link->family_id;
  char *words = dup_link_words (store, link, family);

  for (guint i = 0; i < kin->len; i++)
    {
      DovKin *one = kin->pdata[i];

      if (one->family == other && one->link == 0)
        {
          g_autofree char *shared = one->words;
          g_autofree char *own = words;

          one->words = g_strjoin (" · ", own, shared, NULL);
          one->link = dov_record_get_id (DOV_RECORD (link));
          return;
        }
    }
  add_kin (kin, other, words, dov_record_get_id (DOV_RECORD (link)));
}

/**
 * dov_household_list_kin:
 *
 * Returns: (transfer full) (element-type DovKin): the families that belong to
 *   this one: by people who are in both, and by links that somebody wrote down
 */
GPtrArray *
dov_household_list_kin (DovStore *store,
                        gint64    family)
{
  GPtrArray *kin = g_ptr_array_new_with_free_func ((GDestroyNotify) kin_free);
  DovQuery query = { .where = "(family_id = ?1 OR other_id = ?1)", .params = g_variant_new ("(x)", family) };
  g_autoptr (GPtrArray) links = dov_store_read (store, DOV_TYPE_FAMILY_LINK, &query);

  add_shared (store, family, kin);
  for (guint i = 0; i < links->len; i++)
    {
      DovFamilyLink *link = links->pdata[i];

      add_link (store, family, link, kin);
    }

  return kin;
}

/* ---- moving ---- */

/**
 * dov_household_new_move:
 *
 * Returns: (transfer full): the draft of a move of this family, today
 */
DovRecord *
dov_household_new_move (DovStore *store,
                        gint64    family)
{
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_FAMILY, family, NULL);
  DovFamilyMove *move = DOV_FAMILY_MOVE (dov_record_new (DOV_TYPE_FAMILY_MOVE, 0));
  GDate today = dov_today ();

  dov_set (move, family_id, family);
  dov_set (move, moved_on, &today);
  if (found != NULL)
    {
      dov_set (move, from_lounge_id, DOV_FAMILY (found)->lounge_id);
      dov_set (move, from_case_no, DOV_FAMILY (found)->case_no);
    }

  return DOV_RECORD (move);
}

/* What the number of a move goes by while it is typed in. */
typedef struct
{
  DovStore *store;
  char     *proposed;   /* the number that was last offered */
} Offering;

static void
free_offering (gpointer  data,
               GClosure *closure)
{
  Offering *offering = data;

  g_object_unref (offering->store);
  g_free (offering->proposed);
  g_free (offering);
}

static void
lounge_chosen_cb (DovFamilyMove *move,
                  GParamSpec    *property,
                  Offering      *offering)
{
  if (move->to_lounge_id == 0 || move->moved_on == NULL ||
      (*move->to_case_no != '\0' && g_strcmp0 (move->to_case_no, offering->proposed) != 0))
    return;
  g_free (offering->proposed);
  offering->proposed = dov_case_number_propose (offering->store, move->to_lounge_id, move->moved_on);
  dov_set (move, to_case_no, offering->proposed);
}

/**
 * dov_household_follow_move:
 * @move: a draft in a form
 *
 * Offers the next number of the lounge that is chosen, unless somebody typed another.
 */
void
dov_household_follow_move (DovStore  *store,
                           DovRecord *move)
{
  Offering offering = { g_object_ref (store), NULL };

  g_signal_connect_data (move, "notify::to-lounge-id", G_CALLBACK (lounge_chosen_cb),
                         g_memdup2 (&offering, sizeof offering), free_offering, 0);
}

static gboolean
move_family (DovStore       *store,
             DovFamilyMove  *move,
             GError        **error)
{
  g_autoptr (DovFamily) draft = dov_store_find_draft (store, DOV_TYPE_FAMILY, move->family_id, error);

  if (draft == NULL)
    return FALSE;
  if (*move->to_case_no == '\0')
    {
      g_autofree char *number = dov_case_number_propose (store, move->to_lounge_id, move->moved_on);

      dov_set (move, to_case_no, number);
    }
  dov_set (draft, lounge_id, move->to_lounge_id);
  dov_set (draft, case_no, move->to_case_no);
  if (*move->address != '\0')
    dov_set (draft, address, move->address);

  return dov_store_save (store, DOV_RECORD (move), error) && dov_store_save (store, DOV_RECORD (draft), error);
}

/**
 * dov_household_move:
 * @move: a draft from dov_household_new_move(), filled in
 *
 * Gives a family to another lounge: it takes the next case number there, all
 * that is known of it goes with it, and one undo brings it back. The district
 * counts it once.
 */
gboolean
dov_household_move (DovStore   *store,
                    DovRecord  *move,
                    GError    **error)
{
  DovFamilyMove *draft = DOV_FAMILY_MOVE (move);
  g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_FAMILY, draft->family_id);
  g_autofree char *words = g_strdup_printf (C_("toast", "To another lounge: %s"), name);
  g_autoptr (GPtrArray) problems = dov_store_list_problems (store, move);

  /* What is missing in the move itself is said before a number is taken. */
  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        return dov_refuse (error, "%s", problem->message);
    }
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, move_family (store, draft, error), error);
}

/* ---- what it came to ---- */

static void
free_visit (DovHouseholdVisit *visit)
{
  g_free (visit->title);
  g_free (visit->who);
  g_free (visit);
}

/**
 * dov_household_list_visits:
 *
 * Returns: (transfer full) (element-type DovHouseholdVisit): the events that
 *   somebody of the family came to while they belonged to it, the last first
 */
GPtrArray *
dov_household_list_visits (DovStore *store,
                           gint64    family,
                           guint     most)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) free_visit);
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT e.id, e.starts_at, e.title, group_concat (" DOV_PERSON_GIVEN ("p") ", ', ')"
                   " FROM attendance a JOIN event e ON e.id = a.event_id JOIN person p ON p.id = a.person_id"
                   " WHERE a.removed IS NULL AND e.removed IS NULL AND a.status IN ('checked_in', 'walk_in')"
                   " AND EXISTS (SELECT 1 FROM family_member m WHERE m.person_id = a.person_id AND m.family_id = ?1"
                   " AND m.removed IS NULL AND (m.since IS NULL OR m.since <= substr (e.starts_at, 1, 10))"
                   " AND (m.until IS NULL OR m.until >= substr (e.starts_at, 1, 10)))"
                   " GROUP BY e.id ORDER BY e.starts_at DESC, e.id DESC LIMIT ?2", "(xx)", family, (gint64) most);

  while (dov_statement_next (rows))
    {
      g_autoptr (GDateTime) at = NULL;
      DovHouseholdVisit *visit;

      if (!dov_moment_from_iso (dov_statement_column_text (rows, 1), &at) || at == NULL)
        continue;
      visit = g_new0 (DovHouseholdVisit, 1);
      visit->event = dov_statement_column_integer (rows, 0);
      visit->day = dov_moment_get_date (at);
      visit->title = g_strdup (dov_statement_column_text (rows, 2));
      visit->who = g_strdup (dov_statement_column_text (rows, 3));
      g_ptr_array_add (visits, visit);
    }

  return visits;
}

/**
 * dov_household_count_words:
 *
 * A child who is placed lives apart for so long.
 *
 * Returns: (transfer full): how many belong to the family now: «4 человека вместе, 1 отдельно»
 */
char *
dov_household_count_words (DovStore *store,
                           gint64    family)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) row =
    dov_store_ask (store, "SELECT count(iif(is_here, 1, NULL)), count(iif(is_here, NULL, 1)) FROM (SELECT m.lives_together"
                   " AND NOT " DOV_CHILD_IS_AWAY ("m.person_id", "?2") " AS is_here FROM live_family_member m"
                   " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until >= ?2))", "(xD)", family, &today);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_together, n_apart;

  if (!dov_statement_next (row))
    return g_strdup ("");
  n_together = (guint) dov_statement_column_integer (row, 0);
  n_apart = (guint) dov_statement_column_integer (row, 1);
  if (n_together > 0)
    g_string_append_printf (words, ngettext ("%u person together", "%u people together", n_together), n_together);
  if (n_apart > 0)
    {
      g_string_append (words, words->len > 0 ? ", " : "");
      g_string_append_printf (words, ngettext ("%u apart", "%u apart", n_apart), n_apart);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
