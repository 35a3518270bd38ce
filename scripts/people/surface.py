"""Small tools on triangle meshes: clipping along a line, smoothing, swelling, finding the edge loop."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]


def vertex_normals(points: FloatArray, triangles: IntArray) -> FloatArray:
    """Unit normals (V, 3), weighted by area."""
    p = points[triangles]
    face = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
    total = np.zeros_like(points)
    for c in range(3):
        np.add.at(total, triangles[:, c], face)
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)


def edges(triangles: IntArray) -> tuple[IntArray, IntArray]:
    """Every undirected edge once (N, 2), and how many triangles share it."""
    e = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    unique, count = np.unique(e, axis=0, return_counts=True)
    return unique.astype(np.int32), count.astype(np.int32)


def smoothed(points: FloatArray, triangles: IntArray, rounds: int, strength: float = 0.5) -> FloatArray:
    """Laplacian smoothing; open edges stay where they are."""
    pairs, count = edges(triangles)
    fixed = np.zeros(len(points), bool)
    fixed[pairs[count == 1].ravel()] = True
    degree = np.bincount(pairs.ravel(), minlength=len(points)).astype(float)
    for _ in range(rounds):
        total = np.zeros_like(points)
        np.add.at(total, pairs[:, 0], points[pairs[:, 1]])
        np.add.at(total, pairs[:, 1], points[pairs[:, 0]])
        mean = total / np.maximum(degree, 1)[:, None]
        points = np.where(fixed[:, None], points, points + strength * (mean - points))
    return points


def subdivided(points: FloatArray, triangles: IntArray, values: FloatArray) -> tuple[FloatArray, IntArray, FloatArray]:
    """Each triangle in four; `values` (V, K) go along."""
    pairs, _ = edges(triangles)
    index = {(int(a), int(b)): len(points) + i for i, (a, b) in enumerate(pairs)}
    middle = points[pairs].mean(1)
    new_values = np.concatenate([values, values[pairs].mean(1)])
    out = []
    for a, b, c in triangles.tolist():
        ab, bc, ca = (index[min(p, q), max(p, q)] for p, q in ((a, b), (b, c), (c, a)))
        out += [[a, ab, ca], [ab, b, bc], [ca, bc, c], [ab, bc, ca]]
    return np.concatenate([points, middle]), np.array(out, np.int32), new_values


def clipped(
    points: FloatArray, triangles: IntArray, height: FloatArray, values: FloatArray
) -> tuple[FloatArray, IntArray, FloatArray, IntArray]:
    """What lies where `height` (V,) is negative, cut cleanly along zero.

    Returns:
        points, triangles, values (V, K), and the cut's edges (N, 2) in the direction of their triangles.
    """
    new_points, new_values = list(points), list(values)
    cache: dict[tuple[int, int], int] = {}

    def crossing(a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        if key not in cache:
            t = height[a] / (height[a] - height[b])
            cache[key] = len(new_points)
            new_points.append(points[a] + t * (points[b] - points[a]))
            new_values.append(values[a] + t * (values[b] - values[a]))
        return cache[key]

    out, cut = [], []
    for corner in triangles.tolist():
        below = [height[v] < 0 for v in corner]
        if all(below):
            out.append(corner)
        elif any(below):
            while not (below[0] and not below[2]):
                corner, below = corner[1:] + corner[:1], below[1:] + below[:1]
            a, b, c = corner
            if below[1]:
                p, q = crossing(b, c), crossing(c, a)
                out += [[a, b, p], [a, p, q]]
            else:
                p, q = crossing(a, b), crossing(c, a)
                out.append([a, p, q])
            cut.append([p, q])
    result = np.array(out, np.int32)
    used, local = np.unique(result, return_inverse=True)
    place = np.full(len(new_points), -1)
    place[used] = np.arange(len(used))
    return (
        np.array(new_points)[used],
        local.reshape(-1, 3).astype(np.int32),
        np.array(new_values)[used],
        place[np.array(cut)].astype(np.int32),
    )


def loops(directed: IntArray) -> list[list[int]]:
    """Closed loops of vertices out of directed edges, longest first."""
    following = {int(a): int(b) for a, b in directed}
    result = []
    while following:
        start, here = next(iter(following.items()))
        loop = [start]
        del following[start]
        while here != start and here in following:
            loop.append(here)
            here = following.pop(here)
        result.append(loop)
    return sorted(result, key=len, reverse=True)
