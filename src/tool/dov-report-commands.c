/* dov-report-commands.c - reports, report */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-document.h"
#include "dov-lounge.h"
#include "dov-own-lounge.h"
#include "dov-print.h"
#include "dov-submitted.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* The kinds of periods by the words that a caller writes. */
static const struct
{
  DovPeriodKind  kind;
  const char    *word;
  guint          months;  /* how many it has; 0: a day */
} kinds[] = {
  { DOV_PERIOD_DAY, "day", 0 },
  { DOV_PERIOD_MONTH, "month", 1 },
  { DOV_PERIOD_QUARTER, "quarter", 3 },
  { DOV_PERIOD_HALF_YEAR, "half-year", 6 },
  { DOV_PERIOD_NINE, "nine", 9 },
  { DOV_PERIOD_YEAR, "year", 12 },
};

/* "2027-03-05" of a day, "2027-03" of a month, "2027-1" of a quarter or
 * half-year, "2027" of nine months or a year; "last" is the last full one. */
static gboolean
read_period (const char *text,
             DovPeriod  *period)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  gint64 year = 0, number = 1;
  GDate day = dov_today ();

  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GDate) exact = NULL;
      const char *dash = strchr (parts[1], '-');
      g_autofree char *first = g_strndup (parts[1], strcspn (parts[1], "-"));

      if (!g_str_equal (parts[0], kinds[i].word))
        continue;
      if (g_str_equal (parts[1], "last"))
        {
          DovPeriod now = dov_period_around (kinds[i].kind, &day);

          *period = dov_period_step (&now, -1);
          return TRUE;
        }
      if (kinds[i].months == 0)
        {
          if (!dov_date_from_iso (parts[1], &exact) || exact == NULL)
            return FALSE;
          *period = dov_period_around (kinds[i].kind, exact);
          return TRUE;
        }
      if ((dash != NULL) != (kinds[i].months < 9) ||
          !g_ascii_string_to_signed (first, 10, 1900, 2199, &year, NULL) ||
          (dash != NULL && !g_ascii_string_to_signed (dash + 1, 10, 1, 12 / kinds[i].months, &number, NULL)))
        return FALSE;
      g_date_set_dmy (&day, 1, (GDateMonth) ((number - 1) * kinds[i].months + 1), (GDateYear) year);
      *period = dov_period_around (kinds[i].kind, &day);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_day (const char  *text,
          GDate      **day,
          GError     **error)
{
  if (dov_date_from_iso (text, day) && *day != NULL)
    return TRUE;

  return dov_date_from_typed (text, day, error);
}

/* The period that was asked for; FALSE when it was asked for wrongly. */
static gboolean
choose_period (const DovCommand  *command,
               const char        *words,
               const char        *from,
               const char        *to,
               DovPeriod         *period,
               const DovPeriod  **chosen)
{
  g_autoptr (GDate) first = NULL;
  g_autoptr (GDate) last = NULL;
  g_autoptr (GError) error = NULL;

  *chosen = NULL;
  if (words == NULL && from == NULL && to == NULL)
    return TRUE;

  if (words != NULL)
    {
      if (from != NULL || to != NULL)
        {
          (void) dov_command_misuse (command, _("Either --period, or --from and --to"));
          return FALSE;
        }
      if (!read_period (words, period))
        {
          (void) dov_command_misuse (command,
                                     _("“%s” is no period. Write month:2027-03, quarter:2027-1, "
                                       "half-year:2027-1, nine:2027, year:2027 or month:last, "
                                       "or else --from and --to"), words);
          return FALSE;
        }
    }
  else
    {
      if (from == NULL || to == NULL)
        {
          (void) dov_command_misuse (command, _("--from and --to go together"));
          return FALSE;
        }
      if (!read_day (from, &first, &error) || !read_day (to, &last, &error))
        {
          (void) dov_command_misuse (command, "%s", error->message);
          return FALSE;
        }
      if (g_date_compare (first, last) > 0)
        {
          (void) dov_command_misuse (command, _("--from is later than --to"));
          return FALSE;
        }
      *period = dov_period_between (first, last);
    }
  *chosen = period;

  return TRUE;
}

