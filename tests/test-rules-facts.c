/* test-rules-facts.c - facts of life on every path: nobody acts unborn or dead, and nothing is beyond measure */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "verdict.h"
#include "world.h"

#include "dov-attendance.h"
#include "dov-drive.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-item.h"
#include "dov-kit-build.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-rules.h"

#include <string.h>

static void
set_life (World      *world,
          const char *field,
          const char *day,
          const char *expected)
{
  verdict_change (&world->goods.club, DOV_TYPE_PERSON, world->person, field, day, expected);
}

/* All of 2 March 2027. */
static const struct { const char *table; const char *fields; } lives[] = {
  { "attendance", "event_id=$event|person_id=$p|status=checked_in|role=guest" },
  { "attendance", "event_id=$event|person_id=$p|status=walk_in|role=helper" },
  { "event_helper", "event_id=$event|person_id=$p|role=volunteer" },
  { "club_attendance", "session_id=$session|person_id=$p|mark=present" },
  { "club_member", "group_id=$another|person_id=$p|since=2027-03-02" },
  { "club_member", "group_id=$another|person_id=$p|since=2027-02-01|until=2027-03-02" },
  { "family_member", "family_id=$neighbours|person_id=$p|kinship=other|since=2027-03-02" },
  { "volunteer", "person_id=$p|kind=general|lounge_id=$far|since=2027-03-02" },
  { "volunteer_hours", "volunteer_id=$volunteer|date=2027-03-02|hours=3|event_id=$event" },
  { "distribution", "no=91|date=2027-03-02|lounge_id=$lounge|family_id=$family|person_id=$p|issued_by_id=$staff|status=draft" },
  { "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1|child_id=$p" },
  { "rental_loan", "family_id=$family|item_id=$pram|person_id=$p|lounge_id=$lounge|agreement_no=92|issued_on=2027-03-02"
                   "|due_on=2027-04-02" },
  { "donation_receipt", "no=93|date=2027-03-02|lounge_id=$lounge|donor_id=$donor|legal_form=act|received_by_id=$staff"
                        "|status=draft" },
  { "commission_member", "person_id=$p|role=member|write_off_id=$off" },
  { "commission_member", "person_id=$p|role=member|count_id=$count" },
  { "achievement", "contest=Смотр|lounge_id=$lounge|level=district|date=2027-03-02|person_id=$p|result=winner" },
  { "staff", "person_id=$p|position=Культорганизатор|role=culture_worker|organisation_id=$org|since=2027-03-02" },
  { "patrol_member", "patrol_id=$bureckij|person_id=$p|kind=public|since=2027-03-02|instructed_on=2027-01-15" },
  { "shift_member", "shift_id=$shift|member_id=$walker|came=expected" },
  { "handover", "handed_at=2027-03-02T19:00|place=клуб|person_id=$p|recipient_kind=guardian|recipient_name=Мотина Юлия"
                "|handed_by_id=$leader" },
  { "visit_met", "visit_id=$visit|person_id=$p" },
  { "act_present", "act_id=$act|person_id=$p" },
  { "written_application", "no=94|date=2027-03-02|lounge_id=$lounge|person_id=$p|kind=service" },
  { "consent", "no=95|lounge_id=$lounge|subject_id=$p|kind=processing|signer_id=$p|signer_capacity=self|signed_on=2027-03-02"
               "|purpose=case|data_list=name|actions=store|until_event=до снятия|withdrawal_way=заявлением" },
};

/* The four ways to a fact of somebody who was dead then: it is saved, it comes in a file, an undo brings
 * the death back, it comes out of the bin. And the fifth: the day of the death is written down later. */
static void
test_after_death (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      World world;
      Club *club = &world.goods.club;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (DovRecord) draft = NULL;
      gint64 cleared = 0;

      world_open (&world, "1979-06-14");
      draft = world_new_record (&world, lives[i].table, lives[i].fields, line);
      g_test_message ("%u %s", i, lives[i].table);

      set_life (&world, "died_on", "2027-03-01", NULL);
      verdict_save (club, draft, "V2");
      world_load (&world, line->str, "V2");
      set_life (&world, "died_on", "", NULL);
      cleared = dov_store_get_last_operation (club->store);

      verdict_save (club, draft, NULL);
      set_life (&world, "died_on", "2027-03-01", "V2");
      verdict_undo (club, cleared, "V2");
      set_life (&world, "died_on", "2027-03-02", NULL);   /* on the very day it may be */
      verdict_remove (club, G_OBJECT_TYPE (draft), dov_record_get_id (draft), NULL);
      set_life (&world, "died_on", "2027-03-01", NULL);
      verdict_restore (club, G_OBJECT_TYPE (draft), dov_record_get_id (draft), "V2");
      world_close (&world);
    }
}

