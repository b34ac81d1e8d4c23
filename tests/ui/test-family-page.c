/* test-family-page.c - a family by keyboard alone: new, its people, its pages, what is asked of duplicates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"
#include "dov-go.h"
#include "dov-record-page.h"
#include "dov-window.h"

#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-form-page.h"
#include "dov-link-row.h"
#include "dov-lounge.h"
#include "dov-newcomer.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rooms.h"
#include "dov-section-box.h"
#include "dov-staff.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"
#include "dov-volunteer.h"

#include <glib/gi18n.h>

/* The family with the most people, so that every section has something. */
static gint64
find_large_family (DovUiDesk *fixture)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (dov_store_get_database (fixture->store),
                          "SELECT m.family_id FROM family_member m JOIN family_category c ON c.family_id = m.family_id"
                          " GROUP BY m.family_id ORDER BY count (*) DESC, m.family_id LIMIT 1", NULL);

  g_assert_true (dov_statement_step (row, NULL));

  return dov_statement_column_integer (row, 0);
}

/* Whatever the state is called, in large text the page is no wider than a small screen. */
static void
assert_narrow_in_each_state (DovUiDesk *fixture,
                             gint64   family)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_case_status_get_type ());
  g_autoptr (GDate) day = g_date_new_dmy (1, 3, 2027);

  dov_ui_test_set_text_size (150);
  for (guint i = 1; i < states->n_values; i++)
    {
      g_autoptr (DovRecord) draft = dov_store_find_draft (fixture->store, DOV_TYPE_FAMILY, family, NULL);
      g_autoptr (GError) error = NULL;
      int least;

      dov_set (DOV_FAMILY (draft), case_status, states->values[i].value);
      dov_set (DOV_FAMILY (draft), opened_on, day);
      dov_store_accept_all (fixture->store, NULL);
      if (!dov_store_save (fixture->store, draft, &error))
        continue;   /* such a step is not taken from the one before */
      dov_ui_test_settle ();
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: %d", states->values[i].value_nick, least);
      g_assert_cmpint (least, <=, 1024);
    }
}

/* Names as long as they come, and an empty family. */
static void
test_long (DovUiDesk    *fixture,
           gconstpointer data)
{
  g_autoptr (DovRecord) family = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) person = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  g_autoptr (DovRecord) lounge = dov_store_find_first (fixture->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (GDate) born = g_date_new_dmy (29, 2, 1948);

  dov_set (DOV_FAMILY (family), family_name, "Константинопольские-Вознесенские-Преображенские");
  dov_set (DOV_FAMILY (family), case_no, "3-2027/914");
  dov_set (DOV_FAMILY (family), lounge_id, dov_record_get_id (lounge));
  dov_set (DOV_FAMILY (family), address,
           "612960, Кировская область, Вятскополянский район, с. Новый Бурец, ул. Пятидесятилетия Октября, д. 112, кв. 4");
  dov_set (DOV_FAMILY (family), phone, "+79000000001");
  dov_set (DOV_FAMILY (family), structure, DOV_FAMILY_STRUCTURE_OTHER);
  dov_store_accept_all (fixture->store, NULL);
  g_assert_true (dov_store_save (fixture->store, family, NULL));
  dov_go_record (fixture->window, DOV_TYPE_FAMILY, dov_record_get_id (family));
  dov_ui_desk_picture (fixture, "family-empty");

  dov_set (DOV_PERSON (person), last_name, "Константинопольская-Преображенская");
  dov_set (DOV_PERSON (person), first_name, "Александра-Виктория");
  dov_set (DOV_PERSON (person), patronymic, "Константиновна");
  dov_set (DOV_PERSON (person), birth_date, born);
  dov_store_accept_all (fixture->store, NULL);
  g_assert_true (dov_store_save (fixture->store, person, NULL));
  dov_set (DOV_FAMILY_MEMBER (member), family_id, dov_record_get_id (family));
  dov_set (DOV_FAMILY_MEMBER (member), person_id, dov_record_get_id (person));
  dov_set (DOV_FAMILY_MEMBER (member), kinship, DOV_KINSHIP_GRANDMOTHER);
  dov_set (DOV_FAMILY_MEMBER (member), school, "МКОУ «Средняя общеобразовательная школа с углублённым изучением труда»");
  dov_store_accept_all (fixture->store, NULL);
  g_assert_true (dov_store_save (fixture->store, member, NULL));
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "family-long");
  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_desk_picture (fixture, "family-long-150");
  assert_narrow_in_each_state (fixture, dov_record_get_id (family));
  dov_ui_desk_press (fixture, "<Control>n");
  dov_ui_desk_picture (fixture, "member-150");
  dov_ui_test_set_text_size (100);
}

