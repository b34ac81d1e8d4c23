/* dov-ui-fixture.c - a small club for tests of pages: a store with people, families and events, all invented */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-fixture.h"

#include "dov-attendance.h"
#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-record-list.h"
#include "dov-ref-item.h"
#include "dov-rules.h"

#include "dov-settlement.h"
#include "dov-staff.h"
#include "dov-ui-test.h"

/**
 * dov_ui_fixture_save:
 * @...: names of fields, each with its text, and %NULL
 *
 * Fields by name as files write them: what is not a plain C value stays short.
 * A link is an id as text.
 *
 * Returns: the id of the new record
 */
gint64
dov_ui_fixture_save (DovUiFixture *self,
                     GType         type,
                     ...)
{
  g_autoptr (DovRecord) record = dov_record_new (type, 0);
  g_autoptr (GError) error = NULL;
  const char *name;
  va_list values;

  va_start (values, type);
  while ((name = va_arg (values, const char *)) != NULL)
    {
      const char *text = va_arg (values, const char *);
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), name);

      g_assert_nonnull (field);
      if (field->kind == DOV_KIND_LINK)
        dov_record_set_number (record, name, g_ascii_strtoll (text, NULL, 10));
      else
        dov_record_set_text (record, field, text, &error);
      g_assert_no_error (error);
    }
  va_end (values);

  dov_store_accept_all (self->store, NULL);
  dov_store_save (self->store, record, &error);
  g_assert_no_error (error);

  return dov_record_get_id (record);
}

#define ID(id) g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) (id))

gint64
dov_ui_fixture_add_person (DovUiFixture *self,
                           const char   *last,
                           const char   *first,
                           const char   *patronymic,
                           int           birth_year)
{
  g_autofree char *year = g_strdup_printf ("%d", birth_year);

  return dov_ui_fixture_save (self, DOV_TYPE_PERSON, "last_name", last, "first_name", first, "patronymic", patronymic,
               "no_patronymic", *patronymic == '\0' ? "1" : "0", "birth_year", year, "age_estimated", "1",
               "live_address", "с. Слудка", NULL);
}

gint64
dov_ui_fixture_add_family (DovUiFixture *self,
                           const char   *name,
                           const char   *case_no,
                           const char   *address,
                           const char   *status,
                           guint         n_children)
{
  static const char * const firsts[] = { "Артём", "Полина", "Матвей", "Дарья", "Егор" };
  g_autofree char *lounge = ID (self->lounge);
  g_autofree char *staff = ID (self->staff);
  g_autofree char *link = NULL;
  gint64 family;

  dov_store_accept (self->store, "F2", "заявление и согласия в папке");
  family = dov_ui_fixture_save (self, DOV_TYPE_FAMILY, "family_name", name, "case_no", case_no, "lounge_id", lounge,
                        "address", address, "structure", "full", "case_status", status, "curator_id", staff,
                        "opened_on", g_str_equal (status, "identified") ? "" : "2026-09-01",
                        "closed_on", g_str_equal (status, "suspended") ? "2027-02-01" : "", NULL);
  link = ID (family);

  for (guint i = 0; i < n_children; i++)
    {
      g_autofree char *person = ID (dov_ui_fixture_add_person (self, name, firsts[i], "", 2012 + (int) i * 2));

      dov_ui_fixture_save (self, DOV_TYPE_FAMILY_MEMBER, "family_id", link, "person_id", person, "kinship", "child",
            "lives_together", "1", NULL);
    }

  return family;
}

static char *
dup_form (DovUiFixture *self,
          const char   *code)
{
  g_autoptr (GError) error = NULL;
  DovQuery query = { .where = "list_code = 'event_form' AND code = ?1", .params = g_variant_new ("(s)", code) };
  g_autoptr (DovRecord) form = dov_store_find_first (self->store, DOV_TYPE_REF_ITEM, &query, &error);

  g_assert_no_error (error);

  return ID (dov_record_get_id (form));
}

gint64
dov_ui_fixture_add_event (DovUiFixture *self,
                          const char   *title,
                          const char   *starts_at,
                          const char   *form,
                          const char   *status)
{
  g_autofree char *lounge = ID (self->lounge);
  g_autofree char *staff = ID (self->staff);
  g_autofree char *form_id = dup_form (self, form);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *ends_at = NULL;

  dov_moment_from_iso (starts_at, &start);
  end = g_date_time_add_minutes (start, 125);
  ends_at = dov_moment_to_iso (end);

  return dov_ui_fixture_save (self, DOV_TYPE_EVENT,
                              "title", title, "starts_at", starts_at, "ends_at", ends_at, "lounge_id", lounge,
                              "place", "зрительный зал", "form_id", form_id, "stat_kind", "leisure",
                              "direction", "cinema", "audience", "family", "age_mark", "6+",
                              "responsible_id", staff, "planned_count", "40",
                              "registration", g_str_equal (title, "Весенний концерт «Капель»") ? "1" : "0",
                              "status", status, NULL);
}

static void
add_attendance (DovUiFixture *self,
                gint64        event,
                gint64        person,
                const char   *status,
                const char   *at)
{
  g_autofree char *event_id = ID (event);
  g_autofree char *person_id = ID (person);

  dov_ui_fixture_save (self, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person_id, "status", status, "role", "guest",
        "check_in_at", at, NULL);
}

