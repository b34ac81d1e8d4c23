/* dov-paper-page.c - a document as it will lie on paper: look, print, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-own-lounge.h"
#include "dov-paper-choice.h"
#include "dov-paper-view.h"
#include "dov-printing.h"
#include "dov-widgets.h"

/* What is made anew in another thread each time: an atomic box, shared by the runs. */
typedef struct
{
  DovSavingMake  make;
  gpointer       user_data;
  GDestroyNotify free_data;
} Source;

struct _DovPaperPage
{
  DovPage          parent_instance;

  DovStore        *store;
  DovDocument     *document;   /* NULL: the source makes it */
  Source          *source;     /* NULL with a document: what is chosen is one each time */

  DovPrint        *print;      /* NULL while it is being made */
  GCancellable    *cancellable;  /* of the run that is awaited */
  gboolean         prints_then;
  gboolean         focuses_then; /* on the pages, as soon as they are there */

  GtkLabel        *name;
  GtkLabel        *receiver;
  GtkToggleButton *blank;
  AdwBin          *choice_place;
  DovPaperChoice  *choice;     /* NULL: nothing is chosen */
  GtkStack        *state;
  AdwStatusPage   *message;
  DovPaperView    *view;
  GtkWidget       *bar;
  GtkLabel        *page;
  GtkLabel        *percent;
  DovSaving       *saving;
};

G_DEFINE_FINAL_TYPE (DovPaperPage, dov_paper_page, DOV_TYPE_PAGE)

/* ---- the pages are made, in another thread ---- */

static Source *
source_new (DovSavingMake  make,
            gpointer       user_data,
            GDestroyNotify free_data)
{
  Source *self = g_atomic_rc_box_new0 (Source);

  *self = (Source) { make, user_data, free_data };

  return self;
}

static void
clear_source (gpointer data)
{
  Source *self = data;

  if (self->free_data != NULL)
    self->free_data (self->user_data);
}

static void
source_unref (gpointer source)
{
  g_atomic_rc_box_release_full (source, clear_source);
}

static void
make_thread (GTask        *task,
             gpointer      page,
             gpointer      data,
             GCancellable *cancellable)
{
  Source *source = data;
  GError *error = NULL;
  g_autoptr (DovResult) result = source->make (source->user_data, cancellable, &error);
  DovPrint *print = result != NULL ? dov_print_new (result, cancellable, &error) : NULL;

  if (print != NULL)
    g_task_return_pointer (task, print, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
allow (DovPaperPage *self,
       gboolean      can)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.pdf", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.excel", can);
}

static void
show_message (DovPaperPage *self,
              const char   *title,
              const char   *text)
{
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, text);
  gtk_stack_set_visible_child_name (self->state, "message");
  gtk_widget_set_visible (self->bar, FALSE);
  allow (self, FALSE);
}

/* «Страница 2 из 5», «100 %». */
static void
show_place (DovPaperPage *self)
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

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovPrint) print = g_task_propagate_pointer (G_TASK (result), &error);

  /* An older answer is stale. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (print == NULL)
    {
      g_autofree char *words = dov_errors_dup_words (error);

      self->prints_then = FALSE;
      self->focuses_then = FALSE;
      show_message (self, _("The document cannot be made"), words);
      return;
    }

  g_set_object (&self->print, print);
  dov_paper_view_set_print (self->view, print);
  gtk_stack_set_visible_child_name (self->state, "pages");
  gtk_widget_set_visible (self->bar, TRUE);
  allow (self, TRUE);
  show_place (self);
  if (self->focuses_then)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->prints_then)
    dov_printing_start (GTK_WIDGET (self), print);
  self->focuses_then = FALSE;
  self->prints_then = FALSE;
}

/* What is before the eyes is no longer what is asked for. */
static void
forget (DovPaperPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->print);
}

