"""`Annotated`, light: typing's own for a type checker, at run time only what the model reads of it.

The model has some six hundred annotated fields, and every start of kamc makes them all: typing's takes ten
microseconds for each, this one less than one.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["Annotated"]

if TYPE_CHECKING:
    from typing import Annotated
else:

    class Annotated:
        """An annotation that remembers nothing but its metadata."""

        __slots__ = ("__metadata__",)

        def __class_getitem__(cls, parts: tuple[Any, ...]) -> "Annotated":
            made = object.__new__(cls)
            made.__metadata__ = parts[1:]
            return made
