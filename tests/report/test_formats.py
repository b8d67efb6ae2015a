"""Every format of `kamc check`: what it makes of a small workspace with one of everything, word for word."""

import os
import pathlib
import re
import subprocess
import sys

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc import __version__
from kamc.report.findings import FORMATS
from tests.findings import FILES, RULES
from tests.workspaces import Place

GOLDEN = pathlib.Path(__file__).with_suffix("")
SUFFIXES = {"text": "txt", "concise": "txt", "github": "txt", "junit": "xml", "markdown": "md"}
"""The others are JSON."""
CHANGING = re.compile(
    rf'(?P<key>"(?:kamc|version|semanticVersion|text|markdown)": ")'
    rf'(?:{re.escape(__version__)}|(?:# )?KAM.*)(?=")'
)
"""What changes with kamc and its rules, and not with the format: versions, and the help of rules."""


def golden(form: str) -> str:
    return f"{form}.{SUFFIXES.get(form, 'json')}"


@pytest.fixture
def mixed(here: Place) -> Place:
    for path, text in FILES.items():
        here.write(path, text)
    return here


@pytest.mark.parametrize("form", FORMATS)
def test_one_of_everything(mixed: Place, form: str, file_regression: FileRegressionFixture) -> None:
    done = mixed.call("check", "--select", RULES, "--format", form)
    assert (done.status, done.err) == (3, "")
    told = CHANGING.sub(r"\g<key>…", done.out)
    file_regression.check(told, encoding="utf-8", newline="", fullpath=GOLDEN / golden(form))
    assert str(mixed.root) not in done.out


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(map(golden, FORMATS))


@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_workspace(here: Place, form: str) -> None:
    done = here.call("check", "--format", form)
    assert (done.status, done.err) == (0, "")
    assert "KAM" not in done.out


def test_several_files_at_once_hold_what_would_be_printed(mixed: Place) -> None:
    printed = {form: mixed.call("check", "--select", RULES, "--format", form).out for form in FORMATS}
    wanted = [f"--output-file={form}=out/{golden(form)}.{form}" for form in FORMATS]
    assert mixed.call("check", "--select", RULES, *wanted).out == printed["text"]
    for form in FORMATS:
        assert (mixed.root / f"out/{golden(form)}.{form}").read_bytes().decode() == printed[form]


@pytest.mark.parametrize("form", FORMATS)
def test_where_nothing_has_changed_a_report_is_written_all_the_same(mixed: Place, form: str) -> None:
    mixed.commit()
    done = mixed.call("check", "--where", "changed:HEAD", f"--output-file={form}=report")
    assert (done.status, done.out) == (0, "")
    assert done.err == "kamc: nothing has changed there: nothing to check\n"
    assert "KAM" not in (mixed.root / "report").read_text(encoding="utf-8")
    assert mixed.call("check", "--where", "changed:HEAD", "--format", form).status == 0


@pytest.mark.parametrize(
    ("form", "key"), [("github", "file=sales/"), ("gitlab", '"path": "sales/'), ("sarif", '"uri": "sales/')]
)
def test_git_hosts_are_told_the_way_from_the_top_of_the_repository(mixed: Place, form: str, key: str) -> None:
    (mixed.root.parent / ".git").mkdir()
    mixed.root.rename(mixed.root.parent / "sales")
    mixed.monkeypatch.chdir(mixed.root.parent / "sales")
    done = mixed.call("check", "--select", RULES, "--format", form)
    assert f"{key}plans/hafen-spedition/2026-Q4.yaml" in done.out


def test_a_format_is_imported_when_it_is_asked_for(mixed: Place) -> None:
    code = """
import sys
from kamc.cli import run
run(["check", "--format", "concise"])
print(*(one for one in sys.modules if one.startswith("kamc.report.findings_")), "xml.etree" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=mixed.root, env=os.environ, capture_output=True, check=True
    )
    loaded = set(done.stdout.decode().splitlines()[-1].split())
    assert loaded == {"kamc.report.findings_concise", "kamc.report.findings_text", "False"}
