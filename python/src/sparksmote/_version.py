# SPDX-License-Identifier: Apache-2.0
"""The version of the package, which follows that of the jar; make_wheel.py writes it."""

__version__ = "0.1.0.dev0"