/* What a child may have been at: the same before the birth. */
static void
test_before_birth (void)
{
  static const char *const of_children =
    " attendance club_attendance club_member family_member distribution_line achievement visit_met act_present ";

  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      World world;
      Club *club = &world.goods.club;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *word = g_strdup_printf (" %s ", lives[i].table);
      g_autoptr (DovRecord) draft = NULL;

      if (strstr (of_children, word) == NULL || strstr (lives[i].fields, "until") != NULL)
        continue;
      world_open (&world, "2026-12-01");
      g_test_message ("%u %s", i, lives[i].table);
      draft = world_new_record (&world, lives[i].table, lives[i].fields, line);
      verdict_save (club, draft, NULL);
      set_life (&world, "birth_date", "2027-03-03", "V2");
      set_life (&world, "birth_date", "2026-11-30", NULL);
      verdict_remove (club, G_OBJECT_TYPE (draft), dov_record_get_id (draft), NULL);
      world_close (&world);
    }
}

/* What tells the day of them is changed, not they themselves. */
static void
test_other_day (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) visit = NULL, walk = NULL, given = NULL, planned = NULL;
  gint64 event = 0, shift = 0, handout = 0;

  world_open (&world, "1979-06-14");
  visit = world_new_record (&world, "attendance", "event_id=$event|person_id=$p|status=checked_in|role=guest", line);
  walk = world_new_record (&world, "shift_member", "shift_id=$shift|member_id=$walker|came=expected", line);
  given = world_new_record (&world, "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1|child_id=$p", line);
  verdict_save (club, visit, NULL);
  verdict_save (club, walk, NULL);
  verdict_save (club, given, NULL);
  set_life (&world, "died_on", "2027-03-02", NULL);
  event = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$event"), NULL, 10);
  shift = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$shift"), NULL, 10);
  handout = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$handout"), NULL, 10);
  club_change (club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-03T16:00");
  verdict_change (club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-03T15:00", "V2");
  club_change (club, DOV_TYPE_PATROL_SHIFT, shift, "ends_at", "2027-03-02T23:00");
  verdict_change (club, DOV_TYPE_DISTRIBUTION, handout, "date", "2027-03-03", "V2");

  /* Nobody registers the dead; who was registered when alive hinders nobody from writing the death down. */
  set_life (&world, "died_on", "2027-03-02", NULL);
  world_name_id (&world, "$next", club_add_event (club, "Проводы", "2027-03-10T15:00"));
  planned = world_new_record (&world, "attendance", "event_id=$next|person_id=$p|status=registered|role=guest", line);
  verdict_save (club, planned, "V2");
  set_life (&world, "died_on", "", NULL);
  verdict_save (club, planned, NULL);
  set_life (&world, "died_on", "2027-03-02", NULL);
  world_close (&world);
}

/* Who takes goods, borrows or signs is of age and of the family, whatever is changed afterwards. */
static void
test_taker (void)
{
  static const struct { const char *fact; const char *rule; const char *fields; const char *stranger; } takings[] = {
    { "distribution", "S3", "no=91|date=2027-03-02|lounge_id=$lounge|family_id=$neighbours|person_id=$p|issued_by_id=$staff"
                            "|status=draft", "S3" },
    { "rental_loan", "S9", "family_id=$neighbours|item_id=$pram|person_id=$p|lounge_id=$lounge|agreement_no=92"
                           "|issued_on=2027-03-02|due_on=2027-04-02", "S9" },
    { "commission_member", "S6", "person_id=$p|role=chair|write_off_id=$off", NULL },
    { "commission_member", "S6", "person_id=$p|role=chair|count_id=$count", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (takings); i++)
    {
      World world;
      Club *club = &world.goods.club;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (GString) unused = g_string_new (NULL);
      g_autoptr (DovRecord) draft = NULL, member = NULL;
      gint64 birth = 0, joined = 0, member_id = 0;

      world_open (&world, "2009-03-03");   /* 18 on the day after */
      g_test_message ("%u %s", i, takings[i].fact);
      draft = world_new_record (&world, takings[i].fact, takings[i].fields, line);
      member = world_new_record (&world, "family_member",
                                 "family_id=$neighbours|person_id=$p|kinship=sibling|since=2027-02-01", unused);
      verdict_save (club, member, NULL);
      joined = dov_store_get_last_operation (club->store);
      member_id = dov_record_get_id (member);
      verdict_save (club, draft, takings[i].rule);
      world_load (&world, line->str, takings[i].rule);

      set_life (&world, "birth_date", "2009-03-02", NULL);
      birth = dov_store_get_last_operation (club->store);
      verdict_save (club, draft, NULL);
      set_life (&world, "birth_date", "2012-08-09", takings[i].rule);
      verdict_undo (club, birth, takings[i].rule);
      /* The membership ends before, lies in the bin, is taken back. */
      verdict_change (club, DOV_TYPE_FAMILY_MEMBER, member_id, "until", "2027-03-01", takings[i].stranger);
      verdict_change (club, DOV_TYPE_FAMILY_MEMBER, member_id, "until", "2027-03-02", NULL);
      club_change (club, DOV_TYPE_FAMILY_MEMBER, member_id, "until", "");
      if (takings[i].stranger != NULL)
        {
          verdict_remove (club, DOV_TYPE_FAMILY_MEMBER, member_id, takings[i].stranger);
          verdict_undo (club, joined, takings[i].stranger);
        }
      world_close (&world);
    }
}

/* Nobody knows the age, and another family has the person as a child: no grown-up. */
static void
test_unknown_age (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) child = NULL, paper = NULL, mother = NULL;

  world_open (&world, "1979-06-14");
  set_life (&world, "birth_date", "", NULL);
  child = world_new_record (&world, "family_member", "family_id=$neighbours|person_id=$p|kinship=ward", line);
  verdict_save (club, child, NULL);
  g_string_truncate (line, 0);
  paper = world_new_record (&world, "distribution", "no=91|date=2027-03-02|lounge_id=$lounge|family_id=$family|person_id=$p"
                                                    "|issued_by_id=$staff|status=draft|proxy=доверенность № 4", line);
  verdict_save (club, paper, "S3");
  world_load (&world, line->str, "S3");
  verdict_remove (club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (child), NULL);
  verdict_save (club, paper, "S3");
  mother = world_new_record (&world, "family_member", "family_id=$neighbours|person_id=$p|kinship=mother", line);
  verdict_save (club, mother, NULL);
  verdict_save (club, paper, NULL);
  /* What says nothing is no power of attorney. */
  verdict_change (club, DOV_TYPE_DISTRIBUTION, dov_record_get_id (paper), "family_id", g_hash_table_lookup (world.ids,
                  "$neighbours"), NULL);
  world_close (&world);
}

static void
test_blank (void)
{
  static const char *const blanks[] = { " ", "\u00a0", "\u200b", "\u200b \u00ad", "—", "…" };
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) paper = NULL, twin = NULL;
  g_autofree char *book = g_strnfill (501, 'q');
  g_autoptr (GError) error = NULL;
  gint64 event = 0;

  world_open (&world, "1979-06-14");
  event = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$event"), NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autoptr (DovRecord) draft = DOV_RECORD (dov_store_find_draft (club->store, DOV_TYPE_EVENT, event, NULL));
      g_autoptr (DovRecord) drive = DOV_RECORD (dov_store_find_draft (club->store, DOV_TYPE_DRIVE, world.goods.targeted, NULL));

      g_test_message ("blank %u", i);
      club_fill (draft, "status", "cancelled", "status_reason", blanks[i], NULL);
      verdict_save (club, draft, "E2");
      club_fill (drive, "status", "cancelled", "status_reason", blanks[i], NULL);
      verdict_save (club, drive, "-");
      paper = world_new_record (&world, "distribution", "no=91|date=2027-03-02|lounge_id=$lounge|family_id=$neighbours"
                                                        "|person_id=$p|issued_by_id=$staff|status=draft", line);
      club_fill (paper, "proxy", blanks[i], NULL);
      verdict_save (club, paper, "S3");
      g_clear_object (&paper);
      /* Nor is it a reason for going on after a warning. */
      twin = world_new_record (&world, "person", "last_name=Зорина|first_name=Кира|patronymic=Ильинична"
                                                 "|birth_date=1979-06-14", line);
      dov_store_accept (club->store, "V9", blanks[i]);
      verdict_save (club, twin, "V9?");
      g_clear_object (&twin);
    }
  /* Nor is a book, one letter longer than a line may be. */
  twin = world_new_record (&world, "person", "last_name=Зорина|first_name=Кира|patronymic=Ильинична|birth_date=1979-06-14", line);
  dov_store_accept (club->store, "V9", book);
  dov_store_save (club->store, twin, &error);
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "501 characters"));
  dov_store_accept (club->store, "V9", book + 1);
  verdict_save (club, twin, NULL);
  world_close (&world);
}

