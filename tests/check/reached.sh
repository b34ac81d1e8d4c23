#!/usr/bin/env bash
# No page, no widget and nothing of the kit goes without a window test.
cd "$1" || exit 1
exec python3 tests/check/reached.py .
