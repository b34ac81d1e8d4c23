/* dov-deputy.h - who stands in for somebody of the staff who is away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-staff.h"
#include "dov-store.h"

G_BEGIN_DECLS

gint64 dov_deputy_find (DovStore *store,
                        gint64    staff);

G_END_DECLS
