/* dov-series.c - the events of a series: previewed, made, skipped where something is in the way */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-series.h"

#include "dov-event-times.h"
#include "dov-holiday.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

/* Where a series does not say how long its events are. */
#define USUAL_LENGTH 90
#define MOST_DAYS 400

static void
free_day (DovSeriesDay *day)
{
  g_date_time_unref (day->starts_at);
  g_free (day->reason);
  g_free (day);
}

/* Which one of the same weekdays in its month a day is, and whether it is the last. */
static gboolean
is_week (const GDate    *day,
         DovWeekOfMonth  week)
{
  guint8 n_days = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));

  if (week == DOV_WEEK_OF_MONTH_LAST)
    return g_date_get_day (day) + 7 > n_days;

  return (g_date_get_day (day) - 1) / 7 + 1 == (int) week;
}

static gboolean
is_turn (DovEventSeries *series,
         const GDate    *day)
{
  GDate first;

  if ((int) g_date_get_weekday (day) != (int) series->weekday)
    return FALSE;
  if (series->recurrence == DOV_RECURRENCE_MONTHLY)
    return is_week (day, series->week);
  if (series->recurrence != DOV_RECURRENCE_FORTNIGHTLY || series->since == NULL)
    return TRUE;

  /* Every second week is counted from the first day of the series. */
  first = *series->since;
  while ((int) g_date_get_weekday (&first) != (int) series->weekday)
    g_date_add_days (&first, 1);

  return g_date_days_between (&first, day) % 14 == 0;
}

static DovStatKind
find_stat_kind (DovStore *store,
                gint64    form_id)
{
  g_autoptr (DovRecord) item = dov_store_look_up (store, DOV_TYPE_REF_ITEM, form_id);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (dov_stat_kind_get_type ());
  GEnumValue *kind = item != NULL ? g_enum_get_value_by_nick (kinds, DOV_REF_ITEM (item)->detail) : NULL;

  return kind != NULL && kind->value != 0 ? (DovStatKind) kind->value : DOV_STAT_KIND_NOT_COUNTED;
}

/**
 * dov_series_find_lack:
 *
 * Returns: (transfer full) (nullable): the field that must be filled in before events can be made
 */
char *
dov_series_find_lack (DovEventSeries *series)
{
  static const char * const needed[] = {
    "lounge_id", "recurrence", "weekday", "time", "form_id", "audience", "age_mark", "responsible_id",
  };
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (series);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const DovField *field = dov_record_class_find_field (klass, needed[i]);

      if (dov_record_is_empty (DOV_RECORD (series), field))
        return g_strdup (_(field->label));
    }

  return NULL;
}

/* An event as the series has it, not yet saved. */
static DovEvent *
draft_event (DovStore       *store,
             DovEventSeries *series,
             GDateTime      *starts_at)
{
  DovEvent *event = DOV_EVENT (dov_record_new (DOV_TYPE_EVENT, 0));
  int length = series->ends != DOV_NO_TIME && series->time != DOV_NO_TIME
               ? (series->ends - series->time + 24 * 60) % (24 * 60) : USUAL_LENGTH;
  g_autoptr (GDateTime) ends_at = g_date_time_add_minutes (starts_at, length);

  dov_set (event, title, series->title);
  dov_set (event, starts_at, starts_at);
  dov_set (event, ends_at, ends_at);
  dov_set (event, lounge_id, series->lounge_id);
  dov_set (event, place, series->place);
  dov_set (event, form_id, series->form_id);
  dov_set (event, stat_kind, find_stat_kind (store, series->form_id));
  dov_set (event, direction, series->direction);
  dov_set (event, series_id, dov_record_get_id (DOV_RECORD (series)));
  dov_set (event, audience, series->audience);
  dov_set (event, age_mark, series->age_mark);
  dov_set (event, responsible_id, series->responsible_id);
  dov_set (event, planned_count, series->planned_count);
  dov_set (event, registration, series->registration);
  dov_set (event, seat_limit, series->seat_limit);

  return event;
}

