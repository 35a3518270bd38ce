"""The dual-stream network: hearing, lips, and the context that behaviour is generated from.

Both people run through the same weights; they differ by their role, their place and what they hear. See
docs/model.md for the figure.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from visavis.model.config import MOUTH_SIZE, ROLE_SIZE, SCENE_SIZE, STYLE_SIZE, NetworkConfig
from visavis.model.layers import CausalConvolution, FiLM, PartnerAttention, ResidualConvolution
from visavis.model.motion import MotionGenerator
from visavis.state.closure import CLOSE_COLUMN, JAW_COLUMN, fading

State = dict[str, Tensor]


class Encoder(nn.Module):
    """Log-mel columns of one track -> what is heard at each frame. Strictly causal."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        front = config.front
        mel = config.features // 4
        self.first = CausalConvolution(mel, front, 5)
        self.second = CausalConvolution(front, front, 5)
        self.gather = nn.Linear(4 * front, config.width)
        self.blocks = nn.ModuleList(ResidualConvolution(config.width, 2**i) for i in range(config.encoder_blocks))
        self.norm = nn.LayerNorm(config.width)
        self.recurrent = nn.GRU(config.width, config.width, batch_first=True)
        self.out = nn.Linear(2 * config.width, config.heard)

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """Shapes of the state for one track."""
        shapes: dict[str, tuple[int, ...]] = {
            "first": (self.first.memory, self.first.channels_in),
            "second": (self.second.memory, self.second.channels_in),
            "recurrent": (self.config.width,),
        }
        for i in range(self.config.encoder_blocks):
            shapes[f"block{i}"] = (2 * 2**i, self.config.width)
        return shapes

    def forward(self, mel: Tensor, state: State) -> tuple[Tensor, State]:
        """mel (N, T, 4, bands) -> heard (N, T, heard)."""
        n, t, columns, bands = mel.shape
        new: State = {}
        x, new["first"] = self.first(mel.reshape(n, t * columns, bands), state["first"])
        x, new["second"] = self.second(F.gelu(x), state["second"])
        x = self.gather(F.gelu(x).reshape(n, t, -1))
        for i, block in enumerate(self.blocks):
            x, new[f"block{i}"] = block(x, state[f"block{i}"])
        x = self.norm(x)
        y, hidden = self.recurrent(x, state["recurrent"].unsqueeze(0))
        new["recurrent"] = hidden.squeeze(0)
        return self.out(torch.cat([x, y], dim=-1)), new