static DovDocument *
find_document (DovStore    *store,
               const char  *code,
               GError     **error)
{
  g_autoptr (GError) why = NULL;
  DovDocument *document = dov_document_find (store, code, &why);

  if (g_error_matches (why, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION))
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("There is no document “%s”. “doverie-tool reports” lists all of them."), code);
  else if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));

  return document;
}

/* The one lounge whose name or settlement has these words; without words the
 * only one of the file, or all. */
static gboolean
find_lounge (DovStore    *store,
             const char  *words,
             gint64      *id,
             GError     **error)
{
  DovQuery query = { .words = words };
  g_autoptr (GArray) found = NULL;

  *id = 0;
  if (words == NULL)
    {
      *id = dov_own_lounge_find_only (store);
      return TRUE;
    }
  found = dov_store_list (store, DOV_TYPE_LOUNGE, &query, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 1)
    {
      *id = g_array_index (found, gint64, 0);
      return TRUE;
    }
  if (found->len == 0)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED, _("There is no lounge “%s”."), words);
  else
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < found->len; i++)
        {
          gint64 one = g_array_index (found, gint64, i);
          g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_LOUNGE, one);

          g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
        }
      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                   _("“%s” may be any of several lounges: %s."), words, names->str);
    }

  return FALSE;
}

/* A name that ends in .pdf asks for paper. */
static gboolean
is_pdf (const char *path)
{
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".pdf");
}

static char *
choose_path (const char *output,
             gboolean    on_paper,
             DovResult  *result)
{
  g_autofree char *name = on_paper ? dov_print_dup_file_name (result) : dov_result_dup_file_name (result);

  if (output == NULL)
    return g_steal_pointer (&name);
  if (g_file_test (output, G_FILE_TEST_IS_DIR) || g_str_has_suffix (output, "/"))
    return g_build_filename (output, name, NULL);

  return g_strdup (output);
}

/* How many options stand before them. */
#define N_OPTIONS 9

/* The records other than events that documents are about: each is an option. */
static const char *const subjects[] = {
  "case_plan", "club_group", "consent", "distribution", "donation_receipt", "drive", "family", "handover",
  "home_visit", "inventory_count", "item", "living_conditions_act", "meeting_protocol", "outgoing_notice",
  "patrol_shift", "rental_loan", "staff", "write_off", "written_application",
};

/* The record that was named; FALSE when the document is about another kind. */
static gboolean
choose_subject (const DovCommand *command,
                DovDocument      *document,
                const gint64     *ids,
                gint64           *subject)
{
  const char *asked = dov_document_get_asked (document, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (ids[i] == 0)
        continue;
      if (g_strcmp0 (asked, subjects[i]) != 0)
        {
          if (asked != NULL)
            (void) dov_command_misuse (command, _("%s takes --%s, not --%s"),
                                       dov_document_get_code (document), asked, subjects[i]);
          else
            (void) dov_command_misuse (command, _("%s is about a period: --%s does not go with it"),
                                       dov_document_get_code (document), subjects[i]);
          return FALSE;
        }
      *subject = ids[i];
    }

  return TRUE;
}

