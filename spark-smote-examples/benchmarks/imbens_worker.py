# SPDX-License-Identifier: Apache-2.0
"""Fits ensembles of imbens for ensembles.py, which asks by lines of JSON: it needs an older scikit-learn."""

import json
import sys
import time

import numpy as np
from imbens import ensemble
from sklearn.tree import DecisionTreeClassifier

NAMES = {
    "bagging": "UnderBaggingClassifier",
    "easy": "EasyEnsembleClassifier",
    "forest": "BalancedRandomForestClassifier",
}


def main():
    answers, sys.stdout = sys.stdout, sys.stderr  # whatever else is printed is no answer
    for line in sys.stdin:
        seconds, scores = answer(**json.loads(line))
        print(json.dumps({"seconds": seconds, "scores": scores}), file=answers, flush=True)


def answer(path, kind, depth, settings):
    arrays = np.load(path)
    if kind == "bagging":
        settings["estimator"] = DecisionTreeClassifier(max_depth=depth)
    elif kind == "forest":
        settings["max_depth"] = depth

    fitted = getattr(ensemble, NAMES[kind])(**settings)
    start = time.perf_counter()
    fitted.fit(arrays["x"], arrays["y"])
    seconds = time.perf_counter() - start
    return seconds, fitted.predict_proba(arrays["test"])[:, 1].tolist()


if __name__ == "__main__":
    main()
