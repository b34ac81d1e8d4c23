/* dov-support.c - periods of support follow from the state of a family and its moves (F2, F4, F5, F7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-support.h"

#include "dov-family-category.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-support-period.h"

#include <glib/gi18n.h>

/* A family says only when its last support began and ended. What was before stands in its periods,
 * so the last ones, which a move may have cut, are kept as the family says, and the others stay. */
typedef struct
{
  DovStore  *store;
  DovFamily *family;
  DovFamily *before;     /* as it was before the operation, or NULL */
  GPtrArray *periods;    /* DovSupportPeriod: drafts, in the order of days */
  GPtrArray *dropped;    /* what is no more; a new one takes its place first */
  guint      first;      /* where the last support begins among them */
  gboolean   is_fresh;   /* it has just begun */
} Support;

static void
clear_support (Support *self)
{
  g_clear_object (&self->family);
  g_clear_object (&self->before);
  g_ptr_array_unref (self->periods);
  g_ptr_array_unref (self->dropped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Support, clear_support)

static gboolean
is_same (const GDate *a,
         const GDate *b)
{
  return a == NULL || b == NULL ? a == b : g_date_compare (a, b) == 0;
}

/* Whether @day is before @end, which may be open. */
static gboolean
is_before (const GDate *day,
           const GDate *end)
{
  return end == NULL || g_date_compare (day, end) < 0;
}

static DovSupportPeriod *
get_period (Support *self,
            guint    i)
{
  return g_ptr_array_index (self->periods, i);
}

static GPtrArray *
read_periods (DovStore *store,
              gint64    family)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT id FROM live_support_period WHERE family_id = ?1"
                   " ORDER BY since, until IS NULL, until, id", "(x)", family);

  while (dov_statement_next (rows))
    {
      gpointer period = dov_store_find_draft (store, DOV_TYPE_SUPPORT_PERIOD, dov_statement_column_integer (rows, 0), NULL);

      if (period != NULL)
        g_ptr_array_add (periods, period);
    }

  return periods;
}

static guint
find_since (Support     *self,
            const GDate *day)
{
  guint i = 0;

  while (i < self->periods->len && g_date_compare (get_period (self, i)->since, day) < 0)
    i++;

  return i;
}

/* The last support is what began on the day that the family said, or says now. Who was taken
 * off and is taken on again begins another one. */
static void
find_first (Support *self)
{
  const GDate *was = self->before != NULL ? self->before->opened_on : NULL;
  const GDate *ended = self->before != NULL ? self->before->closed_on : NULL;
  const GDate *now = self->family->opened_on;

  self->first = self->periods->len;
  if (was != NULL && ended != NULL && now != NULL && !is_same (was, now) && g_date_compare (now, ended) >= 0)
    return;
  if (was != NULL)
    self->first = find_since (self, was);
  if (now != NULL)
    self->first = MIN (self->first, find_since (self, now));
}

static DovSupportEnd
get_end (DovFamily *family)
{
  switch (family->case_status)
    {
    case DOV_CASE_STATUS_CLOSED:
      return DOV_SUPPORT_END_CLOSED;
    case DOV_CASE_STATUS_REJECTED:
      return DOV_SUPPORT_END_REJECTED;
    case DOV_CASE_STATUS_REFUSED:
      return DOV_SUPPORT_END_REFUSED;
    case DOV_CASE_STATUS_SUSPENDED:
      return DOV_SUPPORT_END_SUSPENDED;
    case DOV_CASE_STATUS_TRANSFERRED:
      return DOV_SUPPORT_END_TRANSFERRED;
    case DOV_CASE_STATUS_IDENTIFIED:
    case DOV_CASE_STATUS_ASSESSED:
    case DOV_CASE_STATUS_ACTIVE:
    case DOV_CASE_STATUS_MONITORING:
    default:
      return 0;
    }
}

/* A new period after the @i-th, or in front of all. */
static DovSupportPeriod *
add_period (Support     *self,
            guint        i,
            gint64       lounge,
            const GDate *since)
{
  DovRecord *period = self->dropped->len > 0 ? g_ptr_array_steal_index (self->dropped, 0)
                                             : dov_record_new (DOV_TYPE_SUPPORT_PERIOD, 0);

  dov_record_set_number (period, "family_id", dov_record_get_id (DOV_RECORD (self->family)));
  dov_record_set_number (period, "lounge_id", lounge);
  dov_record_set_date (period, "since", since);
  g_ptr_array_insert (self->periods, (int) i, period);

  return DOV_SUPPORT_PERIOD (period);
}

