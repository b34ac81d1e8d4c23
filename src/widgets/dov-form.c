/* dov-form.c - a form: groups of fields, what is wrong with them, the kept draft, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-private.h"

#include "dov-fold-columns.h"
#include "dov-form-footer.h"
#include "dov-keys.h"

/* The draft is kept this long after the last key. */
#define REST_MILLISECONDS 1000

/* Below this the two columns of a form stand one under the other. */
#define NARROW 760

/* The same for a form with something beside its fields. */
#define WIDE 890

G_DEFINE_FINAL_TYPE (DovForm, dov_form, ADW_TYPE_BIN)

enum { SAVED, DISMISSED, EDITED, RESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
free_part (DovFormPart *part)
{
  g_free (part->part);
  g_free (part->whose);
  g_free (part);
}

static void
free_optional (DovFormOptional *optional)
{
  g_object_unref (optional->draft);
  g_object_unref (optional->untouched);
  g_free (optional);
}

static gboolean
rest_cb (gpointer user_data)
{
  DovForm *self = user_data;

  self->rest = 0;
  dov_form_keep (self);
  g_signal_emit (self, signals[RESTED], 0);

  return G_SOURCE_REMOVE;
}

/* Fingers are quicker than the pause after the last key: what it would bring comes now. */
void
dov_form_rest (DovForm *self)
{
  if (self->rest == 0)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  rest_cb (self);
}

static void
row_edited_cb (DovForm *self)
{
  if (self->is_done)
    return;

  self->was_edited = TRUE;
  gtk_widget_set_visible (self->footer, TRUE);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
  if (self->summary != NULL)
    dov_form_show_summary (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

/* What is wrong with a field that one has just left, as far as it can know; an empty one is not
 * scolded before save. */
static void
row_left_cb (DovForm     *self,
             DovFieldRow *row)
{
  const DovField *field = dov_field_row_get_field (row);
  DovRecord *draft = dov_field_row_get_draft (row);

  if (self->is_done || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->was_edited && !dov_field_row_is_unclear (row))
    {
      g_autofree char *fault = dov_record_is_empty (draft, field) ? NULL : dov_record_dup_fault (draft, field);

      if (!dov_record_is_empty (draft, field))
        dov_field_row_set_error (row, fault);
    }
  if (self->summary != NULL)
    dov_form_show_summary (self, NULL);

  dov_form_rest (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovForm               *self)
{
  if (key == GDK_KEY_F8)
    return dov_form_next_error (self);
  if (key == GDK_KEY_Escape)
    dov_form_dismiss (self);
  else if (dov_keys_is_save (key, modifiers))
    dov_form_save (self);
  else
    return FALSE;

  return TRUE;
}

/**
 * dov_form_new:
 * @draft: what is edited: a new record, or dov_record_dup() of one that is kept
 *
 * Returns: (transfer floating): a form without fields
 */
GtkWidget *
dov_form_new (DovStore  *store,
              DovRecord *draft)
{
  DovForm *self = g_object_new (DOV_TYPE_FORM, NULL);

  self->store = g_object_ref (store);
  self->draft = g_object_ref (draft);

  return GTK_WIDGET (self);
}

DovStore *
dov_form_get_store (DovForm *self)
{
  return self->store;
}

DovRecord *
dov_form_get_draft (DovForm *self)
{
  return self->draft;
}

/**
 * dov_form_set_words:
 * @words: what the unfinished form is called where it is offered again
 */
void
dov_form_set_words (DovForm    *self,
                    const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
}

/**
 * dov_form_set_around:
 * @page: (transfer floating): what stands over the foot of the form instead of
 *   its fields alone
 *
 * Lets the fields be a part of a page, with no foot as long as nobody types.
 *
 * Returns: (transfer floating): the fields, to be put into @page
 */
GtkWidget *
dov_form_set_around (DovForm   *self,
                     GtkWidget *page)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (self));

  g_object_ref (self->body);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), NULL);
  gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
  self->clamp = NULL;
  gtk_box_prepend (GTK_BOX (box), page);
  g_object_set (self->body, "margin-top", 0, "margin-bottom", 0, "margin-start", 0, "margin-end", 0, NULL);
  gtk_widget_set_visible (self->footer, self->was_edited);
  g_object_force_floating (G_OBJECT (self->body));

