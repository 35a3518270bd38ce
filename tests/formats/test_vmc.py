"""VMC messages, byte by byte and read back by OSC's own rules."""

import struct

import numpy as np
import pytest
from format_people import conversation
from visavis.formats import write
from visavis.formats.vmc import bundle, bundles, message
from visavis.rig.rotations import quaternion_from_axis_angle


def text(data: bytes, at: int) -> tuple[str, int]:
    end = data.index(b"\0", at)
    return data[at:end].decode(), (end // 4 + 1) * 4


def parse(data: bytes) -> tuple[float, list[tuple]]:
    assert data[:8] == b"#bundle\0"
    whole, fraction = struct.unpack_from(">II", data, 8)
    at, messages = 16, []
    while at < len(data):
        (size,) = struct.unpack_from(">i", data, at)
        one = data[at + 4 : at + 4 + size]
        at += 4 + size
        address, here = text(one, 0)
        tags, here = text(one, here)
        values = []
        for tag in tags[1:]:
            if tag == "s":
                value, here = text(one, here)
            else:
                (value,) = struct.unpack_from(">f" if tag == "f" else ">i", one, here)
                here += 4
            values.append(value)
        assert here == len(one) and len(one) % 4 == 0
        messages.append((address, *values))
    return whole + fraction / 2**32, messages


def test_a_message_has_exactly_these_bytes() -> None:
    assert message("/VMC/Ext/Blend/Val", "Joy", 0.5) == (
        b"/VMC/Ext/Blend/Val\0\0" + b",sf\0" + b"Joy\0" + b"\x3f\x00\x00\x00"
    )
    assert message("/VMC/Ext/OK", 1) == b"/VMC/Ext/OK\0,i\0\0\x00\x00\x00\x01"
    assert bundle(1.5, [])[8:] == b"\x00\x00\x00\x01\x80\x00\x00\x00"


def test_a_frame_says_all_a_receiver_needs_in_order() -> None:
    person = conversation(3).state.a
    time, messages = parse(list(bundles(person, 30, start=60))[2])
    assert time == pytest.approx(62 / 30, abs=1e-6)
    addresses = [m[0] for m in messages]
    assert addresses[0] == "/VMC/Ext/OK" and addresses[-1] == "/VMC/Ext/Blend/Apply"
    assert addresses.count("/VMC/Ext/Blend/Val") == 52
    values = {m[1]: m[2] for m in messages if m[0] == "/VMC/Ext/Blend/Val"}
    assert values["JawOpen"] == pytest.approx(person.arkit[2, 17])
    bones = {m[1]: m[2:] for m in messages if m[0] == "/VMC/Ext/Bone/Pos"}
    w, x, y, z = quaternion_from_axis_angle(person.head_rotation[2])
    np.testing.assert_allclose(bones["Head"], [0, 0, 0, x, -y, -z, w], atol=1e-6)
    root = next(m for m in messages if m[0] == "/VMC/Ext/Root/Pos")
    assert root[2] == pytest.approx(-person.head_position[2, 0]) and len(root) == 9


def test_eyes_to_the_own_left_look_to_unitys_negative_x() -> None:
    person = conversation(1).state.a
    person.left_eye[:] = person.right_eye[:] = (0.0, 0.3, 0.0)
    _, messages = parse(next(bundles(person, 30)))
    look = next(m for m in messages if m[0] == "/VMC/Ext/Set/Eye")
    assert look[1] == 1 and look[2] < -0.25 and look[4] > 0.9


def test_the_file_is_osc_as_a_stream(tmp_path) -> None:
    data = write("vmc", tmp_path, conversation(4))[1].read_bytes()
    count = 0
    while data:
        (size,) = struct.unpack_from(">i", data)
        parse(data[4 : 4 + size])
        data, count = data[4 + size :], count + 1
    assert count == 4