static void
test_form_looks (DovUiDesk    *fixture,
                 gconstpointer data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);

  dov_go_form (fixture->window, draft);
  dov_ui_desk_picture (fixture, "new-family");
  dov_ui_test_press_accel (GTK_WIDGET (fixture->window), "<Control>s");
  dov_ui_desk_picture (fixture, "new-family-missing");
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (fixture, "new-family-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_desk_picture (fixture, "new-family-dark");
  dov_ui_test_set_dark (FALSE);
}

static void
test_record_looks (DovUiDesk    *fixture,
                   gconstpointer data)
{
  g_autoptr (DovRecord) lounge = dov_store_find_first (fixture->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (DovRecord) person = dov_store_find_first (fixture->store, DOV_TYPE_PERSON, NULL, NULL);

  dov_go_to (fixture->window, dov_rooms_open_record (fixture->store, DOV_TYPE_LOUNGE,
                                                     dov_record_get_id (lounge)));
  dov_ui_desk_picture (fixture, "record-lounge");
  dov_go_to (fixture->window, dov_rooms_open_record (fixture->store, DOV_TYPE_PERSON,
                                                     dov_record_get_id (person)));
  dov_ui_desk_picture (fixture, "record-person");
}

/* The row of a field in the form of the page on top. */
static DovFieldRow *
find_row (DovUiDesk  *fixture,
          const char *title)
{
  GtkWidget *row = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), DOV_TYPE_FIELD_ROW, title);

  g_assert_nonnull (row);

  return DOV_FIELD_ROW (row);
}

/* What a person does: types where the keyboard stands, goes on with Tab. */
static void
type_here (DovUiDesk  *fixture,
           const char *text)
{
  GtkWidget *focus = dov_ui_test_get_focus (GTK_WIDGET (fixture->window));

  g_assert_nonnull (focus);
  if (text != NULL)
    dov_ui_test_type (focus, text);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  dov_ui_test_settle ();
}

static gint64
count (DovUiDesk *fixture,
       GType    type)
{
  return dov_store_count (fixture->store, type, NULL, NULL);
}

static void
open_new_family (DovUiDesk *fixture)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);

  dov_go_form (fixture->window, draft);
  dov_ui_test_settle ();
}

static void
choose_structure (DovUiDesk          *fixture,
                  DovFamilyStructure  structure)
{
  DovFieldRow *row = dov_form_find_row (dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (fixture->window))),
                                        "structure");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (dov_field_row_get_editor (row)), structure);
  dov_ui_test_settle ();
}

static void
type_person (gpointer    newcomer,
             const char *last,
             const char *first,
             const char *born)
{
  DovFieldGroup *group = dov_newcomer_get_group (newcomer);

  dov_ui_test_type (GTK_WIDGET (dov_field_group_find (group, "last_name")), last);
  dov_ui_test_type (GTK_WIDGET (dov_field_group_find (group, "first_name")), first);
  dov_ui_test_type (GTK_WIDGET (dov_field_group_find (group, "birth_date")), born);
}

/* One more child is seen as soon as it is asked for. */
static void
ask_for_another (DovUiDesk *fixture,
                 GtkWidget *people)
{
  GtkWidget *more = dov_ui_test_find (people, GTK_TYPE_BUTTON, _("One more _child"));
  GtkWidget *scrolled = gtk_widget_get_ancestor (people, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t seen;

  dov_ui_test_settle ();
  dov_ui_test_click (more);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_prev_sibling (more), scrolled, &seen));
  g_assert_cmpfloat (seen.origin.y, >=, 0);
  g_assert_cmpfloat (seen.origin.y + seen.size.height, <=, gtk_widget_get_height (scrolled));
}

