"""A git host on this machine: it keeps the comments of one pull request and says what it was asked."""

import contextlib
import http.server
import json
import threading
import urllib.parse
from collections.abc import Iterator
from typing import Any

import msgspec

TOKEN = "t0ken"


class Server(msgspec.Struct, kw_only=True):
    """What is there, what was asked, and whom it takes the caller for.

    `me` is the answer to the question who asks; `None` refuses it, as GitHub does to the token of a job.
    `closed` refuses to write, as GitHub does to a fork.
    """

    comments: list[dict[str, Any]] = msgspec.field(default_factory=list)
    asked: list[tuple[str, str]] = msgspec.field(default_factory=list)
    tokens: set[str] = msgspec.field(default_factory=set)
    me: dict[str, Any] | None = None
    author: dict[str, Any] = msgspec.field(default_factory=dict)
    closed: bool = False
    root: str = ""

    def answer(self, method: str, path: str, data: dict[str, str]) -> tuple[int, object]:
        """Status and data."""
        where = urllib.parse.urlsplit(path)
        self.asked.append((method, where.path))
        if where.path == "/user":
            return (403, {}) if self.me is None else (200, self.me)
        if method == "GET":
            query = urllib.parse.parse_qs(where.query)
            page, size = int(query["page"][0]), int(query["per_page"][0])
            return 200, self.comments[(page - 1) * size : page * size]
        if self.closed:
            return 403, {"message": "Resource not accessible by integration"}
        if method == "POST":
            self.comments.append({"id": len(self.comments) + 1, "body": data["body"], **self.author})
            return 201, self.comments[-1]
        (found,) = (one for one in self.comments if str(one["id"]) == where.path.rpartition("/")[2])
        found["body"] = data["body"]
        return 200, found


@contextlib.contextmanager
def serving(host: Server) -> Iterator[Server]:
    """The host, answering at its `root`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def _any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            data = json.loads(self.rfile.read(length) or b"{}")
            host.tokens.add(self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or "")
            status, answer = host.answer(self.command, self.path, data)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = _any  # noqa: N815 - the names that http.server asks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        host.root = f"http://127.0.0.1:{server.server_port}"
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
