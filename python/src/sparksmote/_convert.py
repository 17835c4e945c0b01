# SPDX-License-Identifier: Apache-2.0
"""Values of Python as the params take them; what they do not take is refused at once, by name."""

import json
import math
import numbers
from decimal import Decimal
from typing import Any, Callable, Mapping, Optional, Sequence

from pyspark.ml.param import Params, TypeConverters
from pyspark.ml.wrapper import JavaParams

from sparksmote import _problems
from sparksmote._errors import SparkSmoteError

Converter = Callable[[Any], Any]


def _is_truth(value: Any) -> bool:
    """Whether a value is True or False, of Python or of NumPy, whose type had two names."""
    return isinstance(value, bool) or (
        type(value).__module__ == "numpy" and type(value).__name__ in ("bool", "bool_")
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, (numbers.Real, Decimal)) and not _is_truth(value)


def _plain(base: str, value: Any) -> Any:
    """The value as PySpark's converter takes it, which takes True for 1 and few other numbers."""
    if base in ("toInt", "toFloat"):
        if _is_truth(value):
            raise TypeError(f"Could not convert {value} to a number")
        return value if not _is_number(value) or isinstance(value, int) else _number(value)
    return bool(value) if base == "toBoolean" and _is_truth(value) else value


def _number(value: Any) -> Any:
    """An int where a value is one, which has more digits than a float."""
    whole = math.isfinite(value) and value == int(value)
    return int(value) if whole else float(value)


def checked(
    base: str,
    name: str,
    allowed: Sequence[str] = (),
    least: Optional[float] = None,
    more_than: Optional[float] = None,
    most: Optional[float] = None,
    takes: str = "",
    bits: int = 64,
) -> Converter:
    """PySpark's converter of that name, followed by the check that Java makes too."""
    convert = getattr(TypeConverters, base)

    def converter(value: Any) -> Any:
        converted = convert(_plain(base, value))
        fits = (
            (not allowed or converted in allowed)
            and (least is None or converted >= least)
            and (more_than is None or converted > more_than)
            and (most is None or converted <= most)
        )
        if isinstance(converted, int) and not -(2 ** (bits - 1)) <= converted < 2 ** (bits - 1):
            raise SparkSmoteError(f"{name} cannot be {value!r}: it is a number of {bits} bits.")
        if not fits:
            raise SparkSmoteError(f"{name} cannot be {value!r}. It takes: {takes}.")
        return converted

    converter.__name__ = base  # by which PySpark tells lists from other values
    return converter


def _total(label: Any, total: Any) -> Any:
    if _is_number(total):
        number = float(total)
        return int(number) if number.is_integer() else number
    raise _problems.total_is_no_number(str(total), str(label))


def _label(label: Any) -> str:
    return str(label).lower() if _is_truth(label) else str(label)


def to_strategy(value: Any) -> str:
    """A strategy as text: a name, a ratio, or totals by label as a JSON object."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        totals = {_label(label): _total(label, total) for label, total in value.items()}
        return json.dumps(totals, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    if _is_number(value):
        return repr(float(value))
    raise TypeError(f"Could not convert {type(value).__name__} to a name, a ratio or a dict")


def to_weights(value: Any) -> str:
    """What rows of classes weigh, as text: a name, or weights by label as a JSON object."""
    if isinstance(value, Mapping):
        for label, weight in value.items():
            if not _is_number(weight):
                raise SparkSmoteError(
                    f"classWeight cannot be {value!r}: the weight of class {_label(label)!r} is no"
                    " number."
                )
        return to_strategy(value)
    if isinstance(value, str):
        return value
    raise TypeError(f"Could not convert {type(value).__name__} to a name or a dict of weights")


def to_classes(value: Any) -> str:
    """Whose rows may go, as text: a name, or labels as a JSON array."""
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return json.dumps([_label(label) for label in value], ensure_ascii=False)
    raise TypeError(f"Could not convert {type(value).__name__} to a name or a list of labels")


def to_stage(name: str) -> Converter:
    """A stage that another one holds: of Python, or of Java as a loaded one has it."""

    def converter(value: Any) -> Any:
        if isinstance(value, Params):
            return value
        if hasattr(value, "getClass"):  # a Java object
            return JavaParams._from_java(value)
        raise SparkSmoteError(f"{name} cannot be {value!r}: it is no stage.")

    converter.__name__ = "identity"  # by which PySpark tells lists from other values
    return converter
