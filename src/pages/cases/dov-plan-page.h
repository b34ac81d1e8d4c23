/* dov-plan-page.h - a programme of support: how far it has come, what comes next, problems with their steps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"

G_BEGIN_DECLS

extern const DovSubject dov_plan_subject;

DovPage *dov_plan_open (DovStore  *store,
                        DovRecord *draft,
                        gint64     kept);

G_END_DECLS
