# shellcheck shell=bash
# A screen that only exists in memory, and the program on it.
#
# Sourced after setup.sh by the scripts that look at the window. They set
# $scratch to a folder of their own; all three are gone when the script ends.

server='' # process ids, as soon as there are any
program=''
scratch=''

# end_process PID: asks first, then insists.
end_process() {
    local tries=30
    kill "$1" 2>/dev/null || return 0
    while kill -0 "$1" 2>/dev/null && ((tries-- > 0)); do sleep 0.1; done
    kill -KILL "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

clean_up() {
    trap - EXIT
    [[ -z $program ]] || end_process "$program"
    [[ -z $server ]] || end_process "$server"
    [[ -z $scratch ]] || rm -rf -- "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# No command that talks to the screen may hang the script.
x() { timeout 20 "$@"; }

display_is_known() { [[ $(cat "$scratch/display") == *[0-9] ]]; }

# start_screen WIDTHxHEIGHT [OPTION...]: and DISPLAY is the one.
start_screen() {
    local tries=100 size=$1
    shift
    : >"$scratch/display"
    # The server picks a number that is free and writes it down. It must not
    # start anew when the last client leaves, as each xdotool does.
    Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset "$@" \
        3>"$scratch/display" >"$scratch/Xvfb" 2>&1 &
    server=$!
    until display_is_known; do
        if ! kill -0 "$server" 2>/dev/null || ((tries-- == 0)); then
            cat "$scratch/Xvfb"
            cannot "The screen in memory (Xvfb) did not start."
        fi
        sleep 0.1
    done
    DISPLAY=:$(cat "$scratch/display")
    export DISPLAY
}

# Mesa's driver that needs no graphics card, so that every machine draws the
# same way; where it has another name the loader picks for itself.
choose_driver() {
    local file
    for file in /usr/share/vulkan/icd.d/lvp_icd{".$(uname -m)",}.json; do
        [[ -e $file ]] || continue
        export VK_DRIVER_FILES=$file VK_ICD_FILENAMES=$file
        return
    done
}

# on_the_screen COMMAND...: only the screen in memory, at its own scale, in the
# language that the texts were written in, and nothing that this account kept.
on_the_screen() {
    mkdir -p "$scratch/config" "$scratch/home"
    exec env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET -u LANGUAGE \
        LC_ALL=C.UTF-8 WINIT_X11_SCALE_FACTOR=1 \
        XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/config" "$@"
}

# absolute PATH FOLDER: PATH as it is meant when standing in FOLDER.
absolute() {
    case $1 in
    /*) echo "$1" ;;
    *) echo "$2/$1" ;;
    esac
}

# need_tools NAME...: the programs that a system without a known catalogue may lack.
need_tools() {
    local tool
    for tool; do
        command -v "$tool" >/dev/null || cannot "This needs the program $tool, which is not there."
    done
}
