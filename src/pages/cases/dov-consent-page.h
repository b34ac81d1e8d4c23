/* dov-consent-page.h - one consent: to what, until when, how it is signed, renewed and withdrawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"

extern const DovSubject dov_consent_subject;
