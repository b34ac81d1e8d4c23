/* dov-ui-bus.h - what a screen reader is told, for tests: read over the accessibility bus itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A thing of the window as the bus tells it. */
typedef struct
{
  char     *name;
  char     *description;
  char     *role;
  guint64   states;
  guint     depth;
  gboolean  must_have_name;
} DovUiHeard;

GPtrArray *dov_ui_bus_read        (void) G_GNUC_WARN_UNUSED_RESULT;
void       dov_ui_bus_check_names (const char *where);
char      *dov_ui_bus_dup_focus   (void) G_GNUC_WARN_UNUSED_RESULT;
void       dov_ui_bus_listen      (void);
char      *dov_ui_bus_dup_said    (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