static void
drop_period (Support *self,
             guint    i)
{
  g_ptr_array_add (self->dropped, g_ptr_array_steal_index (self->periods, i));
}

static void
end_period (DovSupportPeriod *period,
            const GDate      *until,
            DovSupportEnd     kind)
{
  dov_set (period, until, until);
  dov_set (period, end_kind, kind);
}

/* ---- moves ---- */

/* Where the lounge that has the family changes on this day, or the end. */
static guint
find_cut (Support     *self,
          const GDate *day)
{
  for (guint i = self->first + 1; i < self->periods->len; i++)
    if (is_same (get_period (self, i)->since, day) && get_period (self, i - 1)->end_kind == DOV_SUPPORT_END_MOVED)
      return i;

  return self->periods->len;
}

/* A move that is not true any more, or of another day. */
static void
take_back (Support       *self,
           DovFamilyMove *move)
{
  guint i = find_cut (self, move->moved_on);

  if (i == self->periods->len || get_period (self, i)->lounge_id != move->to_lounge_id ||
      get_period (self, i - 1)->lounge_id != move->from_lounge_id)
    return;
  end_period (get_period (self, i - 1), get_period (self, i)->until, get_period (self, i)->end_kind);
  drop_period (self, i);
}

static gboolean
is_cut (Support       *self,
        DovFamilyMove *move)
{
  for (guint i = self->first + 1; i < self->periods->len; i++)
    if (is_same (get_period (self, i)->since, move->moved_on) && get_period (self, i)->lounge_id == move->to_lounge_id &&
        get_period (self, i - 1)->lounge_id == move->from_lounge_id)
      return TRUE;

  return FALSE;
}

static gboolean
cut (Support        *self,
     DovFamilyMove  *move,
     GError        **error)
{
  guint i = self->periods->len;
  DovSupportPeriod *period, *next;

  if (is_cut (self, move))
    return TRUE;
  while (i > self->first && !(g_date_compare (get_period (self, i - 1)->since, move->moved_on) <= 0 &&
                              is_before (move->moved_on, get_period (self, i - 1)->until)))
    i--;
  if (i == self->first)
    return TRUE;   /* it was not on support on that day */

  period = get_period (self, i - 1);
  if (period->lounge_id != move->from_lounge_id)
    return dov_store_refuse (self->store, DOV_RECORD (move), "moved_on", "F7",
                             _("On that day another lounge had the family on support. Check the day of the move, "
                               "and the lounge it goes from."), error);
  next = add_period (self, i, move->to_lounge_id, move->moved_on);
  end_period (next, period->until, period->end_kind);
  end_period (period, move->moved_on, DOV_SUPPORT_END_MOVED);

  return TRUE;
}

static GPtrArray *
list_moves (DovStore *store,
            gint64    family)
{
  DovQuery query = { .where = "family_id = ?1", .params = g_variant_new ("(x)", family), .order = "moved_on" };

  return dov_store_read (store, DOV_TYPE_FAMILY_MOVE, &query);
}

static gboolean
is_touched (GArray    *ids,
            DovRecord *record)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == dov_record_get_id (record))
      return TRUE;

  return FALSE;
}

/* Whether the move lay outside what the family said of its support until now. */
static gboolean
is_news (Support       *self,
         DovFamilyMove *move)
{
  return self->is_fresh || self->before->opened_on == NULL ||
         g_date_compare (move->moved_on, self->before->opened_on) < 0 ||
         !is_before (move->moved_on, self->before->closed_on);
}

