/* dov-event-report-page.c - the report of an event that was held, written with its figures in view */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-report-page.h"

#include <glib/gi18n.h>

#include "dov-event-count.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-go.h"
#include "dov-headcount.h"
#include "dov-paper-page.h"
#include "dov-section-box.h"

struct _DovEventReportPage
{
  DovFormPage     parent_instance;

  DovStore       *store;
  DovEvent       *event;
  DovEventReport *draft;
  DovFieldRow    *description;
};

G_DEFINE_FINAL_TYPE (DovEventReportPage, dov_event_report_page, DOV_TYPE_FORM_PAGE)

/**
 * dov_event_report_dup_measure:
 * @description: as it is typed
 *
 * Returns: (transfer full): how far it is from the 300 to 1500 letters that
 *   are asked for, in words
 */
char *
dov_event_report_dup_measure (const char *description)
{
  glong letters = dov_event_report_count_letters (description);

  if (letters == 0)
    return g_strdup (_("300 to 1500 letters: what was done, who took part, what it gave"));
  if (letters < DOV_EVENT_REPORT_LEAST)
    return g_strdup_printf (ngettext ("%d letter more to 300", "%d letters more to 300",
                                      (gulong) (DOV_EVENT_REPORT_LEAST - letters)), (int) (DOV_EVENT_REPORT_LEAST - letters));
  if (letters > DOV_EVENT_REPORT_MOST)
    return g_strdup_printf (ngettext ("%d letter over 1500: shorten it a little", "%d letters over 1500: shorten it a little",
                                      (gulong) (letters - DOV_EVENT_REPORT_MOST)), (int) (letters - DOV_EVENT_REPORT_MOST));

  return g_strdup_printf (ngettext ("%d letter: enough", "%d letters: enough", (gulong) letters), (int) letters);
}

static void
show_measure (DovEventReportPage *self)
{
  g_autofree char *typed = dov_field_row_dup_typed (self->description);
  g_autofree char *words = dov_event_report_dup_measure (typed != NULL ? typed : self->draft->description);

  dov_field_row_set_hint (self->description, words);
}

/* ---- what is known already ---- */

static void
add_names (GString    *text,
           const char *label,
           GPtrArray  *names)
{
  g_autofree char *all = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, all);
}

static GPtrArray *
list_names (DovStore   *store,
            DovEvent   *event,
            GType       type,
            const char *who,
            const char *what)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  DovQuery query = { .where = "event_id = ?1" };
  g_autoptr (GArray) ids = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (event)));
  ids = dov_store_list (store, type, &query, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (store, type, g_array_index (ids, gint64, i), NULL);
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (part);
      g_autofree char *name = dov_store_dup_shown (store, part, dov_record_class_find_field (klass, who));
      g_autofree char *more = dov_store_dup_shown (store, part, dov_record_class_find_field (klass, what));

      g_ptr_array_add (names, *more != '\0' ? g_strdup_printf ("%s (%s)", name, more) : g_strdup (name));
    }

  return names;
}

/* A new report begins with what the event knows: partners, who signs, today. */
static void
fill_in (DovEventReportPage *self)
{
  g_autoptr (GPtrArray) partners = list_names (self->store, self->event, DOV_TYPE_EVENT_PARTNER, "organisation_id",
                                                     "contribution");
  g_autoptr (GPtrArray) helpers = list_names (self->store, self->event, DOV_TYPE_EVENT_HELPER, "person_id", "role");
  g_autoptr (GString) text = g_string_new (NULL);
  GDate today = dov_today ();

  add_names (text, _("Partners"), partners);
  if (helpers->len > 0)
    /* The report is for everybody to read: helpers are counted, not named. */
    g_string_append_printf (text, "%s%s: %u", text->len > 0 ? "\n" : "", _("Helpers"), helpers->len);
  dov_set (self->draft, partners, text->str);
  dov_set (self->draft, signed_by_id, self->event->responsible_id);
  dov_set (self->draft, signed_on, &today);
}

static void
paper_cb (DovEventReportPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-24", dov_record_get_id (DOV_RECORD (self->event))));
}

static void
add_figure (DovSectionBox *box,
            const char    *label,
            gint64         number)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) number);

  dov_section_box_append (box, dov_row_line_new (text, label, ""));
}

