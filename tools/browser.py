"""Print the path of a Chromium for the browser tests; where there is none, get one.

Looked for in this order: `TUMEN_CHROMIUM`, the search path, the usual place on macOS, what Playwright has downloaded.
Then tried in this order: Debian's package (as root, on Debian and Ubuntu), Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
ON_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MEND = """\
No Chromium for the browser tests could be found or fetched. Do one of these and run `make test` again:
  - install Chromium or Google Chrome, so that `chromium` or `google-chrome` is on the search path;
  - set TUMEN_CHROMIUM to the path of one;
  - run `.venv/bin/playwright install --with-deps chromium` where the network allows it."""


class NoBrowser(Exception):
    """There is no browser; the message says what to do."""


def find_browser() -> str | None:
    """The first Chromium that starts, or None.

    Raises:
        NoBrowser: TUMEN_CHROMIUM names a program that does not start.
    """
    if chosen := os.environ.get("TUMEN_CHROMIUM"):
        if not starts(chosen):
            raise NoBrowser(f"TUMEN_CHROMIUM={chosen} does not start: correct it, or unset it to have one looked for.")
        return chosen
    return next((path for path in usual_places() if starts(path)), None)


def usual_places() -> Iterator[str]:
    """Where a Chromium may be, best first."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from ON_MACOS
    yield playwrights_own()


def playwrights_own() -> str:
    """Where Playwright keeps the browser that it downloads, whether it has done so or not."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and mostly not needed

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path: str) -> bool:
    """Whether the program answers; some systems have a stand-in that only says how to get the real one."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)  # noqa: S603 - chosen above
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def get_browser() -> None:
    """Install a Chromium with the first installer that succeeds, its output on stderr.

    Raises:
        NoBrowser: None did.
    """
    for commands in installers():
        if all(runs(command) for command in commands) and find_browser():
            return
    raise NoBrowser(MEND)


def installers() -> Iterator[list[list[str]]]:
    """The ways to install a Chromium that may work here, each a row of commands."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    playwright = [sys.executable, "-m", "playwright", "install"]
    if is_root and shutil.which("apt-get") and Path("/etc/debian_version").exists():
        yield [
            ["apt-get", "update", "--quiet"],
            ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"],
        ]
        yield [[*playwright, "--with-deps", "chromium"]]
    yield [[*playwright, "chromium"]]


def runs(command: list[str]) -> bool:
    """Run an installer, its output on stderr, and say whether it succeeded."""
    print("no Chromium yet, trying:", *command, file=sys.stderr)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0  # noqa: S603 - listed above


def main() -> int:
    """Print the path, or what to do."""
    try:
        path = find_browser()
        if path is None:
            get_browser()
            path = find_browser()
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
