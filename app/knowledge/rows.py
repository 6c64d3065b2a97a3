"""All rows of all stages, for one subject."""

from dataclasses import dataclass

from app.knowledge.cleaning_rows import CleaningKnowledge
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.extracting_knowledge import ExtractingKnowledge


@dataclass(frozen=True)
class Knowledge:
    """What Tumen knows of language and of the world; compiled once a process."""

    subject: str
    version: str  # changes whenever a row or a rule does
    cleaning: CleaningKnowledge
    dating: DatingKnowledge
    extracting: ExtractingKnowledge
