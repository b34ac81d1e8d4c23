/* dov-stock-page.c - «Акции и вещи»: the drives, the stock thing by thing, who asks, the papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-page.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-keep-shown.h"
#include "dov-label.h"
#include "dov-list-words.h"
#include "dov-go.h"
#include "dov-inventory-count.h"
#include "dov-item.h"
#include "dov-kit-build.h"
#include "dov-need-row.h"
#include "dov-need.h"
#include "dov-number.h"
#include "dov-registry.h"
#include "dov-related-list.h"
#include "dov-related-table.h"
#include "dov-section-box.h"
#include "dov-stock-transfer.h"
#include "dov-tabs.h"
#include "dov-things-box.h"
#include "dov-widgets.h"
#include "dov-write-off.h"

struct _DovStockPage
{
  DovPage        parent_instance;

  DovStore      *store;
  GtkBox        *box;
  DovTabs       *tabs;
  GtkWidget     *drives;
  DovThingsBox  *things;
  DovSectionBox *needs;
  DovSectionBox *papers;
};

G_DEFINE_FINAL_TYPE (DovStockPage, dov_stock_page, DOV_TYPE_PAGE)

/* ---- drives ---- */

static char *
span_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  DovDrive *drive = row;
  g_autofree char *since = dov_date_to_shown (drive->since);
  g_autofree char *until = dov_date_to_shown (drive->until);

  return g_strdup_printf ("%s – %s", since, until);
}

static char *
count_words (DovStore             *store,
             gpointer              row,
             const DovTableColumn *column)
{
  static const char *const counts[] = {
    "SELECT count (DISTINCT family_id) FROM live_distribution WHERE drive_id = ?1 AND status = 'issued'",
    "SELECT count (*) FROM live_need WHERE drive_id = ?1 AND status IN ('open', 'reserved')",
    "SELECT count (*) FROM (SELECT 1 FROM live_stock_move WHERE drive_id = ?1 GROUP BY item_id HAVING sum (qty) > 0)",
  };
  gint64 n = dov_store_see_number (store, counts[column->index], "(x)", dov_record_get_id (row));

  return n > 0 ? dov_number_to_shown (n) : g_strdup ("—");
}

static const DovTableColumn drive_columns[] = {
  { "name", .title = N_("Drive"), .width = 26, .is_bold = TRUE, .expands = TRUE },
  { "status", .title = N_("State"), .width = 14, .sign = dov_list_sign_of_state },
  { "span", .title = N_("From – until"), .width = 23, .words = span_words, .order = "since", .leaves = 2 },
  { "families", .title = N_("Families"), .width = 7, .is_number = TRUE, .words = count_words, .index = 0, .order = "" },
  { "needs", .title = N_("Needs"), .width = 6, .is_number = TRUE, .words = count_words, .index = 1, .order = "", .leaves = 3 },
  { "left", .title = N_("Kinds in stock"), .width = 8, .is_number = TRUE, .words = count_words, .index = 2, .order = "",
    .heading_wraps = TRUE, .leaves = 1 },
  { NULL },
};

static const DovRelatedTable drives = {
  N_("Drives"), dov_drive_get_type, drive_columns, .order = "since", .descending = TRUE,
};

/* ---- needs and papers ---- */

/* Of all drives and lounges: they belong to no one record. */
static const DovRelatedList needs = {
  N_("What families ask for"), N_("No family asks for anything now. A need is entered here or on the page of the family."),
  .type = dov_need_get_type,
  .sql = "SELECT id FROM live_need WHERE ?1 = 0 AND status IN ('open', 'reserved')"
         " ORDER BY CASE priority WHEN 'urgent' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, date, id",
  .row = dov_need_row_new_of_family, .most = 100,
};

static const struct
{
  GType     (*type) (void);
  const char *icon;
  const char *words;
} papers[] = {
  { dov_donation_receipt_get_type, "document-save-symbolic", N_("who gave what, by act or agreement") },
  { dov_distribution_get_type, "document-send-symbolic", N_("which family got what, with signatures") },
  { dov_kit_build_get_type, "view-app-grid-symbolic", N_("made up, and taken apart again") },
  { dov_stock_transfer_get_type, "go-next-symbolic", N_("from lounge to lounge, from drive to drive") },
  { dov_write_off_get_type, "user-trash-symbolic", N_("what is past its date or spoilt, by a commission") },
  { dov_inventory_count_get_type, "view-list-symbolic", N_("what lies there, against the books") },
  { dov_donor_get_type, "emote-love-symbolic", N_("people, organisations, and those without a name") },
  { dov_item_get_type, "package-x-generic-symbolic", N_("all things that are counted, also those not there now") },
};

static void
open_papers_cb (GtkWidget *row,
                gpointer   index)
{
  dov_go_list (row, papers[GPOINTER_TO_UINT (index)].type ());
}

