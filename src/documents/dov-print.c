/* dov-print.c - a result laid out on pages of A4, for the screen, the printer and PDF alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "dov-version.h"
#include "dov-whole-file.h"

#define A4_SHORT DOV_POINTS (210)
/* Letters of the tables so much smaller, to save a page of so few. */
#define SHRINK_TO_SAVE 0.92
#define MOST_SHRUNK    12

/* Rows of an empty form that a table has room for at least. */
#define LEAST_BLANKS 4

#define A4_LONG  DOV_POINTS (297)

G_DEFINE_FINAL_TYPE (DovPrint, dov_print, G_TYPE_OBJECT)

static const DovStrip *
get_strip (const DovPrint *self,
           guint           index)
{
  return &g_array_index (self->strips, DovStrip, index);
}

static double
measure_head (const DovPrint *self,
              guint           table)
{
  const DovTableHead *head = table > 0 ? &g_array_index (self->heads, DovTableHead, table - 1) : NULL;

  return head != NULL ? dov_strips_measure (self->strips, head->first, head->last) : 0;
}

/* Begins a page at @first; gaps at its top are left out. */
static guint
begin_sheet (DovPrint *self,
             guint     first,
             double   *used)
{
  DovSheet sheet;

  while (first < self->strips->len && get_strip (self, first)->is_gap)
    first++;
  sheet = (DovSheet) { .first = first, .last = first };
  if (first < self->strips->len)
    sheet.table = get_strip (self, first)->table;
  *used = measure_head (self, sheet.table);
  g_array_append_val (self->sheets, sheet);

  return first;
}

static DovSheet *
get_last (DovPrint *self)
{
  return &g_array_index (self->sheets, DovSheet, self->sheets->len - 1);
}

/* Puts the strips of a chain; where they are more than the page holds, each
 * by itself. Returns the next strip. */
static guint
put_chain (DovPrint *self,
           guint     first,
           guint     next,
           double   *used)
{
  for (guint i = first; i < next; i++)
    {
      const DovStrip *strip = get_strip (self, i);

      if (*used + strip->height > self->room + 0.01 && get_last (self)->last > get_last (self)->first)
        {
          if (strip->is_gap)
            continue;
          begin_sheet (self, i, used);
        }
      *used += strip->height;
      get_last (self)->last = i + 1;
    }

  return next;
}

static double
measure_top_gaps (const DovPrint *self,
                  guint           first,
                  guint           next)
{
  guint last = first;

  while (last < next && get_strip (self, last)->is_gap)
    last++;

  return dov_strips_measure (self->strips, first, last);
}

/**
 * dov_print_divide:
 *
 * Divides the strips into pages.
 *
 * Returns: how much of the last page is left
 */
double
dov_print_divide (DovPrint *self)
{
  double used = 0;
  guint next;

  g_array_set_size (self->sheets, 0);
  begin_sheet (self, 0, &used);
  for (guint strip = get_last (self)->first; strip < self->strips->len; strip = next)
    {
      double height;
      gboolean has_begun = get_last (self)->last > get_last (self)->first;

      next = dov_strips_find_chain (self->strips, strip, &height);
      if (has_begun && get_strip (self, strip)->begins_page)
        strip = begin_sheet (self, strip, &used);
      else if (has_begun && used + height > self->room + 0.01)
        {
          double alone = height - measure_top_gaps (self, strip, next);

          /* A gap at the foot of a page needs no new one. */
          if (alone <= 0.01)
            continue;
          /* A chain that no page can hold begins where it stands. */
          if (alone + measure_head (self, get_strip (self, strip)->table) <= self->room
              || used > self->room * 0.7)
            strip = begin_sheet (self, strip, &used);
        }
      put_chain (self, strip, next, &used);
    }

  return self->room - used;
}

/* Laying out. */

/* A list that fits stands upright, as people hold paper. */
static gboolean
is_landscape (DovResult *result)
{
  const DovPaper *paper = dov_result_get_paper (result);
  const DovTable *table = dov_result_get_table (result, 0);

  if (!paper->is_list || table == NULL)
    return paper->is_landscape;

  return dov_print_find_natural (table) > A4_SHORT - DOV_POINTS (20) - DOV_POINTS (10);
}

