/* dov-thing-page.c - the card of one thing: what there is of it and where, and every movement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-thing-page.h"

#include "dov-drive.h"
#include "dov-former-item-name.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-need-row.h"
#include "dov-number.h"
#include "dov-record-list.h"
#include "dov-related-table.h"
#include "dov-stock-move.h"
#include "dov-stock.h"
#include "dov-to-sort.h"

#include <glib/gi18n.h>

#define DOV_TYPE_THING_PAGE (dov_thing_page_get_type ())
G_DECLARE_FINAL_TYPE (DovThingPage, dov_thing_page, DOV, THING_PAGE, DovSubjectPage)

/* Whose movements are shown: of one lounge or drive, or 0: of all. */
struct _DovThingPage
{
  DovSubjectPage parent_instance;

  gint64         lounge;
  gint64         drive;
};

G_DEFINE_FINAL_TYPE (DovThingPage, dov_thing_page, DOV_TYPE_SUBJECT_PAGE)

/* ---- movements ---- */

static char *
day_words (DovStore             *store,
           gpointer              row,
           const DovTableColumn *column)
{
  DovStockMove *move = row;
  GDate day;

  if (move->at == NULL)
    return g_strdup ("");
  day = dov_moment_get_date (move->at);

  return dov_date_to_shown (&day);
}

static char *
paper_words (DovStore             *store,
             gpointer              row,
             const DovTableColumn *column)
{
  GType type;
  gint64 paper = dov_stock_find_paper (store, row, &type);

  return paper != 0 ? dov_store_describe_id (store, type, paper) : g_strdup ("");
}

static char *
amount_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  DovStockMove *move = row;

  if ((column->index == 0) != (move->qty > 0))
    return g_strdup ("");

  return dov_quantity_to_shown (ABS (move->qty));
}

/* What was left when the movement was done. */
static char *
rest_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  DovStockMove *move = row;
  gint64 rest = dov_store_see_number (store, "SELECT ifnull (sum (qty), 0) FROM live_stock_move WHERE item_id = ?1"
                                      " AND lounge_id = ?2 AND (at < ?3 OR (at = ?3 AND id <= ?4))",
                                      "(xxMx)", move->item_id, move->lounge_id, move->at,
                                      dov_record_get_id (DOV_RECORD (move)));

  return dov_quantity_to_shown (rest);
}

static const char *
opens (gpointer              row,
       const DovTableColumn *column)
{
  return "opens";
}

static const DovTableColumn columns[] = {
  { "at", .title = N_("Date"), .width = 11, .words = day_words, .order = "" },
  { "kind", .width = 20, .order = "", .leaves = 2 },
  { "paper", .title = N_("Paper"), .width = 26, .expands = TRUE, .words = paper_words, .look = opens, .order = "",
    .is_bold = TRUE },
  { "drive_id", .width = 16, .order = "", .leaves = 1 },
  { "in", .title = N_("In"), .width = 7, .is_number = TRUE, .words = amount_words, .index = 0, .order = "" },
  { "out", .title = N_("Out"), .width = 7, .is_number = TRUE, .words = amount_words, .index = 1, .order = "" },
  { "rest", .title = N_("Left"), .width = 7, .is_number = TRUE, .words = rest_words, .order = "" },
  { NULL },
};

static void
open_paper (gpointer page,
            gpointer move)
{
  GType type;
  gint64 paper = dov_stock_find_paper (dov_subject_page_get_store (page), move, &type);

  if (paper != 0)
    dov_go_record (page, type, paper);
}

static GListModel *
list_moves (gpointer     page,
            const char  *order,
            gboolean     descending,
            GError     **error)
{
  DovThingPage *self = DOV_THING_PAGE (page);
  g_autoptr (DovRecordList) moves = dov_record_list_new (dov_subject_page_get_store (page), DOV_TYPE_STOCK_MOVE);
  DovQuery query = {
    .where = "item_id = ?1 AND (?2 = 0 OR lounge_id = ?2) AND (?3 = 0 OR drive_id = ?3)",
    .params = g_variant_new ("(xxx)", dov_subject_page_get_id (page), self->lounge, self->drive),
    .order = order, .descending = descending,
  };

  return dov_record_list_set_query (moves, &query, error) ? G_LIST_MODEL (g_steal_pointer (&moves)) : NULL;
}

static const DovRelatedTable moves = {
  N_("Movements"), dov_stock_move_get_type, columns, .order = "at", .descending = TRUE, .rows = list_moves,
  .open = open_paper,
};

static GtkWidget *
moves_new (DovSubjectPage *page)
{
  DovSectionBox *section = DOV_SECTION_BOX (dov_section_box_new (_("Movements")));

  dov_section_box_set_child (section, dov_related_table_new (dov_subject_page_get_store (page), &moves, page));
  dov_section_box_set_empty (section, _("There are no movements."));

  return GTK_WIDGET (section);
}

static guint
show_moves (DovSubjectPage *page,
            GtkWidget      *section)
{
  guint n = dov_related_table_fill (dov_section_box_get_child (DOV_SECTION_BOX (section)), 0);
  g_autofree char *note = g_strdup_printf (ngettext ("%u movement", "%u movements", n), n);

  dov_section_box_set_count (DOV_SECTION_BOX (section), note);

  return n;
}

