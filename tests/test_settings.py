"""Every knob."""

from pathlib import Path

import pytest

from app.errors import SettingsError
from app.settings import PREFIX, Settings, read_settings


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)  # no .env


def test_the_defaults_are_safe() -> None:
    settings = read_settings()
    assert settings.database_url == "sqlite:///tumen.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.base_url == ""
    assert settings.max_article_bytes == 5_000_000


def test_the_environment_is_read_and_then_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TUMEN_PORT=9000\nTUMEN_HOST=::1\nANOTHER=1\n")
    monkeypatch.setenv("TUMEN_PORT", "9001")
    assert (read_settings().host, read_settings().port) == ("::1", 9001)


def test_pages_are_english_unless_another_language_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().language == "en"
    monkeypatch.setenv("TUMEN_LANGUAGE", "ko")
    assert read_settings().language == "ko"


def test_the_prefix_of_links_ends_without_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUMEN_BASE_URL", "https://tumen.example/")
    assert read_settings().base_url == "https://tumen.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TUMEN_PORT", "many"),
        ("TUMEN_PORT", "70000"),
        ("TUMEN_HOST", ""),
        ("TUMEN_DATABASE_URL", ""),
        ("TUMEN_BASE_URL", "tumen.example"),
        ("TUMEN_MAX_ARTICLE_BYTES", "0"),
        ("TUMEN_BUSY_TIMEOUT_SECONDS", "-1"),
    ],
)
def test_a_bad_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name}={value}: .*; change it in the environment or .env"):
        read_settings()
