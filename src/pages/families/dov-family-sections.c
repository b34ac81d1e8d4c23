/* dov-family-sections.c - what the sections of a family's page show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-sections.h"

#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-go.h"
#include "dov-member-page.h"
#include "dov-person.h"
#include "dov-record-page.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

#define MOST_VISITS 200
#define MOST_EVENTS_BESIDE 12

/* A member with the card of the person. */
typedef struct
{
  DovFamilyMember *member;
  DovPerson       *person;
} Somebody;

static void
free_somebody (Somebody *somebody)
{
  g_object_unref (somebody->member);
  g_object_unref (somebody->person);
  g_free (somebody);
}

static gboolean
is_gone (DovFamilyMember *member)
{
  GDate today = dov_today ();

  return member->until != NULL && g_date_compare (member->until, &today) < 0;
}

static int
rank (const Somebody *somebody)
{
  return is_gone (somebody->member) ? 2 : somebody->member->lives_together ? 0 : 1;
}

/* Who lives together first, then who lives apart, then who is gone; the oldest first. */
static int
compare_somebody (gconstpointer a,
                  gconstpointer b)
{
  const Somebody *left = *(const Somebody *const *) a, *right = *(const Somebody *const *) b;
  const GDate *left_born = left->person->birth_date, *right_born = right->person->birth_date;

  if (rank (left) != rank (right))
    return rank (left) - rank (right);
  if (left_born == NULL || right_born == NULL)
    return (left_born == NULL) - (right_born == NULL);

  return g_date_compare (left_born, right_born);
}

static GPtrArray *
list_somebodies (DovStore *store,
                 gint64    family)
{
  GPtrArray *somebodies = g_ptr_array_new_with_free_func ((GDestroyNotify) free_somebody);
  DovQuery query = { .where = "family_id = ?1", .params = g_variant_new ("(x)", family) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_FAMILY_MEMBER, &query, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) member = dov_store_find (store, DOV_TYPE_FAMILY_MEMBER,
                                                     g_array_index (ids, gint64, i), NULL);
      g_autoptr (DovRecord) person =
        member ? dov_store_find (store, DOV_TYPE_PERSON, DOV_FAMILY_MEMBER (member)->person_id, NULL) : NULL;
      Somebody *somebody;

      if (person == NULL)
        continue;
      somebody = g_new0 (Somebody, 1);
      somebody->member = DOV_FAMILY_MEMBER (g_steal_pointer (&member));
      somebody->person = DOV_PERSON (g_steal_pointer (&person));
      g_ptr_array_add (somebodies, somebody);
    }
  g_ptr_array_sort (somebodies, compare_somebody);

  return somebodies;
}

/* «12 лет», under a year «8 мес.», «около 40 лет» where only the year is known. */
static char *
dup_age (DovPerson *person)
{
  GDate today = dov_today ();
  int age;

  if (person->birth_date != NULL)
    {
      age = dov_age_on (person->birth_date, &today);
      if (age > 0)
        return g_strdup_printf (ngettext ("%d year old", "%d years old", age), age);
      age = (int) (g_date_get_julian (&today) - g_date_get_julian (person->birth_date)) * 12 / 365;
      /* Translators: the age of a baby, in months */
      return g_strdup_printf (C_("age", "%d mo."), MAX (0, age));
    }
  if (person->birth_year != DOV_UNKNOWN)
    {
      age = g_date_get_year (&today) - (int) person->birth_year;
      return g_strdup_printf (ngettext ("about %d year", "about %d years", age), age);
    }

  return g_strdup (C_("age", "—"));
}

/**
 * dov_family_kinship_words:
 *
 * Returns: (transfer full): «сын», «дочь», «мать»: the kinship, with the sex where it has no word of its own
 */
char *
dov_family_kinship_words (DovRecord *member,
                          DovRecord *person)
{
  DovKinship kinship = DOV_FAMILY_MEMBER (member)->kinship;
  DovSex sex = DOV_PERSON (person)->sex;

  if (kinship == DOV_KINSHIP_CHILD && sex == DOV_SEX_MALE)
    return g_strdup (C_("kinship", "son"));
  if (kinship == DOV_KINSHIP_CHILD && sex == DOV_SEX_FEMALE)
    return g_strdup (C_("kinship", "daughter"));

  return dov_record_dup_shown (member, dov_record_class_find_field (DOV_RECORD_GET_CLASS (member), "kinship"));
}

