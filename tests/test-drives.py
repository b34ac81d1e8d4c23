#!/usr/bin/python3
# The papers of charity drives. Loads a drive of two lounges in which everything happens that may happen to a thing: it is
# accepted, unfit, unsorted or without a price, put into kits, handed out, brought back, moved inside the drive and out of
# it, written off and counted; makes D-32, D-33a and D-33e as workbooks and compares every figure with what is counted
# here from the papers in the tool's own dump, never from its stock.
import collections
import decimal
import json
import os
import tempfile

import second_hand

STOCKED = ("new", "good")


class Drives(second_hand.Proof):
    def report(self, code, *words):
        """Every sheet of the workbook as rows, by its place; the paper is the first."""
        return [second_hand.rows_of(sheet) for sheet in self.book(code, *words).worksheets]


# What happens.

class Tale:
    """Lines to load, on top of the demo data."""
    def __init__(self, records):
        self.records = records
        self.lines = []
        self.n = 0

    def put(self, record, **fields):
        self.n += 1
        self.lines.append(json.dumps({"record": record, "ref": f"t{self.n}", **fields}, ensure_ascii=False))
        return f"@t{self.n}"


def tell(records):
    tale = Tale(records)
    put = tale.put
    here, there = (lounge["id"] for lounge in records["lounge"][2:4])
    keeper = {lounge["id"]: lounge["manager_id"] for lounge in records["lounge"]}
    # Who sits on a commission is nobody who has the things.
    commission = [s["person_id"] for s in records["staff"]][:3]
    donors = {kind: next(d["id"] for d in records["donor"] if d.get(kind)) for kind in ("person_id", "organisation_id", "anonymous")}
    grown = {}
    for member in records["family_member"]:
        if member.get("kinship") in ("mother", "father", "guardian") and member.get("is_legal_rep"):
            grown.setdefault(member["family_id"], member["person_id"])
    children = {m["family_id"]: m["person_id"] for m in records["family_member"] if m.get("kinship") == "child" and m.get("lives_together", True)
                and not m.get("until")}
    families = {lounge: [f["id"] for f in records["family"] if f["lounge_id"] == lounge and f["id"] in grown and f["id"] in children]
                for lounge in (here, there)}

    drive = put("drive", name="Весенняя помощь", kind="general", since="2027-02-01", until="2027-03-31", status="distributing",
                planned_items=9, planned_value="54321.00", planned_families=14, planned_children=21, publications=6)
    other = put("drive", name="Другая помощь", kind="general", since="2027-02-01", until="2027-03-31", status="distributing")
    item = {name: put("item", name=name, unit=unit, category_id=category) for name, unit, category in (
        ("Кастрюля", "pcs", "hygiene"), ("Сапоги", "pair", "hygiene"), ("Крупа", "kg", "food"), ("Мыло", "pack", "food"), ("Ложка", "pcs", "hygiene"))}
    kit = put("item", name="Набор хозяйки", unit="set", category_id="kit")
    put("kit_part", kit_id=kit, item_id=item["Ложка"], qty="2")

    def paper(record, lounge, day, lines, to=drive, **fields):
        name, link = lines
        made = put(record, no=f"{record[:2]}{tale.n}", date=day, lounge_id=lounge, drive_id=to, **fields)
        for line in name:
            put(record_line[record], **{link: made}, **line)
        return made

    record_line = {"donation_receipt": "donation_line", "distribution": "distribution_line", "write_off": "write_off_line",
                   "stock_transfer": "stock_transfer_line", "inventory_count": "inventory_line"}

    def receive(lounge, day, donor, lines, to=drive, status="posted"):
        paper("donation_receipt", lounge, day, ([dict(zip(("item_id", "qty", "condition", "unit_value"), (item[i], *rest)))
                                                 for i, *rest in lines], "receipt_id"), to, donor_id=donors[donor], legal_form="act",
              received_by_id=keeper[lounge], status=status)

    receive(here, "2027-02-02", "person_id", [("Кастрюля", "12", "new", "310.10"), ("Сапоги", "7", "good", "95.55"),
                                              ("Сапоги", "3", "unfit"), ("Ложка", "40", "new", "11.01")])
    receive(here, "2027-02-28", "organisation_id", [("Крупа", "12.345", "new", "77.77"), ("Мыло", "30", "new"), ("Кастрюля", "5", "to_sort")])
    receive(here, "2027-03-01", "organisation_id", [("Крупа", "3.5", "good", "66.6"), ("Мыло", "4", "good", "31.30")])
    receive(there, "2027-03-31", "anonymous", [("Кастрюля", "4", "good", "123.45"), ("Крупа", "1.111", "to_sort")])
    receive(there, "2027-03-05", "person_id", [("Крупа", "2.002", "new")])
    receive(here, "2027-03-06", "anonymous", [("Кастрюля", "2", "new", "500.00")], None)
    receive(here, "2027-03-07", "anonymous", [("Кастрюля", "8", "new", "700.00")], other)
    receive(here, "2027-03-08", "person_id", [("Сапоги", "90", "new", "700.00")], drive, "draft")
    put("kit_build", no="k1", date="2027-03-02", lounge_id=here, drive_id=drive, kit_id=kit, qty="6", made_by_id=keeper[here], status="posted")

    # Moved inside the drive, out of it, and into it.
    for day, start, start_drive, end, end_drive, lines in (
            ("2027-03-09", here, drive, there, drive, [("Мыло", "6"), ("Сапоги", "1")]),
            ("2027-03-10", here, drive, here, other, [("Крупа", "1.5")]),
            ("2027-03-10", here, other, there, drive, [("Кастрюля", "3")])):
        paper("stock_transfer", start, day, ([{"item_id": item[i], "qty": qty} for i, qty in lines], "transfer_id"), start_drive,
              to_lounge_id=end, **({"to_drive_id": end_drive} if end_drive else {}), sent_by_id=keeper[start],
              received_by_id=keeper[end], status="posted")

    # Handed out: two children of three families, one family in both lounges, one thing back, one not signed yet.
    def give(lounge, day, family, lines, to=drive, status="issued", row=None, **fields):
        paper("distribution", lounge, day, ([{"item_id": item.get(i, kit), "qty": qty, **({"unit_value": value} if value else {}),
                                              **({"child_id": children[family]} if child else {})} for i, qty, value, child in lines],
                                            "distribution_id"), to, family_id=family, person_id=grown[family],
              issued_by_id=keeper[lounge], is_signed=status != "draft", status=status,
              **({"sheet_no": "5", "row_no": row} if row else {}), **fields)

    first, second, third = families[here][0], families[here][1], families[there][0]
    give(here, "2027-03-11", first, [("Кастрюля", "1", "310.10", False), ("Сапоги", "2", "95.55", True), ("Крупа", "2.005", "75.30", False)],
         row=1)
    give(here, "2027-03-12", second, [("Набор", "2", None, True), ("Крупа", "1.25", "75.30", False), ("Мыло", "3", None, False)], row=2)
    give(there, "2027-03-31", first, [("Мыло", "2", "31.30", True)])
    give(there, "2027-03-31", third, [("Кастрюля", "2", "123.45", False)])
    give(here, "2027-03-14", third, [("Сапоги", "1", "95.55", True)], status="draft")
    give(here, "2027-03-17", third, [("Сапоги", "1", "95.55", True)], status="returned", returned_on="2027-03-18")
    give(here, "2027-03-15", second, [("Кастрюля", "1", "700.00", True)], other)

    paper("write_off", here, "2027-03-16", ([{"item_id": item["Кастрюля"], "qty": "3", "unit_value": "310.10", "disposal": "сдано"},
                                             {"item_id": item["Мыло"], "qty": "1", "disposal": "выброшено"}], "write_off_id"),
          reason="damaged", made_by_id=keeper[here], status="posted")
    written = f"@t{tale.n - 2}"
    for role, person in zip(("chair", "member", "member"), commission):
        put("commission_member", person_id=person, role=role, write_off_id=written)
    count = put("inventory_count", no="i1", date="2027-03-20", lounge_id=here, made_by_id=keeper[here], status="posted")
    for name, actual in (("Ложка", "25"), ("Крупа", "12")):
        put("inventory_line", count_id=count, item_id=item[name], drive_id=drive, actual_qty=actual)

    volunteers = [v["id"] for v in records["volunteer"] if v["lounge_id"] == here][:2]
    volunteers += [v["id"] for v in records["volunteer"] if v["lounge_id"] == there][:1]
    for volunteer, hours in zip(volunteers + volunteers[:1], ("1.25", "2.333", "0.5", "4")):
        put("volunteer_hours", volunteer_id=volunteer, date="2027-03-11", hours=hours, work="выдача", drive_id=drive)
    return tale, here, there


