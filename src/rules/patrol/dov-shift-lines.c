/* dov-shift-lines.c - the shifts of a span with those who walk them and what clashes, for the month and other lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-lines.h"

#include <glib/gi18n.h>

#include "dov-patrol-words.h"

static void
free_line (DovShiftLine *line)
{
  g_clear_object (&line->shift);
  g_clear_pointer (&line->crew, g_ptr_array_unref);
  g_free (line);
}

void
dov_shift_lines_free (DovShiftLines *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_free (self);
}

static DovShiftLine *
find_line (DovShiftLines *self,
           gint64         shift)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      DovShiftLine *line = g_ptr_array_index (self->lines, i);

      if (dov_record_get_id (DOV_RECORD (line->shift)) == shift)
        return line;
    }

  return NULL;
}

static void
add_line (DovShiftLines  *self,
          DovStore       *store,
          DovPatrolShift *shift)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  DovShiftLine *line = g_new0 (DovShiftLine, 1);

  line->shift = g_object_ref (shift);
  line->crew = dov_crew_read (store, shift);
  line->is_overdue = (shift->status == DOV_PATROL_SHIFT_STATUS_PLANNED ||
                      shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS) &&
                     g_date_time_compare (shift->ends_at, now) < 0;
  g_ptr_array_add (self->lines, line);
}

/* Two shifts of one person are one thing to mend, in the later of them. */
static gboolean
is_told_by_the_other (DovShiftLines  *self,
                      const DovClash *clash)
{
  DovShiftLine *other = clash->other_type == DOV_TYPE_PATROL_SHIFT ? find_line (self, clash->other_id) : NULL;
  int order;

  if (other == NULL)
    return FALSE;

  order = g_date_time_compare (other->shift->starts_at, clash->starts_at);

  return order > 0 || (order == 0 && clash->other_id > clash->shift_id);
}

static gboolean
is_same (const DovClash *one,
         const DovClash *other)
{
  return one->kind == other->kind && one->shift_id == other->shift_id && one->member_id == other->member_id
         && one->other_id == other->other_id;
}

static void
take_clashes (DovShiftLines *self,
              GPtrArray     *clashes)
{
  for (guint i = 0; i < clashes->len; i++)
    {
      DovClash *clash = g_ptr_array_index (clashes, i);
      DovShiftLine *line = find_line (self, clash->shift_id);

      if (line == NULL || line->shift->status == DOV_PATROL_SHIFT_STATUS_DONE || line->is_overdue)
        continue;
      if (clash->is_warning)
        line->has_warning = TRUE;
      else
        line->has_conflict = TRUE;
    }

  for (guint i = clashes->len; i > 0; i--)
    {
      const DovClash *clash = g_ptr_array_index (clashes, i - 1);
      DovShiftLine *line = find_line (self, clash->shift_id);
      gboolean is_double = FALSE;

      for (guint n = 0; n < i - 1 && !is_double; n++)
        is_double = is_same (g_ptr_array_index (clashes, n), clash);
      if (line == NULL || (!line->has_conflict && !line->has_warning) || is_double || is_told_by_the_other (self, clash))
        g_ptr_array_remove_index (clashes, i - 1);
    }
}

/**
 * dov_shift_lines_read:
 * @patrol: 0: all patrols
 *
 * Returns: (transfer full): the shifts that begin in the span
 */
DovShiftLines *
dov_shift_lines_read (DovStore    *store,
                      gint64       patrol,
                      const GDate *since,
                      const GDate *until)
{
  g_autofree char *first = dov_date_to_iso (since);
  g_autofree char *last = dov_date_to_iso (until);
  g_autoptr (GPtrArray) shifts = dov_store_read (store, DOV_TYPE_PATROL_SHIFT, &(DovQuery) {
    .where = "starts_at >= ?1 AND starts_at < ?2 || 'T99' AND (?3 = 0 OR patrol_id = ?3)",
    .params = g_variant_new ("(ssx)", first, last, patrol), .order = "starts_at" });
  DovShiftLines *self = g_new0 (DovShiftLines, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  for (guint i = 0; i < shifts->len; i++)
    add_line (self, store, shifts->pdata[i]);
  self->clashes = dov_roster_list_clashes (store, patrol, since, until);
  take_clashes (self, self->clashes);

  return self;
}

/**
 * dov_shift_lines_dup_summary:
 * @first: of the days that are told of; more may be shown
 *
 * Returns: (transfer full): “15 shifts: 7 walked, 8 to come”
 */
char *
dov_shift_lines_dup_summary (DovShiftLines *lines,
                             const GDate   *first,
                             const GDate   *last)
{
  guint n = 0, n_done = 0, n_ahead = 0;
  g_autofree char *shifts = NULL;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DovShiftLine *line = g_ptr_array_index (lines->lines, i);
      GDate day = dov_moment_get_date (line->shift->starts_at);

      if (g_date_compare (&day, first) < 0 || g_date_compare (&day, last) > 0 || !dov_patrol_shift_is_on (line->shift))
        continue;
      n++;
      n_done += line->shift->status == DOV_PATROL_SHIFT_STATUS_DONE;
      n_ahead += line->shift->status != DOV_PATROL_SHIFT_STATUS_DONE && !line->is_overdue;
    }
  if (n == 0)
    return g_strdup (_("no shifts yet"));

  shifts = dov_patrol_dup_shifts (n);

  /* Translators: %1$s is “15 shifts”, %2$u and %3$u are how many of them */
  return g_strdup_printf (_("%1$s: %2$u walked, %3$u to come"), shifts, n_done, n_ahead);
}