static void
append_words (GString    *words,
              const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len ? " · " : "", more);
}

static char *
dup_about (Somebody *somebody)
{
  DovFamilyMember *member = somebody->member;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *kinship = dov_family_kinship_words (DOV_RECORD (member), DOV_RECORD (somebody->person));

  append_words (words, kinship);
  if (member->is_legal_rep)
    append_words (words, _("legal representative"));
  append_words (words, *member->school ? member->school : somebody->person->workplace);
  append_words (words, somebody->person->position_or_grade);
  append_words (words, member->leisure);
  if (is_gone (member))
    {
      g_autofree char *until = dov_date_to_shown (member->until);
      g_autofree char *gone = g_strdup_printf (_("in the family until %s"), until);

      append_words (words, gone);
    }
  else if (!member->lives_together)
    append_words (words, _("lives apart"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
open_member_cb (GtkWidget       *row,
                DovFamilyMember *member)
{
  DovShell *shell = dov_shell_around (row);
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (member));

  if (shell != NULL)
    dov_shell_push (shell, dov_member_page_new (dov_shell_get_store (shell), DOV_FAMILY_MEMBER (draft), 0));
}

static GtkWidget *
make_openable (GtkWidget *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  return row;
}

static char *
count_members (GPtrArray *somebodies)
{
  guint n_together = 0, n_apart = 0;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < somebodies->len; i++)
    {
      int place = rank (g_ptr_array_index (somebodies, i));

      n_together += place == 0;
      n_apart += place == 1;
    }
  if (n_together > 0)
    g_string_append_printf (words, ngettext ("%u person together", "%u people together", n_together), n_together);
  if (n_apart > 0)
    {
      g_string_append (words, words->len ? ", " : "");
      g_string_append_printf (words, ngettext ("%u apart", "%u apart", n_apart), n_apart);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dov_family_fill_members:
 *
 * Returns: how many belong to the family now
 */
guint
dov_family_fill_members (DovSectionBox *section,
                         DovStore      *store,
                         gint64         family)
{
  g_autoptr (GPtrArray) somebodies = list_somebodies (store, family);
  g_autofree char *count = count_members (somebodies);
  guint n = 0;

  dov_section_box_clear (section);
  for (guint i = 0; i < somebodies->len; i++)
    {
      Somebody *somebody = g_ptr_array_index (somebodies, i);
      g_autofree char *age = dup_age (somebody->person);
      g_autofree char *name = dov_person_dup_name (somebody->person);
      g_autofree char *about = dup_about (somebody);
      GtkWidget *row = make_openable (dov_row_line_new (age, name, about));

      if (is_gone (somebody->member))
        gtk_widget_add_css_class (row, "past");
      else
        n++;
      g_signal_connect_data (row, "activated", G_CALLBACK (open_member_cb), g_object_ref (somebody->member),
                             (GClosureNotify) (void (*) (void)) g_object_unref, 0);
      dov_section_box_append (section, row);
    }
  dov_section_box_set_count (section, count);

  return n;
}

/**
 * dov_family_list_categories:
 *
 * Returns: (transfer full) (element-type DovRecord): the categories of the
 *   family, those of today first
 */
GPtrArray *
dov_family_list_categories (DovStore *store,
                            gint64    family)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_object_unref);
  DovQuery query = { .where = "family_id = ?1", .params = g_variant_new ("(x)", family), .order = "since" };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_FAMILY_CATEGORY, &query, NULL);
  GDate today = dov_today ();

  for (guint past = 0; past < 2; past++)
    for (guint i = 0; ids != NULL && i < ids->len; i++)
      {
        DovRecord *found = dov_store_find (store, DOV_TYPE_FAMILY_CATEGORY, g_array_index (ids, gint64, i), NULL);
        const GDate *until = found ? DOV_FAMILY_CATEGORY (found)->until : NULL;
        guint is_past = until != NULL && g_date_compare (until, &today) < 0;

        if (found != NULL && is_past == past)
          g_ptr_array_add (categories, g_steal_pointer (&found));
        g_clear_object (&found);
      }

  return categories;
}

