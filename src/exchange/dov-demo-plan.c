/* dov-demo-plan.c - what of the demo data is left out, and what is only planned on the day it is loaded */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-demo-private.h"

/* People put their names down not long before. */
#define DAYS_REGISTERED 14

static gboolean
points_to_any (GHashTable     *refs,
               DovRecordClass *klass,
               JsonObject     *line,
               gpointer       *value)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *text = dov_demo_get_text (line, klass->fields[i].name);

      if (klass->fields[i].kind == DOV_KIND_LINK && *text == '@' &&
          g_hash_table_lookup_extended (refs, text + 1, NULL, value))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_held_by_now (DovDemo     *self,
                const GDate *day)
{
  return g_date_compare (day, &self->last) <= 0 || g_date_days_between (day, &self->today) > 1;
}

static gboolean
plan_event (DovDemo    *self,
            JsonObject *line)
{
  const char *ref = dov_demo_get_text (line, "ref");
  const char *starts = dov_demo_get_text (line, "starts_at");
  g_autofree char *text = g_strndup (starts, 10);
  GDate day;
  gboolean is_soon, is_this_month;

  if (!dov_demo_read_day (text, &day))
    return TRUE;
  if (g_date_compare (&day, &self->first) < 0)
    return FALSE;
  if (is_held_by_now (self, &day))
    return TRUE;
  if (g_str_equal (dov_demo_get_text (line, "status"), "moved"))
    return FALSE;

  is_this_month = g_date_get_month (&day) == g_date_get_month (&self->today);
  json_object_set_string_member (line, "status", is_this_month ? "approved" : "planned");
  json_object_remove_member (line, "status_reason");
  json_object_remove_member (line, "note");
  is_soon = json_object_get_boolean_member_with_default (line, "registration", FALSE) &&
            g_date_days_between (&self->today, &day) <= DAYS_REGISTERED;
  if (*ref != '\0')
    g_hash_table_insert (self->plans, g_strdup (ref), GINT_TO_POINTER (is_soon));

  return TRUE;
}

/* The same of a session of a group; what is still to come has no marks. */
static gboolean
plan_session (DovDemo    *self,
              JsonObject *line)
{
  const char *ref = dov_demo_get_text (line, "ref");
  g_autofree char *text = g_strndup (dov_demo_get_text (line, "starts_at"), 10);
  GDate day;

  if (!dov_demo_read_day (text, &day))
    return TRUE;
  if (g_date_compare (&day, &self->first) < 0)
    return FALSE;
  if (is_held_by_now (self, &day))
    return TRUE;

  json_object_remove_member (line, "topic");
  if (*ref != '\0')
    g_hash_table_insert (self->plans, g_strdup (ref), GINT_TO_POINTER (FALSE));

  return TRUE;
}

/* The same of a shift of a patrol: what is still to come is on the roster only. */
static gboolean
plan_shift (DovDemo    *self,
            JsonObject *line)
{
  static const char *const done[] = { "status_reason", "briefed", "actual_start", "actual_end", "talks", "leaflets",
                                      "places_checked", "note" };
  const char *ref = dov_demo_get_text (line, "ref");
  g_autofree char *text = g_strndup (dov_demo_get_text (line, "starts_at"), 10);
  GDate day;

  if (!dov_demo_read_day (text, &day))
    return TRUE;
  if (g_date_compare (&day, &self->first) < 0)
    return FALSE;
  if (is_held_by_now (self, &day))
    return TRUE;

  json_object_set_string_member (line, "status", "planned");
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    json_object_remove_member (line, done[i]);
  if (*ref != '\0')
    g_hash_table_insert (self->plans, g_strdup (ref), GINT_TO_POINTER (TRUE));

  return TRUE;
}

/* A child was handed over on a day of the half-year that is past. */
static gboolean
is_past (DovDemo    *self,
         const char *stamp)
{
  g_autofree char *text = g_strndup (stamp, 10);
  GDate day;

  return !dov_demo_read_day (text, &day) || (g_date_compare (&day, &self->first) >= 0 && is_held_by_now (self, &day));
}

