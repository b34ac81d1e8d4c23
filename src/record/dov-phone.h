/* dov-phone.h - telephone numbers: one stored form, one shown form (V4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void       dov_phone_set_area       (const char   *area_code);
char      *dov_phone_tidy           (const char   *typed,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_phone_to_shown       (const char   *phone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
