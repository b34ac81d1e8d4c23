/* dov-russian.h - the words of official papers, which are Russian whatever language the window speaks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dov_russian (const char *words);

G_END_DECLS
