/* dov-event-page.c - one event: its plan and state, how many came, who came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page-private.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-document.h"
#include "dov-door-page.h"
#include "dov-errors.h"
#include "dov-event-headcount.h"
#include "dov-event-move.h"
#include "dov-event-steps.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-parts.h"
#include "dov-sign-in-page.h"
#include "dov-widgets.h"

G_DEFINE_FINAL_TYPE (DovEventPage, dov_event_page, DOV_TYPE_PAGE)

/* Who waited until now and has a place: they should be told. */
static void
note_passed (DovEventPage *self,
             DovRoll      *roll)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->waiting != NULL && i < self->waiting->len; i++)
    {
      DovRollLine *line = dov_roll_find (roll, g_array_index (self->waiting, gint64, i));
      g_autofree char *name = line != NULL ? dov_person_dup_name (line->person) : NULL;

      if (line != NULL && line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  g_free (self->passed);
  self->passed = g_strdup (names->str);

  g_clear_pointer (&self->waiting, g_array_unref);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < roll->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (roll->lines, i);

      if (line->mark->status == DOV_ATTENDANCE_STATUS_WAITING)
        g_array_append_val (self->waiting, line->mark->person_id);
    }
}

static void
show_all (DovEventPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRoll) roll = dov_roll_read (self->store, self->event, &error);

  if (roll == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }

  note_passed (self, roll);
  dov_event_count_show (self->count, roll);
  dov_event_people_show (self->people, roll);
  g_clear_pointer (&self->roll, dov_roll_free);
  self->roll = g_steal_pointer (&roll);
  dov_event_page_show_head (self);
  dov_event_page_show_notices (self);
  dov_event_page_show_plan (self);
  dov_event_page_show_parts (self);
  dov_page_set_title (DOV_PAGE (self), self->event->title);
}

static gboolean
refresh_cb (gpointer data)
{
  DovEventPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovEventPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
store_changed_cb (DovStore     *store,
                  GType         type,
                  gint64        id,
                  DovEventPage *self)
{
  refresh_soon (self);
}

/**
 * dov_event_page_tell:
 * @self: the page
 *
 * Says what was done, with the way to undo it.
 */
void
dov_event_page_tell (DovEventPage *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  if (words != NULL)
    dov_go_tell (self, words, operation);
}

/**
 * dov_event_page_take_step:
 * @self: the page
 * @status: what becomes of the event
 * @reason: (nullable): why
 *
 * Changes the state of the event, or says in place what stands in the way.
 */
void
dov_event_page_take_step (DovEventPage   *self,
                          DovEventStatus  status,
                          const char     *reason)
{
  g_autoptr (GError) error = NULL;

  if (!dov_event_count_flush (self->count))
    return;
  if (dov_event_take_step (self->store, self->event, status, reason, &error))
    {
      dov_event_page_tell (self);
    }
  else
    {
      self->refused = status;
      dov_event_page_refuse (self, error);
    }
}

void
dov_event_page_edit (DovEventPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->event));

  dov_go_form (self, draft);
}

/* The same once more, a week later unless another day is typed. */
static void
copy_event (DovEventPage *self)
{
  g_autoptr (DovEvent) draft = dov_event_copy (self->event);

  dov_go_form (self, DOV_RECORD (draft));
}

static void
step_cb (DovEventPage *self)
{
  if (self->event->status == DOV_EVENT_STATUS_HELD)
    {
      dov_event_page_open_report (self);
      return;
    }
  dov_event_page_take_step (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->step), "status")), NULL);
}

static void
remove_event (DovEventPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->event), &error))
    {
      dov_event_page_refuse (self, error);
      return;
    }
  dov_event_page_tell (self);
  dov_go_back (self);
}

/* The sheet that people sign, with those who have put their names down. */
typedef struct
{
  DovStore    *store;      /* the run takes its path and its user only */
  DovDocument *document;
  gint64       event;
} Sheet;

static void
sheet_free (Sheet *sheet)
{
  g_object_unref (sheet->store);
  g_object_unref (sheet->document);
  g_free (sheet);
}

static DovResult *
make_sheet (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Sheet *sheet = data;

  return dov_document_run (sheet->document, sheet->store, NULL, 0, sheet->event, error);
}

static DovDocument *
find_document (DovStore    *store,
               const char  *code,
               GError     **error)
{
  g_autoptr (GPtrArray) documents = dov_document_load_all (store, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_strcmp0 (dov_document_get_code (g_ptr_array_index (documents, i)), code) == 0)
      return g_object_ref (g_ptr_array_index (documents, i));
  if (documents != NULL)
    g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION,
                         _("The definition of the sign-in sheet is missing. Install the program again."));

  return NULL;
}

static void
sheet_cb (DovEventPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDocument) document = find_document (self->store, "D-23", &error);
  Sheet *sheet;

  if (document == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }

  sheet = g_new0 (Sheet, 1);
  sheet->store = g_object_ref (self->store);
  sheet->document = g_steal_pointer (&document);
  sheet->event = dov_record_get_id (DOV_RECORD (self->event));
  dov_saving_make (self->saving, _("Sign-in sheet"), make_sheet, sheet, (GDestroyNotify) sheet_free);
}

