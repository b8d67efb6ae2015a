"""kamc on a git host: what the GitHub Action and the GitLab template run, so that it can be run without them.

Whatever comes from outside (inputs, branch names, plans) is an argument or a value here, never a piece of
shell. `python -P -m kamc.hosts.github STEP` and `python -P -m kamc.hosts.gitlab` are their entry points.
"""
