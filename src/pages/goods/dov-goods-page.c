/* dov-goods-page.c - a paper about goods that is being written, declared: its fields, its lines, one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-drive.h"
#include "dov-go.h"
#include "dov-goods-begin.h"
#include "dov-goods-words.h"
#include "dov-link-row.h"
#include "dov-recipient-field.h"
#include "dov-section-box.h"
#include "dov-shelf.h"

struct _DovGoodsPage
{
  DovFormPage          parent_instance;

  const DovGoodsPaper *paper;
  DovLines            *lines;      /* NULL: it has none */
  GHashTable          *parts;      /* name → widget */
  GPtrArray           *followed;   /* what stood in the fields that are followed */
  gboolean             is_whole;   /* all stands in it, the lines that were typed before too */
  gboolean             prints;     /* when it is saved */
};

G_DEFINE_FINAL_TYPE (DovGoodsPage, dov_goods_page, DOV_TYPE_FORM_PAGE)

/* How such a paper is written; NULL: it is none. */
static const DovGoodsPaper *
find_paper (GType type)
{
  const DovGoodsPaper *const papers[] = {
    &dov_handout_paper, &dov_receipt_paper, &dov_write_off_paper, &dov_transfer_paper, &dov_kit_paper, &dov_count_paper,
    &dov_loan_paper,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i]->type () == type)
      return papers[i];

  return NULL;
}

DovForm *
dov_goods_page_get_form (DovGoodsPage *self)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (self));
}

DovStore *
dov_goods_page_get_store (DovGoodsPage *self)
{
  return dov_form_page_get_store (DOV_FORM_PAGE (self));
}

gpointer
dov_goods_page_get_draft (DovGoodsPage *self)
{
  return dov_form_get_draft (dov_goods_page_get_form (self));
}

DovLines *
dov_goods_page_get_lines (DovGoodsPage *self)
{
  return self->lines;
}

gpointer
dov_goods_page_get_part (DovGoodsPage *self,
                         const char   *name)
{
  return g_hash_table_lookup (self->parts, name);
}

/* ---- lines that take things from where the paper is of ---- */

static gint64
get_lounge (DovGoodsPage *self)
{
  gint64 lounge = dov_record_get_number (dov_goods_page_get_draft (self), "lounge_id");

  return lounge != 0 ? lounge : DOV_STOCK_ALL;
}

/* What there is of a thing where this paper takes things from. */
static void
dov_goods_page_get_figure (DovGoodsPage   *self,
                           gint64          item,
                           DovStockFigure *figure)
{
  dov_stock_get_figure (dov_goods_page_get_store (self), item, get_lounge (self),
                        dov_record_get_number (dov_goods_page_get_draft (self), "drive_id"), figure);
}

GPtrArray *
dov_goods_page_look (const char *words,
                     guint       at_most,
                     gpointer    page)
{
  DovGoodsPage *self = page;
  DovStore *store = dov_goods_page_get_store (self);
  DovRecord *draft = dov_goods_page_get_draft (self);
  DovShelfWish wish = { .drive = dov_record_get_number (draft, "drive_id"),
                        .lounge = dov_record_get_number (draft, "lounge_id"), .words = words };
  g_autoptr (GListModel) shelves = dov_shelf_list (store, &wish, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; shelves != NULL && i < g_list_model_get_n_items (shelves) && found->len < at_most; i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (shelves, i);
      const DovStockFigure figure = { .item_id = shelf->item, .reserved = shelf->reserved, .free = shelf->free };

      g_ptr_array_add (found, dov_found_new (shelf->item, g_strdup (shelf->name), dov_stock_dup_free (store, &figure)));
    }

  return found;
}

char *
dov_goods_page_note (DovRecord *line,
                     gpointer   page)
{
  DovStockFigure figure;

  dov_goods_page_get_figure (page, dov_record_get_number (line, "item_id"), &figure);

  return dov_stock_dup_free (dov_goods_page_get_store (page), &figure);
}

