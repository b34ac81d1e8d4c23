/* dov-workbook-check.c - whether a workbook reached the disk whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <minizip/unzip.h>
#include <string.h>

/* The last bytes of a part, enough for its closing tag. */
#define TAIL 64

static guint
count_rows (const char *bytes,
            gsize       length,
            gsize      *matched)
{
  static const char wanted[] = "<row ";
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      *matched = bytes[i] == wanted[*matched] ? *matched + 1 : bytes[i] == wanted[0];
      if (*matched == sizeof wanted - 1)
        {
          n++;
          *matched = 0;
        }
    }

  return n;
}

/* Reads a part to its end, which also compares its checksum. A part that was
 * cut off by a full disk before it was packed does not end with its root. */
static gboolean
is_part_whole (unzFile    file,
               const char *name,
               guint      *n_rows)
{
  g_autofree char *buffer = g_malloc (1 << 16);
  char tail[TAIL + 1] = "";
  gsize kept = 0;
  gsize matched = 0;
  int length;

  *n_rows = 0;
  if (unzOpenCurrentFile (file) != UNZ_OK)
    return FALSE;
  while ((length = unzReadCurrentFile (file, buffer, 1 << 16)) > 0)
    {
      gsize fresh = MIN ((gsize) length, TAIL);
      gsize old = MIN (kept, TAIL - fresh);

      *n_rows += count_rows (buffer, (gsize) length, &matched);
      memmove (tail, tail + kept - old, old);
      memcpy (tail + old, buffer + length - fresh, fresh);
      kept = old + fresh;
    }
  if (unzCloseCurrentFile (file) != UNZ_OK || length < 0)
    return FALSE;

  tail[kept] = '\0';
  g_strchomp (tail);
  if (g_str_has_prefix (name, "xl/worksheets/sheet"))
    return g_str_has_suffix (tail, "</worksheet>");

  return g_str_has_suffix (tail, ">");
}

/**
 * dov_workbook_is_whole:
 * @sheets: (element-type guint): how many rows each sheet was given
 *
 * The library does not notice when the disk of its temporary files fills up,
 * and would pack what got there. So the workbook is read once more.
 */
gboolean
dov_workbook_is_whole (const char *path,
                       GPtrArray  *sheets)
{
  unzFile file = unzOpen64 (path);
  guint n_sheets = 0;
  gboolean is_whole = file != NULL;

  for (int code = is_whole ? unzGoToFirstFile (file) : UNZ_END_OF_LIST_OF_FILE; is_whole && code == UNZ_OK;
       code = unzGoToNextFile (file))
    {
      char name[256] = "";
      guint n_rows = 0;
      guint number = 0;

      is_whole = unzGetCurrentFileInfo64 (file, NULL, name, sizeof name - 1, NULL, 0, NULL, 0) == UNZ_OK
                 && is_part_whole (file, name, &n_rows);
      if (is_whole && g_str_has_prefix (name, "xl/worksheets/sheet"))
        {
          number = (guint) g_ascii_strtoull (name + strlen ("xl/worksheets/sheet"), NULL, 10);
          n_sheets++;
          is_whole = number >= 1 && number <= sheets->len
                     && GPOINTER_TO_UINT (g_ptr_array_index (sheets, number - 1)) == n_rows;
        }
    }
  if (file != NULL)
    unzClose (file);

  return is_whole && n_sheets == sheets->len;
}
