#!/usr/bin/env bash
# The part of the style that a machine can see.
cd "$1" || exit 1
status=0
complain () { echo "$1"; status=1; }

while read -r file; do
  name=$(basename "$file")
  head -n 1 "$file" | grep -q "^/\* $name - .* \*/$" || complain "$file: the first line is not '/* $name - what it is */'"
  sed -n 2p "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || complain "$file: the second line has no licence"
  case $file in *.h) grep -q '^#pragma once$' "$file" || complain "$file: no #pragma once" ;; esac
  lines=$(wc -l < "$file")
  [ "$lines" -le 620 ] || complain "$file: $lines lines; is it one thing?"
  long=$(LC_ALL=C.UTF-8 grep -nE '^.{131}' "$file" | head -n 1 | cut -d: -f1)
  [ -z "$long" ] || complain "$file:$long: a line of over 130 characters"
  tab=$(grep -nP '\t' "$file" | head -n 1 | cut -d: -f1)
  [ -z "$tab" ] || complain "$file:$tab: a tab"
done < <(find src tests -name '*.[ch]' | sort)

found=$(grep -rnE '\b(TODO|FIXME|XXX)\b' src ui resources tests --include='*.[ch]' --include='*.ui' --include='*.css' --include='*.document')
[ -z "$found" ] || complain "$found"
found=$(find src -name '*util*' -o -name '*helper*' -o -name '*manager*' -o -name '*misc*' |
  grep -v 'dov-event-helper\.')  # people who help
[ -z "$found" ] || complain "names that say nothing: $found"

exit $status
