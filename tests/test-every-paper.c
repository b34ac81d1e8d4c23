/* test-every-paper.c - each document of the demo data and its empty form, as a workbook and as pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"
#include "dov-print.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-scratch.h"

#include <glib/gstdio.h>

typedef struct
{
  DovStore   *store;
  GPtrArray  *documents;
  DovScratch *scratch;
} Demo;

/* On the afternoon of which the file was made. */
static void
set_up (Demo         *demo,
        gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOVERIE_DEMO_FILES"), "demo-2027-04-05T10-42.doverie", NULL);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_moment_from_iso ("2027-04-05T10:42", &now));
  dov_clock_set (now);
  demo->scratch = dov_scratch_new ();
  demo->store = dov_store_open (path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  dov_rules_install (demo->store);
  demo->documents = dov_document_load_all (demo->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (demo->documents->len, >, 30);
}

static void
tear_down (Demo         *demo,
           gconstpointer unused)
{
  g_clear_pointer (&demo->documents, g_ptr_array_unref);
  g_assert_true (dov_store_close (demo->store, NULL));
  g_clear_object (&demo->store);
  g_clear_pointer (&demo->scratch, dov_scratch_free);
}

/* The last record of the kind that the document is about; 0: it is about a period. */
static gint64
find_asked (Demo        *demo,
            DovDocument *document)
{
  const char *table = dov_document_get_asked (document, NULL);
  g_autoptr (GArray) found = NULL;
  DovQuery query = { 0 };

  if (table == NULL)
    return 0;
  found = dov_store_list (demo->store, dov_registry_find (table), &query, NULL);
  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, >, 0);

  return g_array_index (found, gint64, found->len - 1);
}

/* The first period of those that it takes, each with days in the data. */
static const DovPeriod *
choose_period (DovDocument *document,
               DovPeriod   *period)
{
  DovPeriodKind kinds = dov_document_get_periods (document);
  DovPeriodKind first = kinds & -kinds;
  GDate day;

  if (first == 0)
    return NULL;
  g_date_set_dmy (&day, 31, G_DATE_MARCH, 2027);
  *period = dov_period_around (first, &day);

  return period;
}

static void
write_both (Demo      *demo,
            DovResult *result)
{
  g_autofree char *book = dov_scratch_path (demo->scratch, "paper.xlsx");
  g_autofree char *pages = dov_scratch_path (demo->scratch, "paper.pdf");
  GStatBuf book_is, pages_is;
  g_autoptr (GError) error = NULL;

  dov_workbook_write (result, book, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dov_print_write_pdf (result, pages, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (book, &book_is), ==, 0);
  g_assert_cmpint (g_stat (pages, &pages_is), ==, 0);
  g_assert_cmpint (book_is.st_size, >, 2000);
  g_assert_cmpint (pages_is.st_size, >, 2000);
}

/* @blank: the empty form of each. */
static void
test_all (Demo         *demo,
          gconstpointer blank)
{
  for (guint i = 0; i < demo->documents->len; i++)
    {
      DovDocument *document = g_ptr_array_index (demo->documents, i);
      g_autoptr (DovResult) result = NULL;
      g_autoptr (GError) error = NULL;
      DovPeriod period;

      g_test_message ("%s", dov_document_get_code (document));
      g_assert_cmpstr (dov_document_get_trouble (document), ==, NULL);
      if (GPOINTER_TO_INT (blank))
        result = dov_document_run_blank (document, demo->store, &error);
      else
        result = dov_document_run (document, demo->store, choose_period (document, &period), 0,
                                   find_asked (demo, document), &error);
      g_assert_no_error (error);
      write_both (demo, result);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/every-paper/filled", Demo, GINT_TO_POINTER (FALSE), set_up, test_all, tear_down);
  g_test_add ("/every-paper/blank", Demo, GINT_TO_POINTER (TRUE), set_up, test_all, tear_down);

  return g_test_run ();
}
