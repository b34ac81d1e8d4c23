/* dov-paper-look.c - the widgets of the paper page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page-private.h"

#include <glib/gi18n.h>

#include "dov-number.h"

static GtkWidget *
button_new (const char *icon,
            const char *label,
            const char *tip,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();

  if (label != NULL)
    gtk_button_set_child (GTK_BUTTON (button), g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", icon, "label", label,
                                                             NULL));
  else
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : tip, -1);

  return button;
}

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, style);

  return label;
}

/* Title, receiver and what can be done. */
static GtkWidget *
build_head (DovPaperPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = label_new ("title-2");
  self->receiver = label_new ("dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->name);
  gtk_box_append (GTK_BOX (words), self->receiver);
  gtk_box_append (GTK_BOX (head), words);

  self->blank = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Blank form")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->blank), _("The empty form, to fill in by hand"));
  gtk_widget_set_valign (GTK_WIDGET (self->blank), GTK_ALIGN_START);
  self->excel_button = button_new ("x-office-spreadsheet-symbolic", _("To Excel"), _("Save the document for Excel (Ctrl+E)"),
                                   "paper.excel");
  self->pdf_button = button_new ("document-save-symbolic", _("PDF"), _("Save the pages as PDF (Ctrl+Shift+E)"), "paper.pdf");
  self->print_button = button_new ("printer-symbolic", _("Print"), _("Print (Ctrl+P)"), "paper.print");
  gtk_widget_add_css_class (self->print_button, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->blank));
  gtk_box_append (GTK_BOX (buttons), self->excel_button);
  gtk_box_append (GTK_BOX (buttons), self->pdf_button);
  gtk_box_append (GTK_BOX (buttons), self->print_button);
  gtk_box_append (GTK_BOX (head), buttons);

  return head;
}

static GtkWidget *
build_pages (DovPaperPage *self)
{
  GtkWidget *busy = gtk_spinner_new ();
  GtkWidget *pages = gtk_scrolled_window_new ();
  GtkWidget *desk = gtk_viewport_new (NULL, NULL);

  self->view = DOV_PAPER_VIEW (dov_paper_view_new ());
  /* The keyboard stands on all pages at once; that is no reason to go to the last. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (desk), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (desk), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (pages), desk);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (pages), TRUE);
  gtk_widget_add_css_class (pages, "paper-desk");
  gtk_spinner_start (GTK_SPINNER (busy));
  g_object_set (busy, "width-request", 32, "height-request", 32, "halign", GTK_ALIGN_CENTER,
                "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (busy), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The pages are being made"), -1);

  self->message = ADW_STATUS_PAGE (g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "printer-symbolic", NULL));
  self->state = GTK_STACK (g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL));
  gtk_stack_add_named (self->state, busy, "busy");
  gtk_stack_add_named (self->state, pages, "pages");
  gtk_stack_add_named (self->state, GTK_WIDGET (self->message), "message");

  return GTK_WIDGET (self->state);
}

/* Which page, how large. */
static GtkWidget *
build_bar (DovPaperPage *self)
{
  GtkWidget *fit = button_new ("zoom-fit-best-symbolic", NULL, _("Whole page"), "paper.fit-page");
  GtkWidget *wide = button_new ("view-fullscreen-symbolic", NULL, _("Width of the window (Ctrl+0)"), "paper.fit-width");
  GtkWidget *smaller = button_new ("zoom-out-symbolic", NULL, _("Smaller (Ctrl+minus)"), "paper.smaller");
  GtkWidget *larger = button_new ("zoom-in-symbolic", NULL, _("Larger (Ctrl+plus)"), "paper.larger");
  GtkWidget *buttons[] = { smaller, larger, fit, wide };

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->earlier = button_new ("go-up-symbolic", NULL, _("Page before (PgUp)"), "paper.earlier");
  self->later = button_new ("go-down-symbolic", NULL, _("Next page (PgDn)"), "paper.later");
  self->page = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "width-chars", 14, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                        NULL));
  self->percent = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "xalign", 1.0f, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->percent), "dim-label");
  gtk_box_append (GTK_BOX (self->bar), self->earlier);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (self->bar), self->later);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->percent));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (self->bar), buttons[i]);

  return self->bar;
}

/**
 * dov_paper_page_build:
 *
 * Makes what the page consists of.
 */
void
dov_paper_page_build (DovPaperPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  g_object_set (box, "margin-top", 12, "margin-bottom", 12, "margin-start", 18, "margin-end", 18, NULL);
  gtk_box_append (GTK_BOX (box), build_head (self));
  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices));
  gtk_box_append (GTK_BOX (box), build_pages (self));
  gtk_box_append (GTK_BOX (box), build_bar (self));
  self->saving = DOV_SAVING (dov_saving_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saving));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* «Страница 2 из 5», «100 %». */
void
dov_paper_page_show_place (DovPaperPage *self)
{
  guint n = self->print != NULL ? dov_print_count_pages (self->print) : 0;
  guint at = dov_paper_view_get_page (self->view);
  g_autofree char *number = dov_number_to_shown (at + 1);
  g_autofree char *all = dov_number_to_shown (n);
  g_autofree char *words = g_strdup_printf (_("Page %s of %s"), number, all);
  /* Translators: how large the paper is shown: “100 %” */
  g_autofree char *percent = g_strdup_printf (_("%d %%"), dov_paper_view_get_percent (self->view));

  if (n == 0)
    return;
  gtk_label_set_text (self->page, words);
  gtk_label_set_text (self->percent, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.earlier", at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.later", at + 1 < n);
}
