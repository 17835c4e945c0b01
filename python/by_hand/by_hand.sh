#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# What mvn verify -Pdoors has no time for: a fitted pipeline logged by MLflow and scored without the
# library, and XGBoost as a learner behind a sampler. Prints what it found; wants the jars that
# "mvn package" builds. Results are in docs/versions.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=../../bin/environment.sh
. ../bin/environment.sh

environment by-hand "$(pyspark "$default_spark")" mlflow-skinny xgboost-cpu scikit-learn
python=$PWD/target/by-hand/bin/python
"$python" make_wheel.py --jars
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PYTHONPATH=src "$python" by_hand/mlflow_model.py fit "$folder"
"$python" by_hand/mlflow_model.py score "$folder"
PYTHONPATH=src:by_hand "$python" by_hand/xgboost_behind_sampler.py "$folder"
