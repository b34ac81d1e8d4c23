/* world.c - a club in which everything can be written down of one person, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "world.h"

#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-inventory-count.h"
#include "dov-kit-build.h"
#include "dov-living-conditions-act.h"
#include "dov-load.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental-item.h"
#include "dov-stock-transfer.h"
#include "dov-volunteer.h"
#include "dov-write-off.h"

#include <string.h>

const char *
world_name_id (World      *world,
               const char *name,
               gint64      id)
{
  char *text = patrol_write_id (id);

  g_hash_table_replace (world->ids, g_strdup (name), text);

  return text;
}

#define ID(name) ((const char *) g_hash_table_lookup (world->ids, name))

static void
fill_papers (World *world)
{
  Club *club = &world->goods.club;

  world_name_id (world, "$drive", world->goods.drive);
  world_name_id (world, "$off", club_add (club, DOV_TYPE_WRITE_OFF, "no", "81", "date", "2027-03-02", "lounge_id", ID ("$lounge"),
                                          "reason", "damaged", NULL));
  world_name_id (world, "$count", club_add (club, DOV_TYPE_INVENTORY_COUNT, "no", "82", "date", "2027-03-02", "lounge_id",
                                            ID ("$lounge"), NULL));
  world_name_id (world, "$pram", club_add (club, DOV_TYPE_RENTAL_ITEM, "inventory_no", "К-7", "name", "Коляска", "category_id",
                                           "331", "lounge_id", ID ("$lounge"), "acquired_on", "2026-11-05", NULL));
  world_name_id (world, "$donor", club_add (club, DOV_TYPE_DONOR, "person_id", ID ("$p"), NULL));
  world_name_id (world, "$bag", world->goods.bag);
  world_name_id (world, "$apples", world->goods.apples);
  world_name_id (world, "$kit", world->goods.kit);
  world_name_id (world, "$receipt", club_add (club, DOV_TYPE_DONATION_RECEIPT, "no", "84", "date", "2027-01-20", "lounge_id",
                                              ID ("$lounge"), "donor_id", ID ("$donor"), "legal_form", "act", "received_by_id",
                                              ID ("$staff"), NULL));
  world_name_id (world, "$transfer", club_add (club, DOV_TYPE_STOCK_TRANSFER, "no", "85", "date", "2027-03-02", "lounge_id",
                                               ID ("$lounge"), "to_lounge_id", ID ("$far"), "sent_by_id", ID ("$staff"), NULL));
  world_name_id (world, "$build", club_add (club, DOV_TYPE_KIT_BUILD, "no", "86", "date", "2027-03-02", "lounge_id",
                                            ID ("$lounge"), "kit_id", ID ("$kit"), "qty", "1", NULL));
  world_name_id (world, "$handout", club_add (club, DOV_TYPE_DISTRIBUTION, "no", "83", "date", "2027-03-02", "lounge_id",
                                              ID ("$lounge"), "family_id", ID ("$family"), "person_id", ID ("$mother"),
                                              "issued_by_id", ID ("$staff"), NULL));
}

static void
fill_visits (World *world)
{
  Club *club = &world->goods.club;

  world_name_id (world, "$visit", club_add (club, DOV_TYPE_HOME_VISIT, "family_id", ID ("$family"), "visited_at",
                                            "2027-03-02T12:00", "kind", "planned", "staff_id", ID ("$staff"), "goal", "Узнать",
                                            "findings", "Тепло", NULL));
  world_name_id (world, "$act", club_add (club, DOV_TYPE_LIVING_CONDITIONS_ACT, "family_id", ID ("$family"), "no", "87", "date",
                                          "2027-03-02", "kind", "repeat", "address", "с. Слудка", "entry_allowed", "refused",
                                          NULL));
}

static void
fill_groups (World    *world,
             gboolean  is_child)
{
  Club *club = &world->goods.club;

  for (guint i = 0; i < 2; i++)
    world_name_id (world, i == 0 ? "$group" : "$another",
                   club_add (club, DOV_TYPE_CLUB_GROUP, "name", i == 0 ? "ЗигЗаг" : "Вкусняшки", "lounge_id", ID ("$lounge"),
                             "kind", "interest", "leader_id", ID ("$staff"), "season", "calendar", "age_group", "mixed",
                             "status", "active", NULL));
  world_name_id (world, "$session", club_add (club, DOV_TYPE_CLUB_SESSION, "group_id", ID ("$group"), "starts_at",
                                              "2027-03-02T11:00", "hours", "1", NULL));
  club_add (club, DOV_TYPE_CLUB_MEMBER, "group_id", ID ("$group"), "person_id", ID ("$p"), "since", "2027-01-12", NULL);
  if (is_child)
    return;
  world_name_id (world, "$volunteer", club_add (club, DOV_TYPE_VOLUNTEER, "person_id", ID ("$p"), "kind", "general", "lounge_id",
                                                ID ("$lounge"), "since", "2027-01-13", NULL));
}

static void
fill_patrols (World *world)
{
  Club *club = &world->goods.club;

  patrol_make (club, &world->patrol, "Слудский");
  patrol_make (club, &world->other, "Бурецкий");
  world_name_id (world, "$walker", patrol_add_member (club, &world->patrol, world->person, FALSE));
  world_name_id (world, "$shift", patrol_add_shift (club, &world->patrol, "2027-03-02T18:00", "2027-03-02T20:00",
                                                    world->patrol.members[0], world->patrol.members[2]));
  world_name_id (world, "$bureckij", world->other.patrol);
  world_name_id (world, "$leader", world->patrol.members[0]);
}

void
world_open (World      *world,
            const char *born)
{
  Club *club = &world->goods.club;

  world->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  goods_open (&world->goods);
  world->person = club_add (club, DOV_TYPE_PERSON, "last_name", "Зорина", "first_name", "Кира", "patronymic", "Ильинична",
                            "birth_date", born, NULL);
  world_name_id (world, "$p", world->person);
  world_name_id (world, "$lounge", club->lounge);
  world_name_id (world, "$far", world->goods.far);
  world_name_id (world, "$staff", club->manager);
  world_name_id (world, "$org", club->organisation);
  world_name_id (world, "$family", world->goods.family);
  world_name_id (world, "$neighbours", world->goods.other_family);
  world_name_id (world, "$mother", world->goods.mother);
  world_name_id (world, "$event", club_add_event (club, "Ёлка", "2027-03-02T15:00"));
  club_add (club, DOV_TYPE_FAMILY_MEMBER, "family_id", ID ("$family"), "person_id", ID ("$p"), "kinship", "other", NULL);
  fill_papers (world);
  fill_visits (world);
  fill_groups (world, strcmp (born, "2008") > 0);
  if (born[0] == '1')
    fill_patrols (world);
}

void
world_close (World *world)
{
  goods_close (&world->goods);
  g_hash_table_unref (world->ids);
}

/* “person_id=$p|since=2027-03-02”: the draft, and the line of a file that says the same. */
DovRecord *
world_new_record (World      *world,
                  const char *table,
                  const char *fields,
                  GString    *line)
{
  DovRecord *record = dov_record_new (dov_registry_find (table), 0);
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  g_string_append_printf (line, "{\"record\":\"%s\"", table);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      const char *value = *pair[1] == '$' ? g_hash_table_lookup (world->ids, pair[1]) : pair[1];

      g_assert_nonnull (value);
      club_fill (record, pair[0], value, NULL);
      g_string_append_printf (line, ",\"%s\":\"%s\"", pair[0], value);
    }
  g_string_append (line, "}\n");

  return record;
}

void
world_load (World      *world,
            const char *line,
            const char *expected)
{
  DovStore *store = world->goods.club.store;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (line, -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_load_stream (store, stream, NULL, NULL, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (dov_store_get_refusal (store));
  g_assert_cmpstr (dov_store_get_refusal (store)->rule, ==, expected);
}
