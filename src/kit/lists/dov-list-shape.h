/* dov-list-shape.h - the popover in which one chooses the columns of a list and keeps views of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-list-page.h"

G_BEGIN_DECLS

GtkWidget *dov_list_shape_new (DovListPage *page);

G_END_DECLS
