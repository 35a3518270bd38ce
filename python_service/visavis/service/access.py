"""Who may talk to the service: where it listens, TLS, client certificates, bearer tokens."""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import grpc

from visavis.errors import InvalidInput

Handler: TypeAlias = Any
"""grpc.RpcMethodHandler, which has no types."""
Continuation = Callable[[grpc.HandlerCallDetails], Awaitable[Handler]]


@dataclass(frozen=True)
class Access:
    """Where a service listens and whom it lets in.

    Attributes:
        host, port: where; port 0 takes a free one.
        tls_cert, tls_key: PEM files of the server's certificate chain and its key; both or none.
        tls_client_ca: PEM file of the authority whose certificates clients must show (mutual TLS).
        token_file: file with the bearer token that clients must send, or None.
        insecure: listen beyond this machine, or ask for a token, without TLS.
    """

    host: str = "127.0.0.1"
    port: int = 50051
    tls_cert: Path | None = None
    tls_key: Path | None = None
    tls_client_ca: Path | None = None
    token_file: Path | None = None
    insecure: bool = False

    def check(self) -> None:
        """Raises InvalidInput for what would be open to others without anybody having said so."""
        if not 0 <= self.port <= 65535:
            raise InvalidInput("port", f"{self.port} is not within 0 to 65535")
        if (self.tls_cert is None) != (self.tls_key is None):
            raise InvalidInput("tls-cert" if self.tls_cert is None else "tls-key", "certificate and key go together")
        if self.tls_client_ca is not None and self.tls_cert is None:
            raise InvalidInput("tls-client-ca", "needs --tls-cert and --tls-key too")
        if not self.uses_tls and not self.insecure and not is_loopback(self.host):
            raise InvalidInput(
                "host",
                f"'{self.host}' can be reached from other machines; give --tls-cert and --tls-key, or say --insecure",
            )

    @property
    def uses_tls(self) -> bool:
        """Whether what crosses the wire is encrypted."""
        return self.tls_cert is not None

    @property
    def address(self) -> str:
        """host:port as gRPC wants it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def credentials(self) -> grpc.ServerCredentials | None:
        """TLS credentials from the files, None without TLS. Raises InvalidInput for files that cannot be read."""
        if self.tls_cert is None or self.tls_key is None:
            return None
        pair = (_pem("tls-key", self.tls_key, b"PRIVATE KEY"), _pem("tls-cert", self.tls_cert, b"CERTIFICATE"))
        authority = self.tls_client_ca and _pem("tls-client-ca", self.tls_client_ca, b"CERTIFICATE")
        return grpc.ssl_server_credentials([pair], authority, require_client_auth=authority is not None)

    def token(self) -> str | None:
        """The token that is asked for. Raises InvalidInput for a file without one."""
        if self.token_file is None:
            return None
        token = _read("token-file", self.token_file).decode("utf-8", "replace").strip()
        if len(token) < 16 or not token.isascii() or any(c.isspace() for c in token):
            raise InvalidInput("token-file", f"{self.token_file}: a token is one word of at least 16 ASCII characters")
        return token


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _read(field: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(field, f"{path}: {error.strerror or error}") from None


def _pem(field: str, path: Path, kind: bytes) -> bytes:
    content = _read(field, path)
    if b"-----BEGIN " not in content or kind not in content:
        raise InvalidInput(field, f"{path}: holds no {kind.decode().lower()} in PEM format")
    return content


class TokenGate(grpc.aio.ServerInterceptor):  # type: ignore[misc]
    """Lets calls in that carry `authorization: Bearer TOKEN`; health checks need none."""

    def __init__(self, token: str) -> None:
        self._wanted = f"Bearer {token}".encode()

    async def intercept_service(self, continuation: Continuation, details: grpc.HandlerCallDetails) -> Handler:
        """The call's own handler, or one that answers UNAUTHENTICATED."""
        handler = await continuation(details)
        if handler is None or details.method.startswith("/grpc.health.v1.Health/"):
            return handler
        for key, value in details.invocation_metadata or ():
            given = value if isinstance(value, bytes) else str(value).encode()
            if key == "authorization" and hmac.compare_digest(given, self._wanted):
                return handler
        return _turned_away(handler)


def _turned_away(handler: Handler) -> Handler:
    async def unary(_: object, context: grpc.aio.ServicerContext) -> None:
        await context.abort(
            grpc.StatusCode.UNAUTHENTICATED, "authorization: send the metadata 'authorization: Bearer TOKEN'"
        )

    async def stream(request: object, context: grpc.aio.ServicerContext) -> None:
        await unary(request, context)

    make = {
        (False, False): grpc.unary_unary_rpc_method_handler,
        (False, True): grpc.unary_stream_rpc_method_handler,
        (True, False): grpc.stream_unary_rpc_method_handler,
        (True, True): grpc.stream_stream_rpc_method_handler,
    }[(handler.request_streaming, handler.response_streaming)]
    behaviour = stream if handler.response_streaming else unary
    return make(behaviour, handler.request_deserializer, handler.response_serializer)