class DecoderBlock(nn.Module):
    """Past of oneself, past of the partner, then what the situation makes of it."""

    def __init__(self, config: NetworkConfig, condition: int) -> None:
        super().__init__()
        c = config.context
        self.config = config
        self.norm_time = nn.LayerNorm(c)
        self.time = CausalConvolution(c, c, 5, groups=c)
        self.norm_partner = nn.LayerNorm(c)
        self.partner = PartnerAttention(c, config.attention, config.heads, config.attention_window)
        self.norm = nn.LayerNorm(c)
        self.film = FiLM(condition, c)
        self.mlp = nn.Sequential(nn.Linear(c, 2 * c), nn.GELU(), nn.Linear(2 * c, c))

    def forward(self, x: Tensor, condition: Tensor, time: Tensor, partner: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """x (B, 2, T, context), condition (B, 2, T, condition)."""
        b, people, t, c = x.shape
        y, time = self.time(self.norm_time(x).reshape(b * people, t, c), time.reshape(b * people, -1, c))
        x = x + F.gelu(y).reshape(b, people, t, c)
        drawn, partner = self.partner(self.norm_partner(x), partner)
        if self.config.cross_attention:
            x = x + drawn
        x = x + self.mlp(self.film(self.norm(x), condition))
        return x, time.reshape(b, people, -1, c), partner


class Decoder(nn.Module):
    """What is heard around a frame, roles, places and styles -> the mouth, and the context of behaviour."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        k, c = len(config.offsets), config.context
        self.role = nn.Parameter(torch.randn(2, ROLE_SIZE, 16) * 0.5)
        condition = 2 * 16 + SCENE_SIZE + STYLE_SIZE
        self.enter = nn.Linear(k * config.heard + k, c)
        self.enter_condition = nn.Linear(condition, c)
        self.people = 2 if config.two_streams else 1
        if not config.two_streams:  # the ablation: one stream in which both people are one
            self.join, self.part = nn.Linear(2 * c, c), nn.Linear(c, 2 * c)
            self.join_condition = nn.Linear(2 * condition, condition)
        self.blocks = nn.ModuleList(DecoderBlock(config, condition) for _ in range(config.decoder_blocks))
        self.norm = nn.LayerNorm(c)
        self.lips = nn.Sequential(nn.Linear(c, c), nn.GELU(), nn.Linear(c, MOUTH_SIZE))
        self.visemes = nn.Linear(c, config.visemes)
        self.closing = nn.Linear(c, 1)

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """Shapes of the state for one conversation."""
        shapes: dict[str, tuple[int, ...]] = {}
        for i in range(self.config.decoder_blocks):
            shapes[f"time{i}"] = (self.people, 4, self.config.context)
            shapes[f"partner{i}"] = (self.people, self.config.attention_window - 1, 2 * self.config.attention)
        return shapes

    def condition(self, role: Tensor, scene: Tensor, style: Tensor) -> Tensor:
        """Role embeddings e = m e_speak + (1 - m) e_listen for oneself and the partner, place, style."""
        if not self.config.use_roles:
            role = torch.zeros_like(role)
        m = role.unsqueeze(-1)
        embedded = (m * self.role[0] + (1 - m) * self.role[1]).flatten(-2)
        style = style.unsqueeze(2).expand(-1, -1, role.shape[2], -1)
        return torch.cat([embedded, scene, style], dim=-1)

    def forward(
        self, window: Tensor, known: Tensor, role: Tensor, scene: Tensor, style: Tensor, state: State
    ) -> tuple[dict[str, Tensor], State]:
        """One conversation a row; see `Network.decode` for shapes."""
        b, people, t, k, h = window.shape
        known = known.unsqueeze(1).expand(b, people, t, k)
        condition = self.condition(role, scene, style)
        x = self.enter(torch.cat([window.reshape(b, people, t, k * h), known], dim=-1)) + self.enter_condition(
            condition
        )
        if self.people == 1:
            x = self.join(x.transpose(1, 2).flatten(2)).unsqueeze(1)
            condition = self.join_condition(condition.transpose(1, 2).flatten(2)).unsqueeze(1)
        new: State = {}
        for i, block in enumerate(self.blocks):
            x, new[f"time{i}"], new[f"partner{i}"] = block(x, condition, state[f"time{i}"], state[f"partner{i}"])
        if self.people == 1:
            x = self.part(x[:, 0]).unflatten(-1, (2, -1)).transpose(1, 2)
        x = self.norm(x)
        lips = self.lips(x)
        return {"lips": lips, "visemes": self.visemes(x), "closing": self.closing(x)[..., 0], "context": x}, new


class DyadNetwork(nn.Module):
    """Encoder, decoder and motion generator of two people who talk with each other."""

    mouth_mean: Tensor
    mouth_scale: Tensor
    closed_gain: Tensor
    fading: Tensor
    close_only: Tensor

    def __init__(self, config: NetworkConfig | None = None) -> None:
        super().__init__()
        self.config = config or NetworkConfig()
        self.encoder = Encoder(self.config)
        self.decoder = Decoder(self.config)
        self.motion = MotionGenerator(self.config)
        self.register_buffer("mouth_mean", torch.zeros(MOUTH_SIZE))
        self.register_buffer("mouth_scale", torch.ones(MOUTH_SIZE))
        self.register_buffer("closed_gain", torch.tensor(1.0))
        self.register_buffer("fading", torch.from_numpy(fading()), persistent=False)
        close_only = torch.zeros(MOUTH_SIZE)
        close_only[CLOSE_COLUMN] = 1.0
        self.register_buffer("close_only", close_only, persistent=False)

    def state_shapes(self) -> dict[str, dict[str, tuple[int, ...]]]:
        """Shapes of one conversation's state, by part and name, without the batch axis."""
        encoder = {name: (2, *shape) for name, shape in self.encoder.state_shapes().items()}
        return {"encoder": encoder, "decoder": self.decoder.state_shapes(), "motion": self.motion.state_shapes()}

    def initial_state(self, batch: int, part: str) -> State:
        """Zeros, (batch, ...)."""
        device = self.mouth_mean.device
        return {n: torch.zeros(batch, *s, device=device) for n, s in self.state_shapes()[part].items()}

    def encode(self, mel: Tensor, state: State) -> tuple[Tensor, State]:
        """mel (B, 2, T, 4, bands) -> heard (B, 2, T, heard)."""
        b, people, t = mel.shape[:3]
        flat = {n: v.flatten(0, 1) for n, v in state.items()}
        heard, new = self.encoder(mel.flatten(0, 1), flat)
        return heard.reshape(b, people, t, -1), {n: v.unflatten(0, (b, people)) for n, v in new.items()}

    def mouth(self, decoded: dict[str, Tensor]) -> Tensor:
        """Weights in [0, 1] of `arkit.MOUTH`: the regressed lips, shut further where a closure is heard.

        Regression averages closures away, the closing head does not: `state.closure.shut` by
        closed_gain * P(closure).
        """
        lips = (decoded["lips"] * self.mouth_scale + self.mouth_mean).clamp(0, 1)
        amount = (self.closed_gain * torch.sigmoid(decoded["closing"])).clamp(0, 1).unsqueeze(-1)
        faded = lips * (1 - amount * self.fading)
        missing = faded[..., JAW_COLUMN : JAW_COLUMN + 1] - faded[..., CLOSE_COLUMN : CLOSE_COLUMN + 1]
        return faded + amount * missing * self.close_only

    def decode(
        self, window: Tensor, known: Tensor, role: Tensor, scene: Tensor, style: Tensor, state: State
    ) -> tuple[Tensor, Tensor, State]:
        """Mouths and contexts.

        Args:
            window: (B, 2, T, K, heard) what was heard at the frames `offsets` around each frame, zeros where unknown.
            known: (B, T, K) 1 where it was.
            role: (B, 2, T, 2) own, partner's speaking probability.
            scene: (B, 2, T, 6) where the partner is.
            style: (B, 2, 3).
            state: of the decoder.

        Returns:
            mouth (B, 2, T, 29), context (B, 2, T, context), the new state.
        """
        decoded, new = self.decoder(window, known, role, scene, style, state)
        return self.mouth(decoded), decoded["context"], new
