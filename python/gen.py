# SPDX-License-Identifier: Apache-2.0
"""Writes the modules of params from what the Java stages say of theirs.

Run it with a Python that has PySpark, after the jar was built: ``python gen.py``.
"""

import json
import re
import textwrap
from pathlib import Path
from typing import Any, Dict, List

PACKAGE = Path(__file__).parent / "src" / "sparksmote"

STAGES = ("Smote", "SmoteModel", "SmoteResampler", "ResamplingPipeline")

#: Modules by what their stages are, and the stages by the names of their Java classes.
MODULES = {
    "_taker_params.py": (
        "samplers that take rows away",
        (
            "cleaning.AllKNN",
            "cleaning.EditedNearestNeighbours",
            "cleaning.NeighbourhoodCleaning",
            "cleaning.RepeatedEditedNearestNeighbours",
            "cleaning.TomekLinks",
            "undersampling.InstanceHardnessThreshold",
            "undersampling.NearMiss",
            "undersampling.OneSidedSelection",
            "undersampling.RandomUnderSampler",
        ),
    ),
    "_evaluation_params.py": (
        "stages that weigh, calibrate, decide and judge",
        (
            "evaluation.CalibratedClassifier",
            "evaluation.ClassWeights",
            "evaluation.ImbalanceEvaluator",
            "evaluation.PriorCorrection",
            "evaluation.TunedThresholdClassifier",
        ),
    ),
    "_ensemble_params.py": (
        "ensembles",
        (
            "ensemble.BalancedBaggingClassifier",
            "ensemble.BalancedRandomForestClassifier",
            "ensemble.EasyEnsembleClassifier",
        ),
    ),
}

TYPES = {
    "int": ("int", "toInt"),
    "long": ("int", "toInt"),
    "double": ("float", "toFloat"),
    "boolean": ("bool", "toBoolean"),
    "string": ("str", "toString"),
    "string[]": ("List[str]", "toListString"),
    "double[]": ("List[float]", "toListFloat"),
    "any": ("Any", "to_stage"),
}

HEAD = '''\
# SPDX-License-Identifier: Apache-2.0
"""The params of the stages; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import Any, Dict, List, Mapping, Optional, TypeVar, Union

from pyspark.ml.param import Param, Params

from sparksmote._convert import checked, to_strategy
from sparksmote._keywords import keywords

S = TypeVar("S", bound="{first}Setters")
P = TypeVar("P", bound="ResamplingPipelineSetters")
'''


MODULE_HEAD = '''\
# SPDX-License-Identifier: Apache-2.0
"""The params of {what}; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import {typing}

from pyspark.ml.param import Param, Params

from sparksmote._convert import {convert}
from sparksmote._keywords import keywords

S = TypeVar("S")
'''


def infos(jvm: Any) -> Dict[str, List[Dict[str, Any]]]:
    """What each stage says of its params."""
    from sparksmote._jvm import java_class

    of = jvm.org.sparksmote.ParamInfo.json
    others = [name for _, names in MODULES.values() for name in names]
    return {name: json.loads(of(java_class(name)())) for name in (*STAGES, *others)}


def _python_type(info: Dict[str, Any]) -> str:
    return info.get("python") or TYPES[info["type"]][0]


def _value(info: Dict[str, Any]) -> Any:
    value = info.get("default")
    if info["type"] == "any":
        return None  # a stage, which comes from Java
    return float(value) if info["type"] == "double" and value is not None else value


def _converter(info: Dict[str, Any]) -> str:
    if "python" in info:
        return info["converter"]
    if info["type"] == "any":
        return f"to_stage({info['name']!r})"
    parts = [repr(TYPES[info["type"]][1]), repr(info["name"])]
    limits = {"allowed": "allowed", "least": "least", "moreThan": "more_than", "most": "most"}
    for limit, argument in limits.items():
        if info.get(limit) not in (None, []):
            parts.append(f"{argument}={info[limit]!r}")
    if len(parts) > 2:
        parts.append(f"takes={info['doc']!r}")
    if info["type"] == "int":
        parts.append("bits=32")
    return f"checked({', '.join(parts)})"


def _param(info: Dict[str, Any]) -> str:
    kind = TYPES[info["type"]][0]
    return (
        f"    {info['name']}: Param[{kind}] = Param(\n"
        f"        Params._dummy(),\n        {info['name']!r},\n        {info['doc']!r},\n"
        f"        typeConverter={_converter(info)},\n    )\n"
    )


def _cap(name: str) -> str:
    return name[0].upper() + name[1:]


def _getter(info: Dict[str, Any]) -> str:
    kind = TYPES[info["type"]][0]
    return (
        f"    def get{_cap(info['name'])}(self) -> {kind}:\n"
        f'        """{_cap(info["doc"])}."""\n'
        f"        return self.getOrDefault(self.{info['name']})\n"
    )


def _setter(info: Dict[str, Any], own: str) -> str:
    return (
        f"    def set{_cap(info['name'])}(self: {own}, value: {_python_type(info)}) -> {own}:\n"
        f'        """{_cap(info["doc"])}."""\n'
        f"        return self._set({info['name']}=value)  # type: ignore[attr-defined]\n"
    )


def _params_class(name: str, params: List[Dict[str, Any]], doc: str) -> str:
    body = "\n".join([_param(info) for info in params] + [_getter(info) for info in params])
    return f'class {name}Params(Params):\n    """{doc}"""\n\n{body}'


def _setters_class(name: str, params: List[Dict[str, Any]], own: str, doc: str) -> str:
    body = "\n".join(_setter(info, own) for info in params)
    return f'class {name}Setters:\n    """{doc}"""\n\n{body}'


