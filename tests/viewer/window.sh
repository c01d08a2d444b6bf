#!/bin/bash
# window.sh VIEWER ASSENT SCENARIOS: the real window under Xvfb, driven by taps of keys and clicks as a hand makes them.
# Without a display or OpenGL: a message and code 2. In the middle of a deal killed with -9, it has all moves when opened again.
set -u
here=$(dirname "$(realpath "$0")")
viewer=$(realpath "$1") assent=$(realpath "$2") scenarios=$(realpath "$3")
folder=$(mktemp -d) pid= sweep= server=
trap 'kill $pid $sweep $server 2>/dev/null; wait; rm -rf "$folder"' EXIT
fail() { echo "$1"; exit 1; }
. "$here/window_hand.sh"
cd "$folder"

refused() { # WHAT MESSAGE: code 2, and a message that names a remedy
    "$viewer" "$scenarios/blue-sky.toml" --profile profile 2>said
    [[ $? == 2 ]] || fail "$1: the code is not 2"
    grep -q "$2.*; run it on a desktop" said || fail "$1: $(cat said)"
}
unset DISPLAY WAYLAND_DISPLAY
refused 'without a display' 'no display'
open_display -extension GLX
refused 'without OpenGL' 'no window with OpenGL'
close_display
open_display

# A deal: three moves, each in its week, a branch, its debrief.
open_window "$scenarios/blue-sky.toml" --screen rehearse
for week in 1 2 3; do
    comes 60 advised || fail "no advice in week $week"
    tap Return
    comes 10 saved 'act = ' $week || fail "move $week was not planned, or not saved"
    tap space
    comes 10 saved play_week $week || fail "week $week was not played, or not saved"
done

# Killed in the middle, everything is there again.
before=$(grep -c '^\[\[move\]\]' profile/sessions/*.session.toml)
kill -9 $pid
wait $pid 2>/dev/null
open_window "$scenarios/blue-sky.toml" --screen rehearse
tap space
comes 20 saved play_week 4 || fail 'after kill -9: the next week was not played'
[[ $(ls profile/sessions | wc -l) == 1 ]] || fail "after kill -9: another session was begun: $(ls profile/sessions)"
[[ $(grep -c '^\[\[move\]\]' profile/sessions/*.session.toml) == $((before + 1)) ]] || fail 'after kill -9: moves are lost'
tap ctrl+b # from the week played last …
tap ctrl+b # … and the one before it
comes 60 advised || fail 'no advice before the branch'
tap Down Return space
comes 10 saved after 1 || fail "no branch: $(cat profile/sessions/*)"
tap ctrl+5
comes 120 copied '^[0-9]*[[:space:]].*[[:space:]]\(best\|good\|inaccuracy\|mistake\|blunder\|\)[[:space:]]' ||
    fail 'no debrief came'
close_window

# A sweep that is running is watched: more and more of its points are there.
"$assent" sweep "$scenarios/three-heads.toml" --set company.need=0.3:0.9:2000 --replicates 2000 --threads 1 \
    --store grown.db >/dev/null 2>&1 & sweep=$!
comes 20 test -s grown.db || fail 'the sweep made no store'
open_window grown.db
comes 60 points_are_more_than 0 || fail 'no point arrived in the window'
comes 60 points_are_more_than "$(points)" || fail 'no further points arrived in the window'
kill $sweep
wait $sweep 2>/dev/null
sweep=
close_window

# A lesson, from its beginning to its judgement.
open_window --screen train
click '' train.begin
for week in 1 2 3; do tap ctrl+Return; done
click 'click train.begin' train.judge
comes 60 judged || fail "the lesson was not judged: $("$assent" train progress --profile profile/training.db)"
close_window

# Edit: a disc is dragged, and the window killed with -9 before it is saved; that is offered again, and saved.
cp "$scenarios/blue-sky.toml" mine.toml
open_window mine.toml --screen edit
drag mine.toml member.cfo -60 60
comes 10 drafted || fail 'a disc was dragged, and no draft was kept'
grep -q '^place = ' mine.toml && fail 'a drag was written before it was saved'
kill -9 $pid
wait $pid 2>/dev/null
open_window mine.toml --screen edit
comes 30 restored || fail 'after kill -9: what was dragged did not come back'
drafted && fail 'what is saved is still kept as a draft'
close_window
