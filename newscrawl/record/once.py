"""Attributes that are found out when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class once(Generic[T]):
    """An attribute that its function gives, once for each instance, which keeps it from then on.

    As :class:`functools.cached_property` does, in a third of the steps: without the lock that it has before
    Python 3.12, and without a dictionary for the instance. A page's reading asks two hundred of them.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self._function = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value = self._function(instance)
        # What the instance has by this name stands before what its class has.
        setattr(instance, self._name, value)
        return value
