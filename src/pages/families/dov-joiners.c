/* dov-joiners.c - which of two families that become one goes on, and who is what there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-joiners.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-change-lines.h"
#include "dov-family-link.h"
#include "dov-family-union.h"
#include "dov-label.h"
#include "dov-link-row.h"

/* Under these names lie in the kept draft that it is a union, which family goes on, and what each is there. */
#define ASKED   "union"
#define STAYS   "union-stays"
#define KINSHIP "union-kinship-%" G_GINT64_FORMAT

struct _DovJoiners
{
  GtkBox          parent_instance;

  DovForm        *form;      /* has this */
  DovFamilyUnion *joined;    /* NULL until the other family is chosen */
  gint64          other;     /* of which the rows are shown */
  GtkWidget      *cases;
  GtkWidget      *people;
  GtkWidget      *changes;
};

G_DEFINE_FINAL_TYPE (DovJoiners, dov_joiners, GTK_TYPE_BOX)

/**
 * dov_joiners_new_draft:
 *
 * Returns: (transfer full): the draft of a link whose form asks with whom this family becomes one
 */
DovRecord *
dov_joiners_new_draft (gint64 family)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_FAMILY_LINK, 0);
  GDate today = dov_today ();

  dov_set (DOV_FAMILY_LINK (draft), family_id, family);
  dov_set (DOV_FAMILY_LINK (draft), kind, DOV_FAMILY_LINK_KIND_MERGED);
  dov_set (DOV_FAMILY_LINK (draft), since, &today);
  dov_record_keep_typed (draft, ASKED, "1");

  return draft;
}

gboolean
dov_joiners_is_asked (DovRecord *draft)
{
  return dov_record_get_typed (draft, ASKED) != NULL;
}

static DovFamilyLink *
get_link (DovJoiners *self)
{
  return DOV_FAMILY_LINK (dov_form_get_draft (self->form));
}

static void
read_fields (DovJoiners *self)
{
  static const char *const fields[] = { "other_id", "since", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (dov_form_find_row (self->form, fields[i]) != NULL)
      dov_field_row_read_quietly (dov_form_find_row (self->form, fields[i]));
  if (self->joined == NULL)
    return;
  dov_family_union_set_day (self->joined, get_link (self)->since);
  g_free (self->joined->reason);
  self->joined->reason = g_strdup (get_link (self)->note);
}

static void
show_changes (DovJoiners *self)
{
  DovStore *store = dov_form_get_store (self->form);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->joined == NULL)
    {
      dov_change_lines_show (DOV_SECTION_BOX (self->changes), NULL, _("Choose the other family."));
      return;
    }
  changes = dov_family_union_list_changes (store, self->joined);
  dov_change_lines_show (DOV_SECTION_BOX (self->changes), changes,
                         dov_family_union_check (store, self->joined, &error) ? NULL : error->message);
}

/* ---- what each is there ---- */

static char *
dup_key (DovJoiners *self,
         guint       n)
{
  return g_strdup_printf (KINSHIP, ((DovBelonging *) self->joined->people->pdata[n])->member->person_id);
}

static void
kinship_cb (AdwComboRow *row,
            GParamSpec  *property,
            DovJoiners  *self)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "dov-person"));
  g_autofree char *key = dup_key (self, n);
  g_autofree char *kinship = NULL;

  self->joined->kinships[n] = adw_combo_row_get_selected (row) + DOV_KINSHIP_MOTHER;
  kinship = g_strdup_printf ("%d", self->joined->kinships[n]);
  dov_record_keep_typed (dov_form_get_draft (self->form), key, kinship);
  show_changes (self);
  dov_form_touch (self->form);
}

static GtkWidget *
kinship_new (DovJoiners *self,
             guint       n)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (dov_kinship_get_type ());
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (NULL);
  DovBelonging *one = self->joined->people->pdata[n];
  g_autofree char *key = dup_key (self, n);
  const char *kept = dov_record_get_typed (dov_form_get_draft (self->form), key);
  g_autofree char *was = dov_family_member_dup_kinship (one->member, one->person);
  GtkWidget *row;

  if (kept != NULL)
    self->joined->kinships[n] = (DovKinship) g_ascii_strtoll (kept, NULL, 10);
  for (int kinship = DOV_KINSHIP_MOTHER; kinship <= DOV_KINSHIP_OTHER; kinship++)
    g_ptr_array_add (words, (char *) _(g_enum_get_value (klass, kinship)->value_name));
  g_ptr_array_add (words, NULL);
  row = dov_change_lines_pick_new (one->name, was, (const char *const *) words->pdata,
                                   self->joined->kinships[n] - DOV_KINSHIP_MOTHER);
  g_object_set_data (G_OBJECT (row), "dov-person", GUINT_TO_POINTER (n));
  g_signal_connect (row, "notify::selected", G_CALLBACK (kinship_cb), self);

  return row;
}

static void
show_people (DovJoiners *self)
{
  dov_section_box_clear (DOV_SECTION_BOX (self->people));
  gtk_widget_set_visible (self->people, self->joined != NULL && self->joined->people->len > 0);
  for (guint i = 0; self->joined != NULL && i < self->joined->people->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (self->people), kinship_new (self, i));
}

/* ---- which case goes on ---- */

static void
join (DovJoiners *self,
      gint64      stays)
{
  DovFamilyLink *link = get_link (self);
  gint64 ends = stays == link->family_id ? link->other_id : link->family_id;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, stays);

  g_clear_pointer (&self->joined, dov_family_union_free);
  self->joined = dov_family_union_new (dov_form_get_store (self->form), stays, ends);
  dov_record_keep_typed (dov_form_get_draft (self->form), STAYS, id);
  show_people (self);
  read_fields (self);
  show_changes (self);
}

