/* dov-incoming-page.h - a paper that came in: what it wants, by when, how it was answered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"
#include "dov-table-cell.h"

G_BEGIN_DECLS

extern const DovSubject dov_incoming_subject;

/* For its list: the term, red when it is over and yellow when it is near. */
char          *dov_incoming_term_words (DovStore             *store,
                                        gpointer              row,
                                        const DovTableColumn *column) G_GNUC_WARN_UNUSED_RESULT;
const DovSign *dov_incoming_term_sign  (gpointer              row,
                                        const DovTableColumn *column);

G_END_DECLS
