/* test-hard-days.c - ten days on which case work is hard: what is saved, and what must hold after each save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-case-next.h"
#include "dov-case-steps.h"
#include "dov-consent-table.h"
#include "dov-document.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-registry.h"
#include "dov-silence.h"
#include "verdict.h"

/**
 * Act:
 * @KEEP: a new record that is called so: name, table, fields
 * @SAVE: a new record that a rule refuses or asks about: table, fields, rule
 * @CHANGE: “$name table”, fields, rule or NULL
 * @REMOVE: “$name table”, NULL, rule or NULL
 * @TAKE: the family goes on to a state: family, state, rule or NULL
 * @MOVE: the family goes to another lounge: family, “day lounge”, what refuses or NULL
 * @ACCEPT: the reason for what is asked next: rule, reason
 * @DOORS: what lacks for a state: “family state”, NULL, the kinds in their order
 * @CONSENT: of one in a family: “family person”, kind, “state signer”
 * @NEXT: what is due first: family, NULL, “visit 2027-04-05”
 * @SILENT: days without a contact: family, NULL, days
 * @IS: “$name table field”, NULL, its text
 * @HAS: how many of a kind: table, condition, number
 * @FIGURE: of the report of the district, lounge by lounge and all: row, month, “1 0 1”
 * @TODAY: the day goes on: a day
 *
 * What happens on a hard day, or what must hold then.
 */
typedef enum
{
  KEEP = 1, SAVE, CHANGE, REMOVE, TAKE, MOVE, ACCEPT, DOORS, CONSENT, NEXT, SILENT, IS, HAS, FIGURE, TODAY,
} Act;

typedef struct
{
  Act         act;
  const char *what;
  const char *fields;
  const char *expected;
} Step;

/* ---- the days ---- */

#define SIGNED(no, who, signer, capacity) \
  "no=" no "|lounge_id=$lounge|subject_id=" who "|kind=processing|signer_id=" signer "|signer_capacity=" capacity \
  "|purpose=case|data_list=name|actions=store|until_event=до снятия|withdrawal_way=заявлением|signed_on=2027-03-05"
#define JOINS(family, who) \
  "no=1|date=2027-03-05|lounge_id=$lounge|person_id=" who "|family_id=" family "|kind=join|decision=granted" \
  "|decided_on=2027-03-05"
#define ALL_SIGN \
  { KEEP, "$application", "written_application", JOINS ("$family", "$mother") }, \
  { KEEP, "$of_her", "consent", SIGNED ("1", "$mother", "$mother", "self") }, \
  { KEEP, "$of_him", "consent", SIGNED ("2", "$son", "$mother", "parent") }, \
  { KEEP, "$of_girl", "consent", SIGNED ("3", "$daughter", "$mother", "parent") "|teen_signed=1" }
#define CARED "curator_id=$staff|opened_on=2027-03-05|support_level=prevention"
#define RUNS "family_id=$family|kind=family_children|since=2027-01-15|until=2027-12-20|goal=Дети заняты"
/* A programme in work, with a step of its own for the son. */
#define WORKS \
  { KEEP, "$plan", "case_plan", RUNS }, \
  { KEEP, "$problem", "plan_problem", "plan_id=$plan|problem_id=413|cause=Мать на работе до вечера|severity=2" }, \
  { KEEP, "$step", "plan_action", "plan_id=$plan|plan_problem_id=$problem|title=Записать сына|staff_id=$staff" \
                    "|due_to=2027-03-20" }, \
  { CHANGE, "$plan case_plan", "status=agreed|family_agreed_on=2027-03-05|signer_id=$mother" }, \
  { CHANGE, "$family family", "curator_id=$staff|opened_on=2027-03-05|support_level=active" }, \
  { TAKE, "$family", "active", NULL }, \
  { CHANGE, "$plan case_plan", "status=in_progress|no=4|approved_by_id=$staff|approved_on=2027-03-05" }
#define ON_SUPPORT "Семьи на сопровождении на конец периода"
#define CHILDREN   "в них детей до 18 лет"
#define DECIDED    "register_kind=sop_kdn|on_decision_no=41/7|authority_id=$kdn|reason=Без надзора"

