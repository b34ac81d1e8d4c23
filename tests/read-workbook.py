#!/usr/bin/python3
# Reads a workbook with a library that is not ours and prints what it holds, a fact a line:
#   cell SHEET A1 TYPE VALUE | formula SHEET A1 TEXT | format SHEET A1 … | sheet SHEET NAME VALUE | trouble …
# TYPE is s (text), n (number), d (day), t (time), m (moment), b (nothing). Every formula is computed anew.
import datetime
import re
import sys

import openpyxl
from openpyxl.utils import range_boundaries


def plain(value):
    if value is None:
        return "b", ""
    if isinstance(value, bool):
        return "n", str(int(value))
    if isinstance(value, (int, float)):
        return "n", repr(round(float(value), 9)).removesuffix(".0")
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return "d", value.strftime("%Y-%m-%d")
        return "m", value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, datetime.time):
        return "t", value.strftime("%H:%M")
    return "s", str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " ")


def cells_of(sheet, reference):
    left, top, right, bottom = range_boundaries(reference)
    return [sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]


def numbers(values):
    return [float(v) for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]


# A subtotal does not count the subtotals in its own range.
def without_subtotals(formulas, values, reference):
    left, top, right, bottom = range_boundaries(reference)
    kept = []
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if not str(formulas.cell(row, column).value).startswith("=SUBTOTAL"):
                kept.append(values.cell(row, column).value)
    return kept


def compute(formulas, values, formula):
    found = re.fullmatch(r"=SUM\(([A-Z0-9:]+)\)", formula)
    if found:
        return sum(numbers(cells_of(values, found.group(1))))
    found = re.fullmatch(r"=COUNTA\(([A-Z0-9:]+)\)", formula)
    if found:
        return len([v for v in cells_of(values, found.group(1)) if v is not None])
    found = re.fullmatch(r"=AVERAGE\(([A-Z0-9:]+)\)", formula)
    if found:
        known = numbers(cells_of(values, found.group(1)))
        return sum(known) / len(known)
    found = re.fullmatch(r"=SUBTOTAL\(([139]),([A-Z0-9:]+)\)", formula)
    if found:
        kept = without_subtotals(formulas, values, found.group(2))
        known = numbers(kept)
        return {"9": sum(known), "3": len([v for v in kept if v is not None]),
                "1": sum(known) / len(known) if known else 0}[found.group(1)]
    found = re.fullmatch(r"=SUMIF\(([A-Z0-9:]+),([A-Z0-9]+),([A-Z0-9:]+)\)", formula)
    if found:
        wanted = values[found.group(2)].value
        pairs = zip(cells_of(values, found.group(1)), cells_of(values, found.group(3)))
        return sum(numbers([number for unit, number in pairs if unit == wanted]))
    found = re.fullmatch(r"=([A-Z]+[0-9]+)(?:\+([A-Z]+[0-9]+))?", formula)
    if found:
        return sum(values[cell].value for cell in found.groups() if cell)
    raise ValueError("a formula of an unknown kind")


def print_sheet(formulas, values):
    name = formulas.title
    facts = {
        "dimensions": formulas.dimensions, "freeze": formulas.freeze_panes, "repeat": formulas.print_title_rows,
        # Older openpyxl gives a list without the name of the sheet, newer ones a text with it.
        "area": "".join(formulas.print_area or "").split("!")[-1],
        "orientation": formulas.page_setup.orientation, "paper": formulas.page_setup.paperSize,
        "fit": "%s %s" % (formulas.page_setup.fitToWidth or 1, formulas.page_setup.fitToHeight or 0
                          if formulas.page_setup.fitToHeight is not None else 1),
        "margins": " ".join("%.0f" % (25.4 * m) for m in (
            formulas.page_margins.left, formulas.page_margins.right, formulas.page_margins.top,
            formulas.page_margins.bottom, formulas.page_margins.footer)),
        "footer": "%s|%s" % (formulas.oddFooter.left.text, formulas.oddFooter.right.text),
        "gridlines": int(bool(formulas.sheet_view.showGridLines)),
        "breaks": " ".join(str(b.id) for b in formulas.row_breaks.brk),
        "merged": " ".join(sorted(str(r) for r in formulas.merged_cells.ranges)),
    }
    for key, value in facts.items():
        print("sheet", name, key, "" if value is None else value, sep="\t")
    for table in formulas.tables.values():
        print("sheet", name, "table", "%s %s %s %s" % (
            table.name, table.ref, table.tableStyleInfo.name, int(table.tableStyleInfo.showRowStripes)), sep="\t")
        for column, cell in zip(table.tableColumns, formulas[table.ref][0]):
            if column.name != cell.value:
                print("trouble", name, cell.coordinate, "heading of the table is", column.name, sep="\t")
    for number, dimension in formulas.row_dimensions.items():
        if dimension.height is not None:
            print("sheet", name, "height %d" % number, "%g" % dimension.height, sep="\t")
    for letter, dimension in formulas.column_dimensions.items():
        print("sheet", name, "width " + letter, round(dimension.width * 7), sep="\t")
    for row in formulas.iter_rows():
        for cell in row:
            stored = values[cell.coordinate].value
            if cell.data_type == "f":
                print("formula", name, cell.coordinate, cell.value, sep="\t")
                computed = compute(formulas, values, cell.value)
                if not isinstance(stored, (int, float)) or abs(computed - stored) > 1e-6:
                    print("trouble", name, cell.coordinate, cell.value, "stored", stored, "computed", computed, sep="\t")
            kind, text = plain(stored)
            if kind != "b" or cell.has_style:
                print("cell", name, cell.coordinate, kind, text, sep="\t")
                print("format", name, cell.coordinate, "%s|%s %g%s|%s%d|%s|%s" % (
                    cell.number_format, cell.font.name, cell.font.sz, " bold" if cell.font.b else "",
                    cell.alignment.horizontal, cell.alignment.indent, "wrap" if cell.alignment.wrap_text else "",
                    cell.border.left.style or ""), sep="\t")


def main():
    formulas = openpyxl.load_workbook(sys.argv[1])
    values = openpyxl.load_workbook(sys.argv[1], data_only=True)
    print("sheets", *formulas.sheetnames, sep="\t")
    for sheet in formulas:
        print_sheet(sheet, values[sheet.title])


main()
