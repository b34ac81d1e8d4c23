/* test-form.c - a form of any record: what is missing, what is unclear, what a rule warns of, what is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form.h"
#include "dov-form-footer.h"
#include "dov-form-layout.h"
#include "dov-notice.h"

#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-ui-test.h"

#include <glib/gi18n.h>

typedef struct
{
  DovStore  *store;
  DovRecord *draft;
  DovForm   *form;
  GtkWindow *window;
  char      *path;
  guint      n_saved;
  guint      n_dismissed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
open_form (Fixture   *fixture,
           DovRecord *draft,
           gint64     kept)
{
  g_set_object (&fixture->draft, draft);
  fixture->form = DOV_FORM (dov_form_new (fixture->store, draft));
  dov_form_layout_fill (fixture->form);
  dov_form_set_kept (fixture->form, kept);
  g_signal_connect_swapped (fixture->form, "saved", G_CALLBACK (count_cb), &fixture->n_saved);
  g_signal_connect_swapped (fixture->form, "dismissed", G_CALLBACK (count_cb), &fixture->n_dismissed);
  fixture->window = dov_ui_test_show (GTK_WIDGET (fixture->form));
  dov_form_focus (fixture->form);
  dov_ui_test_settle ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 4, 5, 10, 42, 0);
  g_autoptr (DovRecord) draft = NULL;
  GType type = data ? ((GType (*) (void)) data) () : DOV_TYPE_PERSON;
  g_autoptr (GError) error = NULL;

  dov_clock_set (now);
  fixture->path = g_build_filename (folder, "form.doverie", NULL);
  fixture->store = dov_store_open (fixture->path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (fixture->store);
  draft = dov_record_new (type, 0);
  open_form (fixture, draft, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dov_ui_test_close (fixture->window);
  g_clear_object (&fixture->draft);
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->path, g_free);
  dov_clock_set (NULL);
}

static void
type (Fixture    *fixture,
      const char *field,
      const char *text)
{
  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (fixture->form, field)), text);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  dov_ui_test_settle ();
}

static const char *
error_of (Fixture    *fixture,
          const char *field)
{
  return dov_field_row_get_error (dov_form_find_row (fixture->form, field));
}

static gboolean
has_focus (Fixture    *fixture,
           const char *field)
{
  GtkWidget *row = GTK_WIDGET (dov_form_find_row (fixture->form, field));

  return gtk_widget_is_ancestor (dov_ui_test_get_focus (row), row);
}

static void
press (Fixture    *fixture,
       const char *accelerator)
{
  dov_ui_test_press_accel (GTK_WIDGET (fixture->form), accelerator);
}

/* Save stays pressable and says what is missing; F8 walks it; the notice follows. */
static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  type (fixture, "birth_date", "31.02.2015");
  type (fixture, "phone", "12");
  g_assert_nonnull (error_of (fixture, "birth_date"));
  g_assert_null (error_of (fixture, "last_name"));     /* nobody is scolded before save */

  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_nonnull (error_of (fixture, "last_name"));
  g_assert_null (error_of (fixture, "first_name"));    /* somebody may have one name */
  g_assert_null (error_of (fixture, "patronymic"));
  g_assert_true (has_focus (fixture, "last_name"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "Осталось исправить 3 поля"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "«Фамилия», «Дата рождения» и «Телефон»"));
  dov_ui_test_picture (GTK_WIDGET (fixture->form), "form-missing");

  press (fixture, "F8");
  g_assert_true (has_focus (fixture, "birth_date"));
  press (fixture, "F8");
  g_assert_true (has_focus (fixture, "phone"));
  press (fixture, "F8");
  g_assert_true (has_focus (fixture, "last_name"));

  type (fixture, "last_name", "Щукин");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "Осталось исправить 2 поля"));
  type (fixture, "first_name", "Ёрш");
  type (fixture, "birth_date", "28.2.15");
  type (fixture, "phone", "8 900 000 12 13");
  g_assert_null (dov_ui_test_find (GTK_WIDGET (fixture->form), DOV_TYPE_NOTICE, NULL));
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpint (dov_record_get_id (fixture->draft), !=, 0);
}

