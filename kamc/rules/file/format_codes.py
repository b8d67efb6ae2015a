"""The format's own codes, KAM001 to KAM031, documented like every rule."""

from kamc.rules.base import Rule
from kamc.rules.file.linking import LINKING
from kamc.rules.file.reading import READING
from kamc.rules.file.writing import WRITING

FORMAT_CODES: tuple[Rule, ...] = tuple(sorted((*READING, *WRITING, *LINKING), key=lambda rule: rule.code))
