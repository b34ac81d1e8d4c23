/* dov-shift-page.h - one shift of the patrol: who walks, when really, what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_SHIFT_PAGE (dov_shift_page_get_type ())
G_DECLARE_FINAL_TYPE (DovShiftPage, dov_shift_page, DOV, SHIFT_PAGE, DovSubjectPage)

extern const DovSubject dov_shift_subject;

void     dov_shift_page_ask_replace (DovShiftPage *self,
                                     gint64        member);

G_END_DECLS