def read(proof):
    records = collections.defaultdict(list)
    for line in proof.tool("dump", proof.file).splitlines():
        record = json.loads(line)
        if "record" in record:
            records[record["record"]].append(record)
    return records


# What is counted here.

class Count:
    """The figures of one drive in one lounge, or in all of them: from the papers that were posted."""
    def __init__(self, records, drive, lounge):
        self.records, self.drive, self.lounge = records, drive["id"], lounge
        self.by_id = {record["id"]: record for rows in records.values() for record in rows}
        self.planned = drive if lounge in (None, drive.get("lounge_id")) else {}

    def lines(self, kind, link, paper, statuses=("posted",), where="lounge_id", drive="drive_id"):
        for line in self.records[kind]:
            head = self.by_id[line[link]]
            if (head["record"] == paper and head["status"] in statuses and head.get(drive) == self.drive
                    and self.lounge in (None, head[where])):
                yield line, head

    def receipts(self, conditions):
        return [(line, head) for line, head in self.lines("donation_line", "receipt_id", "donation_receipt")
                if line["condition"] in conditions]

    def handouts(self):
        return list(self.lines("distribution_line", "distribution_id", "distribution", ("issued",)))

    def transfers(self, is_in):
        """In the paper of all lounges what goes on inside the drive neither comes nor goes."""
        end = ("to_lounge_id", "to_drive_id") if is_in else ("lounge_id", "drive_id")
        return [line for line, head in self.lines("stock_transfer_line", "transfer_id", "stock_transfer", ("posted",), *end)
                if self.lounge is not None or head.get("drive_id") != head.get("to_drive_id")]

    def counted(self):
        for line in self.records["inventory_line"]:
            head = self.by_id[line["count_id"]]
            if head["status"] == "posted" and line.get("drive_id") == self.drive and self.lounge in (None, head["lounge_id"]):
                yield line, number(line["actual_qty"]) - number(line["book_qty"])

    def mean_price(self, item):
        """What the drive itself was given the thing at, whatever the lounge."""
        priced = [(number(line["qty"]), number(line["unit_value"])) for line, _ in
                  Count(self.records, self.by_id[self.drive], None).receipts(STOCKED)
                  if line["item_id"] == item and line.get("unit_value")]
        return sum(q * v for q, v in priced) / sum(q for q, _ in priced) if priced else None

    def moved(self):
        """Thing → what came, was moved in, handed out, moved out, written off, counted, put into kits."""
        moved = collections.defaultdict(lambda: [number(0)] * 7)

        def add(column, lines):
            for item, qty in lines:
                moved[item] = [value + (qty if at == column else 0) for at, value in enumerate(moved[item])]

        def of(lines):
            return [(line["item_id"], number(line["qty"])) for line in lines]

        add(0, of(line for line, _ in self.receipts(STOCKED)))
        add(1, of(self.transfers(True)))
        add(2, of(line for line, _ in self.handouts()))
        add(3, of(self.transfers(False)))
        add(4, of(line for line, _ in self.lines("write_off_line", "write_off_id", "write_off")))
        add(5, [(line["item_id"], more) for line, more in self.counted()])
        for kit in self.records["kit_build"]:
            if kit["status"] == "posted" and kit.get("drive_id") == self.drive and self.lounge in (None, kit["lounge_id"]):
                parts = [(part["item_id"], number(part["qty"])) for part in self.records["kit_part"] if part["kit_id"] == kit["kit_id"]]
                add(6, [(kit["kit_id"], number(kit["qty"])), *((part, -each * number(kit["qty"])) for part, each in parts)])
        # What was moved in from outside, or came back, may have been here only for a while.
        return {item: [*row, row[0] + row[1] - row[2] - row[3] - row[4] + row[5] + row[6]] for item, row in moved.items()}

    def volunteering(self):
        return [h for h in self.records["volunteer_hours"] if h.get("drive_id") == self.drive
                and self.lounge in (None, self.by_id[h["volunteer_id"]]["lounge_id"])]

    def figures(self):
        stocked, handouts = self.receipts(STOCKED), self.handouts()
        donors = {line["receipt_id"]: self.by_id[head["donor_id"]] for line, head in self.receipts((*STOCKED, "to_sort", "unfit"))}
        givers = {donor["id"]: donor for donor in donors.values()}.values()
        left = {item: row[-1] for item, row in self.moved().items() if row[-1] > 0}
        apart = {"Получено из других запасов": self.transfers(True), "Передано в другие запасы": self.transfers(False),
                 "Списано": [line for line, _ in self.lines("write_off_line", "write_off_id", "write_off")],
                 "Недостача по инвентаризации": [{**line, "qty": str(-more)} for line, more in self.counted() if more < 0],
                 "Излишек по инвентаризации": [{**line, "qty": str(more)} for line, more in self.counted() if more > 0]}
        value = number(self.planned["planned_value"]) if self.planned.get("planned_value") else None
        yield "Собрано наименований (новое и хорошее)", len({line["item_id"] for line, _ in stocked}), self.planned.get("planned_items")
        yield priced("Собрано на сумму", [line for line, _ in stocked], " (без цены, строк: {})"), worth(line for line, _ in stocked), value
        yield "Жертвователи: лица", sum("person_id" in giver for giver in givers), None
        yield "Жертвователи: организации", sum("organisation_id" in giver for giver in givers), None
        yield "Приёмов от анонимных жертвователей", sum(bool(donor.get("anonymous")) for donor in donors.values()), None
        yield "Сверх того не разобрано, строк", len(self.receipts(("to_sort",))), None
        yield "Сверх того непригодно, строк", len(self.receipts(("unfit",))), None
        yield "Выдано наименований", len({line["item_id"] for line, _ in handouts}), None
        yield (priced("Выдано на сумму", [line for line, _ in handouts], " (без цены, строк: {})"),
               worth(line for line, _ in handouts), None)
        for words, lines in apart.items():
            # A move has its own price, or that of the drive.
            lines = [{**line, "unit_value": line.get("unit_value") or self.mean_price(line["item_id"])} for line in lines]
            unknown = {line["item_id"]: line for line in lines}.values()
            yield words + ", наименований", len({line["item_id"] for line in lines}), None
            yield priced(words + " на сумму", unknown, " (без цены: {})"), worth(lines), None
        lines = [{"qty": qty, "unit_value": self.mean_price(item)} for item, qty in left.items()]
        yield "Остаток в акции, наименований", len(left), None
        yield priced("Остаток на сумму", lines, " (без цены: {})"), worth(lines), None
        yield "Семьи, получившие помощь", len({head["family_id"] for _, head in handouts}), self.planned.get("planned_families")
        yield ("Дети, получившие помощь", len({line["child_id"] for line, _ in handouts if line.get("child_id")}),
               self.planned.get("planned_children"))
        yield "Волонтёры", len({h["volunteer_id"] for h in self.volunteering()}), None
        hours = sum((number(h["hours"]) for h in self.volunteering()), number(0))
        yield "Часы волонтёров", hours.quantize(number("0.1"), decimal.ROUND_HALF_UP), None
        yield "Публикации", self.planned.get("publications"), None


