"""JSON over HTTP with a git host, no more than one sticky comment needs."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

SECONDS = 30
PAGE = 100
MOST_PAGES = 50


class RefusedError(Exception):
    """The host did not do what it was asked for; the message says why, `status` is HTTP's (0: no answer)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Api(msgspec.Struct, frozen=True, kw_only=True):
    """Where a host answers, and how we show who we are. The token goes to that place and nowhere else."""

    root: str
    secret: Mapping[str, str]
    accept: str = "application/json"

    def call(self, method: str, path: str, data: Mapping[str, str] | None = None) -> Any:
        """What the host answers. Raises `RefusedError`."""
        if not self.root.startswith(("https://", "http://")):
            raise RefusedError(0, "the address of the host is none")
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            f"{self.root}{path}",
            method=method,
            data=None if data is None else json.dumps(data).encode(),
            headers={"Accept": self.accept, "Content-Type": "application/json", "User-Agent": "kamc"},
        )
        for name, value in self.secret.items():
            request.add_unredirected_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - as above
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as fault:
            with fault:
                raise RefusedError(fault.code, f"{fault.code} {fault.reason}") from None
        except (OSError, ValueError) as fault:
            raise RefusedError(0, f"no answer: {fault}") from None

    def every(self, path: str) -> Iterator[Any]:
        """Every entry of a list, page by page. Raises `RefusedError`."""
        for page in range(1, MOST_PAGES + 1):
            found = self.call("GET", f"{path}?per_page={PAGE}&page={page}")
            yield from found
            if len(found) < PAGE:
                return
