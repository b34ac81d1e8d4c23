/* test-rules-answer.c - what is still to come has not been, and who answers for it is alive and of age */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "verdict.h"
#include "world.h"

#include "dov-drive.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-staff.h"

/* What is said of a record by a form, and, when it is refused, by a file that is loaded. */
static void
judge_line (World      *world,
            const char *table,
            const char *fields,
            const char *expected)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) draft = world_new_record (world, table, fields, line);

  g_test_message ("%s %s", table, fields);
  verdict_save (&world->goods.club, draft, expected);
  if (expected != NULL && !g_str_has_suffix (expected, "?"))
    world_load (world, line->str, expected);
}

/* Today is 5 March 2027. What has been is not still to come; what was decided may be, and is asked about. */
static void
test_still_to_come (void)
{
  static const struct { const char *table; const char *fields; const char *expected; } days[] = {
    { "family_member", "family_id=$neighbours|person_id=$p|kinship=other|since=2027-03-06", "V5?" },
    { "family_member", "family_id=$neighbours|person_id=$p|kinship=other|since=2027-03-05", NULL },
    { "family_category", "family_id=$family|category_id=201|since=2027-03-06", "V5?" },
    { "event_report", "event_id=$event|description=Как было|signed_on=2027-03-06", "V5" },
    { "work_plan", "lounge_id=$lounge|period_kind=month|since=2027-04-01|status=submitted|submitted_on=2027-03-06", "V5" },
    { "rental_item", "inventory_no=К-9|name=Санки|category_id=331|lounge_id=$lounge|acquired_on=2027-03-06", "V5" },
    { "need", "family_id=$family|date=2027-03-06|lounge_id=$lounge|item_id=$bag|qty=1|priority=normal|status=open", "V5" },
    { "drive", "name=Тепло|kind=general|since=2027-02-01|until=2027-03-01|status=closed|closed_on=2027-03-06", "V5" },
    { "drive", "name=Тепло|kind=general|since=2027-02-01|until=2027-03-01|status=closed|closed_on=2027-01-31", "V5" },
    { "handover", "handed_at=2027-03-02T19:00|place=клуб|child_name=Ваня|child_born=2027-03-06|recipient_kind=parent"
                  "|recipient_name=Мотина Юлия|handed_by_id=$leader", "V5" },
    { "handover", "handed_at=2027-03-02T19:00|place=клуб|child_name=Ваня|child_born=2009-03-02|recipient_kind=parent"
                  "|recipient_name=Мотина Юлия|handed_by_id=$leader", "N4" },
    { "outgoing_notice", "notice_no=7|date=2027-03-06|lounge_id=$lounge|to_id=$org|kind=other|text=Просим", "V5?" },
    { "outgoing_notice", "notice_no=7|date=2027-03-01|lounge_id=$lounge|to_id=$org|kind=other|text=Просим"
                         "|delivered_on=2027-03-06", "V5" },
    { "report_instance", "code=D-22|since=2027-02-01|until=2027-02-28|status=sent|sent_on=2027-03-06", "V5" },
    { "patrol", "name=Третий|settlement_id=14|status=active|created_on=2027-03-06", "V5" },
    { "person", "last_name=Усольцев|first_name=Пётр|patronymic=Ильич|birth_date=1979-01-02|doc_date=2027-03-06", "V5" },
    { "family", "case_no=3-2027/901|family_name=Усольцевы|lounge_id=$lounge|address=Слудка|structure=full"
                "|case_status=identified|smoke_detector_on=2027-03-06", "V5" },
    { "organisation", "short_name=Мир|full_name=Мир|kind=business|sector=other|agreement_date=2027-03-06", "V5?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      World world;

      world_open (&world, "1979-06-14");
      judge_line (&world, days[i].table, days[i].fields, days[i].expected);
      world_close (&world);
    }
}

/* $child is eleven, $old has died: they accompany nobody, consent to nothing, hand out and sign nothing. */
static void
test_who_answers (void)
{
  static const struct { const char *table; const char *fields; const char *whom; } duties[] = {
    { "attendance", "event_id=$event|person_id=$p|status=checked_in|role=guest", "accompanied_by_id" },
    { "volunteer", "person_id=$youth|kind=young|lounge_id=$lounge|since=2027-03-02|parent_consent_on=2027-03-02", "parent_id" },
    { "distribution", "no=91|date=2027-03-02|lounge_id=$lounge|family_id=$family|person_id=$mother|status=draft",
      "issued_by_id" },
    { "donation_receipt", "no=93|date=2027-03-02|lounge_id=$lounge|donor_id=$donor|legal_form=act|status=draft",
      "received_by_id" },
    { "stock_transfer", "no=94|date=2027-03-02|lounge_id=$lounge|to_lounge_id=$far", "sent_by_id" },
    { "stock_transfer", "no=94|date=2027-03-02|lounge_id=$lounge|to_lounge_id=$far", "received_by_id" },
    { "write_off", "no=95|date=2027-03-02|lounge_id=$lounge|reason=damaged", "made_by_id" },
    { "inventory_count", "no=96|date=2027-03-02|lounge_id=$lounge", "made_by_id" },
    { "kit_build", "no=97|date=2027-03-02|lounge_id=$lounge|kit_id=$kit|qty=1", "made_by_id" },
    { "rental_loan", "family_id=$family|item_id=$pram|person_id=$mother|lounge_id=$lounge|agreement_no=98"
                     "|issued_on=2027-03-02|due_on=2027-04-02", "issued_by_id" },
    { "rental_loan", "family_id=$family|item_id=$pram|person_id=$mother|lounge_id=$lounge|agreement_no=98"
                     "|issued_on=2027-02-02|due_on=2027-04-02|returned_on=2027-03-02", "taken_by_id" },
    { "event_report", "event_id=$event|description=Как было|signed_on=2027-03-02", "signed_by_id" },
    { "club_session", "group_id=$group|starts_at=2027-03-02T14:00|hours=1", "leader_id" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (duties); i++)
    {
      World world;
      Club *club = &world.goods.club;
      guint row = i / 2;
      gboolean is_person = row < 2;
      const char *field = i % 2 == 0 ? "birth_date" : "died_on";
      const char *right = i % 2 == 0 ? "1950-06-07" : "", *wrong = i % 2 == 0 ? "2015-06-07" : "2027-03-01";
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (DovRecord) draft = NULL;
      g_autofree char *fields = g_strdup_printf ("%s|%s=$x", duties[row].fields, duties[row].whom);
      gint64 person = 0;

      world_open (&world, "1979-06-14");
      world_name_id (&world, "$youth", club_add (club, DOV_TYPE_PERSON, "last_name", "Юнцов", "first_name", "Лев", "patronymic",
                                                 "Ильич", "birth_date", "2011-02-03", NULL));
      person = club_add (club, DOV_TYPE_PERSON, "last_name", "Птенцова", "first_name", "Ия", "patronymic", "Ильинична",
                         "birth_date", "1950-06-07", NULL);
      world_name_id (&world, "$card", person);
      world_name_id (&world, "$x", is_person ? person
                     : club_add (club, DOV_TYPE_STAFF, "person_id", g_hash_table_lookup (world.ids, "$card"), "position",
                                 "культорганизатор", "role", "culture_worker", NULL));
      g_test_message ("%s %s %s", duties[row].table, duties[row].whom, field);
      club_change (club, DOV_TYPE_PERSON, person, field, wrong);
      draft = world_new_record (&world, duties[row].table, fields, line);
      verdict_save (club, draft, "V2");
      world_load (&world, line->str, "V2");
      club_change (club, DOV_TYPE_PERSON, person, field, right);
      verdict_save (club, draft, NULL);
      verdict_change (club, DOV_TYPE_PERSON, person, field, wrong, "V2");
      verdict_remove (club, G_OBJECT_TYPE (draft), dov_record_get_id (draft), NULL);
      club_change (club, DOV_TYPE_PERSON, person, field, wrong);
      verdict_restore (club, G_OBJECT_TYPE (draft), dov_record_get_id (draft), "V2");
      world_close (&world);
    }
}

/* Of what is still to come nobody is counted, and nothing is reported; nor is it moved there afterwards. */
static void
test_told_ahead (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) counted = NULL, report = NULL;
  gint64 event = 0, back = 0;

  world_open (&world, "1979-06-14");
  event = club_add_event (club, "Проводы", "2027-03-06T15:00");
  world_name_id (&world, "$next", event);
  judge_line (&world, "event_headcount", "event_id=$next|b7_13=3", "E1");
  judge_line (&world, "event_headcount", "event_id=$next", NULL);
  judge_line (&world, "event_report", "event_id=$next|description=Как будет", "E1");
  judge_line (&world, "event_report", "event_id=$event|description=Как было|signed_on=2027-03-01", "V5");
  judge_line (&world, "attendance", "event_id=$event|person_id=$p|status=registered|role=guest|check_in_at=2027-03-02T15:10",
              "E1");
  world_close (&world);

  world_open (&world, "1979-06-14");
  event = club_add_event (club, "Проводы", "2027-03-06T15:00");
  world_name_id (&world, "$next", event);
  club_change (club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-05T07:00");
  back = dov_store_get_last_operation (club->store);
  counted = world_new_record (&world, "event_headcount", "event_id=$next|b7_13=3", line);
  report = world_new_record (&world, "event_report", "event_id=$next|description=Как было|signed_on=2027-03-05", line);
  verdict_save (club, counted, NULL);
  verdict_change (club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-06T15:00", "E1");
  verdict_undo (club, back, "E1");
  verdict_remove (club, G_OBJECT_TYPE (counted), dov_record_get_id (counted), NULL);
  verdict_save (club, report, NULL);
  verdict_undo (club, back, "E1");
  world_close (&world);
}

/* S7: nothing is handed out before a drive begins, nor is the beginning set off behind it. */
static void
test_before_begin (void)
{
  Goods goods;

  goods_open (&goods);
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "until", "2027-04-03");
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "since", "2027-03-03");
  goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-02", "S7");
  goods_issue (&goods, goods.bag, 2000, "2027-03-03", NULL);
  verdict_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "since", "2027-03-04", "S7");
  verdict_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "since", "2027-02-04", NULL);
  goods_close (&goods);
}