def number(text):
    return decimal.Decimal(str(text))


def roubles(qty, price):
    return (number(qty) * number(price)).quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)


def worth(lines):
    """In roubles; None when there are lines and nobody knows the price of any."""
    lines = list(lines)
    known = [roubles(line["qty"], line["unit_value"]) for line in lines if line.get("unit_value")]
    return sum(known) if known or not lines else None


def priced(words, lines, note):
    unknown = sum(not line.get("unit_value") for line in lines)
    return words + (note.format(unknown) if unknown else "")


def told(value):
    """A figure of a workbook: what nobody knows is a dash, or nothing."""
    return None if value in (None, "—", "") else round(number(value), 3)


def check_report(proof, records, drive, lounge, words):
    paper, _, goods = [*proof.report("D-33e", "--drive", drive["id"], *words), None][:3]
    where = f"D-33e {drive['name']} {words[-1:]}:"
    head = next(row for row in paper if "Показатель" in row)
    plan_at, fact_at = head.index("План"), head.index("Фактически")
    rows = {row[1]: row for row in paper if isinstance(row[0], int) and isinstance(row[1], str)}
    count = Count(records, drive, lounge)
    for name, fact, plan in count.figures():
        row = rows.get(name)
        proof.check(f"{where} {name}", [told(row[fact_at]), told(row[plan_at])] if row else "no such row", [told(fact), told(plan)])


