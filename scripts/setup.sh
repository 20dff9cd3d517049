# shellcheck shell=bash
# What a machine needs before the program can be built, shown and tested.
#
# Sourced by the scripts beside it. The lists of system packages stand here and
# nowhere else. Everything is said on standard error, so that what the program
# itself prints can still be piped. Kept to what bash 3.2 knows: macOS has that.

root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" | fold -s -w 78 >&2; }

# 2 everywhere means "could not run", 1 is kept for an error found in the work.
cannot() {
    say "$@"
    exit 2
}

# The family that this system belongs to, by its own description of itself.
system_family() {
    local name
    # An image-based Fedora is not changed by installing single packages.
    if [[ ! -r /etc/os-release || -e /run/ostree-booted ]]; then
        echo other
        return
    fi
    # shellcheck disable=SC1091
    for name in $(ID='' ID_LIKE='' && . /etc/os-release && echo "$ID $ID_LIKE"); do
        case $name in
        debian | ubuntu) echo debian && return ;;
        fedora) echo fedora && return ;;
        arch) echo arch && return ;;
        esac
    done
    echo other
}

# packages_for FAMILY PURPOSE: names in that system's catalogue.
#
# build   Rust links with the C compiler; sound is linked against ALSA and
#         gamepads against udev, which pkg-config finds.
# window  Opened when the window starts, so nothing else brings them along: the
#         Vulkan loader, a driver for it (Mesa has one for most graphics cards
#         and one that needs no card), and the Wayland, X11 and keyboard libraries.
# test    A screen that is not there, fingers for its keyboard, a camera, and
#         the driver that needs no graphics card.
#
# A=B: anything that provides A will do; where nothing does, B is installed.
packages_for() {
    case $1-$2 in
    debian-build) echo gcc libc6-dev pkg-config libasound2-dev libudev-dev ca-certificates ;;
    debian-window) echo libvulkan1 mesa-vulkan-drivers libwayland-client0 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 ;;
    debian-test) echo xvfb xdotool imagemagick mesa-vulkan-drivers ;;

    fedora-build) echo gcc pkgconf-pkg-config alsa-lib-devel systemd-devel ;;
    fedora-window) echo vulkan-loader mesa-vulkan-drivers libwayland-client libX11 libX11-xcb libXcursor libXi libxkbcommon libxkbcommon-x11 ;;
    fedora-test) echo xorg-x11-server-Xvfb xdotool ImageMagick mesa-vulkan-drivers ;;

    arch-build) echo gcc pkgconf alsa-lib systemd-libs ;;
    arch-window) echo vulkan-icd-loader vulkan-driver=vulkan-swrast wayland libx11 libxcursor libxi libxkbcommon libxkbcommon-x11 ;;
    arch-test) echo xorg-server-xvfb xdotool imagemagick vulkan-swrast ;;
    esac
}

is_installed() {
    case $1 in
    # A removed package may still be known, and one name may be there for two
    # kinds of processor; "not-installed" is not " installed ".
    debian) [[ " $(dpkg-query -W -f='${db:Status-Status} ' "$2" 2>/dev/null)" == *" installed "* ]] ;;
    fedora) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    arch) pacman -T "$2" >/dev/null 2>&1 ;;
    esac
}

# missing_packages FAMILY PURPOSE...: what is not there yet, each name once.
missing_packages() {
    local family=$1 purpose package missing=' '
    shift
    for purpose; do
        for package in $(packages_for "$family" "$purpose"); do
            is_installed "$family" "${package%%=*}" && continue
            package=${package#*=}
            [[ $missing == *" $package "* ]] || missing+="$package "
        done
    done
    missing=${missing# }
    echo "${missing% }"
}

# install_command FAMILY PREFIX PACKAGES: the line that a person could type too.
install_command() {
    case $1 in
    # ";" and not "&&": somebody's broken extra catalogue must not stop us while
    # the system's own one is fine.
    debian) echo "${2}apt-get -q update; ${2}apt-get -q install -y --no-install-recommends $3" ;;
    fedora) echo "${2}dnf install -y $3" ;;
    arch) echo "${2}pacman -S --needed --noconfirm $3" ;;
    esac
}

# what_is_missing FAMILY PACKAGES PURPOSE...: which parts, and what they are for;
# only the purposes that lack something.
what_is_missing() {
    local family=$1 missing=$2 purpose words=''
    shift 2
    for purpose; do
        [[ -n $(missing_packages "$family" "$purpose") ]] || continue
        case $purpose in
        build) words+=', build the program' ;;
        window) words+=', show its window' ;;
        test) words+=', test it on a screen that only exists in memory' ;;
        esac
    done
    words=${words#, }
    case $words in
    *,*) words="${words%,*} and${words##*,}" ;;
    esac
    echo "To $words, Fifty Minutes needs some parts of your system that are not there yet: $missing."
}

