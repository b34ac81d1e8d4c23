/* dov-finding-form.h - what was found on a walk: when, where, who, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"

G_BEGIN_DECLS

extern const DovLook dov_finding_look;

G_END_DECLS
