#!/usr/bin/python3
# Every document there is, on the demo data: what its workbook says stands on its pages too, word for word and figure for
# figure; nothing is printed outside the margins; the empty forms are whole.
import datetime
import decimal
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

TOOL = os.environ["DOVERIE_TOOL"]
DOCUMENTS = os.path.join(os.environ["DOVERIE_DATADIR"], "documents")
NOW = "2027-04-10T10:15"
POINTS = 72 / 25.4
# Under the sanitizers each document is made once, and once empty; it is read without them.
QUICK = "quick" in sys.argv
RECORDS = 1 if QUICK else 3  # of each kind that are tried

PERIODS = [("month", "month:2027-03"), ("quarter", "quarter:2027-1"), ("half-year", "half-year:2027-1"), ("year", "year:2027"),
           ("day", "day:2027-03-31")]


class Proof:
    def __init__(self, folder):
        self.folder = folder
        self.file = os.path.join(folder, "club.doverie")
        self.n = 0
        self.failed = False

    def run(self, *words):
        return subprocess.run(words, capture_output=True, text=True, env={**os.environ, "DOVERIE_NOW": NOW})

    def tool(self, *words):
        done = self.run(TOOL, *words)
        if done.returncode != 0:
            print("Bail out!", words, done.stdout, done.stderr)
            sys.exit(1)
        return done.stdout

    def check(self, what, got, wanted):
        self.n += 1
        if got == wanted:
            print(f"ok {self.n} {what}")
            return
        self.failed = True
        print(f"not ok {self.n} {what}")
        print(f"# got    {got!r}\n# wanted {wanted!r}")


def squeeze(text):
    """Lines break elsewhere, and the reader takes hyphens at their ends away."""
    return re.sub(r"[\s\u00a0_\-]", "", text)


def show_number(value, layout):
    """A number as its format shows it."""
    first = layout.split(";")[0]
    before, after = "", ""
    quoted = re.match(r'^"([^"]*)"(.*)$', first)
    if quoted:
        before, first = quoted.groups()
    if "%" in first:
        value, after = decimal.Decimal(str(value)) * 100, "%"
    if first.endswith('"*"'):
        after = "*"
    digits = re.search(r"\.(0+)", first)
    exact = decimal.Decimal(str(round(float(value), 6))).quantize(decimal.Decimal(1).scaleb(-len(digits[1]) if digits else 0),
                                                                  decimal.ROUND_HALF_UP)
    return before + str(exact).replace("-", "\u2212").replace(".", ",") + after


def show(cell):
    value, layout = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%d.%m.%Y %H:%M" if "hh" in layout else "%d.%m.%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    if isinstance(value, (int, float)):
        return show_number(value, layout)
    return str(value)


def find_missing(book, text):
    """What stands on the sheet for people and not on the pages."""
    sheet = openpyxl.load_workbook(book, data_only=True).worksheets[0]
    missing = []
    for row in sheet.iter_rows():
        for cell in row:
            words = squeeze(show(cell))
            # Blank rows that fill the page may be more here and fewer there.
            is_number_of_row = cell.column == 1 and isinstance(cell.value, int)
            if words and not is_number_of_row and words not in text:
                missing.append(show(cell))
    return missing


