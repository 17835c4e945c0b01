# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.undersampling import (
    NearMiss,
    OneSidedSelection,
    RandomUnderSampler,
)

__all__ = ["NearMiss", "OneSidedSelection", "RandomUnderSampler"]
