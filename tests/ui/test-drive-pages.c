/* test-drive-pages.c - a charity drive by keyboard: received, kept back, handed out, nothing typed lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-rooms.h"
#include "dov-window.h"

#include "dov-amount.h"
#include "dov-config.h"
#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-donor-field.h"
#include "dov-link-panel.h"
#include "dov-person.h"
#include "dov-drive-page.h"
#include "dov-drive.h"
#include "dov-family-member.h"
#include "dov-finder.h"
#include "dov-form-page.h"
#include "dov-goods-page.h"
#include "dov-item.h"
#include "dov-line-row.h"
#include "dov-link-row.h"
#include "dov-list-view.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-notice.h"
#include "dov-posted-page.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-saving.h"
#include "dov-stock-page.h"
#include "dov-stock.h"
#include "dov-thing-page.h"
#include "dov-ui-keys.h"
#include "dov-ui-stock.h"
#include "dov-ui-test.h"
#include "workbook-reading.h"

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

static void
take_pictures (Fixture    *fixture,
               const char *name)
{
  g_autofree char *large = g_strconcat (name, "-150", NULL);
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);

  dov_ui_test_picture (fixture->page, name);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, large);
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, dark);
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_settle ();
}

/* Types into the finder that has the keyboard and takes the first line. */
static void
find (Fixture    *fixture,
      const char *words)
{
  GtkWidget *focus = dov_ui_test_get_focus (fixture->page);
  GtkWidget *entry = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  dov_ui_keys_write (fixture->page, words);
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
}

static void
test_drive (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (DovRecord) need = dov_store_find (get_store (fixture), DOV_TYPE_NEED, fixture->stock->jacket_need, NULL);
  GtkWidget *keep;

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DRIVE, fixture->stock->drive));
  g_assert_true (dov_ui_test_says (fixture->page, "Поделись урожаем"));
  g_assert_true (dov_ui_test_says (fixture->page, "Картофель"));
  take_pictures (fixture, "drive");

  /* What is free can be kept back at once. */
  keep = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Keep Back"));
  g_assert_nonnull (keep);
  dov_ui_test_click (keep);
  g_assert_cmpint (DOV_NEED (need)->status, ==, DOV_NEED_STATUS_RESERVED);
  g_assert_null (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Keep Back")));
}

/* The things as they are shown: their order, every column, the note behind the name; and the same on paper. */
static void
test_things_sheet (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (Reading) reading = NULL;
  char **sheets;
  GtkWidget *button;
  DovSaving *saving;

  dov_config_set_text ("folder", fixture->stock->club->folder, NULL);
  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DRIVE, fixture->stock->drive));
  saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  button = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("To Excel"));
  g_assert_true (gtk_widget_is_sensitive (button));
  dov_ui_test_click (button);
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "drive-saved");
  reading = reading_new (dov_saving_get_path (saving));
  sheets = reading_list_sheets (reading);
  g_assert_nonnull (reading_find (reading, sheets[0], "s Картофель"));
  g_assert_nonnull (reading_find (reading, sheets[0], "n 180"));   /* received */
  g_assert_nonnull (reading_find (reading, sheets[0], "n 160"));   /* in stock */
  g_assert_nonnull (reading_find (reading, sheets[0], "s Коляска прогулочная"));   /* all gone, and still in the list */
  {
    g_autofree char *mark = g_strconcat ("s ", _("run out"), NULL);

    g_assert_nonnull (reading_find (reading, sheets[0], mark));
  }

  g_assert_true (gtk_widget_is_sensitive (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Print"))));
  dov_ui_test_press (fixture->page, GDK_KEY_p, GDK_CONTROL_MASK);   /* no window around it: nothing opens, nothing breaks */
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 drive = dov_ui_stock_save (fixture->stock, DOV_TYPE_DRIVE, "name",
                                    "Новогодний подарок каждому ребёнку сельского поселения и соседних деревень",
                                    "kind", "general", "since", "2027-03-01", "until", "2027-03-10", "status", "planned",
                                    "needs", "Сладости, игрушки, книги для детей от 3 до 12 лет", NULL);
  g_autoptr (DovRecord) record = dov_store_find (get_store (fixture), DOV_TYPE_DRIVE, drive, NULL);

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DRIVE, drive));
  dov_ui_test_picture (fixture->page, "drive-empty");
  gtk_widget_activate_action (fixture->page, "drive.collect", NULL);
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_DRIVE (record)->status, ==, DOV_DRIVE_STATUS_COLLECTING);
  gtk_widget_activate_action (fixture->page, "drive.distribute", NULL);
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_DRIVE (record)->status, ==, DOV_DRIVE_STATUS_DISTRIBUTING);
  dov_ui_test_picture (fixture->page, "drive-over");
}

