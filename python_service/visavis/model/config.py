"""Sizes of the network: everything that a checkpoint fixes."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from visavis.audio.features import COLUMNS_PER_FRAME, MEL_BANDS
from visavis.state.arkit import MOUTH
from visavis.state.behaviour import BEHAVIOUR_SIZE, field_slice

MOUTH_SIZE: Final = len(MOUTH)
MOTION_SIZE: Final = BEHAVIOUR_SIZE - MOUTH_SIZE
"""Columns of a packed Behaviour that the generator decides: everything but the mouth."""
BLOCK: Final = 4
"""Frames (133 ms) that the generator decides at once."""
DECIDED_AHEAD: Final = 1
"""Frames before a block from whose context it is decided: live, one call then decides for all conversations whose next
block begins within a frame's time."""
LOOK_COLUMN: Final = field_slice("look").start - MOUTH_SIZE
BLINK_COLUMN: Final = field_slice("blink").start - MOUTH_SIZE
"""Columns of the motion that are events - on or off - and drawn by their probability."""
ROLE_SIZE: Final = 2
"""Own and partner's speaking probability."""
SCENE_SIZE: Final = 6
"""Where the partner is, see `scene.relation`."""
STYLE_SIZE: Final = 3
"""Articulation, liveliness, mood."""
NEUTRAL_STYLE: Final = (1.0, 1.0, 0.0)


@dataclass(frozen=True)
class NetworkConfig:
    """Widths and depths.

    Attributes:
        front: channels of the convolutions over feature columns (120 a second).
        width: channels of the encoder at frame rate.
        encoder_blocks: residual causal convolutions in the encoder.
        heard: channels that the encoder hands on.
        context: channels of the decoder.
        decoder_blocks: blocks of convolution, cross-attention, FiLM and MLP.
        attention: channels of the cross-attention between the two people.
        heads: attention heads.
        attention_window: frames of the partner's past that are attended to.
        offsets: frames around the decoded one whose hearing the decoder sees; the look-ahead hides the right ones.
        visemes: classes of the auxiliary viseme head.
        motion: channels of the motion generator.
        motion_blocks: residual blocks of the motion generator.
        memory: channels of the generator's memory of what both did.
        leak: share of the last frame that a block forgets: no drift, however long a conversation is.
        steps: integration steps of the flow at run time.
        guidance: classifier-free guidance weight at run time; 1 means none.
        cross_attention: False leaves out all attention to the partner; for ablations.
        use_roles: False hides who speaks; for ablations.
        two_streams: False decodes both people as one stream; for ablations.
    """

    front: int = 128
    width: int = 256
    encoder_blocks: int = 3
    heard: int = 128
    context: int = 256
    decoder_blocks: int = 2
    attention: int = 128
    heads: int = 4
    attention_window: int = 24
    offsets: tuple[int, ...] = (-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 29)
    visemes: int = 16
    motion: int = 320
    motion_blocks: int = 4
    memory: int = 160
    leak: float = 0.03
    steps: int = 4
    guidance: float = 1.3
    cross_attention: bool = True
    use_roles: bool = True
    two_streams: bool = True

    @property
    def features(self) -> int:
        """Values of one frame's log-mel columns."""
        return COLUMNS_PER_FRAME * MEL_BANDS

    def as_dict(self) -> dict[str, Any]:
        """For metadata and configuration files."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "NetworkConfig":
        """The inverse of `as_dict`; unknown names are an error."""
        values = dict(values)
        if "offsets" in values:
            values["offsets"] = tuple(values["offsets"])
        return cls(**values)
