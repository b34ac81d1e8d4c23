# second_count.py - what the consolidated reports and the journal of families say, counted from the bare tables by a second hand
import datetime
import decimal
import re
import sqlite3

import second_hand

DASH = "—"
HIDDEN = ("threat_abuse", "suicidal")
ROUNDED = ("Отработано", "Время до первого", "Доля выполненных")


class Consolidated(second_hand.Proof):
    def report(self, code, *words):
        """The rows of the document's sheet, and its pages without spaces."""
        return second_hand.rows_of(self.book(code, *words).worksheets[0]), self.pages(code, *words)


# A file of the program, read by itself.

class File:
    def __init__(self, path):
        self.base = sqlite3.connect(path)
        self.base.row_factory = sqlite3.Row
        self.next = 900000

    def put(self, table, **fields):
        self.next += 1
        fields = {"id": self.next, "key": "", **fields}
        self.base.execute(f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({', '.join('?' * len(fields))})",
                          list(fields.values()))
        return fields["id"]

    def all(self, table):
        return [dict(row) for row in self.base.execute(f"SELECT * FROM {table} WHERE removed IS NULL")]


# What is counted here.

class Count:
    """All figures of a period, by lounge; None: the district."""

    def __init__(self, file, first, last):
        self.file, self.first, self.last = file, first, last
        self.table = {name: file.all(name) for name in (
            "family family_member person event event_headcount distribution distribution_line patrol patrol_shift shift_member "
            "patrol_member patrol_finding outgoing_notice club_group club_member volunteer volunteer_hours event_partner "
            "partner_participation lounge ref_item support_period organisation family family_move home_visit contact_record "
            "case_plan plan_action case_review signal living_conditions_act").split()}
        self.by_id = {name: {row["id"]: row for row in rows} for name, rows in self.table.items()}

    def within(self, day):
        return self.first <= day[:10] <= self.last

    def standing(self, row, since="since", until="until"):
        return row[since] is not None and row[since] <= self.last and (row[until] is None or row[until] > self.last)

    def periods(self, lounge):
        return [p for p in self.table["support_period"] if lounge in (None, p["lounge_id"])]

    # In the district a move is neither taking on nor taking off.
    def crossed(self, lounge, end):
        moves = {(p["family_id"], p["until"]) for p in self.table["support_period"] if p["end_kind"] == "moved"}
        return sum(self.within(p[end] or "9999") and (lounge is not None or (p["family_id"], p[end]) not in moves)
                   for p in self.periods(lounge))

    def children(self, lounge):
        found = set()
        ends = {p["family_id"] for p in self.periods(lounge) if self.standing(p)}
        for member in self.table["family_member"]:
            person = self.by_id["person"].get(member["person_id"])
            if member["family_id"] not in ends or person is None or (member["until"] and member["until"] < self.last):
                continue
            if (member["since"] or "") > self.last or (person["died_on"] and person["died_on"] <= self.last):
                continue
            if person["birth_date"]:
                born = datetime.date.fromisoformat(person["birth_date"])
                last = datetime.date.fromisoformat(self.last)
                young = born <= last and last.year - born.year - ((last.month, last.day) < (born.month, born.day)) < 18
            else:
                young = person["birth_year"] is not None and 0 <= int(self.last[:4]) - person["birth_year"] < 18
            if young:
                found.add(person["id"])
        return found

    def events(self, lounge):
        return [e for e in self.table["event"] if e["status"] == "held" and self.within(e["starts_at"])
                and lounge in (None, e["lounge_id"])]

    def visits(self, lounge, bands, only=lambda event: True):
        wanted = {e["id"] for e in self.events(lounge) if only(e)}
        return sum(h[band] or 0 for h in self.table["event_headcount"] if h["event_id"] in wanted for band in bands)

    def is_film(self, event):
        form = self.by_id["ref_item"].get(event["form_id"])
        return form is not None and form["code"] == "film"

    def gifts(self, lounge):
        return [d for d in self.table["distribution"] if d["status"] == "issued" and self.within(d["date"])
                and lounge in (None, d["lounge_id"])]

    def given(self, lounge):
        wanted = {d["id"] for d in self.gifts(lounge)}
        return [line for line in self.table["distribution_line"] if line["distribution_id"] in wanted]

    def unpriced(self, lounge):
        return sum(line["unit_value"] is None for line in self.given(lounge))

    def value(self, lounge):
        """What nobody priced did not cost nothing."""
        known = [line for line in self.given(lounge) if line["unit_value"] is not None]
        if self.given(lounge) and not known:
            return DASH
        return sum((line["qty"] * line["unit_value"] + 500) // 1000 for line in known) / 100

    def home(self, patrol):
        return patrol["lounge_id"] or min(l["id"] for l in self.table["lounge"] if l["settlement_id"] == patrol["settlement_id"])

    def walks(self, lounge):
        return [s for s in self.table["patrol_shift"] if s["status"] == "done" and self.within(s["starts_at"])
                and lounge in (None, self.home(self.by_id["patrol"][s["patrol_id"]]))]

    def work(self, lounge):
        walks = {s["id"]: s for s in self.walks(lounge)}
        for member in self.table["shift_member"]:
            if member["shift_id"] in walks and member["came"] == "came":
                shift = walks[member["shift_id"]]
                start = member["since"] or shift["actual_start"] or shift["starts_at"]
                end = member["until"] or shift["actual_end"] or shift["ends_at"]
                minutes = (datetime.datetime.fromisoformat(end) - datetime.datetime.fromisoformat(start)).total_seconds() / 60
                yield self.by_id["patrol_member"][member["member_id"]]["person_id"], minutes / 60

    def groups(self, lounge):
        return [g for g in self.table["club_group"] if lounge in (None, g["lounge_id"])]

    def members(self, lounge):
        groups = {g["id"]: g for g in self.groups(lounge)}
        # Who leaves on the last day was there on it; a group that closes on it was not.
        return {m["person_id"] for m in self.table["club_member"] if m["group_id"] in groups and m["since"] <= self.last
                and (m["until"] or "9999") >= self.last and self.is_running(groups[m["group_id"]])}

    def is_running(self, group):
        return (group["founded_on"] or "") <= self.last and (
            group["closed_on"] > self.last if group["closed_on"] else group["status"] != "closed")

    def volunteering(self, lounge):
        for hours in self.table["volunteer_hours"]:
            volunteer = self.by_id["volunteer"].get(hours["volunteer_id"])
            if volunteer and self.within(hours["date"]) and lounge in (None, volunteer["lounge_id"]):
                yield volunteer["person_id"], hours["hours"] / 1000

    def partners(self, lounge):
        events = {e["id"] for e in self.events(lounge)}
        found = {p["organisation_id"] for p in self.table["event_partner"] if p["event_id"] in events}
        for p in self.table["partner_participation"]:
            if p["since"] <= self.last and (p["until"] is None or p["until"] >= self.first) and (
                    lounge is None or p["lounge_id"] in (None, lounge)):
                found.add(p["organisation_id"])
        return found | {o["id"] for o in self.table["organisation"] if "partner" in (o["roles"] or "").split(",")
                        and (o["agreement_date"] or "") <= self.last and (o["valid_until"] or "9999") >= self.first}

    # Where a family lived on a day: what was done for it counts there.
    def lived(self, family, day):
        moves = sorted((m["moved_on"], m["id"], m["from_lounge_id"]) for m in self.table["family_move"]
                       if m["family_id"] == family and m["moved_on"] > day)
        return moves[0][2] if moves else self.by_id["family"][family]["lounge_id"]

    def of_family(self, table, day, lounge):
        return [row for row in self.table[table] if self.within(row[day]) and lounge in (None, self.lived(row["family_id"], row[day][:10]))]

    def visited(self, lounge, was_home):
        return [v for v in self.of_family("home_visit", "visited_at", lounge) if bool(v["was_home"]) == was_home]

    def started(self):
        return [p for p in self.table["case_plan"] if p["status"] in ("in_progress", "completed", "extended", "terminated")]

    def taken_over(self, plan):
        return self.by_id["case_plan"][plan["previous_id"]]["ended_on"] if plan["previous_id"] else None

    def programmes(self, lounge):
        return sum(p["kind"] == "family_children"
                   and max(p["since"], p["approved_on"] or p["since"], self.taken_over(p) or p["since"]) <= self.last
                   and (p["ended_on"] or "9999") > self.last and lounge in (None, self.lived(p["family_id"], self.last))
                   for p in self.started())

    def steps(self, lounge):
        plans = {p["id"]: p for p in self.started()}
        return [a for a in self.table["plan_action"] if a["plan_id"] in plans and a["status"] != "cancelled" and self.within(a["due_to"])
                and a["due_to"] <= (plans[a["plan_id"]]["ended_on"] or "9999")
                and (plans[a["plan_id"]]["status"] != "extended" or a["due_to"] < plans[a["plan_id"]]["ended_on"])
                and a["due_to"] >= (self.taken_over(plans[a["plan_id"]]) or "")
                and lounge in (None, self.lived(plans[a["plan_id"]]["family_id"], a["due_to"]))]

    def done_steps(self, lounge):
        return [a for a in self.steps(lounge) if (a["done_on"] or "9999") <= self.last]

    def share(self, lounge):
        return 100 * len(self.done_steps(lounge)) / len(self.steps(lounge)) if self.steps(lounge) else DASH

    def signals(self, lounge):
        return [s for s in self.table["signal"] if self.within(s["received_at"]) and lounge in (None, s["lounge_id"])]

    def waited(self, lounge):
        """Days up to the first thing that was done, of those signals on which anything was."""
        days = []
        for signal in self.signals(lounge):
            came, family = signal["received_at"], signal["family_id"]
            done = [signal["forwarded_at"], signal["decided_on"]]
            done += [v["visited_at"] for v in self.table["home_visit"] if v["family_id"] == family and v["visited_at"] >= came]
            done += [c["contacted_at"] for c in self.table["contact_record"] if c["family_id"] == family and c["contacted_at"] >= came]
            done += [a["date"] for a in self.table["living_conditions_act"] if a["family_id"] == family and a["date"] >= came[:10]]
            done += [n["date"] for n in self.table["outgoing_notice"] if n["signal_id"] == signal["id"] and n["date"] >= came[:10]]
            first = min((day[:10] for day in done if day), default="9999")
            if first <= self.last:
                days.append((datetime.date.fromisoformat(first) - datetime.date.fromisoformat(came[:10])).days)
        return sum(days) / len(days) if days else DASH

    def dynamics(self, lounge, word):
        last = {}
        for review in sorted(self.of_family("case_review", "date", None), key=lambda r: (r["date"], r["id"])):
            last[review["family_id"]] = review
        return sum(r["dynamics"] == word and lounge in (None, self.lived(r["family_id"], r["date"])) for r in last.values())

    def figures(self, lounge):
        bands = ["b0_6", "b7_13", "b14_17", "b18_35", "b36_59", "b60"]
        films = self.is_film
        return [
            ("Семьи на сопровождении на конец периода",
             sum(map(self.standing, self.periods(lounge)))),
            ("в них детей до 18 лет", len(self.children(lounge))),
            ("Взято на сопровождение", self.crossed(lounge, "since")),
            ("Снято с сопровождения", self.crossed(lounge, "until")),
            ("Поступило обращений о семьях", len(self.signals(lounge))),
            ("Время до первого действия, в среднем", self.waited(lounge)),
            ("Программы «Семья и дети» в работе", self.programmes(lounge)),
            ("Мероприятия программ со сроком в периоде", len(self.steps(lounge))),
            ("из них выполнено", len(self.done_steps(lounge))),
            ("Доля выполненных мероприятий", self.share(lounge)),
            ("Патронажи (семья была дома)", len(self.visited(lounge, True))),
            ("Попытки патронажа («не застали»)", len(self.visited(lounge, False))),
            ("Семьи, которых посетили", len({v["family_id"] for v in self.visited(lounge, True)})),
            ("Динамика: семьи с улучшением", self.dynamics(lounge, "better")),
            ("Динамика: семьи без изменений", self.dynamics(lounge, "same")),
            ("Динамика: семьи с ухудшением", self.dynamics(lounge, "worse")),
            ("Оказано услуг", DASH),
            ("Достигнуто результатов", DASH),
            ("Проведено мероприятий", len(self.events(lounge))),
            ("Посещения мероприятий", self.visits(lounge, bands)),
            ("из них дети до 14 лет", self.visits(lounge, bands[:2])),
            ("из них молодёжь 14–35 лет", self.visits(lounge, bands[2:4])),
            ("из них взрослые", self.visits(lounge, bands[4:])),
            ("Посещения семей целевой группы", self.visits(lounge, ["of_target_group"])),
            ("Сеансы «Семейного кинозала»", sum(films(e) for e in self.events(lounge))),
            ("в них зрителей", self.visits(lounge, bands, films)),
            ("Клубные формирования на конец периода",
             sum(map(self.is_running, self.groups(lounge)))),
            ("в них участников", len(self.members(lounge))),
            ("Акции, в которых шла выдача", len({d["drive_id"] for d in self.gifts(lounge) if d["drive_id"]})),
            ("Выдачи", len(self.gifts(lounge))),
            ("Семьи, получившие вещи и продукты", len({d["family_id"] for d in self.gifts(lounge)})),
            ("Выдано на сумму", self.value(lounge)),
            ("Без цены, в сумму не вошло", self.unpriced(lounge)),
            ("Проведено дежурств", len(self.walks(lounge))),
            ("Участники дежурств", len({person for person, _ in self.work(lounge)})),
            ("Отработано", round(sum(hours for _, hours in self.work(lounge)), 6)),
            ("Проведено бесед", sum(s["talks"] or 0 for s in self.walks(lounge))),
            ("Вручено памяток", sum(s["leaflets"] or 0 for s in self.walks(lounge))),
            ("Выявлено фактов", sum(f["shift_id"] in {s["id"] for s in self.walks(lounge)} for f in self.table["patrol_finding"])),
            ("Отправлено сообщений в КДН и ЗП, ОВД и другие службы",
             sum(self.within(n["date"]) and lounge in (None, n["lounge_id"]) for n in self.table["outgoing_notice"])),
            ("Наставники, закреплённые за семьями", DASH),
            ("Волонтёры, работавшие в периоде", len({person for person, _ in self.volunteering(lounge)})),
            ("Отработано волонтёрами", round(sum(hours for _, hours in self.volunteering(lounge)), 6)),
            ("Партнёры", len(self.partners(lounge))),
            ("Публикации", DASH),
            ("Роздано материалов", DASH),
        ]


# Comparing.

def shown(name, value):
    if value == DASH:
        return DASH
    digits = 2 if name == "Выдано на сумму" else 1 if name.startswith(ROUNDED) else 0
    exact = decimal.Decimal(str(round(value, 6))).quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)
    return str(exact).replace(".", ",")


