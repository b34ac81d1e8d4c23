/* dov-handout-page-private.h - what the files of the handout page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-handout-page.h"
#include "dov-recipient-field.h"
#include "dov-section-box.h"

G_BEGIN_DECLS

struct _DovHandoutPage
{
  DovGoodsPage       parent_instance;

  gint64             shown_family;   /* whose things stand beside */
  DovRecipientField *recipient;
  GtkWidget         *repeats;        /* warnings of what was handed out already */
  DovSectionBox     *asked;
  DovSectionBox     *had;
  DovSectionBox     *compare;
};

DovDistribution *dov_handout_page_get_draft   (DovHandoutPage *self);
gint64           dov_handout_page_count_kept  (DovHandoutPage *self,
                                               gint64          item,
                                               GDate         **until);

/* dov-handout-side.c */
void             dov_handout_page_show_side    (DovHandoutPage *self);
void             dov_handout_page_show_repeats (DovHandoutPage *self);

G_END_DECLS
