# SPDX-License-Identifier: Apache-2.0
"""A contender of neighbors_side_by_side.py: the k nearest other rows of each row, by one library.

Tries settings from cheap to dear. Prints lines of JSON, each of which adds to what the ones before
tell. Runs in the virtual environment that neighbors_side_by_side.py makes.
"""

import argparse
import importlib
import importlib.metadata
import os
import platform
import time

import numpy as np
from minority import nearest, read, recall, show

WARM_UP_ROWS = 5000  # compiles what is compiled at the first call, and starts threads


class Ivf:
    """faiss: lists of rows around centres, of which a query reads the nearest."""

    package, module = "faiss-cpu", "faiss"

    def __init__(self, faiss, cores):
        self.faiss = faiss
        faiss.omp_set_num_threads(cores)

    def sweep(self, count):
        probes = [{"nprobe": n} for n in (1, 2, 3, 4, 6, 8, 12, 16, 32, 64)]
        root = count**0.5
        return [({"nlist": max(1, round(share * root))}, probes) for share in (0.5, 1, 2, 4)]

    def build(self, rows, k, nlist):
        dims = rows.shape[1]
        self.centres = self.faiss.IndexFlatL2(dims)  # the index does not keep it alive
        index = self.faiss.IndexIVFFlat(self.centres, dims, nlist)
        # Fewer than by default: cheaper to train, and recall is hardly lower.
        index.cp.niter, index.cp.max_points_per_centroid = 4, 40
        index.train(rows)
        index.add(rows)
        return index

    def search(self, index, rows, k, nprobe):
        index.nprobe = nprobe
        return others(index.search(rows, k + 1)[1])


class FaissNnDescent:
    """faiss: a graph of neighbours, improved until little changes."""

    package, module = "faiss-cpu", "faiss"

    def __init__(self, faiss, cores):
        self.faiss = faiss
        faiss.omp_set_num_threads(cores)

    def sweep(self, count):
        settings = [(8, 4, 8, 6), (10, 5, 10, 6), (12, 6, 12, 6), (15, 8, 16, 6), (20, 10, 20, 8)]
        settings += [(30, 12, 30, 10), (40, 15, 40, 12)]
        return [(dict(zip(("L", "S", "R", "iter"), values)), [{}]) for values in settings]

    def build(self, rows, k, **settings):
        index = self.faiss.IndexNNDescentFlat(rows.shape[1], k, self.faiss.METRIC_L2)
        for name, value in settings.items():
            setattr(index.nndescent, name, value)
        index.add(rows)
        return index

    def search(self, index, rows, k):
        graph = self.faiss.vector_to_array(index.nndescent.final_graph)
        return graph.reshape(len(rows), k)


class PyNnDescent:
    """pynndescent: as faiss, but begun with trees."""

    package, module = "pynndescent", "pynndescent"

    def __init__(self, pynndescent, cores):
        self.make, self.cores = pynndescent.NNDescent, cores

    def sweep(self, count):
        settings = [(1, 4, 3), (1, 8, 3), (3, 8, 3), (5, 8, 4), (5, 12, 6), (10, 12, None)]
        settings += [(10, 24, None), (25, None, None)]
        for extra, trees, rounds in settings:
            for low_memory in (False, True):
                build = {"extra": extra, "n_trees": trees, "low_memory": low_memory}
                yield build | ({"n_iters": rounds} if rounds else {}), [{}]

    def build(self, rows, k, extra, **settings):
        """Its lists hold the row itself, and some more than k neighbours to improve them by."""
        return self.make(
            rows, n_neighbors=k + extra, n_jobs=self.cores, random_state=42, **settings
        )

    def search(self, index, rows, k):
        return others(index.neighbor_graph[0][:, : k + 1])


class Hnsw:
    """hnswlib: layers of graphs, in which a query walks towards its neighbours."""

    package, module = "hnswlib", "hnswlib"

    def __init__(self, hnswlib, cores):
        self.make, self.cores = hnswlib.Index, cores

    def sweep(self, count):
        builds = [(4, 10), (6, 15), (6, 20), (8, 30), (8, 40), (12, 60), (16, 100), (24, 200)]
        for links, construction in builds:
            build = {"M": links, "ef_construction": construction}
            yield build, [{"ef": n} for n in (6, 8, 12, 16, 24, 32)]

    def build(self, rows, k, **settings):
        index = self.make("l2", rows.shape[1])
        index.init_index(len(rows), random_seed=42, **settings)
        index.add_items(rows, num_threads=self.cores)
        return index

    def search(self, index, rows, k, ef):
        index.set_ef(ef)
        return others(index.knn_query(rows, k + 1, num_threads=self.cores)[0].astype(np.int64))


