/* dov-trouble-page.c - why the file cannot be opened, and every way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-trouble-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-backup.h"
#include "dov-errors.h"
#include "dov-message-page.h"
#include "dov-number.h"

#define MOST_COPIES 3

static const char *
title_of (const GError *error)
{
  static const char *const titles[] = {
    [DOV_STORE_ERROR_IN_USE] = N_("The file is already open"),
    [DOV_STORE_ERROR_DAMAGED] = N_("The file is damaged"),
    [DOV_STORE_ERROR_NEWER] = N_("The file was made by a newer program"),
    [DOV_STORE_ERROR_FOREIGN] = N_("This is not a file of this program"),
    [DOV_STORE_ERROR_NOT_FOUND] = N_("The file is not there"),
    [DOV_STORE_ERROR_READ_ONLY] = N_("Nothing can be written here"),
    [DOV_STORE_ERROR_FULL] = N_("There is no room left on the disk"),
  };
  guint code = error->domain == DOV_STORE_ERROR ? (guint) error->code : G_MAXUINT;

  return code < G_N_ELEMENTS (titles) && titles[code] != NULL ? _(titles[code]) : _("The file could not be opened");
}

/* The last sound copies, each with a button that puts it back. */
static guint
offer_copies (DovMessagePage *page,
              const char     *path)
{
  g_autoptr (GPtrArray) copies = dov_backup_list (path, NULL);
  guint offered = 0;

  for (guint i = 0; copies != NULL && i < copies->len && offered < MOST_COPIES; i++)
    {
      DovCopy *copy = copies->pdata[i];
      g_autofree char *at = NULL;
      g_autofree char *number = NULL;
      g_autofree char *label = NULL;

      if (!copy->is_sound)
        continue;

      at = dov_moment_to_shown (copy->at);
      number = dov_number_to_shown (copy->n_records);
      /* Translators: a button; %1$s is a date and time, %2$s a number */
      label = g_strdup_printf (ngettext ("Put back the copy of %1$s (%2$s record)",
                                         "Put back the copy of %1$s (%2$s records)", copy->n_records), at, number);
      dov_message_page_add_action (page, label, "app.restore", copy->path, offered == 0);
      offered++;
    }

  return offered;
}

/**
 * dov_trouble_page_new:
 * @path: the file
 * @error: why it was not opened
 *
 * Returns: (transfer floating): a page that says it in plain words and offers what helps
 */
DovPage *
dov_trouble_page_new (const char   *path,
                      const GError *error)
{
  g_autofree char *words = dov_errors_dup_words (error);
  /* Translators: what went wrong, and below it the path of the file */
  g_autofree char *all = strstr (words, path) == NULL ? g_strdup_printf (_("%s\n\nFile: %s"), words, path)
                                                      : g_strdup (words);
  DovPage *page = dov_message_page_new ("dialog-warning-symbolic", title_of (error), all);
  DovMessagePage *message = DOV_MESSAGE_PAGE (page);
  gboolean is_damaged = g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED);
  gboolean is_missing = g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  gboolean is_readable = g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE)
                         || g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY)
                         || g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL);
  guint n_copies = is_damaged || is_missing ? offer_copies (message, path) : 0;

  if (is_readable)
    dov_message_page_add_action (message, _("Open to look only"), "app.open-read-only", path, TRUE);
  dov_message_page_add_action (message, _("Try again"), "app.open-file", path, !is_readable && n_copies == 0);
  dov_message_page_add_action (message, _("Choose another file…"), "app.choose-file", NULL, FALSE);
  dov_message_page_add_action (message, _("Begin a new file…"), "app.begin", NULL, FALSE);
  dov_page_set_title (page, _("File"));

  return page;
}
