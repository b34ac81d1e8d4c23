/* dov-newcomer.c - somebody who comes into a family: found among the known, or made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-newcomer.h"

#include "dov-date-row.h"
#include "dov-likely.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-twins.h"

#include <glib/gi18n.h>

/* Whoever types goes on typing; the known are looked up in the pauses. */
#define LOOK_MILLISECONDS 250

#define NAMES "last_name first_name patronymic birth_date sex"

struct _DovNewcomer
{
  GtkBox           parent_instance;

  DovForm         *form;        /* around this */
  DovStore        *store;
  char            *part;
  DovPerson       *person;
  DovFamilyMember *member;
  gint64           known;       /* the card that was taken, 0 while a new one is written */
  gboolean         is_optional;
  GArray          *different;   /* ids of cards that a person said are of others */
  guint            look;

  DovFieldGroup   *group;
  DovFieldGroup   *paper;       /* by which a guardian acts, NULL until one is asked for */
  GtkWidget       *notice;      /* «perhaps the card is there already», or NULL */
  gint64           asked;       /* whose card it offers */
  GtkWidget       *chosen;      /* who was taken, instead of the fields */
};

G_DEFINE_FINAL_TYPE (DovNewcomer, dov_newcomer, GTK_TYPE_BOX)

static void
drop_notice (DovNewcomer *self)
{
  if (self->notice != NULL)
    gtk_box_remove (GTK_BOX (self), self->notice);
  self->notice = NULL;
}

static gboolean
is_different (DovNewcomer *self,
              gint64       id)
{
  for (guint i = 0; i < self->different->len; i++)
    if (g_array_index (self->different, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Whom the words typed so far may mean: the likeliest card, else one that has
 * every word in it. */
static gint64
find_known (DovNewcomer *self,
            char       **why)
{
  g_autoptr (GArray) likely = dov_person_find_likely (self->store, self->person);
  g_autofree char *words = g_strjoin (" ", self->person->last_name, self->person->first_name,
                                      self->person->patronymic, NULL);
  DovQuery query = { .words = words, .is_nearest_first = TRUE };
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; likely != NULL && i < likely->len; i++)
    {
      DovLikely *found = &g_array_index (likely, DovLikely, i);

      if (is_different (self, found->person_id))
        continue;
      *why = dov_likeness_to_words (found->likeness);
      return found->person_id;
    }

  if (g_utf8_strlen (self->person->last_name, -1) < 2 || *self->person->first_name == '\0'
      || self->person->birth_date != NULL)
    return 0;
  ids = dov_store_list (self->store, DOV_TYPE_PERSON, &query, NULL);
  for (guint i = 0; ids != NULL && i < MIN (ids->len, 20); i++)
    if (!is_different (self, g_array_index (ids, gint64, i)))
      return g_array_index (ids, gint64, i);

  return 0;
}

static void choose (DovNewcomer *self, gint64 person);

static void
which_cb (gpointer from,
          gint64   person)
{
  DovNewcomer *self = from;

  if (person != 0)
    {
      choose (self, person);
      return;
    }
  g_array_append_val (self->different, self->asked);
  dov_form_accept (self->form, DOV_RECORD (self->person), "V9", NULL, _("said to be another person"));
  drop_notice (self);
  gtk_widget_grab_focus (GTK_WIDGET (dov_field_group_find (self->group, "birth_date")));
}

static void
show_known (DovNewcomer *self,
            gint64       id,
            const char  *why)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->notice != NULL && self->asked == id)
    return;

  drop_notice (self);
  self->asked = id;
  g_array_append_val (people, id);
  self->notice = dov_twins_new (people, why, dov_twins_tell_person, self->store, which_cb, self);
  gtk_box_append (GTK_BOX (self), self->notice);
}

