/* dov-database.h - one SQLite file; the only module that knows SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DOV_STORE_ERROR (dov_store_error_quark ())
typedef enum
{
  DOV_STORE_ERROR_FAILED,
  DOV_STORE_ERROR_NOT_FOUND,   /* no such file or record */
  DOV_STORE_ERROR_IN_USE,      /* another program writes this file; the message says whose */
  DOV_STORE_ERROR_READ_ONLY,   /* the folder, the disk or this opening does not allow writing */
  DOV_STORE_ERROR_FULL,        /* no room on the disk */
  DOV_STORE_ERROR_NEWER,       /* written by a newer version of the program */
  DOV_STORE_ERROR_FOREIGN,     /* not a file of this program */
  DOV_STORE_ERROR_DAMAGED,     /* cut off or broken */
  DOV_STORE_ERROR_REFERENCED,  /* others still point to the record */
} DovStoreError;

GQuark dov_store_error_quark       (void);

/* What errno says, in words for a person. */
void   dov_store_error_from_number (GError     **error,
                                    const char  *path,
                                    int          number);

typedef enum
{
  DOV_DATABASE_CREATE    = 1 << 0,  /* make the file when it is not there */
  DOV_DATABASE_READ_ONLY = 1 << 1,
  DOV_DATABASE_NO_LOG    = 1 << 2,  /* all of it in one file, for one that is going to be moved */
} DovDatabaseFlags;

#define DOV_TYPE_DATABASE (dov_database_get_type ())
G_DECLARE_FINAL_TYPE (DovDatabase, dov_database, DOV, DATABASE, GObject)

/* A prepared statement, kept by its database for the next caller. g_autoptr
 * gives it back: it is reset and its bindings are cleared. */
typedef struct _DovStatement DovStatement;
void dov_statement_release (DovStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovStatement, dov_statement_release)

typedef enum { DOV_VALUE_NULL, DOV_VALUE_INTEGER, DOV_VALUE_REAL, DOV_VALUE_TEXT } DovValueType;

/* One value of a row, an argument or a result. Text belongs to whoever made
 * the value; dov_value_clear() frees a text that was taken. */
typedef struct
{
  DovValueType  type;
  gint64        integer;
  double        real;
  const char   *text;
  char         *owned;
} DovValue;

void dov_value_clear (DovValue *value);

typedef void (*DovFunction) (const DovValue *arguments,
                             int             n_arguments,
                             DovValue       *result,
                             gpointer        user_data);

/* What a guarded statement wants to do: read a column of a table, perhaps
 * from inside a view; or call a function. Anything else is refused unasked. */
typedef gboolean (*DovGuard) (const char *table,     /* NULL for a function */
                              const char *name,      /* the column or the function; "" when only rows count */
                              const char *schema,    /* main, temp, another that was attached, or NULL */
                              const char *view,      /* the innermost view that reads, or NULL */
                              gpointer    user_data);

/* Something was written to the disk. */
typedef void (*DovWritten) (gpointer user_data);

char         *dov_database_dup_real_path   (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
DovDatabase  *dov_database_open            (const char        *path,
                                            DovDatabaseFlags   flags,
                                            GError           **error);
const char   *dov_database_get_path        (DovDatabase       *self);
gboolean      dov_database_is_read_only    (DovDatabase       *self);
gboolean      dov_database_was_made        (DovDatabase       *self);

gboolean      dov_database_execute         (DovDatabase       *self,
                                            const char        *sql,
                                            GError           **error);
DovStatement *dov_database_prepare         (DovDatabase       *self,
                                            const char        *sql,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
int           dov_database_get_error_offset (DovDatabase      *self);
gboolean      dov_database_set_damaged     (DovDatabase       *self,
                                            GError           **error);
gint64        dov_database_count           (DovDatabase       *self,
                                            const char        *sql,
                                            GError           **error);
gboolean      dov_database_check_questions (DovDatabase       *self,
                                            GError           **error);
void          dov_database_forget_failure  (DovDatabase       *self);
guint         dov_database_fail_in         (DovDatabase       *self,
                                            guint              n_questions);
void          dov_database_add_function    (DovDatabase       *self,
                                            const char        *name,
                                            int                n_arguments,
                                            DovFunction        function,
                                            gpointer           user_data);
gboolean      dov_database_attach_again    (DovDatabase       *self,
                                            const char        *schema,
                                            GError           **error);
void          dov_database_set_longest     (DovDatabase       *self,
                                            int                n_bytes);
void          dov_database_set_guard       (DovDatabase       *self,
                                            DovGuard           guard,
                                            gpointer           user_data);
void          dov_database_set_cancellable (DovDatabase       *self,
                                            GCancellable      *cancellable);
void          dov_database_set_deadline    (DovDatabase       *self,
                                            gint64             monotonic_time);
void          dov_database_set_written     (DovDatabase       *self,
                                            DovWritten         written,
                                            gpointer           user_data);
gint64        dov_database_count_written   (DovDatabase       *self);
gboolean      dov_database_settle          (DovDatabase       *self,
                                            GError           **error);
gboolean      dov_database_copy            (DovDatabase       *self,
                                            const char        *path,
                                            GFileProgressCallback progress,
                                            gpointer           user_data,
                                            GCancellable      *cancellable,
                                            GError           **error);

/* Nested: only the outermost commit writes to the disk. A commit that fails
 * leaves its level open, to be rolled back. What was read badly since the
 * outermost begin is never committed, whether its reader looked or not. */
gboolean      dov_database_begin           (DovDatabase       *self,
                                            GError           **error);
gboolean      dov_database_commit          (DovDatabase       *self,
                                            GError           **error);
void          dov_database_roll_back       (DovDatabase       *self);

void          dov_statement_bind_null      (DovStatement *self, int index);
void          dov_statement_bind_integer   (DovStatement *self, int index, gint64 value);
void          dov_statement_bind_real      (DovStatement *self, int index, double value);
void          dov_statement_bind_text      (DovStatement *self, int index, const char *value);
void          dov_statement_bind_bytes     (DovStatement *self, int index, GBytes *value);
void          dov_statement_bind_variant   (DovStatement *self, GVariant *tuple);
int           dov_statement_find_parameter (DovStatement *self, const char *name);
gboolean      dov_statement_step           (DovStatement *self, GError **error);
gboolean      dov_statement_next           (DovStatement *self);
gboolean      dov_statement_run            (DovStatement *self, GError **error);
int           dov_statement_count_columns  (DovStatement *self);
const char   *dov_statement_column_name    (DovStatement *self, int column);
DovValue      dov_statement_column         (DovStatement *self, int column);
gboolean      dov_statement_column_is_null (DovStatement *self, int column);
gint64        dov_statement_column_integer (DovStatement *self, int column);
double        dov_statement_column_real    (DovStatement *self, int column);
const char   *dov_statement_column_text    (DovStatement *self, int column);
GBytes       *dov_statement_dup_bytes      (DovStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT;
GDate        *dov_statement_dup_date       (DovStatement *self, int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
