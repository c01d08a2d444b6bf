#!/bin/bash
# kernel_symbols.sh ARCHIVE…: the kernel calls nothing but itself: no libm, no allocation, no exception, no lock.
# memcpy, memset and memmove may be calls that the compiler makes of plain loops and copies; __cpu_* say what the
# machine has. And no instruction reaches a machine that lacks it: what the unit of an instruction set shares with the
# linker has a namespace of its own, and the other units use no wide registers.
set -euo pipefail
allowed='^(memcpy|memset|memmove|_GLOBAL_OFFSET_TABLE_|__cpu_model|__cpu_indicator_init)$'
foreign=$(nm --undefined-only --demangle "$@" | awk '$1 == "U" { sub(/^ *U /, ""); print }' | grep -vE "$allowed" | grep -v '^assent::' || true)
if [[ -n $foreign ]]; then
    printf 'the kernel calls what it must not:\n%s\n' "$foreign"
    printf 'remedy: plain arithmetic from engine/numerics.hpp, memory from the workspace\n'
    exit 1
fi
echo "the kernel calls nothing outside itself"

status=0
for isa in avx2 avx512; do
    shared=$(nm --defined-only --demangle -A "$@" | grep "kernel_$isa\." | awk '$2 ~ /^[WVu]$/' | grep -v "assent::$isa::" || true)
    if [[ -n $shared ]]; then
        printf 'the unit of %s defines what other units may be linked to:\n%s\n' "$isa" "$shared"
        printf 'remedy: put it into assent::inline ASSENT_ISA, or have it inlined\n'
        status=1
    fi
done
wide=$(objdump --disassemble --no-show-raw-insn "$@" | awk '/file format/ { unit = $1 } unit !~ /kernel_avx/ && /%[yz]mm/' | head -3)
if [[ -n $wide ]]; then
    printf 'a portable unit uses wide registers:\n%s\n' "$wide"
    status=1
fi
[[ $status == 0 ]] && echo "each instruction set keeps to itself"
exit $status
