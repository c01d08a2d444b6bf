#!/bin/bash
# window.sh VIEWER SCENARIO: the real window under Xvfb, driven by keys; without a display a message and code 2.
set -u
viewer=$1 scenario=$2 folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "$1"; exit 1; }

env -u DISPLAY -u WAYLAND_DISPLAY "$viewer" "$scenario" --profile "$folder" 2>"$folder/said"
[[ $? == 2 ]] || fail "without a display the code is not 2"
grep -q 'no display.*; run it on a desktop' "$folder/said" || fail "without a display: $(cat "$folder/said")"

export viewer scenario folder
xvfb-run -a -s '-screen 0 1280x800x24' bash -c '
    "$viewer" "$scenario" --screen rehearse --profile "$folder" & pid=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name Assent | head -1)
    [[ -n $window ]] || { kill $pid; echo "no window came"; exit 1; }
    xdotool windowfocus --sync "$window" 2>/dev/null
    for try in 1 2 3 4 5 6; do # the first looks ahead may still be under way
        sleep 2
        xdotool key --window "$window" space
        sleep 1
        grep -qs "play_week" "$folder"/sessions/*.session.toml && break
    done
    for try in 1 2 3 4 5 6; do # held as long as a hand holds it: ImGui looks at the keys once a frame
        xdotool key --delay 100 --window "$window" ctrl+q
        for wait in $(seq 20); do kill -0 $pid 2>/dev/null || break 2; sleep 0.1; done
    done
    kill -0 $pid 2>/dev/null && { kill $pid; echo "Ctrl+Q does not end it"; exit 1; }
    wait $pid' || fail "the window failed"
grep -qs play_week "$folder"/sessions/*.session.toml || fail "the week was not played, or not saved"
