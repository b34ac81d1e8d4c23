/* dov-nameless-page.c - findings whose names are kept longer than they may be, and taking them out (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-nameless-page.h"

#include <glib/gi18n.h>

#include "dov-deed.h"
#include "dov-finding-names.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-words.h"
#include "dov-related-list.h"
#include "dov-widgets.h"

struct _DovNamelessPage
{
  DovPage        parent_instance;

  GtkStack      *stack;
  GtkBox        *answers;
  GtkBox        *body;
  DovSectionBox *rows;
  GtkWidget     *all;
};

G_DEFINE_FINAL_TYPE (DovNamelessPage, dov_nameless_page, DOV_TYPE_PAGE)

static GArray *
list_due (DovStore *store)
{
  GDate today = dov_today ();

  return dov_finding_names_list_due (store, &today);
}

static gboolean
take_out (DovStore    *store,
          gpointer     due,
          const char  *typed,
          GError     **error)
{
  return dov_finding_names_take_out (store, due, error);
}

/* The log forgets too, so it is asked before. */
static void
ask (DovPage *page,
     GArray  *due)
{
  dov_deed_ask (page, dov_page_get_store (page), &(DovAsk) {
    .title = _("The names go out of the history and of unfinished forms too. Nobody can bring them back."),
    .go_on = _("Take out for good"), .act = take_out, .data = due, .free_data = (GDestroyNotify) g_array_unref,
    .is_final = TRUE });
}

static void
take_all_cb (DovPage *page)
{
  ask (page, list_due (dov_page_get_store (page)));
}

static void
take_one_cb (GtkWidget *button,
             DovRecord *finding)
{
  GArray *one = g_array_new (FALSE, FALSE, sizeof (DovNameDue));
  DovNameDue due = { G_OBJECT_TYPE (finding), dov_record_get_id (finding) };

  g_array_append_val (one, due);
  ask (DOV_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_PAGE)), one);
}

static void
dress (DovStore   *store,
       DovRecord  *record,
       DovRowLine *row,
       gboolean    is_past)
{
  GtkWidget *button = dov_button_new (_("Take the name out"), NULL, G_CALLBACK (take_one_cb), record);
  g_autofree char *spoken = g_strdup_printf (_("Take the name out: %s"),
                                             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  dov_name_widget (button, spoken);
  gtk_widget_set_visible (button, !dov_store_is_read_only (store));
  dov_row_line_append (row, button);
}

static char *
dup_day (DovStore  *store,
         DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_PATROL_FINDING (record)->found_at);

  return dov_date_to_shown (&day);
}

static char *
dup_child (DovStore  *store,
           DovRecord *record)
{
  return dov_patrol_dup_child (store, DOV_PATROL_FINDING (record), TRUE);
}

/* An act that has lost its finding has no line; its names go with all the others. */
static GArray *
list_findings (DovStore *store,
               gint64    subject)
{
  g_autoptr (GArray) due = list_due (store);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < due->len; i++)
    if (g_array_index (due, DovNameDue, i).type == DOV_TYPE_PATROL_FINDING)
      g_array_append_val (ids, g_array_index (due, DovNameDue, i).id);

  return ids;
}

static char *
dup_count (guint n,
           guint n_past)
{
  return g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
}

static const DovRelatedList findings = {
  N_("Over 30 days old"), NULL, dov_patrol_finding_get_type, .ids = list_findings, .lead_words = dup_day,
  .first_words = dup_child, .second = "kind_id place", .most = 200, .dress = dress, .count = dup_count,
};

static void
dov_nameless_page_fill (DovPage *page)
{
  DovNamelessPage *self = DOV_NAMELESS_PAGE (page);
  g_autoptr (GArray) due = list_due (dov_page_get_store (page));
  g_autofree char *label = g_strdup_printf (_("Take out all names (%u)"), due->len);

  dov_related_list_fill (self->rows, dov_page_get_store (page), 0, &findings);
  gtk_button_set_label (GTK_BUTTON (self->all), label);
  gtk_widget_set_visible (self->all, !dov_store_is_read_only (dov_page_get_store (page)));
  gtk_stack_set_visible_child_name (self->stack, due->len > 0 ? "due" : "none");
}

/**
 * dov_nameless_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_nameless_page_new (DovStore *store)
{
  DovPage *page = g_object_new (DOV_TYPE_NAMELESS_PAGE, NULL);

  dov_page_follow (page, store);

  return page;
}

static void
dov_nameless_page_class_init (DovNamelessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DOV_PAGE_CLASS (klass)->fill = dov_nameless_page_fill;
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-nameless-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovNamelessPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DovNamelessPage, answers);
  gtk_widget_class_bind_template_child (widget_class, DovNamelessPage, body);
  gtk_widget_class_bind_template_child (widget_class, DovNamelessPage, all);
  gtk_widget_class_bind_template_callback (widget_class, take_all_cb);
}

static void
dov_nameless_page_init (DovNamelessPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_hush_unseen (self->stack);
  dov_page_set_answers (DOV_PAGE (self), self->answers);
  gtk_box_append (self->body, dov_notice_new (
    DOV_NOTICE_INFORMS, _("Names are kept for 30 days without a consent"),
    _("Then “N., 13 years old” stays, and all counts are as they were. Names of children whose "
      "family is on support, or with a ground written down, are not here.")));
  self->rows = DOV_SECTION_BOX (dov_related_list_new (&findings));
  gtk_box_append (self->body, GTK_WIDGET (self->rows));
}