static DovDistribution *
begin_handout (Fixture *fixture)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);

  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));

  return DOV_DISTRIBUTION (draft);
}

static void
choose_family (Fixture    *fixture,
               const char *words)
{
  GtkWidget *row = dov_ui_test_find (fixture->page, DOV_TYPE_LINK_ROW, NULL);

  dov_ui_test_type (row, words);
  dov_ui_test_settle ();
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
}

/* By keyboard alone: a family by a child's name, what is kept back for it, a shortage that is answered. */
static void
test_handout (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovDistribution) draft = begin_handout (fixture);
  g_autoptr (DovRecord) need = NULL;
  GtkWidget *line;

  g_assert_true (DOV_IS_GOODS_PAGE (fixture->page));
  choose_family (fixture, "варвар");
  g_assert_cmpint (draft->family_id, ==, fixture->stock->family);
  g_assert_cmpint (draft->person_id, ==, fixture->stock->mother);
  g_assert_true (dov_ui_test_says (fixture->page, "Сапоги детские"));   /* kept back: it comes for them */
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW), ==, 1);

  g_assert_true (dov_page_add (DOV_PAGE (fixture->page)));
  find (fixture, "картоф");
  g_assert_true (dov_ui_keys_stand_on (fixture->page, DOV_TYPE_AMOUNT, NULL));
  dov_ui_keys_write (fixture->page, "170");
  dov_ui_test_settle ();
  line = gtk_widget_get_ancestor (dov_ui_test_get_focus (fixture->page), DOV_TYPE_LINE_ROW);
  g_assert_nonnull (dov_line_row_get_error (DOV_LINE_ROW (line)));
  take_pictures (fixture, "handout");

  /* It is refused with the reason beside the field, and nothing is lost. */
  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 160000);
  dov_ui_keys_go_to (fixture->page, DOV_TYPE_AMOUNT, NULL);
  gtk_widget_grab_focus (dov_ui_test_find (line, DOV_TYPE_AMOUNT, NULL));
  gtk_editable_select_region (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page)), 0, -1);
  dov_ui_keys_write (fixture->page, "30,5");
  g_assert_null (dov_line_row_get_error (DOV_LINE_ROW (line)));
  dov_ui_test_press (fixture->page, GDK_KEY_s, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 129500);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->boots), ==, 1000);

  /* A second click finds the work done. */
  dov_ui_test_press (fixture->page, GDK_KEY_s, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 129500);
  need = dov_store_find (get_store (fixture), DOV_TYPE_NEED, fixture->stock->boots_need, NULL);
  g_assert_cmpint (DOV_NEED (need)->status, ==, DOV_NEED_STATUS_MET);

  /* And it is all taken back by one undoing. */
  g_assert_true (dov_store_undo (get_store (fixture), dov_store_get_last_operation (get_store (fixture)), NULL));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 160000);
}

/* A line of what is handed out: the keys take back its letters and nothing that was saved, wherever in the page the
 * keyboard is; handed out, all of it goes and comes as one deed, and the toast says what. */
