/* workbook-reading.h - a workbook as another program reads it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Reading Reading;

Reading    *reading_new           (const char *path);
void        reading_free          (Reading    *self);
char      **reading_list_sheets   (Reading    *self);
const char *reading_get           (Reading    *self,
                                   const char *sheet,
                                   const char *cell);
const char *reading_get_formula   (Reading    *self,
                                   const char *sheet,
                                   const char *cell);
const char *reading_get_format    (Reading    *self,
                                   const char *sheet,
                                   const char *cell);
const char *reading_get_fact      (Reading    *self,
                                   const char *sheet,
                                   const char *name);
guint       reading_count_formulas (Reading   *self);
const char *reading_find          (Reading    *self,
                                   const char *sheet,
                                   const char *value);
gboolean    reading_says          (Reading    *self,
                                   const char *words);

#define reading_assert(self, sheet, cell, value) \
  g_assert_cmpstr (reading_get (self, sheet, cell), ==, value)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

G_END_DECLS
