/* dov-lines.h - the lines of a paper about goods: each a thing, how much of it and what else is to be said */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-finder.h"
#include "dov-form.h"

G_BEGIN_DECLS

/* Signal: "changed": a line came, went, or something was typed into one. */
#define DOV_TYPE_LINES (dov_lines_get_type ())
G_DECLARE_FINAL_TYPE (DovLines, dov_lines, DOV, LINES, GtkBox)

typedef char *(*DovLinesWords) (DovRecord *line,
                                gpointer   user_data);

/**
 * DovLinesSpec:
 * @line: the record of a line, with a field item_id
 * @owner: its link to the paper
 * @title: over the list, marked with N_()
 * @fields: what is typed in each line, names with spaces between
 * @add: (nullable): the words of the field that finds things, marked with N_(); %NULL:
 *   the lines are given, and none comes or goes
 * @rest: (nullable): the button that fills in how much where nothing was typed, marked with N_()
 * @rest_from: with @rest: the field of the line it is filled in from
 * @makes: a thing that is not found can be made in place
 * @look: (nullable): finds things; %NULL: all that are known
 * @note: (nullable): the second line under a thing, such as “free 24 kg”
 * @check: (nullable): what is wrong with a line that can be read; %NULL from it: nothing
 */
typedef struct
{
  GType        (*line) (void);
  const char    *owner;
  const char    *title;
  const char    *fields;
  const char    *add;
  const char    *rest;
  const char    *rest_from;
  gboolean       makes;
  DovFinderLook  look;
  DovLinesWords  note;
  DovLinesWords  check;
} DovLinesSpec;

GtkWidget  *dov_lines_new         (DovForm            *form,
                                   const DovLinesSpec *spec,
                                   gpointer            user_data);
void        dov_lines_set_people  (DovLines           *self,
                                   GPtrArray          *people);
void        dov_lines_set_count   (DovLines           *self,
                                   const char         *words);

DovRecord  *dov_lines_add_line    (DovLines           *self,
                                   DovRecord          *line);
void        dov_lines_clear       (DovLines           *self);
void        dov_lines_take_up     (DovLines           *self);
void        dov_lines_refresh     (DovLines           *self);
void        dov_lines_changed     (DovLines           *self);
GPtrArray  *dov_lines_list_lines  (DovLines           *self) G_GNUC_WARN_UNUSED_RESULT;
gint64      dov_lines_sum         (DovLines           *self,
                                   gint64              item,
                                   DovRecord          *without);

gboolean    dov_lines_read        (DovLines           *self,
                                   GError            **error);
gboolean    dov_lines_save        (DovLines           *self,
                                   gint64              owner,
                                   GError            **error);
void        dov_lines_focus_add   (DovLines           *self);
gboolean    dov_lines_focus_first (DovLines           *self);

G_END_DECLS
