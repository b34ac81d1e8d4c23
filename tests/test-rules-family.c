/* test-rules-family.c - V2, V8, F2, F4, F6 and what else holds of families */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-number.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-phone.h"
#include "dov-ref-item.h"
#include "dov-rules.h"
#include "dov-settings.h"
#include "verdict.h"

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static DovRecord *
new_family (Club       *club,
            gint64      lounge_id,
            const char *family_name,
            const char *case_no,
            const char *opened_on)
{
  g_autofree char *lounge = write_id (lounge_id);

  return club_new (club, DOV_TYPE_FAMILY, "family_name", family_name, "case_no", case_no, "lounge_id", lounge,
                   "address", "с. Слудка", "structure", "full", "opened_on", opened_on, NULL);
}

static gint64
add_lounge (Club *club)
{
  g_autofree char *organisation = write_id (club->organisation);
  g_autofree char *manager = write_id (club->manager);

  return club_add (club, DOV_TYPE_LOUNGE, "name", "Доверие, Куршино", "settlement_id", "12", "host_institution_id",
                   organisation, "address", "д. Куршино", "opened_on", "2021-02-03", "manager_id", manager, NULL);
}

static void
test_v8 (void)
{
  Club club;
  g_autoptr (DovRecord) first = NULL, second = NULL, other_lounge = NULL, bare = NULL, same_bare = NULL, again = NULL;
  gint64 other = 0, renumbering = 0;

  open_club (&club);
  other = add_lounge (&club);
  first = new_family (&club, club.lounge, "Шубины", "3-2027/014", "2027-02-01");
  verdict_save (&club, first, NULL);

  /* Once in a lounge and year: in the new form, by a change, by undo. */
  second = new_family (&club, club.lounge, "Кротовы", "3-2027/014", "2027-03-01");
  verdict_save (&club, second, "V8");
  club_fill (second, "case_no", "3-2027/015", NULL);
  verdict_save (&club, second, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (second), "case_no", "3-2027/014", "V8");
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (second), "case_no", " 3-2027/014 ", "V8");
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (first), "case_no", "3-2027/016", NULL);
  renumbering = dov_store_get_last_operation (club.store);
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (second), "case_no", "3-2027/014", NULL);
  verdict_undo (&club, renumbering, "V8");

  /* The year that the number names counts, not that of the day. */
  again = new_family (&club, club.lounge, "Ёлкины", "3-2027/014", "2026-12-30");
  verdict_save (&club, again, "V8");

  /* Another lounge and another year have numbers of their own. */
  other_lounge = new_family (&club, other, "Щукины", "3-2027/014", "2027-02-01");
  verdict_save (&club, other_lounge, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (other_lounge), "lounge_id", "0", "-");
  bare = new_family (&club, club.lounge, "Зуевы", "7", "2026-05-05");
  verdict_save (&club, bare, NULL);
  same_bare = new_family (&club, club.lounge, "Лыковы", "7", "2027-01-11");
  verdict_save (&club, same_bare, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (same_bare), "opened_on", "2026-12-31", "V8");
  verdict_change (&club, DOV_TYPE_FAMILY, dov_record_get_id (same_bare), "opened_on", "", "V8");

  /* Given once means once, though the family lies in the bin. */
  verdict_remove (&club, DOV_TYPE_FAMILY, dov_record_get_id (second), NULL);
  verdict_save (&club, again, "V8");
  verdict_restore (&club, DOV_TYPE_FAMILY, dov_record_get_id (second), NULL);
  club_close (&club);
}

static void
test_v8_propose (void)
{
  static const struct
  {
    const char *case_no;
    const char *proposed;
  } cases[] = {
    { NULL, "1-2027/001" },
    { "3-2027/014", "3-2027/015" },
    { "3-2027/009", "3-2027/015" },
    { "3-2026/120", "3-2027/015" },
    { "14", "3-2027/015" },
    { "3-2027/999", "3-2027/1000" },
    /* However long the number of the lounge is, it is kept, with the noughts before it; what is too long to be one is none. */
    { "12345-2027/1001", "12345-2027/1002" },
    { "9999-2027/1003", "9999-2027/1004" },
    { "012-2027/1300", "012-2027/1301" },
    { "99999999999-2027/1400", "012-2027/1301" },
    { "012-2027/99999999999999999999", "012-2027/1301" },
  };
  GDate on;
  Club club;
  gint64 other = 0;
  g_autofree char *own = NULL, *next_year = NULL, *after_bin = NULL;
  g_autoptr (DovRecord) last = NULL;

  open_club (&club);
  other = add_lounge (&club);
  on = dov_today ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *proposed = NULL;

      if (cases[i].case_no != NULL)
        {
          g_clear_object (&last);
          last = new_family (&club, club.lounge, "Шубины", cases[i].case_no, "");
          verdict_save (&club, last, NULL);
        }
      proposed = dov_case_number_propose (club.store, club.lounge, &on);
      g_assert_cmpstr (proposed, ==, cases[i].proposed);
    }

  verdict_remove (&club, DOV_TYPE_FAMILY, dov_record_get_id (last), NULL);
  after_bin = dov_case_number_propose (club.store, club.lounge, &on);
  g_assert_cmpstr (after_bin, ==, "012-2027/1301");
  own = dov_case_number_propose (club.store, other, &on);
  g_assert_cmpstr (own, ==, "1-2027/001");
  g_date_set_year (&on, 2028);
  next_year = dov_case_number_propose (club.store, club.lounge, &on);
  g_assert_cmpstr (next_year, ==, "012-2028/001");
  g_assert_cmpint (dov_case_number_get_year ("1999-2027/014", NULL), ==, 2027);
  club_close (&club);
}

