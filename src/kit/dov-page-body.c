/* dov-page-body.c - the anatomy of a record page: title with its state, facts, actions, notices, then the rest */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-page-body.h"

#include "dov-wrap-box.h"

static GtkWidget *
make_label (const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css);

  return label;
}

/**
 * dov_page_body_new:
 *
 * Fills @page with a column that scrolls, as record pages are made.
 *
 * Returns: its parts, all owned by the page
 */
DovPageBody
dov_page_body_new (DovPage *page)
{
  DovPageBody self = { 0 };
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "vexpand", TRUE, NULL);
  GtkWidget *viewport = g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self.box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                           "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  self.name = make_label ("page-title");
  self.status = g_object_new (ADW_TYPE_BIN, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self.status), "beside-title");
  self.facts = make_label ("numeric");
  self.actions = g_object_new (DOV_TYPE_WRAP_BOX, "spacing", 6, "valign", GTK_ALIGN_START, NULL);
  self.notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (title), self.name);
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self.status));
  gtk_box_append (GTK_BOX (left), title);
  gtk_box_append (GTK_BOX (left), self.facts);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (head), left);
  gtk_box_append (GTK_BOX (head), self.actions);
  gtk_box_append (GTK_BOX (self.box), head);
  gtk_box_append (GTK_BOX (self.box), self.notices);
  adw_clamp_set_child (ADW_CLAMP (clamp), self.box);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), clamp);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), viewport);
  adw_bin_set_child (ADW_BIN (page), scrolled);

  return self;
}
