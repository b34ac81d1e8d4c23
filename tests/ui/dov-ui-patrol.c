/* dov-ui-patrol.c - a patrol for tests of its pages, all invented: members, routes, a month of shifts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-patrol.h"

#include "dov-family-member.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-settlement.h"
#include "dov-shift-member.h"

#define ID(id) g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) (id))

static gint64
add_member (DovUiPatrol *self,
            const char  *last,
            const char  *first,
            const char  *patronymic,
            const char  *sex,
            const char  *kind,
            const char  *may_lead,
            const char  *instructed_on,
            const char  *phone)
{
  g_autofree char *patrol = ID (self->patrol);
  g_autofree char *person = ID (dov_ui_fixture_save (self->club, DOV_TYPE_PERSON, "last_name", last, "first_name", first,
                                                     "patronymic", patronymic, "birth_date", "1984-05-02", "sex", sex, NULL));

  return dov_ui_fixture_save (self->club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol, "person_id", person, "kind", kind,
                              "may_lead", may_lead, "instructed_on", instructed_on, "since", "2026-01-10",
                              "phone", phone, NULL);
}

static void
put_down (DovUiPatrol *self,
          gint64       shift,
          gint64       member,
          const char  *came)
{
  g_autofree char *shift_id = ID (shift);
  g_autofree char *member_id = ID (member);

  dov_ui_fixture_save (self->club, DOV_TYPE_SHIFT_MEMBER, "shift_id", shift_id, "member_id", member_id, "came", came, NULL);
}

static void
set_status (DovUiPatrol *self,
            gint64       shift,
            const char  *status,
            const char  *starts_at,
            const char  *ends_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (self->club->store, DOV_TYPE_PATROL_SHIFT, shift, &error);
  g_autoptr (DovRecord) draft = dov_record_dup (record);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);

  dov_record_set_text (draft, dov_record_class_find_field (klass, "status"), status, NULL);
  if (g_str_equal (status, "done"))
    {
      dov_record_set_text (draft, dov_record_class_find_field (klass, "actual_start"), starts_at, NULL);
      dov_record_set_text (draft, dov_record_class_find_field (klass, "actual_end"), ends_at, NULL);
    }
  dov_store_accept_all (self->club->store, NULL);
  dov_store_save (self->club->store, draft, &error);
  g_assert_no_error (error);
}

/**
 * dov_ui_patrol_add_shift:
 *
 * Puts a shift on the roster with two people; one that is “done” has the times
 * it was planned for, and all came.
 */
gint64
dov_ui_patrol_add_shift (DovUiPatrol *self,
                         const char  *starts_at,
                         const char  *ends_at,
                         const char  *status,
                         gint64       leader,
                         gint64       second)
{
  g_autofree char *patrol = ID (self->patrol);
  g_autofree char *route = ID (self->route);
  g_autofree char *leader_id = leader != 0 ? ID (leader) : g_strdup ("0");
  gint64 shift = dov_ui_fixture_save (self->club, DOV_TYPE_PATROL_SHIFT, "patrol_id", patrol, "route_id", route,
                                      "starts_at", starts_at, "ends_at", ends_at, "leader_id", leader_id, "kind", "planned",
                                      "status", "draft", NULL);
  const char *came = g_str_equal (status, "done") ? "came" : "expected";

  if (leader != 0)
    put_down (self, shift, leader, came);
  if (second != 0)
    put_down (self, shift, second, came);
  if (!g_str_equal (status, "draft"))
    set_status (self, shift, status, starts_at, ends_at);

  return shift;
}

/**
 * dov_ui_patrol_clash:
 *
 * Puts one person into two shifts, past the rules: as it stands when two files
 * were brought together.
 */
void
dov_ui_patrol_clash (DovUiPatrol *self)
{
  g_autoptr (GError) error = NULL;
  gint64 one = dov_ui_patrol_add_shift (self, "2027-03-20T21:00", "2027-03-20T23:00", "planned", self->second, self->third);
  gint64 other = dov_ui_patrol_add_shift (self, "2027-03-20T21:30", "2027-03-20T23:30", "planned", self->leader, self->fourth);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO shift_member (id, shift_id, member_id, came, key) "
                                          "SELECT max (id) + 1000, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'expected', '' "
                                          "FROM shift_member", other, self->second);

  g_assert_cmpint (one, !=, other);
  dov_database_execute (dov_store_get_database (self->club->store), sql, &error);
  g_assert_no_error (error);
}