def find_outside(proof, pages):
    """Words outside the margins; the number of the page and the footer stand ten millimetres from the edges."""
    outside = []
    width = height = 0
    for line in proof.run("pdftotext", "-bbox", pages, "-").stdout.splitlines():
        page = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line)
        word = re.search(r'xMin="([\d.\-]+)" yMin="([\d.\-]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
        if page:
            width, height = float(page[1]), float(page[2])
        elif word:
            left, top, right, bottom = map(float, word.groups()[:4])
            if (left < 20 * POINTS - 1 or right > width - 10 * POINTS + 1 or top < 10 * POINTS - 4
                    or bottom > height - 10 * POINTS + 4):
                outside.append(word[5])
    return outside


def find_narrow(book):
    """Figures and days that a sheet would show as ###, and labels of totals that break: wider than their column.
    Numerals of Times are half as wide as high, those of Arial, in which columns are measured, 0.556; a cell has five
    pixels beside its text."""
    narrow = []
    for sheet in openpyxl.load_workbook(book, data_only=True).worksheets:
        widths = {}
        for column in sheet.column_dimensions.values():
            for number in range(column.min, column.max + 1):
                widths[number] = column.width
        merged = {(row, column) for area in sheet.merged_cells.ranges
                  for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1)}
        for row in sheet.iter_rows():
            for cell in row:
                is_figure = isinstance(cell.value, (int, float, datetime.datetime, datetime.time))
                # A bold Russian letter is as wide as 1.3 numerals; the word of a total is not broken.
                is_label = isinstance(cell.value, str) and re.match("(Итого|Всего|Перенос)", cell.value)
                if not (is_figure or is_label) or (cell.row, cell.column) in merged:
                    continue
                per_letter = cell.font.sz * (0.5 if cell.font.name == "Times New Roman" else 0.556) / 5.56
                length = 1.3 * len(cell.value.split()[0]) if is_label else len(show(cell))
                if length * per_letter > widths.get(cell.column, 8.43):
                    narrow.append((sheet.title, cell.coordinate, show(cell), widths.get(cell.column)))
    return narrow


def try_document(proof, what, words):
    book = os.path.join(proof.folder, "book.xlsx")
    pages = os.path.join(proof.folder, "pages.pdf")
    proof.tool("report", proof.file, *words, "--replace", "-o", book)
    proof.tool("report", proof.file, *words, "--replace", "-o", pages)
    if QUICK:
        proof.check(f"{what}: made", os.path.getsize(book) > 0 < os.path.getsize(pages), True)
        return
    # A paragraph may go on over the page: its number and the footer stand between.
    text = squeeze(re.sub(r"\n\d+\nСоставлено [^\n]*\n", "\n", proof.run("pdftotext", "-raw", pages, "-").stdout))
    proof.check(f"{what}: nothing outside the margins", find_outside(proof, pages), [])
    if "--blank" not in words:
        proof.check(f"{what}: all that the workbook says", find_missing(book, text), [])
        proof.check(f"{what}: no figure is wider than its column", find_narrow(book), [])
    else:
        n_pages = int(re.search(r"Pages:\s+(\d+)", proof.run("pdfinfo", pages).stdout)[1])
        # The journal of a club has its title page, rules, briefing and inspector's pages by its form.
        most = 6 if words[0] == "D-26" else 4
        proof.check(f"{what}: a form, not a book", 1 <= n_pages <= most, True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = Proof(folder)
        proof.tool("demo", proof.file)
        base = sqlite3.connect(proof.file)
        for line in proof.tool("reports", proof.file).splitlines():
            code, _, takes = line.split("\t")
            with open(os.path.join(DOCUMENTS, code + ".document"), encoding="utf-8") as file:
                asked = re.search(r"^ask\s+(\w+)", file.read(), re.M)
            period = next((["--period", name] for kind, name in PERIODS if kind in takes.split()), [])
            try_document(proof, f"{code}, blank", [code, "--blank"])
            if asked:
                ids = [row[0] for row in base.execute(f"SELECT id FROM {asked[1]} WHERE removed IS NULL ORDER BY id")]
                proof.check(f"{code}: there is something to make it of", len(ids) > 0, True)
                for place in sorted({0, len(ids) // 2, len(ids) - 1})[:RECORDS] if ids else []:
                    try_document(proof, f"{code}, record {place + 1}", [code, "--event", str(ids[place]), *period])
            else:
                try_document(proof, f"{code}, all lounges", [code, *period])
                if not QUICK:
                    try_document(proof, f"{code}, Слудка", [code, *period, "--lounge", "Слудка"])
        print(f"1..{proof.n}")
        sys.exit(1 if proof.failed else 0)


main()
