"""Writes the network as ONNX by hand: forty-odd nodes, weights in half precision, paddings inside the convolutions."""

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

OPSET = 17
IR_VERSION = 8
# Below this many values the Cast that widens them costs more than halving them saves.
MIN_HALF_COUNT = 64


def ships_halved(weights):
    """Whether weights are stored as float16: all but vectors and the 3 x 3 kernels, which are a fortieth of them and would make five
    sixths of the change in probability that rounding brings."""
    return weights.ndim > 1 and tuple(weights.shape[2:]) != (3, 3)


class Graph:
    """Nodes and constants in the order they are made; the same network always gives the same bytes."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def node(self, op, inputs, name, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name, values, half=False):
        """A float32 constant; `half` stores it as float16 behind a Cast that the runtime folds away at load."""
        values = np.asarray(values, np.float32)
        if not half or values.size < MIN_HALF_COUNT:
            self.constants.append(numpy_helper.from_array(values, name))
            return name
        narrow = values.astype(np.float16)
        if not np.isfinite(narrow).all():
            raise ValueError(f"{name}: too large for float16")
        self.constants.append(numpy_helper.from_array(narrow, f"{name}_fp16"))
        return self.node("Cast", [f"{name}_fp16"], name, to=TensorProto.FLOAT)

    def integers(self, name, values):
        self.constants.append(numpy_helper.from_array(np.asarray(values, np.int64), name))
        return name


def add_standardise(graph, x, min_deviation):
    mean = graph.node("ReduceMean", [x], "mean", axes=[2, 3], keepdims=1)
    centred = graph.node("Sub", [x, mean], "centred")
    square = graph.node("Mul", [centred, centred], "square")
    variance = graph.node("ReduceMean", [square], "variance", axes=[2, 3], keepdims=1)
    deviation = graph.node("Sqrt", [variance], "deviation")
    floor = graph.constant("min_deviation", [[[[min_deviation]]]])
    return graph.node("Div", [centred, graph.node("Max", [deviation, floor], "spread")], "standardised")


def add_convolution(graph, x, conv, name, size):
    """Convolution and ReLU6; returns its name and the side of its output."""
    array = lambda tensor: tensor.detach().contiguous().numpy()
    weight = graph.constant(f"{name}_weight", array(conv.weight), half=ships_halved(conv.weight))
    inputs = [x, weight, graph.constant(f"{name}_bias", array(conv.bias))]
    stride, kernel = conv.stride[0], conv.kernel_size[0]
    start = (size % 2 if stride == 2 else 1) if kernel == 3 else 0
    end = 1 if kernel == 3 else 0
    plain = graph.node(
        "Conv", inputs, f"{name}_conv", group=conv.groups, strides=[stride] * 2, kernel_shape=[kernel] * 2, pads=[start, start, end, end]
    )
    return graph.node("Clip", [plain, "zero", "six"], name), (size + start + end - kernel) // stride + 1


def factored(block):
    """Whether the pointwise convolution of a block is the product of two."""
    return hasattr(block.narrow, "weight")


def add_narrow(graph, x, conv, name):
    """A 1 x 1 convolution without bias or activation."""
    weight = graph.constant(f"{name}_weight", conv.weight.detach().contiguous().numpy(), half=True)
    return graph.node("Conv", [x, weight], name, kernel_shape=[1, 1])


def add_linear(graph, x, weight, bias, name):
    inputs = [x, graph.constant(f"{name}_weight", weight, half=True), graph.constant(f"{name}_bias", bias)]
    return graph.node("Gemm", inputs, name, transB=1)


def build(net, weight, bias, valence, size, min_deviation):
    """The ONNX model of an ExpressionNet whose single reading is weight (8 x E) and bias (8), with a Valence; face 1 x 1 x S x S in
    0..1."""
    graph = Graph()
    graph.constant("zero", np.float32(0))
    graph.constant("six", np.float32(6))
    x = add_standardise(graph, "face", min_deviation)
    x, side = add_convolution(graph, x, net.backbone.stem, "stem", size)
    for index, block in enumerate(net.backbone.blocks, 1):
        x, side = add_convolution(graph, x, block.depthwise, f"depthwise{index}", side)
        if factored(block):
            x = add_narrow(graph, x, block.narrow, f"narrow{index}")
        x, side = add_convolution(graph, x, block.pointwise, f"pointwise{index}", side)
    pooled = graph.node("GlobalAveragePool", [x], "pooled")
    flat = graph.node("Reshape", [pooled, graph.integers("flat_shape", [1, net.backbone.features])], "features")
    array = lambda tensor: tensor.detach().numpy()
    raw = add_linear(graph, flat, array(net.embed.weight), array(net.embed.bias), "embed")
    embedding = graph.node("Relu", [raw], "embedding")
    add_linear(graph, embedding, weight, bias, "logits")
    score = add_linear(graph, embedding, valence.weight[None], [valence.bias], "valence_score")
    graph.node("Clip", [score, graph.constant("minus_one", np.float32(-1)), graph.constant("one", np.float32(1))], "valence")
    return encode(graph, size, len(bias), net.embed.out_features)


def encode(graph, size, labels, embedding):
    info = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    body = helper.make_graph(
        graph.nodes,
        "expression",
        [info("face", [1, 1, size, size])],
        [info("logits", [1, labels]), info("embedding", [1, embedding]), info("valence", [1, 1])],
        graph.constants,
    )
    model = helper.make_model(body, producer_name="reverie-train", producer_version="1", opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = IR_VERSION
    checker.check_model(model)
    return model.SerializeToString()


def count_macs(net, size):
    """Multiply-accumulates of one face, convolutions and linear layers."""
    total = 0
    for conv in convolutions(net.backbone):
        size = -(-size // conv.stride[0])
        total += size * size * conv.weight.numel()
    return total + net.embed.weight.numel() + net.votes.weight.numel()


def convolutions(backbone):
    """All of them, in the order a face passes them."""
    for module in [backbone.stem, *backbone.blocks]:
        yield from [m for m in ([module] if hasattr(module, "weight") else module.children()) if hasattr(m, "weight")]
