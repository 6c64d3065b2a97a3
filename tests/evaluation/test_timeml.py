"""TimeML and TIMEX2 documents: text, marks, day of publication, and what is wrong with a file."""

import pytest

from app.errors import BadAnnotations
from app.evaluation.marked import Timex
from app.evaluation.timeml import document_name, read_document

DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="2004-03-02" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'


def timeml(text: str, head: str = DCT) -> bytes:
    return f'<?xml version="1.0"?>\n<TimeML>{head}<TEXT>{text}</TEXT><MAKEINSTANCE/></TimeML>'.encode()


def timex2(text: str) -> bytes:
    return f'<DOC><DATETIME><TIMEX2 val="2009-12-19T17:00">now</TIMEX2></DATETIME><TEXT>{text}</TEXT></DOC>'.encode()


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("\nA ferry.\n", "\nA ferry.\n", []),
        ('It <EVENT eid="e1">left</EVENT> <TIMEX3 type="DATE" value="2004-03-01">Monday</TIMEX3>.', "It left Monday.",
         [Timex(8, 14, "DATE", "2004-03-01")]),
        ("Rope &amp; <TIMEX3 type='TIME' value=' T10 '>ten &#111;&#x2019;clock</TIMEX3>", "Rope & ten o’clock",
         [Timex(7, 18, "TIME", "T10")]),
        ('부두 <timex3 value="2004">올해</timex3>', "부두 올해", [Timex(3, 5, "DATE", "2004")]),
        ('<TIMEX3 type="DURATION" value="P1D"><TIMEX3 type="DATE" value="">a</TIMEX3> b</TIMEX3>', "a b",
         [Timex(0, 1, "DATE", ""), Timex(0, 3, "DURATION", "P1D")]),
        ('<TIMEX3 type="DATE" value="2004"/>a<TIMEX3 type="DATE" value="2004"> </TIMEX3>', "a ", []),
    ],
)  # fmt: skip
def test_timeml_is_its_text_and_the_marks_in_it(text: str, plain: str, marks: list[Timex]) -> None:
    document = read_document("harbour.tml", timeml(text))
    assert (document.name, document.text, list(document.gold)) == ("harbour", plain, marks)
    assert document.published.text == "2004-03-02"


@pytest.mark.parametrize(
    ("attributes", "type_and_value"),
    [
        ('val="1939-09-01"', ("DATE", "1939-09-01")),
        ('val="1939-09-01T04:45"', ("TIME", "1939-09-01T04:45")),
        ('val="P3D"', ("DURATION", "P3D")),
        ('val="PT3H"', ("DURATION", "PT3H")),
        ('val="PXM"', ("DURATION", "PXM")),
        ('val="P1Y" set="YES"', ("SET", "P1Y")),
        ('val="PAST_REF"', ("TIME", "PAST_REF")),
        ('val="19"', ("DATE", "19")),
        ('comment="no value"', None),
    ],
)
def test_timex2_gets_its_type_from_its_value(attributes: str, type_and_value: tuple[str, str] | None) -> None:
    document = read_document("01_ferry.key.xml", timex2(f"<TIMEX2 {attributes}>then</TIMEX2>"))
    assert document.name == "01_ferry"
    assert document.published.text == "2009-12-19"
    assert [(mark.type, mark.value) for mark in document.gold] == ([type_and_value] if type_and_value else [])


def test_marks_are_sorted_and_a_mark_outside_the_text_is_none() -> None:
    text = '<TIMEX3 value="2">b <TIMEX3 value="1">a</TIMEX3></TIMEX3> <TIMEX3 value="3">c</TIMEX3>'
    marks = read_document("a.tml", timeml(text)).gold
    assert [mark.value for mark in marks] == ["2", "1", "3"]


def test_a_document_without_a_date_has_an_unknown_one() -> None:
    assert read_document("a.tml", timeml("a", head="")).published.text == ""
    other = '<TIMEX3 type="DATE" value="1999" functionInDocument="NONE">x</TIMEX3>'
    assert read_document("a.tml", timeml("a", head=other)).published.text == ""


BOMB = b"""<!DOCTYPE TimeML [
<!ENTITY a "ha">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<TimeML><TEXT>&b;</TEXT></TimeML>"""
OTHER_FILE = b'<!DOCTYPE T [<!ENTITY x SYSTEM "file:///etc/hostname">]><T><TEXT>&x;</TEXT></T>'
UNKNOWN_ENTITY = b'<!DOCTYPE T SYSTEM "TimeML.dtd">\n<T><TEXT>a&nbsp;b</TEXT></T>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "line 1, column 1: no well-formed XML (no element found); mend it there"),
        (b"<T>\n<TEXT>a</T>", "line 2, column 10: no well-formed XML (mismatched tag); mend it there"),
        (b"<T>\n<TEXT>a & b</TEXT></T>", "line 2, column 10: no well-formed XML (not well-formed (invalid token))"),
        (b"<T><TEXT>caf\xe9</TEXT></T>", "no well-formed XML (not well-formed (invalid token)); mend it there"),
        (b"<?xml version='1.0' encoding='none'?><T/>", "line 1: its encoding cannot be read (unknown encoding: none)"),
        (b"<?xml version='1.0' encoding='euc-kr'?><T/>", "line 1: its encoding cannot be read (multi-byte encodings"),
        (b"<TimeML>Kim.</TimeML>", "holds no <TEXT>; put the text and its marks into one"),
        (b"<T>\n<TEXT>a</TEXT>\n<TEXT>b</TEXT></T>", "line 3: a second <TEXT>; keep one"),
        (timeml("a", DCT.replace("2004-03-02", "20040302")), "line 2: the document's own date: '20040302' is"),
        (BOMB, "line 2: declares or uses entities of its own; write the characters themselves"),
        (OTHER_FILE, "line 1: declares or uses entities of its own; write the characters themselves"),
        (UNKNOWN_ENTITY, "line 2: declares or uses entities of its own; write the characters themselves"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_the_mend(data: bytes, said: str) -> None:
    with pytest.raises(BadAnnotations) as told:
        read_document("a.tml", data)
    assert said in str(told.value)


def test_a_hundred_thousand_nested_marks_are_read_in_one_pass() -> None:
    deep = 100_000
    marks = read_document("a.tml", timeml('<TIMEX3 value="1">' * deep + "a" + "</TIMEX3>" * deep)).gold
    assert len(marks) == deep


@pytest.mark.parametrize(
    ("file", "name"), [("a.b.tml", "a.b"), ("01_WW2.key.xml", "01_WW2"), ("A.TML", "A"), ("a.xml", "a.xml")]
)
def test_a_document_is_named_for_its_file_without_the_ending(file: str, name: str) -> None:
    assert document_name(file) == name