static void
test_handout_undo (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const keys[] = { "<Control>z", "<Control>y", "<Control><Shift>z", "<Control>Cyrillic_ya" };
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autofree char *what = NULL;
  g_autoptr (GString) again = g_string_new (_("Done again: %s"));
  DovWindow *window = dov_window_new (NULL);
  GtkWidget *text;
  gint64 last = dov_store_get_last_operation (get_store (fixture));

  fixture->window = dov_ui_test_show (GTK_WIDGET (window));
  dov_window_set_store (window, get_store (fixture));
  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  dov_go_form (window, draft);
  dov_ui_test_settle ();
  fixture->page = GTK_WIDGET (dov_window_get_page (window));
  choose_family (fixture, "варвар");
  g_assert_true (dov_page_add (DOV_PAGE (fixture->page)));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)   /* in the empty finder of things */
    dov_ui_test_press_accel (fixture->page, keys[i]);
  find (fixture, "картоф");
  dov_ui_keys_write (fixture->page, "30");
  text = dov_ui_test_get_focus (fixture->page);
  dov_ui_test_press_accel (fixture->page, "<Control>Cyrillic_ya");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), !=, "30");
  dov_ui_test_press_accel (fixture->page, "<Control>y");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "30");
  for (guint n = 0; n < 12; n++)
    {
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      if (!GTK_IS_TEXT (dov_ui_test_get_focus (fixture->page)))
        dov_ui_test_press_accel (fixture->page, keys[n % G_N_ELEMENTS (keys)]);
      g_assert_cmpint (dov_store_get_last_operation (get_store (fixture)), ==, last);
    }

  dov_ui_test_press_accel (fixture->page, "<Control>s");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 130000);
  what = dov_store_describe_operation (get_store (fixture), dov_store_get_last_operation (get_store (fixture)));
  g_string_replace (again, "%s", what, 0);
  gtk_window_set_focus (fixture->window, NULL);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 160000);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>y");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->potatoes), ==, 130000);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), again->str));
}

/* The girl is to have the set that she has had. */
static void
repeat_set (Fixture *fixture)
{
  GtkWidget *list;
  GtkWidget *line;

  choose_family (fixture, "черемис");
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "набор");
  dov_ui_keys_write (fixture->page, "1");
  line = gtk_widget_get_ancestor (dov_ui_test_get_focus (fixture->page), DOV_TYPE_LINE_ROW);
  list = dov_ui_test_find (line, GTK_TYPE_DROP_DOWN, NULL);
  gtk_widget_grab_focus (list);
  while (!dov_ui_test_says (list, "Варвара"))
    g_assert_true (dov_ui_test_press (fixture->page, GDK_KEY_Down, 0));
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_NOTICE), ==, 1);
}

static void
give_reason (Fixture    *fixture,
             const char *reason)
{
  GtkWidget *notice = dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL);

  dov_ui_test_type (dov_ui_test_find (notice, GTK_TYPE_ENTRY, NULL), reason);
  dov_ui_test_click (dov_ui_test_find (notice, GTK_TYPE_BUTTON, NULL));
}

/* S4: the same set to the same child twice in one drive needs a reason; it is asked before. */
static void
test_repeat (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (DovDistribution) draft = begin_handout (fixture);

  repeat_set (fixture);
  dov_ui_test_picture (fixture->page, "handout-repeat");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 23000);
  dov_ui_test_picture (fixture->page, "handout-repeat-refused");

  give_reason (fixture, "прежний промок");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 22000);
}

/* Typed beside the lines and not given yet: saving does not take it away, and goes on with it when asked again. */
static void
test_repeat_half_typed (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (DovDistribution) draft = begin_handout (fixture);
  GtkWidget *entry;

  repeat_set (fixture);
  entry = dov_ui_test_find (dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL), GTK_TYPE_ENTRY, NULL);
  dov_ui_test_type (entry, " \u200b ");
  dov_ui_test_press_accel (fixture->page, "Return");
  g_assert_true (dov_ui_test_says (fixture->page, _("Say in a few words why: it stays in the history.")));
  dov_ui_test_type (entry, "отдала сестре");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 23000);
  g_assert_nonnull (gtk_widget_get_ancestor (dov_ui_test_get_focus (fixture->page), DOV_TYPE_NOTICE));
  dov_ui_test_press_accel (fixture->page, "<Control>s");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 22000);
  g_assert_cmpint (dov_database_count (dov_store_get_database (get_store (fixture)),
                                       "SELECT count(*) FROM audit WHERE was = 'S4' AND became = 'отдала сестре'", NULL), ==, 1);
}

