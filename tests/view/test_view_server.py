"""The page's server answers what the page asks, and nobody and nothing else."""

import http.client
import io
import json
import struct
import wave

import numpy as np
import pytest
from making import write_wav
from visavis.errors import InvalidInput
from visavis.view.server import ViewServer
from visavis.view.sounds import LARGEST_UPLOAD, uploaded_sound
from visavis.view.studio import Studio, turns_of
from visavis.view.take import Take, load_take
from visavis.view.wire import COLUMNS, FIELDS


def ask(server: ViewServer, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes, dict]:
    host, port = server.server_address[:2]
    connection = http.client.HTTPConnection(str(host), int(port), timeout=60)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    if method == "POST":
        connection.putheader("Content-Length", headers.get("length", str(len(body))))
    connection.endheaders(body)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, data, dict(answer.getheaders())


def message(data: bytes) -> str:
    return str(json.loads(data)["error"]["message"])


def test_the_page_comes_with_a_strict_policy_and_needs_no_other_host(server):
    status, page, headers = ask(server, "GET", "/")
    assert status == 200
    assert b"<title>Vis-" in page
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert b"http://" not in page and b"https://" not in page


@pytest.mark.parametrize(
    "path",
    ["/../server.py", "/assets/../../server.py", "/%2e%2e/server.py", "/assets/%2e%2e/%2e%2e/sounds.py", "//etc/passwd",
     "/api/people/../a.glb", "/api/takes/", "/api/sounds/../../x", "/api/nothing"],
)  # fmt: skip
def test_nothing_but_the_page_and_its_data_can_be_asked_for(server, path):
    status, data, _ = ask(server, "GET", path)
    assert status in (400, 404)
    assert "error" in json.loads(data)


def test_pages_of_other_sites_cannot_use_the_server(server):
    port = server.server_address[1]
    assert ask(server, "GET", "/api/session", Host="evil.example")[0] == 400
    assert ask(server, "POST", "/api/pose", b"{}", Origin="http://evil.example")[0] == 400
    assert ask(server, "GET", "/api/session", Host=f"localhost:{port}")[0] == 200


def test_a_take_travels_as_it_is(server, talk):
    _, data, _ = ask(server, "GET", f"/api/takes/{server.first}")
    (length,) = struct.unpack_from("<I", data)
    head = json.loads(data[4 : 4 + length])
    take = load_take(talk)
    rows = np.frombuffer(data, "<f4", offset=4 + length).reshape(2, head["frames"], COLUMNS)
    assert sum(size for _, size in FIELDS) == COLUMNS and head["frames"] == len(take)
    assert np.allclose(rows[1, :, :52], take.b.arkit, atol=1e-6)
    x, y, z, w = rows[0, 100, 56:60]
    forward = np.array([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)])
    assert np.allclose(forward, take.a.head[100] @ [0, 0, 1], atol=1e-5)


def test_turns_are_read_off_a_take_that_came_without_events(talk):
    turns = turns_of(load_take(talk))
    assert [(t["person"], t["kind"]) for t in turns[:3]] == [
        ("a", "turn_began"), ("a", "turn_ended"), ("b", "turn_began")
    ]  # fmt: skip
    assert turns[1]["time"] == pytest.approx(1.5, abs=0.04)


def test_an_uploaded_recording_is_animated_with_progress(server, tmp_path):
    wav = write_wav(tmp_path / "up.wav", 1.0).read_bytes()
    status, data, _ = ask(server, "POST", "/api/sounds?name=up.wav", wav)
    assert status == 200
    sound = json.loads(data)["sound"]
    status, data, _ = ask(server, "POST", "/api/bake", json.dumps({"sound": sound, "look_ahead": "live"}).encode())
    told = [json.loads(line) for line in data.splitlines()]
    assert status == 200
    assert told[-2]["progress"] == 1.0
    made: Take = server.studio.take(told[-1]["take"]).take
    assert len(made) == 30 and made.a.expression is not None


def test_the_same_wish_gives_the_same_take(server, tmp_path):
    sound = server.studio.add_sound(uploaded_sound("x.wav", write_wav(tmp_path / "x.wav", 0.8).read_bytes()))
    wish = json.dumps({"sound": sound, "seed": 7}).encode()
    takes = [json.loads(ask(server, "POST", "/api/bake", wish)[1].splitlines()[-1])["take"] for _ in range(2)]
    first, second = (server.studio.take(key).take for key in takes)
    assert np.array_equal(first.a.arkit, second.a.arkit) and np.array_equal(first.b.head, second.b.head)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"sound": "s999"}, "there is no sound 's999'"),
        ({"look_ahead": "soon"}, "'soon' is none of live, balanced, offline"),
        ({"seed": "x"}, "'x' is not a whole number"),
        ({"roles": "guess"}, "'guess' is none of"),
        ({"roles": "tracks"}, "one track of both voices"),
        ({"roles": "labels"}, "no labelled time belongs to"),
    ],
)
def test_a_wish_that_cannot_be_fulfilled_is_refused_by_name(server, wish, said):
    body = json.dumps({"sound": server.first_sound, **wish}).encode()
    _, data, _ = ask(server, "POST", "/api/bake", body)
    assert said in message(data.splitlines()[-1])


