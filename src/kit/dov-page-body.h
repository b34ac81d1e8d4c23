/* dov-page-body.h - the anatomy of a record page: title with its state, facts, actions, notices, then the rest */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/**
 * DovPageBody:
 * @name: the label of the title
 * @status: for the badge of the state
 * @facts: the label of one line of facts
 * @actions: the box of buttons at the right of the title
 * @notices: what must not be missed
 * @box: where the rest is appended
 */
typedef struct
{
  GtkWidget *name;
  AdwBin    *status;
  GtkWidget *facts;
  GtkWidget *actions;
  GtkWidget *notices;
  GtkWidget *box;
} DovPageBody;

DovPageBody dov_page_body_new (DovPage *page);

G_END_DECLS
