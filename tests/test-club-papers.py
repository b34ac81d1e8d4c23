#!/usr/bin/python3
# The papers of the clubs. Makes D-26, D-27, D-28 and D-49 of the demo file as workbooks and as pages, and compares
# every cell with what is counted here from the bare tables by itself. Before that it adds what the demo has not: two
# sessions on one day, a mark of somebody who has left, a group without sessions, a session and a mark in the bin.
import datetime
import re
import sqlite3
import tempfile

import second_hand

DASH = "—"
MONTHS = ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
          "Декабрь"]
KINDS = {  # as the form has them
    "municipal": "муниципальное учреждение", "state": "государственное учреждение",
    "ngo": "НКО или общественное объединение", "business": "коммерческая организация", "religious": "религиозная организация",
    "authority": "орган власти", "media": "СМИ", "other": "иное",
}
SIGNS = {"present": "+", "absent": "н", "ill": "б", "excused": "у"}


def day(text):
    return f"{text[8:10]}.{text[5:7]}.{text[:4]}"


def order(text):
    folded = (text or "").lower()
    return folded.replace("ё", "е"), folded.replace("ё", "е\uffff")


class ClubPapers(second_hand.Proof):
    language = "ru"

    def report(self, code, *words):
        """The rows of the document's sheet, without empty cells; and its pages without spaces."""
        rows = [[self.shown(value) for value in row if value not in (None, "")]
                for row in second_hand.rows_of(self.book(code, *words).worksheets[0])]
        return [row for row in rows if row], self.pages(code, *words)

    @staticmethod
    def shown(value):
        if isinstance(value, (datetime.datetime, datetime.date)):
            return value.strftime("%d.%m.%Y")
        if isinstance(value, float):
            return round(value, 6)
        return value.replace("\u00a0", " ") if isinstance(value, str) else value


class File:
    def __init__(self, path):
        self.base = sqlite3.connect(path)
        self.base.row_factory = sqlite3.Row
        self.next = 910000

    def put(self, table, **fields):
        self.next += 1
        fields = {"id": self.next, "key": "", **fields}
        self.base.execute(f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({', '.join('?' * len(fields))})",
                          list(fields.values()))
        self.base.commit()
        return fields["id"]

    def all(self, table):
        return [dict(row) for row in self.base.execute(f"SELECT * FROM {table} WHERE removed IS NULL")]

    def by_id(self, table):
        return {row["id"]: row for row in self.all(table)}


def fill(file):
    group = next(g for g in file.all("club_group") if g["name"] == "МастерОК")
    members = [m["person_id"] for m in file.all("club_member") if m["group_id"] == group["id"] and m["until"] is None]
    first = file.put("club_session", group_id=group["id"], starts_at="2027-03-10T10:00", hours=750, topic="Утром")
    second = file.put("club_session", group_id=group["id"], starts_at="2027-03-10T17:30", hours=2250, topic="Вечером")
    gone = file.put("club_session", group_id=group["id"], starts_at="2027-03-12T10:00", hours=9000, topic="В корзине",
                    removed="2027-03-13T10:00")
    # Nobody was marked: it was not held, and its hours are no hours of the club.
    file.put("club_session", group_id=group["id"], starts_at="2027-03-14T11:00", hours=4500, topic="Не собрались")
    for i, person in enumerate(members):
        file.put("club_attendance", session_id=first, person_id=person, mark=["present", "ill", "excused"][i % 3])
        file.put("club_attendance", session_id=gone, person_id=person, mark="present")
    file.put("club_attendance", session_id=second, person_id=members[0], mark="present")
    file.put("club_attendance", session_id=second, person_id=members[1], mark="present", removed="2027-03-13T10:00")
    # Somebody who came and left in March, and was there.
    person = file.put("person", last_name="Ёжикова", first_name="Ада", birth_year=2016)
    file.put("club_member", group_id=group["id"], person_id=person, since="2027-03-02", until="2027-03-11")
    file.put("club_attendance", session_id=second, person_id=person, mark="absent")
    empty = file.put("club_group", name="Новый кружок", lounge_id=group["lounge_id"], kind="interest", folk_art=0, paid=1,
                     leader_id=group["leader_id"], season="school", age_group="youth", status="active")
    grown = file.put("person", last_name="Ямов", first_name="Лев", birth_date="2013-03-31")
    file.put("club_member", group_id=empty, person_id=grown, since="2027-01-01")
    settings = file.all("settings")[0]["id"]
    file.base.execute("UPDATE settings SET child_upper_age = NULL WHERE id = ?", (settings,))
    file.base.commit()
    return group["id"], empty, settings


