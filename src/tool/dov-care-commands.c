/* dov-care-commands.c - check, update, backup, restore */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-number.h"
#include "dov-registry.h"
#include "dov-restore.h"
#include "dov-rules.h"

#include <glib/gi18n.h>

/* Check. */

/* Why it is right all the same stands in the history. */
static gboolean
has_reason (DovStore         *store,
            DovRecord        *record,
            const DovProblem *problem)
{
  return problem->is_warning && problem->rule != NULL &&
         dov_store_ask_number (store, "SELECT count(*) FROM audit WHERE id = ?1 AND what = 'accepted' AND was = ?2", "(xs)",
                               dov_record_get_id (record), problem->rule) > 0;
}

/* A whole file that is looked over. */
typedef struct
{
  gboolean is_quiet;     /* only counts */
  guint    n_problems;
  guint    n_warnings;
} Check;

static void
say_problems (DovStore  *store,
              DovRecord *record,
              Check     *check)
{
  g_autoptr (GPtrArray) problems = dov_store_list_faults (store, record);

  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *name = NULL, *id = NULL, *rule = NULL;

      if (has_reason (store, record, problem))
        continue;
      (*(problem->is_warning ? &check->n_warnings : &check->n_problems))++;
      if (check->is_quiet)
        continue;
      name = dov_store_describe (store, record);
      id = g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (record));
      rule = g_strdup_printf (problem->rule != NULL ? " (%s)" : "%s", problem->rule != NULL ? problem->rule : "");
      /* Translators: the kind of record, its name, its id, what is wrong with it, the number of the rule. */
      g_printerr (_("%s “%s”, id %s: %s%s\n"), _(DOV_RECORD_GET_CLASS (record)->label), name, id,
                  problem->message, rule);
    }
}

static gboolean
check_table (DovStore  *store,
             GType      type,
             Check     *check,
             GError   **error)
{
  DovRecordClass *klass = dov_registry_class (type);
  g_autoptr (GArray) ids = dov_store_list (store, type, NULL, error);
  g_autofree char *count = NULL;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, type, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      say_problems (store, record, check);
      if (i % 500 == 499)
        dov_command_show_progress (i + 1, NULL);
    }
  dov_command_end_progress ();
  count = dov_number_to_shown (ids->len);
  if (!check->is_quiet)
    g_print ("%s: %s\n", _(klass->labels), count);

  return TRUE;
}

static gboolean
check_records (DovStore  *store,
               Check     *check,
               GError   **error)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  if (!dov_registry_check (error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (!check_table (store, types[i], check, error))
      return FALSE;

  return TRUE;
}

int
dov_command_check (const DovCommand *command,
                   int               argc,
                   char            **argv)
{
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Check check = { FALSE };

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  if (!dov_backup_check (argv[1], NULL, &error))
    return dov_command_fail (error);
  g_print (_("The file is whole: every page reads, every link leads to a record.\n"));
  store = dov_command_open (argv[1], DOV_STORE_READ_ONLY);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  if (!check_records (store, &check, &error))
    return dov_command_fail (error);

  if (check.n_warnings > 0)
    g_print (ngettext ("%u warning: see above.\n", "%u warnings: see above.\n", check.n_warnings), check.n_warnings);
  if (check.n_problems == 0)
    {
      g_print (_("Every record keeps the rules.\n"));
      return DOV_EXIT_DONE;
    }
  g_print (ngettext ("%u place breaks a rule: see above.\n", "%u places break a rule: see above.\n", check.n_problems),
           check.n_problems);

  return DOV_EXIT_FAILED;
}

/* Update. */

int
dov_command_update (const DovCommand *command,
                    int               argc,
                    char            **argv)
{
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  store = dov_command_open (argv[1], 0);
  if (store == NULL)
    return DOV_EXIT_FAILED;

  return dov_store_close (store, &error) ? DOV_EXIT_DONE : dov_command_fail (error);
}

/* Backup. */

static int
list_copies (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = dov_backup_list (path, &error);

  if (copies == NULL)
    return dov_command_fail (error);
  for (guint i = 0; i < copies->len; i++)
    {
      const DovCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *at = dov_moment_to_shown (copy->at);

      g_print ("%s\t%" G_GINT64_FORMAT "\t%s\t%s\n", at, copy->n_records,
               copy->is_sound ? _("in order") : _("cannot be used"), copy->path);
    }

  return DOV_EXIT_DONE;
}

int
dov_command_backup (const DovCommand *command,
                    int               argc,
                    char            **argv)
{
  gboolean list = FALSE;
  const GOptionEntry options[] = {
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_("Only list the copies there are"), NULL },
    { NULL }
  };
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, options, &argc, &argv, 1, 2))
    return DOV_EXIT_USAGE;
  if (list)
    return list_copies (argv[1]);

  copy = dov_backup_make (argv[1], argc > 2 ? argv[2] : NULL, NULL, NULL, NULL, &error);
  if (copy == NULL || (argc == 2 && !dov_backup_rotate (argv[1], &error)))
    return dov_command_fail (error);
  g_print ("%s\n", copy);

  return DOV_EXIT_DONE;
}

