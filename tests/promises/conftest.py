"""The newsroom with afederasi.com, for each test anew."""

from tests.engine.whole.conftest import newsroom, site

__all__ = ["newsroom", "site"]
