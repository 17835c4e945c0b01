# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.cleaning import EditedNearestNeighbours, TomekLinks

__all__ = ["EditedNearestNeighbours", "TomekLinks"]
