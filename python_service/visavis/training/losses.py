"""What the network is trained to get right."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from visavis.corpus.acting import BLINK, GAZE, LOOK
from visavis.corpus.lips import MOUTH_POINTS
from visavis.model.config import BLOCK, DECIDED_AHEAD, MOTION_SIZE
from visavis.model.network import DyadNetwork
from visavis.rig import load_open_head
from visavis.state.arkit import MOUTH
from visavis.training.dataset import Batch, windows


class LipGeometry(nn.Module):
    """The open head's lips as linear functions of the mouth's weights, in eye distances."""

    points: Tensor
    measures: Tensor

    def __init__(self) -> None:
        super().__init__()
        head = load_open_head()
        row = {int(number): i for i, number in enumerate(head.landmark_ids)}
        points = head.arkit_landmarks[list(MOUTH)][:, [row[n] for n in MOUTH_POINTS if n in row]]
        self.register_buffer("points", torch.from_numpy(points.reshape(len(MOUTH), -1).copy()))
        self.register_buffer("measures", torch.from_numpy(head.arkit_measures[1][list(MOUTH)].copy()))


def loss_of(
    network: DyadNetwork,
    batch: Batch,
    geometry: LipGeometry,
    weights: dict[str, float],
    lips_only: bool = False,
) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum, and every term by name; the terms of the motion are left out when `lips_only`."""
    size = batch.mel.shape[0]
    window, known = windows(hear(network, batch), network.config.offsets, batch.look_ahead)
    state = network.initial_state(size, "decoder")
    decoded, _ = network.decoder(window, known, batch.role, batch.relation, batch.style, state)
    terms = lip_terms(network, decoded, batch, geometry)
    if not lips_only:
        terms |= motion_terms(network, decoded["context"], batch)
    total = torch.stack([weights[name] * term for name, term in terms.items() if weights.get(name)]).sum()
    return total, {name: float(term.detach()) for name, term in terms.items()}


def hear(network: DyadNetwork, batch: Batch) -> Tensor:
    """(B, 2, T, heard); a track that both hear goes through the encoder once."""
    size = batch.mel.shape[0]
    own = torch.nonzero(batch.mixed < 0.5)[:, 0]
    tracks = torch.cat([batch.mel[:, 0], batch.mel[own, 1]])
    shapes = network.encoder.state_shapes().items()
    state = {name: tracks.new_zeros(len(tracks), *shape) for name, shape in shapes}
    heard, _ = network.encoder(tracks, state)
    rows = torch.arange(size, device=own.device)
    other = rows.clone()
    other[own] = size + torch.arange(len(own), device=own.device)
    return torch.stack([heard[rows], heard[other]], dim=1)


def lip_terms(
    network: DyadNetwork, decoded: dict[str, Tensor], batch: Batch, geometry: LipGeometry
) -> dict[str, Tensor]:
    """State, lip points and measures of the mouth, their velocity, visemes and closures.

    `refine` is the second stage: the measures of the mouth as it is served, closures applied.
    """
    predicted = decoded["lips"] * network.mouth_scale + network.mouth_mean
    error = predicted - batch.mouth
    standard = decoded["lips"] - (batch.mouth - network.mouth_mean) / network.mouth_scale
    points = error @ geometry.points
    measures = error @ geometry.measures
    served = (network.mouth(decoded) - batch.mouth) @ geometry.measures
    emphasis = 1.0 + 2.0 * batch.speaking.unsqueeze(-1)
    return {
        "mouth": (emphasis * F.smooth_l1_loss(standard, torch.zeros_like(standard), reduction="none")).mean(),
        "lip_points": 100.0 * (emphasis * points.square()).mean(),
        "measures": 100.0 * (emphasis * measures.square()).mean(),
        "velocity": 100.0 * measures.diff(dim=2).square().mean() * 4.0,
        "refine": 100.0 * (emphasis * served.square()).mean() + 400.0 * served.diff(dim=2).square().mean(),
        "visemes": F.cross_entropy(decoded["visemes"].flatten(0, 2), batch.visemes.flatten()),
        "closing": F.binary_cross_entropy_with_logits(decoded["closing"], batch.closed),
    }