/* Things are handed out to whoever needs them; that makes no case, and nothing of the case goes on without a signature. */
static const Step gifts[] = {
  { KEEP, "$coat", "item", "name=Куртка|category_id=301|unit=pcs" },
  { KEEP, "$somebody", "donor", "anonymous=1" },
  { KEEP, "$came", "donation_receipt", "no=1|date=2027-03-01|lounge_id=$lounge|donor_id=$somebody|legal_form=box"
                              "|received_by_id=$staff" },
  { KEEP, "$coats", "donation_line", "receipt_id=$came|item_id=$coat|qty=5|condition=good|unit_value=100" },
  { CHANGE, "$came donation_receipt", "status=posted" },
  { KEEP, "$gift", "distribution", "no=1|date=2027-03-02|lounge_id=$lounge|family_id=$family|person_id=$mother"
                              "|issued_by_id=$staff" },
  { KEEP, "$one", "distribution_line", "distribution_id=$gift|item_id=$coat|qty=1|unit_value=100|child_id=$son" },
  { CHANGE, "$gift distribution", "status=issued|is_signed=1" },
  { DOORS, "$family active", NULL, "application consent consent consent curator plan" },
  { CONSENT, "$family $mother", "processing", "stops $mother" },
  { CONSENT, "$family $son", "processing", "stops $mother" },
  { TAKE, "$family", "active", "F2" },
  { IS, "$family family case_status", NULL, "identified" },
  /* Help once is a level, and no way round the signatures; nor is a day of taking on. */
  { CHANGE, "$family family", "curator_id=$staff|support_level=prevention|opened_on=2027-03-05" },
  { HAS, "support_period", "TRUE", "0" },
  { DOORS, "$family active", NULL, "application consent consent consent" },
  { TAKE, "$family", "active", "F2" },
  { FIGURE, "Выдачи", "2027-03", "1 1" },
  { FIGURE, "Семьи, получившие вещи и продукты", "2027-03", "1 1" },
  { FIGURE, ON_SUPPORT, "2027-03", "0 0" },
  { FIGURE, CHILDREN, "2027-03", "0 0" },
  ALL_SIGN,
  { TAKE, "$family", "active", NULL },
  { IS, "$family family opened_on", NULL, "2027-03-05" },
  { FIGURE, ON_SUPPORT, "2027-03", "1 1" },
  { FIGURE, CHILDREN, "2027-03", "2 2" },
};

/* By law she speaks for her child, which is asked about; for herself she needs somebody, and goods she takes none. */
static const Step young_mother[] = {
  { KEEP, "$young", "person", "last_name=Ёлкина|first_name=Юлия|no_patronymic=1|birth_date=2009-08-10" },
  { KEEP, "$baby", "person", "last_name=Ёлкин|first_name=Ян|no_patronymic=1|birth_date=2026-09-11" },
  { KEEP, "$home", "family", "family_name=Ёлкины|case_no=3-2027/015|lounge_id=$lounge|address=с. Слудка|structure=single_mother"
                             "|case_status=identified" },
  { SAVE, "family_member", "family_id=$home|person_id=$young|kinship=mother|is_legal_rep=1", "C2?" },
  { ACCEPT, "C2", "мать с 16 лет по закону" },
  { KEEP, "$of_young", "family_member", "family_id=$home|person_id=$young|kinship=mother|is_legal_rep=1" },
  { KEEP, "$of_baby", "family_member", "family_id=$home|person_id=$baby|kinship=child" },
  { CONSENT, "$home $baby", "processing", "stops $young" },
  { CONSENT, "$home $young", "processing", "stops -" },
  { SAVE, "consent", SIGNED ("11", "$baby", "$young", "parent"), "C2?" },
  { ACCEPT, "C2", "мать с 16 лет по закону" },
  { KEEP, "$for_baby", "consent", SIGNED ("11", "$baby", "$young", "parent") },
  { SAVE, "consent", SIGNED ("12", "$young", "$young", "self"), "C2?" },
  { ACCEPT, "C2", "эмансипирована судом" },
  { KEEP, "$for_young", "consent", SIGNED ("12", "$young", "$young", "self") },
  { KEEP, "$joins", "written_application", JOINS ("$home", "$young") },
  { CHANGE, "$home family", "curator_id=$staff|support_level=prevention" },
  { TAKE, "$home", "active", NULL },
  { CONSENT, "$home $baby", "processing", "holds $young" },
  { SAVE, "distribution", "no=1|date=2027-03-02|lounge_id=$lounge|family_id=$home|person_id=$young|issued_by_id=$staff", "S3" },
  /* She is a child herself. */
  { FIGURE, CHILDREN, "2027-03", "2 2" },
  { TODAY, "2027-08-10" },
  { CONSENT, "$home $young", "processing", "holds $young" },
  { CONSENT, "$home $baby", "processing", "holds $young" },
  { FIGURE, CHILDREN, "2027-08", "1 1" },
};