  return self->body;
}

/**
 * dov_form_set_kept:
 * @number: of the kept draft that this form goes on with
 */
void
dov_form_set_kept (DovForm *self,
                   gint64   number)
{
  self->kept = number;
  self->was_edited = number != 0;
  if (number != 0)
    gtk_widget_set_visible (self->footer, TRUE);
  if (number != 0)
    dov_form_footer_set_taken_up (DOV_FORM_FOOTER (self->footer));
}

gint64
dov_form_get_kept (DovForm *self)
{
  return self->kept;
}

/* What saved it, to be undone; 0 when nothing was changed. */
gint64
dov_form_get_operation (DovForm *self)
{
  return self->operation;
}

void
dov_form_set_save (DovForm     *self,
                   DovFormSave  save,
                   gpointer     user_data)
{
  self->save = save;
  self->save_data = user_data;
}

/* A row for one more field, with what was typed into it when the form was left. */
static void
add_row (DovForm       *self,
         DovFieldGroup *group,
         DovRecord     *draft,
         const char    *field)
{
  DovFieldRow *row = dov_field_group_add_of (group, draft, field);

  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);

      if (part->group != group)
        continue;
      dov_field_row_set_whose (row, part->whose);
      dov_form_show_half_typed (self, part, row);
    }
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dov_form_part_new:
 * @draft: (nullable): the record these fields are of, %NULL for the form's own
 * @part: (nullable): a word that tells this draft from the others of the form
 * @title: (nullable): over the group
 * @fields: names with spaces between
 *
 * Returns: (transfer floating): a group that belongs to the form, wherever in it it is put
 */
DovFieldGroup *
dov_form_part_new (DovForm    *self,
                   DovRecord  *draft,
                   const char *part,
                   const char *title,
                   const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, " ", -1);
  DovFormPart *added = g_new0 (DovFormPart, 1);

  added->group = DOV_FIELD_GROUP (dov_field_group_new (self->store, draft ? draft : self->draft, title));
  added->part = g_strdup (part);
  g_ptr_array_add (self->parts, added);
  added->whose = draft != NULL && draft != self->draft ? g_strdup (title) : NULL;
  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    add_row (self, added->group, draft ? draft : self->draft, names[i]);

  return added->group;
}

/**
 * dov_form_add_part:
 * @at_end: in the second column
 *
 * The same, below what stands in a column.
 */
DovFieldGroup *
dov_form_add_part (DovForm    *self,
                   DovRecord  *draft,
                   const char *part,
                   const char *title,
                   const char *fields,
                   gboolean    at_end)
{
  DovFieldGroup *group = dov_form_part_new (self, draft, part, title, fields);

  dov_form_add_widget (self, GTK_WIDGET (group), at_end);

  return group;
}

/**
 * dov_form_add_linked:
 * @link: a link of the form's own draft; without its “_id” it names the draft among the others
 *
 * The same for the record that @link leads to: a copy of it, or a new one. Whoever
 * saves the form saves that too, and the link.
 */
DovFieldGroup *
dov_form_add_linked (DovForm    *self,
                     const char *link,
                     const char *title,
                     const char *fields,
                     gboolean    at_end)
{
  g_autofree char *part = g_strndup (link, strlen (link) - strlen ("_id"));
  g_autoptr (DovRecord) found = NULL;
  g_autoptr (DovRecord) draft = NULL;

  g_set_object (&draft, dov_form_find_draft (self, part));
  if (draft == NULL)
    {
      found = dov_store_follow (self->store, self->draft, link);
      draft = found != NULL ? dov_record_dup (found)
                            : dov_record_new (dov_record_find_field (self->draft, link)->target (), 0);
      dov_form_fill_later (self, self->draft, link);
    }

  return dov_form_add_part (self, draft, part, title, fields, at_end);
}

/**
 * dov_form_set_head:
 * @head: (transfer floating): stands over everything
 */
void
dov_form_set_head (DovForm   *self,
                   GtkWidget *head)
{
  gtk_box_prepend (GTK_BOX (self->body), head);
}

