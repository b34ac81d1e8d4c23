#!/usr/bin/python3
# The half-year of source 004: five lounges from July to December 2022. Loads the lines of year_004.py into a new file and
# compares every figure of the source that the program tells with the number that the source prints, and every figure of
# D-07, D-15, D-45, D-46 and of the registers behind them with what is counted here from the dump.
import collections
import json
import tempfile

import second_hand
import year_004
from second_count import Consolidated, Count, File, check_journal, check_lounge, check_register, compare, find_row

second_hand.NOW = "2023-01-09T10:15"
FIRST, LAST = "2022-07-01", "2022-12-31"
HALF, QUARTER, WHOLE = ["--period", "half-year:2022-2"], ["--period", "quarter:2022-4"], ["--period", "year:2022"]


class Dump:
    """What the tool writes out again, counted without the program."""

    def __init__(self, text):
        self.records = collections.defaultdict(dict)
        for line in text.splitlines():
            record = json.loads(line)
            if not record.get("removed"):
                self.records[record["record"]][record["id"]] = record
        places = {id: settlement["name"] for id, settlement in self.records["settlement"].items()}
        self.lounges = {places[lounge["settlement_id"]]: id for id, lounge in self.records["lounge"].items()}

    def all(self, record):
        return list(self.records[record].values())

    # Where a family was on support, from day to day: as it says of itself, cut by its moves.
    def spans(self, family):
        since, until = family.get("opened_on"), family.get("closed_on")
        if not since:
            return []
        moves = sorted((m["moved_on"], m["from_lounge_id"]) for m in self.all("family_move") if m["family_id"] == family["id"])
        days = [since, *[day for day, _ in moves], until]
        where = [*[lounge for _, lounge in moves], family["lounge_id"]]
        return list(zip(where, days, days[1:]))

    def is_here(self, family, lounge, day):
        return any(lounge in (None, where) and since <= day and (until is None or day < until) for where, since, until in self.spans(family))

    def has(self, family, code, lounge, day):
        return self.is_here(family, lounge, day) and any(self.holds(tag, code, day) for tag in self.tags(family))

    def tags(self, family):
        return [tag for tag in self.all("family_category") if tag["family_id"] == family["id"]]

    def holds(self, tag, code, day):
        return self.code(tag) == code and tag["since"] <= day and (tag.get("until") is None or day < tag["until"])

    def code(self, tag):
        return self.records["ref_item"][tag["category_id"]].get("code") if tag["category_id"] in self.records["ref_item"] else tag["category_id"]

    def children(self, family, day):
        born = {m["person_id"]: self.records["person"][m["person_id"]].get("birth_date", "") for m in self.all("family_member")
                if m["family_id"] == family["id"]}
        return {person for person, birth in born.items() if f"{int(day[:4]) - 18}{day[4:]}" < birth <= day}

    def children_of(self, family, code, day):
        """All, or those of whom alone it is told."""
        tags = [tag for tag in self.tags(family) if self.holds(tag, code, day)]
        if any(tag.get("person_id") is None for tag in tags):
            return self.children(family, day)
        return {tag["person_id"] for tag in tags} & self.children(family, day)


# ---- D-15: target groups as tags ----

def rows_by_category(book):
    rows = second_hand.rows_of(book.worksheets[0])
    return {row[1]: row[2:7] for row in rows if isinstance(row[0], int) and isinstance(row[1], str)}, rows


def below(book, words):
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    return next(cell.value for cell in cells if words in f"{cell.number_format} {cell.value}" and isinstance(cell.value, int))


def check_categories(proof, dump, what, words, first, last, lounge):
    book = proof.book("D-15", *words)
    rows, _ = rows_by_category(book)
    families = dump.all("family")
    days = [year_004.day(first, n) for n in range(-1, 366) if year_004.day(first, n) <= last]
    labels = {item["code"]: item["label"] for item in dump.all("ref_item") if item.get("list_code") == "family_category" and item.get("code")}
    proof.check(f"D-15 {what}: a row for each category", sorted(rows), sorted(labels.values()))
    for code, label in labels.items():
        held = [[dump.has(f, code, lounge, day) for day in days] for f in families]
        now = [f for f, has in zip(families, held) if has[-1]]
        pairs = [pair for has in held for pair in zip(has, has[1:])]
        proof.check(f"D-15 {what}: {label}", rows.get(label),
                    [len(now), len(set().union(*[dump.children_of(f, code, last) for f in now])),
                     sum(dump.has(f, "sop", lounge, last) for f in now), pairs.count((False, True)), pairs.count((True, False))])
    some = [f for f in families if any(dump.has(f, code, lounge, last) for code in labels)]
    proof.check(f"D-15 {what}: each family and child once", [below(book, "Семей в таблице"), below(book, "В них детей")],
                [len(some), len(set().union(*[dump.children(f, last) for f in some]))])