static gboolean
plan_walker (JsonObject *line)
{
  json_object_set_string_member (line, "came", "expected");

  return TRUE;
}

static gboolean
is_worked (DovDemo    *self,
           JsonObject *line)
{
  GDate day;

  return !dov_demo_read_day (dov_demo_get_text (line, "date"), &day) ||
         (g_date_compare (&day, &self->first) >= 0 && is_held_by_now (self, &day));
}

/* Who came to an event that is still to be held is who has put the name down. */
static gboolean
plan_attendance (JsonObject *line)
{
  if (g_str_equal (dov_demo_get_text (line, "status"), "walk_in"))
    return FALSE;

  json_object_set_string_member (line, "status", "registered");
  json_object_remove_member (line, "check_in_at");

  return TRUE;
}

/* Nobody has talked yet about a film that is still to be shown. */
static gboolean
plan_film (JsonObject *line)
{
  json_object_remove_member (line, "discussion_held");
  json_object_remove_member (line, "discussion_topics");
  json_object_remove_member (line, "discussion_notes");

  return TRUE;
}

/* The plan of the next month is handed in by the 20th of this one, and then
 * approved; later plans are not drawn up yet, earlier ones are before the half-year. */
static gboolean
plan_work (DovDemo    *self,
           JsonObject *line)
{
  GDate month, now = self->today;

  if (!dov_demo_read_day (dov_demo_get_text (line, "since"), &month))
    return TRUE;
  if (g_date_compare (&month, &self->first) < 0)
    return FALSE;
  g_date_set_day (&month, 1);
  g_date_set_day (&now, 1);
  if (g_date_compare (&month, &now) <= 0)
    return TRUE;
  g_date_add_months (&now, 1);
  if (g_date_compare (&month, &now) != 0)
    return FALSE;

  json_object_set_string_member (line, "status", "draft");
  json_object_remove_member (line, "submitted_on");
  json_object_remove_member (line, "approved_on");
  json_object_remove_member (line, "approved_by");

  return TRUE;
}

static gboolean
plan_work_line (DovDemo    *self,
                JsonObject *line)
{
  GDate day;

  if (dov_demo_read_day (dov_demo_get_text (line, "done_on"), &day) && g_date_compare (&day, &self->today) >= 0)
    json_object_remove_member (line, "done_on");

  return TRUE;
}

/**
 * dov_demo_is_wanted:
 * @line: (inout): a line of the files, its days moved; what is still to come loses what is not known yet
 *
 * Returns: whether the line is loaded
 */
gboolean
dov_demo_is_wanted (DovDemo        *self,
                    DovRecordClass *klass,
                    JsonObject     *line)
{
  gpointer is_soon = NULL;

  if (points_to_any (self->left_out, klass, line, NULL))
    return FALSE;
  if (g_str_equal (klass->table, "event"))
    return plan_event (self, line);
  if (g_str_equal (klass->table, "club_session"))
    return plan_session (self, line);
  if (g_str_equal (klass->table, "patrol_shift"))
    return plan_shift (self, line);
  if ((g_str_equal (klass->table, "volunteer_hours") || g_str_equal (klass->table, "outgoing_notice")) &&
      !is_worked (self, line))
    return FALSE;
  if (g_str_equal (klass->table, "handover") && !is_past (self, dov_demo_get_text (line, "handed_at")))
    return FALSE;
  if (g_str_equal (klass->table, "work_plan"))
    return plan_work (self, line);
  if (g_str_equal (klass->table, "work_plan_line"))
    return plan_work_line (self, line);
  if (!points_to_any (self->plans, klass, line, &is_soon))
    return TRUE;
  if (g_str_equal (klass->table, "event_helper") || g_str_equal (klass->table, "event_partner"))
    return TRUE;
  if (g_str_equal (klass->table, "film_screening"))
    return plan_film (line);

  if (g_str_equal (klass->table, "shift_member"))
    return plan_walker (line);

  return g_str_equal (klass->table, "attendance") && GPOINTER_TO_INT (is_soon) && plan_attendance (line);
}
