"""Layers that stream: each takes what it must remember and hands it back.

A layer's state is a plain tensor. Fed a sequence whole from a state of zeros, or piece by piece with the state carried
on, a layer gives the same output.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class CausalConvolution(nn.Module):
    """Convolution over time that sees the past only. State: (N, (kernel - 1) * dilation, channels_in)."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int, dilation: int = 1, groups: int = 1) -> None:
        super().__init__()
        self.memory = (kernel - 1) * dilation
        self.channels_in = channels_in
        self.convolution = nn.Conv1d(channels_in, channels_out, kernel, dilation=dilation, groups=groups)

    def forward(self, x: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        """x (N, T, channels_in) -> (N, T, channels_out)."""
        padded = torch.cat([state, x], dim=1)
        y = self._as_products(padded) if self.training else self.convolution(padded.transpose(1, 2)).transpose(1, 2)
        return y, padded[:, -self.memory :]

    def _as_products(self, padded: Tensor) -> Tensor:
        """The same sum as matrix products, whose gradient a CPU finds several times faster than a convolution's."""
        weight, bias = self.convolution.weight, self.convolution.bias
        kernel, step = weight.shape[2], self.convolution.dilation[0]
        length = padded.shape[1] - self.memory
        shifted = [padded[:, k * step : k * step + length] for k in range(kernel)]
        if weight.shape[1] == 1:
            y = torch.stack([s * weight[:, 0, k] for k, s in enumerate(shifted)]).sum(0)
            return y if bias is None else y + bias
        return F.linear(torch.cat(shifted, dim=-1), weight.permute(0, 2, 1).flatten(1), bias)


class ResidualConvolution(nn.Module):
    """Pre-normalised causal convolution and pointwise mix with a way around."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.convolution = CausalConvolution(channels, channels, 3, dilation)
        self.mix = nn.Linear(channels, channels)

    def forward(self, x: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        """x (N, T, channels) -> the same shape."""
        y, state = self.convolution(self.norm(x), state)
        return x + self.mix(F.gelu(y)), state


class PartnerAttention(nn.Module):
    """Each person attends to the partner's present and recent past.

    State: (B, 2, window - 1, 2 * channels), keys and values of the frames before. An empty memory is zeros, which is
    also what training starts from.
    """

    def __init__(self, channels: int, attention: int, heads: int, window: int) -> None:
        super().__init__()
        self.attention, self.heads, self.window = attention, heads, window
        self.query = nn.Linear(channels, attention)
        self.key_value = nn.Linear(channels, 2 * attention)
        self.out = nn.Linear(attention, channels)
        self.age = nn.Parameter(torch.zeros(heads, window))

    def forward(self, x: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        """x (B, 2, T, channels) -> the same shape, what each draws from the other."""
        b, people, t, _ = x.shape
        size = self.attention // self.heads
        known = torch.cat([state, self.key_value(x)], dim=2)
        partner = known.flip(1)
        keys, values = partner[..., : self.attention], partner[..., self.attention :]
        query = self.query(x).reshape(b, people, t, self.heads, size).transpose(2, 3)
        keys = keys.reshape(b, people, -1, self.heads, size).permute(0, 1, 3, 4, 2)
        values = values.reshape(b, people, -1, self.heads, size).transpose(2, 3)
        # frame i may see rows i ... i + window - 1 of what is known, the last of which is its own moment
        row = torch.arange(known.shape[2], device=x.device)[None, :] - torch.arange(t, device=x.device)[:, None]
        inside = (row >= 0) & (row < self.window)
        age = self.age[:, row.clamp(0, self.window - 1)]
        scores = torch.matmul(query, keys) * size**-0.5 + age
        weights = torch.softmax(scores.masked_fill(~inside, -1e4), dim=-1)
        drawn = torch.matmul(weights, values).transpose(2, 3).reshape(b, people, t, self.attention)
        return self.out(drawn), known[:, :, -(self.window - 1) :]


class FiLM(nn.Module):
    """Feature-wise scale and shift from a condition (Perez et al. 2018, section 2)."""

    def __init__(self, condition: int, channels: int) -> None:
        super().__init__()
        self.affine = nn.Linear(condition, 2 * channels)
        nn.init.zeros_(self.affine.weight)
        nn.init.zeros_(self.affine.bias)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        """x (..., channels), condition (..., condition)."""
        scale, shift = self.affine(condition).chunk(2, dim=-1)
        return x * (1 + scale) + shift
