/* dov-door-page.h - the door of an event: the whole window, for volunteers with a queue in front */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_DOOR_PAGE (dov_door_page_get_type ())
G_DECLARE_FINAL_TYPE (DovDoorPage, dov_door_page, DOV, DOOR_PAGE, DovPage)

DovPage *dov_door_page_new      (DovStore  *store,
                                 gint64     event);
DovPage *dov_door_page_new_open (DovStore  *store,
                                 gint64     event);
void     dov_door_page_begin    (GtkWidget *near,
                                 DovStore  *store,
                                 gint64     event);

G_END_DECLS
