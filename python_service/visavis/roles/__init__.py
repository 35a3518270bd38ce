"""Who speaks when: separate tracks, labelled spans, voice prints or automatic -> (T, 2) speaking
probabilities.
"""

from visavis.roles.prints import VoicePrint, VoicePrintError, make_voice_print
from visavis.roles.role import Participant, RoleEvent, RoleEventKind, RoleSource, RoleSpan
from visavis.roles.spans import LabelledTime, read_roles
from visavis.roles.stream import BALANCED, LIVE, RoleStream, hear_frames, open_role_stream, revise

__all__ = [
    "BALANCED", "LIVE", "LabelledTime", "Participant", "RoleEvent", "RoleEventKind", "RoleSource", "RoleSpan",
    "RoleStream", "VoicePrint", "VoicePrintError", "hear_frames", "make_voice_print", "open_role_stream", "read_roles",
    "revise",
]  # fmt: skip
