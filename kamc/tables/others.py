"""The tables whose rows are no records: rivals' shares, entries, open questions, findings, the dictionary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kamc.diagnostics import Diagnostic, Path, pointer
from kamc.model.fields import Field
from kamc.model.records import Entry, Tracked
from kamc.model.values import Quantity, Said, known
from kamc.model.walk import Step, entries
from kamc.model.wallet import Wallet
from kamc.tables.records import NONE_COLUMNS, UNKNOWN_COLUMNS
from kamc.tables.table import ACCOUNT, MEANING, PERIOD, Column, Kind, Row, Table, Told
from kamc.words import spelled

SHARES = "account_as_market.share_of_wallet.<id>"


def _wallet_competitors(told: Told) -> Iterator[Row]:
    market = told.plan.account_as_market
    for category, wallet in market.share_of_wallet.items():
        for who in dict.fromkeys((*wallet.competitors, *wallet.volume.competitors)):
            yield told.account, told.period, category, who, *_share(told, wallet, who)


def _share(told: Told, wallet: Wallet, who: str) -> Row:
    spend, volume = wallet.competitors.get(who), wallet.volume.competitors.get(who)
    said = {"spend": spend, "volume": volume}
    amount, unit = (volume.amount, volume.unit or None) if isinstance(volume, Quantity) else (None, None)
    currency = told.plan.currency if wallet.currency is None else wallet.currency
    return known(spend), known(currency), amount, unit, *_instead(said)


def _instead(said: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """The columns that the plan says `unknown` for, and those for which it says `none`."""
    for word in Said:
        yield tuple(name for name, value in said.items() if value is word)


WALLET_COMPETITORS = Table(
    name="wallet_competitors",
    meaning="One row a category and competitor: what the competitor gets of what they spend.",
    key=("account", "period", "category", "competitor"),
    columns=(
        ACCOUNT,
        PERIOD,
        Column(name="category", meaning="The key of the category: `wallet.category`.", methods=(46,)),
        Column(name="competitor", meaning="The id of the competitor: `competitors.id`.", methods=(46, 48)),
        Column(
            name="spend", kind=Kind.MONEY, meaning="What they get of it.", methods=(46,),
            field=f"{SHARES}.competitors.<id>",
        ),
        Column(name="currency", meaning="Of the amount.", field=f"{SHARES}.currency"),
        Column(
            name="volume", kind=Kind.NUMBER, meaning="The same in volume.", methods=(46,),
            field=f"{SHARES}.volume.competitors.<id>",
        ),
        Column(
            name="volume_unit", meaning="Its unit, where one is written.",
            field=f"{SHARES}.volume.competitors.<id>",
        ),
        UNKNOWN_COLUMNS,
        NONE_COLUMNS,
    ),
    rows=_wallet_competitors,
)  # fmt: skip


def _entries(told: Told) -> Iterator[Row]:
    for one in entries(told.plan):
        entry = one.entry
        state, is_open = (entry.state, entry.is_open) if isinstance(entry, Tracked) else (None, None)
        yield told.account, told.period, one.id, entry.about.kind, _called(one.id, entry), state, is_open


def _called(id_: str, entry: Entry) -> str:
    """What people call an entry: its name, else its main text, else what its id spells."""
    for word in ("name", entry.about.bare, "title"):
        text = getattr(entry, word, None) if word else None
        if isinstance(text, str):
            return text
    return spelled(id_)


ENTRIES = Table(
    name="entries",
    meaning="One row an entry of a plan, of whatever kind: where every id of a plan is found.",
    key=("account", "period", "id"),
    columns=(
        ACCOUNT,
        PERIOD,
        Column(name="id", meaning="Its id: unique in the plan, and the same in every quarter.", methods=(4,)),
        Column(name="kind", meaning="What it is, in the words of the format."),
        Column(name="called", meaning="Its name, its main text, or what its id spells."),
        Column(name="status", meaning="Its status word.", methods=(4,)),
        Column(
            name="is_open",
            kind=Kind.YES_NO,
            meaning="Whether it is still alive, by its status.",
            methods=(4,),
        ),
    ),
    rows=_entries,
)


def _open_questions(told: Told) -> Iterator[Row]:
    plan = told.plan
    ids = {one.path: one.id for one in entries(plan)}
    for step in plan.steps:
        if step.is_open_question and step.path not in told.unfit:
            yield told.account, told.period, pointer(step.path), _holder(step.path, ids), _title(step)


def _holder(path: Path, ids: dict[Path, str]) -> str | None:
    return next((ids[path[:end]] for end in range(len(path), 0, -1) if path[:end] in ids), None)


def _title(step: Step) -> str:
    return step.field.title if isinstance(step.field, Field) else str(step.path[-1])


OPEN_QUESTIONS = Table(
    name="open_questions",
    meaning="One row a fact that the plan says it does not know.",
    key=("account", "period", "pointer"),
    columns=(
        ACCOUNT,
        PERIOD,
        Column(name="pointer", meaning="Where it stands in the plan, as a JSON Pointer.", methods=(19,)),
        Column(name="entry", meaning="The id of the entry that it is asked of: `entries.id`.", methods=(19,)),
        Column(name="asked", meaning="What is not known: the field, by its title.", methods=(19,)),
    ),
    rows=_open_questions,
)


def _findings(told: Told) -> Iterable[Row]:
    return map(_finding, told.findings)


def _finding(one: Diagnostic) -> Row:
    accepted = one.accepted
    return (
        one.account,
        one.period,
        one.path,
        one.fingerprint,
        one.lineage,
        one.code,
        one.slug,
        one.kind.value,
        one.severity.word,
        one.message,
        one.help or None,
        one.span.line,
        one.span.column,
        one.pointer,
        accepted is not None,
        *((accepted.why, accepted.by, accepted.until) if accepted else (None, None, None)),
    )


FINDINGS = Table(
    name="findings",
    meaning="One row a thing that `kamc check` finds in a plan, accepted ones too.",
    key=("path", "fingerprint"),
    columns=(
        ACCOUNT,
        PERIOD,
        Column(name="path", meaning="The file, from the workspace."),
        Column(name="fingerprint", meaning="The lasting name of the finding, the same on every machine."),
        Column(
            name="lineage",
            meaning="The same without the quarter: equal for the same finding a quarter later.",
        ),
        Column(name="code", meaning="The code of the rule."),
        Column(name="slug", meaning="The name of the rule."),
        Column(name="kind", meaning="What sort of judgement it is: structure, gap, judgement or clock."),
        Column(name="severity", meaning="error, warning or info."),
        Column(name="message", meaning="What is wrong, in a sentence."),
        Column(name="help", meaning="What to do."),
        Column(name="at_line", kind=Kind.WHOLE, meaning="The line in the file, from 1."),
        Column(name="at_column", kind=Kind.WHOLE, meaning="The column in the file, from 1."),
        Column(name="pointer", meaning="Where it stands in the plan, as a JSON Pointer."),
        Column(name="accepted", kind=Kind.YES_NO, meaning="Whether the plan's author accepts it."),
        Column(name="accepted_why", meaning="Why it is accepted."),
        Column(name="accepted_by", meaning="The id of our person who accepts it."),
        Column(name="accepted_until", meaning="The last day on which that counts."),
    ),
    rows=_findings,
    of_findings=True,
)
OF_WORDS: tuple[Table, ...] = (WALLET_COMPETITORS, ENTRIES, OPEN_QUESTIONS, FINDINGS)


def dictionary(tables: Sequence[Table]) -> tuple[Row, ...]:
    """The rows of the dictionary: every column of `tables`."""
    return tuple(
        (
            table.name,
            column.name,
            column.kind.value,
            column.name in table.key,
            column.meaning,
            MEANING[column.kind],
            column.field or None,
            tuple(f"M{number}" for number in column.methods),
        )
        for table in tables
        for column in table.columns
    )


DICTIONARY = Table(
    name="dictionary",
    meaning="One row a column of the other tables: what it means. It is the same everywhere.",
    key=("table_name", "column_name"),
    columns=(
        Column(name="table_name", meaning="The table."),
        Column(name="column_name", meaning="The column."),
        Column(name="type", meaning="What its values are."),
        Column(name="is_key", kind=Kind.YES_NO, meaning="Whether it is part of what tells the rows apart."),
        Column(name="meaning", meaning="What a value says."),
        Column(name="values_are", meaning="What the values of such a type are."),
        Column(
            name="field",
            meaning="The field of the plan or shared file that it comes from; `<id>` stands for any key.",
        ),
        Column(name="methods", kind=Kind.LIST, meaning="The methods behind it, as in docs/methods.md."),
    ),
    rows=lambda _: (),
    is_of_plans=False,
)
