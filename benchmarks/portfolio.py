"""Whole portfolios: what streams stays small in memory and linear in time, however many plans there are."""

import pathlib
import tempfile
from collections.abc import Iterator, Sequence

from benchmarks import corpus
from benchmarks.contests import DAY, script
from benchmarks.measure import Command, once

SIZES = (100, 1000, 10000)
EACH = (1, corpus.QUARTERS)
"""Quarters of each account: as many accounts as plans, or an eighth of them."""
MOST_MEMORY = 400
"""MiB that no run may hold more of."""


def run(sizes: Sequence[int], seed: int) -> int:
    """Measure each portfolio, one run a command; 1 where one held too much memory."""
    print(f"  {'':22} {'plans':>6} {'accounts':>9} {'seconds':>9} {'ms a plan':>10} {'peak MiB':>9}")
    peaks = [peak for size in sizes for each in EACH for peak in _portfolio(size, each, seed)]
    held = max(peaks) <= MOST_MEMORY
    print(f"\n  most memory: {max(peaks):.0f} MiB (at most {MOST_MEMORY}): {'met' if held else 'MISSED'}")
    return int(not held)


def _portfolio(plans: int, each: int, seed: int) -> Iterator[float]:
    """Make a portfolio, run every command over it, and print what each took; the peaks in MiB."""
    with tempfile.TemporaryDirectory(prefix="kamc-bench-") as folder:
        root = pathlib.Path(folder) / "workspace"
        corpus.write(root, plans, seed, each)
        for command in _commands(root):
            done = once(command)
            row = f"  {command.name:22} {plans:6} {-(-plans // each):9} {done.seconds:9.2f}"
            print(f"{row} {done.seconds * 1000 / plans:10.2f} {done.memory:9.0f}", flush=True)
            yield done.memory


def _commands(root: pathlib.Path) -> Iterator[Command]:
    out = root.parent / "out"
    verbs = {
        "status": ("status", "--as-of", DAY),
        "build, portfolio": ("build", "--brief", "portfolio", "--as-of", DAY, "--out", str(out / "packs")),
        "export, csv": ("export", "--format", "csv", "--as-of", DAY, "--out", str(out / "tables")),
    }
    for name, arguments in verbs.items():
        yield Command(name=name, arguments=(script("kamc"), *arguments), folder=root)
