"""The settings of a workspace: `kamc.yaml`, as a house writes it."""

from typing import ClassVar

from kamc.model import values
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    About,
    Day,
    Number,
    One,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Rows,
    SomeWords,
    Table,
)
from kamc.model.limits import Limits
from kamc.model.own_rules import OwnRule
from kamc.model.records import EMPTY, Part
from kamc.model.shared import VERSION
from kamc.model.terms import HealthTerms, MatrixTerms
from kamc.model.values import Date, Keyed, Text, Texts, Word, Words
from kamc.model.values import Number as Figure

ACCENT = "#0b5d66"
"""The colour of briefs where a house has not set its own."""


class Rates(Part, frozen=True):
    """What one of another currency is worth in ours, on a day: accounts in several currencies are added by it."""

    about: ClassVar[About] = About(title="rates", methods=(15,))

    base: Annotated[
        Text,
        Pattern(
            "Base",
            "The currency in which amounts are added; that of the workspace, if left out.",
            "EUR",
            (15,),
            pattern="[A-Z]{3}",
            looks="three capitals: EUR",
        ),
    ] = None
    as_of: Annotated[Date, Day("As of", "The day of the rates.", "2026-09-30", (15,), said=False)] = None
    to_base: Annotated[
        Keyed[Figure],
        Table(
            "To base",
            "What one of each other currency is worth in it.",
            {"USD": 0.92},
            (15,),
            keys=Pattern("Currency", "", "USD", pattern="[A-Z]{3}", looks="three capitals: USD"),
            value=Number("Rate", "What one of it is worth.", said=False, least=0),
        ),
    ] = EMPTY


class Brand(Part, frozen=True):
    about: ClassVar[About] = About(title="brand")

    accent: Annotated[
        Text,
        Pattern(
            "Accent",
            "One colour for rules and section names.",
            ACCENT,
            pattern="#[0-9a-fA-F]{6}",
            looks="a colour: #0b5d66",
        ),
    ] = None
    fonts: Annotated[
        Text,
        Prose(
            "Fonts",
            "A folder of this workspace with fonts (.ttf, .otf) for letters that those for PDF do not have, such as Chinese.",
            "brand/fonts",
            said=False,
        ),
    ] = None
    docx: Annotated[
        Text,
        Prose(
            "Word document",
            "A Word document of this workspace whose styles, page, headers and footers ours take; what it says is left out.",
            "brand/letter.docx",
            said=False,
        ),
    ] = None
    pptx: Annotated[
        Text,
        Prose(
            "Presentation",
            "A PowerPoint presentation of this workspace whose master and layouts our deck takes; its slides are left out.",
            "brand/deck.pptx",
            said=False,
        ),
    ] = None
    paper: Annotated[
        Word,
        OneWord(
            "Paper",
            "The sheet of a PDF or a Word document; that of the locale's country unless it is said.",
            "letter",
            words=("a4", "letter"),
            or_unknown=False,
        ),
    ] = None
    logo: Annotated[
        Text,
        Prose(
            "Logo",
            "An SVG or PNG file of this workspace, up to 256 KiB: it stands at the head of every page.",
            "brand/logo.svg",
            said=False,
        ),
    ] = None


class Build(Part, frozen=True):
    about: ClassVar[About] = About(title="build")

    out: Annotated[Text, Prose("Folder", "Where `kamc build` writes.", "dist", said=False)] = None
    to: Annotated[
        Words,
        SomeWords(
            "Formats",
            "What it writes.",
            ["md", "html"],
            words=("md", "html", "pdf", "docx", "pptx"),
            or_unknown=False,
        ),
    ] = None
    audience: Annotated[
        Word,
        OneWord("Audience", "For whom.", "team", words=("private", "team", "customer"), or_unknown=False),
    ] = None


class Review(Part, frozen=True):
    about: ClassVar[About] = About(title="review")

    reason_from: Annotated[
        Word,
        OneWord(
            "Reason from",
            "Which changes for the worse somebody has to accept in a pull request: those that lead, all, or none.",
            "leads",
            words=("leads", "worse", "off"),
            or_unknown=False,
        ),
    ] = None


