/* test-door.c - the door by keyboard alone: sixty people and no mouse, a PIN that holds, and kill -9 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "dov-attendance.h"
#include "dov-door-card.h"
#include "dov-door-lock.h"
#include "dov-door-page.h"
#include "dov-door-people.h"
#include "dov-door-row.h"
#include "dov-door-side.h"
#include "dov-event-headcount.h"
#include "dov-event-page.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-headcount.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-today-page.h"
#include "dov-ui-evening.h"
#include "dov-ui-keys.h"
#include "dov-ui-pictures.h"
#include "dov-ui-program.h"
#include "dov-ui-test.h"
#include "dov-walk-in.h"
#include "dov-window.h"

#define N_PEOPLE 60

/* How long a mark may take from the Enter to the answer. */
#define MARK_MILLISECONDS 100

/* ---- sixty people ---- */

static gint64
add_person (Evening    *self,
            const char *last,
            const char *first,
            int         year,
            const char *village)
{
  gint64 id = dov_ui_fixture_add_person (self->fixture, last, first, "", year);

  evening_change (self, DOV_TYPE_PERSON, id, "live_address", village);

  return id;
}

static const char *const lasts[] = { "Абатуров", "Вершинин", "Голубев", "Дресвянников", "Жуйков", "Зубарев", "Кислицын",
                                     "Лобастов", "Мокрушин", "Окунев" };
static const char *const firsts[] = { "Артём", "Богдан", "Виктор", "Глеб", "Денис", "Захар" };

static void
add_sixty (Evening *self)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    add_person (self, lasts[i % 10], firsts[i / 10], 1960 + (int) i, i % 2 ? "с. Слудка" : "д. Куршино");
}

static double
mark_one (Evening *self,
          guint    i)
{
  g_autofree char *last = g_utf8_substring (lasts[i % 10], 0, 3);
  g_autofree char *first = g_utf8_substring (firsts[i / 10], 0, 2);
  g_autofree char *typed = g_utf8_strdown (last, -1);
  g_autofree char *second = g_utf8_strdown (first, -1);
  g_autofree char *letters = g_strdup_printf ("%s %s", typed, second);
  gint64 start = g_get_monotonic_time ();

  dov_ui_keys_write (GTK_WIDGET (self->window), letters);
  dov_ui_test_strike (GTK_WIDGET (self->window), "Return");

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
test_sixty (void)
{
  Evening self = { 0 };
  double sum = 0, longest = 0;

  evening_begin (&self);
  add_sixty (&self);
  evening_open_door (&self, NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      double taken = mark_one (&self, i);

      sum += taken;
      longest = MAX (longest, taken);
    }
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (self.window), "door-sixty");
  printf ("# %d people marked by keyboard: %.1f ms each with search and typing, at most %.1f ms\n", N_PEOPLE,
          sum / N_PEOPLE, longest);
  g_assert_true (evening_says (&self, "отмечено 60 + без имени 0 = 60"));
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM attendance a JOIN event e ON e.id = a.event_id"
                               " WHERE e.title = 'Семейный кинозал' AND a.removed IS NULL AND a.status = 'checked_in'"),
                   ==, N_PEOPLE);
  g_assert_cmpint (evening_run (&self, "SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM event_headcount h"
                               " JOIN event e ON e.id = h.event_id WHERE e.title = 'Семейный кинозал'"), ==, N_PEOPLE);
  if (g_test_perf ())
    g_assert_cmpfloat (sum / N_PEOPLE, <, MARK_MILLISECONDS);

  /* One more than there are seats: let in, and said in red. */
  evening_press (&self, "F8");
  g_assert_true (evening_says (&self, "Сверх числа мест: 1"));
  dov_ui_test_picture (GTK_WIDGET (self.window), "door-over");
  evening_end (&self);
}

/* ---- what is seen, and what is not ---- */

