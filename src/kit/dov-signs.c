/* dov-signs.c - which sign and colour stands beside which state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signs.h"

#include "dov-look.h"

/**
 * dov_sign_of_state:
 * @record: a family, an event, an attendance…
 * @field: its field of the state, a choice
 *
 * Finds how the state a record is in looks wherever it is shown.
 *
 * Returns: (nullable): the sign; %NULL: a plain grey badge
 */
const DovSign *
dov_sign_of_state (DovRecord  *record,
                   const char *field)
{
  const DovStateSign *signs = dov_look_find (G_OBJECT_TYPE (record))->signs;
  g_autofree char *code = dov_record_dup_text (record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), field));

  for (guint i = 0; signs != NULL && signs[i].code != NULL; i++)
    if (g_str_equal (signs[i].code, code))
      return &signs[i].sign;

  return NULL;
}
