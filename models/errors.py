"""Errors that Selaras raises on purpose.

SelarasError
 +- InputError                 what the user gave cannot be used (exit code 2)
     +- MissingFileError       the path does not exist or cannot be read
     +- UnreadableDocumentError  a file that is no readable PDF: empty, encrypted, truncated, without pages
     +- LimitExceededError     reading took more time, memory, pages or output than allowed
 +- StoreError                 the store cannot be opened or written
 +- OutputError                the result cannot be written where the user wants it

Each carries a `Message`: the text is made in the user's language only where it is shown.
"""

from selaras.models.messages import Message


class SelarasError(Exception):
    """Something went wrong that the user can understand and mend."""

    exit_code = 1

    def __init__(self, message: Message) -> None:
        super().__init__(message.code, *(value for _, value in message.params))
        self.message = message


class InputError(SelarasError):
    """What the user gave cannot be used."""

    exit_code = 2


class MissingFileError(InputError):
    """The path does not exist, or may not be read."""


class UnreadableDocumentError(InputError):
    """The file is not a PDF that can be read: empty, another format, encrypted, truncated, without pages."""


class LimitExceededError(InputError):
    """Reading the file took more time, memory, pages or output than is allowed."""


class StoreError(SelarasError):
    """The store cannot be opened, migrated or written."""

    exit_code = 2


class OutputError(SelarasError):
    """The result cannot be written to the place that the user named."""

    exit_code = 2