/* The type of the family says who is asked for: a guardian with the paper, whose children are wards. */
static void
test_guardian (DovUiDesk     *fixture,
               gconstpointer  data)
{
  GtkWidget *people;
  gint64 n_people = count (fixture, DOV_TYPE_PERSON);
  DovQuery guardians = { .where = "kinship = 'guardian' AND authority_doc = 'Постановление № 7'" };
  DovQuery wards = { .where = "kinship = 'ward' AND person_id = (SELECT id FROM person WHERE last_name = 'Тюлькина')" };

  open_new_family (fixture);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  people = dov_form_find_widget (dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (fixture->window))), "people");
  type_here (fixture, "Ожеговы");
  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), DOV_TYPE_FIELD_ROW,
                                      _("Home address")), "с. Слудка, ул. Луговая, 8");
  choose_structure (fixture, DOV_FAMILY_STRUCTURE_GUARDIAN);
  g_assert_true (dov_ui_test_says (people, _("Guardian")));
  g_assert_false (dov_ui_test_says (people, _("Mother")));
  choose_structure (fixture, DOV_FAMILY_STRUCTURE_FULL);
  g_assert_true (dov_ui_test_says (people, _("Mother")));
  choose_structure (fixture, DOV_FAMILY_STRUCTURE_FOSTER);
  type_person (gtk_widget_get_first_child (people), "Ожегов", "Илья", "07.08.1970");
  type_person (gtk_widget_get_next_sibling (gtk_widget_get_first_child (people)), "Тюлькина", "Яна", "09.10.2016");
  ask_for_another (fixture, people);
  dov_ui_desk_picture (fixture, "new-family-guardian");

  /* The paper is wanted, and asked for where it is typed. */
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
  dov_ui_test_type (dov_ui_test_find (people, DOV_TYPE_FIELD_ROW, _("Document of authority")), "Постановление № 7");
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people + 2);
  g_assert_cmpint (dov_store_count (fixture->store, DOV_TYPE_FAMILY_MEMBER, &guardians, NULL), ==, 1);
  g_assert_cmpint (dov_store_count (fixture->store, DOV_TYPE_FAMILY_MEMBER, &wards, NULL), ==, 1);
}

/* A whole family, hands on the keys: family, case, mother, child, save. */
static void
test_by_keyboard (DovUiDesk    *fixture,
                  gconstpointer data)
{
  gint64 n_families = count (fixture, DOV_TYPE_FAMILY), n_people = count (fixture, DOV_TYPE_PERSON);
  gint64 n_members = count (fixture, DOV_TYPE_FAMILY_MEMBER);
  g_autoptr (DovRecord) family = NULL;
  DovQuery query = { .where = "family_name = 'Щукины-Ёжиковы'" };

  open_new_family (fixture);
  type_here (fixture, "Щукины-Ёжиковы");
  dov_ui_desk_press (fixture, "Down");                      /* type of family: the first */
  type_here (fixture, NULL);
  type_here (fixture, "с. Слудка, ул. Луговая, д. 4");
  type_here (fixture, "8 900 000 12 13");
  type_here (fixture, NULL);                    /* case no. is proposed */
  type_here (fixture, NULL);                    /* the lounge of this PC */
  type_here (fixture, NULL);                    /* the state of the case */
  type_here (fixture, NULL);                    /* taken on */
  type_here (fixture, NULL);                    /* curator */
  type_here (fixture, "Щукина");
  type_here (fixture, "Зоя");
  type_here (fixture, "Ефимовна");
  type_here (fixture, "7.8.90");
  type_here (fixture, NULL);                    /* sex: a mother is a woman */
  type_here (fixture, "Щукин");
  type_here (fixture, "Ёрш");
  type_here (fixture, "Петрович");
  type_here (fixture, "010917");
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Cyrillic_em, 0);
  dov_ui_desk_picture (fixture, "new-family-full");
  dov_ui_desk_press (fixture, "<Control>s");

  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  dov_ui_desk_picture (fixture, "family-made");
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY), ==, n_families + 1);
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people + 2);
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY_MEMBER), ==, n_members + 2);
  family = dov_store_find_first (fixture->store, DOV_TYPE_FAMILY, &query, NULL);
  g_assert_nonnull (family);
  g_assert_cmpint (DOV_FAMILY (family)->structure, ==, DOV_FAMILY_STRUCTURE_FULL);
  g_assert_cmpstr (DOV_FAMILY (family)->phone, ==, "+79000001213");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Щукин Ёрш Петрович"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "9\u00a0лет"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "сын"));

  /* All of it is one operation: one undo takes it back. */
  g_assert_true (dov_store_undo (fixture->store, dov_store_get_last_operation (fixture->store), NULL));
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY), ==, n_families);
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
}

