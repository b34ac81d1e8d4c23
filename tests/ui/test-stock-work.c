/* test-stock-work.c - the stock at work by keyboard: a sheet of many families and back, write-off, count, closing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rooms.h"

#include "dov-amount.h"
#include "dov-closing-page.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-drive.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-goods-page.h"
#include "dov-inventory-count.h"
#include "dov-kit-build.h"
#include "dov-kit-part.h"
#include "dov-line-row.h"
#include "dov-link-row.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-paste-page.h"
#include "dov-ref-item.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-rental-page.h"
#include "dov-section-box.h"
#include "dov-sheet-page.h"
#include "dov-stock-transfer.h"
#include "dov-tabs.h"
#include "dov-ui-keys.h"
#include "dov-ui-stock.h"
#include "dov-ui-test.h"
#include "dov-window.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

typedef struct
{
  DovUiStock *stock;
  GtkWidget  *page;
  GtkWindow  *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->stock = dov_ui_stock_new ();
}

static void
put_away (Fixture *fixture)
{
  if (fixture->window != NULL)
    dov_ui_test_close (fixture->window);
  fixture->window = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  put_away (fixture);
  dov_ui_stock_free (fixture->stock);
}

static DovStore *
get_store (Fixture *fixture)
{
  return fixture->stock->club->store;
}

static void
show (Fixture *fixture,
      DovPage *page)
{
  put_away (fixture);
  fixture->page = GTK_WIDGET (page);
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
  dov_page_focus (page);
  dov_ui_test_settle ();
}

/* Types into the finder that has the keyboard and takes the first line. */
static void
find (Fixture    *fixture,
      const char *words)
{
  GtkWidget *entry = gtk_widget_get_ancestor (dov_ui_test_get_focus (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  dov_ui_keys_write (fixture->page, words);
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
}

static gint64
count_handouts (Fixture    *fixture,
                const char *status)
{
  DovQuery query = { .where = "sheet_no = '1' AND status = ?1", .params = g_variant_new ("(s)", status) };

  return dov_store_count (get_store (fixture), DOV_TYPE_DISTRIBUTION, &query, NULL);
}

/* Grown-ups for the families of the fixture, which have children only. */
static void
add_mothers (Fixture *fixture)
{
  static const struct { const char *family, *last; } mothers[] = {
    { "Елькины", "Елькина" }, { "Ёлкины", "Ёлкина" }, { "Ветошкины", "Ветошкина" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mothers); i++)
    {
      DovQuery query = { .where = "family_name = ?1", .params = g_variant_new ("(s)", mothers[i].family) };
      g_autoptr (DovRecord) family = dov_store_find_first (get_store (fixture), DOV_TYPE_FAMILY, &query, NULL);

      dov_ui_stock_add_adult (fixture->stock, dov_record_get_id (family), mothers[i].last, "Анна");
    }
}

/* Families are put on the list with what each gets, ticked off by letters and by the numbers of signed rows. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  GtkWidget *numbers;

  add_mothers (fixture);
  show (fixture, dov_sheet_page_new (get_store (fixture), fixture->stock->drive));
  dov_ui_test_picture (fixture->page, "sheet-empty");
  find (fixture, "картоф");   /* what each gets */
  dov_ui_keys_write (fixture->page, "20");
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "ельк");
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "ветош");
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "черемис");
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "кощ");      /* nobody grown-up is known there: it is said, and nothing is made */
  g_assert_cmpint (count_handouts (fixture, "draft"), ==, 3);
  dov_ui_test_picture (fixture->page, "sheet-list");

  dov_page_search (DOV_PAGE (fixture->page));
  find (fixture, "ветош");
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 1);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 140000);

  /* A second tick is answered, never toggled. */
  dov_page_search (DOV_PAGE (fixture->page));
  find (fixture, "ветош");
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 1);

  /* Back from the paper: what cannot be is named and stays in the field. */
  numbers = dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  gtk_widget_grab_focus (numbers);
  dov_ui_keys_write (fixture->page, "1-2, 9");
  g_signal_emit_by_name (numbers, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (numbers)), ==, "2, 9");
  dov_ui_test_picture (fixture->page, "sheet-marked");
  gtk_editable_set_text (GTK_EDITABLE (numbers), "три");
  g_signal_emit_by_name (numbers, "activate");
  dov_ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (numbers)), ==, "три");
  /* What each gets is no handout that was begun and not finished. */
  dov_ui_test_settle_for (1200);
  drafts = dov_store_list_drafts (get_store (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, "sheet-150");
  dov_ui_test_set_text_size (100);
}

