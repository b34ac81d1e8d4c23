#!/bin/sh
# version.sh [--date]: the version of the program, or the day of it. A release has a tag; what is handed on without git
# has the file .version with both; between releases the version grows with each change.
cd "$(dirname "$0")" || exit 1
next=0.9.0

if [ -f .version ]; then
  read -r version day <.version
elif count=$(git rev-list --count HEAD 2>/dev/null); then
  version=$(git describe --match 'v[0-9]*' 2>/dev/null) || version=$next-$count-g$(git rev-parse --short HEAD)
  day=$(git log -1 --format=%cs)
else
  version=$next
  day=$(date -r "$0" +%F)
fi
[ "${1-}" = --date ] && echo "$day" || echo "${version#v}"
