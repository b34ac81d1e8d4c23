/* dov-signal-clock.c - by when a signal wants its first act, and how long it has waited */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-clock.h"

#include <glib/gi18n.h>

#define DAYS_OF_URGENT   3
#define MONTHS_OF_OTHERS 1

/**
 * dov_signal_clock_dup_due:
 *
 * Returns: (transfer full) (nullable): by when something must have been done: at once, in three days, in a
 *   month; %NULL while it is not known when the signal came or how urgent it is
 */
GDateTime *
dov_signal_clock_dup_due (DovSignal *self)
{
  if (self->received_at == NULL)
    return NULL;

  switch (self->urgency)
    {
    case DOV_SIGNAL_URGENCY_IMMEDIATE:
      return g_date_time_ref (self->received_at);
    case DOV_SIGNAL_URGENCY_WITHIN_3_DAYS:
      return g_date_time_add_days (self->received_at, DAYS_OF_URGENT);
    case DOV_SIGNAL_URGENCY_PLANNED:
      return g_date_time_add_months (self->received_at, MONTHS_OF_OTHERS);
    default:
      return NULL;
    }
}

/**
 * dov_signal_clock_find:
 *
 * Returns: how the signal stands now
 */
DovSignalClock
dov_signal_clock_find (DovSignal *self)
{
  g_autoptr (GDateTime) due = dov_signal_clock_dup_due (self);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GTimeSpan left;

  if (self->decision != 0)
    return DOV_SIGNAL_CLOCK_DECIDED;
  if (self->urgency == DOV_SIGNAL_URGENCY_IMMEDIATE)
    return DOV_SIGNAL_CLOCK_DANGER;
  if (due == NULL)
    return DOV_SIGNAL_CLOCK_RUNS;

  left = g_date_time_difference (due, now);

  return left < 0 ? DOV_SIGNAL_CLOCK_LATE : left <= G_TIME_SPAN_DAY ? DOV_SIGNAL_CLOCK_NEAR : DOV_SIGNAL_CLOCK_RUNS;
}

/**
 * dov_signal_clock_dup_waited:
 *
 * Returns: (transfer full): how long it is, in the largest unit that tells it: “46 min”, “3 h”, “2 days”
 */
char *
dov_signal_clock_dup_waited (GTimeSpan span)
{
  gint64 minutes = MAX (span, 0) / G_TIME_SPAN_MINUTE, hours = minutes / 60, days = hours / 24;

  if (days > 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), (int) days);
  if (hours > 0)
    /* Translators: hours */
    return g_strdup_printf (_("%d h"), (int) hours);

  /* Translators: minutes */
  return g_strdup_printf (_("%d min"), (int) minutes);
}

/* “to 15 April” of what has time; the hour tells nothing then. */
static char *
dup_running (GDateTime *due)
{
  GDate day = dov_moment_get_date (due);

  /* Translators: until a day: %1$d is a day, %2$s a month */
  return g_strdup_printf (_("to %1$d %2$s"), g_date_get_day (&day), dov_month_name_of (g_date_get_month (&day)));
}

static char *
dup_decision (DovSignal *self)
{
  const DovField *field = dov_record_find_field (DOV_RECORD (self), "decision");

  return dov_record_dup_shown (DOV_RECORD (self), field);
}

/**
 * dov_signal_clock_dup_words:
 *
 * Returns: (transfer full): “46 min, at once”, “1 day late”, “to 15 April”; of what is decided: the decision
 */
char *
dov_signal_clock_dup_words (DovSignal *self)
{
  g_autoptr (GDateTime) due = dov_signal_clock_dup_due (self);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *span = NULL;

  if (self->decision != 0)
    return dup_decision (self);
  if (due == NULL)
    return g_strdup ("");

  switch (dov_signal_clock_find (self))
    {
    case DOV_SIGNAL_CLOCK_DANGER:
      span = dov_signal_clock_dup_waited (g_date_time_difference (now, due));
      /* Translators: a signal of danger: how long it has waited: “46 min, at once” */
      return g_strdup_printf (self->forwarded_to_id == 0 ? _("%s, at once") : _("%s, passed on"), span);
    case DOV_SIGNAL_CLOCK_LATE:
      span = dov_signal_clock_dup_waited (g_date_time_difference (now, due));
      /* Translators: a signal whose term is over: “1 day late” */
      return g_strdup_printf (C_("signal", "%s late"), span);
    case DOV_SIGNAL_CLOCK_NEAR:
      span = dov_signal_clock_dup_waited (g_date_time_difference (due, now));
      /* Translators: a signal whose term ends soon: “5 h left” */
      return g_strdup_printf (C_("signal", "%s left"), span);
    case DOV_SIGNAL_CLOCK_DECIDED:
    case DOV_SIGNAL_CLOCK_RUNS:
    default:
      return dup_running (due);
    }
}

/**
 * dov_signal_clock_count_open:
 * @lounge_id: of one lounge, or 0 for all
 *
 * Returns: how many signals wait for a decision
 */
gint64
dov_signal_clock_count_open (DovStore *store,
                             gint64    lounge_id)
{
  return dov_store_count (store, DOV_TYPE_SIGNAL, &(DovQuery) {
    .where = "decision IS NULL AND (?1 = 0 OR lounge_id = ?1)", .params = g_variant_new ("(x)", lounge_id) }, NULL);
}
