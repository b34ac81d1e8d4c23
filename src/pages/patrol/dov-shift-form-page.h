/* dov-shift-form-page.h - the plan of a shift: when, where, and of a new one who walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-patrol-shift.h"

G_BEGIN_DECLS

#define DOV_TYPE_SHIFT_FORM_PAGE (dov_shift_form_page_get_type ())
G_DECLARE_FINAL_TYPE (DovShiftFormPage, dov_shift_form_page, DOV, SHIFT_FORM_PAGE, DovFormPage)

DovPage *dov_shift_form_page_new (DovStore       *store,
                                  DovPatrolShift *draft,
                                  gint64          kept);
DovPage *dov_shift_form_page_open (DovStore     *store,
                                  DovRecord      *draft,
                                  gint64          kept);

G_END_DECLS
