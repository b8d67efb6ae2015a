"""Files to typed records, with everything that was wrong on the way."""

from collections.abc import Iterable, Iterator

import msgspec

from kamc import migrate, schema
from kamc.diagnostics import Finding, Path
from kamc.engine.renames import rename
from kamc.loader import Document, load
from kamc.model import values
from kamc.model.build import build, fits
from kamc.model.period import Period, period
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.workspace import Source, Workspace

RIGHT_DAY = "write the day that is meant, or only its month: 2028-02"


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read. `part` is what it says, with `unknown` where it says nothing that fits."""

    source: Source
    document: Document
    part: Part
    findings: tuple[Finding, ...] = ()
    migrated: migrate.Migrated
    unfit: frozenset[Path] = frozenset()
    """Where a value stands that does not fit, and so counts as unknown."""

    @property
    def readable(self) -> bool:
        """Whether its data could be had."""
        return self.document.readable

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with the file itself (its links and rules are another matter)."""
        return not self.findings

    @property
    def plan(self) -> Plan:
        """The plan that the file holds; an empty one where it is another kind of file."""
        return self.part if isinstance(self.part, Plan) else Plan()

    @property
    def account(self) -> str | None:
        """The account: by the file's place, else by what it says."""
        said = self.plan.account
        return self.source.account or (said if isinstance(said, str) else None)

    @property
    def period(self) -> Period | None:
        """The quarter: by the file's place, else by what it says."""
        return self.source.period or period(self.plan.period)


def read(source: Source, content: bytes) -> Loaded:
    """Read one file; what is wrong with it comes back as findings."""
    return _understand(source, load(content, source.path))


def _understand(source: Source, document: Document) -> Loaded:
    data = document.data if isinstance(document.data, dict) else {}
    migrated = migrate.migrate(data)
    part, problems = build(schema.ROOTS[source.kind], migrated.data)
    unfit = frozenset(path for path, _ in problems)
    findings = list(document.faults)
    if document.readable:
        findings += () if fits(problems) else schema.check(migrated.data, source.kind)
        findings += (
            Finding(code="KAM020", at=path, on="value", message=f"{_called(path)}: {text}", help=RIGHT_DAY)
            for path, text in problems
            if text
        )
        findings += _misplaced(source, part)
    return Loaded(
        source=source, document=document, part=part, findings=tuple(findings), migrated=migrated, unfit=unfit
    )


def _called(path: Path) -> str:
    return f"`{next((key for key in reversed(path) if isinstance(key, str)), '')}`"


def _misplaced(source: Source, part: Part) -> Iterator[Finding]:
    """The file's place says the account and the quarter; the file must not say another."""
    if source.astray:
        yield Finding(
            code="KAM031",
            message=f"{source.path} is not where a plan lies: plans/<account>/<quarter>.yaml",
            help="move it to the folder of its account; shared files are catalogue.yaml and people.yaml",
            fix=rename(source, part),
        )
    if not isinstance(part, Plan) or source.account is None:
        return
    name = source.path.rpartition("/")[2]
    if source.period is None:
        yield Finding(
            code="KAM031",
            message=f"a plan's file is named by its quarter, such as 2026-Q4.yaml, and not {name}",
            help="rename the file",
            fix=rename(source, part),
        )
    for key, said, place in (
        ("account", part.account, source.account),
        ("period", part.period, source.period),
    ):
        if isinstance(said, str) and place is not None and said != str(place):
            yield Finding(
                code="KAM031",
                at=(key,),
                on="value",
                key=key,
                message=f"the file lies at {source.path}, but its {key} says {said}",
                help=_put_right(key, said, str(place)),
                fix=rename(source, part) if key == "account" else None,
            )


def _put_right(key: str, said: str, place: str) -> str:
    """The header follows the file's place, unless that is no id."""
    if key == "account" and not values.is_id(place):
        return f"rename the folder to {said}: an account's folder is named by its id"
    return f"write `{key}: {place}`, or move the file to where it belongs"


def cannot_open(source: Source, fault: OSError) -> Loaded:
    """A file that the system does not let us read."""
    why = (fault.strerror or "it cannot be opened").lower()
    finding = Finding(
        code="KAM001",
        message=f"this file cannot be read: {why}",
        help="see that the file is there and may be read",
    )
    document = Document(name=source.path, text="", faults=(finding,))
    return Loaded(
        source=source,
        document=document,
        part=schema.ROOTS[source.kind](),
        findings=(finding,),
        migrated=migrate.Migrated({}),
    )


class Shelf:
    """Files of a workspace, each read once, when it is first asked for."""

    def __init__(self, workspace: Workspace, loaded: Iterable[Loaded] = ()) -> None:
        self._workspace = workspace
        self._by_path = {one.source.path: one for one in loaded}
        self._given = frozenset(self._by_path)

    def get(self, source: Source) -> Loaded:
        """A file, read now if it was not before."""
        if source.path not in self._by_path:
            self._by_path[source.path] = read_from(self._workspace, source)
        return self._by_path[source.path]

    @property
    def read(self) -> tuple[Loaded, ...]:
        """The files that were read for it, not given to it."""
        return tuple(one for path, one in self._by_path.items() if path not in self._given)

    def known(self, path: str) -> Loaded | None:
        """A file that has been read."""
        return self._by_path.get(path)


def read_from(workspace: Workspace, source: Source) -> Loaded:
    """Read one file of a workspace."""
    try:
        return read(source, workspace.read(source))
    except OSError as fault:
        return cannot_open(source, fault)
