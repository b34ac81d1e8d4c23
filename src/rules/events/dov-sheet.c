/* dov-sheet.c - the sign-in sheet come back: its rows in the order in which they were printed, and numbers typed from it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

void
dov_sheet_typed_free (DovSheetTyped *self)
{
  g_array_unref (self->rows);
  g_free (self->rest);
  g_free (self->words);
  g_free (self);
}

static DovAttendanceStatus
read_status (const char *code)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (dov_attendance_status_get_type ());
  const GEnumValue *status = code != NULL ? g_enum_get_value_by_nick (choices, code) : NULL;

  return status != NULL ? (DovAttendanceStatus) status->value : 0;
}

/**
 * dov_sheet_read:
 *
 * Reads who stands on the sign-in sheet (D-23) of the event. A row's number is
 * the order in which people were put down, those counted too who were taken
 * off since: nothing ever moves a number to somebody else.
 *
 * Returns: (transfer full) (element-type DovSheetRow): in the order of the paper
 */
GArray *
dov_sheet_read (DovStore  *store,
                DovEvent  *event,
                GError   **error)
{
  g_autoptr (GArray) sheet = g_array_new (FALSE, FALSE, sizeof (DovSheetRow));
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT number, id, person_id, status FROM ("
                   "  SELECT row_number () OVER (ORDER BY id) AS number, id, person_id, status, role, removed"
                   "    FROM attendance WHERE event_id = ?1)"
                   " WHERE removed IS NULL AND role IN ('guest', 'parent') AND status <> 'waiting'"
                   " ORDER BY number",
                   "(x)", dov_record_get_id (DOV_RECORD (event)));

  while (dov_statement_next (rows))
    {
      DovSheetRow row = {
        .number = (guint) dov_statement_column_integer (rows, 0),
        .attendance_id = dov_statement_column_integer (rows, 1),
        .person_id = dov_statement_column_integer (rows, 2),
        .status = read_status (dov_statement_column_text (rows, 3)),
      };

      g_array_append_val (sheet, row);
    }

  return dov_store_has_seen (store, error) ? g_steal_pointer (&sheet) : NULL;
}

gboolean
dov_sheet_row_is_there (const DovSheetRow *row)
{
  return row->status == DOV_ATTENDANCE_STATUS_CHECKED_IN || row->status == DOV_ATTENDANCE_STATUS_WALK_IN;
}

static const DovSheetRow *
find_row (GArray  *sheet,
          guint64  number)
{
  for (guint i = 0; i < sheet->len; i++)
    if (g_array_index (sheet, DovSheetRow, i).number == number)
      return &g_array_index (sheet, DovSheetRow, i);

  return NULL;
}

static gboolean
has_row (GArray *rows,
         guint   number)
{
  return find_row (rows, number) != NULL;
}

/* What is wrong stands to be mended; the first of it is told. */
static void
add_wrong (DovSheetTyped *self,
           const char    *token,
           char          *words)
{
  g_autofree char *rest = self->rest;

  self->rest = *rest == '\0' ? g_strdup (token) : g_strconcat (rest, " ", token, NULL);
  if (self->words == NULL)
    self->words = words;
  else
    g_free (words);
}

static gboolean
is_number (const char *text,
           guint64    *number)
{
  if (*text == '\0' || strlen (text) > 6 || strspn (text, "0123456789") != strlen (text))
    return FALSE;

  *number = g_ascii_strtoull (text, NULL, 10);

  return TRUE;
}

static void
take_one (DovSheetTyped *self,
          GArray        *sheet,
          guint64        number,
          const char    *token)
{
  const DovSheetRow *row = find_row (sheet, number);
  guint last = sheet->len > 0 ? g_array_index (sheet, DovSheetRow, sheet->len - 1).number : 0;

  if (row == NULL && number >= 1 && number <= last)
    add_wrong (self, token, g_strdup_printf (_("Row %s is not a guest of this event any more. Look at the name on the paper "
                                               "and enter it below."), token));
  else if (row == NULL)
    add_wrong (self, token, g_strdup_printf (_("There is no row %1$s on the sheet: its last one is %2$u."), token, last));
  else if (!has_row (self->rows, row->number))
    g_array_append_vals (self->rows, row, 1);
}

