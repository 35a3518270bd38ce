"""Exported convolutions are products that compute the same; what is not a plain one stays what it is."""

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper
from visavis.training.products import convolutions_as_products


def graph(weight: np.ndarray, group: int, dilation: int, bias: bool, **attributes: object) -> onnx.ModelProto:
    inputs = ["x", "weight", *(["bias"] if bias else [])]
    node = helper.make_node(
        "Conv", inputs, ["y"], "conv", kernel_shape=[weight.shape[2]], group=group, dilations=[dilation], **attributes
    )
    values = {"weight": weight, "bias": np.linspace(-1, 1, len(weight)).astype(np.float32)}
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", weight.shape[1] * group, "time"])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", len(weight), "less"])
    constants = [numpy_helper.from_array(values[name], name) for name in inputs[1:]]
    made = helper.make_graph([node], "convolution", [x], [y], constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def run(model: onnx.ModelProto, x: np.ndarray) -> np.ndarray:
    onnx.checker.check_model(model)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": x})[0]


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("dilation", [1, 4])
@pytest.mark.parametrize(("channels", "group"), [(6, 1), (6, 6), (1, 1)])
def test_products_compute_what_the_convolution_did(channels: int, group: int, dilation: int, bias: bool) -> None:
    random = np.random.default_rng(1)
    weight = random.normal(size=(channels, channels // group, 3)).astype(np.float32)
    model = graph(weight, group, dilation, bias)
    x = random.normal(size=(4, channels, 2 * dilation + 5)).astype(np.float32)
    expected = run(model, x)
    convolutions_as_products(model)
    assert "Conv" not in {node.op_type for node in model.graph.node}
    np.testing.assert_allclose(run(model, x), expected, atol=1e-5)


@pytest.mark.parametrize("other", [{"strides": [2]}, {"pads": [1, 1]}])
def test_strides_and_padding_stay_convolutions(other: dict[str, object]) -> None:
    model = graph(np.ones((2, 2, 3), np.float32), 1, 1, True, **other)
    convolutions_as_products(model)
    assert [node.op_type for node in model.graph.node] == ["Conv"]