/* The son lives with his mother and is known to his father's family; each is led where it is, and he is one child. */
static const Step two_households[] = {
  { KEEP, "$far", "lounge", "name=Доверие, Куршино|settlement_id=12|host_institution_id=$kdn|address=д. Куршино"
                              "|opened_on=2021-02-03"
                            "|manager_id=$staff" },
  { KEEP, "$father", "person", "last_name=Шубин|first_name=Пётр|no_patronymic=1|birth_date=1988-01-02" },
  { KEEP, "$other", "family", "family_name=Шубины|case_no=4-2027/001|lounge_id=$far|address=д. Куршино|structure=single_father"
                              "|case_status=identified|curator_id=$staff|support_level=prevention" },
  { KEEP, "$of_father", "family_member", "family_id=$other|person_id=$father|kinship=father|is_legal_rep=1" },
  { KEEP, "$there", "family_member", "family_id=$other|person_id=$son|kinship=child|lives_together=0" },
  ALL_SIGN,
  { CHANGE, "$family family", CARED },
  { TAKE, "$family", "active", NULL },
  /* He belongs to the first family too, and lives apart from it. */
  { KEEP, "$apart", "family_member", "family_id=$family|person_id=$father|kinship=father|is_legal_rep=1|lives_together=0" },
  { DOORS, "$family active", NULL, "consent" },
  { CONSENT, "$family $father", "processing", "stops $father" },
  /* His mother signed for him: that holds in both. */
  { DOORS, "$other active", NULL, "application consent" },
  { CONSENT, "$other $son", "processing", "holds $father" },
  { KEEP, "$his", "consent", SIGNED ("5", "$father", "$father", "self") },
  { KEEP, "$joins", "written_application", "no=7|date=2027-03-05|lounge_id=$far|person_id=$father|family_id=$other"
                              "|kind=join|decision=granted"
                                           "|decided_on=2027-03-05" },
  { TAKE, "$other", "active", NULL },
  { FIGURE, ON_SUPPORT, "2027-03", "1 1 2" },
  { FIGURE, CHILDREN, "2027-03", "2 1 2" },
  /* A child lives in one of them (F7); he goes over in two saves, from the one first. */
  { CHANGE, "$there family_member", "lives_together=1", "F7" },
  { CHANGE, "$of_son family_member", "lives_together=0" },
  { CHANGE, "$there family_member", "lives_together=1" },
  { CHANGE, "$of_son family_member", "lives_together=1", "F7" },
  { FIGURE, CHILDREN, "2027-03", "2 1 2" },
  /* Who visits the father has not seen the mother. */
  { KEEP, "$visit", "home_visit", "family_id=$other|visited_at=2027-03-05T09:00|kind=planned|staff_id=$staff"
                              "|goal=Узнать|findings=Тепло" },
  { KEEP, "$met", "visit_met", "visit_id=$visit|person_id=$son" },
  { SAVE, "visit_met", "visit_id=$visit|person_id=$mother", "-" },
  { FIGURE, "Патронажи (семья была дома)", "2027-03", "0 1 1" },
  { NEXT, "$family", NULL, "review 2027-06-03" },
};

/* Nobody signs, the decision stands: it is led on the commission's word, and a report is written on a request with a number. */
static const Step refusal[] = {
  { KEEP, "$entry", "register_entry", DECIDED "|family_id=$family|on_date=2027-02-02" },
  { KEEP, "$paper", "incoming_paper", "no=1|date=2027-03-01|lounge_id=$lounge|from_id=$kdn|kind=request"
                              "|gist=Отчёт о семье|due_on=2027-03-12"
                                      "|family_id=$family" },
  { KEEP, "$act", "living_conditions_act", "family_id=$family|no=2|date=2027-03-02|kind=primary|address=с. Слудка"
                              "|entry_allowed=refused" },
  { CHANGE, "$family family", "curator_id=$staff|support_level=prevention" },
  { DOORS, "$family assessed", NULL, "act" },
  { KEEP, "$one", "act_commission", "act_id=$act|staff_id=$staff" },
  { KEEP, "$two", "act_commission", "act_id=$act|staff_id=$nurse" },
  { DOORS, "$family active", NULL, "" },
  { TAKE, "$family", "active", NULL },
  /* Led it is; agreed to it nobody has. */
  { CONSENT, "$family $mother", "processing", "stops $mother" },
  { CONSENT, "$family $son", "processing", "stops $mother" },
  { NEXT, "$family", NULL, "review 2027-04-04" },
  { SAVE, "outgoing_notice", "notice_no=5|date=2027-03-04|lounge_id=$lounge|to_id=$kdn|kind=answer"
                              "|text=Не открывают|family_id=$family", "-" },
  { KEEP, "$answer", "outgoing_notice", "notice_no=5|date=2027-03-04|lounge_id=$lounge|to_id=$kdn|kind=answer|text=Не открывают"
                                        "|family_id=$family|incoming_id=$paper" },
  { IS, "$paper incoming_paper done_on", NULL, "2027-03-04" },
  { FIGURE, "Отправлено сообщений в КДН и ЗП, ОВД и другие службы", "2027-03", "1 1" },
  { FIGURE, ON_SUPPORT, "2027-03", "1 1" },
  /* The decision falls away, and with it the ground to be taken on again, not what was. */
  { KEEP, "$off", "register_entry", DECIDED "|family_id=$family|on_date=2027-03-03|step=cancelled|previous_id=$entry" },
  { IS, "$family family case_status", NULL, "active" },
  { DOORS, "$family active", NULL, "application consent consent consent" },
  { NEXT, "$family", NULL, "review 2027-06-03" },
  { TAKE, "$family", "refused", NULL },
  { IS, "$family family closed_on", NULL, "2027-03-05" },
  { TAKE, "$family", "active", "F2" },
  { FIGURE, ON_SUPPORT, "2027-03", "0 0" },
  { FIGURE, "Снято с сопровождения", "2027-03", "1 1" },
};

