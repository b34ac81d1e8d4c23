/* dov-crew.c - those who are put down for one shift: who they are, whether they came, who could walk instead */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew.h"

#include <glib/gi18n.h>

#include "dov-name.h"
#include "dov-patrol-member.h"
#include "dov-patrol-words.h"
#include "dov-roster.h"
#include "dov-shift-member.h"

static void
free_choice (gpointer data)
{
  DovCrewChoice *choice = data;

  g_free (choice->name);
  g_free (choice->words);
  g_free (choice);
}

static gboolean
is_on_shift (DovStore       *store,
             DovPatrolShift *shift,
             gint64          member)
{
  DovQuery query = { .where = "shift_id = ?1 AND member_id = ?2",
                     .params = g_variant_new ("(xx)", dov_record_get_id (DOV_RECORD (shift)), member) };

  return dov_store_count (store, DOV_TYPE_SHIFT_MEMBER, &query, NULL) > 0;
}

/* What is said of the first clash that forbids, else of those that only warn; NULL: nothing stands in the way. */
static char *
dup_obstacle (DovStore       *store,
              DovPatrolShift *shift,
              gint64          member,
              gboolean       *is_free)
{
  g_autoptr (GPtrArray) clashes = dov_roster_check_person (store, member, dov_patrol_shift_get_start (shift),
                                                           dov_patrol_shift_get_end (shift),
                                                           dov_record_get_id (DOV_RECORD (shift)));
  const char *warning = NULL;

  *is_free = TRUE;
  for (guint i = 0; i < clashes->len; i++)
    {
      const DovClash *clash = g_ptr_array_index (clashes, i);

      if (!clash->is_warning)
        {
          *is_free = FALSE;
          return g_strdup (clash->words);
        }
      warning = warning != NULL ? warning : clash->words;
    }

  return g_strdup (warning);
}

static void
add_choice (DovStore       *store,
            DovPatrolShift *shift,
            GPtrArray      *choices,
            gint64          member,
            guint           n_shifts,
            gboolean        is_known_free)
{
  gboolean is_free = TRUE;
  g_autofree char *obstacle = is_known_free ? NULL : dup_obstacle (store, shift, member, &is_free);
  g_autofree char *name = dov_patrol_dup_member_full (store, member);
  g_autofree char *count = dov_patrol_dup_shifts (n_shifts);
  /* Translators: somebody can walk; %s is on how many shifts of half a year already */
  g_autofree char *words = obstacle != NULL ? g_strdup (obstacle) : g_strdup_printf (_("free, %s in half a year"), count);

  DovCrewChoice choice = { member, g_steal_pointer (&name), g_steal_pointer (&words), is_free, obstacle != NULL };

  g_ptr_array_add (choices, g_memdup2 (&choice, sizeof choice));
}

static gboolean
has_choice (GPtrArray *choices,
            gint64     member)
{
  for (guint i = 0; i < choices->len; i++)
    if (((DovCrewChoice *) g_ptr_array_index (choices, i))->id == member)
      return TRUE;

  return FALSE;
}

/* The free before the others, each as they stood. */
static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return (*(DovCrewChoice **) b)->is_free - (*(DovCrewChoice **) a)->is_free;
}

/**
 * dov_crew_list_choices:
 * @instead_of: whose place is given away, 0: somebody is added
 *
 * Returns: (transfer full) (element-type DovCrewChoice): everybody of the
 *   patrol who is not on the shift: the free first, those with fewest shifts
 *   before the others, then those against whom something stands
 */
