"""Many conversations in one network call: their states side by side, and apart again."""

from collections.abc import Sequence

import numpy as np

from visavis.engine.making import MEL, Making, Piece
from visavis.engine.schedule import BLOCK
from visavis.engine.speaking import hear_together
from visavis.model.runtime import FloatArray, Network, State


def _gather(network: Network, part: str, makings: Sequence[Making]) -> State:
    """The states of a part of the network, one conversation a row."""
    names = network.state_names[part]
    if len(makings) == 1:
        return {name: makings[0].network_state[name] for name in names}
    return {name: np.concatenate([making.network_state[name] for making in makings]) for name in names}


def _scatter(makings: Sequence[Making], state: State) -> None:
    """Give every conversation its row of the new state."""
    for name, rows in state.items():
        for index, making in enumerate(makings):
            making.network_state[name] = rows[index : index + 1]


def encode(network: Network, makings: Sequence[Making], windows: Sequence[FloatArray]) -> None:
    """Let the encoder hear the next frames of every conversation; all with the same number of frames."""
    live = [making for making in makings if making.schedule.ahead is not None]
    hear_together([making.speaking for making in live], [making.sound for making in live])
    heard, state = network.encode(_features(windows), _gather(network, "encoder", makings))
    _scatter(makings, state)
    for making, rows in zip(makings, heard):
        making.hear(rows)


def _features(windows: Sequence[FloatArray]) -> FloatArray:
    """Log-mel (B, 2, F, columns, bands) of every conversation; on one mixed track both people hear the same."""
    tracks = np.concatenate(windows)
    mel = MEL.transform(tracks.reshape(-1, tracks.shape[2]))
    mel = mel.reshape(len(tracks), -1, *mel.shape[1:])
    places = np.cumsum([0, *(len(w) for w in windows)])
    return mel[np.stack([places[:-1], places[1:] - 1], axis=1)]


def decode(network: Network, makings: Sequence[Making], pieces: Sequence[Piece]) -> None:
    """Settle the next piece of every conversation: mouths, and behaviour block by block.

    All pieces have the same number of frames F, which is 1 or a multiple of BLOCK.
    """
    mouths, contexts, state = network.decode(
        np.stack([piece.window for piece in pieces]),
        np.stack([piece.known for piece in pieces]),
        np.stack([piece.role for piece in pieces]),
        np.stack([piece.relation for piece in pieces]),
        np.stack([making.style for making in makings]),
        _gather(network, "decoder", makings),
    )
    _scatter(makings, state)
    for offset in range(0, mouths.shape[2], BLOCK):
        begun = [i for i, piece in enumerate(pieces) if (piece.first + offset) % BLOCK == 0 and offset < piece.count]
        if begun:
            _behave(
                network, [makings[i] for i in begun], [pieces[i] for i in begun], contexts[begun, :, offset], offset
            )
    for making, piece, mouth in zip(makings, pieces, mouths):
        making.settle(piece, mouth)


def _behave(
    network: Network, makings: Sequence[Making], pieces: Sequence[Piece], context: FloatArray, offset: int
) -> None:
    motion, state = network.behave(
        context,
        np.stack([piece.role[:, offset] for piece in pieces]),
        np.stack([piece.relation[:, offset] for piece in pieces]),
        np.stack([making.style for making in makings]),
        np.stack([making.noise(piece.first + offset) for making, piece in zip(makings, pieces)]),
        _gather(network, "motion", makings),
    )
    _scatter(makings, state)
    for making, rows in zip(makings, motion):
        making.move(rows)
