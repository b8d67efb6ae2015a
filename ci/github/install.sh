#!/usr/bin/env bash
# kamc in an environment of its own, so that the Python of the job stays as it is.
#
# Reads KAMC_BASE_PYTHON, KAMC_VERSION and KAMC_EXTRAS (both may be empty), RUNNER_TEMP; tells the steps behind
# it, through GITHUB_OUTPUT, where its Python is and which folder is theirs to write to. Without a version, the
# kamc of this very commit is installed, with the packages that it was tested with.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
version="${KAMC_VERSION:-}"
extras="${KAMC_EXTRAS:-}"
[[ "$version" =~ ^[0-9A-Za-z.+!]*$ ]] || { echo "::error title=kamc::version takes a version such as 1.2.0"; exit 2; }
[[ "$extras" =~ ^[a-z,]*$ ]] || { echo "::error title=kamc::extras takes names such as pdf,office"; exit 2; }

room="$(mktemp -d "${RUNNER_TEMP:?}/kamc.XXXXXX")"
"${KAMC_BASE_PYTHON:?}" -m venv "$room/environment"
python="$room/environment/bin/python"
[ -x "$python" ] || python="$room/environment/Scripts/python.exe" # Windows

install() { "$python" -m pip --disable-pip-version-check --no-input install --quiet "$@"; }
if [ -n "$version" ]; then
  install "kamc[$extras]==$version"
else
  install --require-hashes --requirement "$here/requirements/run.txt"
  if [ -n "$extras" ]; then
    install --no-build-isolation "${here}[$extras]"
  else
    install --no-build-isolation --no-deps "$here"
  fi
fi

{
  echo "python=$python"
  echo "out=$room/out"
} >>"$GITHUB_OUTPUT"