GPtrArray *
dov_crew_list_choices (DovStore       *store,
                       DovPatrolShift *shift,
                       gint64          instead_of)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autoptr (GArray) free = dov_roster_list_free (store, shift->patrol_id, dov_patrol_shift_get_start (shift),
                                                  dov_patrol_shift_get_end (shift),
                                                  dov_record_get_id (DOV_RECORD (shift)));
  g_autoptr (GArray) all = dov_store_list (store, DOV_TYPE_PATROL_MEMBER,
                                           &(DovQuery) { .where = "patrol_id = ?1",
                                                         .params = g_variant_new ("(x)", shift->patrol_id) }, NULL);

  for (guint i = 0; free != NULL && i < free->len; i++)
    {
      const DovFree *one = &g_array_index (free, DovFree, i);

      if (one->member_id != instead_of && !is_on_shift (store, shift, one->member_id))
        add_choice (store, shift, choices, one->member_id, one->n_shifts, TRUE);
    }
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 member = g_array_index (all, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_MEMBER, member, NULL);

      if (record != NULL && dov_patrol_member_is_current (DOV_PATROL_MEMBER (record), &day) && member != instead_of &&
          !has_choice (choices, member) && !is_on_shift (store, shift, member))
        add_choice (store, shift, choices, member, 0, FALSE);
    }
  g_ptr_array_sort (choices, compare_choices);

  return choices;
}

static void
free_line (DovCrewLine *line)
{
  g_clear_object (&line->place);
  g_clear_object (&line->member);
  g_clear_object (&line->person);
  g_free (line->name);
  g_free (line->short_name);
  g_free (line);
}

static DovCrewLine *
read_line (DovStore       *store,
           DovPatrolShift *shift,
           DovShiftMember *place)
{
  g_autoptr (DovPatrolMember) member = dov_store_follow (store, place, "member_id");
  g_autoptr (DovPerson) person = dov_store_follow (store, member, "person_id");
  DovCrewLine *line;

  if (person == NULL)
    return NULL;

  line = g_new0 (DovCrewLine, 1);
  line->place = g_object_ref (place);
  line->member = g_steal_pointer (&member);
  line->name = dov_person_dup_name (person);
  line->short_name = dov_name_short (person->last_name, person->first_name, person->patronymic);
  line->leads = shift->leader_id == place->member_id;
  line->person = g_steal_pointer (&person);

  return line;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const DovCrewLine *one = *(DovCrewLine * const *) a;
  const DovCrewLine *other = *(DovCrewLine * const *) b;

  if (one->leads != other->leads)
    return one->leads ? -1 : 1;

  return dov_record_get_id (DOV_RECORD (one->place)) < dov_record_get_id (DOV_RECORD (other->place)) ? -1 : 1;
}

/**
 * dov_crew_read:
 *
 * Returns: (transfer full) (element-type DovCrewLine): who is put down for the
 *   shift, its leader first
 */
