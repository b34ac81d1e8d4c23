/* dov-outgoing-page.h - a notice to the police, the commission or a school (D-14) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-finding.h"

G_BEGIN_DECLS

#define DOV_TYPE_OUTGOING_PAGE (dov_outgoing_page_get_type ())
G_DECLARE_FINAL_TYPE (DovOutgoingPage, dov_outgoing_page, DOV, OUTGOING_PAGE, DovFormPage)

DovPage *dov_outgoing_page_new       (DovStore          *store,
                                      DovOutgoingNotice *draft,
                                      gint64             kept);
DovPage *dov_outgoing_page_new_about (DovStore          *store,
                                      DovPatrolFinding  *finding);

G_END_DECLS
