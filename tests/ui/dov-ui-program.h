/* dov-ui-program.h - the whole program, for tests: started as main() does it, its window, its end */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-application.h"
#include "dov-window.h"

G_BEGIN_DECLS

DovApplication *dov_ui_program_start      (const char     *file) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget      *dov_ui_program_get_window (DovApplication *application);
DovPage        *dov_ui_program_get_page   (DovApplication *application);
void            dov_ui_program_close      (DovApplication *application);

G_END_DECLS
