"""What there is to say about rules: in the terminal (`kamc explain`), and as pages (docs/rules)."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kamc.diagnostics import Kind, Severity
from kamc.links.graph import grouped
from kamc.model.limits import Limits
from kamc.model.spec import spec
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book, is_built_in
from kamc.rules.waivers import can_be_accepted
from kamc.words import counted, listed

WIDTH = 100


class Block(NamedTuple):
    """A part of the rule book: its name, and what it asks."""

    name: str
    asks: str


BLOCKS = {
    "0": Block("The file and its format", "Is every word of the plan read, and read as it was meant?"),
    "1": Block("Account knowledge", "Do we know what must go well for them, and from whom we know it?"),
    "2": Block(
        "Product knowledge", "Does what we sell answer something of theirs, and better than others do?"
    ),
    "3": Block("Relationships", "Do we know who decides and who speaks for us, and do our people meet them?"),
    "4": Block("The account as a market", "Do we know what they spend, who gets it, and where we can grow?"),
    "5": Block("The account plan", "Can one see in a quarter whether we did what we wanted?"),
    "6": Block(
        "Links between the blocks", "Has all that we do a reason, and all that matters to them an answer?"
    ),
    "7": Block("Changes between quarters", "What became of what we said a quarter ago?"),
    "8": Block("The portfolio", "Do the plans of all accounts go together?"),
}
"""By the first digit of a code."""

KINDS = {
    Kind.STRUCTURE: "an error, always",
    Kind.GAP: "noted in a draft, a warning in review, an error once the plan is approved",
    Kind.JUDGEMENT: "a warning",
    Kind.CLOCK: "a warning at most",
}
ANY_BLOCK = "0"
HOUSE = Block("House rules", "Does a plan hold what this house asks for besides?")
USUAL = {
    Severity.OFF: "off, unless kamc.yaml says otherwise",
    Severity.INFO: "a note",
    Severity.WARNING: "a warning",
    Severity.ERROR: "an error",
}
SETTING = "kamc.yaml can set what it judges by; this is meant where it does not"
ACCEPTING = "write this line on the entry that it is about, or on the block around it"
IN_BACKTICKS = re.compile(r"`[^`]*`")
TOP_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
HEADER = frozenset(("profile", "status", "period", "limits", "reviewed"))
"""Keys of examples that are not what they are about."""
KEY = """\
| kind | it says | how bad it is |
| --- | --- | --- |
| structure | kamc cannot take this as it stands | an error, always |
| gap | something that the profile asks for is not there; `unknown` is an answer | noted in a draft, \
a warning in review, an error once the plan is approved |
| judgement | it is all there, and somebody should look at it again | a warning |
| clock | a day has passed | a warning at most |

Under *from* stands the profile from which on a rule is asked, where it is not the short one. `kamc.yaml` \
can set how bad each rule is; a plan can accept a finding, with a reason."""
"""What the words in the tables of the index mean."""
LEFT_OUT = re.compile(r": ~(?![^\s}])")
GLUE = "\0"
INVISIBLE = {"\t": "⇥   ", "\u2028": "⟨U+2028⟩"}


def explain(rule: Rule) -> str:
    """A rule for the terminal: what it wants, why, examples, remedy; plain text, at most 100 columns wide."""
    doc = rule.text
    parts = [
        f"{rule.code} {rule.slug}",
        _wrapped(doc.title),
        _wrapped(f"A {rule.kind.value}: {_severity(rule)}{_asked(rule)}."),
        *map(_wrapped, doc.why),
        *([f"Not so{_left_out(doc.bad)}:"] if doc.bad else ()),
        *map(_indented, doc.bad),
        *(["But so:"] if doc.good else ()),
        *map(_indented, doc.good),
        _wrapped(f"What to do: {doc.remedy}"),
    ]
    if rule.limits:
        parts += [f"{SETTING}:", _indented(_limits(rule))]
    if can_be_accepted(rule.code):
        parts += [f"To accept a finding, {ACCEPTING}:", _indented(_accepted(rule, "…", "…", "…"))]
    return "\n\n".join(part for part in parts if part) + "\n"


def page(rule: Rule, *, linked: bool = True) -> str:
    """A rule's page in Markdown; `linked`: it stands in docs/rules, beside the other pages."""
    doc = rule.text
    facts = f"*{block(rule)} · {_severity(rule)}{_asked(rule)}{_methods(rule, linked=linked)}*"
    parts = [
        f"# {rule.code} {rule.slug}",
        f"**{doc.title}**",
        facts,
        *doc.why,
        f"## Not so{_left_out(doc.bad)}",
        *map(_fenced, doc.bad),
        "## But so",
        *map(_fenced, doc.good),
        "## What to do",
        doc.remedy,
    ]
    if rule.limits:
        parts += ["## Its limits", f"{SETTING}:", _fenced(_limits(rule))]
    if can_be_accepted(rule.code):
        example = _accepted(rule, '"…"', "mara-lind", "2027-03-31")
        parts += ["## To accept a finding", f"{ACCEPTING.capitalize()}:", _fenced(example)]
    return "\n\n".join(parts) + "\n"


def overview(book: Book = registry.BOOK) -> str:
    """Every rule, block by block, then a house's own, for the terminal."""
    blocks = ("\n".join([one.name, *_lines(rules)]) for one, rules in by_block(book))
    more = "kamc explain CODE says more of one, kamc explain KAM3 lists those that begin so."
    return "\n\n".join((*blocks, more)) + "\n"


