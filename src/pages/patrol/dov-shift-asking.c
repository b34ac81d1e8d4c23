/* dov-shift-asking.c - what is asked before a shift is moved or called off: to when, and why; in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-page-private.h"

#include <glib/gi18n.h>

#include "dov-ask-card.h"
#include "dov-errors.h"
#include "dov-patrol-words.h"
#include "dov-shift-move.h"

/**
 * dov_shift_page_stop_asking:
 *
 * Puts the question away.
 */
void
dov_shift_page_stop_asking (DovShiftPage *self)
{
  if (self->asking != NULL)
    gtk_box_remove (GTK_BOX (self->notices), self->asking);
  self->asking = NULL;
}

static void
ask (DovShiftPage *self,
     GtkWidget    *card,
     GCallback     go_on)
{
  dov_shift_page_stop_asking (self);
  self->asking = card;
  g_signal_connect_swapped (card, "go-on", go_on, self);
  g_signal_connect_swapped (card, "given-up", G_CALLBACK (dov_shift_page_stop_asking), self);
  gtk_box_prepend (GTK_BOX (self->notices), card);
  dov_ask_card_focus (DOV_ASK_CARD (card));
}

static void
move_cb (DovShiftPage *self)
{
  if (!dov_shift_move_by_card (self->store, self->shift, DOV_ASK_CARD (self->asking)))
    return;

  dov_shift_page_stop_asking (self);
  dov_shift_page_tell (self);
}

/* Asks to which time the shift goes. */
void
dov_shift_page_ask_move (DovShiftPage *self)
{
  ask (self, dov_shift_move_card_new (self->shift), G_CALLBACK (move_cb));
}

static void
cancel_cb (DovShiftPage *self)
{
  g_autoptr (DovRecord) changed = dov_record_dup (DOV_RECORD (self->shift));
  g_autofree char *reason = g_strstrip (g_strdup (dov_ask_card_get_text (DOV_ASK_CARD (self->asking), "why")));
  GDate day = dov_moment_get_date (self->shift->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *words = g_strdup_printf (_("Shift called off: %s"), when);
  g_autoptr (GError) error = NULL;

  if (*reason == '\0')
    {
      dov_ask_card_refuse (DOV_ASK_CARD (self->asking), "why", _("Type why. A few words are enough."));
      return;
    }
  dov_set (DOV_PATROL_SHIFT (changed), status, DOV_PATROL_SHIFT_STATUS_CANCELLED);
  dov_set (DOV_PATROL_SHIFT (changed), status_reason, reason);
  if (!dov_shift_page_change (self, changed, words, &error))
    {
      g_autofree char *refusal = dov_errors_dup_words (error);

      dov_ask_card_refuse (DOV_ASK_CARD (self->asking), "why", refusal);
      return;
    }
  dov_shift_page_stop_asking (self);
  dov_shift_page_tell (self);
}

/* Asks why the shift is called off. */
void
dov_shift_page_ask_cancel (DovShiftPage *self)
{
  GtkWidget *card = dov_ask_card_new (_("Call the shift off"), _("Call the shift off"));

  dov_ask_card_add (DOV_ASK_CARD (card), "why", _("Why *"), "");
  ask (self, card, G_CALLBACK (cancel_cb));
}
