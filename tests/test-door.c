/* test-door.c - the door without a window: who is found, marked once, counted and taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-door-acts.h"
#include "dov-event-headcount.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-headcount.h"
#include "dov-lounge.h"
#include "dov-rules.h"

#include <string.h>

/* Thursday 5 March 2027, and an evening of that day. */
typedef struct
{
  Club      club;
  gint64    event_id;
  DovEvent *event;
  DovDoor  *door;
  gint64    oksana, polina, matvey, nikita, ivan, old_ivan, young_ivan, pestov;
  gint64    family;
} Evening;

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_person (Evening    *self,
            const char *last,
            const char *first,
            const char *patronymic,
            const char *born,
            const char *address)
{
  return club_add (&self->club, DOV_TYPE_PERSON, "last_name", last, "first_name", first, "patronymic", patronymic,
                   "birth_date", born, "live_address", address, "phone", "+79000004711", NULL);
}

static void
join (Evening *self,
      gint64   family,
      gint64   person)
{
  g_autofree char *family_id = write_id (family);
  g_autofree char *person_id = write_id (person);

  club_add (&self->club, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", person_id, "kinship", "other", NULL);
}

static void
put_down (Evening    *self,
          gint64      person,
          const char *status)
{
  g_autofree char *event_id = write_id (self->event_id);
  g_autofree char *person_id = write_id (person);

  club_add (&self->club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person_id, "status", status,
            "role", "guest", NULL);
}

static void
open_door (Evening *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->door);
  g_clear_object (&self->event);
  self->event = DOV_EVENT (dov_store_find (self->club.store, DOV_TYPE_EVENT, self->event_id, &error));
  g_assert_no_error (error);
  self->door = dov_door_new (self->club.store, self->event, &error);
  g_assert_no_error (error);
}

static void
set_up (Evening       *self,
        gconstpointer  data)
{
  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->oksana = add_person (self, "Черемисинова", "Оксана", "Игоревна", "1986-04-11", "с. Слудка, ул. Луговая, 3");
  self->polina = add_person (self, "Черемисинова", "Полина", "Ильинична", "2017-09-02", "");
  self->matvey = add_person (self, "Черемисинов", "Матвей", "Ильич", "2022-12-30", "");
  self->nikita = add_person (self, "Черезов", "Никита", "Олегович", "2013-06-15", "Куршино, Лесная 2");
  self->ivan = add_person (self, "Петров", "Иван", "Сергеевич", "1975-01-20", "хутор Дальний");
  self->old_ivan = add_person (self, "Ёлкин", "Илья", "Петрович", "1950-05-05", "с. Слудка");
  self->young_ivan = add_person (self, "Елкин", "Илья", "Петрович", "2011-05-05", "д. Куршино");
  self->pestov = add_person (self, "Пестов-Загребин", "Константин", "", "2004-08-08", "д. Нижняя Тойма");
  self->family = club_add_family (&self->club, "Черемисиновы");
  join (self, self->family, self->oksana);
  join (self, self->family, self->polina);
  join (self, self->family, self->matvey);
  club_change (&self->club, DOV_TYPE_PERSON, self->polina, "no_photo", "1");
  self->event_id = club_add_event (&self->club, "Семейный кинозал", "2027-03-05T18:00");
  club_change (&self->club, DOV_TYPE_EVENT, self->event_id, "registration", "1");
  open_door (self);
}

static void
tear_down (Evening       *self,
           gconstpointer  data)
{
  g_clear_object (&self->door);
  g_clear_object (&self->event);
  club_close (&self->club);
}

