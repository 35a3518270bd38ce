"""Errors as gRPC says them: a status code, `field: what is accepted`, and the field by itself in a trailer."""

import grpc

from visavis.errors import FailedPrecondition, InvalidInput, LimitExceeded, VisavisError

FIELD_TRAILER = "visavis-field"
"""Key of the trailing metadata that names the field at fault, as the proto files spell it."""


class ShuttingDown(VisavisError):  # noqa: N818 - the name of what happens
    """Asked of a service that is going away (UNAVAILABLE): try again elsewhere or later."""

    def __init__(self, field: str = "service", message: str = "is shutting down; connect again in a moment") -> None:
        super().__init__(field, message)


def status_of(error: BaseException) -> grpc.StatusCode:
    """The status code that an error becomes."""
    if isinstance(error, InvalidInput):
        return grpc.StatusCode.INVALID_ARGUMENT
    if isinstance(error, FailedPrecondition):
        return grpc.StatusCode.FAILED_PRECONDITION
    if isinstance(error, LimitExceeded):
        return grpc.StatusCode.RESOURCE_EXHAUSTED
    if isinstance(error, ShuttingDown):
        return grpc.StatusCode.UNAVAILABLE
    return grpc.StatusCode.INTERNAL


async def refuse(context: grpc.aio.ServicerContext, error: BaseException) -> None:
    """Ends the call with an error. What is not ours is INTERNAL, and says no more than that."""
    if isinstance(error, VisavisError):
        trailer = ((FIELD_TRAILER, error.field.encode("ascii", "replace").decode("ascii")),)
        await context.abort(status_of(error), str(error), trailer)
    await context.abort(grpc.StatusCode.INTERNAL, "internal error; the service's log has the details")
