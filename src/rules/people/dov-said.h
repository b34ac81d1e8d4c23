/* dov-said.h - what somebody at a table says of a person: the name in one line, an age, a year or a date */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-person.h"

G_BEGIN_DECLS

void     dov_person_take_name (DovPerson   *person,
                               const char  *typed);
gboolean dov_person_take_age  (DovPerson   *person,
                               const char  *typed,
                               GError     **error);

G_END_DECLS
