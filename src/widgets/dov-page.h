/* dov-page.h - one screen inside the window: where it is, its one main action, whether it may be left */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-shell.h"

G_BEGIN_DECLS

#define DOV_TYPE_PAGE (dov_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovPage, dov_page, DOV, PAGE, AdwBin)

/**
 * DovPageClass:
 * @focus: puts the keyboard where work begins; called when the page is shown
 * @search: moves to the page's own search field (Ctrl+F); FALSE if it has none
 * @save: Ctrl+S; FALSE if there is nothing to save here
 * @add: Ctrl+N and the main action of the header; FALSE if there is none
 * @undo: Ctrl+Z and Ctrl+Shift+Z; FALSE to leave it to the window
 * @is_form: whether something is typed on it that is not saved yet
 * @leave: asked before the page goes away: it keeps its draft and may refuse
 * @fill: shows anew what is kept, of pages that follow the store
 */
struct _DovPageClass
{
  AdwBinClass parent_class;

  void     (*focus)  (DovPage *self);
  gboolean (*search) (DovPage *self);
  gboolean (*save)   (DovPage *self);
  gboolean (*add)    (DovPage *self);
  gboolean (*undo)   (DovPage *self, gboolean is_redo);
  gboolean (*is_form) (DovPage *self);
  gboolean (*leave)  (DovPage *self);
  void     (*fill)   (DovPage *self);
};

/* Properties: "title" (where one is: «Семьи», «Черемисиновы › Артём»), "section" (the row
 * of the sidebar it belongs to), "action-label" (the main action, empty: none),
 * "whole-window" (no sections and no header beside it, and no key that leads elsewhere). */
const char *dov_page_get_title        (DovPage    *self);
void        dov_page_set_title        (DovPage    *self,
                                       const char *title);
const char *dov_page_get_section      (DovPage    *self);
void        dov_page_set_section      (DovPage    *self,
                                       const char *section);
const char *dov_page_get_action_label (DovPage    *self);
void        dov_page_set_action_label (DovPage    *self,
                                       const char *label);

/* Whether it may stay open while a visitor sits beside the desk: it hides by itself what is about
 * others. Without a word pages are covered. */
gboolean    dov_page_is_for_visitors  (DovPage    *self);
void        dov_page_set_for_visitors (DovPage    *self,
                                       gboolean    is_for_visitors);

gboolean    dov_page_is_whole_window  (DovPage    *self);
void        dov_page_set_whole_window (DovPage    *self,
                                       gboolean    is_whole_window);

void        dov_page_focus            (DovPage    *self);
gboolean    dov_page_search           (DovPage    *self);
gboolean    dov_page_save             (DovPage    *self);
gboolean    dov_page_add              (DovPage    *self);
gboolean    dov_page_undo             (DovPage    *self,
                                       gboolean    is_redo);
gboolean    dov_page_is_form          (DovPage    *self);
gboolean    dov_page_leave            (DovPage    *self);
gboolean    dov_page_hears            (DovPage    *self);
void        dov_page_add_key          (gpointer    self,
                                       const char *key,
                                       const char *action,
                                       GVariant   *target);

/* A page of what is kept: it is filled at once, and anew in idle time after each operation. */
void        dov_page_follow           (DovPage    *self,
                                       DovStore   *store);
DovStore   *dov_page_get_store        (gpointer    self);
void        dov_page_fill_soon        (DovPage    *self);

/* What was asked of the page is answered on it: refused, or asked back. */
void        dov_page_set_answers      (DovPage    *self,
                                       GtkBox     *answers);
void        dov_page_answer           (DovPage    *self,
                                       GtkWidget  *notice);
void        dov_page_clear_answer     (DovPage    *self);

G_END_DECLS
