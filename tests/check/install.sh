#!/usr/bin/env bash
# install.sh SOURCE BUILD: what is installed works from another place, without the build.
build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
complain () { echo "$1"; status=1; }

DESTDIR=$work meson install -C "$build" --no-rebuild --quiet >/dev/null || exit 1
unset DOVERIE_DATADIR DOVERIE_LOCALEDIR
tool=$(find "$work" -name doverie-tool -type f)
[ -n "$tool" ] || { echo "doverie-tool is not installed"; exit 1; }

cd "$work" || exit 1
LANGUAGE=ru "$tool" demo demo.doverie || complain "the installed tool makes no demo file"
from=$(date -d "$(date +%Y-%m-01) -1 month" +%Y-%m-%d)
to=$(date -d "$from +1 month -1 day" +%Y-%m-%d)
"$tool" report demo.doverie D-22 --from "$from" --to "$to" -o out.xlsx || complain "the installed tool makes no workbook"
[ -s out.xlsx ] || complain "the workbook is empty"
LANGUAGE=ru LC_ALL=C.UTF-8 "$tool" --help | grep -q 'Вызов' || complain "the installed tool does not speak Russian"

for file in applications/io.github.doverie.Doverie.desktop metainfo/io.github.doverie.Doverie.metainfo.xml \
    icons/hicolor/scalable/apps/io.github.doverie.Doverie.svg locale/ru/LC_MESSAGES/doverie.mo man/man1/doverie-tool.1; do
  find "$work" -path "*share/$file*" | grep -q . || complain "$file is not installed"
done

exit $status
