/* dov-related-list.h - the records that belong to another, as a titled list that is declared */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-path.h"
#include "dov-section-box.h"

G_BEGIN_DECLS

/**
 * DovRelatedList:
 * @title: marked with N_()
 * @empty: what is said while there are none, marked with N_()
 * @type: of the rows
 * @link: the field of a row that points to the subject; “Add” fills it in
 * @where: (nullable): more SQL over the row's own columns; ?1 is the subject, ?2 today
 * @order: (nullable): SQL over its columns, with the id last: "since DESC, id DESC";
 *   %NULL: as the kind is ordered
 * @sql: (nullable): instead of the three, a SELECT of ids with ?1 and ?2 as above,
 *   for what no single link tells
 * @ids: (nullable): instead of SQL, what gives the ids (element-type gint64)
 * @add: (nullable): the button that begins a new one, marked with N_()
 * @add_act: (nullable): the act of the page that it does instead
 * @lead: (nullable): paths of fields for the lead of a row, as dov_field_path_dup() has them
 * @first: (nullable): the same for its title; %NULL: the row's own line
 * @second: (nullable): the same for the line below
 * @lead_words: (nullable): words instead of @lead
 * @first_words: (nullable): words instead of @first
 * @second_words: (nullable): words instead of @second
 * @is_past: (nullable): grey, below the others, not counted
 * @counts: (nullable): which of the rows are counted; %NULL: all that are not past
 * @state: (nullable): a choice: its badge at the end of the row
 * @opens: (nullable): the link whose record a row opens; %NULL: the row itself
 * @open: (nullable): where a row leads instead
 * @most: rows shown, the rest opens as a list; 0: 60
 * @dress: (nullable): adds buttons and signs to a row that is made
 * @row: (nullable): a row of its own; %NULL from it: none
 * @count: (nullable): the words beside the title; %NULL: how many there are
 * @count_of: (nullable): the same, asked about the subject, where the number alone does not tell
 * @css: (nullable): a class of the list
 */
typedef struct
{
  const char  *title;
  const char  *empty;
  GType      (*type) (void);
  const char  *link;
  const char  *where;
  const char  *order;
  const char  *sql;
  GArray    *(*ids) (DovStore *store, gint64 subject);
  const char  *add;
  const char  *add_act;
  const char  *lead;
  const char  *first;
  const char  *second;
  DovWords     lead_words;
  DovWords     first_words;
  DovWords     second_words;
  DovIs        is_past;
  DovIs        counts;
  const char  *state;
  const char  *opens;
  void       (*open) (gpointer from, DovRecord *record);
  guint        most;
  void       (*dress) (DovStore *store, DovRecord *record, DovRowLine *row, gboolean is_past);
  GtkWidget *(*row) (DovStore *store, DovRecord *record);
  char      *(*count) (guint n, guint n_past);
  char      *(*count_of) (DovStore *store, gint64 subject);
  const char  *css;
} DovRelatedList;

/* A list that one area offers for the page of another, by a name that both know: "family.needs". */
void       dov_related_list_offer    (const char           *name,
                                      const DovRelatedList *list);
const DovRelatedList *dov_related_list_find_offered (const char *name);

GtkWidget *dov_related_list_new      (const DovRelatedList *list);
guint      dov_related_list_fill     (DovSectionBox        *section,
                                      DovStore             *store,
                                      gint64                subject,
                                      const DovRelatedList *list);
/* Looks over what the clipboard has, to become rows like @draft. Told once, from above. */
typedef void (*DovRelatedPaste)       (GtkWidget            *from,
                                       DovStore             *store,
                                       DovRecord            *draft);
void       dov_related_list_tell_paste (DovRelatedPaste       paste);
void       dov_related_list_paste    (const DovRelatedList *list,
                                      GtkWidget            *from,
                                      DovStore             *store,
                                      DovRecord            *subject);
DovRecord *dov_related_list_new_row  (const DovRelatedList *list,
                                      DovRecord            *subject) G_GNUC_WARN_UNUSED_RESULT;
void       dov_related_list_append_rest (DovSectionBox      *section,
                                      GType                 type,
                                      const char           *title,
                                      GArray               *ids,
                                      guint                 n_more);
gboolean   dov_related_list_check    (const DovRelatedList *list,
                                      GType                 subject,
                                      GString              *faults);

/* A row that opens a record when it is chosen, with the arrow that says so. */
void       dov_row_line_open_record  (DovRowLine           *row,
                                      GType                 type,
                                      gint64                id);

/* The same for a list of records. */
void       dov_row_line_open_ids     (DovRowLine           *row,
                                      GType                 type,
                                      const char           *title,
                                      GArray               *ids);

G_END_DECLS
