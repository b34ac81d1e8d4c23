/* dov-step-offer.h - after a handout or an event: the step of a programme that it closes, on the page of what was saved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dov_step_offer_tell (void);

G_END_DECLS
