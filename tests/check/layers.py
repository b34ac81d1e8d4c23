"""Includes go down only: no floor names a higher one, no area of pages another, and files know each other in no circle."""

import collections
import os
import re
import sys

FLOORS = {"record": 0, "store": 1, "rules": 2, "documents": 3, "exchange": 3, "widgets": 4, "kit": 5, "pages": 6,
          "app": 7, "tool": 7}

INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def read_house():
    """Every file of a floor with the headers that it names, and where each header stands."""
    house, where = {}, {}
    for folder, _, names in os.walk("src"):
        if folder == "src":
            continue   # the tool begins there and stands above all
        for name in names:
            if name.endswith((".c", ".h")):
                with open(folder + "/" + name, encoding="utf-8") as file:
                    house[folder + "/" + name] = INCLUDE.findall(file.read())
            if name.endswith(".h"):
                where[name] = folder
    return house, where


def find_room(folder):
    """The floor of a folder, and its area where areas are strangers to each other."""
    parts = folder.split("/")
    return parts[1], parts[2] if parts[1] == "pages" and len(parts) > 2 else ""


def is_wrong(folder, other):
    floor, area = find_room(folder)
    to_floor, to_area = find_room(other)
    if floor == to_floor:
        return area != to_area
    return FLOORS[to_floor] >= FLOORS[floor]


def find_arrows(house, where):
    return {"%s %s" % (path, header) for path, headers in house.items() for header in headers
            if header in where and is_wrong(os.path.dirname(path), where[header])}


def get_class(path):
    """dov-x.c, dov-x.h and dov-x-private.h are one."""
    return re.sub(r"(-private)?\.[ch]$", "", os.path.basename(path))


def find_circles(house, where):
    """For each class from which arrows lead back to it by way of others, the shortest way round."""
    arrows = collections.defaultdict(set)
    for path, headers in house.items():
        arrows[get_class(path)] |= {get_class(h) for h in headers if h in where} - {get_class(path)}

    def go_round(start):
        ways = [[start]]
        seen = set()
        for way in ways:
            for other in sorted(arrows[way[-1]] - seen):
                if other == start:
                    return way
                seen.add(other)
                ways.append(way + [other])
        return None

    ways = {name: go_round(name) for name in list(arrows)}
    return {name: way for name, way in ways.items() if way}


def main():
    os.chdir(sys.argv[1])
    house, where = read_house()
    arrows, circles = find_arrows(house, where), find_circles(house, where)
    faults = ["%s: an include that goes up or sideways" % a for a in sorted(arrows)]
    ways = {frozenset(way): way for _, way in sorted(circles.items())}
    faults += ["a circle: %s" % " > ".join(way + way[:1]) for way in ways.values()]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