static gint64
add_family (Evening *self)
{
  gint64 family = dov_ui_fixture_add_family (self->fixture, "Черемисиновы", "3-2027/077",
                                             "с. Слудка, ул. Тайная, д. 14", "active", 0);
  static const struct { const char *last, *first; int year; } members[] = {
    { "Черемисинова", "Оксана", 1986 }, { "Черемисинова", "Полина", 2017 }, { "Черемисинов", "Матвей", 2022 },
  };

  evening_change (self, DOV_TYPE_FAMILY, family, "phone", "+79000009914");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gint64 person = add_person (self, members[i].last, members[i].first, members[i].year, "с. Слудка, ул. Тайная, д. 14");
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
      g_autoptr (GError) error = NULL;

      evening_change (self, DOV_TYPE_PERSON, person, "phone", "+79000009914");
      if (i == 1)
        evening_change (self, DOV_TYPE_PERSON, person, "no_photo", "1");
      dov_record_set_number (member, "family_id", family);
      dov_record_set_number (member, "person_id", person);
      dov_record_set_text (member, dov_record_class_find_field (DOV_RECORD_GET_CLASS (member), "kinship"), "other", NULL);
      dov_store_accept_all (self->fixture->store, NULL);
      dov_store_save (self->fixture->store, member, &error);
      g_assert_no_error (error);
    }
  evening_change (self, DOV_TYPE_FAMILY, family, "urgent_remark", "Судебный запрет: отцу не отдавать");
  add_person (self, "Черезов", "Никита", 2013, "д. Куршино");

  return family;
}

static DovDoorRow *
get_chosen (GtkWidget *inside)
{
  if (DOV_IS_DOOR_ROW (inside) && gtk_widget_has_css_class (inside, "chosen"))
    return DOV_DOOR_ROW (inside);

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      DovDoorRow *row = get_chosen (child);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static void
test_keys (void)
{
  Evening self = { 0 };
  GtkWidget *window;

  evening_begin (&self);
  add_family (&self);
  window = GTK_WIDGET (self.window);
  evening_open_door (&self, NULL);
  dov_ui_test_picture (window, "door-empty");

  evening_type (&self, "чер");
  g_assert_true (evening_says (&self, "Черемисиновы, с. Слудка"));
  evening_press (&self, "Down");
  evening_press (&self, "Down");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  dov_ui_test_picture (window, "door-marked");

  /* The same key again: answered, not toggled. */
  evening_press (&self, "Return");
  g_assert_true (dov_ui_test_says (window, "Черемисинова Оксана уже здесь, с 15:00."));
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  evening_press (&self, "Escape");

  evening_press (&self, "<Control>Return");
  g_assert_true (evening_says (&self, "отмечено 3 + без имени 0 = 3"));
  g_assert_true (evening_says (&self, "Отмечены: Черемисиновы, 2 человека. Позовите заведующую"));
  dov_ui_test_picture (window, "door-family");
  evening_press (&self, "<Control>Return");
  g_assert_true (evening_says (&self, "Черемисиновы: все уже здесь."));

  evening_press (&self, "F6");
  evening_press (&self, "F6");
  evening_press (&self, "F6");
  evening_press (&self, "<Shift>F6");
  evening_press (&self, "F10");
  g_assert_true (evening_says (&self, "отмечено 3 + без имени 3 = 6"));
  evening_press (&self, "<Shift>F9");
  g_assert_true (evening_says (&self, "отмечено 3 + без имени 3 = 6"));

  evening_press (&self, "<Control>z");
  evening_press (&self, "<Control>z");
  g_assert_true (evening_says (&self, "отмечено 3 + без имени 3 = 6"));
  evening_press (&self, "<Control>z");
  evening_press (&self, "<Control>z");
  evening_press (&self, "<Control>z");
  evening_press (&self, "<Control>z");
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  evening_press (&self, "<Control>z");
  g_assert_true (evening_says (&self, "отмечено 0 + без имени 0 = 0"));
  evening_press (&self, "<Control>z");
  g_assert_true (evening_says (&self, "отмечено 0 + без имени 0 = 0"));
  evening_press (&self, "<Control><Shift>z");
  g_assert_true (evening_says (&self, "отмечено 0 + без имени 0 = 0"));

  /* The keyboard was left in Latin letters. */
  evening_press (&self, "Escape");
  evening_press (&self, "Escape");
  evening_type (&self, "xth ybr");
  g_assert_nonnull (get_chosen (evening_get_page (&self)));
  g_assert_true (g_str_has_prefix (dov_door_row_get_spoken (get_chosen (evening_get_page (&self))), "Черезов Никита"));
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  evening_end (&self);
}

static void
test_newcomer (void)
{
  Evening self = { 0 };
  GtkWidget *window;

  evening_begin (&self);
  add_family (&self);
  window = GTK_WIDGET (self.window);
  evening_open_door (&self, NULL);

  /* From the search, with Enter: nobody has such letters. */
  evening_type (&self, "русских ева");
  evening_press (&self, "Return");
  dov_ui_keys_write (window, "восемь");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "Укажите возраст — 7, год — 2013 или дату — 5.03.2013."));
  dov_ui_test_picture (window, "door-newcomer-wrong");
  dov_ui_keys_write (window, "8");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM person WHERE last_name = 'Русских' AND first_name = 'Ева'"
                               " AND birth_year = 2019 AND age_estimated AND live_address = 'с. Слудка'"), ==, 1);

  /* By F2: somebody of the same name is offered, without the date of birth. */
  evening_press (&self, "F2");
  dov_ui_keys_write (window, "Черезов Никита");
  evening_press (&self, "Tab");
  dov_ui_keys_write (window, "2013");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "Возможно, уже есть"));
  dov_ui_test_picture (window, "door-newcomer-likely");
  evening_press (&self, "Return");
  WAIT_FOR (evening_says (&self, "отмечено 2 + без имени 0 = 2"));
  dov_ui_test_settle ();
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM person WHERE last_name = 'Черезов'"), ==, 1);

  /* One undoing takes back the mark and the card. */
  evening_press (&self, "<Control>z");
  evening_press (&self, "<Control>z");
  g_assert_true (evening_says (&self, "отмечено 0 + без имени 0 = 0"));
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM person WHERE last_name = 'Русских' AND first_name = 'Ева'"
                               " AND removed IS NULL"), ==, 0);
  evening_end (&self);
}

