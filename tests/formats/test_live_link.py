"""Live Link Face packets, byte by byte."""

import struct

import numpy as np
import pytest
from format_people import conversation
from visavis.errors import InvalidInput
from visavis.formats import write
from visavis.formats.live_link import CHANNELS, Packet, channel_values, decode, device_id, encode, packets
from visavis.state.arkit import ARKIT_INDEX


def test_a_packet_has_exactly_these_bytes() -> None:
    values = tuple(float(i) for i in range(61))
    data = encode(Packet("0123456789-0123456789-0123456789-012", "Ann", 7, 0.25, (30, 1), values))
    wanted = b"\x06" + b"\x00\x00\x00\x24" + b"0123456789-0123456789-0123456789-012"
    wanted += b"\x00\x00\x00\x03Ann" + b"\x00\x00\x00\x07" + b"\x3e\x80\x00\x00"
    wanted += b"\x00\x00\x00\x1e" + b"\x00\x00\x00\x01" + b"\x3d"
    wanted += b"\x00\x00\x00\x00" + b"\x3f\x80\x00\x00" + b"\x40\x00\x00\x00"
    assert data[: len(wanted)] == wanted
    assert len(data) == 1 + 4 + 36 + 4 + 3 + 4 + 4 + 8 + 1 + 61 * 4
    assert data[-4:] == struct.pack(">f", 60.0)


def test_channels_stand_where_the_receivers_expect_them() -> None:
    assert len(CHANNELS) == 61
    assert [CHANNELS.index(n) for n in ("JawLeft", "JawRight", "MouthLeft", "MouthRight", "TongueOut")] == [
        15,
        16,
        21,
        22,
        51,
    ]
    assert CHANNELS[52:55] == ("HeadYaw", "HeadPitch", "HeadRoll")
    assert CHANNELS[55] == "LeftEyeYaw" and CHANNELS[58] == "RightEyeYaw"


def test_a_packet_comes_back() -> None:
    recording = conversation(5)
    frames = [decode(p) for p in packets(recording.state.a, "Zoë", 30, start=12)]
    assert [f.frame for f in frames] == [12, 13, 14, 15, 16]
    assert frames[0].subject == "Zoë" and frames[0].device == device_id("Zoë") and frames[0].rate == (30, 1)
    np.testing.assert_allclose([f.values[:52] for f in frames], recording.state.a.arkit, atol=1e-6)


def test_eyes_have_the_signs_of_a_real_iphone() -> None:
    person = conversation(1).state.a
    person.left_eye[0] = (0.2, 0.1, 0.0)  # down and to the own left
    values = dict(zip(CHANNELS, channel_values(person)[0].tolist()))
    assert values["LeftEyePitch"] > 0.19 and values["LeftEyeYaw"] < -0.09


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-1], lambda d: b"\x05" + d[1:], lambda d: d + b"x", lambda d: b"", lambda d: d[:50]]
)
def test_damaged_packets_are_refused(damage) -> None:
    packet = next(packets(conversation(1).state.a, "A", 30))
    with pytest.raises(InvalidInput, match="packet"):
        decode(damage(packet))


def test_wrong_sizes_are_refused() -> None:
    with pytest.raises(InvalidInput, match="36 characters"):
        encode(Packet("short", "A", 0, 0.0, (30, 1), (0.0,) * 61))
    with pytest.raises(InvalidInput, match="61 channels"):
        encode(Packet("x" * 36, "A", 0, 0.0, (30, 1), (0.0,) * 52))


def test_the_file_is_the_packets_one_after_the_other(tmp_path) -> None:
    recording = conversation(6)
    path = write("live-link", tmp_path, recording)[1]
    data, found = path.read_bytes(), []
    while data:
        (length,) = struct.unpack_from(">I", data)
        found.append(decode(data[4 : 4 + length]))
        data = data[4 + length :]
    assert [f.frame for f in found] == list(range(6)) and {f.subject for f in found} == {"VisAVis_B"}
    assert found[3].values[ARKIT_INDEX["jawOpen"]] == pytest.approx(recording.state.b.arkit[3, ARKIT_INDEX["jawOpen"]])
