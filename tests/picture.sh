#!/usr/bin/env bash
# picture.sh PROGRAM FILE PICTURE: opens the program on a file and photographs the screen.
set -euo pipefail

"$1" --file "$2" &
program=$!
sleep 6
import -window root "$3"
kill "$program"
wait "$program" 2>/dev/null || true
