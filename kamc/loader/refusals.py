"""What the loader refuses, in the words of somebody who writes plans: a message, a label, and what to do."""

import re

from kamc.diagnostics import START, Edit, Finding, Fix, Related, Span

SLUGS = {
    "KAM001": "unreadable",
    "KAM002": "yaml-syntax",
    "KAM003": "duplicate-key",
    "KAM004": "anchor",
    "KAM005": "alias",
    "KAM006": "merge-key",
    "KAM007": "tag",
    "KAM008": "directive",
    "KAM009": "several-documents",
    "KAM010": "tab",
    "KAM011": "key-not-text",
    "KAM013": "too-deep",
    "KAM014": "too-large",
    "KAM015": "invisible-line-break",
    "KAM016": "words-after-hash",
    "KAM017": "words-after-comma",
    "KAM018": "space-after-colon",
}
"""The codes of the loader and their slugs."""

INVISIBLE = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
SAVE_AS_UTF_8 = 'save it as UTF-8 (VS Code: "Save with Encoding"; Windows Editor: "Save as", Encoding)'
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
FRACTION = re.compile(r"[0-9]+,[0-9]+[A-Za-z%]*")
SHOWN = 60
QUOTED = 100


def short(text: str) -> str:
    """A text on one line, its end cut off when it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1].rstrip()}…"


def shown(text: str) -> str:
    """A text on one line between quotes, its end cut off when it is long."""
    flat = short(text)
    return f"'{flat}'" if '"' in flat else f'"{flat}"'


def quoted(text: str) -> str:
    """A text as it is written in YAML's double quotes, on one line, its middle cut out when it is long."""
    flat = " ".join(text.split())
    flat = flat if len(flat) <= QUOTED else f"{flat[:SHOWN].rstrip()} … {flat[SHOWN - QUOTED :].lstrip()}"
    return in_quotes(flat)


