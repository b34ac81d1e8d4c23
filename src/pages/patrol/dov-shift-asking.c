/* dov-shift-asking.c - to which day and hour a shift is moved, asked in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-asking.h"

#include <glib/gi18n.h>

#include "dov-shift-move.h"

typedef struct
{
  GtkWidget      *from;    /* owns the card */
  DovStore       *store;
  DovPatrolShift *shift;
  char           *typed;
} Move;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_object_unref (move->store);
  g_object_unref (move->shift);
  g_free (move->typed);
  g_free (move);
}

static Move *
move_new (GtkWidget      *from,
          DovStore       *store,
          DovPatrolShift *shift,
          const char     *typed)
{
  Move move = { from, g_object_ref (store), g_object_ref (shift), g_strdup (typed) };

  return g_memdup2 (&move, sizeof move);
}

static gboolean
move_shift (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  Move *move = data;

  return dov_shift_move (store, move->shift, move->typed, error);
}

static void
move_cb (DovAskCard *card,
         Move       *asked)
{
  dov_deed_do (asked->from, asked->store, &(DovDeed) {
    .act = move_shift, .card = card, .at = "when",
    .data = move_new (asked->from, asked->store, asked->shift, dov_ask_card_get_text (card, "when")),
    .free_data = free_move });
}

/**
 * dov_shift_ask_move:
 * @from: the widget where it was asked for
 *
 * Asks to which time the shift goes, and moves it.
 */
void
dov_shift_ask_move (gpointer        from,
                    DovStore       *store,
                    DovPatrolShift *shift)
{
  g_autofree char *when = dov_moment_to_shown (shift->starts_at);
  GtkWidget *card = dov_ask_card_new (_("Move the shift"), _("Move"));

  dov_ask_card_add (DOV_ASK_CARD (card), "when", _("To which day and hour *"), when);
  g_signal_connect_data (card, "go-on", G_CALLBACK (move_cb), move_new (from, store, shift, NULL),
                         (GClosureNotify) (GCallback) free_move, 0);
  dov_ask_card_ask (DOV_ASK_CARD (card), from);
}
