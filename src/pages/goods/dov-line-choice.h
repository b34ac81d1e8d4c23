/* dov-line-choice.h - what is chosen in a line of a paper about goods: one of a few words, or somebody it is for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-record.h"

G_BEGIN_DECLS

/* Somebody a thing can be for. */
typedef struct
{
  gint64  id;
  char   *words;
} DovLinePerson;

DovLinePerson *dov_line_person_new         (gint64          id,
                                            const char     *words);
void           dov_line_person_free        (DovLinePerson  *self);

GtkWidget     *dov_line_choice_new         (void);
void           dov_line_choice_fill        (GtkWidget      *list,
                                            const DovField *field);
void           dov_line_choice_fill_people (GtkWidget      *list,
                                            GPtrArray      *people);

G_END_DECLS
