"""Many conversations in one network call: their states side by side, and apart again."""

from collections.abc import Sequence

import numpy as np

from visavis.engine.making import MEL, Making, Piece, Wish
from visavis.engine.speaking import hear_together
from visavis.model.config import DECIDED_AHEAD
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


def decode(network: Network, makings: Sequence[Making], pieces: Sequence[Piece], others: Sequence[Making] = ()) -> None:
    """Settle the next piece of every conversation: mouths, and behaviour block by block.

    All pieces have the same number of frames F. `others` are conversations whose next block may be decided in the same
    call as one that cannot wait any longer.
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
    for offset in range(mouths.shape[2]):
        urgent: list[Making] = []
        for making, piece, context in zip(makings, pieces, contexts):
            if offset >= piece.count:
                continue
            frame = piece.first + offset
            if frame == making.decided:
                making.wish = making.wish or _wish(piece, context, offset)
                urgent.append(making)
            elif frame + DECIDED_AHEAD == making.decided:
                making.wish = _wish(piece, context, offset)
        if urgent:
            willing = [making for making in others if making.wish is not None and making not in urgent]
            _behave(network, [*urgent, *willing])
    for making, piece, mouth in zip(makings, pieces, mouths):
        making.settle(piece, mouth)


def _wish(piece: Piece, context: FloatArray, offset: int) -> Wish:
    return Wish(context[:, offset], piece.role[:, offset], piece.relation[:, offset])


def _behave(network: Network, makings: Sequence[Making]) -> None:
    """Decide the next block of every conversation as it wishes."""
    wishes = [making.wish for making in makings if making.wish is not None]
    motion, state = network.behave(
        np.stack([wish.context for wish in wishes]),
        np.stack([wish.role for wish in wishes]),
        np.stack([wish.relation for wish in wishes]),
        np.stack([making.style for making in makings]),
        np.stack([making.noise() for making in makings]),
        _gather(network, "motion", makings),
    )
    _scatter(makings, state)
    for making, rows in zip(makings, motion):
        making.move(rows)
