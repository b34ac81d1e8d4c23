/* dov-pen.h - a paper from top to bottom, once for every pen that writes it: workbook and printed page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-letters.h"
#include "dov-result.h"

G_BEGIN_DECLS

/* Where a text stands that is in no table. */
typedef enum
{
  DOV_SPOT_WHOLE,     /* the whole width */
  DOV_SPOT_AGREES,    /* of the head: at the left … */
  DOV_SPOT_APPROVES,  /* … and at the right */
  DOV_SPOT_STAMP,
  DOV_SPOT_POST,      /* of a signature: who … */
  DOV_SPOT_RULE,      /* … signs here … */
  DOV_SPOT_NAME,      /* … and is called so, … */
  DOV_SPOT_PEN_NAME,  /* … or writes the name */
  DOV_N_SPOTS,
} DovSpot;

/* Empty room between two things. */
typedef enum
{
  DOV_SPACE_BEFORE_APPROVAL, DOV_SPACE_BEFORE_TITLE, DOV_SPACE_AFTER_HEAD, DOV_SPACE_BEFORE_SECTION,
  DOV_SPACE_AFTER_SECTION, DOV_SPACE_BEFORE_RESULTS, DOV_SPACE_AFTER_FIELDS, DOV_SPACE_BEFORE_TEXT,
  DOV_SPACE_AFTER_TEXT, DOV_SPACE_BEFORE_SIGNATURES,
  DOV_N_SPACES,
} DovSpaceName;

typedef struct
{
  double   height;  /* in points, 0: none */
  gboolean ties;    /* what is above and below stays on one page */
} DovSpace;

/* A line or row of the paper, which is never divided. */
typedef struct
{
  float   height;
  guint   first;     /* piece of the print */
  guint   n_pieces;
  guint16 table;     /* of whose rows it is, counted from 1; 0: none */
  guint8  keeps;     /* stays on one page with the next */
  guint8  is_gap;
  guint8  begins_page;
  guint8  is_body;   /* a row of its table's body */
} DovStrip;

/* Which strips are the header of a table. */
typedef struct
{
  guint first, last; /* excluded */
} DovTableHead;

/* Which part of a heading that goes over two lines. */
typedef enum { DOV_PART_WHOLE, DOV_PART_UPPER, DOV_PART_LOWER } DovPart;

/* With which neighbours a cell is one: there is no line between them. */
typedef enum { DOV_JOINS_NONE = 0, DOV_JOINS_ABOVE = 1 << 0, DOV_JOINS_BELOW = 1 << 1 } DovJoins;

typedef struct _DovPen DovPen;

/* What a pen can do. Heights are points; places are the columns on paper of
 * the table that was begun, counted from 0. */
typedef struct
{
  DovSpace    spaces[DOV_N_SPACES];
  double      heights[DOV_N_LOOKS]; /* of a line, at least */
  double      pen_row;              /* of a row for handwriting of which the definition says nothing */
  double      fill_row;             /* … and of those that fill the page */
  const char *name_line;            /* where a name is to be written, in a line of text */
  const char *day_line;             /* … and a day */
  const char *pen_name;             /* … and a name under a signature, %NULL: on a rule */
  gboolean    pairs_results;        /* fields after a table stand in pairs too */

  /* Lines. */
  void     (*begin)           (DovPen *self);   /* (nullable) */
  double   (*end)             (DovPen *self);   /* how high what was put is */
  void     (*put)             (DovPen *self, DovSpot spot, DovLookName look, const char *text);
  void     (*put_paragraph)   (DovPen *self, DovLookName look, const char *text);
  void     (*put_field)       (DovPen *self, const DovLine *line);
  gboolean (*begin_pairs)     (DovPen *self, const DovBlock *block);
  void     (*put_pair)        (DovPen *self, guint nth, const DovLine *line);
  gboolean (*has_room)        (DovPen *self, const char *name);   /* for a signature */

  /* Tables. */
  void     (*begin_table)     (DovPen *self, const DovTable *table, guint index);
  double   (*measure_heading) (DovPen *self, guint first, guint last, const char *text);
  void     (*put_across)      (DovPen *self, guint first, guint last, DovLookName look, const char *text,
                               double height, DovPart part);
  void     (*put_cell)        (DovPen *self, guint place, DovLookName look, const DovCell *cell, const DovRow *row,
                               const char *word);

  /* Writes the whole paper anew. Returns how many pages it has, and how much of the last is left. */
  guint    (*lay_out)         (DovPen *self, double *left);
} DovPenClass;

struct _DovPen
{
  const DovPenClass *klass;
  DovResult         *result;
  const DovPaper    *paper;
  GCancellable      *cancellable;
  guint              n_tables;
  guint              extra;        /* blank rows that fill the last page */
  double             blank_height; /* found by the walk; 0: nothing fills */
  guint              most_extra;   /* of those, 0: as many as there is room for */

  GArray            *strips;       /* DovStrip */
  GArray            *heads;        /* DovTableHead */
  gboolean           is_planned;   /* strips and heads are known from a walk before */
  guint              at;           /* the strip that is being made */
  double             least;        /* its height at least */
  guint8             begins_page;  /* the strip that comes next */
  guint              joins;        /* DovJoins of the cell that is put */
  DovRowRole         role;         /* what row of a table it is; blank too when it is none */
  guint              table;        /* whose rows are being made, counted from 1; 0: none */
};

DovPen      dov_pen_make          (const DovPenClass *klass,
                                   DovResult         *result,
                                   GArray            *strips,
                                   GArray            *heads,
                                   GCancellable      *cancellable);
void        dov_pen_write         (DovPen            *self);
void        dov_pen_fill          (DovPen            *self,
                                   guint              n_pages,
                                   guint              n_extra);

void        dov_pen_begin         (DovPen            *self,
                                   double             least);
void        dov_pen_end           (DovPen            *self,
                                   gboolean           keeps);

guint       dov_strips_find_chain (GArray            *strips,
                                   guint              first,
                                   double            *height);
double      dov_strips_measure    (GArray            *strips,
                                   guint              first,
                                   guint              last);

gboolean    dov_cell_is_part      (const DovCell     *cell);

G_END_DECLS
