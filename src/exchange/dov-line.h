/* dov-line.h - one line of a file of records, read strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define DOV_EXCHANGE_ERROR (dov_exchange_error_quark ())
typedef enum
{
  DOV_EXCHANGE_ERROR_LINE,  /* a line that is no record of ours; the message has its number */
  DOV_EXCHANGE_ERROR_DEMO,  /* the demo data is missing or cannot be moved in time */
} DovExchangeError;

GQuark      dov_exchange_error_quark (void);

JsonObject *dov_line_parse           (const char *line,
                                      gsize       length,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
