/* dov-paper-choice.c - what a document is asked for: its period, its lounge, the record it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-choice.h"

#include <glib/gi18n.h>

#include "dov-event.h"
#include "dov-label.h"
#include "dov-lounge.h"
#include "dov-period-bar.h"
#include "dov-record-search.h"
#include "dov-registry.h"

/* Many saves together need one look. In milliseconds. */
#define PAUSE 250

struct _DovPaperChoice
{
  GtkBox           parent_instance;

  DovStore        *store;
  DovDocument     *document;
  gint64           subject;   /* given from outside, 0: none */
  GArray          *lounges;   /* gint64; the first is 0: all */
  guint            soon;

  DovPeriodBar    *period;
  GtkDropDown     *lounge;
  DovRecordSearch *asked;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovPaperChoice, dov_paper_choice, GTK_TYPE_BOX)

static void
changed_cb (DovPaperChoice *self)
{
  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->document != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
soon_cb (gpointer data)
{
  DovPaperChoice *self = data;

  self->soon = 0;
  changed_cb (self);

  return G_SOURCE_REMOVE;
}

/* What is saved elsewhere changes the figures; they follow in a moment. */
static void
reload_cb (DovPaperChoice *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add (PAUSE, soon_cb, self);
}

/* All lounges first, then each. */
static void
fill_lounges (DovPaperChoice *self,
              gint64          lounge)
{
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint chosen = 0;

  gtk_string_list_append (names, _("All lounges"));
  g_array_append_val (self->lounges, none);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_LOUNGE, id);

      gtk_string_list_append (names, name);
      g_array_append_val (self->lounges, id);
      if (id == lounge)
        chosen = i + 1;
    }
  gtk_drop_down_set_model (self->lounge, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->lounge, chosen);
}

/**
 * dov_paper_choice_new:
 * @lounge: chosen at first, 0: all
 */
GtkWidget *
dov_paper_choice_new (DovStore *store,
                      gint64    lounge)
{
  DovPaperChoice *self = g_object_new (DOV_TYPE_PAPER_CHOICE, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  self->store = g_object_ref (store);
  self->asked = DOV_RECORD_SEARCH (dov_record_search_new (store));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lounge));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->asked));
  fill_lounges (self, lounge);
  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->lounge, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->asked, "chosen", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (reload_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dov_paper_choice_set_document:
 * @subject: the record that the document is about, 0: none, or it is asked for
 *
 * Shows what this document asks for.
 */
void
dov_paper_choice_set_document (DovPaperChoice *self,
                               DovDocument    *document,
                               gint64          subject)
{
  const char *label = NULL;
  const char *asked = dov_document_get_asked (document, &label);
  GType type = asked != NULL ? dov_registry_find (asked) : G_TYPE_INVALID;

  /* What is chosen for the one before is no news. */
  g_clear_object (&self->document);
  self->subject = subject;
  gtk_widget_set_visible (GTK_WIDGET (self->period), dov_document_get_periods (document) != 0);
  dov_period_bar_set_kinds (self->period, dov_document_get_periods (document));
  gtk_widget_set_visible (GTK_WIDGET (self->asked), asked != NULL && subject == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lounge), asked == NULL && subject == 0 && self->lounges->len > 2);
  if (asked != NULL && type != G_TYPE_INVALID)
    dov_record_search_ask (self->asked, type, label, type == DOV_TYPE_EVENT ? "starts_at" : NULL, type == DOV_TYPE_EVENT);
  g_set_object (&self->document, document);
}

void
dov_paper_choice_set_period (DovPaperChoice  *self,
                             const DovPeriod *period)
{
  dov_period_bar_set (self->period, period);
}

/* The period that is chosen; NULL when the document has none. */
const DovPeriod *
dov_paper_choice_get_period (DovPaperChoice *self)
{
  return self->document != NULL && dov_document_get_periods (self->document) != 0 ? dov_period_bar_get (self->period)
                                                                                  : NULL;
}

/* The lounge that is chosen; 0: all. */
gint64
dov_paper_choice_get_lounge (DovPaperChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->lounge);

  return self->subject == 0 && selected < self->lounges->len ? g_array_index (self->lounges, gint64, selected) : 0;
}

/* The record that the document is about; 0: none. */
gint64
dov_paper_choice_get_asked (DovPaperChoice *self)
{
  if (self->subject != 0 || self->document == NULL || dov_document_get_asked (self->document, NULL) == NULL)
    return self->subject;

  return dov_record_search_get (self->asked);
}

/* What is not chosen yet, in words; NULL: nothing lacks. */
const char *
dov_paper_choice_get_lack (DovPaperChoice *self)
{
  const char *label = NULL;

  if (dov_paper_choice_get_asked (self) != 0 || dov_document_get_asked (self->document, &label) == NULL)
    return NULL;

  return label != NULL ? label : "";
}

/* To what must be chosen; FALSE when nothing lacks. */
gboolean
dov_paper_choice_focus (DovPaperChoice *self)
{
  return self->document != NULL && dov_paper_choice_get_lack (self) != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->asked));
}

DovOrder *
dov_paper_choice_make_order (DovPaperChoice *self)
{
  return dov_order_new (self->store, self->document, dov_paper_choice_get_period (self),
                        dov_paper_choice_get_lounge (self), dov_paper_choice_get_asked (self));
}

static void
dov_paper_choice_dispose (GObject *object)
{
  DovPaperChoice *self = DOV_PAPER_CHOICE (object);

  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dov_paper_choice_parent_class)->dispose (object);
}

static void
dov_paper_choice_finalize (GObject *object)
{
  DovPaperChoice *self = DOV_PAPER_CHOICE (object);

  g_clear_object (&self->store);
  g_array_unref (self->lounges);

  G_OBJECT_CLASS (dov_paper_choice_parent_class)->finalize (object);
}

static void
dov_paper_choice_class_init (DovPaperChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_paper_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_paper_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_paper_choice_init (DovPaperChoice *self)
{
  self->lounges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
  self->lounge = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->lounge), GTK_ALIGN_START);
  dov_name_widget (self->lounge, _("Lounge"));
}
