"""Build: every plan to its briefs, with an index over all of them."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kamc.engine.judge import Sitting
from kamc.engine.pack import Left, Output, Pack, Wanted, pack, run, texted
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope
from kamc.model.fields import Audience
from kamc.render import Document, IndexEntry, WrongTemplateError, index
from kamc.workspace import UsageError

__all__ = ["Built", "Output", "Wanted", "build", "indexes", "once"]


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build made: the files, the plans that were left out, and the templates that were wrong."""

    outputs: tuple[Output, ...]
    left: tuple[Left, ...]
    faults: tuple[WrongTemplateError, ...] = ()


def build(scope: Scope, loaded: Sequence[Loaded], wanted: Wanted) -> Built:
    """Compile some plans, with an index over these. A plan that is left out does not stop the others.

    Raises `UsageError` where two plans would be written to one file.
    """
    sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace, loaded))
    made = [pack(sitting, one, wanted) for one in loaded if one.source.kind == "plan"]
    packs = [one for one in made if isinstance(one, Pack)]
    seen: set[tuple[str, str]] = set()
    for one in packs:
        once(one.entry.account, one.entry.period, seen)
    faults = [fault for one in packs for fault in one.faults]
    indexed = indexes(scope, [one.entry for one in packs], wanted, faults)
    return Built(
        outputs=(*(output for one in packs for output in one.outputs), *indexed),
        left=tuple(one for one in made if isinstance(one, Left)),
        faults=tuple(faults),
    )


def once(account: str, period: str, seen: set[tuple[str, str]]) -> None:
    """Raises `UsageError` where two plans would be written to one file."""
    if (account, period) in seen:
        raise UsageError(f"two of these files are a plan for {account}, {period}: build one of them")
    seen.add((account, period))


def indexes(
    scope: Scope,
    entries: Iterable[IndexEntry],
    wanted: Wanted,
    faults: list[WrongTemplateError],
    portfolio: Document | None = None,
) -> tuple[Output, ...]:
    """One index for us; for customers one each, because none may read of another.

    Ours links to the `portfolio`, where there is one. A template that is wrong is noted in `faults`.
    """
    held = sorted(entries, key=lambda one: (one.account, one.period))
    called = {one.account: one.name for one in held if one.name != one.account}
    held = [msgspec.structs.replace(one, name=called.get(one.account, one.name)) for one in held]
    try:
        if wanted.audience is not Audience.CUSTOMER:
            return tuple(_index(scope, "", held, wanted, portfolio))
        return tuple(
            output
            for account in dict.fromkeys(one.account for one in held)
            for output in _index(
                scope, f"{account}/", [one for one in held if one.account == account], wanted
            )
        )
    except WrongTemplateError as fault:
        faults.append(fault)
        return ()


def _index(
    scope: Scope,
    folder: str,
    entries: Sequence[IndexEntry],
    wanted: Wanted,
    portfolio: Document | None = None,
) -> Iterator[Output]:
    inside = [msgspec.structs.replace(one, documents=_from(folder, one.documents)) for one in entries]
    made = index(
        inside,
        run=msgspec.structs.replace(run(scope), logo=wanted.logo),
        audience=wanted.audience,
        templates=wanted.templates,
        portfolio=portfolio,
    )
    texts = {"md": made.markdown, "html": made.html}
    yield from (texted(f"{folder}index.{form}", texts[form]) for form in wanted.formats if form in texts)


def _from(folder: str, documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents with their paths as seen from a folder."""
    return tuple(
        Document(one.title, {form: path.removeprefix(folder) for form, path in one.files.items()})
        for one in documents
    )
