#!/bin/sh
# Makes ready what the tests of the TextMate grammar need besides Python: sh scripts/docs_tools.sh
#
# Debian's nodejs and npm, where they are missing and may be installed; and the tokenizer of VS Code, which reads TextMate
# grammars as editors do (tests/docs/textmate/package-lock.json pins it). Whatever cannot be had is named with what goes
# untested; the tests themselves then skip, and say so too. Never fails: a machine without node can still run the rest.
set -u

folder=$(cd "$(dirname "$0")/../tests/docs/textmate" && pwd)

untested() {
    echo "docs: $1" >&2
    echo "  not tested here: the TextMate grammar with the tokenizer of an editor" >&2
}

if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "docs: installing Debian's nodejs and npm (once; this downloads packages)" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm; } \
        >/dev/null 2>&1 || true
fi

# npm's own record of what it installed: unless it is newer than the lock, the folder does not hold what the lock says.
installed=$folder/node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ "$folder/package-lock.json" -nt "$installed" ]; then
    if ! command -v npm >/dev/null 2>&1; then
        untested "there is no npm, and it could not be installed (as root: apt-get install nodejs npm)"
    elif ! (cd "$folder" && npm ci --silent >/dev/null 2>&1); then
        untested "npm could not install the tokenizer"
    fi
fi
