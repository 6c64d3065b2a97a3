"""What routes ask for: a session for one request, the filter read from the address, and the words to answer in."""

from collections.abc import Callable, Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlmodel import Session

from app.domain.timeline_filter import ListFilter, TimelineFilter, read_filter
from app.web.words import Words


def open_session(request: Request) -> Iterator[Session]:
    """One session a request; queries only read, so nothing is ever committed."""
    with Session(request.app.state.engine) as session:
        yield session


def filter_besides(*also: str) -> Callable[[Request], TimelineFilter]:
    """A dependency that reads the filter and leaves alone the further keys that its route declares."""

    def read(request: Request) -> TimelineFilter:
        return read_filter(request.query_params.multi_items(), also=also)

    return read


def list_filter(request: Request) -> ListFilter:
    """The filter of a page with the list of events, which may also say where the list begins and how it is set."""
    return ListFilter.read(request.query_params.multi_items())


def words_of(request: Request) -> Words:
    """The words of the interface, in the language that the operator chose."""
    words: Words = request.app.state.words
    return words


WordsDep = Annotated[Words, Depends(words_of)]
SessionDep = Annotated[Session, Depends(open_session)]
FilterDep = Annotated[TimelineFilter, Depends(filter_besides())]
ListFilterDep = Annotated[ListFilter, Depends(list_filter)]
