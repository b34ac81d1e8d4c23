/* dov-fold.h - the folded form of a text, by which things are found and put in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *dov_fold                 (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_fold_is_empty        (const char   *text);
char     **dov_fold_words           (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
guint      dov_fold_count_words     (const char   *text);
guint      dov_fold_rank            (const char   *folded,
                                     guint         n_leading,
                                     char        **words);
int        dov_compare_russian      (const char   *a,
                                     int           a_bytes,
                                     const char   *b,
                                     int           b_bytes);
void       dov_fold_head            (const char   *text,
                                     guint64       head[2]);
char      *dov_fold_from_latin_keys (const char   *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
