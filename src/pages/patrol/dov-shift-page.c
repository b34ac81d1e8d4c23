/* dov-shift-page.c - one shift of the patrol: who walks, when really, what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-page.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-crew-section.h"
#include "dov-date-row.h"
#include "dov-finding-cards.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-roster.h"

struct _DovShiftPage
{
  DovSubjectPage   parent_instance;

  DovPatrolShift  *draft;      /* as it stands in the form */
  GtkWidget       *body;       /* all but the foot of the form */
  DovForm         *form;
  DovCrewSection  *crew;
  DovSectionBox   *cards;      /* what was found; NULL before the walk begins */
  gboolean         writes;     /* the form has its fields */
  guint            missing;    /* the finding that is not closed, counted from 1 */
};

G_DEFINE_FINAL_TYPE (DovShiftPage, dov_shift_page, DOV_TYPE_SUBJECT_PAGE)

static void build (DovShiftPage *self, gint64 kept);

/* What people type on this page; everything else is changed by its own buttons. */
static const char * const typed_fields[] = {
  "actual_start", "actual_end", "talks", "leaflets", "places_checked", "briefed", "note", NULL,
};

static DovStore *
store_of (DovShiftPage *self)
{
  return dov_subject_page_get_store (DOV_SUBJECT_PAGE (self));
}

/* As it is stored. */
static DovRecord *
shift_of (DovShiftPage *self)
{
  return dov_subject_page_get_record (DOV_SUBJECT_PAGE (self));
}

static gboolean
has_begun (DovStore  *store,
           DovRecord *record)
{
  return dov_patrol_shift_has_begun (DOV_PATROL_SHIFT (record));
}

/* ---- the form follows the store in what is not typed here ---- */

static void
follow_store (DovShiftPage *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->draft);
  gboolean keeps = dov_form_is_changed (self->form);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;
      DovFieldRow *row = dov_form_find_row (self->form, field->name);

      if (keeps && g_strv_contains (typed_fields, field->name) && !dov_record_is_empty (DOV_RECORD (self->draft), field))
        continue;
      dov_record_get_value (shift_of (self), field, &value);
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
  words = dov_patrol_dup_spent (minutes, dov_crew_count (dov_crew_section_get_crew (self->crew), DOV_SHIFT_CAME_CAME),
                                dov_crew_count_minutes (dov_crew_section_get_crew (self->crew), self->draft));
  dov_field_row_set_hint (row, words);
}

/* ---- head ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  GDate day = dov_moment_get_date (DOV_PATROL_SHIFT (record)->starts_at);
  g_autofree char *when = dov_patrol_dup_long_day (&day);

  /* Translators: the title of a page; %s is a day: “Shift, Saturday 13 March” */
  return g_strdup_printf (_("Shift, %s"), when);
}

/* Past, and nobody has closed it. */
static gboolean
is_overdue (DovPatrolShift *shift)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return (shift->status == DOV_PATROL_SHIFT_STATUS_PLANNED || shift->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS)
         && g_date_time_compare (shift->ends_at, now) < 0;
}

/* Another badge stands there when it is overdue. */
static char *
dup_state (DovStore  *store,
           DovRecord *record)
{
  return is_overdue (DOV_PATROL_SHIFT (record)) ? g_strdup ("") : dov_field_path_dup (store, record, "status", "");
}

static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (record);
  g_autofree char *span = dov_patrol_dup_span (shift->starts_at, shift->ends_at);
  /* Translators: %s is from when until when */
  g_autofree char *planned = g_strdup_printf (_("planned for %s"), span);
  g_autofree char *route = dov_field_path_dup (store, record, "route_id", "");
  g_autofree char *quoted = *route != '\0' ? g_strdup_printf (_("route “%s”"), route) : NULL;
  g_autofree char *rest = dov_field_path_dup (store, record, "kind event_id patrol_id", DOV_JOIN_FACTS);
  g_autoptr (GString) facts = g_string_new (planned);

  dov_join (facts, DOV_JOIN_FACTS, quoted);
  dov_join (facts, DOV_JOIN_FACTS, rest);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* ---- what is missing, what clashes ---- */

