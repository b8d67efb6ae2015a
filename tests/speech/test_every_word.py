"""Every word of every brief can be said in another language: proved with one that has no letter of ours.

What others convert right now is named in `UNTIL_MERGED`, and nowhere else.
"""

import ast
import functools
import html
import re
from collections.abc import Iterator

import msgspec
import pytest
from babel import Locale

from kamc import speech
from kamc.audience import cut
from kamc.brief import BRIEFS, Given, given, room
from kamc.engine import pack
from kamc.engine.pack import run
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.reference.messages import catalogue
from kamc.render.brief import papers
from kamc.render.deck import slides
from kamc.resources import template_dir
from kamc.speech.format import HOUSE
from tests.marks import FOLD, Marks, marked, named, with_names, words
from tests.marks import WORD as MARK
from tests.packs import ROOT, World, worked
from tests.speech.pseudo import plain, pseudo

LANGUAGE = "de"
WORKSPACES = {name: ROOT / "tests" / name for name in ("fullest", "awkward")} | {"worked": ROOT}
SHARED = ("plans/catalogue.yaml", "plans/people.yaml", "plans/profiles.yaml")

UNTIL_MERGED = ("changes",)
"""What is converted elsewhere right now: what changed between quarters."""

FORMATS = frozenset(
    {"Mio", "Mrd", "Q", "kamc", "EUR", "USD", "NOK", "CNY", "CZK", "A", "B", "C"}
    | {month.rstrip(".") for month in Locale(LANGUAGE).months["format"]["abbreviated"].values()}
)
"""What is no word of ours: how a locale spells amounts and months, currencies, our name, letters in a key."""
FILE = re.compile(
    r"\(?\b[\w-]+\.(ics|html)\)?|\]\(\./[^)]*\)|\bkamc(?:\.yaml| check| export| status --sort \w+)"
)
"""Names of files, addresses of links, and what is typed."""
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
CODE = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
CONTENT = re.compile(r'content:((?:"[^"]*"\s*)+)')
SAID = re.compile(r'\b(?:title|alt|aria-label|data-label|data-found|data-none)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
CALENDAR = re.compile(r"^(?:SUMMARY|DESCRIPTION|CATEGORIES|X-WR-CALNAME):(.*)$", re.MULTILINE)
PLAIN = re.compile(r"[^\W\d_]*[A-Za-z][^\W\d_]*…?")
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


# --- Every message in strange letters -----------------------------------------------------------------------


@pytest.fixture(autouse=True)
def strange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The other language is one of strange letters, while a test runs."""
    monkeypatch.setattr(speech, "catalogue_text", functools.cache(pseudo))
    monkeypatch.setattr(pack, "lacking", lambda _: ())  # a check speaks English, and an index quotes it
    if "changes" in UNTIL_MERGED:
        monkeypatch.setattr(Given, "changes", ())
    _forget()
    yield
    _forget()


def _forget() -> None:
    speech._words.cache_clear()
    speech._sources.cache_clear()


@functools.cache
def marks_alone(name: str) -> World:
    """A workspace of another language, in which plans hold no words but marks."""
    made, marks = worked(WORKSPACES[name]), Marks()
    parts = {
        path: marked(with_names(part), path, words(marks))
        for path, part in made.parts.items()
        if path in SHARED or isinstance(part, Plan)
    }
    accounts = frozenset(one.source.account for one in made.files if one.source.account)
    parts = {path: named(part, marks.id, keep=accounts) for path, part in parts.items()}
    settings = msgspec.structs.replace(made.scope.settings, supplier="Zqabcd")
    scope = msgspec.structs.replace(made.scope, settings=settings)
    return in_language(msgspec.structs.replace(made, scope=scope), LANGUAGE).having(parts)


def in_language(world: World, locale: str | None) -> World:
    """The same workspace for a locale; for the house's own English without one."""
    settings = msgspec.structs.replace(world.scope.settings, locale=locale)
    return msgspec.structs.replace(world, scope=msgspec.structs.replace(world.scope, settings=settings))


def english(text: str) -> set[str]:
    """The words in a text that are neither strange nor marks nor a matter of formats."""
    return {word for word in PLAIN.findall(FILE.sub("", text)) if not _is_known(word)}


def _is_known(word: str) -> bool:
    if word.endswith("…"):
        return any(one.startswith(word[:-1]) for one in FORMATS) or bool(re.match("zq", word.lower()))
    return word in FORMATS or bool(MARK.fullmatch(word.lower()))


def lines(path: str, text: str) -> Iterator[str]:
    """All that a file says to a reader."""
    if path.endswith(".ics"):
        yield from CALENDAR.findall(text.replace(FOLD, "").replace("\\n", " "))
    elif path.endswith(".html"):
        style = " ".join(STYLE.findall(text))
        yield from (re.sub(r"\\[0-9a-fA-F]+ ?", " ", one) for one in CONTENT.findall(style))
        body = CODE.sub("", text)
        yield from map(html.unescape, SAID.findall(body))
        yield from map(html.unescape, TAG.sub("\n", body).splitlines())
    else:
        yield from (html.unescape(line) for line in text.splitlines())


def told(path: str, text: str) -> set[str]:
    """The English lines of a file, with their words, ready to be read by whoever broke something."""
    return {
        f"{path}: {sorted(found)} in {line.strip()[:160]}"
        for line in lines(path, text)
        if (found := english(line))
    }


@pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)
@pytest.mark.parametrize("name", WORKSPACES)
def test_no_document_says_a_word_of_english(name: str, audience: Audience) -> None:
    files = marks_alone(name).pack(audience)
    held = {path: text for path, text in files.items() if not _is_elsewhere(path)}
    assert held
    assert not set().union(*(told(path, text) for path, text in held.items()))


