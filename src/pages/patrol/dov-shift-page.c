/* dov-shift-page.c - one shift of the patrol: who walks, when really, what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-page-private.h"

#include <glib/gi18n.h>

#include "dov-date-row.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-paper-page.h"
#include "dov-parts.h"
#include "dov-patrol-words.h"
#include "dov-shift-form-page.h"

G_DEFINE_FINAL_TYPE (DovShiftPage, dov_shift_page, DOV_TYPE_PAGE)

static void build (DovShiftPage *self, gint64 kept);

/* What people type on this page; everything else is changed by its own buttons. */
static const char * const typed_fields[] = {
  "actual_start", "actual_end", "talks", "leaflets", "places_checked", "briefed", "note",
};

static gboolean
is_typed (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed_fields); i++)
    if (g_str_equal (typed_fields[i], field))
      return TRUE;

  return FALSE;
}

/**
 * dov_shift_page_has_begun:
 *
 * Returns: whether there is something to write down: the walk goes on, is
 *   over, or its hour has come
 */
gboolean
dov_shift_page_has_begun (DovShiftPage *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return self->shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS || self->shift->status == DOV_PATROL_SHIFT_STATUS_DONE
         || (dov_patrol_shift_is_on (self->shift) && g_date_time_compare (self->shift->starts_at, now) <= 0);
}

/* ---- the form follows the store in what is not typed here ---- */

static void
follow_store (DovShiftPage *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->shift);
  gboolean keeps = dov_form_is_changed (self->form);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;
      DovFieldRow *row = dov_form_find_row (self->form, field->name);

      if (keeps && is_typed (field->name) && !dov_record_is_empty (DOV_RECORD (self->draft), field))
        continue;
      dov_record_get_value (DOV_RECORD (self->shift), field, &value);
      dov_record_set_value (DOV_RECORD (self->draft), field, &value);
      if (row != NULL && !dov_field_row_is_unclear (row))
        dov_field_row_show (row);
    }
}

static void
show_spent (DovShiftPage *self)
{
  DovFieldRow *row = dov_form_find_row (self->form, "actual_end");
  g_autofree char *words = NULL;
  gint64 minutes;

  if (row == NULL)
    return;
  if (self->draft->actual_start == NULL || self->draft->actual_end == NULL)
    {
      dov_field_row_set_hint (row, _("The hour is enough: 2320. After midnight too: 0015"));
      return;
    }

  minutes = g_date_time_difference (self->draft->actual_end, self->draft->actual_start) / G_TIME_SPAN_MINUTE;
  if (minutes <= 0)
    return;
  words = dov_patrol_dup_spent (minutes, dov_crew_count_came (dov_crew_section_get_crew (self->crew)),
                                dov_crew_count_minutes (dov_crew_section_get_crew (self->crew), self->draft));
  dov_field_row_set_hint (row, words);
}

static void
edited_cb (DovShiftPage *self)
{
  show_spent (self);
}