/* A placed child stays a member, and the programme goes on; where he lives is told from day to day. */
static const Step placed[] = {
  ALL_SIGN,
  WORKS,
  { KEEP, "$shelter", "child_placement", "person_id=$son|place=srcn|since=2027-03-05|reason=Мать в больнице|decision_no=8" },
  { SAVE, "child_placement", "person_id=$son|place=relatives|since=2027-03-05", "-" },
  { IS, "$family family case_status", NULL, "active" },
  { IS, "$plan case_plan status", NULL, "in_progress" },
  { DOORS, "$family monitoring", NULL, "outcome" },
  { CONSENT, "$family $son", "processing", "holds $mother" },
  { FIGURE, CHILDREN, "2027-03", "2 2" },
  { FIGURE, "Программы «Семья и дети» в работе", "2027-03", "1 1" },
  /* What was meant for him at home is dropped with its reason; the programme stays as it was signed. */
  { CHANGE, "$step plan_action", "title=Навещать сына", "P3" },
  { CHANGE, "$step plan_action", "status=cancelled", "P4" },
  { CHANGE, "$step plan_action", "status=cancelled|result=Ребёнок в СРЦН" },
  { FIGURE, "Мероприятия программ со сроком в периоде", "2027-03", "0 0" },
  /* He comes back. */
  { TODAY, "2027-04-02" },
  { CHANGE, "$shelter child_placement", "until=2027-04-01" },
  { KEEP, "$back", "child_placement", "person_id=$son|place=home|since=2027-04-01" },
  { HAS, "child_placement", "place = 'home' AND until IS NULL", "1" },
  { CHANGE, "$shelter child_placement", "until=2027-04-02", "-" },
  { FIGURE, CHILDREN, "2027-04", "2 2" },
};

/* February is handed in; then one hears that the family moved on its last day. */
static const Step moved[] = {
  { KEEP, "$far", "lounge", "name=Доверие, Куршино|settlement_id=12|host_institution_id=$kdn|address=д. Куршино"
                              "|opened_on=2021-02-03"
                            "|manager_id=$staff" },
  { KEEP, "$entry", "register_entry", DECIDED "|family_id=$family|on_date=2027-01-02" },
  { CHANGE, "$family family", "curator_id=$staff|opened_on=2027-01-10|support_level=prevention|case_status=active" },
  { KEEP, "$before", "home_visit", "family_id=$family|visited_at=2027-02-27T09:00|kind=planned|staff_id=$staff"
                              "|goal=Узнать|findings=Тепло" },
  { KEEP, "$after", "home_visit", "family_id=$family|visited_at=2027-02-28T19:00|kind=planned|staff_id=$staff"
                              "|goal=Узнать|findings=Тепло" },
  { FIGURE, ON_SUPPORT, "2027-02", "1 0 1" },
  { KEEP, "$handed", "report_instance", "code=D-45|lounge_id=$lounge|since=2027-02-01|until=2027-02-28|status=sent"
                              "|sent_on=2027-03-03" },
  { MOVE, "$family", "2027-02-28 $far", "E8?" },
  { FIGURE, ON_SUPPORT, "2027-02", "1 0 1" },
  { ACCEPT, "E8", "узнали после отчёта" },
  { MOVE, "$family", "2027-02-28 $far", NULL },
  /* The district has lost and found nobody; each visit counts where the family lived that day. */
  { FIGURE, ON_SUPPORT, "2027-02", "0 1 1" },
  { FIGURE, CHILDREN, "2027-02", "0 2 2" },
  { FIGURE, "Взято на сопровождение", "2027-02", "0 1 0" },
  { FIGURE, "Снято с сопровождения", "2027-02", "1 0 0" },
  { FIGURE, "Патронажи (семья была дома)", "2027-02", "1 1 2" },
  { FIGURE, "Семьи, которых посетили", "2027-02", "1 1 1" },
  { FIGURE, ON_SUPPORT, "2027-01", "1 0 1" },
  { IS, "$family family case_status", NULL, "active" },
  { IS, "$family family opened_on", NULL, "2027-01-10" },
  { NEXT, "$family", NULL, "review 2027-02-09" },
};