static gint64
count_accepted (Fixture    *fixture,
                const char *reason)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM audit WHERE was = 'S4' AND became = '%s'", reason);

  return dov_database_count (dov_store_get_database (get_store (fixture)), sql, NULL);
}

/* The number of a row leaves the room to the words. */
static void
assert_number_is_narrow (Fixture *fixture)
{
  GtkWidget *row = dov_ui_test_find (fixture->page, DOV_TYPE_ROW_LINE, NULL);
  GtkWidget *number = dov_ui_test_find (row, GTK_TYPE_LABEL, "1");

  g_assert_cmpint (gtk_widget_get_width (number), <, 40);
}

/* S4: the girl has had a set in this drive, and is on the list for one more. It is read before it is handed out; by the
 * number of its row it is only named. */
static void
test_sheet_repeat (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *numbers, *all_the_same;

  add_mothers (fixture);
  show (fixture, dov_sheet_page_new (get_store (fixture), fixture->stock->drive));
  find (fixture, "набор");
  dov_ui_keys_write (fixture->page, "1");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dov_ui_test_find (fixture->page, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "черемис");
  g_assert_cmpint (count_handouts (fixture, "draft"), ==, 1);
  numbers = dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (numbers), "1");
  g_signal_emit_by_name (numbers, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (numbers)), ==, "1");
  dov_page_search (DOV_PAGE (fixture->page));
  find (fixture, "черемис");
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 0);
  g_assert_true (dov_ui_test_says (fixture->page, "Черемисинова Варвара Павловна"));
  assert_number_is_narrow (fixture);
  dov_ui_test_picture (fixture->page, "sheet-repeat");
  all_the_same = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Hand out all the same"));
  dov_ui_test_click (all_the_same);
  g_assert_cmpint (count_handouts (fixture, "issued"), ==, 1);
  g_assert_cmpint (count_accepted (fixture, _("on the list of the sheet")), ==, 1);
}

static void
begin (Fixture *fixture,
       GType    type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  if (type != DOV_TYPE_INVENTORY_COUNT)
    dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  g_assert_true (DOV_IS_GOODS_PAGE (fixture->page));
}

static DovForm *
get_form (Fixture *fixture)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (fixture->page));
}

static void
find_member (Fixture    *fixture,
             const char *words)
{
  dov_ui_stock_focus_finder (fixture->page, _("Find a member by name"));
  find (fixture, words);
}

/* S6: a write-off needs three people; two are refused beside the field, and nothing typed is lost. */
static void
test_write_off (Fixture       *fixture,
                gconstpointer  data)
{
  begin (fixture, DOV_TYPE_WRITE_OFF);
  dov_set (DOV_WRITE_OFF (dov_form_get_draft (get_form (fixture))), reason, DOV_WRITE_OFF_REASON_DAMAGED);
  dov_field_row_show (dov_form_find_row (get_form (fixture), "reason"));
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "морк");
  dov_ui_keys_write (fixture->page, "12");
  find_member (fixture, "русских");
  find_member (fixture, "бузмакова");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->carrots), ==, 60000);
  dov_ui_test_picture (fixture->page, "write-off-refused");
  find_member (fixture, "черемисинова ольга");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->carrots), ==, 48000);
}

