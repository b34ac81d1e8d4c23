/* dov-leavers.c - who leaves a family for a new one, chosen in the form of the new one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-leavers.h"

#include <glib/gi18n.h>

#include "dov-change-lines.h"
#include "dov-family-link.h"
#include "dov-family-split.h"
#include "dov-join.h"
#include "dov-label.h"

/* Under these names lie in the kept draft the family that is left, what each does, and categories that are ticked. */
#define SOURCE     "split-of"
#define WAY        "split-way-%" G_GINT64_FORMAT
#define CATEGORIES "split-categories"

struct _DovLeavers
{
  GtkBox              parent_instance;

  DovForm            *form;       /* has this */
  DovFamilySplit     *split;
  DovFamilyLink      *link;       /* takes the day and the reason; never saved itself */
  DovFieldGroup      *when;
  GtkWidget          *changes;
  char               *proposed;   /* the name that was last offered */
  DovFamilyStructure  structure;  /* and the type */
};

G_DEFINE_FINAL_TYPE (DovLeavers, dov_leavers, GTK_TYPE_BOX)

/**
 * dov_leavers_new_draft:
 * @source: the family that somebody leaves
 *
 * Returns: (transfer full): the draft of the new family, whose form asks who
 */
DovRecord *
dov_leavers_new_draft (DovStore *store,
                       gint64    source)
{
  DovRecord *draft = DOV_RECORD (dov_family_split_new_family (store, source));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source);

  dov_record_keep_typed (draft, SOURCE, id);

  return draft;
}

/**
 * dov_leavers_get_source:
 *
 * Returns: the family that is left, 0 where @draft is a new family like others
 */
gint64
dov_leavers_get_source (DovRecord *draft)
{
  const char *id = dov_record_get_typed (draft, SOURCE);

  return id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
}

static DovFamily *
get_family (DovLeavers *self)
{
  return DOV_FAMILY (dov_form_get_draft (self->form));
}

static DovBelonging *
get_person (DovLeavers *self,
            guint       n)
{
  return g_ptr_array_index (self->split->people, n);
}

/* What somebody typed stays; what was only offered follows who is chosen. */
static void
propose (DovLeavers *self)
{
  DovFamily *family = get_family (self);
  DovFieldRow *name = dov_form_find_row (self->form, "family_name");
  DovFieldRow *structure = dov_form_find_row (self->form, "structure");
  g_autofree char *called = dov_family_split_dup_name (self->split);
  gboolean is_led = *called != '\0';

  dov_field_row_read_quietly (name);
  if (*family->family_name == '\0' || g_strcmp0 (family->family_name, self->proposed) == 0)
    {
      g_free (self->proposed);
      self->proposed = g_steal_pointer (&called);
      dov_set (family, family_name, self->proposed);
      dov_field_row_show (name);
      dov_field_row_set_error (name, NULL);
    }
  if (!is_led)
    return;
  dov_field_row_read_quietly (structure);
  if (family->structure != 0 && family->structure != self->structure)
    return;
  self->structure = dov_family_split_get_structure (self->split);
  dov_set (family, structure, self->structure);
  dov_field_row_show (structure);
  dov_field_row_set_error (structure, NULL);
}

static void
read_day (DovLeavers *self)
{
  dov_field_row_read_quietly (dov_field_group_find (self->when, "since"));
  dov_field_row_read_quietly (dov_field_group_find (self->when, "note"));
  dov_family_split_set_day (self->split, self->link->since);
  g_free (self->split->reason);
  self->split->reason = g_strdup (self->link->note);
}

static void
show_changes (DovLeavers *self)
{
  g_autoptr (GPtrArray) changes = dov_family_split_list_changes (dov_form_get_store (self->form), self->split);
  g_autoptr (GError) error = NULL;

  read_day (self);
  dov_change_lines_show (DOV_SECTION_BOX (self->changes), changes,
                         dov_family_split_check (self->split, &error) ? NULL : error->message);
}

