/* dov-record-page.h - any record: its form, what points to it, its history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_RECORD_PAGE (dov_record_page_get_type ())
G_DECLARE_FINAL_TYPE (DovRecordPage, dov_record_page, DOV, RECORD_PAGE, DovFormPage)

/* Signal: "saved" (gint64 id). */
DovPage *dov_record_page_new_draft (DovStore      *store,
                                    DovRecord     *draft,
                                    gint64         kept);

G_END_DECLS
