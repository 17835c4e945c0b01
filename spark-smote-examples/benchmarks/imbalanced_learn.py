# SPDX-License-Identifier: Apache-2.0
"""A contender of side_by_side.py: imbalanced-learn's SMOTE on what `spark-smote generate` wrote.

Prints lines of JSON, each of which adds to what the ones before tell. Runs in the virtual
environment that side_by_side.py makes.
"""

import argparse
import importlib.metadata
import os
import platform
import resource
import time
import warnings

import numpy as np
from imblearn.over_sampling import SMOTE
from minority import nearest, read, recall, show
from sklearn.neighbors import NearestNeighbors

QUERIES_PER_CORE = 2500
PACKAGES = ("imbalanced-learn", "scikit-learn", "numpy", "pyarrow")


def main():
    options = parse()
    random = np.random.default_rng(42)
    show(python=platform.python_version(), **{p: importlib.metadata.version(p) for p in PACKAGES})
    # SMOTE would make the same object from a number, but with one core only.
    search = NearestNeighbors(n_neighbors=options.k + 1, n_jobs=options.cores)
    if options.queries:
        search, rows = extrapolate(options, search, random)
    else:
        search, rows = resample(options, search)

    # Before the check, which takes memory of its own.
    show(peak_resident_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
    check(search, rows, random.choice(len(rows), min(options.sample, len(rows)), replace=False))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--input", required=True, help="directory of Parquet files")
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--sample", type=int, default=1000, help="rows checked")
    parser.add_argument(
        "--queries", type=int, default=0, help="search for that many rows only, and extrapolate"
    )
    return parser.parse_args()


def resample(options, search):
    """SMOTE as users call it, from the file to the doubled class, twice in this process."""
    warnings.filterwarnings("ignore", message="After over-sampling")
    for run in ("seconds_cold", "seconds_warm"):
        start = time.perf_counter()
        x, y = read(options.input)
        smote = SMOTE(
            sampling_strategy={1: 2 * int(y.sum())}, k_neighbors=search, random_state=42
        )
        made = len(smote.fit_resample(x, y)[1]) - len(y)
        show(**{run: time.perf_counter() - start, "made": made})

    return smote.nn_k_, x[y == 1]


def extrapolate(options, search, random):
    """The search that SMOTE makes, for some of the rows among all of them.

    Reading and building the index count in full, the queries in proportion; drawing the new rows,
    which comes on top in SMOTE, is left out.
    """
    start = time.perf_counter()
    x, y = read(options.input)
    rows = x[y == 1]
    search.fit(rows)
    once = time.perf_counter() - start
    # With fewer queries per core scikit-learn cuts the work another way, which is slower per query.
    enough = min(len(rows), max(options.queries, QUERIES_PER_CORE * search.n_jobs))
    queries = rows[random.choice(len(rows), enough, replace=False)]
    search.kneighbors(queries[:100])  # starts the threads
    start = time.perf_counter()
    search.kneighbors(queries)
    seconds = time.perf_counter() - start
    show(
        seconds_warm=once + seconds * len(rows) / len(queries),
        extrapolated_from=len(queries),
        seconds_spent=once + seconds,
    )
    return search, rows


def check(search, rows, sample):
    """Compares neighbours with those found by comparing each row of a sample with all rows."""
    found = search.kneighbors(rows[sample])[0][:, 1:]
    k = found.shape[1]
    exact = np.array([nearest(rows, i, k) for i in sample])
    last = exact[:, -1]
    ratios = np.divide(found[:, -1], last, out=np.ones_like(last), where=last > 0)
    show(
        recall=recall(found, exact),
        mean_distance_ratio=float(np.mean(np.maximum(ratios, 1))),
        sampled=len(sample),
    )


if __name__ == "__main__":
    main()
