/* dov-subject-part.c - a part of the page of a record as it was made: its lists, its fields, its own widget */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject-part.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-keys.h"

/* ---- how it is made ---- */

static const DovRelatedList *
list_of (DovSubjectPart *self,
         gpointer        section)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    if (self->lists[i] == section)
      return dov_tab_get_list (self->tab, i);

  return NULL;
}

/* “Add” over a list begins one more of its rows, or what the page does instead. */
static void
add_cb (DovSectionBox  *section,
        DovSubjectPart *self)
{
  const DovRelatedList *list = list_of (self, section);
  g_autoptr (DovRecord) draft = NULL;

  if (list->add_act != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (section), list->add_act, NULL);
      return;
    }
  draft = dov_related_list_new_row (list, self->record);
  dov_go_form (section, draft);
}

/* Ctrl+V wherever in the list the keyboard is, but in a text. */
static gboolean
paste_cb (GtkWidget *section,
          GVariant  *arguments,
          gpointer   part)
{
  DovSubjectPart *self = part;

  if (!dov_subject_may_write (self->store, self->record))
    return FALSE;
  dov_related_list_paste (list_of (self, section), section, self->store, self->record);

  return TRUE;
}

static void
add_paste (DovSubjectPart *self,
           GtkWidget      *section)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutAction *paste = gtk_callback_action_new (paste_cb, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (dov_keys_trigger_new ("<Control>v"), paste));
  gtk_widget_add_controller (section, keys);
}

static DovSectionBox *
list_new (DovSubjectPart       *self,
          const DovRelatedList *list)
{
  GtkWidget *section = dov_related_list_new (list);

  if (list->add != NULL)
    g_signal_connect (section, "more-clicked", G_CALLBACK (add_cb), self);
  if (list->add != NULL && list->link != NULL)
    add_paste (self, section);

  return DOV_SECTION_BOX (section);
}

static void
fields_act_cb (DovSectionBox *section,
               const char    *act)
{
  gtk_widget_activate_action (GTK_WIDGET (section), act, NULL);
}

static DovSectionBox *
fields_new (const DovTab *tab)
{
  GtkWidget *section = dov_section_box_new (_(tab->title));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Nothing is written yet."));
  if (tab->fields_act != NULL)
    g_signal_connect (section, "more-clicked", G_CALLBACK (fields_act_cb), (gpointer) tab->fields_act);

  return DOV_SECTION_BOX (section);
}

static void
append_made (DovSubjectPart *self)
{
  self->made = self->tab->make (self->page);
  gtk_box_append (GTK_BOX (self->box), self->made);
}

/**
 * dov_subject_part_new:
 * @page: of @record
 * @of: the tab that it is a part of; @tab where it is a tab or stands alone
 *
 * Returns: the part, to be freed with g_free(); its box is floating
 */
DovSubjectPart *
dov_subject_part_new (DovSubjectPage *page,
                      DovStore       *store,
                      DovRecord      *record,
                      const DovTab   *tab,
                      const DovTab   *of)
{
  DovSubjectPart *self = g_new0 (DovSubjectPart, 1);

  self->page = page;
  self->store = store;
  self->record = record;
  self->tab = tab;
  self->of = of;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  if (tab->make != NULL && !tab->is_below)
    append_made (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists) && dov_tab_get_list (tab, i) != NULL; i++)
    {
      self->lists[i] = list_new (self, dov_tab_get_list (tab, i));
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->lists[i]));
    }
  if (tab->make != NULL && tab->is_below)
    append_made (self);
  if (tab->fields != NULL)
    {
      self->fields = fields_new (tab);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->fields));
    }

  return self;
}

/* ---- what it shows ---- */

/* One known field as a row; what is not known is not shown. */
static void
append_field (DovSubjectPart *self,
              const char     *name)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->record), name);
  gboolean is_no = field->kind == DOV_KIND_FLAG && !G_STRUCT_MEMBER (gboolean, self->record, field->offset);
  g_autofree char *value = NULL;
  GtkWidget *row;

  if (is_no || dov_record_is_empty (self->record, field))
    return;

  value = dov_store_dup_shown (self->store, self->record, field);
  row = dov_row_line_new ("", value, _(field->label));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  if (field->kind == DOV_KIND_LINK && field->list == NULL)
    dov_row_line_open_record (DOV_ROW_LINE (row), field->target (), G_STRUCT_MEMBER (gint64, self->record, field->offset));
  dov_section_box_append (self->fields, row);
}

/* What lies in the bin takes nothing more, until it is restored. */
static void
show_adding (DovSubjectPart *self)
{
  gboolean may_write = dov_subject_may_write (self->store, self->record);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists) && self->lists[i] != NULL; i++)
    if (dov_tab_get_list (self->tab, i)->add != NULL)
      dov_section_box_set_more (self->lists[i], may_write ? _(dov_tab_get_list (self->tab, i)->add) : "");
  if (self->tab->fields_act != NULL)
    dov_section_box_set_more (self->fields, may_write ? _("Change") : "");
}

static void
show_fields (DovSubjectPart *self)
{
  g_auto (GStrv) fields = g_strsplit (self->tab->fields != NULL ? self->tab->fields : "", " ", -1);

  if (self->fields != NULL)
    dov_section_box_clear (self->fields);
  for (guint i = 0; fields[i] != NULL; i++)
    if (*fields[i] != '\0')
      append_field (self, fields[i]);
}

/**
 * dov_subject_part_show:
 *
 * Shows the record in it anew, or nothing where it is not there for this record.
 */
void
dov_subject_part_show (DovSubjectPart *self)
{
  guint count = 0;

  self->count = 0;
  if (self->tab->may != NULL)
    {
      gboolean is_there = self->tab->may (self->store, self->record);

      gtk_widget_set_visible (self->box, is_there);
      if (!is_there)
        return;
    }
  show_adding (self);
  if (self->tab->refresh != NULL)
    count = self->tab->refresh (self->page, self->made);
  /* A part that has nothing to show leaves no gap between its neighbours. */
  if (self->of != self->tab && self->made != NULL && self->lists[0] == NULL && self->fields == NULL)
    gtk_widget_set_visible (self->box, gtk_widget_get_visible (self->made));
  show_fields (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists) && self->lists[i] != NULL; i++)
    {
      guint n = dov_related_list_fill (self->lists[i], self->store, dov_record_get_id (self->record),
                                       dov_tab_get_list (self->tab, i));

      count += i == 0 ? n : 0;
    }
  self->count = self->tab->is_uncounted ? 0 : count;
}