/* Pieces, pairs and sets are whole; kilograms need not be. */
static void
test_whole (void)
{
  static const struct { const char *table; const char *fields; const char *field; } lines[] = {
    { "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1", "qty" },
    { "donation_line", "receipt_id=$receipt|item_id=$bag|qty=1|condition=good", "qty" },
    { "stock_transfer_line", "transfer_id=$transfer|item_id=$bag|qty=1", "qty" },
    { "kit_build_line", "build_id=$build|item_id=$bag|qty=1", "qty" },
    { "write_off_line", "write_off_id=$off|item_id=$bag|qty=1", "qty" },
    { "inventory_line", "count_id=$count|item_id=$bag|drive_id=$drive|actual_qty=1", "actual_qty" },
    { "kit_part", "kit_id=$kit|item_id=$bag|qty=1", "qty" },
    { "need", "family_id=$family|date=2027-03-02|lounge_id=$lounge|item_id=$bag|qty=1|priority=normal|status=open", "qty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      World world;
      Club *club = &world.goods.club;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (DovRecord) draft = NULL;
      gint64 to_whole = 0;

      world_open (&world, "1979-06-14");
      g_test_message ("%s", lines[i].table);
      draft = world_new_record (&world, lines[i].table, lines[i].fields, line);
      club_fill (draft, lines[i].field, "1.5", NULL);
      verdict_save (club, draft, "V6");
      g_string_replace (line, "\"1\"", "\"1.5\"", 1);
      world_load (&world, line->str, "V6");
      /* What is said in packs may be half, and then stays in packs. */
      verdict_change (club, DOV_TYPE_ITEM, world.goods.bag, "unit", "pack", NULL);
      to_whole = dov_store_get_last_operation (club->store);
      verdict_save (club, draft, NULL);
      verdict_change (club, DOV_TYPE_ITEM, world.goods.bag, "unit", "pair", "V6");
      verdict_undo (club, to_whole, "V6");
      world_close (&world);
    }
}

/* Kits are whole, whatever they are counted in. */
static void
test_whole_kits (void)
{
  World world;
  Club *club = &world.goods.club;
  gint64 build = 0;

  world_open (&world, "1979-06-14");
  build = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$build"), NULL, 10);
  club_change (club, DOV_TYPE_ITEM, world.goods.kit, "unit", "pack");
  verdict_change (club, DOV_TYPE_KIT_BUILD, build, "qty", "2.5", "V6");
  verdict_change (club, DOV_TYPE_KIT_BUILD, build, "qty", "3", NULL);
  world_close (&world);
}

/* Beyond measure, and a bar code. */
static void
test_measure (void)
{
  static const struct { const char *table; const char *fields; const char *field; const char *value; const char *expected; }
  sizes[] = {
    { "distribution_line", "distribution_id=$handout|item_id=$bag", "qty", "20000", NULL },
    { "distribution_line", "distribution_id=$handout|item_id=$bag", "qty", "20001", "V6?" },
    { "distribution_line", "distribution_id=$handout|item_id=$bag", "qty", "1000001", "V6" },
    { "distribution_line", "distribution_id=$handout|item_id=$bag", "qty", "46009924", "V6" },
    { "write_off_line", "write_off_id=$off|item_id=$bag", "qty", "036000291452", "V6" },
    { "inventory_line", "count_id=$count|item_id=$bag", "actual_qty", "4600051000057", "V6" },
    { "inventory_line", "count_id=$count|item_id=$bag", "book_qty", "9223372036854775", "V6" },
    { "kit_part", "kit_id=$kit|item_id=$bag", "qty", "9000000000000", "V6" },
    { "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1", "unit_value", "10000000.01", "V6" },
    { "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1", "unit_value", "4600051000057.00", "V6" },
    { "distribution_line", "distribution_id=$handout|item_id=$bag|qty=1", "unit_value", "10000000.00", NULL },
    { "event_headcount", "event_id=$event", "b7_13", "9223372036854775807", "V6" },
    { "event_headcount", "event_id=$event", "online_views", "10000001", "V6" },
    { "event_headcount", "event_id=$event", "b7_13", "20000", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      World world;
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (DovRecord) draft = NULL;

      world_open (&world, "1979-06-14");
      g_test_message ("%s %s", sizes[i].field, sizes[i].value);
      draft = world_new_record (&world, sizes[i].table, sizes[i].fields, line);
      club_fill (draft, sizes[i].field, sizes[i].value, NULL);
      verdict_save (&world.goods.club, draft, sizes[i].expected);
      world_close (&world);
    }
}

/* A sum that overflows is not “nothing is left”: a movement of a file that was spoilt. */
static void
test_overflow (void)
{
  static const char *const spoil[] = {
    "INSERT INTO stock_move (id, key, item_id, at, lounge_id, drive_id, qty, kind, donation_line_id)"
    " SELECT id + 900000, key, item_id, at, lounge_id, drive_id, 9223372036854775807, kind, donation_line_id FROM stock_move",
    "INSERT INTO stock_move (id, key, item_id, at, lounge_id, drive_id, qty, kind, donation_line_id)"
    " SELECT id + 800000, key, item_id, at, lounge_id, drive_id, 9223372036854775807, kind, donation_line_id FROM stock_move"
    " WHERE qty < 100000",
  };
  Goods goods;
  g_autoptr (DovRecord) drive = NULL;
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) told = NULL;
  GDate day = goods_day ("2027-03-04");

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spoil); i++)
    {
      dov_database_execute (dov_store_get_database (goods.club.store), spoil[i], &error);
      g_assert_no_error (error);
    }
  obstacles = dov_stock_list_obstacles (goods.club.store, goods.drive, &told);
  g_assert_null (obstacles);
  g_assert_nonnull (told);
  g_assert_false (dov_stock_close_drive (goods.club.store, goods.drive, &day, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "larger than can be counted"));
  goods_close (&goods);
}