static gboolean
look_cb (gpointer user_data)
{
  DovNewcomer *self = user_data;
  g_autofree char *why = NULL;
  gint64 id;

  self->look = 0;
  if (self->known != 0)
    return G_SOURCE_REMOVE;

  id = find_known (self, &why);
  if (id != 0)
    show_known (self, id, why);
  else
    drop_notice (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_begun (DovNewcomer *self)
{
  GPtrArray *rows = dov_field_group_get_rows (self->group);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *editor = dov_field_row_get_editor (g_ptr_array_index (rows, i));

      if (GTK_IS_EDITABLE (editor) && *gtk_editable_get_text (GTK_EDITABLE (editor)) != '\0')
        return TRUE;
    }

  return !dov_form_is_untouched (self->form, DOV_RECORD (self->person));
}

/* Who may be left out is asked for nothing until somebody begins to type. */
static void
mark_required (DovNewcomer *self)
{
  GPtrArray *rows = dov_field_group_get_rows (self->group);
  gboolean is_wanted = !self->is_optional || is_begun (self);

  for (guint i = 0; i < rows->len; i++)
    if (dov_field_row_get_field (g_ptr_array_index (rows, i))->flags & DOV_REQUIRED)
      dov_field_row_set_required (g_ptr_array_index (rows, i), is_wanted);
}

static void
edited_cb (DovNewcomer *self)
{
  for (guint i = 0; i < dov_field_group_get_rows (self->group)->len; i++)
    dov_field_row_read_quietly (g_ptr_array_index (dov_field_group_get_rows (self->group), i));
  mark_required (self);
  g_clear_handle_id (&self->look, g_source_remove);
  self->look = g_timeout_add (LOOK_MILLISECONDS, look_cb, self);
}

static void
unchoose_cb (DovNewcomer *self)
{
  choose (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (dov_field_group_find (self->group, "last_name")));
}

static GtkWidget *
chosen_new (DovNewcomer *self)
{
  g_autofree char *words = dov_twins_tell_person (self->known, self->store);
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_INFORMS, words, "");

  g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("A_nother"), NULL), "clicked",
                            G_CALLBACK (unchoose_cb), self);

  return notice;
}

static void
keep_known (DovNewcomer *self)
{
  g_autofree char *key = g_strconcat (self->part, ":known", NULL);
  g_autofree char *id = self->known ? g_strdup_printf ("%" G_GINT64_FORMAT, self->known) : NULL;

  dov_record_keep_typed (dov_form_get_draft (self->form), key, id);
}

/* @person: the card that is meant, 0 to write a new one. */
static void
choose (DovNewcomer *self,
        gint64       person)
{
  drop_notice (self);
  if (self->chosen != NULL)
    gtk_box_remove (GTK_BOX (self), self->chosen);
  self->chosen = NULL;
  self->known = person;
  dov_form_set_skipped (self->form, DOV_RECORD (self->person), person != 0);
  if (person != 0)
    {
      self->chosen = chosen_new (self);
      gtk_box_prepend (GTK_BOX (self), self->chosen);
    }
  keep_known (self);
}

static void
take_up (DovNewcomer *self)
{
  g_autofree char *key = g_strconcat (self->part, ":known", NULL);
  const char *id = dov_record_get_typed (dov_form_get_draft (self->form), key);

  if (id != NULL)
    choose (self, g_ascii_strtoll (id, NULL, 10));
}

/* By typing no name. */
static void
let_be_left_out (DovNewcomer *self)
{
  self->is_optional = TRUE;
  dov_form_set_optional (self->form, DOV_RECORD (self->person));
  dov_form_set_optional (self->form, DOV_RECORD (self->member));
  mark_required (self);
}

/* What a kinship tells of the sex. */
static DovSex
sex_of (DovKinship kinship)
{
  return kinship == DOV_KINSHIP_MOTHER ? DOV_SEX_FEMALE : kinship == DOV_KINSHIP_FATHER ? DOV_SEX_MALE : 0;
}

/**
 * dov_newcomer_new:
 * @member: what is known of the place in the family; its kinship may be set
 * @part: a word that tells these fields from the others of @form
 * @is_optional: nobody need be typed
 *
 * The fields of a person, for @form. While the name is typed the cards that
 * may be meant are offered (V9).
 *
 * Returns: (transfer floating): to be put into @form
 */
