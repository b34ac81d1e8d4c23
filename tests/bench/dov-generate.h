/* dov-generate.h - a big invented club, made quickly, for benchmarks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovGenerated:
 *
 * How many of each there are. A family has a mother and a child; an event has
 * a headcount and two hundred people. Ids are FIRST_… + 0, 1, 2 ….
 */
typedef struct
{
  guint n_families;
  guint n_persons;
  guint n_events;
  guint n_attendances;
} DovGenerated;

/* The upper half of an id is the tag of a file that made it; this one's is 7. */
#define DOV_GENERATED_FAMILY     ((G_GINT64_CONSTANT (7) << 32) + 1000000)
#define DOV_GENERATED_PERSON     ((G_GINT64_CONSTANT (7) << 32) + 20000000)
#define DOV_GENERATED_MEMBER     ((G_GINT64_CONSTANT (7) << 32) + 40000000)
#define DOV_GENERATED_EVENT      ((G_GINT64_CONSTANT (7) << 32) + 60000000)
#define DOV_GENERATED_HEADCOUNT  ((G_GINT64_CONSTANT (7) << 32) + 70000000)
#define DOV_GENERATED_ATTENDANCE ((G_GINT64_CONSTANT (7) << 32) + 80000000)
#define DOV_GENERATED_CATEGORY   ((G_GINT64_CONSTANT (7) << 32) + 180000000)
#define DOV_GENERATED_SUPPORT    ((G_GINT64_CONSTANT (7) << 32) + 190000000)

gboolean dov_generate (const char    *path,
                       guint          n_families,
                       guint          n_attendances,
                       DovGenerated  *generated,
                       GError       **error);

G_END_DECLS
