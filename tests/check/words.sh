#!/usr/bin/env bash
# Words for people are English in code and templates (Russian is in po/ru.po);
# nothing in the tree tells on which machine it was written.
cd "$1" || exit 1
status=0

found=$(grep -nP '[А-Яа-яЁё]' -r ui --include='*.ui' | grep -v '<!--')
[ -z "$found" ] || { echo "Russian in a template:"; echo "$found" | head; status=1; }
found=$(grep -nP '(\b_|\bN_|\bngettext|\bC_) ?\("[^"]*[А-Яа-яЁё]' -r src)
[ -z "$found" ] || { echo "Russian in a message id:"; echo "$found" | head; status=1; }
found=$(git grep -nIE '/(work|srv|root|home/[a-z]+)/' -- . ':!tests/check/words.sh' ':!COPYING' 2>/dev/null)
[ -z "$found" ] || { echo "a path of somebody's machine:"; echo "$found" | head; status=1; }

python3 tests/check/words.py . || status=1

exit $status
