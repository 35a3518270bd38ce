"""Labelled time: files, corrections, what they say about a frame."""

import json
from pathlib import Path

import numpy as np
import pytest
from visavis.roles import LabelledTime, Participant, RoleSpan, read_roles

A, B = Participant.A, Participant.B


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rttm_calls_the_speaker_heard_first_a(tmp_path: Path) -> None:
    text = "SPEAKER f 1 3.0 1.0 <NA> <NA> zoe <NA> <NA>\n\nSPEAKER f 1 0.5 2.0 <NA> <NA> yan <NA> <NA>\n"
    assert read_roles(write(tmp_path, "x.rttm", text)) == [RoleSpan(A, 0.5, 2.5), RoleSpan(B, 3.0, 4.0)]


def test_json_names_people_itself(tmp_path: Path) -> None:
    spans = [{"participant": "B", "start_s": 1, "end_s": 2.5}, {"participant": "a", "start_s": 0, "end_s": 1}]
    text = json.dumps({"spans": spans})
    assert read_roles(write(tmp_path, "x.json", text)) == [RoleSpan(A, 0.0, 1.0), RoleSpan(B, 1.0, 2.5)]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        (
            "x.rttm",
            "SPEAKER f 1 0 1 <NA> <NA> a\nSPEAKER f 1 zero 1 <NA> <NA> a\n",
            r"line 2: start \(field 4\)",
        ),
        ("x.rttm", "SPEAKER f 1 0 -1 <NA> <NA> a\n", r"line 1: duration \(field 5\)"),
        ("x.rttm", "SPEAKER f 1 0\n", "line 1: 4 fields"),
        ("x.rttm", "hello\n", "line 1: record type"),
        ("x.rttm", "".join(f"SPEAKER f 1 {k} 1 <NA> <NA> p{k}\n" for k in range(3)), "3 speakers"),
        ("x.rttm", "", "no span"),
        ("x.json", '[{"participant": "C", "start_s": 0, "end_s": 1}]', r"spans\[0\]: participant"),
        ("x.json", '[{"participant": "A", "start_s": 1, "end_s": 1}]', r"spans\[0\]: end_s"),
        ("x.json", '[{"participant": "A", "start_s": "NaN", "end_s": 1}]', r"spans\[0\]: start_s"),
        ("x.json", "[\n{,}]", "line 2: not JSON"),
    ],
)
def test_a_bad_file_is_told_where_it_is_bad(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as error:
        read_roles(write(tmp_path, name, text))
    assert name in str(error.value)


def test_labels_hold_up_to_where_they_are_complete() -> None:
    labels = LabelledTime()
    labels.add([RoleSpan(A, 0.0, 1.0)])
    assert labels.knows(29)
    assert not labels.knows(30)
    labels.add([RoleSpan(B, 1.5, 2.0)], known_until_s=4.0)
    assert labels.knows(119)
    assert not labels.knows(120)
    assert labels.speaking(10).tolist() == [1.0, 0.0]
    assert labels.speaking(50).tolist() == [0.0, 1.0]
    assert labels.speaking(70).tolist() == [0.0, 0.0]


def test_a_correction_forgets_what_was_said_from_there_on() -> None:
    labels = LabelledTime()
    labels.add([RoleSpan(A, 0.0, 3.0), RoleSpan(B, 3.0, 6.0)])
    labels.add([RoleSpan(B, 2.0, 4.0)], replace=True)
    assert labels.spans == [RoleSpan(A, 0.0, 2.0), RoleSpan(B, 2.0, 4.0)]
    assert labels.known_until_s == 4.0


def test_spans_of_both_may_overlap_and_frames_carry_their_share() -> None:
    labels = LabelledTime()
    labels.add([RoleSpan(A, 0.0, 1.0), RoleSpan(B, 0.5, 1.0 / 60.0 + 1.0)])
    assert labels.speaking(20).tolist() == [1.0, 1.0]
    assert np.allclose(labels.speaking(30), [0.0, 0.5])
    assert labels.activity(3).shape == (3, 2)


@pytest.mark.parametrize("span", [RoleSpan(A, -1.0, 1.0), RoleSpan(A, 1.0, 1.0), RoleSpan(A, 0.0, float("nan"))])
def test_senseless_spans_change_nothing(span: RoleSpan) -> None:
    labels = LabelledTime()
    labels.add([RoleSpan(A, 0.0, 1.0)])
    with pytest.raises(ValueError, match=r"spans\[0\]"):
        labels.add([span], replace=True)
    assert labels.spans == [RoleSpan(A, 0.0, 1.0)]