/* T5, T6: what keeps the walk from being closed, with the way there. */
static void
tell_missing (DovShiftPage *self)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (self);
  guint n_open = dov_crew_count (dov_crew_section_get_crew (self->crew), DOV_SHIFT_CAME_EXPECTED);

  if (self->draft->status != DOV_PATROL_SHIFT_STATUS_DONE ||
      DOV_PATROL_SHIFT (shift_of (self))->status == DOV_PATROL_SHIFT_STATUS_DONE)
    return;

  if (self->missing != 0)
    {
      g_autofree char *lead = g_strdup_printf (_("To finish, say at finding no. %u how it ended and who has the child"),
                                               self->missing);

      dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, lead,
                                   _("A child cannot go nowhere: an adult with a name is needed, and the hour."),
                                   "shift.to-finding");
    }
  if (n_open > 0)
    {
      g_autofree char *lead = g_strdup_printf (ngettext ("To finish, mark whether they came: %u person",
                                                         "To finish, mark whether they came: %u people", n_open), n_open);

      dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, lead, _("Hours of volunteers are counted by that."),
                                   "shift.to-crew");
    }
}

static void
replace_cb (GtkWidget *button,
            gint64    *member)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SHIFT_PAGE));

  dov_shift_page_ask_replace (self, *member);
}

static void
tell_clash (DovShiftPage   *self,
            const DovClash *clash)
{
  DovNotice *notice = dov_subject_page_add_notice (DOV_SUBJECT_PAGE (self),
                                                   clash->is_warning ? DOV_NOTICE_WARNS : DOV_NOTICE_REFUSES, clash->words,
                                                   "", clash->member_id == 0 ? "shift.add" : NULL);

  if (clash->member_id != 0 && !dov_store_is_read_only (store_of (self)))
    g_signal_connect_data (dov_notice_add_action (notice, _("Replace…"), NULL), "clicked", G_CALLBACK (replace_cb),
                           g_memdup2 (&clash->member_id, sizeof clash->member_id), (GClosureNotify) (GCallback) g_free, 0);
}

/* T1, T2: while it is still to come, what clashes and the way out. */
static void
tell_clashes (DovShiftPage   *self,
              DovPatrolShift *shift)
{
  GPtrArray *crew = dov_crew_section_get_crew (self->crew);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) clashes = NULL;

  for (guint i = 0; i < crew->len; i++)
    g_array_append_val (members, ((DovCrewLine *) g_ptr_array_index (crew, i))->place->member_id);
  clashes = dov_roster_check_shift (store_of (self), shift, members);
  for (guint i = 0; i < clashes->len; i++)
    tell_clash (self, g_ptr_array_index (clashes, i));
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  DovPatrolShift *shift = DOV_PATROL_SHIFT (record);

  if (is_overdue (shift))
    dov_subject_page_add_mark (page, _("not closed"), &(DovSign) { "alarm-symbolic", "warning" });
  if (!dov_patrol_shift_is_on (shift))
    {
      g_autofree char *status = dov_field_path_dup (dov_subject_page_get_store (page), record, "status", "");
      g_autofree char *lead = dov_capitalise (status);

      dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, lead, shift->status_reason, NULL);
      return;
    }

  tell_missing (self);
  if (!dov_patrol_shift_has_begun (shift))
    tell_clashes (self, shift);
}

/* ---- the form ---- */

/* What the patrol is to do, while it has not set out. */
static GtkWidget *
plan_new (DovShiftPage *self)
{
  GtkWidget *section = dov_section_box_new (_("The walk"));
  g_autoptr (DovPatrolRoute) route = dov_store_follow (store_of (self), shift_of (self), "route_id");
  GtkWidget *row;

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("No route is chosen yet."));
  if (route == NULL)
    return section;

  row = dov_row_line_new ("", route->name, route->points);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "mark-location-symbolic");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  dov_section_box_append (DOV_SECTION_BOX (section), row);
  if (*route->map_note != '\0')
    {
      row = dov_row_line_new ("", route->map_note, _("on the map"));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}

