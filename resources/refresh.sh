#!/bin/sh
# refresh.sh FOLDER: tells the desktop what was installed, unless it was put aside for a package, which does it itself.
[ -z "${DESTDIR-}" ] || exit 0

! command -v update-mime-database >/dev/null || update-mime-database "$1/mime"
! command -v update-desktop-database >/dev/null || update-desktop-database -q "$1/applications"
! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -qtf "$1/icons/hicolor" || true