/* Nothing is cut but the long name in the list. */
static void
assert_whole (GtkWidget *inside)
{
  if (GTK_IS_LIST_BOX (inside))
    return;
  if (GTK_IS_LABEL (inside) && gtk_widget_get_mapped (inside))
    {
      g_test_message ("%s", gtk_label_get_text (GTK_LABEL (inside)));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (inside))));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

/* The letters go down only when nobody is called so; by F2 selected, by Enter to go on with. Who has one name is
 * written down with it, once that was read. */
static void
test_one_name (void)
{
  Evening self = { 0 };
  GtkWidget *window, *name, *side;
  int place, start = 0, end = 0;

  evening_begin (&self);
  add_family (&self);
  window = GTK_WIDGET (self.window);
  evening_open_door (&self, NULL);
  name = dov_ui_test_find (window, DOV_TYPE_WALK_IN, NULL);
  name = dov_ui_test_find (name, GTK_TYPE_ENTRY, NULL);
  side = dov_ui_test_find (window, DOV_TYPE_DOOR_SIDE, NULL);
  place = gtk_widget_get_width (side);

  evening_type (&self, "чер");
  evening_press (&self, "F2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  evening_press (&self, "Escape");
  evening_type (&self, "джоха");
  evening_press (&self, "F2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Джоха");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (name), &start, &end));
  g_assert_cmpint (end - start, ==, 5);
  dov_ui_keys_write (window, "Фатима");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Фатима");

  /* What was typed by hand stays at F2, and Enter on another unknown name puts it away. */
  evening_press (&self, "Escape");
  evening_press (&self, "F2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Фатима");
  evening_press (&self, "Escape");
  evening_type (&self, "pfhtvf");
  evening_press (&self, "Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Зарема");
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (name), &start, &end));
  evening_press (&self, "Tab");
  dov_ui_keys_write (window, "31");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, _("Mark all the same")));
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Mark all the same")));
  g_assert_true (evening_says (&self, "отмечено 1 + без имени 0 = 1"));
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM person WHERE last_name = 'Зарема'"
                               " AND ifnull (first_name, '') = ''"), ==, 1);

  /* A name of one word that comes at once, as from the clipboard, goes the same way. */
  evening_press (&self, "F2");
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (window), name));
  g_signal_emit_by_name (dov_ui_test_get_focus (window), "insert-at-cursor", " Муслимбек\n");
  dov_ui_test_settle ();
  evening_press (&self, "Tab");
  dov_ui_keys_write (window, "24");
  evening_press (&self, "Return");
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Mark all the same")));
  g_assert_true (evening_says (&self, "отмечено 2 + без имени 0 = 2"));
  g_assert_cmpint (evening_run (&self, "SELECT count(*) FROM person WHERE last_name = 'Муслимбек'"
                               " AND ifnull (first_name, '') = ''"), ==, 1);

  /* A long name among the last marks moves nothing, and what stands above it is read whole. */
  add_person (&self, "Константинопольская-Преображенская", "Александрина", 1981, "с. Слудка");
  evening_type (&self, "константиноп");
  evening_press (&self, "Return");
  g_assert_true (evening_says (&self, "отмечено 3 + без имени 0 = 3"));
  g_assert_cmpint (gtk_widget_get_width (side), ==, place);
  assert_whole (side);
  evening_end (&self);
}