static void
open_newcomer (DovUiDesk *fixture,
               gint64   family)
{
  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  dov_ui_desk_press (fixture, "<Control>n");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY_MEMBER));
}

/* Somebody of the demo with ё in the first name and a date of birth. */
static DovPerson *
find_somebody (DovUiDesk *fixture)
{
  DovQuery query = { .where = "first_name LIKE '%ё%' AND birth_date IS NOT NULL AND patronymic <> ''" };
  DovRecord *person = dov_store_find_first (fixture->store, DOV_TYPE_PERSON, &query, NULL);

  g_assert_nonnull (person);

  return DOV_PERSON (person);
}

/* The same name with е for ё and the same day. */
static void
type_double (DovUiDesk *fixture,
             DovPerson *person)
{
  g_autofree char *born = dov_date_to_shown (person->birth_date);
  g_auto (GStrv) parts = g_strsplit (person->first_name, "ё", -1);
  g_autofree char *plain = g_strjoinv ("е", parts);

  type_here (fixture, person->last_name);
  type_here (fixture, plain);
  type_here (fixture, person->patronymic);
  type_here (fixture, born);
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (fixture->window), _("Perhaps the card is there already")));
}

static void
choose (DovUiDesk  *fixture,
        const char *title,
        guint       steps)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_row (fixture, title)));
  for (guint i = 0; i < steps; i++)
    dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Down, 0);
}

static void
test_is_this_one (DovUiDesk    *fixture,
                  gconstpointer data)
{
  g_autoptr (DovPerson) person = find_somebody (fixture);
  gint64 n_people = count (fixture, DOV_TYPE_PERSON), n_members = count (fixture, DOV_TYPE_FAMILY_MEMBER);
  g_autoptr (DovRecord) member = NULL;
  DovQuery query = { .order = "id", .descending = TRUE };

  open_newcomer (fixture, find_large_family (fixture));
  type_double (fixture, person);
  dov_ui_desk_picture (fixture, "member-double");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Тот же человек"));
  dov_ui_desk_picture (fixture, "member-chosen");
  choose (fixture, _("Kinship"), 14);
  dov_ui_desk_press (fixture, "<Control>s");

  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY_MEMBER), ==, n_members + 1);
  query.where = "person_id = ?1";
  query.order = NULL;
  query.params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (person)));
  member = dov_store_find_first (fixture->store, DOV_TYPE_FAMILY_MEMBER, &query, NULL);
  g_assert_nonnull (member);
}

static void
test_is_another (DovUiDesk    *fixture,
                 gconstpointer data)
{
  g_autoptr (DovPerson) person = find_somebody (fixture);
  gint64 n_people = count (fixture, DOV_TYPE_PERSON);

  open_newcomer (fixture, find_large_family (fixture));
  type_double (fixture, person);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Другой человек"));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (fixture->window), _("Perhaps the card is there already")));
  choose (fixture, _("Kinship"), 14);
  dov_ui_desk_press (fixture, "<Control>s");

  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people + 1);
  g_assert_cmpint (count (fixture, dov_registry_find ("not_duplicate")), >=, 1);
}

/* Who is missed in a link of any form is typed there, with е for ё, and added by the last line of the list. */
static void
add_in_link (DovUiDesk *fixture,
             DovPerson *person)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_VOLUNTEER, 0);
  g_autofree char *born = dov_date_to_shown (person->birth_date);
  g_auto (GStrv) parts = g_strsplit (person->first_name, "ё", -1);
  g_autofree char *plain = g_strjoinv ("е", parts);
  g_autofree char *name = g_strjoin (" ", person->last_name, plain, person->patronymic, NULL);
  DovLinkRow *row;
  GtkListBox *list;

  dov_go_form (fixture->window, draft);
  dov_ui_test_settle ();
  row = DOV_LINK_ROW (find_row (fixture, _("Person")));
  list = GTK_LIST_BOX (dov_link_row_get_list (row));
  dov_ui_test_type (GTK_WIDGET (row), name);
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  while (gtk_list_box_get_selected_row (list) != GTK_LIST_BOX_ROW (gtk_widget_get_last_child (GTK_WIDGET (list))))
    dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Down, 0);
  dov_ui_desk_press (fixture, "Return");
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Date of birth"))), born);
  dov_ui_desk_press (fixture, "<Control>Return");
}

