#!/usr/bin/python3
# Every document there is, on the demo data: what its workbook says stands on its pages too, word for word and figure for
# figure; nothing is printed outside the margins or smaller than eight points; signatures stay with their table and no row
# stands alone; a printed workbook is the paper and not the data; the empty forms are whole.
import datetime
import decimal
import os
import re
import sqlite3
import tempfile

import openpyxl
import second_hand

DOCUMENTS = os.path.join(os.environ["DOVERIE_DATADIR"], "documents")
POINTS = 72 / 25.4
RECORDS = 3  # of each kind that are tried

PERIODS = [("month", "month:2027-03"), ("quarter", "quarter:2027-1"), ("half-year", "half-year:2027-1"), ("year", "year:2027"),
           ("day", "day:2027-03-31")]


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


def find_missing(values, text):
    """What stands on the sheet for people and not on the pages."""
    sheet = values.worksheets[0]
    missing = []
    for row in sheet.iter_rows():
        for cell in row:
            words = squeeze(show(cell))
            # Blank rows that fill the page may be more here and fewer there.
            is_number_of_row = cell.column == 1 and isinstance(cell.value, int)
            if words and not is_number_of_row and words not in text:
                missing.append(show(cell))
    return missing


def find_outside(boxes):
    """Words outside the margins; the number of the page and the footer stand ten millimetres from the edges."""
    outside = []
    width = height = 0
    for line in boxes.splitlines():
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


def find_narrow(values):
    """Figures and days that a sheet would show as ###, and labels of totals that break: wider than their column.
    Numerals of Times are half as wide as high, those of Arial, in which columns are measured, 0.556; a cell has five
    pixels beside its text."""
    narrow = []
    for sheet in values.worksheets:
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


# Eight points are the smallest print; LibreOffice prints a sheet up to so much smaller than Excel.
SMALLEST = 8
OFFICE = 0.95
# What of a page rows may take, so that no office breaks it by itself.
SURE = 0.99
HIGH = 90
MOST_BETWEEN = 180


def find_small(boxes):
    """Words of the pages in letters that are too small: a line of Liberation Serif is 1.107 of its size high."""
    small = set()
    for word in re.finditer(r'yMin="([\d.\-]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>', boxes):
        points = (float(word[2]) - float(word[1])) / 1.107
        if points < SMALLEST - 0.05:
            small.add((word[3], round(points, 2)))
    return sorted(small)


