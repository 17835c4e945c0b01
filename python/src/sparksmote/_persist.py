# SPDX-License-Identifier: Apache-2.0
"""DataFrames that are kept for a while and released together."""

import threading
from typing import TYPE_CHECKING, Any, List

from sparksmote._errors import SparkSmoteError
from sparksmote._jvm import is_remote

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Spark's names of storage levels: disk, memory, off the heap, as objects, copies.
_LEVELS = {
    "NONE": (False, False, False, False, 1),
    "DISK_ONLY": (True, False, False, False, 1),
    "DISK_ONLY_2": (True, False, False, False, 2),
    "DISK_ONLY_3": (True, False, False, False, 3),
    "MEMORY_ONLY": (False, True, False, True, 1),
    "MEMORY_ONLY_2": (False, True, False, True, 2),
    "MEMORY_ONLY_SER": (False, True, False, False, 1),
    "MEMORY_ONLY_SER_2": (False, True, False, False, 2),
    "MEMORY_AND_DISK": (True, True, False, True, 1),
    "MEMORY_AND_DISK_2": (True, True, False, True, 2),
    "MEMORY_AND_DISK_SER": (True, True, False, False, 1),
    "MEMORY_AND_DISK_SER_2": (True, True, False, False, 2),
    "OFF_HEAP": (True, True, True, False, 1),
}


def storage_level(name: str) -> Any:
    """The storage level of a name."""
    from pyspark import StorageLevel

    if name not in _LEVELS:
        raise SparkSmoteError(
            f"intermediateStorageLevel cannot be {name!r}. It takes: {', '.join(_LEVELS)}."
        )
    return StorageLevel(*_LEVELS[name])


class Persisted:
    """What a run keeps."""

    def __init__(self) -> None:
        self._kept: List[Any] = []
        self._lock = threading.Lock()

    def persist(self, data: "DataFrame", level: str) -> "DataFrame":
        """The data, kept at a level unless its owner keeps it or the level says not to."""
        if level == "NONE":
            return data
        if is_remote():
            # A cache is found by its plan, which a server makes anew for every call.
            return data.localCheckpoint(eager=True)
        if _is_kept(data):
            return data
        with self._lock:
            self._kept.append(data.persist(storage_level(level)))
        return data

    def release(self) -> None:
        """Gives up everything."""
        with self._lock:
            for data in self._kept:
                data.unpersist()
            self._kept.clear()


def _is_kept(data: "DataFrame") -> bool:
    level = data.storageLevel
    return bool(level.useMemory or level.useDisk)
