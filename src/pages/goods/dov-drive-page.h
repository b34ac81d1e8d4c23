/* dov-drive-page.h - one charity drive: figures, things, needs, received, handed out, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

extern const DovSubject dov_drive_subject;

G_END_DECLS