def find_row(rows, name):
    return next((row for row in rows if len(row) > 1 and row[1] == name), None)


def same(value, other):
    if isinstance(value, (int, float)) and isinstance(other, (int, float)):
        return abs(value - other) < 0.005
    return value == other


def compare(proof, what, rows, pages, columns):
    """Columns: the figures from left to right."""
    number = 0
    for lines in zip(*columns):
        name = lines[0][0]
        wanted = [value for _, value in lines]
        number += 1
        row = find_row(rows, name)
        got = None if row is None else row[3:3 + len(wanted)]
        proof.check(f"{what}: {name}", got is not None and all(map(same, got, wanted)) or got, True)
        text = "".join(shown(name, value) for value in wanted)
        total = text if wanted[-1] == DASH else re.escape(text) + r"\*?"
        found = re.search(re.escape(f"{number}{name}".replace(" ", "")) + r"[а-я.\-ч%]*?" + total, pages)
        proof.check(f"{what}, pages: {name}", found is not None or text, True)


def check_lounge(proof, file, lounge, words, first, last):
    rows, pages = proof.report("D-45", *words, "--lounge", lounge["place"])
    month, year = Count(file, first, last), Count(file, first[:4] + "-01-01", last)
    compare(proof, f"D-45 {lounge['place']}", rows, pages, [month.figures(lounge["id"]), year.figures(lounge["id"])])