/* Everything that any widget below says or would say. */
static void
collect (GtkWidget *widget,
         GString   *all)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (all, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (all, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (all, "%s\n", gtk_widget_get_tooltip_text (widget));
  if (DOV_IS_DOOR_ROW (widget))
    g_string_append_printf (all, "%s\n", dov_door_row_get_spoken (DOV_DOOR_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, all);
}

/* N6: nothing of the family but what the door is for, in any widget, seen or not. */
static void
test_private (void)
{
  static const char *const secrets[] = {
    "Тайная", "9914", "3-2027", "запрет", "отцу", "СОП", "многодетн", "малоимущ", "active", "сопровожден", "1986", "2017",
  };
  static const char *const typed[] = { "", "чер", "поли", "тайная", "9914", "а" };
  Evening self = { 0 };
  gint64 family;

  evening_begin (&self);
  family = add_family (&self);
  {
    g_autoptr (DovRecord) category = dov_record_new (DOV_TYPE_FAMILY_CATEGORY, 0);
    g_autoptr (GError) error = NULL;

    dov_record_set_number (category, "family_id", family);
    dov_record_set_number (category, "category_id",
                           evening_run (&self, "SELECT min(id) FROM ref_item WHERE list_code = 'family_category'"));
    dov_record_set_text (category, dov_record_class_find_field (DOV_RECORD_GET_CLASS (category), "since"), "2027-01-09", NULL);
    dov_store_accept_all (self.fixture->store, NULL);
    dov_store_save (self.fixture->store, category, &error);
    g_assert_no_error (error);
  }
  evening_open_door (&self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GString) all = g_string_new (NULL);

      evening_press (&self, "Escape");
      if (!DOV_IS_DOOR_PAGE (evening_get_page (&self)))
        evening_open_door (&self, NULL);
      evening_type (&self, typed[i]);
      if (g_str_equal (typed[i], "чер"))
        evening_press (&self, "<Control>Return");
      collect (evening_get_page (&self), all);
      for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
        {
          g_autofree char *rest = g_strdup (all->str);
          char *search = strstr (rest, typed[i]);

          /* What the volunteer types stands in the search itself. */
          if (*typed[i] != '\0' && search != NULL && strstr (typed[i], secrets[j]) != NULL)
            continue;
          if (*typed[i] != '\0' && g_ascii_strcasecmp (typed[i], secrets[j]) == 0)
            continue;
          if (strstr (all->str, secrets[j]) != NULL)
            g_error ("“%s” is told at the door after “%s”", secrets[j], typed[i]);
        }
      if (g_str_equal (typed[i], "чер"))
        {
          g_assert_nonnull (strstr (all->str, "позвать заведующую"));
          g_assert_nonnull (strstr (all->str, "без фото"));
        }
    }
  evening_end (&self);
}

/* ---- the PIN ---- */

static void
test_pin (void)
{
  static const char *const keys[] = {
    "<Control>k", "F1", "F9", "<Control>f", "<Control>n", "<Control>s", "<Control>h", "<Control>d", "<Control>question",
    "<Control>comma", "<Control>F1", "<Alt>1", "<Alt>2", "<Alt>9", "<Alt>Left",
  };
  static const char *const actions[] = {
    "win.find", "win.journal", "win.shortcuts", "win.about", "win.undo", "win.redo", "win.add", "win.search",
  };
  Evening self = { 0 };
  GtkWidget *window;

  evening_begin (&self);
  add_family (&self);
  window = GTK_WIDGET (self.window);
  evening_open_door (&self, "4711");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      evening_press (&self, keys[i]);
      evening_assert_at_door (&self);
      /* Asked for the PIN or answered: away from either in the same way. */
      evening_press (&self, "Escape");
      evening_assert_at_door (&self);
      if (dov_ui_test_find (evening_get_page (&self), DOV_TYPE_DOOR_CARD, NULL) != NULL)
        evening_press (&self, "Escape");
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (window, actions[i], NULL);
      evening_assert_at_door (&self);
    }
  gtk_widget_activate_action (window, "win.section", "s", "families");
  evening_assert_at_door (&self);
  dov_window_show_section (self.window, "families");
  evening_assert_at_door (&self);
  dov_go_record (DOV_SHELL (self.window), DOV_TYPE_EVENT, self.event);
  evening_assert_at_door (&self);
  gtk_window_close (GTK_WINDOW (window));
  dov_ui_test_settle ();
  evening_assert_at_door (&self);

  /* The card is there now: a wrong PIN, then three, then the right one. */
  g_assert_nonnull (dov_ui_test_find (evening_get_page (&self), DOV_TYPE_DOOR_CARD, NULL));
  /* Who forgot it reads here what to do, with the file to do it to: the help is out of reach. */
  g_assert_true (evening_says (&self, "doverie-tool close-door '"));
  g_assert_true (evening_says (&self, dov_store_get_path (self.fixture->store)));
  for (guint i = 0; i < 3; i++)
    {
      dov_ui_keys_write (window, "1111");
      evening_press (&self, "Return");
      evening_assert_at_door (&self);
    }
  g_assert_true (evening_says (&self, "Неверный ПИН-код. Следующая попытка — через 5 секунд."));
  dov_ui_test_picture (window, "door-pin-wrong");
  dov_ui_keys_write (window, "4711");
  evening_press (&self, "Return");
  evening_assert_at_door (&self);

  {
    g_autoptr (GDateTime) now = dov_clock_dup_now ();
    g_autoptr (GDateTime) later = g_date_time_add_seconds (now, 6);

    dov_clock_set (later);
  }
  WAIT_FOR (!evening_says (&self, "Следующая попытка"));
  evening_press (&self, "Escape");
  evening_press (&self, "Escape");
  dov_ui_keys_write (window, "4711");
  dov_ui_test_picture (window, "door-pin");
  evening_press (&self, "Return");
  g_assert_true (DOV_IS_TODAY_PAGE (evening_get_page (&self)));
  g_assert_cmpint (dov_door_find_open (self.fixture->store), ==, 0);
  evening_press (&self, "<Alt>2");
  g_assert_cmpstr (dov_page_get_section (DOV_PAGE (evening_get_page (&self))), ==, "families");
  evening_end (&self);
}

