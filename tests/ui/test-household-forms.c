/* test-household-forms.c - a family parts, and two become one, in the forms that ask who, when and which case goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ask-card.h"
#include "dov-child-place.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-form.h"
#include "dov-go.h"
#include "dov-subject-page.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"
#include "dov-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* Two of age who live together, and the more children the better. */
#define WHOLE \
  "SELECT m.family_id FROM live_family_member m JOIN live_family f ON f.id = m.family_id WHERE m.kinship = 'father'" \
  " AND m.until IS NULL AND f.case_status = 'active' AND f.structure = 'full'" \
  " AND EXISTS (SELECT 1 FROM live_family_member o WHERE o.family_id = m.family_id AND o.kinship = 'mother'" \
  "  AND o.until IS NULL)" \
  " ORDER BY (SELECT count(*) FROM live_family_member o WHERE o.family_id = m.family_id AND o.until IS NULL) DESC, m.id LIMIT 1"

#define FOUND \
  "SELECT f.id FROM live_family f WHERE f.case_status = 'identified'" \
  " AND EXISTS (SELECT 1 FROM live_family_member m WHERE m.family_id = f.id AND m.until IS NULL)" \
  " AND NOT EXISTS (SELECT 1 FROM live_case_plan p WHERE p.family_id = f.id)" \
  " AND NOT EXISTS (SELECT 1 FROM live_rental_loan l WHERE l.family_id = f.id AND l.returned_on IS NULL)" \
  " AND NOT EXISTS (SELECT 1 FROM live_register_entry r WHERE r.family_id = f.id AND r.off_date IS NULL) ORDER BY f.id LIMIT 1"

static gint64
ask (DovUiDesk  *desk,
     const char *sql)
{
  return dov_store_ask_number (desk->store, sql, "()");
}

static gint64
ask_of (DovUiDesk  *desk,
        const char *sql,
        gint64      family)
{
  return dov_store_ask_number (desk->store, sql, "(x)", family);
}

static DovForm *
open_form (DovUiDesk  *desk,
           gint64      family,
           const char *act)
{
  dov_go_record (desk->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  g_assert_true (dov_subject_page_may_act (DOV_SUBJECT_PAGE (dov_window_get_page (desk->window)), act));
  dov_subject_page_act (DOV_SUBJECT_PAGE (dov_window_get_page (desk->window)), act);
  dov_ui_test_settle ();

  return DOV_FORM (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (desk->window)), DOV_TYPE_FORM, NULL));
}

static GtkWidget *
find_pick (GtkWidget  *inside,
           const char *title)
{
  if (ADW_IS_COMBO_ROW (inside) && gtk_widget_get_visible (inside) &&
      strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (inside)), title) != NULL)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_pick (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *inside,
             const char *label)
{
  if (GTK_IS_BUTTON (inside) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (inside)), label) == 0 &&
      gtk_widget_get_mapped (inside))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
pick (DovForm    *form,
      const char *title,
      guint       n)
{
  GtkWidget *row = find_pick (GTK_WIDGET (form), title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), n);
  dov_ui_test_settle ();
}

static char *
dup_given (DovUiDesk  *desk,
           gint64      family,
           const char *kinship)
{
  g_autoptr (DovStatement) row =
    dov_store_ask (desk->store, "SELECT p.last_name || ' ' || p.first_name FROM live_family_member m JOIN person p"
                   " ON p.id = m.person_id WHERE m.family_id = ?1 AND m.kinship = ?2 AND m.until IS NULL ORDER BY p.birth_date"
                   " LIMIT 1", "(xs)", family, kinship);

  g_assert_true (dov_statement_next (row));

  return g_strdup (dov_statement_column_text (row, 0));
}

static void
save (DovUiDesk *desk)
{
  dov_page_save (dov_window_get_page (desk->window));
  dov_ui_test_settle ();
}

static void
undo (DovUiDesk *desk)
{
  g_autoptr (GError) error = NULL;

  dov_store_undo (desk->store, dov_store_find_undoable (desk->store), &error);
  g_assert_no_error (error);
  dov_ui_test_settle ();
}

