"""What a system found, as JSON lines, held against the texts it speaks of."""

from collections.abc import Container, Iterable, Mapping

from pydantic import BaseModel, ConfigDict, ValidationError

from app.errors import BadAnnotations
from app.evaluation.marked import Answers, Timex

FORM = '{"doc": "harbour", "start": 12, "end": 18, "text": "Monday", "type": "DATE", "value": "2004-03-01"}'


class _Answer(BaseModel):
    model_config = ConfigDict(strict=True)

    doc: str
    start: int
    end: int
    text: str
    type: str
    value: str


def read_answers(lines: Iterable[bytes], texts: Mapping[str, str], unread: Container[str]) -> Answers:
    """Read the answers of one system.

    Args:
        lines: A JSON object each, of the form that `tumen dates` writes; blank lines and further keys say nothing.
        texts: The text of each document by name, which positions count in.
        unread: Documents that are there and could not be read; answers about them are passed over.

    Raises:
        BadAnnotations: The message gives the line and the mend; the caller names the file.
    """
    answers: dict[str, list[Timex]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        answer = _checked(number, line)
        if answer.doc not in texts:
            if answer.doc in unread:
                continue
            raise BadAnnotations(f"line {number}: no document of the folder is named {answer.doc!r}; take the line out")
        stands_there = texts[answer.doc][max(answer.start, 0) : max(answer.end, 0)]
        if stands_there != answer.text:
            raise BadAnnotations(
                f"line {number}: {answer.text!r} does not stand at {answer.start} to {answer.end} of {answer.doc}, but "
                f"{stands_there[:60]!r} does; count positions in characters of the text of <TEXT>, marks left out"
            )
        found = Timex(answer.start, answer.end, answer.type, answer.value.strip())
        answers.setdefault(answer.doc, []).append(found)
    return answers


def _checked(number: int, line: bytes) -> _Answer:
    try:
        return _Answer.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = "".join(f"{part}: " for part in first["loc"])
        raise BadAnnotations(f"line {number}: {place}{first['msg']}; write {FORM}") from error
