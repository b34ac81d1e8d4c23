/* dov-ui-stock.h - a charity drive for tests of pages: things, donors, needs, handouts, all invented */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-ui-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  DovUiFixture *club;
  gint64        drive;       /* “Поделись урожаем”, being handed out */
  gint64        family;      /* Черемисиновы: a mother, Артём and Полина */
  gint64        mother;
  gint64        boy;
  gint64        girl;
  gint64        potatoes;
  gint64        carrots;
  gint64        boots;
  gint64        jacket;
  gint64        kit;
  gint64        blanket;
  gint64        buggy;
  gint64        boots_need;  /* kept back for the girl */
  gint64        jacket_need; /* of the boy, nothing kept back yet */
  gint64        other_lounge;
} DovUiStock;

DovUiStock *dov_ui_stock_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void        dov_ui_stock_free       (DovUiStock *self);
gint64      dov_ui_stock_save       (DovUiStock *self,
                                     GType       type,
                                     ...) G_GNUC_NULL_TERMINATED;
void        dov_ui_stock_receive    (DovUiStock *self,
                                     gint64      item,
                                     const char *qty,
                                     const char *expires_on);
void        dov_ui_stock_receive_as (DovUiStock *self,
                                     gint64      item,
                                     const char *qty,
                                     const char *expires_on,
                                     const char *condition);
void        dov_ui_stock_hand_out   (DovUiStock *self,
                                     gint64      family,
                                     gint64      recipient,
                                     gint64      item,
                                     gint64      child,
                                     const char *qty,
                                     gboolean    is_signed);
gint64      dov_ui_stock_balance    (DovUiStock *self,
                                     gint64      item);

void        dov_ui_stock_add_adult  (DovUiStock *self,
                                     gint64      family,
                                     const char *last,
                                     const char *first);
gint64      dov_ui_stock_item_of    (DovRecord  *line);
void        dov_ui_stock_focus_finder
                                    (GtkWidget  *page,
                                     const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovUiStock, dov_ui_stock_free)

G_END_DECLS
