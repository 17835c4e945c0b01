# SPDX-License-Identifier: Apache-2.0
"""Smote, its model, and its stateless form."""

import threading
import warnings
import weakref
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, TypeVar

from pyspark.ml.param import Param
from pyspark.ml.util import JavaMLWritable, JavaMLWriter, MLReadable, MLReader
from pyspark.ml.wrapper import JavaEstimator, JavaModel, JavaTransformer

from sparksmote import _io, _problems, _stack
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jvm import is_remote, java_object
from sparksmote._keywords import unexpected
from sparksmote._params import (
    DEFAULTS,
    SmoteArguments,
    SmoteModelParams,
    SmoteParams,
    SmoteSetters,
)
from sparksmote._sampler import Sampler, plain_name
from sparksmote._summary import NeighborQuality, SmoteSummary

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

T = TypeVar("T")


class _Stage(SmoteArguments, SmoteSetters, SmoteParams, Sampler):
    """What the two stages that are not fitted have in common."""

    _java_class: str
    _java_obj: Any = None  # which PySpark asks for at the end, also where there was no beginning

    def _start(self, given: Dict[str, Any]) -> None:
        super(SmoteArguments, self).__init__()
        self._java_obj = java_object(self._java_class, self.uid)
        self._setDefault(**DEFAULTS["Smote"])
        self._set(**given)

    def setParams(self: T, **params: Any) -> T:
        """Sets several settings by name."""
        names = [param.name for param in self.params]  # type: ignore[attr-defined]
        for name in params:
            if name not in names:
                raise unexpected("setParams", name, names)
        return self._set(**params)  # type: ignore[attr-defined]

    def empty_columns(self, schema: "StructType") -> List[str]:
        """Columns that are neither features nor label nor weight, unless they are copied."""
        if self.getSamplingStrategy() == "none" or self.getPassengerColumns() == "copy":
            return []
        features = self.getInputCols() if self.isSet("inputCols") else [self.getFeaturesCol()]
        weights = [self.getWeightCol()] if self.isSet("weightCol") else []
        filled = {plain_name(name) for name in [*features, self.getLabelCol(), *weights]}
        return [name for name in schema.names if name.lower() not in filled]

    def fit_resample_flagged(self, dataset: "DataFrame", flag: str) -> "Optional[DataFrame]":
        """The resampled rows with a column that is true in synthetic ones."""
        if self.isSet("syntheticCol"):
            known = self.getSyntheticCol().replace("`", "``")
            rows = self.fit_resample(dataset)
            return rows.withColumn(flag, rows[f"`{known}`"])
        return self.copy({self.syntheticCol: flag}).fit_resample(dataset)


class Smote(_Stage, JavaEstimator, MLReadable["Smote"], JavaMLWritable):
    """Over-samples classes with SMOTE and its variants.

    Use it inside a ``ResamplingPipeline`` before a classifier, or on its own:
    ``Smote(inputCols=["x", "y"], seed=42).fit_resample(train)``.
    """

    _java_class = "Smote"

    def _start(self, given: Dict[str, Any]) -> None:
        super()._start(given)
        if is_remote():
            self._java_obj = "org.sparksmote.RemoteSmote"

    def fit(self, dataset: "DataFrame", params: Any = None) -> Any:
        """Counts the classes and plans the rows; the model resamples this very DataFrame once."""
        with translated():
            return super().fit(dataset, params)

    def _fit(self, dataset: "DataFrame") -> "SmoteModel":
        model = super()._fit(dataset)
        return model._fitted(dataset)

    def _create_model(self, java_model: Any) -> "SmoteModel":
        return SmoteModel(java_model)

    def fit_resample(self, dataset: "DataFrame") -> "DataFrame":
        """The DataFrame with its synthetic rows, however often it is called."""
        model: SmoteModel = self.fit(dataset)
        with translated():
            return model._resampled(dataset)

    def write(self) -> JavaMLWriter:
        """A writer of this stage."""
        return _io.stage_writer(self)

    @classmethod
    def read(cls) -> "MLReader[Smote]":
        """A reader of saved stages."""
        return _io.reader(cls)