def check_lines(proof):
    """«Target groups, five separate lines»: as the source prints them, and never as one number."""
    for words in (WHOLE, QUARTER):
        book = proof.book("D-15", *words)
        rows, cells = rows_by_category(book)
        risk, sop = rows["Риск нарушения прав и законных интересов ребёнка"], rows["Социально опасное положение (СОП)"]
        limited, deprived = rows["Родители временно ограничены в родительских правах"], rows["Родители лишены родительских прав"]
        what = f"source 004, {words[1]}:"
        proof.check(f"{what} line 1, families with children at risk", risk[0], year_004.RISK_FAMILIES)
        proof.check(f"{what} line 2, families in a dangerous position", sop[0], year_004.SOP_FAMILIES)
        proof.check(f"{what} line 2, rights limited or removed", limited[0] + deprived[0], year_004.SOP_FAMILIES)
        proof.check(f"{what} line 3, children raised by one parent", rows["Неполная"][1], year_004.SINGLE_CHILDREN)
        proof.check(f"{what} line 4, children at risk", risk[1], year_004.RISK_CHILDREN)
        proof.check(f"{what} line 5, children of families in a dangerous position", sop[1], year_004.SOP_CHILDREN)
        proof.check(f"{what} families, each once", below(book, "Семей в таблице"), year_004.FAMILIES)
        # N11: what the lines, families or children, come to together stands nowhere as a number.
        numbers = {cell for row in cells for cell in row if isinstance(cell, int)}
        sums = {sum(row[0] for row in rows.values()), sum(row[1] for row in rows.values()), 41 + 151 + 3, 41 + 151, 151 + 3 + 74 + 2 + 41}
        proof.check(f"{what} lines are never added up", numbers & (sums - {year_004.FAMILIES}), set())
        proof.check(f"{what} no row of totals", [row for row in cells if any(str(cell) in ("Всего", "Итого") for cell in row)], [])


# ---- D-45, D-46, D-07 ----

def check_reports(proof, file, lounges):
    for words, first, last in ((HALF, FIRST, LAST), (QUARTER, "2022-10-01", LAST), (["--period", "month:2022-10"], "2022-10-01", "2022-10-31"),
                               (WHOLE, "2022-01-01", LAST)):
        count = Count(file, first, last)
        rows, pages = proof.report("D-46", *words)
        compare(proof, f"D-46 {words[1]}", rows, pages, [count.figures(lounge["id"]) for lounge in lounges] + [count.figures(None)])
    for lounge in lounges:
        check_lounge(proof, file, lounge, HALF, FIRST, LAST)
        check_lounge(proof, file, lounge, ["--period", "month:2022-12"], "2022-12-01", LAST)
        for words, first in ((QUARTER, "2022-10-01"), (WHOLE, "2022-01-01")):
            check_journal(proof, file, lounge, words, first, LAST)
        check_register(proof, file, HALF, FIRST, LAST, lounge)


def check_figures(proof):
    """What the source prints and the report of the district tells."""
    rows, _ = proof.report("D-46", *HALF)

    def total(name):
        row = [cell for cell in find_row(rows, name)[3:] if cell is not None]
        return row[-1]

    for name, wanted, said in (
            ("Семьи на сопровождении на конец периода", year_004.FAMILIES, "76 target families were known"),
            ("Программы «Семья и дети» в работе", year_004.PROGRAMMES, "33 individual support programmes were written"),
            ("Партнёры", 4, "veterans, women, a company, a cooperative"),
            ("Акции, в которых шла выдача", 5, "four drives, and one for one particular family"),
            ("Роздано материалов", "—", "booklets are not kept as stock, and no other number stands for them"),
            ("Наставники, закреплённые за семьями", "—", "mentors are not kept yet, which is not none")):
        proof.check(f"source 004, D-46: {name}: {said}", total(name), wanted)
    # Children: 151 at risk, one more in a dangerous position, his brother, and one of an incomplete family in no risk.
    proof.check("source 004, D-46: children, each once", total("в них детей до 18 лет"), 151 + 2 + 1)
    for name in ("в них детей до 18 лет", "Взято на сопровождение", "Партнёры"):
        parts = find_row(rows, name)[3:8]
        proof.check(f"source 004, D-46: {name}: lounges come to more than the district", sum(parts) > total(name), True)
    for name in ("Семьи на сопровождении на конец периода", "Программы «Семья и дети» в работе", "в них детей до 18 лет",
                 "Сеансы «Семейного кинозала»", "Проведено дежурств", "Поступило обращений о семьях"):
        proof.check(f"source 004: no two villages have the same: {name}", len(set(find_row(rows, name)[3:8])), 5)

    # D-07, the journal: a row for each, and 33 with the term of a programme.
    book = proof.book("D-07", *WHOLE)
    data = data_of(book, "Данные")
    proof.check("source 004, D-07: families", len(data), year_004.FAMILIES)
    proof.check("source 004, D-07: programmes", len([row for row in data if row["Срок программы"]]), year_004.PROGRAMMES)


# ---- What the source tells of the work ----

def data_of(book, name):
    rows = second_hand.rows_of(book[name])
    return [dict(zip(rows[0], row)) for row in rows[1:] if any(cell is not None for cell in row)]


