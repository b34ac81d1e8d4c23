/* dov-printing.h - sends the pages of a document to the printer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-print.h"

G_BEGIN_DECLS

void dov_printing_start  (GtkWidget  *near,
                          DovPrint   *print);

/* Tests have no printer: a file takes its place, NULL: the printer again. */
void dov_printing_answer (const char *path);

G_END_DECLS
