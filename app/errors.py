"""What can go wrong, as a tree; one class per cause that the reader can act on.

TumenError
├── SettingsError            a setting cannot be used
├── KnowledgeError           a knowledge file or row is wrong
├── InputError               something that was handed in cannot be read
│   ├── UnreadableFile       missing, forbidden, empty, binary, too large
│   ├── BadMetadata          the file of --metadata is not of the agreed form
│   ├── BadAnnotations       a file of marked time expressions is not of the agreed form
│   ├── BadDate              not a date of our EDTF subset
│   └── BadFilter            a filter of the timeline is malformed or unknown
├── PageFailed               a stage broke on a page that was read well: a fault of ours
├── NotFound                 no article or event has this id
└── DatabaseError            the database cannot be used
    ├── DatabaseLocked       another process holds it
    ├── DatabaseReadOnly     the file or its folder cannot be written
    ├── DatabaseCorrupt      the file is not a sound SQLite database
    ├── DatabaseTooNew       written by a newer Tumen
    └── SubjectMismatch      it holds another subject

Every message names the thing (a file, a setting, a filter), the place in it, and the mend.
"""


class TumenError(Exception):
    """Anything that Tumen reports to its user in one line."""


class SettingsError(TumenError):
    """A setting cannot be used."""


class KnowledgeError(TumenError):
    """A knowledge file, or a row in it, is wrong."""


class InputError(TumenError):
    """Something that was handed in cannot be read."""


class UnreadableFile(InputError):
    """A file is missing, forbidden, empty, binary or too large."""


class BadMetadata(InputError):
    """The file given with --metadata is not of the agreed form."""


class BadAnnotations(InputError):
    """A file of time expressions, marked by people or found by another system, is not of the agreed form."""


class BadDate(InputError):
    """A text is not a date of our EDTF subset."""


class BadFilter(InputError):
    """A filter of the timeline is malformed or unknown."""

    def __init__(self, name: str, value: str, mend: str) -> None:
        """Remember which filter it was, so that the page can point at it."""
        super().__init__(f"{name}={value}: {mend}")
        self.name = name
        self.value = value
        self.mend = mend


class PageFailed(TumenError):
    """A stage broke on a page that was read well; the fault is Tumen's, and its cause is attached."""


class NotFound(TumenError):
    """No article or event has this id."""


class DatabaseError(TumenError):
    """The database cannot be used."""


class DatabaseLocked(DatabaseError):
    """Another process holds the database."""


class DatabaseReadOnly(DatabaseError):
    """The database file, or its folder, cannot be written."""


class DatabaseCorrupt(DatabaseError):
    """The file is not a sound SQLite database."""


class DatabaseTooNew(DatabaseError):
    """The database was written by a newer Tumen."""


class SubjectMismatch(DatabaseError):
    """The database holds another subject than the one asked for."""
