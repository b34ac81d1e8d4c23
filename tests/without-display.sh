#!/usr/bin/env bash
# What ./run does where there is no display: the demo data's workbooks for the
# last full month and a picture of the window.
set -euo pipefail

build=$1
out=$build-demo
file=$out/demo.doverie
tool=$build/src/doverie-tool

rm -rf "$out"
mkdir "$out"
"$tool" demo "$file"

first=$(date -d "$(date +%Y-%m-01) -1 month" +%Y-%m-%d)
last=$(date -d "$first +1 month -1 day" +%Y-%m-%d)
for code in D-15 D-21 D-22 D-29; do
  "$tool" report "$file" "$code" --from "$first" --to "$last" -o "$out/"
done
event=$(sqlite3 "file:$file?mode=ro" \
  "SELECT event_id FROM attendance JOIN event e ON e.id = event_id WHERE date (e.starts_at) BETWEEN '$first' AND '$last'
   GROUP BY event_id ORDER BY count (*) DESC LIMIT 1")
"$tool" report "$file" D-23 --event "$event" -o "$out/"

XDG_CONFIG_HOME=$out/config GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory \
  xvfb-run -a -s "-screen 0 1366x768x24" "$(dirname "$0")/picture.sh" "$build/src/app/doverie" "$file" "$out/window.png"
rm -rf "$out/config"

echo "Книги Excel за $(date -d "$first" +%m.%Y) и снимок окна лежат здесь: $out"
ls -1 "$out"
