/* dov-signs.h - which sign and colour stands beside which state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-badge.h"
#include "dov-record.h"

G_BEGIN_DECLS

const DovSign *dov_sign_of_state (DovRecord  *record,
                                  const char *field);

G_END_DECLS