/* S7: goods do not vanish with a drive that is called off. */
static void
test_called_off (void)
{
  Goods goods;
  g_autoptr (DovRecord) draft = NULL;
  GDate day = goods_day ("2027-03-04");
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  draft = goods_dup (&goods, DOV_TYPE_DRIVE, goods.drive);
  club_fill (draft, "status", "cancelled", "status_reason", "никто не принёс", NULL);
  verdict_save (&goods.club, draft, "S7");
  g_assert_true (dov_stock_move_leftover (goods.club.store, goods.drive, DOV_STOCK_ALL, DOV_STOCK_ALL, &day,
                                          goods.club.manager, &error));
  operation = dov_store_get_last_operation (goods.club.store);
  verdict_save (&goods.club, draft, NULL);
  verdict_undo (&goods.club, operation, "S7");
  goods_close (&goods);
}

/* S7: nothing is handed out after the end. */
static void
test_after_end (void)
{
  Goods goods;
  gint64 handout;

  goods_open (&goods);
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "since", "2027-02-01");
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "until", "2027-03-03");
  goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-04", "S7");
  handout = goods_issue (&goods, goods.bag, 2000, "2027-03-03", NULL);
  g_assert_cmpint (handout, !=, 0);
  verdict_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "until", "2027-03-02", "S7");
  verdict_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "until", "2027-03-09", NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-04", NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-06", "V5");   /* tomorrow */
  goods_close (&goods);
}