/* What a mother signed for her lapses on that day; the programme runs on, and she signs for herself. */
static const Step of_age[] = {
  { CHANGE, "$daughter person", "birth_date=2009-03-20" },
  ALL_SIGN,
  WORKS,
  { FIGURE, CHILDREN, "2027-03", "1 1" },
  { CONSENT, "$family $daughter", "processing", "ends $mother" },
  { TODAY, "2027-03-19" },
  { DOORS, "$family active", NULL, "" },
  { TODAY, "2027-03-20" },
  { CONSENT, "$family $daughter", "processing", "stops $daughter" },
  { DOORS, "$family active", NULL, "consent" },
  { IS, "$family family case_status", NULL, "active" },
  { IS, "$plan case_plan status", NULL, "in_progress" },
  { CHANGE, "$step plan_action", "status=done|done_on=2027-03-20|result=Ходит" },
  { SAVE, "consent", "no=8|lounge_id=$lounge|subject_id=$daughter|kind=processing|signer_id=$mother"
                              "|signer_capacity=parent|purpose=case"
                     "|data_list=name|actions=store|until_event=до снятия|withdrawal_way=заявлением"
                              "|signed_on=2027-03-20", "C2" },
  { KEEP, "$own", "consent", "no=8|lounge_id=$lounge|subject_id=$daughter|kind=processing|signer_id=$daughter"
                              "|signer_capacity=self"
                             "|purpose=case|data_list=name|actions=store|until_event=до снятия|withdrawal_way=заявлением"
                             "|signed_on=2027-03-20" },
  { CONSENT, "$family $daughter", "processing", "holds $daughter" },
  { CONSENT, "$family $son", "processing", "holds $mother" },
  { DOORS, "$family active", NULL, "" },
  /* She was a child in February, when nobody was on support yet, and is none at the end of March. */
  { FIGURE, ON_SUPPORT, "2027-03", "1 1" },
};

/* Mentors are not kept yet, so nothing can tell whose relative one is (M3 comes with them). Today's records know who
 * belongs to a family and who leads it; a post that is handed over takes nothing of what was done along. */
static const Step relative[] = {
  { KEEP, "$aunt_card", "person", "last_name=Шубина|first_name=Нина|no_patronymic=1|birth_date=1980-02-03" },
  { KEEP, "$aunt", "staff", "person_id=$aunt_card|position=специалист|role=case_worker|organisation_id=$kdn" },
  { KEEP, "$signal", "signal", "no=1|received_at=2027-03-01T10:00|lounge_id=$lounge|source=mentor"
                              "|summary=Отказались|urgency=planned"
                               "|family_id=$family" },
  ALL_SIGN,
  { CHANGE, "$family family", "curator_id=$aunt|support_level=prevention" },
  { TAKE, "$family", "active", NULL },
  { KEEP, "$visit", "home_visit", "family_id=$family|visited_at=2027-03-05T09:00|kind=planned|staff_id=$aunt"
                              "|goal=Узнать|findings=Тепло" },
  /* She is no member, so she was met by none. */
  { SAVE, "visit_met", "visit_id=$visit|person_id=$aunt_card", "-" },
  { CHANGE, "$family family", "curator_id=", "F2" },
  { CHANGE, "$family family", "curator_id=$nurse" },
  { IS, "$visit home_visit staff_id", NULL, "$aunt" },
  { FIGURE, "Патронажи (семья была дома)", "2027-03", "1 1" },
  { FIGURE, "Время до первого действия, в среднем", "2027-03", "4 4" },
};