class Sheet:
    """The sheet for people as a printer gets it: heights of its rows, how small it is, what rows each page has."""
    def __init__(self, book):
        self.book = openpyxl.load_workbook(book)
        self.sheet = sheet = self.book.worksheets[0]
        widths = {}
        for column in sheet.column_dimensions.values():
            for number in range(column.min, column.max + 1):
                widths[number] = round(column.width * 7)
        lies, margins = sheet.page_setup.orientation == "landscape", sheet.page_margins
        room = ((297 if lies else 210) / 25.4 - margins.left - margins.right) * 96
        self.heights = [0] + [sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)]
        self.scale = min(1, room / sum(widths.get(number, 64) for number in range(1, sheet.max_column + 1)))
        self.page = ((210 if lies else 297) / 25.4 - margins.top - margins.bottom) * 72
        # An office fits a sheet to a number of pages by itself.
        self.fitted = 1 if sheet.page_setup.fitToHeight is None else int(sheet.page_setup.fitToHeight)
        if self.fitted > 0:
            self.scale = min(self.scale, self.fitted * self.page / sum(self.heights))
        ends = [0, *(end.id for end in sheet.row_breaks.brk), sheet.max_row]
        self.pages = [] if self.fitted > 1 else [range(first + 1, last + 1) for first, last in zip(ends, ends[1:])]

    def is_framed(self, row):
        return self.sheet.cell(row, 1).border.left.style is not None

    def says(self, row, words):
        return any(words in str(cell.value) for cell in self.sheet[row] if cell.value is not None)

    def find_small(self):
        small = [(cell.coordinate, cell.font.sz) for row in self.sheet.iter_rows() for cell in row
                 if cell.value is not None and cell.font.sz * self.scale * OFFICE < SMALLEST - 0.1]
        footer = self.sheet.oddFooter.left
        if footer.text and footer.size * self.scale * OFFICE < SMALLEST - 0.1:
            small.append(("footer", footer.size))
        return small

    def find_heads(self):
        """Rows of heads of tables: bold, in the middle, of ten points; and the numbers of their columns."""
        return {row for row in range(1, self.sheet.max_row + 1) if self.is_framed(row) and self.sheet.cell(row, 1).font.sz == 10}

    def find_torn(self):
        """Pages that no office could print so; a row of a table alone on its page; signatures without their table."""
        torn = []
        heads = self.find_heads()
        repeated = self.sheet.print_title_rows
        head = sum(self.heights[row] for row in range(*map(int, re.findall(r"\d+", repeated)))) if repeated else 0
        for number, page in enumerate(self.pages):
            rows = [row for row in page if self.is_framed(row) and row not in heads]
            height = sum(self.heights[row] for row in page) + (head if number > 0 else 0)
            if self.fitted == 0 and height * self.scale > self.page * SURE and sum(self.heights[row] > HIGH for row in rows) == 0:
                torn.append(("too high", number + 1, height * self.scale))
            # A high row before it may not have fitted here.
            if (len(self.pages) > 1 and len(rows) == 1 and max(self.heights[rows[0] - 1:rows[0] + 1]) < HIGH
                    and not any(row in heads for row in page)):
                torn.append(("a row alone", number + 1))
            signed = [row for row in page if self.says(row, "(подпись)")]
            above = [row for row in range(1, page.start) if self.is_framed(row)]
            between = sum(self.heights[row] for row in range(above[-1] + 1, page.start)) if above else 0
            if signed and not rows and above and between < MOST_BETWEEN:
                torn.append(("signatures alone", number + 1))
        return torn

    def find_printed(self):
        """Sheets that are printed besides the paper, or what of the paper is not."""
        def area(sheet):
            return "".join(sheet.print_area or "").split("!")[-1].replace("$", "")

        printed = [sheet.title for sheet in self.book.worksheets[1:]
                   if ":" in area(sheet) or sheet[area(sheet) or "A1"].value is not None or sheet.sheet_view.tabSelected]
        if self.book.active is not self.sheet or area(self.sheet) != self.sheet.dimensions:
            printed.append(area(self.sheet))
        return printed


def find_signed_alone(sheet, raw):
    """The page of the signatures, whole, when the last row of the table is not on it."""
    rows = [row for row in range(1, sheet.sheet.max_row + 1) if sheet.is_framed(row)]
    signed = [row for row in range(1, sheet.sheet.max_row + 1) if sheet.says(row, "(подпись)")]
    if not rows or not signed or sum(sheet.heights[rows[-1] + 1:signed[0]]) > MOST_BETWEEN:
        return []
    words = [squeeze(show(cell)) for cell in sheet.sheet[rows[-1]] if isinstance(cell.value, str) and not cell.value.startswith("=")]
    printed = [squeeze(page) for page in raw.split("\f")]
    return [page for page in printed if "(подпись)" in page and not all(word in page for word in words)]


# What single forms have by their definitions.

def read_definition(code):
    with open(os.path.join(DOCUMENTS, code + ".document"), encoding="utf-8") as file:
        return file.read()


