#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds the wheel, target/wheel/sparksmote-*.whl, and checks what is in it. Needs no Spark; wants the
# jars that "mvn package" builds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

environment venv-wheel build hatchling pytest twine check-wheel-contents
PYTHONPATH=src target/venv-wheel/bin/python -m pytest tests/test_wheel.py "$@"
