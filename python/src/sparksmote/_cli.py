# SPDX-License-Identifier: Apache-2.0
"""The command ``spark-smote``: the job's jar, run by the Spark that pip installed."""

import os
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Dict, List, NamedTuple, NoReturn, Optional

from sparksmote._errors import SparkSmoteError
from sparksmote._jar import job_jar_path, quiet_log_path

MAIN = "org.sparksmote.examples.SparkSmote"

_SIZE = re.compile(r"\d+[kKmMgG]?")


class _Usage(Exception):
    """What keeps the command from running, and its exit code."""

    def __init__(self, text: str, code: int = 2) -> None:
        super().__init__(text)
        self.code = code


class Options(NamedTuple):
    """What the command line says to spark-submit; the rest is for the program."""

    heap: Optional[str]
    master: Optional[str]
    conf: List[str]
    rest: List[str]


def _value(name: str, words: List[str]) -> Optional[str]:
    """The value of an option at the head of the words, and None if it is not there."""
    if words[0].startswith(name + "="):
        return words[0][len(name) + 1 :]
    return words[1] if words[0] == name and len(words) > 1 else None


def parse(words: List[str]) -> Options:
    """Takes --heap, and reads --master and --conf, which the program reads too."""
    heap: Optional[str] = os.environ.get("SPARK_SMOTE_HEAP")
    master: Optional[str] = None
    conf: List[str] = []
    rest: List[str] = []
    while words:
        size = _value("--heap", words)
        if words[0] == "--heap" and size is None:
            raise _Usage("--heap needs a size, such as 8g")
        if size is not None:
            heap, words = size, words[2 if words[0] == "--heap" else 1 :]
            continue
        master = _value("--master", words) or master
        setting = _value("--conf", words)
        conf += [setting] if setting else []
        rest.append(words[0])
        words = words[1:]
    if heap and not _SIZE.fullmatch(heap):
        raise _Usage(f"cannot use the heap size '{heap}': try 8g")
    return Options(heap, master, conf, rest)


def spark_submit() -> str:
    """The spark-submit of SPARK_HOME, or that of the PySpark that is installed."""
    home = os.environ.get("SPARK_HOME")
    if home:
        submit = Path(home, "bin", "spark-submit")
        if not os.access(submit, os.X_OK):
            raise _Usage(f"SPARK_HOME is {home}, but it has no bin/spark-submit")
        return str(submit)
    spec = find_spec("pyspark")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None or not (folder / "bin" / "spark-submit").is_file():
        raise _Usage(
            "cannot find Spark: install it with pip install 'sparksmote[pyspark]', or set"
            " SPARK_HOME to an installation",
            1,
        )
    return str(folder / "bin" / "spark-submit")


def require_java() -> None:
    """Says so before spark-submit does, in several lines."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else "java"
    if shutil.which(java) is None:
        raise _Usage("cannot find java: install a JDK 17 or newer, or set JAVA_HOME", 1)


def command(words: List[str]) -> List[str]:
    """The whole command for spark-submit."""
    options = parse(words)
    progress = "true" if sys.stderr.isatty() else "false"
    submit = [spark_submit(), "--class", MAIN]
    submit += ["--conf", f"spark.ui.showConsoleProgress={progress}"]
    submit += ["--master", options.master] if options.master else []
    submit += ["--driver-memory", options.heap] if options.heap else []
    for setting in options.conf:
        submit += ["--conf", setting]
    submit += os.environ.get("SPARK_SMOTE_SUBMIT", "").split()
    return [*submit, job_jar_path(), *options.rest]


def environment() -> Dict[str, str]:
    """Spark logs before the program starts; without a configuration of the user's, to nobody's use."""
    env = dict(os.environ)
    folder = env.get("SPARK_CONF_DIR") or str(Path(env.get("SPARK_HOME", ""), "conf"))
    if not Path(folder, "log4j2.properties").is_file() and quiet_log_path().is_file():
        given = env.get("SPARK_SUBMIT_OPTS", "")
        quiet = f"-Dlog4j2.configurationFile={quiet_log_path()}"
        env["SPARK_SUBMIT_OPTS"] = f"{quiet} {given}".strip()
    return env


def _fail(text: str, code: int) -> NoReturn:
    print(f"spark-smote: {text}", file=sys.stderr)
    raise SystemExit(code)


def main() -> None:
    """Becomes spark-submit."""
    try:
        require_java()
        words = command(sys.argv[1:])
    except _Usage as error:
        _fail(str(error), error.code)
    except SparkSmoteError as error:
        _fail(str(error), 1)
    os.execvpe(words[0], words, environment())


if __name__ == "__main__":
    main()