GPtrArray *
dov_crew_read (DovStore       *store,
               DovPatrolShift *shift)
{
  GPtrArray *crew = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  g_autoptr (GPtrArray) places = dov_store_read (store, DOV_TYPE_SHIFT_MEMBER, &(DovQuery) {
    .where = "shift_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (shift))) });

  for (guint i = 0; i < places->len; i++)
    {
      DovCrewLine *line = read_line (store, shift, g_ptr_array_index (places, i));

      if (line != NULL)
        g_ptr_array_add (crew, line);
    }
  g_ptr_array_sort (crew, compare_lines);

  return crew;
}

/**
 * dov_crew_count:
 *
 * Returns: of how many it was said; %DOV_SHIFT_CAME_EXPECTED: nobody has said
 */
guint
dov_crew_count (GPtrArray   *crew,
                DovShiftCame came)
{
  guint n = 0;

  for (guint i = 0; i < crew->len; i++)
    n += ((DovCrewLine *) g_ptr_array_index (crew, i))->place->came == came;

  return n;
}

/**
 * dov_crew_count_minutes:
 * @shift: with its real times; without them nothing is counted
 *
 * Returns: what all who came spent together, each from and until when they
 *   really were there
 */
gint64
dov_crew_count_minutes (GPtrArray      *crew,
                        DovPatrolShift *shift)
{
  gint64 minutes = 0;

  for (guint i = 0; i < crew->len; i++)
    {
      DovCrewLine *line = g_ptr_array_index (crew, i);
      GDateTime *since = line->place->since != NULL ? line->place->since : shift->actual_start;
      GDateTime *until = line->place->until != NULL ? line->place->until : shift->actual_end;

      if (line->place->came == DOV_SHIFT_CAME_CAME && since != NULL && until != NULL)
        minutes += MAX (0, g_date_time_difference (until, since) / G_TIME_SPAN_MINUTE);
    }

  return minutes;
}

/**
 * dov_crew_dup_words:
 *
 * Returns: (transfer full): what fits a day of the month: “Pestov +2”, “1 person”
 */
char *
dov_crew_dup_words (GPtrArray *crew)
{
  DovCrewLine *first = crew->len > 0 ? g_ptr_array_index (crew, 0) : NULL;

  if (crew->len <= 1)
    return crew->len == 0 ? g_strdup (_("nobody yet")) : dov_patrol_dup_people (1);

  return g_strdup_printf ("%s +%u", first->person->last_name, crew->len - 1);
}

static gboolean
save_leader (DovStore       *store,
             DovPatrolShift *shift,
             gint64          member,
             GError        **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (shift));

  dov_set (DOV_PATROL_SHIFT (draft), leader_id, member);

  return dov_store_save (store, draft, error);
}

static DovRecord *
place_new (DovPatrolShift *shift,
           gint64          member)
{
  DovRecord *place = dov_record_new (DOV_TYPE_SHIFT_MEMBER, 0);

  dov_set (DOV_SHIFT_MEMBER (place), shift_id, dov_record_get_id (DOV_RECORD (shift)));
  dov_set (DOV_SHIFT_MEMBER (place), member_id, member);

  return place;
}

/**
 * dov_crew_add:
 * @member: of the patrol
 *
 * Puts somebody down for the shift; the first who may lead leads it.
 */
gboolean
dov_crew_add (DovStore       *store,
              DovPatrolShift *shift,
              gint64          member,
              GError        **error)
{
  g_autoptr (DovRecord) place = place_new (shift, member);
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_MEMBER, member, error);
  g_autofree char *name = dov_patrol_dup_member (store, member);
  /* Translators: what an operation was, in the history */
  g_autofree char *words = g_strdup_printf (C_("toast", "Put down for the shift: %s"), name);
  gboolean is_well;

  if (record == NULL || !dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_save (store, place, error);
  if (is_well && shift->leader_id == 0 && DOV_PATROL_MEMBER (record)->may_lead)
    is_well = save_leader (store, shift, member, error);

  return dov_store_end (store, is_well, error);
}

/**
 * dov_crew_replace:
 * @line: whose place it was
 * @member: who takes it
 *
 * Gives a place of the shift to somebody else. A leader is followed as leader.
 */
gboolean
dov_crew_replace (DovStore       *store,
                  DovPatrolShift *shift,
                  DovCrewLine    *line,
                  gint64          member,
                  GError        **error)
{
  g_autoptr (DovRecord) place = dov_record_dup (DOV_RECORD (line->place));
  g_autofree char *name = dov_patrol_dup_member (store, member);
  /* Translators: what an operation was, in the history; %1$s is in the place of %2$s */
  g_autofree char *words = g_strdup_printf (C_("toast", "On the shift %1$s instead of %2$s"), name, line->short_name);
  /* Translators: a note beside a name on a shift: whose place it is */
  g_autofree char *note = g_strdup_printf (_("instead of %s"), line->short_name);
  gboolean is_well;

  if (!dov_store_begin (store, words, error))
    return FALSE;

  dov_set (DOV_SHIFT_MEMBER (place), member_id, member);
  dov_set (DOV_SHIFT_MEMBER (place), came, DOV_SHIFT_CAME_EXPECTED);
  dov_set (DOV_SHIFT_MEMBER (place), since, NULL);
  dov_set (DOV_SHIFT_MEMBER (place), until, NULL);
  dov_set (DOV_SHIFT_MEMBER (place), note, note);
  is_well = (!line->leads || save_leader (store, shift, member, error)) && dov_store_save (store, place, error);

  return dov_store_end (store, is_well, error);
}

static gboolean
save_came (DovStore    *store,
           DovCrewLine *line,
           DovShiftCame came,
           GError     **error)
{
  g_autoptr (DovRecord) place = dov_record_dup (DOV_RECORD (line->place));

  dov_set (DOV_SHIFT_MEMBER (place), came, came);
  if (came != DOV_SHIFT_CAME_CAME)
    {
      dov_set (DOV_SHIFT_MEMBER (place), since, NULL);
      dov_set (DOV_SHIFT_MEMBER (place), until, NULL);
    }

  return dov_store_save (store, place, error);
}

/**
 * dov_crew_step:
 * @hours: (nullable): HOURS: a copy of the place, with its own hours
 */
gboolean
dov_crew_step (DovStore       *store,
               DovPatrolShift *shift,
               DovCrewLine    *line,
               DovCrewStep     step,
               DovRecord      *hours,
               GError        **error)
{
  gboolean is_well;
  g_autofree char *words = g_strdup_printf (
    step == DOV_CREW_LEAD ? C_("toast", "Leads the shift: %s") :
    step == DOV_CREW_TAKE_OUT ? C_("toast", "Taken off the shift: %s") :
    step == DOV_CREW_HOURS ? C_("toast", "Own hours on the shift: %s") :
    /* Translators: what an operation was, in the history: whether somebody came to the shift */
    C_("toast", "Marked on the shift: %s"), line->short_name);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  if (step == DOV_CREW_LEAD)
    is_well = save_leader (store, shift, line->place->member_id, error);
  else if (step == DOV_CREW_TAKE_OUT)
    is_well = (!line->leads || save_leader (store, shift, 0, error)) &&
              dov_store_remove (store, DOV_RECORD (line->place), error);
  else if (step == DOV_CREW_HOURS)
    is_well = dov_store_save (store, hours, error);
  else
    is_well = save_came (store, line, (DovShiftCame) step, error);

  return dov_store_end (store, is_well, error);
}

/* Whoever is still expected came: that is how most walks are. */
gboolean
dov_crew_set_all_came (DovStore  *store,
                       GPtrArray *crew,
                       GError   **error)
{
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, C_("toast", "All came to the shift"), error))
    return FALSE;

  for (guint i = 0; i < crew->len && is_well; i++)
    {
      DovCrewLine *line = g_ptr_array_index (crew, i);

      if (line->place->came == DOV_SHIFT_CAME_EXPECTED)
        is_well = save_came (store, line, DOV_SHIFT_CAME_CAME, error);
    }

  return dov_store_end (store, is_well, error);
}

/**
 * dov_crew_save_shift:
 * @members: (nullable) (element-type gint64): who is put down for it, of the patrol
 *
 * Saves a shift with those who walk, in the operation that is open.
 */
gboolean
dov_crew_save_shift (DovStore       *store,
                     DovPatrolShift *shift,
                     GArray         *members,
                     GError        **error)
{
  gboolean is_well = dov_store_save (store, DOV_RECORD (shift), error);

  for (guint i = 0; is_well && members != NULL && i < members->len; i++)
    {
      g_autoptr (DovRecord) place = place_new (shift, g_array_index (members, gint64, i));

      is_well = dov_store_save (store, place, error);
    }

  return is_well;
}

gint64
dov_patrol_find_only (DovStore *store)
{
  return dov_store_see_number (store, "SELECT iif (count (*) = 1, id, 0) FROM live_patrol WHERE status = 'active'", NULL);
}
