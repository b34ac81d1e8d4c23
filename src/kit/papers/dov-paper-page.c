/* dov-paper-page.c - a document as it will lie on paper: look, print, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page-private.h"

#include <glib/gi18n.h>

#include "dov-event.h"
#include "dov-lounge.h"
#include "dov-own-lounge.h"
#include "dov-printing.h"
#include "dov-registry.h"

G_DEFINE_FINAL_TYPE (DovPaperPage, dov_paper_page, DOV_TYPE_PAGE)

/* ---- what is done ---- */

static void
print (DovPaperPage *self)
{
  if (self->print != NULL)
    dov_printing_start (GTK_WIDGET (self), self->print);
  else
    self->prints_then = TRUE;
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovPaperPage *self = DOV_PAPER_PAGE (widget);

  if (g_str_equal (name, "paper.print"))
    print (self);
  else if (g_str_equal (name, "paper.pdf") && self->print != NULL)
    dov_saving_start_pdf (self->saving, dov_print_get_result (self->print));
  else if (g_str_equal (name, "paper.excel") && self->print != NULL)
    dov_saving_start (self->saving, dov_print_get_result (self->print));
  else if (g_str_equal (name, "paper.earlier"))
    dov_paper_view_step (self->view, -1);
  else if (g_str_equal (name, "paper.later"))
    dov_paper_view_step (self->view, 1);
  else if (g_str_equal (name, "paper.larger"))
    dov_paper_view_zoom (self->view, 1);
  else if (g_str_equal (name, "paper.smaller"))
    dov_paper_view_zoom (self->view, -1);
  else if (g_str_equal (name, "paper.fit-width"))
    dov_paper_view_fit_width (self->view);
  else if (g_str_equal (name, "paper.fit-page"))
    dov_paper_view_fit_page (self->view);
}

/* ---- what is chosen ---- */

/* All lounges first, then each. */
static void
fill_lounges (DovPaperPage *self,
              gint64        lounge)
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

static void
add_choices (DovPaperPage    *self,
             const DovPeriod *period,
             gint64           lounge)
{
  const char *label = NULL;
  const char *asked = dov_document_get_asked (self->document, &label);
  GType type = asked != NULL ? dov_registry_find (asked) : G_TYPE_INVALID;

  if (dov_document_get_periods (self->document) != 0)
    {
      self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
      dov_period_bar_set_kinds (self->period, dov_document_get_periods (self->document));
      if (period != NULL)
        dov_period_bar_set (self->period, period);
      gtk_box_append (self->choices, GTK_WIDGET (self->period));
      g_signal_connect_swapped (self->period, "changed", G_CALLBACK (dov_paper_page_make), self);
    }
  if (asked != NULL && self->subject == 0 && type != G_TYPE_INVALID)
    {
      self->asked = DOV_RECORD_SEARCH (dov_record_search_new (self->store));
      dov_record_search_ask (self->asked, type, label, type == DOV_TYPE_EVENT ? "starts_at" : NULL,
                             type == DOV_TYPE_EVENT);
      gtk_box_append (self->choices, GTK_WIDGET (self->asked));
      g_signal_connect_swapped (self->asked, "chosen", G_CALLBACK (dov_paper_page_make), self);
    }
  fill_lounges (self, lounge);
  if (asked == NULL && self->subject == 0 && self->lounges->len > 2)
    gtk_box_append (self->choices, GTK_WIDGET (self->lounge));
}

static void
blank_cb (DovPaperPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !gtk_toggle_button_get_active (self->blank));
  dov_paper_page_make (self);
}

static void
changed_cb (DovStore     *store,
            GType         type,
            gint64        id,
            DovPaperPage *self)
{
  dov_paper_page_make_soon (self);
}

/* ---- the page ---- */