def _lines(rules: Sequence[Rule]) -> Iterator[str]:
    width = max(len(rule.slug) for rule in rules)
    return (_line(rule, width) for rule in rules)


def _line(rule: Rule, width: int) -> str:
    """A rule in a table whose column of names has that width; its title goes on below itself."""
    head = f"  {rule.code}  {rule.slug:<{width}}  "
    return textwrap.fill(
        rule.title, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )


def index(book: Book = registry.BOOK, *, linked: bool = True) -> str:
    """Every rule, block by block, as the first page of docs/rules; `linked`: it stands there."""
    blocks = [*by_block(book)]
    intro = f"What `kamc check` looks for: {counted(len(book.rules), 'rule')}, by the block of the plan."
    method = "[method](../methods.md)" if linked else "method"
    head = f"| code | name | what it wants | kind | {method} | from |\n| --- | --- | --- | --- | --- | --- |"
    parts = ["# Rules", intro, "\n".join(_entry(one, rules, linked=linked) for one, rules in blocks), KEY]
    for one, rules in blocks:
        rows = (_row(rule, linked=linked) for rule in rules)
        parts += [f"## {one.name}", one.asks, "\n".join((head, *rows))]
    return "\n\n".join(parts) + "\n"


def _entry(one: Block, rules: Sequence[Rule], *, linked: bool) -> str:
    """A block in the table of contents, linked as the git hosts name a heading."""
    anchor = one.name.lower().replace(" ", "-")
    return f"- {f'[{one.name}](#{anchor})' if linked else one.name} ({len(rules)}): {one.asks}"


def _row(rule: Rule, *, linked: bool) -> str:
    methods = ", ".join(f"M{number}" for number in rule.methods) or "–"
    asked = rule.ask.word if rule.ask > 1 else "–"
    cells = (_code(rule, linked=linked), f"`{rule.slug}`", rule.title, rule.kind.value, methods, asked)
    return f"| {' | '.join(cells)} |"


def block(rule: Rule) -> str:
    """The name of the block of the plan that a rule is about; a house's own are together."""
    return _block(rule).name


def by_block(book: Book) -> Iterator[tuple[Block, tuple[Rule, ...]]]:
    """The rules by their blocks, then a house's own."""
    yield from grouped((_block(rule), rule) for rule in book.rules).items()


def _block(rule: Rule) -> Block:
    return BLOCKS[rule.code[3]] if is_built_in(rule.code) else HOUSE


def _left_out(examples: tuple[str, ...]) -> str:
    """What `~` stands for, where the examples use it: plans themselves never hold one."""
    return " (~: this line is left out)" if any(LEFT_OUT.search(example) for example in examples) else ""


def _asked(rule: Rule) -> str:
    """From which profile on it asks, and of which plans."""
    profile = f"; asked from the {rule.ask.word} profile on" if rule.ask > 1 else ""
    return profile + ("; asked of an account's latest plan alone" if rule.latest else "")


def _severity(rule: Rule) -> str:
    """How bad its findings are, where no setting says otherwise."""
    if rule.usual is not None:
        return USUAL[rule.usual]
    return "a note" if rule.most is Severity.INFO else KINDS[rule.kind]


def _limits(rule: Rule) -> str:
    """The lines of kamc.yaml that set the limits of a rule, with their defaults."""
    fields = spec(Limits).by_key
    return "limits:\n" + "".join(f"  {name}: {fields[name].field.example}\n" for name in rule.limits)


def _code(rule: Rule, *, linked: bool) -> str:
    return f"[{rule.code}]({rule.page})" if linked else rule.code


def _methods(rule: Rule, *, linked: bool) -> str:
    links = [f"[M{number}](../methods.md)" if linked else f"M{number}" for number in rule.methods]
    return f" · {listed(links, 'and')}" if links else ""


def _accepted(rule: Rule, why: str, by: str, until: str) -> str:
    """The line that accepts a finding, in the block that the rule judges; any block where it judges all."""
    line = f"accepted: {{{rule.slug}: {{why: {why}, by: {by}, until: {until}}}}}\n"
    if not is_built_in(rule.code) or rule.code[3] == ANY_BLOCK:
        return line
    holder = (_judged(rule),) if rule.holder is None else rule.holder
    around = "".join(f"{'  ' * depth}{key}:\n" for depth, key in enumerate(holder))
    return f"{around}{'  ' * len(holder)}{line}"


def _judged(rule: Rule) -> str:
    """The block that a rule's first example speaks of: its other pieces are other files, and the header."""
    keys: list[str] = TOP_KEY.findall(rule.text.bad[0])
    return next((key for key in keys if key not in HEADER), keys[0])


def _fenced(example: str) -> str:
    return f"```yaml\n{_visible(example)}```"


def _indented(example: str) -> str:
    return textwrap.indent(_visible(example).rstrip(), "    ")


def _visible(example: str) -> str:
    for sign, seen in INVISIBLE.items():
        example = example.replace(sign, seen)
    return example


def _wrapped(text: str) -> str:
    """A paragraph in lines of the terminal's width; what stands in backticks stays on one line."""
    glued = IN_BACKTICKS.sub(lambda code: code.group().replace(" ", GLUE), text)
    return textwrap.fill(glued, WIDTH, break_on_hyphens=False, break_long_words=False).replace(GLUE, " ")
