#!/usr/bin/env bash
# Words, rings and targets of the style sheets are for tired eyes and hands.
cd "$1" || exit 1
exec python3 tests/check/contrast.py ui
