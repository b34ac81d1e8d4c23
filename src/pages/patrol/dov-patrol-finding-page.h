/* dov-patrol-finding-page.h - what was found on a walk: when, where, who, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-patrol-finding.h"

G_BEGIN_DECLS

#define DOV_TYPE_PATROL_FINDING_PAGE (dov_patrol_finding_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolFindingPage, dov_patrol_finding_page, DOV, PATROL_FINDING_PAGE, DovFormPage)

DovPage *dov_patrol_finding_page_new (DovStore  *store,
                                      DovRecord *draft,
                                      gint64     kept);

G_END_DECLS