/**
 * dov_form_add_below:
 * @widget: (transfer floating): stands under the fields, across both columns
 */
void
dov_form_add_below (DovForm   *self,
                    GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->body), widget);
}

DovFieldGroup *
dov_form_add_group (DovForm    *self,
                    const char *title,
                    const char *fields,
                    gboolean    at_end)
{
  return dov_form_add_part (self, NULL, NULL, title, fields, at_end);
}

/**
 * dov_form_add_widget:
 * @widget: (transfer floating): goes below what stands in the column
 */
void
dov_form_add_widget (DovForm   *self,
                     GtkWidget *widget,
                     gboolean   at_end)
{
  GtkWidget *column = at_end ? self->end : self->start;

  gtk_box_append (GTK_BOX (column), widget);
  gtk_widget_set_visible (column, TRUE);
}

/**
 * dov_form_add_all:
 *
 * Adds every field of the draft, in groups that can be taken in at a glance.
 */
void
dov_form_add_all (DovForm *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->draft);
  guint n_groups = (klass->n_fields + DOV_FIELD_GROUP_MOST - 1) / DOV_FIELD_GROUP_MOST;
  guint next = 0;

  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      guint until = (klass->n_fields * (i + 1) + n_groups - 1) / n_groups;

      for (; next < until && next < klass->n_fields; next++)
        g_string_append_printf (names, "%s%s", names->len ? " " : "", klass->fields[next].name);
      dov_form_add_group (self, NULL, names->str, i >= (n_groups + 1) / 2);
    }
}

/**
 * dov_form_find_row:
 * @field: of the form's own draft, or “part.field” of another
 *
 * Returns: (transfer none) (nullable): its row
 */
DovFieldRow *
dov_form_find_row (DovForm    *self,
                   const char *field)
{
  const char *dot = strchr (field, '.');
  g_autofree char *named = dot != NULL ? g_strndup (field, dot - field) : NULL;
  DovRecord *draft = named != NULL ? dov_form_find_draft (self, named) : self->draft;

  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);
      DovFieldRow *row = dov_field_group_find (part->group, dot != NULL ? dot + 1 : field);

      if (row != NULL && dov_field_group_get_draft (part->group) == draft)
        return row;
    }

  return NULL;
}

/**
 * dov_form_find_draft:
 *
 * Returns: (transfer none) (nullable): what the fields of this part are of
 */
gpointer
dov_form_find_draft (DovForm    *self,
                     const char *part)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *added = g_ptr_array_index (self->parts, i);

      if (g_strcmp0 (added->part, part) == 0)
        return dov_field_group_get_draft (added->group);
    }

  return NULL;
}

static GtkWidget *
find_named (GtkWidget  *inside,
            const char *name)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (inside), name) ? inside : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);

  return found;
}

/**
 * dov_form_find_widget:
 *
 * Returns: (transfer none) (nullable): what was put among the fields under this name
 */
gpointer
dov_form_find_widget (DovForm    *self,
                      const char *name)
{
  return find_named (self->body, name);
}

/**
 * dov_form_set_wide:
 * @side_width: of the second column; the first takes what is left
 *
 * Makes the form as wide as a page, for what stands beside the fields.
 */
void
dov_form_set_wide (DovForm *self,
                   int      side_width)
{
  g_object_set (self->clamp, "maximum-size", 1240, "tightening-threshold", 1000, NULL);
  g_object_set (self->columns, "side-width", side_width, "fold-width", WIDE, NULL);
}

/**
 * dov_form_set_verbs:
 * @save: what saving is called here: “Hand Out”
 * @dismiss: what not saving is called here
 */
void
dov_form_set_verbs (DovForm    *self,
                    const char *save,
                    const char *dismiss)
{
  dov_form_footer_set_verbs (DOV_FORM_FOOTER (self->footer), save, dismiss);
}

/**
 * dov_form_set_total:
 * @words: what will be saved, in short; stands in the bar below
 */
void
dov_form_set_total (DovForm    *self,
                    const char *words)
{
  dov_form_footer_set_total (DOV_FORM_FOOTER (self->footer), words);
}

/**
 * dov_form_add_action:
 * @icon: the name of a symbolic icon
 * @label: a verb
 *
 * Returns: (transfer none): one more button in the bar below
 */
