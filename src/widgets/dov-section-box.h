/* dov-section-box.h - a titled list on a page: title, grey count, a way to open all of it, rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-badge.h"

G_BEGIN_DECLS

/* Properties: "title", "count" (grey words beside it), "more" (the button at the right; empty: none),
 * "empty" (what is said while there are no rows). Signal: "more-clicked". */
#define DOV_TYPE_SECTION_BOX (dov_section_box_get_type ())
G_DECLARE_FINAL_TYPE (DovSectionBox, dov_section_box, DOV, SECTION_BOX, GtkBox)

GtkWidget *dov_section_box_new        (const char *title);
void       dov_section_box_set_title  (DovSectionBox *self,
                                   const char *title);
void       dov_section_box_set_count  (DovSectionBox *self,
                                   const char *count);
void       dov_section_box_set_more   (DovSectionBox *self,
                                   const char *more);
void       dov_section_box_set_empty  (DovSectionBox *self,
                                   const char *empty);
void       dov_section_box_clear      (DovSectionBox *self);
void       dov_section_box_append     (DovSectionBox *self,
                                   GtkWidget  *row);
void       dov_section_box_set_child  (DovSectionBox *self,
                                   GtkWidget     *child);
GtkWidget *dov_section_box_get_child  (DovSectionBox *self);
void       dov_section_box_add_act    (DovSectionBox *self,
                                   const char    *label,
                                   const char    *hint,
                                   const char    *action);

/* One line of a section: a lead (date, time or age), a title, a second line, badges and buttons at the end.
 * Properties of AdwActionRow, and: "when", "icon-name". */
#define DOV_TYPE_ROW_LINE (dov_row_line_get_type ())
G_DECLARE_FINAL_TYPE (DovRowLine, dov_row_line, DOV, ROW_LINE, AdwActionRow)

GtkWidget *dov_row_line_new           (const char *when,
                                   const char *title,
                                   const char *subtitle);
void       dov_row_line_set_icon      (DovRowLine    *self,
                                   const char *icon_name);
void       dov_row_line_append        (DovRowLine    *self,
                                   GtkWidget  *child);

G_END_DECLS
