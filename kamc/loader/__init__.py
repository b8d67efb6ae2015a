"""Reading a file: bytes to a `Document` with its data, what was refused, and the places of everything in it.

YAML is read by walking libyaml's events, never by composing or loading: data and refusals in one pass, places
in a second one that is made only when a finding needs it.
"""

from kamc.loader.document import Document, load
from kamc.loader.places import Places
from kamc.loader.refusals import SLUGS
from kamc.loader.walk import Data

__all__ = ["SLUGS", "Data", "Document", "Places", "load"]