static void
fill (DovUiFixture *self)
{
  g_autofree char *settlement = NULL;
  g_autofree char *club = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *worker = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *held = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) first = dov_store_find_first (self->store, DOV_TYPE_SETTLEMENT,
                                                      &(DovQuery) { .where = "name = 'Слудка'" }, &error);

  g_assert_no_error (error);
  settlement = ID (dov_record_get_id (first));
  club = ID (dov_ui_fixture_save (self, DOV_TYPE_ORGANISATION, "short_name", "Слудский ДК",
                                  "full_name", "Слудский сельский Дом культуры",
                                  "kind", "municipal", "sector", "culture", NULL));
  worker = ID (dov_ui_fixture_add_person (self, "Русских", "Елена", "Олеговна", 1984));
  staff = ID (dov_ui_fixture_save (self, DOV_TYPE_STAFF, "person_id", worker, "position", "культорганизатор",
                                   "role", "culture_worker", "organisation_id", club, NULL));
  self->staff = g_ascii_strtoll (staff, NULL, 10);
  self->lounge = dov_ui_fixture_save (self, DOV_TYPE_LOUNGE,
                                      "name", "Площадка-гостиная «Доверие», с. Слудка",
                                      "settlement_id", settlement, "host_institution_id", club,
                                      "address", "с. Слудка, ул. Мира, 1", "opened_on", "2024-09-01",
                                      "manager_id", staff, NULL);

  dov_ui_fixture_add_family (self, "Ветошкины", "3-2026/021", "д. Гремячка, ул. Полевая, 9", "active", 1);
  dov_ui_fixture_add_family (self, "Елькины", "3-2026/008", "с. Слудка, ул. Октябрьская, 31", "monitoring", 3);
  dov_ui_fixture_add_family (self, "Ёлкины", "3-2024/017", "с. Слудка, пер. Школьный, 2", "active", 4);
  dov_ui_fixture_add_family (self, "Кощеевы", "3-2027/002", "д. Нижняя Тойма, ул. Береговая, 14", "identified", 1);
  dov_ui_fixture_add_family (self, "Пестовы-Загребины", "3-2026/030", "с. Новый Бурец, ул. Центральная, 112, кв. 4", "active", 5);
  dov_ui_fixture_add_family (self, "Черемисиновы", "3-2027/014", "с. Слудка, ул. Заречная, 17", "active", 2);
  dov_ui_fixture_add_family (self, "Яранцевы", "3-2024/005", "д. Куршино, ул. Лесная, 1", "suspended", 0);

  self->held = dov_ui_fixture_add_event (self, "Семейный кинозал: «Зимовье у тихой реки»", "2027-03-10T18:00",
                                         "film", "approved");
  self->past = dov_ui_fixture_add_event (self, "Турнир по шашкам", "2027-03-16T15:00", "game_program", "planned");
  self->coming = dov_ui_fixture_add_event (self, "Весенний концерт «Капель»", "2027-03-24T16:00", "concert", "planned");
  dov_ui_fixture_add_event (self, "Мастер-класс «Открытка к 8 Марта»", "2027-02-05T14:00", "workshop", "planned");

  held = ID (self->held);
  add_attendance (self, self->held, dov_ui_fixture_add_person (self, "Бузмаков", "Иван", "", 2019),
                  "checked_in", "2027-03-10T17:52");
  add_attendance (self, self->held, dov_ui_fixture_add_person (self, "Бузмакова", "Светлана", "Юрьевна", 1991),
                  "checked_in", "2027-03-10T17:52");
  add_attendance (self, self->held, dov_ui_fixture_add_person (self, "Щеклеин", "Егор", "", 2013),
                  "walk_in", "2027-03-10T18:06");
  dov_ui_fixture_save (self, DOV_TYPE_EVENT_HEADCOUNT, "event_id", held, "b0_6", "2", "b7_13", "6", "b14_17", "1", "b18_35", "0",
        "b36_59", "3", "b60", "1", NULL);
}

/**
 * dov_ui_fixture_add_many:
 * @n_people: how many
 *
 * Puts many people into the store at once, past the forms: only to see that
 * lists of any length stay lazy.
 */
void
dov_ui_fixture_add_many (DovUiFixture *self,
                         guint         n_people)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO person (id, last_name, first_name, birth_year, key) "
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
    "SELECT 900000000 + i, 'Тестов' || i, 'Пётр', 1950 + i %% 70, 'тестов' || i || ' петр' FROM n", n_people);

  dov_database_execute (dov_store_get_database (self->store), sql, &error);
  g_assert_no_error (error);
}

DovUiFixture *
dov_ui_fixture_new (void)
{
  DovUiFixture *self = g_new0 (DovUiFixture, 1);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  dov_moment_from_iso ("2027-03-17T15:00", &now);
  dov_clock_set (now);
  self->folder = dov_ui_test_dup_folder ();
  path = g_build_filename (self->folder, "club.doverie", NULL);
  self->store = dov_store_open (path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);

  dov_rules_install (self->store);
  dov_store_set_user (self->store, "Русских Е.О.");
  fill (self);

  return self;
}

void
dov_ui_fixture_free (DovUiFixture *self)
{
  g_autoptr (GError) error = NULL;

  dov_store_close (self->store, &error);
  g_assert_no_error (error);
  g_object_unref (self->store);
  g_free (self->folder);
  g_free (self);
}

/**
 * dov_ui_fixture_open_window:
 *
 * Returns: (transfer none): the main window with the club in it, on the screen
 */
DovWindow *
dov_ui_fixture_open_window (DovUiFixture *self)
{
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, self->store);
  dov_ui_test_show (GTK_WIDGET (window));

  return window;
}
