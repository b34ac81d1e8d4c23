/* dov-field-path.h - fields of a record and of those that it points to, as words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* Words about a record that no field has. */
typedef char    *(*DovWords) (DovStore  *store,
                              DovRecord *record);
typedef gboolean (*DovIs)    (DovStore  *store,
                              DovRecord *record);

char    *dov_field_path_dup   (DovStore   *store,
                               DovRecord  *record,
                               const char *paths,
                               const char *between) G_GNUC_WARN_UNUSED_RESULT;
gboolean dov_field_path_check (GType       type,
                               const char *paths,
                               GString    *faults);

G_END_DECLS
