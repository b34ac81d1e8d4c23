/* dov-sign-in-page.c - a sign-in sheet come back from the table: numbers mark, empty rows become newcomers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sign-in-page.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-badge.h"
#include "dov-deed.h"
#include "dov-door-lock.h"
#include "dov-door.h"
#include "dov-errors.h"
#include "dov-join.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-sheet.h"
#include "dov-walk-in.h"
#include "dov-widgets.h"

struct _DovSignInPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovEvent      *event;
  DovDoor       *door;
  GArray        *sheet;         /* DovSheetRow */
  guint          n_entered;     /* empty rows that became people here */
  GArray        *people;        /* gint64: who is being marked */
  guint          n_marked;      /* of them, who was not before */
  char          *rest;          /* what stays in the field then */
  char          *wrong;         /* why it stays, or NULL */

  GtkWidget     *facts;
  GtkWidget     *event_number;
  GtkWidget     *numbers;
  GtkBox        *answers;
  GtkWidget     *sum;
  AdwBin        *rows_place;
  DovSectionBox *rows;
  AdwBin        *walk_in_place;
  DovWalkIn     *walk_in;
};

G_DEFINE_FINAL_TYPE (DovSignInPage, dov_sign_in_page, DOV_TYPE_PAGE)

static const DovSign came = { "dov-emblem-ok-symbolic", "success" };

static const DovWalkInPlace on_sheet = {
  .source = "sheet", .key = "F2", .verb = N_("Mark as here"), .is_paper = TRUE,
  .hint = N_("As it is written by hand. Whoever is known already is offered."),
};

/* ---- answers ---- */

static void
answer (DovSignInPage *self,
        DovNoticeKind  kind,
        const char    *words)
{
  dov_answers_show (self, dov_notice_new (kind, words, ""));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* ---- the rows of the paper ---- */

static const char *
get_state_words (const DovSheetRow *row)
{
  if (dov_sheet_row_is_there (row))
    return _("was there");
  if (row->status == DOV_ATTENDANCE_STATUS_CANCELLED)
    return _("cancelled");
  if (row->status == DOV_ATTENDANCE_STATUS_NO_SHOW)
    return _("did not come");

  return "";
}

static char *
dup_facts (const DovNameEntry *entry)
{
  g_autofree char *age = entry != NULL ? dov_name_entry_dup_age (entry) : NULL;
  g_autoptr (GString) facts = g_string_new (age);

  dov_join (facts, DOV_JOIN_WORDS, entry != NULL ? entry->place : NULL);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
show_rows (DovSignInPage *self)
{
  guint n_came = 0;
  g_autofree char *count = NULL;

  dov_section_box_clear (self->rows);
  for (guint i = 0; i < self->sheet->len; i++)
    {
      const DovSheetRow *row = &g_array_index (self->sheet, DovSheetRow, i);
      const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), row->person_id);
      g_autofree char *number = g_strdup_printf ("%u", row->number);
      g_autofree char *facts = dup_facts (entry);
      g_autofree char *name = entry != NULL ? g_strdup (entry->full) :
                                              dov_store_describe_id (self->store, DOV_TYPE_PERSON, row->person_id);
      GtkWidget *line = dov_row_line_new (number, name, facts);
      const char *state = get_state_words (row);

      if (*state != '\0')
        dov_row_line_append (DOV_ROW_LINE (line), dov_badge_new (state, dov_sheet_row_is_there (row) ? &came : NULL));
      gtk_widget_set_focusable (line, FALSE);
      n_came += dov_sheet_row_is_there (row);
      dov_section_box_append (self->rows, line);
    }
  /* Translators: how many rows of the sheet are marked, and how many it has */
  count = g_strdup_printf (_("marked %1$u of %2$u"), n_came, self->sheet->len);
  dov_section_box_set_count (self->rows, count);
}

static void
show_sum (DovSignInPage *self)
{
  DovDoorSum sum = dov_door_get_sum (self->door);
  g_autofree char *words = dov_door_sum_dup_words (&sum);
  g_autofree char *next = g_strdup_printf (_("Empty row +%u"), self->n_entered + 1);

  gtk_label_set_text (GTK_LABEL (self->sum), words);
  dov_walk_in_set_heading (self->walk_in, next);
}

