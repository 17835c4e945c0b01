# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote._stage import FittedSampler

__all__ = ["FittedSampler"]