/* Stays on the page: what was typed is saved, and there may be more to do. */
static void
saved_cb (DovShiftPage *self)
{
  gint64 operation = dov_form_get_operation (self->form);
  g_autofree char *words = dov_store_describe_operation (store_of (self), operation);

  build (self, 0);
  dov_subject_page_refresh (DOV_SUBJECT_PAGE (self));
  /* Not in a field of the new form: there Ctrl+Z would look for letters, and not for what was saved just now. */
  dov_page_focus (DOV_PAGE (self));
  dov_go_tell (self, words, operation);
}

/* The form says for itself why not, beside its fields. */
static gboolean
save_cb (DovForm  *form,
         gpointer  user_data,
         GError  **error)
{
  DovShiftPage *self = user_data;
  DovPatrolShift *shift = DOV_PATROL_SHIFT (shift_of (self));
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  gboolean closes = self->draft->status == DOV_PATROL_SHIFT_STATUS_DONE && shift->status != DOV_PATROL_SHIFT_STATUS_DONE;
  /* Translators: what an operation was, in the history; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (closes ? C_("toast", "Shift finished: %s")
                                             : C_("toast", "Shift written down: %s"), when);

  dov_store_name_operation (store_of (self), words);

  return dov_store_save (store_of (self), DOV_RECORD (self->draft), error);
}

static void
add_fields (DovShiftPage *self)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (shift_of (self));

  self->crew = DOV_CREW_SECTION (dov_crew_section_new (store_of (self), shift));
  self->cards = NULL;
  if (!dov_patrol_shift_has_begun (shift))
    {
      dov_form_add_widget (self->form, GTK_WIDGET (self->crew), FALSE);
      dov_form_add_widget (self->form, plan_new (self), TRUE);
      return;
    }

  if (self->writes)
    {
      dov_form_add_group (self->form, _("Real times"), "actual_start actual_end", FALSE);
      dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (self->form, "actual_start")), shift->starts_at);
      dov_date_row_set_near (DOV_DATE_ROW (dov_form_find_row (self->form, "actual_end")), shift->ends_at);
    }
  dov_form_add_widget (self->form, GTK_WIDGET (self->crew), FALSE);
  self->cards = DOV_SECTION_BOX (dov_finding_cards_new ());
  dov_form_add_widget (self->form, GTK_WIDGET (self->cards), TRUE);
  if (self->writes)
    dov_form_add_group (self->form, C_("walk", "What was done"), "talks leaflets places_checked briefed note", FALSE);
}

static GtkWidget *
make_fields (DovSubjectPage *page)
{
  return adw_bin_new ();
}

/* The page itself goes over from the foot of the former form. */
static void
put_form (DovShiftPage *self)
{
  AdwBin *fields = ADW_BIN (dov_subject_page_get_part (DOV_SUBJECT_PAGE (self), "walk"));
  GtkWidget *parent = gtk_widget_get_parent (self->body);

  adw_bin_set_child (fields, NULL);
  if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), self->body);
  adw_bin_set_child (ADW_BIN (self), NULL);
  adw_bin_set_child (fields, dov_form_set_around (self->form, self->body));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
}

/* A new form each time, since a form that was saved is done. */
static void
build (DovShiftPage *self,
       gint64        kept)
{
  GDate day = dov_moment_get_date (DOV_PATROL_SHIFT (shift_of (self))->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  /* Translators: a form that was begun, and where one is; %s is the day of the shift */
  g_autofree char *words = g_strdup_printf (_("Shift, %s"), when);
  static const char *const follows[] = { "edited", "rested" };

  g_clear_object (&self->draft);
  self->draft = DOV_PATROL_SHIFT (kept != 0 ? dov_store_read_draft (store_of (self), kept, NULL)
                                            : dov_record_dup (shift_of (self)));
  self->missing = 0;
  self->writes = dov_subject_may_write (store_of (self), shift_of (self));
  self->form = DOV_FORM (dov_form_new (store_of (self), DOV_RECORD (self->draft)));
  dov_form_set_words (self->form, words);
  add_fields (self);
  dov_form_set_kept (self->form, kept);
  dov_form_set_save (self->form, save_cb, self);
  g_signal_connect_object (self->form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "dismissed", G_CALLBACK (dov_form_page_dismissed), self, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (follows); i++)
    g_signal_connect_object (self->form, follows[i], G_CALLBACK (show_spent), self, G_CONNECT_SWAPPED);
  put_form (self);
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

static void
dov_shift_page_refresh (DovSubjectPage *page)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  gboolean has_begun = dov_patrol_shift_has_begun (DOV_PATROL_SHIFT (shift_of (self)));

  if (self->form == NULL)
    {
      self->body = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
      build (self, find_kept (store_of (self), dov_subject_page_get_id (page)));
    }
  else if (self->writes != dov_subject_may_write (store_of (self), shift_of (self)) ||
           (has_begun != (self->cards != NULL) && !dov_form_is_changed (self->form)))
    {
      build (self, 0);
    }
  follow_store (self);
  dov_crew_section_refresh (self->crew);
  if (self->cards != NULL)
    dov_finding_cards_show (self->cards, store_of (self), DOV_PATROL_SHIFT (shift_of (self)));
  DOV_SUBJECT_PAGE_CLASS (dov_shift_page_parent_class)->refresh (page);
  show_spent (self);
}

/* ---- doing ---- */

static void
set_out (DovSubjectPage *page,
         DovRecord      *draft)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  if (DOV_PATROL_SHIFT (draft)->actual_start == NULL)
    dov_set (DOV_PATROL_SHIFT (draft), actual_start, now);
}