static DovPaperPage *
page_new (DovStore *store)
{
  DovPaperPage *self = g_object_new (DOV_TYPE_PAPER_PAGE, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * dov_paper_page_new_for:
 * @store: the store
 * @code: of a document, such as "D-23"
 * @subject: the record it is about, 0: none, or it is asked for
 * @period: (nullable): chosen at first
 * @lounge: chosen at first, 0: all
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_paper_page_new_for (DovStore        *store,
                        const char      *code,
                        gint64           subject,
                        const DovPeriod *period,
                        gint64           lounge)
{
  DovPaperPage *self = page_new (store);
  g_autofree char *title = NULL;
  const char *receiver;

  self->subject = subject;
  self->document = dov_document_find (store, code, NULL);
  if (self->document != NULL)
    {
      title = dov_document_dup_plain_title (self->document);
      receiver = dov_document_get_receiver (self->document);
      gtk_label_set_text (GTK_LABEL (self->receiver), receiver != NULL ? receiver : "");
      add_choices (self, period, lounge);
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
      g_signal_connect_object (store, "reloaded", G_CALLBACK (dov_paper_page_make_soon), self, G_CONNECT_SWAPPED);
    }
  gtk_label_set_text (GTK_LABEL (self->name), title != NULL ? title : code);
  gtk_widget_set_visible (self->receiver, *gtk_label_get_text (GTK_LABEL (self->receiver)) != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->blank), self->document != NULL);
  dov_page_set_title (DOV_PAGE (self), title != NULL ? title : code);
  g_signal_connect_swapped (self->lounge, "notify::selected", G_CALLBACK (dov_paper_page_make), self);
  g_signal_connect_swapped (self->blank, "toggled", G_CALLBACK (blank_cb), self);
  dov_paper_page_make (self);

  return DOV_PAGE (self);
}

/**
 * dov_paper_page_new:
 * @store: the store
 * @code: of a document, such as "D-23"
 * @subject: the record it is about, 0: none, or it is asked for
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_paper_page_new (DovStore   *store,
                    const char *code,
                    gint64      subject)
{
  return dov_paper_page_new_for (store, code, subject, NULL, subject == 0 ? dov_own_lounge_find (store) : 0);
}

/**
 * dov_paper_page_new_made:
 * @store: the store
 * @title: what it is
 * @make: makes it, in another thread
 * @free_data: (nullable): frees @user_data
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_paper_page_new_made (DovStore       *store,
                         const char     *title,
                         DovSavingMake   make,
                         gpointer        user_data,
                         GDestroyNotify  free_data)
{
  DovPaperPage *self = page_new (store);

  self->source = dov_paper_source_new (make, user_data, free_data);
  gtk_label_set_text (GTK_LABEL (self->name), title);
  gtk_widget_set_visible (self->receiver, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->blank), FALSE);
  dov_page_set_title (DOV_PAGE (self), title);
  dov_paper_page_make (self);

  return DOV_PAGE (self);
}

DovPrint *
dov_paper_page_get_print (DovPaperPage *self)
{
  return self->print;
}

/* From 0. */
guint
dov_paper_page_get_page (DovPaperPage *self)
{
  return dov_paper_view_get_page (self->view);
}

static void
dov_paper_page_focus (DovPage *page)
{
  DovPaperPage *self = DOV_PAPER_PAGE (page);

  if (self->asked != NULL && dov_record_search_get (self->asked) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->asked));
  else if (self->print != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    {
      /* Somewhere inside, so that keys are heard. */
      self->focuses_then = TRUE;
      if (!gtk_widget_is_visible (GTK_WIDGET (self->blank)) || !gtk_widget_grab_focus (GTK_WIDGET (self->blank)))
        gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
    }
}

static gboolean
dov_paper_page_save (DovPage *page)
{
  DovPaperPage *self = DOV_PAPER_PAGE (page);

  if (self->print != NULL)
    dov_saving_start_pdf (self->saving, dov_print_get_result (self->print));

  return TRUE;
}

static void
dov_paper_page_dispose (GObject *object)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);

  self->run++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_object (&self->print);
  g_clear_object (&self->lounge);
  self->view = NULL;

  G_OBJECT_CLASS (dov_paper_page_parent_class)->dispose (object);
}

static void
dov_paper_page_finalize (GObject *object)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->store);
  g_clear_pointer (&self->source, dov_paper_source_unref);
  g_array_unref (self->lounges);

  G_OBJECT_CLASS (dov_paper_page_parent_class)->finalize (object);
}

static void
add_key (GtkWidgetClass  *klass,
         guint            key,
         GdkModifierType  state,
         const char      *action)
{
  gtk_widget_class_add_binding_action (klass, key, state, action, NULL);
}

static void
dov_paper_page_class_init (DovPaperPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const actions[] = {
    "paper.print", "paper.pdf", "paper.excel", "paper.earlier", "paper.later", "paper.larger", "paper.smaller",
    "paper.fit-width", "paper.fit-page",
  };

  G_OBJECT_CLASS (klass)->dispose = dov_paper_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_paper_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_paper_page_focus;
  DOV_PAGE_CLASS (klass)->save = dov_paper_page_save;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  add_key (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print");
  add_key (widget_class, GDK_KEY_Cyrillic_ze, GDK_CONTROL_MASK, "paper.print");
  add_key (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "paper.excel");
  add_key (widget_class, GDK_KEY_Cyrillic_u, GDK_CONTROL_MASK, "paper.excel");
  add_key (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "paper.pdf");
  add_key (widget_class, GDK_KEY_Cyrillic_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "paper.pdf");
  add_key (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "paper.larger");
  add_key (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "paper.larger");
  add_key (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "paper.larger");
  add_key (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "paper.smaller");
  add_key (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "paper.smaller");
  add_key (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "paper.fit-width");
}

/* A page of paper is turned wherever the keyboard is; a scrolled window would take the key for itself. */
static void
add_turning (DovPaperPage *self)
{
  static const struct { guint key; const char *action; } turns[] = {
    { GDK_KEY_Page_Up, "paper.earlier" }, { GDK_KEY_KP_Page_Up, "paper.earlier" },
    { GDK_KEY_Page_Down, "paper.later" }, { GDK_KEY_KP_Page_Down, "paper.later" },
  };
  GtkEventController *turning = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (turning, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (turning),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (turns[i].key, 0),
                                                            gtk_named_action_new (turns[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), turning);
}

static void
dov_paper_page_init (DovPaperPage *self)
{
  self->lounges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lounge = GTK_DROP_DOWN (g_object_ref_sink (gtk_drop_down_new (NULL, NULL)));
  gtk_widget_set_halign (GTK_WIDGET (self->lounge), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lounge), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lounge"), -1);
  dov_paper_page_build (self);
  add_turning (self);
  g_signal_connect_swapped (self->view, "page-changed", G_CALLBACK (dov_paper_page_show_place), self);
}