static gboolean
refresh_cb (gpointer data)
{
  DovShiftPage *self = data;
  gboolean had_begun = self->cards != NULL;

  self->refresh = 0;
  if (had_begun != dov_shift_page_has_begun (self) && !dov_form_is_changed (self->form))
    {
      build (self, 0);
      return G_SOURCE_REMOVE;
    }

  follow_store (self);
  dov_crew_section_refresh (self->crew);
  if (self->cards != NULL)
    dov_finding_cards_refresh (self->cards);
  dov_shift_page_show_head (self);
  dov_shift_page_show_notices (self);
  show_spent (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovShiftPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- doing ---- */

/**
 * dov_shift_page_tell:
 *
 * Says what was done, with the way to undo it.
 */
void
dov_shift_page_tell (DovShiftPage *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  if (words != NULL)
    dov_go_tell (self, words, operation);
}

/**
 * dov_shift_page_change:
 * @changed: a changed copy of the shift
 * @words: what the operation is called
 *
 * Saves a change of the shift that is not typed in its form.
 */
gboolean
dov_shift_page_change (DovShiftPage *self,
                       DovRecord    *changed,
                       const char   *words,
                       GError      **error)
{
  if (!dov_store_begin (self->store, words, error))
    return FALSE;
  if (dov_store_save (self->store, changed, error) && dov_store_commit (self->store, NULL, error))
    return TRUE;

  dov_store_abandon (self->store);

  return FALSE;
}

static void
set_out (DovShiftPage *self)
{
  g_autoptr (DovRecord) changed = dov_record_dup (DOV_RECORD (self->shift));
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GError) error = NULL;

  dov_set (DOV_PATROL_SHIFT (changed), status, DOV_PATROL_SHIFT_STATUS_IN_PROGRESS);
  if (DOV_PATROL_SHIFT (changed)->actual_start == NULL)
    dov_set (DOV_PATROL_SHIFT (changed), actual_start, now);
  if (dov_shift_page_change (self, changed, _("The patrol set out"), &error))
    dov_shift_page_tell (self);
  else
    dov_shift_page_refuse (self, error);
}

/**
 * dov_shift_page_finish:
 *
 * Closes the walk, or says in its place what is missing.
 *
 * Returns: whether it is closed
 */
gboolean
dov_shift_page_finish (DovShiftPage *self)
{
  DovPatrolShiftStatus former = self->draft->status;
  g_autoptr (DovShiftPage) alive = g_object_ref (self);

  self->missing = self->cards != NULL ? dov_finding_cards_find_open (self->cards) : 0;
  dov_set (self->draft, status, DOV_PATROL_SHIFT_STATUS_DONE);
  dov_shift_page_show_notices (self);
  if (self->missing == 0 && dov_crew_count_open (dov_crew_section_get_crew (self->crew)) == 0
      && dov_form_save (self->form))
    return TRUE;

  /* The fields say for themselves what they lack, beside what stands on top. */
  if (self->missing != 0 || dov_crew_count_open (dov_crew_section_get_crew (self->crew)) > 0)
    dov_form_check (self->form);
  dov_shift_page_show_notices (self);
  dov_set (self->draft, status, former);

  return FALSE;
}

static void set_status (DovShiftPage *self, DovPatrolShiftStatus status, const char *words);

/**
 * dov_shift_page_take_step:
 *
 * Does what the one strong button says now.
 */
void
dov_shift_page_take_step (DovShiftPage *self)
{
  if (self->shift->status == DOV_PATROL_SHIFT_STATUS_DRAFT)
    set_status (self, DOV_PATROL_SHIFT_STATUS_PLANNED, _("The shift is on the roster"));
  else if (dov_shift_page_has_begun (self))
    dov_shift_page_finish (self);
  else
    set_out (self);
}

/* Stays on the page: what was typed is saved, and there may be more to do. */
static void
saved_cb (DovShiftPage *self)
{
  build (self, 0);
  dov_shift_page_tell (self);
}

static void
dismissed_cb (DovShiftPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  gboolean is_kept = dov_form_get_kept (self->form) != 0;

  if (shell == NULL)
    return;
  dov_shell_go_back (shell);
  if (is_kept)
    dov_shell_show_toast (shell, _("Not saved. What was typed waits under “Today”"), 0);
}

static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovShiftPage *self = user_data;
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  gboolean closes = self->draft->status == DOV_PATROL_SHIFT_STATUS_DONE
                    && self->shift->status != DOV_PATROL_SHIFT_STATUS_DONE;
  /* Translators: what an operation was, in the history; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (closes ? _("Shift finished: %s") : _("Shift written down: %s"), when);

  return dov_shift_page_change (self, DOV_RECORD (self->draft), words, error);
}

void
dov_shift_page_print_raid (DovShiftPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-36", dov_record_get_id (DOV_RECORD (self->shift))));
}

static void
edit_plan (DovShiftPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (self->shift));

  dov_go_to (self, dov_shift_form_page_new (self->store, DOV_PATROL_SHIFT (draft), 0));
}

static void
set_status (DovShiftPage         *self,
            DovPatrolShiftStatus  status,
            const char           *words)
{
  g_autoptr (DovRecord) changed = dov_record_dup (DOV_RECORD (self->shift));
  g_autoptr (GError) error = NULL;

  dov_set (DOV_PATROL_SHIFT (changed), status, status);
  if (dov_shift_page_change (self, changed, words, &error))
    dov_shift_page_tell (self);
  else
    dov_shift_page_refuse (self, error);
}

static void
remove_shift (DovShiftPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!dov_parts_remove (self->store, DOV_RECORD (self->shift), &error))
    {
      dov_shift_page_refuse (self, error);
      return;
    }
  dov_shift_page_tell (self);
  dov_go_back (self);
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (widget);

  if (g_str_equal (name, "shift.edit"))
    edit_plan (self);
  else if (g_str_equal (name, "shift.move"))
    dov_shift_page_ask_move (self);
  else if (g_str_equal (name, "shift.cancel"))
    dov_shift_page_ask_cancel (self);
  else if (g_str_equal (name, "shift.plan"))
    set_status (self, DOV_PATROL_SHIFT_STATUS_PLANNED, _("The shift is on the roster again"));
  else if (g_str_equal (name, "shift.reopen"))
    set_status (self, DOV_PATROL_SHIFT_STATUS_IN_PROGRESS, _("The shift is open again"));
  else
    remove_shift (self);
}

/* ---- making ---- */

static void
add_fields (DovShiftPage *self)
{
  self->crew = DOV_CREW_SECTION (dov_crew_section_new (self->store, self->shift));
  g_signal_connect_swapped (self->crew, "changed", G_CALLBACK (dov_shift_page_tell), self);
  self->cards = NULL;
  if (!dov_shift_page_has_begun (self))
    {
      dov_form_add_widget (self->form, GTK_WIDGET (self->crew), FALSE);
      dov_form_add_widget (self->form, dov_shift_page_make_plan (self), TRUE);
      return;
    }

  dov_form_add_group (self->form, _("Real times"), "actual_start actual_end", FALSE);
  dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (self->form, "actual_start")), self->shift->starts_at);
  dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (self->form, "actual_end")), self->shift->ends_at);
  dov_form_add_widget (self->form, GTK_WIDGET (self->crew), FALSE);
  self->cards = DOV_FINDING_CARDS (dov_finding_cards_new (self->store, self->shift));
  dov_form_add_widget (self->form, GTK_WIDGET (self->cards), TRUE);
  dov_form_add_group (self->form, C_("walk", "What was done"), "talks leaflets places_checked briefed note", FALSE);
}

