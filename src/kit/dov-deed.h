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
 * @all_the_same: (nullable): where nobody has time to type a reason, the button
 *   that does it in spite of a rule that only warns
 * @reason: what is kept as the reason then
 * @is_silent: no toast: the page itself shows that it is done
 * @is_final: what is done cannot be taken back, so no undo is offered
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
  const char     *all_the_same;
  const char     *reason;
  gboolean        is_silent;
  gboolean        is_final;
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

/* Does what was asked about, with what was typed: the line of the card, or nothing. */
typedef gboolean (*DovAskedDo) (DovStore    *store,
                                gpointer     data,
                                const char  *typed,
                                GError     **error);

/**
 * DovAsk:
 * @title: of the card
 * @go_on: the button that does it
 * @line: (nullable): what is typed; %NULL: only whether it is to be done
 * @text: (nullable): what stands there at first
 * @act: does it
 * @done: (nullable): what comes then
 * @data: for both; taken
 * @is_final: as in #DovDeed
 *
 * Something that is asked in place before it is done.
 */
typedef struct
{
  const char     *title;
  const char     *go_on;
  const char     *line;
  const char     *text;
  DovAskedDo      act;
  DovDeedDone     done;
  gpointer        data;
  GDestroyNotify  free_data;
  gboolean        is_final;
} DovAsk;

void     dov_deed_ask    (gpointer       from,
                          DovStore      *store,
                          const DovAsk  *ask);

G_END_DECLS
