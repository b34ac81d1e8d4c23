/* dov-reports-page.c - the documents: choose one and a period, look at its rows, save it for Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page-private.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-errors.h"
#include "dov-event.h"
#include "dov-file-chooser.h"
#include "dov-lounge.h"
#include "dov-one-stop.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-registry.h"
#include "dov-widgets.h"

G_DEFINE_FINAL_TYPE (DovReportsPage, dov_reports_page, DOV_TYPE_PAGE)

/* ---- choosing ---- */

static void
show_document (DovReportsPage *self,
               DovDocument    *document)
{
  g_autofree char *title = dov_document_dup_plain_title (document);
  const char *receiver = dov_document_get_receiver (document), *label = NULL;
  const char *asked = dov_document_get_asked (document, &label);
  GType type = asked != NULL ? dov_registry_find (asked) : G_TYPE_INVALID;

  g_set_object (&self->document, document);
  self->saves_then = FALSE;
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->receiver, receiver != NULL ? receiver : "");
  dov_period_bar_set_kinds (self->period, dov_document_get_periods (document));
  gtk_widget_set_visible (GTK_WIDGET (self->asked_place), asked != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lounge), asked == NULL && self->lounges->len > 2);
  if (asked != NULL && type != G_TYPE_INVALID)
    dov_record_search_ask (self->asked, type, label, type == DOV_TYPE_EVENT ? "starts_at" : NULL, type == DOV_TYPE_EVENT);
  dov_reports_page_preview (self);
}

static void
row_selected_cb (GtkListBox     *catalogue,
                 GtkListBoxRow  *row,
                 DovReportsPage *self)
{
  DovDocument *document = row != NULL ? g_object_get_data (G_OBJECT (row), "document") : NULL;

  if (document != NULL && document != self->document)
    show_document (self, document);
}

static void
row_activated_cb (GtkListBox     *catalogue,
                  GtkListBoxRow  *row,
                  DovReportsPage *self)
{
  gboolean was_choosing = self->is_choosing;

  dov_reports_page_show_catalogue (self, FALSE);
  if (was_choosing)
    dov_page_focus (DOV_PAGE (self));
}

static void
others_cb (DovReportsPage *self)
{
  dov_reports_page_show_catalogue (self, TRUE);
  dov_page_focus (DOV_PAGE (self));
}

/**
 * dov_reports_page_choose:
 * @self: the page
 * @code: the code of a document, such as "D-22"
 *
 * Shows a document, as pressing it in the catalogue does.
 */
void
dov_reports_page_choose (DovReportsPage *self,
                         const char     *code)
{
  GtkListBoxRow *row;

  g_return_if_fail (DOV_IS_REPORTS_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->catalogue, i)) != NULL; i++)
    if (g_strcmp0 (dov_document_get_code (g_object_get_data (G_OBJECT (row), "document")), code) == 0)
      gtk_list_box_select_row (self->catalogue, row);
}

/* All lounges first, then each; the one of this computer is chosen. */
static void
fill_lounges (DovReportsPage *self)
{
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 own = dov_own_lounge_find (self->store), none = 0;
  guint chosen = 0;

  gtk_string_list_append (names, _("All lounges"));
  g_array_append_val (self->lounges, none);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = dov_store_describe_id (self->store, DOV_TYPE_LOUNGE, id);

      gtk_string_list_append (names, name);
      g_array_append_val (self->lounges, id);
      if (id == own)
        chosen = i + 1;
    }
  gtk_drop_down_set_model (self->lounge, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->lounge, chosen);
}

/* ---- saving ---- */

static void
save_cb (DovReportsPage *self)
{
  if (self->result != NULL)
    dov_saving_start (self->saving, self->result);
  else if (self->is_running)
    self->saves_then = TRUE;
}

static void
save_pdf (DovReportsPage *self)
{
  if (self->result != NULL)
    dov_saving_start_pdf (self->saving, self->result);
}

/* The pages of what is chosen, to look at and to print. */
static void
show_paper (DovReportsPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gint64 asked = 0;

  if (shell == NULL || self->document == NULL)
    return;

  if (dov_document_get_asked (self->document, NULL) != NULL)
    asked = dov_record_search_get (self->asked);
  dov_shell_push (shell, dov_paper_page_new_for (self->store, dov_document_get_code (self->document), asked,
                                                 dov_period_bar_get (self->period), dov_reports_page_get_lounge (self)));
}

static void
save_blank (DovReportsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) blank = NULL;

  if (self->document == NULL)
    return;

  blank = dov_document_run_blank (self->document, self->store, &error);
  if (blank != NULL)
    dov_saving_start (self->saving, blank);
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static void
folder_chosen_cb (GFile    *file,
                  gpointer  data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dov_config_set_text ("folder", path, NULL);
}

static void
choose_folder (DovReportsPage *self)
{
  g_autofree char *folder = dov_saving_dup_folder ();
  DovFileWish wish = {
    .title = _("Where to save documents"),
    .accept = _("Choose"),
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .folder = folder,
  };

  dov_file_chooser_ask (GTK_WIDGET (self), &wish, folder_chosen_cb, NULL);
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (widget);

  if (g_str_equal (name, "reports.blank"))
    save_blank (self);
  else if (g_str_equal (name, "reports.folder"))
    choose_folder (self);
  else if (g_str_equal (name, "reports.print"))
    show_paper (self);
  else if (g_str_equal (name, "reports.pdf"))
    save_pdf (self);
  else if (g_str_equal (name, "reports.submit"))
    dov_reports_page_submit (self);
  else
    save_cb (self);
}

