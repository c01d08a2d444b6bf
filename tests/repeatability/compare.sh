#!/bin/bash
# compare.sh BINARY...: every build of `assent` must play the same deals, bit for bit.
# Compares what each prints for `assent bench --signature` with what the first one prints.
set -u

expected='' reference='' status=0
for binary in "$@"; do
    if ! signature=$("$binary" bench --signature) || [[ -z $signature ]]; then
        echo "repeatability: $binary bench --signature failed" >&2
        status=1
        continue
    fi
    if [[ -z $reference ]]; then
        reference=$binary expected=$signature
        printf '%s\n%s\n' "$binary" "$signature"
    elif [[ $signature == "$expected" ]]; then
        echo "$binary: the same"
    else
        echo "repeatability: $binary plays other deals than $reference (< expected, > got):" >&2
        diff <(echo "$expected") <(echo "$signature") >&2
        echo "Look for libm calls, fused multiply-add or sums of reals whose order the compiler chose." >&2
        status=1
    fi
done
exit $status
