/* dov-reports-submitted.c - a document that is handed in: marked as such, and told under its title ever after */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page-private.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-deed.h"
#include "dov-submitted.h"

/* Only what is made for a period can be handed in for it. */
static gboolean
has_period (DovReportsPage *self)
{
  return self->document != NULL && dov_document_get_trouble (self->document) == NULL &&
         dov_document_get_periods (self->document) != 0;
}

static DovReportInstance *
find_instance (DovReportsPage *self)
{
  if (!has_period (self))
    return NULL;

  return dov_report_instance_find (self->store, dov_document_get_code (self->document), dov_period_bar_get (self->period),
                                   dov_reports_page_get_lounge (self));
}

/**
 * dov_reports_page_show_submitted:
 * @self: the page
 *
 * Tells under the title whether the document was handed in for the period and
 * lounge that are chosen, and whether it would be another one now.
 */
void
dov_reports_page_show_submitted (DovReportsPage *self)
{
  static const DovSign as_sent = { "emblem-ok-symbolic", NULL };
  static const DovSign as_changed = { "dialog-warning-symbolic", "warning" };
  g_autoptr (DovReportInstance) instance = find_instance (self);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  gboolean is_changed;
  GtkWidget *badge;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.submit", has_period (self));
  gtk_widget_set_visible (GTK_WIDGET (self->submitted_place), instance != NULL);
  adw_bin_set_child (self->submitted_place, NULL);
  if (instance == NULL)
    return;

  is_changed = dov_report_instance_is_changed (self->store, instance);
  day = dov_date_to_words (instance->sent_on);
  words = g_strdup_printf (is_changed ? _("Handed in on %s, changed since") : _("Handed in on %s"), day);
  badge = dov_badge_new (words, is_changed ? &as_changed : &as_sent);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  adw_bin_set_child (self->submitted_place, badge);
}

/**
 * dov_reports_page_write_state:
 * @self: the page
 *
 * Tells the result that was made last whether it is handed in, for its file to say so.
 */
void
dov_reports_page_write_state (DovReportsPage *self)
{
  g_autoptr (DovReportInstance) instance = find_instance (self);

  if (self->result == NULL)
    return;

  g_free (dov_result_get_paper (self->result)->state);
  dov_result_get_paper (self->result)->state =
    instance != NULL ? dov_report_instance_dup_state (self->store, instance) : NULL;
}

/**
 * dov_reports_page_submit:
 * @self: the page
 *
 * Marks the document as handed in today for what is chosen.
 */
void
dov_reports_page_submit (DovReportsPage *self)
{
  g_autoptr (DovReportInstance) draft = DOV_REPORT_INSTANCE (dov_record_new (DOV_TYPE_REPORT_INSTANCE, 0));
  const DovPeriod *period = dov_period_bar_get (self->period);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;
  g_autofree char *words = NULL;
  GDate today = dov_today ();

  if (!has_period (self))
    return;

  title = dov_document_dup_plain_title (self->document);
  file = self->result != NULL ? dov_result_dup_file_name (self->result) : g_strdup ("");
  dov_set (draft, code, dov_document_get_code (self->document));
  dov_set (draft, title, title);
  dov_set (draft, lounge_id, dov_reports_page_get_lounge (self));
  dov_set (draft, since, &period->from);
  dov_set (draft, until, &period->to);
  dov_set (draft, status, DOV_REPORT_STATUS_SENT);
  dov_set (draft, sent_on, &today);
  dov_set (draft, file, file);
  words = g_strdup_printf (_("Marked as handed in: %s"), title);
  dov_deed_save (self, self->store, words, DOV_RECORD (draft));
}