/* What the field's own rule says stands under it as soon as it is left. */
static void
test_left (Fixture      *fixture,
           gconstpointer data)
{
  static const struct { const char *field, *bad, *good, *shown; } cases[] = {
    { "last_name", "Ivanov", "иванова", "иванова" },
    { "phone", "12", "8 900 000 12 13", "+7 (900) 000-12-13" },
    { "snils", "112-233-445 59", "11223344595", "112-233-445 95" },
    { "birth_date", "5.4.2029", "5.4.2015", "05.04.2015" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *editor = dov_field_row_get_editor (dov_form_find_row (fixture->form, cases[i].field));

      g_test_message ("%s", cases[i].field);
      type (fixture, cases[i].field, cases[i].bad);
      g_assert_nonnull (error_of (fixture, cases[i].field));
      type (fixture, cases[i].field, cases[i].good);
      g_assert_null (error_of (fixture, cases[i].field));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, cases[i].shown);
    }
}

/* Somebody is there already whom the form seems to be about once more: saving it warns. */
static void
type_twin (Fixture *fixture)
{
  g_autoptr (DovRecord) other = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (GDate) born = g_date_new_dmy (5, 3, 2015);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_PERSON (other), last_name, "Щукин");
  dov_set (DOV_PERSON (other), first_name, "Пётр");
  dov_set (DOV_PERSON (other), birth_date, born);
  dov_store_save (fixture->store, other, &error);
  g_assert_no_error (error);

  type (fixture, "last_name", "Щукин");
  type (fixture, "first_name", "Петр");
  type (fixture, "birth_date", "5.3.2015");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_null (error_of (fixture, "last_name"));
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (fixture->form), DOV_TYPE_NOTICE, NULL));
}

static GtkWidget *
find_reason (Fixture *fixture)
{
  return dov_ui_test_find (GTK_WIDGET (fixture->form), GTK_TYPE_ENTRY, NULL);
}

static void
assert_reason_is_written (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpint (dov_database_count (dov_store_get_database (fixture->store),
                                       "SELECT count(*) FROM audit WHERE became = 'двоюродный брат'", NULL), ==, 1);
}

/* However it is saved, the reason that was typed is the reason; blanks are none. */
static void
test_reason (Fixture      *fixture,
             gconstpointer data)
{
  type_twin (fixture);
  dov_ui_test_type (find_reason (fixture), " \u200b\u00a0 ");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (fixture->form), GTK_TYPE_BUTTON, "Всё равно сохранить"));
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), _("Say in a few words why: it stays in the history.")));
  dov_ui_test_picture (GTK_WIDGET (fixture->form), "form-reason-wanted");

  /* What is mended meanwhile asks again, and does not take the words away. */
  dov_ui_test_type (find_reason (fixture), "двоюродный брат");
  type (fixture, "birth_date", "тридесятого");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  type (fixture, "birth_date", "5.3.2015");
  press (fixture, "<Control>s");
  assert_reason_is_written (fixture);
}

/* Esc goes back from the reason to the fields, and what was typed is there when it is asked again. A book is no reason:
 * it is refused with words, not cut. */
static void
test_reason_left (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *book = g_strnfill (501, 'x'), *most = g_strnfill (500, 'y');

  type_twin (fixture);
  dov_ui_test_type (find_reason (fixture), "троюродный брат");
  press (fixture, "Escape");
  g_assert_cmpuint (fixture->n_dismissed, ==, 0);
  g_assert_null (find_reason (fixture));
  g_assert_nonnull (gtk_widget_get_ancestor (dov_ui_test_get_focus (GTK_WIDGET (fixture->form)), DOV_TYPE_FIELD_ROW));
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (fixture))), ==, "троюродный брат");

  for (guint i = 0; i < 2; i++)
    {
      dov_ui_test_type (find_reason (fixture), book);
      if (i == 0)
        press (fixture, "<Control>s");
      else
        dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (fixture->form), GTK_TYPE_BUTTON, "Всё равно сохранить"));
      g_assert_cmpuint (fixture->n_saved, ==, 0);
      g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "В причине 501 знак"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (fixture))), ==, book);
    }
  dov_ui_test_picture (GTK_WIDGET (fixture->form), "form-reason-long");
  dov_ui_test_type (find_reason (fixture), most);
  press (fixture, "<Control>Return");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
}

