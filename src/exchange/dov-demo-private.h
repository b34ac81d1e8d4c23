/* dov-demo-private.h - what the parts of the demo data's reading share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-demo.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  DovLoad    *load;
  int         year;       /* that the files tell */
  int         years;      /* by which other years move */
  int         days;       /* by which the year itself moves, whole weeks */
  GDate       today;
  GDate       first;      /* of the half-year */
  GDate       last;       /* of the last full month */
  GDate       last_plan;
  GHashTable *left_out;   /* the refs of lines that were not loaded */
  GHashTable *plans;      /* the refs of events not held yet → whether names are put down for them */
} DovDemo;

const char *dov_demo_get_text  (JsonObject     *line,
                                const char     *member);
gboolean    dov_demo_read_day  (const char     *text,
                                GDate          *day);
gboolean    dov_demo_is_wanted (DovDemo        *self,
                                DovRecordClass *klass,
                                JsonObject     *line);

G_END_DECLS