GOODS = ["Собрано", "Получено", "Выдано", "Передано", "Списано", "Недостача (−), излишек", "В наборы (−), набрано", "Остаток"]


def check_goods(proof, records, drive, lounge, words):
    """The table below the report, from the sheet of its data."""
    sheet = proof.report("D-33e", "--drive", drive["id"], *words)[1]
    count = Count(records, drive, lounge)
    rows = {row["Наименование"]: [told(row[head]) or 0 for head in GOODS] for row in by_heading(sheet)}
    wanted = {count.by_id[item]["name"] + (f", р. {count.by_id[item]['size']}" if count.by_id[item].get("size") else ""):
              [round(figure, 3) for figure in row] for item, row in count.moved().items()}
    for name in {**rows, **wanted}:
        # What came back, and what only went round inside the drive, is a row of noughts, or none.
        proof.check(f"D-33e {drive['name']} {words[-1:]}, goods: {name}", rows.get(name, [0] * 8), wanted.get(name, [0] * 8))


def by_heading(sheet):
    return [dict(zip(sheet[0], row)) for row in sheet[1:] if any(cell is not None for cell in row)]


def find_total(paper, label):
    row = next(row for row in paper if isinstance(row[0], str) and row[0].startswith(label))
    return row[0], [round(number(cell), 2) for cell in row if isinstance(cell, (int, float))]