def in_quotes(text: str) -> str:
    """A text of one line as it is written in YAML's double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoting(text: str, span: Span) -> Fix:
    """The fix that puts the text at `span` in quotes."""
    return Fix(what="put the text in quotes", edits=(Edit(span, in_quotes(text)),))


def too_large(size: int) -> Finding:
    """A file over the limit, which is not parsed."""
    return Finding(
        code="KAM014",
        message=f"the file holds {size / 1024 / 1024:.1f} MiB; a plan may hold 4 MiB",
        help="a plan is text of some hundred lines: check that this is the right file",
        span=START,
    )


def utf_16() -> Finding:
    """A file that some Windows programs save as "Unicode"."""
    return Finding(
        code="KAM001",
        message="the file is not UTF-8 text: it looks like UTF-16, from line 1 on",
        help=SAVE_AS_UTF_8,
        span=START,
    )


def binary(span: Span) -> Finding:
    """A file that is no text at all."""
    return Finding(
        code="KAM001",
        message=f"the file is not text: line {span.line} holds a zero byte",
        help="check that this is a plan and not a spreadsheet, an archive or a broken download",
        span=span,
    )


def not_utf_8(span: Span, byte: int) -> Finding:
    """A byte that is not UTF-8, and the character that was probably meant."""
    character = bytes((byte,)).decode("cp1252", errors="replace")
    meant = f', where that byte is "{character}"' if character.isprintable() and character != "\ufffd" else ""
    return Finding(
        code="KAM001",
        message=f"the file is not UTF-8 text: line {span.line} holds the byte 0x{byte:02X}",
        help=f"it is probably Windows-1252 (Latin-1){meant}: {SAVE_AS_UTF_8}",
        label="the first byte that is not UTF-8",
        span=span,
    )


def cut_off(span: Span) -> Finding:
    """A file that ends inside a character."""
    return Finding(
        code="KAM001",
        message=f"the file breaks off in the middle of a character, on line {span.line}",
        help="it was cut off, probably by a broken download or copy: fetch it again",
        span=span,
    )


def control_character(character: str, span: Span) -> Finding:
    """A character that nobody sees and nobody typed."""
    return Finding(
        code="KAM001",
        message=f"an invisible control character (U+{ord(character):04X}) stands here",
        help="delete it, and type a space or a line break in its place; it comes with pasted text",
        span=span,
        key=f"U+{ord(character):04X}",
    )


def empty(span: Span = START) -> Finding:
    """A file without a field."""
    return Finding(
        code="KAM001",
        message="the file is empty: it holds no field",
        help='begin with "kamc: 1", or copy a plan and fill it in',
        span=span,
    )


def not_fields(what: str, span: Span) -> Finding:
    """A file whose outermost value is not a mapping."""
    return Finding(
        code="KAM001",
        message=f"the file holds {what}, where fields (`name: value`) belong",
        help='begin with "kamc: 1", then one field a line, all from the first column on',
        span=span,
    )


def invisible_line_break(character: str, span: Span) -> Finding:
    """U+0085, U+2028 or U+2029, which some tools take for a line break and some do not."""
    code = f"U+{ord(character):04X}"
    return Finding(
        code="KAM015",
        message=f"an invisible line break ({code}, {INVISIBLE[character]}) stands here",
        help="delete it, and type a space or a real line break; it comes with text pasted from Word",
        span=span,
        key=code,
        fix=Fix(what="put a space in its place", edits=(Edit(span, " "),)),
    )


def lone_carriage_return(span: Span) -> Finding:
    """Line ends of old Macs, told once a file."""
    return Finding(
        code="KAM015",
        message="a lone carriage return (U+000D) breaks the line, which many tools do not show",
        help="set the file's line ends to LF (VS Code: at the bottom right), or delete the character",
        span=span,
        key="U+000D",
    )


def duplicate_key(key: str, span: Span, first: Span) -> Finding:
    """A key that its mapping holds already; the first one counts."""
    return Finding(
        code="KAM003",
        message=f"{shown(key)} is written twice under the same heading",
        label="not read",
        help="keep one of them, or bring together what both hold; two different entries need two ids",
        span=span,
        key=key,
        related=(Related(message="the first one, which counts", span=first),),
    )


def anchor(name: str, span: Span) -> Finding:
    """`&name` before a value."""
    return Finding(
        code="KAM004",
        message=f"{shown(f'&{name}')} names a value for use elsewhere, which a plan does not do",
        help="delete it; if the & belongs to the text, put the text in quotes",
        span=span,
        key=name,
    )


def alias(name: str, span: Span, *, is_key: bool = False) -> Finding:
    """`*name` in place of a value or a key."""
    return Finding(
        code="KAM005",
        message=f"{shown(f'*{name}')} stands for something written elsewhere, which a plan does not do",
        label="not read" if is_key else 'read as "unknown"',
        help="write it out; if the * belongs to the text, put the text in quotes",
        span=span,
        key=name,
    )


def merge_key(span: Span) -> Finding:
    """`<<: *name`."""
    return Finding(
        code="KAM006",
        message='"<<" copies fields from elsewhere, which a plan does not do',
        label="not read",
        help="write the fields out",
        span=span,
        key="<<",
    )


def tag(name: str, span: Span) -> Finding:
    """`!name` before a value."""
    return Finding(
        code="KAM007",
        message=f"{shown(name)} says what type the value has, which a plan does not do",
        help="delete it; if the ! belongs to the text, put the text in quotes",
        span=span,
        key=name,
    )


def directive(line: str, span: Span) -> Finding:
    """`%YAML 1.2`."""
    return Finding(
        code="KAM008",
        message=f"{shown(line)} is an instruction to a YAML parser, which a plan does not need",
        help="delete the line",
        span=span,
        key=line.split(maxsplit=1)[0],
    )


def several_documents(span: Span) -> Finding:
    """`---` or `...`, and something behind it."""
    return Finding(
        code="KAM009",
        message="a second document begins here",
        label="not read from here on",
        help="one file holds one plan: delete the line, or move what follows into a file of its own",
        span=span,
    )


def tab(span: Span, more: int) -> Finding:
    """A tab that indents; `more` lines below begin with one too."""
    others = {0: "", 1: "one more line begins with a tab; "}.get(more, f"{more} more lines begin with tabs; ")
    return Finding(
        code="KAM010",
        message="a tab stands where only spaces may indent",
        label="a tab",
        help=f'{others}put spaces in place of tabs (VS Code: "Convert Indentation to Spaces")',
        span=span,
    )


def key_not_text(what: str, span: Span) -> Finding:
    """A list or a mapping as a key."""
    return Finding(
        code="KAM011",
        message=f"{what} stands where the name of a field belongs",
        label="not read, nor is its value",
        help="write a name, a colon, a space and the value; put a name that begins with a sign in quotes",
        span=span,
    )


def key_empty(span: Span) -> Finding:
    """A colon with no key before it."""
    return Finding(
        code="KAM011",
        message="nothing stands where the name of a field belongs",
        help="write the name before the colon",
        span=span,
    )


def too_deep(deepest: int, span: Span) -> Finding:
    """The first mapping or list beyond the limit."""
    return Finding(
        code="KAM013",
        message=f"more than {deepest} levels stand inside each other",
        help="a plan has about eight levels: look for brackets or braces that never close",
        span=span,
    )


def words_after_hash(kept: str, lost: str, span: Span, fix: Fix | None = None) -> Finding:
    """`kept` is the text that remains, perhaps empty; `lost` begins with the hash."""
    return Finding(
        code="KAM016",
        message=f"{shown(lost)} is lost: from the # on it is a comment",
        label="a comment, not text",
        help=f"put the text in quotes: {quoted(f'{kept} {lost}')}; a comment has a space after the #",
        span=span,
        key=lost,
        fix=fix,
    )


def words_after_comma(lost: str, whole: str, span: Span, before: Span, fix: Fix | None = None) -> Finding:
    """`whole` is the text that the comma tore apart."""
    if (number := _number(whole)) is not None:
        return _number_torn(lost, whole, number, span, before)
    return Finding(
        code="KAM017",
        message=f"{shown(lost)} is lost: inside braces a comma ends the text before it",
        label="no colon, so no field",
        help=f"put the whole text in quotes: {quoted(whole)}; if it is a field, give it a colon and a value",
        span=span,
        key=lost,
        related=(Related(message="the text begins here", span=before),),
        fix=fix,
    )


def words_without_colon(lost: str, span: Span) -> Finding:
    """Words in braces that are no field, without a text before them from which a comma tore them."""
    return Finding(
        code="KAM017",
        message=f"{shown(lost)} is lost: inside braces each entry needs a colon and a value",
        label="no colon, so no field",
        help="give it a colon and a value; if it belongs to a text, put the whole text in quotes",
        span=span,
        key=lost,
    )


def _number_torn(lost: str, whole: str, number: str, span: Span, before: Span) -> Finding:
    return Finding(
        code="KAM017",
        message=f"{shown(whole)} is torn at its comma: inside braces a comma ends the number",
        label=f"did you mean {number}?",
        help="a number has a point before its decimals, and no signs between its thousands",
        span=span,
        key=lost,
        related=(Related(message="the number begins here, and counts as unknown", span=before),),
    )


def _number(whole: str) -> str | None:
    """What to write in place of a number with commas."""
    if THOUSANDS.fullmatch(whole):
        return whole.replace(",", "")
    return whole.replace(",", ".") if FRACTION.fullmatch(whole) else None


def list_in_braces(words: list[str], span: Span) -> Finding:
    """Braces in which nothing has a colon."""
    listed = short(", ".join(words))
    return Finding(
        code="KAM017",
        message=f"{shown(listed)} stands in braces without any colon",
        label="no field in here",
        help=f"a list stands in brackets: [{listed}]; a text stands in quotes",
        span=span,
        key=listed,
    )


def space_after_colon(written: str, meant: str, span: Span, gap: Span | None = None) -> Finding:
    """`written` is one word, `meant` the field that it should be; a space at `gap` would make it one."""
    return Finding(
        code="KAM018",
        message=f"{shown(written)} is one word: the space after the colon is missing",
        help=f"write `{short(meant)}`; if it is a text, put it in quotes",
        span=span,
        key=written,
        fix=Fix(what="put a space after the colon", edits=(Edit(gap, " "),)) if gap else None,
    )
