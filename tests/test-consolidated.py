#!/usr/bin/python3
# The consolidated reports and the journal of families. Puts gifts, walks, clubs, volunteers and partners with numbers
# that all differ into a demo file, some of them of people whom two lounges know, some cancelled, removed or of another
# month; makes D-07, D-45 and D-46 as workbooks and as pages, and compares every figure with what is counted here from
# the bare tables by itself.
import datetime
import decimal
import os
import re
import sqlite3
import tempfile

import openpyxl
import second_hand

DASH = "—"
HIDDEN = ("threat_abuse", "suicidal")
ROUNDED = ("Отработано", "Время до первого", "Доля выполненных")


class Consolidated(second_hand.Proof):
    def report(self, code, *words):
        """The rows of the document's sheet, and its pages without spaces."""
        return second_hand.rows_of(self.book(code, *words).worksheets[0]), self.pages(code, *words)


# What is put into the file.

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


def fill(file):
    lounges = [row["id"] for row in sorted(file.all("lounge"), key=lambda row: row["id"])]
    settlements = {row["id"]: row["settlement_id"] for row in file.all("lounge")}
    families = {lounge: [f["id"] for f in file.all("family") if f["lounge_id"] == lounge] for lounge in lounges}
    people = [row["id"] for row in file.all("person")]
    organisations = [row["id"] for row in file.all("organisation")]
    staff = file.all("staff")[0]["id"]

    # Gifts: one family is given something in two lounges; one gift came back, one is a draft, one is in the bin.
    drives = [file.put("drive", name=f"Акция {i}", kind="general", since="2027-01-10", until="2027-04-30",
                       status="distributing") for i in range(3)]
    item = file.put("item", name="Набор", unit="set")
    for i, (day, place, family, drive, status, removed) in enumerate([
            ("2027-03-01", 0, (0, 0), 0, "issued", None), ("2027-03-31", 0, (0, 1), 1, "issued", None),
            ("2027-03-15", 1, (0, 0), 0, "issued", None), ("2027-03-16", 2, (2, 0), None, "issued", None),
            ("2027-02-28", 0, (0, 2), 2, "issued", None), ("2027-04-01", 0, (0, 3), 2, "issued", None),
            ("2027-03-17", 0, (0, 4), 2, "returned", None), ("2027-03-18", 0, (0, 4), 2, "draft", None),
            ("2027-03-19", 0, (0, 4), 2, "issued", "2027-03-20T10:00"), ("2027-03-20", 1, (1, 0), 1, "issued", None)]):
        gift = file.put("distribution", no=str(i), date=day, lounge_id=lounges[place], family_id=families[lounges[family[0]]][family[1]],
                        drive_id=None if drive is None else drives[drive], status=status, removed=removed)
        for line in range(1 + i % 3):
            file.put("distribution_line", distribution_id=gift, item_id=item, qty=1000 * (i + 1) + 333 * line,
                     unit_value=None if place == 2 or (i, line) == (2, 3) else 10007 + 1001 * i + line)
        file.put("distribution_line", distribution_id=gift, item_id=item, qty=7000, unit_value=99999,
                 removed="2027-03-21T10:00")

    # Case work: steps done in time, late, dropped and of a draft; a family that moved between two visits; signals that
    # were decided, that were answered by a visit, and one on which nothing was done.
    for i, family in enumerate([families[lounges[0]][0], families[lounges[1]][0]]):
        plan = file.put("case_plan", family_id=family, kind="family_children", no=f"8{i}", since="2027-01-01", until="2027-12-31",
                        goal="Цель", status="in_progress" if i == 0 else "completed", approved_on="2027-01-02",
                        ended_on=None if i == 0 else "2027-03-15", outcome=None if i == 0 else "partial")
        for due, done, status in (("2027-01-20", "2027-01-19", "done"), ("2027-02-28", "2027-03-01", "done"), ("2027-03-31", None, "planned"),
                                  ("2027-03-10", "2027-03-10", "done"), ("2027-03-11", None, "cancelled"), ("2027-03-12", "2027-03-02", "done")):
            file.put("plan_action", plan_id=plan, title="Мероприятие", due_to=due, done_on=done, status=status, staff_id=staff)
    # A version and the one that took it over, with the same steps in both: each counts in that of its day.
    family = families[lounges[2]][1]
    before = file.put("case_plan", family_id=family, kind="family_children", no="90", since="2027-01-01", until="2027-12-31", goal="Цель",
                      status="extended", approved_on="2027-01-02", ended_on="2027-03-10")
    after = file.put("case_plan", family_id=family, kind="family_children", no="91", since="2027-01-01", until="2027-12-31", goal="Цель",
                     status="in_progress", approved_on="2027-03-01", previous_id=before, change_reason="новый шаг")
    for plan in (before, after):
        for due, done in (("2027-03-02", "2027-03-01"), ("2027-03-10", None), ("2027-03-20", None)):
            file.put("plan_action", plan_id=plan, title="Мероприятие", due_to=due, done_on=done, status="done" if done else "planned",
                     staff_id=staff)
    draft = file.put("case_plan", family_id=families[lounges[2]][0], kind="family_children", since="2027-01-01", until="2027-12-31",
                     goal="Цель", status="draft")
    file.put("plan_action", plan_id=draft, title="Мероприятие", due_to="2027-03-05", status="planned", staff_id=staff)
    mover = families[lounges[3]][0]
    file.put("family_move", family_id=mover, moved_on="2027-03-10", from_lounge_id=lounges[4], to_lounge_id=lounges[3], reason="переезд")
    for day, home, removed in (("2027-03-09T10:00", 1, None), ("2027-03-10T10:00", 1, None), ("2027-03-11T10:00", 0, None),
                               ("2027-03-31T23:50", 1, None), ("2027-03-12T10:00", 1, "2027-03-13T10:00"), ("2027-04-01T00:00", 1, None)):
        file.put("home_visit", family_id=mover, visited_at=day, kind="planned", staff_id=staff, goal="Цель", was_home=home,
                 findings="Видели", removed=removed)
    for day, family, more in (("2027-03-02T09:00", mover, {}), ("2027-03-05T09:00", None, {"decision": "advice", "decided_on": "2027-03-08"}),
                              ("2027-03-30T09:00", None, {"decision": "advice", "decided_on": "2027-04-02"}), ("2027-03-06T09:00", None, {}),
                              ("2027-02-06T09:00", None, {"forwarded_at": "2027-02-06T09:05"})):
        file.put("signal", no="7", received_at=day, lounge_id=lounges[3], source="self", family_id=family, subject_text="О ком",
                 summary="Суть", urgency="planned", **more)
    for day, word in (("2027-02-01", "worse"), ("2027-03-01", "better"), ("2027-03-20", "worse")):
        file.put("case_review", family_id=mover, date=day, reviewer_id=staff, dynamics=word)

    # Walks: over midnight into the next month; of a patrol without a lounge; called off; somebody did not come.
    patrols = [file.put("patrol", name="Первый", settlement_id=settlements[lounges[0]], lounge_id=lounges[0], status="active"),
               file.put("patrol", name="Второй", settlement_id=settlements[lounges[1]], status="active")]
    members = [file.put("patrol_member", patrol_id=patrols[i % 2], person_id=people[i]) for i in range(5)]
    # One person walks with both.
    members.append(file.put("patrol_member", patrol_id=patrols[1], person_id=people[0]))
    for i, (patrol, start, end, status) in enumerate([
            (0, "2027-03-05T20:00", "2027-03-05T22:30", "done"), (0, "2027-03-31T22:00", "2027-04-01T01:00", "done"),
            (1, "2027-03-12T19:00", "2027-03-12T20:45", "done"), (1, "2027-02-12T19:00", "2027-02-12T21:00", "done"),
            (0, "2027-03-13T20:00", "2027-03-13T22:00", "cancelled"), (1, "2027-03-14T20:00", "2027-03-14T22:00", "planned")]):
        shift = file.put("patrol_shift", patrol_id=patrols[patrol], starts_at=start, ends_at=end, kind="planned", status=status,
                         talks=3 + 2 * i, leaflets=None if i == 2 else 11 + i,
                         actual_end=end[:14] + "15" if i == 0 else None)
        for j, member in enumerate(members):
            if j % 2 == patrol or j == 5:
                file.put("shift_member", shift_id=shift, member_id=member, came="no_show" if j == 4 else "came",
                         since=start[:14] + "30" if j == 2 else None)
        for _ in range(1 + i % 2):
            file.put("patrol_finding", found_at=start, shift_id=shift, place_kind="street", place="у магазина", measures="talk")
    for i, (place, day) in enumerate([(0, "2027-03-06"), (0, "2027-03-31"), (3, "2027-03-07"), (0, "2027-04-01")]):
        file.put("outgoing_notice", notice_no=str(i + 1), date=day, lounge_id=lounges[place], to_id=organisations[0],
                 kind="information", text="сообщаем")

    # Clubs: one not founded yet, one closed, one paused; the same child in two lounges; who has left.
    for i, (place, founded, closed, status) in enumerate([
            (0, "2020-09-01", None, "active"), (1, None, None, "paused"), (0, "2027-04-02", None, "active"),
            (2, "2019-01-01", "2027-02-01", "closed"), (2, "2019-01-01", "2027-03-31", "closed"),
            (3, "2021-01-01", "2027-04-01", "closed")]):
        group = file.put("club_group", name=f"Студия {i}", lounge_id=lounges[place], kind="studio", leader_id=staff,
                         founded_on=founded, closed_on=closed, status=status)
        for j in range(4):
            file.put("club_member", group_id=group, person_id=people[20 + 2 * i + j], since="2026-09-01" if j else "2027-04-01",
                     until="2027-03-31" if j == 3 else None)

    # Volunteers: one works in two lounges.
    for i, (place, person) in enumerate([(0, 60), (1, 60), (0, 61), (4, 62)]):
        volunteer = file.put("volunteer", person_id=people[person], lounge_id=lounges[place], kind="general", since="2026-01-01")
        for day, hours in (("2027-03-02", 1500 + 250 * i), ("2027-02-02", 3000), ("2027-03-31", 500)):
            file.put("volunteer_hours", volunteer_id=volunteer, date=day, hours=hours)

    # Partners: of events held, of an event that is only planned, by an agreement of one lounge and of the whole district.
    held = [row for row in file.all("event") if row["status"] == "held" and row["starts_at"][:7] == "2027-03"]
    planned = [row for row in file.all("event") if row["status"] != "held"]
    for i, event in enumerate(held[:4]):
        file.put("event_partner", event_id=event["id"], organisation_id=organisations[i % 3])
    if planned:
        file.put("event_partner", event_id=planned[0]["id"], organisation_id=organisations[3])
    file.put("partner_participation", organisation_id=organisations[0], lounge_id=lounges[4], since="2026-01-01", role="помогает")
    file.put("partner_participation", organisation_id=organisations[3], since="2026-01-01", until="2027-03-01", role="помогает")
    file.put("partner_participation", organisation_id=organisations[2], lounge_id=lounges[1], since="2026-01-01", until="2027-02-28",
             role="помогала")

    # A child that is born in March, and somebody who died in February, in a family that was there before and after.
    steady = next(p["family_id"] for p in file.all("support_period") if p["lounge_id"] == lounges[0] and not p["until"]
                  and p["since"] < "2026-06-01")
    for last_name, born, died in (("Мартов", "2027-03-10", None), ("Февралёв", "1950-02-03", "2027-02-10")):
        person = file.put("person", last_name=last_name, first_name="Яков", birth_date=born, died_on=died)
        file.put("family_member", family_id=steady, person_id=person, kinship="child" if died is None else "grandfather",
                 lives_together=1, is_legal_rep=0)

    # Families that went to another lounge, within the month and after it; the page of the family says only where it is now.
    for n, (day, period) in enumerate(zip(("2027-03-12", "2027-03-01", "2027-04-01", "2027-02-20"),
                                          [p for p in file.all("support_period") if not p["until"] and p["since"] < "2027-02-01"])):
        there = lounges[(lounges.index(period["lounge_id"]) + 1 + n % 2) % len(lounges)]
        file.base.execute("UPDATE support_period SET until = ?, end_kind = 'moved' WHERE id = ?", (day, period["id"]))
        file.put("support_period", family_id=period["family_id"], lounge_id=there, since=day)
        file.base.execute("UPDATE family SET lounge_id = ? WHERE id = ?", (there, period["family_id"]))
    file.base.commit()


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