# The register of the partners of a period has as many as the report of the same period.

def check_register(proof, file, words, first, last, lounge=None):
    rows, _ = proof.report("D-49", *words, *(("--lounge", lounge["place"]) if lounge else ()))
    total = next((row for row in rows if row[0] == "Всего"), [])
    proof.check(f"D-49 {lounge['place'] if lounge else 'район'} {first}: organisations in all", total[-1:],
                [len(Count(file, first, last).partners(lounge and lounge["id"]))])


def check_journal(proof, file, lounge, words, first, last):
    rows, pages = proof.report("D-07", *words, "--lounge", lounge["place"])
    people = {row["id"]: row for row in file.all("person")}
    here = {p["family_id"]: p for p in sorted(file.all("support_period"), key=lambda p: p["since"])
            if p["lounge_id"] == lounge["id"] and p["since"] <= last and (p["until"] or "9999") >= first}
    families = [f for f in file.all("family") if f["id"] in here]
    found = [row for row in rows if isinstance(row[0], int) and any(isinstance(c, str) and re.search(r" от \d\d\.\d\d\.\d{4}$", c)
                                                                   for c in row)]
    text = "\n".join(" ".join(str(c) for c in row if c is not None) for row in rows)
    count = Count(file, first, last)
    proof.check(f"D-07 {lounge['place']}: families", len(found), len(families))
    for family in families:
        day = datetime.date.fromisoformat(here[family["id"]]["since"]).strftime("%d.%m.%Y")
        # Where it lived before, it had the number of that lounge.
        there = [m["from_case_no"] for m in file.all("family_move") if m["family_id"] == family["id"] and m["from_lounge_id"] == lounge["id"]
                 and m["moved_on"] == here[family["id"]]["until"]]
        mark = f"{(there or [None])[-1] or family['case_no']} от {day}"
        row = next((" ".join(str(c) for c in row if c is not None) for row in found if mark in row), "")
        # The plan of another body is none of ours.
        plans = [p for p in count.started() if p["family_id"] == family["id"] and p["kind"] == "family_children"]
        running = [p for p in plans if max(p["since"], p["approved_on"] or p["since"], count.taken_over(p) or p["since"]) <= last
                   < (p["ended_on"] or "9999")]
        until = datetime.date.fromisoformat(max(running, key=lambda p: (p["since"], p["id"]))["until"]) if running else None
        proof.check(f"D-07: {mark}, its term", f"до {until:%d.%m.%Y}" in row if until else " до " in row, until is not None)
        ended = [p for p in plans if p["outcome"] and (p["ended_on"] or "9999") <= last]
        proof.check(f"D-07: {mark}, its outcome", "цель достигнута" in row, bool(ended))
        proof.check(f"D-07: {mark}", row != "", True)
        proof.check(f"D-07, pages: {mark}", mark.replace(" ", "") in pages, True)
        for member in file.all("family_member"):
            if (member["family_id"] == family["id"] and member["lives_together"] and (member["since"] or "") <= last
                    and (member["until"] or "9999") >= first and member["person_id"] in people):
                person = people[member["person_id"]]
                alive = (person["birth_date"] or "") <= last and (person["died_on"] or "9999") >= first
                full = " ".join(filter(None, (person["last_name"], person["first_name"], person["patronymic"])))
                proof.check(f"D-07: {mark}, {full}", full in row.replace("\u00a0", " "), alive)
    labels = {row["id"]: row for row in file.all("ref_item")}
    numbers = {}
    ids = {f["id"] for f in families}
    for category in file.all("family_category"):
        if category["family_id"] in ids and category["since"] <= last and (category["until"] or "9999") >= first:
            numbers.setdefault(labels[category["category_id"]]["label"], set()).add(category["family_id"])
    for row in labels.values():
        if row["list_code"] == "family_category" and row["code"] in HIDDEN:
            proof.check(f"D-07: {row['code']} is not told", row["label"] in text, False)
            numbers.pop(row["label"], None)
    for label, who in numbers.items():
        proof.check(f"D-07: {label}", re.search(re.escape(label) + rf"\)? — {len(who)}[;.]", text) is not None, True)
        proof.check(f"D-07, pages: {label}",
                    re.search(re.escape(label.replace(" ", "")) + rf"\)?—{len(who)}[;.]", pages) is not None, True)
    proof.check("D-07: all families", f"Всего семей в журнале: {len(families)}." in text, True)
    proof.check("D-07, pages: all families", f"Всегосемейвжурнале:{len(families)}." in pages, True)
