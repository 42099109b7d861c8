"""What can go wrong with the database, as the rest of the program has to tell it apart.

StorageError
├── Conflict            somebody else was faster: run the unit of work again from its start
├── Unavailable         the database cannot be used just now: answer 503, try later
│   ├── Busy            a lock or a connection did not come free in time
│   └── CommitUnknown   the connection broke during the commit: read to learn what became of it
├── SchemaMismatch      the tables are not those this program was written for
├── UnsafeDatabase      the settings would risk losing what was acknowledged
├── Backward            what only goes forward, or stays as it is, would have been changed otherwise
├── Erased              the person's key was destroyed, nothing can be opened any more
└── Unreadable          a sealed value was changed, moved, or sealed under a key we do not have

The names say what is the case rather than end in "Error" (N818): a conflict is no error of anybody's.
"""


class StorageError(Exception):
    """Any fault of the database or of what is kept in it."""


class Conflict(StorageError):
    """A version moved on, a unique value is taken, or the database asked to run the transaction again."""


class Unavailable(StorageError):
    """The database cannot be reached or cannot write (disk full, server gone)."""


class Busy(Unavailable):
    """A lock or a pooled connection did not come free within the time allowed."""


class CommitUnknown(Unavailable):
    """The connection was lost while committing, so the transaction may or may not have happened."""


class SchemaMismatch(StorageError):
    """The database's tables are of another version than this program's."""


class UnsafeDatabase(StorageError):
    """This database address or mode could lose acknowledged input and is refused."""


class Backward(StorageError):
    """A case's status would have gone back, or one of its steps been rewritten: the database refused it."""


class Erased(StorageError):
    """The key of this person was destroyed on purpose; what it sealed stays unreadable."""


class Unreadable(StorageError):
    """A sealed value does not open: it was altered, belongs elsewhere, or its master key is missing."""
