"""A recording as if it were spoken now: frames and turns as they happen."""

import sys

from visavis.audio.bundle import bundled_conversation
from visavis.client import Client, Frame, Notice, Summary, Talk, TurnEvent

recording = sys.argv[1] if len(sys.argv) > 1 else bundled_conversation().mixed

with Client("127.0.0.1:50051") as client:
    for output in client.stream_file(recording, talk=Talk(look_ahead="live", pose="they stand a metre apart")):
        if isinstance(output, Frame) and output.index % 15 == 0:
            mouths = (f"{'=' * round(120 * person.jaw[0]):<24}" for person in (output.a, output.b))
            print(f"{output.time_s:6.2f} s  A |{'|  B |'.join(mouths)}|")
        elif isinstance(output, TurnEvent):
            print(f"{output.time_s:6.2f} s  {output.person} {output.kind.replace('_', ' ')}")
        elif isinstance(output, Notice):
            print(f"{output.time_s:6.2f} s  {output.message}")
        elif isinstance(output, Summary):
            print(f"{output.frames} frames; A spoke {output.speaking_a_s:.1f} s, B {output.speaking_b_s:.1f} s")