def check_journal(proof, records, lounge, period, first, last, words):
    """D-32: what was accepted in the period, of all drives and of none."""
    paper, stocked, apart, _ = proof.report("D-32", "--period", period, *words)
    by_id = {record["id"]: record for rows in records.values() for record in rows}
    lines = [(line, by_id[line["receipt_id"]]) for line in records["donation_line"]]
    lines = [(line, head) for line, head in lines if head["status"] == "posted" and first <= head["date"] <= last
             and lounge in (None, head["lounge_id"])]
    where = f"D-32 {period} {words[-1:]}"

    def show(line, head):
        item = by_id[line["item_id"]]
        return (head["date"], item["name"] + (f", р. {item['size']}" if item.get("size") else ""), told(line["qty"]),
                told(line.get("unit_value") and roubles(line["qty"], line["unit_value"])))

    for sheet, conditions in ((stocked, STOCKED), (apart, ("to_sort", "unfit"))):
        got = sorted((f"{row['Дата']:%Y-%m-%d}", row["Наименование"], told(row["Количество"]), told(row.get("Оценка, руб.")))
                     for row in by_heading(sheet))
        wanted = sorted(show(line, head) for line, head in lines if line["condition"] in conditions)
        proof.check(f"{where}: {conditions[0]}", got, wanted)
    own = [line for line, _ in lines if line["condition"] in STOCKED]
    label, figures = find_total(paper, "Всего за")
    proof.check(f"{where}: lines and sum", figures, [len(own), *([worth(own)] if worth(own) is not None else [])])
    proof.check(f"{where}: its total counts what has no price", label.split(" (")[1:],
                [f"без цены: {n})" for n in [sum(not line.get("unit_value") for line in own)] if n])
    sections = collections.Counter(by_id[by_id[line["item_id"]]["category_id"]]["label"] for line in own)
    subtotals = {above: row for above, row in zip(headings(paper), paper) if str(row[0]).startswith("По категории")}
    proof.check(f"{where}: lines of each category", {name: next(cell for cell in row if isinstance(cell, int))
                                                     for name, row in subtotals.items()}, dict(sections))


