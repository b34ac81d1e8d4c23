/* dov-posted-paper.h - the papers about goods: what of each is shown once it was written */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-view.h"

G_BEGIN_DECLS

typedef struct
{
  GType     (*type) (void);
  GType     (*line) (void);
  const char *owner;
  const char *fields;      /* of the paper, shown beside */
  const char *lines;       /* columns of the lines */
  const char *documents;   /* codes with spaces between */
} DovPostedPaper;

const DovPostedPaper *dov_posted_paper_find         (GType                 type);
char                 *dov_posted_paper_amount_words (DovStore             *store,
                                                     gpointer              row,
                                                     const DovTableColumn *column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