def _argument_doc(info: Dict[str, Any]) -> str:
    initial = "" if _value(info) is None else f" (default: {_value(info)})"
    text = textwrap.wrap(f"{info['name']}: {info['doc']}{initial}", 92)
    return textwrap.indent("\n".join([text[0]] + ["    " + line for line in text[1:]]), " " * 8)


def _arguments_class(name: str, params: List[Dict[str, Any]], more: str = "") -> str:
    arguments = "".join(
        f"        {info['name']}: Optional[{_python_type(info)}] = None,\n" for info in params
    )
    docs = "\n".join(_argument_doc(info) for info in params)
    return (
        f'class {name}Arguments:\n    """The constructor."""\n\n'
        f"    @keywords\n    def __init__(\n        self,\n        *,\n{more}{arguments}    ) -> None:\n"
        f'        """Sets what is given; everything else has its default.\n\n{docs}\n        """\n'
    )


#: What Python takes for a strategy, and by what it becomes the text that Java takes.
SIZES = {"python": "Union[str, float, Mapping[Any, float]]", "converter": "to_strategy"}
WEIGHTS = {"python": "Union[str, Mapping[Any, float]]", "converter": "to_weights"}
CLASSES = {"python": "Union[str, Sequence[Any]]", "converter": "to_classes"}


def typed(name: str, params: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """With the strategies of Python; a sampler that cleans takes classes, others take sizes."""
    cleans = name.startswith("cleaning.") or name == "undersampling.OneSidedSelection"
    python = {"samplingStrategy": CLASSES if cleans else SIZES, "classWeight": WEIGHTS}
    return [{**info, **python.get(info["name"], {})} for info in params]


def _defaults(stages: Dict[str, List[Dict[str, Any]]]) -> str:
    all_defaults = {
        name: {info["name"]: _value(info) for info in params if _value(info) is not None}
        for name, params in stages.items()
    }
    lines = "\n".join(
        f"    {name!r}: {{\n"
        + "".join(f"        {key!r}: {value!r},\n" for key, value in values.items())
        + "    },"
        for name, values in all_defaults.items()
    )
    return f"DEFAULTS: Dict[str, Dict[str, Any]] = {{\n{lines}\n}}\n"


def _with_one_set_of_defaults(stages: Dict[str, List[Dict[str, Any]]]) -> Dict[str, Any]:
    def initial(name: str) -> List[Any]:
        return [(i["name"], i["default"]) for i in stages[name] if i.get("default") is not None]

    for name in ("SmoteModel", "SmoteResampler"):
        if initial(name) != initial("Smote"):
            raise SystemExit(f"{name} has other defaults than Smote")
    return {name: stages[name] for name in ("Smote", "ResamplingPipeline")}


def _quoted(text: str) -> str:
    """Strings in double quotes, as the formatter wants them."""
    return re.sub(r"'([^'\"\\\n]*)'", r'"\1"', text)


def _used(names: str, text: str) -> str:
    return ", ".join(name for name in names.split() if re.search(rf"\b{name}\b", text))


def render_module(file: str, stages: Dict[str, List[Dict[str, Any]]]) -> str:
    """The text of one of the MODULES."""
    what, names = MODULES[file]
    parts = [_defaults({full.split(".")[1]: stages[full] for full in names})]
    for full in names:
        name, params = full.split(".")[1], typed(full, stages[full])
        parts.append(_params_class(name, params, f"The settings of {name}."))
        parts.append(_setters_class(name, params, "S", f"Setters of {name}."))
        parts.append(_arguments_class(name, params))
    body = "\n\n".join(part.rstrip("\n") + "\n" for part in parts)
    typing = _used("Any Dict List Mapping Optional Sequence TypeVar Union", body + "TypeVar")
    convert = _used("checked to_classes to_stage to_strategy to_weights", body)
    return MODULE_HEAD.format(what=what, typing=typing, convert=convert) + "\n\n" + body


def render(stages: Dict[str, List[Dict[str, Any]]]) -> str:
    """The text of the module of what stands in the package itself."""
    sampler = typed("Smote", stages["Smote"])
    pipeline = [info for info in stages["ResamplingPipeline"] if info["name"] != "stages"]
    summary = [info for info in stages["SmoteModel"] if info["name"] == "summaryJson"]
    more = "        stages: Optional[List[Any]] = None,\n"
    parts = [
        HEAD.replace("{first}", "Smote"),
        _defaults(_with_one_set_of_defaults(stages)),
        _params_class("Smote", sampler, "The settings of a sampler."),
        _setters_class("Smote", sampler, "S", "Setters for stages that are not fitted."),
        _arguments_class("Smote", sampler),
        _params_class("SmoteModel", summary, "What a fitted model has besides its settings."),
        _params_class("ResamplingPipeline", pipeline, "The settings of a ResamplingPipeline."),
        _setters_class("ResamplingPipeline", pipeline, "P", "Setters of a ResamplingPipeline."),
        _arguments_class("ResamplingPipeline", pipeline, more),
    ]
    return "\n\n".join(part.rstrip("\n") + "\n" for part in parts)


def formatted(text: str) -> str:
    """The text as ``ruff format`` leaves it, which every file has to be."""
    import subprocess
    import sys

    command = [
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--stdin-filename",
        str(PACKAGE / "_params.py"),
        "-",
    ]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def modules(stages: Dict[str, List[Dict[str, Any]]]) -> Dict[str, str]:
    """The files and what belongs into them."""
    return {"_params.py": render(stages), **{file: render_module(file, stages) for file in MODULES}}


def main() -> None:
    """Writes the modules."""
    import sparksmote

    spark = sparksmote.builder().master("local[1]").getOrCreate()
    for name, text in modules(infos(spark._jvm)).items():
        (PACKAGE / name).write_text(formatted(text))
    spark.stop()


if __name__ == "__main__":
    main()