static void
set_page (DovPrint *self)
{
  gboolean lies = is_landscape (self->result);

  self->page_width = lies ? A4_LONG : A4_SHORT;
  self->page_height = lies ? A4_SHORT : A4_LONG;
  self->left = DOV_POINTS (self->paper->is_archived ? 30 : 20);
  self->width = self->page_width - self->left - DOV_POINTS (10);
  self->top = DOV_POINTS (20);
  self->room = self->page_height - self->top - DOV_POINTS (20);
}

/* How many tables have blank rows that fill the page. */
static guint
count_filling (DovPrint *self)
{
  const DovTable *table;
  guint n = 0;

  for (guint i = 0; (table = dov_result_get_table (self->result, i)) != NULL; i++)
    n += table->fills != FALSE;

  return MAX (n, 1);
}

/* Blank rows down to the end of the last page. An empty form in whose tables
 * hardly anything could be written takes one page more. */
static void
fill_page (DovPrint *self,
           DovPen   *pen,
           double    left)
{
  guint n_sheets = self->sheets->len;
  guint extra = (guint) floor (MAX (left, 0) / pen->blank_height);

  if (self->paper->is_blank && extra / count_filling (self) < LEAST_BLANKS)
    {
      n_sheets++;
      extra += (guint) floor (self->room / pen->blank_height);
    }
  dov_pen_fill (pen, n_sheets, extra);
}

/* A little smaller, when that saves a page; as small as may be, when all is on one sheet of paper then. */
static void
save_page (DovPrint *self,
           DovPen   *pen)
{
  guint n_sheets = self->sheets->len;
  double left;

  self->shrink = DOV_LEAST_SCALE;
  if (n_sheets > DOV_MOST_FOR_ONE || pen->klass->lay_out (pen, &left) > 1)
    n_sheets = n_sheets - 1;
  else
    n_sheets = 1;
  for (double shrink = SHRINK_TO_SAVE;
       shrink >= (n_sheets <= DOV_SIDES ? DOV_LEAST_SCALE : SHRINK_TO_SAVE) - 0.001; shrink -= 0.04)
    {
      self->shrink = shrink;
      if (pen->klass->lay_out (pen, &left) <= n_sheets)
        return;
    }
  self->shrink = 1;
  pen->klass->lay_out (pen, &left);
}

/**
 * dov_print_new:
 *
 * Lays a result out on pages. May run in any thread.
 *
 * Returns: (transfer full) (nullable): the pages; %NULL when it was cancelled
 */
DovPrint *
dov_print_new (DovResult     *result,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (DovPrint) self = g_object_new (DOV_TYPE_PRINT, NULL);
  g_auto (DovPagePen) page = { .print = self };
  double left;

  g_return_val_if_fail (DOV_IS_RESULT (result), NULL);

  self->result = g_object_ref (result);
  self->paper = dov_result_get_paper (result);
  set_page (self);
  dov_print_open_fonts (self);
  page.pen = dov_pen_make (&dov_page_pen_class, result, self->strips, self->heads, cancellable);
  page.pen.klass->lay_out (&page.pen, &left);
  if (page.pen.blank_height > 0)
    fill_page (self, &page.pen, left);
  else if (self->sheets->len > 1 && self->sheets->len <= MOST_SHRUNK)
    save_page (self, &page.pen);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

DovResult *
dov_print_get_result (DovPrint *self)
{
  return self->result;
}

guint
dov_print_count_pages (DovPrint *self)
{
  g_return_val_if_fail (DOV_IS_PRINT (self), 0);

  return self->sheets->len;
}

/* Of every page, in points. */
void
dov_print_get_size (DovPrint *self,
                    double   *width,
                    double   *height)
{
  g_return_if_fail (DOV_IS_PRINT (self));

  *width = self->page_width;
  *height = self->page_height;
}

/**
 * dov_print_dup_file_name:
 *
 * Returns: (transfer full): «Журнал мероприятий, Слудка, 2027-03.pdf»
 */
char *
dov_print_dup_file_name (DovResult *result)
{
  g_autofree char *name = dov_result_dup_file_name (result);

  if (name == NULL)
    return g_strdup ("document.pdf");
  if (g_str_has_suffix (name, ".xlsx"))
    name[strlen (name) - strlen (".xlsx")] = '\0';

  return g_strconcat (name, ".pdf", NULL);
}

/* PDF. */

typedef struct
{
  int file;
  int number;   /* of the first error */
} Sink;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *bytes,
          unsigned int         length)
{
  Sink *sink = closure;

  while (length > 0 && sink->number == 0)
    {
      gssize written = write (sink->file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        sink->number = errno;
      else
        {
          bytes += written;
          length -= (unsigned int) written;
        }
    }

  return sink->number == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* The same result gives the same bytes: it tells when it was made, not when it was written. */
static void
describe (cairo_surface_t *surface,
          const DovPaper  *paper)
{
  g_autofree char *creator = g_strconcat ("«Доверие» ", dov_version (), NULL);
  g_autofree char *made = paper->made_at != NULL ? g_date_time_format (paper->made_at, "%Y-%m-%dT%H:%M:%S") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, paper->title != NULL ? paper->title : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  paper->institution != NULL && *paper->institution != '\0' ? paper->institution
                                                                                            : "«Доверие»");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, creator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made != NULL ? made : "2027-01-01T00:00:00");
}

