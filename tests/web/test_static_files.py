import hashlib
import re

import pytest

from app.web.folders import STATIC, TEMPLATES
from app.web.static_files import our_file, static_address
from tests.support.web_client import WebClient

VENDOR = STATIC / "vendor"


def test_the_code_of_others_is_what_its_checksum_says() -> None:
    for line in (VENDOR / "SHA256SUMS").read_text().splitlines():
        expected, name = line.split()
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == expected


def test_the_code_of_others_lies_beside_its_licence_and_version() -> None:
    script = next(VENDOR.glob("htmx-*.min.js"))
    version = script.name.removeprefix("htmx-").removesuffix(".min.js")
    assert f'version:"{version}"' in script.read_text()
    assert f"vendor/{script.name}" in (TEMPLATES / "base.html").read_text()
    assert version in (VENDOR / "README.md").read_text()
    assert "Zero-Clause BSD" in (VENDOR / "htmx-LICENSE.txt").read_text()


@pytest.mark.parametrize("name", ["tumen.css", "scripts.js", "favicon.svg"])
def test_a_file_asked_for_by_its_content_is_kept_for_ever(sample_client: WebClient, name: str) -> None:
    answer = sample_client.get(static_address(name))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_asked_for_by_name_is_asked_for_again(sample_client: WebClient) -> None:
    assert sample_client.get("/static/tumen.css").headers["Cache-Control"] == "no-cache"


def test_a_file_asked_for_by_another_content_is_not_kept(sample_client: WebClient) -> None:
    assert sample_client.get("/static/tumen.css?v=0123").headers["Cache-Control"] == "no-cache"


def test_our_scripts_come_in_one_file_and_do_not_see_each_others_names(sample_client: WebClient) -> None:
    answer = sample_client.get("/static/scripts.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.content == our_file("scripts.js")
    blocks = re.findall(r"^\{$.*?^\}$", answer.text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(list((STATIC / "scripts").glob("*.js"))) > 1


@pytest.mark.parametrize("name", ["scripts.js", "tumen.css"])
def test_of_our_own_files_comments_and_indentation_are_left_out_and_nothing_else(name: str) -> None:
    sources = sorted((STATIC / "scripts").glob("*.js")) if name == "scripts.js" else [STATIC / name]
    served = our_file(name).decode().splitlines()
    assert not [line for line in served if line.startswith((" ", "//", "/*")) or line.endswith("*/")]
    written = {line.strip() for source in sources for line in source.read_text().splitlines()}
    kept = {line for line in written if "*/" not in line and not line.startswith(("//", "/*", "* "))}
    assert kept - {""} <= set(served)


@pytest.mark.parametrize("path", ["/static/../app/main.py", "/static/%2e%2e/pyproject.toml", "/static/nothing.css"])
def test_nothing_else_is_given_out(sample_client: WebClient, path: str) -> None:
    assert sample_client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["tumen.css", "favicon.svg"])
def test_our_own_files_name_no_other_site(name: str) -> None:
    text = (STATIC / name).read_text().replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|@import|url\(", text)
