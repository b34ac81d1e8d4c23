#!/usr/bin/env bash
# Every file with words for people is listed in po/POTFILES.in, and every file listed is there.
cd "$1" || exit 1
status=0

for file in $(grep -rlE '\b(_|N_|C_|ngettext|g_dngettext) ?\("|translatable="' src ui 2>/dev/null | grep -E '\.(c|ui)$' | sort); do
  grep -qxF "$file" po/POTFILES.in || { echo "$file has words for people but is not in po/POTFILES.in"; status=1; }
done
while read -r file; do
  case $file in ''|'#'*) continue ;; esac
  [ -f "$file" ] || { echo "po/POTFILES.in lists $file, which is not there"; status=1; }
done < po/POTFILES.in

exit $status