/* The reason that was given before outlives the page, as everything that was typed. */
static void
test_repeat_kept (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DovDistribution) draft = begin_handout (fixture);
  g_autoptr (GPtrArray) drafts = NULL;

  repeat_set (fixture);
  give_reason (fixture, "прежний промок");
  g_assert_true (dov_ui_test_says (fixture->page, "прежний промок"));
  dov_form_keep (dov_form_page_get_form (DOV_FORM_PAGE (fixture->page)));
  drafts = dov_store_list_drafts (get_store (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  show (fixture, dov_rooms_open_draft (get_store (fixture), ((DovDraft *) drafts->pdata[0])->number));
  g_assert_true (dov_ui_test_says (fixture->page, "прежний промок"));
  dov_ui_test_picture (fixture->page, "handout-repeat-kept");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 22000);
}

/* What is typed outlives the program, lines too, and stands again where it stood. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (dov_store_get_path (get_store (fixture)));
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  {
    g_autoptr (DovDistribution) draft = begin_handout (fixture);

    choose_family (fixture, "черемис");
    dov_page_add (DOV_PAGE (fixture->page));
    find (fixture, "морк");
    dov_ui_keys_write (fixture->page, "2,2x");   /* half a number */
    dov_form_keep (dov_form_page_get_form (DOV_FORM_PAGE (fixture->page)));
  }
  put_away (fixture);
  g_assert_true (dov_store_close (get_store (fixture), &error));
  g_clear_object (&fixture->stock->club->store);
  fixture->stock->club->store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (get_store (fixture));

  drafts = dov_store_list_drafts (get_store (fixture), &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  number = ((DovDraft *) g_ptr_array_index (drafts, 0))->number;
  show (fixture, dov_rooms_open_draft (get_store (fixture), number));
  g_assert_true (DOV_IS_GOODS_PAGE (fixture->page));
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_LINE_ROW), ==, 2);
  g_assert_true (dov_ui_test_says (fixture->page, "2,2x"));
  g_assert_true (dov_ui_test_says (fixture->page, "Черемисинова О.\u00a0В.") || dov_ui_test_says (fixture->page, "Черемисинова"));
  dov_ui_test_picture (fixture->page, "handout-kept");
}

static gint64
count_papers (Fixture *fixture,
              GType    type)
{
  return dov_store_count (get_store (fixture), type, NULL, NULL);
}

/* An organisation gives something dear: the agreement is explained before it is missed. */
static void
test_receipt (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  DovDonationReceipt *receipt = DOV_DONATION_RECEIPT (draft);
  gint64 before = count_papers (fixture, DOV_TYPE_DONATION_RECEIPT);

  dov_set (receipt, drive_id, fixture->stock->drive);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  g_assert_true (DOV_IS_GOODS_PAGE (fixture->page));
  dov_ui_test_picture (fixture->page, "receipt-empty");
  find (fixture, "заря");
  g_assert_true (dov_ui_test_says (fixture->page, "СПК «Заря»"));

  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "одеял");
  dov_ui_keys_write (fixture->page, "4");
  dov_ui_keys_go_to (fixture->page, GTK_TYPE_ENTRY, NULL);
  dov_ui_keys_write (fixture->page, "1200");
  dov_ui_test_settle ();
  g_assert_cmpint (receipt->legal_form, ==, DOV_LEGAL_FORM_AGREEMENT);
  take_pictures (fixture, "receipt");

  /* Without its number the agreement is refused, under its field. */
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (count_papers (fixture, DOV_TYPE_DONATION_RECEIPT), ==, before);
  dov_ui_test_picture (fixture->page, "receipt-refused");
  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (dov_form_page_get_form (DOV_FORM_PAGE (fixture->page)), "agreement_no")), "4");
  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (dov_form_page_get_form (DOV_FORM_PAGE (fixture->page)), "agreement_date")),
                    "15.03.2027");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (count_papers (fixture, DOV_TYPE_DONATION_RECEIPT), ==, before + 1);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->blanket), ==, 16000);
}

/* A thing nobody has brought before is made in place; the giver has no name. */
static void
test_receipt_new (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  gint64 before = count_papers (fixture, DOV_TYPE_ITEM);

  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("_Without a name")));
  dov_page_add (DOV_PAGE (fixture->page));
  find (fixture, "Книги детские");
  dov_ui_test_picture (fixture->page, "receipt-new-thing");
  g_assert_cmpint (count_papers (fixture, DOV_TYPE_ITEM), ==, before);
}