static gint64
get_volunteer (DovUiDesk *fixture)
{
  DovForm *form = dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (fixture->window)));

  return DOV_VOLUNTEER (dov_form_get_draft (form))->person_id;
}

/* The one key takes the card that is there; a second press of “Add” makes no twin. */
static void
test_link_is_this_one (DovUiDesk    *fixture,
                       gconstpointer data)
{
  g_autoptr (DovPerson) person = find_somebody (fixture);
  gint64 n_people = count (fixture, DOV_TYPE_PERSON);

  add_in_link (fixture, person);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), _("Perhaps the card is there already")));
      g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), person->first_name));
      g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
      if (i == 0)
        {
          dov_ui_desk_picture (fixture, "link-double");
          dov_ui_desk_press (fixture, "<Control>Return");
        }
    }

  /* Esc leads back to what was typed, not out of it. */
  dov_ui_desk_press (fixture, "Escape");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (fixture->window), _("Perhaps the card is there already")));
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (fixture->window), DOV_TYPE_FIELD_ROW, _("Date of birth")));
  dov_ui_desk_press (fixture, "<Control>Return");
  dov_ui_desk_press (fixture, "Return");
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
  g_assert_cmpint (get_volunteer (fixture), ==, dov_record_get_id (DOV_RECORD (person)));
  g_assert_null (dov_ui_test_find (GTK_WIDGET (fixture->window), DOV_TYPE_FIELD_ROW, _("Date of birth")));
  dov_ui_desk_picture (fixture, "link-chosen");
}

/* “Another” is said once: the card is made, and both are known to be different people. */
static void
test_link_is_another (DovUiDesk    *fixture,
                      gconstpointer data)
{
  g_autoptr (DovPerson) person = find_somebody (fixture);
  gint64 n_people = count (fixture, DOV_TYPE_PERSON);
  gint64 n_pairs = count (fixture, dov_registry_find ("not_duplicate"));
  g_autoptr (DovPerson) made = NULL;
  gint64 operation = dov_store_get_last_operation (fixture->store);

  add_in_link (fixture, person);
  dov_ui_desk_press (fixture, "Tab");
  dov_ui_desk_press (fixture, "Return");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (fixture->window), _("Perhaps the card is there already")));
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people + 1);
  g_assert_cmpint (get_volunteer (fixture), !=, dov_record_get_id (DOV_RECORD (person)));
  made = DOV_PERSON (dov_store_find (fixture->store, DOV_TYPE_PERSON, get_volunteer (fixture), NULL));
  g_assert_nonnull (made);
  g_assert_cmpstr (made->last_name, ==, person->last_name);
  g_assert_cmpint (count (fixture, dov_registry_find ("not_duplicate")), ==, n_pairs + 1);

  g_assert_cmpint (dov_store_get_last_operation (fixture->store), >, operation);
  g_assert_true (dov_store_undo (fixture->store, dov_store_get_last_operation (fixture->store), NULL));
  g_assert_cmpint (count (fixture, DOV_TYPE_PERSON), ==, n_people);
  g_assert_cmpint (count (fixture, dov_registry_find ("not_duplicate")), ==, n_pairs);
}

/* Who goes has a last day and is shown apart, not lost. */
static void
test_gone (DovUiDesk    *fixture,
           gconstpointer data)
{
  gint64 family = find_large_family (fixture);
  DovPage *page;
  GtkWidget *line;

  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  page = dov_window_get_page (fixture->window);
  line = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_ROW_LINE, NULL);
  gtk_widget_activate (line);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY_MEMBER));
  dov_ui_desk_picture (fixture, "member");
  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  dov_ui_desk_picture (fixture, "member-small-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Until"))), "вчера");
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_true (dov_window_get_page (fixture->window) == page);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), "в семье до 04.04.2027"));
  dov_ui_desk_picture (fixture, "family-gone");
}