SEVERITY = OneWord(
    "Severity",
    "error, warning, info or off.",
    "warning",
    words=("error", "warning", "info", "off"),
    or_unknown=False,
)
RULE_KEYS = Pattern(
    "Rule",
    "The name or code of a rule.",
    "csf-count",
    pattern=values.RULE_NAME,
    looks="a rule: csf-count or KAM101",
)


class Override(Part, frozen=True):
    about: ClassVar[About] = About(title="override")

    plans: Annotated[
        Texts, ProseList("Plans", "Paths or globs, from the workspace.", ["plans/nordhafen-bank/*.yaml"])
    ] = None
    rules: Annotated[
        Keyed[Word],
        Table(
            "Rules",
            "Severity by rule, for these plans.",
            {"csf-count": "warning"},
            keys=RULE_KEYS,
            value=SEVERITY,
        ),
    ] = EMPTY


class SettingsFile(Part, frozen=True):
    """kamc.yaml: it marks a workspace and holds its settings."""

    about: ClassVar[About] = About(title="settings")

    kamc: Annotated[Figure, VERSION] = None
    requires: Annotated[
        Text,
        Pattern(
            "Requires",
            "Which versions of kamc may work here.",
            ">=0.1",
            pattern=r"(>=|==|<|<=|>|!=|~=) ?[0-9][0-9a-z.]*(, ?(>=|==|<|<=|>|!=|~=) ?[0-9][0-9a-z.]*)*",
            looks="a version range: '>=1.2'",
        ),
    ] = None
    supplier: Annotated[
        Text, Prose("Supplier", "Our company's name, as it stands on briefs.", "Quantrell", said=False)
    ] = None
    currency: Annotated[
        Text,
        Pattern(
            "Currency",
            "Of plans that do not say another.",
            "EUR",
            pattern="[A-Z]{3}",
            looks="three capitals: EUR",
        ),
    ] = None
    rates: Annotated[
        Rates,
        One(
            "Rates",
            "What one of another currency is worth in ours, on a day. Without a rate, amounts stay apart.",
            methods=(15,),
            record=Rates,
        ),
    ] = Rates()
    locale: Annotated[
        Text,
        Pattern(
            "Locale",
            "The language of briefs, and how they spell dates, numbers and money.",
            "de-CH",
            pattern="(en|de|fr|es|pt)(-[A-Z]{2})?",
            looks="en, de, fr, es or pt, with a country if need be: de-CH",
        ),
    ] = None
    fiscal_year_start: Annotated[
        Figure,
        Number(
            "Fiscal year start",
            "The month in which our year starts, 1 to 12; a fiscal year is named by the calendar year in which it ends.",
            1,
            said=False,
            least=1,
            most=12,
            whole=True,
        ),
    ] = None
    brand: Annotated[Brand, One("Brand", "How our briefs look.", record=Brand)] = Brand()
    rules: Annotated[
        Keyed[Word],
        Table(
            "Rules",
            "Severity by rule: error, warning, info or off.",
            {"csf-count": "warning"},
            keys=RULE_KEYS,
            value=SEVERITY,
        ),
    ] = EMPTY
    overrides: Annotated[
        tuple[Override, ...],
        Rows("Overrides", "Other severities for some plans; the last that fits counts.", record=Override),
    ] = ()
    own_rules: Annotated[
        Keyed[OwnRule],
        Table("Own rules", "Rules of your own, each under a name of your choice.", value=OwnRule),
    ] = EMPTY
    rule_packages: Annotated[
        Texts,
        ProseList(
            "Rule packages", "Python packages with rules of your own, by the names that they go by.", "acme"
        ),
    ] = None
    limits: Annotated[Limits, One("Limits", "The figures that rules judge by.", record=Limits)] = Limits()
    health: Annotated[
        HealthTerms, One("Health", "How the health of an account is scored.", record=HealthTerms)
    ] = HealthTerms()
    matrices: Annotated[
        MatrixTerms,
        One(
            "Matrices", "From where on an axis counts as high, where accounts are placed.", record=MatrixTerms
        ),
    ] = MatrixTerms()
    build: Annotated[Build, One("Build", "What `kamc build` does unless told otherwise.", record=Build)] = (
        Build()
    )
    review: Annotated[Review, One("Review", "What `kamc review` asks of a pull request.", record=Review)] = (
        Review()
    )