static void
open_category_cb (GtkWidget *row,
                  DovRecord *category)
{
  DovShell *shell = dov_shell_around (row);

  if (shell != NULL)
    dov_shell_push (shell, dov_record_page_new (dov_shell_get_store (shell), DOV_TYPE_FAMILY_CATEGORY,
                                                dov_record_get_id (category)));
}

/**
 * dov_family_fill_categories:
 *
 * Returns: how many hold today
 */
guint
dov_family_fill_categories (DovSectionBox *section,
                            DovStore      *store,
                            gint64         family)
{
  g_autoptr (GPtrArray) categories = dov_family_list_categories (store, family);
  GDate today = dov_today ();
  guint n = 0;

  dov_section_box_clear (section);
  for (guint i = 0; i < categories->len; i++)
    {
      DovFamilyCategory *category = g_ptr_array_index (categories, i);
      g_autofree char *title = dov_store_describe_id (store, DOV_TYPE_REF_ITEM, category->category_id);
      g_autofree char *since = dov_date_to_shown (category->since);
      g_autofree char *until = dov_date_to_shown (category->until);
      g_autoptr (GString) words = g_string_new (NULL);
      GtkWidget *row;

      if (category->until != NULL)
        g_string_append_printf (words, _("since %s until %s"), since, until);
      else
        g_string_append_printf (words, _("since %s"), since);
      append_words (words, category->basis_doc);
      row = make_openable (dov_row_line_new ("", title, words->str));
      if (category->until != NULL && g_date_compare (category->until, &today) < 0)
        gtk_widget_add_css_class (row, "past");
      else
        n++;
      g_signal_connect_data (row, "activated", G_CALLBACK (open_category_cb), g_object_ref (category),
                             (GClosureNotify) (void (*) (void)) g_object_unref, 0);
      dov_section_box_append (section, row);
    }

  return n;
}

/* A visit is an event with all of the family who came to it while they belonged to it. */
#define VISITS \
  "SELECT e.id, e.starts_at, e.title, group_concat (p.first_name, ', ')" \
  " FROM attendance a JOIN event e ON e.id = a.event_id JOIN person p ON p.id = a.person_id" \
  " WHERE a.removed IS NULL AND e.removed IS NULL AND a.status IN ('checked_in', 'walk_in')" \
  " AND EXISTS (SELECT 1 FROM family_member m WHERE m.person_id = a.person_id AND m.family_id = ?1" \
  " AND m.removed IS NULL AND (m.since IS NULL OR m.since <= substr (e.starts_at, 1, 10))" \
  " AND (m.until IS NULL OR m.until >= substr (e.starts_at, 1, 10)))" \
  " GROUP BY e.id ORDER BY e.starts_at DESC, e.id DESC LIMIT ?2"

static DovStatement *
ask_visits (DovStore *store,
            gint64    family,
            int       at_most)
{
  DovStatement *rows = dov_database_prepare (dov_store_get_seen (store), VISITS, NULL);

  if (rows != NULL)
    {
      dov_statement_bind_integer (rows, 1, family);
      dov_statement_bind_integer (rows, 2, at_most);
    }

  return rows;
}

static void
open_event_cb (GtkWidget *row,
               gint64    *id)
{
  dov_go_record (row, DOV_TYPE_EVENT, *id);
}

static void
free_id (gpointer  id,
         GClosure *closure)
{
  g_free (id);
}

static void
connect_event (GtkWidget *row,
               gint64     event)
{
  g_signal_connect_data (row, "activated", G_CALLBACK (open_event_cb), g_memdup2 (&event, sizeof event), free_id, 0);
}

/**
 * dov_family_fill_visits:
 *
 * Returns: how many events somebody of the family came to
 */
