/* dov-today-waiting.c - what of «Сегодня» is due, overdue or comes soon, and the shifts of the night */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-today-private.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-patrol-shift.h"
#include "dov-reminders.h"
#include "dov-section-box.h"
#include "dov-task.h"
#include "dov-wrap-box.h"

/* The rest is one button away. */
#define MOST_LINES 7

/* A task is put off for so long. */
#define DAYS_LATER 7

static const DovSign is_late = { "emblem-important-symbolic", "error" };
static const DovSign is_now = { "alarm-symbolic", "warning" };
static const DovSign is_soon = { "alarm-symbolic", NULL };

/* What a row opens. */
typedef struct
{
  GType       type;
  gint64      id;
  const char *section;
} Door;

static void
open_cb (GtkWidget *row,
         Door      *door)
{
  if (door->type != G_TYPE_NONE)
    dov_go_record (row, door->type, door->id);
  else
    gtk_widget_activate_action (row, "win.section", "s", door->section);
}

static void
make_door (GtkWidget  *row,
           GType       type,
           gint64      id,
           const char *section)
{
  Door door = { type, id, section };

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb), g_memdup2 (&door, sizeof door),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
}

static GtkWidget *
lateness_new (const GDate *due_on)
{
  GDate today = dov_today ();
  int days = g_date_days_between (&today, due_on);
  g_autofree char *words = NULL;

  if (days < 0)
    words = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  else if (days == 0)
    words = g_strdup (_("today"));
  else
    words = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);

  return dov_badge_new (words, days < 0 ? &is_late : days == 0 ? &is_now : &is_soon);
}

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf (_("%1$s %2$d %3$s"), dov_weekday_short (g_date_get_weekday (day)),
                          g_date_get_day (day), dov_month_name_of (g_date_get_month (day)));
}

/* ---- what can be done in the line itself ---- */

static void
task_done_cb (GtkWidget *button,
              DovStore  *store)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "dov-task");
  g_autoptr (DovTask) draft = dov_store_find_draft (store, DOV_TYPE_TASK, id, NULL);
  GDate today = dov_today ();
  g_autofree char *words = NULL;

  if (draft == NULL)
    return;
  words = g_strdup_printf (C_("toast", "Done: %s"), draft->title);
  dov_set (draft, done_on, &today);
  dov_deed_save (button, store, words, DOV_RECORD (draft));
}

static void
task_later_cb (GtkWidget *button,
               DovStore  *store)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "dov-task");
  g_autoptr (DovTask) draft = dov_store_find_draft (store, DOV_TYPE_TASK, id, NULL);
  GDate later = dov_today ();
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;

  if (draft == NULL)
    return;
  g_date_add_days (&later, DAYS_LATER);
  if (g_date_compare (&later, draft->due_on) < 0)
    later = *draft->due_on;
  shown = dov_date_to_shown (&later);
  words = g_strdup_printf (C_("toast", "Put off until %s"), shown);
  dov_set (draft, postponed_to, &later);
  dov_deed_save (button, store, words, DOV_RECORD (draft));
}

static void
add_task_button (DovWrapBox *acts,
                 DovStore   *store,
                 gint64      id,
                 const char *label,
                 const char *title,
                 GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: a button and what it is for, for who cannot see the page */
  g_autofree char *words = g_strdup_printf (C_("button", "%s: %s"), label, title);

  dov_name_widget (button, words);
  gtk_widget_add_css_class (button, "tight");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !dov_store_is_read_only (store));
  g_object_set_data_full (G_OBJECT (button), "dov-task", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", clicked, store, 0);
  dov_wrap_box_append (acts, button);
}

static GtkWidget *
reminder_row_new (DovStore          *store,
                  const DovReminder *reminder)
{
  g_autofree char *name = reminder->subject != NULL ? g_strdup (reminder->subject)
                          : reminder->type != G_TYPE_NONE ? dov_store_describe_id (store, reminder->type, reminder->id)
                                                          : NULL;
  g_autofree char *when = dup_day (&reminder->due_on);
  g_autofree char *words = dov_today_dup_capital (reminder->words);
  GtkWidget *row = dov_row_line_new (when, name != NULL ? name : words, name != NULL ? words : "");

  dov_row_line_append (DOV_ROW_LINE (row), lateness_new (&reminder->due_on));
  if (reminder->type == DOV_TYPE_TASK)
    {
      /* In large letters one stands under the other. */
      GtkWidget *acts = dov_wrap_box_new (6);

      gtk_widget_set_valign (acts, GTK_ALIGN_CENTER);
      dov_row_line_append (DOV_ROW_LINE (row), acts);
      add_task_button (DOV_WRAP_BOX (acts), store, reminder->id, C_("button", "Put off"), name, G_CALLBACK (task_later_cb));
      add_task_button (DOV_WRAP_BOX (acts), store, reminder->id, C_("button", "Done"), name, G_CALLBACK (task_done_cb));
    }
  make_door (row, reminder->type, reminder->id, reminder->section);

  return row;
}

