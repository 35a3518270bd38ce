"""A partner who walks past in mid-stream is followed, without a jump."""

from visavis.evaluation.walk_past import walk_past


def test_heads_and_eyes_re_aim_at_a_partner_who_walks_past_without_a_jump() -> None:
    found = walk_past()
    figures = found.figures()
    assert figures["bearing_turned_deg"] > 60.0
    # the head never jumps: at 30 frames a second even a quick head turn (300 degrees/s) stays below 10 a frame
    assert figures["head_step_max_deg"] < 6.0
    # eyes follow, or catch up by saccades of the main sequence (400 degrees/s at 20 degrees)
    assert figures["eyes_step_max_deg"] < 14.0
    assert figures["off_partner_walking_median"] < 5.0
    assert figures["off_partner_at_end_median"] < 3.0
    assert abs(found.head[-1] - found.bearing[-1]) < 15.0
