"""What a game is told: turns, overlaps, back-channels."""

import itertools

import numpy as np
from visavis.roles import Participant, RoleEvent, RoleEventKind
from visavis.roles.turns import TurnTracker

A, B = Participant.A, Participant.B
K = RoleEventKind


def told(seconds: float, *spans: tuple[Participant, float, float]) -> list[RoleEvent]:
    tracker = TurnTracker()
    events: list[RoleEvent] = []
    for frame in range(round(seconds * 30)):
        both = np.zeros(2, np.float32)
        for who, start, end in spans:
            if start <= (frame + 0.5) / 30 < end:
                both[who - 1] = 1.0
        events += tracker.push(frame, both)
    return events


def test_turns_pass_from_one_to_the_other() -> None:
    events = told(6, (A, 1, 2), (B, 2.2, 4))
    assert events == [
        RoleEvent(K.TURN_BEGAN, A, 1.0), RoleEvent(K.TURN_ENDED, A, 2.0),
        RoleEvent(K.TURN_BEGAN, B, 2.2), RoleEvent(K.TURN_ENDED, B, 4.0),
    ]  # fmt: skip


def test_a_short_pause_does_not_end_a_turn() -> None:
    assert [e.kind for e in told(5, (A, 1, 2), (A, 2.3, 4))] == [K.TURN_BEGAN, K.TURN_ENDED]


def test_a_click_is_no_turn() -> None:
    assert told(3, (A, 1, 1.06)) == []


def test_a_short_sound_inside_a_turn_is_a_backchannel() -> None:
    events = told(6, (A, 0, 5), (B, 2, 2.5))
    kinds = [(e.kind, e.participant) for e in events]
    assert kinds == [(K.TURN_BEGAN, A), (K.OVERLAP_BEGAN, B), (K.BACKCHANNEL, B), (K.TURN_ENDED, A)]


def test_breaking_in_becomes_a_turn() -> None:
    events = told(7, (A, 0, 3), (B, 2.5, 6))
    kinds = [(e.kind, e.participant) for e in events]
    assert kinds == [
        (K.TURN_BEGAN, A), (K.OVERLAP_BEGAN, B), (K.TURN_ENDED, A), (K.TURN_BEGAN, B), (K.TURN_ENDED, B),
    ]  # fmt: skip


def test_times_never_run_backwards() -> None:
    rng = np.random.default_rng(3)
    tracker = TurnTracker()
    events: list[RoleEvent] = []
    loud = np.zeros(2)
    for frame in range(4000):
        loud = np.where(rng.random(2) < 0.06, rng.random(2), loud)
        events += tracker.push(frame, loud.astype(np.float32))
    times = [e.time_s for e in events]
    assert len(events) > 100
    assert times == sorted(times)
    for who in (A, B):
        turns = [e.kind for e in events if e.participant is who and e.kind in (K.TURN_BEGAN, K.TURN_ENDED)]
        assert all(first != second for first, second in itertools.pairwise(turns))
