"""Convolutions over time as matrix products: live, a convolution over one frame costs several times what it need."""

from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

END: Final = 1 << 62
"""As far as a slice can go."""


def convolutions_as_products(model: onnx.ModelProto) -> None:
    """Rewrites every convolution over (N, channels, time) without padding and stride, in place.

    A dense one becomes one product of the frames side by side that it hears, over all conversations at once; one of
    each channel by itself becomes a sum of products. The same sums, up to the order of their terms.
    """
    graph = model.graph
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    nodes = []
    for node in graph.node:
        weight = weights.get(node.input[1]) if node.op_type == "Conv" else None
        if weight is None or not _plain(node, weight):
            nodes.append(node)
            continue
        made = _Products(node.name or node.output[0], node.input[0], node.output[0])
        bias = weights[node.input[2]] if len(node.input) > 2 else np.zeros(len(weight), np.float32)
        made.build(weight, bias, _attribute(node, "dilations", [1])[0])
        nodes += made.nodes
        graph.initializer.extend(made.constants)
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def _attribute(node: onnx.NodeProto, name: str, default: Any) -> Any:
    return next((helper.get_attribute_value(a) for a in node.attribute if a.name == name), default)


def _plain(node: onnx.NodeProto, weight: NDArray[np.float32]) -> bool:
    if weight.ndim != 3 or any(_attribute(node, "pads", [0])) or _attribute(node, "strides", [1]) != [1]:
        return False
    group = _attribute(node, "group", 1)
    return group == 1 or (group == len(weight) and weight.shape[1] == 1)


class _Products:
    """The nodes that take a convolution's place."""

    def __init__(self, name: str, given: str, result: str) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._name, self._given, self._result = name, given, result

    def build(self, weight: NDArray[np.float32], bias: NDArray[np.float32], dilation: int) -> None:
        """Of a weight (out, in, kernel); in = 1 where each channel is by itself."""
        kernel = weight.shape[2]
        frames = self._node("Transpose", [self._given], "frames", perm=[0, 2, 1])
        taps = []
        for k in range(kernel):
            stop = END if k == kernel - 1 else (k + 1 - kernel) * dilation
            bounds = [
                self._constant(f"{n}{k}", np.array([v], np.int64)) for n, v in (("from", k * dilation), ("to", stop))
            ]
            taps.append(self._node("Slice", [frames, *bounds, self._constant(f"axis{k}", np.array([1]))], f"tap{k}"))
        if weight.shape[1] == 1 and len(weight) > 1:
            total = self._constant("bias", bias)
            for k, tap in enumerate(taps):
                scaled = self._node("Mul", [tap, self._constant(f"weight{k}", weight[:, 0, k])], f"scaled{k}")
                total = self._node("Add", [scaled, total], f"sum{k}")
        else:
            beside = self._node("Concat", taps, "beside", axis=2)
            matrix = np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(-1, len(weight)))
            product = self._node("MatMul", [beside, self._constant("weight", matrix)], "product")
            total = self._node("Add", [product, self._constant("bias", bias)], "sum")
        self.nodes.append(helper.make_node("Transpose", [total], [self._result], f"{self._name}/back", perm=[0, 2, 1]))

    def _node(self, kind: str, inputs: list[str], what: str, **attributes: Any) -> str:
        name = f"{self._name}/{what}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name, **attributes))
        return name

    def _constant(self, what: str, value: NDArray[Any]) -> str:
        name = f"{self._name}/{what}/value"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name