int
dov_command_report (const DovCommand *command,
                    int               argc,
                    char            **argv)
{
  g_autofree char *words = NULL, *from = NULL, *to = NULL, *lounge_words = NULL, *output = NULL;
  gint64 lounge = 0, event = 0;
  gint64 ids[G_N_ELEMENTS (subjects)] = { 0 };
  gboolean replace = FALSE, blank = FALSE, on_paper = FALSE;
  GOptionEntry options[] = {
    { "from", 'f', 0, G_OPTION_ARG_STRING, &from, N_("First day of the period"), N_("DATE") },
    { "to", 't', 0, G_OPTION_ARG_STRING, &to, N_("Last day of the period"), N_("DATE") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &words,
      N_("The period by its name: month:2027-03, quarter:2027-1, year:2027, month:last"), N_("PERIOD") },
    { "lounge", 'l', 0, G_OPTION_ARG_STRING, &lounge_words,
      N_("Only this lounge, by any part of its name; without it the whole district"), N_("NAME") },
    { "event", 'e', 0, G_OPTION_ARG_INT64, &event,
      N_("The event, or whatever record the document is about"), N_("ID") },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &blank, N_("An empty form to fill in by hand"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_NONE, &on_paper, N_("As pages to print, not as a workbook"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("The workbook, the pages when it ends in .pdf, or the folder for them; by default it is named by the "
         "document and written here"),
      N_("FILE") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_("Write over a file that is there"), NULL },
    [N_OPTIONS + G_N_ELEMENTS (subjects)] = { NULL }
  };
  g_autoptr (DovStore) store = NULL;
  g_autoptr (DovDocument) document = NULL;
  g_autoptr (DovResult) result = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  DovPeriod period;
  const DovPeriod *chosen = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    options[N_OPTIONS + i] = (GOptionEntry) {
      subjects[i], 0, 0, G_OPTION_ARG_INT64, &ids[i], N_("The record of this kind, for its document"), N_("ID")
    };
  if (!dov_command_parse (command, options, &argc, &argv, 2, 2) ||
      !choose_period (command, words, from, to, &period, &chosen))
    return DOV_EXIT_USAGE;
  store = dov_command_open (argv[1], DOV_STORE_READ_ONLY);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  document = find_document (store, argv[2], &error);
  if (document == NULL || !find_lounge (store, lounge_words, &lounge, &error))
    return dov_command_fail (error);
  if (!choose_subject (command, document, ids, &event))
    return DOV_EXIT_USAGE;

  result = blank ? dov_document_run_blank (document, store, &error)
                 : dov_document_run (document, store, chosen, lounge, event, &error);
  if (result == NULL)
    return dov_command_fail (error);
  if (chosen != NULL && !blank)
    dov_result_get_paper (result)->state =
      dov_report_instance_dup_state (store, dov_document_get_code (document), chosen, lounge);
  path = choose_path (output, on_paper, result);
  if (on_paper || is_pdf (path) ? !dov_print_write_pdf (result, path, replace, NULL, NULL, NULL, &error)
                                : !dov_workbook_write (result, path, replace, NULL, NULL, NULL, &error))
    return dov_command_fail (error);
  g_print ("%s\n", path);

  return DOV_EXIT_DONE;
}

/* Definitions are read against the tables of a file; any file will do. */
static DovStore *
open_any (const char  *path,
          char       **folder)
{
  g_autofree char *own = NULL;

  *folder = NULL;
  if (path != NULL)
    return dov_command_open (path, DOV_STORE_READ_ONLY);
  *folder = g_dir_make_tmp ("doverie-XXXXXX", NULL);
  if (*folder == NULL)
    return NULL;
  own = g_build_filename (*folder, "empty.doverie", NULL);

  return dov_command_open (own, DOV_STORE_CREATE);
}

static void
drop_folder (const char *folder)
{
  g_autoptr (GDir) files = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      (void) g_unlink (path);
    }
  if (folder != NULL)
    (void) g_rmdir (folder);
}

static void
list_document (DovDocument *document)
{
  DovPeriodKind periods = dov_document_get_periods (document);
  const char *asked = dov_document_get_asked (document, NULL);
  g_autofree char *title = dov_document_dup_plain_title (document);
  g_autoptr (GString) takes = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (periods & kinds[i].kind)
      g_string_append_printf (takes, " %s", kinds[i].word);
  if (asked != NULL)
    g_string_append_printf (takes, " --%s", asked);

  g_print ("%s\t%s\t%s\n", dov_document_get_code (document), title,
           takes->len > 0 ? takes->str + 1 : "");
  if (dov_document_get_trouble (document) != NULL)
    g_printerr (_("Warning: %s\n"), dov_document_get_trouble (document));
}

int
dov_command_reports (const DovCommand *command,
                     int               argc,
                     char            **argv)
{
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, NULL, &argc, &argv, 0, 1))
    return DOV_EXIT_USAGE;
  store = open_any (argc > 1 ? argv[1] : NULL, &folder);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  documents = dov_document_load_all (store, &error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    list_document (g_ptr_array_index (documents, i));
  (void) dov_store_close (store, NULL);
  drop_folder (folder);

  return documents != NULL ? DOV_EXIT_DONE : dov_command_fail (error);
}
