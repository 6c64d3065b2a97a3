"""What is made ready while the server starts, so that its first reader need not wait for it."""

import logging

from sqlalchemy import Engine

from app.errors import TumenError
from app.queries.index.kept import index_of
from app.storage.database import reading

_LOG = logging.getLogger("tumen.web")


def build_index_ahead(engine: Engine) -> None:
    """Build the index of the events that there are; what prevents it is told to whoever asks for a page."""
    try:
        with reading(engine) as session:
            index_of(session)
    except TumenError as error:
        _LOG.warning("index_not_built reason=%s", error)
