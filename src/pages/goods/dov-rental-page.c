/* dov-rental-page.c - «Прокат»: what can be lent, who has what until when, the days of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental-page.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-keep-shown.h"
#include "dov-label.h"
#include "dov-list-words.h"
#include "dov-number.h"
#include "dov-related-list.h"
#include "dov-related-table.h"
#include "dov-rental-item.h"
#include "dov-rental.h"
#include "dov-section-box.h"
#include "dov-stock.h"
#include "dov-tabs.h"
#include "dov-widgets.h"

struct _DovRentalPage
{
  DovPage        parent_instance;

  DovStore      *store;
  GDate          month;       /* its first day */

  DovTabs       *tabs;
  DovSectionBox *out;
  GtkWidget     *table;
  GtkBox        *box;
  GtkWidget     *calendar;
  GtkWidget     *days;        /* a line for every thing */
  GtkWidget     *month_name;
};

G_DEFINE_FINAL_TYPE (DovRentalPage, dov_rental_page, DOV_TYPE_PAGE)

/* ---- things ---- */

/* Who has it and until when; empty while it is here. */
static char *
holder_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  gint64 loan = dov_rental_find_open (store, dov_record_get_id (row));
  g_autoptr (DovRecord) found = dov_store_look_up (store, DOV_TYPE_RENTAL_LOAN, loan);
  g_autofree char *who = NULL;
  g_autofree char *until = NULL;

  if (found == NULL)
    return g_strdup ("");
  who = dov_goods_person_short (store, DOV_RENTAL_LOAN (found)->person_id);
  until = dov_goods_day_words (DOV_RENTAL_LOAN (found)->due_on);

  return g_strdup_printf (_("%1$s, until %2$s"), who, until);
}

static const DovTableColumn columns[] = {
  { "inventory_no", .width = 9 },
  { "name", .width = 22, .is_bold = TRUE, .expands = TRUE },
  { "category_id", .width = 18, .leaves = 1 },
  { "status", .width = 13, .sign = dov_list_sign_of_state },
  { "holder", .title = N_("Who has it"), .width = 24, .words = holder_words, .order = "" },
  { "condition", .width = 14, .leaves = 2, .order = "" },
  { NULL },
};

static const DovRelatedTable things = {
  N_("Things to lend"), dov_rental_item_get_type, columns, .order = "inventory_no",
};

/* ---- who has what ---- */

/* How many of them are overdue. */
static char *
dup_overdue (DovStore *store,
             gint64    subject)
{
  GDate today = dov_today ();
  g_autoptr (GArray) late = dov_rental_list_overdue (store, DOV_STOCK_ALL, &today);

  return late != NULL && late->len > 0 ? g_strdup_printf (ngettext ("%u overdue", "%u overdue", late->len), late->len)
                                       : g_strdup ("");
}

/* They belong to no one record. */
static const DovRelatedList out = {
  N_("Lent out"), N_("Nothing is out. “Lend” begins a loan: the thing, the family, until when."),
  .type = dov_rental_loan_get_type,
  .sql = "SELECT id FROM live_rental_loan WHERE ?1 = 0 AND returned_on IS NULL ORDER BY due_on, id",
  .row = dov_loan_row_new_of_family, .count_of = dup_overdue, .most = 200,
};

/* ---- the days of a month ---- */

/* The same in every row, however long its name: a day stands under the same day. */
#define STRIP_WIDTH 420

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  guint32 days = GPOINTER_TO_UINT (user_data);
  guint n_days = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "days"));
  GdkRGBA taken, line;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  double step = width / (double) n_days;

  gtk_style_context_lookup_color (style, "accent_bg_color", &taken);
  gtk_style_context_get_color (style, &line);
  line.alpha = 0.18f;
  for (guint n = 0; n < n_days; n++)
    {
      cairo_rectangle (cr, n * step + 1, 3, step - 2, height - 6);
      gdk_cairo_set_source_rgba (cr, (days >> n) & 1 ? &taken : &line);
      cairo_fill (cr);
    }
}