/* Who gives: nobody by name, another one again, somebody not known yet; who was chosen is kept with the draft. */
static void
test_giver (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (GArray) nobody = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) kept = NULL;
  g_autoptr (DovRecord) person = NULL;
  gint64 n_people = count_papers (fixture, DOV_TYPE_PERSON);
  GtkWidget *giver, *button;

  dov_record_set_number (draft, "drive_id", fixture->stock->drive);
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  giver = dov_ui_test_find (fixture->page, DOV_TYPE_PEOPLE_FIELD, NULL);
  dov_ui_test_click (dov_ui_test_find (giver, GTK_TYPE_BUTTON, _("_Without a name")));
  g_assert_true (dov_ui_test_says (giver, _("Nobody by name")));
  g_assert_null (dov_ui_test_find (giver, GTK_TYPE_SEARCH_ENTRY, NULL));
  nobody = dov_record_dup_kept_ids (draft, "donor");
  g_assert_cmpuint (nobody->len, ==, 1);
  g_assert_cmpint (g_array_index (nobody, gint64, 0), ==, 0);

  dov_ui_test_click (dov_ui_test_find (giver, GTK_TYPE_BUTTON, _("Somebody _else")));
  again = dov_record_dup_kept_ids (draft, "donor");
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_nonnull (gtk_widget_get_ancestor (dov_ui_test_get_focus (giver), GTK_TYPE_SEARCH_ENTRY));

  /* Whom nobody knows: the keyboard goes on to whether it is a person; Esc gives it up. */
  find (fixture, "гостева зоя");
  button = dov_ui_test_get_focus (giver);
  g_assert_true (button == dov_ui_test_find (giver, GTK_TYPE_BUTTON, _("New _person…")));
  dov_ui_test_click (button);
  dov_ui_test_picture (fixture->page, "receipt-new-giver");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (giver), GDK_KEY_Escape, 0));
  g_assert_nonnull (gtk_widget_get_ancestor (dov_ui_test_get_focus (giver), GTK_TYPE_SEARCH_ENTRY));
  g_assert_cmpint (count_papers (fixture, DOV_TYPE_PERSON), ==, n_people);

  find (fixture, "гостева зоя");
  dov_ui_test_click (dov_ui_test_get_focus (giver));
  dov_link_panel_save (DOV_LINK_PANEL (dov_ui_test_find (giver, DOV_TYPE_LINK_PANEL, NULL)));
  dov_ui_test_settle ();
  g_assert_cmpint (count_papers (fixture, DOV_TYPE_PERSON), ==, n_people + 1);
  kept = dov_record_dup_kept_ids (draft, "donor");
  g_assert_cmpuint (kept->len, ==, 1);
  person = dov_store_find (get_store (fixture), DOV_TYPE_PERSON, g_array_index (kept, gint64, 0), NULL);
  g_assert_nonnull (person);

  /* Found anew with its draft. */
  show (fixture, dov_rooms_open_new (get_store (fixture), draft));
  giver = dov_ui_test_find (fixture->page, DOV_TYPE_PEOPLE_FIELD, NULL);
  g_assert_true (dov_ui_test_says (giver, DOV_PERSON (person)->last_name) || dov_ui_test_says (giver, _("person")));
}

static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  DovPage *page = dov_stock_page_new (get_store (fixture));

  show (fixture, page);
  dov_ui_test_picture (fixture->page, "stock-drives");
  dov_stock_page_show (DOV_STOCK_PAGE (page), "things");
  dov_ui_test_settle ();
  take_pictures (fixture, "stock-things");
  /* Letters of the other layout are understood, and it is said. */
  dov_ui_test_type (dov_ui_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL), "rfhnja");
  WAIT_FOR (dov_ui_test_says (fixture->page, "Найдено для «картоф»: включена латинская раскладка"));
  dov_stock_page_show (DOV_STOCK_PAGE (page), "needs");
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "stock-needs");
  dov_stock_page_show (DOV_STOCK_PAGE (page), "papers");
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "stock-papers");
  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_ITEM, fixture->stock->potatoes));
  dov_ui_test_picture (fixture->page, "stock-thing");
}

