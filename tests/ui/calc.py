#!/usr/bin/python3
# LibreOffice Calc on the screen of a test, as the other program of the clipboard. Reads a command a line, answers a line:
#   copy [[CELL…]…]  writes rows from A1 on, selects and copies them; a cell is a text, a number or {"day": "2016-05-14"}
#   paste            pastes into an empty sheet; answers with its rows
# The first line that it says is "ready"; where Calc, its bridge or xdotool is not installed, it ends with 77.
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import uno
except ImportError:
    sys.exit(77)

FIRST_DAY = datetime.date(1899, 12, 30)
RUSSIAN = uno.createUnoStruct("com.sun.star.lang.Locale", "ru", "RU", "")


class Calc:
    def __init__(self, folder):
        name = os.path.basename(folder)
        # The look of GTK would ask for a service of the desktop that is not there.
        self.office = subprocess.Popen(
            ["soffice", "--calc", "--norestore", "--nologo", "--nofirststartwizard", f"--accept=pipe,name={name};urp",
             "-env:UserInstallation=file://" + folder], env=dict(os.environ, SAL_USE_VCLPLUGIN="gen", LC_ALL="C.UTF-8"),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        self.context = self.wait(lambda: resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext"))
        desktop = self.make("com.sun.star.frame.Desktop")
        self.book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        self.sheets = self.book.Sheets

    @staticmethod
    def wait(question):
        for _ in range(600):
            try:
                return question()
            except Exception:  # it has not started yet
                time.sleep(0.2)
        return question()

    @staticmethod
    def must(answer):
        if not answer:
            raise ValueError
        return answer

    def make(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def dispatch(self, command):
        self.make("com.sun.star.frame.DispatchHelper").executeDispatch(self.book.CurrentController.Frame, command, "", 0, ())

    def fill(self, cell, value):
        if isinstance(value, dict):
            cell.Value = float((datetime.date.fromisoformat(value["day"]) - FIRST_DAY).days)
            cell.NumberFormat = self.book.NumberFormats.queryKey("DD.MM.YYYY", RUSSIAN, False)
        elif isinstance(value, str):
            cell.String = value
        else:
            cell.Value = float(value)

    def copy(self, rows):
        sheet = self.sheets.getByIndex(0)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                self.fill(sheet.getCellByPosition(column, row), value)
        self.book.CurrentController.select(sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1))
        self.dispatch(".uno:Copy")

    @staticmethod
    def agree():
        """Text is asked about: how its cells are told apart. Calc has found that; the person presses Enter."""
        subprocess.run(["xdotool", "search", "--name", "Text Import", "windowfocus"], check=True, stderr=subprocess.DEVNULL)
        subprocess.run(["xdotool", "key", "Return"], check=True)

    def paste(self):
        self.sheets.insertNewByName("pasted", 0)
        sheet = self.sheets.getByName("pasted")
        self.book.CurrentController.setActiveSheet(sheet)
        self.book.CurrentController.select(sheet.getCellByPosition(0, 0))
        self.dispatch(".uno:Paste")
        self.wait(self.agree)
        self.wait(lambda: self.must(sheet.getCellByPosition(0, 0).String))
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        rows = [[sheet.getCellByPosition(column, row).String for column in range(end.EndColumn + 1)]
                for row in range(end.EndRow + 1)]
        self.sheets.removeByName("pasted")
        return rows


def main():
    if shutil.which("soffice") is None or shutil.which("xdotool") is None:
        sys.exit(77)
    folder = tempfile.mkdtemp(prefix="doverie-calc-")
    calc = None
    try:
        calc = Calc(folder)
        print("ready", flush=True)
        for line in sys.stdin:
            command, _, words = line.strip().partition(" ")
            if command == "copy":
                calc.copy(json.loads(words))
                print("copied", flush=True)
            elif command == "paste":
                print(json.dumps(calc.paste(), ensure_ascii=False), flush=True)
    finally:
        if calc is not None:
            calc.office.terminate()
            calc.office.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()
