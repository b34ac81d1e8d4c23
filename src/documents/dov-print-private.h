/* dov-print-private.h - what the parts of printing share: inks, pieces, strips, pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-print.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* All lengths are points, all places are counted from the left margin. */
#define DOV_POINTS(millimetres) ((millimetres) / 25.4 * 72)

typedef enum
{
  DOV_INK_PLAIN,      /* institution, fields, text, posts */
  DOV_INK_TITLE,
  DOV_INK_STRONG,     /* titles of sections */
  DOV_INK_NOTE,
  DOV_INK_CAPTION,
  DOV_INK_HEAD,       /* of a table … */
  DOV_INK_NUMBERS,
  DOV_INK_BODY,
  DOV_INK_TOTAL,
  DOV_INK_FOOT,       /* of a page */
  DOV_INK_PAGE,
  DOV_N_INKS,
} DovInk;

typedef enum { DOV_SIDE_LEFT, DOV_SIDE_CENTER, DOV_SIDE_RIGHT } DovSide;

/* A text as it is laid out. Texts are interned by the print. */
typedef struct
{
  const char *text;
  float       width;   /* of a line at most, 0: never broken */
  float       scale;   /* of the font */
  guint8      ink;
  guint8      side;
} DovSetting;

typedef enum { DOV_STAND_TOP, DOV_STAND_MIDDLE, DOV_STAND_BOTTOM } DovStand;

/* A box with an optional text, frame, fill or line below. */
typedef struct
{
  DovSetting setting;   /* text NULL: none */
  float      x, y;      /* in the strip */
  float      width, height;
  float      pad;       /* between box and text, left and right */
  float      indent;    /* more on the left, or on the right of what stands right */
  gint16     line;      /* only this line of the text, -1: all */
  guint8     stand;
  guint8     has_frame;
  guint8     is_filled;
  guint8     has_rule;  /* below */
} DovPiece;

/* A strip of the paper that is never divided. */
typedef struct
{
  float   height;
  guint   first;        /* piece */
  guint   n_pieces;
  guint16 table;        /* of whose rows it is, counted from 1; 0: none */
  guint8  keeps;        /* stays on one page with the next */
  guint8  is_gap;
} DovStrip;

typedef struct
{
  guint first, last;    /* strips, the last one excluded */
  guint table;          /* whose header is repeated above, counted from 1; 0: none */
} DovSheet;

/* Which strips are the header of a table. */
typedef struct
{
  guint first, last;    /* excluded */
} DovTableHead;

struct _DovPrint
{
  GObject          parent_instance;

  DovResult       *result;
  const DovPaper  *paper;
  double           page_width, page_height;
  double           left, width, top, room;   /* of what may be printed on */

  PangoFontMap    *map;
  PangoContext    *context;
  GHashTable      *fonts;      /* ink and scale → PangoFontDescription */
  GHashTable      *layouts;    /* DovSetting → PangoLayout */
  GStringChunk    *texts;

  GArray          *strips;     /* DovStrip */
  GArray          *pieces;     /* DovPiece */
  GArray          *heads;      /* DovTableHead */
  GArray          *sheets;     /* DovSheet */

  double           shrink;     /* of the letters of tables, to save a page */
  double           least;      /* height of the strip that is being made */
  guint            table;      /* whose rows are being made */
  guint            extra;      /* blank rows that fill the last page */
  double           blank_height;
  guint            most_extra;
  GCancellable    *cancellable;
};

/* dov-print-text.c */
void         dov_print_open_fonts    (DovPrint         *self);
const char  *dov_print_intern        (DovPrint         *self,
                                      const char       *text);
PangoLayout *dov_print_lay           (DovPrint         *self,
                                      const DovSetting *setting);
double       dov_print_measure       (DovPrint         *self,
                                      const DovSetting *setting,
                                      double           *width);
double       dov_print_line          (DovInk            ink);
const char  *dov_print_cut           (DovPrint         *self,
                                      const DovSetting *setting,
                                      double            height);

/* dov-print-strip.c */
void         dov_print_begin         (DovPrint         *self,
                                      double            least);
DovPiece    *dov_print_put           (DovPrint         *self,
                                      double            x,
                                      double            width,
                                      DovInk            ink,
                                      const char       *text);
void         dov_print_end           (DovPrint         *self,
                                      gboolean          keeps);
void         dov_print_gap           (DovPrint         *self,
                                      double            height);
void         dov_print_tie           (DovPrint         *self);

/* dov-print-fit.c */
typedef struct
{
  guint   n;
  guint  *columns;   /* of the table */
  double *widths;
  double  scale;     /* of the fonts */
} DovFit;

DovFit      *dov_print_fit           (DovPrint         *self,
                                      const DovTable   *table,
                                      gboolean          must_fill);
void         dov_fit_free            (DovFit           *fit);
double       dov_fit_balance         (DovFit           *fit,
                                      const DovTable   *table,
                                      const double     *least);
double       dov_print_find_natural  (const DovTable   *table);

/* dov-print-table.c, dov-print-paper.c, dov-print-page.c */
void         dov_print_put_table     (DovPrint         *self,
                                      const DovTable   *table,
                                      gboolean          must_fill);
void         dov_print_put_paper     (DovPrint         *self);
double       dov_print_divide        (DovPrint         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovFit, dov_fit_free)

G_END_DECLS
