/* dov-patrol-asking.c - what the patrol asks in place: who walks, when a shift is moved to, when somebody was briefed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-asking.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-briefing.h"
#include "dov-crew-chooser.h"
#include "dov-crew.h"
#include "dov-patrol-words.h"
#include "dov-shift-move.h"

static gboolean
move_shift (DovStore    *store,
            gpointer     shift,
            const char  *typed,
            GError     **error)
{
  return dov_shift_move (store, shift, typed, error);
}

void
dov_patrol_ask_move (gpointer        from,
                     DovStore       *store,
                     DovPatrolShift *shift)
{
  g_autofree char *when = dov_moment_to_shown (shift->starts_at);

  dov_deed_ask (from, store, &(DovAsk) {
    .title = _("Move the shift"), .go_on = _("Move"), .line = _("To which day and hour *"), .text = when,
    .act = move_shift, .data = g_object_ref (shift), .free_data = g_object_unref });
}

static gboolean
brief (DovStore    *store,
       gpointer     member,
       const char  *typed,
       GError     **error)
{
  return dov_briefing_write (store, *(gint64 *) member, typed, error);
}

static gboolean
brief_all (DovStore    *store,
           gpointer     patrol,
           const char  *typed,
           GError     **error)
{
  return dov_briefing_write_all (store, *(gint64 *) patrol, typed, error);
}

static void
ask_briefing (gpointer    from,
              DovStore   *store,
              const char *title,
              const char *go_on,
              DovAskedDo  act,
              gint64      of)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (&today);

  dov_deed_ask (from, store, &(DovAsk) {
    .title = title, .go_on = go_on, .line = _("On which day *"), .text = day, .act = act,
    .data = g_memdup2 (&of, sizeof of), .free_data = g_free });
}

void
dov_patrol_ask_briefing (gpointer  from,
                         DovStore *store,
                         gint64    member)
{
  ask_briefing (from, store, _("Write down the briefing"), _("Write down"), brief, member);
}

/* Of everybody in the @patrol; 0: in all of them. */
void
dov_patrol_ask_briefing_all (gpointer  from,
                             DovStore *store,
                             gint64    patrol)
{
  ask_briefing (from, store, _("All members were briefed"), _("Write down for all"), brief_all, patrol);
}

/* Who is put down: instead of somebody, or beside the others. */
typedef struct
{
  GtkWidget      *from;    /* owns the chooser */
  DovStore       *store;
  DovPatrolShift *shift;
  gint64          instead_of;
  gint64          chosen;
} Place;

static void
place_clear (gpointer data)
{
  g_object_unref (((Place *) data)->store);
  g_object_unref (((Place *) data)->shift);
}

static void
place_unref (gpointer place)
{
  g_rc_box_release_full (place, place_clear);
}

static gboolean
take_place (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  Place *place = data;
  g_autoptr (GPtrArray) crew = dov_crew_read (store, place->shift);

  for (guint i = 0; i < crew->len && place->instead_of != 0; i++)
    if (((DovCrewLine *) g_ptr_array_index (crew, i))->place->member_id == place->instead_of)
      return dov_crew_replace (store, place->shift, g_ptr_array_index (crew, i), place->chosen, error);

  return dov_crew_add (store, place->shift, place->chosen, error);
}

static void
chosen_cb (DovCrewChooser *chooser,
           gint64          member,
           Place          *place)
{
  place->chosen = member;
  dov_deed_do (place->from, place->store, &(DovDeed) {
    .act = take_place, .data = g_rc_box_acquire (place), .free_data = place_unref });
}

/**
 * dov_patrol_ask_place:
 * @instead_of: of the patrol, whose place it was; 0: one more
 *
 * Asks who else walks, and puts them down.
 */
void
dov_patrol_ask_place (gpointer        from,
                      DovStore       *store,
                      DovPatrolShift *shift,
                      gint64          instead_of)
{
  g_autofree char *name = instead_of != 0 ? dov_patrol_dup_member (store, instead_of) : NULL;
  GtkWidget *chooser = dov_crew_chooser_new (store, shift, instead_of, name);
  Place *place = g_rc_box_new0 (Place);

  *place = (Place) { from, g_object_ref (store), g_object_ref (shift), instead_of, 0 };
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), place, (GClosureNotify) (GCallback) place_unref, 0);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (dov_answers_clear), from, G_CONNECT_SWAPPED);
  dov_answers_show (from, chooser);
}
