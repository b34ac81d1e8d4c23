/* dov-catalogue-page.c - the quiet lists: places, staff, forms of events and the like */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-catalogue-page.h"

#include <glib/gi18n.h>

#include "dov-attachment.h"
#include "dov-column-page.h"
#include "dov-curfew-rule.h"
#include "dov-event-series.h"
#include "dov-go.h"
#include "dov-incoming-paper.h"
#include "dov-lounge.h"
#include "dov-not-duplicate.h"
#include "dov-number.h"
#include "dov-outgoing-notice.h"
#include "dov-plan-template.h"
#include "dov-ref-item.h"
#include "dov-register-entry.h"
#include "dov-report-instance.h"
#include "dov-registry.h"
#include "dov-section-box.h"
#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-task.h"
#include "dov-written-application.h"

typedef struct
{
  GType     (*type) (void);
  const char *icon;
  const char *title;    /* NULL: what records of the kind are called */
  const char *words;
} Entry;

static const Entry entries[] = {
  { dov_lounge_get_type, "go-home-symbolic", NULL, N_("where families are met") },
  { dov_staff_get_type, "avatar-default-symbolic", NULL, N_("who works here, and in which position") },
  { dov_settlement_get_type, "mark-location-symbolic", NULL, N_("villages and towns") },
  { dov_event_series_get_type, "object-rotate-right-symbolic", NULL,
    N_("what is repeated: the weekly film show and the like") },
  { dov_ref_item_get_type, "view-list-symbolic", N_("Forms and categories"),
    N_("forms of events, categories of families: the club may add its own") },
  { dov_plan_template_get_type, "object-select-symbolic", NULL,
    N_("what is offered while a programme of support is empty") },
  { dov_curfew_rule_get_type, "weather-clear-night-symbolic", NULL,
    N_("from which hour a child may not be outside alone: the law of the region") },
  { dov_report_instance_get_type, "x-office-spreadsheet-symbolic", NULL, N_("what was handed in, to whom and when") },
  { dov_not_duplicate_get_type, "system-users-symbolic", NULL, N_("people who look alike but are different") },
};

/* What work with families leaves behind, by its kind. */
static const Entry journals[] = {
  { dov_incoming_paper_get_type, "mail-unread-symbolic", NULL, N_("what came in, from whom and by when it is to be done") },
  { dov_outgoing_notice_get_type, "document-send-symbolic", NULL, N_("what was told to other bodies, and their answers") },
  { dov_task_get_type, "alarm-symbolic", NULL, N_("what somebody is to do by a day") },
  { dov_register_entry_get_type, "view-list-symbolic", NULL, N_("by which decision a family or a child is on a register") },
  { dov_written_application_get_type, "document-new-symbolic", NULL, N_("who asked for what, and what was decided") },
  { dov_attachment_get_type, "x-office-document-symbolic", NULL,
    N_("scans and photos of papers, each on the page of its record") },
};

static void
open_cb (GtkWidget *row,
         gpointer   entry)
{
  dov_go_list (row, ((const Entry *) entry)->type ());
}

static GtkWidget *
entry_new (DovStore    *store,
           const Entry *entry)
{
  GType type = entry->type ();
  g_autofree char *count = dov_number_to_shown (dov_store_count (store, type, NULL, NULL));
  const char *title = entry->title != NULL ? _(entry->title) : _(dov_registry_class (type)->labels);
  GtkWidget *row = dov_row_line_new ("", title, _(entry->words));
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  dov_row_line_set_icon (DOV_ROW_LINE (row), entry->icon);
  dov_row_line_append (DOV_ROW_LINE (row), number);
  dov_row_line_append (DOV_ROW_LINE (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), (gpointer) entry);

  return row;
}

static void
add_section (DovStore    *store,
             GtkBox      *column,
             const char  *title,
             const Entry *of,
             guint        n_of)
{
  GtkWidget *section = dov_section_box_new (title);

  gtk_box_append (column, section);
  for (guint i = 0; i < n_of; i++)
    dov_section_box_append (DOV_SECTION_BOX (section), entry_new (store, &of[i]));
}

static void
fill (DovPage  *page,
      DovStore *store,
      GtkBox   *column)
{
  add_section (store, column, _("Reference lists"), entries, G_N_ELEMENTS (entries));
  add_section (store, column, _("Journals of work with families"), journals, G_N_ELEMENTS (journals));
}

/**
 * dov_catalogue_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_catalogue_page_new (DovStore *store)
{
  return dov_column_page_new (store, 760, fill);
}
