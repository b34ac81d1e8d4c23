/* dov-goods-page.h - a paper about goods that is being written, declared: its fields, its lines, one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-lines.h"
#include "dov-look.h"
#include "dov-stock.h"

G_BEGIN_DECLS

#define DOV_TYPE_GOODS_PAGE (dov_goods_page_get_type ())
G_DECLARE_FINAL_TYPE (DovGoodsPage, dov_goods_page, DOV, GOODS_PAGE, DovFormPage)

/**
 * DovGoodsPart:
 * @title: (nullable): of a group of fields, or of a section, marked with N_()
 * @fields: (nullable): the group: names with spaces between
 * @name: (nullable): of a widget, for dov_goods_page_get_part()
 * @make: (nullable): makes it; %NULL: with a title it is a section, else the lines of the paper
 * @empty: (nullable): what a section says while it is empty, marked with N_()
 * @at_end: in the second column
 */
typedef struct
{
  const char  *title;
  const char  *fields;
  const char  *name;
  GtkWidget *(*make) (DovGoodsPage *page);
  const char  *empty;
  gboolean     at_end;
} DovGoodsPart;

/**
 * DovGoodsFollow:
 * @changed: (nullable): what follows when the field is another than before
 *
 * At the beginning every field is new. @by_hand: the paper is a new one, or somebody
 * chose; not while a form that was left unfinished is put together again.
 */
typedef struct
{
  const char  *field;
  void       (*changed) (DovGoodsPage *page, gboolean by_hand);
} DovGoodsFollow;

/* What a link of the form offers. */
typedef struct
{
  const char *field;
  const char *where;
} DovGoodsFilter;

/**
 * DovGoodsPaper:
 * @type: the record of the paper
 * @section: of the sidebar
 * @title: what it is called, marked with N_(); so are all words below
 * @names_drive: its drive stands before the title
 * @is_even: both columns are of one width; else the first is wide, for its lines
 * @save: the verb of the strong button
 * @dismiss: of the other
 * @print: (nullable): the button that prints it at once
 * @document: (nullable): that is printed
 * @document_of: (nullable): the same, where it depends
 * @words: (nullable): what the operation is called, with %s for the number
 * @status: (nullable): of a paper that is done, by its code
 * @number: the field of its number
 * @parts: in their order, to one without anything in it
 * @recipient: (nullable): the fields of whoever comes instead of a member of the family;
 *   then a grown-up of the family is chosen under the first part
 * @hints: (nullable): to one without a field
 * @filters: (nullable): to one without a field
 * @follows: (nullable): to one without a field
 * @lines: without a type where it has none
 * @have: (nullable): how much of a thing may be taken for this paper; @figure tells of
 *   where it takes things from. Then its lines find what is there, and no more
 * @dup_holds: (nullable): what it holds, said beside its number
 * @changed: (nullable): shows what follows from everything that was typed
 * @check: (nullable): the last look before it is saved; may save what it needs
 * @write: (nullable): saves it, instead of saving the record
 * @save_more: (nullable): saves what belongs to it besides its lines
 * @focus: (nullable): puts the keyboard where work begins; %FALSE: the first field
 */
typedef struct
{
  GType               (*type) (void);
  const char           *section;
  const char           *title;
  gboolean              names_drive;
  gboolean              is_even;
  const char           *save;
  const char           *dismiss;
  const char           *print;
  const char           *document;
  const char         *(*document_of) (DovGoodsPage *page);
  const char           *words;
  const char           *status;
  const char           *number;
  const DovGoodsPart   *parts;
  const char           *recipient;
  const DovFormHint    *hints;
  const DovGoodsFilter *filters;
  const DovGoodsFollow *follows;
  DovLinesSpec          lines;
  gint64              (*have) (DovGoodsPage *page, const DovStockFigure *figure);
  char               *(*dup_holds) (DovGoodsPage *page);
  void                (*changed) (DovGoodsPage *page);
  gboolean            (*check) (DovGoodsPage *page, GError **error);
  gboolean            (*write) (DovGoodsPage *page, GError **error);
  gboolean            (*save_more) (DovGoodsPage *page, gint64 paper, GError **error);
  gboolean            (*focus) (DovGoodsPage *page);
} DovGoodsPaper;

extern const DovGoodsPaper dov_handout_paper;
extern const DovGoodsPaper dov_receipt_paper;
extern const DovGoodsPaper dov_write_off_paper;
extern const DovGoodsPaper dov_transfer_paper;
extern const DovGoodsPaper dov_kit_paper;
extern const DovGoodsPaper dov_count_paper;
extern const DovGoodsPaper dov_loan_paper;

/* DovLook.open of all papers. */
DovPage    *dov_goods_page_open        (DovStore             *store,
                                        DovRecord            *draft,
                                        gint64                kept);
DovForm    *dov_goods_page_get_form    (DovGoodsPage         *self);
DovStore   *dov_goods_page_get_store   (DovGoodsPage         *self);
gpointer    dov_goods_page_get_draft   (DovGoodsPage         *self);
DovLines   *dov_goods_page_get_lines   (DovGoodsPage         *self);
gpointer    dov_goods_page_get_part    (DovGoodsPage         *self,
                                        const char           *name);

/* Something else than a field or a line was changed by hand. */
void        dov_goods_page_changed     (DovGoodsPage         *self);

/* For DovLinesSpec: what lies there is offered, and how much of it is free is said under it. */
GPtrArray  *dov_goods_page_look        (const char           *words,
                                        guint                 at_most,
                                        gpointer              page);
char       *dov_goods_page_note        (DovRecord            *line,
                                        gpointer              page);
char       *dov_goods_page_check       (DovRecord            *line,
                                        gpointer              page);

G_END_DECLS