static gboolean
follow_moves (Support  *self,
              GError  **error)
{
  g_autoptr (GArray) touched = dov_store_list_touched (self->store, DOV_TYPE_FAMILY_MOVE);
  g_autoptr (GPtrArray) moves = list_moves (self->store, dov_record_get_id (DOV_RECORD (self->family)));
  gboolean has_begun = FALSE;

  /* A file that is loaded brings periods along: they are cut already. */
  if (self->before == NULL && !self->is_fresh)
    return TRUE;
  for (guint i = 0; i < touched->len; i++)
    {
      g_autoptr (DovRecord) was = dov_store_find_before (self->store, DOV_TYPE_FAMILY_MOVE, g_array_index (touched, gint64, i));

      if (was != NULL && DOV_FAMILY_MOVE (was)->family_id == dov_record_get_id (DOV_RECORD (self->family)))
        take_back (self, DOV_FAMILY_MOVE (was));
    }
  for (guint i = 0; i < moves->len; i++)
    {
      DovFamilyMove *move = moves->pdata[i];

      if (!is_news (self, move) && !is_touched (touched, DOV_RECORD (move)))
        continue;
      /* Before its first move the family was where that one began. */
      if (self->is_fresh && !has_begun && g_date_compare (move->moved_on, self->family->opened_on) >= 0)
        {
          has_begun = TRUE;
          dov_set (get_period (self, self->first), lounge_id, move->from_lounge_id);
        }
      if (!cut (self, move, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- what the family says ---- */

static gboolean
has_moved_there (Support *self)
{
  g_autoptr (GArray) touched = dov_store_list_touched (self->store, DOV_TYPE_FAMILY_MOVE);
  g_autoptr (GPtrArray) moves = list_moves (self->store, dov_record_get_id (DOV_RECORD (self->family)));

  for (guint i = 0; i < moves->len; i++)
    if (is_touched (touched, moves->pdata[i]) && DOV_FAMILY_MOVE (moves->pdata[i])->to_lounge_id == self->family->lounge_id)
      return TRUE;

  return FALSE;
}

/* No move says that the family went to its lounge: so that was its lounge all the time. */
static gboolean
is_put_right (Support *self)
{
  return self->is_fresh ? self->family->closed_on == NULL
                        : self->before != NULL && self->before->lounge_id != self->family->lounge_id &&
                          !has_moved_there (self);
}

static gboolean
refuse (Support     *self,
        const char  *field,
        const char  *rule,
        const char  *message,
        GError     **error)
{
  return dov_store_refuse (self->store, DOV_RECORD (self->family), field, rule, message, error);
}

static gboolean
check_days (Support  *self,
            GError  **error)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      DovSupportPeriod *period = get_period (self, i);
      gboolean is_last = i + 1 == self->periods->len;
      gboolean is_of_last = i >= self->first;

      if (!is_last && (is_of_last ? period->end_kind != DOV_SUPPORT_END_MOVED
                       : is_before (get_period (self, i + 1)->since, period->until)))
        return refuse (self, "opened_on", "F5",
                       _("The family was on support before, and taken off. The day on which it is taken on again "
                         "comes after that."), error);
      if (period->until != NULL && g_date_compare (period->since, period->until) > 0)
        return refuse (self, is_last ? "closed_on" : "opened_on", "F5",
                       is_last ? _("The family came to this lounge later than that. Check the day on which it was taken off.")
                               : _("The family moved to another lounge before that day. Check the day of taking on."),
                       error);
    }
  if (self->periods->len > self->first && self->family->closed_on == NULL &&
      get_period (self, self->periods->len - 1)->lounge_id != self->family->lounge_id)
    return refuse (self, "lounge_id", "F7",
                   _("Another lounge has the family on support, after its moves. Give it to this one by a move."), error);

  return TRUE;
}

/* Who is only found, or examined, is not on support yet, whatever day somebody has in mind for it. */
static gboolean
was_taken_on (DovFamily *family)
{
  gboolean is_before = family->case_status == DOV_CASE_STATUS_IDENTIFIED || family->case_status == DOV_CASE_STATUS_ASSESSED;

  return family->opened_on != NULL && (!is_before || family->closed_on != NULL);
}

static gboolean
follow_family (Support  *self,
               GError  **error)
{
  DovFamily *family = self->family;
  DovSupportPeriod *last;
  DovSupportEnd end = get_end (family);

  if (!was_taken_on (family))
    {
      while (self->periods->len > self->first)
        drop_period (self, self->first);
      return TRUE;
    }
  self->is_fresh = self->first == self->periods->len;
  if (self->is_fresh)
    add_period (self, self->first, family->lounge_id, family->opened_on);
  dov_set (get_period (self, self->first), since, family->opened_on);

  last = get_period (self, self->periods->len - 1);
  if (end == 0 && family->closed_on != NULL)
    end = last->end_kind != 0 ? last->end_kind : DOV_SUPPORT_END_CLOSED;
  end_period (last, family->closed_on, family->closed_on != NULL ? end : 0);
  if (!follow_moves (self, error))
    return FALSE;
  if (is_put_right (self))
    dov_set (get_period (self, self->periods->len - 1), lounge_id, family->lounge_id);

  return check_days (self, error);
}

static gboolean
write_periods (Support  *self,
               GError  **error)
{
  for (guint i = 0; i < self->dropped->len; i++)
    if (!dov_store_remove (self->store, self->dropped->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->periods->len; i++)
    if (!dov_store_save (self->store, self->periods->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* ---- categories ---- */

/* Who is suspended comes back, with the same categories. */
static const GDate *
get_last_day (DovFamily *family)
{
  return family->opened_on != NULL && get_end (family) != DOV_SUPPORT_END_SUSPENDED ? family->closed_on : NULL;
}

static gboolean
follow_categories (Support  *self,
                   GError  **error)
{
  const GDate *was = self->before != NULL ? get_last_day (self->before) : NULL;
  const GDate *now = get_last_day (self->family);
  DovQuery query = { .where = "family_id = ?1", .order = "since" };
  g_autoptr (GPtrArray) categories = NULL;

  if (self->before == NULL || is_same (was, now) || dov_store_is_undoing (self->store) ||
      (now == NULL && !is_same (self->before->opened_on, self->family->opened_on)))
    return TRUE;

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (self->family)));
  categories = dov_store_read (self->store, DOV_TYPE_FAMILY_CATEGORY, &query);
  for (guint i = 0; i < categories->len; i++)
    {
      g_autoptr (DovFamilyCategory) draft = DOV_FAMILY_CATEGORY (dov_record_dup (categories->pdata[i]));
      gboolean ended_with_it = was != NULL && is_same (draft->until, was);
      gboolean goes_on = now != NULL && g_date_compare (draft->since, now) <= 0 && is_before (now, draft->until);

      if (!ended_with_it && !goes_on)
        continue;
      dov_set (draft, until, now);
      if (!dov_store_save (self->store, DOV_RECORD (draft), error))
        return FALSE;
    }

  return TRUE;
}

/* ---- after each operation ---- */

static gboolean
renew (DovStore  *store,
       gint64     id,
       GError   **error)
{
  g_auto (Support) self = { .store = store, .periods = read_periods (store, id),
                            .dropped = g_ptr_array_new_with_free_func (g_object_unref) };

  self.family = (DovFamily *) dov_store_find (store, DOV_TYPE_FAMILY, id, error);
  if (self.family == NULL)
    return FALSE;
  self.before = (DovFamily *) dov_store_find_before (store, DOV_TYPE_FAMILY, id);
  if (dov_record_is_removed (DOV_RECORD (self.family)))
    {
      while (self.periods->len > 0)
        drop_period (&self, 0);
      return write_periods (&self, error);
    }
  find_first (&self);

  return follow_family (&self, error) && write_periods (&self, error) && follow_categories (&self, error);
}

static void
add_family (GHashTable *families,
            gint64      id)
{
  if (id != 0)
    g_hash_table_add (families, g_memdup2 (&id, sizeof id));
}

static void
add_of_move (GHashTable *families,
             DovRecord  *move)
{
  if (move != NULL)
    add_family (families, DOV_FAMILY_MOVE (move)->family_id);
}

/* In the order in which they were touched, so that a file is loaded the same way each time. */
static gboolean
renew_all (DovStore  *store,
           GError   **error)
{
  g_autoptr (GArray) families = dov_store_list_touched (store, DOV_TYPE_FAMILY);
  g_autoptr (GArray) moves = dov_store_list_touched (store, DOV_TYPE_FAMILY_MOVE);
  g_autoptr (GHashTable) of_moves = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < moves->len; i++)
    {
      g_autoptr (DovRecord) was = dov_store_find_before (store, DOV_TYPE_FAMILY_MOVE, g_array_index (moves, gint64, i));
      g_autoptr (DovRecord) now = dov_store_find (store, DOV_TYPE_FAMILY_MOVE, g_array_index (moves, gint64, i), NULL);

      add_of_move (of_moves, was);
      add_of_move (of_moves, now);
    }
  for (guint i = 0; i < families->len; i++)
    {
      g_hash_table_remove (of_moves, &g_array_index (families, gint64, i));
      if (!renew (store, g_array_index (families, gint64, i), error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, of_moves);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!renew (store, *(gint64 *) id, error))
      return FALSE;

  return TRUE;
}

/* ---- rules ---- */

/* Nobody types a period: it stands only as the family says. */
static void
check_period (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovSupportPeriod *period = DOV_SUPPORT_PERIOD (after != NULL ? after : before);
  g_autoptr (DovFamily) family = dov_store_look_up (store, DOV_TYPE_FAMILY, period->family_id);
  g_autoptr (GPtrArray) periods = read_periods (store, period->family_id);
  DovSupportPeriod *last = periods->len > 0 ? g_ptr_array_index (periods, periods->len - 1) : NULL;
  gboolean is_told = family != NULL && (dov_record_is_removed (DOV_RECORD (family)) || !was_taken_on (family) ||
                                        (last != NULL && is_same (last->until, family->closed_on)));

  for (guint i = 0; i + 1 < periods->len; i++)
    {
      DovSupportPeriod *one = periods->pdata[i], *next = periods->pdata[i + 1];

      is_told = is_told && one->until != NULL &&
                (one->end_kind != DOV_SUPPORT_END_MOVED || is_same (one->until, next->since));
    }
  if (last != NULL && (last->end_kind == DOV_SUPPORT_END_MOVED ||
                       (last->until == NULL && family != NULL &&
                        (family->lounge_id != last->lounge_id || !was_taken_on (family)))))
    is_told = FALSE;
  if (family != NULL && was_taken_on (family) && !dov_record_is_removed (DOV_RECORD (family)))
    {
      gboolean begins = FALSE;

      for (guint i = 0; i < periods->len; i++)
        begins = begins || is_same (((DovSupportPeriod *) periods->pdata[i])->since, family->opened_on);
      is_told = is_told && begins;
    }

  if (!is_told)
    dov_problems_add (problems, DOV_RECORD (period), "since", NULL,
                      _("Periods of support follow from the state of the family and its moves. Change those instead."));
}

/* F5: taken off, and on support again. */
static void
check_reopening (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovFamily *was = DOV_FAMILY (before), *now = DOV_FAMILY (after);
  g_autofree char *day = NULL;

  if (now->closed_on != NULL && now->case_status != was->case_status && was->case_status >= DOV_CASE_STATUS_CLOSED &&
      (now->case_status == DOV_CASE_STATUS_ACTIVE || now->case_status == DOV_CASE_STATUS_MONITORING))
    dov_problems_add (problems, after, "closed_on", "F5",
                      _("The family is taken on again. Type the new day of taking on, and clear the day of taking off; "
                        "the time before stays counted."));
  else if (was->closed_on != NULL && now->closed_on == NULL && now->opened_on != NULL &&
           g_date_compare (now->opened_on, was->closed_on) < 0)
    {
      day = dov_date_to_shown (was->closed_on);
      dov_problems_warn (problems, after, "opened_on", "F5",
                         _("The family was taken off on %s. If it is taken on again, type the new day of taking on. Leave "
                           "the old one only if it was never taken off: past months change."), day);
    }
}

/* F7: a move leaves the months of the other lounge as they are; a lounge put right does not. */
static void
check_lounge (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  Support self = { .store = store, .family = DOV_FAMILY (after) };
  g_autoptr (GPtrArray) periods = read_periods (store, dov_record_get_id (after));

  if (periods->len > 0 && !has_moved_there (&self))
    dov_problems_warn (problems, after, "lounge_id", "F7",
                       _("The family is on support in the other lounge. If it moves, use “Give the family to another lounge”: "
                         "past months stay. Change the lounge here only if it was wrong from the start."));
}

static const DovOnce once[] = {
  { dov_support_period_get_type, "family_id", DOV_ONCE_BY_MEETING_DAYS, "since", "F7",
    N_("The family was on support already, since %s. Periods of support do not overlap."),
    "strftime ('%d.%m.%Y', since)" },
};

static const DovRuleOf rules[] = {
  { dov_support_period_get_type, DOV_RULE_AT_END, NULL, check_period },
  { dov_family_get_type, DOV_RULE_OF_KEPT, "case_status opened_on closed_on", check_reopening },
  { dov_family_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "lounge_id", check_lounge },
};

void
dov_support_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_store_add_consequence (store, renew_all);
}