def person_words(person):
    return " ".join(filter(None, (person["last_name"], person["first_name"], person["patronymic"])))


def find(rows, row):
    return row in rows


def check_register(proof, file, group_id, first, last):
    rows, pages = proof.report("D-26", "--event", str(group_id), "--from", first, "--to", last)
    group = file.by_id("club_group")[group_id]
    people = file.by_id("person")
    members = [m for m in file.all("club_member") if m["group_id"] == group_id]
    sessions = sorted((s for s in file.all("club_session")
                       if s["group_id"] == group_id and first <= s["starts_at"][:10] <= last),
                      key=lambda s: (s["starts_at"], s["id"]))
    marks = {(a["session_id"], a["person_id"]): a["mark"] for a in file.all("club_attendance")}
    where = f"D-26 {group['name']}"
    flat = [" ".join(str(c) for c in row) for row in rows]

    proof.check(f"{where}: the name", any(group["name"] in row for row in flat), True)
    for m in members:
        if m["since"] > last or (m["until"] or "9999") < first:
            continue
        row = next((r for r in rows if len(r) > 2 and person_words(people[m["person_id"]]) == r[1]), None)
        proof.check(f"{where}: member {m['id']}", row is not None and day(m["since"]) in row, True)
        proof.check(f"{where}: member {m['id']} left", row is not None and row.count(day(m["until"] or last)),
                    int(m["until"] is not None and m["until"] <= last))

    # The grid of each month.
    for month in sorted({s["starts_at"][:7] for s in sessions}):
        held = [s for s in sessions if s["starts_at"][:7] == month]
        there = {m["person_id"] for m in members if m["since"][:7] <= month and (m["until"] or "9999")[:7] >= month}
        names = sorted(there, key=lambda p: (order(people[p]["last_name"]), order(people[p]["first_name"]), p))
        heading = f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"
        days = [str(int(s["starts_at"][8:10])) + (f" ({s['starts_at'][11:16]})" if
                sum(o["starts_at"][:10] == s["starts_at"][:10] for o in held) > 1 else "") for s in held]
        at = next((i for i, r in enumerate(rows) if r and r[0] == "№ п/п" and heading in r), None)
        proof.check(f"{where}, {heading}: is there", at is not None, True)
        if at is None:
            continue
        proof.check(f"{where}, {heading}: days", [str(c) for c in rows[at + 1]], days)
        for i, p in enumerate(names):
            own = [marks.get((s["id"], p)) for s in held]
            n = sum(m is not None for m in own)
            wanted = [i + 1, f"{people[p]['last_name']} {people[p]['first_name']}", *[SIGNS[m] for m in own if m],
                      f"{own.count('present')} из {n}" if n else DASH]
            proof.check(f"{where}, {heading}: {i + 1}", rows[at + 2 + i], wanted)

    visits = sum(marks.get((s["id"], p)) == "present" for s in sessions for p in people)
    marked = sum(any((s["id"], p) in marks for p in people) for s in sessions)
    average = f"{int(visits / marked * 10 + 0.5) / 10:.1f}".replace(".", ",") if marked else DASH
    proof.check(f"{where}: held", any(r.endswith(f"с отметками: {marked}") or r.endswith(f"с отметками {marked}") for r in flat), True)
    proof.check(f"{where}: visits", any(re.fullmatch(rf"Посещений:? {visits}", r) for r in flat), True)
    proof.check(f"{where}: average, pages", f"человекназанятии:{average}" in pages or
                (not marked and "человекназанятии" in pages), True)
    proof.check(f"{where}: without marks", any(re.fullmatch(rf"Занятий без отметок.*:? {len(sessions) - marked}", r)
                                               for r in flat), True)
    sessions = [s for s in sessions if any((s["id"], p) in marks for p in people)]
    for i, s in enumerate(sessions):
        proof.check(f"{where}: session {i + 1}",
                    find(rows, [i + 1, day(s["starts_at"]), *([s["topic"]] if s["topic"] else []),
                                s["hours"] // 1000 if s["hours"] % 1000 == 0 else s["hours"] / 1000]), True)
    if sessions:
        total = sum(s["hours"] for s in sessions) / 1000
        row = next((r for r in rows if r[0] == "Итого"), [])
        proof.check(f"{where}: sessions and hours in all", [c for c in row if not isinstance(c, str)], [len(sessions), total])
    contests = [a for a in file.all("achievement") if a["group_id"] == group_id and first <= a["date"] <= last]
    for a in contests:
        row = next((r for r in rows if a["contest"] in r), [])
        proof.check(f"{where}: {a['contest']}", day(a["date"]) in row and
                    (person_words(people[a["person_id"]]) if a["person_id"] else "весь состав") in row, True)


def birthday(person, age):
    born = person["birth_date"] or f"{person['birth_year']}-07-01"
    if born[5:] == "02-29" and (int(born[:4]) + age) % 4 != 0:
        return f"{int(born[:4]) + age}-03-01"
    return f"{int(born[:4]) + age}{born[4:]}"


def ages(people, who, last, upper):
    known = [p for p in who if people[p]["birth_date"] or people[p]["birth_year"]]
    children = [p for p in known if birthday(people[p], upper + 1) > last]
    youth = [p for p in known if p not in children and birthday(people[p], 36) > last]
    return len(children), len(youth)


def current(file, group_id, last):
    return {m["person_id"] for m in file.all("club_member")
            if m["group_id"] == group_id and m["since"] <= last and (m["until"] or "9999") >= last}


def check_passport(proof, file, group_id, on, upper):
    rows, pages = proof.report("D-27", "--event", str(group_id), "--period", f"day:{on}")
    group = file.by_id("club_group")[group_id]
    who = current(file, group_id, on)
    children, youth = ages(file.by_id("person"), who, on, upper)
    flat = " | ".join(" ".join(str(c) for c in row) for row in rows)
    where = f"D-27 {group['name']}"
    # A number with its label is one cell: the label is in its format.
    singles = [row[0] for row in rows if len(row) == 1 and isinstance(row[0], int)]
    proof.check(f"{where}: the numbers", singles, [len(who), children, youth])
    for label, value in (("Участников всего", len(who)), (f"из них детей до {upper + 1} лет", children),
                         ("из них молодёжи до 35 лет", youth)):
        proof.check(f"{where}, pages: {label}", f"{label}:{value}".replace(" ", "") in pages, True)
    for text in (group["name"], group["genre"], group["plans"], group["material_base"], (group["founded_on"] or "")[:4]):
        proof.check(f"{where}: {text}", not text or text in flat, True)
    for a in file.all("achievement"):
        if a["group_id"] == group_id:
            proof.check(f"{where}: {a['contest']}", a["contest"] in flat, a["date"] <= on)


def check_statistics(proof, file, lounge, words, first, last, upper):
    rows, pages = proof.report("D-28", *words, *(() if lounge is None else ("--lounge", lounge["place"])))
    inside = [g for g in file.all("club_group") if lounge is None or g["lounge_id"] == lounge["id"]]
    groups = [g for g in inside if (g["founded_on"] or "") <= last
              and (g["closed_on"] > last if g["closed_on"] else g["status"] != "closed")]
    people = file.by_id("person")
    counts = {h["event_id"]: h for h in file.all("event_headcount")}
    held = [e for e in file.all("event") if e["status"] == "held" and e["stat_kind"] in ("leisure", "info") and
            first <= e["starts_at"][:10] <= last and (lounge is None or e["lounge_id"] == lounge["id"])]

    def of_groups(chosen):
        return [len(chosen), sum(g["age_group"] == "children" for g in chosen),
                sum(g["age_group"] == "youth" for g in chosen), sum(bool(g["paid"]) for g in chosen)]

    def of_members(chosen):
        sums = [0, 0, 0, 0]
        for g in chosen:
            who = current(file, g["id"], last)
            children, youth = ages(people, who, last, upper)
            for i, n in enumerate((len(who), children, youth, len(who) if g["paid"] else 0)):
                sums[i] += n
        return sums

    def of_events(chosen):
        return [len(chosen), sum(e["audience"] == "children" for e in chosen), sum(e["audience"] == "youth" for e in chosen),
                sum(bool(e["paid"]) for e in chosen)]

    def of_visits(chosen):
        sums = [0, 0, 0, 0]
        for e in chosen:
            h = counts.get(e["id"])
            if h is None:
                continue
            total = sum(h[b] for b in ("b0_6", "b7_13", "b14_17", "b18_35", "b36_59", "b60"))
            for i, n in enumerate((total, h["b0_6"] + h["b7_13"], h["b14_17"] + h["b18_35"], total if e["paid"] else 0)):
                sums[i] += n
        return sums

    folk = [g for g in groups if g["folk_art"]]
    leisure = [e for e in held if e["stat_kind"] == "leisure"]
    info = [e for e in held if e["stat_kind"] == "info"]
    outside = [e for e in held if e["outside"]]
    disabled = [counts[e["id"]]["of_disabled"] for e in held if e["id"] in counts]
    paid = [counts[e["id"]]["of_disabled"] for e in held if e["id"] in counts and e["paid"]]
    wanted = [of_groups(groups), of_members(groups), of_groups(folk), of_members(folk), of_events(held), of_events(leisure),
              of_events(info), of_events(outside), of_visits(held), of_visits(leisure), of_visits(info), of_visits(outside),
              [sum(disabled), DASH, DASH, sum(paid)]]
    where = f"D-28 {lounge['place'] if lounge else 'район'}"
    numbered = [r for r in rows if isinstance(r[0], int) and len(r) == 6]
    proof.check(f"{where}: rows", len(numbered), len(wanted))
    for row, figures in zip(numbered, wanted):
        proof.check(f"{where}: {row[0]} {row[1].strip()}", row[2:], figures)
        proof.check(f"{where}, pages: {row[0]}", (row[1].strip() + "".join(str(n) for n in figures)).replace(" ", "") in pages,
                    True)
    proof.check(f"{where}: says what it is", any("не является формой статистической отчётности" in str(r[0]) for r in rows), True)
    proof.check(f"{where}: the bound", any(f"{upper + 1} лет" in " ".join(str(c) for c in r) for r in rows), True)


def check_partners(proof, file, on):
    rows, pages = proof.report("D-49", "--period", f"day:{on}")
    organisations = file.by_id("organisation")
    lines = [p for p in file.all("partner_participation") if p["since"] <= on and (p["until"] or "9999") >= on]
    flagged = [o for o in organisations.values() if "partner" in (o["roles"] or "").split(",")
               and (o["agreement_date"] or "") <= on and (o["valid_until"] or "9999") >= on]
    events = {e["id"] for e in file.all("event") if e["status"] == "held" and e["starts_at"][:10] == on}
    who = {p["organisation_id"] for p in lines} | {o["id"] for o in flagged} | {
        p["organisation_id"] for p in file.all("event_partner") if p["event_id"] in events}
    flat = [" | ".join(str(c) for c in row) for row in rows]
    for p in lines:
        proof.check(f"D-49: {organisations[p['organisation_id']]['short_name']}, {p['role']}",
                    any(organisations[p["organisation_id"]]["short_name"] in r and p["role"] in r and
                        f"с {day(p['since'])}" in r for r in flat), True)
    for o in organisations.values():
        proof.check(f"D-49: {o['short_name']} is in it", any(f"| {o['short_name']} |" in r for r in flat), o["id"] in who)
    total = next((r for r in rows if r[0] == "Всего"), [])
    proof.check("D-49: organisations in all", total[-1:], [len(who)])
    proof.check("D-49, pages: in all", f"Всего{len(who)}" in pages, True)
    # By kind in the order of the form, those that there are; an empty form has them all.
    below = [row for row in rows[next(at for at, row in enumerate(rows) if row[0] == "По виду") + 1:] if row[0] in KINDS.values()]
    counted = [[label, sum(organisations[o]["kind"] == kind for o in who)] for kind, label in KINDS.items()]
    proof.check("D-49: by kind", below, [row for row in counted if row[1] > 0])
    blank, _ = proof.report("D-49", "--blank")
    proof.check("D-49, blank: kinds", [row[0] for row in blank if row[0] in KINDS.values()], list(KINDS.values()))


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = ClubPapers(folder)
        proof.tool("demo", proof.file)
        file = File(proof.file)
        full, empty, settings = fill(file)
        places = {row["id"]: row["name"] for row in file.all("settlement")}
        lounges = [{**row, "place": places[row["settlement_id"]]} for row in file.all("lounge")]
        check_register(proof, file, full, "2027-02-01", "2027-03-31")
        for group in file.all("club_group"):
            if group["id"] not in (full, empty):
                check_register(proof, file, group["id"], "2027-03-01", "2027-03-31")
        check_register(proof, file, empty, "2027-03-01", "2027-03-31")
        check_passport(proof, file, full, "2027-03-31", 13)
        check_passport(proof, file, empty, "2027-03-31", 13)
        check_passport(proof, file, empty, "2027-03-30", 13)
        check_statistics(proof, file, None, ("--period", "quarter:2027-1"), "2027-01-01", "2027-03-31", 13)
        check_statistics(proof, file, lounges[2], ("--period", "quarter:2027-1"), "2027-01-01", "2027-03-31", 13)
        # Old editions of the form count a child until 14 inclusive.
        file.base.execute("UPDATE settings SET child_upper_age = 14 WHERE id = ?", (settings,))
        file.base.commit()
        check_statistics(proof, file, None, ("--period", "year:2027"), "2027-01-01", "2027-12-31", 14)
        check_passport(proof, file, empty, "2027-03-31", 14)
        check_partners(proof, file, "2027-03-31")
        check_partners(proof, file, "2026-01-01")
        proof.end()


main()