static void
test_without_pin (void)
{
  Evening self = { 0 };

  evening_begin (&self);
  evening_open_door (&self, NULL);
  evening_press (&self, "<Control>k");
  evening_assert_at_door (&self);
  evening_press (&self, "Escape");
  evening_press (&self, "Escape");
  g_assert_true (DOV_IS_TODAY_PAGE (evening_get_page (&self)));
  g_assert_cmpint (dov_door_find_open (self.fixture->store), ==, 0);
  evening_end (&self);
}

/* The door is closed by somebody else while its PIN is asked for: the window goes all the same. */
static void
test_closed_underneath (void)
{
  Evening self = { 0 };
  g_autoptr (GError) error = NULL;

  evening_begin (&self);
  evening_open_door (&self, "4711");
  evening_press (&self, "Escape");
  g_assert_nonnull (dov_ui_test_find (evening_get_page (&self), DOV_TYPE_DOOR_CARD, NULL));
  g_assert_true (dov_door_close (self.fixture->store, "4711", &error));
  g_assert_no_error (error);
  gtk_window_close (GTK_WINDOW (self.window));
  dov_ui_test_settle ();
  dov_ui_fixture_free (self.fixture);
}

/* ---- kill -9 ---- */

/* The other side of test_kill(): a program at a door with a PIN, in the middle of a name. */
static void
stand_at_door (const char *file)
{
  g_autoptr (DovApplication) application = dov_ui_program_start (file);
  DovStore *store = dov_application_get_store (application);
  GtkWidget *window = dov_ui_program_get_window (application);
  const DovQuery query = { .where = "title = 'Семейный кинозал'" };
  g_autoptr (DovRecord) event = dov_store_find_first (store, DOV_TYPE_EVENT, &query, NULL);

  dov_door_page_begin (window, store, dov_record_get_id (event));
  dov_ui_test_settle ();
  gtk_switch_set_active (GTK_SWITCH (dov_ui_test_find (window, GTK_TYPE_SWITCH, NULL)), TRUE);
  dov_ui_test_settle ();
  dov_ui_keys_write (window, "4711");
  dov_ui_test_press_accel (window, "Return");
  dov_ui_keys_write (window, "4711");
  dov_ui_test_press_accel (window, "Return");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *typed = g_strdup_printf ("%s %s", lasts[i % 10], firsts[i / 10]);

      dov_ui_keys_write (window, typed);
      dov_ui_test_press_accel (window, "Return");
    }
  for (guint i = 0; i < 5; i++)
    dov_ui_test_press_accel (window, "F6");
  dov_ui_test_press_accel (window, "F2");
  dov_ui_keys_write (window, "Нечаева Агния");
  WAIT_FOR (dov_database_count (dov_store_get_database (store), "SELECT count(*) FROM draft", NULL) > 0);
  kill (getpid (), SIGKILL);
}

