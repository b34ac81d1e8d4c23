/* dov-attachment-page.h - a file of a record: the picture itself, or the way to another program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"

G_BEGIN_DECLS

extern const DovSubject dov_attachment_subject;

void dov_attachment_look_tell (void);

G_END_DECLS