/* “Free 24 kg, another 12 kg is kept back for other families…” or “There are 3, 5 are needed, 4 more in Sludka.” */
static char *
dup_shortage (DovGoodsPage         *self,
              const DovStockFigure *figure,
              gint64                have,
              gint64                wanted)
{
  DovStore *store = dov_goods_page_get_store (self);
  g_autofree char *there = dov_stock_dup_quantity (store, figure->item_id, have);
  g_autofree char *words = NULL;

  if (figure->balance > have)
    {
      g_autofree char *others = dov_stock_dup_quantity (store, figure->item_id, MIN (figure->balance - have, figure->reserved));

      return g_strdup_printf (_("Free %1$s, another %2$s is kept back for other families. "
                                "Hand out up to %1$s or let go what is kept back."), there, others);
    }
  words = dov_stock_dup_shortage (store, figure->item_id, get_lounge (self), figure->drive_id, have, wanted);

  /* Translators: what is short, and how much may be typed */
  return g_strdup_printf (_("%1$s Type up to %2$s."), words, there);
}

char *
dov_goods_page_check (DovRecord *line,
                      gpointer   page)
{
  DovGoodsPage *self = page;
  gint64 qty = dov_record_get_number (line, "qty"), wanted, have;
  DovStockFigure figure;

  if (qty == DOV_UNKNOWN)
    return NULL;
  if (qty <= 0)
    return g_strdup (_("Type more than nothing, or take the line out."));
  if (self->paper->have == NULL)
    return NULL;

  dov_goods_page_get_figure (self, dov_record_get_number (line, "item_id"), &figure);
  have = self->paper->have (self, &figure);
  wanted = qty + dov_lines_sum (self->lines, figure.item_id, line);

  return wanted > have ? dup_shortage (self, &figure, have, wanted) : NULL;
}

/* ---- what follows from what was typed ---- */

/* “Handout No. 4: 2 things, for 1 child” */
static void
show_total (DovGoodsPage *self)
{
  const DovGoodsPaper *paper = self->paper;
  DovRecord *draft = dov_goods_page_get_draft (self);
  g_autofree char *holds = paper->dup_holds != NULL ? paper->dup_holds (self) : NULL;
  g_autofree char *no = dov_record_dup_text (draft, dov_record_find_field (draft, paper->number));
  g_autofree char *total = g_strdup_printf (_("%1$s No. %2$s"), _(paper->title), no);
  g_autofree char *whole = holds != NULL ? g_strdup_printf ("%s: %s", total, holds) : NULL;

  dov_form_set_total (dov_goods_page_get_form (self), whole != NULL ? whole : total);
}

static void
show (DovGoodsPage *self)
{
  if (!self->is_whole)
    return;
  if (self->paper->changed != NULL)
    self->paper->changed (self);
  if (self->paper->words != NULL)
    show_total (self);
}

void
dov_goods_page_changed (DovGoodsPage *self)
{
  show (self);
}

static void
family_changed (DovGoodsPage *self,
                gboolean      by_hand)
{
  DovRecord *draft = dov_goods_page_get_draft (self);

  if (by_hand)
    {
      dov_record_set_number (draft, "person_id", 0);
      if (dov_record_find_field (draft, "proxy") != NULL)
        dov_record_set_string (draft, "proxy", "");
    }
  dov_recipient_field_set_family (dov_goods_page_get_part (self, "recipient"), dov_record_get_number (draft, "family_id"));
}

static void
follow (DovGoodsPage *self,
        gboolean      by_hand)
{
  DovRecord *draft = dov_goods_page_get_draft (self);
  gboolean is_other = FALSE;

  for (guint i = 0; self->paper->follows != NULL && self->paper->follows[i].field != NULL; i++)
    {
      const DovGoodsFollow *one = &self->paper->follows[i];
      const DovField *field = dov_record_find_field (draft, one->field);
      g_autofree char *text = NULL;

      if (by_hand && (field->kind == DOV_KIND_CHOICE || field->kind == DOV_KIND_DATE))
        dov_field_row_read_quietly (dov_form_find_row (dov_goods_page_get_form (self), one->field));
      text = dov_record_dup_text (draft, field);
      if (i < self->followed->len && g_str_equal (self->followed->pdata[i], text))
        continue;
      is_other = TRUE;
      if (i < self->followed->len)
        g_free (g_steal_pointer (&self->followed->pdata[i]));
      else
        g_ptr_array_add (self->followed, NULL);
      self->followed->pdata[i] = g_steal_pointer (&text);
      if (self->paper->recipient != NULL && g_str_equal (one->field, "family_id"))
        family_changed (self, by_hand);
      if (one->changed != NULL)
        one->changed (self, by_hand);
    }
  if (!is_other)
    return;
  if (self->lines != NULL)
    dov_lines_refresh (self->lines);
  show (self);
}

