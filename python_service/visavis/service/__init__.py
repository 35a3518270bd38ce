"""The gRPC service: a thin, sturdy edge around the engine."""

from visavis.service.access import Access
from visavis.service.limits import Limits
from visavis.service.server import Service, serve

__all__ = ["Access", "Limits", "Service", "serve"]
