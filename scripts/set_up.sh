# Sourced by ./run: a Python environment with this package, made from whatever the machine has.

venv="${VISAVIS_VENV:-.venv}"

say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

fail() {
    printf '\n** %s\n' "$@" >&2
    exit 1
}

# Runs a command as root: directly, or through sudo where that is there.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo "$@"
    else
        return 1
    fi
}

# Installs Debian or Ubuntu packages; false where that cannot be done.
apt_install() {
    command -v apt-get >/dev/null || return 1
    say "apt-get install $*"
    local log
    log="$(mktemp)"
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >"$log" 2>&1; then
        as_root apt-get update -q >>"$log" 2>&1 || true
        if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1; then
            tail -n 5 "$log" >&2
            rm -f "$log"
            return 1
        fi
    fi
    rm -f "$log"
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local candidate
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" || fail "PYTHON=$PYTHON is not Python 3.11 or newer."
        echo "$PYTHON"
        return
    fi
    for candidate in python3.11 python3.12 python3 python3.13 python3.14; do
        if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# An empty environment in $venv. Debian's python3 comes without ensurepip; then python3-venv is installed, or an
# environment without pip is filled by the machine's own pip.
make_venv() {
    local python="$1" version
    version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    rm -rf "$venv"
    if "$python" -c 'import ensurepip, venv' 2>/dev/null && "$python" -m venv "$venv" >/dev/null 2>&1; then return; fi
    rm -rf "$venv"
    if apt_install "python$version-venv" || apt_install python3-venv; then
        "$python" -m venv "$venv" >/dev/null && return
    fi
    rm -rf "$venv"
    if "$python" -m pip --version >/dev/null 2>&1; then
        if "$python" -m venv --without-pip "$venv" 2>/dev/null &&
            "$python" -m pip --python "$venv/bin/python" install -q pip; then return; fi
        rm -rf "$venv"
        if "$python" -m pip install -q --user virtualenv && "$python" -m virtualenv -q "$venv"; then return; fi
    fi
    rm -rf "$venv"
    fail "Python $version here can make no environment. Install its venv module (python$version-venv) and try again."
}

# This package, editable, with the extras named; nothing is done when they are there already.
set_up_python() {
    local python extras wanted
    if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        if ! python="$(find_python)"; then
            apt_install python3 python3-venv || true
            python="$(find_python)" || fail "Python 3.11 or newer is needed. Debian 12 and Ubuntu 24.04 have it as python3."
        fi
        say "making $venv with $("$python" --version)"
        make_venv "$python"
    fi
    # A test environment serves every command; a plain one is not taken back for it.
    extras="$(printf '%s\n' "$@" "$(cat "$venv/extras" 2>/dev/null || true)" | tr ' ' '\n' | sed '/^$/d' | sort -u | paste -sd, -)"
    wanted="$(cksum <pyproject.toml) $PWD $extras"
    [ "$(cat "$venv/installed" 2>/dev/null || true)" = "$wanted" ] && return
    case ",$extras," in *,train,*) set_up_torch ;; esac
    say "installing visavis${extras:+ with $extras} into $venv"
    "$venv/bin/python" -m pip install -q --disable-pip-version-check -e ".${extras:+[$extras]}" ||
        fail "pip could not install visavis; its messages are above."
    echo "${extras//,/ }" >"$venv/extras"
    echo "$wanted" >"$venv/installed"
}

# PyTorch for processors alone, where the package index has that build: the other one brings gigabytes of CUDA.
# VISAVIS_TORCH names another build, e.g. VISAVIS_TORCH=torch==2.13.0 on a machine with an NVIDIA GPU, or a wheel.
set_up_torch() {
    local version
    version="$(sed -n 's/^train = .*"torch==\([0-9.]*\)".*/\1/p' pyproject.toml)"
    "$venv/bin/python" -c "import torch, sys; sys.exit(not torch.__version__.startswith('$version'))" 2>/dev/null && return
    say "installing PyTorch $version"
    if [ -n "${VISAVIS_TORCH:-}" ]; then
        "$venv/bin/python" -m pip install -q --disable-pip-version-check "$VISAVIS_TORCH" || fail "VISAVIS_TORCH=$VISAVIS_TORCH could not be installed."
    elif ! "$venv/bin/python" -m pip install -q --disable-pip-version-check "torch==$version+cpu" 2>/dev/null; then
        say "the package index has no CPU-only build of PyTorch under its own name; taking the default one."
        say "if that is the large CUDA build: point PIP_EXTRA_INDEX_URL at an index of CPU builds, or set VISAVIS_TORCH."
        "$venv/bin/python" -m pip install -q --disable-pip-version-check "torch==$version" || fail "PyTorch $version could not be installed."
    fi
}
