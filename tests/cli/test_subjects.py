"""Another pair of countries is another file of rows: the second subject through the command line."""

import json
from collections.abc import Mapping

from tests.cli.conftest import Tumen
from tests.support.folders import ROOT, Folder
from tests.support.scoring import compare

ARTICLES = ROOT / "tests" / "subjects" / "japan_mongolia"
SECOND = Folder("japan_mongolia", ARTICLES, ARTICLES / "gold.json")
OF_THE_SECOND = ("--subject", "japan_mongolia")
OF_THE_FIRST = ("--subject", "russia_north_korea")
# What is reached with rows alone, by rules that were written for another subject. Shares only rise from here.
BARS: Mapping[str, float] = {
    "publication": 0.65, "core_found": 0.8, "core": 0.6, "events": 0.8, "status": 1,
    "date_wrong": 1, "merge_errors": 0, "publication_wrong": 0, "not_events": 1, "quotes": 1,
}  # fmt: skip
HEISEI = b"The bridge was built in Heisei 27."


def test_articles_of_another_subject_give_its_timeline(tumen: Tumen) -> None:
    assert tumen("ingest", SECOND.articles, *OF_THE_SECOND).code == 0
    export = json.loads(tumen("export", "--format", "json").out)
    assert compare(export, SECOND.gold(), SECOND.texts()).falls_short(BARS) == []
    actors = {actor for event in export["events"] for actor in event["actors"]}
    assert {"Japan", "Mongolia", "Mongolian People's Republic", "Emperor Naruhito"} <= actors


def test_a_database_keeps_the_subject_that_it_began_with(tumen: Tumen) -> None:
    tumen("ingest", SECOND.articles, *OF_THE_SECOND)
    exported = tumen("export", "--format", "json").out
    refused = tumen("ingest", SECOND.articles, *OF_THE_FIRST)
    mend = "name another file in TUMEN_DATABASE_URL, or --subject japan_mongolia"
    assert (refused.code, refused.err) == (1, f"tumen.db holds japan_mongolia, not russia_north_korea; {mend}\n")
    assert "0 new, 0 updated, 6 unchanged" in tumen("ingest", SECOND.articles).err
    assert "extracted 6 articles anew" in tumen("rebuild").err
    assert tumen("export", "--format", "json").out == exported


def test_what_needs_no_database_takes_the_subject_of_the_one_that_is_there(tumen: Tumen) -> None:
    assert tumen("dates", "-", stdin=HEISEI).out == ""
    assert json.loads(tumen("dates", "-", *OF_THE_SECOND, stdin=HEISEI).out)["value"] == "2015"
    tumen("ingest", SECOND.articles, *OF_THE_SECOND)
    assert json.loads(tumen("dates", "-", stdin=HEISEI).out)["value"] == "2015"
    assert tumen("dates", "-", *OF_THE_FIRST, stdin=HEISEI).out == ""
    wire = SECOND.files()[0]
    assert "actors: Shinzo Abe, Tsakhiagiin Elbegdorj" in tumen("explain", wire).out
    assert "Elbegdorj" not in "".join(
        line for line in tumen("explain", wire, *OF_THE_FIRST).out.splitlines() if "actors:" in line
    )
