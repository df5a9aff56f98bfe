"""The reader in two forms: Python alone, and with the compiled core where that was built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newscrawl.reading.tree import core

BUILT = core.compiled


@pytest.fixture(scope="module", params=["python", "compiled"])
def twin(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of the twin that reads; a module that asks for it runs with both."""
    if request.param == "compiled" and BUILT is None:
        pytest.skip("the compiled core was not built: no compiler, or NEWSCRAWL_PURE is set")
    core.compiled = BUILT if request.param == "compiled" else None
    yield str(request.param)
    core.compiled = BUILT
