/* dov-thing-page.h - the card of one thing: what there is of it and where, and every movement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

extern const DovSubject dov_thing_subject;

DovPage *dov_thing_page_new (DovStore *store,
                             gint64    item,
                             gint64    lounge,
                             gint64    drive);

G_END_DECLS