/* A new form each time, since a form that was saved is done. */
static void
build (DovShiftPage *self,
       gint64        kept)
{
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  /* Translators: a form that was begun, and where one is; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (_("Shift, %s"), when);

  if (kept == 0)
    {
      g_clear_object (&self->draft);
      self->draft = DOV_PATROL_SHIFT (dov_record_dup (DOV_RECORD (self->shift)));
    }
  self->missing = 0;
  self->form = DOV_FORM (dov_form_new (self->store, DOV_RECORD (self->draft)));
  dov_form_set_words (self->form, words);
  dov_page_set_title (DOV_PAGE (self), words);
  add_fields (self);
  dov_form_set_head (self->form, dov_shift_page_make_head (self));
  dov_form_add_below (self->form, dov_history_new (self->store, DOV_TYPE_PATROL_SHIFT,
                                                   dov_record_get_id (DOV_RECORD (self->shift))));
  dov_form_set_kept (self->form, kept);
  dov_form_set_page (self->form);
  dov_form_set_save (self->form, save_cb, self);
  g_signal_connect_object (self->form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "rested", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
  dov_shift_page_show_head (self);
  dov_shift_page_show_notices (self);
  show_spent (self);
}

/* What was typed for this shift and not saved is taken up again by itself. */
static gint64
find_kept (DovStore *store,
           gint64    shift)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (store, NULL);

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      DovDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->type == DOV_TYPE_PATROL_SHIFT && draft->id == shift)
        return draft->number;
    }

  return 0;
}

