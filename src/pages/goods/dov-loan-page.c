/* dov-loan-page.c - a thing is lent to a family: to whom, until when, in what state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-loan-page.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-link-row.h"
#include "dov-own-lounge.h"
#include "dov-recipient-field.h"
#include "dov-rental-item.h"
#include "dov-rental.h"
#include "dov-section-box.h"

/* A loan lasts so long unless somebody says otherwise. */
#define USUAL_DAYS 14

struct _DovLoanPage
{
  DovFormPage        parent_instance;

  gint64             shown_family;
  gint64             shown_item;
  gboolean           prints;
  DovRecipientField *recipient;
  DovSectionBox     *loans;       /* of the thing, now and to come */
};

G_DEFINE_FINAL_TYPE (DovLoanPage, dov_loan_page, DOV_TYPE_FORM_PAGE)

static DovForm *
get_form (DovLoanPage *self)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (self));
}

static DovStore *
get_store (DovLoanPage *self)
{
  return dov_form_page_get_store (DOV_FORM_PAGE (self));
}

static DovRentalLoan *
get_loan (DovLoanPage *self)
{
  return DOV_RENTAL_LOAN (dov_form_get_draft (get_form (self)));
}

static void
fill_in (DovStore      *store,
         DovRentalLoan *loan)
{
  GDate today = dov_today (), due = today;

  g_date_add_days (&due, USUAL_DAYS);
  if (loan->lounge_id == 0)
    dov_set (loan, lounge_id, dov_own_lounge_find (store));
  if (loan->issued_on == NULL)
    dov_set (loan, issued_on, &today);
  if (loan->due_on == NULL)
    dov_set (loan, due_on, &due);
  if (loan->issued_by_id == 0)
    dov_set (loan, issued_by_id, dov_goods_find_me (store));
  if (*loan->agreement_no == '\0')
    {
      g_autofree char *year = g_strdup_printf ("%04d", g_date_get_year (&today));
      g_autofree char *no = g_strdup_printf ("%" G_GINT64_FORMAT, dov_goods_count (store,
        "SELECT coalesce(max(CAST(agreement_no AS INTEGER)), 0) + 1 FROM rental_loan WHERE lounge_id = ?1 "
        "AND substr(issued_on, 1, 4) = ?2", g_variant_new ("(xs)", loan->lounge_id, year)));

      dov_set (loan, agreement_no, no);
    }
}

/* When the thing is lent already: the days that are taken. */
static void
show_loans (DovLoanPage *self)
{
  DovRentalLoan *loan = get_loan (self);
  GDate from = dov_today (), to = from;
  g_autoptr (GArray) ids = NULL;

  dov_section_box_clear (self->loans);
  if (loan->item_id == 0)
    return;
  g_date_add_months (&to, 6);
  ids = dov_rental_list_loans (get_store (self), loan->item_id, &from, &to);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) other = dov_store_find (get_store (self), DOV_TYPE_RENTAL_LOAN, g_array_index (ids, gint64, i), NULL);
      g_autofree char *since = NULL;
      g_autofree char *until = NULL;
      g_autofree char *days = NULL;
      g_autofree char *family = NULL;

      if (other == NULL)
        continue;
      since = dov_goods_day_words (DOV_RENTAL_LOAN (other)->issued_on);
      until = dov_goods_day_words (DOV_RENTAL_LOAN (other)->due_on);
      days = g_strdup_printf ("%s – %s", since, until);
      family = dov_store_describe_id (get_store (self), DOV_TYPE_FAMILY, DOV_RENTAL_LOAN (other)->family_id);
      dov_section_box_append (self->loans, dov_row_line_new ("", days, family));
    }
}

