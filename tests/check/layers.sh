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

# a file is opened at one place, or something would walk around what is to stand there
found=$(grep -rnE 'sqlite3_open' src)
[ "$(echo "$found" | wc -l)" -eq 1 ] || { echo "a file is opened at more than one place: $found"; status=1; }

# what is shown is read where who works sees no more than he may; only the store and its rules see all
found=$(grep -rnE 'dov_store_get_database' src/kit src/pages src/app src/widgets src/documents | grep -v set_cancellable)
[ -z "$found" ] || { echo "read by dov_store_get_seen (): $found"; status=1; }

exit $status
