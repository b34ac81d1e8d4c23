#!/usr/bin/python3
# The consolidated reports and the journal of families. Puts gifts, walks, clubs, volunteers and partners with numbers
# that all differ into a demo file, some of them of people whom two lounges know, some cancelled, removed or of another
# month; makes D-07, D-45 and D-46 as workbooks and as pages, and compares every figure with what is counted here from
# the bare tables by itself.
import os
import tempfile

import openpyxl
from second_count import Consolidated, Count, File, check_journal, check_lounge, check_register, compare


# What is put into the file.
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

def check_district(proof, file, words, first, last):
    count = Count(file, first, last)
    rows, pages = proof.report("D-46", *words)
    lounges = sorted(row["id"] for row in file.all("lounge"))
    compare(proof, f"D-46 {first}", rows, pages, [count.figures(lounge) for lounge in [*lounges, None]])
    # In February nobody yet.
    for name in ("Семьи, получившие вещи и продукты", "Волонтёры, работавшие в периоде", "Участники дежурств") if last > "2027-03" else ():
        parts = sum(dict(count.figures(lounge))[name] for lounge in lounges)
        proof.check(f"somebody is known to two lounges: {name}", parts > dict(count.figures(None))[name], True)

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
