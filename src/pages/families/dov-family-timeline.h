/* dov-family-timeline.h - what there was with a family, looked through by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_FAMILY_TIMELINE (dov_family_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyTimeline, dov_family_timeline, DOV, FAMILY_TIMELINE, GtkBox)

/* The last of it, and all of it by months. */
GtkWidget *dov_family_timeline_new_last (DovSubjectPage *page);
GtkWidget *dov_family_timeline_new_all  (DovSubjectPage *page);
guint      dov_family_timeline_show     (DovSubjectPage *page,
                                         GtkWidget      *timeline);

G_END_DECLS
