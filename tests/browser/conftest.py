import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.support.folders import SEEDS
from tools.browser import MEND, find_browser

TUMEN = [sys.executable, "-c", "from app.cli import main; main()"]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
PATIENCE_MILLISECONDS = 10_000
# What Chromium and htmx say of every page that does not answer 200, and nothing else.
SAID_OF_REFUSALS = ("Failed to load resource: the server responded with a status of 4", "Response Status Error Code 4")


class OpenPage(Protocol):
    """Opens a page in a window of its own, at an address of the served app."""

    def __call__(
        self,
        address: str = "/",
        *,
        javascript: bool = True,
        width: int = 1280,
        may_fail: bool = False,
    ) -> Page: ...


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Tumen whose database holds the five articles."""
    database = tmp_path_factory.mktemp("browser") / "tumen.db"
    environment = os.environ | {"TUMEN_DATABASE_URL": f"sqlite:///{database}", "TUMEN_HOST": "127.0.0.1"}
    subprocess.run([*TUMEN, "ingest", str(SEEDS.articles)], env=environment, check=True, timeout=100)
    return environment


@pytest.fixture(scope="session")
def seeds_site(settings: dict[str, str]) -> Iterator[str]:
    """The address of that Tumen, served on a free port."""
    with served(settings) as address:
        yield address


@pytest.fixture(scope="module")
def site(seeds_site: str) -> str:
    """The address that pages are opened at; a module may serve another Tumen."""
    return seeds_site


@contextmanager
def served(settings: dict[str, str]) -> Iterator[str]:
    """The address of a Tumen with these settings."""
    with subprocess.Popen([*TUMEN, "serve", "--port", "0"], env=settings, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        said = server.stderr.readline()
        assert " is at " in said, said
        yield said.partition(" is at ")[2].split()[0]
        server.terminate()


# Not for the whole session: as long as Playwright's loop runs, no other test can run one of its own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser; where there is none, the test fails and says what to do."""
    program = find_browser()
    if not program:
        pytest.fail(MEND)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site: str) -> Iterator[OpenPage]:
    """Open pages that may neither complain on the console nor ask another site for anything."""
    with windows(chromium, site) as open_one:
        yield open_one


@contextmanager
def windows(chromium: Browser, site: str) -> Iterator[OpenPage]:
    """Windows that are watched while they are open; `may_fail` allows answers such as 404 and 422."""
    with ExitStack() as open_ones:

        def open_one(
            address: str = "/",
            *,
            javascript: bool = True,
            width: int = 1280,
            may_fail: bool = False,
        ) -> Page:
            context = chromium.new_context(
                base_url=site,
                java_script_enabled=javascript,
                viewport={"width": width, "height": 800},
                accept_downloads=True,
            )
            open_ones.callback(context.close)
            context.set_default_timeout(PATIENCE_MILLISECONDS)
            page = context.new_page()
            open_ones.enter_context(_watched(page, site, may_fail=may_fail))
            page.goto(address)
            return page

        yield open_one


@contextmanager
def _watched(page: Page, site: str, *, may_fail: bool) -> Iterator[None]:
    complaints: list[str] = []
    asked: list[str] = []

    def note_complaint(message: ConsoleMessage) -> None:
        is_refusal = may_fail and message.text.startswith(SAID_OF_REFUSALS)
        if message.type in ("error", "warning") and not is_refusal:
            complaints.append(message.text)

    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", note_complaint)
    yield
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert complaints == []
