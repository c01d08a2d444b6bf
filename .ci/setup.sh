# shellcheck shell=bash
# Sourced by tests/run and scenarios/demo. Sets `root`, the checkout, and gives install_packages.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# install_packages TAG...: installs what of .ci/packages bears one of the tags and is missing, having said so.
install_packages() {
    local tags=" $* " tag package missing=() as_root=()
    while read -r tag package; do
        [[ $tags == *" $tag "* ]] || continue
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done < <(grep -v '^#' "$root/.ci/packages")
    ((${#missing[@]})) || return 0

    if ! (. /etc/os-release && [[ ${ID:-} == debian && ${VERSION_ID:-} == 12 ]]); then
        say "Assent builds on Debian 12 only, and these packages of it are missing: ${missing[*]}"
        return 1
    fi
    say "Assent is about to install these Debian packages: ${missing[*]}"
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            say "That needs root, and there is no sudo. As root: apt-get update && apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    mkdir -p "$root/.build"
    local log=$root/.build/install.log apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y)
    if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        say "That failed; the end of $log:"
        tail -n 20 "$log" >&2
        return 1
    fi
}
