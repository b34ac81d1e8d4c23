#!/usr/bin/env bash
# set-up.sh SOURCE: what ./run and tests/run say while they set up and build, and what the program is then given.
# Programs that install and build are played by short scripts; tests/other-system tries the real ones.
# shellcheck disable=SC2016 # what the played programs do is expanded by them
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
complain () { echo "$1"; status=1; }
mkdir "$work/bin" "$work/stand"

# play NAME LINE...: a program of that name, first on the PATH.
play () {
  local name=$1
  shift
  printf '#!/bin/bash\n' >"$work/bin/$name"
  printf '%s\n' "$@" >>"$work/bin/$name"
  chmod +x "$work/bin/$name"
}
# try CODE...: with everything of set-up.sh, after so much time that a line is due.
try () { PATH=$work/bin:$PATH bash -euo pipefail -c ". '$source/tests/set-up.sh'; SECONDS=100; $1" 2>&1; }
# expect WHAT CODE SAID: what is said is SAID and nothing else.
expect () {
  local said
  said=$(try "$2")
  [ "$said" = "$3" ] || complain "$1: it said «$said», not «$3»"
}

# ---- progress ----
steps="printf '%s\n' '[1/9] one' '[2/9] two'"
expect 'no screen: a line now and then' "run_quietly bash -c \"$steps\"" '  [1/9] one'
expect 'a failure is told in full' "run_quietly bash -c \"$steps; exit 3\" || echo \$?" \
  $'  [1/9] one\n[1/9] one\n[2/9] two\n3'
if command -v script >/dev/null; then
  echo ". '$source/tests/set-up.sh'; run_quietly bash -c \"$steps\"" >"$work/steps"
  said=$(script -qec "bash '$work/steps'" /dev/null </dev/null | tr '\r\033' '~^')
  [ "$said" = '~^[K[1/9] one~^[K[2/9] two~^[K' ] || complain "on a screen the last line stands: it said «$said»"
fi

# ---- what lacks ----
play id 'echo 1000'
play sudo 'exit 1'
play dpkg-query 'shift 3' \
  'printf "install ok installed %s\n" "$@" | sed "s/install ok \(installed libgtk-4-dev\)/deinstall ok \1/; /xvfb/d"'
expect 'who may not install reads all of it, once' 'set_up build run picture test </dev/null || echo $?' \
  $'Не хватает: libgtk-4-dev xvfb\nПопросите администратора выполнить: apt-get install libgtk-4-dev xvfb\n1'
play id 'echo 0'
play apt-get "echo \"\$*\" >>'$work/asked'"
expect 'root gets them' 'set_up build picture test; echo $?' $'Ставлю, чего не хватает: libgtk-4-dev xvfb\n0'
[ "$(cat "$work/asked")" = $'update\ninstall -y --no-install-recommends libgtk-4-dev xvfb' ] ||
  complain "apt-get was asked for: $(cat "$work/asked")"
play dpkg-query 'shift 3; printf "install ok installed %s\n" "$@"'
expect 'nothing lacks: nothing is said' 'set_up build run picture test; echo $?' 0

other='command () { [ "$2" != dpkg-query ] && builtin command "$@"; }; name_system () { echo ALT; }'
play pkg-config 'case $2 in gtk4) exit 1 ;; esac'
for name in cc meson ninja msgfmt glib-compile-resources; do
  play $name
done
expect 'without dpkg: what lacks, and how its packages are called there' "$other; set_up build || echo \$?" \
  "Не хватает: gtk4
$(sed -n 's/^| ALT | \(.*\) |$/Поставьте пакеты: \1/p' "$source/README.md")
1"
play pkg-config
expect 'without dpkg: it goes on when all is there' "$other; set_up build; echo \$?" 0

# ---- ./run ----
play meson 'mkdir -p "$2" && touch "$2/build.ninja"'
play ninja 'mkdir -p "$2/src/app" && echo "[1/2] of it"' \
  'printf "#!/bin/sh\necho \"\$PWD: \$*\"\n" >"$2/src/app/doverie" && chmod +x "$2/src/app/doverie"'
said=$(cd "$work/stand" && PATH=$work/bin:$PATH DOVERIE_BUILD=of-mine "$source/run" --file mine.doverie 2>&1)
[ "$said" = "Собираю программу в папке $work/stand/of-mine
$work/stand: --file mine.doverie" ] || complain "run from elsewhere: it said «$said»"
play ninja 'echo "error: no such thing"; exit 4'
said=$(cd "$work/stand" && PATH=$work/bin:$PATH DOVERIE_BUILD=of-mine "$source/run" --file mine.doverie 2>&1) &&
  complain 'a failed build is no failure of ./run'
[ "${said##*$'\n'}" = 'error: no such thing' ] || complain "a failed build: it said «$said»"
touch "$work/no-folder"
said=$(PATH=$work/bin:$PATH DOVERIE_BUILD=$work/no-folder/build "$source/run" --file x 2>&1)
[[ $said = "В папку $work/no-folder/build нельзя записать. Назовите другую: "* ]] ||
  complain "no place to build: it said «$said»"

exit $status
