"""A short conversation to write: smooth faces, turned heads, the two facing each other."""

import numpy as np
from visavis.formats import Recording
from visavis.rig import open_rig
from visavis.rig.retarget import eye_look_weights
from visavis.rig.rotations import axis_angle_from_yaw_pitch_roll
from visavis.state.arkit import ARKIT_INDEX
from visavis.state.person import DyadState, GazeKind, PersonState


def person(count: int, side: float, seed: int) -> PersonState:
    rng = np.random.default_rng(seed)
    t = np.arange(count) / 30

    def wave(scale: float) -> np.ndarray:
        return scale * np.sin(2 * np.pi * rng.uniform(0.3, 2.0) * t + rng.uniform(0, 6))

    weights = np.stack([np.clip(wave(0.5) + 0.2, 0, 1) for _ in range(52)], axis=1)
    eyes = [axis_angle_from_yaw_pitch_roll(wave(0.2), wave(0.1), 0 * t) for _ in range(2)]
    lids = np.clip(np.stack([wave(0.8), wave(0.8)], axis=1), 0, 1)
    weights[:, [ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"]]] = lids
    weights[:, ARKIT_INDEX["jawRight"]] = 0.0
    eye_look_weights(weights, *eyes, open_rig().eye_look_range)
    f = np.float32
    return PersonState(
        arkit=weights.astype(f),
        body_rotation=axis_angle_from_yaw_pitch_roll(side * np.pi / 2 + wave(0.05), wave(0.03), 0 * t).astype(f),
        head_rotation=axis_angle_from_yaw_pitch_roll(wave(0.2), wave(0.15), wave(0.1)).astype(f),
        left_eye=eyes[0].astype(f),
        right_eye=eyes[1].astype(f),
        head_position=(np.array([-0.6 * side, 1.52, 0.0]) + np.stack([wave(0.01)] * 3, axis=1)).astype(f),
        eyelids=lids.astype(f),
        gaze_kind=np.full(count, GazeKind.PARTNER_EYES, np.int8),
        gaze_point=np.tile(np.array([0.5 * side, 1.6, 0.0], f), (count, 1)),
        gaze_on_partner=np.ones(count, f),
        gaze_object=np.full(count, -1, np.int16),
        speaking=np.clip(wave(1.0), 0, 1).astype(f),
    )


def conversation(count: int = 45, start: int = 0) -> Recording:
    return Recording.of(DyadState(start, 30, person(count, 1.0, 1), person(count, -1.0, 2)), open_rig())
