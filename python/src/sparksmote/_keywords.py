# SPDX-License-Identifier: Apache-2.0
"""Constructors that take settings by name, and say which name may have been meant."""

import functools
import inspect
from difflib import get_close_matches
from typing import Any, Callable, Collection, TypeVar, cast

F = TypeVar("F", bound=Callable[..., None])


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def unexpected(owner: str, name: str, allowed: Collection[str]) -> TypeError:
    """The error about a name that is no setting."""
    by_plain = {_plain(known): known for known in allowed}
    near = get_close_matches(_plain(name), by_plain, n=1)
    hint = f"; did you mean {by_plain[near[0]]}?" if near else ""
    return TypeError(f"{owner}() got an unexpected keyword '{name}'{hint}")


def keywords(init: F) -> F:
    """Hands the settings that were given to the stage's ``_start``; None stands for not given."""
    allowed = [
        name
        for name, parameter in inspect.signature(init).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    ]

    @functools.wraps(init)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
        owner = type(self).__name__
        if args:
            raise TypeError(f"{owner}() takes settings by name only, such as {allowed[0]}=...")
        for name in kwargs:
            if name not in allowed:
                raise unexpected(owner, name, allowed)
        self._start({name: value for name, value in kwargs.items() if value is not None})

    return cast(F, wrapper)
