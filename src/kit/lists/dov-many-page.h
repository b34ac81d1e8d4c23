/* dov-many-page.h - a page that saves many records as one operation, or none of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_MANY_PAGE (dov_many_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovManyPage, dov_many_page, DOV, MANY_PAGE, DovPage)

/**
 * DovManyPageClass:
 * @check: whether everything is there; shows by itself what is missing
 * @dup_words: what the operation is, for people and for undo
 * @write: saves every record; the operation is open
 * @stays: whether there is more to do here after all that could be was saved; may be left out
 * @refused: the record of the refusal, so that the page can point to it; may be left out
 */
struct _DovManyPageClass
{
  DovPageClass parent_class;

  gboolean (*check)     (DovManyPage *self);
  char    *(*dup_words) (DovManyPage *self);
  gboolean (*write)     (DovManyPage *self,
                         GError     **error);
  gboolean (*stays)     (DovManyPage *self);
  void     (*refused)   (DovManyPage *self,
                         DovRecord   *record);
};

void       dov_many_page_set_up    (DovManyPage *self,
                                    DovStore    *store,
                                    const char  *heading,
                                    const char  *hint,
                                    GtkWidget   *body,
                                    const char  *save);
DovStore  *dov_many_page_get_store (DovManyPage *self);
void       dov_many_page_set_save  (DovManyPage *self,
                                    const char  *label,
                                    gboolean     is_ready);
void       dov_many_page_refuse    (DovManyPage *self,
                                    const char  *words);

G_END_DECLS