/* The event of the series on this day, also one that was moved away or cancelled: it is not made anew. */
static gint64
find_made (DovStore       *store,
           DovEventSeries *series,
           const GDate    *day)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT id FROM live_event WHERE series_id = ?1 AND date(starts_at) = ?2",
                   "(xD)", dov_record_get_id (DOV_RECORD (series)), day);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : 0;
}

/* What is in the way, in words; NULL when nothing is. */
static char *
dup_obstacle (DovStore       *store,
              DovEventSeries *series,
              const GDate    *day,
              GDateTime      *starts_at)
{
  g_autoptr (DovEvent) event = draft_event (store, series, starts_at);
  DovEventClash *clash;
  DovTime night;
  gint64 age;
  char *words;

  if (dov_day_is_holiday (day))
    return g_strdup (_("public holiday"));
  clash = dov_event_find_clash (store, event);
  if (clash != NULL)
    {
      g_autofree char *time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));

      words = g_strdup_printf (_("the room is taken: “%1$s” at %2$s"), clash->title, time);
      dov_event_clash_free (clash);
      return words;
    }
  if (dov_event_get_night (store, event, &night, &age))
    return g_strdup (_("it ends in the night of children"));

  return NULL;
}

/**
 * dov_series_preview:
 * @since: of the span in which events are wanted
 * @until: inclusive
 *
 * Tells on which days of the span the series has its turn, what is there
 * already, and what is in the way. The series' own first and last day are
 * kept.
 *
 * Returns: (transfer full) (element-type DovSeriesDay): the days
 */
GPtrArray *
dov_series_preview (DovStore       *store,
                    DovEventSeries *series,
                    const GDate    *since,
                    const GDate    *until)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) free_day);

  for (GDate day = *since; g_date_compare (&day, until) <= 0 && days->len < MOST_DAYS; g_date_add_days (&day, 1))
    {
      DovSeriesDay *one;

      if ((series->since != NULL && g_date_compare (&day, series->since) < 0) ||
          (series->until != NULL && g_date_compare (&day, series->until) > 0) || !is_turn (series, &day))
        continue;
      one = g_new0 (DovSeriesDay, 1);
      one->starts_at = dov_moment_new (&day, series->time != DOV_NO_TIME ? series->time : 0);
      one->event_id = find_made (store, series, &day);
      if (one->event_id == 0)
        one->reason = dup_obstacle (store, series, &day, one->starts_at);
      one->is_wanted = one->event_id == 0 && one->reason == NULL;
      g_ptr_array_add (days, one);
    }

  return days;
}

/* Whoever wants an event in spite of what is in the way has seen the reason. */
static gboolean
make_one (DovStore        *store,
          DovEventSeries  *series,
          DovSeriesDay    *day,
          GError         **error)
{
  g_autoptr (DovEvent) event = draft_event (store, series, day->starts_at);

  if (day->reason != NULL)
    {
      dov_store_accept (store, "E3", day->reason);
      dov_store_accept (store, "E5", day->reason);
    }

  return dov_store_save (store, DOV_RECORD (event), error);
}

/**
 * dov_series_make:
 * @days: (element-type DovSeriesDay): of a preview; those wanted are made
 * @n_made: (out) (optional): how many
 *
 * Makes the events in one operation, all or none.
 */
gboolean
dov_series_make (DovStore        *store,
                 DovEventSeries  *series,
                 GPtrArray       *days,
                 guint           *n_made,
                 GError         **error)
{
  g_autofree char *words = NULL;
  guint n_wanted = 0;

  for (guint i = 0; i < days->len; i++)
    {
      DovSeriesDay *day = g_ptr_array_index (days, i);

      n_wanted += day->is_wanted && day->event_id == 0;
    }
  if (n_made != NULL)
    *n_made = n_wanted;

  words = g_strdup_printf (ngettext ("“%s”: %u event planned", "“%s”: %u events planned", n_wanted), series->title, n_wanted);
  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      DovSeriesDay *day = g_ptr_array_index (days, i);

      if (day->is_wanted && day->event_id == 0 && !make_one (store, series, day, error))
        {
          dov_store_abandon (store);
          return FALSE;
        }
    }

  return dov_store_commit (store, NULL, error);
}
