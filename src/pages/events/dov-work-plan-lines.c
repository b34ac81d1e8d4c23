/* dov-work-plan-lines.c - what is in a plan of work: events by direction, and work that is no event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plan-page-private.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-event.h"
#include "dov-go.h"
#include "dov-signs.h"
#include "dov-work-plan-line.h"

#define IN_PLAN "'planned', 'approved', 'held'"
#define MOST_EVENTS 120

char *
dov_work_plan_page_dup_shown (DovWorkPlanPage *self,
                              DovRecord       *record,
                              const char      *field)
{
  return dov_store_dup_shown (self->store, record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), field));
}

static void
open_cb (GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  GType type = g_object_get_data (G_OBJECT (row), "line") != NULL ? DOV_TYPE_WORK_PLAN_LINE : DOV_TYPE_EVENT;

  dov_go_record (row, type, *id);
}

static void
give_id (GtkWidget *row,
         gint64     id)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (row), "id", kept, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
}

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf ("%s %d %s", dov_weekday_short (g_date_get_weekday (day)), g_date_get_day (day),
                          dov_month_name_of (g_date_get_month (day)));
}

static GtkWidget *
make_event_row (DovWorkPlanPage *self,
                DovEvent        *event)
{
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *when = dup_day (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *audience = dov_work_plan_page_dup_shown (self, DOV_RECORD (event), "audience");
  g_autofree char *mark = dov_work_plan_page_dup_shown (self, DOV_RECORD (event), "age_mark");
  g_autofree char *status = dov_work_plan_page_dup_shown (self, DOV_RECORD (event), "status");
  g_autofree char *second = *event->place != '\0' ? g_strdup_printf ("%s · %s · %s, %s", time, event->place, audience, mark)
                                                  : g_strdup_printf ("%s · %s, %s", time, audience, mark);
  GtkWidget *row = dov_row_line_new (when, event->title, second);

  give_id (row, dov_record_get_id (DOV_RECORD (event)));
  dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (status, dov_sign_of_state (DOV_RECORD (event), "status")));

  return row;
}

/* A section for each direction, as on the paper. */
guint
dov_work_plan_page_show_events (DovWorkPlanPage *self,
                                guint           *n_late)
{
  g_autoptr (GArray) ids = dov_work_plan_list_events (self->store, self->plan, IN_PLAN);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *child;
  guint n_shown = 0;

  while ((child = gtk_widget_get_first_child (self->events_place)) != NULL)
    gtk_box_remove (GTK_BOX (self->events_place), child);
  *n_late = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      DovRecord *event = dov_store_find (self->store, DOV_TYPE_EVENT, g_array_index (ids, gint64, i), NULL);

      if (event == NULL)
        continue;
      g_ptr_array_add (events, event);
      *n_late += DOV_EVENT (event)->status == DOV_EVENT_STATUS_PLANNED;
    }
  for (int direction = 0; direction <= DOV_DIRECTION_METHODICAL; direction++)
    {
      /* Those without a direction stand last. */
      int wanted = direction == DOV_DIRECTION_METHODICAL ? 0 : direction + 1;
      DovSectionBox *box = NULL;
      guint n = 0;

      for (guint i = 0; i < events->len; i++)
        {
          DovEvent *event = g_ptr_array_index (events, i);
          g_autofree char *shown = NULL;
          g_autofree char *title = NULL;

          if ((int) event->direction != wanted)
            continue;
          n++;
          if (n_shown++ >= MOST_EVENTS)
            continue;
          if (box == NULL)
            {
              shown = dov_work_plan_page_dup_shown (self, DOV_RECORD (event), "direction");
              title = wanted != 0 ? dov_capitalise (shown) : g_strdup (_("Without a direction"));
              box = DOV_SECTION_BOX (dov_section_box_new (title));
              gtk_box_append (GTK_BOX (self->events_place), GTK_WIDGET (box));
            }
          dov_section_box_append (box, make_event_row (self, event));
        }
      if (box != NULL)
        {
          g_autofree char *count = g_strdup_printf ("%u", n);

          dov_section_box_set_count (box, count);
        }
    }
  if (events->len == 0)
    {
      DovSectionBox *box = DOV_SECTION_BOX (dov_section_box_new (_("Events")));

      dov_section_box_set_empty (box, _("No event of this time is in the plan yet"));
      gtk_box_append (GTK_BOX (self->events_place), GTK_WIDGET (box));
    }

  return events->len;
}

void
dov_work_plan_page_show_lines (DovWorkPlanPage *self)
{
  DovQuery query = { .where = "work_plan_id = ?1", .order = "due_on" };
  g_autoptr (GArray) ids = NULL;
  g_autofree char *count = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (self->plan)));
  ids = dov_store_list (self->store, DOV_TYPE_WORK_PLAN_LINE, &query, NULL);
  dov_section_box_clear (self->lines);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_WORK_PLAN_LINE, g_array_index (ids, gint64, i), NULL);
      DovWorkPlanLine *line = DOV_WORK_PLAN_LINE (record);
      g_autofree char *area = dov_work_plan_page_dup_shown (self, record, "area");
      g_autofree char *who = dov_work_plan_page_dup_shown (self, record, "responsible_id");
      g_autofree char *second = g_strdup_printf ("%s · %s", area, who);
      g_autofree char *day = line->due_on != NULL ? dup_day (line->due_on) :
                             g_strdup (*line->due_words != '\0' ? line->due_words : _("in the period"));
      GtkWidget *row = dov_row_line_new (day, line->title, second);

      give_id (row, dov_record_get_id (record));
      g_object_set_data (G_OBJECT (row), "line", GINT_TO_POINTER (TRUE));
      if (line->done_on != NULL)
        dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("done"), &(DovSign) { "emblem-ok-symbolic", "success" }));
      dov_section_box_append (self->lines, row);
    }
  count = g_strdup_printf ("%u", ids != NULL ? ids->len : 0);
  dov_section_box_set_count (self->lines, count);
}