#define BELONG "SELECT count(*) FROM live_family_member WHERE family_id = ?1 AND until IS NULL"

/* The father goes with the eldest child, who stays on here as one who lives apart. */
static void
test_split (DovUiDesk     *desk,
            gconstpointer  data)
{
  gint64 family = ask (desk, WHOLE), n_families = ask (desk, "SELECT count(*) FROM live_family");
  gint64 n_here = ask_of (desk, BELONG, family), there;
  g_autofree char *father = dup_given (desk, family, "father");
  g_autofree char *child = dup_given (desk, family, "child");
  DovForm *form = open_form (desk, family, "family.split");
  DovFamily *draft = DOV_FAMILY (dov_form_get_draft (form));

  g_assert_true (dov_ui_test_says (GTK_WIDGET (form), _("Choose who leaves the family.")));
  pick (form, father, 1);
  g_assert_cmpstr (draft->family_name, !=, "");
  g_assert_cmpint (draft->structure, ==, DOV_FAMILY_STRUCTURE_OTHER);
  pick (form, child, 2);
  g_assert_cmpint (draft->structure, ==, DOV_FAMILY_STRUCTURE_SINGLE_FATHER);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (form), _("The case, visits, help and papers")));
  /* What somebody chose is not chosen anew. */
  dov_set (draft, structure, DOV_FAMILY_STRUCTURE_GUARDIAN);
  dov_field_row_show (dov_form_find_row (form, "structure"));
  pick (form, child, 1);
  g_assert_cmpint (draft->structure, ==, DOV_FAMILY_STRUCTURE_GUARDIAN);
  dov_set (draft, structure, DOV_FAMILY_STRUCTURE_SINGLE_FATHER);
  dov_field_row_show (dov_form_find_row (form, "structure"));
  pick (form, child, 2);
  dov_set (draft, address, "д. Куршино, ул. Луговая, 4");
  dov_field_row_show (dov_form_find_row (form, "address"));
  dov_ui_desk_picture (desk, "household-split");
  dov_ui_test_resize (GTK_WINDOW (desk->window), 1024, 600);
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (desk, "household-split-small");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (desk->window), 1366, 768);
  /* Nobody leaves: refused, and nothing is kept. */
  pick (form, father, 0);
  pick (form, child, 0);
  save (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM live_family"), ==, n_families);
  pick (form, father, 1);
  pick (form, child, 2);
  save (desk);

  g_assert_cmpint (ask (desk, "SELECT count(*) FROM live_family"), ==, n_families + 1);
  there = ask (desk, "SELECT max(family_id) FROM live_family_link WHERE kind = 'split'");
  g_assert_cmpint (ask_of (desk, BELONG, family), ==, n_here - 1);
  g_assert_cmpint (ask_of (desk, BELONG, there), ==, 2);
  g_assert_cmpint (ask_of (desk, BELONG " AND lives_together", there), ==, 2);
  /* Both tell of it. */
  dov_go_record (desk->window, DOV_TYPE_FAMILY, there);
  dov_ui_test_settle ();
  dov_ui_desk_picture (desk, "household-new");
  dov_go_record (desk->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  dov_ui_desk_picture (desk, "household-left");
  undo (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM live_family"), ==, n_families);
  g_assert_cmpint (ask_of (desk, BELONG, family), ==, n_here);
}

/* The one on support is offered as the case that goes on, from whichever of the two it is asked; kinships can be said. */
static void
test_union (DovUiDesk     *desk,
            gconstpointer  data)
{
  gint64 family = ask (desk, WHOLE), other = ask (desk, FOUND), n_here = ask_of (desk, BELONG, family);
  gint64 n_there = ask_of (desk, BELONG, other);
  DovForm *form = open_form (desk, other, "family.join");
  DovFamilyLink *link = DOV_FAMILY_LINK (dov_form_get_draft (form));

  g_assert_true (dov_ui_test_says (GTK_WIDGET (form), _("Choose the other family.")));
  dov_set (link, other_id, family);
  dov_field_row_show (dov_form_find_row (form, "other_id"));
  dov_ui_test_settle ();
  dov_ui_desk_picture (desk, "household-union");
  g_assert_cmpint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_pick (GTK_WIDGET (form), _("The case that goes on")))), ==, 1);
  /* The other way round it cannot be, and the form says why. */
  pick (form, _("The case that goes on"), 0);
  save (desk);
  g_assert_cmpint (ask_of (desk, BELONG, other), ==, n_there);
  pick (form, _("The case that goes on"), 1);
  dov_ui_test_resize (GTK_WINDOW (desk->window), 1024, 600);
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (desk, "household-union-small");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (desk->window), 1366, 768);
  save (desk);

  g_assert_cmpint (ask_of (desk, BELONG, other), ==, 0);
  g_assert_cmpint (ask_of (desk, BELONG, family), ==, n_here + n_there);
  g_assert_cmpint (ask_of (desk, "SELECT count(*) FROM live_family WHERE id = ?1 AND closing_reason = 'merged'", other), ==, 1);
  dov_go_record (desk->window, DOV_TYPE_FAMILY, other);
  dov_ui_test_settle ();
  dov_ui_desk_picture (desk, "household-ended");
  undo (desk);
  g_assert_cmpint (ask_of (desk, BELONG, other), ==, n_there);
}

