"""npz, arkit-csv and the Live Link Face table."""

import csv
from pathlib import Path

import numpy as np
import pytest
from format_people import conversation
from visavis.errors import InvalidInput
from visavis.formats import FORMATS, write
from visavis.formats import live_link_csv as live_link_table
from visavis.formats import npz as npz_format
from visavis.rig import open_rig
from visavis.state.arkit import ARKIT_INDEX, ARKIT_NAMES

PERSON_ARRAYS = {
    "expression": 50, "global_rotation": 3, "neck": 3, "jaw": 3, "left_eye": 3, "right_eye": 3, "translation": 3,
    "eyelids": 2, "gaze_point": 3, "gaze_on_partner": 0, "speaking": 0,
}  # fmt: skip


def test_npz_holds_the_contracts_arrays_and_nothing_else(tmp_path: Path) -> None:
    (path,) = write("npz", tmp_path / "new folder", conversation(20))
    with np.load(path, allow_pickle=False) as data:
        wanted = {f"{p}_{name}" for p in "ab" for name in PERSON_ARRAYS} | {"fps", "rig"}
        assert set(data.files) == wanted
        for person in "ab":
            for name, size in PERSON_ARRAYS.items():
                assert data[f"{person}_{name}"].shape == ((20, size) if size else (20,)), name
        assert int(data["fps"]) == 30 and str(data["rig"]) == open_rig().rig_id


def test_npz_comes_back_with_its_arkit_weights(tmp_path: Path) -> None:
    recording = conversation(20)
    (path,) = write("npz", tmp_path, recording)
    back = npz_format.read(path, open_rig())
    np.testing.assert_allclose(back.a.expression, recording.a.expression)
    assert np.abs(back.state.b.arkit - recording.state.b.arkit).mean() < 0.002


def test_an_npz_for_another_rig_is_refused(tmp_path: Path) -> None:
    (path,) = write("npz", tmp_path, conversation(5))
    with np.load(path) as data:
        arrays = dict(data)
    np.savez(path, **arrays | {"rig": np.array("flame-other")})
    with pytest.raises(InvalidInput, match="made for rig 'flame-other'"):
        npz_format.read(path, open_rig())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"time,jawOpen\n0,0\n"])
def test_a_file_that_is_no_npz_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.npz"
    path.write_bytes(content)
    with pytest.raises(InvalidInput, match=r"is not a conversation in npz"):
        npz_format.read(path, open_rig())


def test_arkit_csv_has_the_contracts_columns_and_values(tmp_path: Path) -> None:
    recording = conversation(31, start=30)
    a, b = write("arkit-csv", tmp_path, recording)
    assert (a.name, b.name) == ("a.csv", "b.csv")
    with b.open() as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "time", *ARKIT_NAMES, "headYaw", "headPitch", "headRoll", "leftEyeYaw", "leftEyePitch", "rightEyeYaw",
        "rightEyePitch", "speaking",
    ]  # fmt: skip
    assert len(rows) == 31 and float(rows[0]["time"]) == 1.0 and float(rows[30]["time"]) == 2.0
    row, state = rows[7], recording.state.b
    assert float(row["jawOpen"]) == pytest.approx(state.arkit[7, ARKIT_INDEX["jawOpen"]], abs=1e-5)
    assert float(row["speaking"]) == pytest.approx(state.speaking[7], abs=1e-5)


def test_angles_say_left_down_and_right_shoulder_as_positive(tmp_path: Path) -> None:
    recording = conversation(4)
    state = recording.state.a
    state.head_rotation[:] = 0.0
    state.head_rotation[0, 1] = np.radians(20)  # +Y: to the own left
    state.head_rotation[1, 0] = np.radians(10)  # +X: down
    state.head_rotation[2, 2] = np.radians(5)  # +Z: the left side of the face rises
    with write("arkit-csv", tmp_path, recording)[0].open() as file:
        rows = list(csv.DictReader(file))
    assert float(rows[0]["headYaw"]) == pytest.approx(20, abs=1e-3)
    assert float(rows[1]["headPitch"]) == pytest.approx(10, abs=1e-3)
    assert float(rows[2]["headRoll"]) == pytest.approx(5, abs=1e-3)
    assert all(float(rows[3][n]) == 0 for n in ("headYaw", "headPitch", "headRoll"))


def test_the_live_link_table_looks_like_the_apps_and_reads_back(tmp_path: Path) -> None:
    recording = conversation(40, start=3590 * 30)
    path = write("live-link-csv", tmp_path, recording)[0]
    header, first = path.read_text().splitlines()[:2]
    names = header.split(",")
    assert len(names) == 63 and names[:2] == ["Timecode", "BlendshapeCount"] and names[2] == "EyeBlinkLeft"
    assert names.index("JawRight") + 1 == names.index("JawLeft")
    assert names.index("MouthRight") + 1 == names.index("MouthLeft")
    assert first.startswith("00:59:50:00.000,61,")
    back = live_link_table.read(path)
    np.testing.assert_allclose(back.arkit, recording.state.a.arkit, atol=1e-6)
    assert back.timecodes[31] == "00:59:51:01.000"


def test_the_real_iphone_recording_is_read_by_names_in_its_other_order() -> None:
    path = Path(__file__).resolve().parents[2].parent / "shared/data/motion/iphone_live_link.csv"
    if not path.exists():
        pytest.skip(f"SKIPPED, no recording at {path}")
    table = live_link_table.read(path)
    assert table.arkit.shape == (180, 52) and table.angles.shape == (180, 9)
    assert table.arkit[0, ARKIT_INDEX["eyeLookDownLeft"]] == pytest.approx(0.16429, abs=1e-5)
    assert table.arkit[0, ARKIT_INDEX["jawRight"]] == pytest.approx(0.034309, abs=1e-5)


def test_a_live_link_table_without_a_column_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Timecode,BlendshapeCount,EyeBlinkLeft\n00:00:00:00.000,61,0\n")
    with pytest.raises(InvalidInput, match="EyeLookDownLeft"):
        live_link_table.read(path)


def test_an_unknown_format_is_refused_with_the_list(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"'fbx' is not a format; accepted are npz, arkit-csv"):
        write("fbx", tmp_path, conversation(2))
    assert {"npz", "arkit-csv"} <= set(FORMATS)
