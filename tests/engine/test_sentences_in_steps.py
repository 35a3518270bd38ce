"""A sentence that tells several things one after the other is performed one after the other, without a jump."""

import numpy as np
from visavis.engine.options import SceneChange
from visavis.engine.stage import Stage


def test_each_step_of_a_sentence_happens_in_its_turn() -> None:
    stage = Stage(SceneChange(pose_text="They start back to back, then they turn to face each other."))
    scene, _ = stage.frames(0, 150)
    yaw = np.degrees(np.unwrap(np.radians(scene.a.yaw_deg)))
    assert abs((yaw[0] + 90.0 + 180.0) % 360.0 - 180.0) < 1.0  # A stands on the left and looks away from B
    assert np.allclose(yaw[:20], yaw[0], atol=0.5)  # each step is seen before the next begins
    assert abs((yaw[-1] - 90.0 + 180.0) % 360.0 - 180.0) < 1.0
    assert np.abs(np.diff(yaw)).max() < 12.0  # degrees a frame: turned, not put


def test_steps_in_mid_stream_begin_now_and_end_where_the_sentence_ends() -> None:
    stage = Stage(None)
    stage.frames(0, 30)
    stage.change(SceneChange(time_s=0.0, pose_text="A turns away, then A turns back to B."))
    scene, _ = stage.frames(30, 240)
    yaw = np.degrees(np.unwrap(np.radians(scene.a.yaw_deg)))
    assert np.abs(yaw - 90.0).max() > 100.0 and np.abs(np.diff(yaw)).max() < 12.0
    assert abs((yaw[-1] - 90.0 + 180.0) % 360.0 - 180.0) < 1.0