/* Restore. */

/* A copy may be named by its path or by its name in the folder of copies. */
static char *
find_copy (const char *path,
           const char *name)
{
  g_autofree char *folder = dov_backup_get_folder (path);
  g_autofree char *inside = g_build_filename (folder, name, NULL);

  if (!g_file_test (name, G_FILE_TEST_EXISTS) && g_file_test (inside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&inside);

  return g_strdup (name);
}

static void
say_losses (GPtrArray *losses)
{
  if (losses->len == 0)
    g_print (_("Nothing would be lost.\n"));
  else
    g_print (_("This would be lost:\n"));
  for (guint i = 0; i < losses->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (losses, i));
}

/* Whose the copy is, what it would take away, and whether that is wanted. */
static gboolean
ask_restore (const char  *path,
             const char  *copy,
             gboolean     is_sure,
             gboolean     may_be_others,
             GError     **error)
{
  gboolean is_others = FALSE;
  g_autofree char *whose = dov_restore_describe (path, copy, &is_others, error);
  g_autoptr (GPtrArray) losses = whose != NULL ? dov_restore_list_losses (path, copy, error) : NULL;

  if (losses == NULL)
    return FALSE;

  g_print (_("The copy: %s.\n"), whose);
  say_losses (losses);
  if (is_sure && (!is_others || may_be_others))
    return TRUE;

  if (is_others)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                 _("“%s” is no copy of this file: it is the file of another lounge. Nothing was touched. "
                   "To put it in the place of “%s” all the same, add --yes --another."), copy, path);
  else
    g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                         _("Nothing was touched. To put the copy back, add --yes."));

  return FALSE;
}

/* No rule is asked when a copy is put back: all of it is what was. How much of it no rule would let in today is said. */
static gboolean
say_rules (const char  *path,
           GError     **error)
{
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_READ_ONLY, NULL);
  Check check = { .is_quiet = TRUE };

  /* One of an earlier version is brought up to date first, by who opens it. */
  if (store == NULL)
    return TRUE;
  dov_rules_install (store);
  if (!check_records (store, &check, error))
    return FALSE;
  if (check.n_problems > 0)
    g_print (ngettext ("%u place in it breaks a rule: “doverie-tool check” says which.\n",
                       "%u places in it break a rule: “doverie-tool check” says which.\n", check.n_problems), check.n_problems);
  else
    g_print (_("Every record keeps the rules.\n"));

  return TRUE;
}

int
dov_command_restore (const DovCommand *command,
                     int               argc,
                     char            **argv)
{
  gboolean is_sure = FALSE, may_be_others = FALSE;
  const GOptionEntry options[] = {
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &is_sure,
      N_("Put it back; without this only say what would be lost"), NULL },
    { "another", 0, 0, G_OPTION_ARG_NONE, &may_be_others,
      N_("Even when it is no copy of this file but that of another lounge"), NULL },
    { NULL }
  };
  g_autofree char *copy = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, options, &argc, &argv, 2, 2))
    return DOV_EXIT_USAGE;
  copy = find_copy (argv[1], argv[2]);
  if (!dov_backup_check (copy, NULL, &error) || !ask_restore (argv[1], copy, is_sure, may_be_others, &error)
      || !dov_restore_copy (argv[1], copy, &kept, &error))
    return dov_command_fail (error);
  if (kept != NULL)
    g_print (_("What was there is kept in “%s”.\n"), kept);
  g_print (_("The copy was put back.\n"));

  return say_rules (argv[1], &error) ? DOV_EXIT_DONE : dov_command_fail (error);
}
