import numpy as np
from visavis.audio.features import frame_start
from visavis.roles import Participant, RoleSpan, open_role_stream


def test_a_resumed_conversation_decides_by_its_own_frames() -> None:
    stream = open_role_stream(spans=[RoleSpan(Participant.B, 60 / 30, 62 / 30)], first_frame=60)
    rows = []
    for frame in range(60, 64):
        stream.hear(np.zeros((1, frame_start(frame + 1) - frame_start(frame)), np.float32))
        rows.append(stream.decide(frame))
    assert [float(row[1]) for row in rows] == [1.0, 1.0, 0.0, 0.0]
