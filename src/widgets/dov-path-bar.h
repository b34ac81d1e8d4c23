/* dov-path-bar.h - the path of a record: states behind it, the present one, the next and what it asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DOV_PATH_DONE,     /* behind: the sign alone where there is little room */
  DOV_PATH_NOW,
  DOV_PATH_ASIDE,    /* present, and off the way */
  DOV_PATH_READY,    /* next, and nothing is missing */
  DOV_PATH_LATER,    /* next, and its conditions follow */
  DOV_PATH_DOOR,     /* a condition that is not met yet */
} DovPathPlace;

#define DOV_TYPE_PATH_BAR (dov_path_bar_get_type ())
G_DECLARE_FINAL_TYPE (DovPathBar, dov_path_bar, DOV, PATH_BAR, AdwBin)

GtkWidget *dov_path_bar_new      (void);
void       dov_path_bar_clear    (DovPathBar   *self);
GtkWidget *dov_path_bar_append   (DovPathBar   *self,
                                  DovPathPlace  place,
                                  const char   *words,
                                  const char   *day);
void       dov_path_bar_set_icon (GtkWidget    *step,
                                  const char   *icon);
gboolean   dov_path_bar_is_tight (DovPathBar   *self);

G_END_DECLS
