#!/usr/bin/python3
# The month proof. Writes a month as JSON lines with numbers that all differ, loads it with doverie-tool, makes every
# document, reads the workbooks back with a library that is not ours, and compares every figure with what this file
# counts from the same lines by itself.
import datetime
import json
import os
import tempfile

import openpyxl
import second_hand

FIRST, LAST = "2027-03-01", "2027-03-31"
BANDS = ["b0_6", "b7_13", "b14_17", "b18_35", "b36_59", "b60"]
DIRECTIONS = {  # as the office calls them
    "leisure": "досуг", "creativity": "творчество", "cinema": "кино", "parenting": "родительство",
    "prevention": "профилактика", "career": "профориентация", "finance": "финансовая грамотность",
    "patriotic": "патриотическое", "sport": "спорт", "ecology": "экология", "charity": "благотворительность",
}
CATEGORIES = {
    "tzhs": "Трудная жизненная ситуация (ТЖС)", "sop": "Социально опасное положение (СОП)", "large": "Многодетная",
    "single_parent": "Неполная", "low_income": "Малообеспеченная (СДД ниже ПМ)",
}
FORMS = {"film": "киносеанс (семейный кинозал)", "workshop": "мастер-класс", "talk": "беседа", "holiday": "праздник",
         "sport": "спортивное", "charity": "благотворительная акция", "training": "занятие/тренинг", "hike": "поход"}
STAT = {"film": "leisure", "workshop": "info", "talk": "info", "holiday": "leisure", "sport": "not_counted",
        "charity": "not_counted", "training": "info", "hike": "not_counted"}
AUDIENCES = {"children": "дети до 14\u00a0лет", "youth": "молодёжь 14–35", "family": "семьи (смешанная)",
             "adults": "взрослые", "parents": "родители", "senior": "старшее поколение", "all": "все"}


# The month.

class Month:
    def __init__(self):
        self.lines = []
        self.events = []
        self.families = []
        self.people = {}
        self.made = 0

    def write(self, record, **fields):
        self.lines.append(json.dumps({"record": record, **{k: v for k, v in fields.items() if v is not None}},
                                     ensure_ascii=False))

    def person(self, ref, last, first, patronymic, born, **more):
        self.people[ref] = {"name": f"{last} {first} {patronymic}", "born": born, **more}
        self.write("person", ref=ref, last_name=last, first_name=first, patronymic=patronymic, birth_date=born, **more)

    def event(self, lounge, day, status, title, form, direction, start="17:00", end="18:30", bands=None, lost=False,
              target=None, people=(), **more):
        ref = f"e{len(self.events)}"
        if status == "held" and bands is None:
            # Six numbers that no other event has, and sums that none has either.
            self.made += 1
            bands = [self.made * step % 29 + plus for step, plus in ((3, 1), (7, 2), (5, 0), (11, 3), (13, 1), (2, 1))]
        staff = {"a": "@s1", "b": "@s3"}[lounge]
        event = {"ref": ref, "lounge": lounge, "day": day, "status": status, "title": title, "form": form,
                 "direction": direction, "start": start, "end": end, "bands": bands, "lost": lost, "target": target,
                 "people": people, "responsible": staff, **more}
        self.events.append(event)
        self.write("event", ref=ref, title=title, starts_at=f"{day}T{start}", ends_at=f"{day}T{end}",
                   lounge_id="@" + lounge, form_id=form, stat_kind=STAT[form], direction=direction,
                   responsible_id=staff, status=status, removed=lost or None,
                   **{"audience": "family", "age_mark": "0+", "place": "зрительный зал", **more})
        if bands:
            self.write("event_headcount", event_id="@" + ref, of_target_group=target, online_views=5000 + self.made,
                       removed=lost or None, **{band: n for band, n in zip(BANDS, bands) if n})
        for person, mark in people:
            self.write("attendance", event_id="@" + ref, person_id="@" + person, status=mark, role="guest")
        return event

    def family(self, lounge, name, members, categories, opened=None, closed=None, lost=False, status=None, moved=None,
               before=None):
        """Spans of support are (lounge, first day, first day without)."""
        ref = f"f{len(self.families)}"
        spans = [(lounge, opened, closed)] if opened else []
        if moved:
            spans = [(moved[0], opened, moved[1]), (lounge, moved[1], closed)]
        self.families.append({"spans": spans + ([before] if before else []), "members": members, "categories": categories,
                              "lost": lost})
        gone = lost or None
        status = status or ("closed" if closed else "active" if opened else "identified")
        self.write("family", ref=ref, case_no=f"3-2026/{len(self.families):03}", family_name=name, lounge_id="@" + lounge,
                   opened_on=opened, closed_on=closed, address="с. Слудка, ул. Мира, д. 5", structure="full",
                   case_status=status, curator_id={"a": "@s1", "b": "@s3"}[lounge], removed=gone)
        for person, kinship, until in members:
            self.write("family_member", family_id="@" + ref, person_id="@" + person, kinship=kinship, until=until,
                       lives_together=True, removed=gone)
        for code, since, until in categories:
            self.write("family_category", family_id="@" + ref, category_id=code, since=since, until=until,
                       basis_doc="Постановление № 4" if code == "sop" else None, removed=gone)
        if moved:
            self.write("family_move", family_id="@" + ref, from_lounge_id="@" + moved[0], to_lounge_id="@" + lounge,
                       moved_on=moved[1], reason="переезд")
        if before:
            self.write("support_period", family_id="@" + ref, lounge_id="@" + before[0], since=before[1], until=before[2],
                       end_kind="closed")
            self.write("support_period", family_id="@" + ref, lounge_id="@" + lounge, since=opened, until=closed)