static void
follow (DovLoanPage *self,
        gboolean     by_hand)
{
  DovRentalLoan *loan = get_loan (self);

  if (loan->family_id != self->shown_family)
    {
      self->shown_family = loan->family_id;
      if (by_hand)
        dov_set (loan, person_id, 0);
      dov_recipient_field_set_family (self->recipient, loan->family_id);
    }
  if (loan->item_id != self->shown_item)
    {
      g_autoptr (DovRecord) item = loan->item_id != 0 ?
        dov_store_find (get_store (self), DOV_TYPE_RENTAL_ITEM, loan->item_id, NULL) : NULL;

      self->shown_item = loan->item_id;
      if (item != NULL && *loan->condition_out == '\0')
        {
          dov_set (loan, condition_out, DOV_RENTAL_ITEM (item)->condition);
          dov_field_row_show (dov_form_find_row (get_form (self), "condition_out"));
        }
      show_loans (self);
    }
}

static void
edited_cb (DovLoanPage *self)
{
  follow (self, TRUE);
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovLoanPage *self = user_data;

  return dov_rental_lend (get_store (self), get_loan (self), error);
}

static void
dov_loan_page_saved (DovFormPage *page)
{
  DovLoanPage *self = DOV_LOAN_PAGE (page);
  gint64 loan = dov_record_get_id (DOV_RECORD (get_loan (self)));
  gboolean prints = self->prints;

  DOV_FORM_PAGE_CLASS (dov_loan_page_parent_class)->saved (page);
  if (prints)
    dov_go_paper (self, "D-33f-d", loan);
}

static void
print_cb (DovLoanPage *self)
{
  g_autoptr (DovLoanPage) alive = g_object_ref (self);

  self->prints = TRUE;
  dov_form_save (get_form (self));
  self->prints = FALSE;
}

/**
 * dov_loan_page_new:
 * @draft: a new loan, with the thing or the family if they are known
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_loan_page_new (DovStore      *store,
                   DovRentalLoan *draft,
                   gint64         kept)
{
  DovLoanPage *self = g_object_new (DOV_TYPE_LOAN_PAGE, NULL);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  DovFieldGroup *what, *proxy;
  GtkWidget *print;
  DovForm *form;

  fill_in (store, draft);
  form = DOV_FORM (dov_form_new (store, DOV_RECORD (draft)));
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);
  dov_page_set_title (DOV_PAGE (self), _("Lending"));
  dov_page_set_section (DOV_PAGE (self), "rental");
  what = dov_form_add_group (form, _("What, and to whom"), "item_id family_id", FALSE);
  dov_link_row_set_filter (DOV_LINK_ROW (dov_field_group_find (what, "item_id")), "status IN ('available', 'on_loan')", NULL);
  dov_link_row_set_also (DOV_LINK_ROW (dov_field_group_find (what, "family_id")), DOV_FAMILIES_BY_MEMBERS);
  dov_link_row_set_makes (DOV_LINK_ROW (dov_field_group_find (what, "family_id")), FALSE);
  dov_form_add_widget (form, place, FALSE);
  proxy = dov_form_add_group (form, _("Who comes instead"), "person_id", FALSE);
  self->recipient = DOV_RECIPIENT_FIELD (dov_recipient_field_new (form, _("Taken by a grown-up *"), proxy));
  gtk_box_append (GTK_BOX (place), GTK_WIDGET (self->recipient));
  dov_form_add_group (form, _("Until when"), "issued_on due_on condition_out signed_out", FALSE);
  dov_form_add_group (form, _("Agreement"), "agreement_no issued_by_id lounge_id note", TRUE);
  self->loans = DOV_SECTION_BOX (dov_section_box_new (_("Taken already")));
  dov_section_box_set_empty (self->loans, _("Nobody has the thing in the next months."));
  dov_form_add_widget (form, GTK_WIDGET (self->loans), TRUE);
  print = dov_form_add_action (form, "document-print-symbolic", _("Lend and print the agreement"));
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  dov_form_set_verbs (form, _("Lend"), _("Do Not Lend"));
  dov_form_set_words (form, _("Lending"));
  dov_form_set_save (form, save_cb, self);
  dov_form_set_kept (form, kept);
  follow (self, FALSE);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_loan_page_class_init (DovLoanPageClass *klass)
{
  DOV_FORM_PAGE_CLASS (klass)->saved = dov_loan_page_saved;
}

static void
dov_loan_page_init (DovLoanPage *self)
{
}
