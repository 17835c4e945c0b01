# SPDX-License-Identifier: Apache-2.0
"""Smote, its model, and its stateless form."""

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from pyspark.ml.util import JavaMLWritable, MLReadable, MLReader
from pyspark.ml.wrapper import JavaEstimator, JavaTransformer

from sparksmote import _io, _problems
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jvm import is_remote
from sparksmote._model import SamplerModel
from sparksmote._params import (
    DEFAULTS,
    SmoteArguments,
    SmoteModelParams,
    SmoteParams,
    SmoteSetters,
)
from sparksmote._sampler import compared, plain_name
from sparksmote._stage import SamplerStage
from sparksmote._summary import NeighborQuality, SmoteSummary

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


class _Smote(SmoteArguments, SmoteSetters, SmoteParams, SamplerStage):
    """What the two stages that are not fitted have in common."""

    _arguments = SmoteArguments
    _defaults = DEFAULTS["Smote"]

    def empty_columns(self, schema: "StructType") -> List[str]:
        """Columns that are neither features nor label nor weight, unless they are copied."""
        if self.getSamplingStrategy() == "none" or self.getPassengerColumns() == "copy":
            return []
        features = self.getInputCols() if self.isSet("inputCols") else [self.getFeaturesCol()]
        weights = [self.getWeightCol()] if self.isSet("weightCol") else []
        filled = {plain_name(name) for name in [*features, self.getLabelCol(), *weights]}
        return [name for name in schema.names if compared(name) not in filled]

    def fit_resample_flagged(self, dataset: "DataFrame", flag: str) -> "Optional[DataFrame]":
        """The resampled rows with a column that is true in synthetic ones."""
        if self.isSet("syntheticCol"):
            known = self.getSyntheticCol().replace("`", "``")
            rows = self.fit_resample(dataset)
            return rows.withColumn(flag, rows[f"`{known}`"])
        return self.copy({self.syntheticCol: flag}).fit_resample(dataset)


class Smote(_Smote, JavaEstimator, MLReadable["Smote"], JavaMLWritable):
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


class SmoteResampler(_Smote, JavaTransformer, MLReadable["SmoteResampler"], JavaMLWritable):
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


class SmoteModel(SamplerModel, SmoteParams, SmoteModelParams, MLReadable["SmoteModel"]):
    """A fitted Smote: resamples the DataFrame of its fit, once, and passes everything else through.

    The one resampling is that of the first ``transform`` of the very object that was fitted on, as
    ``Pipeline.fit`` calls it. A copy, a loaded model and a fitted pipeline never resample.
    """

    _java_class = "SmoteModel"

    def __init__(self, java_model: Any = None) -> None:
        """Wraps a Java model; without one it passes data through."""
        super().__init__(java_model)
        self._setDefault(**DEFAULTS["Smote"])

    def _fitted(self, dataset: "DataFrame") -> "SmoteModel":
        if not is_remote():
            self._set(summaryJson=self._java_obj.summary().toJson())
        super()._fitted(dataset)
        return self

    def _resampled(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.transform(self, dataset, resample=True)
        return super()._resampled(dataset)

    def _passed(self, dataset: "DataFrame") -> "DataFrame":
        if is_remote():
            from sparksmote import _remote

            return _remote.transform(self, dataset, resample=False)
        return super()._passed(dataset)

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

    @classmethod
    def read(cls) -> "MLReader[SmoteModel]":
        """A reader of saved models."""
        return _io.reader(cls)


def _quality(java: Any) -> NeighborQuality:
    return NeighborQuality(
        java.sampled(), java.recall(), java.meanDistanceRatio(), java.ks(), java.effectiveK()
    )
