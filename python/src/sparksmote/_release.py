# SPDX-License-Identifier: Apache-2.0
"""Models on a server of Spark Connect are given up by a thread of its own.

Python may collect a model in the middle of any call, also of one to the server. A second call from
within the first waits for it for ever.
"""

import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Callable, Tuple

_waiting: "SimpleQueue[Tuple[Any, Any]]" = SimpleQueue()

_starting = threading.Lock()

_threads: "list[threading.Thread]" = []


def _work() -> None:
    from pyspark.sql.connect.session import SparkSession

    while True:
        session, model = _waiting.get()
        with suppress(Exception):  # the server may be gone, and its models with it
            SparkSession._active_session.session = session  # of this thread
            model.release_ref()
        del session, model


def of_active_session() -> Callable[[Any], None]:
    """What gives up references to models of the session that is active now."""
    from pyspark.sql.connect.session import SparkSession

    session = SparkSession.getActiveSession()
    with _starting:
        if not _threads:
            _threads.append(threading.Thread(target=_work, name="sparksmote", daemon=True))
            _threads[0].start()
    return lambda model: _waiting.put((session, model))
