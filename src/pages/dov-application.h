/* dov-application.h - one program a person, one window, one file of data */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_APPLICATION (dov_application_get_type ())
G_DECLARE_FINAL_TYPE (DovApplication, dov_application, DOV, APPLICATION, AdwApplication)

DovApplication *dov_application_new (void);

G_END_DECLS