# need_packages PURPOSE...: silent when all is there; otherwise says what is
# missing, then installs it.
need_packages() {
    local family missing command prefix='' hint=''
    family=$(system_family)
    if [[ $family == other ]]; then
        # Once is enough when one script calls another.
        if [[ -z ${FIFTY_MINUTES_SYSTEM_SAID:-} ]]; then
            export FIFTY_MINUTES_SYSTEM_SAID=1
            say "These scripts know the software catalogues of Debian, Ubuntu, Fedora and Arch only. Nothing is installed here; going on with what this system has."
        fi
        return
    fi
    missing=$(missing_packages "$family" "$@")
    [[ -n $missing ]] || return 0

    if ((EUID != 0)); then
        prefix='sudo '
        command -v sudo >/dev/null || cannot_install "$family" "$missing" "$@"
    fi
    command=$(install_command "$family" "$prefix" "$missing")
    if [[ " $missing " == *" vulkan-swrast "* ]] && ! is_installed arch vulkan-driver; then
        hint='(Of these, vulkan-swrast draws without a graphics card. With one, its own driver is much faster: vulkan-intel, vulkan-radeon for AMD, or nvidia-utils. You may install that at any time.) '
    fi
    say "$(what_is_missing "$family" "$missing" "$@") They come from your system's own software catalogue. $hint${prefix:+You may be asked for your password. }This command installs them, and is started now:"
    printf '\n    %s\n\n' "$command" >&2
    # Nobody may be there to answer a question, and none of these has one to ask.
    if ! DEBIAN_FRONTEND=noninteractive bash -c "$command" </dev/null >&2; then
        cannot "That did not work; the lines above say why. When it is mended, start this script again."
    fi
    missing=$(missing_packages "$family" "$@")
    [[ -z $missing ]] || cannot "The command went through, and still these are not there: $missing. Please install them by hand, then start this script again."
    say "All of it is there now."
}

# cannot_install FAMILY PACKAGES PURPOSE...
cannot_install() {
    local family=$1 missing=$2
    shift 2
    say "$(what_is_missing "$family" "$missing" "$@") Only the system's administrator may install them, and this account cannot act as one (there is no sudo). Please have the administrator run this command, then start this script again:"
    printf '\n    %s\n\n' "$(install_command "$family" '' "$missing")" >&2
    exit 2
}

# need_rust: cargo and rustc are there and new enough for Cargo.toml.
need_rust() {
    local wanted have
    # Where rustup puts cargo, before the next login knows it.
    command -v cargo >/dev/null || PATH=$PATH:~/.cargo/bin
    if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
        cannot "Rust is missing: the language that Fifty Minutes is written in, with its builder, cargo. Get it from https://rustup.rs (one command, no administrator needed), then start this script again."
    fi
    if ! have=$(cd "$root" && rustc --version); then
        cannot "Rust is there but does not start; the lines above say why. Often this helps: rustup default stable"
    fi
    have=${have#rustc }
    have=${have%%[- ]*}
    wanted=$(sed -n 's/^rust-version *= *"\([^"]*\)".*/\1/p' "$root/Cargo.toml")
    printf '%s\n' "$wanted" "$have" | sort -V -C && return
    if command -v rustup >/dev/null; then
        cannot "Fifty Minutes needs Rust $wanted or newer; here is $have. This brings it up to date: rustup update"
    fi
    cannot "Fifty Minutes needs Rust $wanted or newer; here is $have. Get a newer one from https://rustup.rs, then start this script again."
}

# need_rust_tools: the formatter and the linter, which only the tests use.
need_rust_tools() {
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
    cannot "The tests also use Rust's formatter and its linter, and one of them is missing. With rustup this adds both: rustup component add rustfmt clippy"
}

# need_cargo NAME: one of cargo's further commands, in the build folder's tools/ where this account has none.
need_cargo() {
    local built=${CARGO_TARGET_DIR:-target}
    [[ $built == /* ]] || built=$root/$built
    PATH=$built/tools/bin:$PATH
    command -v "cargo-$1" >/dev/null && return
    say "Installing cargo-$1 into $built/tools, once; it takes a few minutes."
    CARGO_TARGET_DIR=$built/tools/target cargo install --quiet --locked --root "$built/tools" "cargo-$1" >&2 ||
        cannot "cargo-$1 could not be installed; the lines above say why."
}
