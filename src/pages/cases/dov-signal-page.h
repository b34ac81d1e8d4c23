/* dov-signal-page.h - one signal: its clock, what can be done with it, what followed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"

G_BEGIN_DECLS

extern const DovSubject dov_signal_subject;

G_END_DECLS