static void
edited_cb (DovGoodsPage *self)
{
  follow (self, TRUE);
}

/* ---- saving: all or nothing ---- */

static gboolean
write_down (DovGoodsPage *self,
            GError      **error)
{
  DovRecord *draft = dov_goods_page_get_draft (self);

  if (self->paper->write != NULL)
    return self->paper->write (self, error);
  if (self->paper->status != NULL &&
      !dov_record_set_text (draft, dov_record_find_field (draft, "status"), self->paper->status, error))
    return FALSE;

  return dov_store_save (dov_goods_page_get_store (self), draft, error);
}

/* The form has begun the operation, and ends it. */
static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovGoodsPage *self = user_data;
  const DovGoodsPaper *paper = self->paper;
  DovRecord *draft = dov_goods_page_get_draft (self);
  gint64 id;

  if (self->lines != NULL && !dov_lines_read (self->lines, error))
    return FALSE;
  if (paper->words != NULL)
    {
      g_autofree char *no = dov_record_dup_text (draft, dov_record_find_field (draft, paper->number));
      g_autoptr (GString) words = g_string_new (g_dpgettext2 (NULL, "toast", paper->words));

      g_string_replace (words, "%s", no, 1);
      dov_store_name_operation (dov_goods_page_get_store (self), words->str);
    }
  if ((paper->check != NULL && !paper->check (self, error)) || !write_down (self, error))
    return FALSE;
  id = dov_record_get_id (draft);

  return (self->lines == NULL || dov_lines_save (self->lines, id, error)) &&
         (paper->save_more == NULL || paper->save_more (self, id, error));
}

static void
dov_goods_page_saved (DovFormPage *page)
{
  DovGoodsPage *self = DOV_GOODS_PAGE (page);
  const char *document = self->paper->document_of != NULL ? self->paper->document_of (self) : self->paper->document;
  gint64 paper = dov_record_get_id (dov_goods_page_get_draft (self));
  gboolean prints = self->prints;

  DOV_FORM_PAGE_CLASS (dov_goods_page_parent_class)->saved (page);
  if (prints)
    dov_go_paper (self, document, paper);
}

static void
print_cb (DovGoodsPage *self)
{
  g_autoptr (DovGoodsPage) alive = g_object_ref (self);

  self->prints = TRUE;
  dov_form_save (dov_goods_page_get_form (self));
  self->prints = FALSE;
}

/* ---- how it is built ---- */

/* A grown-up of the family; or somebody else, who is written down below. */
static void
add_recipient (DovGoodsPage *self)
{
  DovForm *form = dov_goods_page_get_form (self);
  DovLinkRow *family = DOV_LINK_ROW (dov_form_find_row (form, "family_id"));
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *recipient;

  dov_link_row_set_also (family, DOV_FAMILIES_BY_MEMBERS);
  dov_link_row_set_makes (family, FALSE);
  dov_form_add_widget (form, place, FALSE);
  recipient = dov_recipient_field_new (form, _("Taken by a grown-up *"),
                                       dov_form_add_group (form, _("Who comes instead"), self->paper->recipient, FALSE));
  gtk_box_append (GTK_BOX (place), recipient);
  g_hash_table_insert (self->parts, (gpointer) "recipient", recipient);
}

static GtkWidget *
section_new (const DovGoodsPart *part)
{
  GtkWidget *section = dov_section_box_new (_(part->title));

  if (part->empty != NULL)
    dov_section_box_set_empty (DOV_SECTION_BOX (section), _(part->empty));

  return section;
}

static void
add_part (DovGoodsPage       *self,
          const DovGoodsPart *part)
{
  DovForm *form = dov_goods_page_get_form (self);
  GtkWidget *made;

  if (part->fields != NULL)
    {
      dov_form_add_group (form, _(part->title), part->fields, part->at_end);
      return;
    }
  made = part->make != NULL ? part->make (self) : part->title != NULL ? section_new (part) : GTK_WIDGET (self->lines);
  g_hash_table_insert (self->parts, (gpointer) part->name, made);
  dov_form_add_widget (form, made, part->at_end);
}

