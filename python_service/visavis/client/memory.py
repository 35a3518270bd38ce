"""What a client has sent and may have to send again."""

from visavis.v1 import audio_pb2, conversation_service_pb2, participant_pb2, role_pb2, scene_pb2

Request = conversation_service_pb2.ConverseRequest


class Memory:
    """Requests of one conversation from which a new connection can go on.

    Sound is kept until its frames have come; clocks, labels and the scene's changes as far as they still count.
    """

    def __init__(self, sample_rate: int, sample_bytes: int) -> None:
        self._rate = sample_rate
        self._width = sample_bytes
        self._audio: list[audio_pb2.AudioChunk] = []
        self._clocks: dict[int, audio_pb2.Clock] = {}
        self._roles: list[role_pb2.RoleSpans] = []
        self._scenes: list[scene_pb2.SceneUpdate] = []

    def keep(self, request: Request) -> None:
        """Remembers a request that is about to be sent."""
        kind = request.WhichOneof("request")
        if kind == "audio":
            self._audio.append(request.audio)
        elif kind == "clock":
            if request.clock.participant == participant_pb2.PARTICIPANT_UNSPECIFIED:
                self._clocks.clear()
            self._clocks[request.clock.participant] = request.clock
        elif kind == "roles":
            self._roles.append(request.roles)
        elif kind == "scene":
            if _settles_places(request.scene):
                self._scenes = [s for s in self._scenes if s.objects or s.removed_objects]
            self._scenes.append(request.scene)

    def forget_before(self, time_s: float) -> None:
        """Lets go of sound that ends before `time_s`: its frames have come."""
        sample = time_s * self._rate
        keep = next((i for i, chunk in enumerate(self._audio) if self._end(chunk) > sample), len(self._audio))
        del self._audio[:keep]

    def replay(self, time_s: float) -> list[Request]:
        """What a connection that begins at `time_s` must be told, in order. Changes that are over come at once."""
        self.forget_before(time_s)
        requests = []
        for scene in self._scenes:
            again = scene_pb2.SceneUpdate()
            again.CopyFrom(scene)
            if scene.time_s < time_s:
                again.transition_s = 0.0
            requests.append(Request(scene=again))
        requests += [Request(roles=roles) for roles in self._roles]
        requests += [Request(audio=chunk) for chunk in self._audio]
        requests += [Request(clock=clock) for clock in self._clocks.values()]
        return requests

    @property
    def held_s(self) -> float:
        """Seconds of sound kept, all tracks together."""
        return sum(len(chunk.samples) for chunk in self._audio) / self._width / self._rate

    def _end(self, chunk: audio_pb2.AudioChunk) -> int:
        return int(chunk.start_sample + len(chunk.samples) // self._width)


def _settles_places(update: scene_pb2.SceneUpdate) -> bool:
    """Whether an update says in numbers where both are, so that what was said before no longer matters."""
    return update.placement.HasField("a") and update.placement.HasField("b")
