/* case-ground.h - a family whose mother may sign, and records of case work typed as text, for tests of their rules */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "club.h"

G_BEGIN_DECLS

/* Today is 5 March 2027. A mother, her son of ten and her daughter of fifteen. */
typedef struct
{
  Club        club;
  GHashTable *ids;     /* “$family” → the id, as a text */
} Ground;

/* For g_test_add(). Called are $lounge, $staff, $kdn, $nurse, $mother, $son, $daughter, $family and its members. */
void        ground_open   (Ground        *self,
                           gconstpointer  data);
void        ground_close  (Ground        *self,
                           gconstpointer  data);

/* What is called so, as a text and as a number. */
void        ground_name   (Ground        *self,
                           const char    *name,
                           gint64         id);
const char *ground_id     (Ground        *self,
                           const char    *name);
gint64      ground_number (Ground        *self,
                           const char    *name);

/* @fields: “family_id=$family|since=2027-03-02”; @expected: as verdict_save() has it. */
DovRecord  *ground_new    (Ground        *self,
                           const char    *table,
                           const char    *fields) G_GNUC_WARN_UNUSED_RESULT;
void        ground_save   (Ground        *self,
                           const char    *table,
                           const char    *fields,
                           const char    *expected);
void        ground_keep   (Ground        *self,
                           const char    *name,
                           const char    *table,
                           const char    *fields);
void        ground_change (Ground        *self,
                           GType          type,
                           const char    *name,
                           const char    *fields,
                           const char    *expected);
gint64      ground_last   (Ground        *self);
void        ground_load   (Ground        *self,
                           const char    *lines,
                           const char    *expected);

G_END_DECLS
