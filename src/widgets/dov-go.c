/* dov-go.c - ways on from any widget: to a page, a record, a list, a form, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"

/**
 * dov_go_to:
 * @page: (transfer floating) (nullable): shown on top of the present one
 */
void
dov_go_to (gpointer  from,
           DovPage  *page)
{
  DovShell *shell = dov_shell_around (from);

  if (page == NULL)
    return;
  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->push (shell, page);
  else
    g_object_unref (g_object_ref_sink (page));
}

/* Leaves the present page, unless it refuses, for the one below it. */
void
dov_go_back (gpointer from)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->go_back (shell);
}

/* To the page of a record; an @id of 0 leads nowhere. */
void
dov_go_record (gpointer from,
               GType    type,
               gint64   id)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL && id != 0)
    DOV_SHELL_GET_IFACE (shell)->open_record (shell, type, id);
}

/* To the list of all records of a kind. */
void
dov_go_list (gpointer from,
             GType    type)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->open_list (shell, type);
}

/**
 * dov_go_ids:
 * @title: what they have in common
 * @ids: (element-type gint64): the records
 *
 * To the list of just these records.
 */
void
dov_go_ids (gpointer    from,
            GType       type,
            const char *title,
            GArray     *ids)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->open_ids (shell, type, title, ids);
}

/**
 * dov_go_form:
 * @draft: (transfer none): a new record with what is known already, or a copy
 *   of one that is kept
 *
 * To its form.
 */
void
dov_go_form (gpointer   from,
             DovRecord *draft)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->new_record (shell, draft);
}

/* To an unfinished form, as it was left. */
void
dov_go_draft (gpointer from,
              gint64   number)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->open_draft (shell, number);
}

/**
 * dov_go_paper:
 * @code: of the document: «D-27»
 * @subject: the record it is about, 0 for none
 *
 * To a document as it will lie on paper.
 */
void
dov_go_paper (gpointer    from,
              const char *code,
              gint64      subject)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL)
    DOV_SHELL_GET_IFACE (shell)->open_paper (shell, code, subject);
}

/* To the form of a record that is kept. */
void
dov_go_edit (gpointer   from,
             DovRecord *record)
{
  g_autoptr (DovRecord) draft = dov_record_dup (record);

  dov_go_form (from, draft);
}

/**
 * dov_go_tell:
 * @words: (nullable): what was done
 * @operation: what «Отменить» would undo, 0 when there is nothing to undo
 */
void
dov_go_tell (gpointer    from,
             const char *words,
             gint64      operation)
{
  DovShell *shell = dov_shell_around (from);

  if (shell != NULL && words != NULL && *words != '\0')
    DOV_SHELL_GET_IFACE (shell)->show_toast (shell, words, operation);
}
