/* dov-list-filter.h - narrows a list by several things at once: category, village, age, how long nobody came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signal: "changed": another choice was made. */
#define DOV_TYPE_LIST_FILTER (dov_list_filter_get_type ())
G_DECLARE_FINAL_TYPE (DovListFilter, dov_list_filter, DOV, LIST_FILTER, GtkPopover)

GtkWidget *dov_list_filter_new       (DovStore      *store,
                                      GType          type);
char      *dov_list_filter_dup_where (DovListFilter *self,
                                      const char    *kept) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_list_filter_dup_words (DovListFilter *self) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_list_filter_dup_kept  (DovListFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void       dov_list_filter_take      (DovListFilter *self,
                                      const char    *kept);
guint      dov_list_filter_count     (DovListFilter *self);

G_END_DECLS
