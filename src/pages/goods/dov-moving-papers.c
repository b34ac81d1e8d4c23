/* dov-moving-papers.c - the quieter papers of the stock: a write-off, a transfer, kits, a count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-commission-member.h"
#include "dov-drive.h"
#include "dov-go.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-part.h"
#include "dov-number.h"
#include "dov-people-field.h"
#include "dov-section-box.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

#define ADD N_("Add a thing: its name or kind   (Ctrl+N)")

/* ---- a commission: found by name, the first one presides ---- */

static char *
tell_of_member (DovStore *store,
                gint64    id,
                guint     nth)
{
  return g_strdup (nth == 0 ? _("presides") : "");
}

static char *
count_members (guint n)
{
  return g_strdup_printf (ngettext ("%u person; at least three are needed", "%u people; at least three are needed", n), n);
}

static const DovPeopleSource commission_sources[] = { { dov_person_get_type }, { NULL } };

static const DovPeople commission = {
  .key = "commission", .title = N_("Commission"), .finds = N_("Find a member by name"), .sources = commission_sources,
  .tell = tell_of_member, .count = count_members,
};

static GtkWidget *
commission_new (DovGoodsPage *page)
{
  return dov_people_field_new (dov_goods_page_get_form (page), &commission, NULL);
}

static gboolean
save_commission (DovGoodsPage  *page,
                 gint64         paper,
                 GError       **error)
{
  DovPeopleField *field = dov_goods_page_get_part (page, "commission");
  GArray *people = dov_people_field_get_ids (field);
  const char *link = DOV_IS_WRITE_OFF (dov_goods_page_get_draft (page)) ? "write_off_id" : "count_id";
  const char *words = _("A commission has at least three people. Find them by their names.");

  if (people->len < 3)
    {
      dov_people_field_set_error (field, words);
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, words);
      return FALSE;
    }
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_COMMISSION_MEMBER, 0);

      dov_record_set_number (member, link, paper);
      dov_set (DOV_COMMISSION_MEMBER (member), person_id, g_array_index (people, gint64, i));
      dov_set (DOV_COMMISSION_MEMBER (member), role, i == 0 ? DOV_COMMISSION_ROLE_CHAIR : DOV_COMMISSION_ROLE_MEMBER);
      if (!dov_store_save (dov_goods_page_get_store (page), member, error))
        return FALSE;
    }

  return TRUE;
}

#define COMMISSION { .name = "commission", .make = commission_new, .at_end = TRUE }

/* ---- a write-off and a transfer: of what is there ---- */

static const DovGoodsFollow places[] = { { "lounge_id", NULL }, { "drive_id", NULL }, { NULL } };

/* What is kept back can be spoilt too. */
static gint64
have_all (DovGoodsPage         *page,
          const DovStockFigure *figure)
{
  return figure->balance;
}

static const DovGoodsPart write_off_parts[] = {
  { N_("Why"), "reason reason_words drive_id" },
  { .name = "lines" },
  COMMISSION,
  { N_("Paper"), "no date lounge_id made_by_id note", .at_end = TRUE },
  { NULL },
};

const DovGoodsPaper dov_write_off_paper = {
  dov_write_off_get_type, "drives", N_("Write-off"), .save = N_("Write Off"), .dismiss = N_("Do Not Write Off"),
  .print = N_("Save and print"), .document = "D-33c", .words = NC_("toast", "Written off: No. %s"), .status = "posted",
  .number = "no", .parts = write_off_parts, .follows = places,
  .lines = {
    dov_write_off_line_get_type, "write_off_id", N_("What is written off"), "qty unit_value disposal", ADD,
    .look = dov_goods_page_look, .note = dov_goods_page_note, .check = dov_goods_page_check,
  },
  .have = have_all, .save_more = save_commission,
};

static gint64
have_free (DovGoodsPage         *page,
           const DovStockFigure *figure)
{
  return figure->free;
}

static const DovGoodsPart transfer_parts[] = {
  { N_("From where, to where"), "lounge_id drive_id to_lounge_id to_drive_id" },
  { .name = "lines" },
  { N_("Paper"), "no date sent_by_id received_by_id note", .at_end = TRUE },
  { NULL },
};

