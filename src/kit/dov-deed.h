/* dov-deed.h - something a person does: one operation, told with its undo, or refused with a way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-ask-card.h"
#include "dov-page.h"

G_BEGIN_DECLS

/* Saves what belongs together; the store is between begin and commit. */
typedef gboolean (*DovDeedDo)   (DovStore *store,
                                 gpointer  data,
                                 GError  **error);

/* It was done. @from is the widget where it was asked for, still alive. */
typedef void     (*DovDeedDone) (gpointer  from,
                                 gpointer  data);

/**
 * DovDeed:
 * @words: (nullable): what it is, for the toast, the journal and undo; %NULL:
 *   the words of the operation that @act begins, or what the store says of it
 * @act: does it; may use functions that begin and commit by themselves
 * @done: (nullable): what comes then: going back, opening what was made
 * @refused: (nullable): told of a refusal before it is shown, with the widget
 *   and @data; %TRUE: it was answered there and is not shown once more
 * @card: (nullable): the card that asked; refused, it stands on the page again
 *   with what was typed and why not
 * @at: (nullable): the line of @card that is refused
 * @data: for all three; freed with @free_data when nothing waits any more
 * @is_silent: no toast: the page itself shows that it is done
 */
typedef struct
{
  const char     *words;
  DovDeedDo       act;
  DovDeedDone     done;
  gboolean      (*refused) (gpointer from, const GError *error, gpointer data);
  DovAskCard     *card;
  const char     *at;
  gpointer        data;
  GDestroyNotify  free_data;
  gboolean        is_silent;
} DovDeed;

gboolean dov_deed_do     (gpointer       from,
                          DovStore      *store,
                          const DovDeed *deed);
gboolean dov_deed_save   (gpointer       from,
                          DovStore      *store,
                          const char    *words,
                          DovRecord     *draft);
gboolean dov_deed_remove (gpointer       from,
                          DovStore      *store,
                          DovRecord     *record,
                          DovDeedDone    done);
void     dov_deed_refuse (gpointer       from,
                          const char    *words);

G_END_DECLS