/* Put off in the middle of the reason, and taken up again. */
static void
test_reason_of_draft (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DovRecord) draft = NULL;
  gint64 number;

  type_twin (fixture);
  dov_ui_test_type (find_reason (fixture), "двоюродный брат");
  press (fixture, "Escape");   /* from the reason to the fields */
  press (fixture, "Escape");
  g_assert_cmpuint (fixture->n_dismissed, ==, 1);
  dov_ui_test_close (fixture->window);

  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  number = ((DovDraft *) g_ptr_array_index (drafts, 0))->number;
  draft = dov_store_read_draft (fixture->store, number, NULL);
  open_form (fixture, draft, number);
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (fixture))), ==, "двоюродный брат");
  press (fixture, "<Control>s");
  assert_reason_is_written (fixture);
}

static void
warn_by_name (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  dov_problems_warn (problems, after, "first_name", "T7", "%s: редкое имя", DOV_PERSON (after)->first_name);
}

/* A reason holds for what was read: when the rule says something else of the same record, it is asked again. */
static void
test_reason_read (Fixture      *fixture,
                  gconstpointer data)
{
  dov_store_add_rule (fixture->store, DOV_TYPE_PERSON, FALSE, warn_by_name);
  type (fixture, "last_name", "Щукин");
  type (fixture, "first_name", "Ерофей");
  type (fixture, "birth_date", "тридцатого");
  press (fixture, "<Control>s");
  type (fixture, "birth_date", "5.3.2015");
  press (fixture, "<Control>s");
  dov_ui_test_type (find_reason (fixture), "так назвали");
  type (fixture, "birth_date", "тридцатого");
  press (fixture, "<Control>s");
  type (fixture, "first_name", "Ермил");
  type (fixture, "birth_date", "5.3.2015");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "Ермил: редкое имя"));
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
}

/* A warning is no wall: a reason and one key lead on. */
static void
test_warning (Fixture      *fixture,
              gconstpointer data)
{
  type_twin (fixture);
  dov_ui_test_picture (GTK_WIDGET (fixture->form), "form-warning");

  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (fixture->form), GTK_TYPE_ENTRY, NULL), "двоюродный брат");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (fixture->form), GTK_TYPE_BUTTON, "Всё равно сохранить"));
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpint (dov_store_count (fixture->store, DOV_TYPE_PERSON, NULL, NULL), ==, 2);
}

