#!/usr/bin/env bash
# on-screen.sh PROGRAM [WORD...]: runs a program on a screen of its own. The screen itself looks for a free number,
# so that any number of programs may start at once; xvfb-run looks first and takes it later, and another is faster.
set -uo pipefail

folder=$(mktemp -d)
mkfifo "$folder/number"
# No program draws with OpenGL, and a screen without it is there at once.
Xvfb -displayfd 3 -screen 0 2000x1200x24 -noreset -nolisten tcp -extension GLX 3>"$folder/number" 2>"$folder/log" &
screen=$!
trap 'kill "$screen" 2>/dev/null; wait "$screen" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 143' TERM INT

if ! read -r number <"$folder/number"; then
  cat "$folder/log" >&2
  exit 1
fi
# What is told to a screen reader goes over a bus, which is this program's own like the screen; what the bus has to
# say is no word of the test.
if [ "${GTK_A11Y:-}" = atspi ]; then
  DISPLAY=:$number dbus-run-session -- bash -c '"$@" >&3' test "$@" 3>&1 >/dev/null
else
  DISPLAY=:$number "$@"
fi
