"""Which plans `kamc diff` compares: two files, quarters of an account, a branch's plans, or all accounts."""

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from kamc import git, where
from kamc.commands.choose import chosen_plans, met
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope
from kamc.engine.sides import Sides, quarters, since
from kamc.model.fields import matches
from kamc.model.period import Period, period
from kamc.model.values import ID_SHAPE
from kamc.words import did_you_mean, listed, nearest
from kamc.workspace import Source, UsageError, choose, shown_path

TWO_FILES, ACCOUNT_AND_QUARTERS = 2, 3


def two(made: Scope, words: Sequence[str]) -> tuple[Loaded, Loaded]:
    """The two plans that words name. Raises `UsageError`, `GitError`."""
    if len(words) == TWO_FILES:
        return _file(made, words[0]), _file(made, words[1])
    if len(words) in {1, ACCOUNT_AND_QUARTERS}:
        return _quarters(made, words[0], words[1:])
    raise UsageError(
        "diff takes an account, an account and two quarters, two files, --base REVISION, --all, or --where"
    )


def _quarters(made: Scope, account: str, named: Sequence[str]) -> tuple[Loaded, Loaded]:
    plans = {
        one.period: one for one in made.files if one.account == account and one.kind == "plan" and one.period
    }
    if not plans:
        near = nearest(account, sorted(made.workspace.accounts()))
        raise UsageError(f"there is no account {account!r} here{did_you_mean(near)}")
    if named:
        old, new = (_quarter(plans, account, text) for text in named)
    elif len(plans) > 1:
        old, new = (plans[one] for one in sorted(plans)[-2:])
    else:
        raise UsageError(f"{account} has one quarter only: there is nothing to compare it with")
    return read_from(made.workspace, old), read_from(made.workspace, new)


def _quarter(plans: Mapping[Period, Source], account: str, text: str) -> Source:
    wanted = period(text)
    if wanted is None or wanted not in plans:
        there = listed([str(one) for one in sorted(plans)], "and")
        raise UsageError(f"{account} has no plan for {text}; there are {there}")
    return plans[wanted]


def _file(made: Scope, text: str) -> Loaded:
    """A file by its path, or as it was at a revision; an existing path wins."""
    path = pathlib.Path.cwd() / text
    revision, colon, inside = text.partition(":")
    if path.is_file() or not colon or not inside:
        if not path.is_file():
            raise UsageError(f"there is no file {text}")
        return read_from(made.workspace, made.workspace.source(path))
    source = made.workspace.source(pathlib.Path.cwd() / inside)
    return read(source, git.show(pathlib.Path.cwd(), revision, inside))


def of_branch(made: Scope, base: str, words: Sequence[str], conditions: Sequence[str]) -> Iterator[Sides]:
    """What became of the plans that were chosen since this branch left `base`, by their paths.

    Raises `UsageError` for a word that never named a plan, `GitError`.
    """
    root = made.workspace.root
    fork = git.fork(root, base)
    chosen = _Chosen(made, words)
    found = since(made, fork, chosen.has)
    terms = where.terms(conditions)
    sides = tuple(found) if terms or words else found
    chosen.all_named()
    if not terms:
        return iter(sides)
    fitting = met(made, [one.main for one in sides], terms)
    return (one for one in sides if one.main.source.path in fitting)


class _Chosen:
    """The plans that words name, even where they are gone: paths from here, globs and account ids."""

    def __init__(self, made: Scope, words: Sequence[str]) -> None:
        self._workspace = made.workspace
        self._unused = dict.fromkeys(words)
        self._words = {word: _from_workspace(made, word) for word in words}

    def has(self, source: Source) -> bool:
        """Whether a plan is meant; without words, every one is."""
        fitting = [word for word, path in self._words.items() if _means(word, path, source)]
        for word in fitting:
            self._unused.pop(word, None)
        return bool(fitting) or not self._words

    def all_named(self) -> None:
        """Raises `UsageError` for a word that names nothing that changed, and nothing that is here."""
        choose(self._workspace, tuple(self._unused), pathlib.Path.cwd())


def _from_workspace(made: Scope, word: str) -> str:
    return shown_path(pathlib.Path.cwd() / word, made.workspace.root)


def _means(word: str, path: str, source: Source) -> bool:
    if matches(ID_SHAPE, word) and source.account == word:
        return True
    return path in {".", source.path} or source.path.startswith(f"{path}/") or fnmatchcase(source.path, path)


def of_accounts(made: Scope, conditions: Sequence[str]) -> Iterator[Sides]:
    """The latest plan of each account, among those chosen, beside the quarter before. Raises `UsageError`."""
    return quarters(made, chosen_plans(made, (), conditions) or ())
