# shellcheck shell=bash
# Sourced by the scripts named `run`: packages, configuration and build. Everything it says goes to stderr,
# because stdout is the program's own.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build=$root/build

say() { printf 'interleave: %s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }

# packages_of SECTION...: the names in these sections of the one list.
packages_of() {
    local wanted=" $* " section='' line
    while read -r line; do
        case $line in
            '' | '#'*) ;;
            '['*']') section=${line:1:-1} ;;
            *) if [[ $wanted == *" $section "* ]]; then echo "$line"; fi ;;
        esac
    done < "$root/resources/cmake/debian-packages.txt"
}

# install_packages SECTION...: installs what is missing. A stamp that names the list's contents makes
# the next call free.
install_packages() {
    local packages stamp missing
    mapfile -t packages < <(packages_of "$@")
    stamp=$build/.packages-$(printf '%s\n' "${packages[@]}" | cksum | tr ' ' '-')
    if [[ -e $stamp ]]; then return; fi

    command -v dpkg-query > /dev/null || give_up "this is no Debian; install what stands in resources/cmake/debian-packages.txt, then run cmake --preset release"
    # Installed ones are taken out of the list.
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${packages[@]}" | sort) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2> /dev/null | sed -n 's/^installed //p' | sort))
    if ((${#missing[@]} > 0)); then
        local as_root=()
        if ((EUID != 0)); then
            command -v sudo > /dev/null || give_up "as root, first run: apt-get install ${missing[*]}"
            as_root=(sudo)
        fi
        local log=$build/install.log
        say "installing ${missing[*]} (apt's own words: $log)"
        # Another apt at work is waited for; recommended packages would bring whole desktops.
        if ! { "${as_root[@]}" apt-get -qq update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
                -o DPkg::Lock::Timeout=600 install "${missing[@]}"; } > "$log" 2>&1 < /dev/null; then
            tail -n 5 "$log" >&2
            give_up "apt-get could not install what is missing; its last words stand above, all of them in $log"
        fi
    fi
    touch "$stamp"
}

# As many compilers as there are cores, but none that would not find 700 MB of memory.
jobs() {
    local cores free_kb
    cores=$(nproc)
    free_kb=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
    local room=$((${free_kb:-4000000} / 700000))
    if ((room < 1)); then room=1; fi
    echo $((cores < room ? cores : room))
}

# configure OPTION...: the release preset, into the build folder.
configure() {
    if (cd "$root" && cmake --preset release -D "INTERLEAVE_PRECOMPILE=${INTERLEAVE_PRECOMPILE:-OFF}" "$@") >&2; then return; fi
    # Perhaps a package was removed: look again next time.
    rm -f "$build"/.packages-*
    give_up "cmake could not configure $build; its reason stands above"
}

# build_targets TARGET...: says nothing when all is up to date.
build_targets() {
    local plan
    plan=$(ninja -C "$build" -n "$@" 2>&1) || true
    if [[ $plan == *'no work to do'* ]]; then return; fi
    ninja -C "$build" -j "$(jobs)" "$@" >&2 || give_up "the build failed; the compiler's reason stands above"
}

# prepare STEPS: runs this function with the build folder locked, so that two calls at once do not build over each other.
prepare() {
    if ! mkdir -p "$build" 2> /dev/null || [[ ! -w $build ]]; then
        give_up "$build cannot be written; clone the repository to a folder of your own"
    fi
    exec {lock}> "$build/.lock"
    if ! flock -n "$lock"; then
        say "waiting for another call that builds in $build"
        flock "$lock"
    fi
    "$@"
    exec {lock}>&-
}