guint
dov_family_fill_visits (DovSectionBox *section,
                        DovStore      *store,
                        gint64         family)
{
  g_autoptr (DovStatement) rows = ask_visits (store, family, MOST_VISITS);
  guint n = 0;

  dov_section_box_clear (section);
  while (rows != NULL && dov_statement_step (rows, NULL))
    {
      g_autoptr (GDateTime) at = NULL;
      g_autofree char *when = NULL;
      GtkWidget *row;
      GDate day;

      if (!dov_moment_from_iso (dov_statement_column_text (rows, 1), &at) || at == NULL)
        continue;
      day = dov_moment_get_date (at);
      when = dov_date_to_shown (&day);
      row = make_openable (dov_row_line_new (when, dov_statement_column_text (rows, 2),
                                             dov_statement_column_text (rows, 3)));
      connect_event (row, dov_statement_column_integer (rows, 0));
      dov_section_box_append (section, row);
      n++;
    }

  return n;
}

/**
 * dov_family_fill_home:
 *
 * Shows what is known of the home and of the family itself; what is not known
 * is not shown.
 */
void
dov_family_fill_home (DovSectionBox *section,
                      DovFamily     *family)
{
  static const char *const shown[] = {
    "urgent_remark", "structure", "housing_kind", "housing_tenure", "area", "rooms", "heating", "utilities", "smoke_detector",
    "smoke_detector_on", "co_sensor", "co_sensor_on", "strengths", "relations_note",
  };
  DovRecord *record = DOV_RECORD (family);

  dov_section_box_clear (section);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), shown[i]);
      g_autofree char *value = dov_record_dup_shown (record, field);
      GtkWidget *row;

      if (dov_record_is_empty (record, field) || (field->kind == DOV_KIND_FLAG && g_strcmp0 (value, _("no")) == 0))
        continue;
      row = dov_row_line_new ("", value, _(field->label));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (row, "property");
      dov_section_box_append (section, row);
    }
}

static char *
dup_short_day (GDate *day)
{
  GDate today = dov_today ();

  if (g_date_get_year (day) != g_date_get_year (&today))
    return dov_date_to_shown (day);

  /* Translators: day and month of a date in this year */
  return g_strdup_printf (C_("date", "%d %s"), g_date_get_day (day), dov_month_name_of (g_date_get_month (day)));
}

static GtkWidget *
timeline_row_new (const char *icon,
                  const char *title,
                  const char *text,
                  const char *when)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "valign", GTK_ALIGN_START,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *lead = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, "lines", 2,
                                  "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 18, "max-width-chars", 30, NULL);
  GtkWidget *second = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                    "max-width-chars", 34, NULL);
  GtkWidget *day = g_object_new (GTK_TYPE_LABEL, "label", when, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (image, "dot");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_add_css_class (day, "caption");
  gtk_widget_add_css_class (day, "dim-label");
  gtk_widget_add_css_class (day, "numeric");
  gtk_box_append (GTK_BOX (words), lead);
  gtk_box_append (GTK_BOX (words), second);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), day);

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);
}

/**
 * dov_family_fill_timeline:
 * @list: of class timeline
 *
 * Shows what there was with the family, the last first: the events it came to.
 */
void
dov_family_fill_timeline (GtkListBox *list,
                          DovStore   *store,
                          gint64      family)
{
  g_autoptr (DovStatement) rows = ask_visits (store, family, MOST_EVENTS_BESIDE);
  GtkWidget *child;

  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, child);
  while (rows != NULL && dov_statement_step (rows, NULL))
    {
      g_autoptr (GDateTime) at = NULL;
      g_autofree char *when = NULL;
      GtkWidget *row;
      GDate day;

      if (!dov_moment_from_iso (dov_statement_column_text (rows, 1), &at) || at == NULL)
        continue;
      day = dov_moment_get_date (at);
      when = dup_short_day (&day);
      row = timeline_row_new ("x-office-calendar-symbolic", dov_statement_column_text (rows, 2),
                              dov_statement_column_text (rows, 3), when);
      g_signal_connect_data (row, "activate", G_CALLBACK (open_event_cb),
                             g_memdup2 (&(gint64){ dov_statement_column_integer (rows, 0) }, sizeof (gint64)),
                             free_id, 0);
      gtk_list_box_append (list, row);
    }
}
