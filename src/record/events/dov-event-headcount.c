/* dov-event-headcount.c - how many people came to an event, by age */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-headcount.h"

#include "dov-event.h"

#include <glib/gi18n.h>

/* More than that is a slip of the hand. */
#define MOST_PEOPLE 20000

static const DovField fields[] = {
  DOV_LINK (DovEventHeadcount, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_event_get_type),
  DOV_NUMBER (DovEventHeadcount, b0_6, N_("0–6 years"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, b7_13, N_("7–13 years"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, b14_17, N_("14–17 years"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, b18_35, N_("18–35 years"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, b36_59, N_("36–59 years"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, b60, N_("60 years and older"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_NUMBER (DovEventHeadcount, of_disabled, N_("Of them with a disability"), DOV_FROM_ZERO),
  DOV_NUMBER (DovEventHeadcount, of_target_group, N_("Of them from the target group"), DOV_FROM_ZERO),
  DOV_NUMBER_TO (DovEventHeadcount, online_views, N_("Online views"), DOV_FROM_ZERO, 10000000),
};

/**
 * dov_event_headcount_get_band:
 *
 * Returns: how many people of that age came, those with names included
 */
gint64
dov_event_headcount_get_band (DovEventHeadcount *self,
                              DovBand            band)
{
  const gint64 bands[DOV_N_BANDS] = { self->b0_6, self->b7_13, self->b14_17, self->b18_35, self->b36_59, self->b60 };

  g_return_val_if_fail (band >= 0 && band < DOV_N_BANDS, 0);

  return bands[band];
}

/**
 * dov_event_headcount_get_total:
 *
 * Returns: everybody who came, the sum of the bands
 */
gint64
dov_event_headcount_get_total (DovEventHeadcount *self)
{
  gint64 total = 0;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    total += dov_event_headcount_get_band (self, band);

  return total;
}

static char *
dov_event_headcount_describe (DovRecord *record)
{
  gint64 total = dov_event_headcount_get_total (DOV_EVENT_HEADCOUNT (record));

  return g_strdup_printf (ngettext ("%d person came", "%d people came", (gulong) total), (int) total);
}

static void
check_part (DovEventHeadcount *self,
            GPtrArray         *problems,
            const char        *field,
            gint64             part)
{
  gint64 total = dov_event_headcount_get_total (self);

  if (part > total)
    dov_problems_add (problems, DOV_RECORD (self), field, "E8",
                      _("Only %d came in all, so %d of them cannot be counted here."), (int) total, (int) part);
}

static void
dov_event_headcount_check (DovRecord *record,
                           GPtrArray *problems)
{
  DovEventHeadcount *self = DOV_EVENT_HEADCOUNT (record);

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (dov_event_headcount_get_band (self, band) > MOST_PEOPLE)
      dov_problems_add (problems, record, dov_band_get_field (band), "E8",
                        _("So many people do not fit in a village. Check the number."));
  check_part (self, problems, "of_disabled", self->of_disabled);
  check_part (self, problems, "of_target_group", self->of_target_group);
}

DOV_DEFINE_RECORD (DovEventHeadcount, dov_event_headcount, fields,
                   .table = "event_headcount",
                   .label = N_("Headcount"),
                   .labels = N_("Headcounts"),
                   .describe = dov_event_headcount_describe,
                   .check = dov_event_headcount_check)
