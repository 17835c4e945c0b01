# SPDX-License-Identifier: Apache-2.0
"""Runs notebooks of four forms without their servers."""
