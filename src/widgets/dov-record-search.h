/* dov-record-search.h - one record chosen by any fragment: type, arrows, Enter */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

/* Signal: "chosen": another record is chosen. */
#define DOV_TYPE_RECORD_SEARCH (dov_record_search_get_type ())
G_DECLARE_FINAL_TYPE (DovRecordSearch, dov_record_search, DOV, RECORD_SEARCH, AdwBin)

GtkWidget *dov_record_search_new    (DovStore        *store);
void       dov_record_search_ask    (DovRecordSearch *self,
                                     GType            type,
                                     const char      *label,
                                     const char      *order,
                                     gboolean         descending);
gint64     dov_record_search_get    (DovRecordSearch *self);

G_END_DECLS
