"""What every test may count on."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from tests.long_files import longest_first
from tests.postgres import NewData, new_base, running_server
from tests.webhook import Webhook, receiving

# A shell starts what it runs in the background without SIGINT, nohup without SIGHUP; the processes that tests
# start inherit it.
for number, handler in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)

# How long an example takes says more about the machine's other work than about the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    longest_first(items, config.rootpath)


@pytest.fixture(autouse=True)
def environment_left_as_found() -> Iterator[None]:
    """A command that runs in this process tells its children by the environment where the sites lie.

    The next test's children would otherwise look for theirs in the folder of this one.
    """
    before = {name: value for name, value in os.environ.items() if name.startswith("NEWSCRAWL_")}
    yield
    for name in [name for name in os.environ if name.startswith("NEWSCRAWL_")]:
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server for the tests of this process."""
    with running_server() as server:
        yield server.address


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The address of a new base."""
    with new_base(postgres_server) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
def new_data(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NewData]:
    """Makes places for archives: folders, or bases of a server with a folder for files beside them."""
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"data{uuid4().hex[:4]}")
        return
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as bases:
        monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "data"))
        yield lambda: bases.enter_context(new_base(server))


@pytest.fixture
def data(new_data: NewData) -> str:
    """Where an archive may lie: in a folder, and in a base of a server."""
    return new_data()


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    """A web server that takes messages."""
    with receiving() as server:
        yield server
