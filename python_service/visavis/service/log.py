"""Structured logs: one JSON object a line, or the same as text for a person at a terminal."""

import json
import logging
import sys
import time
from typing import Any, Final, Literal, TextIO

LOGGER: Final = logging.getLogger("visavis.service")


class JsonFormatter(logging.Formatter):
    """`{"time": ..., "level": ..., "event": ..., ...}` with the fields given to `event`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever is in the record."""
        row: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        row.update(getattr(record, "fields", {}))
        if record.exc_info:
            row["error"] = self.formatException(record.exc_info)
        return json.dumps(row, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """`12:34:56 event key=value ...`"""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the traceback below it."""
        clock = time.strftime("%H:%M:%S", time.localtime(record.created))
        fields = " ".join(f"{k}={v}" for k, v in getattr(record, "fields", {}).items())
        line = f"{clock} {record.getMessage().replace('_', ' ')} {fields}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def event(name: str, level: int = logging.INFO, error: BaseException | None = None, **fields: object) -> None:
    """Logs that `name` happened; `error` adds its traceback."""
    LOGGER.log(level, name, extra={"fields": fields}, exc_info=error)


def log_to(stream: TextIO = sys.stderr, style: Literal["json", "text"] = "json", level: str = "info") -> None:
    """Sends the service's log to `stream` in `style`, from `level` (debug, info, warning, error) up."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter() if style == "json" else TextFormatter())
    LOGGER.handlers = [handler]
    LOGGER.propagate = False
    LOGGER.setLevel(level.upper())
