/* dov-letters.c - how each kind of text on a paper looks, in a workbook and in print */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-letters.h"

static const DovLetters looks[DOV_N_LOOKS] = {
  [DOV_LOOK_INSTITUTION] = { .font = { 12 }, .side = DOV_SIDE_CENTER, .stand = DOV_STAND_MIDDLE, .wraps = TRUE },
  [DOV_LOOK_APPROVE] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .wraps = TRUE },
  [DOV_LOOK_TITLE] = { .font = { 14, TRUE }, .side = DOV_SIDE_CENTER, .stand = DOV_STAND_MIDDLE, .wraps = TRUE },
  [DOV_LOOK_PERIOD] = { .font = { 12 }, .side = DOV_SIDE_CENTER, .wraps = TRUE },
  [DOV_LOOK_FIELD] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .wraps = TRUE },
  [DOV_LOOK_LABEL] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .wraps = TRUE },
  [DOV_LOOK_VALUE] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .rule = DOV_BORDER_BELOW, .wraps = TRUE },
  [DOV_LOOK_SECTION] = { .font = { 12, TRUE }, .stand = DOV_STAND_BOTTOM, .wraps = TRUE },
  [DOV_LOOK_HEAD] = { .font = { 10, TRUE }, .side = DOV_SIDE_CENTER, .stand = DOV_STAND_MIDDLE,
                      .rule = DOV_BORDER_AROUND, .wraps = TRUE },
  [DOV_LOOK_NUMBERS] = { .font = { 10 }, .side = DOV_SIDE_CENTER, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_AROUND },
  [DOV_LOOK_HEADING] = { .font = { 11, TRUE }, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_AROUND, .wraps = TRUE,
                         .is_filled = TRUE },
  [DOV_LOOK_BODY] = { .font = { 11 }, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_AROUND, .wraps = TRUE },
  [DOV_LOOK_TOTAL] = { .font = { 11, TRUE }, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_AROUND, .wraps = TRUE },
  [DOV_LOOK_CARRIED] = { .font = { 11 }, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_AROUND, .wraps = TRUE },
  [DOV_LOOK_POST] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .wraps = TRUE },
  [DOV_LOOK_SIGN_NAME] = { .font = { 12 }, .stand = DOV_STAND_BOTTOM, .indent = 1 },
  [DOV_LOOK_SIGN_LINE] = { .font = { 11 }, .stand = DOV_STAND_BOTTOM, .rule = DOV_BORDER_BELOW },
  [DOV_LOOK_CAPTION] = { .font = { 10 }, .side = DOV_SIDE_CENTER },
  [DOV_LOOK_TEXT] = { .font = { 12 }, .wraps = TRUE },
  [DOV_LOOK_NOTE] = { .font = { 10 }, .wraps = TRUE },
  [DOV_LOOK_DATA_HEAD] = { .font = { 10, TRUE, TRUE }, .stand = DOV_STAND_MIDDLE, .rule = DOV_BORDER_BELOW_THICK,
                           .wraps = TRUE, .is_filled = TRUE },
  [DOV_LOOK_DATA] = { .font = { 10, FALSE, TRUE }, .rule = DOV_BORDER_BELOW_GREY, .wraps = TRUE },
  [DOV_LOOK_ABOUT_TITLE] = { .font = { 14, TRUE, TRUE }, .stand = DOV_STAND_MIDDLE },
  [DOV_LOOK_ABOUT_LABEL] = { .font = { 10, TRUE, TRUE }, .wraps = TRUE },
  [DOV_LOOK_ABOUT] = { .font = { 10, FALSE, TRUE }, .wraps = TRUE },
  [DOV_LOOK_FOOT] = { .font = { 8 } },
  [DOV_LOOK_PAGE] = { .font = { 10 }, .side = DOV_SIDE_CENTER },
};

const DovLetters *
dov_letters_get (DovLookName name)
{
  return &looks[name];
}