CONTENDERS = {"ivf": Ivf, "nndescent": FaissNnDescent, "pynndescent": PyNnDescent, "hnsw": Hnsw}


def others(found):
    """Each line without the row itself, or without its last where the row is not in it."""
    away = found == np.arange(len(found))[:, None]
    away[~away.any(axis=1), -1] = True
    return found[~away].reshape(len(found), -1)


def main():
    options = parse()
    kind = CONTENDERS[options.name]
    contender = kind(importlib.import_module(kind.module), options.cores)
    versions = {p: importlib.metadata.version(p) for p in (kind.package, "numpy", "pyarrow")}
    show(python=platform.python_version(), **versions)

    values, grown = read(options.input)
    rows = values[grown == 1]
    check = Check(rows, options.k, options.sample)
    Sweep(contender, np.ascontiguousarray(rows, dtype=np.float32), check, options).run()


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=CONTENDERS)
    parser.add_argument("--input", required=True, help="directory of Parquet files")
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--sample", type=int, default=1000, help="rows checked")
    parser.add_argument("--recall", type=float, default=0.85, help="that is enough")
    parser.add_argument(
        "--further", type=int, default=1, help="indexes tried after the best that finds enough"
    )
    return parser.parse_args()


class Check:
    """Compares neighbours with those found by comparing each row of a sample with all rows."""

    def __init__(self, rows, k, sample):
        self.rows = rows
        random = np.random.default_rng(42)
        self.sample = random.choice(len(rows), min(sample, len(rows)), replace=False)
        self.exact = np.array([nearest(rows, i, k) for i in self.sample])

    def recall(self, found):
        """Rows that are missing, twice there or the row itself are not found."""
        found = np.sort(found[self.sample], axis=1)
        steps = self.rows[found] - self.rows[self.sample][:, None]
        distances = np.sqrt(np.einsum("ijk,ijk->ij", steps, steps))
        wrong = (found < 0) | (found == self.sample[:, None])
        wrong[:, 1:] |= found[:, 1:] == found[:, :-1]
        return recall(np.where(wrong, np.inf, distances), self.exact)


class Sweep:
    """Goes through a contender's settings and keeps the cheapest that finds enough."""

    def __init__(self, contender, rows, check, options):
        self.contender, self.rows, self.check = contender, rows, check
        self.k, self.enough, self.further = options.k, options.recall, options.further
        self.tried = []
        self.best = None

    def run(self):
        left = self.further
        for build, searches in self.contender.sweep(len(self.rows)):
            before = self.best
            self.build_and_search(build, searches)
            if self.best["enough"]:
                left = left - 1 if self.best is before else self.further
                if left <= 0:
                    return

    def build_and_search(self, build, searches):
        """Searches in one index until it finds enough."""
        self.warm_up(build, searches[0])
        index, built = timed(self.contender.build, self.rows, self.k, **build)
        for search in searches:
            found, spent = timed(self.contender.search, index, self.rows, self.k, **search)
            figures = self.figures({**build, **search}, built + spent, found)
            self.tried.append(figures)
            if self.best is None or rank(figures) < rank(self.best):
                self.best = figures
            show(**self.best, tried=self.tried)
            if figures["enough"]:
                return

    def warm_up(self, build, search):
        some = self.rows[:WARM_UP_ROWS]
        self.contender.search(self.contender.build(some, self.k, **build), some, self.k, **search)

    def figures(self, settings, seconds, found):
        share = self.check.recall(found)
        return {
            "settings": settings,
            "core_seconds": float(seconds[0]),
            "wall_seconds": float(seconds[1]),
            "recall": share,
            "enough": share >= self.enough,
        }


def rank(figures):
    """Enough before too little; then the cheapest, or what found most."""
    return (
        not figures["enough"],
        figures["core_seconds"] if figures["enough"] else -figures["recall"],
    )


def timed(function, *arguments, **settings):
    """What a function returns, and the seconds of all cores and of the clock."""
    start = np.array([time.process_time(), time.perf_counter()])
    result = function(*arguments, **settings)
    return result, np.array([time.process_time(), time.perf_counter()]) - start


if __name__ == "__main__":
    main()
