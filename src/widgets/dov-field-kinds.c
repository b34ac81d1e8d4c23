/* dov-field-kinds.c - which row edits which kind of field */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-choice-row.h"
#include "dov-choices-row.h"
#include "dov-date-row.h"
#include "dov-flag-row.h"
#include "dov-link-row.h"
#include "dov-note-row.h"
#include "dov-text-row.h"

static GType
find_row_type (DovKind kind)
{
  switch (kind)
    {
    case DOV_KIND_NOTE:
      return DOV_TYPE_NOTE_ROW;
    case DOV_KIND_FLAG:
      return DOV_TYPE_FLAG_ROW;
    case DOV_KIND_DATE:
    case DOV_KIND_MOMENT:
      return DOV_TYPE_DATE_ROW;
    case DOV_KIND_CHOICE:
      return DOV_TYPE_CHOICE_ROW;
    case DOV_KIND_CHOICES:
      return DOV_TYPE_CHOICES_ROW;
    case DOV_KIND_LINK:
      return DOV_TYPE_LINK_ROW;
    case DOV_KIND_TEXT:
    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_TIME:
      return DOV_TYPE_TEXT_ROW;
    default:
      g_assert_not_reached ();
    }
}

/**
 * dov_field_row_new:
 * @field: the name of a field of @draft's record
 *
 * Returns: (transfer floating): a row that edits it, of the kind the field asks for
 */
GtkWidget *
dov_field_row_new (DovStore   *store,
                   DovRecord  *draft,
                   const char *field)
{
  const DovField *found = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), field);
  DovFieldRow *self;

  g_return_val_if_fail (found != NULL, NULL);

  self = g_object_new (find_row_type (found->kind), NULL);
  dov_field_row_bind (self, store, draft, found);

  return GTK_WIDGET (self);
}
