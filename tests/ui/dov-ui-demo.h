/* dov-ui-demo.h - the demo data for tests: made once, when the tests are built; each works on a copy of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* The moments of which there is a file; tests/ui/meson.build makes them. */
#define DOV_UI_DEMO_WEDNESDAY "2027-03-17T15:10"
#define DOV_UI_DEMO_THURSDAY  "2027-03-18T14:10"
#define DOV_UI_DEMO_APRIL     "2027-04-05T10:42"

char     *dov_ui_demo_copy (const char *moment) G_GNUC_WARN_UNUSED_RESULT;
DovStore *dov_ui_demo_open (const char *path,
                            DovStoreFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
