/* dov-print-private.h - what the parts of printing share: pieces, fonts, fits, pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-balance.h"
#include "dov-pen.h"
#include "dov-print.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* All lengths are points, all places are counted from the left margin. */
#define DOV_POINTS(millimetres) ((millimetres) / 25.4 * 72)

/* A text as it is laid out. Texts are interned by the print. */
typedef struct
{
  const char *text;
  float       width;   /* of a line at most, 0: never broken */
  float       scale;   /* of the font */
  guint8      look;
  guint8      side;
} DovSetting;

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
  guint8     joins;     /* DovJoins */
  guint8     is_filled;
  guint8     has_rule;  /* below */
} DovPiece;

typedef struct
{
  guint first, last;    /* strips, the last one excluded */
  guint table;          /* whose header is repeated above, counted from 1; 0: none */
} DovSheet;

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
double       dov_print_line          (DovLookName       look);
const char  *dov_print_cut           (DovPrint         *self,
                                      const DovSetting *setting,
                                      double            height);

/* dov-print-fit.c */
DovFit      *dov_print_fit           (DovPrint         *self,
                                      const DovTable   *table,
                                      gboolean          must_fill);
void         dov_fit_free            (DovFit           *fit);
double       dov_print_find_natural  (const DovTable   *table);

/* dov-print-pen.c */
typedef struct
{
  DovPen          pen;
  DovPrint       *print;
  const DovTable *table;        /* that was begun */
  DovFit         *fit;
  double         *edges;        /* fit->n + 1 of them */
  double          pairs[2][3];  /* shares of the width where label, value and the next begin */
} DovPagePen;

extern const DovPenClass dov_page_pen_class;

void         dov_page_pen_clear      (DovPagePen       *self);

/* dov-print-page.c */
double       dov_print_divide        (DovPrint         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovFit, dov_fit_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DovPagePen, dov_page_pen_clear)

G_END_DECLS
