/* dov-closing-page.h - the end of a drive: every open thing named, what is left decided, then closed (S7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

extern const DovSubject dov_closing_subject;

G_END_DECLS
