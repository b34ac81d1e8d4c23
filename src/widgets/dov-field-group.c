/* dov-field-group.c - some fields of one draft in a boxed list under a title */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-field-group.h"

#include "dov-label.h"
#include "dov-visitor.h"

#include <glib/gi18n.h>

struct _DovFieldGroup
{
  GtkBox     parent_instance;

  DovStore  *store;
  DovRecord *draft;
  GPtrArray *rows;        /* DovFieldRow, in reading order */

  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *refusal;     /* what is wrong and stands under no field */
};

G_DEFINE_FINAL_TYPE (DovFieldGroup, dov_field_group, GTK_TYPE_BOX)

/**
 * dov_field_group_new:
 * @title: (nullable): over the list
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
dov_field_group_new (DovStore   *store,
                     DovRecord  *draft,
                     const char *title)
{
  DovFieldGroup *self = g_object_new (DOV_TYPE_FIELD_GROUP, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->draft, draft);
  dov_field_group_set_title (self, title);

  return GTK_WIDGET (self);
}

/**
 * dov_field_group_set_title:
 * @title: (nullable): over the list
 */
void
dov_field_group_set_title (DovFieldGroup *self,
                           const char    *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title ? title : "");
  gtk_widget_set_visible (self->title, title != NULL);
  dov_name_widget (self->list, title != NULL ? title : _(DOV_RECORD_GET_CLASS (self->draft)->label));
}

DovRecord *
dov_field_group_get_draft (DovFieldGroup *self)
{
  return self->draft;
}

/**
 * dov_field_group_add:
 * @field: the name of a field
 *
 * Returns: (transfer none): its row, at the end of the group
 */
DovFieldRow *
dov_field_group_add (DovFieldGroup *self,
                     const char    *field)
{
  return dov_field_group_add_of (self, self->draft, field);
}

/**
 * dov_field_group_add_of:
 * @draft: another draft than that of the group, whose field belongs here for people
 *
 * Returns: (transfer none): the row, at the end of the group
 */
DovFieldRow *
dov_field_group_add_of (DovFieldGroup *self,
                        DovRecord     *draft,
                        const char    *field)
{
  GtkWidget *row = dov_field_row_new (self->store, draft, field);

  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return DOV_FIELD_ROW (row);
}

/**
 * dov_field_group_add_main:
 *
 * Adds what must be filled in, then what lists show, while there is room.
 */
void
dov_field_group_add_main (DovFieldGroup *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->draft);
  g_autofree gboolean *wanted = g_new0 (gboolean, klass->n_fields);
  guint n = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & DOV_REQUIRED)
      {
        wanted[i] = TRUE;
        n++;
      }
  for (guint i = 0; i < klass->n_fields && n < DOV_FIELD_GROUP_MOST; i++)
    if (!wanted[i] && (klass->fields[i].flags & DOV_LISTED))
      {
        wanted[i] = TRUE;
        n++;
      }
  for (guint i = 0; i < klass->n_fields; i++)
    if (wanted[i])
      dov_field_group_add (self, klass->fields[i].name);
}

/**
 * dov_field_group_get_rows:
 *
 * Returns: (transfer none) (element-type DovFieldRow): the rows in reading order
 */
GPtrArray *
dov_field_group_get_rows (DovFieldGroup *self)
{
  return self->rows;
}

DovFieldRow *
dov_field_group_find (DovFieldGroup *self,
                      const char    *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (dov_field_row_get_field (g_ptr_array_index (self->rows, i))->name, field))
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/**
 * dov_field_group_read:
 *
 * Reads every row into the draft and takes back what was said about it.
 *
 * Returns: whether all could be understood
 */
gboolean
dov_field_group_read (DovFieldGroup *self)
{
  gboolean understood = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      DovFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!dov_field_row_read (row))
        understood = FALSE;
      else
        dov_field_row_set_error (row, NULL);
    }
  dov_field_group_set_refusal (self, NULL);

  return understood;
}

/**
 * dov_field_group_show_problem:
 * @draft: the record that has the problem
 *
 * Puts @problem under its field, unless the field is unclear already.
 *
 * Returns: whether the field is here
 */
gboolean
dov_field_group_show_problem (DovFieldGroup    *self,
                              DovRecord        *draft,
                              const DovProblem *problem)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      DovFieldRow *row = g_ptr_array_index (self->rows, i);

      if (dov_field_row_get_field (row) != problem->field || dov_field_row_get_draft (row) != draft)
        continue;
      if (dov_field_row_get_error (row) == NULL)
        dov_field_row_set_error (row, problem->message);
      return TRUE;
    }

  return FALSE;
}

/**
 * dov_field_group_set_refusal:
 * @message: (nullable): what is wrong with the whole, over the list
 */
void
dov_field_group_set_refusal (DovFieldGroup *self,
                             const char    *message)
{
  dov_visitor_set_label (GTK_LABEL (self->refusal), message ? message : "");
  gtk_widget_set_visible (self->refusal, message != NULL);
}

/**
 * dov_field_group_check:
 *
 * Reads all rows, asks the store what is wrong and says it.
 *
 * Returns: whether the draft may be saved
 */
gboolean
dov_field_group_check (DovFieldGroup *self)
{
  gboolean good = dov_field_group_read (self);
  g_autoptr (GPtrArray) problems = dov_store_list_problems (self->store, self->draft);

  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);

      if (problem->is_warning)
        continue;
      good = FALSE;
      if (!dov_field_group_show_problem (self, self->draft, problem))
        dov_field_group_set_refusal (self, problem->message);
    }

  return good;
}

void
dov_field_group_focus_first (DovFieldGroup *self)
{
  DovFieldRow *first = NULL;

  /* What is still to be filled in, else the first of all. */
  for (guint i = 0; i < self->rows->len && first == NULL; i++)
    {
      DovFieldRow *row = g_ptr_array_index (self->rows, i);

      if (dov_record_is_empty (self->draft, dov_field_row_get_field (row)))
        first = row;
    }
  if (first == NULL && self->rows->len > 0)
    first = g_ptr_array_index (self->rows, 0);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

void
dov_field_group_focus_error (DovFieldGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (dov_field_row_get_error (g_ptr_array_index (self->rows, i)) != NULL)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}

/* A list box stops at the first row that takes no keyboard; here the remarks
 * between the fields are passed. */
static gboolean
dov_field_group_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  DovFieldGroup *self = DOV_FIELD_GROUP (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;

  if (row == NULL)
    row = is_back ? gtk_widget_get_last_child (self->list) : gtk_widget_get_first_child (self->list);
  for (; row != NULL; row = is_back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row))
    if (gtk_widget_child_focus (row, direction))
      return TRUE;

  return FALSE;
}

static void
dov_field_group_dispose (GObject *object)
{
  DovFieldGroup *self = DOV_FIELD_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_field_group_parent_class)->dispose (object);
}

static void
dov_field_group_class_init (DovFieldGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_field_group_dispose;
  GTK_WIDGET_CLASS (klass)->focus = dov_field_group_focus;
}

static void
dov_field_group_init (DovFieldGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "margin-start", 3, "visible", FALSE,
                              "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "section-title");
  self->refusal = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->refusal, "error");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->refusal);
  gtk_box_append (GTK_BOX (self), self->list);
}
