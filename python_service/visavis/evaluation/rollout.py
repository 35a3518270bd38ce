"""Runs a network freely over simulated conversations, as fast as it goes: everything is known beforehand.

What it is then compared with is `held_out`'s work.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visavis.model.config import BLOCK, DECIDED_AHEAD, MOTION_SIZE, NEUTRAL_STYLE
from visavis.model.runtime import Network

FloatArray = NDArray[np.float32]
Conversation = dict[str, NDArray[Any]]
LOOK_AHEAD: Final = 5
"""Frames beyond the decoded one: LIVE."""
FACING: Final = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
"""`scene.relation` of two people who face each other at the default distance."""


def conversations(folder: Path, limit: int | None = None) -> Iterator[Conversation]:
    """The conversations of a folder by `visavis.corpus.build`, in the order of their names.

    Raises:
        FileNotFoundError: there are none.
    """
    paths = sorted(folder.glob("*.npz"))[:limit]
    if not paths:
        raise FileNotFoundError(f"'{folder}' has no conversations; build them with visavis.corpus.build --split test")
    for path in paths:
        with np.load(path) as arrays:
            yield {name: arrays[name] for name in arrays.files}


def decode(
    network: Network,
    mel: FloatArray,
    role: FloatArray,
    scene: FloatArray,
    style: FloatArray,
    look_ahead: int = LOOK_AHEAD,
) -> tuple[FloatArray, FloatArray, dict[str, FloatArray]]:
    """Mouths (B, 2, T, 29), contexts and the state after it, of whole conversations.

    Args:
        network: the model.
        mel: (B, 2, T, 4, 64) what each stream hears.
        role: (B, 2, T, 2) own and partner's speaking probability.
        scene: (B, 2, T, 6); style: (B, 2, 3).
        look_ahead: frames heard beyond the decoded one.
    """
    frames = mel.shape[2]
    state = {name: np.repeat(value[None], len(mel), axis=0) for name, value in network.initial_state().items()}
    heard, new = network.encode(np.ascontiguousarray(mel, np.float32), state)
    state |= new
    offsets = np.array(network.offsets)
    at = np.arange(frames)[:, None] + offsets
    known = ((at >= 0) & (at < frames) & (offsets <= look_ahead)).astype(np.float32)
    window = heard[:, :, at.clip(0, frames - 1)] * known[None, None, :, :, None]
    known = np.repeat(known[None], len(mel), axis=0)
    mouth, context, new = network.decode(window, known, role, scene, style, state)
    return mouth, context, state | new


def roll(
    network: Network,
    dyad: Conversation,
    mixed: tuple[bool, ...] = (True, False),
    look_ahead: int = LOOK_AHEAD,
    seed: int = 0,
) -> tuple[FloatArray, FloatArray]:
    """One conversation as often as `mixed` is long, roles and places being the true ones, the chance the same.

    Args:
        network: the model.
        dyad: a conversation of `conversations`.
        mixed: whether both people hear the mixed track, or each the own.
        look_ahead: frames heard beyond the decoded one.
        seed: of the noise that behaviour is drawn with.

    Returns:
        Mouths (B, 2, T, 29) and motion (B, 2, T, 27); T whole blocks.
    """  # fmt: skip
    count = len(mixed)
    frames = dyad["mel_own"].shape[1] // BLOCK * BLOCK
    both = np.broadcast_to(dyad["mel_mixed"][:frames], dyad["mel_own"][:, :frames].shape)
    mel = np.stack([both if one else dyad["mel_own"][:, :frames] for one in mixed])
    own = dyad["speaking"][:frames].astype(np.float32).T
    role = np.repeat(np.stack([own, own[::-1]], axis=-1)[None], count, axis=0)
    scene = np.repeat(dyad["relation"][None, :, :frames].astype(np.float32), count, axis=0)
    style = np.repeat(dyad["style"][None].astype(np.float32), count, axis=0)
    mouth, context, state = decode(network, mel, role, scene, style, look_ahead)
    rng = np.random.default_rng(seed)
    motion = np.zeros((count, 2, frames, MOTION_SIZE), np.float32)
    for at in range(0, frames, BLOCK):
        noise = np.repeat(rng.standard_normal((1, 2, BLOCK, MOTION_SIZE)).astype(np.float32), count, axis=0)
        then = max(at - DECIDED_AHEAD, 0)
        made, new = network.behave(context[:, :, then], role[:, :, then], scene[:, :, then], style, noise, state)
        state |= new
        motion[:, :, at : at + BLOCK] = made
    return mouth, motion


def solo(network: Network, mel: FloatArray, speaking: FloatArray, look_ahead: int = LOOK_AHEAD) -> FloatArray:
    """The mouth (T, 29) of a voice alone on the mixed track, facing somebody who is silent.

    Args:
        network: the model.
        mel: (T, 4, 64) features of the recording.
        speaking: (T,) when it speaks.
        look_ahead: frames heard beyond the decoded one.
    """
    frames = len(mel)
    own = np.stack([speaking, np.zeros_like(speaking)])
    role = np.stack([own, own[::-1]], axis=-1)[None].astype(np.float32)
    scene = np.tile(np.array(FACING, np.float32), (1, 2, frames, 1))
    style = np.tile(np.array(NEUTRAL_STYLE, np.float32), (1, 2, 1))
    both = np.broadcast_to(mel, (1, 2, *mel.shape)).astype(np.float32)
    mouth, _, _ = decode(network, both, role, scene, style, look_ahead)
    return mouth[0, 0]
