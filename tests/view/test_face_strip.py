"""Face strips show what the weights say."""

import numpy as np
import pytest
from visavis.state.arkit import ARKIT_INDEX
from visavis.view import face_strip, png
from visavis.view.people import load_people


def weights(**values: float) -> np.ndarray:
    frame = np.zeros((1, 52), np.float32)
    for name, value in values.items():
        frame[0, ARKIT_INDEX[name]] = value
    return frame


def mouth_gap(person, **values: float) -> float:
    """Metres between the inner lips of a posed person, upright."""
    lips = person.part("skin").vertices
    rest, shaped = person.points[lips], person.shape(weights(**values)[0])[lips]
    middle = np.abs(rest[:, 0]) < 0.002
    opened = person.shape(weights(jawOpen=1.0)[0])[lips] - rest
    lower = middle & (opened[:, 1] < -0.025) & (rest[:, 2] > rest[:, 2].max() - 0.03)
    upper = middle & (np.abs(opened[:, 1]) < 0.003) & (rest[:, 1] < rest[lower, 1].max() + 0.006)
    upper &= (rest[:, 1] > rest[lower, 1].max() - 0.001) & (rest[:, 2] > rest[:, 2].max() - 0.03)
    return float(shaped[upper, 1].min() - shaped[lower, 1].max())


@pytest.mark.parametrize("index", [0, 1])
def test_the_mouth_opens_with_the_jaw_and_is_closed_without(index):
    person = load_people()[index]
    assert abs(mouth_gap(person)) < 0.001
    assert mouth_gap(person, jawOpen=0.5) > 0.010


def test_a_strip_has_a_row_a_clip_and_a_column_a_moment(tmp_path):
    still, speaking = weights(), weights(jawOpen=0.8)
    picture = face_strip(
        [("still", still), ("speaking", speaking)], [0.0, 0.1], cell=(90, 80), out=tmp_path / "strip.png"
    )
    assert picture.shape[1] == 180
    assert np.array_equal(png.decode((tmp_path / "strip.png").read_bytes()), picture)
    closed, opened = picture[22:102, :90], picture[124:204, :90]
    assert (np.abs(closed.astype(int) - opened.astype(int)) > 30).any(axis=2).sum() > 300


@pytest.mark.parametrize("index", [0, 1])
@pytest.mark.parametrize("amount", [0.0, 0.3, 0.6, 1.0])
def test_lids_never_sink_into_the_eyeball(index, amount):
    person = load_people()[index]
    shaped = person.shape(weights(eyeBlinkLeft=amount, eyeBlinkRight=amount)[0])
    distance = np.linalg.norm(shaped[person.lids] - person.eyes[person.lid_eye], axis=1)
    assert (distance >= person.lid_reach - 1e-6).all()