static void
test_status (void)
{
  Club club;
  gint64 family = 0;
  g_autofree char *manager = NULL;

  open_club (&club);
  manager = write_id (club.manager);
  family = club_add_family (&club, "Шубины");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "case_status", "active", "F2");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "curator_id", manager, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "case_status", "active", "F2");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "opened_on", "2027-02-01", NULL);
  club_let_support (&club, family);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "case_status", "active", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "case_status", "closed", "F4");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "closed_on", "2027-01-31", "V5");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "closed_on", "2027-03-01", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "closing_reason", "moved", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "case_status", "closed", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "area", "1000", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY, family, "area", "1000.001", "V6");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "rooms", "-1", "V6");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "family_name", "Shubin", "V1");
  verdict_change (&club, DOV_TYPE_FAMILY, family, "phone", "123", "V4");
  club_close (&club);
}

static gint64
add_born (Club       *club,
          const char *first_name,
          const char *birth_date)
{
  return club_add (club, DOV_TYPE_PERSON, "last_name", "Шубина", "first_name", first_name,
                   "birth_date", birth_date, NULL);
}

static DovRecord *
new_member (Club       *club,
            gint64      family,
            gint64      person,
            const char *kinship)
{
  g_autofree char *family_id = write_id (family);
  g_autofree char *person_id = write_id (person);

  return club_new (club, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", person_id,
                   "kinship", kinship, NULL);
}

static void
test_v2_mother (void)
{
  static const struct
  {
    const char *mother;
    const char *child;
    const char *verdict;
  } cases[] = {
    { "1990-05-01", "2013-03-10", NULL },
    { "2001-03-11", "2013-03-10", "V2?" },
    { "2001-03-10", "2013-03-10", NULL },
    { "1952-03-11", "2013-03-10", NULL },
    { "1952-03-09", "2013-03-10", "V2?" },
    { "1951-03-10", "2013-03-10", "V2?" },
    { "2014-01-01", "2013-03-10", "V2?" },
    { "", "2013-03-10", NULL },
    { "1990-05-01", "", NULL },
  };
  Club club;
  gint64 mother = 0, child = 0;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int child_first = 0; child_first < 2; child_first++)
      {
        gint64 family = club_add_family (&club, "Шубины");
        g_autoptr (DovRecord) of_mother = NULL, of_child = NULL;

        dov_store_accept (club.store, "V9", "для примера");
        mother = add_born (&club, "Анна", cases[i].mother);
        dov_store_accept (club.store, "V9", "для примера");
        child = add_born (&club, "Ева", cases[i].child);
        of_mother = new_member (&club, family, mother, "mother");
        of_child = new_member (&club, family, child, "child");
        g_test_message ("case %u", i);
        verdict_save (&club, child_first ? of_child : of_mother, NULL);
        verdict_save (&club, child_first ? of_mother : of_child, cases[i].verdict);
      }
  club_close (&club);
}

/* The same when a date of birth is corrected later, or the kinship is. */
static void
test_v2_mother_later (void)
{
  Club club;
  gint64 mother = 0, child = 0, family = 0;
  g_autoptr (DovRecord) of_mother = NULL, of_child = NULL;

  open_club (&club);
  family = club_add_family (&club, "Шубины");
  mother = add_born (&club, "Анна", "1990-05-01");
  child = add_born (&club, "Ева", "2013-03-10");
  of_mother = new_member (&club, family, mother, "mother");
  of_child = new_member (&club, family, child, "child");
  verdict_save (&club, of_mother, NULL);
  verdict_save (&club, of_child, NULL);

  verdict_change (&club, DOV_TYPE_PERSON, mother, "birth_date", "2003-05-01", "V2?");
  verdict_change (&club, DOV_TYPE_PERSON, child, "birth_date", "1999-03-10", "V2?");
  verdict_change (&club, DOV_TYPE_PERSON, child, "birth_date", "2013-03-11", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (of_mother), "kinship", "sibling", NULL);
  verdict_change (&club, DOV_TYPE_PERSON, mother, "birth_date", "2011-05-01", NULL);
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (of_mother), "kinship", "mother", "V2?");
  dov_store_accept (club.store, "V2", "проверено по свидетельству");
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (of_mother), "kinship", "mother", NULL);
  club_close (&club);
}

