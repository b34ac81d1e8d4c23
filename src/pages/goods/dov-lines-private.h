/* dov-lines-private.h - what the files of the lines share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-lines.h"

G_BEGIN_DECLS

struct _DovLines
{
  GtkBox          parent_instance;

  DovForm        *form;
  DovStore       *store;
  GType           type;
  const char     *owner;
  char          **fields;
  char           *part;
  gboolean        is_fixed;    /* lines neither come nor go */
  gboolean        makes;
  gboolean        is_filling;
  GPtrArray      *people;      /* DovLinePerson */

  DovFinderLook   look;
  gpointer        look_data;
  DovLinesNote    note;
  gpointer        note_data;
  DovLinesCheck   check;
  gpointer        check_data;

  GtkWidget      *title;
  GtkWidget      *count;
  GtkWidget      *list;
  GtkWidget      *finder;
  GtkWidget      *place;       /* of the small form that makes a thing */
  GPtrArray      *gone;        /* DovRecord: lines of a saved paper that were taken out */
};

void dov_lines_changed    (DovLines   *self);

/* dov-lines-finding.c */
void dov_lines_add_finder (DovLines   *self,
                           const char *label);

G_END_DECLS
