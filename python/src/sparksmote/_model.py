# SPDX-License-Identifier: Apache-2.0
"""The rule that only training data is resampled, once per fit, for the models of all samplers."""

import threading
import warnings
import weakref
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional

from pyspark.ml.param import Param
from pyspark.ml.util import JavaMLWritable, JavaMLWriter
from pyspark.ml.wrapper import JavaModel

from sparksmote import _io, _problems, _stack
from sparksmote._errors import translated
from sparksmote._jvm import is_remote, java_object

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


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


class SamplerModel(JavaModel, JavaMLWritable):
    """A fitted sampler: resamples the DataFrame of its fit, once, and passes everything else.

    The one resampling is that of the first ``transform`` of the very object that was fitted on, as
    ``Pipeline.fit`` calls it. A copy, a loaded model and a fitted pipeline never resample.
    """

    _java_class: str
    _java_obj: Any = None
    _release: Optional[Callable[[Any], None]] = None

    def __init__(self, java_model: Any = None) -> None:
        """Wraps a Java model; without one it passes data through."""
        self._release = _later_release()
        self._fit_state: Optional[_Fit] = None
        self._is_copy = False
        if java_model is None and not is_remote():
            java_model = java_object(self._java_class, *self._java_arguments())
        super().__init__(java_model)

    def _java_arguments(self) -> "tuple[Any, ...]":
        return ()

    def __del__(self) -> None:
        """PySpark's own would call the server, here from within the collector of garbage."""
        if self._release is None:
            super().__del__()
        elif hasattr(self._java_obj, "release_ref"):
            self._release(self._java_obj)

    def _fitted(self, dataset: "DataFrame") -> Any:
        self._fit_state = _Fit(dataset, dict(self._paramMap))
        return self

    def copy(self, extra: Any = None) -> Any:
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
        return self._java_transform(dataset, dataset._jdf)

    def _passed(self, dataset: "DataFrame") -> "DataFrame":
        # Another object for Java, whose own rule would resample the one that it knows.
        return self._java_transform(dataset, dataset._jdf.toDF())

    def _java_transform(self, dataset: "DataFrame", rows: Any) -> "DataFrame":
        from pyspark.sql import DataFrame

        if self._fit_state is None:
            self._transfer_params_to_java()
        return DataFrame(self._java_obj.transform(rows), dataset.sparkSession)

    def write(self) -> JavaMLWriter:
        """A writer of this model, which when loaded passes all data through."""
        return _io.model_writer(self)


def _later_release() -> Optional[Callable[[Any], None]]:
    """How a model on a server of Spark Connect is given up, or None without a server."""
    if not is_remote():
        return None
    from sparksmote import _release

    return _release.of_active_session()
