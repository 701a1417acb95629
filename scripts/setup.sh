#!/bin/sh
# Makes the virtual environment ready: sh scripts/setup.sh run|dev
#
# run: what `make check` needs (requirements.lock); dev: what the tests need too (requirements-dev.lock).
# A second run finds the stamp of the first and does nothing. The stamp holds the content of what was installed, not its
# time, so that changing branches back and forth is noticed; and the folder, since an editable install points into it.
set -eu

level=$1
venv=${VENV:-.venv}

case $level in
run) lock=requirements.lock ;;
dev) lock=requirements-dev.lock ;;
*)
    echo "setup: the first argument is run or dev, not $level" >&2
    exit 2
    ;;
esac

key() {
    { pwd -P && cat scripts/setup.sh "$1" pyproject.toml; } | cksum
}

stamp=$venv/.ready-$level
if [ -x "$venv/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(key $lock)" ]; then
    exit 0
fi

fail() {
    echo "setup: $1" >&2
    shift
    for line in "$@"; do
        echo "  $line" >&2
    done
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

# Debian splits what `python -m venv` needs into a package of its own; pip 22.3 or later can do without it, since it
# installs into an environment from outside.
has_pip() {
    "$1" -c 'import sys, venv, pip; sys.exit(tuple(map(int, pip.__version__.split(".")[:2])) < (22, 3))' >/dev/null 2>&1
}

python=
found=
for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3 python}; do
    new_enough "$candidate" || continue
    found=${found:-$candidate}
    if has_venv "$candidate" || has_pip "$candidate"; then
        python=$candidate
        break
    fi
done

if [ -z "$found" ] && [ -n "${PYTHON:-}" ]; then
    fail "PYTHON=$PYTHON is not a Python 3.11 or later" \
        "name another, such as PYTHON=python3.11, or leave PYTHON out to have one looked for"
elif [ -z "$found" ]; then
    fail "no Python 3.11 or later was found" \
        "on Debian or Ubuntu, as root: apt-get install python3 python3-venv" \
        "or say where one is: make PYTHON=/path/to/python3.11 ..."
elif [ -z "$python" ]; then
    version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    fail "$found cannot make a virtual environment: its venv module is incomplete" \
        "on Debian or Ubuntu, as root: apt-get install python$version-venv" \
        "or say where another Python is: make PYTHON=/path/to/python3.11 ..."
fi

echo "setup: preparing $venv from $lock (once; this downloads packages)" >&2
rm -f "$venv"/.ready-*

# An environment whose interpreter is gone or too old is made anew; any other is brought up to date.
if ! new_enough "$venv/bin/python"; then
    if has_venv "$python"; then
        "$python" -m venv --clear "$venv"
    else
        "$python" -m venv --clear --without-pip "$venv"
    fi
fi

if "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; then
    pip() { "$venv/bin/python" -m pip "$@"; }
else
    pip() { "$python" -m pip --python "$venv/bin/python" "$@"; }
fi

if ! pip install --quiet --no-input --disable-pip-version-check --require-hashes -r "$lock"; then
    fail "the packages of $lock could not be installed" "pip says why above; without a network nothing can be downloaded"
fi
# The build backend is in the lock: what builds the project is pinned like what it runs on.
pip install --quiet --no-input --disable-pip-version-check --no-deps --no-build-isolation --editable .

key requirements.lock >"$venv/.ready-run"
if [ "$level" = dev ]; then
    key requirements-dev.lock >"$venv/.ready-dev"
fi
