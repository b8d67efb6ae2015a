"""Whole processes, timed: wall time and peak memory of each, the runs of one among the runs of the others."""

import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

KIB_A_UNIT = 1 if sys.platform.startswith("linux") else 1 / 1024
"""Linux counts the peak in KiB, macOS in bytes."""


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Every process may keep its compiled files, as it does for people; else half its time is the compiler's."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A process to be timed. `files` says how much work one run is, where that is counted in files."""

    name: str
    arguments: Sequence[str]
    folder: pathlib.Path
    files: int = 1
    path: str = ""
    """Where Python looks for modules first."""
    without: tuple[pathlib.Path, ...] = ()
    """Folders that are not there when a run begins: what an earlier one left behind is taken away."""
    fine: frozenset[int] = frozenset({0})
    """Exit statuses that say that the work was done."""


@dataclass(frozen=True)
class Run:
    """One run: seconds of wall time, and the most memory that the process (or a child of it) held, in MiB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Timed:
    """A command with its runs."""

    command: Command
    runs: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median of its runs."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def seconds_a_file(self) -> float:
        """The median, for one file."""
        return self.seconds / self.command.files

    @property
    def memory(self) -> float:
        """The most that any run held, in MiB."""
        return max(run.memory for run in self.runs)


def compare(commands: Sequence[Command], runs: int) -> tuple[Timed, ...]:
    """Run the commands in turn: each once to warm up, then A B A B, so that all meet the same machine."""
    for command in commands:
        once(command)
    timed = tuple(Timed(command) for command in commands)
    for _ in range(runs):
        for one in timed:
            one.runs.append(once(one.command))
    return timed


def once(command: Command) -> Run:
    """Run a command to its end. Raises `RuntimeError` where it fails: a time of what did not work is none."""
    for folder in command.without:
        shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    with subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=ENVIRONMENT | ({"PYTHONPATH": command.path} if command.path else {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.fine:
        told = said.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"{command.name} ended with status {process.returncode}:\n{told}")
    return Run(seconds, _mebibytes(usage))


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss * KIB_A_UNIT / 1024
