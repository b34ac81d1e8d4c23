/* dov-consent-part.h - the people of a family and their consents, on the page of the family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dov_consent_part_offer (void);

G_END_DECLS