/* A neighbour at the door is nobody of the family: an attempt, and the silence goes on. */
static const Step neighbour[] = {
  { KEEP, "$entry", "register_entry", DECIDED "|family_id=$family|on_date=2027-01-02" },
  { CHANGE, "$family family", "curator_id=$staff|opened_on=2027-02-03|support_level=prevention|case_status=active" },
  { SILENT, "$family", NULL, "30" },
  { NEXT, "$family", NULL, "visit 2027-03-03" },
  { SAVE, "home_visit", "family_id=$family|visited_at=2027-03-04T16:10|kind=planned|staff_id=$staff|goal=Узнать"
                              "|opened_by=соседка", "-" },
  { KEEP, "$attempt", "home_visit", "family_id=$family|visited_at=2027-03-04T16:10|kind=planned|staff_id=$staff"
                              "|goal=Узнать|was_home=0"
                                    "|opened_by=соседка" },
  { SAVE, "visit_met", "visit_id=$attempt|person_id=$mother", "-" },
  { SILENT, "$family", NULL, "30" },
  { NEXT, "$family", NULL, "visit 2027-03-03" },
  { FIGURE, "Попытки патронажа («не застали»)", "2027-03", "1 1" },
  { FIGURE, "Патронажи (семья была дома)", "2027-03", "0 0" },
  { FIGURE, "Семьи, которых посетили", "2027-03", "0 0" },
  /* What was agreed at the attempt is the day; somebody of the family ends the silence. */
  { CHANGE, "$attempt home_visit", "next_visit_on=2027-03-09" },
  { NEXT, "$family", NULL, "review 2027-03-05" },
  { KEEP, "$visit", "home_visit", "family_id=$family|visited_at=2027-03-05T08:10|kind=planned|staff_id=$staff"
                              "|goal=Узнать|findings=Тепло"
                                  "|opened_by=соседка" },
  { KEEP, "$met", "visit_met", "visit_id=$visit|person_id=$daughter" },
  { SILENT, "$family", NULL, "0" },
  { FIGURE, "Попытки патронажа («не застали»)", "2027-03", "1 1" },
  { FIGURE, "Патронажи (семья была дома)", "2027-03", "1 1" },
};

/* The commission decided in October, we hear of it in March: its day is its own, our support begins on ours. */
static const Step older[] = {
  { KEEP, "$entry", "register_entry", DECIDED "|family_id=$family|on_date=2026-10-01" },
  { DOORS, "$family active", NULL, "curator plan" },
  { KEEP, "$tag", "family_category", "family_id=$family|category_id=202|since=2026-10-01|basis_doc=№ 41/7 от 01.10.2026" },
  { CHANGE, "$family family", "curator_id=$staff|support_level=prevention" },
  { TAKE, "$family", "active", NULL },
  { IS, "$family family opened_on", NULL, "2027-03-05" },
  { FIGURE, ON_SUPPORT, "2026-10", "0 0" },
  { FIGURE, ON_SUPPORT, "2027-02", "0 0" },
  { FIGURE, "Взято на сопровождение", "2027-03", "1 1" },
  /* A family in danger is seen within a month of our beginning, not of their decision. */
  { NEXT, "$family", NULL, "review 2027-04-04" },
  { KEEP, "$prolonged", "register_entry", DECIDED "|family_id=$family|on_date=2027-01-15|step=prolonged|previous_id=$entry" },
  { SAVE, "register_entry", DECIDED "|family_id=$family|on_date=2026-12-01|step=changed|previous_id=$prolonged", "V5" },
  { SAVE, "register_entry", DECIDED "|family_id=$family|on_date=2026-12-01|step=changed|previous_id=$entry", "F6" },
  /* They took it off in February already: our ground is gone, and what we did stays. */
  { CHANGE, "$prolonged register_entry", "off_date=2027-02-20|off_reason=fixed", "F6" },
  { CHANGE, "$prolonged register_entry", "off_date=2027-02-20|off_reason=fixed|off_decision_no=50" },
  { CHANGE, "$tag family_category", "until=2027-02-20" },
  { DOORS, "$family active", NULL, "application consent consent consent" },
  { IS, "$family family case_status", NULL, "active" },
  { NEXT, "$family", NULL, "review 2027-06-03" },
};

/* ---- how a step is taken ---- */

static void
take_family (Ground     *self,
             const Step *step)
{
  g_autoptr (DovRecord) family = dov_store_look_up (self->club.store, DOV_TYPE_FAMILY, ground_number (self, step->what));
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_case_status_get_type ());
  const GEnumValue *state = g_enum_get_value_by_nick (states, step->fields);
  g_autoptr (GError) error = NULL;
  DovClosingReason reason = g_str_equal (step->fields, "refused") ? DOV_CLOSING_REASON_REFUSED : 0;
  gboolean done = dov_case_steps_take (self->club.store, DOV_FAMILY (family), (DovCaseStatus) state->value, reason, &error);

  if (step->expected == NULL)
    g_assert_no_error (error);
  g_assert_true (done == (step->expected == NULL));
  if (!done)
    g_assert_cmpstr (dov_store_get_refusal (self->club.store)->rule, ==, step->expected);
}