def motion_terms(network: DyadNetwork, context: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Flow matching of every block given the true past, and the gaze of what it leads to.

    `gaze` knows where the partner's eyes are: 1 - cos of the angle between the look and the line to them, while the
    truth looks at the partner; `direction` is the same against the true look at all times.
    """
    motion = network.motion
    b, people, t, _ = batch.motion.shape
    n = t // BLOCK
    data = (batch.motion[:, :, : n * BLOCK] - motion.mean) / motion.scale
    blocks = data.reshape(b, people, n, -1)
    then = (torch.arange(n, device=context.device) * BLOCK - DECIDED_AHEAD).clamp(min=0)
    role, scene = batch.role[:, :, then], batch.relation[:, :, then]
    style = batch.style.unsqueeze(2).expand(-1, -1, n, -1)
    context = context[:, :, then]
    silent = (torch.rand(b, 1, n, 1, device=context.device) < 0.1).to(context.dtype)
    context = context * (1 - silent) + motion.no_sound * silent
    condition = motion.condition(context, role, scene, style)
    looks = (batch.motion[:, :, : n * BLOCK, LOOK].unflatten(2, (n, BLOCK)).mean(-1) > 0.5).to(data.dtype)
    begins = F.pad(batch.motion[:, :, : n * BLOCK, BLINK] > 0.5, (1, 0))
    blinks = (begins[:, :, 1:] & ~begins[:, :, :-1]).unflatten(2, (n, BLOCK)).any(-1).to(data.dtype)
    events = torch.stack([looks, blinks], dim=-1)
    # what it will have done by itself is never quite the truth, but events are either so or so
    size = 0.25 * torch.rand(b, 1, 1, 1, device=blocks.device)
    shaken = blocks + torch.randn_like(blocks) * size * (1 - motion.is_event)
    memory = motion.remember(network.initial_state(b, "motion")["memory"], shaken, condition)
    past = torch.cat([torch.zeros_like(shaken[:, :, :1]), shaken[:, :, :-1]], dim=2)
    memory = torch.cat([torch.zeros_like(memory[:, :, :1]), memory[:, :, :-1]], dim=2)
    flat = [x.transpose(1, 2).flatten(0, 1) for x in (blocks, past, memory, condition, events)]
    truth, past, memory, condition, events = flat
    logits = motion.event_logits(past, memory, condition)
    s = torch.rand(len(truth), device=truth.device) * 0.98
    noisy = (1 - s)[:, None, None] * torch.randn_like(truth) + s[:, None, None] * truth
    noisy = noisy * (1 - motion.is_event) + truth * motion.is_event
    predicted = motion.predict(noisy, s, past, memory, condition)
    # predicting data weighted by 1 / (1 - s)^2 is matching the velocity; capped, as near s = 1 it is all noise
    weight = (1.0 / (1 - s).square()).clamp(max=6.0)[:, None, None]
    error = (predicted - truth) * (1 - motion.is_event)
    flow = (weight * error.square()).mean() / weight.mean()
    shape = (len(truth), people, BLOCK, MOTION_SIZE)
    made = predicted.reshape(shape) * motion.scale + motion.mean
    true = truth.reshape(shape) * motion.scale + motion.mean
    place = scene.transpose(1, 2).flatten(0, 1)
    partner = torch.stack([torch.atan2(place[..., 0], place[..., 1]), place[..., 2]], dim=-1).unsqueeze(2)
    on = (true[..., LOOK] > 0.5).to(made.dtype)
    sure = weight[:, :, 0] / weight.mean()
    to_partner = (on * away(made[..., GAZE], partner.expand_as(made[..., GAZE]))).mean(-1)
    direction = away(made[..., GAZE], true[..., GAZE]).mean(-1)
    return {
        "flow": flow,
        "gaze": 10.0 * (sure * to_partner).mean(),
        "direction": 10.0 * (sure * direction).mean(),
        "look": F.binary_cross_entropy_with_logits(logits[..., 0], events[..., 0]),
        "blink": F.binary_cross_entropy_with_logits(logits[..., 1], events[..., 1]),
    }


def away(one: Tensor, other: Tensor) -> Tensor:
    """1 - cos of the angle between two directions given as yaw and pitch (..., 2)."""
    yaw = one[..., 0] - other[..., 0]
    cosine = torch.sin(one[..., 1]) * torch.sin(other[..., 1])
    return 1 - cosine - torch.cos(one[..., 1]) * torch.cos(other[..., 1]) * torch.cos(yaw)
