"""What is left of the data after a refusal: what was meant, and nothing from which a second error follows."""

import subprocess
import sys

import pytest

from kamc.loader import Data, load


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: 1\na: 2\n", {"a": 1}),
        ("a: {b: 1, b: 2}\n", {"a": {"b": 1}}),
        ("a: &x 1\n", {"a": 1}),
        ("a: &x\n", {"a": "unknown"}),
        ("a: &x {b: 1}\n", {"a": {"b": 1}}),
        ("a: &x [1]\n", {"a": [1]}),
        ("&x a: 1\n", {"a": 1}),
        ("a: *x\n", {"a": "unknown"}),
        ("a: [*x, 1]\n", {"a": ["unknown", 1]}),
        ("*x : 1\nb: 2\n", {"b": 2}),
        ("a: {<<: *x, b: 1}\n", {"a": {"b": 1}}),
        ("a:\n  <<: *x\n", {"a": "unknown"}),
        ("<<: *x\n", {}),
        ("a: !!str 1\n", {"a": 1}),
        ("a: !x\n", {"a": "unknown"}),
        ("a: !x ''\n", {"a": ""}),
        ("%YAML 1.1\n---\na: 1\n", {"a": 1}),
        ("%YAML 1.1\na: 1\n", {"a": 1}),
        ("a: 1\n---\nb: 2\n", {"a": 1}),
        ("a: 1\n---\nb: {\n", {"a": 1}),
        ("a: 1\n...\nb: 2\n", {"a": 1}),
        ("a: 1\n%YAML 1.1\n", {"a": 1}),
        ("? [b]\n: 1\na: 1\n", {"a": 1}),
        ("a: {? [b] : 1}\n", {"a": "unknown"}),
        ("a: {{name}}\n", {"a": "unknown"}),
        ('"": 1\na: 1\n', {"a": 1}),
        ("a: one\u2028two\n", {"a": "one two"}),
        ("a: one\x85two\n", {"a": "one two"}),
        ("a: one\x0btwo\n", {"a": "one two"}),
        ("a: 1\rb: 2\r", {"a": 1, "b": 2}),
        ("a: Become #1 in Bavaria\n", {"a": "Become"}),
        ("a: #1 in Bavaria\n", {"a": "unknown"}),
        ("a: {b: 61 wells, no loss}\n", {"a": {"b": "61 wells"}}),
        ("a: {b: 61 wells, no loss, nor delay, c: 1}\n", {"a": {"b": "61 wells", "c": 1}}),
        ("a: {b: 7,8M, c: 1}\n", {"a": {"b": "unknown", "c": 1}}),
        ("a: {b: 1,600,000}\n", {"a": {"b": "unknown"}}),
        ("a: {b: 1,500 wells}\n", {"a": {"b": "unknown"}}),
        ("a: {b: 7, unsure, c: '7', 8M}\n", {"a": {"b": 7, "c": "7"}}),
        ("a: {user, buyer}\n", {"a": "unknown"}),
        ("{user, buyer}\n", {}),
        ("a: {b:5}\n", {"a": "unknown"}),
        ("a: {bb:5, c: 1}\n", {"a": {"bb": 5, "c": 1}}),
        ("a: {bb:'5', cc:\"x\", dd:~, ee:a b}\n", {"a": {"bb": "5", "cc": "x", "dd": None, "ee": "a b"}}),
        ("a: {bb: 1, bb:5}\n", {"a": {"bb": 1}}),
        ("a:\n  bb:5\n  cc:x\n", {"a": {"bb": 5, "cc": "x"}}),
        ("aa:1\nbb:2\n", {"aa": 1, "bb": 2}),
        ("a: {\n\tb: 1}\n", {"a": {"b": 1}}),
    ],
)
def test_data_after_a_refusal(source: str, expected: Data) -> None:
    document = load(source.encode(), "plan.yaml")
    assert document.faults
    assert document.readable
    assert document.data == expected


@pytest.mark.parametrize(
    "source",
    [
        "a: 5 #later\n",
        "a: 2026-10-05 #later\n",
        "a: 2028-Q2 #later\n",
        "a: 12M #roughly\n",
        "a: 1.5 #x\n",
        "a: 7x5 #x\n",
        "a: 40 % #x\n",
        "a: ~ #x\n",
        'a: "text" #x\n',
        "a: [b] #x\n",
        "a: text # comment\n",
        "a: text #---- ruler\n",
        "a: text ## heading\n",
        "a: text\n#1 comment\n",
        "a:\n  #x\n  b: c\n",
        "a: b#1\n",
        "a: {b: 5, c: [d, e], f: }\n",
        "a: {b: ~, c: null}\n",
        "a: {? b : 1}\n",
        "a: {b: c:d}\n",
        "a: [b:c]\n",
        "a: [\n  bb:c,\n  dd:e]\n",
        "a: b:c\n",
        "? a\nb: c\n",
        "a:\n  - b:c\n",
        "a:\n  http://x/y\n",
        "a:\n  ten past 10:30\n",
        "a: |\n  b:c\n  d #1\n  {e, f}\n  \tg\n",
        'a: "b\n\tc"\n',
        "a: b\t# c\n",
        "a:\tb\n",
        '"<<": 1\n',
        "---\na: b\n...\n",
        "\ufeffa: b\r\nc: d\r\n",
        "# only\n\n# comments\na: b\n# after\n",
    ],
)
def test_no_refusal(source: str) -> None:
    document = load(source.encode(), "plan.yaml")
    assert document.faults == ()
    assert document.readable


def test_a_document_is_told_by_its_content_not_by_its_places() -> None:
    one, other = load(b"a: b\n", "plan.yaml"), load(b"a: b\n", "plan.yaml")
    assert one.places() is one.places()
    assert one == other


def test_without_libyaml_the_first_use_says_so() -> None:
    code = "import sys; sys.modules['yaml._yaml'] = None; from kamc.loader import load; load(b'a: b', 'x')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "RuntimeError: this PyYAML was built without libyaml" in run.stderr
