# second_hand.py - what every count by a second hand needs: the tool, a fact that is said and checked, workbooks and pages
import os
import re
import subprocess
import sys

import openpyxl

TOOL = os.environ["DOVERIE_TOOL"]
NOW = "2027-04-10T10:15"


class Proof:
    """A file of the program in a folder of its own, and what is proved of it, told as TAP."""
    language = "en"

    def __init__(self, folder):
        self.folder = folder
        self.file = os.path.join(folder, "club.doverie")
        self.n = 0
        self.failed = False

    def run(self, *words, text=None):
        return subprocess.run(words, input=text, capture_output=True, text=True,
                              env={**os.environ, "DOVERIE_NOW": NOW, "LANGUAGE": self.language, "LC_ALL": "C.UTF-8"})

    def tool(self, *words, text=None):
        done = self.run(TOOL, *words, text=text)
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

    def book(self, code, *words):
        """The document as a workbook; its numbers as they are stored."""
        path = os.path.join(self.folder, "book.xlsx")
        self.tool("report", self.file, code, *words, "--replace", "-o", path)
        return openpyxl.load_workbook(path, data_only=True)

    def pages(self, code, *words):
        """What stands on its pages, without spaces."""
        path = os.path.join(self.folder, "pages.pdf")
        self.tool("report", self.file, code, *words, "--replace", "-o", path)
        return re.sub(r"[\s\u00a0]", "", self.run("pdftotext", "-raw", path, "-").stdout)

    def end(self):
        print(f"1..{self.n}")
        sys.exit(1 if self.failed else 0)


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
