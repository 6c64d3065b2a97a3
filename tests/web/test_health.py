from pathlib import Path

from app.main import create_app
from app.settings import Settings
from tests.support.web_client import WebClient


def test_the_process_says_that_it_is_alive(sample_client: WebClient) -> None:
    answer = sample_client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


def test_a_database_of_the_newest_form_is_ready(sample_client: WebClient) -> None:
    answer = sample_client.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ready\n")


def test_a_database_without_tables_is_not_ready(tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'new.db'}", _env_file=None))
    answer = WebClient(app).get("/readyz")
    app.state.engine.dispose()
    assert answer.status_code == 503
    assert "tumen database check" in answer.text
    assert str(tmp_path) not in answer.text


def test_a_database_out_of_reach_is_not_ready(tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'missing' / 'tumen.db'}", _env_file=None))
    assert WebClient(app).get("/readyz").status_code == 503
    assert WebClient(app).get("/healthz").status_code == 200
    app.state.engine.dispose()
