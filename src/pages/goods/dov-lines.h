/* dov-lines.h - the lines of a paper about goods: each a thing, how much of it and what else is to be said */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-finder.h"
#include "dov-form.h"

G_BEGIN_DECLS

/* Signal: "changed": a line came, went, or something was typed into one. */
#define DOV_TYPE_LINES (dov_lines_get_type ())
G_DECLARE_FINAL_TYPE (DovLines, dov_lines, DOV, LINES, GtkBox)

/* The second line under a thing, such as “free 24 kg”. */
typedef char *(*DovLinesNote)  (DovLines  *lines,
                                DovRecord *line,
                                gpointer   user_data);

/* What is wrong with a line that can be read; NULL: nothing. */
typedef char *(*DovLinesCheck) (DovLines  *lines,
                                DovRecord *line,
                                gpointer   user_data);

/**
 * DovLinesSpec:
 * @line: the record of a line, with a field item_id
 * @owner: its link to the paper
 * @title: over the list
 * @fields: what is typed in each line, names with spaces between
 * @add: the words of the field that finds things; %NULL: the lines are given
 * @makes: a thing that is not found can be made in place
 * @part: tells these lines from others of the form
 */
typedef struct
{
  GType         line;
  const char   *owner;
  const char   *title;
  const char   *fields;
  const char   *add;
  gboolean      makes;
  const char   *part;
} DovLinesSpec;

GtkWidget  *dov_lines_new         (DovForm            *form,
                                   const DovLinesSpec *spec);
void        dov_lines_set_look    (DovLines           *self,
                                   DovFinderLook       look,
                                   gpointer            user_data);
void        dov_lines_set_note    (DovLines           *self,
                                   DovLinesNote        note,
                                   gpointer            user_data);
void        dov_lines_set_check   (DovLines           *self,
                                   DovLinesCheck       check,
                                   gpointer            user_data);
void        dov_lines_set_people  (DovLines           *self,
                                   GPtrArray          *people);
void        dov_lines_set_count   (DovLines           *self,
                                   const char         *words);
void        dov_lines_set_fixed   (DovLines           *self,
                                   gboolean            is_fixed);

DovRecord  *dov_lines_add         (DovLines           *self,
                                   gint64              item);
DovRecord  *dov_lines_add_line    (DovLines           *self,
                                   DovRecord          *line);
void        dov_lines_clear       (DovLines           *self);
void        dov_lines_take_up     (DovLines           *self);
void        dov_lines_refresh     (DovLines           *self);
void        dov_lines_show_line   (DovLines           *self,
                                   DovRecord          *line);
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
void        dov_lines_focus_line  (DovLines           *self,
                                   DovRecord          *line);

G_END_DECLS