static void
make (DovPaperPage *self)
{
  g_autoptr (GTask) task = NULL;
  const char *trouble = self->document != NULL ? dov_document_get_trouble (self->document) : NULL;
  gboolean is_blank = gtk_toggle_button_get_active (self->blank);
  const char *lack = self->document != NULL && !is_blank ? dov_paper_choice_get_lack (self->choice) : NULL;
  Source *source = self->source;

  forget (self);
  if (self->document == NULL && source == NULL)
    {
      show_message (self, _("There is no such document"), _("Its form is not installed."));
      return;
    }
  if (trouble != NULL)
    {
      show_message (self, _("The form of the document has an error"), trouble);
      return;
    }
  if (lack != NULL)
    {
      show_message (self, lack, _("Choose it above: any letters of the name, then Enter."));
      return;
    }

  allow (self, FALSE);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->state), "pages") != 0)
    gtk_stack_set_visible_child_name (self->state, "busy");
  if (source == NULL)
    {
      DovOrder *order = dov_paper_choice_make_order (self->choice);

      order->is_blank = is_blank;
      source = source_new (dov_order_make, order, dov_order_free);
    }
  else
    g_atomic_rc_box_acquire (source);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_task_data (task, source, source_unref);
  g_task_run_in_thread (task, make_thread);
}

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

/* ---- the page ---- */

static void
blank_cb (DovPaperPage *self)
{
  if (self->choice != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->choice), !gtk_toggle_button_get_active (self->blank));
  make (self);
}

static DovPaperPage *
page_new (DovStore   *store,
          const char *title,
          const char *receiver)
{
  DovPaperPage *self = g_object_new (DOV_TYPE_PAPER_PAGE, NULL);

  self->store = g_object_ref (store);
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->receiver, receiver != NULL ? receiver : "");
  gtk_widget_set_visible (GTK_WIDGET (self->receiver), receiver != NULL && *receiver != '\0');
  dov_page_set_title (DOV_PAGE (self), title);

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
  g_autoptr (DovDocument) document = dov_document_find (store, code, NULL);
  g_autofree char *title = document != NULL ? dov_document_dup_plain_title (document) : g_strdup (code);
  DovPaperPage *self = page_new (store, title, document != NULL ? dov_document_get_receiver (document) : NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->blank), document != NULL);
  if (document != NULL)
    {
      self->document = g_steal_pointer (&document);
      self->choice = DOV_PAPER_CHOICE (dov_paper_choice_new (store, lounge));
      gtk_box_set_spacing (GTK_BOX (self->choice), 8);
      dov_paper_choice_set_document (self->choice, self->document, subject);
      if (period != NULL)
        dov_paper_choice_set_period (self->choice, period);
      adw_bin_set_child (self->choice_place, GTK_WIDGET (self->choice));
      g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (make), self);
    }
  dov_name_widget (self->blank, _("Blank form"));
  g_signal_connect_swapped (self->blank, "toggled", G_CALLBACK (blank_cb), self);
  make (self);

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
 * @source: makes it, in another thread
 * @free_data: (nullable): frees @user_data
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_paper_page_new_made (DovStore       *store,
                         const char     *title,
                         DovSavingMake   source,
                         gpointer        user_data,
                         GDestroyNotify  free_data)
{
  DovPaperPage *self = page_new (store, title, NULL);

  self->source = source_new (source, user_data, free_data);
  gtk_widget_set_visible (GTK_WIDGET (self->blank), FALSE);
  make (self);

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

  if (self->choice != NULL && dov_paper_choice_focus (self->choice))
    return;
  if (self->print != NULL)
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
  forget (DOV_PAPER_PAGE (object));

  G_OBJECT_CLASS (dov_paper_page_parent_class)->dispose (object);
}

static void
dov_paper_page_finalize (GObject *object)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->store);
  g_clear_pointer (&self->source, source_unref);

  G_OBJECT_CLASS (dov_paper_page_parent_class)->finalize (object);
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

  g_type_ensure (DOV_TYPE_PAPER_VIEW);
  g_type_ensure (DOV_TYPE_SAVING);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-paper-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, name);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, receiver);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, blank);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, choice_place);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, state);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, message);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, view);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, bar);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, page);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, percent);
  gtk_widget_class_bind_template_child (widget_class, DovPaperPage, saving);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
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
  static const char *const keys[][2] = {
    { "<Control>p", "paper.print" }, { "<Control>e", "paper.excel" }, { "<Control><Shift>e", "paper.pdf" },
    { "<Control>plus", "paper.larger" }, { "<Control>equal", "paper.larger" }, { "<Control>KP_Add", "paper.larger" },
    { "<Control>minus", "paper.smaller" }, { "<Control>KP_Subtract", "paper.smaller" },
    { "<Control>0", "paper.fit-width" },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  dov_hush_unseen (self->state);
  add_turning (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    dov_page_add_key (self, keys[i][0], keys[i][1], NULL);
  g_signal_connect_swapped (self->view, "page-changed", G_CALLBACK (show_place), self);
}
