#!/usr/bin/python3
# The papers of case work: registers, papers of one family, letters. Each is made of the demo data as a workbook and as
# pages, and every figure is compared with what is counted here from the records that the tool dumps.
import collections
import json
import tempfile

import second_hand

class CasePapers(second_hand.Proof):
    language = "ru"

    def read(self):
        self.records = collections.defaultdict(dict)
        for line in self.tool("dump", self.file).splitlines():
            record = json.loads(line)
            self.records[record["record"]][record["id"]] = record
        self.villages = {lounge["id"]: self.records["settlement"][lounge["settlement_id"]]["name"]
                         for lounge in self.all("lounge")}

    def all(self, record):
        return list(self.records[record].values())

    def name(self, person):
        found = self.records["person"][person]
        return " ".join(filter(None, (found.get("last_name"), found.get("first_name"), found.get("patronymic"))))

    def place(self, family, day):
        """The lounge that a family was of on a day."""
        later = sorted((move["moved_on"], move["from_lounge_id"]) for move in self.all("family_move")
                       if move["family_id"] == family and move["moved_on"] > day)
        return later[0][1] if later else self.records["family"][family]["lounge_id"]

    def data(self, book, name):
        rows = second_hand.rows_of(book[name])
        return [dict(zip(rows[0], row)) for row in rows[1:] if any(cell is not None for cell in row)]

    def says(self, book):
        return "\n".join(str(cell) for sheet in book.worksheets[:1] for row in second_hand.rows_of(sheet) for cell in row
                         if cell is not None)


PERIODS = [("month:2027-03", "2027-03-01", "2027-03-31"), ("quarter:2027-1", "2027-01-01", "2027-03-31"),
           ("year:2026", "2026-01-01", "2026-12-31")]


def each(proof):
    """Each period, for the district and for two of its lounges."""
    lounges = [None, *list(proof.villages)[:2]]
    for period, first, last in PERIODS:
        for lounge in lounges:
            words = ["--period", period, *(["--lounge", proof.villages[lounge]] if lounge else [])]
            yield f"{period} {proof.villages.get(lounge, 'район')}", words, first, last, lounge


def check_signals(proof, what, words, first, last, lounge):
    book = proof.book("D-06", *words)
    came = sorted((s for s in proof.all("signal") if first <= s["received_at"][:10] <= last
                   and lounge in (None, s["lounge_id"])), key=lambda s: s["received_at"])
    rows = proof.data(book, "Данные")
    proof.check(f"D-06 {what}: in their order", [row["№"] for row in rows if row["Дата, время"]], [s["no"] for s in came])
    proof.check(f"D-06 {what}: what was told", [row["Суть"] for row in rows if row["Дата, время"]], [s["summary"] for s in came])
    proof.check(f"D-06 {what}: who reported stays with us",
                [s["reporter"] for s in came if s.get("reporter") and s["reporter"] in proof.says(book)], [])
    proof.check(f"D-06 {what}: by source", [total_of(proof, book, "из них без решения", place) for place in (1, 2)],
                [len(came), sum(1 for s in came if s.get("decided_on", "9999") > last)])
    proof.check(f"D-06 {what}: by decision", total_of(proof, book, "Решение", -1, last=True), len(came))
    pages = proof.pages("D-06", *words)
    proof.check(f"D-06 {what}: on pages", [s["summary"] for s in came if s["summary"].replace(" ", "") not in pages], [])


def total_of(proof, book, heading, place, last=False):
    """The figure of the row «Всего» below a heading."""
    rows = second_hand.rows_of(book.worksheets[0])
    starts = [n for n, row in enumerate(rows) if heading in row]
    row = next(row for row in rows[starts[-1 if last else 0]:] if "Всего" in row)
    return [cell for cell in row if cell is not None][place]


def find_figure(book, words):
    rows = second_hand.rows_of(book.worksheets[0])
    return next([cell for cell in row if cell is not None][-1] for row in rows if words in row)


def check_visits(proof, what, words, first, last, lounge):
    book = proof.book("D-10", *words)
    made = [v for v in proof.all("home_visit") if first <= v["visited_at"][:10] <= last
            and lounge in (None, proof.place(v["family_id"], v["visited_at"][:10]))]
    home = [v for v in made if v.get("was_home", True)]
    for words_of, wanted in (("Патронажей (семья была дома)", len(home)),
                             ("Семей посещено, каждая один раз", len({v["family_id"] for v in home})),
                             ("Попыток «не застали», в патронажи не входят", len(made) - len(home))):
        proof.check(f"D-10 {what}: {words_of}", find_figure(book, words_of), wanted)
    rows = proof.data(book, "Данные")
    proof.check(f"D-10 {what}: a row for each", len(rows), len(made))
    proof.check(f"D-10 {what}: who was met",
                sorted(row["Кто присутствовал"].replace("\u00a0", " ") for row in rows if row["Кто присутствовал"]),
                sorted("; ".join(proof.name(met["person_id"]) for met in proof.all("visit_met") if met["visit_id"] == v["id"])
                       for v in made if any(met["visit_id"] == v["id"] for met in proof.all("visit_met"))))


def check_consents(proof, what, words, first, last, lounge):
    book = proof.book("D-05", *words)
    kept = [c for c in proof.all("consent") if c.get("signed_on", "9999") <= last and lounge in (None, c["lounge_id"])
            and (first <= c["signed_on"] or first <= c.get("withdrawn_on", "0") <= last)]
    proof.check(f"D-05 {what}: whose", sorted(row["Чьи данные"].replace("\u00a0", " ") for row in proof.data(book, "Данные")),
                sorted(proof.name(c["subject_id"]) for c in kept))
    proof.check(f"D-05 {what}: signed", total_of(proof, book, "Подписано", 1),
                sum(1 for c in kept if first <= c["signed_on"] <= last))
    proof.check(f"D-05 {what}: withdrawn", total_of(proof, book, "Подписано", 2),
                sum(1 for c in kept if first <= c.get("withdrawn_on", "0") <= last))


def check_papers(proof, what, words, first, last, lounge):
    book = proof.book("D-64", *words)
    came = [p for p in proof.all("incoming_paper") if first <= p["date"] <= last and lounge in (None, p["lounge_id"])]
    sent = [n for n in proof.all("outgoing_notice") if first <= n["date"] <= last and lounge in (None, n["lounge_id"])]
    proof.check(f"D-64 {what}: came", sorted(row["О чём"] for row in proof.data(book, "Данные")), sorted(p["gist"] for p in came))
    proof.check(f"D-64 {what}: sent", sorted(row["Исх. №"] for row in proof.data(book, "Данные, Исходящие")), sorted(n["notice_no"] for n in sent))
    done = [p for p in came if p.get("done_on", "9999") <= last]
    late = [p for p in came if p not in done and p.get("due_on", "9999") <= last]
    proof.check(f"D-64 {what}: done and late", [find_figure(book, "Поступило"), find_figure(book, "из них исполнено до конца периода"),
                                               find_figure(book, "из них не исполнено, а срок прошёл")],
                [len(came), len(done), len(late)])


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = CasePapers(folder)
        proof.tool("demo", proof.file)
        proof.read()
        proof.check("there is something to count",
                    [record for record in ("signal", "home_visit", "consent", "incoming_paper", "outgoing_notice", "case_plan")
                     if not proof.records[record]], [])
        for case in each(proof):
            for check in (check_signals, check_visits, check_consents, check_papers):
                check(proof, *case)
        proof.end()


main()
