/* dov-roster-sheet.c - the roster of a month as a workbook (D-34) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-sheet.h"

#include <glib/gi18n.h>

#include "dov-document.h"
#include "dov-errors.h"

/* What the thread that writes needs. */
typedef struct
{
  DovStore    *store;
  DovDocument *document;
  DovPeriod    period;
  gint64       lounge;
} Roster;

static void
roster_free (Roster *roster)
{
  g_object_unref (roster->store);
  g_object_unref (roster->document);
  g_free (roster);
}

static DovResult *
make_roster (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Roster *roster = data;

  return dov_document_run (roster->document, roster->store, &roster->period, roster->lounge, 0, error);
}

static DovDocument *
find_document (DovStore   *store,
               const char *code)
{
  g_autoptr (GPtrArray) documents = dov_document_load_all (store, NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_strcmp0 (dov_document_get_code (g_ptr_array_index (documents, i)), code) == 0)
      return g_object_ref (g_ptr_array_index (documents, i));

  return NULL;
}

/**
 * dov_roster_sheet_save:
 * @saving: shows how far it has come
 * @month: a day of the month
 *
 * Saves the roster of a month.
 */
void
dov_roster_sheet_save (DovSaving   *saving,
                       DovStore    *store,
                       const GDate *month,
                       gint64       lounge)
{
  g_autoptr (DovDocument) document = find_document (store, "D-34");
  Roster *roster;

  if (document == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION,
                                                      _("The definition of the roster is missing. Install the program again."));

      dov_errors_show (GTK_WIDGET (saving), error);
      return;
    }

  roster = g_new0 (Roster, 1);
  roster->store = g_object_ref (store);
  roster->document = g_steal_pointer (&document);
  roster->period = dov_period_around (DOV_PERIOD_MONTH, month);
  roster->lounge = lounge;
  dov_saving_make (saving, _("Roster of shifts"), make_roster, roster, (GDestroyNotify) roster_free);
}
