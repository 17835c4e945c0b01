# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.undersampling import (
    InstanceHardnessThreshold,
    NearMiss,
    OneSidedSelection,
    RandomUnderSampler,
)

__all__ = ["InstanceHardnessThreshold", "NearMiss", "OneSidedSelection", "RandomUnderSampler"]
