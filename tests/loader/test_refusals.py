"""Each file in invalid/ beside what the loader says about it.

`KAMC_REWRITE=1` writes what it says anew, for a person to read before it is committed.
"""

import os
from pathlib import Path

import pytest

from kamc.diagnostics import Finding, Span
from kamc.loader import SLUGS, Document, load

INVALID = Path(__file__).parent / "invalid"
FILES = sorted(path.name.removesuffix(".yaml") for path in INVALID.glob("*.yaml"))
EXPECTED = sorted(path.name.removesuffix(".expected.txt") for path in INVALID.glob("*.expected.txt"))


def place(span: Span | None) -> str:
    assert span is not None
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def line(fault: Finding) -> str:
    parts = [f"{place(fault.span)} {fault.code} {fault.message}"]
    parts += [f"({fault.label})"] if fault.label else []
    parts += [fault.help, *(f"{place(other.span)} {other.message}" for other in fault.related)]
    return " | ".join(parts)


def told(document: Document) -> str:
    first = "readable" if document.readable else "unreadable"
    return "\n".join([first, *map(line, document.faults)]) + "\n"


@pytest.mark.parametrize("name", FILES)
def test_what_is_said(name: str) -> None:
    document = load((INVALID / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    expected = INVALID / f"{name}.expected.txt"
    if "KAMC_REWRITE" in os.environ:
        expected.write_text(told(document), encoding="utf-8", newline="\n")
    assert told(document) == expected.read_text(encoding="utf-8")


def test_no_orphans() -> None:
    assert FILES == EXPECTED


@pytest.mark.parametrize("name", FILES)
def test_every_fault_is_fit_to_show(name: str) -> None:
    document = load((INVALID / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    assert document.faults
    for fault in document.faults:
        assert fault.code in SLUGS
        assert fault.message
        assert fault.help
        assert "\n" not in fault.message + fault.help + fault.label
        assert not fault.message.endswith(".")
        assert all(other.span is not None for other in fault.related)


def test_every_code_has_a_file_but_one() -> None:
    said = {
        fault.code for name in FILES for fault in load((INVALID / f"{name}.yaml").read_bytes(), name).faults
    }
    assert said == SLUGS.keys() - {"KAM014"}


def test_too_large_is_not_parsed() -> None:
    document = load(b"kamc: 1\n" + b"#" * (4 * 1024 * 1024), "plan.yaml")
    assert told(document) == (
        "unreadable\n1:1-1:1 KAM014 the file holds 4.0 MiB; a plan may hold 4 MiB"
        " | a plan is text of some hundred lines: check that this is the right file\n"
    )
    assert document.text == ""


def test_the_largest_file_is_read() -> None:
    assert load(b"kamc: 1\n" + b"#" * (4 * 1024 * 1024 - 8), "plan.yaml").readable


@pytest.mark.parametrize("bomb", [b"[", b"{a: ", b"- ", b"? ", b"[{"])
def test_a_depth_bomb_is_refused(bomb: bytes) -> None:
    document = load(bomb * (200_000 // len(bomb)), "plan.yaml")
    assert not document.readable
    assert {fault.code for fault in document.faults} <= {"KAM011", "KAM013"}
    assert "KAM013" in {fault.code for fault in document.faults}
    document.places()


def test_faults_are_told_up_to_a_limit() -> None:
    assert len(load(b"a: b\n" * 1000, "plan.yaml").faults) == 200


def test_an_undecodable_file_has_no_text() -> None:
    document = load(b"\xff\xff", "plan.yaml")
    assert (document.text, document.data, document.readable) == ("", None, False)
