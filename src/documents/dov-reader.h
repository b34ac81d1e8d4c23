/* dov-reader.h - a connection of its own on which definitions read: guarded, without «Корзина», read-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-definition.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_READER (dov_reader_get_type ())
G_DECLARE_FINAL_TYPE (DovReader, dov_reader, DOV, READER, GObject)

DovReader    *dov_reader_new            (const char     *path,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
DovDatabase  *dov_reader_get_database   (DovReader      *self);
void          dov_reader_set_day        (DovReader      *self,
                                         const char     *day);
DovStatement *dov_reader_prepare        (DovReader      *self,
                                         const char     *sql,
                                         DovPrivacy      privacy,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void          dov_reader_note           (DovReader      *self,
                                         GHashTable     *reads);
char         *dov_reader_dup_refused    (DovReader      *self) G_GNUC_WARN_UNUSED_RESULT;
char         *dov_reader_read_text      (DovReader      *self,
                                         const char     *sql,
                                         gint64          id) G_GNUC_WARN_UNUSED_RESULT;


/* dov-views.c */
gboolean      dov_views_create          (DovDatabase    *database,
                                         const char     *schema,
                                         GError        **error);
gboolean      dov_views_is_record       (const char     *name);
gboolean      dov_views_is_figure       (const char     *name);

G_END_DECLS
