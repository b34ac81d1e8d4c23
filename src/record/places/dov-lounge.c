/* dov-lounge.c - a lounge: the place in a club where families are met */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-lounge.h"

#include "dov-organisation.h"
#include "dov-settlement.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovLounge, dov_lounge, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_TEXT (DovLounge, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovLounge, settlement_id, N_("Settlement"), DOV_REQUIRED | DOV_LISTED, dov_settlement_get_type),
  DOV_LINK (DovLounge, host_institution_id, N_("Host institution"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
  DOV_TEXT (DovLounge, address, N_("Address"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovLounge, opened_on, N_("Opened on"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovLounge, closed_on, N_("Closed on"), 0),
  DOV_LINK (DovLounge, manager_id, N_("Manager"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_TEXT (DovLounge, opening_hours, N_("Opening hours"), 0),
  DOV_NUMBER (DovLounge, capacity, N_("Capacity, people"), 0),
};

static char *
dov_lounge_describe (DovRecord *record)
{
  DovLounge *self = DOV_LOUNGE (record);

  return g_strdup (self->name);
}

static void
dov_lounge_check (DovRecord *record,
                  GPtrArray *problems)
{
  dov_problems_check_span (problems, record, "opened_on", "closed_on");
}

static void
dov_lounge_class_init (DovLoungeClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Lounge");
  record_class->labels = N_("Lounges");
  record_class->describe = dov_lounge_describe;
  record_class->check = dov_lounge_check;

  dov_record_class_set_fields (record_class, "lounge", fields, G_N_ELEMENTS (fields));
}

static void
dov_lounge_init (DovLounge *self)
{
}