/* A count goes down the column with Enter; the difference stands beside the books. */
static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  guint n;

  /* A count of a day on which nothing had come yet has no lines; so it follows what is typed. */
  begin (fixture, DOV_TYPE_INVENTORY_COUNT);
  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (get_form (fixture), "date")), "01.03.2027");
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW), ==, 0);

  begin (fixture, DOV_TYPE_INVENTORY_COUNT);
  n = dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW);
  g_assert_cmpuint (n, ==, 6);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *line = gtk_widget_get_ancestor (dov_ui_test_get_focus (fixture->page), DOV_TYPE_LINE_ROW);
      gint64 item = dov_ui_stock_item_of (dov_line_row_get_record (DOV_LINE_ROW (line)));
      gint64 book = dov_ui_stock_balance (fixture->stock, item);
      g_autofree char *typed = g_strdup_printf ("%d", (int) (book / 1000) - (item == fixture->stock->potatoes ? 3 : 0));

      dov_ui_keys_write (fixture->page, typed);
      g_signal_emit_by_name (dov_ui_test_get_focus (fixture->page), "activate");
      dov_ui_test_settle ();
    }
  dov_ui_test_picture (fixture->page, "count");
  dov_ui_stock_focus_finder (fixture->page, _("Find a member by name"));
  find (fixture, "русских");
  find_member (fixture, "бузмакова");
  find_member (fixture, "черемисинова ольга");
  dov_page_save (DOV_PAGE (fixture->page));
  dov_ui_test_picture (fixture->page, "count-saved");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 157000);
}

/* Potatoes lie in the drive and in the general stock: each line says where. What was typed stays as it was counted, the
 * button fills in the rest from the books. */
static void
test_count_rest (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 drive = fixture->stock->drive;
  guint n = 0, n_general = 0;

  fixture->stock->drive = 0;
  dov_ui_stock_receive (fixture->stock, fixture->stock->potatoes, "17", "");
  fixture->stock->drive = drive;
  begin (fixture, DOV_TYPE_INVENTORY_COUNT);
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW), ==, 7);
  dov_ui_keys_write (fixture->page, "1");
  dov_ui_test_picture (fixture->page, "count-twins");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Everything agrees")));
  for (GtkWidget *row = dov_ui_test_find (fixture->page, DOV_TYPE_LINE_ROW, NULL); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      DovRecord *record = dov_line_row_get_record (DOV_LINE_ROW (row));
      gboolean is_general = dov_record_get_number (record, "drive_id") == 0;

      g_assert_cmpint (dov_record_get_number (record, "actual_qty"), ==,
                       n == 0 ? 1000 : dov_record_get_number (record, "book_qty"));
      g_assert_cmpint (dov_ui_test_says (row, "Поделись урожаем"), ==, !is_general);
      g_assert_cmpint (dov_ui_test_says (row, _("general stock")), ==, is_general);
      n_general += is_general;
      n++;
    }
  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpuint (n_general, ==, 1);
}

