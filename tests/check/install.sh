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
    icons/hicolor/scalable/apps/io.github.doverie.Doverie.svg locale/ru/LC_MESSAGES/doverie.mo man/man1/doverie-tool.1 \
    man/ru/man1/doverie-tool.1 man/man1/doverie.1 man/ru/man1/doverie.1 doverie/locale/ru_RU.UTF-8/LC_MESSAGES \
    mime/packages/io.github.doverie.Doverie.mime.xml; do
  find "$work" -path "*share/$file*" | grep -q . || complain "$file is not installed"
done

# A file of the program is known by what is in it, whatever its name; the manual tells every option and command.
if command -v update-mime-database >/dev/null && command -v gio >/dev/null; then
  share=$(dirname "$(find "$work" -path '*/share/mime' -type d)")
  mkdir -p "$work/data/mime/packages"
  cp "$share"/mime/packages/* /usr/share/mime/packages/freedesktop.org.xml "$work/data/mime/packages"
  update-mime-database "$work/data/mime" >/dev/null 2>&1
  cp demo.doverie demo.copy
  sqlite3 other.db 'CREATE TABLE x (y)'
  for pair in demo.doverie:application/x-doverie demo.copy:application/x-doverie other.db:application/vnd.sqlite3; do
    kind=$(XDG_DATA_HOME=$work/data XDG_DATA_DIRS=$work/none gio info -a standard::content-type "${pair%%:*}" |
      sed -n 's/.*standard::content-type: //p')
    [ "$kind" = "${pair#*:}" ] || complain "${pair%%:*} is taken for $kind"
  done
fi
find "$work" -name '*.desktop' -exec cat {} + | grep -x 'Exec=doverie %f' >/dev/null || complain "a double click gives no file"
for manual in man man/ru; do
  for word in $("$tool" --help | sed -n 's/^  doverie-tool \([a-z-]*\).*/\1/p') --version; do
    find "$work" -path "*share/$manual/man1/doverie-tool.1" -exec sed 's/\\-/-/g' {} + | grep -E "^\.B (doverie-tool )?$word\$" >/dev/null ||
      complain "$manual: doverie-tool.1 does not tell $word"
  done
  for word in --file --demo --version; do
    find "$work" -path "*share/$manual/man1/doverie.1" -exec sed 's/\\-/-/g' {} + | grep -e "$word" >/dev/null ||
      complain "$manual: doverie.1 does not tell $word"
  done
done

exit $status