static void
test_posted (Fixture       *fixture,
             gconstpointer  data)
{
  DovQuery query = { .where = "is_signed = 0" };
  g_autoptr (DovRecord) handout = dov_store_find_first (get_store (fixture), DOV_TYPE_DISTRIBUTION, &query, NULL);

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DISTRIBUTION, dov_record_get_id (handout)));
  dov_ui_test_picture (fixture->page, "handout-posted");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("The signature is there")));
  g_assert_true (DOV_DISTRIBUTION (handout)->is_signed);

  /* What comes back is in the stock again, with a reason. */
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Brought back…")));
  dov_ui_keys_write (fixture->page, "не подошло");
  dov_ui_test_picture (fixture->page, "handout-return");
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
  g_assert_cmpint (DOV_DISTRIBUTION (handout)->status, ==, DOV_DISTRIBUTION_STATUS_RETURNED);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->kit), ==, 24000);
}

/* A handout that is ready, with things for a child of another family. */
static gint64
prepare_for_stranger (Fixture *fixture)
{
  DovQuery query = { .where = "family_id != ?1", .params = g_variant_new ("(x)", fixture->stock->family) };
  g_autoptr (DovRecord) stranger = dov_store_find_first (get_store (fixture), DOV_TYPE_FAMILY_MEMBER, &query, NULL);
  g_autoptr (DovRecord) handout = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();

  dov_set (DOV_DISTRIBUTION (handout), date, &today);
  dov_set (DOV_DISTRIBUTION (handout), lounge_id, fixture->stock->club->lounge);
  dov_set (DOV_DISTRIBUTION (handout), drive_id, fixture->stock->drive);
  dov_set (DOV_DISTRIBUTION (handout), family_id, fixture->stock->family);
  dov_set (DOV_DISTRIBUTION (handout), person_id, fixture->stock->mother);
  dov_set (DOV_DISTRIBUTION (handout), issued_by_id, fixture->stock->club->staff);
  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, fixture->stock->blanket);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, 1000);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, DOV_FAMILY_MEMBER (stranger)->person_id);
  g_ptr_array_add (lines, line);
  dov_stock_prepare_issue (get_store (fixture), DOV_DISTRIBUTION (handout), lines, &error);
  g_assert_no_error (error);

  return dov_record_get_id (handout);
}

/* A rule that asks for a reason has it answered where it asked, and the handout goes on. */
static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = prepare_for_stranger (fixture);
  g_autoptr (DovRecord) handout = dov_store_find (get_store (fixture), DOV_TYPE_DISTRIBUTION, id, NULL);

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DISTRIBUTION, id));
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Hand Out")));
  g_assert_cmpint (DOV_DISTRIBUTION (handout)->status, ==, DOV_DISTRIBUTION_STATUS_DRAFT);
  dov_ui_test_picture (fixture->page, "handout-reason");
  dov_ui_test_type (dov_ui_test_find (dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL), GTK_TYPE_ENTRY, NULL),
                    "живёт у бабушки");
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
  g_assert_cmpint (DOV_DISTRIBUTION (handout)->status, ==, DOV_DISTRIBUTION_STATUS_ISSUED);
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->blanket), ==, 11000);
}

/* What the pages declare exists. */
static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  const GType papers[] = {
    DOV_TYPE_DONATION_RECEIPT, DOV_TYPE_DISTRIBUTION, DOV_TYPE_WRITE_OFF, DOV_TYPE_STOCK_TRANSFER, DOV_TYPE_KIT_BUILD,
    DOV_TYPE_INVENTORY_COUNT,
  };
  g_autoptr (GString) faults = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    dov_subject_check (dov_posted_subject_find (papers[i]), faults);
  dov_subject_check (&dov_thing_subject, faults);
  dov_subject_check (&dov_drive_subject, faults);
  g_assert_cmpstr (faults->str, ==, "");
}

static guint
count_rows (Fixture    *fixture,
            GType       type,
            const char *words)
{
  const DovListView *view = dov_list_view_find (type);
  DovQuery query = { .words = words, .also = view->also, .order = view->order };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dov_store_list (get_store (fixture), type, &query, &error);

  g_assert_no_error (error);

  return ids->len;
}

