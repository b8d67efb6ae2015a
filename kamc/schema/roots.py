"""The kinds of file that people write, and the record that each of them holds."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.settings import SettingsFile
from kamc.model.shared import Catalogue, People, Profiles

Which: TypeAlias = Literal["plan", "catalogue", "people", "profiles", "settings"]

ROOTS: Mapping[Which, type[Part]] = {
    "plan": Plan,
    "catalogue": Catalogue,
    "people": People,
    "profiles": Profiles,
    "settings": SettingsFile,
}

FILES: Mapping[Which, str] = {
    "plan": "plans/<account>/<period>.yaml: the plan of one account for one quarter.",
    "catalogue": "plans/catalogue.yaml: our offerings and roadmaps, kept once for all plans.",
    "people": "plans/people.yaml: our people, kept once for all plans.",
    "profiles": "plans/profiles.yaml: what our key account managers are good at; optional and private.",
    "settings": "kamc.yaml: it marks a workspace and holds its settings.",
}
"""Where each kind of file lies, and what it is for."""