/* S2: the mark of what goes bad is no switch. */
static void
test_perishable (void)
{
  Goods goods;

  goods_open (&goods);
  verdict_change (&goods.club, DOV_TYPE_ITEM, goods.apples, "perishable", "0", NULL);
  goods_receive (&goods, goods.apples, 4500, "2027-03-01", NULL, NULL);
  verdict_change (&goods.club, DOV_TYPE_ITEM, goods.apples, "perishable", "1", "S2");
  goods_issue (&goods, goods.apples, 4500, "2027-03-02", NULL);
  verdict_change (&goods.club, DOV_TYPE_ITEM, goods.apples, "perishable", "1", NULL);
  goods_receive (&goods, goods.apples, 2500, "2027-03-02", "2027-03-20", NULL);
  verdict_change (&goods.club, DOV_TYPE_ITEM, goods.apples, "perishable", "0", "S2?");
  goods_close (&goods);
}

/* F4, S9. */
static void
test_loans (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) early = NULL, late = NULL, loan = NULL, again = NULL, closed = NULL;
  gint64 returned = 0, pram = 0;

  world_open (&world, "1979-06-14");
#define LOAN "family_id=$family|item_id=$pram|person_id=$p|lounge_id=$lounge|due_on=2027-04-02|"
  early = world_new_record (&world, "rental_loan", LOAN "agreement_no=92|issued_on=2026-11-04", line);
  verdict_save (club, early, "S9");
  world_load (&world, line->str, "S9");
  late = world_new_record (&world, "rental_loan", LOAN "agreement_no=93|issued_on=2027-03-06", line);
  verdict_save (club, late, "V5");
  loan = world_new_record (&world, "rental_loan", LOAN "agreement_no=94|issued_on=2026-11-05", line);
  verdict_save (club, loan, NULL);
  pram = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$pram"), NULL, 10);
  verdict_change (club, DOV_TYPE_RENTAL_ITEM, pram, "acquired_on", "2026-11-06", "S9");

  closed = goods_dup (&world.goods, DOV_TYPE_FAMILY, world.goods.family);
  club_fill (closed, "case_status", "closed", "closed_on", "2027-03-04", "closing_reason", "transferred", NULL);
  verdict_save (club, closed, "F4");
  verdict_change (club, DOV_TYPE_RENTAL_LOAN, dov_record_get_id (loan), "returned_on", "2027-03-03", NULL);
  returned = dov_store_get_last_operation (club->store);
  verdict_save (club, closed, NULL);
  verdict_undo (club, returned, "F4");
  again = world_new_record (&world, "rental_loan", LOAN "agreement_no=95|issued_on=2027-03-05", line);
  verdict_save (club, again, "F4");
  world_close (&world);
}

