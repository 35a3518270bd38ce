"""Who gets in: loopback, TLS, client certificates, bearer tokens - each against a service that really runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import grpc
import pytest
from certificates import Authority
from fake_engine import FakeEngine
from grpc_health.v1 import health_pb2, health_pb2_grpc
from visavis.client import AsyncClient, Security, ServiceError
from visavis.errors import InvalidInput
from visavis.service import Access, Service

TOKEN = "a-token-of-some-length"


@asynccontextmanager
async def listening(access: Access) -> AsyncIterator[str]:
    service = Service(FakeEngine(), access)  # type: ignore[arg-type]
    await service.start()
    try:
        yield f"127.0.0.1:{service.port}"
    finally:
        await service.stop(0.0)


async def version(address: str, security: Security) -> str:
    async with AsyncClient(address, security) as client:
        return (await client.info()).version


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "authority")


async def test_tls_lets_in_who_trusts_the_authority_and_nobody_else(authority: Authority, tmp_path: Path) -> None:
    server = authority.sign("server")
    async with listening(Access(port=0, tls_cert=server.certificate, tls_key=server.key)) as address:
        assert await version(address, Security(tls=True, root=authority.root))
        with pytest.raises(ServiceError) as caught:
            await version(address, Security(tls=True, root=Authority(tmp_path, "stranger").root))
        assert caught.value.code is grpc.StatusCode.UNAVAILABLE
        with pytest.raises(ServiceError):
            await version(address, Security())


async def test_mutual_tls_lets_in_only_clients_with_a_certificate_of_the_authority(
    authority: Authority, tmp_path: Path
) -> None:
    server, ours = authority.sign("server"), authority.sign("client")
    theirs = Authority(tmp_path, "stranger").sign("intruder")
    access = Access(port=0, tls_cert=server.certificate, tls_key=server.key, tls_client_ca=authority.root)
    async with listening(access) as address:
        assert await version(
            address, Security(tls=True, root=authority.root, certificate=ours.certificate, key=ours.key)
        )
        for security in (
            Security(tls=True, root=authority.root),
            Security(tls=True, root=authority.root, certificate=theirs.certificate, key=theirs.key),
        ):
            with pytest.raises(ServiceError) as caught:
                await version(address, security)
            assert caught.value.code is grpc.StatusCode.UNAVAILABLE


async def test_a_token_is_asked_for_in_every_call_except_health(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN + "\n")
    async with listening(Access(port=0, token_file=tmp_path / "token")) as address:
        assert await version(address, Security(token=TOKEN))
        for token in ("", "a-token-of-another-kind"):
            with pytest.raises(ServiceError) as caught:
                await version(address, Security(token=token))
            assert caught.value.code is grpc.StatusCode.UNAUTHENTICATED
            async with AsyncClient(address, Security(token=token)) as client:
                with pytest.raises(ServiceError) as caught:
                    async with client.converse():
                        pass
                assert caught.value.code is grpc.StatusCode.UNAUTHENTICATED
        async with grpc.aio.insecure_channel(address) as channel:
            answer = await health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest())
            assert answer.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "my-machine"])
def test_listening_beyond_this_machine_needs_tls_or_an_explicit_word(host: str) -> None:
    with pytest.raises(InvalidInput, match="--insecure"):
        Access(host=host).check()
    Access(host=host, insecure=True).check()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.2.1", "::1", "localhost"])
def test_loopback_needs_nothing(host: str) -> None:
    Access(host=host).check()


def test_half_a_certificate_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="tls-key"):
        Access(tls_cert=tmp_path / "cert.pem").check()
    with pytest.raises(InvalidInput, match="tls-client-ca"):
        Access(tls_client_ca=tmp_path / "ca.pem").check()


def test_files_that_hold_no_certificate_are_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello")
    access = Access(tls_cert=tmp_path / "missing", tls_key=tmp_path / "text")
    with pytest.raises(InvalidInput, match=r"tls-key: .*text"):
        access.credentials()


@pytest.mark.parametrize("token", ["", "short", "two words of it", "pässword-long-enough"])
def test_a_token_that_is_no_token_is_refused(tmp_path: Path, token: str) -> None:
    (tmp_path / "token").write_text(token)
    with pytest.raises(InvalidInput, match="token-file"):
        Access(token_file=tmp_path / "token").token()


async def test_a_port_that_is_taken_is_named() -> None:
    async with listening(Access(port=0)) as address:
        port = int(address.rsplit(":", 1)[1])
        with pytest.raises(InvalidInput, match="in use"):
            await Service(FakeEngine(), Access(port=port)).start()  # type: ignore[arg-type]
