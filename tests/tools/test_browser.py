from pathlib import Path

import pytest

from tools import browser


def program(path: Path, *, starts: bool) -> str:
    path.write_text(f"#!/bin/sh\nexit {0 if starts else 1}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def only_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is installed but what a test puts into this folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("TUMEN_CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "ON_MACOS", ())
    # Playwright's driver is left out: it takes a second to say where its own browser would be.
    monkeypatch.setattr(browser, "playwrights_own", lambda: str(tmp_path / "playwright" / "chrome"))
    return tmp_path


def test_the_browser_of_the_system_is_used(only_here: Path) -> None:
    chromium = program(only_here / "chromium", starts=True)
    assert browser.find_browser() == chromium


def test_a_stand_in_that_does_not_start_is_passed_over(only_here: Path) -> None:
    program(only_here / "chromium", starts=False)
    chrome = program(only_here / "google-chrome", starts=True)
    assert browser.find_browser() == chrome


def test_the_browser_that_is_named_wins(only_here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(only_here / "chromium", starts=True)
    named = program(only_here / "my browser", starts=True)
    monkeypatch.setenv("TUMEN_CHROMIUM", named)
    assert browser.find_browser() == named


def test_a_named_browser_that_does_not_start_is_an_error_not_a_reason_to_take_another(
    only_here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(only_here / "chromium", starts=True)
    monkeypatch.setenv("TUMEN_CHROMIUM", "/nowhere/chrome")
    assert browser.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "TUMEN_CHROMIUM=/nowhere/chrome does not start" in said.err


def test_a_missing_browser_is_installed_by_the_first_way_that_leads_to_one(
    only_here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pretend(command: list[str]) -> bool:
        if command == ["second"]:
            program(only_here / "chromium", starts=True)
        return command != ["first"]

    monkeypatch.setattr(browser, "installers", lambda: iter([[["first"], ["never"]], [["useless"]], [["second"]]]))
    monkeypatch.setattr(browser, "runs", pretend)
    assert browser.main() == 0
    assert capsys.readouterr().out == f"{only_here / 'chromium'}\n"


@pytest.mark.usefixtures("only_here")
def test_where_no_browser_can_be_had_the_ways_out_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "runs", lambda _: False)
    assert browser.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "set TUMEN_CHROMIUM" in said.err