/* Closes the walk, or says in its place what is missing. */
static void
finish (DovSubjectPage *page,
        const char     *typed)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  g_autoptr (DovPatrolShift) draft = g_object_ref (self->draft);
  g_autoptr (DovPatrolFinding) open = NULL;
  DovPatrolShiftStatus former = draft->status;
  gboolean is_open;

  open = dov_finding_cards_find_open (store_of (self), DOV_PATROL_SHIFT (shift_of (self)), &self->missing);
  is_open = self->missing != 0 || dov_crew_count (dov_crew_section_get_crew (self->crew), DOV_SHIFT_CAME_EXPECTED) > 0;
  dov_set (draft, status, DOV_PATROL_SHIFT_STATUS_DONE);
  if (!is_open && dov_form_save (self->form))
    return;

  /* The fields say for themselves what they lack, beside what stands on top. */
  if (is_open)
    dov_form_check (self->form);
  DOV_SUBJECT_PAGE_CLASS (dov_shift_page_parent_class)->refresh (page);
  dov_set (draft, status, former);
}

static void
ask_move (DovSubjectPage *page,
          const char     *typed)
{
  dov_patrol_ask_move (page, dov_subject_page_get_store (page), DOV_PATROL_SHIFT (dov_subject_page_get_record (page)));
}

/* Where nothing is missing there, the next field that lacks something. */
static void
go_to_finding (DovSubjectPage *page,
               const char     *typed)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  g_autoptr (DovPatrolFinding) open = dov_finding_cards_find_open (store_of (self), DOV_PATROL_SHIFT (shift_of (self)),
                                                                  &self->missing);

  if (open != NULL)
    dov_go_edit (self, DOV_RECORD (open));
  else
    dov_form_next_error (self->form);
}

static void
go_to_crew (DovSubjectPage *page,
            const char     *typed)
{
  dov_crew_section_focus (DOV_SHIFT_PAGE (page)->crew);
}

static void
ask_add (DovSubjectPage *page,
         const char     *typed)
{
  dov_crew_section_ask (DOV_SHIFT_PAGE (page)->crew, 0);
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
  dov_crew_section_ask (self->crew, member);
}

static gboolean
is_ahead (DovStore  *store,
          DovRecord *record)
{
  return !dov_patrol_shift_has_begun (DOV_PATROL_SHIFT (record));
}

