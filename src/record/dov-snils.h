/* dov-snils.h - insurance numbers (СНИЛС) and municipal codes (ОКТМО): V3, V7 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *dov_snils_tidy           (const char   *typed,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_snils_to_shown       (const char   *snils) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_oktmo_tidy           (const char   *typed,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
