# Installs what a task needs and this machine lacks. Sourced by run and tests/run.
# shellcheck shell=bash

# What each task needs, by the names of Debian and Ubuntu.
packages_build="gcc libc6-dev pkg-config meson ninja-build gettext libgtk-4-dev libadwaita-1-dev libsqlite3-dev
  libxlsxwriter-dev libminizip-dev libexpat1-dev libjson-glib-dev libpango1.0-dev libsodium-dev desktop-file-utils"
packages_run="adwaita-icon-theme librsvg2-common fonts-cantarell fonts-liberation gsettings-desktop-schemas"
packages_picture="xvfb xauth imagemagick sqlite3 procps"
packages_test="xvfb xauth dbus at-spi2-core adwaita-icon-theme librsvg2-common fonts-cantarell fonts-dejavu-core
  fonts-liberation gsettings-desktop-schemas appstream sqlite3 python3 python3-openpyxl locales git
  libglib2.0-bin poppler-utils procps mold"

# What tells, on a system that has packages of another kind, that they are there: programs, and libraries of pkg-config.
programs_build="cc pkg-config meson ninja msgfmt glib-compile-resources"
programs_picture="xvfb-run import sqlite3"
programs_test="Xvfb dbus-run-session appstreamcli sqlite3 python3 localedef git pdftotext"
libraries_build="gtk4 libadwaita-1 sqlite3 xlsxwriter minizip expat json-glib-1.0 pangocairo libsodium"

# Prints what of the tasks' packages is not installed.
list_packages () {
  local task list names=()
  for task; do
    list="packages_$task"
    # shellcheck disable=SC2206 # a list of words
    names+=(${!list})
  done
  printf '%s\n' "${names[@]}" | awk '!seen[$0]++' |
    grep -vxF -f <(dpkg-query -W -f '${Status} ${Package}\n' "${names[@]}" 2>/dev/null |
      sed -n 's/^install ok installed //p')
}

# Prints which of the tasks' programs and libraries cannot be found.
list_things () {
  local task list thing
  for task; do
    list="programs_$task"
    for thing in ${!list-}; do
      command -v "$thing" >/dev/null 2>&1 || echo "$thing"
    done
    list="libraries_$task"
    for thing in ${!list-}; do
      pkg-config --exists "$thing" 2>/dev/null || echo "$thing"
    done
  done | awk '!seen[$0]++'
}

# How README calls this system, if it does.
name_system () {
  # shellcheck source=/dev/null
  case " $(. /etc/os-release 2>/dev/null && echo "${ID-} ${ID_LIKE-}") " in
    *' altlinux '*) echo ALT ;;
    *' fedora '*) echo Fedora ;;
  esac
}

# Tells which packages a system without Debian's has to get, by README's table.
tell_packages () {
  local readme=$1 system
  system=$(name_system)
  [ -n "$system" ] && sed -n "s/^| $system | \(.*\) |\$/Поставьте пакеты: \1/p" "$readme" && return
  echo "Поставьте пакеты, в которых они есть; имена для Debian, Fedora и ALT — в $readme"
}

# Runs a command whose words are for whoever mends it: shows the last line as it goes, the last forty when it fails.
run_quietly () {
  local log line shown=0 status=0
  log=$(mktemp)
  "$@" 2>&1 | while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    if [ -t 2 ]; then
      printf '\r\033[K%.76s' "$line" >&2
    elif [ "$((SECONDS - shown))" -ge 20 ]; then
      printf '  %.76s\n' "$line" >&2
      shown=$SECONDS
    fi
  done || status=$?
  [ ! -t 2 ] || printf '\r\033[K' >&2
  [ "$status" -eq 0 ] || tail -n 40 "$log" >&2
  rm -f "$log"
  return "$status"
}

install_packages () {
  export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
  "$@" apt-get update && "$@" apt-get install -y --no-install-recommends "${missing[@]}"
}

# set_up TASK…: build, run, picture, test. What lacks is named once, all of it.
set_up () {
  local missing=() rights=()
  if ! command -v dpkg-query >/dev/null 2>&1; then
    mapfile -t missing < <(list_things "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    { echo "Не хватает: ${missing[*]}"; tell_packages "$(dirname "${BASH_SOURCE[0]}")/../README.md"; } >&2
    return 1
  fi

  mapfile -t missing < <(list_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    rights=(sudo)
    # Nobody is there to be asked for a password, or there is nothing to ask with.
    if ! command -v sudo >/dev/null 2>&1 || { ! [ -t 0 ] && ! sudo -n true 2>/dev/null; }; then
      echo "Не хватает: ${missing[*]}" >&2
      echo "Попросите администратора выполнить: apt-get install ${missing[*]}" >&2
      return 1
    fi
    sudo -v || { echo "Попросите администратора выполнить: apt-get install ${missing[*]}" >&2; return 1; }
  fi
  echo "Ставлю, чего не хватает: ${missing[*]}" >&2
  run_quietly install_packages "${rights[@]}"
}
