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
 * dov_form_layout_dup_title:
 * @draft: a new record, or a copy of one
 *
 * Returns: (transfer full): what its form is called: “New event”
 */
char *
dov_form_layout_dup_title (DovStore  *store,
                           DovRecord *draft)
{
  const DovLook *look = dov_look_find (G_OBJECT_TYPE (draft));

  if (look->title != NULL)
    return look->title (store, draft);
  if (dov_record_get_id (draft) != 0)
    return dov_store_describe (store, draft);
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

  for (const DovFormGroup *group = look->form; group != NULL && group->fields != NULL; group++)
    if (group->make != NULL)
      dov_form_add_widget (form, group->make (dov_form_get_store (form), dov_form_get_draft (form)), group->at_end);
    else
      dov_form_add_group (form, group->title != NULL ? _(group->title) : NULL, group->fields, group->at_end);
  if (look->form == NULL)
    dov_form_add_all (form);

  born = dov_form_find_row (form, "birth_date");
  if (born != NULL)
    dov_date_row_set_shows_age (DOV_DATE_ROW (born), TRUE);
  add_hints (form, look->hints);
}
