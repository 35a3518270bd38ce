"""Dialogues are spoken line by line and laid out in time."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from visavis.audio.bundle import bundled_conversation
from visavis.corpus.speechbank.__main__ import write_dialogue
from visavis.corpus.speechbank.dialogue import Dialogue, Line, arrange, read_script
from visavis.corpus.speechbank.phone import Phone, phones_from_frames, speech_bounds
from visavis.corpus.speechbank.voice import VoiceShelf

RATE = 8000


def say_tone(text: str, voice: str, speed: float) -> tuple[np.ndarray, list[Phone]]:
    """A second of tone for every word between 0.2 s of silence, as a voice would speak it."""
    seconds = len(text.split()) / speed
    sound = np.zeros(round((seconds + 0.4) * RATE), np.float32)
    count = round(seconds * RATE)
    sound[round(0.2 * RATE) :][:count] = 0.3 * np.sin(np.arange(count) * (0.2 if voice == "low" else 0.5))
    return sound, [Phone(" ", 0.0, 0.2), Phone("ˈA", 0.2, 0.2 + seconds), Phone(".", 0.2 + seconds, seconds + 0.4)]


def spoken(*lines: Line) -> Dialogue:
    return arrange(lines, say_tone, {"A": "low", "B": "high"}, {}, RATE)


def test_a_turn_follows_the_turn_before_it_after_its_gap() -> None:
    dialogue = spoken(Line("A", "two words"), Line("B", "one", gap=0.5))
    assert [(s.start, s.end) for s in dialogue.lines] == [(0.6, 2.6), (3.1, 4.1)]


def test_a_negative_gap_breaks_into_the_turn() -> None:
    first, second = spoken(Line("A", "two words"), Line("B", "one", gap=-0.4)).lines
    assert second.start == pytest.approx(first.end - 0.4)


def test_a_backchannel_falls_into_the_turn_and_leaves_the_next_turn_where_it_was() -> None:
    turn, backchannel, after = spoken(
        Line("A", "two words"), Line("B", "yes", kind="backchannel", at=0.25), Line("B", "one", gap=0.1)
    ).lines
    assert turn.start < backchannel.start < turn.end
    assert after.start == pytest.approx(turn.end + 0.1)


def test_each_track_sounds_only_while_its_person_speaks() -> None:
    dialogue = spoken(Line("A", "two words"), Line("B", "one", gap=0.5))
    a, b = dialogue.tracks
    assert np.abs(a[round(3.1 * RATE) :]).max() == 0
    assert np.abs(b[: round(2.6 * RATE)]).max() == 0
    assert np.abs(dialogue.mixed).max() <= 0.9


def test_stress_joins_the_symbol_after_it_and_length_the_one_before() -> None:
    phones = phones_from_frames("ˈɑːt", [4, 1, 4, 2, 2, 8], 1.0)
    assert [p.symbol for p in phones] == ["ˈɑː", "t"]
    assert phones[0].start == pytest.approx(4 * 0.025 - 0.075)
    assert phones[0].end == pytest.approx(phones[0].start + 7 * 0.025)


def test_a_line_without_sound_is_refused() -> None:
    with pytest.raises(ValueError, match="no sounding phone"):
        speech_bounds([Phone(" ", 0.0, 1.0)])


def test_a_mixture_of_voices_lies_between_them(tmp_path: Path) -> None:
    for name, value in (("af_one", 1.0), ("bf_two", 3.0)):
        np.full((510, 256), value, "<f4").tofile(tmp_path / f"{name}.bin")
    shelf = VoiceShelf(tmp_path)
    assert np.allclose(shelf.style("af_one*0.25+bf_two*0.75", 10), 2.5)
    with pytest.raises(ValueError, match="af_one, bf_two"):
        shelf.style("am_three", 10)


def test_what_is_written_can_be_read_back(tmp_path: Path) -> None:
    dialogue = spoken(Line("A", "two words"), Line("B", "one"))
    write_dialogue(dialogue, tmp_path, "talk")
    mixed, rate = soundfile.read(tmp_path / "talk.wav")
    assert (len(mixed), rate) == (dialogue.tracks.shape[1], RATE)
    rows = [json.loads(row) for row in (tmp_path / "talk_phones.jsonl").read_text().splitlines()]
    assert [row["participant"] for row in rows] == ["A", "B"]


def test_a_script_that_begins_with_a_backchannel_is_refused(tmp_path: Path) -> None:
    script = {"voices": {}, "lines": [{"participant": "A", "text": "Mm-hmm.", "kind": "backchannel"}]}
    (tmp_path / "script.json").write_text(json.dumps(script))
    with pytest.raises(ValueError, match="begins with a turn"):
        read_script(tmp_path / "script.json")


def test_the_bundled_tracks_add_up_to_the_mixed_one() -> None:
    bundle = bundled_conversation()
    (mixed, rate), (a, _), (b, _) = (soundfile.read(p, dtype="int16") for p in (bundle.mixed, bundle.a, bundle.b))
    assert rate == 24000
    assert 35 * rate < len(mixed) < 42 * rate
    assert np.abs(mixed.astype(int) - a.astype(int) - b.astype(int)).max() <= 1


def test_the_bundled_labels_cover_the_voices() -> None:
    bundle = bundled_conversation()
    for person, path in (("A", bundle.a), ("B", bundle.b)):
        track, rate = soundfile.read(path)
        labelled = np.zeros(len(track), bool)
        for row in bundle.rttm.read_text().splitlines():
            _, _, _, start, duration, _, _, who, *_ = row.split()
            if who == person:
                labelled[round(float(start) * rate) : round((float(start) + float(duration)) * rate)] = True
        energy = track**2
        assert energy[labelled].sum() / energy.sum() > 0.98
