/* dov-shift-page.h - one shift of the patrol: who walks, when really, what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-crew-section.h"
#include "dov-page.h"
#include "dov-patrol-shift.h"

G_BEGIN_DECLS

#define DOV_TYPE_SHIFT_PAGE (dov_shift_page_get_type ())
G_DECLARE_FINAL_TYPE (DovShiftPage, dov_shift_page, DOV, SHIFT_PAGE, DovPage)

DovPage        *dov_shift_page_new         (DovStore     *store,
                                            gint64        shift);
DovPage        *dov_shift_page_new_draft   (DovStore     *store,
                                            DovRecord    *draft,
                                            gint64        kept);
void            dov_shift_page_ask_replace (DovShiftPage *self,
                                            gint64        member);
void            dov_shift_page_ask_add     (DovShiftPage *self);
void            dov_shift_page_ask_move    (DovShiftPage *self);
gboolean        dov_shift_page_finish      (DovShiftPage *self);

G_END_DECLS
