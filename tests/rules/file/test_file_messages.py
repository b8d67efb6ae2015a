"""What the rules on a file's own words say, and what keeps them quiet."""

import pytest

from kamc.model.fields import Profile
from kamc.rules.file.private_contact import SIGNS
from tests.judging import found, told

MESSAGES = [
    (
        "selection: {bucket: ~}",
        "KAM038",
        ("selection/bucket", "`selection` lacks `bucket`: where it stands in our portfolio", "no `bucket`"),
    ),
    (
        "relationships: {buying_center: {ines-bahr: {title: ~}}}",
        "KAM038",
        (
            "relationships/buying_center/ines-bahr/title",
            "Ines Bahr lacks `title`: what they are there",
            "no `title`",
        ),
    ),
    (
        "account_as_market: {open_space: ~}",
        "KAM038",
        (
            "account_as_market/open_space",
            "`account_as_market` lacks `open_space`: their segments by our offerings",
            "no `open_space`",
        ),
    ),
    (
        "selection: ~",
        "KAM038",
        ("selection", "the plan lacks `selection`: why this account is a key account", "no `selection`"),
    ),
    (
        "relationships: {buying_center: {ines-bahr: {title: Head, records: ['tel +47 22 33 44 55']}}}",
        "KAM036",
        (
            "relationships/buying_center/ines-bahr/records/0",
            '"+47 22 33 44 55" is a telephone number: it is theirs, and many read a plan',
            "a telephone number",
        ),
    ),
    (
        "account_knowledge: {success_factors: {cold-chain: {now: 'Three, said our opponent'}}}",
        "KAM037",
        (
            "account_knowledge/success_factors/cold-chain/now",
            'the customer will read "opponent": a word of ours about them',
            "a word of ours about them",
        ),
    ),
]


@pytest.mark.parametrize(("patch", "code", "expected"), MESSAGES)
def test_messages(patch: str, code: str, expected: tuple[str, str, str]) -> None:
    assert told(found(patch, codes=code)) == [expected]


def test_a_part_of_an_entry_is_called_by_the_entry() -> None:
    patch = "relationships: {buying_center: {jan-ostrow: {contacts: {mara-lind: {topic: ~}}}}}"
    (finding,) = found(patch, Profile.EXTENDED, codes="KAM038")
    assert finding.message == "`contacts.mara-lind` of Jan Ostrow lacks `topic`: what they speak about"
    assert finding.help == "write `topic`; `unknown` where nobody knows yet"


def test_what_many_entries_lack_is_told_once() -> None:
    def lacking(count: int) -> list[tuple[str, str, str]]:
        people = ", ".join(
            f"m{place}: {{title: User, roles: user, stance: unknown, contacts: none}}"
            for place in range(count)
        )
        return told(found(f"relationships: {{buying_center: {{{people}}}}}", codes="KAM038"))

    assert [at for at, _, _ in lacking(5)] == [
        f"relationships/buying_center/m{place}/influence" for place in range(5)
    ]
    assert lacking(6) == [
        (
            "relationships/buying_center",
            "M0, M1, M2 and 3 more lack `influence`: how much weight they carry",
            "6 without `influence`",
        )
    ]


def test_how_much_an_approved_plan_must_know() -> None:
    few = "selection: {bucket: unknown, decision: unknown}\naccount_as_market: {year: unknown}"
    assert found(few, codes="KAM040") == []
    assert found(f"{few}\nstatus: in-review", codes="KAM040", completeness=95) == []
    (finding,) = found(few, codes="KAM040", completeness=95)
    assert finding.label == "3 open questions, 0 gaps"


def test_what_the_customer_does_not_read_may_name_a_competitor() -> None:
    assert found("selection: {why: 'Rapid Nord leaves'}", codes="KAM037") == []
    assert found("summary: 'Opponents everywhere'", codes="KAM037") == []


@pytest.mark.parametrize(
    "text",
    [
        "+49 (171) 234 56 78",
        "0047 22 33 44 55",
        "Tel.: 089/1234567",
        "mobile 0171-2345678",
        "Handy 0171 2345678",
        "someone@gmx.de",
        "lives at Elm Street 12",
        "Privatadresse: Hafenweg 3",
    ],
)
def test_private_contacts(text: str) -> None:
    looks = [parts for sign, _, parts in SIGNS if sign.search(text)]
    assert looks
    assert all(any(part in text.casefold() for part in parts) for parts in looks)


@pytest.mark.parametrize(
    "text",
    [
        "4100 tonnes by 2027-06-30",
        "From 12 000 000 to 14 500 000",
        "Offer 2026-11-0042 of 1.2M",
        "+3.0 points since 2025",
        "+31 days, 20 000 metres",
        "crm:opp/88121",
        "sales@hafen-spedition.example",
        "The tender 0815/2026",
        "Spares in 24 hours, 7 days",
        "Cell 14 of the open space",
    ],
)
def test_what_is_no_private_contact(text: str) -> None:
    assert not any(sign.search(text) for sign, _, _ in SIGNS)