/* ---- what there is ---- */

static void
count (DovSubjectPage  *page,
       char           **values)
{
  DovThingPage *self = DOV_THING_PAGE (page);
  DovStore *store = dov_subject_page_get_store (page);
  DovStockFigure figure;

  dov_stock_get_figure (store, dov_subject_page_get_id (page), self->lounge != 0 ? self->lounge : DOV_STOCK_ALL,
                        self->drive != 0 ? self->drive : DOV_STOCK_ALL, &figure);
  values[0] = dov_stock_dup_quantity (store, figure.item_id, figure.balance);
  values[1] = dov_stock_dup_quantity (store, figure.item_id, figure.reserved);
  values[2] = dov_stock_dup_quantity (store, figure.item_id, figure.free);
}

static void
add_place (DovSectionBox        *places,
           DovStore             *store,
           const DovStockFigure *figure)
{
  g_autofree char *place = dov_goods_place_words (store, figure->lounge_id);
  g_autofree char *name = figure->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, figure->drive_id) :
                                                  g_strdup (_("general stock"));
  g_autofree char *amount = dov_stock_dup_quantity (store, figure->item_id, figure->balance);
  g_autofree char *day = figure->expires_on != NULL ? dov_goods_day_words (figure->expires_on) : NULL;
  g_autofree char *second = day != NULL ? g_strdup_printf (_("%1$s · good until %2$s"), name, day) : g_strdup (name);
  GtkWidget *row = dov_row_line_new ("", place, second);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  dov_row_line_append (DOV_ROW_LINE (row), label);
  dov_section_box_append (places, row);
}

static GtkWidget *
places_new (DovSubjectPage *page)
{
  GtkWidget *places = dov_section_box_new (_("Where it is"));

  dov_section_box_set_empty (DOV_SECTION_BOX (places), _("There is none left anywhere."));

  return places;
}

/* Lounge by lounge, the one that is looked at first; batch by batch. */
static guint
show_places (DovSubjectPage *page,
             GtkWidget      *places)
{
  DovStore *store = dov_subject_page_get_store (page);
  g_autoptr (GPtrArray) figures = dov_stock_list_item_figures (store, dov_subject_page_get_id (page), DOV_FIGURES_BATCHES, NULL);

  dov_section_box_clear (DOV_SECTION_BOX (places));
  for (guint pass = 0; figures != NULL && pass < 2; pass++)
    for (guint i = 0; i < figures->len; i++)
      {
        const DovStockFigure *figure = g_ptr_array_index (figures, i);

        if ((figure->lounge_id == DOV_THING_PAGE (page)->lounge) == (pass == 0))
          add_place (DOV_SECTION_BOX (places), store, figure);
      }

  return figures != NULL ? figures->len : 0;
}

static const DovRelatedList needs = {
  N_("Asked for"), N_("No family asks for it now."), dov_need_get_type, "item_id",
  .where = "status IN ('open', 'reserved')", .order = "status DESC, date, id", .row = dov_need_row_new_of_family,
};

static const DovRelatedList former_names = {
  N_("Former names"), N_("None."), dov_former_item_name_get_type, "item_id", .order = "until DESC, id DESC",
};

static gboolean
has_former_names (DovStore  *store,
                  DovRecord *item)
{
  return *DOV_GOODS (item)->former_names != '\0';
}

static const DovSubjectFigure figures[] = { { N_("in stock") }, { N_("kept back") }, { N_("free") }, { NULL } };

static const DovAct acts[] = {
  { "thing.card", N_("Stock card"), .kind = DOV_ACT_PAPER, .code = "D-33g" },
  { "thing.edit", N_("Change what is known of the thing"), .kind = DOV_ACT_EDIT },
  { NULL },
};

static const DovTab tabs[] = {
  { "moves", N_("Movements"), .make = moves_new, .refresh = show_moves },
  { NULL },
};

static const DovTab sides[] = {
  { "sorting", N_("To be sorted"), { &dov_to_sort_of_item }, .may = dov_to_sort_may },
  { "places", N_("Where it is"), .make = places_new, .refresh = show_places },
  { "needs", N_("Asked for"), { &needs } },
  { "names", N_("Former names"), { &former_names }, .may = has_former_names },
  { NULL },
};

const DovSubject dov_thing_subject = {
  dov_item_get_type, "drives", .page = dov_thing_page_get_type,
  .facts = "category_id season sex perishable", .figures = figures, .count = count,
  .acts = acts, .tabs = tabs, .sides = sides,
};

/**
 * dov_thing_page_new:
 * @lounge: whose movements are shown, 0: of all
 * @drive: the same
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_thing_page_new (DovStore *store,
                    gint64    item,
                    gint64    lounge,
                    gint64    drive)
{
  DovPage *page = dov_subject_page_new (store, &dov_thing_subject, item);

  if (DOV_IS_THING_PAGE (page))
    {
      DOV_THING_PAGE (page)->lounge = lounge;
      DOV_THING_PAGE (page)->drive = drive;
      dov_subject_page_refresh (DOV_SUBJECT_PAGE (page));
    }

  return page;
}

static void
dov_thing_page_class_init (DovThingPageClass *klass)
{
}

static void
dov_thing_page_init (DovThingPage *self)
{
}
