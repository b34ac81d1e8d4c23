/* dov-posted-page.h - a paper about goods that was written: what it says, its lines, how it is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

const DovSubject *dov_posted_subject_find (GType type);

G_END_DECLS
