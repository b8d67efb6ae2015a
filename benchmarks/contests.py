"""What is measured against what, and what has to come out."""

import pathlib
import sys
import sysconfig
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.measure import Command, Timed

SCRIPTS = pathlib.Path(sysconfig.get_path("scripts"))
ROOT = pathlib.Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schemas" / "plan.json"
DAY = "2026-12-31"
"""The day on which the corpus is judged: the last of its last quarter."""
PEER_FILES = 50
"""How many files a slow peer gets; its time is told for one file."""
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"
SITE = "site_name: packs\ndocs_dir: {pages}\nsite_dir: {site}\nplugins: []\nexclude_docs: '*.html'\n"
"""A site of the pages in Markdown alone, without a search index: what kamc makes of them, too."""
LINT = "extends: relaxed\nrules: {line-length: disable}\n"


@dataclass(frozen=True)
class Corpus:
    """The workspace to measure with."""

    folder: pathlib.Path
    plans: tuple[pathlib.Path, ...]

    @property
    def typical(self) -> pathlib.Path:
        """The plan whose size is nearest to 40 KB."""
        return min(self.plans, key=lambda path: abs(path.stat().st_size - 40_000))

    @property
    def few(self) -> tuple[pathlib.Path, ...]:
        """Plans for a slow peer, evenly taken from all of them."""
        return self.plans[:: max(1, len(self.plans) // PEER_FILES)][:PEER_FILES]


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a ratio of two commands has to reach: at least so much where `least`, else at most."""

    names: tuple[str, str]
    limit: float
    least: bool = False

    def ratio(self, timed: Mapping[str, Timed]) -> float:
        """Seconds for one file of the first command over those of the second."""
        first, second = (timed[name].seconds_a_file for name in self.names)
        return first / second

    def is_met(self, ratio: float) -> bool:
        """Whether the ratio is good enough."""
        return ratio >= self.limit if self.least else ratio <= self.limit


@dataclass(frozen=True, kw_only=True)
class Contest:
    """Commands that do comparable work. `runs` divides the number of runs where one run takes long."""

    name: str
    title: str
    commands: Callable[[Corpus], tuple[Command, ...]]
    targets: tuple[Target, ...] = ()
    slow: bool = False


def script(name: str) -> str:
    """A program of this environment."""
    return str(SCRIPTS / name)


def _startup(corpus: Corpus) -> tuple[Command, ...]:
    return (
        Command(name="kamc --version", arguments=(script("kamc"), "--version"), folder=corpus.folder),
        Command(name="import click", arguments=(sys.executable, "-c", "import click"), folder=corpus.folder),
    )


def _one(corpus: Corpus) -> tuple[Command, ...]:
    plan = str(corpus.typical)
    check = (script("kamc"), "check", "--as-of", DAY, plan)
    return (
        Command(name="kamc check, one plan", arguments=check, folder=corpus.folder),
        Command(name="CSafeLoader", arguments=(sys.executable, "-c", LOAD, plan), folder=corpus.folder),
    )


def _check(corpus: Corpus) -> tuple[Command, ...]:
    few = tuple(map(str, corpus.few))
    check = (script("kamc"), "check", "--as-of", DAY)
    schema = (script("check-jsonschema"), "--schemafile", str(SCHEMA), *few)
    lint = (script("yamllint"), "-d", LINT, *few)
    return (
        Command(name="kamc check", arguments=check, folder=corpus.folder, files=len(corpus.plans)),
        Command(name="check-jsonschema", arguments=schema, folder=corpus.folder, files=len(few)),
        Command(name="yamllint", arguments=lint, folder=corpus.folder, files=len(few)),
    )


def _rules(corpus: Corpus) -> tuple[Command, ...]:
    return tuple(
        Command(
            name=name,
            arguments=(sys.executable, "-m", "benchmarks.book", what, DAY),
            folder=corpus.folder,
            files=len(corpus.plans),
            path=str(ROOT),
        )
        for name, what in (("every rule", "rules"), ("parsing once more", "parsing"))
    )


def _diff(corpus: Corpus) -> tuple[Command, ...]:
    return tuple(
        Command(
            name=name,
            arguments=(sys.executable, "-m", "benchmarks.changes", what, DAY),
            folder=corpus.folder,
            files=len(corpus.plans),
            path=str(ROOT),
        )
        for name, what in (("comparing", "comparing"), ("parsing twice more", "parsing"))
    )


def _build(corpus: Corpus) -> tuple[Command, ...]:
    packs, site = corpus.folder.parent / "packs", corpus.folder.parent / "site"
    config = corpus.folder.parent / "mkdocs.yml"
    config.write_text(SITE.format(pages=packs / "team", site=site), encoding="utf-8")
    build = (script("kamc"), "build", "--as-of", DAY, "--out", str(packs))
    pages = (script("mkdocs"), "build", "--quiet", "--config-file", str(config))
    count = len(corpus.plans)
    return (
        Command(
            name="kamc build, cold", arguments=build, folder=corpus.folder, files=count, without=(packs,)
        ),
        Command(name="kamc build, warm", arguments=build, folder=corpus.folder, files=count),
        Command(name="mkdocs build", arguments=pages, folder=corpus.folder, files=count, without=(site,)),
    )


def _export(corpus: Corpus) -> tuple[Command, ...]:
    tables = str(corpus.folder.parent / "tables")
    export = (script("kamc"), "export", "--as-of", DAY, "--out", tables)
    return tuple(
        Command(
            name=f"kamc export, {form}",
            arguments=(*export, "--format", form),
            folder=corpus.folder,
            files=len(corpus.plans),
        )
        for form in ("csv", "json", "parquet", "xlsx")
    )


CONTESTS = (
    Contest(
        name="startup",
        title="Start-up: the command line alone, beside the library that it is made with",
        commands=_startup,
        targets=(Target(names=("kamc --version", "import click"), limit=2),),
    ),
    Contest(
        name="one",
        title="One plan of about 40 KB from a cold start, beside a script that only loads its YAML",
        commands=_one,
        targets=(Target(names=("kamc check, one plan", "CSafeLoader"), limit=2.5),),
    ),
    Contest(
        name="check",
        title="A whole workspace from a cold start: syntax, schema, links, rules; the peers get a part of it",
        commands=_check,
        targets=(Target(names=("check-jsonschema", "kamc check"), limit=10, least=True),),
        slow=True,
    ),
    Contest(
        name="rules",
        title="What the rule book costs: all plans judged by every rule, beside none and parsed once more",
        commands=_rules,
        targets=(Target(names=("every rule", "parsing once more"), limit=1),),
        slow=True,
    ),
    Contest(
        name="diff",
        title="What a diff costs: each plan and its quarter before compared, beside both parsed twice more",
        commands=_diff,
        targets=(Target(names=("comparing", "parsing twice more"), limit=1),),
        slow=True,
    ),
    Contest(
        name="build",
        title="Whole packs into a folder, cold and with nothing changed, beside a site of the same pages",
        commands=_build,
        targets=(
            Target(names=("kamc build, cold", "mkdocs build"), limit=1),
            Target(names=("kamc build, warm", "mkdocs build"), limit=1),
        ),
        slow=True,
    ),
    Contest(
        name="export",
        title="Tables of a whole workspace: --plans of another size shows that memory does not grow with it",
        commands=_export,
        slow=True,
    ),
)
"""In the order in which they are run."""