def check_district(proof, file, words, first, last):
    count = Count(file, first, last)
    rows, pages = proof.report("D-46", *words)
    lounges = sorted(row["id"] for row in file.all("lounge"))
    compare(proof, f"D-46 {first}", rows, pages, [count.figures(lounge) for lounge in [*lounges, None]])
    # In February nobody yet.
    for name in ("Семьи, получившие вещи и продукты", "Волонтёры, работавшие в периоде", "Участники дежурств") if last > "2027-03" else ():
        parts = sum(dict(count.figures(lounge))[name] for lounge in lounges)
        proof.check(f"somebody is known to two lounges: {name}", parts > dict(count.figures(None))[name], True)


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


# What walks took is the same number on every paper, and rounded alike.

def check_hours(proof, file, words, first, last, lounge):
    wanted = sum(hours for _, hours in Count(file, first, last).work(lounge and lounge["id"]))
    place = ("--lounge", lounge["place"]) if lounge else ()
    book = os.path.join(proof.folder, "book.xlsx")
    got = []
    for code, row, column in (("D-35", None, "Человеко-часов"), ("D-38", "Всего", "Человеко-часов"),
                              ("D-46", "Отработано", "Всего по району")):
        proof.tool("report", proof.file, code, *words, *place, "--replace", "-o", book)
        sheets = openpyxl.load_workbook(book, data_only=True).worksheets
        sheet = sheets[0 if row else 1]
        head = next(cell for line in sheet.iter_rows() for cell in line if cell.value == column)
        below = [line for line in sheet.iter_rows(min_row=head.row + 1) if row is None or row in [cell.value for cell in line]]
        cells = [line[head.column - 1] for line in below if isinstance(line[head.column - 1].value, (int, float))]
        got.append((round(sum(cell.value for cell in cells), 3), {cell.number_format.split(";")[0] for cell in cells}))
    proof.check(f"man-hours {lounge['place'] if lounge else 'район'} {first}", got, [(round(wanted, 3), {"#,##0.0"})] * 3)