static void
case_cb (AdwComboRow *row,
         GParamSpec  *property,
         DovJoiners  *self)
{
  DovFamilyLink *link = get_link (self);

  join (self, adw_combo_row_get_selected (row) == 0 ? link->family_id : link->other_id);
  dov_form_touch (self->form);
}

/* «Ёлкины · 3-2027/014» */
static char *
dup_case (DovStore *store,
          gint64    id)
{
  g_autoptr (DovFamily) family = dov_store_look_up (store, DOV_TYPE_FAMILY, id);

  return family != NULL ? g_strdup_printf ("%s · %s", family->family_name, family->case_no) : g_strdup ("");
}

static void
show_cases (DovJoiners *self,
            gint64      stays)
{
  DovStore *store = dov_form_get_store (self->form);
  DovFamilyLink *link = get_link (self);
  g_autofree char *one = dup_case (store, link->family_id);
  g_autofree char *other = dup_case (store, link->other_id);
  const char *words[] = { one, other, NULL };
  GtkWidget *row;

  dov_section_box_clear (DOV_SECTION_BOX (self->cases));
  gtk_widget_set_visible (self->cases, link->other_id != 0);
  if (link->other_id == 0)
    return;
  row = dov_change_lines_pick_new (_("The case that goes on"), "", words, stays == link->family_id ? 0 : 1);
  g_signal_connect (row, "notify::selected", G_CALLBACK (case_cb), self);
  dov_section_box_append (DOV_SECTION_BOX (self->cases), row);
}

static gint64
find_stays (DovJoiners *self)
{
  DovFamilyLink *link = get_link (self);
  const char *kept = dov_record_get_typed (dov_form_get_draft (self->form), STAYS);
  gint64 id = kept != NULL ? g_ascii_strtoll (kept, NULL, 10) : 0;

  if (id != 0 && (id == link->family_id || id == link->other_id))
    return id;

  return dov_family_union_propose (dov_form_get_store (self->form), link->family_id, link->other_id);
}

/* Another family, or another day. */
static void
follow (DovJoiners *self)
{
  DovFamilyLink *link = get_link (self);
  gboolean is_other;

  read_fields (self);
  is_other = self->other != link->other_id;
  if (is_other && self->other > 0)
    dov_record_keep_typed (dov_form_get_draft (self->form), STAYS, NULL);
  self->other = link->other_id;
  if (!is_other)
    {
      show_changes (self);
      return;
    }
  g_clear_pointer (&self->joined, dov_family_union_free);
  if (link->other_id != 0)
    {
      gint64 stays = find_stays (self);

      show_cases (self, stays);
      join (self, stays);
      return;
    }
  show_cases (self, 0);
  show_people (self);
  show_changes (self);
}

/**
 * dov_joiners_new:
 * @form: of a link of families
 *
 * Returns: (transfer floating): which case goes on, who is what there, and what that changes; nothing where it is only a link
 */
GtkWidget *
dov_joiners_new (DovForm *form)
{
  DovJoiners *self = g_object_new (DOV_TYPE_JOINERS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);

  self->form = form;
  if (!dov_joiners_is_asked (dov_form_get_draft (form)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return GTK_WIDGET (self);
    }
  gtk_box_append (GTK_BOX (self), self->cases);
  gtk_box_append (GTK_BOX (self), self->people);
  g_signal_connect_object (form, "edited", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dov_form_get_draft (form), "notify::other-id", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  self->other = -1;
  follow (self);

  return GTK_WIDGET (self);
}

/**
 * dov_joiners_narrow:
 *
 * Takes out of the form what is not asked when two families become one.
 */
void
dov_joiners_narrow (DovForm *form)
{
  static const char *const settled[] = { "family_id", "kind", "until" };
  DovFamilyLink *link = DOV_FAMILY_LINK (dov_form_get_draft (form));

  if (!dov_joiners_is_asked (DOV_RECORD (link)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    gtk_widget_set_visible (GTK_WIDGET (dov_form_find_row (form, settled[i])), FALSE);
  dov_link_row_set_filter (DOV_LINK_ROW (dov_form_find_row (form, "other_id")), "id <> ?1",
                           g_variant_new ("(x)", link->family_id));
  dov_link_row_set_makes (DOV_LINK_ROW (dov_form_find_row (form, "other_id")), FALSE);
  dov_field_row_set_hint (dov_form_find_row (form, "since"), _("The first day on which they live together"));
  dov_field_row_set_hint (dov_form_find_row (form, "note"), _("A marriage, the same household…"));
  dov_form_add_widget (form, DOV_JOINERS (dov_form_find_widget (form, "joiners"))->changes, FALSE);
}

/**
 * dov_joiners_save:
 *
 * Lets two families become one; the form has begun the operation.
 */
gboolean
dov_joiners_save (DovJoiners  *self,
                  GError     **error)
{
  read_fields (self);
  if (self->joined == NULL)
    return dov_refuse (error, _("Choose the other family."));

  return dov_family_union_do (dov_form_get_store (self->form), self->joined, error);
}

static void
dov_joiners_finalize (GObject *object)
{
  DovJoiners *self = DOV_JOINERS (object);

  g_clear_pointer (&self->joined, dov_family_union_free);
  g_clear_object (&self->cases);
  g_clear_object (&self->people);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (dov_joiners_parent_class)->finalize (object);
}

static void
dov_joiners_class_init (DovJoinersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_joiners_finalize;
}

static void
dov_joiners_init (DovJoiners *self)
{
  self->cases = g_object_ref_sink (dov_section_box_new (_("Which case goes on")));
  self->people = g_object_ref_sink (dov_section_box_new (_("Who goes over, and who they are there")));
  self->changes = g_object_ref_sink (dov_change_lines_new ());
}
