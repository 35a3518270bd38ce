"""The gRPC service: a thin, sturdy edge around the engine."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from visavis.service.access import Access
    from visavis.service.limits import Limits
    from visavis.service.remote import EngineProcess, EngineSettings
    from visavis.service.server import Service, serve

__all__ = ["Access", "EngineProcess", "EngineSettings", "Limits", "Service", "serve"]

_PLACES = {
    "Access": "access",
    "EngineProcess": "remote",
    "EngineSettings": "remote",
    "Limits": "limits",
    "Service": "server",
    "serve": "server",
}


def __getattr__(name: str) -> Any:
    """Loaded when first asked for: the engine's process needs no gRPC."""
    if name not in _PLACES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
