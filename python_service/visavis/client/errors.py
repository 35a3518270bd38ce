"""What a client raises."""

import grpc

FIELD_TRAILER = "visavis-field"
"""Key of the trailing metadata in which the service names the field at fault."""


class ServiceError(Exception):
    """The service refused, or could not be reached.

    Attributes:
        code: the gRPC status code, e.g. INVALID_ARGUMENT, UNAVAILABLE.
        field: what is at fault, as the proto files spell it ("" when it is no field).
        message: what is wrong and what is accepted.
    """

    def __init__(self, code: grpc.StatusCode, message: str, field: str = "") -> None:
        super().__init__(f"{code.name}: {message}")
        self.code = code
        self.field = field
        self.message = message

    @property
    def is_passing(self) -> bool:
        """Whether it may go better in a moment: the service was gone, or is going."""
        return self.code is grpc.StatusCode.UNAVAILABLE


def service_error(error: grpc.aio.AioRpcError) -> ServiceError:
    """A gRPC error as ours."""
    trailers = dict(error.trailing_metadata() or ())
    field = trailers.get(FIELD_TRAILER, "")
    return ServiceError(error.code(), error.details() or "no details", str(field))