static void
show_all_cb (DovSectionBox *section,
             DovStore      *store)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_ref (g_object_get_data (G_OBJECT (section), "dov-reminders"));

  dov_section_box_clear (section);
  for (guint i = 0; i < reminders->len; i++)
    dov_section_box_append (section, reminder_row_new (store, g_ptr_array_index (reminders, i)));
  dov_section_box_set_more (section, "");
}

/**
 * dov_today_waiting_new:
 * @n_late: (out): how many are overdue
 *
 * Returns: (transfer floating) (nullable): what waits, the oldest first; %NULL
 *   when nothing does
 */
GtkWidget *
dov_today_waiting_new (DovStore *store,
                       gint64    lounge,
                       guint    *n_late)
{
  g_autoptr (GPtrArray) reminders = dov_reminders_list (store, lounge);
  GtkWidget *section;
  g_autofree char *count = NULL;
  GDate today = dov_today ();

  *n_late = 0;
  if (reminders->len == 0)
    return NULL;
  for (guint i = 0; i < reminders->len; i++)
    *n_late += g_date_compare (&((DovReminder *) g_ptr_array_index (reminders, i))->due_on, &today) < 0;

  section = dov_section_box_new (_("Waits for you"));
  count = *n_late > 0 ? g_strdup_printf (ngettext ("%u, of them %u late", "%u, of them %u late", *n_late),
                                         reminders->len, *n_late)
                      : g_strdup_printf ("%u", reminders->len);
  dov_section_box_set_count (DOV_SECTION_BOX (section), count);
  for (guint i = 0; i < MIN (reminders->len, MOST_LINES); i++)
    dov_section_box_append (DOV_SECTION_BOX (section), reminder_row_new (store, g_ptr_array_index (reminders, i)));
  if (reminders->len > MOST_LINES)
    {
      g_autofree char *more = g_strdup_printf (_("All %u"), reminders->len);

      dov_section_box_set_more (DOV_SECTION_BOX (section), more);
    }
  g_object_set_data_full (G_OBJECT (section), "dov-reminders", g_ptr_array_ref (reminders),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (section, "more-clicked", G_CALLBACK (show_all_cb), store, 0);

  return section;
}

static GtkWidget *
shift_row_new (DovStore *store,
               gint64    id)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_SHIFT, id, NULL);
  DovPatrolShift *shift = DOV_PATROL_SHIFT (record);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *from = dov_time_to_shown (dov_moment_get_time (shift->starts_at));
  g_autofree char *to = dov_time_to_shown (dov_moment_get_time (shift->ends_at));
  g_autofree char *when = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *patrol = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "patrol_id"));
  g_autofree char *leader = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "leader_id"));
  g_autofree char *route = dov_store_dup_shown (store, record, dov_record_class_find_field (klass, "route_id"));
  g_autofree char *about = g_strdup_printf ("%s%s%s", leader, *route != '\0' ? " · " : "", route);
  GtkWidget *row = dov_row_line_new (when, patrol, about);

  make_door (row, DOV_TYPE_PATROL_SHIFT, id, NULL);

  return row;
}

/**
 * dov_today_shifts_new:
 *
 * Returns: (transfer floating) (nullable): the shifts of this evening and
 *   night; %NULL when there are none
 */
GtkWidget *
dov_today_shifts_new (DovStore *store,
                      gint64    lounge)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  DovQuery query = { .where = "date (starts_at) = ?1 AND status IN ('planned', 'in_progress') AND (?2 = 0 OR patrol_id IN"
                              " (SELECT id FROM patrol WHERE lounge_id IS NULL OR lounge_id = ?2))",
                     .params = g_variant_new ("(sx)", day, lounge), .order = "starts_at" };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_PATROL_SHIFT, &query, NULL);
  GtkWidget *section;

  if (ids == NULL || ids->len == 0)
    return NULL;

  section = dov_section_box_new (_("Shifts this evening"));
  for (guint i = 0; i < ids->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (section), shift_row_new (store, g_array_index (ids, gint64, i)));

  return section;
}
