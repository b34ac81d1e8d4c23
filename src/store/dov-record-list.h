/* dov-record-list.h - the rows of a query as a GListModel, each read when it is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_RECORD_LIST (dov_record_list_get_type ())
G_DECLARE_FINAL_TYPE (DovRecordList, dov_record_list, DOV, RECORD_LIST, GObject)

DovRecordList *dov_record_list_new        (DovStore       *store,
                                           GType           type);
GType          dov_record_list_get_record_type (DovRecordList *self);
gboolean       dov_record_list_set_query  (DovRecordList  *self,
                                           const DovQuery *query,
                                           GError        **error);
gint64         dov_record_list_get_id     (DovRecordList  *self,
                                           guint           position);
gboolean       dov_record_list_find_position (DovRecordList *self,
                                           gint64          id,
                                           guint          *position);
guint          dov_record_list_count_read (DovRecordList  *self);

G_END_DECLS