static void
show_papers (DovStockPage *self)
{
  dov_section_box_clear (self->papers);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GType type = papers[i].type ();
      g_autofree char *count = dov_number_to_shown (dov_store_count (self->store, type, NULL, NULL));
      GtkWidget *row = dov_row_line_new ("", _(dov_registry_class (type)->labels), _(papers[i].words));
      GtkWidget *number = gtk_label_new (count);

      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_add_css_class (number, "dim-label");
      dov_row_line_set_icon (DOV_ROW_LINE (row), papers[i].icon);
      dov_row_line_append (DOV_ROW_LINE (row), number);
      dov_row_line_append (DOV_ROW_LINE (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (open_papers_cb), GUINT_TO_POINTER (i));
      dov_section_box_append (self->papers, row);
    }
}

static void
show_all (gpointer page)
{
  DovStockPage *self = page;

  dov_tabs_set_count (self->tabs, "drives", dov_related_table_fill (self->drives, 0));
  dov_tabs_set_count (self->tabs, "things", dov_things_box_show (self->things));
  dov_tabs_set_count (self->tabs, "needs", dov_related_list_fill (self->needs, self->store, 0, &needs));
  show_papers (self);
}

/* ---- what can be done ---- */

static void
begin (DovStockPage *self,
       GType         type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_go_form (self, draft);
}

/* The paper whose table it names. */
static void
begin_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  begin (DOV_STOCK_PAGE (widget), dov_registry_find (g_variant_get_string (parameter, NULL)));
}

static void
add_need_cb (DovStockPage *self)
{
  begin (self, DOV_TYPE_NEED);
}

/* ---- how it is built ---- */

static GtkWidget *
drives_new (DovStockPage *self)
{
  GtkWidget *button = dov_mnemonic_button_new (_("_New drive"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (dov_page_add), self);
  self->drives = dov_related_table_new (self->store, &drives, NULL);

  return dov_related_table_or (self->drives, "package-x-generic-symbolic", _("Your drives will be here"),
                               _("A drive has a name and two dates. Then things are received, kept back and handed out."),
                               button);
}

static void
build (DovStockPage *self)
{
  self->tabs = DOV_TABS (dov_tabs_new (_("Drives and things")));
  self->things = DOV_THINGS_BOX (dov_things_box_new (self->store));
  self->needs = DOV_SECTION_BOX (dov_related_list_new (&needs));
  dov_section_box_set_more (self->needs, _("Add"));
  g_signal_connect_swapped (self->needs, "more-clicked", G_CALLBACK (add_need_cb), self);
  self->papers = DOV_SECTION_BOX (dov_section_box_new (_("Papers and lists")));
  dov_tabs_append (self->tabs, "drives", _("Drives"), drives_new (self));
  dov_tabs_append (self->tabs, "things", _("Things"), GTK_WIDGET (self->things));
  dov_tabs_append (self->tabs, "needs", _("Asked for"), GTK_WIDGET (self->needs));
  dov_tabs_append (self->tabs, "papers", _("Papers"), GTK_WIDGET (self->papers));
  gtk_box_append (self->box, GTK_WIDGET (self->tabs));
}

/**
 * dov_stock_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_stock_page_new (DovStore *store)
{
  DovStockPage *self = g_object_new (DOV_TYPE_STOCK_PAGE, NULL);

  self->store = g_object_ref (store);
  if (!dov_store_is_read_only (store))
    dov_page_set_action_label (DOV_PAGE (self), _("New drive"));
  build (self);
  dov_keep_shown (self, store, show_all);

  return DOV_PAGE (self);
}

/**
 * dov_stock_page_show:
 * @tab: drives, things, needs or papers
 */
void
dov_stock_page_show (DovStockPage *self,
                     const char   *tab)
{
  dov_tabs_show (self->tabs, tab);
}

static void
dov_stock_page_focus (DovPage *page)
{
  DovStockPage *self = DOV_STOCK_PAGE (page);

  if (!dov_table_view_focus_rows (DOV_TABLE_VIEW (self->drives)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_stock_page_search (DovPage *page)
{
  DovStockPage *self = DOV_STOCK_PAGE (page);

  dov_tabs_show (self->tabs, "things");
  dov_things_box_search (self->things);

  return TRUE;
}

static gboolean
dov_stock_page_add (DovPage *page)
{
  begin (DOV_STOCK_PAGE (page), DOV_TYPE_DRIVE);

  return TRUE;
}

static void
dov_stock_page_dispose (GObject *object)
{
  DovStockPage *self = DOV_STOCK_PAGE (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_stock_page_parent_class)->dispose (object);
}

static void
dov_stock_page_class_init (DovStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_stock_page_dispose;
  page_class->focus = dov_stock_page_focus;
  page_class->search = dov_stock_page_search;
  page_class->add = dov_stock_page_add;
  gtk_widget_class_install_action (widget_class, "stock.begin", "s", begin_action);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovStockPage, box);
}

static void
dov_stock_page_init (DovStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_add_key (self, "F3", "stock.begin", g_variant_new_string ("donation_receipt"));
  dov_page_add_key (self, "F4", "stock.begin", g_variant_new_string ("distribution"));
}
