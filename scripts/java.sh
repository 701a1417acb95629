#!/bin/sh
# Makes ready what the Spark engine needs besides Python: sh scripts/java.sh
#
# Debian's headless Java runtime, where there is none and one may be installed. Where it cannot be had, the tests of the
# Spark engine skip, and say so. Never fails: a machine without Java can still run the rest.
set -u

java_found() {
    command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java" >/dev/null 2>&1
}

java_found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "java: installing Debian's headless runtime (once; this downloads packages)" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless; } \
        >/dev/null 2>&1 || true
fi
java_found && exit 0
echo "java: there is none, and it could not be installed (as root: apt-get install default-jre-headless)" >&2
echo "  not tested here: the Spark engine" >&2