def _is_elsewhere(path: str) -> bool:
    return path.rpartition("/")[2].partition(".")[0] in UNTIL_MERGED


@pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)
@pytest.mark.parametrize("name", WORKSPACES)
def test_no_paper_says_a_word_of_english(name: str, audience: Audience) -> None:
    world = marks_alone(name)
    shared = {type(one.part): one.part for one in world.files}
    for one in world.files:
        if isinstance(one.part, Plan):
            made = given(
                cut(one.part, audience),
                run=msgspec.structs.replace(run(world.scope), gaps=3, open_questions=2),
                people=shared.get(People),  # type: ignore[arg-type]
                catalogue=shared.get(Catalogue),  # type: ignore[arg-type]
            )
            for brief in BRIEFS:
                for paper in papers(made, brief):
                    said = [
                        paper.text,
                        *(image.alternative for held in paper.images.values() for image in held),
                    ]
                    said += [text for slide in slides(paper) for text in (slide.message, slide.section)]
                    said += [paper.running, paper.draft, paper.status, paper.reader]
                    assert not set().union(*(told(brief.name, text) for text in said))


# --- The same is said in every language ---------------------------------------------------------------------


@pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)
@pytest.mark.parametrize("name", WORKSPACES)
def test_a_document_says_what_it_says_in_english(
    name: str, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In our letters it is the same again: nothing that is looked up by its words gets lost."""
    there = marks_alone(name)
    here = in_language(there, None)
    em = room._em
    monkeypatch.setattr(speech, "_formats", lambda _: HOUSE)
    monkeypatch.setattr(room, "_em", lambda sign: em(plain(sign)))
    ours, theirs = here.pack(audience), there.pack(audience)
    assert ours.keys() == theirs.keys()
    for path, text in ours.items():
        if path.endswith((".md", ".ics")) and not _is_elsewhere(path):
            same, other = (one.replace(FOLD, "").casefold() for one in (text, plain(theirs[path])))
            assert same == other, path


# --- Sections are known by the same names -------------------------------------------------------------------

STYLED = re.compile(r"\.([sp]-[a-z0-9-]+)")


def styled() -> frozenset[str]:
    """The sections that a style sheet speaks of."""
    sheets = template_dir("page").glob("*.css")
    return frozenset(one for sheet in sheets for one in STYLED.findall(sheet.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", WORKSPACES)
def test_a_page_has_the_layout_that_it_has_in_english(name: str) -> None:
    there = marks_alone(name)
    here = in_language(there, None)
    names, seen = styled(), set[str]()
    other = {path: text for path, text in there.pack(Audience.PRIVATE).items() if not _is_elsewhere(path)}
    for path, text in here.pack(Audience.PRIVATE).items():
        if path in other and path.endswith(".html"):
            ours, theirs = (names & set(_classes(one)) for one in (text, other[path]))
            assert ours == theirs, path
            seen |= ours
    assert seen


def _classes(page: str) -> list[str]:
    return re.findall(r"[sp]-[a-z0-9-]+", " ".join(re.findall(r'class="([^"]*)"', page)))


# --- Every sentence in the code -----------------------------------------------------------------------------


def test_no_sentence_in_the_code_of_briefs_is_left_out_of_the_catalogue() -> None:
    """Also those that no example comes to."""
    known = {
        form for one in catalogue(LANGUAGE) for form in (one.id if isinstance(one.id, tuple) else (one.id,))
    }
    known |= {f">{one}" for one in known}
    found = []
    for file in sorted((ROOT / "kamc" / "brief").rglob("*.py")):
        if (
            not set(file.parts) & set(UNTIL_MERGED) and file.name != "book.py"
        ):  # says to operators what it has
            for line, text in _sentences(ast.parse(file.read_bytes())):
                if not set(text.split(" | ")) <= known:
                    found.append(f"{file.name}:{line}: {text}")
    assert not found


def _sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts of several words, but for what explains the code, what is typed, and what a bug would say."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    raised = (one for node in ast.walk(tree) if isinstance(node, ast.Raise) for one in ast.walk(node))
    silent |= {id(one) for one in raised}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in silent else None
        if isinstance(text, str) and SENTENCE.search(text) and not FILE.fullmatch(text):
            yield getattr(node, "lineno", 0), text
