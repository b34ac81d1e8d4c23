/* dov-section.h - a titled list on a page: title, grey count, a way to open all of it, rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-badge.h"

G_BEGIN_DECLS

/* Properties: "title", "count" (grey words beside it), "more" (the button at the right; empty: none),
 * "empty" (what is said while there are no rows). Signal: "more-clicked". */
#define DOV_TYPE_SECTION (dov_section_get_type ())
G_DECLARE_FINAL_TYPE (DovSection, dov_section, DOV, SECTION, GtkBox)

GtkWidget *dov_section_new        (const char *title);
void       dov_section_set_count  (DovSection *self,
                                   const char *count);
void       dov_section_set_more   (DovSection *self,
                                   const char *more);
void       dov_section_set_empty  (DovSection *self,
                                   const char *empty);
void       dov_section_clear      (DovSection *self);
void       dov_section_append     (DovSection *self,
                                   GtkWidget  *row);
guint      dov_section_count_rows (DovSection *self);

/* One line of a section: a lead (date, time or age), a title, a second line, badges and buttons at the end.
 * Properties of AdwActionRow, and: "when", "icon-name". */
#define DOV_TYPE_LINE (dov_line_get_type ())
G_DECLARE_FINAL_TYPE (DovLine, dov_line, DOV, LINE, AdwActionRow)

GtkWidget *dov_line_new           (const char *when,
                                   const char *title,
                                   const char *subtitle);
void       dov_line_set_icon      (DovLine    *self,
                                   const char *icon_name);
void       dov_line_append        (DovLine    *self,
                                   GtkWidget  *child);

G_END_DECLS
