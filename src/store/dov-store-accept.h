/* dov-store-accept.h - confirming what a rule has said, word for word, for who saves many records at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_store_accept_said (DovStore   *self,
                            const char *rule,
                            const char *said,
                            const char *reason);

G_END_DECLS
