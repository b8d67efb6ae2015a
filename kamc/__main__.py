"""`python -m kamc`."""

from kamc.cli import main

main()
