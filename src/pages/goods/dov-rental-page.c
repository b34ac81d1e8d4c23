/* dov-rental-page.c - «Прокат»: what can be lent, who has what until when, the days of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental-page.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-keep-shown.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-number.h"
#include "dov-related-list.h"
#include "dov-related-table.h"
#include "dov-rental-item.h"
#include "dov-rental.h"
#include "dov-section-box.h"
#include "dov-signs.h"
#include "dov-stock.h"
#include "dov-tabs.h"

struct _DovRentalPage
{
  DovPage        parent_instance;

  DovStore      *store;
  GDate          month;       /* its first day */

  DovTabs       *tabs;
  DovSectionBox *out;
  GtkWidget     *table;
  GtkWidget     *calendar;    /* a box: a line for every thing */
  GtkWidget     *month_name;
};

G_DEFINE_FINAL_TYPE (DovRentalPage, dov_rental_page, DOV_TYPE_PAGE)

/* ---- things ---- */

static const DovSign *
status_sign (gpointer              row,
             const DovTableColumn *column)
{
  return dov_sign_of_state (row, "status");
}

/* Who has it and until when; empty while it is here. */
static char *
holder_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  gint64 loan = dov_rental_find_open (store, dov_record_get_id (row));
  g_autoptr (DovRecord) found = loan != 0 ? dov_store_find (store, DOV_TYPE_RENTAL_LOAN, loan, NULL) : NULL;
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
  { "status", .width = 13, .sign = status_sign },
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

/* Bit n: the thing is lent on day n + 1. */
static guint32
find_days (DovRentalPage *self,
           gint64         item,
           guint          n_days)
{
  GDate last = self->month;
  g_autoptr (GArray) spans = NULL;
  guint32 days = (guint32) ((G_GUINT64_CONSTANT (1) << n_days) - 1);

  g_date_set_day (&last, (GDateDay) n_days);
  spans = dov_rental_list_free (self->store, item, &self->month, &last);
  for (guint i = 0; i < spans->len; i++)
    {
      const DovPeriod *span = &g_array_index (spans, DovPeriod, i);

      for (guint n = g_date_get_day (&span->from); n <= g_date_get_day (&span->to); n++)
        days &= ~(1u << (n - 1));
    }

  return days;
}

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

/* “taken on 3–17”, for who cannot see the line. */
static char *
dup_taken_words (guint32 days,
                 guint   n_days)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint n = 0; n < n_days; n++)
    {
      guint first = n;

      if (!((days >> n) & 1))
        continue;
      while (n + 1 < n_days && ((days >> (n + 1)) & 1))
        n++;
      g_string_append_printf (words, first == n ? "%s%u" : "%s%u–%u", words->len > 0 ? ", " : "", first + 1, n + 1);
    }
  if (words->len == 0)
    return g_strdup (_("free all the month"));

  return g_strdup_printf (_("taken: %s"), words->str);
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
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->calendar), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->calendar), row);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_RENTAL_ITEM, id);
      guint32 days = find_days (self, id, n_days);
      g_autofree char *words = dup_taken_words (days, n_days);
      g_autofree char *label = g_strdup_printf ("%s: %s", name, words);
      GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "hexpand", TRUE, "content-height", 26, "content-width", 420,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_tooltip_text (area, words);
      g_object_set_data (G_OBJECT (area), "days", GUINT_TO_POINTER (n_days));
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GUINT_TO_POINTER (days), NULL);
      row = dov_row_line_new ("", name, words);
      dov_row_line_append (DOV_ROW_LINE (row), area);
      gtk_list_box_append (GTK_LIST_BOX (self->calendar), row);
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
calendar_new (DovRentalPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *before = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *after = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (before), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The month before"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (after), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The month after"), -1);
  g_signal_connect_swapped (before, "clicked", G_CALLBACK (before_cb), self);
  g_signal_connect_swapped (after, "clicked", G_CALLBACK (after_cb), self);
  self->month_name = g_object_new (GTK_TYPE_LABEL, "width-chars", 16, NULL);
  gtk_widget_add_css_class (self->month_name, "section-title");
  self->calendar = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->calendar, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the month"), -1);
  gtk_box_append (GTK_BOX (line), before);
  gtk_box_append (GTK_BOX (line), self->month_name);
  gtk_box_append (GTK_BOX (line), after);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->calendar);

  return box;
}

static GtkWidget *
things_new (DovRentalPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New thing to lend"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (thing_cb), self);
  self->table = dov_related_table_new (self->store, &things, NULL);

  return dov_related_table_or (self->table, "object-rotate-right-symbolic", _("What can be lent will be here"),
                               _("A pram, a cot, a sewing machine: each thing with its inventory number."), button);
}

static void
build (DovRentalPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, "margin-top", 12,
                                 "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, "child", box, NULL);
  GtkWidget *actions = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_END, NULL);
  GtkWidget *thing = gtk_button_new_with_mnemonic (_("New _thing…"));
  GtkWidget *journal = gtk_button_new_with_mnemonic (_("_Register"));

  g_signal_connect_swapped (thing, "clicked", G_CALLBACK (thing_cb), self);
  g_signal_connect_swapped (journal, "clicked", G_CALLBACK (journal_cb), self);
  gtk_box_append (GTK_BOX (actions), thing);
  gtk_box_append (GTK_BOX (actions), journal);
  self->tabs = DOV_TABS (dov_tabs_new (_("Rental")));
  self->out = DOV_SECTION_BOX (dov_related_list_new (&out));
  dov_tabs_append (self->tabs, "out", _("Lent out"), GTK_WIDGET (self->out));
  dov_tabs_append (self->tabs, "things", _("Things"), things_new (self));
  dov_tabs_append (self->tabs, "calendar", _("Calendar"), calendar_new (self));
  gtk_box_append (GTK_BOX (box), actions);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tabs));
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
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
  G_OBJECT_CLASS (klass)->dispose = dov_rental_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_rental_page_focus;
  DOV_PAGE_CLASS (klass)->add = dov_rental_page_add;
}

static void
dov_rental_page_init (DovRentalPage *self)
{
}