def headings(paper):
    """The section that every row stands in."""
    section = None
    for row in paper:
        if isinstance(row[0], str) and all(cell is None for cell in row[1:]):
            section = row[0]
        yield section


def check_sheet(proof, records, drive, lounge, words):
    """D-33a: what was handed out and what is ready to be; its figures are of what was."""
    paper, data, _ = proof.report("D-33a", "--drive", drive["id"], *words)
    about = [row[0] for row in proof.report("D-33a", "--drive", drive["id"], *words)[-1] if str(row[0]).startswith("Контрольная")]
    proof.check(f"D-33a {drive['name']} {words[-1:]}: each sum is told once", sorted(about), sorted(set(about)))
    count = Count(records, drive, lounge)
    rows = [line for line, _ in count.lines("distribution_line", "distribution_id", "distribution", ("draft", "issued"))]
    issued = [line for line, _ in count.handouts()]
    where = f"D-33a {drive['name']} {words[-1:]}"
    got = sorted((row["№ выдачи"], told(row["Количество"]), told(row["Сумма, руб."])) for row in by_heading(data))
    wanted = sorted((count.by_id[line["distribution_id"]]["no"], told(line["qty"]),
                     told(line.get("unit_value") and roubles(line["qty"], line["unit_value"]))) for line in rows)
    proof.check(f"{where}: lines", [(no, qty, value or 0) for no, qty, value in got],
                [(no, qty, value or 0) for no, qty, value in wanted])
    figures = [len({head["family_id"] for _, head in count.handouts()}), len({line["child_id"] for line in issued if line.get("child_id")}),
               len(issued), worth(issued), sum(not line.get("unit_value") for line in issued)]
    end = max(at for at, row in enumerate(paper) if str(row[0]).startswith("без цены"))
    labels = [("Выдано: семей: ", "детей: ", "строк: ", "", "без цены, строк: ")[at] + (str(figure) if at != 3 else "")
              for at, figure in enumerate(figures)]
    got = [row[0] if at != 3 else told(row[0]) for at, row in enumerate(paper[end - 4:end + 1])]
    proof.check(f"{where}: its figures", got, [*labels[:3], told(figures[3]), labels[4]])


def check_names(proof, records):
    """A file tells its thing also where the paper has no number."""
    receipt = next(r for r in records["donation_receipt"] if r["date"] == "2027-02-02")
    name = proof.tool("report", proof.file, "D-30", "--event", receipt["id"], "--replace", "-o", proof.folder)
    proof.check("D-30 without an agreement: its name", os.path.basename(name.strip()),
                f"Договор пожертвования, приём № {receipt['no']}, Слудка, 2027-02-02.xlsx")


def money(value):
    return f"{value:,.2f}".replace(",", "").replace(".", ",")