const DovGoodsPaper dov_transfer_paper = {
  dov_stock_transfer_get_type, "drives", N_("Transfer"), .save = N_("Move Goods"), .dismiss = N_("Do Not Move"),
  .words = NC_("toast", "Moved: No. %s"), .status = "posted", .number = "no", .parts = transfer_parts, .follows = places,
  .lines = {
    dov_stock_transfer_line_get_type, "transfer_id", N_("What is moved"), "qty", ADD,
    .look = dov_goods_page_look, .note = dov_goods_page_note, .check = dov_goods_page_check,
  },
  .have = have_free,
};

/* ---- kits: what one is made of, and how many can be ---- */

static void
show_parts (DovGoodsPage *page)
{
  DovKitBuild *build = dov_goods_page_get_draft (page);
  DovStore *store = dov_goods_page_get_store (page);
  DovSectionBox *section = dov_goods_page_get_part (page, "parts");
  g_autoptr (GArray) ids = dov_store_see_ids (store, "SELECT id FROM live_kit_part WHERE kit_id = ?1 ORDER BY key, id", "(x)",
                                              build->kit_id);
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  gint64 scarce = 0;

  dov_section_box_clear (section);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (store, DOV_TYPE_KIT_PART, g_array_index (ids, gint64, i), NULL);
      gint64 item = DOV_KIT_PART (part)->item_id;
      g_autofree char *thing = dov_store_describe_id (store, DOV_TYPE_ITEM, item);
      g_autofree char *amount = dov_stock_dup_quantity (store, item, DOV_KIT_PART (part)->qty);
      g_autofree char *there = dov_goods_page_note (part, page);
      g_autofree char *second = g_strdup_printf (_("%1$s in one kit · %2$s"), amount, there);

      dov_section_box_append (section, dov_row_line_new ("", thing, second));
    }
  if (ids->len > 0)
    shown = dov_number_to_shown (dov_stock_count_kits (store, build->kit_id, build->lounge_id, build->drive_id, &scarce));
  if (scarce != 0)
    name = dov_store_describe_id (store, DOV_TYPE_ITEM, scarce);
  count = shown == NULL ? g_strdup ("") : name == NULL ? g_strdup_printf (_("enough for %s"), shown) :
    g_strdup_printf (_("enough for %1$s; first runs out: %2$s"), shown, name);
  dov_section_box_set_count (section, count);
}

static void
add_part_cb (DovGoodsPage *page)
{
  g_autoptr (DovRecord) part = dov_record_new (DOV_TYPE_KIT_PART, 0);

  dov_set (DOV_KIT_PART (part), kit_id, DOV_KIT_BUILD (dov_goods_page_get_draft (page))->kit_id);
  dov_go_form (page, part);
}

