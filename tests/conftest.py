"""What every test shares: workspaces to run kamc in, and how long hypothesis looks.

`--hypothesis-profile thorough` looks longer.
"""

from hypothesis import settings

pytest_plugins = ("tests.workspaces",)

settings.register_profile("usual", deadline=None, print_blob=True)
settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=3000)
settings.load_profile("usual")