static void
test_kill (void)
{
  Evening self = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  g_autofree char *self_path = g_file_read_link ("/proc/self/exe", NULL);
  GtkWidget *window;
  DovStore *store;
  int status = 0;

  evening_begin (&self);
  add_sixty (&self);
  path = g_strdup (dov_store_get_path (self.fixture->store));
  dov_ui_test_close (GTK_WINDOW (self.window));
  dov_store_close (self.fixture->store, NULL);
  g_spawn_sync (NULL, (char *[]) { self_path, (char *) "--at-the-door", path, NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  application = dov_ui_program_start (path);
  window = dov_ui_program_get_window (application);
  store = dov_application_get_store (application);
  g_assert_true (DOV_IS_DOOR_PAGE (dov_ui_program_get_page (application)));
  g_assert_true (dov_ui_test_says (window, "отмечено 12 + без имени 5 = 17"));
  g_assert_true (dov_ui_test_says (window, "без имени, 7–13\u00a0лет"));
  g_assert_nonnull (dov_ui_test_find (window, GTK_TYPE_ENTRY, "Нечаева Агния"));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_ui_test_picture (window, "door-after-kill");

  /* No way round, and the PIN as before. */
  dov_ui_test_press_accel (window, "<Alt>2");
  gtk_window_close (GTK_WINDOW (window));
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_DOOR_PAGE (dov_ui_program_get_page (application)));
  other = g_build_filename (self.fixture->folder, "other.doverie", NULL);
  dov_application_open (application, other, DOV_STORE_CREATE);
  g_assert_true (dov_application_get_store (application) == store);
  g_assert_true (DOV_IS_DOOR_PAGE (dov_ui_program_get_page (application)));
  dov_ui_keys_write (window, "4711");
  dov_ui_test_press_accel (window, "Return");
  g_assert_true (DOV_IS_TODAY_PAGE (dov_ui_program_get_page (application)));
  g_assert_cmpint (dov_door_find_open (store), ==, 0);
  dov_ui_program_close (application);
  g_object_unref (self.fixture->store);
  g_free (self.fixture->folder);
  g_free (self.fixture);
}

/* ---- looks ---- */

static gboolean
is_plain (GtkWidget *inside)
{
  gboolean is_so = gtk_widget_has_css_class (inside, "plain") && gtk_widget_has_css_class (inside, "door");

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    is_so |= is_plain (child);

  return is_so;
}

static void
assert_on_screen (GtkWidget *window,
                  GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, window, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (window));
  g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (window));
}

/* The way out and the keys that count stand on the screen whole; the sum, and the name of whoever and whatever household
 * are read whole: badges and buttons go below it instead. */
