/* dov-distribution-line.c - one line of what was handed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-distribution-line.h"

#include "dov-distribution.h"
#include "dov-item.h"
#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovDistributionLine, distribution_id, N_("Handout"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_distribution_get_type),
  DOV_LINK (DovDistributionLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovDistributionLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_MONEY (DovDistributionLine, unit_value, N_("Value of one, roubles"), DOV_LISTED),
  DOV_LINK (DovDistributionLine, child_id, N_("Child"), DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_DATE (DovDistributionLine, expires_on, N_("Use by"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovDistributionLine, dov_distribution_line, fields,
                   .table = "distribution_line",
                   .label = N_("Line of a handout"),
                   .labels = N_("Lines of handouts"),
                   .line = "{qty}")