/* E1, V5: who came, came when it was on. */
static void
test_arrivals (void)
{
  static const struct { const char *at; const char *expected; } moments[] = {
    { "2027-03-02T08:05", NULL }, { "2027-03-02T15:10", NULL }, { "2027-03-02T23:50", NULL }, { "2027-03-03T03:30", NULL },
    { "2027-03-01T21:00", "V5" }, { "2027-03-03T06:30", "V5" }, { "2026-03-02T15:10", "V5" }, { "2027-03-05T09:06", "V5" },
  };
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) early = NULL;
  gint64 event = 0, next = 0, moved = 0;

  world_open (&world, "1979-06-14");
  event = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$event"), NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (DovRecord) visit = world_new_record (&world, "attendance",
                                                      "event_id=$event|person_id=$p|status=checked_in|role=guest", line);

      g_test_message ("%s", moments[i].at);
      club_fill (visit, "check_in_at", moments[i].at, NULL);
      verdict_save (club, visit, moments[i].expected);
      if (moments[i].expected != NULL)
        continue;
      if (i == 1)
        {
          /* The event is set on another day, and back. */
          club_change (club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-04T16:59");
          verdict_change (club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-04T15:00", "V5");
          club_change (club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-02T16:59");
        }
      verdict_remove (club, DOV_TYPE_ATTENDANCE, dov_record_get_id (visit), NULL);
    }
  next = club_add_event (club, "Проводы", "2027-03-10T15:00");
  world_name_id (&world, "$next", next);
  g_string_truncate (line, 0);
  early = world_new_record (&world, "attendance", "event_id=$next|person_id=$p|status=checked_in|role=guest", line);
  verdict_save (club, early, "E1");
  world_load (&world, line->str, "E1");
  club_change (club, DOV_TYPE_EVENT, next, "starts_at", "2027-03-05T08:00");
  moved = dov_store_get_last_operation (club->store);
  verdict_save (club, early, NULL);
  verdict_change (club, DOV_TYPE_EVENT, next, "starts_at", "2027-03-06T08:00", "E1");
  verdict_undo (club, moved, "E1");
  world_close (&world);
}

/* V5: an event lasts some days. */
static void
test_length (void)
{
  static const struct { const char *until; const char *expected; } ends[] = {
    { "2027-03-05T15:00", NULL }, { "2027-03-09T14:59", NULL }, { "2027-03-09T15:00", "V5?" }, { "2027-04-02T14:59", "V5?" },
    { "2027-04-02T15:00", "V5" }, { "2028-03-02T16:00", "V5" },
  };
  Club club;

  club_open (&club);
  dov_rules_install (club.store);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gint64 event = club_add_event (&club, ends[i].until, "2027-03-02T15:00");

      verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", ends[i].until, ends[i].expected);
    }
  club_close (&club);
}