def find_unlike(values, definition):
    """Tables declared as data that have no sheet, and sheets of data that could not be put under those of another lounge."""
    sheets = [sheet for sheet in values.worksheets[1:] if sheet.title.startswith("Данные")]
    unlike = [] if len(sheets) == len(re.findall(r"^data\b", definition, re.M)) else [[sheet.title for sheet in sheets]]
    asked = re.search(r"^ask\s+\w+\s+(.+)", definition, re.M)
    for sheet in sheets:
        heads = [cell.value for cell in sheet[1]]
        for head in ["Площадка", "Период с", "Период по"] + ([asked[1].strip()] if asked else []):
            if heads.count(head) != 1:
                unlike.append((sheet.title, head))
        days = [(sheet.title, row, cell.value) for row in range(2, sheet.max_row + 1) for cell in sheet[row]
                if heads[cell.column - 1] in ("Период с", "Период по") and cell.value is not None]
        unlike += [day for day in days if not isinstance(day[2], datetime.datetime)]
        # A thing in a store has no days; a drive, an act and a period have.
        if sheet.max_row > 2 and not days and not definition.startswith("# Карточка складского учёта"):
            unlike.append((sheet.title, "no days"))
        if asked and asked[1].strip() in heads:
            column = heads.index(asked[1].strip()) + 1
            unlike += [(sheet.title, row) for row in range(2, sheet.max_row + 1)
                       if any(cell.value is not None for cell in sheet[row]) and sheet.cell(row, column).value is None]
    return unlike


# What may be added when the data of five villages, or of twelve months, stand under one another.
STANDING, ONCE, PART = "по площадкам, не по периодам", "нет: каждый один раз", "нет: входит в строку выше"
ADDS = {
    "D-15": "нет: категории пересекаются", "D-29": "да", "D-33d": "по площадкам, не по описям", "D-33e": "по площадкам, не по отчётам",
    "D-33g": "да, кроме остатка", "D-38": "да, кроме участников", "D-49": "нет: каждая один раз",
    "Клубные формирования — число": STANDING, "Участники клубных формирований — число": STANDING,
    "из них формирований самодеятельного народного творчества": PART, "Мероприятия — число, всего": "да",
    "Посещения мероприятий, всего": "да", "Клубные формирования на конец периода": STANDING, "в них участников": ONCE,
    "Семьи на сопровождении на конец периода": ONCE, "Партнёры": ONCE, "Выдачи": "да", "Выдано на сумму": "да",
    "в них зрителей": "да", "из них взрослые": PART, "Взято на сопровождение": "по периодам, не по площадкам",
}


