"""A workspace of any size, made of a seed: the same seed gives the same files on every machine.

Each account has consecutive quarters, ending with the same one, and a key account manager of its own. Every
link resolves, every rule is content: the shared files hold what the plans name.
"""

import pathlib
import random
from collections.abc import Collection, Iterator

from benchmarks import words
from benchmarks.account import Account, id_of
from benchmarks.layout import text_of
from benchmarks.plan import plan

QUARTERS = 8
"""Quarters of one account, unless told otherwise: at most so many."""
LAST = (2026, 4)


def write(folder: pathlib.Path, plans: int, seed: int = 1, each: int = QUARTERS) -> tuple[pathlib.Path, ...]:
    """Write a workspace with so many plans into `folder`, which is empty or missing; the plans' paths.

    Every account has `each` quarters, the last one what is left.
    """
    paths: list[pathlib.Path] = []
    offerings, people = set[str](), set[str]()
    for number in range(-(-plans // each)):
        one = account(number, seed)
        for name, text in plan_files(one, min(each, plans - len(paths))):
            _write(folder / name, text)
            paths.append(folder / name)
        offerings.update(one.offerings)
        people.update(one.team)
    for name, text in shared_files(offerings, people).items():
        _write(folder / name, text)
    return tuple(paths)


def _write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def shared_files(named: Collection[str], team: Collection[str]) -> dict[str, str]:
    """The settings, and of the catalogue and of our people what is named."""
    settings = {"kamc": 1, "supplier": words.SUPPLIER, "currency": "EUR"}
    offerings = {
        id_: {
            "name": id_.replace("-", " ").title(),
            "what": what,
            "kind": "service" if "-" in id_ else "product",
            "from": 2001 + place,
        }
        for place, (id_, what) in enumerate(words.OFFERINGS.items())
        if id_ in named
    }
    people = {
        id_of(name): {"name": name, "title": "Sales and service", "location": words.SITES[place % 10]}
        for place, name in enumerate(map(ours, range(len(words.OURS) ** 2)))
        if id_of(name) in team
    }
    return {
        "kamc.yaml": text_of(settings, "A workspace to measure with; nothing in it is true."),
        "plans/catalogue.yaml": text_of({"kamc": 1, "offerings": offerings}, f"What {words.SUPPLIER} sells."),
        "plans/people.yaml": text_of({"kamc": 1, "people": people}, "Our people."),
    }


def ours(number: int) -> str:
    """One of our people: first those that the words name, then their names mixed."""
    count = len(words.OURS)
    first, last = words.OURS[number % count], words.OURS[(number + number // count) % count]
    return f"{first.partition(' ')[0]} {last.partition(' ')[2]}"


def account(number: int, seed: int) -> Account:
    """One of the accounts that a seed gives, before its first quarter."""
    rng = random.Random(f"{seed} {number}")
    first, (last, trade) = words.ACCOUNTS[number % len(words.ACCOUNTS)], rng.choice(words.TRADES)
    more = f" {number // len(words.ACCOUNTS) + 1}" if number >= len(words.ACCOUNTS) else ""
    name = f"{first} {last}{more}"
    return Account(rng, id_of(name), name, trade, ours(number))


def plan_files(one: Account, count: int) -> Iterator[tuple[str, str]]:
    """Paths and texts of an account's last plans, so many of them."""
    head = f"Supplier: {words.SUPPLIER}. Customer: {one.name}, {one.trade} in {len(one.sites)} places."
    for year, quarter in quarters(count):
        data = plan(one, year, quarter, is_last=(year, quarter) == LAST)
        yield f"plans/{one.id}/{year}-Q{quarter}.yaml", text_of(data, head)


def quarters(count: int) -> list[tuple[int, int]]:
    """So many quarters up to the last one, the earliest first."""
    last = LAST[0] * 4 + LAST[1] - 1
    return [(number // 4, number % 4 + 1) for number in range(last - count + 1, last + 1)]
