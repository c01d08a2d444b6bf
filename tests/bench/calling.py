"""What the scripts of this folder share: calling a program, reading arguments, and ending with a plain message (exit 2)."""

import subprocess
import sys


class Failure(Exception):
    """It cannot be done; the text says why."""


def output_of(*call, given=None):
    """What a program prints. Raises Failure with what it says of an error."""
    try:
        ran = subprocess.run(call, input=given, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Failure(f"{call[0]}: {error.strerror}") from error
    if ran.returncode != 0:
        raise Failure(f"{' '.join(map(str, call))}: {ran.stderr.strip() or f'exit code {ran.returncode}'}")
    return ran.stdout


def whole(text, what, least, greatest=10**9):
    """A whole number of the command line."""
    if not text.isdecimal() or not least <= int(text) <= greatest:
        raise Failure(f"{what} {text}: is no whole number from {least} to {greatest}")
    return int(text)


def end(name, main, usage, least, most):
    """Calls main with the arguments of the command line, `least` to `most` of them, and leaves the program."""
    arguments = sys.argv[1:]
    try:
        if not least <= len(arguments) <= most:
            raise Failure(usage)
        sys.exit(main(*arguments))
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr)
    except (ValueError, KeyError, TypeError) as error:  # another program than the one that is meant
        print(f"{name}: what it prints is not what assent prints ({error!r})", file=sys.stderr)
    sys.exit(2)
