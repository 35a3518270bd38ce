"""Frames of a take as pictures: which camera, who in it, which marks on it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visavis.view import label
from visavis.view.camera import Camera, Shot, shot
from visavis.view.people import NECK_TO_EYES, load_people
from visavis.view.picture import Placed, Renderer
from visavis.view.take import PersonTake, Take

FloatArray = NDArray[np.floating]
Picture = NDArray[np.uint8]

FACES: Final = "faces"
"""Both faces side by side, each close up: most to see on a small picture."""
SHOTS: Final = (FACES, *(s.value for s in Shot))
COLOUR_A: Final = (240, 160, 96)
COLOUR_B: Final = (104, 176, 236)
STILL: Final = 0.12
STILL_CLOSE: Final = 0.02
"""Metres a head may sway without the camera following, in wide and in close shots."""
BAR: Final = 5
"""Pixels of a speaking bar's height."""


def eyes_of(person: PersonTake) -> FloatArray:
    """Where the middle of the eyes is, (T, 3)."""
    return person.position + np.einsum("tij,j->ti", person.head, NECK_TO_EYES)


@dataclass
class Stage:
    """Draws frames of `take` in one shot at one size.

    The camera stands still where the two are on average, or follows slowly where they walk.
    """

    take: Take
    kind: str = FACES
    size: tuple[int, int] = (1280, 720)
    samples: int = 2
    shadows: bool = True
    marks: bool = True

    def __post_init__(self) -> None:
        if self.kind not in SHOTS:
            raise ValueError(f"no shot '{self.kind}'; shots are {', '.join(SHOTS)}")
        width, height = self.size
        drawn = (width // 2, height) if self.kind == FACES else (width, height)
        self._renderers = [Renderer(drawn, self.samples, self.shadows) for _ in range(2 if self.kind == FACES else 1)]
        self._aspect = drawn[0] / drawn[1]
        self._eyes = (self._steady(eyes_of(self.take.a)), self._steady(eyes_of(self.take.b)))

    def _steady(self, points: FloatArray) -> FloatArray:
        """Where a camera should think a head is: its mean over two seconds, still while it only sways."""
        half = max(1, round(self.take.fps))
        padded = np.concatenate([np.repeat(points[:1], half, 0), points, np.repeat(points[-1:], half, 0)])
        sums = np.cumsum(np.concatenate([np.zeros((1, 3)), padded]), axis=0)
        smooth = (sums[2 * half :] - sums[: -2 * half])[: len(points)] / (2 * half)
        still = STILL_CLOSE if self.kind in (FACES, Shot.CLOSE_A, Shot.CLOSE_B) else STILL
        if np.linalg.norm(smooth - smooth.mean(0), axis=1).max() < still:
            smooth = np.repeat(smooth.mean(0, keepdims=True), len(points), 0)
        return np.asarray(smooth, np.float32)

    def camera(self, kind: Shot, frame: int) -> Camera:
        """The camera of a standard shot at `frame`."""
        return shot(kind, self._eyes[0][frame], self._eyes[1][frame], self._aspect)

    def draw(self, frame: int) -> Picture:
        """The picture (H, W, 3) of `frame`."""
        people = load_people()
        placed = [Placed(people[0], self.take.a.pose(frame)), Placed(people[1], self.take.b.pose(frame))]
        if self.kind == FACES:
            halves = [
                renderer.draw(self.camera(kind, frame), [placed[i]])
                for i, (renderer, kind) in enumerate(zip(self._renderers, (Shot.CLOSE_A, Shot.CLOSE_B)))
            ]
            picture = np.concatenate(halves, axis=1)
            if picture.shape[1] < self.size[0]:
                picture = np.pad(picture, ((0, 0), (0, self.size[0] - picture.shape[1]), (0, 0)), mode="edge")
        else:
            kind = Shot(self.kind)
            shown = [placed[0]] if kind is Shot.CLOSE_A else [placed[1]] if kind is Shot.CLOSE_B else placed
            picture = self._renderers[0].draw(self.camera(kind, frame), shown)
        if self.marks:
            self._mark(picture, frame)
        return picture

    def _mark(self, picture: Picture, frame: int) -> None:
        """Speaking bars along the lower edge and the time in the corner."""
        height, width = picture.shape[:2]
        half = width // 2
        for left, person, colour in ((0, self.take.a, COLOUR_A), (half, self.take.b, COLOUR_B)):
            label.fill(picture, left + 2, height - BAR - 2, half - 4, BAR, (10, 10, 12), 0.6)
            length = int((half - 4) * float(np.clip(person.speaking[frame], 0, 1)))
            label.fill(picture, left + 2, height - BAR - 2, length, BAR, colour)
        text = f"{frame / self.take.fps:.2f}"
        scale = 2 if height >= 160 else 1
        label.write(picture, text, width - label.text_width(text, scale) - 8, 8, (235, 235, 235), scale)
