# SPDX-License-Identifier: Apache-2.0
"""What the contenders written in Python share: the class to be doubled, and its true neighbours."""

import json

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq

GROWN = "grown"
TOLERANCE = 1 + 1e-9  # distances that differ by rounding only are the same


def show(**figures):
    print(json.dumps(figures), flush=True)


def read(directory):
    """Features, and 1 for the class to be doubled."""
    table = pq.read_table(directory, columns=["label", "features.values"])
    grown = pc.equal(table["label"], GROWN).to_numpy()
    values = table["values"].combine_chunks()  # a field of a column loses the column's name
    return values.flatten().to_numpy().reshape(len(grown), -1), grown.astype(int)


def nearest(rows, i, k):
    steps = rows - rows[i]
    squares = np.einsum("ij,ij->i", steps, steps)
    squares[i] = np.inf
    return np.sqrt(np.sort(np.partition(squares, k - 1)[:k]))


def recall(found, exact):
    """The share of found distances, a line of them per row, up to the farthest of the exact ones."""
    return float(np.mean(found <= exact[:, -1:] * TOLERANCE))
