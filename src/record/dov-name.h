/* dov-name.h - the names of people: their rule (V1), full and short forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *dov_name_tidy            (const char   *typed) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_name_check           (const char   *name,
                                     GError      **error);
char      *dov_name_unlatin         (const char   *name) G_GNUC_WARN_UNUSED_RESULT;

/* «Иванова Мария Петровна», «Иванова М.П.»,
 * «М.П. Иванова»; U+00A0 beside the initials. */
char      *dov_name_full            (const char   *last,
                                     const char   *first,
                                     const char   *patronymic) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_name_short           (const char   *last,
                                     const char   *first,
                                     const char   *patronymic) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_name_signature       (const char   *last,
                                     const char   *first,
                                     const char   *patronymic) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_name_typed_signature (const char   *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