static const DovAct acts[] = {
  { "shift.raid", N_("Note on the raid"), .kind = DOV_ACT_PAPER, .code = "D-36", .may = has_begun },
  { "shift.ready", N_("Into the roster"), .key = "F7", .kind = DOV_ACT_STEP, .code = "planned",
    .words = NC_("toast", "The shift is on the roster"), .while_in = "draft", .is_strong = TRUE },
  { "shift.set-out", N_("Set out"), .key = "F7", .kind = DOV_ACT_STEP, .code = "in_progress",
    .words = NC_("toast", "The patrol set out"), .prepare = set_out, .while_in = "planned", .may = is_ahead, .is_strong = TRUE },
  { "shift.finish", N_("Finish the shift"), .key = "F7", .kind = DOV_ACT_RUN, .run = finish,
    .while_in = "planned in_progress", .may = has_begun, .is_strong = TRUE },
  { "shift.edit", N_("Change the plan…"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU },
  { "shift.move", N_("Move to another time…"), .kind = DOV_ACT_RUN, .run = ask_move,
    .while_in = "draft planned in_progress", .place = DOV_ACT_IN_MENU },
  { "shift.cancel", N_("Call the shift off…"), .kind = DOV_ACT_STEP, .code = "cancelled",
    .words = NC_("toast", "Shift called off: %s"), .asks = N_("Why *"),
    .ask_title = N_("Call the shift off"), .reason = "status_reason",
    .while_in = "draft planned in_progress", .place = DOV_ACT_IN_MENU },
  { "shift.plan", N_("Back to the roster"), .kind = DOV_ACT_STEP, .code = "planned",
    .words = NC_("toast", "The shift is on the roster again"), .while_in = "cancelled replaced", .place = DOV_ACT_IN_MENU },
  { "shift.reopen", N_("Open again"), .kind = DOV_ACT_STEP, .code = "in_progress",
    .words = NC_("toast", "The shift is open again"), .while_in = "done", .place = DOV_ACT_IN_MENU },
  { "shift.remove", N_("Move to the bin"), .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "shift.finding", N_("Add a finding"), .key = "F4", .kind = DOV_ACT_NEW, .type = dov_patrol_finding_get_type,
    .may = has_begun, .place = DOV_ACT_UNSEEN },
  { "shift.to-finding", N_("_To the finding"), .key = "F8", .kind = DOV_ACT_RUN, .run = go_to_finding, .may = has_begun,
    .place = DOV_ACT_UNSEEN },
  { "shift.to-crew", N_("_To the composition"), .kind = DOV_ACT_RUN, .run = go_to_crew, .place = DOV_ACT_UNSEEN },
  { "shift.add", N_("Add…"), .kind = DOV_ACT_RUN, .run = ask_add, .place = DOV_ACT_UNSEEN },
  { NULL },
};

static gboolean
is_only_read (DovStore  *store,
              DovRecord *record)
{
  return !dov_subject_may_write (store, record) && has_begun (store, record);
}

static const DovTab parts[] = {
  { "walk", N_("The walk"), .make = make_fields },
  { "written", N_("The walk"), .fields = "actual_start actual_end talks leaflets places_checked briefed note",
    .may = is_only_read },
  { NULL },
};

const DovSubject dov_shift_subject = {
  dov_patrol_shift_get_type, "patrol", .page = dov_shift_page_get_type,
  .state = "status", .title = dup_title, .state_words = dup_state,
  .facts_words = dup_facts, .acts = acts, .tabs = parts, .tell = tell,
};

static void
dov_shift_page_focus (DovPage *page)
{
  DovShiftPage *self = DOV_SHIFT_PAGE (page);
  DovFieldRow *first = dov_form_find_row (self->form, "actual_start");

  if (first != NULL && DOV_PATROL_SHIFT (shift_of (self))->status != DOV_PATROL_SHIFT_STATUS_DONE)
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

/* Only while something is typed: the marks of who came and the end of the walk are taken back here too. */
static gboolean
dov_shift_page_is_form (DovPage *page)
{
  return DOV_SHIFT_PAGE (page)->form != NULL && dov_form_is_changed (DOV_SHIFT_PAGE (page)->form);
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

  g_clear_object (&self->draft);
  g_clear_object (&self->body);

  G_OBJECT_CLASS (dov_shift_page_parent_class)->dispose (object);
}

static void
dov_shift_page_class_init (DovShiftPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_shift_page_dispose;
  page_class->focus = dov_shift_page_focus;
  page_class->save = dov_shift_page_save;
  page_class->is_form = dov_shift_page_is_form;
  page_class->leave = dov_shift_page_leave;
  DOV_SUBJECT_PAGE_CLASS (klass)->refresh = dov_shift_page_refresh;
}

static void
dov_shift_page_init (DovShiftPage *self)
{
}