/* A paper that is not finished has moved nothing: it goes into the bin. One that has moved goods is annulled. */
static void
test_draft_goes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->club->lounge);
  g_autofree char *staff = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->club->staff);
  g_autofree char *drive = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->drive);
  g_autofree char *family = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->family);
  g_autofree char *mother = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->mother);
  gint64 ids[2];

  ids[0] = dov_ui_stock_save (fixture->stock, DOV_TYPE_DISTRIBUTION, "no", "77", "date", "2027-03-12", "lounge_id", lounge,
                              "drive_id", drive, "family_id", family, "person_id", mother, "issued_by_id", staff, NULL);
  ids[1] = dov_ui_stock_save (fixture->stock, DOV_TYPE_WRITE_OFF, "no", "78", "date", "2027-03-12", "lounge_id", lounge,
                              "reason", "damaged", "made_by_id", staff, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GType type = i == 0 ? DOV_TYPE_DISTRIBUTION : DOV_TYPE_WRITE_OFF;
      g_autoptr (DovRecord) paper = dov_store_find (get_store (fixture), type, ids[i], NULL);

      show (fixture, dov_rooms_open_record (get_store (fixture), type, ids[i]));
      g_assert_false (gtk_widget_get_visible (dov_ui_test_find_name (fixture->page, "posted.annul")));
      dov_ui_test_click (dov_ui_test_find_name (fixture->page, "posted.remove"));
      dov_ui_test_settle ();
      g_assert_true (dov_record_is_removed (paper));
    }

  dov_ui_stock_hand_out (fixture->stock, fixture->stock->family, fixture->stock->mother, fixture->stock->potatoes, 0, "3",
                         TRUE);
  {
    g_autoptr (DovRecord) paper = dov_store_find_first (get_store (fixture), DOV_TYPE_DISTRIBUTION,
                                                        &(DovQuery) { .where = "status = 'issued'" }, NULL);

    show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DISTRIBUTION, dov_record_get_id (paper)));
    g_assert_true (gtk_widget_get_visible (dov_ui_test_find_name (fixture->page, "posted.annul")));
    g_assert_false (gtk_widget_get_visible (dov_ui_test_find_name (fixture->page, "posted.remove")));
  }
}

static void
test_kits (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *kit = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->kit);
  g_autofree char *blanket = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->blanket);

  dov_ui_stock_save (fixture->stock, DOV_TYPE_KIT_PART, "kit_id", kit, "item_id", blanket, "qty", "2", NULL);
  begin (fixture, DOV_TYPE_KIT_BUILD);
  dov_link_row_choose (DOV_LINK_ROW (dov_form_find_row (get_form (fixture), "kit_id")), fixture->stock->kit);
  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (get_form (fixture), "qty")), "3");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (fixture->page, "хватит на 6;"));   /* whole kits */
  dov_ui_test_picture (fixture->page, "kits");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 26000);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->blanket), ==, 6000);
}

/* S7: what is open is named, what is left is decided, and then it is closed. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovRecord) drive = dov_store_find (get_store (fixture), DOV_TYPE_DRIVE, fixture->stock->drive, NULL);

  show (fixture, dov_subject_page_new (get_store (fixture), &dov_closing_subject, fixture->stock->drive));
  dov_ui_test_picture (fixture->page, "closing");
  g_assert_null (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Close the drive")));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Into the general stock")));
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "closing-one");
  g_assert_cmpint (DOV_DRIVE (drive)->status, ==, DOV_DRIVE_STATUS_DISTRIBUTING);
}

static gint64
add_rental (Fixture    *fixture,
            const char *number,
            const char *name)
{
  DovQuery query = { .where = "list_code = 'rental_category' AND code = 'children'" };
  g_autoptr (DovRecord) category = dov_store_find_first (get_store (fixture), DOV_TYPE_REF_ITEM, &query, NULL);
  g_autofree char *category_id = g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (category));
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->stock->club->lounge);

  return dov_ui_stock_save (fixture->stock, DOV_TYPE_RENTAL_ITEM, "inventory_no", number, "name", name,
                            "category_id", category_id, "lounge_id", lounge, "status", "available",
                            "condition", "хорошее, без корзины", NULL);
}

static gint64
add_pram (Fixture *fixture)
{
  return add_rental (fixture, "П-07", "Коляска прогулочная, синяя");
}

/* The days of a month stand under one another, however long the names before them are. */
static void
test_rental_days (Fixture       *fixture,
                  gconstpointer  data)
{
  graphene_rect_t strips[2];
  GtkWidget *list;

  add_pram (fixture);
  add_rental (fixture, "П-08", "Санки");
  show (fixture, dov_rental_page_new (get_store (fixture)));
  dov_tabs_show (DOV_TABS (dov_ui_test_find (fixture->page, DOV_TYPE_TABS, NULL)), "calendar");
  dov_ui_test_settle ();
  list = gtk_widget_get_ancestor (dov_ui_test_find (fixture->page, GTK_TYPE_DRAWING_AREA, NULL), GTK_TYPE_LIST_BOX);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));

      g_assert_true (gtk_widget_compute_bounds (dov_ui_test_find (row, GTK_TYPE_DRAWING_AREA, NULL), list, &strips[i]));
    }
  g_assert_cmpfloat (strips[0].origin.x, ==, strips[1].origin.x);
  g_assert_cmpfloat (strips[0].size.width, ==, strips[1].size.width);
  dov_ui_test_picture (fixture->page, "rental-days");
}

