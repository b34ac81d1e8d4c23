/* dov-shell.c - what a page may ask of the window that shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shell.h"

G_DEFINE_INTERFACE (DovShell, dov_shell, GTK_TYPE_WIDGET)

static void
dov_shell_default_init (DovShellInterface *iface)
{
}

/**
 * dov_shell_around:
 *
 * Returns: (transfer none) (nullable): the shell that shows @widget, %NULL when
 *   it stands alone, as in a test. Its popovers and dialogs find it too.
 */
DovShell *
dov_shell_around (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  while (widget != NULL && !DOV_IS_SHELL (widget))
    {
      GtkWidget *above = gtk_widget_get_parent (widget);

      if (above == NULL && GTK_IS_WINDOW (widget))
        above = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));

      widget = above;
    }

  return widget != NULL ? DOV_SHELL (widget) : NULL;
}

/**
 * dov_shell_get_store:
 *
 * Returns: (transfer none) (nullable): the records of the club
 */
DovStore *
dov_shell_get_store (DovShell *self)
{
  g_return_val_if_fail (DOV_IS_SHELL (self), NULL);

  return DOV_SHELL_GET_IFACE (self)->get_store (self);
}

/**
 * dov_shell_push:
 * @page: (transfer floating): shown on top of the present one
 */
void
dov_shell_push (DovShell *self,
                DovPage  *page)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->push (self, page);
}

/**
 * dov_shell_go_back:
 *
 * Leaves the present page, unless it refuses, for the one below it.
 */
void
dov_shell_go_back (DovShell *self)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->go_back (self);
}

/**
 * dov_shell_open_record:
 *
 * Opens the page that belongs to this kind of record.
 */
void
dov_shell_open_record (DovShell *self,
                       GType     type,
                       gint64    id)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->open_record (self, type, id);
}

/**
 * dov_shell_new_record:
 * @draft: (transfer none): a new record with what is known already
 *
 * Opens an empty form.
 */
void
dov_shell_new_record (DovShell  *self,
                      DovRecord *draft)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->new_record (self, draft);
}

/**
 * dov_shell_open_list:
 *
 * Opens the list of all records of a kind.
 */
void
dov_shell_open_list (DovShell *self,
                     GType     type)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->open_list (self, type);
}

/**
 * dov_shell_open_ids:
 * @title: what they have in common
 * @ids: (element-type gint64): the records
 *
 * Opens the list of just these records.
 */
void
dov_shell_open_ids (DovShell   *self,
                    GType       type,
                    const char *title,
                    GArray     *ids)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->open_ids (self, type, title, ids);
}

/**
 * dov_shell_open_draft:
 * @number: of an unfinished form that is kept in the store
 *
 * Opens the form as it was left.
 */
void
dov_shell_open_draft (DovShell *self,
                      gint64    number)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->open_draft (self, number);
}

/**
 * dov_shell_open_paper:
 * @code: of the document: «D-27»
 * @subject: the record it is about, 0 for none
 *
 * Opens the document as it will lie on paper.
 */
void
dov_shell_open_paper (DovShell   *self,
                      const char *code,
                      gint64      subject)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->open_paper (self, code, subject);
}

/**
 * dov_shell_show_toast:
 * @operation: what «Отменить» would undo, 0 when there is nothing to undo
 */
void
dov_shell_show_toast (DovShell   *self,
                      const char *words,
                      gint64      operation)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->show_toast (self, words, operation);
}

/**
 * dov_shell_show_error:
 *
 * Tells what went wrong, in the one way the program has for it.
 */
void
dov_shell_show_error (DovShell     *self,
                      const GError *error)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->show_error (self, error);
}

/**
 * dov_shell_show_notice:
 * @notice: (transfer floating) (nullable): stands above the page in the place
 *   of the last one, until the page changes; %NULL: takes that away
 */
void
dov_shell_show_notice (DovShell  *self,
                       GtkWidget *notice)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->show_notice (self, notice);
}
