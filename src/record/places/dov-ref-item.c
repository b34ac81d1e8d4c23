/* dov-ref-item.c - an entry of a list that the club may extend */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ref-item.h"

#include "dov-fold.h"

#include <glib/gi18n.h>
#include <string.h>

static const DovField fields[] = {
  DOV_TEXT (DovRefItem, label, N_("Title"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovRefItem, list_code, N_("List"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovRefItem, code, N_("Code"), DOV_REQUIRED | DOV_LISTED),
  DOV_NUMBER (DovRefItem, position, N_("Order"), DOV_FROM_ZERO | DOV_LISTED),
  DOV_FLAG (DovRefItem, is_active, N_("In use"), DOV_LISTED),
  DOV_FLAG (DovRefItem, is_system, N_("Built in"), 0),
  DOV_TEXT (DovRefItem, detail, N_("Detail"), 0),
};

/* What people add has no code of its own: it follows from the label, so that
 * the same words added in two lounges are the same entry. */
static void
dov_ref_item_tidy (DovRecord *record)
{
  DovRefItem *self = DOV_REF_ITEM (record);
  g_autofree char *folded = NULL;
  g_autofree char *code = NULL;

  if (*self->code != '\0' || *self->label == '\0')
    return;

  folded = dov_fold (self->label);
  code = g_strdup_printf ("own_%08x", g_str_hash (folded));
  dov_set (self, code, code);
}

static void
check_code (GPtrArray  *problems,
            DovRecord  *record,
            const char *field,
            const char *code)
{
  if (code[strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0')
    dov_problems_add (problems, record, field, NULL,
                      _("A code has only small Latin letters, digits and the low line, such as ny_tree."));
}

static void
dov_ref_item_check (DovRecord *record,
                    GPtrArray *problems)
{
  DovRefItem *self = DOV_REF_ITEM (record);

  check_code (problems, record, "list_code", self->list_code);
  check_code (problems, record, "code", self->code);
}

DOV_DEFINE_RECORD (DovRefItem, dov_ref_item, fields,
                   .table = "ref_item",
                   .label = N_("List entry"),
                   .labels = N_("Reference lists"),
                   .line = "{label}",
                   .tidy = dov_ref_item_tidy,
                   .check = dov_ref_item_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovRefItem, is_active, TRUE)))
