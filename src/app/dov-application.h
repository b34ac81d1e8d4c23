/* dov-application.h - one program a person, one window, one file of data */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_APPLICATION (dov_application_get_type ())
G_DECLARE_FINAL_TYPE (DovApplication, dov_application, DOV, APPLICATION, AdwApplication)

DovApplication *dov_application_new              (const char     *id);

DovStore       *dov_application_get_store        (DovApplication *self);
void            dov_application_open             (DovApplication *self,
                                                  const char     *path,
                                                  DovStoreFlags   flags);
char           *dov_application_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