def find_unmarked(values, code, definition):
    """Rows of sums that do not say whether they may be added to others, or say it wrong."""
    wrong = []
    for sheet in values.worksheets[1:]:
        rows = [[cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        if not sheet.title.startswith("Данные") or "Складывается" not in rows[0]:
            continue
        for row in (dict(zip(rows[0], row)) for row in rows[1:] if any(row)):
            wanted = ADDS.get(row.get("Показатель"), ADDS.get(code))
            # The year so far has its months in it.
            if "с начала" in str(row.get("Срок")):
                wanted = {"да": STANDING, "по периодам, не по площадкам": "нет: переход считан в обеих площадках"}.get(wanted, wanted)
            if row["Складывается"] is None or wanted not in (None, row["Складывается"]):
                wrong.append((row.get("Показатель"), row["Складывается"]))
    marks = len(re.findall(r"\| Складывается\b", definition))
    sums = [block for block in re.split(r"^(?=\[)", definition, flags=re.M)
            if re.search(r"^\[table.*^data\b", block, re.M | re.S) and re.search(r"\| (count|quantity|money|decimal) +\|", block)
            and not re.search(r"^SELECT (DISTINCT )?(\w\.)?id\b", block, re.M)]
    return wrong if marks >= len(sums) else [*wrong, "a table of sums is not marked"]


def list_empty_rows(sheet):
    """Rows of tables with a number or nothing, to write in."""
    heads = sheet.find_heads()
    return [row for row in range(1, sheet.sheet.max_row + 1) if sheet.is_framed(row) and row not in heads
            and all(cell.value is None for cell in sheet.sheet[row][1:])
            and (sheet.sheet.cell(row, 1).value is None or isinstance(sheet.sheet.cell(row, 1).value, int))]


def count_lines_to_write(sheet):
    """Lines of fields below their first."""
    return sum(not sheet.is_framed(row) and all(cell.value is None for cell in sheet.sheet[row])
               and any(cell.border.bottom.style is not None for cell in sheet.sheet[row]) for row in range(1, sheet.sheet.max_row + 1))


def try_form(proof, code, sheet, is_blank):
    definition = read_definition(code)
    texts = [str(cell.value) for row in sheet.sheet.iter_rows() for cell in row if cell.value is not None]
    if is_blank:
        lines = sum(int(n) - 1 for n in re.findall(r"^[^|\n]+\|[^|\n]*\|\s*(\d+)\s*$", definition, re.M))
        proof.check(f"{code}, blank: as many lines as descriptions need", count_lines_to_write(sheet) >= lines, True)
        proof.check(f"{code}, blank: no program made it", "в программе" in (sheet.sheet.oddFooter.left.text or ""), False)
    if is_blank and code in ("D-34", "D-35", "D-39", "D-22", "D-25", "D-33a-s"):
        proof.check(f"{code}, blank: rows to write in", len(list_empty_rows(sheet)) >= 4, True)
    elif code in ("D-34", "D-35", "D-39"):
        proof.check(f"{code}: no empty row invites to add", list_empty_rows(sheet), [])
    for fixed in {"D-15": ["Многодетная"], "D-33e": ["Выдано наименований", "Собрано на сумму"]}.get(code, []):
        proof.check(f"{code}: its fixed row «{fixed}»", any(text.startswith(fixed) for text in texts), True)
    if code == "D-37" and is_blank:
        # In a pair the line is the place beside the label.
        beside = [sheet.sheet.cell(cell.row, number) for row in sheet.sheet.iter_rows() for cell in row if cell.value == "Акт №"
                  for number in range(cell.column + 1, sheet.sheet.max_column + 1)]
        proof.check("D-37, blank: a line for its number", any(cell.border.bottom.style for cell in beside), True)
    if code == "D-26":
        starts = [next((cell.value for row in page for cell in sheet.sheet[row] if cell.value), None) for page in sheet.pages]
        for title in ("Как вести журнал", "5. Инструктаж по безопасности"):
            proof.check(f"D-26: «{title}» begins a page", title in starts, True)
        proof.check("D-26: there are pages for who inspects", "6. Замечания и предложения проверяющих" in texts, True)
        born = [row for row in sheet.sheet.iter_rows() for cell in row if cell.value == "Год рождения"]
        column = next((cell.column for row in born for cell in row if cell.value == "Год рождения"), 0)
        years = [sheet.sheet.cell(row, column).value for row in range(born[0][0].row + 2, born[0][0].row + 5)] if born else []
        proof.check("D-26: years are numbers", is_blank or all(isinstance(year, int) for year in years if year), True)
    if code in ("D-33a", "D-33a-s") and not is_blank:
        head = next(row for row in range(1, sheet.sheet.max_row + 1) if sheet.says(row, "Подпись получателя"))
        names, places = ([cell.column for cell in sheet.sheet[head] if str(cell.value).startswith(start)][0]
                         for start in ("ФИО получателя", "Подпись получателя"))
        rows = [row for row in range(head + 2, sheet.sheet.max_row + 1) if sheet.sheet.cell(row, places).border.right.style
                and sheet.sheet.cell(row, places).font.sz == 11 and not sheet.sheet.cell(row, places).font.b]
        proof.check(f"{code}: one place to sign for each who takes", [row for row in rows if sheet.sheet.cell(row, places).border.top.style],
                    [row for row in rows if sheet.sheet.cell(row, names).value])


# What is one sheet of paper, and how many of its sides are printed; thirteen families need both.
SIDES = {"D-33a-s": 2, "D-14": 1, "D-15": 1, "D-33b": 1, "D-36": 1, "D-37": 1, "D-45": 2}


def try_sides(proof, what, code, sheet, n_pages):
    n_broken = sheet.fitted or len(sheet.pages)
    if code in SIDES:
        proof.check(f"{what}: one sheet of paper", [side for side in (n_pages, n_broken) if not 1 <= side <= SIDES[code]], [])
    if what == "D-07, all lounges":
        families = [row for row in range(1, sheet.sheet.max_row + 1) if sheet.is_framed(row) and row not in sheet.find_heads()]
        proof.check("D-07: nearly five families on a page", len(families) / max(n_pages, n_broken) > 4.5, True)


def try_document(proof, what, words):
    book = os.path.join(proof.folder, "book.xlsx")
    pages = os.path.join(proof.folder, "pages.pdf")
    proof.tool("report", proof.file, *words, "--replace", "-o", book)
    proof.tool("report", proof.file, *words, "--replace", "-o", pages)
    # A paragraph may go on over the page: its number and the footer stand between.
    raw = proof.run("pdftotext", "-raw", pages, "-").stdout
    boxes = proof.run("pdftotext", "-bbox", pages, "-").stdout
    text = squeeze(re.sub(r"\n\d+\nСоставлено [^\n]*\n", "\n", raw))
    sheet = Sheet(book)
    proof.check(f"{what}: nothing outside the margins", find_outside(boxes), [])
    proof.check(f"{what}: nothing smaller than eight points", (sheet.find_small(), find_small(boxes)), ([], []))
    proof.check(f"{what}: nothing is torn", (sheet.find_torn(), find_signed_alone(sheet, raw)), ([], []))
    proof.check(f"{what}: the paper is printed, not the data", sheet.find_printed(), [])
    n_pages = int(re.search(r"Pages:\s+(\d+)", proof.run("pdfinfo", pages).stdout)[1])
    try_form(proof, words[0], sheet, "--blank" in words)
    try_sides(proof, what, words[0], sheet, n_pages)
    if "--blank" not in words:
        values = openpyxl.load_workbook(book, data_only=True)
        proof.check(f"{what}: data sheets are alike", find_unlike(values, read_definition(words[0])), [])
        proof.check(f"{what}: what may be added is told", find_unmarked(values, words[0], read_definition(words[0])), [])
        proof.check(f"{what}: all that the workbook says", find_missing(values, text), [])
        proof.check(f"{what}: no figure is wider than its column", find_narrow(values), [])
    else:
        # The journal of a club has its title page, rules, briefing and inspector's pages by its form.
        most = 6 if words[0] == "D-26" else 4
        proof.check(f"{what}: a form, not a book", 1 <= n_pages <= most, True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        proof = second_hand.Proof(folder)
        proof.tool("demo", proof.file)
        base = sqlite3.connect(proof.file)
        for line in proof.tool("reports", proof.file).splitlines():
            code, _, takes = line.split("\t")
            asked = re.search(r"^ask\s+(\w+)", read_definition(code), re.M)
            period = next((["--period", name] for kind, name in PERIODS if kind in takes.split()), [])
            try_document(proof, f"{code}, blank", [code, "--blank"])
            if asked:
                ids = [row[0] for row in base.execute(f"SELECT id FROM {asked[1]} WHERE removed IS NULL ORDER BY id")]
                proof.check(f"{code}: there is something to make it of", len(ids) > 0, True)
                for place in sorted({0, len(ids) // 2, len(ids) - 1})[:RECORDS] if ids else []:
                    try_document(proof, f"{code}, record {place + 1}", [code, "--event", str(ids[place]), *period])
            else:
                try_document(proof, f"{code}, all lounges", [code, *period])
                try_document(proof, f"{code}, Слудка", [code, *period, "--lounge", "Слудка"])
        proof.end()


main()