/* The paper that lay on the table, entered back. */
static void
open_sheet (DovEventPage *self)
{
  DovPage *page = dov_sign_in_page_new (self->store, dov_record_get_id (DOV_RECORD (self->event)));

  if (page != NULL)
    dov_go_to (self, page);
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovEventPage *self = DOV_EVENT_PAGE (widget);

  if (g_str_equal (name, "event.door"))
    dov_door_page_begin (widget, self->store, dov_record_get_id (DOV_RECORD (self->event)));
  else if (g_str_equal (name, "event.sheet"))
    open_sheet (self);
  else if (g_str_equal (name, "event.edit"))
    dov_event_page_edit (self);
  else if (g_str_equal (name, "event.copy"))
    copy_event (self);
  else if (g_str_equal (name, "event.report"))
    dov_event_page_open_report (self);
  else if (g_str_equal (name, "event.move"))
    dov_event_page_ask (self, DOV_EVENT_ASKS_MOVE);
  else if (g_str_equal (name, "event.cancel"))
    dov_event_page_ask (self, DOV_EVENT_ASKS_CANCEL);
  else if (g_str_equal (name, "event.held-empty"))
    dov_event_page_ask (self, DOV_EVENT_ASKS_EMPTY);
  else if (g_str_equal (name, "event.plan"))
    dov_event_page_take_step (self, DOV_EVENT_STATUS_PLANNED, NULL);
  else
    remove_event (self);
}

static void
dov_event_page_focus (DovPage *page)
{
  dov_event_people_focus (DOV_EVENT_PAGE (page)->people);
}

static gboolean
dov_event_page_search (DovPage *page)
{
  dov_event_people_search (DOV_EVENT_PAGE (page)->people);

  return TRUE;
}

static gboolean
dov_event_page_save (DovPage *page)
{
  return dov_event_count_flush (DOV_EVENT_PAGE (page)->count);
}

static gboolean
dov_event_page_leave (DovPage *page)
{
  dov_event_people_keep (DOV_EVENT_PAGE (page)->people);

  return dov_event_count_flush (DOV_EVENT_PAGE (page)->count);
}

/**
 * dov_event_page_new:
 * @store: the store
 * @event: the id of the event
 *
 * Makes the page of an event.
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no such event
 */
DovPage *
dov_event_page_new (DovStore *store,
                    gint64    event)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_EVENT, event, NULL);
  DovEventPage *self;
  GtkWidget *history;

  if (record == NULL)
    return NULL;

  self = g_object_new (DOV_TYPE_EVENT_PAGE, NULL);
  self->store = g_object_ref (store);
  self->event = DOV_EVENT (g_steal_pointer (&record));
  self->count = DOV_EVENT_COUNT (dov_event_count_new (store, self->event));
  self->people = DOV_EVENT_PEOPLE (dov_event_people_new (store, self->event));
  self->plan = DOV_SECTION_BOX (dov_section_box_new (_("Plan")));
  self->saving = DOV_SAVING (dov_saving_new ());
  history = dov_history_new (store, DOV_TYPE_EVENT, event);
  dov_section_box_set_more (self->plan, _("Change"));
  gtk_box_append (self->left, GTK_WIDGET (self->count));
  gtk_box_append (self->right, GTK_WIDGET (self->people));
  dov_event_page_make_parts (self);
  gtk_box_append (self->left, history);
  adw_bin_set_child (self->saving_place, GTK_WIDGET (self->saving));

  g_signal_connect_swapped (self->plan, "more-clicked", G_CALLBACK (dov_event_page_edit), self);
  g_signal_connect_swapped (self->count, "changed", G_CALLBACK (dov_event_page_tell), self);
  g_signal_connect_swapped (self->people, "changed", G_CALLBACK (dov_event_page_tell), self);
  g_signal_connect_swapped (self->people, "sheet", G_CALLBACK (sheet_cb), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  dov_page_set_section (DOV_PAGE (self), "events");
  show_all (self);

  return DOV_PAGE (self);
}

/**
 * dov_event_page_take_up:
 * @self: the page
 * @number: of a kept draft
 *
 * Goes on with somebody new who was half entered here.
 */
void
dov_event_page_take_up (DovEventPage *self,
                        gint64        number)
{
  dov_event_people_take_up (self->people, number);
}

/**
 * dov_event_page_ask_move:
 *
 * Asks to which day the event is moved, if it still may be.
 */
void
dov_event_page_ask_move (DovEventPage *self)
{
  g_return_if_fail (DOV_IS_EVENT_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "event.move", NULL);
}

/**
 * dov_event_page_ask_cancel:
 *
 * Asks why the event is cancelled, if it still may be.
 */
void
dov_event_page_ask_cancel (DovEventPage *self)
{
  g_return_if_fail (DOV_IS_EVENT_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "event.cancel", NULL);
}

static void
dov_event_page_dispose (GObject *object)
{
  DovEventPage *self = DOV_EVENT_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (dov_event_page_parent_class)->dispose (object);
}

static void
dov_event_page_finalize (GObject *object)
{
  DovEventPage *self = DOV_EVENT_PAGE (object);

  g_clear_pointer (&self->roll, dov_roll_free);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_free (self->passed);

  G_OBJECT_CLASS (dov_event_page_parent_class)->finalize (object);
}

static void
dov_event_page_class_init (DovEventPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);
  static const char * const actions[] = {
    "event.door", "event.sheet", "event.edit", "event.copy", "event.report", "event.move", "event.cancel", "event.held-empty",
    "event.plan", "event.remove",
  };

  object_class->dispose = dov_event_page_dispose;
  object_class->finalize = dov_event_page_finalize;
  page_class->focus = dov_event_page_focus;
  page_class->search = dov_event_page_search;
  page_class->save = dov_event_page_save;
  page_class->leave = dov_event_page_leave;

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, name);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, status);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, door);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, step);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, more);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, notices);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, left);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, right);
  gtk_widget_class_bind_template_child (widget_class, DovEventPage, saving_place);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
}

static void
dov_event_page_init (DovEventPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->step, "clicked", G_CALLBACK (step_cb), self);
}
