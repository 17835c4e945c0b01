# SPDX-License-Identifier: Apache-2.0
"""Fits the stages of a pipeline one after the other; samplers change what later ones see."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from pyspark.ml import Estimator

from sparksmote import _problems, _stage_list
from sparksmote._persist import Persisted
from sparksmote._sampler import names_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


@dataclass(frozen=True)
class Step:
    """Where a run is: what the next stage sees, the stages so far, and synthetic rows alone.

    The latter are kept, as they were made and as they are now, where somebody will count them.
    """

    data: "DataFrame"
    fitted: Tuple[Any, ...] = ()
    made: Tuple[Tuple["DataFrame", "DataFrame"], ...] = ()


class Run:
    """One way through the stages."""

    def __init__(self, pipeline: Any, to_the_end: bool) -> None:
        self.stages: List[Any] = _stage_list.flatten(pipeline.getStages())
        self.last = _stage_list.last_learner(self.stages)
        self._to_the_end = to_the_end
        self._level: str = pipeline.getIntermediateStorageLevel()
        self._cache_input: bool = pipeline.getCacheInput()

    @property
    def keeps(self) -> bool:
        """Whether resampled rows are kept."""
        return self._level != "NONE"

    def run(self, step: Step, persisted: Persisted, first: int = 0) -> Step:
        """All stages from one on."""
        for i in range(first, len(self.stages)):
            step = self.after(i, step, persisted)
        return step

    def after(self, i: int, before: Step, persisted: Persisted) -> Step:
        """Behind one more stage."""
        with names_of(before.data):
            if _stage_list.is_sampler(self.stages[i]):
                return self._resampled(i, before, persisted)
            return self._fitted(i, before)

    def _fitted(self, i: int, before: Step) -> Step:
        stage = self.stages[i]
        if isinstance(stage, Estimator):
            if before.made and _stage_list.is_behind_hidden(self.stages, i):
                _refuse_lost_rows(stage, before)
            stage = stage.fit(before.data)
        fitted = (*before.fitted, stage)
        if i >= self.last and not self._to_the_end:
            return Step(before.data, fitted, before.made)
        made = tuple((first, stage.transform(now)) for first, now in before.made)
        return Step(stage.transform(before.data), fitted, made)

    def _resampled(self, i: int, before: Step, persisted: Persisted) -> Step:
        if i > self.last and not self._to_the_end:
            return before
        _stage_list.refuse_empty_columns(self.stages, i, before.data.schema)
        data = before.data
        if self._cache_input:
            data = persisted.persist(
                data, "MEMORY_AND_DISK" if self._level == "NONE" else self._level
            )
        needed = i < self.last  # a later stage goes through the rows more than once
        counted = self._counted(i, data, before, persisted) if needed else None
        if counted is not None:
            return counted
        rows = self.stages[i].fit_resample(data)
        rows = persisted.persist(rows, self._level) if needed else rows
        return Step(rows, before.fitted, before.made)

    def _counted(
        self, i: int, data: "DataFrame", before: Step, persisted: Persisted
    ) -> Optional[Step]:
        """The step whose synthetic rows can be told from the others later, if they must be."""
        if not _stage_list.is_behind_hidden(self.stages[i:], self.last - i):
            return None
        flag = _free_name(data)
        flagged = self.stages[i].fit_resample_flagged(data, flag)
        if flagged is None:
            return None
        kept = persisted.persist(flagged, self._level)
        made = kept.filter(kept[flag]).drop(flag)
        return Step(kept.drop(flag), before.fitted, (*before.made, (made, made)))


def _free_name(data: "DataFrame") -> str:
    name = "synthetic"
    while name in [column.lower() for column in data.columns]:
        name += "_"
    return name


def _quoted(column: str) -> str:
    return column if column.startswith("`") else "`" + column.replace("`", "``") + "`"


def _refuse_lost_rows(stage: Any, before: Step) -> None:
    """Of what stages do that cannot be seen, only the outcome tells: rows gone, and nulls."""
    from pyspark.sql import functions as f

    uses = _stage_list.columns_read(stage, before.data.schema)
    for first, now in before.made:
        nulls = [f.sum(f.isnull(now[_quoted(use.column)]).cast("long")) for use in uses]
        counts = now.agg(f.count(f.lit(1)), *nulls).first()
        rows = counts[0] if counts is not None else 0
        if rows == 0 and not first.isEmpty():
            raise _problems.made_rows_are_gone(stage.uid, first.count())
        for use, missing in zip(uses, (counts or [0])[1:]):
            if missing:
                raise _problems.nulls_in_made_rows(use.column, use.stage, use.param, missing, rows)