static void
test_members (void)
{
  Club club;
  gint64 family = 0, person = 0;
  g_autoptr (DovRecord) first = NULL, second = NULL;

  open_club (&club);
  family = club_add_family (&club, "Шубины");
  person = add_born (&club, "Анна", "1990-05-01");
  first = new_member (&club, family, person, "mother");
  verdict_save (&club, first, NULL);
  second = new_member (&club, family, person, "guardian");
  verdict_save (&club, second, "-");
  club_fill (second, "authority_doc", "Постановление № 12 от 01.02.2027", NULL);
  verdict_save (&club, second, "-");

  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (first), "until", "2027-01-31", NULL);
  club_fill (second, "since", "2027-01-30", NULL);
  verdict_save (&club, second, "-");
  club_fill (second, "since", "2027-01-31", NULL);
  verdict_save (&club, second, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (second), "until", "2027-01-30", "V5");
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (second), "parental_rights", "deprived", "-");
  verdict_change (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (first), "parental_rights", "deprived", NULL);
  club_close (&club);
}

static void
test_f6 (void)
{
  static const struct
  {
    const char *code;
    gboolean    needs_grounds;
  } cases[] = {
    { "tzhs", FALSE }, { "sop", TRUE }, { "risk_rights", FALSE }, { "rights_limited", TRUE },
    { "rights_deprived", TRUE }, { "rights_restoring", TRUE }, { "threat_deprivation", FALSE },
    { "single_parent", FALSE }, { "large", FALSE }, { "disabled_child", TRUE }, { "svo", TRUE }, { "other", FALSE },
  };
  Club club;
  gint64 family = 0;
  g_autofree char *family_id = NULL;

  open_club (&club);
  family = club_add_family (&club, "Шубины");
  family_id = write_id (family);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovQuery query = { .where = "list_code = 'family_category' AND code = ?1",
                         .params = g_variant_new ("(s)", cases[i].code) };
      g_autoptr (DovRecord) item = dov_store_find_first (club.store, DOV_TYPE_REF_ITEM, &query, NULL);
      g_autofree char *item_id = write_id (dov_record_get_id (item));
      g_autoptr (DovRecord) category = club_new (&club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id,
                                                 "category_id", item_id, "since", "2027-02-01", NULL);

      verdict_save (&club, category, cases[i].needs_grounds ? "F6" : NULL);
      club_fill (category, "basis_doc", "Решение № 4 от 29.01.2027", NULL);
      verdict_save (&club, category, NULL);
      verdict_change (&club, DOV_TYPE_FAMILY_CATEGORY, dov_record_get_id (category), "basis_doc", "",
                      cases[i].needs_grounds ? "F6" : NULL);
    }
  club_close (&club);
}

static void
test_categories (void)
{
  Club club;
  gint64 family = 0, form = 0;
  g_autofree char *family_id = NULL;
  g_autofree char *form_id = NULL;
  g_autoptr (DovRecord) first = NULL, second = NULL, wrong = NULL;

  open_club (&club);
  family = club_add_family (&club, "Шубины");
  family_id = write_id (family);
  first = club_new (&club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "213",
                    "since", "2027-02-01", NULL);
  verdict_save (&club, first, NULL);
  second = club_new (&club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "213",
                     "since", "2027-02-20", NULL);
  verdict_save (&club, second, "-");
  verdict_change (&club, DOV_TYPE_FAMILY_CATEGORY, dov_record_get_id (first), "until", "2027-01-31", "V5");
  verdict_change (&club, DOV_TYPE_FAMILY_CATEGORY, dov_record_get_id (first), "until", "2027-02-20", NULL);
  verdict_save (&club, second, NULL);
  verdict_change (&club, DOV_TYPE_FAMILY_CATEGORY, dov_record_get_id (first), "until", "", "-");

  /* A form of an event is no category. */
  form = 101;
  form_id = write_id (form);
  wrong = club_new (&club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", form_id,
                    "since", "2027-02-20", NULL);
  verdict_save (&club, wrong, "-");
  club_close (&club);
}

