/* dov-clash-card.c - a clash of the roster in words, with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clash-card.h"

#include <glib/gi18n.h>

#include "dov-doubt-card.h"
#include "dov-go.h"
#include "dov-patrol-asking.h"
#include "dov-patrol-words.h"

/* So many free people are named; the rest is found when one of them is to be put down. */
#define MOST_NAMED 3

typedef struct
{
  DovStore       *store;
  DovPatrolShift *shift;
  gint64          member;      /* who stands in two places, 0: the shift as a whole */
} Way;

static void
free_way (gpointer  data,
          GClosure *closure)
{
  Way *way = data;

  g_object_unref (way->store);
  g_object_unref (way->shift);
  g_free (way);
}

static void
ask_who (GtkWidget *button,
         Way       *way)
{
  dov_patrol_ask_place (button, way->store, way->shift, way->member);
}

static void
ask_when (GtkWidget *button,
          Way       *way)
{
  dov_patrol_ask_move (button, way->store, way->shift);
}

static void
ask_briefing (GtkWidget *button,
              Way       *way)
{
  dov_patrol_ask_briefing (button, way->store, way->member);
}

static void
open_shift (GtkWidget *button,
            Way       *way)
{
  dov_go_record (button, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (DOV_RECORD (way->shift)));
}

/* What may be done about each. */
static const struct
{
  DovClashKind  kind;
  const char   *label;
  void        (*ask) (GtkWidget *button, Way *way);
} ways[] = {
  { DOV_CLASH_SHIFT, N_("Replace in the second…"), ask_who },
  { DOV_CLASH_EVENT, N_("Move…"), ask_when },
  { DOV_CLASH_EVENT, N_("Replace…"), ask_who },
  { DOV_CLASH_PAUSE, N_("Move…"), ask_when },
  { DOV_CLASH_PAUSE, N_("Replace…"), ask_who },
  { DOV_CLASH_ABSENCE, N_("Replace…"), ask_who },
  { DOV_CLASH_NOT_MEMBER, N_("Replace…"), ask_who },
  { DOV_CLASH_MINOR, N_("Replace…"), ask_who },
  { DOV_CLASH_BRIEFING, N_("Write down the briefing…"), ask_briefing },
  { DOV_CLASH_FEW, N_("Add…"), ask_who },
  { DOV_CLASH_NO_LEADER, N_("Choose who leads…"), open_shift },
};

/* “Sa 20 March, 21:00 and 21:30”. */
static char *
dup_lead (DovStore       *store,
          const DovClash *clash)
{
  GDate day = dov_moment_get_date (clash->starts_at);
  g_autofree char *when = dov_patrol_dup_day (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  g_autoptr (DovPatrolShift) other = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT,
                                                        clash->kind == DOV_CLASH_SHIFT ? clash->other_id : 0);
  g_autofree char *first = other != NULL ? dov_time_to_shown (dov_moment_get_time (other->starts_at)) : NULL;

  if (first == NULL)
    return g_strdup_printf ("%s, %s", when, time);

  /* Translators: %1$s is a day, %2$s and %3$s are times */
  return g_strdup_printf (_("%1$s, %2$s and %3$s"), when, first, time);
}

/* “Free at that time: Shcheklein R. I., Yamshanova O. N.” */
static char *
dup_free (DovStore       *store,
          const DovClash *clash)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (clash->free == NULL || clash->kind == DOV_CLASH_BRIEFING)
    return g_strdup ("");
  if (clash->free->len == 0)
    return g_strdup (_("Nobody else is free at that time"));

  for (guint i = 0; i < MIN (clash->free->len, MOST_NAMED); i++)
    {
      g_autofree char *name = dov_patrol_dup_member (store, g_array_index (clash->free, DovFree, i).member_id);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (clash->free->len > MOST_NAMED)
    /* Translators: after some names */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", clash->free->len - MOST_NAMED),
                            clash->free->len - MOST_NAMED);

  return g_strdup_printf (_("Free at that time: %s"), names->str);
}

/**
 * dov_clash_card_new:
 * @clash: of a shift that is saved
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
dov_clash_card_new (DovStore       *store,
                    const DovClash *clash)
{
  g_autoptr (DovPatrolShift) shift = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT, clash->shift_id);
  g_autofree char *lead = dup_lead (store, clash);
  g_autofree char *free = dup_free (store, clash);
  GtkWidget *card = dov_doubt_card_new (clash->is_warning, lead, clash->words, free);

  for (gsize i = 0; i < G_N_ELEMENTS (ways) && shift != NULL; i++)
    if (ways[i].kind == clash->kind)
      {
        Way way = { g_object_ref (store), g_object_ref (shift), clash->member_id };

        g_signal_connect_data (dov_doubt_card_add_way (DOV_DOUBT_CARD (card), _(ways[i].label)), "clicked",
                               G_CALLBACK (ways[i].ask), g_memdup2 (&way, sizeof way), free_way, 0);
      }

  return card;
}