/* An impossible day is refused in place, the next one is taken with Enter. */
static void
extend_loan (Fixture *fixture)
{
  GtkWidget *button = dov_ui_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, _("Extend…"));
  GtkWidget *inside, *entry;
  g_autoptr (DovRecord) loan = dov_store_find_first (get_store (fixture), DOV_TYPE_RENTAL_LOAN, NULL, NULL);

  g_assert_nonnull (button);
  inside = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  entry = dov_ui_test_find (inside, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31.02.2027");
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "31.02.2027");
  gtk_editable_set_text (GTK_EDITABLE (entry), "20.05.2027");
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (g_date_get_month (DOV_RENTAL_LOAN (loan)->due_on), ==, 5);
  g_assert_cmpint (g_date_get_day (DOV_RENTAL_LOAN (loan)->due_on), ==, 20);
}

/* S9: a thing is lent, cannot be lent again meanwhile, and comes back. */
static void
test_rental (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 pram = add_pram (fixture);
  g_autoptr (DovRecord) item = dov_store_find (get_store (fixture), DOV_TYPE_RENTAL_ITEM, pram, NULL);
  g_autoptr (DovRecord) first = dov_record_new (DOV_TYPE_RENTAL_LOAN, 0);
  g_autoptr (DovRecord) second = dov_record_new (DOV_TYPE_RENTAL_LOAN, 0);
  GtkMenuButton *more;

  show (fixture, dov_rental_page_new (get_store (fixture)));
  dov_ui_test_picture (fixture->page, "rental-empty");
  dov_record_set_number (first, "family_id", fixture->stock->family);
  show (fixture, dov_rooms_open_new (get_store (fixture), first));
  dov_link_row_choose (DOV_LINK_ROW (dov_form_find_row (get_form (fixture), "item_id")), pram);
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_RENTAL_LOAN (first)->person_id, ==, fixture->stock->mother);
  g_assert_cmpstr (DOV_RENTAL_LOAN (first)->condition_out, ==, "хорошее, без корзины");
  dov_ui_test_picture (fixture->page, "loan");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (DOV_RENTAL_ITEM (item)->status, ==, DOV_RENTAL_STATUS_ON_LOAN);

  dov_record_set_number (second, "family_id", fixture->stock->family);
  show (fixture, dov_rooms_open_new (get_store (fixture), second));
  dov_link_row_choose (DOV_LINK_ROW (dov_form_find_row (get_form (fixture), "item_id")), pram);
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_store_count (get_store (fixture), DOV_TYPE_RENTAL_LOAN, NULL, NULL), ==, 1);
  dov_ui_test_picture (fixture->page, "loan-refused");

  show (fixture, dov_rental_page_new (get_store (fixture)));
  dov_ui_test_picture (fixture->page, "rental-out");
  extend_loan (fixture);
  more = GTK_MENU_BUTTON (dov_ui_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, NULL));
  dov_ui_test_click (dov_ui_test_find (gtk_popover_get_child (gtk_menu_button_get_popover (more)), GTK_TYPE_BUTTON,
                                       _("Take Back")));
  g_assert_cmpint (DOV_RENTAL_ITEM (item)->status, ==, DOV_RENTAL_STATUS_AVAILABLE);
}