/* A family goes into the bin with its lines, and one undo brings all back. */
static void
test_parts (void)
{
  Club club;
  gint64 family = 0, person = 0;
  g_autoptr (DovRecord) record = NULL, member = NULL, living_person = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club);
  family = club_add_family (&club, "Шубины");
  person = add_born (&club, "Анна", "1990-05-01");
  member = new_member (&club, family, person, "mother");
  verdict_save (&club, member, NULL);
  verdict_remove (&club, DOV_TYPE_FAMILY, family, "-");

  record = dov_store_find (club.store, DOV_TYPE_FAMILY, family, NULL);
  g_assert_true (dov_parts_remove (club.store, record, &error));
  g_assert_no_error (error);
  living_person = dov_store_find (club.store, DOV_TYPE_PERSON, person, NULL);
  g_assert_false (dov_record_is_removed (living_person));
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY_MEMBER, NULL, NULL), ==, 0);
  verdict_restore (&club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (member), "-");

  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY_MEMBER, NULL, NULL), ==, 1);
  g_assert_false (dov_record_is_removed (record));
  club_close (&club);
}

static void
test_settings (void)
{
  Club club;
  g_autoptr (DovRecord) settings = NULL, second = NULL;
  g_autofree char *phone = NULL;
  gint64 id = 0;

  open_club (&club);
  settings = dov_store_find_first (club.store, DOV_TYPE_SETTINGS, NULL, NULL);
  id = dov_record_get_id (settings);
  second = dov_record_new (DOV_TYPE_SETTINGS, 0);
  verdict_save (&club, second, "-");
  verdict_remove (&club, DOV_TYPE_SETTINGS, id, "-");
  verdict_change (&club, DOV_TYPE_SETTINGS, id, "phone_area_code", "83", "V4");
  verdict_change (&club, DOV_TYPE_SETTINGS, id, "child_upper_age", "12", "-");
  verdict_change (&club, DOV_TYPE_SETTINGS, id, "archive_margin", "25", "-");
  verdict_change (&club, DOV_TYPE_SETTINGS, id, "archive_margin", "30", NULL);

  /* Short telephone numbers follow the settings at once. */
  verdict_change (&club, DOV_TYPE_SETTINGS, id, "phone_area_code", "83361", NULL);
  phone = dov_phone_tidy ("2-17-14", NULL);
  g_assert_cmpstr (phone, ==, "+78336121714");
  club_close (&club);
}

static void
test_items (void)
{
  Club club;
  g_autoptr (DovRecord) item = NULL;
  gint64 id = 0;

  open_club (&club);
  item = club_new (&club, DOV_TYPE_REF_ITEM, "list_code", "event_form", "code", "film", "label", "кино", NULL);
  verdict_save (&club, item, "-");
  club_fill (item, "code", "Film 2", NULL);
  verdict_save (&club, item, "-");
  club_fill (item, "code", "film_2", NULL);
  verdict_save (&club, item, NULL);
  id = dov_record_get_id (item);

  verdict_change (&club, DOV_TYPE_REF_ITEM, 105, "code", "film_3", "-");
  verdict_change (&club, DOV_TYPE_REF_ITEM, 105, "is_system", "0", "-");
  verdict_change (&club, DOV_TYPE_REF_ITEM, 105, "label", "киносеанс", NULL);
  verdict_change (&club, DOV_TYPE_REF_ITEM, 105, "is_active", "0", NULL);
  verdict_remove (&club, DOV_TYPE_REF_ITEM, 105, "-");

  /* A code that lies in the bin is taken as well: old papers may name it. */
  verdict_remove (&club, DOV_TYPE_REF_ITEM, id, NULL);
  g_clear_object (&item);
  item = club_new (&club, DOV_TYPE_REF_ITEM, "list_code", "event_form", "code", "film_2", "label", "фильм", NULL);
  verdict_save (&club, item, "-");
  club_fill (item, "list_code", "family_category", NULL);
  verdict_save (&club, item, NULL);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/V8/unique", test_v8);
  g_test_add_func ("/rules/V8/propose", test_v8_propose);
  g_test_add_func ("/rules/F2", test_status);
  g_test_add_func ("/rules/V2/mother", test_v2_mother);
  g_test_add_func ("/rules/V2/mother-later", test_v2_mother_later);
  g_test_add_func ("/rules/members", test_members);
  g_test_add_func ("/rules/F6", test_f6);
  g_test_add_func ("/rules/categories", test_categories);
  g_test_add_func ("/rules/parts", test_parts);
  g_test_add_func ("/rules/settings", test_settings);
  g_test_add_func ("/rules/items", test_items);

  return g_test_run ();
}