/* The figures are those of the headcount: they are changed on the page of the event. */
static GtkWidget *
make_figures (DovEventReportPage *self)
{
  DovSectionBox *box = DOV_SECTION_BOX (dov_section_box_new (_("Figures of the report")));
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (self->store, dov_record_get_id (DOV_RECORD (self->event)));

  dov_section_box_set_empty (box, _("Nobody has written how many came. Do it on the page of the event."));
  if (headcount != NULL)
    {
      add_figure (box, _("came in all"), dov_event_headcount_get_total (headcount));
      add_figure (box, _("children under 14"), headcount->b0_6 + headcount->b7_13);
      add_figure (box, _("young people 14–35"), headcount->b14_17 + headcount->b18_35);
      add_figure (box, _("of them 14–17"), headcount->b14_17);
      add_figure (box, _("adults of 36 and older"), headcount->b36_59 + headcount->b60);
      add_figure (box, _("of the target group"), headcount->of_target_group);
    }

  return GTK_WIDGET (box);
}

static GtkWidget *
make_head (DovEventReportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *what = dov_store_describe (self->store, DOV_RECORD (self->event));
  g_autofree char *words = g_strdup_printf (_("Report: %s"), what);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (title, "page-title");
  gtk_box_append (GTK_BOX (box), title);
  if (dov_record_get_id (DOV_RECORD (self->draft)) != 0)
    {
      GtkWidget *paper = gtk_button_new_with_label (_("On paper"));

      gtk_widget_set_valign (paper, GTK_ALIGN_START);
      g_signal_connect_swapped (paper, "clicked", G_CALLBACK (paper_cb), self);
      gtk_box_append (GTK_BOX (box), paper);
    }

  return box;
}

static void
edited_cb (DovEventReportPage *self)
{
  show_measure (self);
}

/**
 * dov_event_report_page_new:
 * @draft: a report that knows its event
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating) (nullable): the form; %NULL without an event
 */
DovPage *
dov_event_report_page_new (DovStore       *store,
                           DovEventReport *draft,
                           gint64          kept)
{
  g_autoptr (DovRecord) event = dov_store_look_up (store, DOV_TYPE_EVENT, draft->event_id);
  DovEventReportPage *self;
  DovForm *form;

  if (event == NULL)
    return NULL;

  self = g_object_new (DOV_TYPE_EVENT_REPORT_PAGE, NULL);
  self->store = g_object_ref (store);
  self->event = DOV_EVENT (g_object_ref (event));
  self->draft = g_object_ref (draft);
  if (dov_record_get_id (DOV_RECORD (draft)) == 0 && kept == 0)
    fill_in (self);

  form = DOV_FORM (dov_form_new (store, DOV_RECORD (draft)));
  dov_form_add_group (form, _("What was done"), "goals description results", FALSE);
  dov_form_add_widget (form, make_figures (self), TRUE);
  dov_form_add_group (form, _("Who, and what remains"), "partners photos links feedback resources", TRUE);
  dov_form_add_group (form, _("Signature"), "signed_by_id signed_on", TRUE);
  dov_form_set_kept (form, kept);
  dov_form_set_head (form, make_head (self));
  self->description = dov_form_find_row (form, "description");
  dov_form_page_set_form (DOV_FORM_PAGE (self), form);
  dov_page_set_section (DOV_PAGE (self), "events");
  dov_page_set_title (DOV_PAGE (self), _("Report of an event"));
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  show_measure (self);

  return DOV_PAGE (self);
}

/**
 * dov_event_report_page_new_for:
 *
 * Returns: (transfer floating): the report of the event, a new one when there is none
 */
DovPage *
dov_event_report_page_new_for (DovStore *store,
                               DovEvent *event)
{
  DovQuery query = { .where = "event_id = ?1" };
  g_autoptr (DovRecord) stored = NULL;
  g_autoptr (DovEventReport) draft = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (event)));
  stored = dov_store_find_first (store, DOV_TYPE_EVENT_REPORT, &query, NULL);
  draft = DOV_EVENT_REPORT (stored != NULL ? dov_record_dup (stored) : dov_record_new (DOV_TYPE_EVENT_REPORT, 0));
  dov_set (draft, event_id, dov_record_get_id (DOV_RECORD (event)));

  return dov_event_report_page_new (store, draft, 0);
}

static void
dov_event_report_page_dispose (GObject *object)
{
  DovEventReportPage *self = DOV_EVENT_REPORT_PAGE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->event);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_event_report_page_parent_class)->dispose (object);
}

static void
dov_event_report_page_class_init (DovEventReportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_event_report_page_dispose;
}

static void
dov_event_report_page_init (DovEventReportPage *self)
{
}