def make_month():
    m = Month()
    for lounge, place, settlement in (("a", "с. Слудка", "14"), ("b", "д. Гремячка", "11")):
        m.write("organisation", ref="o" + lounge, short_name="Клуб, " + place, full_name="Сельский клуб, " + place,
                kind="municipal", sector="culture")
    m.person("p1", "Ветлугина", "Наталья", "Павловна", "1974-05-06")
    m.person("p2", "Русских", "Елена", "Олеговна", "1988-02-03")
    m.person("p3", "Вахрушева", "Нина", "Аркадьевна", "1969-07-08")
    for ref, person, lounge, post in (("s1", "p1", "a", "заведующая площадкой"), ("s2", "p2", "a", "культорганизатор"),
                                      ("s3", "p3", "b", "заведующая клубом")):
        m.write("staff", ref=ref, person_id="@" + person, organisation_id="@o" + lounge, position=post,
                role="lounge_manager")
    m.write("lounge", ref="a", name="Площадка-гостиная «Доверие», с. Слудка", settlement_id="14",
            host_institution_id="@oa", address="с. Слудка, ул. Советская, д. 11", opened_on="2024-03-04", manager_id="@s1")
    m.write("lounge", ref="b", name="Площадка-гостиная «Доверие», д. Гремячка", settlement_id="11",
            host_institution_id="@ob", address="д. Гремячка, ул. Полевая, д. 3", opened_on="2024-04-05", manager_id="@s3")

    # Children of every border: 18 on the last day of the month, the day after, a year before; children of two families.
    m.person("c1", "Ёлкина", "Злата", "Ивановна", "2018-02-08", position_or_grade="2 класс")
    m.person("c2", "Ёлкин", "Матвей", "Иванович", "2014-10-30")
    m.person("c3", "Ёлкин", "Тимофей", "Иванович", "2009-03-31")
    m.person("c4", "Елькина", "Дарья", "Олеговна", "2009-04-01")
    m.person("c5", "Щеклеин", "Егор", "Борисович", "2013-06-23")
    m.person("c6", "Щеклеина", "Арина", "Борисовна", "2027-03-20")
    m.person("c7", "Кощеева", "Алина", "Юрьевна", "2011-07-07")
    m.person("c8", "Шихова", "Вера", "Ильинична", "2016-01-05")
    m.person("w1", "Ёлкина", "Надежда", "Степановна", "1961-09-10")
    m.person("w2", "Елькина", "Марина", "Юрьевна", "1986-11-12")
    m.person("w3", "Щеклеина", "Ольга", "Львовна", "1990-01-14")
    m.person("c9", "Шихов", "Олег", "Ильич", "2015-03-04")
    m.person("d1", "Ожегова", "Анна", "Петровна", "2012-12-12")
    m.person("d2", "Бузмаков", "Иван", "Львович", "2019-04-21")
    m.family("a", "Ёлкины", [("w1", "grandmother", None), ("c1", "child", None), ("c2", "child", None), ("c3", "child", LAST)],
             [("large", "2026-01-10", None), ("tzhs", "2026-02-01", "2027-03-15"), ("low_income", "2027-03-01", None)],
             opened="2026-01-10")
    m.family("a", "Елькины", [("w2", "mother", None), ("c4", "child", None), ("c9", "child", "2027-03-10")],
             [("single_parent", "2026-05-11", None), ("tzhs", "2027-03-31", None), ("sop", "2026-06-01", None)],
             opened="2026-05-11")
    m.family("b", "Щеклеины", [("w3", "mother", None), ("c5", "child", None), ("c6", "child", None)],
             [("tzhs", "2026-07-12", "2027-04-01"), ("low_income", "2026-07-12", "2027-02-28")], opened="2026-07-12")
    m.family("b", "Кощеевы", [("c7", "child", None)], [("tzhs", "2027-03-05", None)], opened="2027-04-02")
    m.family("a", "Ожеговы", [("d1", "child", None)], [("tzhs", "2026-09-01", "2027-03-31")], opened="2026-09-01",
             closed="2027-03-31")
    m.family("a", "Бузмаковы", [("d2", "child", None)], [("tzhs", "2026-10-01", None), ("sop", "2026-10-01", None)],
             opened="2026-10-01", closed="2027-04-01")
    m.family("b", "Шиховы", [("c8", "child", None)], [("tzhs", "2026-08-13", None)], opened="2026-08-13", lost=True)
    m.family("b", "Выявленные", [("c8", "child", None)], [("tzhs", "2027-03-13", None)])

    # Who moved within the month; who refused, with a category still open; who came back; who came and went.
    for n, (lounge, opened, closed, more) in enumerate([
            ("b", "2026-11-03", None, {"moved": ("a", "2027-03-12")}),
            ("a", "2026-11-04", None, {"moved": ("b", "2027-04-03")}),
            ("b", "2026-11-05", None, {"moved": ("a", "2027-03-01")}),
            ("a", "2026-11-06", "2027-03-08", {"status": "refused"}),
            ("a", "2026-11-07", "2027-02-11", {"status": "transferred"}),
            ("b", "2027-03-18", None, {"before": ("b", "2026-05-06", "2027-03-04")}),
            ("b", "2027-03-19", None, {"before": ("a", "2026-05-07", "2027-02-13")}),
            ("b", "2027-03-02", "2027-03-21", {"status": "suspended"})]):
        m.person(f"m{n}", "Перминов", "Лев", "Юрьевич", f"2016-02-{n + 3:02}")
        m.family(lounge, "Перминовы", [(f"m{n}", "child", None)],
                 [("tzhs", "2026-04-01", None), ("large", "2026-04-02", "2027-03-20"), ("low_income", "2027-03-20", None)],
                 opened, closed, **more)

    # Before the month: they grow the totals of the year, or lie in another year.
    m.event("a", "2026-12-31", "held", "Новогодняя ёлка", "holiday", "leisure")
    m.event("a", "2027-01-01", "held", "Рождественские встречи", "holiday", "leisure", start="00:05", end="01:00")
    m.event("a", "2027-01-20", "held", "Семейный кинозал: «Фонарик»", "film", "cinema", target=4)
    m.event("b", "2027-02-03", "held", "Лыжный день", "sport", "sport", place="поле", outside=True)
    m.event("a", "2027-02-28", "held", "Проводы зимы", "holiday", "leisure", start="22:00", end="23:59", target=9)

    # The month: its first and last minute, both lounges, all that is not counted.
    m.event("a", "2027-03-01", "held", "Мастер-класс «Открытка маме»", "workshop", "creativity", start="00:00", end="01:30",
            target=3)
    m.event("a", "2027-03-03", "held", "Семейный кинозал: «Шалаш»", "film", "cinema", target=11)
    m.event("a", "2027-03-05", "held", "Беседа «Лёд на реке»", "talk", "prevention", audience="children", age_mark="6+")
    m.event("a", "2027-03-07", "held", "Масленица", "holiday", "leisure", place="площадь у клуба", outside=True,
            audience="all", target=17)
    m.event("a", "2027-03-10", "held", "Семейный кинозал: «Кот из седьмого вагона»", "film", "cinema", target=6)
    m.event("a", "2027-03-12", "held", "Вечер музыки", "holiday", "leisure", paid=True, price="50.00", audience="adults",
            age_mark="12+", note="перенесено с 11.03")
    m.event("a", "2027-03-18", "held", "Первые деньги", "training", "finance", audience="youth", age_mark="12+")
    m.event("a", "2027-03-24", "held", "Без направления", "talk", None, audience="parents", age_mark="16+", target=2)
    m.event("a", "2027-03-31", "held", "Семейный кинозал: «Дедушкин компас»", "film", "cinema", start="22:30", end="23:59")
    m.event("b", "2027-03-02", "held", "Семейный кинозал: «Шалаш»", "film", "cinema", target=8)
    m.event("b", "2027-03-16", "held", "Добрые вещи", "charity", "charity", audience="all")
    m.event("b", "2027-03-30", "held", "Поход «Зимние следы»", "hike", "ecology", place="лес", outside=True, target=5)
    m.event("a", "2027-03-09", "cancelled", "Турнир по шашкам", "sport", "sport", status_reason="Метель")
    later = m.event("a", "2027-03-27", "approved", "День семьи", "holiday", "leisure")
    m.event("a", "2027-03-20", "moved", "День семьи", "holiday", "leisure", status_reason="Дождь", moved_to_id="@" + later["ref"])
    m.event("a", "2027-03-29", "planned", "Родительский час", "talk", "parenting", audience="parents", age_mark="16+")
    m.event("a", "2027-03-22", "draft", "Задумка", "talk", "parenting")
    m.event("a", "2027-03-23", "held", "Лежит в корзине", "film", "cinema", lost=True)
    m.event("a", "2027-04-01", "held", "День смеха", "holiday", "leisure")
    # The sheet of an event to come: who put the name down, and who took it back.
    m.event("a", "2027-04-17", "approved", "Скворечник своими руками", "workshop", "ecology", registration=True,
            people=(("c2", "registered"), ("c1", "registered"), ("w1", "registered"), ("c5", "cancelled")))
    return m


