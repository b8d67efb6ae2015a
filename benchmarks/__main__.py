"""`python -m benchmarks`: time and memory of `kamc` beside its peers, on a corpus made for it."""

import argparse
import pathlib
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence

from benchmarks import corpus, diffs, portfolio
from benchmarks.contests import CONTESTS, Contest, Corpus, Target
from benchmarks.measure import Command, Timed, compare


def main(arguments: Sequence[str]) -> int:
    """Run the contests that were asked for; 1 where a target was missed."""
    options = _options(arguments)
    if options.diffs:
        return diffs.run(options.sizes or diffs.SIZES, options.seed)
    if options.portfolio:
        return portfolio.run(options.sizes or portfolio.SIZES, options.seed)
    with tempfile.TemporaryDirectory(prefix="kamc-bench-") as folder:
        made = _corpus(pathlib.Path(folder) / "workspace", options.plans, options.seed)
        chosen = [contest for contest in CONTESTS if contest.name in (options.only or _names())]
        met = [_run(contest, made, options.runs) for contest in chosen]
    return int(not all(met))


def _names() -> list[str]:
    return [contest.name for contest in CONTESTS]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--plans", type=_count, default=500, help="plans in the corpus (default: 500)")
    parser.add_argument("--runs", type=_count, default=7, help="runs of each command; slow ones get a third")
    parser.add_argument("--seed", type=int, default=1, help="of the corpus (default: 1)")
    parser.add_argument("--only", action="append", choices=_names(), help="this contest; repeatable")
    parser.add_argument(
        "--portfolio",
        action="store_true",
        help="whole portfolios instead: status, brief and tables, streamed",
    )
    parser.add_argument(
        "--diffs", action="store_true", help="all accounts compared with their quarter before, in one run"
    )
    parser.add_argument(
        "--sizes",
        type=_count,
        nargs="+",
        help="plans of each portfolio (100 1000 10000), or accounts compared (100 1000)",
    )
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number from 1 on, not {text!r}")
    return int(text)


def _corpus(folder: pathlib.Path, plans: int, seed: int) -> Corpus:
    made = Corpus(folder, corpus.write(folder, plans, seed))
    sizes = sorted(path.stat().st_size for path in made.plans)
    span = f"{sizes[0] / 1000:.0f} to {sizes[-1] / 1000:.0f} KB"
    print(f"{plans} plans of {span}, {sum(sizes) / 1e6:.1f} MB in all, seed {seed}.")
    print(f"Python {sys.version.split()[0]} on {sys.platform}. Medians of whole processes, run in turn.")
    return made


def _run(contest: Contest, made: Corpus, runs: int) -> bool:
    """Run one contest, print it, and say whether its targets were met."""
    commands = tuple(_able(contest.commands(made)))
    print(f"\n{contest.title}\n")
    timed = {
        one.command.name: one for one in compare(commands, max(1, -(-runs // 3) if contest.slow else runs))
    }
    _table(timed.values())
    return [_judge(target, timed) for target in contest.targets].count(False) == 0


def _able(commands: Iterable[Command]) -> Iterator[Command]:
    """The commands whose program is there; a missing peer is told and left out."""
    for command in commands:
        if pathlib.Path(command.arguments[0]).exists():
            yield command
        else:
            print(f"{command.name} is not installed here: `make bench` installs it")


def _table(timed: Iterable[Timed]) -> None:
    print(f"  {'':22} {'files':>5} {'runs':>5} {'seconds':>9} {'ms a file':>10} {'peak MiB':>9}")
    for one in timed:
        row = f"  {one.command.name:22} {one.command.files:5} {len(one.runs):5} {one.seconds:9.3f}"
        print(f"{row} {one.seconds_a_file * 1000:10.2f} {one.memory:9.0f}")


def _judge(target: Target, timed: dict[str, Timed]) -> bool:
    """Print how a target was met; one whose peer is missing counts as met."""
    if not all(name in timed for name in target.names):
        return True
    ratio, (first, second) = target.ratio(timed), target.names
    met, word = target.is_met(ratio), "at least" if target.least else "at most"
    scaled = ", time for one file" if timed[first].command.files != timed[second].command.files else ""
    print(
        f"\n  {first} / {second}: {ratio:.2f} ({word} {target.limit:g}{scaled}): {'met' if met else 'MISSED'}"
    )
    return met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
