"""The exception tree.

BriefingError            anything this program tells its user; carries a catalogue code and parameters
+- UsageError            the call is wrong (exit code 2)
+- NothingDone           nothing could be done (exit code 3)
InvalidRecord            a record was made that breaks its own invariant: a defect of the program
Cancelled                the user stopped the work (exit code 130)
"""

from __future__ import annotations


class BriefingError(Exception):
    """A failure that the user can act on.

    `code` names the sentence in the `ui` catalogue (`error.<code>`); `parameters` fill it in.
    """

    exit_code = 3

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters


class UsageError(BriefingError):
    """The call itself is wrong: an unknown locale, section or template, an output equal to an input."""

    exit_code = 2


class NothingDone(BriefingError):
    """Nothing of what was asked could be done: no readable source, an output that cannot be written."""

    exit_code = 3


class InvalidRecord(ValueError):
    """A record breaks its own invariant; a defect of the program, never of the input."""


class Cancelled(Exception):
    """The user stopped the work; nothing half-done is left behind."""

    exit_code = 130