/* A child who is placed is told of beside the name; the row of the placement takes the day of coming back. */
static void
test_back (DovUiDesk     *desk,
           gconstpointer  data)
{
  gint64 placement = ask (desk, "SELECT c.id FROM live_child_placement c JOIN live_family_member m"
                          " ON m.person_id = c.person_id WHERE c.until IS NULL AND c.place <> 'home' AND m.until IS NULL"
                          " LIMIT 1");
  gint64 family = dov_store_ask_number (desk->store, "SELECT m.family_id FROM live_child_placement c JOIN live_family_member m"
                                        " ON m.person_id = c.person_id WHERE c.id = ?1 LIMIT 1", "(x)", placement);
  g_autofree char *where = NULL;
  DovSubjectPage *page;
  GtkWidget *card, *button;

  g_assert_cmpint (placement, !=, 0);
  dov_go_record (desk->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  page = DOV_SUBJECT_PAGE (dov_window_get_page (desk->window));
  where = dov_child_place_dup_words (desk->store, ask_of (desk, "SELECT person_id FROM child_placement WHERE id = ?1",
                                                          placement));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), where));
  dov_ui_desk_picture (desk, "household-placed");
  dov_tabs_show (dov_subject_page_get_tabs (page), "support");
  dov_ui_test_settle ();
  button = find_button (GTK_WIDGET (page), _("Back in the family…"));
  g_assert_nonnull (button);
  dov_ui_test_click (button);
  dov_ui_test_settle ();
  dov_ui_desk_picture (desk, "household-back");
  card = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_ASK_CARD, NULL);
  g_assert_nonnull (card);
  g_signal_emit_by_name (card, "go-on");
  dov_ui_test_settle ();
  g_assert_cmpint (ask_of (desk, "SELECT count(*) FROM live_child_placement WHERE id = ?1 AND until = '2027-04-05'", placement),
                   ==, 1);
  undo (desk);
  g_assert_cmpint (ask_of (desk, "SELECT count(*) FROM live_child_placement WHERE id = ?1 AND until IS NULL", placement), ==, 1);
}

/* A link that is only one is written down as before. */
static void
test_plain_link (DovUiDesk     *desk,
                 gconstpointer  data)
{
  DovForm *form = open_form (desk, ask (desk, WHOLE), "family.link");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dov_form_find_row (form, "kind"))));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (form), _("Choose the other family.")));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/household/split", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_split, dov_ui_desk_close);
  g_test_add ("/household/union", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_union, dov_ui_desk_close);
  g_test_add ("/household/back", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_back, dov_ui_desk_close);
  g_test_add ("/household/link", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_plain_link, dov_ui_desk_close);

  return g_test_run ();
}
