/* dov-ui-desk.h - the window of the program over the demo data, as most tests of its pages begin */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-ui-demo.h"
#include "dov-window.h"

G_BEGIN_DECLS

typedef struct
{
  DovStore  *store;
  DovWindow *window;
  char      *path;
} DovUiDesk;

/* For g_test_add(), whose data is the moment: one of those that dov-ui-demo.h names. */
void dov_ui_desk_open    (DovUiDesk     *desk,
                          gconstpointer  moment);
void dov_ui_desk_close   (DovUiDesk     *desk,
                          gconstpointer  moment);
void dov_ui_desk_press   (DovUiDesk     *desk,
                          const char    *accelerator);
void dov_ui_desk_picture (DovUiDesk     *desk,
                          const char    *name);

G_END_DECLS
