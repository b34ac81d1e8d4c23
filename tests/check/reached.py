"""Every header of the kit, of the pages and of the widgets is reached by some window test: the test names it, or names
a page that is made of it, or the page is a table and goes through test-subjects. What is opened by way of the window
alone stands below with the case that does so."""

import collections
import os
import re
import sys

FLOORS = ("src/widgets", "src/kit", "src/pages")

# HEADER TEST CASE
BY_THE_WINDOW = """
dov-choice-row.h test-field-rows.c /rows/choice
dov-choices-row.h test-field-rows.c /rows/choices
dov-column-page.h test-window.c "bin-full"
dov-flag-row.h test-field-rows.c /rows/flag
dov-loan-page.h test-stock-work.c "rental"
dov-posted-page.h test-drive-pages.c "posted"
dov-posted-paper.h test-drive-pages.c "posted"
"""

# What an area tells the window when it starts: every window test reads it.
TOLD_AT_START = re.compile(r"-(looks|rooms|routes)$")

INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def get_class(name):
    """dov-x.c, dov-x.h and dov-x-private.h are one."""
    return re.sub(r"(-private)?\.[ch]$", "", os.path.basename(name))


def read_floors():
    """What each class of the three floors is made of, its headers, and which of them are declared as tables."""
    made_of, headers, tables = collections.defaultdict(set), {}, set()
    for floor in FLOORS:
        for folder, _, names in os.walk(floor):
            for name in names:
                if not name.endswith((".c", ".h")):
                    continue
                with open(folder + "/" + name, encoding="utf-8") as file:
                    text = file.read()
                others = INCLUDE.findall(text)
                made_of[get_class(name)] |= {get_class(h) for h in others}
                # A part of a class has no header of its own: it begins with that of the class.
                if name.endswith(".c") and others and get_class(others[0]) != get_class(name):
                    made_of[get_class(others[0])].add(get_class(name))
                if name.endswith(".h") and not name.endswith("-private.h"):
                    headers[get_class(name)] = folder + "/" + name
                if re.search(r"^(static )?const DovSubject \w+( = \{|\[\])", text, re.M):
                    tables.add(get_class(name))
    return made_of, headers, tables


def read_named():
    """The classes that tests name."""
    named = set()
    for folder in ("tests", "tests/ui"):
        for name in os.listdir(folder):
            if name.endswith((".c", ".h")):
                with open(folder + "/" + name, encoding="utf-8") as file:
                    named |= {get_class(h) for h in INCLUDE.findall(file.read())}
    return named


def main():
    os.chdir(sys.argv[1])
    made_of, headers, tables = read_floors()
    at_start = {name for name in headers if TOLD_AT_START.search(name)}
    reached, rest, faults = set(), list(read_named() | tables | at_start), []
    while rest:
        one = rest.pop()
        if one not in reached:
            reached.add(one)
            rest.extend(made_of.get(one, ()))

    told = [line.split() for line in BY_THE_WINDOW.strip().splitlines()]
    for header, test, case in told:
        if get_class(header) not in headers or get_class(header) in reached:
            continue
        with open("tests/ui/" + test, encoding="utf-8") as file:
            if case not in file.read():
                faults.append("%s: %s has no case %s any more" % (header, test, case))
    through_window = {get_class(header) for header, _, _ in told}
    faults += ["%s: no test reaches it" % path for name, path in sorted(headers.items())
               if name not in reached and name not in through_window]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