/* The lists of papers are searched by the names and things in them, not by their numbers only. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const tables[] = {
    "drive", "distribution", "donation_receipt", "stock_transfer", "write_off", "inventory_count", "kit_build", "item",
    "need", "rental_item", "rental_loan",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GType type = dov_registry_find (tables[i]);
      g_autofree char *name = g_strdup_printf ("goods-list-%s", tables[i]);

      g_assert_cmpuint (count_rows (fixture, type, "нетничего"), ==, 0);
      show (fixture, dov_rooms_open_list (get_store (fixture), type));
      g_assert_nonnull (dov_page_get_action_label (DOV_PAGE (fixture->page)));
      dov_ui_test_picture (fixture->page, name);
    }
  g_assert_cmpuint (count_rows (fixture, DOV_TYPE_DISTRIBUTION, "черем коляск"), ==, 1);
  g_assert_cmpuint (count_rows (fixture, DOV_TYPE_DISTRIBUTION, "черем одеял"), ==, 0);
  g_assert_cmpuint (count_rows (fixture, DOV_TYPE_DONATION_RECEIPT, "одеял"), ==, 1);
  g_assert_cmpuint (count_rows (fixture, DOV_TYPE_NEED, "черем куртк"), ==, 1);
}

/* Sorting from the page of the receipt: what is good goes into the stock, too much is refused and stays typed. */
static void
test_sorting (Fixture       *fixture,
              gconstpointer  data)
{
  DovQuery query = { .where = "item_id = ?1 AND condition = 'to_sort'" };
  g_autoptr (DovRecord) line = NULL;
  gint64 receipt;
  GtkWidget *entry;

  dov_ui_stock_receive_as (fixture->stock, fixture->stock->jacket, "9", "", "to_sort");
  query.params = g_variant_new ("(x)", fixture->stock->jacket);
  line = dov_store_find_first (get_store (fixture), DOV_TYPE_DONATION_LINE, &query, NULL);
  receipt = DOV_DONATION_LINE (line)->receipt_id;
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->jacket), ==, 14000);

  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_DONATION_RECEIPT, receipt));
  entry = dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  gtk_widget_grab_focus (entry);
  dov_ui_keys_write (fixture->page, "10");
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_NOTICE), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "10");
  dov_ui_test_picture (fixture->page, "sorting-refused");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->jacket), ==, 14000);
  gtk_editable_set_text (GTK_EDITABLE (entry), "6");
  g_signal_emit_by_name (entry, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->jacket), ==, 20000);
  g_assert_null (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Sorted")));

  /* And on the card of the thing. */
  dov_ui_stock_receive_as (fixture->stock, fixture->stock->jacket, "3", "", "to_sort");
  show (fixture, dov_rooms_open_record (get_store (fixture), DOV_TYPE_ITEM, fixture->stock->jacket));
  dov_ui_test_picture (fixture->page, "sorting-thing");
  entry = dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  gtk_widget_grab_focus (entry);
  dov_ui_keys_write (fixture->page, "0");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Sorted")));
  g_assert_cmpint (dov_ui_stock_balance (fixture->stock, fixture->stock->jacket), ==, 20000);
  g_assert_null (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Sorted")));
}

int
main (int   argc,
      char *argv[])
{
  dov_ui_test_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/drive-pages/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("drive", test_drive);
  ADD ("things-sheet", test_things_sheet);
  ADD ("empty", test_empty);
  ADD ("handout", test_handout);
  ADD ("handout-undo", test_handout_undo);
  ADD ("repeat", test_repeat);
  ADD ("repeat-half-typed", test_repeat_half_typed);
  ADD ("repeat-kept", test_repeat_kept);
  ADD ("kept", test_kept);
  ADD ("receipt", test_receipt);
  ADD ("receipt-new", test_receipt_new);
  ADD ("receipt-giver", test_giver);
  ADD ("section", test_section);
  ADD ("posted", test_posted);
  ADD ("reason", test_reason);
  ADD ("tables", test_tables);
  ADD ("sorting", test_sorting);
  ADD ("lists", test_lists);

  return g_test_run ();
}
