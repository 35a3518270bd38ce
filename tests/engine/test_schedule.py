import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visavis.engine import FRAME_RATES, LookAhead
from visavis.engine.schedule import Schedule

LIVE, BALANCED, OFFLINE = LookAhead
RATES = st.sampled_from([8000, 11025, 16000, 22050, 44100, 47999, 48000])


@given(RATES, st.sampled_from(FRAME_RATES), st.integers(0, 10**7))
def test_n_samples_give_ceil_n_fps_over_rate_frames(rate: int, fps: int, samples: int) -> None:
    assert Schedule(rate, fps, LIVE).outputs(samples) == math.ceil(Fraction(samples * fps, rate))


@given(RATES, st.sampled_from(FRAME_RATES), st.integers(1, 10**6))
def test_every_output_frame_lies_within_the_engine_frames(rate: int, fps: int, samples: int) -> None:
    schedule = Schedule(rate, fps, LIVE)
    frame, _ = schedule.place(schedule.outputs(samples) - 1)
    assert frame < schedule.frames(samples) == math.ceil(Fraction(samples * 30, rate))


@given(st.sampled_from(FRAME_RATES), st.sampled_from([(LIVE, 200), (BALANCED, 500)]), st.integers(0, 10**6))
def test_no_output_frame_waits_longer_than_promised(fps: int, promise: tuple[LookAhead, int], output: int) -> None:
    look_ahead, milliseconds = promise
    schedule = Schedule(16000, fps, look_ahead)
    frame, rest = schedule.place(output)
    newest = frame + (rest > 0) + (schedule.ahead or 0)
    heard_until = Fraction(newest + 1, 30)
    assert heard_until - Fraction(output, fps) <= Fraction(milliseconds, 1000)


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_a_resumed_conversation_begins_at_its_time_and_with_a_block(fps: int) -> None:
    for resume in (0.0, 0.01, 1.0, 12.34, 3600.5):
        schedule = Schedule(16000, fps, LIVE, resume)
        assert schedule.first_output == math.ceil(Fraction(resume).limit_denominator(10**6) * fps)
        frame, _ = schedule.place(schedule.first_output)
        assert schedule.first_frame % 4 == 0 and 0 <= frame - schedule.first_frame < 4
