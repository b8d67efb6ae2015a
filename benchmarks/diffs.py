"""All accounts at once: each account's latest quarter compared with the one before, in one run."""

import pathlib
import tempfile
from collections.abc import Iterator, Sequence

from benchmarks import corpus
from benchmarks.contests import DAY, script
from benchmarks.measure import Command, once

SIZES = (100, 1000)
EACH = 2
"""Quarters of each account."""
FORMATS = ("text", "json")
MOST_MEMORY = 400
"""MiB that the report for people may hold; JSON holds every change, and is told without a limit."""


def run(sizes: Sequence[int], seed: int) -> int:
    """Compare so many accounts in each format, once; 1 where the report for people held too much."""
    print(f"  {'':22} {'accounts':>9} {'seconds':>9} {'ms each':>10} {'peak MiB':>9}")
    peaks = dict(peak for size in sizes for peak in _accounts(size, seed))
    held = max(peak for (form, _), peak in peaks.items() if form == "text") <= MOST_MEMORY
    print(f"\n  the text within {MOST_MEMORY} MiB: {'met' if held else 'MISSED'}")
    return int(not held)


def _accounts(accounts: int, seed: int) -> Iterator[tuple[tuple[str, int], float]]:
    """Make so many accounts, compare them, and print what it took; the peak of each format in MiB."""
    with tempfile.TemporaryDirectory(prefix="kamc-bench-") as folder:
        root = pathlib.Path(folder) / "workspace"
        corpus.write(root, accounts * EACH, seed, EACH)
        for form in FORMATS:
            words = (script("kamc"), "diff", "--all", "--as-of", DAY, "--format", form)
            done = once(Command(name=f"diff --all, {form}", arguments=words, folder=root))
            row = f"  {f'diff --all, {form}':22} {accounts:9} {done.seconds:9.2f}"
            print(f"{row} {done.seconds * 1000 / accounts:10.2f} {done.memory:9.0f}", flush=True)
            yield (form, accounts), done.memory
