"""Behaviour beyond the lips, generated block by block: events by their probability, the rest by flow matching.

Looking at the partner and blinking are events, which a flow of few steps would blur: their probabilities are learnt
and they are drawn. Everything that moves continuously is generated given these, by conditional flow matching.

Flow matching as in Lipman et al. 2023 with straight paths: x_s = (1 - s) noise + s data; the network predicts the data,
and the velocity is (data - x_s) / (1 - s). Classifier-free guidance (Ho & Salimans 2022) between with and without
sound.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from visavis.model.config import (
    BLINK_COLUMN,
    BLOCK,
    LOOK_COLUMN,
    MOTION_SIZE,
    ROLE_SIZE,
    SCENE_SIZE,
    STYLE_SIZE,
    NetworkConfig,
)

State = dict[str, Tensor]

BLINK_PULSE = (1.0, 1.0, 0.35)
"""A blink's drive from the frame of its onset on."""


class MixBlock(nn.Module):
    """Residual MLP whose hidden layer also sees the partner's."""

    def __init__(self, channels: int, cross: bool) -> None:
        super().__init__()
        self.cross = cross
        self.norm = nn.LayerNorm(channels)
        self.own = nn.Linear(channels, channels)
        self.partner = nn.Linear(channels, channels)
        self.out = nn.Linear(channels, channels)

    def forward(self, x: Tensor) -> Tensor:
        """x (B, 2, channels)."""
        y = self.norm(x)
        hidden = self.own(y)
        if self.cross:
            hidden = hidden + self.partner(y.flip(1))
        return x + self.out(F.gelu(hidden))