static GtkWidget *
parts_new (DovGoodsPage *page)
{
  GtkWidget *section = dov_section_box_new (_("What one kit is made of"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Choose the kit. What it is made of is written once, here."));
  dov_section_box_set_more (DOV_SECTION_BOX (section), _("Add"));
  g_signal_connect_object (section, "more-clicked", G_CALLBACK (add_part_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (dov_goods_page_get_store (page), "committed", G_CALLBACK (show_parts), page, G_CONNECT_SWAPPED);

  return section;
}

static const DovGoodsPart kit_parts[] = {
  { N_("Which kits"), "kit_id qty is_unbuild drive_id" },
  { .name = "parts", .make = parts_new },
  { N_("Paper"), "no date lounge_id made_by_id note", .at_end = TRUE },
  { NULL },
};

static const DovGoodsFilter kit_filters[] = {
  { "kit_id", "category_id IN (SELECT id FROM ref_item WHERE list_code = 'item_category' AND code = 'kit')" }, { NULL },
};

static const DovGoodsFollow kit_follows[] = { { "kit_id", NULL }, { "lounge_id", NULL }, { "drive_id", NULL }, { NULL } };

const DovGoodsPaper dov_kit_paper = {
  dov_kit_build_get_type, "drives", N_("Making up of kits"), .save = N_("Make Up"), .dismiss = N_("Do Not Make Up"),
  .words = NC_("toast", "Kits: No. %s"), .status = "posted", .number = "no", .parts = kit_parts, .filters = kit_filters,
  .follows = kit_follows, .changed = show_parts,
};

/* ---- a count: every thing and batch of the lounge, to be gone down by keyboard ---- */

/* “by the books 36 kg; 2 kg are missing”. */
static char *
dup_difference (DovRecord *record,
                gpointer   page)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovInventoryLine *line = DOV_INVENTORY_LINE (record);
  g_autofree char *book = dov_stock_dup_quantity (store, line->item_id, line->book_qty);
  g_autofree char *words = NULL;
  gint64 difference;

  if (line->actual_qty == DOV_UNKNOWN)
    return g_strdup_printf (_("by the books %s"), book);
  difference = line->actual_qty - line->book_qty;
  if (difference == 0)
    return g_strdup_printf (_("by the books %s · it agrees"), book);
  words = dov_stock_dup_quantity (store, line->item_id, ABS (difference));

  return g_strdup_printf (difference > 0 ? _("by the books %1$s · %2$s too many") : _("by the books %1$s · %2$s missing"),
                          book, words);
}

/* Of one thing there is a line for each drive and use-by date: that is what tells them apart. */
static char *
count_note (DovRecord *record,
            gpointer   page)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovInventoryLine *line = DOV_INVENTORY_LINE (record);
  g_autofree char *difference = dup_difference (record, page);
  g_autofree char *drive = line->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, line->drive_id)
                                               : g_strdup (_("general stock"));
  g_autofree char *day = line->expires_on != NULL ? dov_date_to_shown (line->expires_on) : NULL;
  g_autofree char *until = day != NULL ? g_strdup_printf (_("use by %s"), day) : NULL;

  return until != NULL ? g_strdup_printf ("%s · %s · %s", drive, until, difference)
                       : g_strdup_printf ("%s · %s", drive, difference);
}

static gboolean
is_counted (DovLines *lines)
{
  g_autoptr (GPtrArray) all = dov_lines_list_lines (lines);

  for (guint i = 0; i < all->len; i++)
    if (DOV_INVENTORY_LINE (all->pdata[i])->actual_qty != DOV_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
fill_count (DovGoodsPage *page,
            gboolean      by_hand)
{
  DovInventoryCount *count = dov_goods_page_get_draft (page);
  DovLines *lines = dov_goods_page_get_lines (page);
  g_autoptr (GPtrArray) book = NULL;

  if (!by_hand || count->date == NULL)
    return;
  book = dov_stock_list_book (dov_goods_page_get_store (page), count->lounge_id, DOV_STOCK_ALL, count->date);
  dov_lines_clear (lines);
  for (guint i = 0; i < book->len; i++)
    dov_lines_add_line (lines, book->pdata[i]);
}

/* What was counted already is not thrown away. */
static void
day_changed (DovGoodsPage *page,
             gboolean      by_hand)
{
  if (!is_counted (dov_goods_page_get_lines (page)))
    fill_count (page, by_hand);
}

/* The difference stands under each thing. */
static void
count_changed (DovGoodsPage *page)
{
  dov_lines_refresh (dov_goods_page_get_lines (page));
}

static gboolean
count_focus (DovGoodsPage *page)
{
  return dov_lines_focus_first (dov_goods_page_get_lines (page));
}

static const DovGoodsPart count_parts[] = {
  { N_("Count"), "date lounge_id" },
  { .name = "lines" },
  COMMISSION,
  { N_("Paper"), "no made_by_id note", .at_end = TRUE },
  { NULL },
};

static const DovGoodsFollow count_follows[] = { { "lounge_id", fill_count }, { "date", day_changed }, { NULL } };

const DovGoodsPaper dov_count_paper = {
  dov_inventory_count_get_type, "drives", N_("Stock count"), .save = N_("Put into the Books"),
  .dismiss = N_("Do Not Save"), .print = N_("Save and print"), .document = "D-33d",
  .words = NC_("toast", "Counted: No. %s"), .status = "posted", .number = "no",
  .parts = count_parts, .follows = count_follows,
  .lines = { dov_inventory_line_get_type, "count_id", N_("What lies there"), "actual_qty", NULL, .note = count_note,
             .rest = N_("Everything agrees"), .rest_from = "book_qty" },
  .changed = count_changed, .save_more = save_commission, .focus = count_focus,
};