static void
assert_usable (GtkWidget *window,
               GtkWidget *inside)
{
  if (gtk_widget_has_css_class (inside, "plus-one"))
    assert_on_screen (window, inside);
  if (GTK_IS_LABEL (inside) && (gtk_widget_has_css_class (inside, "who") || gtk_widget_has_css_class (inside, "family-head")
                                || gtk_widget_has_css_class (inside, "came-sum")))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (inside))));
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_usable (window, child);
}

static void
test_looks (void)
{
  static const struct { const char *name; int width, height; guint percent; gboolean is_dark; } looks[] = {
    { "door", 1366, 768, 100, FALSE }, { "door-dark", 1366, 768, 100, TRUE }, { "door-150", 1366, 768, 150, FALSE },
    { "door-small", 1024, 600, 100, FALSE }, { "door-small-dark", 1024, 600, 100, TRUE },
    { "door-125", 1366, 768, 125, FALSE }, { "door-200", 1366, 768, 200, FALSE }, { "door-large", 1920, 1080, 100, FALSE },
    { "door-small-125", 1024, 600, 125, FALSE }, { "door-small-150", 1024, 600, 150, FALSE },
    { "door-small-200", 1024, 600, 200, FALSE },
  };
  Evening self = { 0 };

  evening_begin (&self);
  add_family (&self);
  add_sixty (&self);
  evening_open_door (&self, NULL);
  for (guint i = 0; i < 21; i++)
    mark_one (&self, i);
  evening_press (&self, "F5");
  evening_press (&self, "F5");
  for (guint i = 0; i < 4; i++)
    evening_press (&self, "F6");
  evening_press (&self, "F7");
  evening_press (&self, "F9");
  evening_type (&self, "окс");
  evening_press (&self, "Return");
  evening_type (&self, "чер");
  evening_press (&self, "Down");
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      int least, lowest;

      /* On that screen first: the page keeps the shape that it has there when letters grow. */
      dov_ui_test_resize (GTK_WINDOW (self.window), looks[i].width, looks[i].height);
      dov_ui_test_set_dark (looks[i].is_dark);
      dov_ui_test_set_text_size (looks[i].percent);
      dov_ui_test_settle ();
      /* Without a window manager the window stays as large as its letters made it for a moment. */
      dov_ui_test_resize (GTK_WINDOW (self.window), looks[i].width, looks[i].height);
      WAIT_FOR (is_plain (evening_get_page (&self)) == (looks[i].width < 1200 || looks[i].percent > 120));
      gtk_widget_measure (GTK_WIDGET (self.window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self.window), GTK_ORIENTATION_VERTICAL, looks[i].width, &lowest, NULL, NULL, NULL);
      g_test_message ("%s: %d × %d of %d × %d", looks[i].name, least, lowest, looks[i].width, looks[i].height);
      g_assert_cmpint (least, <=, looks[i].width);
      g_assert_cmpint (lowest, <=, looks[i].height);
      assert_on_screen (GTK_WIDGET (self.window), dov_ui_test_find (GTK_WIDGET (self.window), GTK_TYPE_LABEL, _("Finish")));
      assert_usable (GTK_WIDGET (self.window), GTK_WIDGET (self.window));
      dov_ui_pictures_check_cut (GTK_WIDGET (self.window), looks[i].name);
      dov_ui_test_picture (GTK_WIDGET (self.window), looks[i].name);
      dov_ui_test_set_text_size (100);
    }
  dov_ui_test_set_dark (FALSE);
  evening_end (&self);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *file = argc == 3 && g_str_equal (argv[1], "--at-the-door") ? g_strdup (argv[2]) : NULL;

  g_setenv ("DOVERIE_NOW", "2027-03-17T15:00", TRUE);
  dov_ui_test_init (&argc, &argv);
  if (file != NULL)
    stand_at_door (file);

  g_test_add_func ("/door/sixty", test_sixty);
  g_test_add_func ("/door/keys", test_keys);
  g_test_add_func ("/door/newcomer", test_newcomer);
  g_test_add_func ("/door/one-name", test_one_name);
  g_test_add_func ("/rules/N6/door", test_private);
  g_test_add_func ("/door/pin", test_pin);
  g_test_add_func ("/door/without-pin", test_without_pin);
  g_test_add_func ("/door/closed-underneath", test_closed_underneath);
  g_test_add_func ("/door/kill", test_kill);
  g_test_add_func ("/door/looks", test_looks);

  return g_test_run ();
}
