/* dov-own-staff.h - who works at this computer now */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

gint64 dov_own_staff_find (DovStore *store);

G_END_DECLS
