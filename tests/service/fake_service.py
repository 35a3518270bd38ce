"""A service on a fake engine, as a process of its own: `fake_service.py PORT [GRACE]`; prints the port it has."""

import asyncio
import sys

from fake_engine import FakeEngine
from visavis.service import Access, Service, scheduler, serve
from visavis.service.log import log_to


def main() -> None:
    scheduler.Engine = FakeEngine  # type: ignore[misc, assignment]
    port = int(sys.argv[1])
    grace = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    log_to(sys.stderr, "json")
    service = Service(FakeEngine(), Access(port=port))  # type: ignore[arg-type]
    asyncio.run(serve(service, grace, lambda listens: print(listens, flush=True)))


if __name__ == "__main__":
    main()