/* «3-7»: rows that are not on the paper between them are left out, as on it. */
static void
take_span (DovSheetTyped *self,
           GArray        *sheet,
           const char    *token,
           guint64        first,
           guint64        last)
{
  gboolean has_both = find_row (sheet, first) != NULL && find_row (sheet, last) != NULL;

  if (first > last)
    {
      add_wrong (self, token, g_strdup_printf (_("“%s” goes backwards. Type the smaller number first, such as 3-7."), token));
      return;
    }
  if (!has_both)
    {
      g_autofree char *wrong = g_strdup_printf ("%" G_GUINT64_FORMAT, find_row (sheet, first) == NULL ? first : last);

      take_one (self, sheet, find_row (sheet, first) == NULL ? first : last, wrong);
      g_free (self->rest);
      self->rest = g_strdup (token);
      return;
    }
  for (guint i = 0; i < sheet->len; i++)
    {
      const DovSheetRow *row = &g_array_index (sheet, DovSheetRow, i);

      if (row->number >= first && row->number <= last && !has_row (self->rows, row->number))
        g_array_append_vals (self->rows, row, 1);
    }
}

static void
take_token (DovSheetTyped *self,
            GArray        *sheet,
            const char    *token)
{
  g_auto (GStrv) ends = g_strsplit (token, "-", 3);
  guint64 first = 0, last = 0;

  if (is_number (token, &first))
    take_one (self, sheet, first, token);
  else if (*token == '+')
    add_wrong (self, token, g_strdup_printf (_("Row %s was an empty one. Enter the name that is written there below."), token));
  else if (g_strv_length (ends) == 2 && is_number (ends[0], &first) && is_number (ends[1], &last))
    take_span (self, sheet, token, first, last);
  else
    add_wrong (self, token, g_strdup_printf (_("“%s” is no number of a row. Type 4, 1 4 9 or 3-7."), token));
}

/**
 * dov_sheet_read_numbers:
 * @sheet: from dov_sheet_read()
 * @typed: «1 4 9», «3-7, 12»
 *
 * Reads which rows are meant. What is right is taken; what is wrong is given
 * back as it was typed, with words about the first of it.
 *
 * Returns: (transfer full): the rows
 */
DovSheetTyped *
dov_sheet_read_numbers (GArray     *sheet,
                        const char *typed)
{
  DovSheetTyped *self = g_new0 (DovSheetTyped, 1);
  g_autoptr (GString) tidy = g_string_new (typed);
  g_auto (GStrv) tokens = NULL;

  self->rows = g_array_new (FALSE, FALSE, sizeof (DovSheetRow));
  self->rest = g_strdup ("");
  g_string_replace (tidy, "–", "-", 0);
  g_string_replace (tidy, "—", "-", 0);
  while (g_string_replace (tidy, " -", "-", 0) + g_string_replace (tidy, "- ", "-", 0) > 0)
    ;
  tokens = g_strsplit_set (tidy->str, " ,;.\t", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    if (*tokens[i] != '\0')
      take_token (self, sheet, tokens[i]);

  return self;
}

/**
 * dov_sheet_find_event:
 * @number: as it stands on the sheet, see dov_event_get_number()
 *
 * Returns: the event, 0 when no event has this number; of several, from files
 *   of several lounges, the last
 */
gint64
dov_sheet_find_event (DovStore *store,
                      gint64    number)
{
  g_autoptr (DovStatement) row =
    dov_store_see (store, "SELECT id FROM live_event WHERE id & 4294967295 = ?1"
                   " ORDER BY starts_at DESC LIMIT 1",
                   "(x)", number);

  return dov_statement_next (row) ? dov_statement_column_integer (row, 0) : 0;
}
