/* dov-database-private.h - what the files of the database module share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _DovDatabase
{
  GObject       parent_instance;

  sqlite3      *handle;
  char         *path;
  GHashTable   *statements;    /* SQL → DovStatement, each prepared once */
  GCancellable *cancellable;
  gint64        deadline;      /* monotonic time, 0: none */
  DovGuard      guard;
  gpointer      guard_data;
  DovWritten    written;
  gpointer      written_data;
  int           depth;         /* how many begins are open */
  int           error_offset;
  GError       *failure;       /* of the first question that failed since the outermost begin */
  guint         fails_in;      /* for tests: questions until one fails, 0: none does */
  gboolean      is_read_only;
  gboolean      was_made;
};

struct _DovStatement
{
  DovDatabase  *database;      /* held only while somebody uses the statement */
  sqlite3_stmt *handle;
  gboolean      is_kept;
};

int      dov_database_open_file         (const char   *path,
                                         int           mode,
                                         gboolean      for_ever,
                                         sqlite3     **handle);
void     dov_database_error_from_code   (GError      **error,
                                         const char   *path,
                                         sqlite3      *handle,
                                         int           code);
void     dov_database_error_damaged     (GError      **error,
                                         const char   *path);
void     dov_database_error_foreign     (GError      **error,
                                         const char   *path);
gboolean dov_database_fail              (DovDatabase  *self,
                                         GError      **error);
gboolean dov_database_fail_question     (DovDatabase  *self,
                                         GError      **error);
gboolean dov_database_is_broken         (DovDatabase  *self,
                                         GError      **error);
gboolean dov_database_is_lost           (DovDatabase  *self);
gboolean dov_database_fail_lost         (GError      **error);

void     dov_statement_free             (DovStatement *self);

G_END_DECLS