/* What is possible, and mostly a slip. */
static void
test_doubtful (void)
{
  World world;
  Club *club = &world.goods.club;
  g_autofree char *child = NULL;

  world_open (&world, "1979-06-14");
  world_name_id (&world, "$young", club_add (club, DOV_TYPE_PERSON, "last_name", "Птенцов", "first_name", "Иван", "patronymic",
                                             "Ильич", "birth_date", "2015-06-07", "sex", "m", NULL));
  child = patrol_write_id (club_add (club, DOV_TYPE_PERSON, "last_name", "Птенцов", "first_name", "Олег", "patronymic",
                                     "Иванович", "birth_date", "2017-06-07", NULL));
  club_add (club, DOV_TYPE_FAMILY_MEMBER, "family_id", g_hash_table_lookup (world.ids, "$neighbours"),
            "person_id", child, "kinship", "child", NULL);
  judge_line (&world, "family_member", "family_id=$neighbours|person_id=$young|kinship=father", "V2?");
  judge_line (&world, "family_member", "family_id=$neighbours|person_id=$young|kinship=sibling|is_legal_rep=1", "C2?");
  judge_line (&world, "need", "family_id=$neighbours|person_id=$young|date=2027-03-02|lounge_id=$lounge|item_id=$bag|qty=1"
                              "|priority=normal|status=open", "S3?");
  judge_line (&world, "commission_member", "person_id=$p|role=chair|write_off_id=$off", NULL);
  judge_line (&world, "commission_member", "person_id=$mother|role=chair|write_off_id=$off", "S6");
  judge_line (&world, "commission_member", "person_id=$mother|role=chair|count_id=$count", NULL);
  judge_line (&world, "donation_line", "receipt_id=$receipt|item_id=$apples|qty=1|condition=good|expires_on=2027-01-19", "S2?");
  judge_line (&world, "donation_line", "receipt_id=$receipt|item_id=$apples|qty=1|condition=good|expires_on=2027-01-20", NULL);

  club_change (club, DOV_TYPE_FAMILY, world.goods.family, "closed_on", "2027-03-01");
  judge_line (&world, "need", "family_id=$family|date=2027-03-02|lounge_id=$lounge|item_id=$bag|qty=1|priority=normal"
                              "|status=open", "F4?");
  judge_line (&world, "need", "family_id=$family|date=2027-03-01|lounge_id=$lounge|item_id=$bag|qty=1|priority=normal"
                              "|status=open", NULL);
  world_close (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer/V5/still-to-come", test_still_to_come);
  g_test_add_func ("/answer/V2/who-answers", test_who_answers);
  g_test_add_func ("/answer/E1/told-ahead", test_told_ahead);
  g_test_add_func ("/answer/S7/before-begin", test_before_begin);
  g_test_add_func ("/answer/doubtful", test_doubtful);

  return g_test_run ();
}
