#!/bin/sh
# Sees to it that Debian's packages are there: installs them as root, else prints the one line to run and stops.
set -eu
missing=""
for package in "$@"; do
    case "$package" in
        nodejs) command -v node >/dev/null && continue ;;  # one from elsewhere serves as well
        npm) command -v npm >/dev/null && continue ;;
        python3-venv) python3 -c 'import ensurepip' 2>/dev/null && continue ;;
    esac
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
is_new_enough() { node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)'; }
if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ]; then
        echo "এই প্যাকেজগুলো লাগবে, একবার চালান | these packages are needed, run once:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
        exit 1
    fi
    apt-get update -qq
    # shellcheck disable=SC2086  # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
case " $* " in *" nodejs "*) is_new_enough || {
    echo "Node $(node --version) পুরোনো, পরীক্ষার জন্য ২০.১৯ বা নতুনটি লাগবে (Debian 13) | Node $(node --version) is too old, the tests need 20.19 or newer (Debian 13)" >&2
    exit 1
} ;; esac
