#!/usr/bin/env bash
# Each outside library has its one place, and includes go down only.
cd "$1" || exit 1
status=0

# only INCLUDE ALLOWED: which files may include it, as an extended pattern
only () {
  local found
  found=$(grep -rlE "#include [<\"]$1" src | grep -vE "$2")
  [ -z "$found" ] || { echo "$1 is included outside its place: $found"; status=1; }
}

only 'sqlite3\.h'   '^src/store/dov-database[a-z-]*\.[ch]$'
only 'xlsxwriter'   '^src/documents/dov-(workbook|sheet)[a-z-]*\.[ch]$'
only 'json-glib'    '^src/exchange/'
only '(gtk/|adwaita)' '^src/(widgets|kit|pages|app)/'

python3 tests/check/layers.py . || status=1

exit $status
