/* pdf-reading.c - a PDF as another program reads it, and pages as ink on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reading.h"

#include <string.h>

#define POINTS(millimetres) ((millimetres) / 25.4 * 72)

/* Pixels of a point. */
#define SHARP 2

static char *
run (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

/* In the order in which it was drawn; page 0: all. */
char *
pdf_read_page (const char *path,
               guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const one[] = { "pdftotext", "-raw", "-f", number, "-l", number, path, "-", NULL };
  const char *const all[] = { "pdftotext", "-raw", path, "-", NULL };

  return run (page > 0 ? one : all);
}

/* Without spaces, so that it does not matter where lines break. */
char *
pdf_squeeze (const char *text)
{
  GString *tight = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0x0c && c != 0xad)
        g_string_append_unichar (tight, c);
    }

  return g_string_free (tight, FALSE);
}

char *
pdf_read_tight (const char *path,
                guint       page)
{
  g_autofree char *text = pdf_read_page (path, page);

  return pdf_squeeze (text);
}

guint
pdf_count (const char *text,
           const char *piece)
{
  guint n = 0;

  for (const char *at = strstr (text, piece); at != NULL; at = strstr (at + strlen (piece), piece))
    n++;

  return n;
}

guint
pdf_count_pages (const char *path)
{
  const char *const words[] = { "pdfinfo", path, NULL };
  g_autofree char *facts = run (words);
  const char *pages = strstr (facts, "Pages:");

  g_assert_nonnull (pages);

  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

char *
pdf_list_fonts (const char *path)
{
  const char *const words[] = { "pdffonts", path, NULL };

  return run (words);
}

static gboolean
has_ink (const guchar *row,
         int           x)
{
  const guint32 pixel = ((const guint32 *) (const void *) row)[x];

  return (pixel & 0xff) < 0xe0;
}

/* Fills are not ink. */
gboolean
print_find_ink (DovPrint *print,
                guint     page,
                double    from,
                double    to,
                Ink      *ink)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  int across, down, stride;
  const guchar *data;
  gboolean found = FALSE;

  dov_print_get_size (print, &width, &height);
  across = (int) (width * SHARP);
  down = (int) (height * SHARP);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, across, down);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SHARP, SHARP);
  dov_print_draw_page (print, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  *ink = (Ink) { width, height, 0, 0 };
  for (int y = (int) (from * SHARP); y < down && y < to * SHARP; y++)
    for (int x = 0; x < across; x++)
      if (has_ink (data + y * stride, x))
        {
          found = TRUE;
          ink->left = MIN (ink->left, (double) x / SHARP);
          ink->right = MAX (ink->right, (double) (x + 1) / SHARP);
          ink->top = MIN (ink->top, (double) y / SHARP);
          ink->bottom = MAX (ink->bottom, (double) (y + 1) / SHARP);
        }
  cairo_surface_destroy (surface);

  return found;
}

/* Everything within 20, 10, 20 and 20 mm; number and footer 10 mm from the edges. */
void
print_assert_margins (DovPrint *print)
{
  gboolean is_archived = dov_result_get_paper (dov_print_get_result (print))->is_archived;
  double left = POINTS (is_archived ? 30 : 20) - 1;
  double width, height;

  dov_print_get_size (print, &width, &height);
  for (guint i = 0; i < dov_print_count_pages (print); i++)
    {
      Ink ink;

      if (print_find_ink (print, i, 0, height, &ink))
        {
          g_assert_cmpfloat (ink.left, >=, left);
          g_assert_cmpfloat (ink.right, <=, width - POINTS (10) + 1);
          g_assert_cmpfloat (ink.top, >=, POINTS (10) - 1);
          g_assert_cmpfloat (ink.bottom, <=, height - POINTS (10) + 1);
        }
      /* Between the number and the paper, and between the paper and the footer. */
      g_assert_false (print_find_ink (print, i, POINTS (10) + 14, POINTS (20) - 1, &ink));
      g_assert_false (print_find_ink (print, i, height - POINTS (20) + 2, height - POINTS (10) - 12, &ink));
    }
}
