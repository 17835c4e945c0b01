# SPDX-License-Identifier: Apache-2.0
"""What fits of one DataFrame with several param maps have in common."""

import contextlib
import threading
from typing import Any, Callable, Dict, Optional, Tuple

from pyspark.ml.param import Params

from sparksmote import _stage_list
from sparksmote._persist import Persisted
from sparksmote._run import Run, Step

Key = Tuple[Any, ...]


def stage_key(stage: Params) -> Optional[Key]:
    """What tells a stage and its settings from others; None if it holds a stage."""
    values = {}
    for param in stage.params:
        if stage.isDefined(param):
            value = stage.getOrDefault(param)
            inner = value if isinstance(value, (list, tuple)) else [value]
            if any(isinstance(part, (Params, dict)) for part in inner):
                return None
            values[param.name] = repr(value)
    return (type(stage), stage.uid, tuple(sorted(values.items())))


class _Entry:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.step: Optional[Step] = None


class SharedSteps:
    """Steps by the stages that lead to them, released when the last fit is done or one failed."""

    def __init__(self, fits: int) -> None:
        self._left = fits
        self._users = 0
        self._lock = threading.Lock()
        self._entries: Dict[Tuple[Key, ...], _Entry] = {}
        self._persisted = Persisted()

    def __del__(self) -> None:
        """Nobody fits any more, for example because a validator gave up between two fits."""
        with contextlib.suppress(Exception):
            self._persisted.release()

    def release(self) -> None:
        """Gives up what there is; fits that are still to come make it anew."""
        with self._lock:
            self._entries.clear()
            self._persisted.release()

    def fit(self, dataset: Any, run: Run, persisted: Persisted) -> Step:
        """A run that computes what nobody computed before, up to the last stage that learns."""
        with self._lock:
            self._users += 1
        done = False
        try:
            step = self._run(dataset, run, persisted)
            done = True
            return step
        finally:
            self._leave(done)

    def _leave(self, done: bool) -> None:
        with self._lock:
            self._users -= 1
            self._left = self._left - 1 if done else 0
            if self._left <= 0 and self._users == 0:
                self._entries.clear()
                self._persisted.release()

    def _run(self, dataset: Any, run: Run, persisted: Persisted) -> Step:
        step, place = Step(dataset), 0
        path: Tuple[Key, ...] = ()
        while place < run.last:
            key = stage_key(run.stages[place])
            if key is None:
                break
            path = (*path, key)
            step = self._step(path, lambda i=place, before=step: self._after(run, i, before))  # type: ignore[misc]
            place += 1
        return run.run(step, persisted, place)

    def _after(self, run: Run, i: int, before: Step) -> Step:
        step = run.after(i, before, self._persisted)
        if _stage_list.is_sampler(run.stages[i]) and run.keeps:
            step.data.count()  # several fits wait for these rows, and each would make them
        return step

    def _step(self, path: Tuple[Key, ...], compute: Callable[[], Step]) -> Step:
        with self._lock:
            entry = self._entries.setdefault(path, _Entry())
        with entry.lock:
            if entry.step is None:
                entry.step = compute()
            return entry.step