/* Kept a second after the last key, offered again, gone once it is saved. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;

  dov_ui_test_type (GTK_WIDGET (dov_form_find_row (fixture->form, "last_name")), "Щук");
  WAIT_FOR (dov_form_get_kept (fixture->form) != 0);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "Черновик сохранён в 10:42"));
  type (fixture, "birth_date", "вчера утром");
  dov_ui_test_close (fixture->window);
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);

  fixture->store = dov_store_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (fixture->store);
  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = dov_store_read_draft (fixture->store, ((DovDraft *) g_ptr_array_index (drafts, 0))->number, &error);
  g_assert_no_error (error);
  open_form (fixture, draft, ((DovDraft *) g_ptr_array_index (drafts, 0))->number);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "Щук"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->form), "вчера утром"));
  g_assert_nonnull (error_of (fixture, "birth_date"));

  type (fixture, "birth_date", "вчера");
  type (fixture, "first_name", "Ёрш");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  left = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

/* The name goes first: what is still half typed keeps the draft; then the day, and nothing is left to be offered again. */
static void
empty_by_hand (Fixture *fixture)
{
  g_autoptr (GPtrArray) left = NULL;

  type (fixture, "last_name", "");
  dov_form_keep (fixture->form);
  g_assert_cmpint (dov_form_get_kept (fixture->form), !=, 0);
  type (fixture, "birth_date", "");
  dov_form_keep (fixture->form);
  g_assert_cmpint (dov_form_get_kept (fixture->form), ==, 0);
  left = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

/* Kept, and then all taken back as with Ctrl+Z: nothing is left to be offered again. */
static void
test_taken_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;
  GtkWidget *row = GTK_WIDGET (dov_form_find_row (fixture->form, "last_name"));

  type (fixture, "birth_date", "вчера утром");
  dov_ui_test_type (row, "Щук");
  dov_form_keep (fixture->form);
  WAIT_FOR (dov_form_get_kept (fixture->form) != 0);
  kept = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((DovDraft *) g_ptr_array_index (kept, 0))->words, ==, "Щук");

  dov_ui_test_type (row, "");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (fixture->form), "Черновик сохранён"));
  empty_by_hand (fixture);
  g_assert_false (dov_ui_test_says (GTK_WIDGET (fixture->form), "Черновик сохранён"));
}

/* Kept, taken up on another day, and emptied by hand: nothing is left to be offered again. */
static void
test_taken_up_and_emptied (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GDateTime) next_day = g_date_time_new_utc (2027, 4, 6, 9, 5, 0);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (DovRecord) draft = NULL;
  gint64 number;

  type (fixture, "last_name", "Щук");
  type (fixture, "birth_date", "вчера утром");
  dov_form_keep (fixture->form);
  dov_ui_test_close (fixture->window);
  dov_clock_set (next_day);

  kept = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  number = ((DovDraft *) g_ptr_array_index (kept, 0))->number;
  draft = dov_store_read_draft (fixture->store, number, NULL);
  open_form (fixture, draft, number);
  empty_by_hand (fixture);

  /* What is typed after that is kept again. */
  type (fixture, "patronymic", "Ёршович");
  dov_form_keep (fixture->form);
  g_assert_cmpint (dov_form_get_kept (fixture->form), !=, 0);
}

/* In a card that is kept emptying a field is a change, and not nothing. */
static void
test_emptied_card (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DovRecord) draft = NULL;
  gint64 number;

  type (fixture, "last_name", "Щукин");
  type (fixture, "first_name", "Ёрш");
  type (fixture, "patronymic", "Ёршович");
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  draft = dov_record_dup (fixture->draft);
  dov_ui_test_close (fixture->window);

  open_form (fixture, draft, 0);
  type (fixture, "patronymic", "");
  dov_form_keep (fixture->form);
  g_assert_cmpint (dov_form_get_kept (fixture->form), !=, 0);
  dov_ui_test_close (fixture->window);
  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  number = ((DovDraft *) g_ptr_array_index (drafts, 0))->number;
  g_clear_object (&draft);
  draft = dov_store_read_draft (fixture->store, number, NULL);
  open_form (fixture, draft, number);
  type (fixture, "patronymic", "Ёршович");
  dov_form_keep (fixture->form);
  g_assert_cmpint (dov_form_get_kept (fixture->form), ==, 0);
}

static void
test_dismissed (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  type (fixture, "full_name", "Клуб");
  press (fixture, "Escape");
  g_assert_cmpuint (fixture->n_dismissed, ==, 1);
  g_assert_cmpint (dov_store_count (fixture->store, DOV_TYPE_ORGANISATION, NULL, NULL), ==, 0);
  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_false (dov_form_save (fixture->form));
}