static void
show_all (DovSignInPage *self)
{
  g_autoptr (GError) error = NULL;
  GArray *sheet = dov_sheet_read (self->store, self->event, &error);

  if (sheet == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->sheet, g_array_unref);
  self->sheet = sheet;
  show_rows (self);
  show_sum (self);
}

/* ---- numbers ---- */

static gboolean
do_mark (DovStore  *store,
         gpointer   page,
         GError   **error)
{
  DovSignInPage *self = page;
  guint n = self->people->len;
  g_autofree char *words = g_strdup_printf (ngettext ("From the sheet: %u person", "From the sheet: %u people", n), n);

  self->n_marked = 0;

  return n == 0 || dov_roll_mark_all (store, self->event, (const gint64 *) (gpointer) self->people->data, n, words, FALSE,
                                      &self->n_marked, error);
}

static void
marked (gpointer from,
        gpointer page)
{
  DovSignInPage *self = from;
  guint n_before = self->people->len - self->n_marked;

  gtk_editable_set_text (GTK_EDITABLE (self->numbers), self->rest);
  gtk_editable_select_region (GTK_EDITABLE (self->numbers), 0, -1);
  dov_answers_clear (self);
  if (self->wrong != NULL)
    answer (self, DOV_NOTICE_REFUSES, self->wrong);
  else if (self->people->len > 0 && self->n_marked == 0)
    answer (self, DOV_NOTICE_INFORMS, _("These rows were marked before; nothing has changed."));
  else if (self->n_marked > 0 && n_before > 0)
    {
      g_autofree char *some = g_strdup_printf (_("New: %1$u. Marked before: %2$u."), self->n_marked, n_before);

      answer (self, DOV_NOTICE_INFORMS, some);
    }
  gtk_widget_grab_focus (self->numbers);
}

/* What was right is marked in one operation; what was wrong stays to be mended. */
static void
mark_rows (DovSignInPage *self,
           GArray        *people,
           const char    *rest,
           const char    *wrong)
{
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self->rest);
  g_free (self->wrong);
  self->people = g_array_ref (people);
  self->rest = g_strdup (rest);
  self->wrong = g_strdup (wrong);
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = do_mark, .done = marked, .all_the_same = _("Mark all the same"), .reason = _("signed on the sheet"),
    .data = g_object_ref (self), .free_data = g_object_unref });
}

static void
numbers_cb (DovSignInPage *self)
{
  g_autoptr (DovSheetTyped) typed = dov_sheet_read_numbers (self->sheet, gtk_editable_get_text (GTK_EDITABLE (self->numbers)));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < typed->rows->len; i++)
    g_array_append_val (people, g_array_index (typed->rows, DovSheetRow, i).person_id);
  mark_rows (self, people, typed->rest, typed->words);
}

/* ---- empty rows ---- */

static void
newcomer_cb (DovSignInPage *self)
{
  self->n_entered++;
  show_sum (self);
  dov_walk_in_begin (self->walk_in, "");
}

static void
known_cb (DovWalkIn     *walk_in,
          gint64         person_id,
          DovSignInPage *self)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (people, person_id);
  mark_rows (self, people, "", NULL);
  newcomer_cb (self);
}

static void
left_cb (DovSignInPage *self)
{
  gtk_widget_grab_focus (self->numbers);
}

/* ---- which event ---- */

