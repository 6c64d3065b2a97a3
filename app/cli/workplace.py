"""What the commands work with: the database, the knowledge of its subject, and the workers."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

import typer
from sqlalchemy import Engine
from sqlmodel import Session

from app.errors import DatabaseError, KnowledgeError, TumenError
from app.knowledge.load import DEFAULT_SUBJECT, load_knowledge
from app.knowledge.rows import Knowledge
from app.knowledge.toml_rows import subject_file
from app.settings import Settings
from app.storage.database import open_database, reading
from app.storage.kept import kept_subject, subject_for
from app.storage.migrate import require_newest, upgrade

Item = TypeVar("Item")
Done = TypeVar("Done")


def opened_database(settings: Settings) -> Engine:
    """The database of the settings, whatever its state."""
    return open_database(settings.database_url, settings.busy_timeout_seconds)


def newest_database(settings: Settings) -> Engine:
    """The database, created or upgraded first."""
    engine = opened_database(settings)
    upgrade(engine)
    return engine


def present_database(settings: Settings) -> Engine:
    """The database as it is.

    Raises:
        DatabaseError: It is missing, or not of the newest form.
    """
    engine = opened_database(settings)
    require_newest(engine)
    return engine


def knowledge_of(session: Session, subject: str | None = None) -> Knowledge:
    """The rows of the database's own subject; of one that has none, of what was asked for, else of the first.

    Raises:
        SubjectMismatch: The database holds another subject than was asked for.
    """
    return load_knowledge(subject_for(session, subject) or DEFAULT_SUBJECT)


def subject_without_database(asked: str | None, settings: Settings) -> str:
    """The subject for a command that works without a database: the one asked for, else that of the database beside."""
    if asked is not None:
        return asked
    try:
        with reading(present_database(settings)) as session:
            return kept_subject(session) or DEFAULT_SUBJECT
    except DatabaseError:
        return DEFAULT_SUBJECT  # none, or one that cannot be read: it was not asked for


SUBJECT_HELP = "Whose relations; a file of app/knowledge/subjects/."


def known_subject(subject: str | None) -> str | None:
    """The subject of an option --subject.

    Raises:
        typer.BadParameter: There is none of this name.
    """
    try:
        if subject is not None:
            subject_file(subject)
    except KnowledgeError as error:
        raise typer.BadParameter(str(error)) from error
    return subject


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """One worker within this process, or as many processes as there are jobs.

    Raises:
        TumenError: A process died.
    """
    executor = ThreadPoolExecutor(1) if jobs == 1 else _processes(jobs)
    try:
        yield executor
    except BrokenExecutor as error:
        raise TumenError("a worker process died, maybe for want of memory; try again with fewer --jobs") from error
    finally:
        executor.shutdown(cancel_futures=True)


def in_order(executor: Executor, work: Callable[[Item], Done], items: Iterable[Item], *, ahead: int) -> Iterator[Done]:
    """What the work makes of each item, in their order; items are taken as they are needed, and `ahead` beyond."""
    waiting: deque[Future[Done]] = deque()
    for item in items:
        waiting.append(executor.submit(work, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _processes(jobs: int) -> Executor:
    # Spawned, not forked: the progress bar's thread may hold a lock at the moment of a fork.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
