/* dov-family-goods.h - what a family asks for, was given and has borrowed, as its page shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-related-list.h"

extern const DovRelatedList dov_family_needs;
extern const DovRelatedList dov_family_gifts;
extern const DovRelatedList dov_family_loans;
