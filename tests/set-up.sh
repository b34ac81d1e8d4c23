# Installs what a task needs and this machine lacks. Sourced by run and tests/run.
# shellcheck shell=bash

# What each task needs, by the names of Debian and Ubuntu. README lists the
# names for Fedora and ALT.
packages_build="gcc libc6-dev pkg-config meson ninja-build gettext libgtk-4-dev libadwaita-1-dev libsqlite3-dev
  libxlsxwriter-dev libminizip-dev libexpat1-dev libjson-glib-dev libpango1.0-dev libsodium-dev desktop-file-utils"
packages_run="adwaita-icon-theme librsvg2-common fonts-cantarell fonts-liberation gsettings-desktop-schemas"
packages_picture="xvfb xauth imagemagick sqlite3 procps"
packages_test="xvfb xauth dbus at-spi2-core adwaita-icon-theme librsvg2-common fonts-cantarell fonts-dejavu-core
  fonts-liberation gsettings-desktop-schemas appstream sqlite3 python3 python3-openpyxl locales git
  libglib2.0-bin poppler-utils procps mold"

is_installed () {
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

# set_up TASK: build, run, picture or test
set_up () {
  local list="packages_$1" missing=() package sudo=
  command -v apt-get >/dev/null 2>&1 || return 0
  for package in ${!list}; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  echo "Ставлю, чего не хватает: ${missing[*]}" >&2
  if [ "$(id -u)" -ne 0 ]; then
    sudo=sudo
    if ! command -v sudo >/dev/null 2>&1; then
      echo "Попросите администратора выполнить: apt-get install ${missing[*]}" >&2
      return 1
    fi
  fi
  export DEBIAN_FRONTEND=noninteractive
  local log
  log=$(mktemp)
  if ! { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
