"""A service that misbehaves on purpose: the wire protocol without a model, for the Unity package's tests.

    python tests/unity/fake_service.py --port 0 [--fault NAME] [--tls-dir DIR] [--token SECRET]

Prints `ready PORT` once it listens. Frames are a simple function of audio time, so that a test knows what to
expect: person A's jawOpen is |sin(2 pi t)|, B's half of that, the expression is zero, both stand at the default
places. What was received is printed line by line as JSON at the end of each conversation.

Faults: `drop-at-30` breaks the first stream off after its frame 30 (UNAVAILABLE); `silent-at-30` stays open and says
nothing more; `bad-frame` sends an eye with two values; `refuse` answers INVALID_ARGUMENT; `stutter` sends nothing for
0.7 s before every 60th frame; `flood` sends each frame twice and out of order; `other-rig` announces a rig that
GetRig does not have.
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
from visavis.state.arkit import ARKIT_NAMES
from visavis.v1 import (
    audio_pb2,
    conversation_pb2,
    conversation_service_pb2,
    conversation_service_pb2_grpc,
    frame_pb2,
    participant_pb2,
    rig_pb2,
    role_pb2,
    scene_pb2,
)

EXPRESSION_SIZE = 50
JAW_OPEN = ARKIT_NAMES.index("jawOpen")
LOOK_AHEAD_FRAMES = 6


def person(t: float, size: float, x: float) -> frame_pb2.PersonFrame:
    """One face at audio time `t`, seconds."""
    jaw = size * abs(math.sin(2 * math.pi * t)) / 4
    facing = math.pi / 2 if x < 0 else -math.pi / 2
    return frame_pb2.PersonFrame(
        expression=[0.0] * EXPRESSION_SIZE,
        global_rotation=[0, facing, 0],
        neck=[0, 0, 0],
        jaw=[jaw, 0, 0],
        left_eye=[0, 0, 0],
        right_eye=[0, 0, 0],
        translation=[x, 1.5, 0],
        eyelids=[0, 0],
        gaze=frame_pb2.Gaze(
            kind=frame_pb2.GAZE_KIND_PARTNER_EYES, point=participant_pb2.Vector3(x=-x, y=1.6), on_partner=1
        ),
        speaking=1.0 if jaw > 0 else 0.0,
    )


def frame(index: int, fps: int) -> conversation_service_pb2.ConverseResponse:
    """Frame `index` as an answer."""
    t = index / fps
    both = frame_pb2.ConversationFrame(index=index, time_s=t, a=person(t, 1, -0.6), b=person(t, 0.5, 0.6))
    return conversation_service_pb2.ConverseResponse(frame=both)


class FakeService(conversation_service_pb2_grpc.ConversationServiceServicer):
    """The service with one fault."""

    def __init__(self, fault: str, token: str) -> None:
        self.fault = fault
        self.token = token
        self.streams = 0

    def check(self, context: grpc.ServicerContext) -> None:
        """Refuses a caller without the token."""
        if self.token and ("authorization", f"Bearer {self.token}") not in context.invocation_metadata():
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "authorization: a bearer token is needed")

    def GetServiceInfo(self, request, context):  # noqa: N802
        self.check(context)
        return conversation_service_pb2.GetServiceInfoResponse(version="0.0.0-fake", model_id="fake", rig_id="fake-1")

    def GetRig(self, request, context):  # noqa: N802
        self.check(context)
        rows = EXPRESSION_SIZE + 3
        size = EXPRESSION_SIZE
        values = [float(r == c and r < size and c != JAW_OPEN) for r in range(rows) for c in range(52)]
        values[EXPRESSION_SIZE * 52 + JAW_OPEN] = 0.25
        rig = rig_pb2.Rig(
            rig_id="fake-1",
            expression_size=EXPRESSION_SIZE,
            arkit_names=list(ARKIT_NAMES),
            arkit_to_flame=rig_pb2.Matrix(rows=rows, columns=52, values=values),
            ridge=1e-6,
            sweeps=8,
            eye_look_range=[0.4, 0.4, 0.6, 0.6],
            joints=[
                participant_pb2.Vector3(x=x, y=y) for x, y in ((0, 0), (0, 0), (0, 0.05), (0.03, 0.1), (-0.03, 0.1))
            ],
        )
        return conversation_service_pb2.GetRigResponse(rig=rig)

    def InterpretPose(self, request, context):  # noqa: N802
        self.check(context)
        reading = scene_pb2.PoseReading(reading=f"heard: {request.text}", confidence=0.5, not_understood=["wibble"])
        return conversation_service_pb2.InterpretPoseResponse(reading=reading)

    def Converse(self, requests, context) -> Iterator[conversation_service_pb2.ConverseResponse]:  # noqa: N802
        self.check(context)
        self.streams += 1
        stream = self.streams
        log: dict[str, object] = {"stream": stream, "samples": {}, "first": {}, "scenes": 0, "roles": 0}
        context.add_callback(lambda: print(json.dumps(log), flush=True))
        opening = next(requests).open
        log["resume_at_s"] = opening.resume_at_s
        log["open_placement"] = opening.scene.HasField("placement")
        log["open_pose"] = opening.scene.pose_text
        if self.fault == "refuse":
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "sample_rate: 7 is outside 8000 to 48000")
        fps = opening.fps or 30
        text = opening.scene.pose_text
        pose = scene_pb2.PoseReading(reading=f"heard: {text}", confidence=1) if text else None
        yield conversation_service_pb2.ConverseResponse(
            header=conversation_pb2.StreamHeader(
                conversation_id=f"fake-{stream}", fps=fps, look_ahead=conversation_pb2.LOOK_AHEAD_LIVE,
                look_ahead_ms=200, rig_id="wrong-9" if self.fault == "other-rig" else "fake-1", model_id="fake",
                seed=opening.seed, role_source=role_pb2.ROLE_SOURCE_TRACKS, pose=pose,
            )
        )  # fmt: skip
        names = [0] if opening.layout == audio_pb2.AUDIO_LAYOUT_MIXED else [1, 2]
        known = dict.fromkeys(names, 0)
        index = first = math.ceil(opening.resume_at_s * fps - 1e-6)
        for request in requests:
            kind = request.WhichOneof("request")
            if kind == "audio":
                chunk = request.audio
                start, count = chunk.start_sample, len(chunk.samples) // 2
                if start < known[chunk.participant]:
                    context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"audio.start_sample: {start} overlaps")
                known[chunk.participant] = start + count
                samples, firsts = log["samples"], log["first"]
                assert isinstance(samples, dict) and isinstance(firsts, dict)
                samples[chunk.participant] = samples.get(chunk.participant, 0) + count
                firsts.setdefault(chunk.participant, start)
            elif kind == "clock":
                if request.clock.up_to_sample < known[request.clock.participant]:
                    context.abort(grpc.StatusCode.INVALID_ARGUMENT, "clock.up_to_sample: runs backwards")
                known[request.clock.participant] = request.clock.up_to_sample
            elif kind == "scene":
                log["scenes"] = int(str(log["scenes"])) + 1
                if request.scene.pose_text:
                    reading = scene_pb2.PoseReading(reading=f"heard: {request.scene.pose_text}", confidence=1)
                    yield conversation_service_pb2.ConverseResponse(pose=reading)
            elif kind == "roles":
                log["roles"] = int(str(log["roles"])) + 1
            due = int(min(known.values()) / opening.sample_rate * fps) - LOOK_AHEAD_FRAMES
            while index < due:
                if self.fault == "drop-at-30" and stream == 1 and index >= 30:
                    context.abort(grpc.StatusCode.UNAVAILABLE, "the connection was cut on purpose")
                if self.fault == "silent-at-30" and stream == 1 and index >= 30:
                    time.sleep(0.02)
                    break
                if self.fault == "stutter" and index % 60 == 0:
                    time.sleep(0.7)
                answer = frame(index, fps)
                if self.fault == "bad-frame" and index == 20:
                    del answer.frame.a.left_eye[2:]
                if self.fault == "flood" and index > first + 2:
                    yield frame(index - 2, fps)
                yield answer
                if index == first + 10:
                    yield conversation_service_pb2.ConverseResponse(
                        role_event=role_pb2.RoleEvent(
                            kind=role_pb2.ROLE_EVENT_KIND_TURN_BEGAN,
                            participant=participant_pb2.PARTICIPANT_A,
                            time_s=index / fps,
                        )
                    )
                index += 1
        yield conversation_service_pb2.ConverseResponse(
            summary=conversation_pb2.StreamSummary(frames=index - first, audio_s=index / fps)
        )


def main() -> int:
    """Serve until standard input is closed."""
    parser = argparse.ArgumentParser(description="a service that misbehaves on purpose")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", default="")
    parser.add_argument("--token", default="")
    parser.add_argument("--tls-dir", type=Path)
    options = parser.parse_args()
    server = grpc.server(ThreadPoolExecutor(8))
    conversation_service_pb2_grpc.add_ConversationServiceServicer_to_server(
        FakeService(options.fault, options.token), server
    )
    address = f"127.0.0.1:{options.port}"
    if options.tls_dir:
        pair = ((options.tls_dir / "server.key").read_bytes(), (options.tls_dir / "server.pem").read_bytes())
        port = server.add_secure_port(address, grpc.ssl_server_credentials([pair]))
    else:
        port = server.add_insecure_port(address)
    server.start()
    print(f"ready {port}", flush=True)
    sys.stdin.read()
    server.stop(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