static void
test_family (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_FAMILY, fixture->stock->family));
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (fixture->page)), "help");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (fixture->page, "Картофель"));
  dov_ui_test_picture (fixture->page, "family-gifts");
  g_assert_true (dov_ui_test_says (fixture->page, "Сапоги детские"));
}

/* A part of the drive goes into the general stock; annulled, it is back. Without a reason nothing is annulled. */
static void
test_transfer (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (DovRecord) paper = NULL;
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_STOCK_TRANSFER, 0);

  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  dov_record_set_number (draft, "to_lounge_id", fixture->stock->club->lounge);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "картоф");
  dov_ui_keys_write (fixture->page, "161");   /* one too many: refused beside the line, and nothing is lost */
  dov_ui_test_press (fixture->page, GDK_KEY_s, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 160000);
  dov_ui_test_picture (fixture->page, "transfer-refused");
  gtk_widget_grab_focus (dov_ui_test_find (dov_ui_test_find (fixture->page, DOV_TYPE_LINE_ROW, NULL), DOV_TYPE_AMOUNT, NULL));
  gtk_editable_select_region (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page)), 0, -1);
  dov_ui_keys_write (fixture->page, "50");
  dov_ui_test_press (fixture->page, GDK_KEY_s, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 110000);

  paper = dov_store_find_first (get_store (fixture), DOV_TYPE_STOCK_TRANSFER, NULL, NULL);
  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_STOCK_TRANSFER, dov_record_get_id (paper)));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Annul…")));
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 110000);
  dov_ui_keys_write (fixture->page, "не та акция");
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
  dov_ui_test_settle ();
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 160000);
  dov_ui_test_picture (fixture->page, "transfer-annulled");
}

/* ---- a table from a spreadsheet ---- */

/* The paper in a window of its own, with the keyboard in its lines. */
static void
begin_in_window (Fixture *fixture,
                 GType    type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);
  DovWindow *window = dov_window_new (NULL);

  put_away (fixture);
  fixture->window = dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_window_set_store (window, get_store (fixture));
  if (type != DOV_TYPE_INVENTORY_COUNT)
    dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  if (type == DOV_TYPE_DISTRIBUTION)
    dov_record_set_number (draft, "family_id", fixture->stock->family);
  dov_go_form (window, draft);
  dov_ui_test_settle ();
  fixture->page = GTK_WIDGET (dov_window_get_page (window));
  g_assert_true (DOV_IS_GOODS_PAGE (fixture->page));
  if (type != DOV_TYPE_INVENTORY_COUNT)
    dov_page_add (DOV_PAGE (fixture->page));
  dov_ui_test_settle ();
}

static GtkWidget *
get_top (Fixture *fixture)
{
  return GTK_WIDGET (dov_window_get_page (DOV_WINDOW (fixture->window)));
}

static void
paste_table (Fixture    *fixture,
             const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->page), text);
  dov_ui_test_press_accel (get_top (fixture), "<Control>v");
  WAIT_FOR (DOV_IS_PASTE_PAGE (get_top (fixture)));
  dov_ui_test_settle ();
}

/* The lines as they stand: thing and what is typed of it, one after the other. */
static char *
dup_lines (Fixture    *fixture,
           const char *field)
{
  g_autoptr (GPtrArray) lines = dov_lines_list_lines (dov_goods_page_get_lines (DOV_GOODS_PAGE (fixture->page)));
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      DovRecord *line = g_ptr_array_index (lines, i);
      g_autofree char *item = dov_store_dup_shown (get_store (fixture), line, dov_record_find_field (line, "item_id"));
      g_autofree char *amount = dov_record_dup_shown (line, dov_record_find_field (line, field));

      if (*amount != '\0')
        g_string_append_printf (all, "%s%s %s", all->len > 0 ? "; " : "", item, amount);
    }

  return g_string_free (all, FALSE);
}

