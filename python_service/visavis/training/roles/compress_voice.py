"""Make the shipped speaker-embedding network: CAM++ as ONNX with 8-bit weights.

    python -m visavis.training.roles.compress_voice CAMPPLUS.onnx OUT.onnx

The weights are stored as signed bytes with one scale per output channel and turned back into floats when
the network is loaded, so that it computes in float32: a quarter of the size at a cosine above 0.999 to
the original's embeddings.
CAMPPLUS.onnx is a plain export of `campplus_cn_en_common.pt` (input `f`: batch, time, 80; output `e`:
batch, 192).
"""

import argparse

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def compress(model: onnx.ModelProto, smallest: int = 2048) -> onnx.ModelProto:
    """`model` with every float32 weight of at least `smallest` elements held as int8 and a scale per
    first axis.
    """
    graph = model.graph
    nodes, initializers = [], []
    for tensor in graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < smallest or weights.ndim < 2:
            initializers.append(tensor)
            continue
        axes = tuple(range(1, weights.ndim))
        scale = np.maximum(np.abs(weights).max(axis=axes, keepdims=True), 1e-12).astype(np.float32) / 127.0
        packed = np.rint(weights / scale).astype(np.int8)
        name = tensor.name
        initializers += [
            numpy_helper.from_array(packed, f"{name}_int8"),
            numpy_helper.from_array(scale.astype(np.float32), f"{name}_scale"),
        ]
        nodes += [
            helper.make_node("Cast", [f"{name}_int8"], [f"{name}_float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [name]),
        ]
    rest = list(graph.node)
    del graph.node[:]
    del graph.initializer[:]
    graph.node.extend([*nodes, *rest])
    graph.initializer.extend(initializers)
    return model


def _rename(model: onnx.ModelProto, old: str, new: str) -> None:
    for node in model.graph.node:
        node.input[:] = [new if name == old else name for name in node.input]
        node.output[:] = [new if name == old else name for name in node.output]
    for value in [*model.graph.input, *model.graph.output]:
        if value.name == old:
            value.name = new


def main() -> None:
    """Command line, see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="CAM++ as ONNX")
    parser.add_argument("target", help="where the small network goes")
    arguments = parser.parse_args()
    model = compress(onnx.load(arguments.source))
    _rename(model, "f", "features")
    _rename(model, "e", "embedding")
    model.doc_string = "CAM++ (3D-Speaker, Apache-2.0), campplus_cn_en_common, weights as int8"
    onnx.checker.check_model(model)
    onnx.save(model, arguments.target)


if __name__ == "__main__":
    main()
