# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.cleaning import (
    AllKNN,
    EditedNearestNeighbours,
    NeighbourhoodCleaning,
    RepeatedEditedNearestNeighbours,
    TomekLinks,
)

__all__ = [
    "AllKNN",
    "EditedNearestNeighbours",
    "NeighbourhoodCleaning",
    "RepeatedEditedNearestNeighbours",
    "TomekLinks",
]
