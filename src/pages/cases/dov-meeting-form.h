/* dov-meeting-form.h - the forms of a home visit and of a call or talk, each filled in within a minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"

G_BEGIN_DECLS

extern const DovLook dov_visit_look;
extern const DovLook dov_talk_look;

G_END_DECLS
