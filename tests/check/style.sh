#!/usr/bin/env bash
# The part of the style that a machine can see.
cd "$1" || exit 1
status=0
# One complaint a line, from standard input.
complain () {
  local found
  found=$(cat)
  [ -z "$found" ] || { echo "$found"; status=1; }
}
# The first hit of every file, of what grep -n says.
first () { awk -F: '!seen[$1]++ {print $1 ":" $2}'; }

mapfile -t files < <(find src tests -name '*.[ch]' | sort)

complain < <(awk '
  function close_file () {
    if (file == "") return
    if (n_lines > 900) print file ": " n_lines " lines; is it one thing?"
    if (file ~ /\.h$/ && !once) print file ": no #pragma once"
  }
  FNR == 1 {
    close_file()
    file = FILENAME; once = 0
    name = file; sub(/.*\//, "", name)
    if (index($0, "/* " name " - ") != 1 || $0 !~ / \*\/$/) print file ": the first line is not \"/* " name " - what it is */\""
  }
  FNR == 2 && !/SPDX-License-Identifier: GPL-3\.0-or-later/ { print file ": the second line has no licence" }
  /^#pragma once$/ { once = 1 }
  { n_lines = FNR }
  END { close_file() }' "${files[@]}")
complain < <(LC_ALL=C.UTF-8 grep -nE '^.{131}' "${files[@]}" | first | sed 's/$/: a line of over 130 characters/')
complain < <(grep -nF $'\t' "${files[@]}" | first | sed 's/$/: a tab/')
complain < <(grep -rnE '\b(TODO|FIXME|XXX)\b' src ui resources tests --include='*.[ch]' --include='*.ui' --include='*.css' --include='*.document')
# An icon that is not kept can be freed while it is asked for.
complain < <(grep -rhoE '"?[a-z][a-z0-9-]+-symbolic' src ui --include='*.[ch]' --include='*.ui' | tr -d '"' | sort -u |
  while read -r icon; do
    grep -qF "\"${icon%-symbolic}\"" src/widgets/dov-icons.c || echo "src/widgets/dov-icons.c does not keep $icon"
  done)
# What the Adwaita icon theme no longer has since version 45, and the toolkit does not bring with it.
complain < <(grep -rnE '[" >](emblem-(default|documents|favorite|music|ok|photos|shared|synchronizing|videos)|network-wired-offline)-symbolic' \
  src ui --include='*.[ch]' --include='*.ui' | first | sed 's/$/: newer themes do not have this icon/')
# people who help are a record
complain < <(find src -name '*util*' -o -name '*helper*' -o -name '*manager*' -o -name '*misc*' |
  grep -v 'dov-event-helper\.' | sed 's/^/a name that says nothing: /')

exit $status