static void
move_family (Ground     *self,
             const Step *step)
{
  g_auto (GStrv) parts = g_strsplit (step->fields, " ", 2);
  g_autoptr (DovRecord) move = dov_household_new_move (self->club.store, ground_number (self, step->what));
  g_autoptr (GError) error = NULL;
  gboolean done;

  club_fill (move, "moved_on", parts[0], "to_lounge_id", ground_id (self, parts[1]), "reason", "переезд", NULL);
  done = dov_household_move (self->club.store, move, &error);
  if (step->expected == NULL)
    g_assert_no_error (error);
  g_assert_true (done == (step->expected == NULL));
  if (!done)
    {
      const DovProblem *told_by = dov_store_get_refusal (self->club.store);
      g_autofree char *told = g_strconcat (told_by->rule, told_by->is_warning ? "?" : "", NULL);

      g_assert_cmpstr (told, ==, step->expected);
    }
}

static void
assert_doors (Ground     *self,
              const Step *step)
{
  static const char *const kinds[] = {
    [DOV_CASE_GAP_ACT] = "act", [DOV_CASE_GAP_APPLICATION] = "application", [DOV_CASE_GAP_CONSENT] = "consent",
    [DOV_CASE_GAP_CURATOR] = "curator", [DOV_CASE_GAP_PLAN] = "plan", [DOV_CASE_GAP_OUTCOME] = "outcome",
    [DOV_CASE_GAP_REASON] = "reason", [DOV_CASE_GAP_REVIEW] = "review", [DOV_CASE_GAP_NOTICE] = "notice",
  };
  g_auto (GStrv) parts = g_strsplit (step->what, " ", 2);
  g_autoptr (DovRecord) family = dov_store_look_up (self->club.store, DOV_TYPE_FAMILY, ground_number (self, parts[0]));
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_case_status_get_type ());
  g_autoptr (GPtrArray) gaps =
    dov_case_status_list_gaps (self->club.store, DOV_FAMILY (family),
                               (DovCaseStatus) g_enum_get_value_by_nick (states, parts[1])->value);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", kinds[((DovCaseGap *) gaps->pdata[i])->kind]);
  g_assert_cmpstr (said->str, ==, step->expected);
}

static void
assert_consent (Ground     *self,
                const Step *step)
{
  static const char *const states[] = {
    [DOV_CONSENT_UNNEEDED] = "unneeded", [DOV_CONSENT_WANTED] = "wanted", [DOV_CONSENT_STOPS] = "stops",
    [DOV_CONSENT_UNSIGNED] = "unsigned", [DOV_CONSENT_HOLDS] = "holds", [DOV_CONSENT_ENDS] = "ends",
    [DOV_CONSENT_ENDED] = "ended", [DOV_CONSENT_WITHDRAWN] = "withdrawn",
  };
  g_auto (GStrv) who = g_strsplit (step->what, " ", 2);
  g_auto (GStrv) wanted = g_strsplit (step->expected, " ", 2);
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (self->club.store, ground_number (self, who[0]));

  for (guint i = 0; i < rows->len; i++)
    {
      const DovConsentRow *row = rows->pdata[i];

      if (row->person != ground_number (self, who[1]))
        continue;
      g_assert_cmpstr (states[dov_consent_row_get (row, DOV_CONSENT_KIND_PROCESSING)->state], ==, wanted[0]);
      g_assert_cmpint (row->signer, ==, *wanted[1] == '-' ? 0 : ground_number (self, wanted[1]));
      return;
    }
  g_assert_not_reached ();
}

static void
assert_next (Ground     *self,
             const Step *step)
{
  g_autoptr (DovRecord) family = dov_store_look_up (self->club.store, DOV_TYPE_FAMILY, ground_number (self, step->what));
  DovCaseNext next;
  g_autofree char *day = NULL;
  g_autofree char *said = NULL;

  g_assert_true (dov_case_next_find (self->club.store, DOV_FAMILY (family), &next));
  day = dov_date_to_iso (&next.due);
  said = g_strdup_printf ("%s %s", next.kind == DOV_CASE_NEXT_VISIT ? "visit" : "review", day);
  g_assert_cmpstr (said, ==, step->expected);
}

static void
assert_field (Ground     *self,
              const Step *step)
{
  g_auto (GStrv) parts = g_strsplit (step->what, " ", 3);
  g_autofree char *text = club_read (&self->club, dov_registry_find (parts[1]), ground_number (self, parts[0]), parts[2]);

  g_assert_cmpstr (text, ==, *step->expected == '$' ? ground_id (self, step->expected) : step->expected);
}

static void
assert_count (Ground     *self,
              const Step *step)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM live_%s WHERE %s", step->what, step->fields);

  g_assert_cmpint (dov_store_ask_number (self->club.store, sql, NULL), ==, g_ascii_strtoll (step->expected, NULL, 10));
}