/* The names found, in order, with a bar between households. */
static char *
list_found (Evening    *self,
            const char *typed)
{
  g_autoptr (DovDoorFound) found = dov_door_find (self->door, typed, 20);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->groups->len; i++)
    {
      DovDoorGroup *group = g_ptr_array_index (found->groups, i);

      for (guint j = 0; j < group->people->len; j++)
        {
          DovDoorPerson *person = &g_array_index (group->people, DovDoorPerson, j);

          g_string_append_printf (names, "%s%s%s", j > 0 ? ", " : i > 0 ? " | " : "", person->is_match ? "" : "+",
                                  person->entry->name);
        }
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_find (Evening       *self,
           gconstpointer  data)
{
  static const struct { const char *typed, *names; } cases[] = {
    { "ив пет", "Петров Иван" },
    { "пет ив", "Петров Иван" },
    { "ИЛЬЯ", "Елкин Илья Петрович | Ёлкин Илья Петрович" },
    { "ёлкин", "Елкин Илья Петрович | Ёлкин Илья Петрович" },
    { "елк", "Елкин Илья Петрович | Ёлкин Илья Петрович" },
    { "bkmz", "Елкин Илья Петрович | Ёлкин Илья Петрович" },
    { "загр", "Пестов-Загребин Константин" },
    { "конст-пест", "Пестов-Загребин Константин" },
    { "чер", "Черезов Никита | Черемисинов Матвей, Черемисинова Оксана, Черемисинова Полина" },
    { "поли", "Черемисинова Полина, +Черемисинова Оксана, +Черемисинов Матвей" },
    { "ильич матв", "Черемисинов Матвей, +Черемисинова Оксана, +Черемисинова Полина" },
    { "зов ник", "Черезов Никита" },
    { "нет таких", "" },
    /* Neither the street nor the telephone finds anybody here. */
    { "луговая", "" },
    { "4711", "" },
    { "9000004711", "" },
    { "%", "" },
    { "' or 1", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = list_found (self, cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* Who was called otherwise is asked for by either name, and stands there by the one of today. */
static void
test_former_name (Evening       *self,
                  gconstpointer  data)
{
  g_autoptr (DovRecord) ivan = DOV_RECORD (dov_store_find_draft (self->club.store, DOV_TYPE_PERSON, self->ivan, NULL));
  g_autofree char *former = NULL, *now = NULL;

  club_fill (ivan, "last_name", "Зем\u00adсков", "name_since", "2027-03-01", NULL);
  club_save (&self->club, ivan);
  open_door (self);
  former = list_found (self, "петр ив");
  now = list_found (self, "зем\u200bсков");
  g_assert_cmpstr (former, ==, "Земсков Иван");
  g_assert_cmpstr (now, ==, "Земсков Иван");
}

static void
test_slip (Evening       *self,
           gconstpointer  data)
{
  g_autoptr (DovDoorFound) slip = dov_door_find (self->door, "bkmz", 20);
  g_autoptr (DovDoorFound) right = dov_door_find (self->door, "илья", 20);

  g_assert_cmpstr (slip->slip, ==, "илья");
  g_assert_cmpuint (slip->n_people, ==, 2);
  g_assert_null (right->slip);
}

/* What an entry says of somebody: name, age, village, not to be photographed. */
static void
test_entries (Evening       *self,
              gconstpointer  data)
{
  const struct { gint64 person; const char *place, *age; gboolean no_photo; DovBand band; } cases[] = {
    { self->oksana, "с. Слудка", "40 лет", FALSE, DOV_BAND_36_59 },
    { self->polina, "с. Слудка", "9\u00a0лет", TRUE, DOV_BAND_7_13 },
    { self->matvey, "с. Слудка", "4\u00a0года", FALSE, DOV_BAND_0_6 },
    { self->nikita, "д. Куршино", "13\u00a0лет", FALSE, DOV_BAND_7_13 },
    { self->ivan, "", "52\u00a0года", FALSE, DOV_BAND_36_59 },
    { self->young_ivan, "д. Куршино", "15\u00a0лет", FALSE, DOV_BAND_14_17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self->door), cases[i].person);
      g_autofree char *age = dov_name_entry_dup_age (entry);

      g_assert_cmpstr (entry->place, ==, cases[i].place);
      g_assert_cmpint (entry->no_photo, ==, cases[i].no_photo);
      g_assert_cmpint (entry->band, ==, cases[i].band);
      g_assert_cmpint (atoi (age), ==, atoi (cases[i].age));
    }
}

/* A book of a few has them and nobody else, and tells of them what guests may read: no street, no date. */
static void
test_few (Evening       *self,
          gconstpointer  data)
{
  GDate day = dov_moment_get_date (self->event->starts_at);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (DovNameBook) book = NULL;
  g_autoptr (DovNameBook) empty = NULL;
  g_autofree char *polina = NULL;
  g_autofree char *ivan = NULL;

  g_array_append_vals (people, (gint64[]) { self->polina, self->ivan }, 2);
  book = dov_name_book_new (self->club.store, &day, people, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dov_name_book_get_size (book), ==, 2);
  g_assert_null (dov_name_book_get (book, self->oksana));
  polina = dov_name_entry_tell (dov_name_book_get (book, self->polina));
  ivan = dov_name_entry_tell (dov_name_book_get (book, self->ivan));
  g_assert_true (g_str_has_suffix (polina, ", с. Слудка"));
  g_assert_nonnull (strstr (polina, "9 "));
  g_assert_null (strstr (polina, "201"));
  g_assert_nonnull (strstr (ivan, "52 "));
  g_assert_true (g_str_has_suffix (ivan, "years") || g_str_has_suffix (ivan, "года"));

  empty = dov_name_book_new (self->club.store, &day, nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dov_name_book_get_size (empty), ==, 0);
}

/* Whom one means: not here yet, by the surname, the first name, the patronymic, the middle of a word. */
static void
test_order (Evening       *self,
            gconstpointer  data)
{
  gint64 surname = add_person (self, "Ольгин", "Тарас", "Фёдорович", "1961-02-03", "");
  gint64 first, patronymic, middle;
  g_autofree char *before = NULL, *after = NULL, *same = NULL, *other = NULL;

  first = add_person (self, "Вьюнова", "Ольга", "Егоровна", "1983-07-08", "");
  patronymic = add_person (self, "Бажин", "Клим", "Ольгович", "1999-10-11", "");
  middle = add_person (self, "Аркольский", "Юлий", "", "1970-12-13", "");
  put_down (self, middle, "registered");
  put_down (self, patronymic, "waiting");
  open_door (self);
  before = list_found (self, "оль");
  g_assert_cmpstr (before, ==, "Ольгин Тарас | Вьюнова Ольга | Бажин Клим | Аркольский Юлий");

  put_down (self, surname, "walk_in");
  after = list_found (self, "оль");
  g_assert_cmpstr (after, ==, "Вьюнова Ольга | Бажин Клим | Аркольский Юлий | Ольгин Тарас");

  /* Nobody moves while the same letters stand there; at the next ones they do. */
  dov_door_give_places (self->door);
  put_down (self, first, "walk_in");
  same = list_found (self, "оль");
  g_assert_cmpstr (same, ==, "Вьюнова Ольга | Бажин Клим | Аркольский Юлий | Ольгин Тарас");
  dov_door_give_places (self->door);
  other = list_found (self, "ол");
  g_assert_cmpstr (other, ==, "Бажин Клим | Черезов Никита | Аркольский Юлий | Черемисинова Полина | Ольгин Тарас |"
                   " Вьюнова Ольга");
}

/* Among those who are called alike, who was put down comes first, and an urgent remark is only a call for the manager. */
static void
test_expected (Evening       *self,
               gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (DovDoorFound) found = NULL;
  DovDoorGroup *group;

  put_down (self, self->nikita, "registered");
  put_down (self, self->oksana, "waiting");
  club_change (&self->club, DOV_TYPE_FAMILY, self->family, "urgent_remark", "Судебный запрет: отец");

  first = list_found (self, "ч");
  g_assert_true (g_str_has_prefix (first, "Черезов Никита | Черемисинова Оксана, Черемисинов Матвей, Черемисинова Полина | "));
  empty = list_found (self, "");
  g_assert_cmpstr (empty, ==, "Черезов Никита");

  found = dov_door_find (self->door, "окс", 5);
  group = g_ptr_array_index (found->groups, 0);
  g_assert_true (group->family->calls_manager);
  g_assert_cmpuint (group->n_expected, ==, 1);
  g_assert_cmpuint (group->n_to_come, ==, 3);
  g_assert_cmpint (g_array_index (group->people, DovDoorPerson, 0).state, ==, DOV_DOOR_WAITING);
  g_assert_cmpint (dov_door_get_sum (self->door).expected, ==, 1);
}

static void
assert_sum (Evening *self,
            int      named,
            int      unnamed)
{
  DovDoorSum sum = dov_door_get_sum (self->door);
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (self->club.store, self->event_id);
  DovNamed counted = { 0 };

  g_assert_cmpint (sum.named, ==, named);
  g_assert_cmpint (sum.unnamed, ==, unnamed);

  /* E8, as the file has it. */
  g_assert_true (dov_headcount_count_named (self->club.store, self->event, &counted, NULL));
  g_assert_cmpint (counted.total, ==, named);
  if (named + unnamed > 0)
    g_assert_cmpint (dov_event_headcount_get_total (headcount), ==, named + unnamed);
  for (DovBand band = 0; headcount != NULL && band < DOV_N_BANDS; band++)
    g_assert_cmpint (dov_event_headcount_get_band (headcount, band), >=, counted.bands[band]);
}

static char *
read_status (Evening *self,
             gint64   person)
{
  g_autoptr (DovAttendance) mark = dov_roll_find_mark (self->club.store, self->event, person);

  return mark != NULL ? club_read (&self->club, DOV_TYPE_ATTENDANCE, dov_record_get_id (DOV_RECORD (mark)), "status")
                      : g_strdup ("");
}

static void
assert_status (Evening    *self,
               gint64      person,
               const char *expected)
{
  g_autofree char *status = read_status (self, person);

  g_assert_cmpstr (status, ==, expected);
}

/* A second mark is answered with the time of the first, and changes nothing. */
static void
test_twice (Evening       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const char *since = NULL;
  gint64 operation;

  put_down (self, self->nikita, "registered");
  g_assert_true (dov_door_mark (self->door, self->nikita, &error));
  g_assert_no_error (error);
  assert_status (self, self->nikita, "checked_in");
  g_assert_cmpint (dov_door_get_state (self->door, self->nikita, &since), ==, DOV_DOOR_HERE);
  g_assert_cmpstr (since, ==, "09:05");
  assert_sum (self, 1, 0);

  operation = dov_store_get_last_operation (self->club.store);
  g_assert_false (dov_door_mark (self->door, self->nikita, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "09:05"));
  g_assert_nonnull (strstr (error->message, "Черезов Никита"));
  g_assert_cmpint (dov_store_get_last_operation (self->club.store), ==, operation);
  assert_status (self, self->nikita, "checked_in");
  assert_sum (self, 1, 0);
}

static void
test_statuses (Evening       *self,
               gconstpointer  data)
{
  static const struct { const char *before, *after; } cases[] = {
    { "registered", "checked_in" }, { "waiting", "walk_in" }, { "cancelled", "checked_in" },
    { "no_show", "checked_in" }, { NULL, "walk_in" },
  };
  const gint64 people[] = { self->oksana, self->polina, self->matvey, self->nikita, self->ivan };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      if (cases[i].before != NULL)
        put_down (self, people[i], cases[i].before);
      g_assert_true (dov_door_mark (self->door, people[i], &error));
      g_assert_no_error (error);
      assert_status (self, people[i], cases[i].after);
    }
  assert_sum (self, 5, 0);
}

static void
test_family (Evening       *self,
             gconstpointer  data)
{
  const DovNameFamily *family = dov_name_book_get (dov_door_get_book (self->door), self->oksana)->family;
  g_autoptr (GError) error = NULL;
  guint n_marked = 0;
  gint64 operation;

  g_assert_true (dov_door_mark (self->door, self->oksana, &error));
  operation = dov_store_get_last_operation (self->club.store);
  g_assert_true (dov_door_mark_family (self->door, family, &n_marked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_marked, ==, 2);
  g_assert_cmpint (dov_store_get_last_operation (self->club.store), ==, operation + 1);
  assert_sum (self, 3, 0);

  g_assert_false (dov_door_mark_family (self->door, family, &n_marked, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (dov_store_undo (self->club.store, operation + 1, &error));
  g_assert_no_error (error);
  assert_sum (self, 1, 0);
  g_assert_cmpint (dov_door_get_state (self->door, self->oksana, NULL), ==, DOV_DOOR_HERE);
  g_assert_cmpint (dov_door_get_state (self->door, self->polina, NULL), ==, DOV_DOOR_STRANGE);
}

static void
test_unnamed (Evening       *self,
              gconstpointer  data)
{
  static const int times[DOV_N_BANDS] = { 2, 4, 1, 0, 1, 3 };
  g_autoptr (GError) error = NULL;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    for (int i = 0; i < times[band]; i++)
      g_assert_true (dov_door_add_unnamed (self->door, band, 1, &error));
  g_assert_true (dov_door_mark (self->door, self->polina, &error));
  assert_sum (self, 1, 11);
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    g_assert_cmpint (dov_door_get_sum (self->door).unnamed_bands[band], ==, times[band]);

  g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_14_17, -1, &error));
  assert_sum (self, 1, 10);
  /* Whoever is there by name is not taken back here. */
  for (int i = 0; i < 4; i++)
    g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_7_13, -1, &error));
  g_assert_false (dov_door_add_unnamed (self->door, DOV_BAND_7_13, -1, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (dov_door_add_unnamed (self->door, DOV_BAND_18_35, -1, &error));
  assert_sum (self, 1, 6);
}

/* The card of a newcomer and the mark are one thing, and go together. */
static void
test_newcomer (Evening       *self,
               gconstpointer  data)
{
  g_autoptr (DovRecord) draft = club_new (&self->club, DOV_TYPE_PERSON, "last_name", "Русских", "first_name", "Ева",
                                          "birth_year", "2018", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (dov_roll_mark_newcomer (self->club.store, dov_door_get_event (self->door), DOV_PERSON (draft), TRUE, &error));
  g_assert_no_error (error);
  id = dov_record_get_id (draft);
  g_assert_cmpint (dov_door_get_state (self->door, id, NULL), ==, DOV_DOOR_HERE);
  g_assert_nonnull (dov_name_book_get (dov_door_get_book (self->door), id));
  assert_status (self, id, "walk_in");
  assert_sum (self, 1, 0);

  g_assert_true (dov_store_undo (self->club.store, dov_store_get_last_operation (self->club.store), &error));
  g_assert_no_error (error);
  g_assert_null (dov_name_book_get (dov_door_get_book (self->door), id));
  assert_sum (self, 0, 0);
}

/* V9: who may be known already is asked about, and nothing is written before. */
static void
test_likely_newcomer (Evening       *self,
                      gconstpointer  data)
{
  g_autoptr (DovRecord) draft = club_new (&self->club, DOV_TYPE_PERSON, "last_name", "Черезов", "first_name", "Никита",
                                          "patronymic", "Олегович", "birth_date", "2013-06-15", NULL);
  g_autoptr (GError) error = NULL;
  gint64 operation = dov_store_get_last_operation (self->club.store);

  g_assert_false (dov_roll_mark_newcomer (self->club.store, dov_door_get_event (self->door), DOV_PERSON (draft), TRUE, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  g_assert_cmpstr (dov_store_get_refusal (self->club.store)->rule, ==, "V9");
  g_assert_cmpint (dov_store_get_last_operation (self->club.store), ==, operation);
  g_assert_cmpint (dov_record_get_id (draft), ==, 0);
  assert_sum (self, 0, 0);
}

/* Taking back puts somebody where they were: down again, or off. */
static void
test_take_off (Evening       *self,
               gconstpointer  data)
{
  static const char *const before[] = { "registered", "waiting", "" };
  const gint64 people[] = { self->oksana, self->polina, self->ivan };
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_36_59, 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      if (*before[i] != '\0')
        put_down (self, people[i], before[i]);
      g_assert_true (dov_door_mark (self->door, people[i], &error));
    }
  assert_sum (self, 3, 1);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_assert_true (dov_door_take_off (self->door, people[i], &error));
      g_assert_no_error (error);
      assert_status (self, people[i], before[i]);
      assert_sum (self, 2 - (int) i, 1);
    }
  g_assert_false (dov_door_take_off (self->door, self->nikita, &error));
}

static char *
list_acts (Evening *self,
           gint64   after)
{
  g_autoptr (GPtrArray) acts = dov_door_list_acts (self->door, after, 20);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < acts->len; i++)
    {
      DovDoorAct *act = g_ptr_array_index (acts, i);

      g_assert_cmpstr (act->time, ==, "09:05");
      g_string_append_printf (words, "%s%s%s", i > 0 ? "; " : "",
                              act->kind == DOV_DOOR_ACT_MARKED ? "✓" : act->kind == DOV_DOOR_ACT_COUNTED ? "+" : "−",
                              act->words);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The log tells what was done at this door, and only there, also after a new start. */
static void
test_acts (Evening       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const DovNameFamily *family = dov_name_book_get (dov_door_get_book (self->door), self->oksana)->family;
  gint64 after, last;
  g_autofree char *all = NULL;
  g_autofree char *again = NULL;
  g_autofree char *less = NULL;

  put_down (self, self->nikita, "registered");
  g_assert_true (dov_door_mark (self->door, self->pestov, &error));
  after = dov_store_get_last_operation (self->club.store);

  g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_7_13, 1, &error));
  g_assert_true (dov_door_mark_family (self->door, family, NULL, &error));
  g_assert_true (dov_door_mark (self->door, self->nikita, &error));
  club_add_person (&self->club, "Посторонняя", "Анна");
  g_assert_true (dov_door_mark (self->door, self->ivan, &error));
  g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_60, 1, &error));
  g_assert_true (dov_door_add_unnamed (self->door, DOV_BAND_60, -1, &error));
  g_assert_true (dov_door_take_off (self->door, self->nikita, &error));
  all = list_acts (self, after);
  g_assert_cmpstr (all, ==, "−Черезов Никита; −without a name, 60 years and older; "
                            "+without a name, 60 years and older; ✓Петров Иван; "
                            "✓Черезов Никита; ✓Черемисиновы — 3; +without a name, 7–13 years");

  g_clear_object (&self->door);
  g_clear_object (&self->event);
  club_reopen (&self->club);
  dov_rules_install (self->club.store);
  open_door (self);
  again = list_acts (self, after);
  g_assert_cmpstr (again, ==, all);

  /* One after the other is undone, back to where the door was opened. */
  for (last = 0; last < 4; last++)
    {
      g_autoptr (GPtrArray) acts = dov_door_list_acts (self->door, after, 1);

      g_assert_true (dov_store_undo (self->club.store, ((DovDoorAct *) acts->pdata[0])->operation, &error));
      g_assert_no_error (error);
    }
  less = list_acts (self, after);
  g_assert_cmpstr (less, ==, "✓Черезов Никита; ✓Черемисиновы — 3; +without a name, 7–13 years");
  assert_sum (self, 5, 1);
}

/* E4: those who come over the places are let in, and the sum says so. */
static void
test_seats (Evening       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (dov_door_get_sum (self->door).seats, ==, DOV_UNKNOWN);
  club_change (&self->club, DOV_TYPE_LOUNGE, self->club.lounge, "capacity", "3");
  open_door (self);
  g_assert_cmpint (dov_door_get_sum (self->door).seats, ==, 3);
  club_change (&self->club, DOV_TYPE_EVENT, self->event_id, "seat_limit", "2");
  g_assert_cmpint (dov_door_get_sum (self->door).seats, ==, 2);
  g_assert_true (dov_door_mark (self->door, self->ivan, &error));
  g_assert_true (dov_door_mark (self->door, self->nikita, &error));
  g_assert_true (dov_door_mark (self->door, self->pestov, &error));
  g_assert_no_error (error);
  assert_sum (self, 3, 0);
}

/* The year alone, nothing at all, or a birth after the event: the count stays whole. */
static void
test_unknown_ages (Evening       *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 people[3];

  people[0] = club_add (&self->club, DOV_TYPE_PERSON, "last_name", "Годов", "first_name", "Олег", "birth_year", "2013", NULL);
  people[1] = club_add (&self->club, DOV_TYPE_PERSON, "last_name", "Ничего", "first_name", "Не", "no_patronymic", "1", NULL);
  people[2] = club_add (&self->club, DOV_TYPE_PERSON, "last_name", "Вчера", "first_name", "Яна",
                        "birth_date", "2027-03-04", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_assert_true (dov_door_mark (self->door, people[i], &error));
      g_assert_no_error (error);
      assert_sum (self, (int) i + 1, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (Evening *self, gconstpointer data); } tests[] = {
    { "/door/find", test_find }, { "/door/find/slip", test_slip }, { "/door/find/entries", test_entries },
    { "/door/find/few", test_few }, { "/door/find/former-name", test_former_name },
    { "/door/find/order", test_order }, { "/door/find/expected", test_expected }, { "/door/mark/twice", test_twice },
    { "/door/mark/statuses", test_statuses }, { "/door/mark/family", test_family },
    { "/rules/E8/door/unnamed", test_unnamed }, { "/door/newcomer", test_newcomer },
    { "/rules/V9/door/newcomer", test_likely_newcomer }, { "/door/take-off", test_take_off },
    { "/door/acts", test_acts }, { "/rules/E4/door/seats", test_seats }, { "/rules/E8/door/ages", test_unknown_ages },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Evening, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