static void
show_calendar (DovRentalPage *self)
{
  guint n_days = g_date_get_days_in_month (g_date_get_month (&self->month), g_date_get_year (&self->month));
  g_autoptr (GArray) ids = dov_store_see_ids (self->store, "SELECT id FROM live_rental_item"
                                              " WHERE status NOT IN ('retired', 'lost') ORDER BY inventory_no, id", NULL);
  g_autofree char *month = g_strdup_printf ("%s %d", dov_month_name (g_date_get_month (&self->month)),
                                            g_date_get_year (&self->month));
  GtkWidget *row;

  gtk_label_set_label (GTK_LABEL (self->month_name), month);
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->days), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->days), row);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_RENTAL_ITEM, id);
      guint32 days = dov_rental_find_days (self->store, id, &self->month);
      g_autofree char *words = dov_rental_dup_days (days);
      g_autofree char *label = g_strdup_printf ("%s: %s", name, words);
      GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-height", 26, "content-width", STRIP_WIDTH,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

      gtk_widget_set_tooltip_text (area, words);
      dov_name_widget (area, label);
      g_object_set_data (G_OBJECT (area), "days", GUINT_TO_POINTER (n_days));
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GUINT_TO_POINTER (days), NULL);
      row = dov_row_line_new ("", name, words);
      dov_row_line_append (DOV_ROW_LINE (row), area);
      gtk_list_box_append (GTK_LIST_BOX (self->days), row);
    }
}

static void
show_all (gpointer page)
{
  DovRentalPage *self = page;

  dov_tabs_set_count (self->tabs, "out", dov_related_list_fill (self->out, self->store, 0, &out));
  dov_tabs_set_count (self->tabs, "things", dov_related_table_fill (self->table, 0));
  show_calendar (self);
}

static void
before_cb (DovRentalPage *self)
{
  g_date_subtract_months (&self->month, 1);
  show_calendar (self);
}

static void
after_cb (DovRentalPage *self)
{
  g_date_add_months (&self->month, 1);
  show_calendar (self);
}

/* ---- what can be done ---- */

static void
begin (DovRentalPage *self,
       GType          type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_go_form (self, draft);
}

static void
thing_cb (DovRentalPage *self)
{
  begin (self, DOV_TYPE_RENTAL_ITEM);
}

static void
journal_cb (DovRentalPage *self)
{
  dov_go_paper (self, "D-33f", 0);
}

/* ---- how it is built ---- */

static GtkWidget *
things_new (DovRentalPage *self)
{
  GtkWidget *button = dov_mnemonic_button_new (_("_New thing to lend"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (thing_cb), self);
  self->table = dov_related_table_new (self->store, &things, NULL);

  return dov_related_table_or (self->table, "object-rotate-right-symbolic", _("What can be lent will be here"),
                               _("A pram, a cot, a sewing machine: each thing with its inventory number."), button);
}

static void
build (DovRentalPage *self)
{
  self->tabs = DOV_TABS (dov_tabs_new (_("Rental")));
  self->out = DOV_SECTION_BOX (dov_related_list_new (&out));
  dov_tabs_append (self->tabs, "out", _("Lent out"), GTK_WIDGET (self->out));
  dov_tabs_append (self->tabs, "things", _("Things"), things_new (self));
  dov_tabs_append (self->tabs, "calendar", _("Calendar"), self->calendar);
  gtk_box_append (self->box, GTK_WIDGET (self->tabs));
}

/**
 * dov_rental_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_rental_page_new (DovStore *store)
{
  DovRentalPage *self = g_object_new (DOV_TYPE_RENTAL_PAGE, NULL);

  self->store = g_object_ref (store);
  self->month = dov_today ();
  g_date_set_day (&self->month, 1);
  if (!dov_store_is_read_only (store))
    dov_page_set_action_label (DOV_PAGE (self), _("Lend"));
  build (self);
  dov_keep_shown (self, store, show_all);

  return DOV_PAGE (self);
}

static void
dov_rental_page_focus (DovPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (DOV_RENTAL_PAGE (page)->tabs), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_rental_page_add (DovPage *page)
{
  begin (DOV_RENTAL_PAGE (page), DOV_TYPE_RENTAL_LOAN);

  return TRUE;
}

static void
dov_rental_page_dispose (GObject *object)
{
  DovRentalPage *self = DOV_RENTAL_PAGE (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_rental_page_parent_class)->dispose (object);
}

static void
dov_rental_page_class_init (DovRentalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_rental_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_rental_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_rental_page_add;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-rental-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovRentalPage, box);
  gtk_widget_class_bind_template_child (widget_class, DovRentalPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, DovRentalPage, days);
  gtk_widget_class_bind_template_child (widget_class, DovRentalPage, month_name);
  gtk_widget_class_bind_template_callback (widget_class, thing_cb);
  gtk_widget_class_bind_template_callback (widget_class, journal_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_cb);
}

static void
dov_rental_page_init (DovRentalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
