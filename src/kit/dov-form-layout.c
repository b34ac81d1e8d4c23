/* dov-form-layout.c - which fields of a record stand together in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-layout.h"

#include "dov-date-row.h"
#include "dov-link-row.h"
#include "dov-look.h"

#include <glib/gi18n.h>

static void
add_hints (DovForm           *form,
           const DovFormHint *hints)
{
  for (guint i = 0; hints != NULL && hints[i].field != NULL; i++)
    {
      DovFieldRow *row = dov_form_find_row (form, hints[i].field);

      if (row != NULL)
        dov_field_row_set_hint (row, _(hints[i].words));
    }
}

/**
 * dov_form_layout_dup_new:
 * @draft: a new record
 *
 * Returns: (transfer full): what its form is called: “New event”
 */
char *
dov_form_layout_dup_new (DovRecord *draft)
{
  const DovLook *look = dov_look_find (G_OBJECT_TYPE (draft));

  if (look->heading != NULL)
    return g_strdup (_(look->heading));

  return g_strdup_printf (C_("new record", "New: %s"), _(DOV_RECORD_GET_CLASS (draft)->label));
}

/**
 * dov_form_layout_fill:
 *
 * Fills an empty form with the fields of its draft, in groups that belong
 * together, with hints under those that need one.
 */
void
dov_form_layout_fill (DovForm *form)
{
  const DovLook *look = dov_look_find (G_OBJECT_TYPE (dov_form_get_draft (form)));
  DovFieldRow *born;

  for (guint i = 0; look->form != NULL && look->form[i].fields != NULL; i++)
    dov_form_add_group (form, look->form[i].title != NULL ? _(look->form[i].title) : NULL, look->form[i].fields,
                        look->form[i].at_end);
  if (look->form == NULL)
    dov_form_add_all (form);

  born = dov_form_find_row (form, "birth_date");
  if (born != NULL)
    dov_date_row_set_shows_age (DOV_DATE_ROW (born), TRUE);
  add_hints (form, look->hints);
}