/* Who never belonged here is taken out from the form, in words; card and form know each other. */
static void
test_mistake (DovUiDesk    *fixture,
              gconstpointer data)
{
  gint64 n = count (fixture, DOV_TYPE_FAMILY_MEMBER);
  DovPage *page;

  dov_go_record (fixture->window, DOV_TYPE_FAMILY, find_large_family (fixture));
  dov_ui_test_settle ();
  gtk_widget_activate (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), DOV_TYPE_ROW_LINE, NULL));
  dov_ui_test_settle ();
  page = dov_window_get_page (fixture->window);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("The whole _card")));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_PERSON));
  dov_go_back (fixture->window);
  dov_ui_test_settle ();
  g_assert_true (dov_window_get_page (fixture->window) == page);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("Added by _mistake")));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY_MEMBER), ==, n - 1);
  g_assert_true (dov_store_undo (fixture->store, dov_store_get_last_operation (fixture->store), NULL));
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY_MEMBER), ==, n);
}

/* A power cut in the middle of a form: what was typed is offered again, even
 * what made no sense yet, and of all people in it. */
static void
test_draft (DovUiDesk    *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  DovDraft *draft;
  DovForm *form;

  open_new_family (fixture);
  type_here (fixture, "Недописанные");
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Taken on"))), "31.02.2027");
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Last name"))), "Недописанная");
  type_here (fixture, NULL);
  type_here (fixture, "Алла");
  form = dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (fixture->window)));
  WAIT_FOR (dov_form_get_kept (form) != 0);
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Patronymic"))), "Фёд");
  WAIT_FOR (g_strcmp0 (dov_record_get_typed (dov_form_get_draft (form), "mother.patronymic"), "Фёд") == 0);
  dov_ui_desk_picture (fixture, "new-family-draft");

  /* The program is gone without a word. */
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  fixture->store = dov_ui_demo_open (fixture->path, 0);
  fixture->window = dov_window_new (NULL);
  dov_window_set_store (fixture->window, fixture->store);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_show (GTK_WIDGET (fixture->window));

  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->words, ==, "Новая семья: Недописанные");
  dov_go_to (fixture->window, dov_rooms_open_draft (fixture->store, draft->number));
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "new-family-taken-up");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Недописанные"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "31.02.2027"));
  g_assert_nonnull (dov_field_row_get_error (find_row (fixture, _("Taken on"))));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Недописанная"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Алла"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Фёд"));
}

/* Any record: changed, put into the bin, brought back. */
static void
test_record (DovUiDesk    *fixture,
             gconstpointer data)
{
  g_autoptr (DovRecord) series = dov_record_new (dov_registry_find ("settlement"), 0);
  gint64 n = count (fixture, G_OBJECT_TYPE (series));
  DovPage *page;

  dov_go_form (fixture->window, series);
  dov_ui_test_settle ();
  page = dov_window_get_page (fixture->window);
  dov_ui_test_type (GTK_WIDGET (find_row (fixture, _("Name"))), "Щучий Брод");
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_true (dov_window_get_page (fixture->window) == page);     /* the type is missing */
  choose (fixture, _("Type"), 1);
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_false (dov_window_get_page (fixture->window) == page);
  g_assert_cmpint (count (fixture, G_OBJECT_TYPE (series)), ==, n + 1);

  dov_go_record (fixture->window, G_OBJECT_TYPE (series), dov_record_get_id (series));
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "record-settlement");
  page = dov_window_get_page (fixture->window);
  dov_ui_test_click (dov_ui_test_find_name (GTK_WIDGET (page), "bin"));
  g_assert_cmpint (count (fixture, G_OBJECT_TYPE (series)), ==, n);
  g_assert_true (dov_store_undo (fixture->store, dov_store_get_last_operation (fixture->store), NULL));
  g_assert_cmpint (count (fixture, G_OBJECT_TYPE (series)), ==, n + 1);
}

/* A member of staff has no name of its own: found by that of the person. */
static void
test_curator (DovUiDesk    *fixture,
              gconstpointer data)
{
  g_autoptr (DovRecord) staff = dov_store_find_first (fixture->store, dov_registry_find ("staff"), NULL, NULL);
  g_autoptr (DovRecord) person = dov_store_find (fixture->store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL);
  DovLinkRow *row;

  open_new_family (fixture);
  row = DOV_LINK_ROW (find_row (fixture, _("Curator of the family")));
  dov_ui_test_type (GTK_WIDGET (row), DOV_PERSON (person)->last_name);
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, 0);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (row), DOV_PERSON (person)->last_name));
  dov_ui_desk_picture (fixture, "new-family-curator");
}

