"""A recording in, the faces of a whole conversation out."""

import sys

from visavis.audio.bundle import bundled_conversation
from visavis.client import Client

recording = sys.argv[1] if len(sys.argv) > 1 else bundled_conversation().mixed

with Client("127.0.0.1:50051") as client:
    talk = client.bake(recording, progress=lambda done, total: print(f"{done} of {total} frames"))

print(
    f"{len(talk)} frames at {talk.header.fps} a second, rig {talk.header.rig_id}, roles from {talk.header.role_source}"
)
print(f"A's jaw at its widest: {talk.a.jaw[:, 0].max():.2f} rad at {talk.times_s[talk.a.jaw[:, 0].argmax()]:.2f} s")
print(f"B looks at A {100 * (talk.b.gaze_on_partner > 0.5).mean():.0f}% of the time")
for event in talk.events[:8]:
    print(f"{event.time_s:6.2f} s  {event.person} {event.kind.replace('_', ' ')}")
