/* dov-form-layout.c - which fields of a record stand together in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-layout.h"

#include "dov-date-row.h"
#include "dov-label.h"
#include "dov-look.h"
#include "dov-wrap-box.h"

#include <glib/gi18n.h>

static gboolean
is_wanted (DovForm     *form,
           DovFormWhen  when)
{
  gboolean is_new = dov_record_get_id (dov_form_get_draft (form)) == 0;

  return when == DOV_FORM_ALWAYS || is_new == (when == DOV_FORM_NEW);
}

static void
add_hints (DovForm           *form,
           const DovFormHint *hints)
{
  for (guint i = 0; hints != NULL && hints[i].field != NULL; i++)
    {
      DovFieldRow *row = is_wanted (form, hints[i].when) ? dov_form_find_row (form, hints[i].field) : NULL;

      if (row != NULL)
        dov_field_row_set_hint (row, _(hints[i].words));
    }
}

static GtkWidget *
made_new (DovForm            *form,
          const DovFormGroup *group)
{
  GtkWidget *made = group->make (form);

  if (group->name != NULL)
    gtk_widget_set_name (made, group->name);

  return made;
}

static void
add_group (DovForm            *form,
           const DovFormGroup *group)
{
  const char *title = group->title != NULL ? _(group->title) : NULL;

  if (group->make != NULL)
    dov_form_add_widget (form, made_new (form, group), group->at_end);
  else if (group->link != NULL)
    dov_form_add_linked (form, group->link, title, group->fields, group->at_end);
  else
    dov_form_add_group (form, title, group->fields, group->at_end);
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
  g_autofree char *title = look->title != NULL ? look->title (store, draft) : NULL;

  if (title != NULL)
    return g_steal_pointer (&title);
  if (dov_record_get_id (draft) != 0)
    return dov_store_describe (store, draft);
  if (look->heading != NULL)
    return g_strdup (_(look->heading));

  return g_strdup_printf (C_("new record", "New: %s"), _(DOV_RECORD_GET_CLASS (draft)->label));
}

/**
 * dov_form_layout_head_new:
 * @form: whose groups stand
 *
 * Returns: (transfer floating): a DovWrapBox, the title with what stands with it; buttons go to its end
 */
GtkWidget *
dov_form_layout_head_new (DovForm *form)
{
  DovRecord *draft = dov_form_get_draft (form);
  GtkWidget *head = dov_wrap_box_new (12);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "hexpand", TRUE, NULL);
  g_autofree char *title = dov_form_layout_dup_title (dov_form_get_store (form), draft);

  gtk_box_append (GTK_BOX (words), dov_heading_new (title, "page-title"));
  dov_wrap_box_append (DOV_WRAP_BOX (head), words);
  for (const DovFormGroup *group = dov_look_find (G_OBJECT_TYPE (draft))->form; group != NULL && group->fields != NULL; group++)
    if (group->in_head != DOV_FORM_BELOW && is_wanted (form, group->when))
      {
        GtkWidget *made = made_new (form, group);

        gtk_widget_set_valign (made, GTK_ALIGN_START);
        if (group->in_head == DOV_FORM_UNDER_TITLE)
          gtk_box_append (GTK_BOX (words), made);
        else
          dov_wrap_box_append (DOV_WRAP_BOX (head), made);
      }

  return head;
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
  static const char *const born[] = { "birth_date", "person.birth_date" };

  for (const DovFormGroup *group = look->form; group != NULL && group->fields != NULL; group++)
    if (group->in_head == DOV_FORM_BELOW && is_wanted (form, group->when))
      add_group (form, group);
  if (look->form == NULL)
    dov_form_add_all (form);

  for (gsize i = 0; i < G_N_ELEMENTS (born); i++)
    {
      DovFieldRow *row = dov_form_find_row (form, born[i]);

      if (row != NULL)
        dov_date_row_set_shows_age (DOV_DATE_ROW (row), TRUE);
    }
  add_hints (form, look->hints);
}