def test_labelled_time_can_be_added_to_a_sound(server, tmp_path):
    sound = server.studio.add_sound(uploaded_sound("y.wav", write_wav(tmp_path / "y.wav", 1.0).read_bytes()))
    lines = b"SPEAKER y 1 0.0 0.5 <NA> <NA> x <NA> <NA>\nSPEAKER y 1 0.5 0.5 <NA> <NA> y <NA> <NA>\n"
    assert ask(server, "POST", f"/api/sounds?name=y.rttm&for={sound}", lines)[0] == 200
    body = json.dumps({"sound": sound, "roles": "labels"}).encode()
    told = json.loads(ask(server, "POST", "/api/bake", body)[1].splitlines()[-1])
    take = server.studio.take(told["take"]).take
    assert take.a.speaking[5] > 0.9 and take.b.speaking[25] > 0.9
    status, data, _ = ask(server, "POST", f"/api/sounds?name=y.rttm&for={sound}", b"SPEAKER broken\n")
    assert status == 400 and "y.rttm" in message(data)


def test_what_is_no_sound_is_refused(server):
    status, data, _ = ask(server, "POST", "/api/sounds?name=a.wav", b"MZ this is a program")
    assert status == 400 and "'a.wav' is no sound file" in message(data)
    status, data, _ = ask(server, "POST", "/api/sounds?name=a.wav", b"RIFF\x00\x00\x00\x00WAVEjunk")
    assert status == 400 and "'a.wav'" in message(data)


def test_what_is_too_large_is_refused_before_it_is_read(server):
    status, data, _ = ask(server, "POST", "/api/sounds?name=a.wav", length=str(LARGEST_UPLOAD + 1))
    assert status == 400 and "at most 96 MB" in message(data)


def test_what_is_too_long_is_refused():
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((1, 1, 8000, 0, "NONE", ""))
        file.writeframes(b"\x80" * 8000 * 901)
    with pytest.raises(InvalidInput, match="long\\.wav"):
        uploaded_sound("long.wav", buffer.getvalue())


def test_a_stereo_file_is_split_into_both_people_when_asked():
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((2, 2, 16000, 0, "NONE", ""))
        file.writeframes(np.stack([np.full(1600, 8000), np.zeros(1600)], 1).astype("<i2").tobytes())
    sound = uploaded_sound("two.wav", buffer.getvalue(), split=True)
    assert len(sound.tracks) == 2 and sound.tracks[0].max() > 0.2 and not sound.tracks[1].any()
    assert len(uploaded_sound("two.wav", buffer.getvalue()).tracks) == 1


def test_a_pose_text_is_read_back(server):
    pytest.importorskip("visavis.scene.pose_text")
    status, data, _ = ask(server, "POST", "/api/pose", json.dumps({"text": "they stand back to back"}).encode())
    assert status == 200
    said = json.loads(data)
    assert said["reading"] and 0 <= said["confidence"] <= 1
    assert ask(server, "POST", "/api/pose", b'{"text": " "}')[0] == 400


def test_a_live_conversation_gives_frames_as_it_hears(server):
    status, data, _ = ask(server, "POST", "/api/live", json.dumps({"sample_rate": 16000, "seed": 3}).encode())
    assert status == 200
    key = json.loads(data)["live"]
    sound = (np.sin(np.arange(16000) / 15) * 0.3).astype("<f4")
    for start in range(0, 16000, 1600):
        assert ask(server, "POST", f"/api/live/{key}/sound", sound[start : start + 1600].tobytes())[0] == 200
    live = server.live.get(key)
    server.live.close(key)
    frames, kinds = 0, b""
    while (piece := live.messages.get(timeout=5)) is not None:
        kinds += piece[:1]
        if piece[:1] == b"F":
            frames += struct.unpack_from("<II", piece, 5)[1]
    assert frames == 30 and kinds.startswith(b"J")
    assert ask(server, "POST", f"/api/live/{key}/sound", b"\0\0\0\0")[0] == 409


def test_only_so_many_sounds_are_kept():
    studio = Studio()
    sound = np.zeros(800, np.float32)
    from visavis.view.sounds import Sound

    keys = [studio.add_sound(Sound(str(k), 16000, (sound,))) for k in range(14)]
    assert studio.sound(keys[-1]).name == "13"
    with pytest.raises(InvalidInput, match="made room"):
        studio.sound(keys[0])