static void
fill (DovUiPatrol *self)
{
  g_autoptr (DovRecord) village = dov_store_find_first (self->club->store, DOV_TYPE_SETTLEMENT,
                                                        &(DovQuery) { .where = "name = 'Слудка'" }, NULL);
  g_autofree char *settlement = ID (dov_record_get_id (village));
  g_autofree char *lounge = ID (self->club->lounge);
  g_autofree char *patrol = NULL;
  g_autofree char *family = NULL;
  g_autofree char *person = NULL;

  self->patrol = dov_ui_fixture_save (self->club, DOV_TYPE_PATROL, "name", "Патруль Слудки", "settlement_id", settlement,
                                      "lounge_id", lounge, "status", "active", NULL);
  patrol = ID (self->patrol);
  self->route = dov_ui_fixture_save (self->club, DOV_TYPE_PATROL_ROUTE, "patrol_id", patrol,
                                     "name", "Клуб — остановка — магазин — пруд",
                                     "points", "Дом культуры, остановка «Слудка, центр», магазин, "
                                     "детская площадка, пруд за магазином",
                                     "usual_minutes", "110", NULL);
  self->leader = add_member (self, "Суслопаров", "Александр", "Васильевич", "m", "public", "1", "2027-01-11", "+79000002121");
  self->second = add_member (self, "Пестов", "Дмитрий", "Кириллович", "m", "public", "1", "2027-01-11", "");
  self->third = add_member (self, "Ямшанова", "Ольга", "Николаевна", "f", "parent", "0", "2027-01-11", "");
  self->fourth = add_member (self, "Кощеев", "Игорь", "Семёнович", "m", "teacher", "0", "2027-01-11", "");
  self->unbriefed = add_member (self, "Щеклеин", "Роман", "Игоревич", "m", "public", "0", "2026-02-14", "");

  dov_ui_patrol_add_shift (self, "2027-03-02T20:00", "2027-03-02T22:00", "done", self->second, self->third);
  dov_ui_patrol_add_shift (self, "2027-03-04T20:00", "2027-03-04T22:00", "done", self->leader, self->fourth);
  dov_ui_patrol_add_shift (self, "2027-03-06T21:00", "2027-03-06T23:00", "done", self->leader, self->third);
  self->walked = dov_ui_patrol_add_shift (self, "2027-03-13T21:00", "2027-03-13T23:00", "planned", self->leader, self->third);
  put_down (self, self->walked, self->second, "expected");
  self->tonight = dov_ui_patrol_add_shift (self, "2027-03-17T20:00", "2027-03-17T22:00", "planned", self->leader, self->fourth);
  dov_ui_patrol_add_shift (self, "2027-03-18T20:00", "2027-03-18T22:00", "planned", self->second, self->third);
  dov_ui_patrol_add_shift (self, "2027-03-23T20:00", "2027-03-23T22:00", "planned", self->leader, self->unbriefed);
  dov_ui_patrol_add_shift (self, "2027-03-30T20:00", "2027-03-30T22:00", "draft", self->second, 0);

  self->child = dov_ui_fixture_save (self->club, DOV_TYPE_PERSON, "last_name", "Кощеев", "first_name", "Алексей",
                                     "patronymic", "Игоревич", "birth_date", "2013-08-20", "sex", "m", NULL);
  self->family = dov_ui_fixture_add_family (self->club, "Кощеевы-Заречные", "3-2027/040", "с. Слудка, ул. Береговая, 15",
                                            "active", 0);
  family = ID (self->family);
  person = ID (self->child);
  dov_ui_fixture_save (self->club, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", person, "kinship", "child",
                       "lives_together", "1", NULL);
}

DovUiPatrol *
dov_ui_patrol_new (void)
{
  DovUiPatrol *self = g_new0 (DovUiPatrol, 1);

  self->club = dov_ui_fixture_new ();
  fill (self);

  return self;
}

void
dov_ui_patrol_free (DovUiPatrol *self)
{
  dov_ui_fixture_free (self->club);
  g_free (self);
}