/* ---- the page ---- */

static void
pressed_cb (DovTableView   *table,
            guint           position,
            guint           cell,
            DovReportsPage *self)
{
  dov_reports_page_open_behind (self, position, (int) cell);
}

static void
opened_cb (DovTableView   *table,
           guint           position,
           DovReportsPage *self)
{
  dov_reports_page_open_behind (self, position, -1);
}

static void
changed_cb (DovStore       *store,
            GType           type,
            gint64          id,
            DovReportsPage *self)
{
  dov_reports_page_preview_soon (self);
}

static void
dov_reports_page_focus (DovPage *page)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->catalogue);

  if (self->is_folded && !self->is_choosing)
    gtk_widget_grab_focus (self->others);
  else
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->filter));
}

static gboolean
dov_reports_page_search (DovPage *page)
{
  dov_reports_page_show_catalogue (DOV_REPORTS_PAGE (page), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (DOV_REPORTS_PAGE (page)->filter));

  return TRUE;
}

static gboolean
dov_reports_page_save (DovPage *page)
{
  save_cb (DOV_REPORTS_PAGE (page));

  return TRUE;
}

static void
dov_reports_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
dov_reports_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (widget)), &(GtkAllocation) { 0, 0, width, height }, baseline);
  dov_reports_page_fit (DOV_REPORTS_PAGE (widget), width);
}

static void
set_up (DovReportsPage *self,
        DovStore       *store)
{
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
  self->asked = DOV_RECORD_SEARCH (dov_record_search_new (store));
  self->table = DOV_TABLE_VIEW (dov_table_view_new (store, _("Rows of the document")));
  self->saving = DOV_SAVING (dov_saving_new ());
  dov_table_view_set_many (self->table, FALSE);
  adw_bin_set_child (self->period_place, GTK_WIDGET (self->period));
  adw_bin_set_child (self->asked_place, GTK_WIDGET (self->asked));
  adw_bin_set_child (self->place, GTK_WIDGET (self->table));
  adw_bin_set_child (self->saving_place, GTK_WIDGET (self->saving));

  self->documents = dov_document_load_all (store, &error);
  if (self->documents == NULL)
    {
      self->documents = g_ptr_array_new_with_free_func (g_object_unref);
      adw_status_page_set_title (self->empty, _("The documents cannot be read"));
      adw_status_page_set_description (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->state, "empty");
    }
  fill_lounges (self);
  dov_reports_page_fill_catalogue (self);

  g_signal_connect_swapped (self->period, "changed", G_CALLBACK (dov_reports_page_preview), self);
  g_signal_connect_swapped (self->asked, "chosen", G_CALLBACK (dov_reports_page_preview), self);
  g_signal_connect_swapped (self->lounge, "notify::selected", G_CALLBACK (dov_reports_page_preview), self);
  g_signal_connect_swapped (self->tables, "notify::selected", G_CALLBACK (dov_reports_page_show_table), self);
  g_signal_connect (self->table, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self->table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (dov_reports_page_preview_soon), self, G_CONNECT_SWAPPED);
  gtk_list_box_select_row (self->catalogue, gtk_list_box_get_row_at_index (self->catalogue, 0));
}

/**
 * dov_reports_page_new:
 * @store: the store
 *
 * Makes the page of the documents; the first of the catalogue is shown.
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_reports_page_new (DovStore *store)
{
  DovReportsPage *self = g_object_new (DOV_TYPE_REPORTS_PAGE, NULL);

  set_up (self, store);
  dov_page_set_title (DOV_PAGE (self), _("Reports"));
  dov_page_set_section (DOV_PAGE (self), "reports");

  return DOV_PAGE (self);
}

static void
dov_reports_page_dispose (GObject *object)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (object);

  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  self->run++;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dov_reports_page_parent_class)->dispose (object);
}

static void
dov_reports_page_finalize (GObject *object)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (object);

  g_clear_object (&self->result);
  g_clear_object (&self->store);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_array_unref (self->lounges);

  G_OBJECT_CLASS (dov_reports_page_parent_class)->finalize (object);
}

static void
dov_reports_page_class_init (DovReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);
  static const char * const actions[] = { "reports.save", "reports.blank", "reports.folder", "reports.submit",
                                         "reports.print", "reports.pdf" };

  object_class->dispose = dov_reports_page_dispose;
  object_class->finalize = dov_reports_page_finalize;
  widget_class->measure = dov_reports_page_measure;
  widget_class->size_allocate = dov_reports_page_size_allocate;
  page_class->focus = dov_reports_page_focus;
  page_class->search = dov_reports_page_search;
  page_class->save = dov_reports_page_save;

  g_type_ensure (DOV_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, side);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, others);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, catalogue);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, name);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, receiver);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, submitted_place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, excel);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, period_place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, lounge);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, asked_place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, tables);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, notices);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, state);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, count);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, saving_place);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "reports.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Cyrillic_u, GDK_CONTROL_MASK, "reports.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "reports.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Cyrillic_ze, GDK_CONTROL_MASK, "reports.print", NULL);
}

static void
dov_reports_page_init (DovReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->lounges = g_array_new (FALSE, FALSE, sizeof (gint64));
  dov_one_stop_add (self->catalogue);
  g_signal_connect (self->catalogue, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->catalogue, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->others, "clicked", G_CALLBACK (others_cb), self);
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (dov_reports_page_filter), self);
  g_signal_connect_swapped (self->excel, "clicked", G_CALLBACK (save_cb), self);
}
