/* dov-acceptance.c - why something passes all the same: what is a reason and what is none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-acceptance.h"

#include <glib/gi18n.h>

#include "dov-clean.h"
#include "dov-fold.h"
#include "dov-record.h"

/**
 * dov_acceptance_read:
 * @text: as it was typed or loaded
 *
 * Returns: (transfer full) (nullable): the reason as the history keeps it;
 *   %NULL when it says nothing, or more than fits into a line
 */
char *
dov_acceptance_read (const char  *text,
                     GError     **error)
{
  g_autofree char *cleaned = dov_clean (text, FALSE);
  g_autofree char *reason = dov_trim (cleaned);
  glong letters = g_utf8_strlen (reason, -1);

  if (dov_fold_is_empty (reason))
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                         _("Say in a few words why: it stays in the history."));
  else if (letters > DOV_LONGEST_TEXT)
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                 _("The reason has %ld characters, and at most %u are kept. Say it in fewer words."),
                 letters, DOV_LONGEST_TEXT);
  else
    return g_steal_pointer (&reason);

  return NULL;
}