def check_work(proof, dump):
    held = [e for e in dump.all("event") if e["status"] == "held" and FIRST <= e["starts_at"][:10] <= LAST]
    heads = {h["event_id"]: h for h in dump.all("event_headcount")}
    bands = ["b0_6", "b7_13", "b14_17", "b18_35", "b36_59", "b60"]
    rows = data_of(proof.book("D-22", *HALF), "Данные")
    titles = [row["Наименование мероприятия, тема"] for row in rows]
    proof.check("source 004, D-22: all events", sorted(titles), sorted(e["title"] for e in held))
    proof.check("source 004, D-22: «9 booklets»", sorted(t for t in titles if t.startswith("Буклет")), sorted(f"Буклет «{t}»" for t in year_004.BOOKLETS))
    proof.check("source 004, D-22: visits", sum(row["Присутствовало, всего"] for row in rows),
                sum(heads[e["id"]].get(band, 0) for e in held for band in bands))
    for said, wanted in (("День матери", 5), ("Новогодняя ёлка", 5), ("Круглый стол", 1)):
        proof.check(f"source 004, D-22: «{said}»", sum(said in title for title in titles), wanted)
    for said in ("Слайм", "Открытка маме", "Подарок папе", "Игровая программа", "Ответственное родительство", "Семейный кинозал"):
        proof.check(f"source 004, D-22: «{said}»", sum(said in title for title in titles), sum(said in e["title"] for e in held))

    # «5 patrols (one per settlement)».
    walked = [s for s in dump.all("patrol_shift") if s["status"] == "done"]
    villages = {p["id"]: dump.records["settlement"][p["settlement_id"]]["name"] for p in dump.all("patrol")}
    rows = {row["Населённый пункт"]: row for row in data_of(proof.book("D-38", *HALF), "Данные")}
    proof.check("source 004, D-38: «5 patrols (one per settlement)»", sorted(rows), sorted(set(villages.values())))
    proof.check("source 004, D-38: five", len(rows), 5)
    for village, row in rows.items():
        own = [s for s in walked if villages[s["patrol_id"]] == village]
        proof.check(f"source 004, D-38: {village}", [row["Дежурств"], row["Бесед"], row["Вручено памяток"]],
                    [len(own), sum(s.get("talks", 0) for s in own), sum(s.get("leaflets", 0) for s in own)])

    # «timely identification»; «help at the place of residence»; every consent that was signed.
    told = [s for s in dump.all("signal") if s["received_at"][:10] <= LAST]
    proof.check("source 004, D-06: signals", sorted(row["№"] for row in data_of(proof.book("D-06", *WHOLE), "Данные") if row["Дата, время"]),
                sorted(s["no"] for s in told))
    made = [v for v in dump.all("home_visit") if v["visited_at"][:10] <= LAST]
    proof.check("source 004, D-10: visits and attempts", len(data_of(proof.book("D-10", *WHOLE), "Данные")), len(made))
    proof.check("source 004, D-10: some were attempts", 0 < sum(not v.get("was_home", True) for v in made) < len(made), True)
    signed = [c for c in dump.all("consent") if c["signed_on"] <= LAST]
    proof.check("source 004, D-05: consents", len(data_of(proof.book("D-05", *WHOLE), "Данные")), len(signed))
    partners = {row["Организация"] for row in data_of(proof.book("D-49", *HALF), "Данные")}
    proof.check("source 004, D-49: partners", partners, {"Совет бывалых", "Женсовет", "ООО «Три колоска»", "СПК «Пятый сноп»"})
    table = next(iter(dump.all("meeting_protocol")))
    said = "\n".join(str(cell) for row in second_hand.rows_of(proof.book("D-50", "--event", table["id"]).worksheets[0]) for cell in row if cell)
    proof.check("source 004, D-50: «round table presenting the help available»", "Какая помощь есть рядом" in said, True)


def main():
    year = year_004.Year()
    with tempfile.TemporaryDirectory() as folder:
        proof = Consolidated(folder)
        proof.language = "ru"
        proof.tool("create", proof.file)
        said = proof.tool("load", proof.file, text="\n".join(year.lines) + "\n")
        proof.check("all lines are loaded, and no rule has a question", said.strip(), f"Загружено {len(year.lines)} записей.")
        proof.tool("check", proof.file)
        dump, file = Dump(proof.tool("dump", proof.file)), File(proof.file)
        places = {row["id"]: row["name"] for row in file.all("settlement")}
        lounges = [{**row, "place": places[row["settlement_id"]]} for row in file.all("lounge")]
        check_lines(proof)
        for lounge in (None, *dump.lounges):
            for words, first, last in ((WHOLE, "2022-01-01", LAST), (QUARTER, "2022-10-01", LAST),
                                       (["--period", "month:2022-10"], "2022-10-01", "2022-10-31")):
                check_categories(proof, dump, f"{words[1]} {lounge or 'район'}", [*words, *(["--lounge", lounge] if lounge else [])], first, last,
                                 dump.lounges.get(lounge))
        check_figures(proof)
        check_reports(proof, file, lounges)
        check_work(proof, dump)
        proof.end()


main()
