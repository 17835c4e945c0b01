# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.undersampling import RandomUnderSampler

__all__ = ["RandomUnderSampler"]
