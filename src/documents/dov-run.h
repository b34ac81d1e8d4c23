/* dov-run.h - one run of a definition: its words, its queries, its growing result */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-definition.h"
#include "dov-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const DovDefinition *definition;
  const DovDefinition *measures;
  DovReader           *reader;
  DovResult           *result;
  GHashTable          *words;     /* name → DovValue */
  const DovPeriod     *period;    /* NULL: none */
  gint64               lounge;    /* 0: all */
  gint64               village;   /* the settlement of a patrol's paper, 0: no such */
  gint64               asked;
  const char          *user;
  gboolean             is_blank;
  guint                n_rows;    /* of the SELECT that is being stepped */
  GError              *failure;   /* that ended it */
} DovRun;

/* dov-run-words.c */
GHashTable   *dov_run_new_words     (void);
void          dov_run_set_word      (DovRun            *self,
                                     const char        *name,
                                     const DovValue    *value);
void          dov_run_set_always    (DovRun            *self);
gboolean      dov_run_knows         (DovRun            *self,
                                     const char        *word);
char         *dov_run_expand        (DovRun            *self,
                                     const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void          dov_run_expand_cell   (DovRun            *self,
                                     const char        *text,
                                     DovCell           *cell);
void          dov_run_take_value    (DovCell           *cell,
                                     DovColumnKind      kind,
                                     const DovValue    *value);
char         *dov_run_name_period   (const DovPeriod   *period) G_GNUC_WARN_UNUSED_RESULT;

/* dov-run-paper.c */
void          dov_run_find_lounge   (DovRun            *self);
void          dov_run_set_day       (DovRun            *self);
void          dov_run_set_paper     (DovRun            *self,
                                     const char        *phone);
void          dov_run_name_file     (DovRun            *self);

/* dov-run-query.c */
const char   *dov_run_get_title     (DovRun            *self);
DovStatement *dov_run_prepare       (DovRun            *self,
                                     const DovDefinedBlock *block,
                                     const DovDefinition *definition,
                                     const GDate       *from,
                                     const GDate       *to,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DovStatement *dov_run_select        (DovRun            *self,
                                     const DovDefinedBlock *block,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      dov_run_step          (DovRun            *self,
                                     DovStatement      *statement);
gboolean      dov_run_ended         (DovRun            *self,
                                     GError           **error);
gboolean      dov_run_read_words    (DovRun            *self,
                                     const DovDefinedBlock *block,
                                     GError           **error);

/* dov-run-table.c, dov-run-spread.c, dov-run-pivot.c */
gboolean      dov_run_table         (DovRun            *self,
                                     const DovDefinedBlock *block,
                                     GError           **error);
void          dov_run_spread        (DovRun            *self,
                                     const DovDefinedBlock *block);
gboolean      dov_run_pivot         (DovRun            *self,
                                     const DovDefinedBlock *block,
                                     GError           **error);

G_END_DECLS