/* What saved it can be undone; a form in which nothing was changed undoes nothing of others. */
static void
test_operation (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (DovRecord) other = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (DovRecord) same = NULL;

  type (fixture, "last_name", "Щукин");
  type (fixture, "first_name", "Ёрш");
  g_assert_cmpint (dov_form_get_operation (fixture->form), ==, 0);
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpint (dov_form_get_operation (fixture->form), ==, dov_store_get_last_operation (fixture->store));
  g_assert_cmpint (dov_form_get_operation (fixture->form), >, 0);
  dov_ui_test_close (fixture->window);

  dov_set (DOV_PERSON (other), last_name, "Карасёв");
  dov_set (DOV_PERSON (other), first_name, "Яков");
  dov_store_accept_all (fixture->store, NULL);
  g_assert_true (dov_store_save (fixture->store, other, NULL));
  same = dov_record_dup (fixture->draft);
  open_form (fixture, same, 0);
  press (fixture, "<Control>s");
  g_assert_cmpuint (fixture->n_saved, ==, 2);
  g_assert_cmpint (dov_form_get_operation (fixture->form), ==, 0);
}

/* Tab goes down the left column, then down the right one, and comes to the buttons. */
static void
test_reading_order (Fixture      *fixture,
                    gconstpointer data)
{
  static const char *const order[] = {
    "full_name", "short_name", "kind", "sector", "roles", "address", "phone", "email", "site", "contact_person",
    "head_position", "head_name", "represented_by", "acts_under", "inn", "kpp", "ogrn", "bank_details",
    "agreement_no", "agreement_date", "valid_until",
  };

  g_assert_true (has_focus (fixture, order[0]));
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    {
      for (guint n = 0; n < 8 && !has_focus (fixture, order[i]); n++)
        gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      g_test_message ("%s", order[i]);
      g_assert_true (has_focus (fixture, order[i]));
    }
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  g_assert_true (GTK_IS_BUTTON (dov_ui_test_get_focus (GTK_WIDGET (fixture->window))));
  dov_ui_test_picture (GTK_WIDGET (fixture->form), "form-organisation");
}

static void
check_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_words (child);
}

/* In large text and a small window what is saved and the buttons stand in two lines, and say all of their words. */
static void
test_foot (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *print = dov_form_add_action (fixture->form, "printer-symbolic", "Выдать и напечатать договор");
  GtkWidget *foot = gtk_widget_get_ancestor (print, DOV_TYPE_FORM_FOOTER);

  dov_form_set_verbs (fixture->form, "Выдать напрокат", "Не выдавать");
  dov_form_set_total (fixture->form, "Выдача № 32: 3 позиции");
  for (guint percent = 100; percent <= 150; percent += 50)
    {
      dov_ui_test_set_text_size (percent);
      dov_ui_test_resize (fixture->window, 800, 500);
      dov_ui_test_settle ();
      check_words (foot);
      g_assert_cmpint (gtk_widget_get_width (foot), <=, 800);
    }
  dov_ui_test_set_text_size (100);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/form/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/form/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/rules/V9/form/warning", Fixture, NULL, set_up, test_warning, tear_down);
  g_test_add ("/form/reason", Fixture, NULL, set_up, test_reason, tear_down);
  g_test_add ("/form/reason-read", Fixture, NULL, set_up, test_reason_read, tear_down);
  g_test_add ("/form/reason-left", Fixture, NULL, set_up, test_reason_left, tear_down);
  g_test_add ("/form/reason-of-draft", Fixture, NULL, set_up, test_reason_of_draft, tear_down);
  g_test_add ("/form/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/form/taken-up-and-emptied", Fixture, NULL, set_up, test_taken_up_and_emptied, tear_down);
  g_test_add ("/form/emptied-card", Fixture, NULL, set_up, test_emptied_card, tear_down);
  g_test_add ("/form/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/form/dismissed", Fixture, dov_organisation_get_type, set_up, test_dismissed, tear_down);
  g_test_add ("/form/operation", Fixture, NULL, set_up, test_operation, tear_down);
  g_test_add ("/form/reading-order", Fixture, dov_organisation_get_type, set_up, test_reading_order, tear_down);

  g_test_add ("/form/foot", Fixture, NULL, set_up, test_foot, tear_down);

  return g_test_run ();
}