/* V2, V5: asked about. */
static void
test_asked (void)
{
  static const struct { const char *kinship; const char *sex; const char *expected; } kin[] = {
    { "father", "f", "V2?" }, { "father", "m", NULL }, { "father", "", NULL }, { "mother", "m", "V2?" },
    { "stepmother", "m", "V2?" }, { "grandfather", "f", "V2?" }, { "spouse", "f", NULL },
  };
  World world;
  Club *club = &world.goods.club;
  g_autofree char *lounge = NULL;

  world_open (&world, "1979-06-14");
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (DovRecord) member = world_new_record (&world, "family_member", "family_id=$neighbours|person_id=$p", line);

      g_test_message ("%s %s", kin[i].kinship, kin[i].sex);
      club_change (club, DOV_TYPE_PERSON, world.person, "sex", kin[i].sex);
      club_fill (member, "kinship", kin[i].kinship, NULL);
      verdict_save (club, member, kin[i].expected);
      if (kin[i].expected != NULL)
        continue;
      if (g_str_equal (kin[i].sex, "m"))
        set_life (&world, "sex", "f", "V2?");
      verdict_remove (club, DOV_TYPE_FAMILY_MEMBER, dov_record_get_id (member), NULL);
    }
  verdict_change (club, DOV_TYPE_FAMILY, world.goods.family, "opened_on", "2027-03-06", "V5?");
  verdict_change (club, DOV_TYPE_FAMILY, world.goods.family, "opened_on", "2027-03-05", NULL);
  world_close (&world);
}

