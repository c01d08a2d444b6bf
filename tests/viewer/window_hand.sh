# The hand of window.sh: opens and closes the window, taps keys, clicks, and looks at what came of it.

# comes SECONDS COMMAND…: becomes true within so long.
comes() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}

# open_display ARGUMENT…: a display of its own, $DISPLAY; the server itself looks for a free number, and stays when its last window goes.
open_display() {
    : >number
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset "$@" 3>number 2>/dev/null & server=$!
    comes 30 test -s number || fail 'Xvfb does not start'
    export DISPLAY=:$(cat number)
}
close_display() {
    kill $server
    wait $server 2>/dev/null
    server=
}

# open_window ARGUMENT…: as $pid, until it can be seen.
open_window() {
    "$viewer" "$@" --profile profile --language en & pid=$!
    comes 60 window_is_shown || fail 'no window came'
    xdotool windowfocus --sync "$window" 2>/dev/null
}
window_is_shown() { window=$(xdotool search --onlyvisible --pid $pid 2>/dev/null | head -1) && [[ -n $window ]]; }

close_window() {
    tap ctrl+q
    comes 10 ended || fail 'Ctrl+Q does not end it'
    wait $pid || fail "the window ended with code $?"
    pid=
}
ended() { ! kill -0 $pid 2>/dev/null; }

# tap KEY…: 12 ms each, less than a frame.
tap() { xdotool key "$@"; }

# click STEPS MARK: presses what is called so after these steps of a script.
click() {
    printf '%b\nwhere %s\n' "$1" "$2" >steps
    local place
    place=$("$viewer" --screen train --profile elsewhere --language en --script steps) || fail "there is no $2"
    xdotool mousemove $place
    sleep 0.2
    xdotool click 1
    sleep 0.5
}

# drag FILE MARK X Y: presses what is called so in Edit, and lets go of it so far away.
drag() {
    printf 'where %s\n' "$2" >steps
    local place x y step
    place=$("$viewer" "$1" --screen edit --profile elsewhere --language en --script steps) || fail "there is no $2"
    read -r x y <<<"$place"
    xdotool mousemove $x $y
    sleep 0.3
    xdotool mousedown 1
    for step in 1 2 3 4 5; do
        sleep 0.1
        xdotool mousemove $((x + $3 * step / 5)) $((y + $4 * step / 5))
    done
    sleep 0.2
    xdotool mouseup 1
}
drafted() { grep -qs '^place = ' profile/drafts/*.draft.toml; }
restored() { # the question takes Return, and there is nothing to save before
    tap Return
    sleep 0.3
    tap ctrl+s
    sleep 0.3
    grep -q '^place = ' mine.toml
}

# saved TEXT COUNT: the one session holds the text so often.
saved() { [[ $(cat profile/sessions/*.session.toml 2>/dev/null | grep -c "$1") == "$2" ]]; }

# The clipboard after Ctrl+C, or after a command of the palette.
clipboard() { timeout 5 xclip -out -selection clipboard 2>/dev/null; }
advised() {
    tap ctrl+c
    sleep 0.3
    clipboard | grep -q '^Move'
}
copied() {
    tap ctrl+c
    sleep 0.3
    clipboard | grep -q '^week' && clipboard | tail -n +2 | grep -q "$1"
}
# points: how many the window knows, by its table of all of them (a line for each point and strategy below its heading).
points() {
    tap ctrl+k
    sleep 0.3
    xdotool type --delay 30 'all points'
    tap Return
    sleep 0.3
    clipboard | tail -n +2 | cut -f1 | sort -u | wc -l
}
points_are_more_than() { [[ $(points) -gt $1 ]]; }

judged() { "$assent" train progress --profile profile/training.db 2>/dev/null | grep -q '1 lessons tried'; }
