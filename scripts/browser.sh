#!/bin/sh
# Makes ready what the tests of the HTML report need besides Python: sh scripts/browser.sh
#
# Debian's chromium, where it is missing and may be installed; and axe-core, which holds the page to the rules of
# accessibility (tests/html/package-lock.json pins it). Whatever cannot be had is named with what goes untested; the
# tests themselves then skip, and say so too. Never fails: a machine without a browser can still run the rest.
set -u

folder=$(cd "$(dirname "$0")/../tests/html" && pwd)

untested() {
    echo "browser: $1" >&2
    echo "  not tested here: $2" >&2
}

if ! command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "browser: installing Debian's chromium (once; this downloads packages)" >&2
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
            >/dev/null 2>&1 || true
    fi
    command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 ||
        untested "there is no chromium, and it could not be installed (as root: apt-get install chromium)" \
            "the HTML report in a real browser"
fi

# npm's own record of what it installed: unless it is newer than the lock, the folder does not hold what the lock says.
installed=$folder/node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ "$folder/package-lock.json" -nt "$installed" ]; then
    if ! command -v npm >/dev/null 2>&1; then
        untested "there is no npm, so axe-core is not installed" "the accessibility rules for the HTML report"
    elif ! (cd "$folder" && npm ci --silent >/dev/null 2>&1); then
        untested "npm could not install axe-core" "the accessibility rules for the HTML report"
    fi
fi