GtkWidget *
dov_newcomer_new (DovForm         *form,
                  DovFamilyMember *member,
                  const char      *part,
                  const char      *title,
                  gboolean         is_optional)
{
  DovNewcomer *self = g_object_new (DOV_TYPE_NEWCOMER, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, NULL);
  GPtrArray *rows;

  self->form = form;
  self->store = dov_form_get_store (form);
  self->part = g_strdup (part);
  self->member = g_object_ref (member);
  self->person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
  dov_set (self->person, sex, sex_of (member->kinship));
  dov_form_fill_later (form, DOV_RECORD (member), "person_id");
  dov_form_fill_later (form, DOV_RECORD (member), "family_id");

  self->group = dov_form_part_new (form, DOV_RECORD (self->person), part, title, NAMES);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
  dov_date_row_set_shows_age (DOV_DATE_ROW (dov_field_group_find (self->group, "birth_date")), TRUE);
  dov_field_row_set_hint (dov_field_group_find (self->group, "patronymic"), _("No patronymic? Leave it empty"));
  rows = dov_field_group_get_rows (self->group);
  for (guint i = 0; i < rows->len; i++)
    g_signal_connect_object (g_ptr_array_index (rows, i), "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  take_up (self);
  if (is_optional)
    let_be_left_out (self);

  return GTK_WIDGET (self);
}

/* A guardian acts by a paper; nobody else is asked for one. */
static void
show_paper (DovNewcomer *self)
{
  gboolean is_guardian = self->member->kinship == DOV_KINSHIP_GUARDIAN;
  g_autofree char *part = g_strconcat (self->part, "-paper", NULL);

  if (is_guardian && self->paper == NULL)
    {
      self->paper = dov_form_part_new (self->form, DOV_RECORD (self->member), part, NULL, "authority_doc");
      gtk_box_insert_child_after (GTK_BOX (self), GTK_WIDGET (self->paper), GTK_WIDGET (self->group));
    }
  if (self->paper == NULL)
    return;
  if (!is_guardian)
    dov_field_row_show_typed (dov_field_group_find (self->paper, "authority_doc"), "");
  gtk_widget_set_visible (GTK_WIDGET (self->paper), is_guardian);
}

/**
 * dov_newcomer_set_kinship:
 * @title: over the fields
 *
 * Somebody else is asked for in this place; the name that was typed stays.
 */
void
dov_newcomer_set_kinship (DovNewcomer *self,
                          DovKinship   kinship,
                          const char  *title)
{
  gboolean has_sex = self->person->sex != sex_of (self->member->kinship);
  gboolean no_member = dov_form_is_untouched (self->form, DOV_RECORD (self->member));
  gboolean no_person = dov_form_is_untouched (self->form, DOV_RECORD (self->person));

  if (self->member->kinship == kinship)
    return;

  dov_set (self->member, kinship, kinship);
  dov_set (self->member, is_legal_rep, dov_kinship_is_parent (kinship));
  dov_field_group_set_title (self->group, title);
  show_paper (self);
  if (!has_sex)
    dov_set (self->person, sex, sex_of (kinship));
  dov_field_row_show (dov_field_group_find (self->group, "sex"));
  if (no_member)
    dov_form_set_optional (self->form, DOV_RECORD (self->member));
  if (no_person)
    dov_form_set_optional (self->form, DOV_RECORD (self->person));
}

DovFieldGroup *
dov_newcomer_get_group (DovNewcomer *self)
{
  return self->group;
}

/* Whether there is anybody. */
static gboolean
is_given (DovNewcomer *self)
{
  return self->known != 0 || !self->is_optional || !dov_form_is_untouched (self->form, DOV_RECORD (self->person));
}

/**
 * dov_newcomer_dup_name:
 *
 * Returns: (transfer full): «Черемисинов Артём Павлович»
 */
char *
dov_newcomer_dup_name (DovNewcomer *self)
{
  return self->known ? dov_store_describe_id (self->store, DOV_TYPE_PERSON, self->known)
                     : dov_name_full (self->person->last_name, self->person->first_name, self->person->patronymic);
}

static gboolean
save_person (DovNewcomer *self,
             GError     **error)
{
  if (!dov_store_save (self->store, DOV_RECORD (self->person), error))
    return FALSE;
  for (guint i = 0; i < self->different->len; i++)
    if (!dov_person_say_different (self->store, dov_record_get_id (DOV_RECORD (self->person)),
                                   g_array_index (self->different, gint64, i), _("said so when the card was made"),
                                   error))
      return FALSE;

  return TRUE;
}

/**
 * dov_newcomer_save:
 * @family: the family that the person belongs to from now on
 *
 * Saves the card, if it is a new one, and the membership. Belongs between
 * dov_store_begin() and dov_store_commit().
 */
gboolean
dov_newcomer_save (DovNewcomer *self,
                   gint64       family,
                   GError     **error)
{
  if (!is_given (self))
    return TRUE;
  if (self->known == 0 && !save_person (self, error))
    return FALSE;

  dov_set (self->member, family_id, family);
  dov_set (self->member, person_id, self->known ? self->known : dov_record_get_id (DOV_RECORD (self->person)));

  return dov_store_save (self->store, DOV_RECORD (self->member), error);
}

static void
dov_newcomer_dispose (GObject *object)
{
  g_clear_handle_id (&DOV_NEWCOMER (object)->look, g_source_remove);

  G_OBJECT_CLASS (dov_newcomer_parent_class)->dispose (object);
}

static void
dov_newcomer_finalize (GObject *object)
{
  DovNewcomer *self = DOV_NEWCOMER (object);

  g_object_unref (self->person);
  g_object_unref (self->member);
  g_array_unref (self->different);
  g_free (self->part);

  G_OBJECT_CLASS (dov_newcomer_parent_class)->finalize (object);
}

static void
dov_newcomer_class_init (DovNewcomerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_newcomer_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_newcomer_finalize;
}

static void
dov_newcomer_init (DovNewcomer *self)
{
  self->different = g_array_new (FALSE, FALSE, sizeof (gint64));
}
