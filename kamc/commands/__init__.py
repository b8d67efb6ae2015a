"""The verbs: options, output and exit status, one file each."""
