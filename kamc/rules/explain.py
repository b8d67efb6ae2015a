"""What there is to say about rules: in the terminal (`kamc explain`), and as pages (docs/rules)."""

import re
import textwrap
from collections.abc import Iterator

from kamc.diagnostics import Kind, Severity
from kamc.links.graph import grouped
from kamc.model.limits import Limits
from kamc.model.spec import spec
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book, is_built_in
from kamc.rules.waivers import can_be_accepted
from kamc.words import listed

WIDTH = 100

BLOCKS = {
    "0": "The file and its format",
    "1": "Account knowledge",
    "2": "Product knowledge",
    "3": "Relationships",
    "4": "The account as a market",
    "5": "The account plan",
    "6": "Links between the blocks",
    "7": "Changes between quarters",
    "8": "The portfolio",
}
"""The first digit of a code."""

KINDS = {
    Kind.STRUCTURE: "an error, always",
    Kind.GAP: "noted in a draft, a warning in review, an error once the plan is approved",
    Kind.JUDGEMENT: "a warning",
    Kind.CLOCK: "a warning at most",
}
ANY_BLOCK = "0"
HOUSE = "House rules"
"""The heading of a house's own."""
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
    width = max(len(rule.slug) for rule in book.rules)
    blocks = ("\n".join([name, *(_line(rule, width) for rule in rules)]) for name, rules in by_block(book))
    return "\n\n".join((*blocks, "kamc explain CODE says more of one.")) + "\n"


def _line(rule: Rule, width: int) -> str:
    """A rule in a table whose column of names has that width; its title goes on below itself."""
    head = f"  {rule.code}  {rule.slug:<{width}}  "
    return textwrap.fill(
        rule.title, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )


def index(book: Book = registry.BOOK, *, linked: bool = True) -> str:
    """Every rule, block by block, as the first page of docs/rules; `linked`: it stands there."""
    intro = (
        "What `kamc check` looks for. The first digit of a code is the block of the plan. A *structure* is "
        "an error, always; a *gap* is noted in a draft, a warning in review and an error once the plan is "
        "approved; a *judgement* is a warning; a *clock* reads the date and is a warning at most. `unknown` "
        "answers a gap. Settings in `kamc.yaml` can change each; a plan can accept a finding, with a reason."
    )
    parts = ["# Rules", intro]
    for name, rules in by_block(book):
        rows = [
            f"| {_code(rule, linked=linked)} | `{rule.slug}` | {rule.kind.value} | {rule.title} |"
            for rule in rules
        ]
        parts += [
            f"## {name}",
            "\n".join(["| code | name | kind | what it wants |", "| --- | --- | --- | --- |", *rows]),
        ]
    return "\n\n".join(parts) + "\n"


def block(rule: Rule) -> str:
    """The block of the plan that a rule is about; a house's own are together."""
    return BLOCKS[rule.code[3]] if is_built_in(rule.code) else HOUSE


def by_block(book: Book) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """The rules under the names of their blocks, then a house's own."""
    yield from grouped((block(rule), rule) for rule in book.rules).items()


def _left_out(examples: tuple[str, ...]) -> str:
    """What `~` stands for, where the examples use it: plans themselves never hold one."""
    return " (~: this line is left out)" if any(LEFT_OUT.search(example) for example in examples) else ""


def _asked(rule: Rule) -> str:
    asked = f"; asked from the {rule.ask.word} profile on" if rule.ask > 1 else ""
    return f"{asked}; not where we give the account up" if rule.to_win else asked


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