/**
 * dov_shift_page_new_draft:
 * @draft: of a shift that is kept: what was typed and not saved
 * @kept: the number of the unfinished form, 0 for none
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no such shift
 */
DovPage *
dov_shift_page_new_draft (DovStore  *store,
                          DovRecord *draft,
                          gint64     kept)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (draft), NULL);
  DovShiftPage *self;

  if (record == NULL)
    return NULL;

  self = g_object_new (DOV_TYPE_SHIFT_PAGE, NULL);
  self->store = g_object_ref (store);
  self->shift = DOV_PATROL_SHIFT (g_steal_pointer (&record));
  self->draft = DOV_PATROL_SHIFT (g_object_ref (draft));
  dov_page_set_section (DOV_PAGE (self), "patrol");
  build (self, kept);
  if (kept != 0)
    follow_store (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

/**
 * dov_shift_page_new:
 * @shift: the id of the shift
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no such shift
 */
DovPage *
dov_shift_page_new (DovStore *store,
                    gint64    shift)
{
  gint64 kept = find_kept (store, shift);
  g_autoptr (DovRecord) draft = kept != 0 ? dov_store_read_draft (store, kept, NULL) :
    dov_store_find (store, DOV_TYPE_PATROL_SHIFT, shift, NULL);

  return draft != NULL ? dov_shift_page_new_draft (store, draft, kept) : NULL;
}

/**
 * dov_shift_page_ask_replace:
 * @member: of the patrol, who cannot come
 *
 * Asks who comes instead.
 */
void
dov_shift_page_ask_replace (DovShiftPage *self,
                            gint64        member)
{
  dov_crew_section_ask_replace (self->crew, member);
}

/* Asks who else is put down. */
void
dov_shift_page_ask_add (DovShiftPage *self)
{
  dov_crew_section_ask_add (self->crew);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovShiftPage          *self)
{
  if (key == GDK_KEY_F4 && self->cards != NULL)
    dov_finding_cards_add (self->cards);
  else if (key == GDK_KEY_F7 && gtk_widget_get_visible (self->step))
    dov_shift_page_take_step (self);
  else if (key == GDK_KEY_F8 && self->missing != 0)
    dov_finding_cards_go_on (self->cards, self->missing);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
dov_shift_page_focus (DovPage *page)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  DovFieldRow *first = dov_form_find_row (self->form, "actual_start");

  if (first != NULL && self->shift->status != DOV_PATROL_SHIFT_STATUS_DONE)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    dov_crew_section_focus (self->crew);
}

static gboolean
dov_shift_page_save (DovPage *page)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);

  if (dov_form_is_changed (self->form))
    dov_form_save (self->form);

  return TRUE;
}

static gboolean
dov_shift_page_leave (DovPage *page)
{
  dov_form_keep (DOV_SHIFT_PAGE (page)->form);

  return TRUE;
}

static void
dov_shift_page_dispose (GObject *object)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->shift);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_shift_page_parent_class)->dispose (object);
}

static void
dov_shift_page_class_init (DovShiftPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);
  static const char * const actions[] = {
    "shift.edit", "shift.move", "shift.cancel", "shift.plan", "shift.reopen", "shift.remove",
  };

  G_OBJECT_CLASS (klass)->dispose = dov_shift_page_dispose;
  page_class->focus = dov_shift_page_focus;
  page_class->save = dov_shift_page_save;
  page_class->leave = dov_shift_page_leave;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], NULL, act);
}

static void
dov_shift_page_init (DovShiftPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the form, whose F8 goes to a field: a child comes first. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
