"""Where in two plans a comparison stands: the entry or line that changes belong to, and the way below it."""

from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.diff.names import Names
from kamc.model.change import Change, ChangeKind, Difference, Effect
from kamc.speech import Speech


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The thing that is compared. `subject` is how messages call it, `name` the same without its kind.

    `keys` and `titles` lead from it to a field. What an entry that has ended still says is its record: it is
    not `live` then, and no change of it is better or worse. `units` stand beside its amounts.
    """

    names: Names
    entity: str
    id: str
    subject: str = ""
    name: str = ""
    old_at: Path = ()
    new_at: Path = ()
    keys: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    live: bool = True
    part: str = ""
    """The part that a member plays, where that is what makes their change weigh."""
    units: tuple[str, str] = ("", "")

    @property
    def speech(self) -> Speech:
        """How it is said."""
        return self.names.speech

    @property
    def label(self) -> str:
        """The subject and the titles on the way: `Paul Meyer, stance`."""
        subject = f"{self.subject} ({self.part})" if self.part else self.subject
        label = ", ".join(part for part in (subject, *self.titles) if part) or self.entity
        return label[:1].upper() + label[1:]

    def below(self, key: str, title: str, old_key: str | None = None) -> "Where":
        """One step down to a field or a line of a table; the title is empty where it goes without saying."""
        return msgspec.structs.replace(
            self,
            old_at=(*self.old_at, old_key or key),
            new_at=(*self.new_at, key),
            keys=(*self.keys, key),
            titles=(*self.titles, title) if title else self.titles,
        )

    def told(
        self,
        kind: ChangeKind,
        message: str,
        *,
        data: tuple[Any, Any],
        texts: tuple[str, str] = ("", ""),
        effect: Effect = "neutral",
        field: str | None = None,
        difference: Difference | None = None,
    ) -> Change:
        """A change of what stands here; `data` and `texts` are before and after."""
        return Change(
            kind=kind,
            entity=self.entity,
            id=self.id,
            message=message,
            subject=self.subject,
            name=self.name or self.subject,
            title=", ".join(self.titles),
            difference=difference,
            field=field or ".".join(self.keys) or None,
            old=data[0],
            new=data[1],
            old_text=texts[0],
            new_text=texts[1],
            old_at=None if kind == "added" else self.old_at,
            new_at=None if kind == "removed" else self.new_at,
            effect=effect if self.live else "neutral",
        )