def check_agreements(proof, records):
    """D-30: the sum of what has a price, and how many lines have none."""
    tried = set()
    for receipt in records["donation_receipt"]:
        lines = [line for line in records["donation_line"] if line["receipt_id"] == receipt["id"]]
        unknown = sum(not line.get("unit_value") for line in lines)
        case = (len(lines) > unknown, unknown)
        if not lines or case in tried:
            continue
        tried.add(case)
        said = " ".join(str(cell) for row in proof.report("D-30", "--event", receipt["id"])[0] for cell in row if cell is not None)
        said = said.replace("\u00a0руб.", " руб.").replace("\u00a0", "").replace("\u202f", "")
        known = worth(line for line in lines if line.get("unit_value"))
        proof.check(f"D-30 {receipt['no']}: its sum", f"на сумму {money(known) if unknown < len(lines) else '—'} руб."
                    + (f" (без цены: {unknown})" if unknown else "") + ", а одаряемый" in said, True)
    proof.check("D-30: with prices, without some, and without any", {(known, n > 0) for known, n in tried},
                {(True, False), (True, True), (False, True)})
    blank = [str(cell) for row in proof.report("D-30", "--blank")[0] for cell in row if "руб." in str(cell)]
    proof.check("D-30, blank: the sum, and no place for what has no price", ["руб., а одаряемый" in cell for cell in blank],
                [True])


def check_signing(proof, records):
    """D-33a-s: one sheet, row by row, with the names of who takes and what."""
    by_id = {record["id"]: record for rows in records.values() for record in rows}
    sheets = {(head.get("drive_id"), head["lounge_id"], head["sheet_no"]): head["id"] for head in records["distribution"]
              if head.get("sheet_no") and head["status"] in ("draft", "issued")}
    for (drive, lounge, sheet), asked in sheets.items():
        heads = [head for head in records["distribution"] if head["status"] in ("draft", "issued") and
                 (head.get("drive_id"), head["lounge_id"], head.get("sheet_no")) == (drive, lounge, sheet)]

        def show(line):
            head, item = by_id[line["distribution_id"]], by_id[line["item_id"]]
            person = by_id[head["person_id"]]
            names = [person["last_name"], person["first_name"], person.get("patronymic")]
            return (head["no"], " ".join(name for name in names if name),
                    item["name"] + (f", р. {item['size']}" if item.get("size") else ""), told(line["qty"]))

        wanted = [show(line) for line in records["distribution_line"] if line["distribution_id"] in {head["id"] for head in heads}]
        _, data, *_ = proof.report("D-33a-s", "--event", asked)
        got = [(row["№ выдачи"], row["ФИО получателя (взрослый)"], row["Наименование"], told(row["Кол-во"])) for row in by_heading(data)]
        proof.check(f"D-33a-s {sheet}: who takes what", sorted(got), sorted(wanted))


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = Drives(folder)
        proof.tool("demo", proof.file)
        tale, here, there = tell(read(proof))
        proof.tool("load", proof.file, text="\n".join(tale.lines) + "\n")
        records = read(proof)
        drives = [drive for drive in records["drive"] if drive["name"] in ("Весенняя помощь", "Другая помощь", "Скоро в школу")]
        places = {s["id"]: s["name"] for s in records["settlement"]}
        lounges = {lounge["id"]: places[lounge["settlement_id"]] for lounge in records["lounge"]}
        check_names(proof, records)
        check_agreements(proof, records)
        check_signing(proof, records)
        for drive in drives:
            for lounge in (None, here, there):
                words = ("--lounge", lounges[lounge]) if lounge else ()
                check_report(proof, records, drive, lounge, words)
                check_goods(proof, records, drive, lounge, words)
                check_sheet(proof, records, drive, lounge, words)
        for lounge in (None, here, there):
            for period, first, last in (("month:2027-02", "2027-02-01", "2027-02-28"), ("month:2027-03", "2027-03-01", "2027-03-31"),
                                        ("quarter:2027-1", "2027-01-01", "2027-03-31"), ("year:2027", "2027-01-01", "2027-12-31")):
                check_journal(proof, records, lounge, period, first, last, ("--lounge", lounges[lounge]) if lounge else ())
        proof.end()


main()
