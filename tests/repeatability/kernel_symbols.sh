#!/bin/bash
# kernel_symbols.sh ARCHIVE…: the kernel calls nothing but itself: no libm, no allocation, no exception, no lock.
# memcpy, memset and memmove may be calls that the compiler makes of plain loops and copies.
set -euo pipefail
allowed='^(memcpy|memset|memmove|_GLOBAL_OFFSET_TABLE_)$'
foreign=$(nm --undefined-only --demangle "$@" | awk '$1 == "U" { sub(/^ *U /, ""); print }' | grep -vE "$allowed" | grep -v '^assent::' || true)
if [[ -n $foreign ]]; then
    printf 'the kernel calls what it must not:\n%s\n' "$foreign"
    printf 'remedy: plain arithmetic from engine/numerics.hpp, memory from the workspace\n'
    exit 1
fi
echo "the kernel calls nothing outside itself"