/* A table pasted into the lines of a paper is looked over as anywhere: what is not known is said, what is partly known is
 * offered, and a row is refused for what its line would be. Then it stands among the lines, and nothing is saved yet. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    GType     (*type) (void);
    const char *amount, *table, *refused, *lines;
    guint       n;
  } papers[] = {
    { dov_donation_receipt_get_type, "qty",
      "Вещь\tКоличество\tСостояние\nКартофель\t25,5\tновое\nШапка вязаная\t2\tновое\n",
      "Шапка вязаная", "Картофель 25,5", 1 },
    { dov_distribution_get_type, "qty",
      "Вещь\tКоличество\tРебёнок\n"
      "Морковь\t4\tЧеремисинова Варвара Павловна, 20.11.2017\nКартофель\t1000\t\nМорковь\t2\tЁлкины Полина\n",
      "Это не ребёнок этой семьи", "Сапоги детские, размер 31–35 1; Морковь 4", 1 },
    { dov_write_off_get_type, "qty", "Вещь\tКоличество\nМорковь\t60\nКартофель\t161\n", "161", "Морковь 60", 1 },
    { dov_stock_transfer_get_type, "qty", "Вещь\tКоличество\nОдеяло полуторное\t13\nОдеяло полуторное\t7\n", "13",
      "Одеяло полуторное 7", 1 },
    { dov_inventory_count_get_type, "actual_qty",
      "Вещь\tФактически\n"
      "Морковь\t59\nКоляска прогулочная\t1\nКартофель\t158,5\nМорковь\t58\n", "Такая строка в таблице уже есть",
      "Картофель 158,5; Морковь 59",
      2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *add = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", papers[i].n), papers[i].n);
      g_autofree char *picture = g_strdup_printf ("paste-lines-%u", i);
      g_autofree char *lines = NULL;
      gint64 last = dov_store_get_last_operation (get_store (fixture));

      begin_in_window (fixture, papers[i].type ());
      paste_table (fixture, papers[i].table);
      g_assert_true (dov_ui_test_says (get_top (fixture), papers[i].refused));
      g_assert_nonnull (dov_ui_test_find (get_top (fixture), GTK_TYPE_BUTTON, add));
      dov_ui_test_picture (GTK_WIDGET (fixture->window), picture);
      dov_ui_test_press_accel (get_top (fixture), "<Control>s");
      while (DOV_IS_PASTE_PAGE (get_top (fixture)))
        dov_go_back (fixture->window);
      dov_ui_test_settle ();
      lines = dup_lines (fixture, papers[i].amount);
      g_assert_cmpstr (lines, ==, papers[i].lines);
      if (papers[i].type == dov_inventory_count_get_type)
        {
          paste_table (fixture, "Вещь\tФактически\nМорковь\t58\nКартофель\t158,5\n");
          g_assert_true (dov_ui_test_says (get_top (fixture), "В этой строке уже стоит другое число"));
        }
      g_assert_cmpint (dov_store_get_last_operation (get_store (fixture)), ==, last);
    }
}

/* One that is partly called so is offered; words that are no table go into the text that has the keyboard. */
static void
test_paste_offers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *offer = g_strdup_printf (_("It is “%s”"), "Одеяло полуторное");
  g_autofree char *lines = NULL;

  begin_in_window (fixture, DOV_TYPE_STOCK_TRANSFER);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->page), "морк");
  dov_ui_test_press_accel (fixture->page, "<Control>Cyrillic_em");
  WAIT_FOR (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page))), "морк"));
  paste_table (fixture, "Вещь\tКоличество\nОдеяло\t5\nОдеяло\t2\n");
  dov_ui_test_click (dov_ui_test_find (get_top (fixture), GTK_TYPE_BUTTON, offer));
  dov_ui_test_press_accel (get_top (fixture), "<Control>s");
  g_assert_true (get_top (fixture) == fixture->page);
  lines = dup_lines (fixture, "qty");
  g_assert_cmpstr (lines, ==, "Одеяло полуторное 5; Одеяло полуторное 2");
}

