/* dov-list-columns.h - which columns a list can show, and which of them somebody chose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-list-view.h"

G_BEGIN_DECLS

GArray *dov_list_columns_list_all   (GType              type,
                                     const DovListView *view) G_GNUC_WARN_UNUSED_RESULT;
char   *dov_list_columns_dup_heading (GType                 type,
                                      const DovTableColumn *column) G_GNUC_WARN_UNUSED_RESULT;
char   *dov_list_columns_dup_usual  (GType              type,
                                     const DovListView *view) G_GNUC_WARN_UNUSED_RESULT;
char   *dov_list_columns_dup_chosen (GType              type,
                                     const DovListView *view) G_GNUC_WARN_UNUSED_RESULT;
void    dov_list_columns_remember   (GType              type,
                                     const DovListView *view,
                                     const char        *names);
GArray *dov_list_columns_pick       (GArray            *all,
                                     const char        *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