def check_journal(proof, file, lounge, words, first, last):
    rows, pages = proof.report("D-07", *words, "--lounge", lounge["place"])
    people = {row["id"]: row for row in file.all("person")}
    here = {p["family_id"]: p for p in sorted(file.all("support_period"), key=lambda p: p["since"])
            if p["lounge_id"] == lounge["id"] and p["since"] <= last and (p["until"] or "9999") >= first}
    families = [f for f in file.all("family") if f["id"] in here]
    found = [row for row in rows if isinstance(row[0], int) and any(isinstance(c, str) and re.search(r" от \d\d\.\d\d\.\d{4}$", c)
                                                                   for c in row)]
    text = "\n".join(" ".join(str(c) for c in row if c is not None) for row in rows)
    proof.check(f"D-07 {lounge['place']}: families", len(found), len(families))
    for family in families:
        day = datetime.date.fromisoformat(here[family["id"]]["since"]).strftime("%d.%m.%Y")
        mark = f"{family['case_no']} от {day}"
        row = next((" ".join(str(c) for c in row if c is not None) for row in found if mark in row), "")
        plans = [p for p in Count(file, first, last).started() if p["family_id"] == family["id"]]
        count = Count(file, first, last)
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


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = Consolidated(folder)
        proof.tool("demo", proof.file)
        file = File(proof.file)
        fill(file)
        places = {row["id"]: row["name"] for row in file.all("settlement")}
        lounges = [{**row, "place": places[row["settlement_id"]]} for row in file.all("lounge")]
        check_district(proof, file, ("--period", "quarter:2027-1"), "2027-01-01", "2027-03-31")
        for lounge in lounges:
            check_lounge(proof, file, lounge, ("--period", "month:2027-03"), "2027-03-01", "2027-03-31")
        for words, first, last in ((("--period", "month:2027-03"), "2027-03-01", "2027-03-31"),
                                   (("--period", "quarter:2027-1"), "2027-01-01", "2027-03-31")):
            for lounge in (None, *lounges):
                check_register(proof, file, words, first, last, lounge)
        check_hours(proof, file, ("--period", "quarter:2027-1"), "2027-01-01", "2027-03-31", None)
        check_hours(proof, file, ("--period", "month:2027-03"), "2027-03-01", "2027-03-31", lounges[1])
        for lounge in lounges[:2]:
            check_journal(proof, file, lounge, ("--period", "year:2027"), "2027-01-01", "2027-12-31")
        for name, first, last in (("month:2027-02", "2027-02-01", "2027-02-28"), ("month:2027-03", "2027-03-01", "2027-03-31")):
            check_journal(proof, file, lounges[0], ("--period", name), first, last)
            check_district(proof, file, ("--period", name), first, last)
        proof.end()


main()
