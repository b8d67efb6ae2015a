"""A workspace of any size, made of a seed: the same seed gives the same files on every machine.

Each account has consecutive quarters, ending with the same one. Every link resolves, every rule is content.
"""

import itertools
import pathlib
import random
from collections.abc import Iterator

from benchmarks import words
from benchmarks.account import Account
from benchmarks.layout import text_of
from benchmarks.plan import plan

QUARTERS = 8
"""Quarters of one account, at most."""
LAST = (2026, 4)


def write(folder: pathlib.Path, plans: int, seed: int = 1) -> tuple[pathlib.Path, ...]:
    """Write a workspace with so many plans into `folder`, which is empty or missing; the plans' paths."""
    for name, text in shared_files().items():
        _write(folder / name, text)
    paths = []
    for name, text in itertools.islice(plan_files(seed), plans):
        _write(folder / name, text)
        paths.append(folder / name)
    return tuple(paths)


def _write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def shared_files() -> dict[str, str]:
    """The settings, the catalogue and our people."""
    settings = {"kamc": 1, "supplier": words.SUPPLIER, "currency": "EUR"}
    offerings = {
        id_: {
            "name": id_.replace("-", " ").title(),
            "what": what,
            "kind": "service" if "-" in id_ else "product",
            "from": 2001 + place,
        }
        for place, (id_, what) in enumerate(words.OFFERINGS.items())
    }
    people = {
        id_of(name): {"name": name, "title": "Sales and service", "location": words.SITES[place % 10]}
        for place, name in enumerate(words.OURS)
    }
    return {
        "kamc.yaml": text_of(settings, "A workspace to measure with; nothing in it is true."),
        "plans/catalogue.yaml": text_of({"kamc": 1, "offerings": offerings}, f"What {words.SUPPLIER} sells."),
        "plans/people.yaml": text_of({"kamc": 1, "people": people}, "Our people."),
    }


def id_of(name: str) -> str:
    """The id that a name spells."""
    return name.lower().replace(" ", "-")


def plan_files(seed: int) -> Iterator[tuple[str, str]]:
    """Paths and texts of plans, account by account, without end."""
    for number in itertools.count():
        rng = random.Random(f"{seed} {number}")
        first, (last, trade) = words.ACCOUNTS[number % len(words.ACCOUNTS)], rng.choice(words.TRADES)
        name = f"{first} {last}" + (
            f" {number // len(words.ACCOUNTS) + 1}" if number >= len(words.ACCOUNTS) else ""
        )
        account = Account(rng, id_of(name), name, trade)
        for year, quarter in quarters(QUARTERS):
            data = plan(account, year, quarter, is_last=(year, quarter) == LAST)
            head = f"Supplier: {words.SUPPLIER}. Customer: {name}, {trade} in {len(account.sites)} places."
            yield f"plans/{account.id}/{year}-Q{quarter}.yaml", text_of(data, head)


def quarters(count: int) -> list[tuple[int, int]]:
    """So many quarters up to the last one, the earliest first."""
    last = LAST[0] * 4 + LAST[1] - 1
    return [(number // 4, number % 4 + 1) for number in range(last - count + 1, last + 1)]