static void
keep_way (DovLeavers *self,
          guint       n)
{
  g_autofree char *key = g_strdup_printf (WAY, get_person (self, n)->member->person_id);
  g_autofree char *way = g_strdup_printf ("%d", self->split->ways[n]);

  dov_record_keep_typed (dov_form_get_draft (self->form), key, way);
}

static void
picked_cb (AdwComboRow *row,
           GParamSpec  *property,
           DovLeavers  *self)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "dov-person"));

  self->split->ways[n] = adw_combo_row_get_selected (row);
  keep_way (self, n);
  propose (self);
  show_changes (self);
  dov_form_touch (self->form);
}

static DovSplitWay
get_kept_way (DovLeavers *self,
              guint       n)
{
  g_autofree char *key = g_strdup_printf (WAY, get_person (self, n)->member->person_id);
  const char *way = dov_record_get_typed (dov_form_get_draft (self->form), key);

  return way != NULL ? (DovSplitWay) g_ascii_strtoull (way, NULL, 10) : DOV_SPLIT_STAYS;
}

/* «сын · 10 лет» */
static char *
dup_about (DovBelonging *one)
{
  GDate today = dov_today ();
  g_autofree char *kinship = dov_family_member_dup_kinship (one->member, one->person);
  g_autofree char *age = dov_person_dup_age (one->person, &today);
  g_autoptr (GString) words = g_string_new (kinship);

  dov_join (words, DOV_JOIN_WORDS, age);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
pick_new (DovLeavers *self,
          guint       n)
{
  DovBelonging *one = get_person (self, n);
  const char *ways[] = { _("stays"), _("leaves"), NULL, NULL, NULL };
  g_autofree char *about = dup_about (one);
  GtkWidget *row;

  if (one->is_child)
    {
      ways[DOV_SPLIT_LEAVES_KEPT] = _("leaves, here apart");
      ways[DOV_SPLIT_STAYS_SHARED] = _("stays, there apart");
    }
  self->split->ways[n] = get_kept_way (self, n);
  row = dov_change_lines_pick_new (one->name, about, ways, self->split->ways[n]);
  g_object_set_data (G_OBJECT (row), "dov-person", GUINT_TO_POINTER (n));
  g_signal_connect (row, "notify::selected", G_CALLBACK (picked_cb), self);

  return row;
}

static void
append_people (DovLeavers *self)
{
  GtkWidget *section = dov_section_box_new (_("Who leaves"));

  for (guint i = 0; i < self->split->people->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (section), pick_new (self, i));
  gtk_box_append (GTK_BOX (self), section);
}

/* ---- categories of the household ---- */

static void
ticked_cb (GtkCheckButton *check,
           gint64         *of)
{
  DovLeavers *self = DOV_LEAVERS (gtk_widget_get_ancestor (GTK_WIDGET (check), DOV_TYPE_LEAVERS));
  GArray *chosen = self->split->categories;

  for (guint i = chosen->len; i > 0; i--)
    if (g_array_index (chosen, gint64, i - 1) == *of)
      g_array_remove_index (chosen, i - 1);
  if (gtk_check_button_get_active (check))
    g_array_append_vals (chosen, of, 1);
  dov_record_keep_ids (dov_form_get_draft (self->form), CATEGORIES, chosen);
  show_changes (self);
  dov_form_touch (self->form);
}

static gboolean
is_ticked (DovLeavers *self,
           gint64      category)
{
  for (guint i = 0; i < self->split->categories->len; i++)
    if (g_array_index (self->split->categories, gint64, i) == category)
      return TRUE;

  return FALSE;
}

static GtkWidget *
category_new (DovLeavers           *self,
              DovBelongingCategory *category)
{
  GtkWidget *row = dov_row_line_new ("", category->words, "");
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, "active", is_ticked (self, category->id),
                                   NULL);

  dov_name_widget (check, category->words);
  g_signal_connect_data (check, "toggled", G_CALLBACK (ticked_cb), g_memdup2 (&category->id, sizeof category->id),
                         (GClosureNotify) (GCallback) g_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* Those of a child go with the child; those of the household are asked. */
static void
append_categories (DovLeavers *self)
{
  g_autoptr (GPtrArray) categories =
    dov_membership_list_categories (dov_form_get_store (self->form), dov_record_get_id (DOV_RECORD (self->split->source)));
  GtkWidget *section = NULL;

  for (guint i = 0; i < categories->len; i++)
    {
      DovBelongingCategory *category = categories->pdata[i];

      if (category->person != 0)
        continue;
      if (section == NULL)
        section = dov_section_box_new (_("Categories that hold in the new family too"));
      dov_section_box_append (DOV_SECTION_BOX (section), category_new (self, category));
    }
  if (section != NULL)
    gtk_box_append (GTK_BOX (self), section);
}

/* ---- the whole of it ---- */

static void
append_day (DovLeavers *self)
{
  GDate today = dov_today ();

  self->link = DOV_FAMILY_LINK (dov_record_new (DOV_TYPE_FAMILY_LINK, 0));
  dov_set (self->link, other_id, dov_record_get_id (DOV_RECORD (self->split->source)));
  dov_set (self->link, kind, DOV_FAMILY_LINK_KIND_SPLIT);
  dov_set (self->link, since, &today);
  dov_form_fill_later (self->form, DOV_RECORD (self->link), "family_id");
  self->when = dov_form_part_new (self->form, DOV_RECORD (self->link), "split", _("When and why"), "since note");
  dov_field_row_set_hint (dov_field_group_find (self->when, "since"), _("The first day on which they live apart"));
  dov_field_row_set_hint (dov_field_group_find (self->when, "note"), _("A divorce, a home of one’s own…"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->when));
}

/**
 * dov_leavers_new:
 * @form: of a new family whose draft is one of dov_leavers_new_draft()
 *
 * Returns: (transfer floating) (nullable): who leaves, when, and what that changes; %NULL when the family is gone
 */
GtkWidget *
dov_leavers_new (DovForm *form)
{
  DovRecord *draft = dov_form_get_draft (form);
  DovFamilySplit *split = dov_family_split_new (dov_form_get_store (form), dov_leavers_get_source (draft));
  DovLeavers *self;

  if (split == NULL)
    return NULL;
  self = g_object_new (DOV_TYPE_LEAVERS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);
  self->form = form;
  self->split = split;
  g_array_unref (split->categories);
  split->categories = dov_record_dup_kept_ids (draft, CATEGORIES);
  self->changes = dov_change_lines_new ();
  append_people (self);
  append_day (self);
  append_categories (self);
  gtk_box_append (GTK_BOX (self), self->changes);
  g_signal_connect_object (form, "edited", G_CALLBACK (show_changes), self, G_CONNECT_SWAPPED);
  /* A form that is taken up again had these offered. */
  self->proposed = dov_family_split_dup_name (split);
  self->structure = dov_family_split_get_structure (split);
  show_changes (self);

  return GTK_WIDGET (self);
}

/**
 * dov_leavers_save:
 *
 * Saves the family and lets people go there; the form has begun the operation.
 */
gboolean
dov_leavers_save (DovLeavers  *self,
                  GError     **error)
{
  read_day (self);

  return dov_family_split_do (dov_form_get_store (self->form), self->split, get_family (self), error);
}

static void
dov_leavers_finalize (GObject *object)
{
  DovLeavers *self = DOV_LEAVERS (object);

  g_clear_pointer (&self->split, dov_family_split_free);
  g_clear_object (&self->link);
  g_free (self->proposed);

  G_OBJECT_CLASS (dov_leavers_parent_class)->finalize (object);
}

static void
dov_leavers_class_init (DovLeaversClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_leavers_finalize;
}

static void
dov_leavers_init (DovLeavers *self)
{
}
