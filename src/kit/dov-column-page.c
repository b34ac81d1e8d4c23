/* dov-column-page.c - a page of sections one below the other, made anew after each operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-column-page.h"

#include "dov-label.h"

#define DOV_TYPE_COLUMN_PAGE (dov_column_page_get_type ())
G_DECLARE_FINAL_TYPE (DovColumnPage, dov_column_page, DOV, COLUMN_PAGE, DovPage)

struct _DovColumnPage
{
  DovPage        parent_instance;

  DovColumnFill  fill;
  GtkBox        *column;
};

G_DEFINE_FINAL_TYPE (DovColumnPage, dov_column_page, DOV_TYPE_PAGE)

static void
dov_column_page_fill (DovPage *page)
{
  DovColumnPage *self = DOV_COLUMN_PAGE (page);

  dov_clear_box (self->column);
  self->fill (page, dov_page_get_store (page), self->column);
}

/**
 * dov_column_page_new:
 * @width: of the column, at most
 * @fill: makes what stands in it
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_column_page_new (DovStore      *store,
                     int            width,
                     DovColumnFill  fill)
{
  DovColumnPage *self = g_object_new (DOV_TYPE_COLUMN_PAGE, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", width, "child", self->column, NULL);

  self->fill = fill;
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, "child", clamp,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
  dov_page_follow (DOV_PAGE (self), store);

  return DOV_PAGE (self);
}

static void
dov_column_page_class_init (DovColumnPageClass *klass)
{
  DOV_PAGE_CLASS (klass)->fill = dov_column_page_fill;
}

static void
dov_column_page_init (DovColumnPage *self)
{
  self->column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 16,
                               "margin-start", 24, "margin-end", 24, "margin-top", 18, "margin-bottom", 24, NULL);
}
