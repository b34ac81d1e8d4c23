/* dov-distribution-line.c - one line of what was handed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-distribution-line.h"

#include "dov-distribution.h"
#include "dov-item.h"
#include "dov-person.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovDistributionLine, dov_distribution_line, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovDistributionLine, distribution_id, N_("Handout"), DOV_REQUIRED | DOV_LISTED,
            dov_distribution_get_type),
  DOV_LINK (DovDistributionLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovDistributionLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_LISTED),
  DOV_MONEY (DovDistributionLine, unit_value, N_("Value of one, roubles"), DOV_LISTED),
  DOV_LINK (DovDistributionLine, child_id, N_("Child"), DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_DATE (DovDistributionLine, expires_on, N_("Use by"), DOV_LISTED),
};

static char *
dov_distribution_line_describe (DovRecord *record)
{
  DovDistributionLine *self = DOV_DISTRIBUTION_LINE (record);
  const DovField *qty = dov_record_find_field (record, "qty");

  return self->qty != DOV_UNKNOWN ? dov_record_dup_shown (record, qty) : g_strdup ("");
}

static void
dov_distribution_line_check (DovRecord *record,
                             GPtrArray *problems)
{
  DovDistributionLine *self = DOV_DISTRIBUTION_LINE (record);

  dov_stock_check_qty (problems, record, "qty", self->qty);
}

static void
dov_distribution_line_class_init (DovDistributionLineClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Line of a handout");
  record_class->labels = N_("Lines of handouts");
  record_class->describe = dov_distribution_line_describe;
  record_class->check = dov_distribution_line_check;

  dov_record_class_set_fields (record_class, "distribution_line", fields, G_N_ELEMENTS (fields));
}

static void
dov_distribution_line_init (DovDistributionLine *self)
{
}
