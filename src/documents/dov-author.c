/* dov-author.c - who makes a paper: a specialist of the club, or nobody that a paper names */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-author.h"

#include "dov-calendar.h"
#include "dov-phone.h"

#define SAME(name) "replace (" name ", char (160), ' ') = replace (?1, char (160), ' ')"

/**
 * dov_author_find:
 * @user: (nullable): as dov_store_get_user() has it
 * @phone: (out) (transfer full) (nullable): the telephone at work, if given
 *
 * A computer knows its user by a login that says nothing on paper. Only who
 * is chosen among those at work is named there.
 *
 * Returns: (transfer full): “Д.Л. Кайсина”; empty when it is nobody of the staff
 */
char *
dov_author_find (DovReader   *reader,
                 const char  *user,
                 char       **phone)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (dov_reader_get_database (reader),
                          "SELECT staff_sign (id), phone_work FROM staff"
                          " WHERE until IS NULL AND (" SAME ("staff (id)") " OR " SAME ("staff_sign (id)") ")"
                          " ORDER BY phone_work IS NULL, id LIMIT 1", NULL);

  *phone = NULL;
  g_return_val_if_fail (row != NULL, g_strdup (""));

  if (user == NULL || *user == '\0')
    return g_strdup ("");
  dov_statement_bind_text (row, 1, user);
  if (!dov_statement_step (row, NULL))
    return g_strdup ("");
  if (!dov_statement_column_is_null (row, 1))
    *phone = dov_phone_to_shown (dov_statement_column_text (row, 1));

  return g_strdup (dov_statement_column_text (row, 0));
}

/**
 * dov_author_dup_footer:
 * @phone: (nullable): of the maker, who can be rung up then
 *
 * Returns: (transfer full): what stands at the foot of every page
 */
char *
dov_author_dup_footer (const char *maker,
                       const char *phone,
                       GDateTime  *now)
{
  g_autofree char *moment = dov_moment_to_shown (now);

  return g_strconcat ("Составлено ", moment, " в программе «Доверие».", *maker ? " Исполнитель: " : "", maker,
                      phone != NULL ? ", тел. " : "", phone != NULL ? phone : "", NULL);
}
