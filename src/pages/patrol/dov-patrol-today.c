/* dov-patrol-today.c - what «Сегодня» and other pages say of the patrol: tonight, tomorrow, families to call */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-today.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-family.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-section-box.h"
#include "dov-shell.h"
#include "dov-shift-lines.h"

/* A curator is reminded for so many days after the walk. */
#define REMINDER_DAYS 3

static void
open_cb (GtkWidget *row)
{
  DovShell *shell = dov_shell_around (row);
  GType type = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "type"));

  if (shell != NULL)
    dov_shell_open_record (shell, type, *(gint64 *) g_object_get_data (G_OBJECT (row), "id"));
}

static void
make_open (GtkWidget *row,
           GType      type,
           gint64     id)
{
  g_object_set_data (G_OBJECT (row), "type", GSIZE_TO_POINTER (type));
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
}

static gboolean
is_of_lounge (DovStore           *store,
              const DovShiftLine *line,
              gint64              lounge)
{
  g_autoptr (DovRecord) patrol = dov_store_find (store, DOV_TYPE_PATROL, line->shift->patrol_id, NULL);

  return lounge == 0 || (patrol != NULL && (DOV_PATROL (patrol)->lounge_id == lounge || DOV_PATROL (patrol)->lounge_id == 0));
}

static GtkWidget *
shift_row_new (DovStore           *store,
               const DovShiftLine *line,
               gboolean            is_today)
{
  g_autofree char *span = dov_patrol_dup_span (line->shift->starts_at, line->shift->ends_at);
  g_autofree char *crew = dov_crew_dup_words (line->crew);
  g_autofree char *route = dov_store_describe_id (store, DOV_TYPE_PATROL_ROUTE, line->shift->route_id);
  GtkWidget *row = dov_row_line_new (span, crew, route);

  if (line->has_conflict)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (C_("shift", "cannot stay so"),
                                                            &(DovSign) { "dialog-error-symbolic", "error" }));
  else if (line->has_warning)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (C_("shift", "look at it"),
                                                            &(DovSign) { "dialog-warning-symbolic", "warning" }));
  if (!is_today)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("tomorrow"), &(DovSign) { "alarm-symbolic", NULL }));
  make_open (row, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (DOV_RECORD (line->shift)));

  return row;
}

static void
show_patrol_cb (GtkWidget *section)
{
  gtk_widget_activate_action (section, "win.section", "s", "patrol");
}

/**
 * dov_patrol_tonight_new:
 * @lounge: 0: of all lounges
 * @n_shifts: (out): how many shifts are today
 *
 * Returns: (transfer floating) (nullable): a section with the shifts of today
 *   and tomorrow; %NULL when there are none
 */
GtkWidget *
dov_patrol_tonight_new (DovStore *store,
                        gint64    lounge,
                        guint    *n_shifts)
{
  GDate today = dov_today (), tomorrow = today;
  g_autoptr (DovShiftLines) lines = NULL;
  GtkWidget *section = NULL;

  *n_shifts = 0;
  g_date_add_days (&tomorrow, 1);
  lines = dov_shift_lines_read (store, 0, &today, &tomorrow, NULL);
  for (guint i = 0; lines != NULL && i < lines->lines->len; i++)
    {
      const DovShiftLine *line = g_ptr_array_index (lines->lines, i);
      GDate day = dov_moment_get_date (line->shift->starts_at);

      if (!dov_patrol_shift_is_on (line->shift) || !is_of_lounge (store, line, lounge))
        continue;
      if (section == NULL)
        {
          section = dov_section_box_new (_("Tonight on patrol"));
          dov_section_box_set_more (DOV_SECTION_BOX (section), _("Open the patrol"));
          g_signal_connect (section, "more-clicked", G_CALLBACK (show_patrol_cb), NULL);
        }
      *n_shifts += g_date_compare (&day, &today) == 0;
      dov_section_box_append (DOV_SECTION_BOX (section), shift_row_new (store, line, g_date_compare (&day, &today) == 0));
    }
  if (section != NULL)
    {
      g_autofree char *count = dov_patrol_dup_shifts (*n_shifts);

      dov_section_box_set_count (DOV_SECTION_BOX (section), *n_shifts > 0 ? count : "");
    }

  return section;
}

/**
 * dov_patrol_list_reminders:
 *
 * Returns: (transfer full) (element-type gint64): findings from yesterday and
 *   the days before whose child is of a family that has a curator, the newest
 *   first
 */
GArray *
dov_patrol_list_reminders (DovStore *store,
                           gint64    lounge)
{
  GDate first = dov_today ();
  g_autofree char *today = dov_date_to_iso (&first);
  g_autofree char *since = NULL;
  GArray *ids;

  g_date_subtract_days (&first, REMINDER_DAYS);
  since = dov_date_to_iso (&first);
  ids = dov_store_list (store, DOV_TYPE_PATROL_FINDING,
    &(DovQuery) { .where = "found_at >= ?1 AND found_at < ?2 AND family_id IN (SELECT id FROM family WHERE removed IS NULL "
                           "AND curator_id IS NOT NULL AND (?3 = 0 OR lounge_id = ?3))",
                  .params = g_variant_new ("(ssx)", since, today, lounge), .order = "found_at", .descending = TRUE }, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * dov_patrol_reminders_new:
 * @n_reminders: (out): how many there are
 *
 * Returns: (transfer floating) (nullable): a section that opens the families;
 *   it names neither the child nor what was found
 */
GtkWidget *
dov_patrol_reminders_new (DovStore *store,
                          gint64    lounge,
                          guint    *n_reminders)
{
  g_autoptr (GArray) ids = dov_patrol_list_reminders (store, lounge);
  GtkWidget *section;

  *n_reminders = ids->len;
  if (ids->len == 0)
    return NULL;

  section = dov_section_box_new (_("For the curators of families"));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) finding = dov_store_find (store, DOV_TYPE_PATROL_FINDING, g_array_index (ids, gint64, i), NULL);
      gint64 id = finding != NULL ? DOV_PATROL_FINDING (finding)->family_id : 0;
      g_autoptr (DovRecord) family = id != 0 ? dov_store_find (store, DOV_TYPE_FAMILY, id, NULL) : NULL;
      g_autofree char *who = NULL;
      g_autofree char *curator = NULL;
      g_autofree char *when = NULL;
      GtkWidget *row;
      GDate day;

      if (family == NULL)
        continue;
      day = dov_moment_get_date (DOV_PATROL_FINDING (finding)->found_at);
      when = dov_patrol_dup_day (&day);
      who = dov_store_dup_shown (store, family, dov_record_class_find_field (DOV_RECORD_GET_CLASS (family), "curator_id"));
      curator = g_strdup_printf (_("curator %s"), who);
      row = dov_row_line_new (when, DOV_FAMILY (family)->family_name, curator);
      dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("the patrol met a child: call the family"),
                                                              &(DovSign) { "alarm-symbolic", "warning" }));
      make_open (row, DOV_TYPE_FAMILY, id);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}
