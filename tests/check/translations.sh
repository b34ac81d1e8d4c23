#!/usr/bin/env bash
# ru.po translates every message of the program, with nothing fuzzy and no English left.
cd "$1" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

grep -vE '^#|^$' po/POTFILES.in | grep -E '\.(c|h)$' |
  xgettext --files-from=- --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
    --keyword=g_dngettext:2,3 --language=C --output="$work/c.pot" || status=1
grep -vE '^#|^$' po/POTFILES.in | grep -vE '\.(c|h)$' | xgettext --files-from=- --from-code=UTF-8 --output="$work/ui.pot" || status=1
msgcat --use-first "$work"/*.pot --output="$work/all.pot" || status=1

msgfmt --check --output=/dev/null po/ru.po || status=1
msgmerge --quiet --no-fuzzy-matching po/ru.po "$work/all.pot" --output="$work/ru.po" || status=1
state=$(msgfmt --statistics --output=/dev/null "$work/ru.po" 2>&1)
case $state in
  *untranslated*|*fuzzy*)
    echo "po/ru.po is not complete: $state"
    msgattrib --untranslated --no-obsolete "$work/ru.po" | sed -n '/^msgid/,/^msgstr/p' | head -60
    status=1 ;;
esac

# {field} is filled in by name: a translation names the same ones.
msgcat --no-wrap po/ru.po | awk '
  function names(text,   found) {
    found = ""
    while (match (text, /\{[a-z_]+\}/)) {
      found = found substr (text, RSTART, RLENGTH) "\n"
      text = substr (text, RSTART + RLENGTH)
    }
    return found
  }
  function sorted(text,   n, i, j, parts, kept) {
    n = split (text, parts, "\n")
    for (i = 1; i < n; i++)
      for (j = i + 1; j <= n; j++)
        if (parts[j] < parts[i]) { kept = parts[i]; parts[i] = parts[j]; parts[j] = kept }
    text = ""
    for (i = 1; i <= n; i++) text = text parts[i]
    return text
  }
  /^msgid "/ { meant = $0 }
  /^msgstr "/ && sorted (names (meant)) != sorted (names ($0)) { print "other fields are named in " meant; bad = 1 }
  END { exit bad }' || status=1

exit $status