GtkWidget *
dov_form_add_action (DovForm    *self,
                     const char *icon,
                     const char *label)
{
  return dov_form_footer_add_action (DOV_FORM_FOOTER (self->footer), icon, label);
}

/**
 * dov_form_touch:
 *
 * Says that a person changed something beside the fields: whoever holds it
 * keeps it with dov_record_keep_typed() in the draft.
 */
void
dov_form_touch (DovForm *self)
{
  row_edited_cb (self);
}

/**
 * dov_form_is_changed:
 *
 * Returns: whether anything was typed that is not yet saved
 */
gboolean
dov_form_is_changed (DovForm *self)
{
  return !self->is_done && self->was_edited;
}

/**
 * dov_form_focus:
 *
 * Puts the keyboard where work begins: the first field, in a new record the
 * first that is empty.
 */
void
dov_form_focus (DovForm *self)
{
  DovFieldGroup *group;

  if (self->parts->len == 0)
    return;

  group = ((DovFormPart *) g_ptr_array_index (self->parts, 0))->group;
  if (dov_record_get_id (self->draft) == 0)
    dov_field_group_focus_first (group);
  else
    gtk_widget_grab_focus (g_ptr_array_index (dov_field_group_get_rows (group), 0));
}

static void
dov_form_dispose (GObject *object)
{
  DovForm *self = DOV_FORM (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_clear_pointer (&self->optional, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_form_parent_class)->dispose (object);
}

static void
dov_form_finalize (GObject *object)
{
  DovForm *self = DOV_FORM (object);

  g_free (self->words);
  g_free (self->begun);
  g_array_unref (self->accepted);
  dov_warned_free (self->warned);

  G_OBJECT_CLASS (dov_form_parent_class)->finalize (object);
}

/* Whoever made the form has filled it in by now. */
static void
dov_form_map (GtkWidget *widget)
{
  dov_form_remember_begun (DOV_FORM (widget));

  GTK_WIDGET_CLASS (dov_form_parent_class)->map (widget);
}

static void
dov_form_class_init (DovFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dov_form_dispose;
  object_class->finalize = dov_form_finalize;
  GTK_WIDGET_CLASS (klass)->map = dov_form_map;

  for (guint i = 0; i < N_SIGNALS; i++)
    {
      static const char *const names[] = { "saved", "dismissed", "edited", "rested" };

      signals[i] = g_signal_new (names[i], DOV_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    }
}

static GtkWidget *
column_new (void)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, "hexpand", TRUE,
                       "visible", FALSE, NULL);
}

static GtkWidget *
body_new (DovForm *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 14,
                                 "margin-top", 14, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *columns = dov_fold_columns_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1040, "tightening-threshold", 900,
                                   "child", box, NULL);

  self->clamp = clamp;
  self->columns = columns;
  self->body = box;
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->start = column_new ();
  self->end = column_new ();
  g_object_set (columns, "row-spacing", 18, "side-width", 0, "fold-width", NARROW, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->start);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->end);
  gtk_box_append (GTK_BOX (box), self->notices);
  gtk_box_append (GTK_BOX (box), columns);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, "child", clamp, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "vexpand", TRUE, NULL);
}

static void
clear_accepted (gpointer data)
{
  DovFormAccepted *accepted = data;

  g_free (accepted->rule);
  g_free (accepted->said);
  g_free (accepted->reason);
}

static void
dov_form_init (DovForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  self->later = g_ptr_array_new_with_free_func (g_free);
  self->optional = g_ptr_array_new_with_free_func ((GDestroyNotify) free_optional);
  self->accepted = g_array_new (FALSE, FALSE, sizeof (DovFormAccepted));
  g_array_set_clear_func (self->accepted, clear_accepted);
  self->warned = dov_warned_new ();

  self->footer = dov_form_footer_new ();
  g_signal_connect_swapped (self->footer, "save", G_CALLBACK (dov_form_save), self);
  g_signal_connect_swapped (self->footer, "dismiss", G_CALLBACK (dov_form_dismiss), self);
  gtk_box_append (GTK_BOX (box), body_new (self));
  gtk_box_append (GTK_BOX (box), self->footer);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