static void
build (DovGoodsPage *self)
{
  const DovGoodsPaper *paper = self->paper;
  DovForm *form = dov_goods_page_get_form (self);

  if (paper->lines.line != NULL)
    {
      self->lines = DOV_LINES (dov_lines_new (form, &paper->lines, self));
      g_signal_connect_object (self->lines, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
    }
  for (guint i = 0; paper->parts[i].fields != NULL || paper->parts[i].name != NULL; i++)
    {
      add_part (self, &paper->parts[i]);
      if (i == 0 && paper->recipient != NULL)
        add_recipient (self);
    }
  for (guint i = 0; paper->hints != NULL && paper->hints[i].field != NULL; i++)
    dov_field_row_set_hint (dov_form_find_row (form, paper->hints[i].field), _(paper->hints[i].words));
  for (guint i = 0; paper->filters != NULL && paper->filters[i].field != NULL; i++)
    dov_link_row_set_filter (DOV_LINK_ROW (dov_form_find_row (form, paper->filters[i].field)), paper->filters[i].where, NULL);
  if (paper->print != NULL)
    {
      GtkWidget *print = dov_form_add_action (form, "document-print-symbolic", _(paper->print));

      g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
      g_hash_table_insert (self->parts, (gpointer) "print", print);
    }
  dov_form_set_verbs (form, _(paper->save), _(paper->dismiss));
}

static void
set_title (DovGoodsPage *self)
{
  gint64 drive_id = dov_record_get_number (dov_goods_page_get_draft (self), "drive_id");
  g_autofree char *drive = drive_id != 0 ? dov_store_describe_id (dov_goods_page_get_store (self), DOV_TYPE_DRIVE, drive_id)
                                         : g_strdup (_("Stock"));
  g_autofree char *title = g_strdup_printf ("%s › %s", drive, _(self->paper->title));

  dov_page_set_title (DOV_PAGE (self), self->paper->names_drive ? title : _(self->paper->title));
  dov_page_set_section (DOV_PAGE (self), self->paper->section);
}

static DovPage *
page_new (DovStore            *store,
          const DovGoodsPaper *paper,
          DovRecord           *draft,
          gint64               kept)
{
  DovGoodsPage *self = g_object_new (DOV_TYPE_GOODS_PAGE, NULL);
  DovForm *form;

  self->paper = paper;
  dov_goods_begin (store, draft);
  form = DOV_FORM (dov_form_new (store, draft));
  if (!paper->is_even)
    dov_form_set_wide (form, 390);
  dov_form_set_save (form, save_cb, self);
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);
  set_title (self);
  build (self);
  follow (self, kept == 0);
  if (self->lines != NULL)
    dov_lines_take_up (self->lines);
  dov_form_set_kept (form, kept);
  self->is_whole = TRUE;
  show (self);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

/**
 * dov_goods_page_open:
 *
 * Returns: (transfer floating) (nullable): the page on which a new paper is written
 */
DovPage *
dov_goods_page_open (DovStore  *store,
                     DovRecord *draft,
                     gint64     kept)
{
  return dov_record_get_id (draft) == 0 ? page_new (store, find_paper (G_OBJECT_TYPE (draft)), draft, kept) : NULL;
}

static gboolean
dov_goods_page_add (DovPage *page)
{
  DovGoodsPage *self = DOV_GOODS_PAGE (page);

  if (self->lines != NULL)
    dov_lines_focus_add (self->lines);

  return self->lines != NULL;
}

static void
dov_goods_page_focus (DovPage *page)
{
  DovGoodsPage *self = DOV_GOODS_PAGE (page);

  if (self->paper->focus == NULL || !self->paper->focus (self))
    dov_form_focus (dov_goods_page_get_form (self));
}

static void
dov_goods_page_finalize (GObject *object)
{
  DovGoodsPage *self = DOV_GOODS_PAGE (object);

  g_hash_table_unref (self->parts);
  g_ptr_array_unref (self->followed);

  G_OBJECT_CLASS (dov_goods_page_parent_class)->finalize (object);
}

static void
dov_goods_page_class_init (DovGoodsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_goods_page_finalize;
  DOV_PAGE_CLASS (klass)->add = dov_goods_page_add;
  DOV_PAGE_CLASS (klass)->focus = dov_goods_page_focus;
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_goods_page_saved;
}

static void
dov_goods_page_init (DovGoodsPage *self)
{
  self->parts = g_hash_table_new (g_str_hash, g_str_equal);
  self->followed = g_ptr_array_new_with_free_func (g_free);
}
