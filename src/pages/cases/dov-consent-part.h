/* dov-consent-part.h - the people of a family and their consents, on the page of the family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_consent_part_new  (DovSubjectPage *page);
guint      dov_consent_part_show (DovSubjectPage *page,
                                  GtkWidget      *made);

G_END_DECLS