static gboolean
take_event (DovSignInPage *self,
            gint64         id)
{
  g_autoptr (DovRecord) event = dov_store_find (self->store, DOV_TYPE_EVENT, id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDoor) door = NULL;
  g_autofree char *number = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *title = NULL;

  if (event == NULL)
    return FALSE;
  if (!dov_door_check_event (DOV_EVENT (event), &error) || (door = dov_door_new (self->store, DOV_EVENT (event), &error)) == NULL)
    {
      answer (self, DOV_NOTICE_REFUSES, error->message);
      return FALSE;
    }

  g_set_object (&self->event, DOV_EVENT (event));
  g_set_object (&self->door, door);
  g_signal_connect_object (door, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  self->n_entered = 0;
  self->walk_in = DOV_WALK_IN (dov_walk_in_new (self->store, self->event, &on_sheet));
  g_signal_connect_swapped (self->walk_in, "marked", G_CALLBACK (newcomer_cb), self);
  g_signal_connect (self->walk_in, "known", G_CALLBACK (known_cb), self);
  g_signal_connect_swapped (self->walk_in, "left", G_CALLBACK (left_cb), self);
  adw_bin_set_child (self->walk_in_place, GTK_WIDGET (self->walk_in));
  number = g_strdup_printf ("%" G_GINT64_FORMAT, dov_event_get_number (self->event));
  gtk_editable_set_text (GTK_EDITABLE (self->event_number), number);
  facts = dov_store_describe (self->store, event);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  title = g_strdup_printf (_("From the sheet: %s"), self->event->title);
  dov_page_set_title (DOV_PAGE (self), title);
  show_all (self);

  return TRUE;
}

static void
event_number_cb (DovSignInPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->event_number));
  gint64 number = 0;
  gint64 id = dov_number_from_typed (typed, &number, NULL) ? dov_sheet_find_event (self->store, number) : 0;

  dov_answers_clear (self);
  if (id == 0)
    {
      g_autofree char *words = g_strdup_printf (_("No event has the number “%s”. Look at the head of the sheet."), typed);

      answer (self, DOV_NOTICE_REFUSES, words);
      gtk_widget_grab_focus (self->event_number);
      return;
    }
  if (take_event (self, id))
    gtk_widget_grab_focus (self->numbers);
}

/* ---- the page ---- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovSignInPage         *self)
{
  if (key != GDK_KEY_F2)
    return GDK_EVENT_PROPAGATE;

  dov_walk_in_begin (self->walk_in, "");

  return GDK_EVENT_STOP;
}

static void
dov_sign_in_page_focus (DovPage *page)
{
  gtk_widget_grab_focus (DOV_SIGN_IN_PAGE (page)->numbers);
}

static gboolean
dov_sign_in_page_leave (DovPage *page)
{
  dov_walk_in_keep (DOV_SIGN_IN_PAGE (page)->walk_in);

  return TRUE;
}

/**
 * dov_sign_in_page_new:
 * @event: whose sheet lies on the table
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no
 *   such event, or nobody can have come to it yet
 */
DovPage *
dov_sign_in_page_new (DovStore *store,
                      gint64    event)
{
  DovSignInPage *self = g_object_new (DOV_TYPE_SIGN_IN_PAGE, NULL);

  self->store = g_object_ref (store);
  if (!take_event (self, event))
    {
      g_object_ref_sink (self);
      g_object_unref (self);
      return NULL;
    }
  dov_page_set_section (DOV_PAGE (self), "events");

  return DOV_PAGE (self);
}

static void
dov_sign_in_page_dispose (GObject *object)
{
  DovSignInPage *self = DOV_SIGN_IN_PAGE (object);

  g_clear_pointer (&self->sheet, g_array_unref);
  g_clear_object (&self->door);
  g_clear_object (&self->event);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_sign_in_page_parent_class)->dispose (object);
}

static void
dov_sign_in_page_finalize (GObject *object)
{
  DovSignInPage *self = DOV_SIGN_IN_PAGE (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_free (self->rest);
  g_free (self->wrong);

  G_OBJECT_CLASS (dov_sign_in_page_parent_class)->finalize (object);
}

static void
dov_sign_in_page_class_init (DovSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_sign_in_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_sign_in_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_sign_in_page_focus;
  DOV_PAGE_CLASS (klass)->leave = dov_sign_in_page_leave;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, facts);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, event_number);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, answers);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, sum);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, walk_in_place);
  gtk_widget_class_bind_template_child (widget_class, DovSignInPage, rows_place);
  gtk_widget_class_bind_template_callback (widget_class, event_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbers_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dov_sign_in_page_init (DovSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_set_answers (DOV_PAGE (self), self->answers);
  self->rows = DOV_SECTION_BOX (dov_section_box_new (_("Rows of the sheet")));
  dov_section_box_set_empty (self->rows, _("Nobody was put down for this event. Enter the empty rows."));
  adw_bin_set_child (self->rows_place, GTK_WIDGET (self->rows));
}
