/* dov-letters.h - how each kind of text on a paper looks, in a workbook and in print */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-glyphs.h"

G_BEGIN_DECLS

/* What is printed is never smaller than this share of its size, with which the ten points of a heading, a number of a
 * column or a caption are eight. */
#define DOV_LEAST_SCALE 0.8

/* A paper of so few pages is made as small as may be, when it is one sheet of paper of two sides then. */
#define DOV_MOST_FOR_ONE 3
#define DOV_SIDES        2

/* How much narrower than its definition says a place for a pen may become. */
#define DOV_PEN_MAY_SHRINK 0.85

/* The formats of design/documents, by name. */
typedef enum
{
  DOV_LOOK_INSTITUTION, DOV_LOOK_APPROVE, DOV_LOOK_TITLE, DOV_LOOK_PERIOD, DOV_LOOK_FIELD, DOV_LOOK_LABEL,
  DOV_LOOK_VALUE, DOV_LOOK_SECTION, DOV_LOOK_HEAD, DOV_LOOK_NUMBERS, DOV_LOOK_HEADING, DOV_LOOK_BODY,
  DOV_LOOK_TOTAL, DOV_LOOK_CARRIED, DOV_LOOK_POST, DOV_LOOK_SIGN_NAME, DOV_LOOK_SIGN_LINE, DOV_LOOK_CAPTION,
  DOV_LOOK_TEXT, DOV_LOOK_NOTE, DOV_LOOK_DATA_HEAD, DOV_LOOK_DATA, DOV_LOOK_ABOUT_TITLE, DOV_LOOK_ABOUT_LABEL,
  DOV_LOOK_ABOUT, DOV_LOOK_FOOT, DOV_LOOK_PAGE,
  DOV_N_LOOKS,
} DovLookName;

typedef enum { DOV_SIDE_LEFT, DOV_SIDE_CENTER, DOV_SIDE_RIGHT } DovSide;
typedef enum { DOV_STAND_TOP, DOV_STAND_MIDDLE, DOV_STAND_BOTTOM } DovStand;
typedef enum
{
  DOV_BORDER_NONE, DOV_BORDER_AROUND, DOV_BORDER_BELOW, DOV_BORDER_BELOW_THICK, DOV_BORDER_BELOW_GREY,
} DovBorder;

typedef struct
{
  DovFont   font;
  DovSide   side;
  DovStand  stand;
  DovBorder rule;
  gboolean  wraps;
  gboolean  is_filled;
  int       indent;
} DovLetters;

const DovLetters *dov_letters_get (DovLookName name);

G_END_DECLS