class MotionGenerator(nn.Module):
    """Given the context, the last block and the memory of both people: the next BLOCK frames of both."""

    mean: Tensor
    scale: Tensor
    look_bias: Tensor
    is_event: Tensor
    pulses: Tensor

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        size, c = BLOCK * MOTION_SIZE, config.motion
        condition = config.context + ROLE_SIZE + SCENE_SIZE + STYLE_SIZE
        self.size = size
        self.noisy = nn.Linear(size, c)
        self.step = nn.Linear(8, c)
        self.past = nn.Linear(size, c)
        self.remembered = nn.Linear(config.memory, c)
        self.situation = nn.Linear(condition, c)
        self.blocks = nn.ModuleList(MixBlock(c, config.cross_attention) for _ in range(config.motion_blocks))
        self.norm = nn.LayerNorm(c)
        self.out = nn.Linear(c, size)
        self.event_block = MixBlock(c, config.cross_attention)
        self.event_norm = nn.LayerNorm(c)
        self.event_out = nn.Linear(c, 2)
        self.no_sound = nn.Parameter(torch.zeros(config.context))
        self.memory = nn.GRU(2 * size + condition, config.memory, batch_first=True)
        self.register_buffer("mean", torch.zeros(MOTION_SIZE))
        self.register_buffer("scale", torch.ones(MOTION_SIZE))
        self.register_buffer("look_bias", torch.zeros(2))
        is_event = torch.zeros(BLOCK, MOTION_SIZE)
        is_event[:, [LOOK_COLUMN, BLINK_COLUMN]] = 1.0
        self.register_buffer("is_event", is_event.flatten(), persistent=False)
        pulses = torch.zeros(BLOCK, BLOCK)
        for onset in range(BLOCK):
            for k, value in enumerate(BLINK_PULSE[: BLOCK - onset]):
                pulses[onset, onset + k] = value
        self.register_buffer("pulses", pulses, persistent=False)

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """Shapes of the state for one conversation."""
        return {"past": (2, self.size), "memory": (2, self.config.memory)}

    def condition(self, context: Tensor, role: Tensor, scene: Tensor, style: Tensor) -> Tensor:
        """(B, 2, condition)."""
        if not self.config.use_roles:
            role = torch.zeros_like(role)
        return torch.cat([context, role, scene, style], dim=-1)

    def remember(self, memory: Tensor, blocks: Tensor, condition: Tensor) -> Tensor:
        """The memory after each of N blocks.

        Args:
            memory: (B, 2, memory) before the first.
            blocks: (B, 2, N, size) what was done, standardised.
            condition: (B, 2, N, condition) in which situation.

        Returns:
            (B, 2, N, memory).
        """
        b = blocks.shape[0]
        partner = blocks.flip(1) if self.config.cross_attention else torch.zeros_like(blocks)
        seen = torch.cat([blocks, partner, condition], dim=-1)
        after, _ = self.memory(seen.flatten(0, 1), memory.flatten(0, 1).unsqueeze(0))
        return after.unflatten(0, (b, 2))

    def event_logits(self, past: Tensor, memory: Tensor, condition: Tensor) -> Tensor:
        """(..., 2, 2): log odds that each looks at the partner in the next block, and that a blink begins in it."""
        x = self.situated(past, memory, condition)
        return self.event_out(self.event_norm(self.event_block(x)))

    def draw_events(self, logits: Tensor, noise: Tensor) -> Tensor:
        """Events of one block as its standardised columns, elsewhere zeros.

        Args:
            logits: (B, 2, 2) of `event_logits`.
            noise: (B, 2, BLOCK, MOTION_SIZE) standard normal, of which the events' own columns are used.

        Returns:
            (B, 2, size).
        """
        chance = 0.5 * (1.0 + torch.erf(noise * 0.5**0.5))
        happens = (chance[:, :, 0, [LOOK_COLUMN, BLINK_COLUMN]] < torch.sigmoid(logits)).to(noise.dtype)
        look = happens[..., 0:1].expand(-1, -1, BLOCK)
        onset = (chance[:, :, 1, BLINK_COLUMN] * BLOCK).long().clamp(0, BLOCK - 1)
        blink = happens[..., 1:2] * self.pulses[onset]
        look = (look - self.mean[LOOK_COLUMN]) / self.scale[LOOK_COLUMN]
        blink = (blink - self.mean[BLINK_COLUMN]) / self.scale[BLINK_COLUMN]
        columns = [torch.zeros_like(look)] * MOTION_SIZE
        columns[LOOK_COLUMN], columns[BLINK_COLUMN] = look, blink
        return torch.stack(columns, dim=-1).flatten(2)

    def situated(self, past: Tensor, memory: Tensor, condition: Tensor) -> Tensor:
        """All that is known before the flow begins, (..., 2, motion): the same at every step."""
        known: Tensor = self.past(past) + self.remembered(memory) + self.situation(condition)
        return known

    def predict(self, noisy: Tensor, step: Tensor, past: Tensor, memory: Tensor, condition: Tensor) -> Tensor:
        """The data that `noisy` (B, 2, size) at flow time `step` (B,) comes from; its event columns are not noisy."""
        return self.denoise(noisy, step, past, self.situated(past, memory, condition))

    def denoise(self, noisy: Tensor, step: Tensor, past: Tensor, situated: Tensor) -> Tensor:
        """As `predict`, with what is known computed before."""
        frequencies = torch.arange(1, 5, device=noisy.device, dtype=noisy.dtype) * torch.pi
        angles = step[:, None] * frequencies
        time = torch.cat([angles.sin(), angles.cos()], dim=-1)[:, None, :]
        x = self.noisy(noisy) + self.step(time) + situated
        for block in self.blocks:
            x = block(x)
        last = past[..., -MOTION_SIZE:].repeat(1, 1, BLOCK)
        return (1 - self.config.leak) * last + self.out(self.norm(x))

    def forward(
        self, context: Tensor, role: Tensor, scene: Tensor, style: Tensor, noise: Tensor, state: State
    ) -> tuple[Tensor, State]:
        """Generates one block.

        Args:
            context: (B, 2, context) of the block's first frame.
            role, scene, style: (B, 2, ...) at that frame.
            noise: (B, 2, BLOCK, MOTION_SIZE) standard normal.
            state: `past` the last block, standardised; `memory`.

        Returns:
            (B, 2, BLOCK, MOTION_SIZE) in natural units, and the new state.
        """
        b = context.shape[0]
        steps, guidance = self.config.steps, self.config.guidance
        with_sound = self.condition(context, role, scene, style)
        without = self.condition(self.no_sound.expand_as(context), role, scene, style)
        past, memory = state["past"], state["memory"]
        logits = self.event_logits(past, memory, with_sound)
        # run freely it looks away a little more than it was taught; set at export from free runs
        listening = self.look_bias[0] + role[..., 0] * (self.look_bias[1] - self.look_bias[0])
        logits = torch.stack([logits[..., 0] + listening, logits[..., 1]], dim=-1)
        events = self.draw_events(logits, noise)
        x = noise.reshape(b, 2, self.size) * (1 - self.is_event) + events
        guided = guidance != 1.0
        situated = self.situated(past, memory, with_sound)
        before = past
        if guided:  # with and without sound side by side: the weights are read once for both
            situated = torch.cat([situated, self.situated(past, memory, without)])
            before = torch.cat([past, past])
        for i in range(steps):
            s = torch.full((before.shape[0],), i / steps, dtype=x.dtype, device=x.device)
            if guided:
                data, plain = self.denoise(torch.cat([x, x]), s, before, situated).chunk(2)
                data = plain + guidance * (data - plain)
            else:
                data = self.denoise(x, s, before, situated)
            x = x + (1 - self.is_event) * (data - x) * (1.0 / (steps - i))
        x = x.clamp(-5, 5)
        after = self.remember(memory, x.unsqueeze(2), with_sound.unsqueeze(2))
        new = {"past": x, "memory": after[:, :, 0]}
        return x.reshape(b, 2, BLOCK, MOTION_SIZE) * self.scale + self.mean, new