# Counting, by ourselves.

def total(event):
    return sum(event["bands"])


def groups(event):
    b = event["bands"]
    return [sum(b), b[0] + b[1], b[2] + b[3], b[4] + b[5]]


def held(month, lounge, first=FIRST, last=LAST):
    return sorted((e for e in month.events if e["status"] == "held" and not e["lost"] and first <= e["day"] <= last and
                   (lounge is None or e["lounge"] == lounge)), key=lambda e: (e["day"], e["start"]))


def add(rows):
    return [sum(column) for column in zip(*rows)] if rows else [0, 0, 0, 0]


# The tool.

class MonthProof(second_hand.Proof):
    def report(self, code, *words):
        """The workbook with its values, with its formulas, and the name it was given."""
        path = self.tool("report", self.file, code, *words, "-o", self.folder).strip().split("\n")[-1]
        return openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path), os.path.basename(path)


# Reading.

def show(day):
    return datetime.datetime.fromisoformat(day)


def read_table(sheet):
    """The rows under the header, each a dictionary by heading; a group and its column are joined with " / "."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(i for i, row in enumerate(rows) if row[0] in ("№ п/п", "№"))
    below = next(i for i in range(top + 1, len(rows)) if rows[i][0] == 1)
    headings = []
    for column in range(len(rows[top])):
        group = next((rows[top][c] for c in range(column, -1, -1) if rows[top][c]), None)
        name = rows[top + 1][column] if below == top + 2 else None
        headings.append(f"{group} / {name}" if name else rows[top][column])
    found = []
    for row in rows[below + 1:]:
        if row[0] is None and not any(row):
            continue
        found.append({heading: value for heading, value in zip(headings, row) if heading})
    return found


def is_body(row):
    return isinstance(row["№ п/п"], int)


def labelled(rows, start):
    return next((row for row in rows if str(row["№ п/п"]).startswith(start)), None)


def facts(workbook):
    return {row[0].value: row[1].value for row in workbook["О файле"].iter_rows(max_col=2) if row[0].value}


COUNTS = ["Присутствовало / всего", "Присутствовало / дети до 14 лет", "Присутствовало / молодёжь 14–35 лет",
          "Присутствовало / взрослые"]
STAFF = {"@s1": "Ветлугина\u00a0Н.П.", "@s3": "Вахрушева\u00a0Н.А."}


# D-22: the register of events.

def register_row(event):
    place = event.get("place", "зрительный зал")
    return [show(event["day"]), f"{event['start']}–{event['end']}", event["title"], FORMS[event["form"]],
            "вне клуба" if event.get("outside") else "в клубе", AUDIENCES[event.get("audience", "family")],
            *groups(event), "платно" if event.get("paid") else "бесплатно", STAFF[event["responsible"]],
            event.get("note"), place if event.get("outside") else None]


def check_register(proof, month, lounge, words, first, last, total_label, carried):
    workbook, formulas, name = proof.report("D-22", *words)
    what = f"D-22 {name}:"
    events = held(month, lounge, first, last)
    rows = read_table(workbook.worksheets[0])
    body = [row for row in rows if is_body(row)]
    proof.check(f"{what} rows", [row["№ п/п"] for row in body], list(range(1, len(events) + 1)))
    for event, row in zip(events, body):
        wanted = register_row(event)
        got = [row["Проведено / число, месяц"], row["Проведено / часы"], row["Наименование мероприятия, тема"], row["Форма"],
               row["Место (в клубе, вне клуба)"].split(",")[0].split(":")[0], row["Аудитория"], *[row[c] for c in COUNTS],
               row["Платно, бесплатно"], row["Ответственный"], row["Примечание"]]
        proof.check(f"{what} {event['day']} {event['title']}", got, wanted[:-1])
        if wanted[-1]:
            proof.check(f"{what} {event['title']}, place", wanted[-1] in row["Место (в клубе, вне клуба)"], True)

    title = "Наименование мероприятия, тема"
    sums = add([groups(e) for e in events])
    row = labelled(rows, total_label)
    proof.check(f"{what} total", [row[title], *[row[c] for c in COUNTS]], [len(events), *sums])
    before = held(month, lounge, "2027-01-01", carried) if carried else []
    if carried:
        row = labelled(rows, "За ")
        proof.check(f"{what} before the period", [row[title], *[row[c] for c in COUNTS]],
                   [len(before), *add([groups(e) for e in before])])
    row = labelled(rows, "Всего с начала 2027 года")
    grown = [a + b for a, b in zip(sums, add([groups(e) for e in before]))]
    proof.check(f"{what} since the start of the year", [row[title], *[row[c] for c in COUNTS]],
               [len(events) + len(before), *grown])

    # The sheet for machines has the same, a value a cell, and every total of the paper is a formula.
    data = [[cell.value for cell in row] for row in workbook["Данные"].iter_rows()]
    at = data[0].index("Присутствовало, всего")
    proof.check(f"{what} data", [row[at:at + 4] for row in data[1:]], [groups(e) for e in events])
    proof.check(f"{what} days of data", [row[0] for row in data[1:]], [show(e["day"]) for e in events])
    where = data[0].index("Площадка")
    proof.check(f"{what} lounges of data", [row[where] for row in data[1:]],
               [{"a": "Слудка", "b": "Гремячка"}[e["lounge"]] for e in events])
    total_row = labelled(read_table(formulas.worksheets[0]), total_label)
    proof.check(f"{what} totals are formulas", [str(total_row[c])[0] for c in [title, *COUNTS]], ["="] * 5)
    told = facts(workbook)
    proof.check(f"{what} what the file says of itself",
               [told["Код формы"], told["Период с"], told["Период по"], told["Строк в документе"],
                told["Контрольная сумма: Присутствовало, всего"]],
               ["D-22", show(first), show(last), len(events), sums[0]])


# D-29: the report by directions.

def check_directions(proof, month, lounge, words):
    workbook, _, name = proof.report("D-29", *words)
    what = f"D-29 {name}:"
    columns = ["Число мероприятий", "Посещений / всего", "Посещений / дети до 14 лет", "Посещений / молодёжь 14–35 лет",
               "Посещений / взрослые", "Для семей целевой группы, посещений"]

    def count(events):
        return [len(events), *add([groups(e) for e in events]), sum(e["target"] or 0 for e in events)]

    events = held(month, lounge)
    rows = read_table(workbook.worksheets[0])
    got = {row["Направление"]: [row[c] for c in columns] for row in rows if is_body(row)}
    wanted = {}
    for direction in {e["direction"] for e in events}:
        wanted[DIRECTIONS.get(direction, "без направления")] = count([e for e in events if e["direction"] == direction])
    for direction in sorted(wanted):
        proof.check(f"{what} {direction}", got.get(direction), wanted[direction])
    proof.check(f"{what} only these", sorted(got), sorted(wanted))
    proof.check(f"{what} in the order of the alphabet", [d for d in got if d != "без направления"],
               sorted(d for d in got if d != "без направления"))
    total_row, year_row = labelled(rows, "Итого за"), labelled(rows, "Всего с начала")
    proof.check(f"{what} total", [total_row[c] for c in columns], count(events))
    proof.check(f"{what} since the start of the year", [year_row[c] for c in columns],
               count(held(month, lounge, "2027-01-01", LAST)))


# D-21: the plan.

def check_plan(proof, month):
    workbook, _, name = proof.report("D-21", "--period", "month:2027-03", "--lounge", "Слудка")
    what = f"D-21 {name}:"
    planned = [e for e in month.events if e["lounge"] == "a" and FIRST <= e["day"] <= LAST and not e["lost"] and
               e["status"] in ("planned", "approved", "held")]
    rows = read_table(workbook.worksheets[0])
    weekdays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    sections, section = {}, None
    for row in rows:
        if is_body(row):
            sections[section].append(row)
        elif row["Наименование мероприятия"] is None and "направлению" not in str(row["№ п/п"]):
            section = row["№ п/п"]
            sections[section] = []
    sections = {k: v for k, v in sections.items() if v}

    for direction in sorted({DIRECTIONS.get(e["direction"], "без направления") for e in planned}):
        own = sorted((e for e in planned if DIRECTIONS.get(e["direction"], "без направления") == direction),
                     key=lambda e: (e["day"], e["start"]))
        prefix = "Дата (день недели), время, место / "
        got = [[row["Наименование мероприятия"], row[prefix + "дата"], row[prefix + "время"], row["Форма"],
                row["Для кого / аудитория"], row["Для кого / маркировка"], row["Ответственный"]]
               for row in sections.get(direction, [])]
        wanted = [[e["title"], f"{show(e['day']):%d.%m.%Y} ({weekdays[show(e['day']).weekday()]})",
                   f"{e['start']}–{e['end']}", FORMS[e["form"]], AUDIENCES[e.get("audience", "family")],
                   e.get("age_mark", "0+"), STAFF[e["responsible"]]] for e in own]
        proof.check(f"{what} {direction}", got, wanted)
    counted = [row["Форма"] for row in rows if str(row["№ п/п"]).startswith("По направлению")]
    proof.check(f"{what} subtotals", counted, [len(v) for v in sections.values()])
    proof.check(f"{what} total", labelled(rows, "Всего на")["Форма"], len(planned))


# D-23: the sheet to sign.

def check_sheet(proof, month):
    event = next(e for e in month.events if e["people"])
    ids = {}
    for line in proof.tool("dump", proof.file).splitlines():
        record = json.loads(line)
        if record["record"] == "event":
            ids[record["title"], record["starts_at"][:10]] = record["id"]
    workbook, _, name = proof.report("D-23", "--event", ids[event["title"], event["day"]])
    what = f"D-23 {name}:"
    rows = read_table(workbook.worksheets[0])
    named = [[row["Фамилия, имя, отчество"], row["Возраст или класс"]] for row in rows if isinstance(row["№"], int)]
    blank = [row["№"] for row in rows if str(row["№"]).startswith("+")]
    proof.check(f"{what} people", named, [["Ёлкин Матвей Иванович", "12\u00a0лет"], ["Ёлкина Злата Ивановна", "2 класс"],
                                         ["Ёлкина Надежда Степановна", None]])
    proof.check(f"{what} blank rows", blank, [f"+{n}" for n in range(1, len(blank) + 1)])
    proof.check(f"{what} enough blank rows", 20 <= len(blank) <= 30, True)
    texts = " ".join(str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row if cell.value)
    for words in (event["title"], "17.04.2027", "17:00–18:30"):
        proof.check(f"{what} head says {words}", words in texts, True)
    proof.check(f"{what} says nothing of categories", any(c in texts for c in CATEGORIES.values()), False)


# D-15: families by category.

def list_days(first, last):
    """From the day before it on."""
    day, days = datetime.date.fromisoformat(first) - datetime.timedelta(days=1), []
    while day.isoformat() <= last:
        days.append(day.isoformat())
        day += datetime.timedelta(days=1)
    return days


def check_families(proof, month, lounge, words, first=FIRST, last=LAST):
    workbook, _, name = proof.report("D-15", *words)
    what = f"D-15 {name}:"
    living = [f for f in month.families if not f["lost"]]
    days = list_days(first, last)

    def is_here(family, day=last):
        return any(lounge in (None, where) and since <= day and (not until or until > day)
                   for where, since, until in family["spans"])

    here = [f for f in living if is_here(f)]

    def has(family, code, day=last):
        return is_here(family, day) and any(c == code and since <= day and (not until or until > day)
                                            for c, since, until in family["categories"])

    def is_child(person):
        born = month.people[person]["born"]
        return born <= last and f"{int(born[:4]) + 18}{born[4:]}" > last

    # Who leaves the family on the last day was in it on that day.
    def children(families):
        return len({p for f in families for p, _, until in f["members"] if is_child(p) and (not until or until >= last)})

    # Day by day: who has it today and had it not yesterday, and the other way round.
    def changed(code, was, now):
        return sum(1 for f in living for yesterday, today in zip(days, days[1:])
                   if has(f, code, yesterday) == was and has(f, code, today) == now)

    rows = {row["Категория"]: row for row in read_table(workbook.worksheets[0]) if is_body(row)}
    for code, label in CATEGORIES.items():
        own = [f for f in here if has(f, code)]
        row = rows[label]
        proof.check(f"{what} {label}",
                   [row["На конец периода / семей"], row["На конец периода / в них детей"],
                    row["На конец периода / из них семей СОП"], row["За период / поставлено"], row["За период / снято"]],
                   [len(own), children(own), len([f for f in own if has(f, "sop")]), changed(code, False, True),
                    changed(code, True, False)])
        proof.check(f"{what} {label}: what there was, and came, and went",
                   len([f for f in living if has(f, code, days[0])]) + row["За период / поставлено"] - row["За период / снято"],
                   row["На конец периода / семей"])
    some = [f for f in here if any(has(f, code) for code in CATEGORIES)]
    # Below the table a number says in its format, or in its words, what it is.
    cells = [cell for row in workbook.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    for label, number in (("Семей в таблице", len(some)), ("В них детей", children(some)), ("Всего семей", len(here))):
        found = next((cell.value for cell in cells if label in f"{cell.number_format} {cell.value}"), None)
        proof.check(f"{what} {label}", int(str(found).rsplit(": ", 1)[-1]), number)


# D-45 and D-46: on support, taken on and taken off, of each lounge and of the district.

def check_support(proof, month, lounge, words, column, first=FIRST, last=LAST):
    workbook, _, name = proof.report("D-45" if lounge else "D-46", *words)
    living = [f for f in month.families if not f["lost"]]
    days = list_days(first, last)

    def is_here(family, day):
        return any(lounge in (None, where) and since <= day and (not until or until > day)
                   for where, since, until in family["spans"])

    rows = {row["Показатель"]: row for row in read_table(workbook.worksheets[0]) if is_body(row)}
    got = [next(value for heading, value in rows[label].items() if column in heading)
           for label in ("Семьи на сопровождении на конец периода", "Взято на сопровождение", "Снято с сопровождения")]
    pairs = [(is_here(f, yesterday), is_here(f, today)) for f in living for yesterday, today in zip(days, days[1:])]
    proof.check(f"{name}: on support, taken on, taken off", got,
               [sum(is_here(f, last) for f in living), pairs.count((False, True)), pairs.count((True, False))])


def main():
    month = make_month()
    with tempfile.TemporaryDirectory() as folder:
        proof = MonthProof(folder)
        proof.tool("create", proof.file)
        proof.tool("load", proof.file, text="\n".join(month.lines) + "\n")
        proof.tool("check", proof.file)
        names = ["--period", "month:2027-03"]
        check_register(proof, month, "a", [*names, "--lounge", "слудка"], FIRST, LAST, "Итого за март 2027 года", "2027-02-28")
        check_register(proof, month, "b", ["--from", FIRST, "--to", LAST, "--lounge", "гремячка"], FIRST, LAST,
                       "Итого за", "2027-02-28")
        check_register(proof, month, None, names, FIRST, LAST, "Итого за март 2027 года", "2027-02-28")
        check_register(proof, month, None, ["--period", "quarter:2027-1"], "2027-01-01", LAST, "Итого за", None)
        check_directions(proof, month, "a", [*names, "--lounge", "слудка"])
        check_directions(proof, month, None, names)
        check_plan(proof, month)
        check_sheet(proof, month)
        check_families(proof, month, "a", [*names, "--lounge", "слудка"])
        check_families(proof, month, "b", [*names, "--lounge", "гремячка"])
        check_families(proof, month, None, names)
        check_support(proof, month, "a", [*names, "--lounge", "слудка"], "за март")
        check_support(proof, month, "b", [*names, "--lounge", "гремячка"], "за март")
        check_support(proof, month, None, names, "Всего")
        for lounge, place in (("a", ["--lounge", "слудка"]), (None, [])):
            quarter, february = ["--period", "quarter:2027-1", *place], ["--period", "month:2027-02", *place]
            check_families(proof, month, lounge, quarter, "2027-01-01", LAST)
            check_families(proof, month, lounge, february, "2027-02-01", "2027-02-28")
            check_support(proof, month, lounge, quarter, "Всего" if lounge is None else "I квартал", "2027-01-01", LAST)
        proof.end()


main()
