/* dov-places-looks.h - what people, lounges, organisations, staff and reference lists look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_places_looks_tell (void);
