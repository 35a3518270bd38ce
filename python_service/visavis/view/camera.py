"""Cameras: where a picture is taken from, and the standard shots of a conversation."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]

UP = np.array([0.0, 1.0, 0.0], np.float32)


class Shot(StrEnum):
    """The standard shots."""

    BOTH = "both"
    OVER_A = "over-a"
    OVER_B = "over-b"
    CLOSE_A = "close-a"
    CLOSE_B = "close-b"
    TOP = "top"


@dataclass(frozen=True)
class Camera:
    """A pinhole camera. `eye` and `target` in metres, `view_height` is what fits the picture's height at 1 m."""

    eye: FloatArray
    target: FloatArray
    view_height: float
    up: FloatArray

    def frame(self) -> FloatArray:
        """(3, 3) rows: right, up, backwards."""
        back = self.eye - self.target
        back = back / np.linalg.norm(back)
        right = np.cross(self.up, back)
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(back, right), back]).astype(np.float32)

    def project(self, points: FloatArray, size: tuple[int, int]) -> tuple[FloatArray, FloatArray]:
        """Pixel positions (V, 2) and depths (V,) of world `points` in a picture of `size`."""
        width, height = size
        local = (points - self.eye) @ self.frame().T
        depth = -local[:, 2]
        safe = np.where(np.abs(depth) > 1e-6, depth, 1e-6)
        scale = np.float32(height / self.view_height)
        x = width / 2 + scale * local[:, 0] / safe
        y = height / 2 - scale * local[:, 1] / safe
        return np.stack([x, y], 1).astype(np.float32), depth.astype(np.float32)

    def rays(self, size: tuple[int, int]) -> FloatArray:
        """Unit directions (H * W, 3) through the pixel centres."""
        width, height = size
        x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) * np.float32(self.view_height / height)
        y = (height / 2 - np.arange(height, dtype=np.float32) - 0.5) * np.float32(self.view_height / height)
        grid = np.stack([*np.meshgrid(x, y), np.full((height, width), -1, np.float32)], -1).reshape(-1, 3)
        grid /= np.linalg.norm(grid, axis=1, keepdims=True)
        return np.asarray(grid @ self.frame(), np.float32)


def look_at(eye: FloatArray, target: FloatArray, height_at_target: float, up: FloatArray = UP) -> Camera:
    """A camera that shows `height_at_target` metres at its target."""
    e, t = np.asarray(eye, np.float32), np.asarray(target, np.float32)
    return Camera(e, t, float(height_at_target / np.linalg.norm(e - t)), np.asarray(up, np.float32))


def shot(kind: Shot, eyes_a: FloatArray, eyes_b: FloatArray, aspect: float = 16 / 9) -> Camera:
    """A standard shot of two people whose eyes are, on average, at `eyes_a` and `eyes_b` (metres)."""
    a, b = np.asarray(eyes_a, np.float32), np.asarray(eyes_b, np.float32)
    middle = (a + b) / 2
    between = b - a
    flat = np.array([between[0], 0, between[2]], np.float32)
    apart = float(np.linalg.norm(flat))
    along = flat / apart if apart > 1e-3 else np.array([1, 0, 0], np.float32)
    side = np.cross(along, UP)
    if kind is Shot.BOTH:
        rise = abs(float(between[1]))
        height = max(0.62 + rise, (apart + 0.52) / aspect)
        target = middle + UP * np.float32(0.5 * rise - 0.20 * height)
        return look_at(target + side * 3.2 + UP * 0.06, target, height)
    if kind is Shot.TOP:
        return look_at(middle + UP * 3.5, middle, max(1.6, (apart + 1.0) / aspect, apart * 0.7), up=-side)
    near, far = (a, b) if kind in (Shot.OVER_A, Shot.CLOSE_B) else (b, a)
    towards = far - near
    towards = towards / max(float(np.linalg.norm(towards)), 1e-6)
    across = np.cross(towards, UP)
    if np.dot(across, side) < 0:
        across = -across
    if kind in (Shot.OVER_A, Shot.OVER_B):
        eye = near - towards * 0.85 + across * 0.46 + UP * 0.10
        return look_at(eye, far - across * 0.04 - UP * 0.07, 0.66)
    eye = far - towards * 1.5 + across * 0.75
    return look_at(eye, far - UP * 0.03, 0.40)
