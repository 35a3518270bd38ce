"""What can be wrong with what was asked: each error names the field at fault, in the words of the wire."""


class VisavisError(Exception):
    """Anything this package refuses on purpose.

    Attributes:
        field: what is at fault, as the wire names it (e.g. `audio.start_sample`).
        message: what is wrong with it and what is accepted.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message

    def __reduce__(self) -> tuple[type["VisavisError"], tuple[str, str]]:
        """Between processes it stays what it is."""
        return type(self), (self.field, self.message)


class InvalidInput(VisavisError, ValueError):  # noqa: N818 - the name of the wire's status
    """A value that can never be accepted (INVALID_ARGUMENT)."""


class FailedPrecondition(VisavisError):  # noqa: N818
    """A value that is fine, but not here: another rig, a conversation that has ended (FAILED_PRECONDITION)."""


class LimitExceeded(VisavisError):  # noqa: N818
    """More than is allowed at once (RESOURCE_EXHAUSTED)."""