/* A category that the list does not have yet is added where it is missed. */
static void
test_category (DovUiDesk    *fixture,
               gconstpointer data)
{
  gint64 family = find_large_family (fixture), n = count (fixture, DOV_TYPE_FAMILY_CATEGORY);
  DovQuery made = { .where = "label = 'Семья погорельцев' AND list_code = 'family_category'" };
  g_autoptr (DovRecord) item = NULL;
  GtkWidget *tabs, *section, *add;
  DovLinkRow *row;

  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  tabs = GTK_WIDGET (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window))));
  dov_tabs_show (DOV_TABS (tabs), "support");
  section = dov_ui_test_find (gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_last_child (tabs))),
                              DOV_TYPE_SECTION_BOX, _("Categories"));
  add = dov_ui_test_find (section, GTK_TYPE_BUTTON, _("Add"));
  dov_ui_test_click (add);
  row = DOV_LINK_ROW (find_row (fixture, _("Category")));
  dov_ui_test_type (GTK_WIDGET (row), "Семья погорельцев");
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Down, 0);
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, 0);
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, GDK_CONTROL_MASK);
  item = dov_store_find_first (fixture->store, dov_registry_find ("ref_item"), &made, NULL);
  g_assert_nonnull (item);
  dov_ui_desk_picture (fixture, "category-made");
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  g_assert_cmpint (count (fixture, DOV_TYPE_FAMILY_CATEGORY), ==, n + 1);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), "Семья погорельцев"));
}

/* The arrows go from tab to tab; Tab goes into the section. */
static void
test_tabs (DovUiDesk    *fixture,
           gconstpointer data)
{
  DovTabs *tabs;

  dov_go_record (fixture->window, DOV_TYPE_FAMILY, find_large_family (fixture));
  dov_ui_test_settle ();
  tabs = dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window)));
  g_assert_cmpstr (dov_tabs_get_shown (tabs), ==, "overview");
  g_assert_true (GTK_IS_TOGGLE_BUTTON (dov_ui_test_get_focus (GTK_WIDGET (tabs))));
  dov_ui_desk_press (fixture, "Right");
  g_assert_cmpstr (dov_tabs_get_shown (tabs), ==, "support");
  dov_ui_desk_press (fixture, "Left");
  dov_ui_desk_press (fixture, "Left");
  g_assert_cmpstr (dov_tabs_get_shown (tabs), ==, "history");
  dov_ui_desk_press (fixture, "Home");
  g_assert_cmpstr (dov_tabs_get_shown (tabs), ==, "overview");
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/family/long", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_long, dov_ui_desk_close);
  g_test_add ("/family/form/looks", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_form_looks,
              dov_ui_desk_close);
  g_test_add ("/family/new/guardian", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_guardian,
              dov_ui_desk_close);
  g_test_add ("/family/new/keyboard", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_by_keyboard,
              dov_ui_desk_close);
  g_test_add ("/rules/V9/form/is-this-one", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_is_this_one,
              dov_ui_desk_close);
  g_test_add ("/rules/V9/form/is-another", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_is_another,
              dov_ui_desk_close);
  g_test_add ("/rules/V9/link/is-this-one", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_link_is_this_one,
              dov_ui_desk_close);
  g_test_add ("/rules/V9/link/is-another", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_link_is_another,
              dov_ui_desk_close);
  g_test_add ("/family/member/gone", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_gone, dov_ui_desk_close);
  g_test_add ("/family/member/mistake", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_mistake,
              dov_ui_desk_close);
  g_test_add ("/family/new/curator", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_curator, dov_ui_desk_close);
  g_test_add ("/family/category/made", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_category,
              dov_ui_desk_close);
  g_test_add ("/family/tabs", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_tabs, dov_ui_desk_close);
  g_test_add ("/family/draft", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_draft, dov_ui_desk_close);
  g_test_add ("/record/saved-and-removed", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_record,
              dov_ui_desk_close);
  g_test_add ("/record/looks", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_record_looks, dov_ui_desk_close);

  return g_test_run ();
}