/* As the closing page begins a paper about one leftover: its line stands in it. */
static void
begin_leftover (Fixture    *fixture,
                GType       type,
                gint64      item,
                const char *qty)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);
  g_autofree char *line = g_strdup_printf ("[(%" G_GINT64_FORMAT ", 0, 0, {'qty': '%s'})]", item, qty);

  dov_record_keep_typed (draft, "goods.lines", line);
  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  dov_record_set_number (draft, "lounge_id", fixture->stock->club->lounge);
  if (type == DOV_TYPE_STOCK_TRANSFER)
    dov_record_set_number (draft, "to_lounge_id", fixture->stock->club->lounge);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW), ==, 1);
}

/* One leftover is written off by a commission, another is moved. */
static void
decide_leftovers (Fixture *fixture)
{
  begin_leftover (fixture, DOV_TYPE_WRITE_OFF, fixture->stock->carrots, "60");
  dov_set (DOV_WRITE_OFF (dov_form_get_draft (get_form (fixture))), reason, DOV_WRITE_OFF_REASON_DAMAGED);
  dov_field_row_show (dov_form_find_row (get_form (fixture), "reason"));
  find_member (fixture, "русских");
  find_member (fixture, "бузмакова");
  find_member (fixture, "черемисинова ольга");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->carrots), ==, 0);

  begin_leftover (fixture, DOV_TYPE_STOCK_TRANSFER, fixture->stock->blanket, "12");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->blanket), ==, 0);
}

/* S7: to its end: the signature; leftovers written off, moved, and into the general stock one and all; closed. */
static void
test_closing_end (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DovRecord) drive = dov_store_find (get_store (fixture), DOV_TYPE_DRIVE, fixture->stock->drive, NULL);
  DovQuery query = { .where = "is_signed = 0" };
  g_autoptr (DovRecord) handout = dov_store_find_first (get_store (fixture), DOV_TYPE_DISTRIBUTION, &query, NULL);
  const gint64 needs[] = { fixture->stock->boots_need, fixture->stock->jacket_need };
  g_autoptr (GError) error = NULL;
  GtkWidget *close;

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DISTRIBUTION, dov_record_get_id (handout)));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("The signature is there")));
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (get_store (fixture), DOV_TYPE_NEED, needs[i], NULL);
      g_autoptr (DovRecord) draft = dov_record_dup (need);

      dov_set (DOV_NEED (draft), status, DOV_NEED_STATUS_CANCELLED);
      g_assert_true (dov_store_save (get_store (fixture), draft, &error));
    }
  decide_leftovers (fixture);
  show (fixture, dov_subject_page_new (get_store (fixture), &dov_closing_subject, fixture->stock->drive));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Into the general stock")));
  dov_ui_test_settle ();
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("All that is left into the general stock")));
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "closing-ready");
  close = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Close the drive"));
  g_assert_true (gtk_widget_is_sensitive (close));
  dov_ui_test_click (close);
  g_assert_cmpint (DOV_DRIVE (drive)->status, ==, DOV_DRIVE_STATUS_CLOSED);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  dov_ui_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/stock-work/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("sheet", test_sheet);
  ADD ("sheet-repeat", test_sheet_repeat);
  ADD ("write-off", test_write_off);
  ADD ("count", test_count);
  ADD ("count-rest", test_count_rest);
  ADD ("draft-goes", test_draft_goes);
  ADD ("kits", test_kits);
  ADD ("closing", test_closing);
  ADD ("closing-end", test_closing_end);
  ADD ("transfer", test_transfer);
  ADD ("paste", test_paste);
  ADD ("paste-offers", test_paste_offers);
  ADD ("rental", test_rental);
  ADD ("rental-days", test_rental_days);
  ADD ("family", test_family);

  return g_test_run ();
}