/* T1: a second card of the same human is the same human. */
static void
test_second_card (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) card = NULL, walk = NULL, twice = NULL, helper = NULL;
  gint64 second = 0, member = 0, other = 0, event = 0;

  world_open (&world, "1979-06-14");
  card = world_new_record (&world, "person", "last_name=Зорина|first_name=Кира|patronymic=Ильинична|birth_date=1979-06-14", line);
  dov_store_accept (club->store, "V9", "заведена второй раз");
  second = club_save (club, card);
  walk = world_new_record (&world, "shift_member", "shift_id=$shift|member_id=$walker|came=expected", line);
  verdict_save (club, walk, NULL);
  /* On the list of the same shift, of another patrol's shift then, at an event. */
  member = patrol_add_member (club, &world.patrol, second, FALSE);
  world_name_id (&world, "$second", member);
  twice = world_new_record (&world, "shift_member", "shift_id=$shift|member_id=$second|came=expected", line);
  verdict_save (club, twice, "T1");
  other = patrol_add_member (club, &world.other, second, TRUE);
  patrol_begin_shift (club, &world.other, "2027-03-02T19:30", "2027-03-02T21:30", other, world.other.members[0]);
  verdict_commit (club, "T1");
  event = club_add_event (club, "Концерт", "2027-03-02T19:00");
  world_name_id (&world, "$concert", event);
  world_name_id (&world, "$twin", second);
  helper = world_new_record (&world, "event_helper", "event_id=$concert|person_id=$twin|role=volunteer", line);
  verdict_save (club, helper, "T1");
  /* A card that becomes the second one. */
  club_change (club, DOV_TYPE_PERSON, second, "birth_date", "1981-08-20");
  patrol_add_shift (club, &world.other, "2027-03-02T19:30", "2027-03-02T21:30", other, world.other.members[0]);
  dov_store_accept (club->store, "V9", "заведена второй раз");
  verdict_change (club, DOV_TYPE_PERSON, second, "birth_date", "1979-06-14", "T1");
  verdict_undo (club, dov_store_get_last_operation (club->store), NULL);
  dov_store_accept (club->store, "V9", "заведена второй раз");
  verdict_change (club, DOV_TYPE_PERSON, second, "birth_date", "1979-06-14", NULL);
  verdict_save (club, helper, "T1");
  /* Somebody has said that these are two. */
  club_add (club, dov_registry_find ("not_duplicate"), "person_id", g_hash_table_lookup (world.ids, "$p"), "other_id",
            g_hash_table_lookup (world.ids, "$twin"), "reason", "мать и дочь", NULL);
  verdict_save (club, helper, NULL);
  world_close (&world);
}

/* Another date of birth is judged by what the person did: W4, E6, G6. */
static void
test_born (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) hours = NULL, visit = NULL;
  gint64 birth = 0, event = 0;

  world_open (&world, "1979-06-14");
  dov_store_accept (club->store, "W1", "с согласия матери");
  set_life (&world, "birth_date", "2012-06-14", "T2");
  world_close (&world);
  world_open (&world, "2001-06-14");
  dov_store_accept (club->store, "W1", "с согласия матери");
  set_life (&world, "birth_date", "2012-06-14", NULL);
  set_life (&world, "birth_date", "2001-06-14", NULL);
  birth = dov_store_get_last_operation (club->store);
  event = g_ascii_strtoll (g_hash_table_lookup (world.ids, "$event"), NULL, 10);
  club_change (club, DOV_TYPE_EVENT, event, "age_mark", "16+");
  visit = world_new_record (&world, "attendance", "event_id=$event|person_id=$p|status=checked_in|role=guest", line);
  verdict_save (club, visit, NULL);
  set_life (&world, "birth_date", "2012-06-14", "E6?");
  dov_store_accept (club->store, "E6", "с матерью");
  set_life (&world, "birth_date", "2012-06-14", "W1?");
  hours = world_new_record (&world, "volunteer_hours", "volunteer_id=$volunteer|date=2027-03-02|hours=2.5", line);
  verdict_save (club, hours, NULL);
  set_life (&world, "birth_date", "2012-06-14", "W4");
  verdict_undo (club, birth, "W4");
  world_close (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/V2/after-death", test_after_death);
  g_test_add_func ("/facts/V2/before-birth", test_before_birth);
  g_test_add_func ("/facts/V2/other-day", test_other_day);
  g_test_add_func ("/facts/S3/taker", test_taker);
  g_test_add_func ("/facts/S3/unknown-age", test_unknown_age);
  g_test_add_func ("/facts/reasons/blank", test_blank);
  g_test_add_func ("/facts/V6/whole", test_whole);
  g_test_add_func ("/facts/V6/kits", test_whole_kits);
  g_test_add_func ("/facts/V6/measure", test_measure);
  g_test_add_func ("/facts/S7/overflow", test_overflow);
  g_test_add_func ("/facts/S7/called-off", test_called_off);
  g_test_add_func ("/facts/S7/after-end", test_after_end);
  g_test_add_func ("/facts/S2/perishable", test_perishable);
  g_test_add_func ("/facts/F4/loans", test_loans);
  g_test_add_func ("/facts/E1/arrivals", test_arrivals);
  g_test_add_func ("/facts/V5/length", test_length);
  g_test_add_func ("/facts/V2/asked", test_asked);
  g_test_add_func ("/facts/T1/second-card", test_second_card);
  g_test_add_func ("/facts/V2/born", test_born);

  return g_test_run ();
}