/* The row of the report, its figures from left to right. */
static char *
dup_figures (const DovTable *table,
             const char     *name)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = table->rows->pdata[i];

      if (row->role != DOV_ROW_BODY || g_strcmp0 (row->cells[1].text, name) != 0)
        continue;
      for (guint c = 3; c < table->columns->len; c++)
        {
          const DovCell *cell = &row->cells[c];

          g_string_append (said, c > 3 ? " " : "");
          if (cell->is_empty || cell->text != NULL)
            g_string_append (said, "-");
          else
            g_string_append_printf (said, "%g", dov_cell_get_real (cell));
        }
    }

  return g_string_free (said, FALSE);
}

static void
assert_figure (Ground     *self,
               const Step *step)
{
  g_autofree char *iso = g_strconcat (step->fields, "-01", NULL);
  g_autoptr (GDate) day = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDocument) document = dov_document_find (self->club.store, "D-46", &error);
  g_autoptr (DovResult) result = NULL;
  g_autofree char *said = NULL;
  DovPeriod period;

  g_assert_no_error (error);
  g_assert_true (dov_date_from_iso (iso, &day));
  period = dov_period_around (DOV_PERIOD_MONTH, day);
  result = dov_document_run (document, self->club.store, &period, 0, 0, &error);
  g_assert_no_error (error);
  said = dup_figures (dov_result_get_table (result, 0), step->what);
  g_assert_cmpstr (said, ==, step->expected);
}

static void
change (Ground     *self,
        const Step *step)
{
  g_auto (GStrv) parts = g_strsplit (step->what, " ", 2);

  if (step->act == REMOVE)
    verdict_remove (&self->club, dov_registry_find (parts[1]), ground_number (self, parts[0]), step->expected);
  else
    ground_change (self, dov_registry_find (parts[1]), parts[0], step->fields, step->expected);
}

static void
set_today (const char *day)
{
  g_autoptr (GDateTime) noon = NULL;
  g_autoptr (GDate) date = NULL;

  g_assert_true (dov_date_from_iso (day, &date));
  noon = g_date_time_new_local (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 12, 0, 0);
  dov_clock_set (noon);
}

static void
do_step (Ground     *self,
         const Step *step)
{
  GDate today = dov_today ();

  switch (step->act)
    {
    case KEEP:
      ground_keep (self, step->what, step->fields, step->expected);
      break;
    case SAVE:
      ground_save (self, step->what, step->fields, step->expected);
      break;
    case CHANGE:
    case REMOVE:
      change (self, step);
      break;
    case TAKE:
      take_family (self, step);
      break;
    case MOVE:
      move_family (self, step);
      break;
    case ACCEPT:
      dov_store_accept (self->club.store, step->what, step->fields);
      break;
    case DOORS:
      assert_doors (self, step);
      break;
    case CONSENT:
      assert_consent (self, step);
      break;
    case NEXT:
      assert_next (self, step);
      break;
    case SILENT:
      g_assert_cmpint (dov_silence_count_days (self->club.store, ground_number (self, step->what), &today), ==,
                       (int) g_ascii_strtoll (step->expected, NULL, 10));
      break;
    case IS:
      assert_field (self, step);
      break;
    case HAS:
      assert_count (self, step);
      break;
    case FIGURE:
      assert_figure (self, step);
      break;
    case TODAY:
      set_today (step->what);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* ---- */

typedef struct
{
  const char *path;
  const Step *steps;
  guint       n_steps;
} Day;

#define DAY(path, steps) { "/hard-days/" path, steps, G_N_ELEMENTS (steps) }

static const Day days[] = {
  DAY ("gifts-and-nothing-signed", gifts),
  DAY ("mother-of-17", young_mother),
  DAY ("two-households-one-child", two_households),
  DAY ("refuses-while-commission-asks", refusal),
  DAY ("placed-in-mid-plan", placed),
  DAY ("moved-before-the-report", moved),
  DAY ("sibling-of-age", of_age),
  DAY ("curator-and-relative", relative),
  DAY ("neighbour-opens", neighbour),
  DAY ("decision-older-than-entry", older),
};

static void
test_day (Ground        *self,
          gconstpointer  data)
{
  const Day *day = data;

  for (guint i = 0; i < day->n_steps; i++)
    {
      g_test_message ("step %u: %s | %s | %s", i + 1, day->steps[i].what, day->steps[i].fields, day->steps[i].expected);
      do_step (self, &day->steps[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_test_add (days[i].path, Ground, &days[i], ground_open, test_day, ground_close);

  return g_test_run ();
}