static gboolean
draw_pages (DovPrint        *self,
            cairo_surface_t *surface,
            DovProgress      progress,
            gpointer         user_data,
            GCancellable    *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  guint n = self->sheets->len;

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (progress != NULL)
        progress (i, n, user_data);
      dov_print_draw_page (self, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);

  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
write_part (DovPrint      *self,
            const char    *path,
            const char    *part,
            DovProgress    progress,
            gpointer       user_data,
            GCancellable  *cancellable,
            GError       **error)
{
  Sink sink = { .file = open (part, O_WRONLY | O_TRUNC | O_CLOEXEC) };
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean is_complete;

  if (sink.file < 0)
    {
      dov_whole_file_set_error (error, path, errno);
      return FALSE;
    }

  surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, self->page_width, self->page_height);
  describe (surface, self->paper);
  is_complete = draw_pages (self, surface, progress, user_data, cancellable);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (close (sink.file) != 0 && sink.number == 0)
    sink.number = errno;

  if (!is_complete)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
  else if (sink.number != 0)
    dov_whole_file_set_error (error, path, sink.number);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE, _("The pages could not be drawn: %s"),
                 cairo_status_to_string (status));

  return is_complete && sink.number == 0 && status == CAIRO_STATUS_SUCCESS;
}

/**
 * dov_print_write_pdf:
 * @path: of the file, ending in .pdf
 * @replace: whether a file that is there may be replaced; otherwise that is
 *   %DOV_DOCUMENT_ERROR_EXISTS
 * @progress: (nullable): told of pages, in this thread
 *
 * Lays a result out and writes it as a PDF, beside its place first, so that
 * there never is half a file. Touches no record and no store.
 */
gboolean
dov_print_write_pdf (DovResult     *result,
                     const char    *path,
                     gboolean       replace,
                     DovProgress    progress,
                     gpointer       user_data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (DovPrint) self = NULL;
  g_autoptr (DovAside) aside = NULL;
  guint n;

  g_return_val_if_fail (DOV_IS_RESULT (result), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  aside = dov_whole_file_begin (path, replace, dov_result_get_paper (result)->is_personal, error);
  if (aside == NULL)
    return FALSE;

  self = dov_print_new (result, cancellable, error);
  if (self == NULL || !write_part (self, path, dov_aside_get_part (aside), progress, user_data, cancellable, error)
      || !dov_whole_file_finish (aside, path, replace, error))
    return FALSE;
  n = self->sheets->len;
  if (progress != NULL)
    progress (n, n, user_data);

  return TRUE;
}

/* The object. */

static void
dov_print_finalize (GObject *object)
{
  DovPrint *self = DOV_PRINT (object);

  g_clear_object (&self->result);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->fonts, g_hash_table_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_array_unref (self->strips);
  g_array_unref (self->pieces);
  g_array_unref (self->heads);
  g_array_unref (self->sheets);

  G_OBJECT_CLASS (dov_print_parent_class)->finalize (object);
}

static void
dov_print_class_init (DovPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_print_finalize;
}

static void
dov_print_init (DovPrint *self)
{
  self->shrink = 1;
  self->strips = g_array_new (FALSE, TRUE, sizeof (DovStrip));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (DovPiece));
  self->heads = g_array_new (FALSE, TRUE, sizeof (DovTableHead));
  self->sheets = g_array_new (FALSE, TRUE, sizeof (DovSheet));
}
