/* dov-finder.h - a field that finds things by any fragment and hands over the one that is chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-badge.h"

G_BEGIN_DECLS

/**
 * DovFound:
 * @id: what is handed over
 * @title: what it is
 * @subtitle: what tells it from others
 * @badge: (nullable): a state beside it
 * @sign: (nullable): how the state looks
 * @icon: (nullable): before it
 * @is_refused: cannot be chosen; @subtitle says why
 */
typedef struct
{
  gint64         id;
  char          *title;
  char          *subtitle;
  char          *badge;
  const DovSign *sign;
  const char    *icon;
  gboolean       is_refused;
} DovFound;

DovFound  *dov_found_new        (gint64           id,
                                 char            *title,
                                 char            *subtitle);
void       dov_found_free       (DovFound        *self);

/* Gives what is found for some words: at most so many, likeliest first. */
typedef GPtrArray *(*DovFinderLook) (const char *words,
                                     guint       at_most,
                                     gpointer    user_data);

/* Signals: "chosen" (gint64 id), and what was typed is gone; "new" (const char *words): the last
 * line, which makes what is missing; "left": Esc in a list that stays open. */
#define DOV_TYPE_FINDER (dov_finder_get_type ())
G_DECLARE_FINAL_TYPE (DovFinder, dov_finder, DOV, FINDER, GtkBox)

GtkWidget *dov_finder_new       (const char      *label,
                                 DovFinderLook    look,
                                 gpointer         user_data);
void       dov_finder_set_label (DovFinder       *self,
                                 const char      *label);
void       dov_finder_set_new   (DovFinder       *self,
                                 const char      *format);
void       dov_finder_set_shown (DovFinder       *self,
                                 const char      *words);
void       dov_finder_stay_open (DovFinder       *self);
GtkWidget *dov_finder_get_entry (DovFinder       *self);
void       dov_finder_clear     (DovFinder       *self);

G_END_DECLS