class SmoteResampler(_Stage, JavaTransformer, MLReadable["SmoteResampler"], JavaMLWritable):
    """The stateless form of Smote: resamples whatever it is given.

    Never put it into a pipeline that will score data; a ``ResamplingPipeline`` accepts it and keeps
    it out of the fitted model.
    """

    _java_class = "SmoteResampler"

    def transform(self, dataset: "DataFrame", params: Any = None) -> "DataFrame":
        """The DataFrame with its synthetic rows."""
        with translated():
            return super().transform(dataset, params)

    def _transform(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():  # where a transformer would plan anew at every use of the rows
            return self._as_smote().fit_resample(dataset)
        return super()._transform(dataset)

    def fit_resample(self, dataset: "DataFrame") -> "DataFrame":
        """The same as ``transform``."""
        return self.transform(dataset)

    def _as_smote(self) -> Smote:
        smote = Smote()
        smote._resetUid(self.uid)
        smote._setDefault(seed=self.getSeed())
        smote._set(**{param.name: value for param, value in self._paramMap.items()})
        return smote

    def write(self) -> JavaMLWriter:
        """A writer of this stage."""
        return _io.stage_writer(self)

    @classmethod
    def read(cls) -> "MLReader[SmoteResampler]":
        """A reader of saved stages."""
        return _io.reader(cls)


class _Fit:
    """What ties a model to the DataFrame of its fit; not saved."""

    def __init__(self, dataset: "DataFrame", settings: Dict[Param, Any]) -> None:
        self.dataset = weakref.ref(dataset)
        self.settings = settings
        self.resampled = False
        self._lock = threading.Lock()

    def is_of(self, dataset: "DataFrame") -> bool:
        return self.dataset() is dataset

    def take(self) -> bool:
        """Whether nobody had the one resampling yet."""
        with self._lock:
            first = not self.resampled
            self.resampled = True
            return first


class SmoteModel(
    JavaModel, SmoteParams, SmoteModelParams, MLReadable["SmoteModel"], JavaMLWritable
):
    """A fitted Smote: resamples the DataFrame of its fit, once, and passes everything else through.

    The one resampling is that of the first ``transform`` of the very object that was fitted on, as
    ``Pipeline.fit`` calls it. A copy, a loaded model and a fitted pipeline never resample.
    """

    _java_obj: Any = None
    _release: Optional[Callable[[Any], None]] = None

    def __init__(self, java_model: Any = None) -> None:
        """Wraps a Java model; without one it passes data through."""
        self._release = _later_release()
        self._fit_state: Optional[_Fit] = None
        self._is_copy = False
        made = java_object("SmoteModel") if java_model is None and not is_remote() else java_model
        super().__init__(made)
        self._setDefault(**DEFAULTS["Smote"])

    def __del__(self) -> None:
        """PySpark's own would call the server, here from within the collector of garbage."""
        if self._release is None:
            super().__del__()
        elif hasattr(self._java_obj, "release_ref"):
            self._release(self._java_obj)

    def _fitted(self, dataset: "DataFrame") -> "SmoteModel":
        if not is_remote():
            self._set(summaryJson=self._java_obj.summary().toJson())
        self._fit_state = _Fit(dataset, dict(self._paramMap))
        return self

    def copy(self, extra: Any = None) -> "SmoteModel":
        """A copy that passes all data through."""
        copied = super().copy(extra)
        copied._is_copy = True
        return copied

    def transform(self, dataset: "DataFrame", params: Any = None) -> "DataFrame":
        """Resamples the DataFrame of the fit at its first call, and else passes data through."""
        with translated():
            return super().transform(dataset, params)

    def _transform(self, dataset: "DataFrame") -> "DataFrame":
        known = self._fit_state
        if known is None:
            return self._passed(dataset)
        self._refuse_changed(known)
        own = known.is_of(dataset)
        if own and not self._is_copy and not _stack.is_applied() and known.take():
            _stack.refuse_validators(self)
            return self._resampled(dataset)
        _stack.refuse_nested(self)
        if own:
            self._warn(known)
        return self._passed(dataset)

    def _refuse_changed(self, known: _Fit) -> None:
        now = self._paramMap
        both = [*known.settings, *now]
        changed = {param.name for param in both if known.settings.get(param) != now.get(param)}
        if changed:
            raise _problems.settled_by_fit(self.uid, ", ".join(sorted(changed)))

    def _warn(self, known: _Fit) -> None:
        reason = (
            "it was resampled at the first transform after fit. Call fit_resample to resample it"
            " again."
            if known.resampled
            else "copies and fitted pipelines never resample. Call fit_resample for resampled rows."
        )
        text = f"{self.uid} passes its training data through: {reason}"
        warnings.warn(text, UserWarning, stacklevel=5)

    def _resampled(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.transform(self, dataset, resample=True)
        return self._java_transform(dataset, dataset._jdf)

    def _passed(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.transform(self, dataset, resample=False)
        # Another object for Java, whose own rule would resample the one that it knows.
        return self._java_transform(dataset, dataset._jdf.toDF())

    def _java_transform(self, dataset: "DataFrame", rows: Any) -> "DataFrame":
        from pyspark.sql import DataFrame

        if self._fit_state is None:
            self._transfer_params_to_java()
        return DataFrame(self._java_obj.transform(rows), dataset.sparkSession)

    @property
    def summary(self) -> SmoteSummary:
        """Rows per class before and after; once rows were made, also how near the search came."""
        with translated():
            return SmoteSummary.from_json(self._summary_json())

    def _summary_json(self) -> str:
        if self._fit_state is not None and is_remote():
            return str(self._call_java("toString"))
        if self._fit_state is not None:
            return str(self._java_obj.summary().toJson())
        if not self.isDefined(self.summaryJson):
            raise _problems.no_summary(self.uid)
        return self.getSummaryJson()

    def neighbor_quality(
        self, dataset: "DataFrame", sampleRows: int = 1000, maxBuckets: int = 8
    ) -> Dict[str, NeighborQuality]:
        """Checks a sample of the neighbours that an approximate search finds, by label.

        A class that is searched exactly, or not at all, is left out. Two Spark jobs. The DataFrame
        is the very one that was fitted on.
        """
        if is_remote():
            raise SparkSmoteError(
                "neighbours cannot be checked over Spark Connect. Use a classic session, or read"
                " effectiveK in the summary."
            )
        with translated():
            found = self._java_obj.neighborQuality(dataset._jdf, sampleRows, maxBuckets)
            return {str(label): _quality(found[label]) for label in found}

    def __repr__(self) -> str:
        try:
            return f"SmoteModel: uid={self.uid}\n{self.summary}"
        except SparkSmoteError:
            return f"SmoteModel: uid={self.uid}"

    def write(self) -> JavaMLWriter:
        """A writer of this model, which when loaded passes all data through."""
        return _io.model_writer(self)

    @classmethod
    def read(cls) -> "MLReader[SmoteModel]":
        """A reader of saved models."""
        return _io.reader(cls)


def _later_release() -> Optional[Callable[[Any], None]]:
    """How a model on a server of Spark Connect is given up, or None without a server."""
    if not is_remote():
        return None
    from sparksmote import _release

    return _release.of_active_session()


def _quality(java: Any) -> NeighborQuality:
    return NeighborQuality(
        java.sampled(), java.recall(), java.meanDistanceRatio(), java.ks(), java.effectiveK()
    )
