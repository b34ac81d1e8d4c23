/* dov-cases-looks.h - what signals, visits, programmes, consents and papers look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_cases_looks_tell (void);
