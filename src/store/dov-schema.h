/* dov-schema.h - whose file it is, of which version, and the steps from one version to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"

G_BEGIN_DECLS

/**
 * DovMigration:
 * @sql: what brings a file of the version before to this one; the first
 *   migration brings version 1 to 2
 *
 * New tables and columns follow from the field tables and need none.
 */
typedef struct
{
  const char *sql;
} DovMigration;

/* Copies the file before its tables change. */
typedef gboolean (*DovSchemaKeep) (DovDatabase  *database,
                                   GError      **error);

DovDatabase *dov_schema_open    (const char          *path,
                                 DovDatabaseFlags     flags,
                                 DovSchemaKeep        keep,
                                 GError             **error);
gboolean     dov_schema_check   (DovDatabase         *database,
                                 GError             **error);
gboolean     dov_schema_knows   (const char          *path);
void         dov_schema_refuse_newer (DovDatabase    *database,
                                 GError             **error);
gboolean     dov_schema_migrate (DovDatabase         *database,
                                 const DovMigration  *migrations,
                                 guint                n_migrations,
                                 DovSchemaKeep        keep,
                                 GError             **error);

G_END_DECLS
