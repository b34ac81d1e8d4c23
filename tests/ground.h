/* ground.h - what records of a club stand on, as JSON lines with refs, for tests of exchange */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Six lines: a lounge @l, its manager @s, the manager's card @boss, a family @f. */
#define GROUND_LINES 6
#define GROUND \
  "{\"record\":\"organisation\",\"ref\":\"o\",\"short_name\":\"Клуб\",\"full_name\":\"Сельский клуб\"," \
  "\"kind\":\"municipal\",\"sector\":\"culture\"}\n" \
  "{\"record\":\"person\",\"ref\":\"boss\",\"last_name\":\"Ветлугина\",\"first_name\":\"Наталья\"," \
  "\"patronymic\":\"Павловна\",\"birth_date\":\"1974-05-06\"}\n" \
  "{\"record\":\"staff\",\"ref\":\"s\",\"person_id\":\"@boss\",\"position\":\"заведующая\",\"role\":\"lounge_manager\"," \
  "\"organisation_id\":\"@o\"}\n" \
  "{\"record\":\"lounge\",\"ref\":\"l\",\"name\":\"Гостиная «Доверие», с. Слудка\",\"settlement_id\":\"14\"," \
  "\"host_institution_id\":\"@o\",\"address\":\"с. Слудка, ул. Советская, д. 11\",\"opened_on\":\"2024-03-04\"," \
  "\"manager_id\":\"@s\"}\n" \
  "{\"record\":\"person\",\"ref\":\"child\",\"last_name\":\"Черемисинова\",\"first_name\":\"Полина\"," \
  "\"patronymic\":\"Артёмовна\",\"birth_date\":\"2017-08-02\"}\n" \
  "{\"record\":\"family\",\"ref\":\"f\",\"case_no\":\"3-2026/014\",\"family_name\":\"Черемисиновы\",\"lounge_id\":\"@l\"," \
  "\"address\":\"с. Слудка, ул. Заречная, д. 17\",\"structure\":\"full\",\"case_status\":\"identified\"}\n"

/* An event; the first argument is its ref, then when it is, its status and more members. */
#define EVENT(ref, day, status, more) \
  "{\"record\":\"event\",\"ref\":\"" ref "\",\"title\":\"Мастер-класс «Открытка маме»\",\"starts_at\":\"" day "T15:00\"," \
  "\"ends_at\":\"" day "T16:15\",\"lounge_id\":\"@l\",\"place\":\"творческая комната\",\"form_id\":\"workshop\"," \
  "\"stat_kind\":\"info\",\"audience\":\"children\",\"age_mark\":\"6+\",\"responsible_id\":\"@s\"," \
  "\"status\":\"" status "\"" more "}\n"
